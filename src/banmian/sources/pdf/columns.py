"""Columns of characters: which characters of a page stand under each other, and which of these are vertical lines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from banmian.sources.pdf.glyphs import Flags, Floats, Glyphs, Ints
from banmian.sources.pdf.sunk import RISEN, SUNK, sunk_kinds
from banmian.sources.pdf.walls import RULED, walled

LINE_GAP = 0.85
"""A gap of this many ems parts two lines: below the narrowest gutter that papers use (about one em of body
type), above the widest word space that justified setting leaves."""

SIZES_APART = 1.5
"""Characters whose sizes differ by more than this factor are not of one line (drop capitals, headlines)."""

SAME_COLUMN = 0.4
"""Middles of a vertical line's cells lie within so many ems of each other: brackets and marks sit to one side."""

ALONE = 0.12
"""A character with more ems than this on both sides in its row may belong to a vertical line; close columns are set
so near."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Characters in columns, each from its head to its foot.

    Attributes:
        order: numbers of the characters, column by column.
        gap: for each of these the gap in ems to the next one; infinite at a column's foot.
        linked: for each whether the next one is of its line.
        sunk: how far each lies below its place; a mark that the font let sink.
    """

    order: Ints
    gap: Floats
    linked: Flags
    sunk: Floats


def columns(glyphs: Glyphs, which: Ints, bars: Floats | None = None, *, tiers: bool = True) -> Columns:
    """Some characters in columns.

    A character's next is the nearest one below it whose middle lies under its own. Columns of several tiers stand at
    all places across a page, and brackets sit to one side of theirs, so no page-wide sorting into columns would hold.
    Marks that sank below their cells are seen in them. No column runs through one of the bars, which `sides` tells,
    nor, unless `tiers` is false, through white that many columns share.
    """
    box, size = glyphs.box[which], glyphs.size[which]
    count = len(which)
    middle, height = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    height = height + 0.12 * size * _again(middle, height, size)
    wide = max(float(np.median(size)), 1.0) * SAME_COLUMN
    strip = np.floor(middle / wide).astype(np.int64)
    span = float(height.max() - height.min()) + 10 * float(size.max()) + 1
    key = strip * span + (height - height.min())
    by_key = np.argsort(key, kind="stable")
    ranked = key[by_key]
    after, best = np.full(count, -1), np.full(count, np.inf)
    for off in range(-int(SAME_COLUMN * size.max() / wide) - 1, int(SAME_COLUMN * size.max() / wide) + 2):
        mine = np.flatnonzero((abs(off) - 1) * wide <= SAME_COLUMN * size)
        sought = (strip[mine] + off) * span + (height[mine] - height.min()) + 0.1 * size[mine]
        found = by_key[np.minimum(np.searchsorted(ranked, sought), count - 1)]
        away = height[found] - height[mine]
        larger = np.maximum(size[found], size[mine])
        good = (strip[found] == strip[mine] + off) & (away > 0) & (away < best[mine])
        good &= np.abs(middle[found] - middle[mine]) < SAME_COLUMN * larger
        good &= larger <= SIZES_APART * np.minimum(size[found], size[mine])
        after[mine[good]], best[mine[good]] = found[good], away[good]
    _one_each(after, best)
    order = _chained(after)
    gap, linked = np.full(count, np.inf), np.zeros(count, np.bool_)
    has = after[order] >= 0
    upper, lower = order[has], after[order][has]
    em = np.maximum(size[upper], size[lower])
    white = (box[lower, 1] - box[upper, 3]) / em
    low = np.isin(glyphs.code[which[lower]], _MARKS) & (white > RISEN) & (white < SUNK)
    sunk = sunk_kinds(glyphs, which, upper, lower, white) * size
    sunk[lower[low]] = (white * em)[low]
    white -= (sunk[lower] - sunk[upper]) / em
    gap[has] = white
    last, first = after < 0, np.ones(count, np.bool_)
    first[lower] = False
    edges = (box[last][:, [0, 3]], box[first][:, [0, 1]])
    tied: Flags = (white < LINE_GAP) & ~unlike(em, np.minimum(size[upper], size[lower]), white)
    if tiers:
        height = (box[upper, 3] + box[lower, 1]) / 2
        tied &= ~tiered(box[upper, 0], height, white, em, SHARED_WHITE, edges)
        tied &= ~_parted(box[upper, 0], height, white, em)
    if bars is not None:
        open_ones = np.flatnonzero(tied & (white > RULED))
        head, foot = box[upper[open_ones]], box[lower[open_ones]]
        tied[open_ones[walled(head[:, 3], foot[:, 1], (head[:, 0] + head[:, 2]) / 2, bars)]] = False
    linked[has] = tied
    return Columns(which[order], gap, linked, sunk[order])


