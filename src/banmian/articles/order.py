"""The order among a page's stories: recursive cuts through white (G. Nagy and S. Seth 1984) between them."""

from __future__ import annotations

from collections.abc import Sequence

from banmian.articles.nodes import Node
from banmian.model.geometry import Box, Turning, around

SLACK = 0.5
"""Ems by which stories may reach over a cut."""

RUNS_UP = 2.0
"""Ems by which a story that begins lower reaches above the foot of those that begin higher, if it goes on there."""

DOWN, ACROSS = (1, 3), (0, 2)
"""Edges of a box between which white is looked for, as numbers of its coordinates."""

Hull = tuple[Box, list[Node]]


def in_order(chains: list[list[Node]], turned: Turning, body: float) -> list[list[Node]]:
    """Stories in the page's reading order.

    Where white runs through between stories, those above it come first, else those before it in the writing's
    sense. Where none does, as where items run from column to column, white is looked for between the columns in which
    they begin; where there is none either, the order is that of their beginnings.

    Args:
        chains: each story's blocks in reading order.
        turned: the way to the writing's frame.
        body: usual type size, page units.
    """
    return [chain for _, chain in _cut([(around(n.box for n in chain), chain) for chain in chains], turned, body)]


def _cut(hulls: list[Hull], turned: Turning, body: float) -> list[Hull]:
    if len(hulls) < 2:
        return hulls
    whole = _parted(hulls, body)
    if whole is None:
        begun = [(_beginning(chain), chain) for _, chain in hulls]
        hulls_of = {id(chain): (hull, chain) for hull, chain in hulls}
        for axes in (DOWN, ACROSS), (ACROSS, DOWN):
            parted = _parted(begun, body, axes)
            whole = parted and [[hulls_of[id(chain)] for _, chain in part] for part in parted]
            if whole is None or not _runs_up(whole[0], whole[1], body):
                break
    if whole is None:
        return sorted(hulls, key=lambda h: _place(h[1], turned, body))
    return [hull for part in whole for hull in _cut(part, turned, body)]


def _runs_up(upper: list[Hull], lower: list[Hull], body: float) -> bool:
    """Whether of stories that begin lower one goes on at the head of the next column, beside those that begin above."""
    foot = max(_beginning(chain).y1 for _, chain in upper)
    below = all(_beginning(chain).y0 >= foot - SLACK * body for _, chain in lower)
    return below and any(hull.y0 < foot - RUNS_UP * body for hull, _ in lower)


def _parted(
    hulls: list[Hull], body: float, axes: Sequence[tuple[int, int]] = (DOWN, ACROSS)
) -> list[list[Hull]] | None:
    """The stories before and after the first white that runs through between them; None where none does."""
    for low, high in axes:
        ranked = sorted(hulls, key=lambda h: _edges(h[0])[low])
        reach = _edges(ranked[0][0])[high]
        for k in range(1, len(ranked)):
            box = _edges(ranked[k][0])
            if box[low] >= reach - SLACK * body:
                return [ranked[:k], ranked[k:]]
            reach = max(reach, box[high])
    return None


def _beginning(chain: list[Node]) -> Box:
    """What of a story stands in the column in which it begins."""
    first = chain[0].box
    found = first
    for n in chain[1:]:
        if n.box.y0 < found.y0 - SAME_HEIGHT * first.height or n.box.shared_x(found) <= 0:
            break
        found = around((found, n.box)) if n.box.width <= found.width else found
    return found


SAME_HEIGHT = 0.5
"""Of a block's height by which what follows it may begin higher."""


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1


def _place(chain: list[Node], turned: Turning, body: float) -> tuple[float, float]:
    """Where a story begins on the page: from the top down, and on one height in the writing's sense."""
    first = chain[0].box
    if turned.vertical:
        return round(first.x0 / (2.4 * body)), first.y0
    return round(first.y0 / (1.2 * body)), first.x0
