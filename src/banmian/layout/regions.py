"""Boxes that part a page: what stands in a frame or on a tint is read by itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from banmian.layout.piece import Piece
from banmian.model.geometry import Box, Turning, parts
from banmian.model.page import Mark, MarkKind

SCAN = 0.5
"""A picture over this share of the page is the scan of it, under the text and not beside it."""

PAGE_BORDER = 0.62
"""A frame that holds more than this share of the page's characters is its border, not a box on it."""


@dataclass(frozen=True, slots=True)
class Fences:
    """What parts text: regions, and rules by direction, in the writing's frame.

    Attributes:
        regions: boxes, the whole page first (number 0).
        flat: rules that run along the lines.
        upright: rules that run across them.
        pictures: likewise in the writing's frame.
        fills: tinted areas that are no regions: the ground of a reversed headline or of a label.
        levels: the middles of the flat rules, in order.
    """

    regions: tuple[Box, ...]
    flat: tuple[Box, ...]
    upright: tuple[Box, ...]
    pictures: tuple[Box, ...]
    fills: tuple[Box, ...]
    levels: tuple[float, ...]

    def rule_between(self, upper: Box, lower: Box) -> bool:
        """Whether a rule runs between two boxes that stand one above the other."""
        return any(parts(r, upper, lower) for r in self.flat)

    def ruled(self, y0: float, y1: float) -> bool:
        """Whether any rule along the lines stands between two heights, wherever in the row; quickly told."""
        return bisect_left(self.levels, y0 - 2) < bisect_right(self.levels, y1 + 2)

    def gutter_rule(self, x0: float, x1: float, y0: float, y1: float) -> bool:
        """Whether an upright rule stands between two places along the rows, beside all that two heights hold."""
        return any(x0 - 2 <= (r.x0 + r.x1) / 2 <= x1 + 2 and r.y0 < y0 + 2 and r.y1 > y1 - 2 for r in self.upright)

    def wall(self, left: Piece, right: Piece) -> bool:
        """Whether an upright rule or a picture parts two pieces side by side; one that both lie on does not."""
        y0, y1 = max(left.y0, right.y0), min(left.y1, right.y1)
        x0, x1 = left.end - 2, right.x0 + 2
        between = Box(left.end, left.y0, right.x0, left.y1)
        return any(
            x0 <= (r.x0 + r.x1) / 2 <= x1 and min(r.y1, y1) - max(r.y0, y0) > 0.5 * (y1 - y0) for r in self.upright
        ) or any(
            p.shared_area(between) > 0 and not (p.holds(left.middle) and p.holds(right.middle)) for p in self.pictures
        )


STRIPE = 3.5
"""Ems of body type that a table's shaded row is high at the most."""


def _without_stripes(boxes: list[Box], body: float) -> list[Box]:
    """The boxes but for the shaded rows of a table: several of one width and height that stand in one column."""
    times = Counter((round(b.x0), round(b.x1), round(b.height)) for b in boxes if b.height < STRIPE * body)
    return [b for b in boxes if times[round(b.x0), round(b.x1), round(b.height)] < 2 or b.height >= STRIPE * body]


def fences(marks: tuple[Mark, ...], found: list[Piece], page: Box, turned: Turning, body: float) -> Fences:
    """Finds the regions and tells each piece which one holds it.

    Args:
        marks: as on the page.
        found: pieces in the writing's frame; their `region` is set.
        page: the page in the writing's frame.
        turned: the way to that frame.
        body: usual type size.
    """
    every = [(m, turned.there(m.box)) for m in marks]
    rules = [b for m, b in every if m.kind is MarkKind.RULE]
    regions, fills = [page], []
    every_middle = [p.middle for p in found]
    total = sum(len(p.line.text.raw) for p in found) or 1
    boxes = _without_stripes([b for m, b in every if m.kind in {MarkKind.FRAME, MarkKind.FILL}], body)
    for box in sorted(boxes, key=lambda b: -b.area):
        held = [p for p, middle in zip(found, every_middle, strict=True) if box.holds(middle)]
        if not held or sum(len(p.line.text.raw) for p in held) > PAGE_BORDER * total:
            continue
        small = [p for p in held if p.size < 1.28 * body and len(p.line.text.raw) > 8]
        if all(p.pale for p in held) and len(small) <= 2 and sum(len(p.line.text.raw) for p in held) < 90:
            fills.append(box)
            continue
        if any(r.shared_area(box) > 0.9 * max(r.area, box.area) for r in regions[1:]):
            continue
        if box.height < 2.2 * held[0].size and len(held) == 1:
            fills.append(box)
            continue
        regions.append(box)
        for p in held:
            p.region = len(regions) - 1
    pictures = [b for m, b in every if m.kind is MarkKind.PICTURE and b.area < SCAN * page.area]
    flat = tuple(r for r in rules if r.width >= r.height)
    return Fences(
        regions=tuple(regions),
        flat=flat,
        upright=tuple(r for r in rules if r.height > r.width),
        pictures=tuple(pictures),
        fills=tuple(fills),
        levels=tuple(sorted((r.y0 + r.y1) / 2 for r in flat)),
    )
