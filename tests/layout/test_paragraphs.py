"""Where paragraphs begin: indents, short last rows, verse line by line, and the rows of a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banmian.layout.paragraphs import paragraph_starts
from banmian.layout.piece import pieces
from banmian.layout.stacking import Stack
from banmian.model.geometry import Box, Boxes, Turning
from banmian.model.page import Line, Page, Role
from page_of_lines import column, line, page, prose


def paragraphs(laid: Page) -> list[list[str]]:
    """The lines of each paragraph of the only body block; the first is a list of what opens the block."""
    (block,) = [b for b in laid.blocks if b.role is Role.BODY]
    starts = sorted({0, *block.paragraphs})
    ends = [*starts[1:], len(block.lines)]
    return [[str(one.text) for one in block.lines[a:b]] for a, b in zip(starts, ends, strict=True)]


def begins(laid: Page) -> bool:
    """Whether the body block's first row shows that it begins a paragraph."""
    (block,) = [b for b in laid.blocks if b.role is Role.BODY]
    return 0 in block.paragraphs


FIRST = [
    "　　區政府昨日公布今年的建設計劃，要為居民增",
    "設三個公園，並把河邊的路加寬，方便老人和小",
    "孩散步。",
]
SECOND = ["　　記者在現場看到，工人們正在鋪路，預計下個", "月可以完工，附近的學校也會重新粉刷。"]


def bare(rows: list[str]) -> list[str]:
    return [row.lstrip("　") for row in rows]


def test_an_indent_of_two_ems_begins_a_paragraph() -> None:
    laid = page(column([*FIRST, *SECOND], 40, 200))
    assert paragraphs(laid) == [bare(FIRST), bare(SECOND)]
    assert begins(laid)


def test_a_column_that_goes_on_from_another_begins_no_paragraph() -> None:
    laid = page(column([*FIRST[1:], *SECOND], 40, 200))
    assert paragraphs(laid) == [bare(FIRST[1:]), bare(SECOND)]
    assert not begins(laid)


def test_paragraphs_of_one_row_each_are_told_by_their_indents() -> None:
    short = ["　　公園今天開門，歡迎大家前來。", "　　圖書館下週起關門整修，請留意。"]
    laid = page(column([*FIRST, *short, *SECOND], 40, 200))
    assert paragraphs(laid) == [bare(FIRST), *([row] for row in bare(short)), bare(SECOND)]


def test_without_indents_a_short_row_with_an_end_mark_ends_the_paragraph() -> None:
    first, second = prose(4, 22), prose(4, 22, start=9)
    first[-1] = "月可以完工。"
    assert paragraphs(page(column([*first, *second], 40, 200))) == [first, second]


def test_a_short_row_without_an_end_mark_ends_nothing() -> None:
    first, second = prose(4, 22), prose(4, 22, start=9)
    first[-1] = "工人們，正在鋪路和"
    assert paragraphs(page(column([*first, *second], 40, 200))) == [[*first, *second]]


def test_white_after_an_end_mark_begins_a_paragraph() -> None:
    first, second = prose(4, 22), prose(4, 22, start=9)
    laid = page([*column(first, 40, 200), *column(second, 40, 200 + 4 * 15 + 4.3)])
    assert paragraphs(laid) == [first, second]


def test_verse_stands_line_by_line() -> None:
    verse = ["湖水在清晨醒來", "風把渡船輕輕推開", "岸上的人還在等", "一聲很遠的汽笛", "等太陽"]
    assert paragraphs(page(column(verse, 40, 200))) == [[row] for row in verse]


def test_prose_without_a_mark_is_no_verse_and_ends_where_a_row_is_short() -> None:
    rows = [row.replace("，", "又").replace("。", "也") for row in prose(8, 12)]
    rows[3] = rows[3][:5]
    assert paragraphs(page(column(rows, 40, 200))) == [rows[:4], rows[4:]]


def test_rows_of_a_table_are_kept_together_cell_by_cell() -> None:
    rows = [
        ("菜名", "昨日", "今日"),
        ("白菜", "2.5元", "2.8元"),
        ("蘿蔔", "1.9元", "2.0元"),
        ("豆角", "5.0元", "4.6元"),
    ]
    cells = [
        line(cell, 40 + 90 * place, 200 + 15 * number)
        for number, row in enumerate(rows)
        for place, cell in enumerate(row)
    ]
    assert paragraphs(page(cells)) == [list(row) for row in rows]


def test_a_tables_rows_under_a_heading_of_other_cells_are_rows_too() -> None:
    lines = column([*prose(4, 20), "大灣頭二六一　九", "老糧站九七八　八"], 40, 200)
    rows = pieces(Page(index=1, width=600, height=800, lines=tuple(lines)), Turning(vertical=False, width=600))
    assert 5 not in paragraph_starts(Stack(rows, 40, 240, 15), 10)
    for row in rows[4:]:
        row.tabled = True
    assert {4, 5} <= {*paragraph_starts(Stack(rows, 40, 240, 15), 10)}


def test_verse_in_latin_letters_is_told_by_its_capitals() -> None:
    verse = [
        "The lamp was lit long after two",
        "And someone told a tale",
        "And wrote it next to you",
        "And no one was",
        "To blame",
    ]
    assert paragraphs(page(column(verse, 40, 200))) == [[row] for row in verse]
    prose_rows = [
        "The lamp was lit long after two",
        "and someone told a tale that",
        "nobody wrote down next to",
        "the name of whoever was",
        "to blame for it.",
    ]
    assert len(paragraphs(page(column(prose_rows, 40, 200)))) == 1


