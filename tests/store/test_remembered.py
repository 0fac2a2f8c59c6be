"""Results by key on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from banmian.model.geometry import Box, Boxes
from banmian.model.page import Block, Line, Mark, MarkKind, Page, PageSource, Style
from banmian.model.text import Edit, Text
from banmian.store.remembered import Remembered, cache_folder

PAGE = Page(
    index=3,
    number="A04",
    width=765.1,
    blocks=(
        Block(
            (
                Line(
                    Text("⽉亮").edited("codepoints", [Edit(0, 1, "月")]),
                    Box(1, 2, 21, 12),
                    Boxes.of([Box(1, 2, 11, 12), Box(11, 2, 21, 12)]),
                    ((0, Style("Songti", 10, 400)),),
                ),
            ),
        ),
    ),
    marks=(Mark(MarkKind.RULE, Box(0, 0, 5, 0.5)),),
    source=PageSource("paper.pdf", 4, 1),
)


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    memory: Remembered[Page] = Remembered(tmp_path, Page)
    _ = PAGE.blocks[0].lines[0].text.current  # what is worked out on the way is not part of the value
    memory.put(PAGE, "a", "b")
    assert memory.get("a", "b") == PAGE
    assert str(PAGE.blocks[0].lines[0].text) == "月亮"


def test_other_keys_are_other_values(tmp_path: Path) -> None:
    memory: Remembered[bytes] = Remembered(tmp_path, bytes)
    memory.put(b"1", "ab", "c")
    assert memory.get("a", "bc") is None
    assert memory.get("ab", "c") == b"1"


def test_values_of_another_type_are_as_good_as_none(tmp_path: Path) -> None:
    Remembered[str](tmp_path, str).put("words", "key")
    assert Remembered[Page](tmp_path, Page).get("key") is None


def test_a_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    memory: Remembered[str] = Remembered(tmp_path / "file" / "cache", str)
    memory.put("words", "key")
    assert memory.get("key") is None


def test_the_cache_lies_where_the_system_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "banmian"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/reader")
    assert cache_folder() == Path("/home/reader/.cache/banmian")
