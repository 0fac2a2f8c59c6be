"""Stories that go on on another page: both ends found, told apart, joined, and none lost."""

from __future__ import annotations

import pytest

from banmian.articles import grammar as g
from banmian.articles.jumps import joined_over_pages
from banmian.articles.threads import Thread
from banmian.model.article import Part
from banmian.model.page import Block, Line, Page, Role
from banmian.model.text import Text


def page(index: int, *stories: tuple[tuple[Role, str], ...]) -> tuple[Page, list[Thread]]:
    """A page and a thread for each of its stories."""
    blocks: list[Block] = []
    threads = []
    for story in stories:
        parts = []
        for role, words in story:
            parts.append(Part(index, len(blocks), role))
            blocks.append(Block((Line(Text(words)),), role))
        threads.append(Thread(tuple(parts)))
    return Page(index, str(index + 1), blocks=tuple(blocks)), threads


def joined(*pages: tuple[Page, list[Thread]]) -> tuple[list[list[tuple[int, int]]], list[str]]:
    """Pages and blocks of each thread, and the warnings."""
    threads, warnings = joined_over_pages(tuple(p for p, _ in pages), [t for _, own in pages for t in own])
    return [[(p.page, p.block) for p in t.parts] for t in threads], warnings


HEAD, BODY, MORE = (Role.HEADLINE, "老橋通車"), (Role.BODY, "第一班車駛過橋面，車上坐着二"), (Role.BODY, "十三名乘客。")


@pytest.mark.parametrize(
    ("leaves", "arrives"),
    [
        ("（下轉第2版）", "（上接第1版）"),
        ("緊接2版", "（緊接第1版）"),
        ("（下轉第2版①）", "（上接第1版①）"),
        ("See BRIDGE, 2", "From Page 1"),
        ("BRIDGE / Page 2", "Continued from Page 1"),
        ("See BRIDGE, page 2", "BRIDGE: from page 1"),
        ("（下轉2版）", "▶ 上接1版　老橋通車"),
        ("（下轉2版）", "文接1版老橋通車"),
        ("Turn to 2 ►", "Continued from 1"),
        ("BRIDGE, page 2", "From page 1"),
        ("Fortsetzung Seite 2", "◄ Von Seite 1"),
        ("See BRIDGE, page 2 ►", "◄ From page 1"),
    ],
)
def test_both_ends_of_a_jump_are_one_story(leaves: str, arrives: str) -> None:
    stories, warnings = joined(
        page(0, (HEAD, BODY, (Role.JUMP, leaves)), ((Role.HEADLINE, "別的事"), (Role.BODY, "說完了。"))),
        page(1, ((Role.HEADLINE, "老橋通車"), (Role.JUMP, arrives), MORE)),
    )
    assert stories == [[(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)], [(0, 3), (0, 4)]]
    assert warnings == []


def test_a_head_may_have_the_page_that_it_comes_from_behind_it() -> None:
    stories, warnings = joined(
        page(0, (HEAD, BODY, (Role.JUMP, "（下轉第2版）"))), page(1, ((Role.HEADLINE, "老橋（上接第 1 版）"), MORE))
    )
    assert (stories, warnings) == ([[(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)]], [])


def test_of_two_jumps_between_two_pages_each_finds_its_own_by_its_mark() -> None:
    ends = [((Role.BODY, f"{name}事說到一半，"), (Role.JUMP, f"（下轉第2版{mark}）")) for name, mark in ("甲①", "乙②")]
    arrivals = [((Role.JUMP, f"（上接第1版{mark}）"), (Role.BODY, "後來呢。")) for mark in "②①"]
    stories, _ = joined(page(0, *ends), page(1, *arrivals))
    assert stories == [[(0, 0), (0, 1), (1, 2), (1, 3)], [(0, 2), (0, 3), (1, 0), (1, 1)]]


def test_an_end_without_its_other_end_is_said_and_loses_nothing() -> None:
    stories, warnings = joined(page(0, (HEAD, BODY, (Role.JUMP, "（下轉第2版）"))), page(1, (MORE,)))
    assert stories == [[(0, 0), (0, 1), (0, 2)], [(1, 0)]]
    assert warnings == ["page 1: a story goes on on page 2, but no story there says so"]


def test_what_names_a_page_after_a_name_and_an_age_is_told_apart() -> None:
    assert g.JUMP_ON.match("COUNCIL / Page 3")
    assert g.JUMP_ON.match("See COUNCIL, 3")
    assert not g.JUMP_ON.match("SMITH, 34")
    assert not g.JUMP_ON.match("Council, page 3 of the report")


def test_a_printed_pair_is_not_undone_by_another_jump_of_its_story() -> None:
    stories, warnings = joined(
        page(0, (HEAD, BODY, (Role.JUMP, "（下轉第2版）"), (Role.JUMP, "（下轉第3版）"))),
        page(1, ((Role.JUMP, "（上接第1版）"), MORE)),
        page(2, ((Role.HEADLINE, "老橋通車"), (Role.BODY, "別的事說完了。"))),
    )
    assert [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1)] in stories
    assert warnings == ["page 1: a story goes on on page 3, but no story there says so"]


@pytest.mark.parametrize("pointer", ["Full story: page 2", "（相關新聞刊2版）"])
def test_a_pointer_under_a_text_leads_on_where_an_arrival_answers(pointer: str) -> None:
    story = page(0, (HEAD, BODY, (Role.POINTER, pointer)))
    threads, warnings = joined_over_pages(
        (story[0], (told := page(1, ((Role.JUMP, "（上接第1版）"), MORE)))[0]), [*story[1], *told[1]]
    )
    assert [([(p.page, p.block) for p in t.parts], t.continued_on) for t in threads] == [
        ([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)], ("2",))
    ]
    assert warnings == []


def test_a_pointer_that_no_arrival_answers_is_no_jump() -> None:
    story, other = page(0, (HEAD, BODY, (Role.POINTER, "詳見2版"))), page(1, (MORE,))
    threads, warnings = joined_over_pages((story[0], other[0]), [*story[1], *other[1]])
    assert ([t.continued_on for t in threads], warnings) == ([(), ()], [])


def test_of_two_jumps_that_name_the_same_pages_each_finds_the_rest_that_is_of_the_same_things() -> None:
    bridge = "橋墩的引道和便民橋的護欄今年都要換新，貨車司機不必再繞行便民橋。"
    school = "小學的食堂和操場今年都要翻新，家長和學生都盼望操場早日開放。"
    stories, _ = joined(
        page(
            0,
            ((Role.HEADLINE, "一件實事"), (Role.BODY, bridge), (Role.JUMP, "下轉第2版")),
            ((Role.HEADLINE, "又一件事"), (Role.BODY, school), (Role.JUMP, "下轉第2版")),
        ),
        page(
            1,
            ((Role.JUMP, "上接第1版"), (Role.BODY, "學生說，操場和食堂換了新樣子，家長也放心。")),
            ((Role.JUMP, "上接第1版"), (Role.BODY, "司機說，護欄和引道換了新樣子，便民橋好走了。")),
        ),
    )
    assert stories == [[(0, 0), (0, 1), (0, 2), (1, 2), (1, 3)], [(0, 3), (0, 4), (0, 5), (1, 0), (1, 1)]]
