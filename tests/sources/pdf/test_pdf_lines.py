"""Lines of a PDF page: where they stand, how they run and are set, whatever the file's frame and order."""

from __future__ import annotations

import random

import pytest

from banmian.model.geometry import Box
from banmian.model.page import Direction, Line, MarkKind, Page
from banmian.ports import ReadSettings
from banmian.sources import pdf
from handmade_pdf import HEIGHT, WIDTH, Sheet, filled, made, picture, ruled, standing, text, turned

COLUMN = "".join(
    text(words, x, y)
    for x, rows in (
        (40, ("今晨河上起了大霧，", "渡船停了一個鐘頭，", "趕集的人都在岸上等。")),
        (160, ("午後霧散了，太陽出", "來，集上比往日熱鬧", "得多，賣魚的最早收。")),
    )
    for y, words in zip((100, 116, 132), rows, strict=True)
)


def page_of(*sheets: Sheet, index: int = 0) -> Page:
    return pdf.open_document(made(sheets), "paper.pdf", ReadSettings()).page(index)


def placed(page: Page) -> list[tuple[str, Box]]:
    """Lines with their boxes, rounded, in a fixed order."""
    found = []
    for line in page.lines:
        assert line.box is not None
        b = line.box
        found.append((str(line.text), Box(*(float(round(v, 1)) for v in (b.x0, b.y0, b.x1, b.y1)))))
    return sorted(found)


def of(page: Page, words: str) -> Line:
    return next(line for line in page.lines if str(line.text) == words)


def test_columns_are_not_run_together() -> None:
    left = ["今晨河上起了大霧，", "渡船停了一個鐘頭，", "趕集的人都在岸上等。"]
    right = ["午後霧散了，太陽出", "來，集上比往日熱鬧", "得多，賣魚的最早收。"]
    assert [words for words, _ in placed(page_of(Sheet(COLUMN)))] == sorted([*left, *right])


def test_the_order_of_drawing_does_not_matter() -> None:
    drawn = COLUMN.splitlines(keepends=True)
    random.Random(7).shuffle(drawn)  # noqa: S311 a fixed order, no secret
    assert placed(page_of(Sheet("".join(drawn)))) == placed(page_of(Sheet(COLUMN)))


def test_every_character_has_its_box() -> None:
    line = of(page_of(Sheet(text("太陽出來", 40, 100, 20))), "太陽出來")
    assert [round(b.x0) for b in line.chars] == [40, 60, 80, 100]
    assert all(round(b.width) == 20 and round(b.height) == 20 for b in line.chars)
    assert line.box is not None
    assert line.box.y0 < 100 < line.box.y1 + 1


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_rotated_page_is_read_as_it_is_displayed(degrees: int) -> None:
    content = COLUMN + standing("直排的一行字", 350, 100) + ruled(40, 80, 300, 80) + filled((40, 200, 90, 240))
    upright = page_of(Sheet(content))
    size = (WIDTH, HEIGHT) if degrees == 180 else (HEIGHT, WIDTH)
    rotated = page_of(Sheet(turned(content, degrees), *size, rotate=degrees))
    assert (rotated.width, rotated.height) == (upright.width, upright.height)
    assert placed(rotated) == placed(upright)
    assert {line.styles[0][1].rotation for line in rotated.lines} == {0}
    assert {line.direction for line in rotated.lines} == {Direction.HORIZONTAL, Direction.VERTICAL}
    assert sorted((m.kind, round(m.box.x0), round(m.box.y0)) for m in rotated.marks) == sorted(
        (m.kind, round(m.box.x0), round(m.box.y0)) for m in upright.marks
    )


def test_a_crop_box_moves_the_origin_and_cuts_what_lies_outside() -> None:
    content = COLUMN + text("印廠的色標", 2, 20) + ruled(40, 80, 300, 80)
    page = page_of(Sheet(content, crop=(30, 60, 380, 560)))
    assert (page.width, page.height) == (350, 500)
    whole = placed(page_of(Sheet(COLUMN)))
    assert placed(page) == [
        (w, Box(*(float(round(v, 1)) for v in (b.x0 - 30, b.y0 - 60, b.x1 - 30, b.y1 - 60)))) for w, b in whole
    ]
    (rule,) = page.marks
    assert (round(rule.box.x0), round(rule.box.y0)) == (10, 20)


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_crop_box_on_a_rotated_page(degrees: int) -> None:
    # what is displayed keeps 30 points off the left and 60 off the top
    crop = {90: (60.0, 0.0, 600.0, 370.0), 270: (0.0, 30.0, 540.0, 400.0)}[degrees]
    page = page_of(Sheet(turned(COLUMN, degrees), HEIGHT, WIDTH, rotate=degrees, crop=crop))
    assert (page.width, page.height) == (370, 540)
    assert placed(page) == [
        (w, Box(*(float(round(v, 1)) for v in (b.x0 - 30, b.y0 - 60, b.x1 - 30, b.y1 - 60))))
        for w, b in placed(page_of(Sheet(COLUMN)))
    ]


