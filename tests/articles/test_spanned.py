"""Small heads amid the columns of a story, and the titles of pictures."""

from __future__ import annotations

from dataclasses import replace

from banmian.articles.belongings import captioned
from banmian.articles.nodes import Ground, Node, node
from banmian.articles.spanned import spanned
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role, Style
from banmian.model.text import Text

BODY = 10.0
BARE = Ground((), (), ())


def block(role: Role, x: float, y: float, foot: float, words: str, *, wide: float = 140, size: float = BODY) -> Block:
    """A block of one line."""
    box = Box(x, y, x + wide, foot)
    return Block((Line(Text(words), box, styles=((0, Style("Song", size, 400)),)),), role, box, box)


def page(head_of_last: float, *, rows: tuple[Block, ...] = ()) -> list[list[Node]]:
    """A story over three columns, the second and the third of which have a small head in them."""
    blocks = (
        block(Role.HEADLINE, 50, 50, 90, "老橋通車", wide=450, size=30),
        block(Role.BODY, 50, 100, 500, "第一班車駛過橋面，"),
        block(Role.BODY, 205, 100, 300, "大家都說好。"),
        block(Role.HEADLINE, 205, 309, 321, "等了三年", size=11),
        block(Role.BODY, 205, 325, 500, "他們說等這一天等了三年，"),
        block(Role.HEADLINE, 360, head_of_last, head_of_last + 12, "明天還來", size=11),
        block(Role.BODY, 360, head_of_last + 16, 500, "明天還要來。"),
        *rows,
    )
    n = [node(k, b, Turning(vertical=False, width=600)) for k, b in enumerate(blocks)]
    return [n[:3], n[3:5], n[5:7], *([m] for m in n[7:])]


def told(chains: list[list[Node]]) -> list[list[int]]:
    return [[n.index for n in chain] for chain in chains]


def test_small_heads_in_the_columns_under_a_headline_are_sub_headings() -> None:
    (story,) = spanned(page(100), BARE, BODY)
    assert told([story]) == [[0, 1, 2, 3, 4, 5, 6]]
    assert [n.role for n in story if n.index in {3, 5}] == [Role.SUBHEADING] * 2


def test_what_a_rule_parts_or_more_white_is_another_story() -> None:
    ruled = Ground((Box(205, 303, 345, 304),), (), ())
    assert told(spanned(page(100), ruled, BODY)) == [[0, 1, 2, 5, 6], [3, 4]]
    assert told(spanned(page(140), BARE, BODY)) == [[0, 1, 2, 3, 4], [5, 6]]


def test_a_small_story_with_a_byline_is_none_of_it() -> None:
    chains = page(100)
    chains[2].append(replace(chains[2][1], role=Role.BYLINE))
    assert [0, 1, 2, 3, 4] in told(spanned(chains, BARE, BODY))


def test_a_short_text_that_says_who_took_the_picture_is_its_caption() -> None:
    title = block(Role.HEADLINE, 50, 50, 70, "六點的擺渡人", size=16)
    words = block(Role.BODY, 50, 75, 90, "清晨六點，老師傅撐着小船從湖心經過。龔一鳴 攝")
    chain = [node(k, b, Turning(vertical=False, width=600)) for k, b in enumerate((title, words))]
    captioned([chain])
    assert [n.role for n in chain] == [Role.HEADLINE, Role.CAPTION]
    story = [node(0, block(Role.BODY, 50, 75, 90, "老師傅學會了攝影，天天都拍。"), Turning(vertical=False, width=600))]
    captioned([story])
    assert story[0].role is Role.BODY
