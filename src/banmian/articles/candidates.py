"""Which pairs of blocks are asked about at all: those whose place alone allows that the second is read after the first.

A step of a story that is missing here is lost for good, so every way in which columns, heads and pictures part a
story has its rule; most pairs are left out by all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# In ems of the page's body type unless said otherwise; wide enough that of the steps in papers of seeds 3001 to
# 3008 one in five hundred is left out (tools/training tells that share).

FAR_BELOW = 60.0
"""Between a block and one that follows it further down."""

FAR_ASIDE = 10.0
"""Beyond a column's width, between a column's foot and the head of the next."""

FAR_UP = 75.0
"""Between the head of a column and that of the next, which may begin so much higher."""

FAR_HEAD = 70.0
"""Between a head set over the middle of its story, or down its side, and the story's first column."""

SPANNING = 1.8
"""What is wider than a column by this factor stands over several."""

LEVEL_HEAD = 6.0
"""By which a column may begin lower than the head set down its story's side."""

ABOVE_HEAD = 10.0
"""By which a column's first row may stand over the head set down its story's side."""

AMID = 50.0
"""By which a column may begin over the head that stands amid its text."""

GUTTER = 2.5
"""Between a head that stands amid its text and the column beside it that begins higher up."""

NEXT_COLUMN = 4.0
"""Between a column and the next one at the most."""

STEP = 14.0
"""By which a column may begin under the foot of the one before it, where a picture stands over it."""

ONE_HEAD = 3.0
"""Between the parts of one head set down the page."""

HEAD_BLOCKS = 3
"""Of a head under its headline: deck, byline and one more."""

LARGER = 1.12
"""Type larger than the body by this factor may be a head."""

SMALL = 6.0
"""Height of a block that may be a head in body type."""

PARTED = 1.2
"""White over or under a block at which a run of text may begin or end."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A page's blocks as arrays, in ems of its body type, in the writing's frame.

    Attributes:
        box: (blocks, 4) their places.
        region: the region that holds each.
        outer: likewise, but around a tint that holds nothing but a head it is the region that this lies in.
        size: of its type.
        rules: (rules, 4) those along the lines.
        walls: (rules, 4) those across them.
        pictures: (pictures, 4).
        fill: number of the tint that it stands on; 0 for none.
        side: whether it is set across the page's writing.
    """

    box: Floats
    region: Ints
    outer: Ints
    size: Floats
    rules: Floats
    walls: Floats
    pictures: Floats
    fill: Ints
    side: Flags

    def shared(self, low: int) -> Floats:
        """How much of an axis (0 for x, 1 for y) both of each pair of blocks cover; negative is a gap."""
        a, b = self.box[:, low], self.box[:, low + 2]
        found: Floats = np.minimum(b[:, None], b[None]) - np.maximum(a[:, None], a[None])
        return found


