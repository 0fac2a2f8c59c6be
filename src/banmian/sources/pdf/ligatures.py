"""Ligatures: one glyph for several letters, each of which PDFium gives the whole glyph's cell."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

HALF_TURN = 180
"""Degrees from which text runs to the left, or upwards."""


def part(box: Floats, object_of: Ints, turn: Ints) -> None:
    """Parts the cell of a ligature among its letters (ffi, tt, Th), each of which has the whole of it from PDFium.

    Args:
        box: (n, 4) cells as displayed; changed in place.
        object_of: number of each character's drawing object.
        turn: degrees clockwise from upright.
    """
    same = (box[1:] == box[:-1]).all(axis=1) & (object_of[1:] == object_of[:-1])
    if not same.any():
        return
    starts = np.flatnonzero(~np.concatenate(([False], same)))
    counts = np.diff(np.append(starts, len(box)))
    place = np.arange(len(box)) - np.repeat(starts, counts)
    count = np.repeat(counts, counts)
    for k in np.flatnonzero(count > 1).tolist():
        low, high = (1, 3) if turn[k] % 180 else (0, 2)
        at = place[k] if turn[k] < HALF_TURN else count[k] - 1 - place[k]
        begin, step = box[k, low], (box[k, high] - box[k, low]) / count[k]
        box[k, low], box[k, high] = begin + at * step, begin + (at + 1) * step
