"""Heads set in a column's own type, taken from the text under them: rows in the middle of a measure that text fills.

Old papers set a small head as large as the text, or hardly larger, so that only its place in the column tells it; and a
head in capitals may have its next rank in small letters of the same font right under it.
"""

from __future__ import annotations

from banmian.layout.piece import DISPLAY, Piece
from banmian.layout.stacking import INDENT, Stack

INSET = 1.0
"""Ems of white at both ends of a row that stands in the middle of its measure, at the least."""

MIDDLE = 0.4
"""Ems by which the white at its two ends differs at the most."""

FULL = 0.5
"""Ems that a full row leaves at its end at the most."""

HEAD_ROWS = 4
"""Rows of such a head at the most."""

LONGEST = 40
"""Characters of such a row at the most."""

BOLD = 600
"""Weight from which a font is bold."""

STOPS = ("。", "！", "？")
"""How rows of text end, and those of heads seldom."""


def heads_apart(stack: Stack, body: float) -> list[Stack]:
    """The same rows in their order, heads in stacks of their own.

    Args:
        stack: rows in one kind of type.
        body: the usual type size around it.
    """
    rows = stack.rows
    if len(rows) < 2 or stack.size >= DISPLAY * body:
        return [stack]
    count = _centred_over_text(stack)
    cuts = [k for k in range(1, count) if _other_rank(rows[k - 1], rows[k])]
    if count:
        cuts.append(count)
    else:
        bold = [r.look[1] >= BOLD for r in rows[: HEAD_ROWS + 1]]
        cuts = [k for k in range(1, len(bold)) if bold[k - 1] and bold[k] and _other_rank(rows[k - 1], rows[k])]
    if not cuts:
        return [stack]
    parts = [rows[a:b] for a, b in zip([0, *cuts], [*cuts, len(rows)], strict=True)]
    return [Stack(p, min(r.x0 for r in p), max(r.end for r in p), stack.leading if len(p) > 1 else 0.0) for p in parts]


def _centred_over_text(stack: Stack) -> int:
    """How many rows at a stack's head stand in the middle of the measure that the rows under them fill."""
    rows = stack.rows
    count = 0
    while count < min(HEAD_ROWS, len(rows) - 2) and _centred(rows[count], stack):
        count += 1
    under = rows[count : count + 2]
    filled = count and all(stack.x1 - r.end < FULL * r.size and r.x0 - stack.x0 < INDENT * r.size for r in under)
    return count if filled else 0


def _centred(row: Piece, stack: Stack) -> bool:
    left, right = row.x0 - stack.x0, stack.x1 - row.end
    if row.rows or row.tabled:
        return False
    stands = min(left, right) > INSET * row.size and abs(left - right) < MIDDLE * row.size
    return stands and len(row.text) <= LONGEST and not row.text.rstrip().endswith(STOPS)


def _other_rank(upper: Piece, lower: Piece) -> bool:
    """Whether two rows of a head are of two ranks: they differ in type."""
    apart = abs(upper.size - lower.size) > SIZES_APART * upper.size
    return apart or upper.look != lower.look or _falls_from_capitals(upper, lower)


SIZES_APART = 0.004
"""Share by which two sizes differ that are two where type is as it was set: a twentieth of a point in small type."""


def _falls_from_capitals(upper: Piece, lower: Piece) -> bool:
    """Whether small letters follow under a row that is all in capitals."""
    above, below = upper.text, lower.text
    letters = sum(c.isalpha() for c in above)
    small = sum(c.islower() for c in below)
    return above.isupper() and letters >= CAPITALS and 2 * small > sum(c.isalpha() for c in below)


CAPITALS = 6
"""Letters of a row in capitals at the least; fewer may be an acronym's."""