def test_a_notice_in_capitals_is_one_paragraph() -> None:
    rows = [
        "NOTICE IS HEREBY GIVEN THAT",
        "THE BOARD OF THE TOWN WILL",
        "MEET AT THE HALL ON MONDAY",
        "AT SEVEN IN THE EVENING TO",
        "HEAR ALL.",
    ]
    assert len(paragraphs(page(column(rows, 40, 200)))) == 1


def test_prose_in_a_ragged_measure_is_no_verse() -> None:
    rows = prose(8, 20)
    ragged = [row[: 20 - cut] for row, cut in zip(rows, (0, 4, 7, 9, 9, 7, 4, 0), strict=True)]
    assert len(paragraphs(page(column(ragged, 40, 200)))) == 1


def lettered(row: Line) -> Line:
    """A line of Han with a box for each of its characters."""
    assert row.box is not None
    x0, y0, em = row.box.x0, row.box.y0, row.size
    return replace(
        row, chars=Boxes.of(Box(x0 + em * k, y0, x0 + em * (k + 1), y0 + em) for k in range(len(row.text.raw)))
    )


BESIDE = ["政府昨日公布今年的計劃，要增設三個公園。", "工人們正在鋪路，預計下個月可以完工，並把"]


def test_rows_beside_a_drop_capital_begin_no_paragraphs() -> None:
    upper = column(BESIDE, 64, 200)
    lower = column(["河邊的路加寬，方便老人和小孩散步。", *SECOND], 40, 230)
    laid = page(map(lettered, [line("區", 40, 200, 24), *upper, *lower]))
    first = [f"區{BESIDE[0]}", BESIDE[1], "河邊的路加寬，方便老人和小孩散步。"]
    assert paragraphs(laid) == [first, bare(SECOND)]


def test_rows_that_are_set_in_without_a_capital_begin_paragraphs() -> None:
    rows = [*column(BESIDE, 64, 200), *column(["河邊的路加寬，方便老人和小孩散步。", *SECOND], 40, 230)]
    laid = page(map(lettered, rows))
    assert paragraphs(laid)[0] == BESIDE[:1]


def test_rows_that_end_level_beside_a_picture_are_full() -> None:
    rows = prose(9, 22)
    rows[3:6] = [row[:16] for row in rows[3:6]]
    rows[4] = f"{rows[4][:-1]}。"
    assert paragraphs(page(column(rows, 40, 200))) == [rows]
    rows[4] = f"{rows[4][:12]}。"
    assert paragraphs(page(column(rows, 40, 200))) == [rows[:5], rows[5:]]


SHORT = [
    ["　　區政府昨日公布今年的計劃，要增設公園", "方便老人散步。"],
    ["　　公園今天開門。"],
    ["　　圖書館下週起關門整修。"],
    ["　　河邊的路加寬了。"],
    ["　　記者在現場看到，工人們正在鋪路，預計", "下個月可以完工。"],
]


def test_short_paragraphs_of_prose_are_no_verse() -> None:
    laid = page(column([row for one in SHORT for row in one], 40, 200))
    assert paragraphs(laid) == [bare(one) for one in SHORT]


def test_two_rows_that_go_on_from_another_column_over_an_indented_one_are_no_verse() -> None:
    rows = ["的高標準農田建設已全面鋪開，", "七萬餘名社員從中受益。", "　　難題並沒有就此結束。"]
    laid = page(column(rows, 40, 200))
    assert paragraphs(laid) == [bare(rows[:2]), bare(rows[2:])]
    assert not begins(laid)


@pytest.mark.parametrize(("after", "begins_one"), [("Wheelwrights", False), ("We", True)])
def test_a_row_ends_short_only_if_the_next_ones_first_word_had_room_in_it(after: str, *, begins_one: bool) -> None:
    rows = [
        "the mill stands by the old river and so it",
        "has done for years, as people say.",
        f"{after} came by and looked at the old",
        "stones once more before the light went.",
    ]
    laid = page([lettered(row) for row in column(rows, 40, 200)])
    assert (len(paragraphs(laid)) > 1) is begins_one


def test_rows_of_all_lengths_that_are_no_such_paragraphs_stand_line_by_line() -> None:
    verse = [row.replace("。", "，") for one in SHORT for row in one]
    assert paragraphs(page(column(verse, 40, 200))) == [[row] for row in bare(verse)]


def test_free_verse_with_a_mark_in_it_stands_line_by_line() -> None:
    verse = [
        "我却只记得那条泥路",
        "他们说远方有火车",
        "风从稻田那边慢慢走来",
        "它不说话，只是绿着",
        "老屋的瓦缝里长出一棵草",
    ]
    laid = page(column([*verse, "我把信写了又撕"], 40, 200))
    assert paragraphs(laid) == [[row] for row in (*verse, "我把信写了又撕")]


def test_text_beside_a_picture_at_its_left_begins_no_paragraph_at_each_row() -> None:
    wide, narrow = prose(4, 22), prose(5, 12, start=7)
    rows = [*column([*wide[:-1], wide[0]], 40, 200), *column([*narrow[:-1], narrow[0]], 140, 200 + 4 * 15)]
    assert paragraphs(page(rows)) == [[*wide[:-1], wide[0], *narrow[:-1], narrow[0]]]


def test_a_full_row_but_one_character_ends_a_paragraph_where_rows_are_even() -> None:
    first, second = prose(7, 22), prose(7, 22, start=9)
    first[-1] = first[-2][:20] + "。"
    assert paragraphs(page(column([*first, *second], 40, 200))) == [first, second]


def test_a_bracket_that_no_row_may_end_with_leaves_such_a_row_too() -> None:
    first, second = prose(7, 22), prose(7, 22, start=9)
    first[-1] = first[-2][:20] + "。"
    second[0] = "「" + second[0][1:]
    assert paragraphs(page(column([*first, *second], 40, 200))) == [[*first, *second]]
