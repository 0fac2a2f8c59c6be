"""Words cut in two by the end of a row or a column."""

from __future__ import annotations

from functools import lru_cache

import rjieba

from banmian.articles.people import simplified


def cuts_a_word(before: str, after: str) -> bool:
    """Whether the place between two pieces of text lies within a word, by rjieba's dictionary.

    The pieces are looked at in a Simplified copy, because the dictionary splits Traditional text badly.
    """
    left, right = before.rstrip()[-6:], after.lstrip()[:6]
    if not left or not right:
        return False
    if left[-1].isascii() and right[0].isascii():
        return left[-1].isalnum() and right[0].isalnum()
    return not _ends_whole(left) and _cut_within(left, right)


@lru_cache(maxsize=4096)
def _ends_whole(left: str) -> bool:
    """Whether what stands before ends on a whole word."""
    last = rjieba.cut(simplified(left), False)[-1]
    return 1 < len(last) < len(left)


@lru_cache(maxsize=16384)
def _cut_within(left: str, right: str) -> bool:
    place = 0
    for word in rjieba.cut(simplified(left + right), False):
        if place < len(left) < place + len(word):
            return True
        place += len(word)
    return False
