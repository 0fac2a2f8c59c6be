"""The order among a page's stories."""

from __future__ import annotations

from banmian.articles.nodes import Node, node
from banmian.articles.order import in_order
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role
from banmian.model.text import Text

LEVEL = Turning(vertical=False, width=600)
BODY = 10.0


def story(*boxes: tuple[float, float, float, float]) -> list[Node]:
    """A story of blocks at these places."""
    found = []
    for k, place in enumerate(boxes):
        box = Box(*place)
        found.append(node(k, Block((Line(Text("一段話"), box),), Role.BODY, box, box), LEVEL))
    return found


def test_what_stands_over_all_comes_first_and_then_column_by_column() -> None:
    lead = story((50, 50, 550, 150))
    left, right = story((50, 170, 290, 700)), story((310, 170, 550, 400))
    last = story((310, 420, 550, 700))
    assert in_order([last, right, lead, left], LEVEL, BODY) == [lead, left, right, last]


def test_items_that_run_from_column_to_column_come_in_the_order_of_the_columns() -> None:
    first = story((50, 100, 190, 300))
    turned = story((50, 310, 190, 700), (205, 100, 345, 180))
    after = story((205, 190, 345, 600))
    again = story((205, 610, 345, 700), (360, 100, 500, 300))
    last = story((360, 310, 500, 700))
    assert in_order([last, again, first, after, turned], LEVEL, BODY) == [first, turned, after, again, last]


def test_a_story_that_begins_low_and_runs_up_beside_the_next_ones_comes_before_them() -> None:
    lead = story((50, 100, 190, 500), (205, 100, 345, 140))
    low = story((50, 510, 190, 700), (205, 150, 345, 240))
    under, last = story((205, 250, 345, 480)), story((205, 490, 345, 700), (360, 100, 500, 300))
    after = story((360, 310, 500, 480))
    assert in_order([lead, under, after, low, last], LEVEL, BODY) == [lead, low, under, last, after]
