"""The words of a text, and its characters in the other script."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt
import rjieba

from banmian.repair.scripts import tables

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which are no characters; the dictionaries take none."""

LONGEST = 4
"""Characters of the longest word in which a glyph of the other script is right."""

NEAR = 16
"""Characters to each side that tell whether a name stands at a place."""


def simplified(text: str) -> str:
    """A text with each Traditional character as its Simplified one; of equal length."""
    codes = _codes(text)
    every = _simplifying()
    low = every[np.minimum(codes, len(every) - 1)]
    return np.where(low, low, codes).tobytes().decode("utf-32-le", "surrogatepass")


def asked(text: str) -> str:
    """The same as the dictionaries may be asked with it, which take no halves of surrogate pairs."""
    return simplified(HALVES.sub("\ufffd", text))


class Places:
    """Finds where a text has any of many characters: at once, where a pattern of thousands asks one by one."""

    def __init__(self, chars: frozenset[str]) -> None:
        self._held = np.zeros(max(map(ord, chars)) + 2, np.bool_)
        self._held[list(map(ord, chars))] = True

    def __call__(self, text: str) -> list[int]:
        """Places in a text, in order."""
        found: list[int] = np.flatnonzero(self._held[np.minimum(_codes(text), len(self._held) - 1)]).tolist()
        return found


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def _simplifying() -> npt.NDArray[np.uint32]:
    """By code point: the Simplified character of a Traditional one, 0 for any other and at the last."""
    simple = tables().simple
    found = np.zeros(max(map(ord, simple)) + 2, np.uint32)
    found[list(map(ord, simple))] = list(map(ord, simple.values()))
    return found


class Words:
    """Where the words of a text begin and end; dictionary words alone, none guessed."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self.size = len(plain)
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


def within(words: re.Pattern[str], text: str, i: int) -> bool:
    """Whether the character at a place lies within one of the words, none of which is longer than `LONGEST`."""
    return any(m.start() <= i < m.end() for m in words.finditer(text, max(0, i + 1 - LONGEST), i + LONGEST + 1))
