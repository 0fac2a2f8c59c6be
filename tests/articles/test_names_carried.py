"""A column's name goes on over the next page's items, as far as they are of its kind."""

from __future__ import annotations

from banmian.articles.names_carried import carried
from banmian.articles.threads import Thread
from banmian.model.article import Part
from banmian.model.page import Block, Line, Page, Role, Style
from banmian.model.text import Text

NAME = Part(0, 0, Role.LABEL)


def block(words: str, role: Role = Role.BODY, size: float = 10.0, region: int = 0) -> Block:
    return Block((Line(Text(words), styles=((0, Style("Times", size, 400)),)),), role, region=region)


def pages(*after: Block) -> list[Page]:
    before = block("BY TELEGRAPH", Role.LABEL), block("Vienna, Sunday. It is over."), block("Paris, May 2. It begins.")
    return [Page(0, blocks=before), Page(1, blocks=after)]


def named(found: list[Page]) -> list[bool]:
    """Whether the name stands over each item of the second page."""
    first = [Thread((NAME, Part(0, k, Role.BODY))) for k in (1, 2)]
    after = [Thread((Part(1, k, b.role),)) for k, b in enumerate(found[1].blocks)]
    return [NAME in t.parts for t in carried(found, [*first, *after])[2:]]


def test_items_at_the_next_pages_head_are_under_the_name_too() -> None:
    assert named(pages(block("Rome, Friday. All is well."), block("Berlin, 3. Mai. Alles ruhig."))) == [True, True]


def test_an_item_under_a_head_of_its_own_ends_it() -> None:
    found = pages(block("Rome, Friday. All is well."), block("Old mill to close"), block("Rome, Monday. It rains."))
    assert named(found) == [True, False, False]


def test_items_in_other_type_or_in_a_box_are_under_no_name() -> None:
    assert named(pages(block("Rome, Friday. All is well.", size=12.0))) == [False]
    assert named(pages(block("Rome, Friday. All is well.", region=2))) == [False]


def test_a_name_over_a_single_item_ends_with_it() -> None:
    found = pages(block("Rome, Friday. All is well."))
    threads = [Thread((NAME, Part(0, 1, Role.BODY))), Thread((Part(1, 0, Role.BODY),))]
    assert carried(found, threads) == threads
