"""Quotations and passages that are wholly in the other script, and therefore meant so."""

from __future__ import annotations

import re

from banmian.repair.scripts import tables
from banmian.repair.usage import Usage

_QUOTED = re.compile("「[^「」]+」|『[^『』]+』|“[^“”]+”|《[^《》]+》|〈[^〈〉]+〉")

CHANCE = 1e-4
"""How likely so many strays in a row may be by the issue's share of strays before they are no chance any more."""

FEWEST = 3
"""Glyphs of one script alone, all of the other one, that a quotation needs to be wholly in it."""


FEWEST_OF_NAME = 2
"""The same of a name."""


def wholly_simplified(text: str, usage: Usage) -> frozenset[int]:
    """Places of a Traditional text in quotations, or in all of it, where no glyph that could be is Traditional."""
    return _wholly(text, tables().simplified_only, tables().traditional_only, usage)


def wholly_traditional(text: str, usage: Usage) -> frozenset[int]:
    """The same of a Simplified text."""
    return _wholly(text, tables().traditional_only, tables().simplified_only, usage)


def _wholly(text: str, other: frozenset[str], own: frozenset[str], usage: Usage) -> frozenset[int]:
    spans = [m.span() for m in _QUOTED.finditer(text)]
    if len(text) > FEWEST:
        spans.append((0, len(text)))
    kept: set[int] = set()
    for start, end in spans:
        span = text[start:end]
        if _meant(span, other, own, usage, FEWEST):
            kept.update(range(start, end))
    return frozenset(kept)


def name_meant_so(name: str, usage: Usage) -> bool:
    """Whether a name in Simplified glyphs alone is no chance in a Traditional issue."""
    return _meant(name, tables().simplified_only, tables().traditional_only, usage, FEWEST_OF_NAME)


def _meant(span: str, other: frozenset[str], own: frozenset[str], usage: Usage, fewest: int) -> bool:
    foreign = sum(c in other for c in span)
    if foreign < fewest or not own.isdisjoint(span):
        return False
    return _share_elsewhere(foreign, other, own, usage) ** foreign < CHANCE


def _share_elsewhere(foreign: int, other: frozenset[str], own: frozenset[str], usage: Usage) -> float:
    """Share of the other script's glyphs in the rest of the issue, by the rule of succession (Laplace)."""
    strays = max(0, sum(n for c, n in usage.counts.items() if c in other) - foreign)
    right = sum(n for c, n in usage.counts.items() if c in own)
    return (strays + 1) / (strays + right + 2)
