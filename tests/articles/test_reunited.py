"""Heads and texts that stand right over each other and were left apart are one story."""

from __future__ import annotations

from banmian.articles.nodes import Node
from banmian.articles.reunited import reunited
from banmian.model.page import Block, Role
from blocks_as_nodes import BODY, block, nodes

TEXT = (
    "The mill stands by the river and",
    "has done so since the war began.",
    "Its wheel turns no",
    "more, people say.",
)


def told(chains: list[list[Node]]) -> list[list[int]]:
    return sorted([n.index for n in chain] for chain in chains)


def head(words: str = "Old mill to close", y: float = 100, wide: float = 300, size: float = 24) -> Block:
    return block(Role.HEADLINE, 50, y, words, wide=wide, size=size)


def test_a_lone_head_goes_with_the_lone_text_under_it() -> None:
    found = nodes(head(), block(Role.BODY, 50, 120, *TEXT))
    assert told(reunited([[found[0]], [found[1]]], found, BODY)) == [[0, 1]]


def test_a_picture_and_its_caption_may_stand_between_and_nothing_else() -> None:
    between = block(Role.PICTURE, 50, 115, "", "", "", "", wide=300), block(Role.CAPTION, 50, 165, "The mill.")
    found = nodes(head(), *between, block(Role.BODY, 50, 180, *TEXT))
    assert told(reunited([[found[0]], [found[3]]], found, BODY)) == [[0, 3]]
    other = nodes(head(), block(Role.BODY, 50, 115, "Something else."), block(Role.BODY, 50, 180, *TEXT))
    assert told(reunited([[n] for n in other], other, BODY)) == [[0], [1], [2]]


def test_a_text_that_stands_far_under_a_head_or_beside_it_is_left() -> None:
    for x, y in ((50, 300), (400, 120)):
        found = nodes(head(), block(Role.BODY, x, y, *TEXT))
        assert told(reunited([[n] for n in found], found, BODY)) == [[0], [1]]


def test_of_two_lone_heads_the_larger_is_the_headline() -> None:
    over, under = head("A town in mourning", y=80, size=14), head(y=95)
    deck = block(Role.HEADLINE, 50, 122, "Forty people lose their work", wide=300, size=12)
    found = nodes(over, under, deck, block(Role.BODY, 50, 137, *TEXT))
    assert told(reunited([[n] for n in found], found, BODY)) == [[0, 1, 2, 3]]
    assert [n.role for n in found] == [Role.KICKER, Role.HEADLINE, Role.DECK, Role.BODY]


def test_a_sections_name_goes_with_the_one_story_under_it() -> None:
    name = block(Role.LABEL, 50, 85, "TOWN", wide=60)
    found = nodes(name, head(), block(Role.BODY, 50, 120, *TEXT))
    assert told(reunited([[found[0]], found[1:]], found, BODY)) == [[0, 1, 2]]
    small = nodes(name, head(size=12), block(Role.BODY, 50, 120, *TEXT))
    assert told(reunited([[small[0]], small[1:]], small, BODY)) == [[0], [1, 2]]  # a name over items


def test_a_column_beside_a_head_is_put_before_what_goes_on_with_its_sentence() -> None:
    column = block(Role.BODY, 50, 100, "It has stood", *TEXT, "until the owner told his", wide=140)
    right = block(Role.HEADLINE, 200, 100, "Old mill to close", wide=300, size=24)
    rest = block(Role.BODY, 200, 130, "workers that the wheel", *TEXT)
    found = nodes(column, right, rest)
    assert [[n.index for n in c] for c in reunited([[found[0]], found[1:]], found, BODY)] == [[1, 0, 2]]
    ended = nodes(block(Role.BODY, 50, 100, "It has stood", *TEXT), right, rest)
    assert told(reunited([[ended[0]], ended[1:]], ended, BODY)) == [[0], [1, 2]]


def test_of_text_without_any_marks_none_is_seen_to_break_off() -> None:
    column = block(
        Role.BODY, 50, 100, "until the owner told", *(row.replace(",", "").rstrip(".") for row in TEXT), wide=140
    )
    right = block(Role.HEADLINE, 200, 100, "Old mill to close", wide=300, size=24)
    found = nodes(column, right, block(Role.BODY, 200, 130, "workers that the wheel", *TEXT))
    assert told(reunited([[found[0]], found[1:]], found, BODY)) == [[0], [1, 2]]


def test_two_phrases_over_two_columns_are_one_headline() -> None:
    left, right = (block(Role.HEADLINE, x, 100, words, size=14) for x, words in ((50, "Old mill"), (205, "to close")))
    first, second = (block(Role.BODY, x, 120, *TEXT) for x in (50, 205))
    found = nodes(left, right, first, second)
    assert told(reunited([[found[0], found[2], found[3]], [found[1]]], found, BODY)) == [[0, 1, 2, 3]]
    found = nodes(left, right, first, second)
    whole = reunited([[found[0]], [found[1], found[2], found[3]]], found, BODY)
    assert [[n.index for n in chain] for chain in whole] == [[0, 1, 2, 3]]
    other = nodes(left, right, first, second)
    assert told(reunited([[other[0], other[2]], [other[1], other[3]]], other, BODY)) == [[0, 2], [1, 3]]


def test_a_picture_between_two_heads_of_one_rank_makes_each_the_title_of_its_own() -> None:
    picture = block(Role.PICTURE, 50, 115, "", "", "", "", wide=300)
    found = nodes(head(), picture, head("Market opens again", y=175, size=22))
    assert told(reunited([[found[0]], [found[2]]], found, BODY)) == [[0], [2]]
    deck = nodes(head(), picture, head("It stood by the river", y=175, size=12))
    assert told(reunited([[deck[0]], [deck[2]]], deck, BODY)) == [[0, 2]]
