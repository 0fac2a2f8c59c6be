"""Drawn rules and frames as walls that no line of text runs through, however narrow the gutter."""

from __future__ import annotations

import numpy as np

from banmian.model.page import Mark, MarkKind
from banmian.sources.pdf.glyphs import Flags, Floats

RULED = 0.12
"""Ems of white within which a rule has room at the least."""

LONGEST_DASH = 14.0
"""Points: what is no longer may be a dash, a bar within a line, or the edge of a small mark."""


LEAST_TINT = 40.0
"""Points: a tint that is no higher may lie under some words of a line."""


def sides(marks: tuple[Mark, ...]) -> tuple[Floats, Floats]:
    """The upright walls of a page and the flat ones.

    Each is a row of three, in points of the displayed page: its place across, and from where to where it runs. Rules
    count, and the sides of frames and of tints that are more than the ground of a word.
    """
    upright: list[tuple[float, float, float]] = []
    flat: list[tuple[float, float, float]] = []
    for mark in marks:
        b = mark.box
        if mark.kind is MarkKind.RULE:
            if b.height > b.width:
                upright.append(((b.x0 + b.x1) / 2, b.y0, b.y1))
            else:
                flat.append(((b.y0 + b.y1) / 2, b.x0, b.x1))
        elif mark.kind is MarkKind.FRAME or (mark.kind is MarkKind.FILL and min(b.width, b.height) > LEAST_TINT):
            upright += [(b.x0, b.y0, b.y1), (b.x1, b.y0, b.y1)]
            flat += [(b.y0, b.x0, b.x1), (b.y1, b.x0, b.x1)]
    first, second = (
        np.array([wall for wall in walls if wall[2] - wall[1] > LONGEST_DASH], np.float64).reshape(-1, 3)
        for walls in (upright, flat)
    )
    return first, second


def walled(end: Floats, begin: Floats, level: Floats, walls: Floats) -> Flags:
    """Whether a wall stands in each gap.

    Args:
        end: where what stands before the gap ends.
        begin: where what stands after it begins.
        level: the gap's place along the walls.
        walls: as `sides` tells them.
    """
    found = np.zeros(len(end), np.bool_)
    if not len(end) or not len(walls):
        return found
    slack = 0.1 * (begin - end)
    for place, low, high in walls.tolist():
        found |= (end - slack <= place) & (begin + slack >= place) & (level > low) & (level < high)
    return found
