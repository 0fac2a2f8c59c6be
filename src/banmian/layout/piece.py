"""A line on its way into a block, in the frame of its own writing.

Vertical text is laid out on a turned page: x' runs down the page and y' from its right edge to the left, so
that a vertical line becomes a row, lines follow each other downwards, and a tier (欄) becomes a column.
Everything in this room works in that frame and never asks for the direction again.
"""

from __future__ import annotations

from dataclasses import dataclass

from banmian.model.geometry import Point, Turning
from banmian.model.page import Direction, Line, Page

SAME_SIZE = 0.12
"""Sizes within this share of each other are one size."""

DISPLAY = 1.28
"""Type larger than the body by this factor is display type: headlines and their kin."""

PALE = 200
"""A colour with all three parts above this shows only on something dark."""


@dataclass(slots=True, eq=False)
class Piece:
    """A line (or a part of one) with its place in the writing's frame.

    Attributes:
        index: of the line on its page.
        rows: further lines on the same row, to the right of this one.
        region: number of the region that holds it.
        side: set across the writing (a horizontal headline on a vertical page).
        tabled: a table's row, its cells in `rows`.
        look: font and weight of the first run.
        pale: set in a colour that shows only on something dark.
    """

    index: int
    line: Line
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    rows: list[Piece]
    region: int = 0
    side: bool = False
    tabled: bool = False
    look: tuple[str, int] = ("", 0)
    pale: bool = False

    @property
    def height(self) -> float:
        """Extent across the row."""
        return self.y1 - self.y0

    @property
    def middle(self) -> Point:
        """The middle of its own line."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    @property
    def end(self) -> float:
        """How far right the row reaches, with the lines joined to it."""
        return max([self.x1] + [r.x1 for r in self.rows]) if self.rows else self.x1

    @property
    def text(self) -> str:
        """Current text of the line and of those joined to its row."""
        own = self.line.text.current
        return " ".join([own, *(r.line.text.current for r in self.rows)]) if self.rows else own

    def every(self) -> list[Line]:
        """The row's lines from left to right."""
        return [self.line, *(r.line for r in self.rows)]


def pieces(page: Page, turned: Turning) -> list[Piece]:
    """Every line of the page that has a place, from top to bottom."""
    found = []
    for index, line in enumerate(page.lines):
        if line.box is None:
            continue
        b = turned.there(line.box)
        side = (line.direction is Direction.VERTICAL) != turned.vertical and len(line.text.raw) > 1
        size = line.size or min(b.width, b.height)
        piece = Piece(index, line, b.x0, b.y0, b.x1, b.y1, size, [], side=side)
        if line.styles:
            style = line.styles[0][1]
            piece.look, piece.pale = (style.font, style.weight), min(style.color[:3]) > PALE
        found.append(piece)
    found.sort(key=lambda p: (p.y0, p.x0))
    return found


def usual_size(found: list[Piece]) -> float:
    """The type size that most characters have: the body's."""
    weights: dict[float, int] = {}
    for p in found:
        key = round(p.size * 4) / 4
        weights[key] = weights.get(key, 0) + len(p.line.text.raw)
    return max(weights, key=lambda s: (weights[s], -s)) if weights else 10.0
