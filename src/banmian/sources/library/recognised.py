"""Lines as a recogniser wrote them down, made into lines of the house: a box for every character, one steady size.

Recognisers guess font, weight and size word by word, and no print changes them so; a line gets what most of its
characters have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TypeVar

from banmian.model.geometry import Box, Boxes, Polygon
from banmian.model.page import Direction, Line, Style
from banmian.model.text import Edit, Text
from banmian.sources.library.sizes import DESCENT, INK, Extent, type_sizes
from banmian.sources.library.writing import cells, is_han, reach

STANDS = 1.6
"""A line of several Han that is so many times as high as wide is written downwards."""

STANDS_LATIN = 3.0
"""The same for other writing, of four letters and more: fewer may be a narrow word."""

DIVIDES = "¬"
"""What transcribers write for the hyphen that divides a word at a line's end, whatever was printed (Transkribus)."""

HAN_SPACE = 0.5
"""Ems between two Han that are a space; recognisers that write each character as a word leave less."""

LATIN_SPACE = 0.15
"""The same between a word and a mark that was written as a word of its own."""

UNLIKE = 0.15
"""Ems by which a word's box may differ from its ink and still tell where the baseline is."""

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file says of type.

    Attributes:
        font: "" where it does not say.
        points: size in points, 0 where it does not say.
        bold: None where it does not say.
    """

    font: str = ""
    points: float = 0.0
    bold: bool | None = None
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or what a recogniser took for one.

    Attributes:
        chars: a box for every character; empty where only the word has one.
        sure: 0 to 1, None where the file does not say.
    """

    text: str
    box: Box
    chars: tuple[Box, ...] = ()
    sure: float | None = None
    look: Look = Look()


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line.

    Attributes:
        text: "" where it was found but not read.
        box: around it.
        words: in reading order; empty where the file has none.
        direction: None where the file does not say.
        backwards: written from right to left.
        baseline: from its beginning to its end; empty where the file has none.
        thickness: how thick its outline is across the writing; 0 where the box is all there is.
        region: number of the file's own block that holds it.
    """

    text: str
    box: Box
    words: tuple[Word, ...] = ()
    direction: Direction | None = None
    backwards: bool = False
    baseline: Polygon = ()
    thickness: float = 0.0
    region: int = 0
    sure: float | None = None
    look: Look = Look()


def lines_of(found: Sequence[Recognised]) -> tuple[Line, ...]:
    """The lines of one page, in the order in which they were found."""
    if not _all_told(found):
        found = [replace(line, look=Look(), words=tuple(replace(w, look=Look()) for w in line.words)) for line in found]
    standing = _standing(found)
    extents = [_extent(line, down=down) for line, down in zip(found, standing, strict=True)]
    return tuple(
        _line(line, size, down=down) for line, size, down in zip(found, type_sizes(extents), standing, strict=True)
    )


def joined(words: Sequence[Word], *, down: bool) -> str:
    """Words as one text: a space between any two but Han that stand close, and marks that were cut off a word."""
    text = words[0].text if words else ""
    for one, other in pairwise(words):
        gap = other.box.y0 - one.box.y1 if down else other.box.x0 - one.box.x1
        em = min(max(b.width if down else b.height, 1.0) for b in (one.box, other.box))
        before, after = one.text[-1:], other.text[:1]
        if is_han(before) and is_han(after):
            space = gap > HAN_SPACE * em
        else:
            space = (before.isalnum() and after.isalnum()) or gap > LATIN_SPACE * em
        text += f" {other.text}" if space else other.text
    return text


def _all_told(found: Sequence[Recognised]) -> bool:
    """Whether a file says of most characters how they are set; else it says it of a few and leaves the others open."""
    told = 0
    for line in found:
        silent = sum(len(w.text) for w in line.words if w.look == Look())
        told += len(line.text) if line.look != Look() else sum(len(w.text) for w in line.words) - silent
    return 2 * told > sum(len(line.text) for line in found)


def _standing(found: Sequence[Recognised]) -> list[bool]:
    """Which lines are written downwards: those of which the file says so, then by shape, single Han as most others."""
    told = [_stands(line) for line in found]
    down, flat = (sum(len(line.text) for line, t in zip(found, told, strict=True) if t is v) for v in (True, False))
    return [down > flat if t is None else t for t in told]


def _stands(line: Recognised) -> bool | None:
    """Whether a line is written downwards; None where one character leaves it open."""
    if line.direction is not None:
        return line.direction is Direction.VERTICAL
    if len(line.baseline) > 1:
        (x0, y0), (x1, y1) = line.baseline[0], line.baseline[-1]
        return abs(y1 - y0) > abs(x1 - x0)
    han = sum(is_han(c) for c in line.text)
    if han and len(line.text) == 1:
        return None
    tall = line.box.height / max(line.box.width, 1e-6)
    return tall > STANDS if 2 * han > len(line.text) else tall > STANDS_LATIN and len(line.text) > 3


def _extent(line: Recognised, *, down: bool) -> Extent:
    inks = tuple((word.text, word.box.width if down else word.box.height) for word in line.words if word.text)
    thick = line.thickness or (line.box.width if down else line.box.height)
    points = _most([(w.look.points, len(w.text)) for w in line.words if w.look.points]) or line.look.points
    return Extent(line.text, line.box, down, thick, inks, points, line.region)


def _line(line: Recognised, size: float, *, down: bool) -> Line:
    text = Text(line.text)
    if line.text.endswith(DIVIDES):
        text = text.edited("division mark", [Edit(len(line.text) - 1, len(line.text), "\u00ad")])
    looks = [(line.look if w.look == Look() else w.look, len(w.text)) for w in line.words] or [(line.look, 1)]
    bold = _most([(look.bold, count) for look, count in looks])
    style = Style(
        font=_most([(look.font, count) for look, count in looks]) or "",
        size=size,
        weight=0 if bold is None else 700 if bold else 400,
        italic=bool(_most([(look.italic, count) for look, count in looks])),
    )
    return Line(
        text=text,
        box=_cell(line, size, down=down),
        chars=Boxes.of(_characters(line, down=down)),
        styles=((0, style),),
        direction=Direction.VERTICAL if down else Direction.HORIZONTAL,
        confidence=_sure(line),
    )


def _cell(line: Recognised, size: float, *, down: bool) -> Box:
    """The line's box as thick as its type is large, as lines of every source are.

    Outlines overlap or leave white between them as each program draws them, and sloping ones have bounds over several
    lines. The baseline is where words end that have no descender; without words the middle of the outline is kept.
    """
    b = line.box
    if down:
        middle = b.center[0]
        return replace(b, x0=middle - size / 2, x1=middle + size / 2)
    feet = []
    for word in line.words:
        shape = reach(word.text)
        if shape is not None and abs(word.box.height - INK[shape] * size) < UNLIKE * size:
            feet.append(word.box.y1 - (DESCENT * size if shape[1] else 0.0))
    foot = median(feet) + DESCENT * size if feet else b.center[1] + size / 2
    return replace(b, y0=foot - size, y1=foot)


def _characters(line: Recognised, *, down: bool) -> list[Box]:
    """A box for every character: its own, else its share of the word, else its share of the line."""
    letters = [c for c in line.text if not c.isspace()]
    if not line.words or letters != [c for w in line.words for c in w.text if not c.isspace()]:
        return _along(line, down=down)
    inked: list[Box] = []
    for word in line.words:
        boxes = word.chars or tuple(cells(word.text, word.box, down=down, backwards=line.backwards))
        inked += [b for b, c in zip(boxes, word.text, strict=True) if not c.isspace()]
    placed, at = [], 0
    for c in line.text:
        if not c.isspace():
            placed.append(inked[at])
            at += 1
        else:
            placed.append(_between(inked[max(0, at - 1)], inked[min(at, len(inked) - 1)], down=down))
    return placed


def _between(one: Box, other: Box, *, down: bool) -> Box:
    """A space's box: from where one character ends to where the other begins."""
    if down:
        return replace(one, y0=min(one.y1, other.y0), y1=max(one.y1, other.y0))
    left, right = sorted((one, other))
    return replace(one, x0=min(left.x1, right.x0), x1=max(left.x1, right.x0))