def candidates(
    plane: Plane, share_x: Floats, gap: Floats, white: Floats, over: Flags, above: Ints, below: Ints
) -> Ints:
    """Pairs whose place alone allows that the second is read right after the first, (pairs, 2).

    Args:
        plane: the page's n blocks.
        share_x: (n, n) how much of the x axis both of two blocks cover, in ems; negative is a gap.
        gap: (n, n) from the foot of each block down to the head of each other one, in ems.
        white: (n, n) the same less the pictures between.
        over: (n, n) whether the first stands over the second.
        above: (n,) number of the nearest block over each one; -1 for none.
        below: (n,) likewise under it.
    """
    n = len(plane.box)
    if not n:
        return np.zeros((0, 2), np.int64)
    x0, y0, x1, y1 = plane.box.T
    width = x1 - x0
    least = np.minimum(width[:, None], width[None])
    order = np.where(over & (white < FAR_BELOW), gap, np.inf)
    rank_down = order.argsort(axis=1).argsort(axis=1)
    rank_up = order.argsort(axis=0).argsort(axis=0)
    under = np.isfinite(order) & ((rank_down < 4) | (rank_up < 3))
    aside = x0[None] - x1[:, None]
    up = np.where(above >= 0, above, 0)
    down = np.where(below >= 0, below, 0)
    first = (above < 0) | (y0 - y1[up] > PARTED) | (np.abs(plane.size[up] - plane.size) > 0.05)
    last = (below < 0) | (y0[down] - y1 > PARTED) | (np.abs(plane.size[down] - plane.size) > 0.05)
    level = y0[None] > tops(plane, above)[:, None] - FAR_UP
    foot = (below < 0) | (width[down] > SPANNING * width)
    head = (above < 0) | (width[up] > SPANNING * width)
    level |= (foot[:, None] & head[None]) | (head[None] & first[None])
    beside = (aside > -1.0) & (aside < FAR_ASIDE + least) & (gap < 1.0) & level & (first[None] | last[:, None])
    display = plane.size > LARGER
    small = np.array(y1 - y0 < SMALL)
    away = np.maximum(aside, x0[:, None] - x1[None])
    headed = (display | small)[:, None] & (gap > -1.5) & (white < SMALL) & (away < FAR_HEAD)
    back = (gap > -1.0) & (gap < STEP) & (x0[None] < x0[:, None] - 1) & (x0[:, None] - x0[None] < FAR_HEAD)
    share_y = plane.shared(1)
    apart = np.maximum(0.0, -share_x) + np.maximum(0.0, -share_y)
    either = plane.side[:, None] | plane.side[None]
    turned = (apart < 4.0) & either
    turned |= _heads_aside(plane, apart, away)
    within = (share_x > 0) & (share_y > 0)
    next_one = (aside > -1.0) & (aside < NEXT_COLUMN)
    stepped = next_one & last[:, None] & first[None] & (gap < STEP) & ((gap >= 1.0) | foot[:, None])
    over_it = (np.abs(y0[None] - y0[:, None]) < 1.5) & (aside > 0) & (np.abs(width[None] - width[:, None]) < 0.5)
    over_it &= last[:, None] & first[None]
    ahead = (gap < 0) & (y0[:, None] - y0[None] < AMID) & (away < GUTTER) & first[None]
    ahead &= x0[None] <= x0[:, None] + 1.0
    heads = display
    for _ in range(HEAD_BLOCKS):  # what stands close under a headline may be a part of its head too
        heads = heads | (small & heads[up] & (above >= 0) & (y0 - y1[up] < ONE_HEAD))
    amid = heads[:, None]
    closing = heads & ~((below >= 0) & heads[down] & (y0[down] - y1 < ONE_HEAD))
    level_head = (
        _level_with_head(plane, heads, above) & closing[:, None] & (aside < 0) & (away < FAR_HEAD) & first[None]
    )
    may = under | beside | headed | back | turned | within | stepped | over_it | (ahead & amid) | level_head
    may &= plane.outer[:, None] == plane.outer[None]
    np.fill_diagonal(may, val=False)
    return np.argwhere(may).astype(np.int64)


def _level_with_head(plane: Plane, head: Flags, above: Ints) -> Flags:
    """Pairs of a block of a head and one further left that begins where the head does, or beside it.

    A headline over all columns of its story but the first leaves that column to begin on the headline's own height.

    Args:
        plane: the page's n blocks.
        head: (n,) whether each block may be part of a head.
        above: (n,) number of the nearest block over each one; -1 for none.
    """
    y0, y1 = plane.box[:, 1], plane.box[:, 3]
    top = y0.copy()
    for k in np.argsort(y0).tolist():
        up = above[k]
        if up >= 0 and head[k] and head[up] and y0[k] - y1[up] < ONE_HEAD:
            top[k] = top[up]
    found: Flags = head[:, None] & (y0[None] > top[:, None] - ONE_HEAD) & (y0[None] < y1[:, None] + 1.0)
    return found


def _heads_aside(plane: Plane, apart: Floats, away: Floats) -> Flags:
    """Pairs of a block that is part of a head set down the side of its story, and one at the head of a column.

    A head of several lines down the page, with the byline under it, counts as one.
    """
    side = np.flatnonzero(plane.side)
    found = np.zeros(apart.shape, np.bool_)
    if not len(side):
        return found
    group = np.arange(len(side))
    near = apart[np.ix_(side, side)] < ONE_HEAD
    for _ in side:
        spread = np.where(near, group[None], len(side)).min(axis=1)
        if (spread == group).all():
            break
        group = spread
    y0, y1 = plane.box[:, 1], plane.box[:, 3]
    for k in np.unique(group).tolist():
        mine = side[group == k]
        top, foot = y0[mine].min(), y1[mine].max()
        found[mine] = ((y1 > top - ABOVE_HEAD) & (y0 < foot) & (y0 - top < LEVEL_HEAD))[None] & (away[mine] < FAR_HEAD)
    return found


def tops(plane: Plane, above: Ints) -> Floats:
    """Where the run of equal type that each block stands in begins."""
    tops = plane.box[:, 1].copy()
    for k in np.argsort(plane.box[:, 1]).tolist():
        up = above[k]
        if up >= 0 and abs(plane.size[up] - plane.size[k]) < 0.03 and plane.box[k, 1] - plane.box[up, 3] < 30:
            tops[k] = tops[up]
    return tops
