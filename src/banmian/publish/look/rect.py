"""A rectangle as SVG writes it."""

from __future__ import annotations

from dataclasses import dataclass

from banmian.model.geometry import Box
from banmian.publish.site.svg import svg_number


@dataclass(frozen=True, slots=True)
class Rect:
    """Its attributes, in page units."""

    x: str
    y: str
    width: str
    height: str

    @classmethod
    def of(cls, box: Box) -> Rect:
        """Of a box."""
        return cls(*map(svg_number, (box.x0, box.y0, box.width, box.height)))
