"""Folios at a page's head and foot, and the masthead of a front page."""

from __future__ import annotations

import pytest

from banmian.model.geometry import Box
from banmian.model.page import Mark, MarkKind, Role
from page_of_lines import HEIGHT, blocks, column, line, page, prose, rule, standing

BODY = [*column(prose(30, 22), 40, 230), *column(prose(30, 24, start=6), 290, 230)]
MASTHEAD = [
    line("東湖報", 60, 60, 60),
    line("2023年5月6日 星期六", 300, 70),
    line("第12期（總第345期）", 300, 90),
    line("國內統一刊號：CN31-0001", 300, 110),
]


@pytest.mark.parametrize(
    "folio", ["第2版 要聞", "02", "2023年5月6日 星期六", "責任編輯：王一", "Page 4", "Saturday, May 6, 2023"]
)
@pytest.mark.parametrize("y", [20, HEIGHT - 40])
def test_folios_stand_at_head_and_foot(folio: str, y: float) -> None:
    assert blocks(page([*BODY, line(folio, 40, y)]), Role.FOLIO) == [[folio]]


def test_on_a_vertical_page_the_folio_stands_upright_at_the_head() -> None:
    tiers = [standing(row, 550 - i * 15, y) for y in (60, 300, 540) for i, row in enumerate(prose(30, 22))]
    assert blocks(page([*tiers, line("第2版 要聞", 40, 20)]), Role.FOLIO) == [["第2版 要聞"]]


def test_a_folio_row_of_several_pieces_is_taken_whole() -> None:
    row = [line("第2版", 40, 20), line("要聞", 280, 20), line("2023年5月6日", 480, 20)]
    assert blocks(page([*BODY, *row]), Role.FOLIO) == [["第2版", "要聞", "2023年5月6日"]]


def test_the_same_words_in_the_text_are_no_folio() -> None:
    rows = prose(30, 22)
    laid = page(column([*rows[:9], "詳情請看第2版的報道，還有照片", *rows[9:]], 40, 150))
    assert blocks(laid, Role.FOLIO) == []


def test_a_line_at_the_head_that_says_nothing_of_a_folio_stays_text() -> None:
    laid = page([*BODY, line("本報訊，工人們正在鋪路", 40, 20)])
    assert blocks(laid, Role.FOLIO) == []


@pytest.mark.parametrize("turn", ["（下轉第4版①）", "（緊接第1版）", "Continued on page 4"])
def test_a_jump_at_the_foot_is_no_folio(turn: str) -> None:
    assert blocks(page([*BODY, line(turn, 290, HEIGHT - 40)]), Role.FOLIO) == []


def test_what_stands_above_the_rule_across_the_page_is_a_folio() -> None:
    laid = page([*BODY, line("東湖報·副刊", 40, 20)], [rule(30, 34, 570, 34.5)])
    assert blocks(laid, Role.FOLIO) == [["東湖報·副刊"]]


def test_the_front_page_has_a_masthead() -> None:
    laid = page([*MASTHEAD, *BODY], index=0)
    ((name, *rest),) = blocks(laid, Role.MASTHEAD)
    assert sorted([name, *rest]) == sorted(str(one.text) for one in MASTHEAD)
    assert len(blocks(laid, Role.BODY)) == 2


def test_a_name_from_top_to_bottom_takes_nothing_of_the_text_beside_it() -> None:
    tiers = [standing(row, 460 - i * 15, y) for y in (60, 250, 440) for i, row in enumerate(prose(24, 16))]
    name = [standing("安河新聞", 500, 60, 48), standing("二〇一〇年九月十五日星期三", 555, 60)]
    laid = page([*tiers, *name], index=0)
    assert blocks(laid, Role.MASTHEAD) == [["二〇一〇年九月十五日星期三", "安河新聞"]]
    assert len(blocks(laid, Role.BODY)) == 3


def test_other_pages_have_none() -> None:
    assert blocks(page([*MASTHEAD, *BODY], index=3), Role.MASTHEAD) == []


def test_a_large_headline_alone_is_no_masthead() -> None:
    laid = page([line("三個公園今年春天動工", 60, 120, 44), *BODY], index=0)
    assert blocks(laid, Role.MASTHEAD) == []
    assert blocks(laid, Role.HEADLINE) == [["三個公園今年春天動工"]]


