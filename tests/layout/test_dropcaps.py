"""Drop capitals."""

from __future__ import annotations

from dataclasses import replace

from banmian.layout.dropcaps import with_drop_capitals
from banmian.model.geometry import Box, Boxes
from banmian.model.page import Line, Page, Style
from banmian.model.text import Edit, Text


def line(text: str, x0: float, y0: float, x1: float, size: float) -> Line:
    """A line with a box for each character."""
    step = (x1 - x0) / len(text)
    boxes = Boxes.of(Box(x0 + k * step, y0, x0 + (k + 1) * step, y0 + size) for k in range(len(text)))
    return Line(Text(text), Box(x0, y0, x1, y0 + size), boxes, ((0, Style("Serif", size)),))


CAP = line("F", 50, 100, 70, 24)
ROWS = (
    line("or ten years the bridge was", 73, 100, 190, 10),
    line("closed to carts and riders.", 73, 112, 190, 10),
    line("It is open again today, and", 50, 124, 190, 10),
)
PAGE = Page(index=0, width=400, height=400, lines=(*ROWS, CAP))


def test_a_drop_capital_begins_the_upper_row_beside_it() -> None:
    lines = with_drop_capitals(PAGE).lines
    assert [n.text.raw for n in lines] == ["For ten years the bridge was", *(r.text.raw for r in ROWS[1:])]
    assert len(lines[0].chars) == len(lines[0].text.raw)
    assert lines[0].chars[0] == CAP.chars[0]


def test_what_was_mended_beside_a_drop_capital_stays_mended() -> None:
    row = replace(ROWS[0], text=Text("or t⼈n years the bridge was").edited("codepoints", [Edit(4, 5, "人")]))
    cap = replace(CAP, text=Text("⽇").edited("codepoints", [Edit(0, 1, "日")]))
    lines = with_drop_capitals(replace(PAGE, lines=(row, *ROWS[1:], cap))).lines
    assert lines[0].text.current == "日or t人n years the bridge was"
    assert lines[0].text.raw == "⽇or t⼈n years the bridge was"


def test_a_capital_that_is_a_word_keeps_its_space() -> None:
    rows = (
        line("bridge was closed for years", 73, 100, 190, 10),
        line("and the bridge is open now,", 73, 112, 190, 10),
    )
    page = replace(PAGE, lines=(line("A", 50, 100, 70, 24), *rows))
    assert with_drop_capitals(page).lines[0].text.raw == "A bridge was closed for years"


def test_the_second_row_beside_it_may_be_broken_at_its_spaces() -> None:
    broken = (ROWS[0], line("was", 73, 112, 88, 10), line("closed", 110, 112, 140, 10), ROWS[2])
    assert with_drop_capitals(replace(PAGE, lines=(*broken, CAP))).lines[0].text.raw == "For ten years the bridge was"


def test_a_large_letter_that_stands_alone_is_left() -> None:
    alone = replace(PAGE, lines=(*ROWS, line("F", 300, 100, 320, 24)))
    assert with_drop_capitals(alone) is alone
    beside_one = replace(PAGE, lines=(ROWS[0], CAP))
    assert with_drop_capitals(beside_one) is beside_one


def test_two_pieces_of_one_row_are_not_two_rows() -> None:
    one = (line("Section", 73, 106, 115, 10), line("Business and money", 120, 106, 210, 10))
    page = replace(PAGE, lines=(line("B", 50, 100, 70, 24), *one))
    assert with_drop_capitals(page) is page
