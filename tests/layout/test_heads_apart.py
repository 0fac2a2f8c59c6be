"""Heads in a column's own type stand apart from the text under them."""

from __future__ import annotations

from dataclasses import replace

from banmian.layout import lay_out
from banmian.model.page import Line, Page, Style
from page_of_lines import LEADING, column, line, prose

TEXT = prose(6, 22)
EDGE, TOP = 40.0, 200.0


def _words(laid: Page) -> list[list[str]]:
    return [[str(one.text) for one in block.lines] for block in laid.blocks]


def _laid(lines: list[Line], *, recognised: bool = False) -> list[list[str]]:
    return _words(lay_out(Page(index=1, width=600, height=800, lines=tuple(lines), marks=(), recognised=recognised)))


def _head(words: str, row: int, *, bold: bool = False) -> Line:
    width = sum(0.5 if c.isascii() else 1.0 for c in words) * 10
    found = line(words, EDGE + (220 - width) / 2, TOP - row * LEADING)
    return replace(found, styles=((0, Style("Song", 10, 700)),)) if bold else found


def test_a_row_in_the_middle_of_its_measure_over_text_is_a_head() -> None:
    assert _laid([_head("商會開會紀", 1), *column(TEXT, EDGE, TOP)]) == [["商會開會紀"], TEXT]


def test_a_sentence_set_in_is_none() -> None:
    rows = ["　　散會後各自返家。", *TEXT]
    bare = [row.lstrip("　") for row in rows]
    assert _laid(column(rows, EDGE, TOP - LEADING)) == [bare]


def test_verse_under_its_title_keeps_its_rows() -> None:
    verse = ["河水把月亮揉碎", "風從稻田慢慢走來", "老屋的瓦縫裡", "我把信寫了又撕去"]
    lines = [line(words, EDGE + (80 - 10 * len(words)) / 2, TOP + k * LEADING) for k, words in enumerate(verse)]
    assert _laid(lines) == [verse]


def test_small_letters_under_capitals_are_of_another_rank() -> None:
    heads = [_head("QUE FERA LE CONSEIL", 2, bold=True), _head("Les travaux commenceront", 1, bold=True)]
    found = _laid([*heads, *column(TEXT, EDGE, TOP + LEADING)])
    assert found == [["QUE FERA LE CONSEIL"], ["Les travaux commenceront"], TEXT]


def test_recognised_lines_stay_in_their_blocks() -> None:
    assert _laid([_head("商會開會紀", 1), *column(TEXT, EDGE, TOP)], recognised=True) == [["商會開會紀", *TEXT]]


def test_a_head_of_another_font_stands_apart_though_the_text_begins_with_a_mark_of_that_font() -> None:
    def kai(words: str, x: float, y: float) -> Line:
        return replace(line(words, x, y), styles=((0, Style("Kai", 10, 400)),))

    text = prose(4, 20)
    rows = [kai("■", EDGE, TOP), line(text[0], EDGE + 20, TOP), *column(text[1:], EDGE, TOP + LEADING)]
    head = kai("圖書館新書上架", EDGE, TOP - LEADING)
    assert _laid([head, *rows]) == [["圖書館新書上架"], ["■", *text]]
