"""What an issue itself prints: how many of its glyphs strayed, and which forms are its own.

Glyphs that no Traditional print ever had (们 这 说) tell the share of strays; with it the counts of a form and of
the one that it may stand for say whether the form is the issue's own (决 beside 決 in papers before 1956) or as
frequent as strays would be.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from math import exp, factorial, sqrt

from banmian.repair.glyphs import FORMS, OLDER_AND_NEWER
from banmian.repair.scripts import tables

SPREAD = 2.0
"""Standard deviations of a count of rare events (Poisson) that are still believed to be chance."""

LIKELY, MANY = 0.5, 60
"""How likely so many strays must be; more than so many are taken for so many."""

MOSTLY = 3
"""So many times as often an issue prints a form that it prefers."""

CLEAN = 0.001
"""The share of strays below which an issue has none: a rare old form (盐) is taken for one."""

LONG = 600
"""Characters of an issue from which the want of strays says something."""


class Usage:
    """Counts of an issue's characters and what follows from them.

    Args:
        counts: how often each character stands in the issue.
        size: characters of the issue; from `LONG` on the want of something says something.
    """

    def __init__(self, counts: Counter[str], size: int) -> None:
        self.counts = counts
        self.long = size >= LONG

    def __getitem__(self, char: str) -> int:
        return self.counts[char]

    @cached_property
    def share(self) -> float:
        """Share of strayed glyphs among those that can stray, by the forms that are never right."""
        never = _never()
        strayed = sum(n for c, n in self.counts.items() if c in never)
        right = sum(n for c, n in self.counts.items() if tables().simple.get(c) in never)
        return strayed / max(1, strayed + right)

    @cached_property
    def clean(self) -> bool:
        """Whether a long issue holds no stray that is certain."""
        return self.long and self.share < CLEAN

    @cached_property
    def literary(self) -> bool:
        """Whether a long issue is written in literary Chinese, in which 云 is "says" and 余 is "I"."""
        return self.long and self.counts["之"] > self.counts["的"]

    def other(self, char: str) -> str:
        """The form that a character may stand for and that the issue prints most; itself where it prints none."""
        best = max(forms_of(char), key=lambda c: self.counts[c], default=char)
        return best if self.counts[best] else char

    def as_strays(self, char: str) -> bool:
        """Whether a form is no more frequent in the issue than its strays would be."""
        own = self.counts[char]
        expected = self.share * (own + sum(self.counts[c] for c in forms_of(char)))
        return bool(expected) and own <= expected + SPREAD * sqrt(expected) + 1

    def likely_strays(self, char: str) -> bool:
        """Whether at least so many strays of a form are likely in the issue."""
        expected = self.share * (self.counts[char] + sum(self.counts[c] for c in forms_of(char)))
        fewer = sum(exp(-expected) * expected**k / factorial(k) for k in range(min(self.counts[char], MANY)))
        return 1 - fewer >= LIKELY

    def preferred(self, char: str) -> str:
        """The form that the issue prints instead of this one, which is as rare as strays; itself where none."""
        other = self.other(char)
        return other if self.as_strays(char) and self.counts[other] >= MOSTLY * self.counts[char] else char

    def as_used(self, new: str, char: str) -> str:
        """The form that the issue itself uses, where Traditional print has two for the new character."""
        for forms in FORMS:
            if new in forms:
                best = max(forms, key=lambda f: (self.counts[f], f == forms[0]))
                if char not in forms:
                    return best
                more = self.counts[best] - self.counts[char]
                if more > 0 or (best != char and more == 0 and char in SIMPLIFIED_TOO):
                    return best
                if char in SIMPLIFIED_TOO and self.counts[forms[0]] >= self.counts[char]:
                    return forms[0]
                return new if self._older(forms) else char
        return new

    def _older(self, forms: str) -> bool:
        """Whether the issue, which says nothing of these forms, prints the older one of the others (戶, 內, 溫)."""
        if forms not in OLDER_AND_NEWER or any(self.counts[f] for f in forms[:1]):
            return False
        old, new = (sum(self.counts[pair[k]] for pair in OLDER_AND_NEWER if pair != forms) for k in (0, 1))
        return old > 2 * new


SIMPLIFIED_TOO = frozenset("户内强温")
"""Forms that Simplified print has as well: where an issue has as many of the other, these strayed."""


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for char, simple in tables().simple.items():
        found.setdefault(simple, []).append(char)
    return {simple: tuple(chars) for simple, chars in found.items()}


def forms_of(char: str) -> tuple[str, ...]:
    """The Traditional forms that a character may stand for, itself left out."""
    return _forms().get(char, ())


@cache
def _never() -> frozenset[str]:
    """Forms that no Traditional print has had."""
    return frozenset(c for c in tables().simplified_only if not printed_before(c))


@cache
def printed_before(char: str) -> bool:
    """Whether a form of Simplified print was printed before it was one: a code of older print has it too."""
    return any(_encodes(char, code) for code in OLD_CODES)


def _encodes(char: str, code: str) -> bool:
    try:
        char.encode(code)
    except UnicodeEncodeError:
        return False
    return True


@cache
def usual(char: str) -> bool:
    """Whether a form is in the code of Traditional print."""
    return _encodes(char, "big5")


@cache
def same_word(char: str, form: str) -> bool:
    """Whether two forms are of one word wherever they stand: one that Traditional print's own code lacks (卽 即)."""
    return not usual(form) or not usual(char)


OLD_CODES = ("big5", "euc_jis_2004", "euc_jp", "euc_kr")
"""Codes of print that was never simplified as mainland China's, or was so earlier by forms that all had known."""
