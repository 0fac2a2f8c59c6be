"""Down from a column's name, item by item: what a name stands over where nothing else is known."""

from __future__ import annotations

from collections.abc import Sequence

from banmian.articles.nodes import Node, node
from banmian.articles.walks import walked
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role, Style
from banmian.model.text import Text

BODY = 10.0


def nodes(*blocks: Block) -> list[Node]:
    """Nodes of a horizontal page's blocks."""
    return [node(k, b, Turning(vertical=False, width=600)) for k, b in enumerate(blocks)]


def block(
    role: Role,
    x: float,
    y: float,
    words: str,
    *,
    wide: float = 140,
    high: float = 40,
    size: float = BODY,
) -> Block:
    """A block of one line, as wide as its column, whose first row says nothing of a paragraph."""
    box = Box(x, y, x + wide, y + high)
    return Block((Line(Text(words), box, styles=((0, Style("Song", size, 400)),)),), role, box, box, 0, ())


def label(words: str = "簡訊") -> Block:
    return block(Role.LABEL, 50, 400, words, wide=60, high=15)


def items(*places: tuple[float, float], words: str = "一則短消息。") -> list[Block]:
    return [block(Role.BODY, x, y, words) for x, y in places]


def under(first: Node, *stories: list[Node], others: Sequence[Node] = (), fills: Sequence[Box] = ()) -> list[int]:
    """The first blocks of the stories that a walk down from a name comes to, by their numbers."""
    return sorted(stories[k][0].index for k in walked(first, [first, *others], stories, fills, BODY))


def test_a_columns_name_goes_with_items_in_three_columns() -> None:
    name, *texts = nodes(label(), *items((50, 420), (50, 465), (205, 420), (205, 465), (360, 420), (360, 465)))
    assert under(name, *([n] for n in texts)) == [1, 2, 3, 4, 5, 6]


def test_what_stands_far_off_beside_the_columns_is_under_no_name() -> None:
    name, *texts = nodes(label(), *items((50, 420), (205, 420)), block(Role.BODY, 420, 420, "別的消息。"))
    assert under(name, *([n] for n in texts)) == [1, 2]


def test_a_name_in_a_bar_is_over_items_in_all_its_columns_though_one_goes_on_with_something_else() -> None:
    other = block(Role.HEADLINE, 50, 500, "別的事", high=14)
    name, *texts = nodes(label(), *items((50, 420), (205, 420)), other)
    assert under(name, *([n] for n in texts), fills=(Box(45, 398, 350, 417),)) == [1, 2]


def test_a_name_in_the_middle_of_a_bar_stands_over_all_that_the_bar_does() -> None:
    middle = block(Role.LABEL, 180, 400, "簡訊", wide=40, high=15)
    name, *texts = nodes(middle, *items((50, 422), (50, 482)))
    assert under(name, *([n] for n in texts), fills=(Box(50, 398, 350, 418),)) == [1, 2]


def test_a_large_head_under_items_ends_their_column() -> None:
    other = block(Role.HEADLINE, 50, 490, "別的事", high=24, size=24)
    name, *texts = nodes(label(), *items((50, 420), (205, 420)), other)
    assert under(name, *([n] for n in texts)) == [1, 2]


def test_items_set_a_little_larger_go_on_in_the_next_column() -> None:
    name, *texts = nodes(label(), *(block(Role.BODY, x, 420, "一則短消息。", size=12) for x in (50, 205)))
    assert under(name, *([n] for n in texts)) == [1, 2]


def test_an_item_that_was_taken_for_an_advertisement_is_like_the_others() -> None:
    name, *texts = nodes(label(), *items((50, 420)), block(Role.AD, 50, 500, "一則短消息。"))
    assert under(name, *([n] for n in texts)) == [1, 2]


def test_a_columns_name_goes_with_its_items_into_the_next_column() -> None:
    first = block(Role.BODY, 50, 420, "一則短消息。", high=50)
    turned = [block(Role.BODY, 50, 480, "另一則，", high=80), block(Role.BODY, 205, 420, "說完。", high=30)]
    more = block(Role.BODY, 205, 490, "第三則短消息。", high=70)
    headed = block(Role.HEADLINE, 205, 580, "大標題", high=30, size=24)
    name, one, two, rest, three, other = nodes(label(), first, *turned, more, headed)
    assert under(name, [one], [two, rest], [three], [other]) == [1, 2, 4]


def test_a_name_over_a_story_takes_no_neighbours_that_begin_as_high() -> None:
    aside = [block(Role.HEADLINE, 50 + 155 * k, 420, "無關的新聞", high=20, size=13) for k in (1, 2)]
    named = block(Role.LABEL, 50, 400, "時評", wide=60, high=15, size=14)
    head = block(Role.HEADLINE, 50, 420, "甲題", high=20, size=13)
    name, first, text, *others = nodes(named, head, block(Role.BODY, 50, 445, "說完了。", high=115), *aside)
    assert under(name, [first, text], *([n] for n in others)) == [1]


def test_items_that_fill_their_column_go_on_at_the_next_ones_head() -> None:
    texts = [block(Role.BODY, 50 + 155 * k, 420, "一則短消息。", high=140) for k in (0, 1)]
    larger = block(Role.BODY, 360, 420, "別的消息。", high=140, size=14)
    name, *found = nodes(label(), *texts, larger)
    assert under(name, *([n] for n in found)) == [1, 2]


def test_items_go_on_at_the_head_of_the_next_column_wherever_their_name_stands() -> None:
    above = block(Role.BODY, 50, 100, "別的消息。", high=280)
    texts = [block(Role.BODY, 50, 420, "一則短消息。", high=140), block(Role.BODY, 205, 102, "一則短消息。", high=98)]
    other, name, *found = nodes(above, block(Role.LABEL, 80, 400, "簡訊", wide=60, high=15), *texts)
    assert under(name, [other], *([n] for n in found)) == [2, 3]


def test_a_name_reaches_no_story_with_a_head_and_nothing_under_another_name() -> None:
    rows = [
        block(Role.LABEL, 80, 100, "簡訊", wide=60, high=15),
        block(Role.BODY, 50, 120, "一則短消息。"),
        block(Role.HEADLINE, 50, 170, "有題的一條", high=12),
        block(Role.BODY, 50, 184, "有題的消息。", high=36),
        block(Role.BODY, 50, 225, "題後的消息。", high=35),
        block(Role.LABEL, 80, 275, "要電", wide=60, high=15),
        block(Role.BODY, 50, 295, "電報一則。", high=35),
    ]
    name, first, head, text, after, second, wire = nodes(*rows)
    stories = [[first], [head, text], [after], [wire]]
    assert under(name, *stories, others=[second]) == [1]
    assert under(second, *stories, others=[name]) == [6]


def test_a_columns_name_is_over_every_item_in_its_box() -> None:
    inside = [Block(b.lines, b.role, b.box, b.box, 1, ()) for b in (label(), *items((50, 420), (50, 480)))]
    name, *found = nodes(*inside, block(Role.BODY, 400, 420, "別的消息。"))
    assert under(name, *([n] for n in found)) == [1, 2]
