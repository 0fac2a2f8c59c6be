"""Columns less what is let into them: the frames of a text, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from typesetter.sheet import Rect

NARROWEST = 7.0
"""Ems of text beside an obstacle, below which the column is left out there."""


def columns(rect: Rect, count: int, gutter: float, shares: Sequence[float] = ()) -> list[Rect]:
    """The columns of a rectangle; `shares` for unequal ones."""
    shares = shares or [1.0] * count
    unit = (rect.w - gutter * (len(shares) - 1)) / sum(shares)
    found, x = [], rect.x
    for share in shares:
        found.append(Rect(x, rect.y, share * unit, rect.h))
        x += share * unit + gutter
    return found


def carved(column: Rect, obstacles: Sequence[Rect], em: float, leading: float, gap: float) -> list[Rect]:
    """A column's frames from the top down: what obstacles leave of it, narrower beside those that cover part of it."""
    edges = {column.y, column.y + column.h}
    across = [o for o in obstacles if o.x < column.x + column.w - 1 and o.x + o.w > column.x + 1]
    near = [o for o in across if o.y < column.y + column.h and o.y + o.h > column.y]
    for o in near:
        edges |= {o.y - gap, o.y + o.h + gap}
    cuts = sorted(e for e in edges if column.y <= e <= column.y + column.h)
    found: list[Rect] = []
    for top, bottom in pairwise(cuts):
        piece = _piece(column, near, (top, bottom), em, gap)
        if piece is None:
            continue
        if found and found[-1].x == piece.x and found[-1].w == piece.w and found[-1].y + found[-1].h >= top - 0.01:
            found[-1] = found[-1]._replace(h=bottom - found[-1].y)
        else:
            found.append(piece)
    return [f for f in found if f.h >= leading]


def _piece(column: Rect, obstacles: Sequence[Rect], span: tuple[float, float], em: float, gap: float) -> Rect | None:
    top, bottom = span
    left, right = column.x, column.x + column.w
    for o in obstacles:
        if o.y - gap >= bottom - 0.01 or o.y + o.h + gap <= top + 0.01:
            continue
        before, after = o.x - gap - left, right - (o.x + o.w + gap)
        if max(before, after) < NARROWEST * em:
            return None
        if before >= after:
            right = left + before
        else:
            left = right - after
    if right - left < NARROWEST * em and right - left < column.w - 0.01:
        return None
    return Rect(left, top, right - left, bottom - top)
