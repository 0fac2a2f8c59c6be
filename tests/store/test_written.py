"""Files put in place: names that lie outside, other running programs, parts of paths that are missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from banmian.errors import OutputOccupied, OutsideMissing, UsageError
from banmian.store.written import MARK, made_ready, replaced, written
from programs import contents

EDITION = [("index.html", b"<p>1"), ("articles/a.html", b"<p>2")]


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    assert written(tmp_path / "a" / "b", EDITION) == 2
    assert {name: data for name, data in contents(tmp_path / "a" / "b").items() if name != MARK} == dict(EDITION)


def test_a_new_edition_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    written(tmp_path / "out", EDITION)
    written(tmp_path / "out", EDITION[:1])
    assert set(contents(tmp_path / "out")) == {"index.html", MARK}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x"])
def test_names_that_lead_outside_are_refused(tmp_path: Path, path: str) -> None:
    written(tmp_path / "out", EDITION)
    before = contents(tmp_path)
    with pytest.raises(UsageError, match="outside the edition"):
        written(tmp_path / "out", [*EDITION, (path, b"")])
    assert contents(tmp_path) == before


def test_a_channel_that_fails_leaves_the_old_edition(tmp_path: Path) -> None:
    written(tmp_path / "out", EDITION)
    before = contents(tmp_path)

    def failing() -> object:
        yield "index.html", b"<p>new"
        raise LookupError

    with pytest.raises(LookupError):
        written(tmp_path / "out", failing())  # type: ignore[arg-type]
    assert contents(tmp_path) == before


def test_what_a_run_left_that_still_goes_on_is_not_touched(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        theirs = tmp_path / f".out.banmian-new.{other.pid}"
        theirs.mkdir()
        dead = tmp_path / ".out.banmian-new.999999999"
        dead.mkdir()
        written(tmp_path / "out", EDITION)
        assert theirs.exists()
        assert not dead.exists()
        other.communicate(b"\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutsideMissing, match="out cannot be written: Permission denied"):
        written(tmp_path / "out", EDITION)


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutsideMissing, match="cannot be written: Not a directory"):
        written(tmp_path / "a" / "out", EDITION)
    with pytest.raises(OutsideMissing, match="cannot be written: Not a directory"):
        replaced(tmp_path / "a" / "edition.json", b"{}")


def test_where_a_disk_is_mounted_a_folder_in_it_is_asked_for() -> None:
    with pytest.raises(OutputOccupied, match=r"-o"):
        made_ready(Path("/proc"))
