"""Tints that hold a story's head alone: its text stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from banmian.articles.nodes import Node
from banmian.model.geometry import Box

HEAD_ROWS = 14
"""Rows of all that stands on a head's tint at the most: kicker, headline, deck in several points and byline."""

TEXT_ROWS = 6
"""Rows of one block in body type on a head's tint at the most; a text has more. So many rows may be a small head."""

DISPLAY = 1.12
"""Times the body's size from which type is a head's."""


def outer_regions(nodes: Sequence[Node], fills: Sequence[Box], body: float) -> list[int]:
    """For each block the region that it is read in: where a tint holds a head alone, the one around that tint.

    Args:
        nodes: blocks of text.
        fills: tinted areas, in the writing's frame.
        body: the page's usual type size, page units.
    """
    held: dict[int, list[Node]] = {}
    for n in nodes:
        held.setdefault(n.region, []).append(n)
    places = {number: _place(mine, fills) for number, mine in held.items() if number}
    opened = {
        number: _around(number, place, places)
        for number, place in places.items()
        if place is not None and _is_head(held[number], body)
    }
    found = []
    for n in nodes:
        region = n.region
        while region in opened:
            region = opened[region]
        found.append(region)
    return found


def _place(mine: Sequence[Node], fills: Sequence[Box]) -> Box | None:
    """The tint that a region's blocks stand on; None where it is a frame, or not told."""
    held = [f for f in fills if all(f.holds(n.box.center) for n in mine)]
    return min(held, key=lambda f: f.area, default=None)


def _is_head(mine: Sequence[Node], body: float) -> bool:
    """Whether all that stands on a tint may be a story's head."""
    rows = sum(n.rows for n in mine)
    large = any(n.size > DISPLAY * body for n in mine)
    small = all(n.size > DISPLAY * body or n.rows <= TEXT_ROWS for n in mine)
    return rows <= TEXT_ROWS or (large and small and rows <= HEAD_ROWS)


def _around(number: int, place: Box, places: dict[int, Box | None]) -> int:
    """The smallest other region that holds a tint; 0, the page, where none does."""
    around = [
        (b.area, k)
        for k, b in places.items()
        if k != number and b is not None and b.area > place.area and b.holds(place.center)
    ]
    return min(around, default=(0.0, 0))[1]
