"""Which pairs of blocks are asked about: every way in which print parts a story's steps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banmian.articles.evidence import evidence
from banmian.articles.nodes import Ground, Node, node
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role, Style
from banmian.model.text import Text

PAGE = Box(0, 0, 1000, 1400)
BODY = 10.0


def block(x0: float, y0: float, x1: float, y1: float, size: float = BODY, region: int = 0) -> Block:
    """A block of one row."""
    box = Box(x0, y0, x1, y1)
    return Block((Line(Text("一段話說到這裡"), box, styles=((0, Style("Song", size)),)),), Role.BODY, box, box, region)


def asked(*blocks: Block, side: int | None = None, fills: tuple[Box, ...] = ()) -> set[tuple[int, int]]:
    """The pairs that are asked about; block number `side` is set down the page."""
    nodes: list[Node] = [node(k, b, Turning(vertical=False, width=1000)) for k, b in enumerate(blocks)]
    if side is not None:
        nodes[side] = replace(nodes[side], side=True)
    return {(int(a), int(b)) for a, b in evidence(nodes, Ground((), (), fills), [], BODY, PAGE).pairs}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (block(50, 100, 190, 300), block(50, 312, 190, 500)),
        (block(50, 100, 190, 600), block(200, 100, 340, 600)),
        (block(50, 100, 190, 300), block(200, 360, 340, 500)),
        (block(300, 400, 600, 440, 30), block(150, 300, 295, 800)),
        (block(200, 400, 420, 440, 30), block(40, 300, 182, 800)),
        (block(50, 100, 190, 300), block(60, 180, 120, 200)),
        (block(50, 100, 190, 600), block(600, 100, 740, 600)),
        (block(500, 100, 900, 140, 30), block(50, 102, 190, 600)),
    ],
    ids=[
        "below",
        "the next column",
        "a lower next column",
        "a head amid its text",
        "beside its head",
        "within",
        "past something else",
        "the first column beside a head over the others",
    ],
)
def test_a_step_that_print_takes_is_asked_about(first: Block, second: Block) -> None:
    assert (0, 1) in asked(first, second)


def test_a_head_down_the_side_is_asked_about_with_columns_far_off_that_begin_level() -> None:
    head, far = block(700, 100, 730, 400, 30), block(150, 104, 290, 500)
    assert (0, 1) in asked(head, far, side=0)
    low = block(150, 700, 290, 900)
    assert (0, 1) not in asked(head, low, side=0)


def test_what_stands_in_another_box_or_far_above_is_not_asked_about() -> None:
    assert asked(block(50, 100, 190, 300), block(50, 312, 190, 500, region=1)) == set()
    assert (0, 1) not in asked(block(50, 900, 190, 1300), block(700, 100, 840, 300), block(50, 100, 190, 890))


def test_only_the_last_block_of_a_head_leads_to_the_column_beside_it() -> None:
    head = [block(500, 100, 900, 140, 30), block(500, 150, 900, 162, 14)]
    found = asked(*head, block(50, 102, 190, 600))
    assert (1, 2) in found
    assert (0, 2) not in found


TINT = Box(45, 95, 400, 150)
ON_TINT = block(50, 100, 390, 140, 30, region=1)
UNDER = block(50, 160, 190, 500)


def test_a_head_on_a_tint_leads_to_the_text_under_the_tint() -> None:
    assert (0, 1) in asked(ON_TINT, UNDER, fills=(TINT,))


def test_a_head_in_a_frame_does_not_lead_out_of_it() -> None:
    assert (0, 1) not in asked(ON_TINT, UNDER)


def test_a_small_head_of_few_rows_leads_out_of_its_tint() -> None:
    points = block(50, 142, 390, 160, 1)
    assert (1, 2) in asked(ON_TINT, points, block(50, 210, 190, 500), fills=(TINT,))


def test_a_tint_with_text_on_it_is_read_by_itself() -> None:
    box = Box(50, 142, 390, 238)
    styles = ((0, Style("Song", BODY)),)
    rows = tuple(
        Line(Text("一段話說到這裡"), Box(50, 142 + 12 * k, 390, 152 + 12 * k), styles=styles) for k in range(8)
    )
    text = Block(rows, Role.BODY, box, box, 1)
    below = block(50, 260, 190, 500)
    assert (0, 2) not in asked(ON_TINT, text, below, fills=(Box(45, 95, 400, 250),))