def test_vertical_lines_run_downwards() -> None:
    content = standing("東城的橋今天通車了", 350, 60) + standing("來往的人都說方便", 332, 60)
    page = page_of(Sheet(content + text("橫排的一行標題", 60, 40, 20)))
    assert of(page, "東城的橋今天通車了").direction is Direction.VERTICAL
    assert of(page, "來往的人都說方便").direction is Direction.VERTICAL
    assert of(page, "橫排的一行標題").direction is Direction.HORIZONTAL
    assert len(page.lines) == 3


def test_a_large_vertical_headline_is_one_line() -> None:
    page = page_of(Sheet(standing("大橋通車", 300, 60, 36) + COLUMN))
    line = of(page, "大橋通車")
    assert line.direction is Direction.VERTICAL
    assert round(line.size) == 36


def test_what_stands_near_in_the_row_takes_no_character_out_of_a_vertical_line() -> None:
    small = standing("東城新事記", 343, 94, 8)  # beside the headline, one of its cells on the baseline of another
    page = page_of(Sheet(standing("從橋頭看過去", 320, 60, 20) + small + COLUMN))
    assert of(page, "從橋頭看過去").direction is Direction.VERTICAL
    assert of(page, "東城新事記").direction is Direction.VERTICAL


def test_columns_of_many_tiers_are_followed_each_by_itself() -> None:
    rows = [f"{first}往的人都說好" for first in "來去東西南北上下"]
    tiers = "".join(
        standing(row, 40 + 13 * i + 2.2 * tier, 30 + 88 * tier) for tier in range(6) for i, row in enumerate(rows)
    )
    assert sorted(str(line.text) for line in page_of(Sheet(tiers)).lines) == sorted(rows * 6)


def test_close_columns_are_read_downwards() -> None:
    columns = [f"{first}往的人都說方便得多" for first in "來去東西南北"]
    cells = [(c, 350 - 11.9 * i, 70 + 10 * k) for i, words in enumerate(columns) for k, c in enumerate(words)]
    page = page_of(Sheet("".join(text(*cell) for cell in cells)))
    assert sorted(str(line.text) for line in page.lines) == sorted(columns)


def test_widely_spaced_rows_that_stand_close_are_read_across() -> None:
    full = "".join(text("來往的人都說方便得多了許", 40, 60 + 11.5 * i) for i in (0, 1, 2, 5, 6, 7))
    wide = "".join(text(c, 40 + 13.7 * k, 60 + 11.5 * i) for i in (3, 4) for k, c in enumerate("今天通車的老橋邊"))
    page = page_of(Sheet(full + wide))
    assert all(line.direction is Direction.HORIZONTAL for line in page.lines)
    assert len(page.lines) == 8


def test_tiers_that_stand_close_are_parted_where_many_columns_end() -> None:
    columns = [f"{first}往的人都說好" for first in "來去東西南北上下"]
    tiers = "".join(standing(words, 350 - 14 * i, 60 + 82 * tier) for tier in (0, 1) for i, words in enumerate(columns))
    assert sorted(str(line.text) for line in page_of(Sheet(tiers)).lines) == sorted(columns * 2)


def test_tiers_are_parted_where_columns_end_further_off() -> None:
    columns = [0, 1, 7, 8]
    tiers = "".join(standing("來往的人都說方便", 350 - 14 * i, 60 + 94 * tier) for tier in (0, 1) for i in columns)
    page = page_of(Sheet(tiers))
    assert [str(line.text) for line in page.lines] == ["來往的人都說方便"] * 8


def test_a_head_over_smaller_type_of_the_next_tier_is_a_line_of_its_own() -> None:
    page = page_of(Sheet(standing("大橋通車", 300, 60, 13) + standing("東城的橋今天", 302, 124, 9.5)))
    assert sorted(str(line.text) for line in page.lines) == ["大橋通車", "東城的橋今天"]


