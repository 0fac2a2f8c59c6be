"""Lines set wide or tight: characters spread over a measure, and heads whose spaces are hardly seen.

A writer's name, a kicker or a head set to both edges has gaps as wide as gutters; what tells them from characters of
several columns is that they are even.
"""

from __future__ import annotations

import numpy as np

from banmian.sources.pdf.columns import LINE_GAP
from banmian.sources.pdf.glyphs import Flags, Floats

WIDEST = 4.5
"""Ems between two characters of such a line at the most."""

EVEN = 0.12
"""Ems by which its gaps differ at the most."""

LEAST = 3
"""Gaps of such a line at the least."""


def spread(gap: Floats, linked: Flags, wide: Flags) -> Flags:
    """Which gaps in rows of characters are those of lines that are spread out.

    Args:
        gap: (characters,) ems to the next one in its row; infinite at its end.
        linked: (characters,) whether it is of one line with the next one already.
        wide: (characters,) whether the two are of one size and both fill a cell.
    """
    found = np.zeros(len(gap), np.bool_)
    able = wide & ~linked & (gap > LINE_GAP) & (gap < WIDEST)
    if able.sum() < LEAST:
        return found
    level = np.where(able, gap, 0.0)
    goes_on = np.zeros(len(gap), np.bool_)  # as wide as the gap before
    goes_on[1:] = able[1:] & able[:-1] & (np.abs(np.diff(level)) < EVEN)
    first = np.flatnonzero(able & ~goes_on)
    ends = np.flatnonzero(able & ~np.append(goes_on[1:], False))
    for begin, end in zip(first.tolist(), ends.tolist(), strict=True):
        alone = not (begin and linked[begin - 1]) and not (end + 1 < len(linked) and linked[end + 1])
        if end - begin + 1 >= LEAST and alone and np.ptp(gap[begin : end + 1]) < EVEN:
            found[begin : end + 1] = True
    return found


TIGHT_SPACE, KERNED, TOLD_BY = 0.13, 0.05, 5
"""Ems from which a gap may be a space in a Latin line that has no wider one, and by which its other gaps, so many at
the least, may then exceed their median: heads are set tight, in fonts with small spaces."""

EQUAL, LETTERS, MOST_WORDS = 0.02, 2, 0.7
"""Ems by which such spaces differ at the most; letters between two of them, and the share of words that have so many at
the least: kerns part single letters."""


def are_spaces(gaps: list[float], places: list[int]) -> bool:
    """Whether a tight line's widest gaps are its spaces.

    Args:
        gaps: in ems, after each character but the last.
        places: of the widest ones.
    """
    rest = sorted(g for g in gaps if g <= TIGHT_SPACE)
    widest = [gaps[i] for i in places]
    words = np.diff([-1, *places, len(gaps)])
    return (
        len(rest) >= TOLD_BY
        and rest[-1] < rest[len(rest) // 2] + KERNED
        and max(widest) - min(widest) < EQUAL
        and float((words >= LETTERS).mean()) >= MOST_WORDS
    )


def lean_into_spaces(gaps: list[float], places: list[int]) -> bool:
    """Whether letters lean into the spaces before them (an italic J): of a line's other letters none stand apart.

    Args:
        gaps: in ems, after each character but the last.
        places: of gaps that are too narrow for a space by themselves.
    """
    rest = [g for g in gaps if g <= TIGHT_SPACE]
    return len(rest) >= TOLD_BY and len(places) < len(rest) / TOLD_BY and max(rest) < TOUCHING


TOUCHING = 0.02
"""Ems between letters of a line that is not set apart at the most."""
