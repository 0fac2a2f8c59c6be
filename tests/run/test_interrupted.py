"""An output folder is the old edition or the new one, whole; what a killed run has read is kept."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from handmade_pdf import Sheet, made, text
from programs import LIMIT_S, contents, started

PAGE_COUNT = 4


def paper(words: str) -> bytes:
    return made(
        Sheet(
            text(f"{words}{number}號大橋通車", 40, 80, 24)
            + "".join(text("本報訊　今晨河上起了大霧，渡船停了一個鐘頭，", 40, 120 + 14 * i) for i in range(8))
        )
        for number in range(1, PAGE_COUNT + 1)
    )


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders `old` and `new`: the editions of the two issues, whole."""
    folder = tmp_path_factory.mktemp("editions")
    for name, words in (("old", "舊"), ("new", "新")):
        (folder / f"{name}.pdf").write_bytes(paper(words))
        ran = started("publish", f"{name}.pdf", "-o", name, "--no-cache", cwd=folder)
        assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture
def old(tmp_path: Path, editions: Path) -> dict[str, bytes]:
    """An older edition in the folder `out`, and a newer issue to publish over it."""
    (tmp_path / "new.pdf").write_bytes(paper("新"))
    shutil.copytree(editions / "old", tmp_path / "out")
    return contents(tmp_path / "out")


@pytest.fixture
def new(editions: Path) -> dict[str, bytes]:
    """What the newer issue's edition is, whole."""
    return contents(editions / "new")


@pytest.mark.parametrize(
    ("killed_at", "whole"),
    [
        ("page 3", "old"),
        ("picture 2", "old"),
        ("file 1", "old"),
        ("file 7", "old"),
        ("moving 1", "old"),
        ("moved 1", "new"),
    ],
)
def test_a_killed_run_leaves_an_edition_whole_and_the_next_one_goes_on(
    tmp_path: Path, old: dict[str, bytes], new: dict[str, bytes], killed_at: str, whole: str
) -> None:
    ran = started("publish", "new.pdf", "-o", "out", cwd=tmp_path, fault="killed", KILLED_AT=killed_at)
    assert ran.returncode == -signal.SIGKILL
    assert contents(tmp_path / "out") == {"old": old, "new": new}[whole]

    counted = tmp_path / "counted"
    ran = started("publish", "new.pdf", "-o", "out", cwd=tmp_path, fault="counted", COUNTED=str(counted))
    assert ran.returncode == 0, ran.stderr
    assert contents(tmp_path / "out") == new
    assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".")], "nothing is left beside it"
    done = counted.read_text(encoding="utf-8").splitlines() if counted.exists() else []
    doing, number = killed_at.split()
    every = {what: [f"{what} {i}" for i in range(PAGE_COUNT)] for what in ("page", "picture")}
    if doing == "page":
        assert done == every["page"][int(number) - 1 :] + every["picture"]
    elif doing == "picture":
        assert done == every["picture"][int(number) - 1 :]
    else:
        assert done == []


@pytest.mark.parametrize("rename", [1, 2])
def test_where_two_moves_are_needed_a_killed_run_is_put_right(
    tmp_path: Path, old: dict[str, bytes], new: dict[str, bytes], rename: int
) -> None:
    words = ("publish", "new.pdf", "-o", "out")
    ran = started(*words, cwd=tmp_path, fault="killed", KILLED_AT=f"rename {rename}", WITHOUT_EXCHANGE="1")
    assert ran.returncode == -signal.SIGKILL
    ran = started("publish", "no.pdf", "-o", "out", cwd=tmp_path)
    assert ran.returncode == 3
    assert contents(tmp_path / "out") == old, "even a run that fails puts it right"
    assert started(*words, cwd=tmp_path).returncode == 0
    assert contents(tmp_path / "out") == new


@pytest.mark.parametrize("room", [0, 5_000, 40_000])
def test_a_full_disk_leaves_the_old_edition(tmp_path: Path, old: dict[str, bytes], room: int) -> None:
    ran = started("publish", "new.pdf", "-o", "out", cwd=tmp_path, fault="full_disk", FULL_AFTER=str(room))
    assert (ran.returncode, ran.stdout) == (5, "")
    assert "The disk is full" in ran.stderr
    assert "out cannot be written" in ran.stderr
    assert "Free some space; nothing was changed." in ran.stderr
    assert contents(tmp_path / "out") == old
    assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".")], "nothing is left beside it"


def test_a_limit_on_the_size_of_files_is_told(tmp_path: Path, old: dict[str, bytes]) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    ran = subprocess.run(
        [sys.executable, "-m", "banmian", "publish", "new.pdf", "-o", "out"],
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
        cwd=tmp_path,
        preexec_fn=limited,
    )
    assert ran.returncode == 5
    assert "out cannot be written: File too large." in ran.stderr
    assert contents(tmp_path / "out") == old


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "new.pdf").write_bytes(paper("新"))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("years of work", encoding="utf-8")
    counted = tmp_path / "counted"
    words = ("publish", "new.pdf", "-o", "out")
    ran = started(*words, cwd=tmp_path, fault="counted", COUNTED=str(counted))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "out holds something that banmian did not write" in ran.stderr
    assert "-o" in ran.stderr
    assert contents(tmp_path / "out") == {"thesis.tex": b"years of work"}
    assert not counted.exists(), "it is said before any work is done"


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "new.pdf").write_bytes(paper("新"))
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    ran = started("publish", "new.pdf", "-o", "out", cwd=tmp_path)
    assert ran.returncode == 2
    assert "out is a file" in ran.stderr
    assert (tmp_path / "out").read_text(encoding="utf-8") == "a file"


def test_an_empty_folder_and_an_edition_reached_by_a_link_are_written(tmp_path: Path, new: dict[str, bytes]) -> None:
    (tmp_path / "new.pdf").write_bytes(paper("新"))
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for _ in range(2):
        assert started("publish", "new.pdf", "-o", "link", cwd=tmp_path).returncode == 0
        assert (tmp_path / "link").is_symlink()
        assert contents(tmp_path / "real") == new


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "new.pdf").write_bytes(paper("新"))
    (tmp_path / "blocked").write_text("a file, where the cache would be", encoding="utf-8")
    ran = started("read", "new.pdf", cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path / "blocked"))
    assert ran.returncode == 0, ran.stderr


def test_damaged_memories_are_read_anew(tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "new.pdf").write_bytes(paper("新"))
    first = started("read", "new.pdf", cwd=tmp_path)
    kept = [p for p in (own_cache / "banmian").rglob("*") if p.is_file()]
    assert len(kept) == PAGE_COUNT
    for path, data in zip(kept, (b"", b"\0" * 100, os.urandom(50), path_cut(kept[3])), strict=True):
        path.write_bytes(data)
    again = started("read", "new.pdf", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, first.stdout)


def path_cut(path: Path) -> bytes:
    return path.read_bytes()[:-7]


def test_without_cache_nothing_is_kept(tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "new.pdf").write_bytes(paper("新"))
    assert started("publish", "new.pdf", "--no-cache", cwd=tmp_path).returncode == 0
    assert not list(own_cache.rglob("*"))