def test_tiers_whose_columns_seldom_stand_under_each_other_are_parted() -> None:
    columns = [f"{first}往的人都說好" for first in "來去東西南北上下"]
    upper = "".join(standing(words, 350 - 14 * i, 60) for i, words in enumerate(columns))
    lower = "".join(standing(words, (350 if i < 2 else 343) - 14 * i, 143) for i, words in enumerate(columns))
    assert sorted(str(line.text) for line in page_of(Sheet(upper + lower)).lines) == sorted(columns * 2)


def test_two_close_columns_on_a_page_of_columns_are_read_downwards() -> None:
    words = ["東城老橋今天通車", "來往行人都說方便"]
    close = "".join(text(c, 60 + 10.9 * i, 60 + 10 * k) for i, row in enumerate(words) for k, c in enumerate(row))
    columns = "".join(standing("來往的人都說方便得多了", 332 - 18 * i, 60) for i in range(8))
    page = page_of(Sheet(columns + close))
    assert {str(line.text) for line in page.lines} >= set(words)


def test_a_head_of_two_columns_is_read_downwards_though_a_tiers_edge_crosses_it() -> None:
    cells = [
        (c, 60 + 18 * i, 64 + 21 * k, 14) for i, row in enumerate(("蔓延天花", "教廳注意")) for k, c in enumerate(row)
    ]
    tiers = "".join(standing("來往的人都說方便得多了", 332 - 18 * i, y) for i in range(5) for y in (120, 249))
    edges = "".join(standing("說好", 100 + 14 * i, y) for i in range(8) for y in (43, 71))
    found = page_of(Sheet(tiers + edges + "".join(text(*cell) for cell in cells)))
    assert {line.direction for line in found.lines} == {Direction.VERTICAL}


def test_a_gutter_between_han_and_a_number_is_no_word_space() -> None:
    left, right = ("今晨河上起了大霧", "渡船停了一個鐘頭"), ("14人等在岸上沒有", "87年前也是這樣的")
    rows = "".join(text(w, x, 100 + 16 * k) for x, c in ((40, left), (127, right)) for k, w in enumerate(c))
    assert sorted(str(line.text) for line in page_of(Sheet(rows)).lines) == sorted((*left, *right))


def test_a_comma_that_sank_in_its_column_is_put_back() -> None:
    above, below = standing("東城的橋今天通車了", 350, 60), standing("來往的人都說方便", 350, 170)
    columns = "".join(standing("來往的人都說方便得多了", 332 - 18 * i, 60) for i in range(4))
    page = page_of(Sheet(columns + above + text("，", 350, 178.4 - 9) + below))
    found = of(page, "東城的橋今天通車了，來往的人都說方便")
    assert found.direction is Direction.VERTICAL


def test_two_tiers_of_two_columns_beside_a_head_are_parted() -> None:
    upper, lower = ("日前縣委組織召開了", "泵站專題推進會研究"), ("排部署管網清淤他說", "沙袋等不起所以要快")
    columns = [standing(words, 300 - 15 * i, 60) for i, words in enumerate(upper)]
    columns += [standing(words, 300 - 15 * i, 60 + 9 * 11 + 6.5) for i, words in enumerate(lower)]
    page = page_of(Sheet("".join(columns) + standing("內澇該怎麼治？", 325, 60, 24)))
    assert {str(line.text) for line in page.lines} >= {*upper, *lower}


def test_a_flat_character_that_sank_in_its_column_is_put_back() -> None:
    words = ("第一百里的路", "再走一里就到", "去年三月十一一")
    columns = [standing("來往的人都說方便得多了", 314 - 18 * i, 60) for i in range(4)]
    for i, word in enumerate(words):
        x = 380 - 18 * i
        columns += [text(c, x, 70 + 11 * k + 4 * (c == "一"), 10) for k, c in enumerate(word)]
    page = page_of(Sheet("".join(columns)))
    assert {str(line.text) for line in page.lines} >= set(words)


def test_a_bracket_off_its_place_in_a_column_makes_no_space() -> None:
    columns = "".join(standing("來往的人都說方便得多了", 332 - 18 * i, 60) for i in range(4))
    said = standing("大家都說好", 350, 60) + text("」", 350, 122) + standing("區長今天這樣回答", 350, 126)
    page = page_of(Sheet(columns + said))
    assert of(page, "大家都說好」區長今天這樣回答").direction is Direction.VERTICAL


def test_a_slash_between_vertical_names_stays_in_their_line() -> None:
    columns = "".join(standing("來往的人都說方便得多了", 350 - 18 * i, 60) for i in range(4))
    page = page_of(Sheet(columns + standing("記者林可桑／東城", 260, 60)))
    assert [str(line.text) for line in page.lines if "記者" in str(line.text)] == ["記者林可桑／東城"]


