"""Characters of one line that are spread over a measure: a writer's name, a kicker or a head set to both edges.

Their gaps are as wide as gutters; what tells them from characters of several columns is that they are even.
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
