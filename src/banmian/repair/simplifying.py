"""Traditional glyphs that strayed into Simplified text."""

from __future__ import annotations

from functools import cache

from banmian.model.text import Edit, Flag
from banmian.repair.glyphs import IN_SIMPLIFIED
from banmian.repair.scripts import tables
from banmian.repair.words import Places, within

RARE = "a form that Simplified print uses in names and a few words alone"


def to_simplified(text: str, kept: frozenset[int]) -> tuple[list[Edit], list[Flag]]:
    """One edit for each Traditional glyph that Simplified print does not use, and flags for rare ones that it may.

    Args:
        text: in Simplified script.
        kept: places in quotations that are wholly Traditional.
    """
    edits: list[Edit] = []
    flags: list[Flag] = []
    classes = tables()
    for i in _suspects()(text):
        char = text[i]
        if i in kept:
            continue
        if char in classes.traditional_only:
            edits.append(Edit(i, i + 1, classes.simple[char]))
        else:
            new, words = IN_SIMPLIFIED[char]
            if not within(words, text, i):
                edits.append(Edit(i, i + 1, new))
    return edits, flags


@cache
def _suspects() -> Places:
    return Places(tables().traditional_only | frozenset(IN_SIMPLIFIED))