def test_latin_turned_on_its_side_runs_with_its_letters() -> None:
    page = page_of(Sheet(text("Printed in Town", 300, 100, turn=90) + text("Read upwards", 350, 400, turn=270)))
    assert of(page, "Printed in Town").styles[0][1].rotation == 90
    assert of(page, "Read upwards").styles[0][1].rotation == 270


def test_word_spaces_that_are_only_gaps_are_seen() -> None:
    content = text("River", 40, 100) + text("Bend", 69, 100) + text("Weekly", 93, 100)
    assert [w for w, _ in placed(page_of(Sheet(content)))] == ["River Bend Weekly"]


@pytest.mark.parametrize("x", [66, 65, 64.8], ids=["little white", "no white", "overhanging"])
def test_a_written_space_that_is_not_seen_is_kept(x: float) -> None:
    def read(first: str) -> list[str]:
        return [w for w, _ in placed(page_of(Sheet(text(first, 40, 100, font="Slanted") + text("Bend", x, 100))))]

    assert read("River ") == ["River Bend"]
    assert read("River") == ["RiverBend"]


def test_a_written_space_under_the_next_words_parts_no_letters() -> None:
    content = text("River ", 40, 100) + text("Bend", 63, 100)  # the two overlap by a fifth of an em
    assert [w for w, _ in placed(page_of(Sheet(content)))] == ["RiverBend"]


@pytest.mark.parametrize(("first", "second"), [("渡船 ", "停了"), ("渡船 ", "Bend"), ("渡船Bend ", "停了")])
def test_a_written_space_that_is_not_seen_beside_han_is_none(first: str, second: str) -> None:
    bare = first.rstrip()
    end = 40 + sum(5 if c.isascii() else 10 for c in bare)
    content = text(first, 40, 100) + text(second, end + 0.5, 100)
    assert [w for w, _ in placed(page_of(Sheet(content)))] == [bare + second]


def test_letters_set_apart_are_no_words() -> None:
    content = "".join(text(c, 40 + 26 * i, 100, 20) for i, c in enumerate("墨川新聞"))
    assert [w for w, _ in placed(page_of(Sheet(content)))] == ["墨川新聞"]


def test_runs_keep_font_size_weight_slant_and_colour() -> None:
    content = text("本報訊", 40, 100, font="Bold", color=(0.8, 0, 0)) + text("今晨有霧", 70, 100)
    content += text("Aslant", 40, 140, 12, font="Slanted")
    page = page_of(Sheet(content))
    line = of(page, "本報訊今晨有霧")
    (start, bold), (second, plain) = line.styles
    assert (start, second) == (0, 3)
    assert bold.font == "Heiti-Bold"
    assert bold.weight >= 700 > plain.weight
    assert bold.color == (204, 0, 0, 255)
    assert plain.color == (0, 0, 0, 255)
    assert not plain.italic
    slanted = of(page, "Aslant")
    assert slanted.styles[0][1].italic
    assert slanted.size == 12


def test_the_size_is_the_one_that_is_seen() -> None:
    page = page_of(Sheet("q 2 0 0 2 0 -600 cm\n" + text("放大一倍", 20, 50, 9) + "Q\n"))
    assert of(page, "放大一倍").size == 18


def test_rules_boxes_and_pictures_are_found() -> None:
    content = ruled(40, 80, 300, 80) + filled((40, 200, 140, 260), (0.9, 0.9, 0.7)) + picture((200, 200, 360, 300))
    content += "q 0.5 w 40 40 320 100 re S Q\n" + filled((40, 320, 360, 320.6), (0, 0, 0)) + COLUMN
    marks = page_of(Sheet(content)).marks
    kinds = sorted(m.kind for m in marks)
    assert kinds == sorted([MarkKind.RULE, MarkKind.RULE, MarkKind.FILL, MarkKind.PICTURE, MarkKind.FRAME])
    fill = next(m for m in marks if m.kind is MarkKind.FILL)
    assert fill.box == Box(40, 200, 140, 260)
    frame = next(m for m in marks if m.kind is MarkKind.FRAME)
    assert (round(frame.box.x0), round(frame.box.y0), round(frame.box.x1), round(frame.box.y1)) == (
        40,
        460,
        360,
        560,
    )


