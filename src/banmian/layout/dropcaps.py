"""Drop capitals: a large first letter beside the first rows of its paragraph, joined to the row that it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from banmian.model.geometry import Box, Boxes
from banmian.model.page import Line, Page
from banmian.model.text import Edit, Text

LARGER = 1.7
"""A drop capital is at least so many times as large as the type beside it."""

NEAREST = 1.3
"""Ems of that type that lie at most between the capital and the rows beside it."""

WORDS_OF_ONE = "AIÀÉYOa"
"""Letters that are words by themselves in English and French."""


def with_drop_capitals(page: Page) -> Page:
    """The page with every drop capital at the head of its row's text."""
    sizes = [line.size for line in page.lines]
    least = LARGER * min((size for size in sizes if size), default=0.0)
    short = [n for n, line in enumerate(page.lines) if sizes[n] >= least and _is_short(line)]
    if not short:
        return page
    turned = page.turning
    placed = [
        (turned.there(line.box), size, n)
        for n, (line, size) in enumerate(zip(page.lines, sizes, strict=True))
        if line.box
    ]
    joined: dict[int, Line] = {}
    gone: set[int] = set()
    for n in short:
        at = _row_of(turned.there(box), sizes[n], placed) if (box := page.lines[n].box) is not None else None
        if at is not None and at not in joined:
            joined[at] = _joined(page.lines[n], page.lines[at], page)
            gone.add(n)
    if not gone:
        return page
    return replace(page, lines=tuple(joined.get(n, line) for n, line in enumerate(page.lines) if n not in gone))


def _is_short(line: Line) -> bool:
    """Whether a line may be a drop capital by its text: one letter, perhaps with a mark."""
    bare = line.text.current.strip()
    return len(bare) <= 2 and bare[:1].isalnum()


def _row_of(b: Box, size: float, placed: Sequence[tuple[Box, float, int]]) -> int | None:
    """The row that a drop capital begins: the upper one of two or more rows beside it; None if it is none.

    Args:
        b: the capital's box in the writing's frame.
        size: its type size.
        placed: box in that frame, type size and number of every line.
    """
    beside: list[tuple[float, int]] = []
    widest = 0.0
    for o, em, n in placed:
        if not -0.4 * em < o.x0 - b.x1 < NEAREST * em or not em or em * LARGER > size:
            continue
        middle = (o.y0 + o.y1) / 2
        if b.y0 - 0.3 * em < middle < b.y1 + 0.3 * em:
            beside.append((o.y0, n))
            widest = max(widest, o.width / em)
    rows = {round(top) for top, _ in beside}
    return min(beside)[1] if max(rows, default=0) - min(rows, default=0) > 2 and widest > 3 else None


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
    text = Text(first + apart + rest)
    for version in cap.text.versions:  # a radical that stands for a character, as browsers write some
        text = text.edited(version.step, version.edits)
    moved = len(text.current) - len(rest)
    for version in row.text.versions:
        text = text.edited(version.step, [Edit(e.start + moved, e.end + moved, e.new) for e in version.edits])
    return replace(row, text=text, chars=Boxes(Boxes.of(lead).packed + row.chars.packed), styles=styles)
