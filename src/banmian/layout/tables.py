"""Tables without rules: cells that stand under each other in row after row."""

from __future__ import annotations

import re
from itertools import pairwise

from banmian.layout.piece import SAME_SIZE, Piece
from banmian.layout.regions import Fences

TABLE_ROWS = 3
"""Rows of at least three cells each that stand under each other make a table."""


def table_rows(found: list[Piece], fences: Fences) -> list[Piece]:
    """Cells of tables joined to rows: at least three rows whose cells begin at the same places."""
    rows = [r for level in _levels(found) for r in _cut(level, fences)]
    wide = [r for r in rows if len(r) >= _fewest(r) and _sparse(r)]
    dropped: set[int] = set()
    for row in wide:
        near = [o for o in wide if o is not row and o[0].region == row[0].region and _aligned(row, o)]
        if near and _text_under(row, near, found):
            continue  # heads side by side
        kept = [p for p in row if sum(any(_under(p, q) for q in o) for o in near) >= TABLE_ROWS - 1]
        if len(kept) < _fewest(row):
            continue
        kept[0].rows += [cell for p in kept[1:] for cell in (p, *p.rows)]
        kept[0].tabled = True
        dropped.update(id(p) for p in kept[1:])
    return [p for p in found if id(p) not in dropped]


def _fewest(row: list[Piece]) -> int:
    """Cells that a table's row has at least: two in a box, three on the open page."""
    return 2 if row[0].region else 3


def _levels(found: list[Piece]) -> list[list[Piece]]:
    """Short pieces that stand on one height, from left to right."""
    levels: list[list[Piece]] = []
    for piece in found:
        if not _cell(piece):
            continue
        for level in levels[-LEVELS:]:
            first = level[0]
            if abs(first.y0 - piece.y0) < 0.4 * first.size and first.region == piece.region:
                level.append(piece)
                break
        else:
            levels.append([piece])
    return [sorted(level, key=lambda p: p.x0) for level in levels if len(level) > 1]


def _text_under(row: list[Piece], near: list[list[Piece]], found: list[Piece]) -> bool:
    """Whether text stands under every cell of a row, before the next row of such cells: they are heads."""
    foot = max(p.y1 for p in row)
    below = [o for o in near if o[0].y0 > foot]
    end = min((o[0].y0 for o in below), default=foot + UNDER * row[0].size)
    amid = [p for p in found if p.region == row[0].region and foot - 1 < p.y0 and p.y1 < end + 1]
    return all(any(abs(p.x0 - cell.x0) < 0.6 * cell.size and len(p.text) > LEAST_TEXT for p in amid) for cell in row)


UNDER, LEAST_TEXT = 4.0, 9
"""Ems under the last such row in which its text begins, and characters of a row of text at the least."""

LEVELS = 12
"""Levels kept open while the page is gone down."""

FAR_CELL = 14.0
"""Ems between cells of one row at the most."""


def _cut(level: list[Piece], fences: Fences) -> list[list[Piece]]:
    """A level's pieces, cut where they cannot be cells of one row."""
    rows = [[level[0]]]
    for a, b in pairwise(level):
        apart = b.x0 - a.end > FAR_CELL * b.size or abs(a.size - b.size) >= SAME_SIZE * a.size or fences.wall(a, b)
        if apart:
            rows.append([b])
        else:
            rows[-1].append(b)
    return rows


SPARSE = 0.8
"""Cells fill less than this share of a table's row; columns of text side by side fill more."""


CLEAR = 0.9
"""Ems between cells of which some are words in small letters, at the least; a loose line's words stand closer."""

LONG_CELL = 7
"""Characters of Han that a table's cell seldom has more of."""

LONG_CELLS = 2
"""So many longer ones are rows of columns that stand side by side."""


def _sparse(row: list[Piece]) -> bool:
    extent = max(p.x1 for p in row) - min(p.x0 for p in row)
    prose = sum(p.text[:1].islower() or p.text[-1:] in ",-" for p in row)  # words of a loose Latin line
    if sum(any(c.isdigit() for c in p.text) for p in row) * 2 >= len(row):
        clear = all(b.x0 - a.end > CLEAR * a.size for a, b in pairwise(row))  # "Valbonne  nuages  7°  17°"
        return prose == 0 or (prose < len(row) / 2 and clear and not any(p.text[-1:] in ",-" for p in row))
    long = sum(len(p.text) > LONG_CELL and p.text[0] > "\u2e80" for p in row)
    return prose == 0 and long < LONG_CELLS and sum(p.x1 - p.x0 for p in row) < SPARSE * extent


def _cell(piece: Piece) -> bool:
    """Whether a piece may be a table's cell: short, and no part of a sentence."""
    text = piece.text
    return len(text) <= 24 and not _PROSE.search(text)


_PROSE = re.compile("[，。、；！？“”「」]")


def _aligned(row: list[Piece], other: list[Piece]) -> bool:
    """Whether most cells of the shorter of two rows begin, end or have their middle where the longer's do."""
    few, many = sorted((row, other), key=len)
    em = few[0].size
    same = sum(any(_under(a, b) for b in many) for a in few)
    return same >= 0.7 * len(few) and abs(few[0].y0 - many[0].y0) < 40 * em


def _under(cell: Piece, other: Piece) -> bool:
    """Whether two cells begin, end or have their middle at one place."""
    off = min(abs(cell.x0 - other.x0), abs(cell.x1 - other.x1), abs(cell.x0 + cell.x1 - other.x0 - other.x1) / 2)
    return off < 0.6 * cell.size
