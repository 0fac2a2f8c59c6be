"""Parts a page into places for stories: straight cuts across and down, and corners cut out for a neighbour."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import NamedTuple

from papers.carve import columns
from typesetter.sheet import Rect


class Cell(NamedTuple):
    """A place of whole columns `[first, last)` between two heights, less the corners `notches` given to others."""

    first: int
    last: int
    top: float
    bottom: float
    notches: tuple[Cell, ...] = ()
    kind: str = "story"


@dataclass(frozen=True, slots=True)
class Grid:
    """A page's columns, and the white between stories."""

    rect: Rect
    count: int
    gutter: float
    gap: float
    shares: tuple[float, ...] = ()

    def place(self, cell: Cell) -> Rect:
        """A cell's rectangle."""
        each = columns(self.rect, self.count, self.gutter, self.shares)
        left, right = each[cell.first], each[cell.last - 1]
        return Rect(left.x, cell.top, right.x + right.w - left.x, cell.bottom - cell.top)


@dataclass(slots=True)
class Divider:
    """Divides a grid.

    Attributes:
        stop: a cell smaller than this, in square points, is whole.
        least: height in points that a cell must have.
        notched: how often a corner is cut out where one could be.
        across: leaning towards cuts across (1) or down (0).
        cuts: every cut made, for the rules along them: `(kind, rectangle)`.
    """

    grid: Grid
    chance: random.Random
    stop: float
    least: float = 90.0
    notched: float = 0.25
    across: float = 0.5
    narrowest: int = 1
    cuts: list[tuple[str, Rect]] = field(default_factory=list)

    def divide(self, cell: Cell) -> list[Cell]:
        """The cells that a cell is parted into, in the order of reading."""
        rect = self.grid.place(cell)
        wide, tall = cell.last - cell.first, rect.h
        stop = self.stop * self.chance.uniform(0.55, 1.7)
        may_across = tall >= 2 * self.least + self.grid.gap
        may_down = wide >= 2 * self.narrowest
        too_long = (tall > 3.2 * rect.w and may_across) or (rect.w > 5.0 * tall and may_down)
        if (rect.w * rect.h < stop and not too_long) or not (may_across or may_down):
            return [cell]
        fit = wide >= 3 and tall > 2.4 * self.least and rect.w * rect.h < 3.2 * self.stop
        if fit and self.chance.random() < self.notched:
            return self._cornered(cell)
        leaning = self.across * (tall / (rect.w + tall)) * 2
        if may_across and (not may_down or self.chance.random() < leaning):
            return self._across(cell)
        return self._down(cell)

    def _across(self, cell: Cell) -> list[Cell]:
        tall, gap = cell.bottom - cell.top, self.grid.gap
        low, high = self.least / tall, 1 - (self.least + gap) / tall
        place = cell.top + tall * min(
            high, max(low, self.chance.choice((0.34, 0.42, 0.5, 0.6, 0.66)) + self.chance.uniform(-0.06, 0.06))
        )
        rect = self.grid.place(cell)
        self.cuts.append(("across", Rect(rect.x, place, rect.w, gap)))
        return self.divide(cell._replace(bottom=place)) + self.divide(cell._replace(top=place + gap))

    def _down(self, cell: Cell) -> list[Cell]:
        wide = cell.last - cell.first
        place = cell.first + self.chance.randint(self.narrowest, wide - self.narrowest)
        left, right = cell._replace(last=place), cell._replace(first=place)
        a, b = self.grid.place(left), self.grid.place(right)
        self.cuts.append(("down", Rect(a.x + a.w, a.y, b.x - a.x - a.w, a.h)))
        return self.divide(left) + self.divide(right)

    def _cornered(self, cell: Cell) -> list[Cell]:
        """A story around another one: at one of its corners, or at the middle of its foot."""
        wide, tall, gap = cell.last - cell.first, cell.bottom - cell.top, self.grid.gap
        own = self.chance.randint(1, max(1, wide - 2))
        deep = tall * self.chance.uniform(0.35, 0.55)
        deep = max(deep, self.least)
        at = self.chance.choice(("foot-right", "foot-right", "foot-left", "top-right", "top-right", "middle"))
        first = cell.first if at == "foot-left" else cell.last - own
        if at == "middle" and wide - own >= 2:
            first = cell.first + 1
        if at == "top-right":
            notch = Cell(first, first + own, cell.top, cell.top + deep)
        else:
            notch = Cell(first, first + own, cell.bottom - deep, cell.bottom)
        rect = self.grid.place(notch)
        edge = notch.bottom if at == "top-right" else notch.top - gap
        self.cuts.append(("across", Rect(rect.x, edge, rect.w, gap)))
        if at != "middle":
            left = at != "foot-left"
            x = rect.x - self.grid.gutter if left else rect.x + rect.w
            self.cuts.append(("down", Rect(x, rect.y, self.grid.gutter, rect.h)))
        inner = [notch] if rect.w * rect.h < 1.8 * self.stop else self.divide(notch)
        return [cell._replace(notches=(notch,)), *inner]
