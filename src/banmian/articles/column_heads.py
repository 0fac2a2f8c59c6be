"""Heads of a page of plain columns: how each block stands in its column, and which may begin a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from banmian.articles.nodes import Node
from banmian.model.geometry import Box


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a block is read: bands one after the other, within them column by column.

    Attributes:
        band: number of the bands of white and of the blocks over several columns that stand over it.
        column: from 0; -1 for what stands over several columns.
    """

    band: int
    column: int


@dataclass(frozen=True, slots=True)
class Setting:
    """How a block stands in its column; a part of one of the file's own blocks as that does.

    Attributes:
        rows: of four letters or more.
        centred: whether each is set in on both sides by about as much.
        capitals, broad: whether it is in capitals; and so wide that it leaves no margins.
        large: whether its type is much larger than the body's.
        bracketed: whether a row opens with a bracket.
        silent: whether its lines have no text.
        starts_zone: whether it stands first in the file's own block.
    """

    rows: int
    centred: bool
    capitals: bool
    broad: bool
    large: bool
    bracketed: bool
    silent: bool
    starts_zone: bool


def settings_of(flow: Sequence[Node], columns: Sequence[Box], body: float) -> list[Setting]:
    """How each block stands in its column; a part of one of the file's own blocks stands as that does."""
    found = []
    begun: set[str] = set()
    for n, column in zip(flow, columns, strict=True):
        zone = n.block.zone
        mine = [m for m in flow if m.block.zone == zone] if zone else [n]
        found.append(_setting(mine, column, body, starts=not zone or zone not in begun))
        begun.add(zone)
    return found


def heads_of(settings: Sequence[Setting], flow: Sequence[Node], places: Sequence[Place]) -> list[bool]:
    """Which blocks are heads that may begin a story: something stands under them, and nothing before waits for more.

    Where heads are in capitals, others are of a lower rank.
    """
    ranked = sum(s.capitals and (s.centred or s.large) and s.rows <= HEAD_ROWS for s in settings) >= SEVERAL
    return [
        s.starts_zone
        and s.rows <= HEAD_ROWS
        and not s.bracketed
        and (s.large or s.broad or (s.centred and (s.capitals or s.silent or not ranked)))
        and (p.column < 0 or (k + 1 < len(flow) and places[k + 1] == p))
        and not (k and flow[k - 1].words.rstrip().endswith(WAITING))
        for k, (s, p) in enumerate(zip(settings, places, strict=True))
    ]


WAITING = (":", ",", ";")
"""How text ends that goes on."""


HEAD_ROWS = 4

SEVERAL = 2
"""Heads in capitals from which on the others are of a lower rank."""

LARGE = 1.6
"""Times the body's size from which a line is a head by its size alone."""

SET_IN, EVEN = 1.0, 0.14
"""Ems by which a centred line is set in on both sides at the least; share of the measure by which these may differ."""

LETTERS = 4
"""Letters of a head at the least."""

CAPITALS = 0.6
"""Share of a head's letters that are capitals where it is set in these."""


ALL_CAPITALS, BROAD = 0.8, 12
"""The same of a head that leaves no margins; its letters at the least."""

BRACKETS = ("(", "[", "（", "〔")
"""How a line begins that says where a story is from: (PAR FIL SPÉCIAL)."""


def _setting(mine: Sequence[Node], column: Box, body: float, *, starts: bool) -> Setting:
    lines = [line for n in mine for line in n.block.lines]
    lines = [line for line in lines if sum(map(str.isalpha, line.text.raw)) >= LETTERS] or lines
    boxes = [line.box for line in lines if line.box is not None]
    words = " ".join(n.spaced for n in mine).strip()
    letters = [c for c in words if c.isalpha()]
    share = sum(map(str.isupper, letters)) / max(1, len(letters))
    margins = [(b.x0 - column.x0, column.x1 - b.x1) for b in boxes]
    centred = bool(margins) and all(
        min(left, right) > SET_IN * body and abs(left - right) < EVEN * column.width for left, right in margins
    )
    return Setting(
        rows=len(lines),
        centred=centred,
        capitals=share >= CAPITALS and len(letters) >= LETTERS,
        broad=share >= ALL_CAPITALS
        and len(letters) >= BROAD
        and all(abs(a - b) < EVEN * column.width for a, b in margins),
        large=mine[0].size >= LARGE * body and len(letters) >= LETTERS,
        bracketed=any(str(line.text).startswith(BRACKETS) for line in lines),
        silent=not words,
        starts_zone=starts,
    )
