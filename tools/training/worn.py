"""A typeset page as a library's file gives it: sizes measured line by line, fonts and weights unknown, rules lost.

Some pages also get the small heads of old papers, hardly larger than the body, in the middle of where they stood.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from banmian.model.geometry import Box
from banmian.model.page import Line, MarkKind, Page
from banmian.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIZES_OFF = 0.03
"""Standard deviation of a measured size, as a share of the true one."""

EDGES_OFF = 0.12
"""The same of a line's ends, in ems."""

MEEK = 0.4
"""How often a page gets small heads."""

RULES_LOST = 0.7
"""How often a page's rules are not told."""


def worn(page: Page, seed: str) -> Page:
    """The page with what recognition does to it; the same seed wears it in the same way."""
    chance = random.Random(seed)
    rules = chance.random() >= RULES_LOST
    marks = tuple(m for m in page.marks if m.kind is MarkKind.PICTURE or rules)
    lines = _meek(page.lines, chance) if chance.random() < MEEK else page.lines
    return replace(page, marks=marks, lines=tuple(_worn(lines, chance)))


def _meek(lines: Sequence[Line], chance: random.Random) -> list[Line]:
    """The same with heads hardly larger than the body; on some pages in capitals."""
    weight: Counter[float] = Counter()
    for line in lines:
        weight[round(line.size, 1)] += len(line.text.raw)
    body = max(weight, key=lambda size: weight[size], default=0.0)
    capitals = chance.random() < 0.5
    return [_small(line, body, capitals=capitals) if line.size > 1.15 * body > 0 else line for line in lines]


def _small(line: Line, body: float, *, capitals: bool) -> Line:
    share = body / line.size * (line.size / body) ** 0.25
    styles = tuple((start, replace(style, size=style.size * share)) for start, style in line.styles)
    box, text = line.box, line.text
    if box is not None:
        x, y = box.center
        half = box.width * share / 2, box.height * share / 2
        box = Box(x - half[0], y - half[1], x + half[0], y + half[1])
    if capitals and len(text.raw.upper()) == len(text.raw):
        text = Text(text.raw.upper())
    return replace(line, styles=styles, box=box, text=text)


def _worn(lines: Iterable[Line], chance: random.Random) -> Iterable[Line]:
    for line in lines:
        off = 1 + chance.gauss(0, SIZES_OFF)
        styles = tuple(
            (start, replace(style, font="", weight=0, italic=False, color=(0, 0, 0, 255), size=style.size * off))
            for start, style in line.styles[:1]
        )
        box = line.box
        if box is not None:
            em = line.size
            left, right = (chance.gauss(0, EDGES_OFF) * em for _ in range(2))
            box = Box(box.x0 + left, box.y0, max(box.x0 + left + 0.2 * em, box.x1 + right), box.y1)
        yield replace(line, styles=styles, box=box)
