"""Columns of any width, headlines over them, tiers of vertical text, and pages that need no layout."""

from __future__ import annotations

import random

import pytest

from banmian.layout import lay_out
from banmian.layout.gutters import Index
from banmian.layout.piece import pieces
from banmian.model.geometry import Box, Turning
from banmian.model.page import Line, Mark, MarkKind, Page, QrCode, Role
from banmian.model.text import Text
from page_of_lines import (
    HEIGHT,
    LEADING,
    SIZE,
    WIDTH,
    blocks,
    column,
    frame,
    line,
    page,
    prose,
    rule,
    standing,
    words,
)

WIDE, MIDDLE, NARROW = prose(12, 22), prose(12, 14, start=9), prose(12, 8, start=20)
THREE = [*column(WIDE, 40, 200), *column(MIDDLE, 276, 200), *column(NARROW, 432, 200)]


def test_columns_of_unequal_widths_are_read_apart() -> None:
    assert blocks(page(THREE), Role.BODY) == sorted([WIDE, MIDDLE, NARROW])


def test_the_order_in_which_lines_come_does_not_matter() -> None:
    mixed = list(THREE)
    random.Random(3).shuffle(mixed)  # noqa: S311 a fixed order, no secret
    assert blocks(page(mixed), Role.BODY) == blocks(page(THREE), Role.BODY)


def test_columns_that_start_at_different_heights_are_read_apart() -> None:
    left, right = prose(14, 16), prose(9, 24, start=5)
    laid = page([*column(left, 40, 200), *column(right, 220, 244)])
    assert blocks(laid, Role.BODY) == sorted([left, right])


def test_a_headline_over_two_columns_is_a_block_of_its_own() -> None:
    left, right = prose(8, 16), prose(8, 16, start=7)
    laid = page([line("三個公園今年動工", 90, 160, 24), *column(left, 40, 200), *column(right, 216, 200)])
    assert blocks(laid, Role.HEADLINE) == [["三個公園今年動工"]]
    assert blocks(laid, Role.BODY) == sorted([left, right])


