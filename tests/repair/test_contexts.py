"""Glyphs of both scripts in their usual places (contexts.txt): strays are mended, right ones stay."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from banmian.repair.glyphs import ALWAYS, BY_WORD
from banmian.repair.scripts import tables
from banmian.repair.strays import Strays

LINES = (Path(__file__).parent / "contexts.txt").read_text(encoding="utf-8").split()
WHOLE = "".join(LINES) + "这们说对时"


@pytest.fixture(scope="module")
def strays() -> Strays:
    """Of an issue in Traditional script in which other glyphs strayed as well."""
    return Strays("hant", Counter(WHOLE), WHOLE)


@pytest.mark.parametrize("line", LINES)
def test_right_glyphs_stay(strays: Strays, line: str) -> None:
    assert not strays.edits(line)


@pytest.mark.parametrize("line", LINES)
def test_each_glyph_that_strays_is_mended(strays: Strays, line: str) -> None:
    simple = tables().simple
    for i, char in enumerate(line):
        stray = simple.get(char, char)
        if stray != char and stray in BY_WORD | ALWAYS:
            told = strays.edits(line[:i] + stray + line[i + 1 :])
            assert [(e.start, e.new) for e in told] == [(i, char)], (stray, char)


def test_a_paper_keeps_to_its_own_forms() -> None:
    older = "一百二十戶居民的內部說明很強調溫度。" * 4
    for text, right in (("三戶人家", "戶"), ("三户人家", "戶"), ("室内", "內"), ("晒場", "晒")):
        found = Strays("hant", Counter(older + text), older + text + "这们").edits(text)
        mended = "".join(e.new for e in found) or next(c for c in text if c in "戶户內晒")
        assert mended == right
    newer = "一百二十户居民的内部説明很强調温度。" * 4
    assert not Strays("hant", Counter(newer), newer + "这们").edits("三户人家在室内")


def test_a_paper_that_prints_the_older_terrace_has_it_everywhere_but_in_names() -> None:
    text = "舞臺，臺階，氣象臺，電視臺，站臺，平台，櫃台，台州的客人，台風來了"
    found = {e.start: e.new for e in Strays("hant", Counter(text + "这们"), text + "这们").edits(text)}
    assert [found.get(k) for k, c in enumerate(text) if c == "台"] == ["臺", "臺", None, "颱"]
