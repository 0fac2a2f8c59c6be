"""Down from a column's name, item by item, as far as its column and the next ones go on: one of the signs of naming."""

from __future__ import annotations

from collections.abc import Sequence

from banmian.articles.nodes import ASIDE, HEADS, Node
from banmian.model.geometry import Box, around
from banmian.model.page import Role

SMALL = 1.15
"""Times the body's size below which an item's head is."""


def walked(
    label: Node, names: Sequence[Node], items: Sequence[list[Node]], fills: Sequence[Box], body: float
) -> list[int]:
    """The items that a walk down from a name comes to, by their numbers in the order of the walk.

    Args:
        label: the name.
        names: all names of the page.
        items: its stories.
        fills: tinted areas; a name in a bar stands over all that the bar does.
        body: the page's usual type size.
    """
    under = [c for c in items if c[0].region == label.region]
    if not label.region:
        bars = [f for f in fills if f.holds(label.box.center) and f.height < 4 * label.box.height]
        if bars:  # it may stand on the frame of its box
            under += [c for c in items if c[0].region and c[0].role not in HEADS and _fits(c, bars[0], body)]
        boxes = [n.box for c in items for n in c] + [n.box for n in names]
        under = _down_from(around([label.box, *bars]), label.size, under, boxes, [n.box for n in names], body)
    places = {id(c): k for k, c in enumerate(items)}
    return [places[id(c)] for c in under]


def _fits(chain: list[Node], bar: Box, body: float) -> bool:
    """Whether a text's block stands within the width of a bar."""
    box = chain[0].box
    return bar.x0 - body < box.x0 and box.x1 < bar.x1 + body and box.width > 0.5 * bar.width


def _down_from(
    box: Box, size: float, chains: list[list[Node]], boxes: list[Box], stops: list[Box], body: float
) -> list[list[Node]]:
    """Stories that stand under a name one after the other, none of them with a head larger than the name.

    A story that goes on at the head of the next column leads over to that column, and so does a column that is full
    where the next one begins with a like item.
    """
    found: list[list[Node]] = []
    left = [c for c in chains if not any(n.role is Role.HEADLINE and n.size > 1.05 * size for n in c)]
    whole = over = box
    while True:
        under = _under(left, box, found, stops, body) or _under(left, whole, found, stops, body)
        under = under or (_under(left, over, [], stops, body) if found and not _headed(found[0]) else [])
        small = bool(found) and found[0][0].size < (SMALL if _headed(found[0]) else 1.35) * body
        if not under and small and not _goes_down(box, chains, body):
            first = found[0][0]
            likes = [c for c in left if _like(c[0], first)]
            under = [c for c in likes if _heads_next_column(c[0].box, box, first.box.y0, boxes, body)]
        if not under:
            return found
        chain = min(under, key=lambda c: c[0].box.y0)
        if found and _headed(chain) != _headed(found[0]):
            return found  # a story among items, or the reverse
        left.remove(chain)
        found.append(chain)
        text = [n for n in chain if n.role not in ASIDE and n.role is not Role.PICTURE] or chain
        last = text[-1].box
        whole = around([n.box for n in text])
        box = around([n.box for n in text if n.box.shared_x(last) > 0.5 * min(last.width, n.box.width)])


def _under(
    chains: list[list[Node]], box: Box, found: list[list[Node]], stops: list[Box], body: float
) -> list[list[Node]]:
    """Stories that begin right under a box: the last column of an item, or all of one that stands over columns."""
    return [
        c
        for c in chains
        if shares(c[0], box)
        and -body < c[0].box.y0 - box.y1 <= _reach(c[0], found) * body
        and not any(shares(c[0], s) and box.y1 - body < s.y0 and s.y1 < c[0].box.y0 + body for s in stops)
    ]


def _headed(chain: list[Node]) -> bool:
    """Whether a story has a head of its own."""
    return chain[0].role in HEADS


def _goes_down(box: Box, chains: list[list[Node]], body: float) -> bool:
    """Whether text goes on under a box in its column: then the column is not full of items."""
    return any(
        shares(n, box) and -body < n.box.y0 - box.y1 < 6 * body and n.size < LARGE * body for c in chains for n in c
    )


LARGE = 1.5
"""Times the body's size from which type is the head of something else."""


def _reach(node: Node, found: list[list[Node]]) -> float:
    """Ems of white that may part an item from the name or the item above it: more where its kin stand so."""
    return 3.5 if not found else 5.0 if _like(node, found[0][0]) else 2.5


def _like(node: Node, first: Node) -> bool:
    """Whether an item begins like the first one under its name."""
    same = node.role is first.role or {node.role, first.role} == {Role.BODY, Role.AD}
    return same and (round(node.size, 1), node.look) == (round(first.size, 1), first.look)


def shares(node: Node, box: Box) -> bool:
    """Whether a block stands in the column of a box."""
    return node.box.shared_x(box) >= 0.3 * min(node.box.width, box.width)


def _heads_next_column(there: Box, box: Box, first: float, boxes: list[Box], body: float) -> bool:
    """Whether a block is the first of the column right of a box's.

    It is if both columns begin on one height, or where it stands as high as the first item under the name.
    """
    if not 0 < there.x0 - box.x1 < 2.5 * body or there.y0 > box.y1:
        return False
    if abs(there.y0 - first) < body:
        return True
    over = [b for b in boxes if b.y0 < box.y1 and b.y1 > there.y0 - 3 * body and b is not there]
    here = [b for b in over if b.shared_x(box) > 0.3 * min(b.width, box.width)]
    beside = [b for b in over if b.shared_x(there) > 0.3 * min(b.width, there.width)]
    top = min((b.y0 for b in here), default=box.y0)
    return abs(top - there.y0) < 2 * body and not any(b.y0 < there.y0 or b in here for b in beside)