def test_the_first_headline_does_not_go_into_the_masthead() -> None:
    laid = page([*MASTHEAD, line("三個公園今年春天動工", 60, 180, 30), *BODY], index=0)
    assert blocks(laid, Role.HEADLINE) == [["三個公園今年春天動工"]]


PALE = (255, 255, 255, 255)
ON_TINT = [
    line("東湖報", 50, 60, 48, color=PALE),
    line("星期六", 50, 125, color=PALE),
    line("總第345期", 110, 125, color=PALE),
]
TINT = Mark(MarkKind.FILL, Box(40, 50, 270, 150), (160, 0, 0, 255))


def test_a_masthead_on_a_tint_takes_nothing_of_the_story_beside_it() -> None:
    beside = [line("三個公園今年春天動工", 290, 60, 24), *column(prose(5, 24, start=3), 290, 95)]
    laid = page([*ON_TINT, *beside, *BODY], [TINT], index=0)
    assert [sorted(rows) for rows in blocks(laid, Role.MASTHEAD)] == [sorted(str(one.text) for one in ON_TINT)]
    assert blocks(laid, Role.HEADLINE) == [["三個公園今年春天動工"]]
    assert sorted(len(rows) for rows in blocks(laid, Role.BODY)) == [5, 30, 30]


def test_a_tint_across_the_page_is_not_all_of_the_masthead() -> None:
    across = Mark(MarkKind.FILL, Box(40, 50, 570, 150), (160, 0, 0, 255))
    laid = page([*ON_TINT, line("每份一元", 400, 30), *BODY], [across], index=0)
    assert "每份一元" in [row for rows in blocks(laid, Role.MASTHEAD) for row in rows]


def test_days_and_appeals_in_running_text_make_no_headline_the_papers_name() -> None:
    name = [line("The Mill Gazette", 60, 40, 48), line("No. 7,412", 40, 100), line("Thursday, 9 July 2026", 250, 100)]
    heads = [line("Council backs down over plan", 40, 140, 34), line("to close the crossing", 40, 180, 34)]
    text = [
        "A water main burst on Sunday,",
        "leaving forty houses without",
        "water. An appeal is heard on",
        "Wednesday evening by the men",
    ]
    brief = [line(words, 440, 150 + 15 * k) for k, words in enumerate(text)]
    laid = page(
        [*name, *heads, *brief, *column(prose(30, 24), 40, 240), *column(prose(30, 24, start=3), 300, 240)], index=0
    )
    assert [sorted(rows) for rows in blocks(laid, Role.MASTHEAD)] == [sorted(str(one.text) for one in name)]
    assert blocks(laid, Role.HEADLINE) == [[str(one.text) for one in heads]]


def test_a_headline_wider_than_the_papers_name_stays_out_of_the_masthead() -> None:
    dates = [line("2023年5月6日", 60, 110), line("星期六", 300, 110), line("第12期", 480, 110)]
    lead = line("洪峰過境巡堤隊員徹夜未眠", 20, 150, 46)
    laid = page([line("東湖報", 200, 30, 60), *dates, lead, *BODY], index=0)
    assert blocks(laid, Role.MASTHEAD) == [["東湖報", "2023年5月6日", "星期六", "第12期"]]


def test_a_small_name_in_a_box_of_its_own_is_the_masthead() -> None:
    box = Box(330, 40, 560, 160)
    told = [line("東湖報", 400, 50, 20), line("2023年5月6日 星期六", 380, 90), line("第12期 總第345期", 380, 110)]
    lead = line("洪峰過境", 40, 50, 44)
    laid = page([*told, lead, *BODY], [Mark(MarkKind.FRAME, box)], index=0)
    assert blocks(laid, Role.MASTHEAD) == [["東湖報", "2023年5月6日 星期六", "第12期 總第345期"]]


def test_a_weekday_in_a_sentence_says_nothing_of_a_masthead() -> None:
    laid = page(
        [line("Grand Finals", 60, 60, 50), line("come at 6 p.m. on Tuesday with a hat", 60, 120), *BODY], index=0
    )
    assert blocks(laid, Role.MASTHEAD) == []
