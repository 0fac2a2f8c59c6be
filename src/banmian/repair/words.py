"""The words of a text, and its characters in the other script."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import accumulate, pairwise

import rjieba

from banmian.repair.scripts import tables

NEAR = 16
"""Characters to each side that tell whether a name stands at a place."""


@cache
def simplifying() -> dict[int, str]:
    """Each Traditional character's Simplified one, for `str.translate`."""
    return {ord(c): s for c, s in tables().simple.items()}


class Words:
    """Where the words of a text begin and end; dictionary words alone, none guessed."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._bounds = [0, *accumulate(map(len, rjieba.cut(plain, False)))]

    def __getitem__(self, place: int) -> tuple[int, int]:
        """Begin and end of the word that holds the character at a place."""
        k = bisect_right(self._bounds, place)
        return self._bounds[k - 1], self._bounds[k]

    def guessed(self, start: int, end: int) -> bool:
        """Whether rjieba's model of unknown words takes a place for one of them, as it does with most names."""
        low = max(0, start - NEAR)
        ends = list(accumulate(map(len, rjieba.cut(self._plain[low : end + NEAR], True)), initial=low))
        return (start, end) in set(pairwise(ends))
