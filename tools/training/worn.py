"""A typeset page as a library's file gives it: sizes measured line by line, fonts and weights unknown, rules lost."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from banmian.model.geometry import Box
from banmian.model.page import Line, MarkKind, Page

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZES_OFF = 0.03
"""Standard deviation of a measured size, as a share of the true one."""

EDGES_OFF = 0.12
"""The same of a line's ends, in ems."""

RULES_LOST = 0.7
"""How often a page's rules are not told."""


def worn(page: Page, seed: str) -> Page:
    """The page with what recognition does to it; the same seed wears it in the same way."""
    chance = random.Random(seed)
    rules = chance.random() >= RULES_LOST
    marks = tuple(m for m in page.marks if m.kind is MarkKind.PICTURE or rules)
    return replace(page, marks=marks, lines=tuple(_worn(page.lines, chance)))


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
