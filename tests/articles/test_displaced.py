"""Heads on pictures, amid their text, at its side or over all its columns, and texts that a picture cuts in two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banmian.articles.displaced import displaced
from banmian.articles.nodes import Node
from banmian.model.geometry import Box
from banmian.model.page import Block, Role
from blocks_as_nodes import BODY, block, nodes

TEXT = (
    "The mill stands by the river and",
    "has done so since the war began.",
    "Its wheel turns no more, so it is",
    "said, and nobody asks for it.",
)
CUT = (*TEXT[:3], "said, and nobody asks for the old")
GOES_ON = ("wheel that stood for so long, as", *TEXT[1:])


def head(x: float, y: float, wide: float = 120) -> Block:
    return block(Role.HEADLINE, x, y, "Old mill to close", wide=wide, size=24)


def picture(x: float, y: float, wide: float, high: float) -> Block:
    box = Box(x, y, x + wide, y + high)
    return Block((), Role.PICTURE, box, box)


def told(chains: list[list[Node]], found: list[Node]) -> list[list[int]]:
    return sorted([n.index for n in chain] for chain in displaced(chains, found, BODY))


def test_a_head_on_a_picture_goes_with_the_text_along_it() -> None:
    found = nodes(picture(50, 100, 200, 200), head(60, 240), block(Role.BODY, 260, 100, *TEXT))
    assert told([[found[1]], [found[2]]], found) == [[1, 2]]


def test_a_head_on_a_panel_of_a_picture_goes_with_the_text_along_the_picture() -> None:
    found = nodes(picture(50, 100, 200, 200), replace(head(60, 240), region=1), block(Role.BODY, 260, 100, *TEXT))
    assert told([[found[1]], [found[2]]], found) == [[1, 2]]


def test_a_text_amid_a_sentence_begins_under_no_head_on_a_picture() -> None:
    found = nodes(picture(50, 100, 200, 200), head(60, 240), block(Role.BODY, 260, 100, *GOES_ON))
    assert told([[found[1]], [found[2]]], found) == [[1], [2]]


def test_of_two_texts_along_a_picture_none_is_guessed() -> None:
    texts = block(Role.BODY, 260, 100, *TEXT), block(Role.BODY, 50, 310, *TEXT)
    found = nodes(picture(50, 100, 200, 200), head(60, 240), *texts)
    assert told([[n] for n in found[1:]], found) == [[1], [2], [3]]


def test_a_head_amid_its_text_goes_before_it() -> None:
    above, under, beside = ((50, 100), (50, 200), (200, 100))
    texts = [block(Role.BODY, x, y, *TEXT) for x, y in (above, under, beside)]
    found = nodes(head(55, 170, 100), *texts)
    assert told([[found[0]], [found[1], found[2], found[3]]], found) == [[0, 1, 2, 3]]


@pytest.mark.parametrize(("between", "joined"), [(Role.PICTURE, True), (Role.BODY, False)])
def test_a_head_at_the_side_of_its_text_goes_with_it_over_nothing_but_pictures(between: Role, *, joined: bool) -> None:
    found = nodes(head(50, 100), block(between, 190, 120, "A", "B", wide=60), block(Role.BODY, 260, 100, *TEXT))
    chains = [[found[0]], [found[2]], *([[found[1]]] if between is Role.BODY else [])]
    assert ([0, 2] in told(chains, found)) is joined


def test_a_head_over_all_columns_goes_with_the_text_though_that_begins_under_a_picture() -> None:
    first, second = block(Role.BODY, 50, 300, *TEXT), block(Role.BODY, 200, 130, *TEXT, *TEXT)
    found = nodes(head(100, 100), picture(50, 130, 140, 160), first, second)
    assert told([[found[0]], [found[2], found[3]]], found) == [[0, 2, 3]]


def test_a_text_that_goes_on_with_a_cut_sentence_is_the_storys_rest() -> None:
    story = head(50, 100, 300), block(Role.BODY, 50, 130, *CUT)
    found = nodes(*story, block(Role.BODY, 200, 250, *GOES_ON))
    assert told([[found[0], found[1]], [found[2]]], found) == [[0, 1, 2]]
    whole = nodes(story[0], block(Role.BODY, 50, 130, *TEXT), block(Role.BODY, 200, 250, *GOES_ON))
    assert told([[whole[0], whole[1]], [whole[2]]], whole) == [[0, 1], [2]]


def test_the_text_right_under_a_storys_head_is_its_own_if_it_has_no_other_there() -> None:
    found = nodes(head(200, 170), block(Role.BODY, 50, 100, *TEXT), block(Role.BODY, 200, 190, *TEXT))
    assert told([[found[0], found[1]], [found[2]]], found) == [[0, 1, 2]]
    led_on = nodes(*(n.block for n in found), block(Role.JUMP, 50, 150, "See MILL, page 4"))
    assert told([[led_on[0], led_on[1], led_on[3]], [led_on[2]]], led_on) == [[0, 1, 3], [2]]
