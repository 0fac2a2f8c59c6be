"""tools/screenshots.py, the program that takes the README's pictures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from typesetter.browser import found

PROGRAM = Path(__file__).parents[2] / "tools" / "screenshots.py"


def taken(folder: Path, into: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROGRAM), str(folder), "--into", str(into)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


needs_chromium = pytest.mark.skipif(found() is None, reason="no Chromium that runs: apt-get install chromium")


@needs_chromium
def test_pictures_are_as_wide_as_promised_and_small(tmp_path: Path) -> None:
    for path in ("index.html", "pages/1.html", "articles/a.html"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("<!doctype html><title>x</title><p>河灣週報", encoding="utf-8")
    done = taken(tmp_path, tmp_path / "images")
    assert done.returncode == 0, done.stderr
    for name, width in (("edition-desktop.png", 1440), ("edition-phone.png", 3 * 360 + 2 * 24)):
        with Image.open(tmp_path / "images" / name) as picture:
            assert picture.width == width
        assert (tmp_path / "images" / name).stat().st_size < 500_000


@needs_chromium
def test_a_drawing_has_a_picture_of_its_own(tmp_path: Path) -> None:
    for path in ("index.html", "page-1.svg"):
        (tmp_path / path).write_text("<!doctype html><title>x</title><p id=page-1>河灣週報", encoding="utf-8")
    done = taken(tmp_path, tmp_path / "images")
    assert done.returncode == 0, done.stderr
    assert [p.name for p in (tmp_path / "images").iterdir()] == ["look.png"]
    with Image.open(tmp_path / "images" / "look.png") as picture:
        assert picture.width == 1280


def test_a_folder_that_is_no_edition_is_named(tmp_path: Path) -> None:
    done = taken(tmp_path, tmp_path / "images")
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr
    assert not (tmp_path / "images").exists()
