"""The faces of random papers: the fonts that they name and no others, or the same seed gives another paper."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from papers import fonts

pytestmark = pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed")


def test_a_font_that_is_not_installed_is_said_and_none_stands_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fonts.FACES, "none", fonts.Face("Caslon of Nowhere"))
    with pytest.raises(LookupError, match=r"The font Caslon of Nowhere is not installed .*tools/setup test"):
        fonts.metrics("none")


def test_every_face_is_installed_by_the_setup() -> None:
    for face in fonts.FACES:
        assert fonts.metrics(face).ascent > 0.5
