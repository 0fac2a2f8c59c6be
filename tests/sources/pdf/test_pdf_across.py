"""Numbers that are set across in a vertical line, side by side in one cell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banmian.model.geometry import Box, Boxes
from banmian.model.page import Direction, Line, Style
from banmian.model.text import Text
from banmian.ports import ReadSettings
from banmian.sources import pdf
from banmian.sources.pdf.across import with_numbers_across
from handmade_pdf import Sheet, made, standing, text

SONG, HEI = Style("Song", 10, 400), Style("Hei", 10, 700)


def down(words: str, x: float, y: float, style: Style = SONG) -> Line:
    """A vertical line, a box for each of its characters, whose top left is at (x, y)."""
    size = style.size
    chars = [Box(x, y + size * k, x + size, y + size * (k + 1)) for k in range(len(words))]
    box = Box(x, y, x + size, y + size * len(words))
    return Line(Text(words), box, Boxes.of(chars), ((0, style),), Direction.VERTICAL)


def over(words: str, x: float, y: float, style: Style = SONG, *, wide: float = 0.5) -> Line:
    """A horizontal line of characters, each so many ems wide, whose middle is x and whose top is y."""
    step = wide * style.size
    x0 = x - step * len(words) / 2
    chars = [Box(x0 + step * k, y, x0 + step * (k + 1), y + style.size) for k in range(len(words))]
    return Line(Text(words), Box(x0, y, x0 + step * len(words), y + style.size), Boxes.of(chars), ((0, style),))


UPPER, LOWER = down("全市", 100, 50), down("處公園", 100, 80)


def said(*lines: Line) -> list[str]:
    return sorted(str(line.text) for line in with_numbers_across(lines))


def test_a_number_between_two_pieces_of_a_column_is_joined_to_both() -> None:
    (whole,) = with_numbers_across([LOWER, over("90", 105, 70), UPPER])
    assert (str(whole.text), whole.direction) == ("全市90處公園", Direction.VERTICAL)
    assert whole.box == Box(100, 50, 110, 110)


def test_boxes_and_styles_of_a_joined_line_go_with_their_characters() -> None:
    (whole,) = with_numbers_across([UPPER, over("90", 105, 70, HEI), LOWER])
    assert list(whole.chars) == [*UPPER.chars, Box(100, 70, 105, 80), Box(105, 70, 110, 80), *LOWER.chars]
    assert whole.styles == ((0, SONG), (2, HEI), (4, SONG))


@pytest.mark.parametrize("words", ["7", "90", "2010", "G7", "5A"])
def test_what_is_set_across_is_short_and_holds_a_digit(words: str) -> None:
    assert said(UPPER, over(words, 105, 70, wide=0.4), LOWER) == [f"全市{words}處公園"]


@pytest.mark.parametrize("words", ["20100", "TV", "第5", "9-0"])
def test_other_words_across_a_column_stay_apart(words: str) -> None:
    assert words in said(UPPER, over(words, 105, 70, wide=0.3), LOWER)


def test_a_number_that_is_wider_than_its_cell_stays_apart() -> None:
    assert "2010" in said(UPPER, over("2010", 105, 70), LOWER)


@pytest.mark.parametrize(
    "number",
    [over("90", 109, 70), over("90", 105, 70, replace(SONG, size=13)), over("9", 105, 70, replace(SONG, size=3.5))],
    ids=["off the axis", "larger type", "far smaller type"],
)
def test_a_number_that_is_not_of_the_column_stays_apart(number: Line) -> None:
    assert str(number.text) in said(UPPER, number, LOWER)


def test_a_number_at_a_columns_head_or_foot_is_joined_to_it() -> None:
    assert said(UPPER, over("90", 105, 71)) == ["全市90"]
    assert said(over("90", 105, 70), LOWER) == ["90處公園"]


def test_a_number_with_white_around_it_stays_apart() -> None:
    assert said(UPPER, over("90", 105, 78), replace(LOWER, box=Box(100, 96, 110, 126))) == ["90", "全市", "處公園"]


def test_several_numbers_in_one_column_are_all_joined() -> None:
    pieces = [down("等", 100, 110), over("7", 105, 100), down("處公園和", 100, 60), over("90", 105, 50)]
    columns = [down("今年", 100, 30), *pieces, down("另一行", 80, 50)]
    assert said(*columns) == ["今年90處公園和7等", "另一行"]


def test_numbers_amid_horizontal_text_are_left_where_they_are() -> None:
    lines = (over("90", 105, 70), over("處", 105, 82))
    assert with_numbers_across(lines) == lines


def test_a_vertical_page_is_read_with_its_numbers() -> None:
    columns = "".join(standing("來往的人都說方便得多了", 350 - 18 * i, 60) for i in range(4))
    number = text("90", 260, 60 + 22 + 9.5)
    content = columns + standing("全市", 260, 60) + number + standing("處公園開了門", 260, 93)
    page = pdf.open_document(made([Sheet(content)]), "paper.pdf", ReadSettings()).page(0)
    (line,) = [line for line in page.lines if "全市" in str(line.text)]
    assert str(line.text) == "全市90處公園開了門"
    assert len(line.chars) == len(line.text.raw)
