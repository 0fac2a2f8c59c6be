"""Pours paragraphs into frames, line by line, and fits an invented text to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from papers.breaking import Breaker, Type
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.fonts import Scale
    from papers.model import Para


@dataclass(frozen=True, slots=True)
class Frame:
    """A place for text: its page's index, its logical rectangle and its number on the page.

    Attributes:
        part: of the article, from 0.
    """

    page: int
    rect: Rect
    number: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """How a text is set.

    Attributes:
        indent: of a paragraph's first line, in ems.
        gap: white between paragraphs, in points.
    """

    type: Type
    leading: float
    indent: float = 1.0
    gap: float = 0.0
    justified: bool = True
    sub: Type | None = None
    feather: bool = True


class Spot(NamedTuple):
    """A place in the frames: which one, and how far down."""

    frame: int
    used: float


class Placed(NamedTuple):
    """A line in a frame: of which paragraph, which letters, where and how wide."""

    para: Para
    frame: int
    top: float
    height: float
    start: int
    end: int
    indent: float
    width: float
    measure: float
    hyphen: bool


@dataclass(slots=True)
class Pourer:
    """Sets paragraphs one after the other."""

    scale: Scale
    frames: Sequence[Frame]
    body: Body

    def type_of(self, para: Para) -> Type:
        """The type of a paragraph."""
        if para.type is not None:
            return para.type
        if para.kind == "sub" and self.body.sub is not None:
            return self.body.sub
        return self.body.type

    def height_of(self, para: Para) -> float:
        """The height of a paragraph's lines."""
        if para.height or para.kind == "cutoff":
            return para.height
        return self.body.leading * (1.15 if para.kind == "sub" else 1.0)

    def before(self, para: Para) -> float:
        """White above a paragraph."""
        if para.before:
            return para.before
        return self.body.leading * 0.45 if para.kind == "sub" else self.body.gap

    def set(self, para: Para, spot: Spot) -> tuple[list[Placed], Spot] | None:
        """A paragraph's lines from a place on, and where the next one begins; None if it runs over."""
        kind = self.type_of(para)
        breaker = Breaker(self.scale, para.setting, kind, para.leads)
        height = self.height_of(para)
        frame, used = spot
        used += self.before(para) if used else 0.0
        found: list[Placed] = []
        start, length = para.skip, len(para.setting)
        while start < length or (not length and not found):
            need = height + (para.keep * self.body.leading if not found else 0)
            if para.kind == "sub" and not found:
                need += 2 * self.body.leading
            if frame >= len(self.frames):
                return None
            rect = self.frames[frame].rect
            if used + need > rect.h + 0.05:
                frame, used = frame + 1, 0.0
                continue
            indent = 0.0
            if start == 0 and para.kind == "p" and not para.flush:
                indent = self.body.indent * kind.size
            elif para.kind == "verse":
                indent = kind.size
            if not length:
                found.append(Placed(para, frame, used, height, 0, 0, 0.0, 0.0, rect.w, hyphen=False))
                return found, Spot(frame, used + height)
            cut = breaker.cut(start, rect.w - indent)
            if para.kind in {"verse", "row", "right"}:
                width = self.scale.width(para.setting, kind.face) * kind.size
                if para.kind != "row" and width > rect.w - indent:
                    return None
                cut = cut._replace(end=length, width=width, hyphen=False)
            found.append(
                Placed(para, frame, used, height, start, cut.end, indent, cut.width, rect.w - indent, cut.hyphen)
            )
            start = cut.end
            used += height
        return found, Spot(frame, used)

    def left(self, spot: Spot) -> float:
        """Lines of room after a place."""
        if spot.frame >= len(self.frames):
            return 0.0
        room = max(0.0, self.frames[spot.frame].rect.h - spot.used) // self.body.leading
        return room + sum(f.rect.h // self.body.leading for f in self.frames[spot.frame + 1 :])


def shortened(frame: Frame, by: float) -> Frame:
    """A frame with room left at its foot."""
    x, y, w, h = frame.rect
    return replace(frame, rect=Rect(x, y, w, h - by))