def tiered(
    place: Floats,
    middle: Floats,
    white: Floats,
    em: Floats,
    least: int | Ints,
    edges: tuple[Floats, Floats] | None = None,
) -> Flags:
    """Which steps within lines cross to another tier (or column): many lines on both sides have white at that place.

    Args:
        place: (n,) where each step's line lies among the lines.
        middle: of the white along the line, of each step.
        white: of each step, in ems.
        em: type size.
        least: how many lines must have it, the step's own among them.
        edges: place and foot of the lines that end, place and head of those that begin: as many of both beside a step
            as are wanted tell the same, for the lines of two tiers seldom stand right under each other.
    """
    found = np.zeros(len(white), np.bool_)
    steps = np.flatnonzero((white > TIER_GAP) & (white < WIDEST_GUTTER))
    every = steps[white[steps] < LINE_GAP]
    if not len(every) or (edges is None and len(steps) < SHARED_WHITE):
        return found
    need = np.full(len(white), least) if isinstance(least, int) else least
    for start in range(0, len(every), AT_A_TIME):
        mine = every[start : start + AT_A_TIME]
        here, size = place[mine], em[mine]
        reach = size * (NEAR_LINES if edges is None else NEAR_COLUMNS)
        level = 0.35 * size
        count = _level_with(here, middle[mine], reach, level, place[steps], middle[steps])
        if edges is not None:
            half = white[mine] * size / 2
            feet = _level_with(here, middle[mine] - half, reach, level, *edges[0].T)
            heads = _level_with(here, middle[mine] + half, reach, level, *edges[1].T)
            count += np.minimum(feet, heads)
        found[mine] = count >= need[mine]
    return found


def _parted(place: Floats, middle: Floats, white: Floats, em: Floats) -> Flags:
    """Which steps down columns cross to another tier of a small box: all columns near have white there, none runs over.

    Args:
        place: (n,) where each step's column lies among the columns.
        middle: of the white along the column, of each step.
        white: of each step, in ems.
        em: type size.
    """
    found = np.zeros(len(white), np.bool_)
    wide = white > TIER_GAP
    for k in np.flatnonzero(wide & (white < LINE_GAP)).tolist():
        near = np.abs(place - place[k]) < BESIDE * em[k]
        level = np.abs(middle - middle[k]) < np.where(wide, 0.35, 0.55) * em[k]
        near &= level & (np.abs(em - em[k]) < SIZES_ALIKE * em[k])
        found[k] = (near & wide).sum() > 1 and not (near & ~wide).any()
    return found


BESIDE, SIZES_ALIKE = 3.0, 0.12
"""Ems to each side in which a column stands beside another one, and by what share its type differs at the most."""


def unlike(larger: Floats, smaller: Floats, white: Floats) -> Flags:
    """Which steps lead to type of another size that is set apart: to that of another tier or column.

    Args:
        larger: type size on one side of each step.
        smaller: on the other.
        white: of each step, in ems.
    """
    found: Flags = (larger > LIKE_SIZE * smaller) & (white > LOOSE)
    return found


