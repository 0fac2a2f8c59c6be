"""A page under construction: boxes in the order they were placed, as HTML.

Two frames of reference. *Logical*: x along the lines, y across them, both from the page's first corner; all
setting is done in it, so a vertical page is set like a horizontal one. *Physical*: points from the top left.
They are the same on a horizontal page; on a vertical one, logical y runs from right to left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple


class Rect(NamedTuple):
    """An upright rectangle: its first corner, width and height."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, by: float) -> Rect:
        """The same rectangle with each edge moved inwards."""
        return Rect(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)


@dataclass(slots=True)
class Sheet:
    """One page: its printed number, its size in points, and what was placed on it."""

    number: str
    width: float
    height: float
    vertical: bool
    parts: list[str] = field(default_factory=list)

    def physical(self, rect: Rect) -> Rect:
        """A logical rectangle on paper."""
        if not self.vertical:
            return rect
        return Rect(self.width - rect.y - rect.h, rect.x, rect.h, rect.w)

    def put(self, rect: Rect, inner: str = "", classes: str = "", style: str = "", name: str = "") -> None:
        """Places a box with whatever stands in it."""
        x, y, w, h = self.physical(rect)
        self.parts.append(
            f"<div{f' id={name!r}' if name else ''} class='{classes}' "
            f"style='left:{x:.2f}pt;top:{y:.2f}pt;width:{w:.2f}pt;height:{h:.2f}pt;{style}'>{inner}</div>"
        )

    def put_text(self, rect: Rect, inner: str, face: str, style: str, *, crossed: bool = False) -> None:
        """Places text in the page's direction, or `crossed`, in the other one."""
        direction = "vertical" if self.vertical != crossed else "across"
        self.put(rect, inner, f"{direction} {face}", style)

    def rule(self, rect: Rect, weight: float = 0.6, color: str = "#111") -> None:
        """Draws a rule through the middle of a thin rectangle, along its longer side."""
        x, y, w, h = rect
        if w > h:
            self.put(Rect(x, y + h / 2 - weight / 2, w, weight), "", "rule", f"background:{color}")
        else:
            self.put(Rect(x + w / 2 - weight / 2, y, weight, h), "", "rule", f"background:{color}")

    def html(self) -> str:
        """The page as HTML."""
        return (
            f"<div class='page' style='width:{self.width}pt;height:{self.height}pt'>" + "\n".join(self.parts) + "</div>"
        )


def marked_up(text: str, leads: list[tuple[int, int]]) -> str:
    """Escaped text with the pieces `leads` in another face; soft hyphens go, but a last one is printed."""
    out, place = "", 0
    for start, end in leads:
        out += escape(text[place:start]) + "<span class=lead>" + escape(text[start:end]) + "</span>"
        place = end
    out += escape(text[place:])
    return out.removesuffix("\u00ad").replace("\u00ad", "") + ("-" if text.endswith("\u00ad") else "")
