"""Arrows from a block to the one that is read next, led through the white between them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from banmian.model.geometry import Box, Point
from banmian.publish.site.svg import svg_number

STACKED = 0.3
"""Share of the narrower block: blocks that share so much of their breadth stand one above the other."""

HEAD_LENGTH, HEAD_BREADTH = 0.95, 0.8
"""Of an arrow, in the drawing's unit."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as SVG paths: its shaft and its filled head."""

    shaft: str
    head: str


def arrow(start: Box, end: Box, unit: float) -> Arrow:
    """An arrow from one block to another.

    Args:
        start: the block that is read first.
        end: the one that follows.
        unit: the drawing's unit: the height of small type.
    """
    tail, tip = _lengthened(*_path(start, end), 1.8 * unit)
    along = math.atan2(tip[1] - tail[1], tip[0] - tail[0])
    neck = _moved(tip, along, -HEAD_LENGTH * unit)
    sides = [_moved(neck, along + turn, HEAD_BREADTH * unit / 2) for turn in (math.pi / 2, -math.pi / 2)]
    return Arrow(f"M{_at(tail)}L{_at(neck)}", f"M{_at(sides[0])}L{_at(tip)}L{_at(sides[1])}Z")


def _path(start: Box, end: Box) -> tuple[Point, Point]:
    """From the end of one block to the beginning of the other, through the white that faces both."""
    across = min(start.width, end.width)
    middle = (max(start.x0, end.x0) + min(start.x1, end.x1)) / 2
    if start.shared_x(end) > STACKED * across and start.shared_y(end) <= STACKED * min(start.height, end.height):
        if start.center[1] < end.center[1]:
            return (middle, start.y1), (middle, end.y0)
        # What stands between them was read before; its edge is the gutter.
        edge = min(start.x1, end.x1)
        return (edge, start.y0), (edge, end.y1)
    if start.center[0] < end.center[0]:
        return (start.x1, start.y1), (end.x0, end.y0)
    return (start.x0, start.y1), (end.x1, end.y0)


def _lengthened(tail: Point, tip: Point, least: float) -> tuple[Point, Point]:
    """The same line about its middle, long enough to be seen."""
    length = math.dist(tail, tip)
    if length >= least:
        return tail, tip
    along = math.atan2(tip[1] - tail[1], tip[0] - tail[0]) if length else math.pi / 2
    more = (least - length) / 2
    return _moved(tail, along, -more), _moved(tip, along, more)


def _moved(point: Point, along: float, by: float) -> Point:
    return point[0] + by * math.cos(along), point[1] + by * math.sin(along)


def _at(point: Point) -> str:
    return f"{svg_number(point[0])} {svg_number(point[1])}"
