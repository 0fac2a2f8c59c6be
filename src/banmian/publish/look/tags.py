"""Tags: few words at a block's corner, put where they hide the least."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from banmian.model.geometry import Box
from banmian.publish.look.rect import Rect
from banmian.publish.site.svg import svg_number

Rows = npt.NDArray[np.float64]
"""Rows of x0, y0, x1, y1."""

HEIGHT = 1.3
"""Of a tag, in heights of its type."""

PADDING = 0.35
"""Beside the words, in heights of the type."""

NARROW, WIDE = 0.58, 1.02
"""Breadth of a letter and of a Han in heights of the type; a sans serif's letters are narrower on average."""

OVER_A_TAG = 3.0
"""How much worse it is to hide another tag than to hide print."""

NEXT_BEST = 0.06
"""Share of its area that a tag may hide before the next corner is better."""


class Corner(Enum):
    """Which end of a block a tag stands at."""

    HEAD = "head"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as SVG writes it: its rectangle with round corners, and where its words begin on their baseline."""

    words: str
    rect: Rect
    round: str
    x: str
    y: str


class Tags:
    """Puts tags on one page.

    Args:
        page: the whole page, which no tag leaves.
        ink: what should be seen: the page's lines.
        unit: height of the tags' type in page units.
    """

    def __init__(self, page: Box, ink: Iterable[Box], unit: float) -> None:
        self._page = page
        self._ink = _rows(ink)
        self._unit = unit
        self._placed: list[Box] = []

    def put(self, words: str, block: Box, corner: Corner = Corner.HEAD, *, from_right: bool = False) -> Tag:
        """A tag at the block's head or foot, at the side where its writing begins."""
        size = self._unit
        width, height = (_breadth(words) + 2 * PADDING) * size, HEIGHT * size
        places = list(_places(block, width, height, corner, from_right=from_right))
        boxes = [self._within(x, y, width, height) for x, y in places]
        found = _rows(boxes)
        hidden = _overlap(found, self._ink) + OVER_A_TAG * _overlap(found, _rows(self._placed))
        cost = hidden / (width * height) + NEXT_BEST * np.arange(len(boxes))
        best = boxes[int(np.argmin(cost))]
        self._placed.append(best)
        x, baseline = best.x0 + PADDING * size, best.y0 + 0.98 * size
        return Tag(words, Rect.of(best), svg_number(0.25 * size), svg_number(x), svg_number(baseline))

    def _within(self, x: float, y: float, width: float, height: float) -> Box:
        x = min(max(x, self._page.x0), self._page.x1 - width)
        y = min(max(y, self._page.y0), self._page.y1 - height)
        return Box(x, y, x + width, y + height)


def _places(
    block: Box, width: float, height: float, corner: Corner, *, from_right: bool
) -> Iterator[tuple[float, float]]:
    """Where a tag might stand, the best first: outside the block, over its edge, inside."""
    left, right = block.x0, block.x1 - width
    first, second = (right, left) if from_right else (left, right)
    above, over, inside = block.y0 - height, block.y0 - 0.6 * height, block.y0
    lower, across, below = block.y1 - height, block.y1 - 0.4 * height, block.y1
    if corner is Corner.FOOT:
        yield from ((second, below), (second, across), (second, lower), (first, below), (first, across))
        return
    yield from ((first, above), (first, over), (second, above), (second, over), (second, lower), (first, inside))
    yield from ((block.x1, block.y0), (block.x0 - width, block.y0))


def _breadth(words: str) -> float:
    """In heights of the type."""
    return sum(WIDE if unicodedata.east_asian_width(character) in {"W", "F"} else NARROW for character in words)


def _rows(boxes: Iterable[Box]) -> Rows:
    rows = [(box.x0, box.y0, box.x1, box.y1) for box in boxes]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def _overlap(some: Rows, others: Rows) -> npt.NDArray[np.float64]:
    """For each of some boxes the area that it shares with all the others."""
    across = np.minimum(some[:, None, 2], others[None, :, 2]) - np.maximum(some[:, None, 0], others[None, :, 0])
    down = np.minimum(some[:, None, 3], others[None, :, 3]) - np.maximum(some[:, None, 1], others[None, :, 1])
    shared: npt.NDArray[np.float64] = (across.clip(min=0) * down.clip(min=0)).sum(axis=1)
    return shared
