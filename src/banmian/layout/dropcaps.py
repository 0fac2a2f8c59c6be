"""Drop capitals: a large first letter beside the first rows of its paragraph, joined to the row that it begins."""

from __future__ import annotations

from dataclasses import replace

from banmian.model.geometry import Box, Boxes, Turning
from banmian.model.page import Line, Page
from banmian.model.text import Text

LARGER = 1.7
"""A drop capital is at least so many times as large as the type beside it."""

NEAREST = 1.3
"""Ems of that type that lie at most between the capital and the rows beside it."""

WORDS_OF_ONE = "AIÀÉYOa"
"""Letters that are words by themselves in English and French."""


def with_drop_capitals(page: Page) -> Page:
    """The page with every drop capital at the head of its row's text."""
    turned = page.turning
    short = [n for n, line in enumerate(page.lines) if line.box is not None and len(line.text.raw.strip()) <= 2]
    joined: dict[int, Line] = {}
    gone: set[int] = set()
    for n in short:
        at = _row_of(page, n, turned)
        if at is not None and at not in joined:
            joined[at] = _joined(page.lines[n], page.lines[at], page)
            gone.add(n)
    if not gone:
        return page
    return replace(page, lines=tuple(joined.get(n, line) for n, line in enumerate(page.lines) if n not in gone))


def _row_of(page: Page, cap: int, turned: Turning) -> int | None:
    """The row that a drop capital begins: the upper one of two or more rows beside it; None if it is none."""
    line = page.lines[cap]
    if line.box is None or not line.text.raw.strip()[:1].isalnum():
        return None
    b = turned.there(line.box)
    beside: list[tuple[float, int]] = []
    for n, other in enumerate(page.lines):
        if n == cap or other.box is None or not other.size or other.size * LARGER > line.size:
            continue
        o = turned.there(other.box)
        middle = (o.y0 + o.y1) / 2
        level = b.y0 - 0.3 * other.size < middle < b.y1 + 0.3 * other.size
        if level and -0.4 * other.size < o.x0 - b.x1 < NEAREST * other.size and o.width > 3 * other.size:
            beside.append((o.y0, n))
    if len(beside) < 2:
        return None
    return min(beside)[1]


def _joined(cap: Line, row: Line, page: Page) -> Line:
    first, rest = cap.text.raw.strip(), row.text.raw
    apart = ""
    if first in WORDS_OF_ONE and rest[:1].islower():
        word = rest.split(" ", 1)[0].strip(".,;:")
        known = sum(word in f" {line.text.raw} ".split() for line in page.lines if line is not row)
        apart = " " if known else ""
    box = cap.chars[0] if len(cap.chars) else cap.box or Box(0, 0, 0, 0)
    lead = [box] * (len(first) + len(apart))
    shift = len(first) + len(apart)
    styles = tuple((0 if k == 0 else start + shift, style) for k, (start, style) in enumerate(row.styles))
    return replace(
        row, text=Text(first + apart + rest), chars=Boxes(Boxes.of(lead).packed + row.chars.packed), styles=styles
    )