def between_columns(place: Floats, edges: Floats, white: Floats, em: Floats, feet: Floats, heads: Floats) -> Flags:
    """Which steps along rows cross to another column: rows around end just where they begin, and begin where they end.

    Two columns with a narrow gutter may have few rows of one height in common, or all: that their edges are straight
    tells them.

    Args:
        place: (n,) height of each step's row.
        edges: (n, 2) where the white begins and ends.
        white: of each step, in ems.
        em: type size.
        feet: (rows, 2) height and end of what has nothing near behind it.
        heads: (rows, 2) height and beginning of what has nothing near before it.
    """
    found = np.zeros(len(white), np.bool_)
    steps = np.flatnonzero((white > TIER_GAP) & (white < LINE_GAP))
    for start in range(0, len(steps), AT_A_TIME):
        mine = steps[start : start + AT_A_TIME]
        here, reach, level = place[mine], em[mine] * NEAR_LINES, em[mine] * STRAIGHT
        ends = _level_with(here, edges[mine, 0], reach, level, *feet.T)
        begins = _level_with(here, edges[mine, 1], reach, level, *heads.T)
        both = np.abs(edges[mine, :1] - edges[steps, 0]) < level[:, None]
        both &= np.abs(edges[mine, 1:] - edges[steps, 1]) < level[:, None]
        both &= np.abs(here[:, None] - place[steps]) < reach[:, None]
        found[mine] = np.minimum(ends, begins) + both.sum(axis=1) > STRAIGHT_ROWS
    return found


STRAIGHT, STRAIGHT_ROWS = 0.08, 4
"""Ems by which the rows of a straight edge differ at the most, and rows that make one at the least."""


def _level_with(place: Floats, height: Floats, reach: Floats, level: Floats, places: Floats, heights: Floats) -> Ints:
    """How many of the others stand within reach of each place, and no further than `level` from its height."""
    on_level = np.abs(height[:, None] - heights[None]) < level[:, None]
    near = np.abs(place[:, None] - places[None]) < reach[:, None]
    count: Ints = (on_level & near).sum(axis=1)
    return count


LIKE_SIZE, LOOSE = 1.15, 0.45
"""What is set apart by so many ems and differs in size by this factor is of two tiers or two columns."""

TIER_GAP = 0.42
"""Ems of white that part two tiers at the least, where columns beside have it too."""

SHARED_WHITE = 4
"""So many columns that have white at one height lie in two tiers."""

WIDEST_GUTTER = 4.0
"""Ems of white up to which a step to another tier or column tells of a narrower one beside it."""

NEAR_COLUMNS, NEAR_LINES = 18.0, 9.0
"""Ems to each side in which such columns are looked for, where tiers stand under each other and where columns do."""

AT_A_TIME = 500
"""Steps that are compared with all others at a time, for the memory's sake."""


def _again(middle: Floats, height: Floats, size: Floats) -> Ints:
    """How many characters stand before each one on its very place: the letters of one glyph, as of a long dash."""
    order = np.lexsort((middle, np.round(height, 1)))
    same = (np.abs(np.diff(middle[order])) < 0.3 * size[order][1:]) & (np.abs(np.diff(height[order])) < 0.1)
    first = np.concatenate(([True], ~same))
    places = np.arange(len(order))
    rank = np.empty(len(order), np.int64)
    rank[order] = places - np.maximum.accumulate(np.where(first, places, 0))
    return rank


def _one_each(after: Ints, best: Floats) -> None:
    """Leaves to each character only the nearest of those that it is the next of."""
    order = np.lexsort((best, after))
    doubled = order[1:][(after[order][1:] == after[order][:-1])]
    after[doubled] = -1


def _chained(after: Ints) -> Ints:
    """Numbers of the characters, each followed by its next."""
    followed = np.zeros(len(after), np.bool_)
    followed[after[after >= 0]] = True
    onward = after.tolist()
    order: list[int] = []
    for head in np.flatnonzero(~followed).tolist():
        at = head
        while at >= 0:
            order.append(at)
            at = onward[at]
    return np.array(order, np.int64)


def standing(glyphs: Glyphs, order: Ints, gap: Floats, linked: Flags, han: Flags) -> Ints:
    """Those characters that follow each other downwards rather than to the right."""
    left = np.concatenate(([np.inf], gap[:-1]))
    left[1:][~linked[:-1] & (left[1:] <= ALONE)] = np.inf
    near = np.minimum(np.abs(left), np.abs(gap))
    alone = order[(near > ALONE) & han[order]]
    if len(alone) < 2:
        return alone[:0]
    closeness = np.zeros(len(glyphs))
    closeness[order] = near
    found = columns(glyphs, alone)
    down, below, tied = found.order, found.gap, found.linked
    above = np.concatenate(([np.inf], np.where(tied, below, np.inf)[:-1]))
    nearest = np.minimum(above, np.where(tied, below, np.inf))
    beside = closeness[down]
    upright = nearest + CLEARER < beside
    if 2 * upright.sum() > han.sum():  # a page of vertical lines: in doubt its other ones are vertical too
        upright = nearest + HARDLY_CLEARER < beside
    chosen, contested = down[upright], beside[upright] < LINE_GAP
    if contested.any():
        chosen = chosen[~contested | _among_their_like(glyphs, chosen, han)]
    return chosen