def _along(line: Recognised, *, down: bool) -> list[Box]:
    """Even cells over the line; where it slopes they keep to its baseline and are as thick as its outline."""
    spread = cells(line.text, line.box, down=down, backwards=line.backwards)
    thick = line.thickness
    if down or len(line.baseline) < 2 or not 0 < thick < 0.9 * line.box.height:
        return spread
    points = sorted(line.baseline)
    foot = line.box.y1 - max(y for _, y in points)
    followed = []
    for b in spread:
        base = _height_at(points, b.center[0]) + foot
        followed.append(replace(b, y0=max(line.box.y0, base - thick), y1=min(line.box.y1, base)))
    return followed


def _height_at(points: Sequence[tuple[float, float]], x: float) -> float:
    """Where a line through points from left to right stands at x."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return y0 + (y1 - y0) * min(1.0, max(0.0, (x - x0) / (x1 - x0))) if x1 > x0 else y1
    return points[-1][1]


def _sure(line: Recognised) -> float:
    """The line's own confidence, else its words' by their lengths, else that of text that nobody doubts."""
    if line.sure is not None:
        return min(1.0, max(0.0, line.sure))
    told = [(w.sure, len(w.text)) for w in line.words if w.sure is not None]
    count = sum(n for _, n in told)
    return min(1.0, max(0.0, sum(s * n for s, n in told) / count)) if count else 1.0


def _most(weighed: Sequence[tuple[Value, int]]) -> Value | None:
    """The value that weighs most."""
    total: Counter[Value] = Counter()
    for value, weight in weighed:
        total[value] += weight
    return max(total, key=lambda v: total[v]) if total else None