@pytest.mark.parametrize(("count", "columns"), [(3, False), (9, True)])
def test_spaces_that_fall_under_each_other_in_a_few_loose_rows_make_no_columns(count: int, *, columns: bool) -> None:
    full = "the mill stands by the old river and so it has for"
    over, under = line(full, 40, 185), line(full, 40, 200 + 15 * count)
    loose = [(line("bend", 40, 200 + 15 * k), line(full[:44], 67, 200 + 15 * k)) for k in range(count)]
    lines = (over, *(part for row in loose for part in row), under)
    found = pieces(Page(1, width=WIDTH, height=HEIGHT, lines=lines), Turning(vertical=False, width=WIDTH))
    ranked = sorted(found, key=lambda p: p.y0)
    begin, end = sorted((p for p in ranked if p.y0 == 200 + 15 * (count // 2)), key=lambda p: p.x0)
    assert Index([p.y0 for p in ranked], ranked).gutter(begin, end) is columns


def test_short_columns_under_a_line_across_their_gutter_are_read_apart() -> None:
    left, right = prose(5, 15), prose(4, 15, start=7)
    left[0] = "　　" + left[0][:13]
    across = line("從一封來信說起王一", 155, 188)
    laid = page([across, *column(left, 40, 205), *column(right, 204, 205)])
    assert right in blocks(laid, Role.BODY)


def test_a_column_beside_two_lone_rows_stays_apart() -> None:
    left, right = prose(2, 15), prose(8, 15, start=7)
    laid = page([*column(left, 40, 200), *column(right, 204, 200)])
    assert blocks(laid, Role.BODY) == sorted([left, right])


def test_a_deck_over_two_columns_in_almost_their_size_is_no_row_of_theirs() -> None:
    left, right = prose(8, 16), prose(8, 16, start=7)
    deck = line("明年春天兩岸居民過河不再繞遠路", 128, 186, 10.8)
    laid = page([deck, *column(left, 40, 200), *column(right, 216, 200)])
    assert blocks(laid, Role.BODY) == sorted([["明年春天兩岸居民過河不再繞遠路"], left, right])


def test_cells_of_a_table_beside_text_are_rows_of_their_own() -> None:
    text = prose(8, 16)
    places = ("龍塘", "河口", "石橋", "東門", "西門", "北塘")
    cells = [
        line(words, x, 200 + i * LEADING, 9)
        for i, place in enumerate(places)
        for words, x in ((place, 230), (str(161 + 7 * i), 270), (f"{20 + i}%", 310))
    ]
    (table,) = [b for b in page([*column(text, 40, 200), *cells]).blocks if "龍塘" in words(b)]
    assert words(table) == [w for i, p in enumerate(places) for w in (p, str(161 + 7 * i), f"{20 + i}%")]


def test_two_latin_headlines_side_by_side_are_two() -> None:
    heads = [line("Town split over school", 40, 160, 16), line("Old mill to hum again", 234, 160, 16)]
    laid = page([*heads, *column(prose(8, 18), 40, 200), *column(prose(8, 18, start=7), 234, 200)])
    assert blocks(laid, Role.HEADLINE) == [["Old mill to hum again"], ["Town split over school"]]


def test_a_headline_of_two_rows_is_one_block() -> None:
    laid = page([line("區內三個公園", 40, 120, 24), line("今年春天動工", 40, 150, 24), *column(prose(8, 16), 40, 200)])
    assert blocks(laid, Role.HEADLINE) == [["區內三個公園", "今年春天動工"]]


def test_a_rule_across_a_column_parts_what_stands_above_and_below() -> None:
    above, below = prose(5, 20), prose(5, 20, start=11)
    lines = [*column(above, 40, 200), *column(below, 40, 200 + 5 * LEADING + 4)]
    middle = 200 + 5 * LEADING - 0.5
    assert blocks(page(lines, [rule(40, middle, 240, middle + 0.5)]), Role.BODY) == sorted([above, below])


def test_words_set_wide_apart_in_a_line_stay_in_their_line() -> None:
    rows = prose(8, 24)
    lines = column(rows[:3] + rows[4:], 40, 200)
    lines = [*lines[:3], line("The park", 40, 245), line("opens today", 120, 245), *column(rows[4:], 40, 260)]
    (block,) = [b for b in page(lines).blocks if b.role is Role.BODY]
    assert words(block) == [*rows[:3], "The park", "opens today", *rows[4:]]


def test_a_wide_space_under_a_full_row_parts_nothing() -> None:
    above = prose(1, 24)
    (block,) = page([*column(above, 40, 200), line("工人們", 40, 215), line("正在鋪路", 90, 215)]).blocks
    assert words(block) == [*above, "工人們", "正在鋪路"]


def test_tiers_of_a_vertical_page_are_its_columns() -> None:
    upper = [standing(row, 500 - i * LEADING, 150) for i, row in enumerate(prose(10, 18))]
    lower = [standing(row, 500 - i * LEADING, 350) for i, row in enumerate(prose(10, 18, start=13))]
    laid = page([*lower, *upper])
    assert blocks(laid, Role.BODY) == sorted([prose(10, 18), prose(10, 18, start=13)])
    (first, second) = sorted((b.box for b in laid.blocks if b.box), key=lambda b: b.y0)
    assert first == Box(500 - 9 * LEADING, 150, 500 + SIZE, 330)
    assert second.y0 == 350


def test_tiers_with_a_gap_between_them_are_no_table() -> None:
    bare = [row.replace("，", "又").replace("。", "也") for row in prose(24, 10)]
    tiers = [bare[8 * k : 8 * k + 8] for k in range(3)]
    tops = (100, 218, 442)  # a head stands where the third would be
    laid = page(
        [standing(row, 500 - i * LEADING, y) for y, rows in zip(tops, tiers, strict=True) for i, row in enumerate(rows)]
    )
    assert blocks(laid, Role.BODY) == sorted(tiers)


def test_a_short_row_of_one_tier_takes_no_rows_of_the_tier_beyond_the_rule() -> None:
    upper = [standing(row, 500 - i * LEADING, 100) for i, row in enumerate(prose(8, 12)) if i]
    lower = [standing(row, 500 - i * LEADING, 232) for i, row in enumerate(prose(8, 12, start=5)) if i]
    last = standing("重？", 500, 232)
    laid = page([*upper, *lower, last], [rule(500 - 8 * LEADING, 226, 520, 227)])
    assert blocks(laid, Role.BODY) == sorted([prose(8, 12)[1:], ["重？", *prose(8, 12, start=5)[1:]]])


def test_pictures_are_blocks_and_codes_and_doubles_are_not() -> None:
    photo, code = Box(300, 300, 500, 420), Box(520, 300, 560, 340)
    marks = [Mark(MarkKind.PICTURE, b) for b in (photo, Box(301, 301, 499, 419), code, Box(40, 780, 50, 790))]
    laid = page(column(prose(12, 22), 40, 200), marks, codes=[QrCode(code, "https://donghu.example")])
    assert [b.box for b in laid.blocks if b.role is Role.PICTURE] == [photo]


@pytest.mark.parametrize(
    "bare",
    [
        Page(index=0, missing="page 1 of a.pdf is damaged"),
        Page(index=0, width=WIDTH, height=HEIGHT),
        Page(index=0, lines=(Line(Text("沒有位置的一行")),)),
    ],
)
def test_a_page_with_nothing_to_lay_out_comes_back_as_it_was(bare: Page) -> None:
    assert lay_out(bare) is bare


def test_every_line_stands_in_one_block() -> None:
    laid = page([*THREE, line("第2版", 40, 20), line("三個公園今年動工", 40, 160, 24)])
    assert sorted(w for b in laid.blocks for w in words(b)) == sorted(str(one.text) for one in laid.lines)


def test_heads_side_by_side_over_columns_of_their_own_are_two() -> None:
    heads = [line("臍橙基地變了樣", 40, 100, 24), line("荒坡撐起大產業", 230, 100, 24)]  # 22 points apart
    columns = [*column(prose(6, 16), 40, 150), *column(prose(6, 16, start=5), 230, 150)]
    found = [b.words for b in page([*heads, *columns]).blocks if b.role is Role.HEADLINE]
    assert sorted(found) == sorted(["臍橙基地變了樣", "荒坡撐起大產業"])


def test_a_headline_with_a_space_in_it_over_one_column_is_one() -> None:
    heads = [line("臍橙基地變了樣", 40, 100, 24), line("荒坡撐起大產業", 230, 100, 24)]
    found = [b.words for b in page([*heads, *column(prose(6, 35), 40, 150)]).blocks if b.role is Role.HEADLINE]
    assert len(found) == 1


def test_two_rows_in_each_of_two_columns_under_a_centred_deck_are_read_apart() -> None:
    left, right = ["　　一個故事從這裡開始講", "後來大家都說好就這樣說"], ["講到了右邊的欄裡面還沒", "完，明天再講。"]
    deck = line("——記者在村裡看到的", 112, 186, 9.85)
    below = prose(10, 27, start=3)
    laid = page([deck, *column(left, 40, 204), *column(right, 168, 204), *column(below, 40, 300)])
    assert right in blocks(laid, Role.BODY)


def test_a_wider_story_above_says_nothing_of_two_columns_below() -> None:
    above = prose(4, 27)
    left = ["　　本報記者廖芳今天報道", *prose(8, 12, start=4)]
    right = ["　　右邊這一欄也從這裡說", *prose(8, 12, start=9)]
    laid = page([*column(above, 40, 140), *column(left, 40, 220), *column(right, 180, 220)])
    found = blocks(laid, Role.BODY)
    assert not any("廖芳" in "".join(rows) and "右邊" in "".join(rows) for rows in found)


def test_heads_side_by_side_in_a_box_with_text_under_each_are_no_table() -> None:
    lines = []
    for row in range(4):
        for x, name in ((60, "Karim Vasseur"), (200, "Hugo Delorme")):
            lines += [
                line(name, x, 100 + row * 45),
                *column(["Fondateur de la librairie", "avait 95 ans."], x, 115 + row * 45),
            ]
    laid = page(lines, [frame(Box(50, 90, 360, 290))])
    names = [block for block in blocks(laid, Role.BODY) if "Vasseur" in block[0]]
    assert all("Delorme" not in " ".join(block) for block in names)


def test_heads_in_a_row_over_texts_of_their_own_are_no_tables_row() -> None:
    places, names = (40, 190, 340, 490), ("秦子涵", "胡俊傑", "姜小超", "胡小勇")
    lines = []
    for k in range(3):
        for x, name in zip(places, names, strict=True):
            lines += [line(name, x, 200 + 45 * k, 11), line("一生愛花，曾為社區種樹", x, 214 + 45 * k)]
            lines.append(line("三百棵，享年七十歲。", x, 228 + 45 * k))
    found = page(lines)
    assert not any(sum(name in str(n.text) for n in b.lines for name in names) > 1 for b in found.blocks)


def test_a_second_column_of_one_row_is_not_read_across() -> None:
    rows = prose(6, 10)
    laid = page([*column(rows, 40, 150), line("這樣說完了。", 40 + 100 + 13, 150)])
    assert blocks(laid, Role.BODY) == sorted([rows, ["這樣說完了。"]])


def test_a_picture_under_a_row_does_not_part_its_words() -> None:
    rows = [*column(prose(4, 20), 40, 150), line("第二天他們", 40, 210), line("一早就到河邊去了。", 40 + 50 + 12, 210)]
    ground = Mark(MarkKind.PICTURE, Box(30, 140, 260, 300))
    assert len(blocks(page([*rows, *column(prose(4, 20), 40, 225)], [ground]), Role.BODY)) == 1