def _among_their_like(glyphs: Glyphs, found: Ints, han: Flags) -> Flags:
    """Which of some characters stand where half of all that are set as large as they stand.

    Wide spacing in close rows parts some characters more from their neighbours than from those below; that does not
    make them a column while the rows around them run on.
    """
    size = glyphs.size
    which = np.flatnonzero(han)
    step = np.exp2(np.rint(2 * np.log2(np.maximum(size, 1.0))) / 2) * AROUND
    middle = (glyphs.box[:, :2] + glyphs.box[:, 2:]) / 2
    cell = np.floor(middle / step[:, None]).astype(np.int64) + 1
    key = (np.rint(step * 8).astype(np.int64) << 40) + (cell[:, 0] << 20) + cell[:, 1]
    keys, at = np.unique(key[which], return_inverse=True)
    every = np.bincount(at)
    mine = np.zeros(len(size), np.bool_)
    mine[found] = True
    stand = np.bincount(at, mine[which])
    here, there = np.zeros(len(found)), np.zeros(len(found))
    for right in (-1, 0, 1):
        for down in (-1, 0, 1):
            sought = key[found] + (right << 20) + down
            k = np.minimum(np.searchsorted(keys, sought), len(keys) - 1)
            same = keys[k] == sought
            here += np.where(same, stand[k], 0)
            there += np.where(same, every[k], 0)
    most: Flags = here > 0.5 * there
    return most


CLEARER, HARDLY_CLEARER = 0.1, 0.015
"""Ems by which a character is nearer to those below and above it than to those beside it, if it is of a vertical line.

The latter holds where most of the page's are.
"""

AROUND = 4.0
"""Ems of a character's own size that its neighbourhood reaches to each side, and as much again."""


def taken(glyphs: Glyphs, vertical: Flags, order: Ints, linked: Flags) -> Ints:
    """Characters that stand in vertical lines after all: what is near in their row had hidden it.

    Args:
        glyphs: those of the page.
        vertical: what is known to stand in vertical lines.
        order: all others, row by row.
        linked: for each of these whether the next one is of its line.
    """
    lengths = lengths_of(linked)
    run = np.repeat(np.arange(len(lengths)), lengths)
    mostly = vertical.sum() > len(order)
    least = FEW * 3 if mostly else FEW
    few = order[lengths[run] <= least]
    if not len(few):
        return few
    seen = columns(glyphs, np.sort(np.concatenate((np.flatnonzero(vertical), few))))
    line = np.cumsum(np.concatenate(([False], ~seen.linked[:-1])))
    held = np.zeros(len(vertical), np.bool_)
    held[seen.order] = np.bincount(line, vertical[seen.order])[line] > 0
    if mostly:  # close columns that none is known of: longer downwards than across
        across = np.zeros(len(vertical), np.int64)
        across[order] = lengths[run]
        seen = columns(glyphs, np.sort(seen.order), tiers=False)
        line = np.cumsum(np.concatenate(([False], ~seen.linked[:-1])))
        held[seen.order] |= np.bincount(line)[line] >= np.maximum(4, 2 * across[seen.order])
    whole = np.bincount(run, held[order]) == lengths
    found: Ints = order[whole[run] & (lengths[run] <= least)]
    return found


FEW = 3
"""Characters side by side that may each be of a vertical line; more of them are a line of their own.

On a page that is mostly vertical three times as many may be.
"""


def lengths_of(linked: Flags) -> Ints:
    """How many characters each line has; a line's last one is linked to none."""
    return np.diff(np.flatnonzero(~linked), prepend=-1)


_MARKS = np.array([ord(c) for c in "，。、；：！？"])
"""Marks that stand right below the character that they follow."""
