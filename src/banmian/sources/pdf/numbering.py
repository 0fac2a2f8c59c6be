"""Kinds among many keys. A page has ten thousand characters, and each is asked for its kind several times."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

LIMB = 16
"""Bits by which keys are sorted at a time: numpy sorts numbers of so many by radix, ten times as fast as wide ones."""


def ranked(keys: Ints) -> Ints:
    """The order that sorts keys, equal ones as they stand.

    Args:
        keys: none of them negative.
    """
    if not len(keys):
        return np.zeros(0, np.int64)
    spread = int(np.bitwise_or.reduce(keys ^ keys[0]))
    places = [place for place in range(0, 64, LIMB) if spread >> place & 0xFFFF]
    if not places:
        return np.arange(len(keys))
    order: Ints = np.lexsort([(keys >> place).astype(np.uint16) for place in places])
    return order


def numbered(keys: Ints) -> tuple[Ints, Ints]:
    """For each key the number of its kind, and for each kind the first place that it has."""
    order = ranked(keys)
    sorted_keys = keys[order]
    new = np.ones(len(keys), np.bool_)
    new[1:] = sorted_keys[1:] != sorted_keys[:-1]
    number = np.empty(len(keys), np.int64)
    number[order] = np.cumsum(new) - 1
    return number, order[new]
