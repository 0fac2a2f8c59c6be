"""Stories that turn the page though no two printed jumps say so, and those that only look as if they did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banmian.articles.jumps import joined_over_pages
from banmian.articles.threads import Thread
from banmian.articles.turns import Leaf, turned
from banmian.model.article import Certainty, Part
from banmian.model.geometry import Box
from banmian.model.page import Block, Line, Page, Role, Style
from banmian.model.text import Text

CUT = Leaf(
    page=0,
    opening="老橋通車那天，",
    closing="當年修冷庫的人，翻開泛黃的帳",
    indented=False,
    head="老橋通車了",
    words=frozenset({"老橋通車了"}),
    signed=False,
    at_head=False,
    at_foot=True,
    full=True,
    text="老橋，老橋",
)
MORE = replace(CUT, page=1, opening="冊，指着其中一頁說：", closing="這才放心。", at_head=True)
HEADLESS = replace(MORE, head="", words=frozenset())


@pytest.mark.parametrize(
    "second",
    [
        MORE,
        HEADLESS,
        replace(MORE, page=3, at_head=False),
        replace(MORE, head="老橋通車啦", words=frozenset({"老橋通車啦"})),
    ],
    ids=["the headline again", "foot to head", "any later page", "a headline set a little otherwise"],
)
def test_a_sentence_cut_by_the_page_is_found_again(second: Leaf) -> None:
    other = replace(CUT, closing="第二天說完了。", head="別的事", words=frozenset({"別的事"}))
    assert turned([other, CUT, second], {}, {}) == {1: 2}


def test_a_word_of_the_headline_stands_for_it() -> None:
    first = replace(CUT, closing="have not seen it since Sep-", head="oldmilltohum", words=frozenset({"mill", "old"}))
    second = replace(MORE, opening="tember, with a detour", head="mill", words=frozenset({"mill"}), at_head=False)
    assert turned([first, second], {}, {}) == {0: 1}
    assert turned([first, replace(second, head="tide", words=frozenset({"tide"}))], {}, {}) == {}


def test_a_serial_at_the_foot_of_two_pages_is_one_though_a_sentence_ends_there() -> None:
    first = replace(CUT, closing="她把門關上了。", full=False, cellar=True, size=9.0)
    second = replace(HEADLESS, opening="第二天早晨，", indented=True, at_head=False, cellar=True, size=9.0)
    assert turned([first, second], {}, {}) == {0: 1}
    for other in ({"cellar": False}, {"size": 12.0}, {"page": 2}, {"head": "別的事"}):
        assert turned([first, replace(second, **other)], {}, {}) == {}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (replace(CUT, closing="事情就這樣說完了。"), MORE),
        (CUT, replace(MORE, signed=True)),
        (replace(CUT, head="法院公告"), replace(MORE, head="法院公告")),
        (CUT, replace(MORE, indented=True)),
        (CUT, replace(MORE, page=0)),
        (replace(CUT, full=False), MORE),
        (replace(CUT, closing="牛角塘 830 33.480%"), MORE),
        (replace(CUT, at_foot=False), replace(HEADLESS, opening="【樂水：三件事】")),
        (CUT, replace(HEADLESS, at_head=False)),
        (CUT, replace(MORE, head="別的事", words=frozenset({"別的事"}))),
    ],
    ids=[
        "ended",
        "signed",
        "notices",
        "indented",
        "one page",
        "a short row",
        "a table",
        "no foot",
        "no head",
        "other headline",
    ],
)
def test_what_only_looks_like_a_turn_stays_apart(first: Leaf, second: Leaf) -> None:
    assert turned([first, second], {}, {}) == {}


def test_a_story_that_is_cut_amid_its_page_goes_on_where_no_other_one_may() -> None:
    first = replace(CUT, at_foot=False)
    assert turned([first, HEADLESS], {}, {}) == {0: 1}
    assert turned([first, first, HEADLESS], {}, {}) == {}
    assert turned([first, HEADLESS, HEADLESS], {}, {}) == {}
    assert turned([first, replace(HEADLESS, page=2)], {}, {}) == {}


def test_a_printed_arrival_names_the_page_and_kin_the_story() -> None:
    whole = replace(CUT, closing="說完了。", head="甲", words=frozenset({"甲"}))
    mine = replace(CUT, head="乙", words=frozenset({"乙"}))
    far = replace(CUT, page=1, head="丙", words=frozenset({"丙"}))
    arrives = replace(HEADLESS, page=2, at_head=False)
    assert turned([whole, mine, far, arrives], {}, {3: 0}) == {1: 3}
    assert turned([whole, mine, far, arrives], {}, {3: None}) == {}
    strangers = replace(mine, text="校車，校車")
    assert turned([strangers, mine, arrives], {}, {2: 0}) == {1: 2}


def _page(index: int, *rows: tuple[Role, str, float]) -> tuple[Page, list[Thread]]:
    """A page of one story whose every row is a block, the last at the foot of the page."""
    style = Style("Song", 10, 400, italic=False)
    blocks = []
    for role, words, top in rows:
        box = Box(50, top, 50 + 10 * len(words), top + 10)
        blocks.append(Block((Line(Text(words), box, styles=((0, style),)),), role, box, paragraphs=()))
    parts = tuple(Part(index, k, role) for k, (role, _, _) in enumerate(rows))
    page = Page(index, str(index + 1), width=300, height=400, blocks=tuple(blocks))
    return page, [Thread(parts, certainty=Certainty(0.9, ("a doubt",)))]


def test_what_is_joined_without_a_jump_is_doubted_and_loses_its_second_head() -> None:
    first, mine = _page(0, (Role.HEADLINE, "老橋通車了", 20), (Role.BODY, "當年修冷庫的人，翻開泛黃的帳", 380))
    second, theirs = _page(1, (Role.HEADLINE, "老橋通車了", 20), (Role.BODY, "冊，指着其中一頁說完了。", 40))
    (whole,), warnings = joined_over_pages((first, second), [*mine, *theirs])
    assert [(p.page, p.role) for p in whole.parts] == [
        (0, Role.HEADLINE),
        (0, Role.BODY),
        (1, Role.JUMP),
        (1, Role.BODY),
    ]
    assert whole.certainty is not None
    assert whole.certainty.confidence < 0.9 * 0.9
    assert any("page 2" in doubt for doubt in whole.certainty.doubts)
    assert warnings == []


@pytest.mark.parametrize("leaves", [(), ((Role.JUMP, "下轉第2版", 390),)])
@pytest.mark.parametrize("arrives", [(), ((Role.JUMP, "上接第1版", 30),)])
def test_a_jump_that_one_end_prints_is_told_of_both(
    leaves: tuple[tuple[Role, str, float], ...], arrives: tuple[tuple[Role, str, float], ...]
) -> None:
    head = (Role.HEADLINE, "老橋通車了", 20.0)
    first, mine = _page(0, head, (Role.BODY, "當年修冷庫的人，翻開泛黃的帳", 380), *leaves)
    second, theirs = _page(1, head, *arrives, (Role.BODY, "冊，指着其中一頁說完了。", 40))
    (whole,), _ = joined_over_pages((first, second), [*mine, *theirs])
    told = (("2",), ("1",)) if leaves or arrives else ((), ())
    assert (whole.continued_on, whole.continued_from) == told