def test_no_line_runs_through_a_drawn_rule() -> None:
    pair = text("左邊一行，", 40, 100) + text("右邊一行。", 95.5, 100)  # 0.55 ems apart
    assert [words for words, _ in placed(page_of(Sheet(pair)))] == ["左邊一行， 右邊一行。"]
    parted = pair + ruled(92.7, 60, 92.7, 160)
    assert [words for words, _ in placed(page_of(Sheet(parted)))] == ["右邊一行。", "左邊一行，"]
    elsewhere = pair + ruled(92.7, 200, 92.7, 300) + ruled(40, 104, 150, 104)
    assert [words for words, _ in placed(page_of(Sheet(elsewhere)))] == ["左邊一行， 右邊一行。"]


def test_no_line_runs_over_the_side_of_a_tall_tint() -> None:
    pair = text("左邊一行，", 40, 100) + text("右邊一行。", 95.5, 100)
    pale = (0.9, 0.9, 0.7)
    tall = page_of(Sheet(filled((92.7, 60, 200, 160), pale) + pair))
    assert [words for words, _ in placed(tall)] == ["右邊一行。", "左邊一行，"]
    low = page_of(Sheet(filled((92.7, 80, 200, 116), pale) + pair))  # the ground of some words
    assert [words for words, _ in placed(low)] == ["左邊一行， 右邊一行。"]


def test_a_gutter_narrower_than_a_word_space_is_seen_where_rows_share_it() -> None:
    rows = [text("渡船停了一個", 40, 100 + 16 * k) + text("賣魚的最早收", 105.5, 100 + 16 * k) for k in range(6)]
    assert len(page_of(Sheet(rows[0])).lines) == 1
    found = [words for words, _ in placed(page_of(Sheet("".join(rows))))]
    assert found == ["渡船停了一個"] * 6 + ["賣魚的最早收"] * 6


def test_han_set_apart_evenly_are_one_line() -> None:
    spaced = "".join(text(c, 40 + 17 * k, 100) for k, c in enumerate("老橋通車"))  # 0.7 ems between them
    assert len(page_of(Sheet(spaced)).lines) == 1


@pytest.mark.parametrize("backwards", [False, True])
def test_rules_are_found_amid_characters_that_are_drawn_one_by_one(backwards: bool) -> None:
    rows = [[text(sign, 10 + 9 * n, 20 + 9 * row, 6) for n, sign in enumerate(EVERY)] for row in range(40)]
    drawn = ["".join(row[::-1] if backwards else row) for row in rows]
    rules = [ruled(20, 24 + 9 * row, 300, 24 + 9 * row) for row in range(0, 40, 7)]
    for row, rule in zip(range(0, 40, 7), rules, strict=True):
        half = len(drawn[row]) // 2
        cut = drawn[row].index("\n", half) + 1
        drawn[row] = drawn[row][:cut] + rule + drawn[row][cut:]
    marks = page_of(Sheet("".join(drawn))).marks
    assert [m.kind for m in marks] == [MarkKind.RULE] * len(rules)


EVERY = "天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽"


def apart(words: str, x: float, y: float, step: float) -> str:
    """Characters set so far from each other."""
    return "".join(text(c, x + k * step, y) for k, c in enumerate(words))


ROWS = "".join(text("今晨河上起了大霧，渡船停了", 40, y) for y in (100, 116, 148, 164))
"""Text over and under a row, in 10 points."""


def test_characters_spread_over_their_measure_are_one_line() -> None:
    assert "記者陳玉梅" in [words for words, _ in placed(page_of(Sheet(ROWS + apart("記者陳玉梅", 40, 132, 29))))]
    walled = page_of(Sheet(ROWS + apart("記者陳玉梅", 40, 132, 29) + ruled(89, 126, 89, 140)))
    assert "記者陳玉梅" not in [words for words, _ in placed(walled)]


def test_unevenly_set_characters_are_no_line() -> None:
    uneven = text("東", 40, 132) + text("南", 69, 132) + text("西", 120, 132) + text("北", 149, 132)
    assert {"東", "南", "西", "北"} <= {words for words, _ in placed(page_of(Sheet(ROWS + uneven)))}


def test_lines_nearly_as_close_as_their_characters_stand_on_a_vertical_page() -> None:
    rows = ("東城的橋今天通車了來往", "的人都說方便賣魚的老人", "也來看了一回他說水上的", "路短了從前要等一個鐘頭")
    sure = "".join(standing(row, 370 - k * 20, 60) for k, row in enumerate(rows * 4))
    tight = "".join(
        standing(c, 370 - k * 11.9, 300 + i * 11.5) for k, row in enumerate(rows * 3) for i, c in enumerate(row)
    )
    found = page_of(Sheet(sure + tight))
    assert {line.direction for line in found.lines} == {Direction.VERTICAL}
    assert sorted(str(line.text) for line in found.lines) == sorted(rows * 7)
