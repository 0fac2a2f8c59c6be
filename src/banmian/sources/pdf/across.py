"""Numbers set across in a vertical line (tate-chu-yoko): 「全市90處」 with 90 side by side in one cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from banmian.model.geometry import Boxes, around
from banmian.model.page import Direction, Line
from banmian.sources.pdf.codepoints import mended

LONGEST = 4
"""Characters that are set across in one cell at the most; four only in narrow type."""

WIDEST = 1.7
"""Ems that they take at the most; they may stand out of the column on both sides."""

NEXT = 0.6
"""Ems of white above and below them at the most."""


def with_numbers_across(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, numbers that stand across in a vertical one joined to it.

    Args:
        lines: of a page.
    """
    upright = [n for n, line in enumerate(lines) if line.direction is Direction.VERTICAL and line.box is not None]
    small = [(line.box.y0, n) for n, line in enumerate(lines) if line.box is not None and _is_number(line)]
    if not upright or not small:
        return tuple(lines)
    found: dict[int, Line | None] = dict(enumerate(lines))
    for _, n in sorted(small):
        near = [k for k in upright if (line := found[k]) is not None and _on_axis(lines[n], line)]
        over = next((k for k in near if _meet(found[k], lines[n])), None)
        under = next((k for k in near if _meet(lines[n], found[k])), None)
        parts = [line for k in (over, n, under) if k is not None and (line := found[k]) is not None]
        if len(parts) < 2:
            continue
        home = over if over is not None else under
        for k in (over, n, under):
            if k is not None:
                found[k] = None
        if home is not None:
            found[home] = _joined(parts)
    return tuple(line for line in found.values() if line is not None)


def _is_number(line: Line) -> bool:
    bare = line.text.raw.strip()
    if line.direction is Direction.VERTICAL or line.box is None or not 0 < len(bare) <= LONGEST or not bare.isascii():
        return False
    return bare.isalnum() and any(c.isdigit() for c in bare) and line.box.width <= WIDEST * (line.size or 0.0)


def _on_axis(number: Line, column: Line) -> bool:
    """Whether a number stands on a column's axis and in type of its size."""
    if number.box is None or column.box is None or not column.size:
        return False
    away = abs(number.box.x0 + number.box.x1 - column.box.x0 - column.box.x1) / 2
    return away < 0.35 * column.size and 0.4 < number.size / column.size < 1.2


def _meet(upper: Line | None, lower: Line | None) -> bool:
    """Whether one stands right over the other."""
    if upper is None or lower is None or upper.box is None or lower.box is None:
        return False
    em = max(upper.size, lower.size)
    return -0.4 * em < lower.box.y0 - upper.box.y1 < NEXT * em


def _joined(parts: Sequence[Line]) -> Line:
    """One vertical line of its parts, from the top down."""
    raw = "".join(part.text.raw for part in parts)
    styles, place = [], 0
    for part in parts:
        styles += [(place + start, style) for start, style in part.styles]
        place += len(part.text.raw)
    return replace(
        parts[0],
        text=mended(raw),
        box=around(part.box for part in parts if part.box is not None),
        chars=Boxes(b"".join(part.chars.packed for part in parts)),
        styles=tuple(styles),
        direction=Direction.VERTICAL,
    )
