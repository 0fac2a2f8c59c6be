"""The families of papers, by name."""

from __future__ import annotations

import random
from collections.abc import Callable

from papers import county, daily, dense, feature, town, vertical
from papers.issue import Issue

FAMILIES: dict[str, Callable[[random.Random, int], Issue]] = {
    "county": county.made,
    "daily": daily.made,
    "dense": dense.made,
    "feature": feature.made,
    "town": town.made,
    "vertical": vertical.made,
}


def made(family: str, chance: random.Random, pages: int) -> Issue:
    """An issue of a family."""
    return FAMILIES[family](chance, pages)
