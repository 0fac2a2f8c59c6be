"""The families of papers, by name."""

from __future__ import annotations

import random
from collections.abc import Callable

from papers import campus, county, daily, dense, feature, fraktur, modern, republican, town, vertical, webset, weekend
from papers.issue import Issue

FAMILIES: dict[str, Callable[[random.Random, int], Issue]] = {
    "campus": campus.made,
    "county": county.made,
    "daily": daily.made,
    "dense": dense.made,
    "feature": feature.made,
    "fraktur": fraktur.made,
    "modern": modern.made,
    "republican": republican.made,
    "town": town.made,
    "vertical": vertical.made,
    "webset": webset.made,
    "weekend": weekend.made,
}

DRAWN = ("county", "daily", "dense", "feature", "town", "vertical")
"""Families that a seed draws from where none is named; to add to them changes what every seed means."""


def made(family: str, chance: random.Random, pages: int) -> Issue:
    """An issue of a family."""
    return FAMILIES[family](chance, pages)
