"""Flows a story's text through a list of frames, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from typesetter.browser import Piece, Ruler, Setting
from typesetter.faults import OversetError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typesetter.source import Paragraph

HEIGHTS = {"sub": 1.9, "row": 1.25, "gap": 0.6}
"""Height of a line by its paragraph's kind, in leadings; 1 where not named."""
WIDEST_STRETCH = 1.1
"""A full frame's leading is stretched by at most this, so that its last line stands on its bottom."""

Spot = tuple[int, int]
"""A place in a story: paragraph and character."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as set: characters `[start, end)` of a paragraph's setting."""

    paragraph: int
    start: int
    end: int
    last: bool

    @property
    def indented(self) -> bool:
        """Whether it begins its paragraph."""
        return self.start == 0


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame's lines and their leading in points."""

    lines: tuple[Line, ...]
    leading: float


@dataclass(frozen=True, slots=True)
class Flow:
    """What came of it.

    Attributes:
        frames: in the order given.
        stop: where the text goes on, or its end.
        done: whether all of it was set.
        slack: empty room in the frames after the last line, in leadings.
    """

    frames: tuple[Filled, ...]
    stop: Spot
    done: bool
    slack: float


@dataclass(slots=True)
class Galley:
    """A story's text in one face and size, ready to be poured; remembers what it measured."""

    ruler: Ruler
    paragraphs: tuple[Paragraph, ...]
    face: str
    size: float
    indent: float
    vertical: bool = False
    _known: dict[tuple[int, int, float], list[int]] = field(default_factory=dict)

    def ends(self, paragraph: int, start: int, measure: float) -> list[int]:
        """Where the lines of a paragraph end, if it is set from `start` in lines of `measure` points."""
        key = paragraph, start, round(measure, 2)
        if key not in self._known:
            spots = [(paragraph, start)]
            if start == 0:
                spots = [(i, 0) for i in range(len(self.paragraphs)) if (i, 0, key[2]) not in self._known]
            self._measure(spots, key[2])
        return self._known[key]

    def _measure(self, spots: list[Spot], measure: float) -> None:
        setting = Setting(self.face, self.size, measure, self.vertical)
        found = self.ruler.line_ends([self._piece(*spot) for spot in spots], setting)
        for (paragraph, start), ends in zip(spots, found, strict=True):
            text = self.paragraphs[paragraph]
            if len(ends) > 1 and text.kind not in {"p", "row"}:
                raise OversetError(f"{text.setting!r} does not fit on a line of {measure:.0f} pt")
            self._known[paragraph, start, measure] = (
                [len(text.setting)] if text.kind == "row" else [start + e for e in ends]
            )

    def _piece(self, paragraph: int, start: int) -> Piece:
        text = self.paragraphs[paragraph]
        leads = tuple(
            (_with_hyphens(text, a) - start, _with_hyphens(text, b) - start)
            for a, b in text.words.leads
            if _with_hyphens(text, a) >= start
        )
        return Piece(text.setting[start:], self.indent if start == 0 and text.kind == "p" else 0, leads)

    def lines(self, spot: Spot, measure: float) -> list[Line]:
        """Every line from a place on."""
        found, (first, begin) = [], spot
        for index in range(first, len(self.paragraphs)):
            start = begin if index == first else 0
            for end in self.ends(index, start, measure):
                found.append(Line(index, start, end, end == len(self.paragraphs[index].setting)))
                start = end
        return found

    def poured(self, frames: Sequence[tuple[float, float]], leading: float, spot: Spot, reserve: float = 0) -> Flow:
        """Fills frames of `(measure, height)` in points; `reserve` leadings stay free in the last one."""
        filled: list[Filled] = []
        slack = 0.0
        for index, (measure, height) in enumerate(frames):
            room = height / leading + 1e-6 - (reserve if index == len(frames) - 1 else 0)
            taken: list[Line] = []
            used = 0.0
            for line in self.lines(spot, measure) if spot[0] < len(self.paragraphs) else []:
                kind = self.paragraphs[line.paragraph].kind
                need = HEIGHTS.get(kind, 1.0)
                if used + need + (1 if kind == "sub" else 0) > room:
                    break
                used += need
                taken.append(line)
                spot = (line.paragraph + 1, 0) if line.last else (line.paragraph, line.end)
            full = spot[0] < len(self.paragraphs) and bool(taken)
            stretch = min(WIDEST_STRETCH, room / used) if full else 1.0
            slack += 0 if full else room - used
            filled.append(Filled(tuple(taken), leading * stretch))
        return Flow(tuple(filled), spot, spot[0] >= len(self.paragraphs), slack)


def _with_hyphens(paragraph: Paragraph, place: int) -> int:
    """A place in the words, as a place in the setting, which has soft hyphens besides."""
    if paragraph.setting == paragraph.words.printed:
        return place
    seen = 0
    for index, character in enumerate(paragraph.setting):
        if seen == place:
            return index
        seen += character != "\u00ad"
    return len(paragraph.setting)
