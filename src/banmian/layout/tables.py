"""Tables without rules: cells that stand under each other in row after row."""

from __future__ import annotations

from itertools import pairwise

from banmian.layout.piece import SAME_SIZE, Piece
from banmian.layout.regions import Fences

TABLE_ROWS = 3
"""Rows of at least three cells each that stand under each other make a table."""


def table_rows(found: list[Piece], fences: Fences) -> list[Piece]:
    """Cells of tables joined to rows: at least three rows whose cells begin at the same places."""
    rows: list[list[Piece]] = []
    for piece in found:
        for row in rows[-12:]:
            first = row[0]
            if abs(first.y0 - piece.y0) >= 0.4 * first.size:
                continue
            if (
                first.region == piece.region
                and abs(first.size - piece.size) < SAME_SIZE * first.size
                and piece.x0 - row[-1].end < 14 * piece.size
            ):
                row.append(piece)
                break
        else:
            rows.append([piece])
    wide = [
        sorted(r, key=lambda p: p.x0)
        for r in rows
        if len(r) >= (2 if r[0].region else 3) and all(_cell(p) for p in r) and _sparse(r)
    ]
    dropped: set[int] = set()
    for row in wide:
        mates = [o for o in wide if o[0].region == row[0].region and _aligned(row, o)]
        if len(mates) >= TABLE_ROWS and not any(fences.wall(a, b) for a, b in pairwise(row)):
            row[0].rows += [cell for p in row[1:] for cell in (p, *p.rows)]
            row[0].tabled = True
            dropped.update(id(p) for p in row[1:])
    return [p for p in found if id(p) not in dropped]


SPARSE = 0.8
"""Cells fill less than this share of a table's row; columns of text side by side fill more."""


def _sparse(row: list[Piece]) -> bool:
    extent = max(p.x1 for p in row) - min(p.x0 for p in row)
    prose = sum(p.text[:1].islower() or p.text[-1:] in ",-" for p in row)  # words of a loose Latin line
    if sum(any(c.isdigit() for c in p.text) for p in row) * 2 >= len(row):
        return prose == 0
    return prose == 0 and sum(p.x1 - p.x0 for p in row) < SPARSE * extent


def _cell(piece: Piece) -> bool:
    """Whether a piece may be a table's cell: short, and no part of a sentence."""
    return len(piece.text) <= 24 and not any(c in piece.text for c in "，。、；！？“”「」")


def _aligned(row: list[Piece], other: list[Piece]) -> bool:
    """Whether most cells of the shorter of two rows begin, end or have their middle where the longer's do."""
    few, many = sorted((row, other), key=len)
    em = few[0].size
    same = sum(
        any(min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < 0.6 * em for b in many)
        for a in few
    )
    return same >= 0.7 * len(few) and abs(few[0].y0 - many[0].y0) < 40 * em
