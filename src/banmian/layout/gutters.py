"""Where white parts columns and heads: what the rows around a gap say of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from banmian.layout.piece import DISPLAY, Piece


@dataclass(frozen=True, slots=True)
class Index:
    """Pieces by their place down the page, so that neighbours are found without looking at all.

    Attributes:
        tops: their tops, in order.
        pieces: in the same order.
    """

    tops: list[float]
    pieces: list[Piece]

    def gutter(self, host: Piece, piece: Piece) -> bool:
        """Whether the gap lies between edges that the rows around share: a column's end and another one's beginning.

        Args:
            host: what stands before the gap, with the pieces joined to its row.
            piece: what stands after it; both in page units, in the writing's frame.
        """
        em, end, begin = host.size, host.end, piece.x0
        edge = EDGE * em
        top, foot = host.y0 - GUTTER_SEEN * em, host.y0 + GUTTER_SEEN * em
        ends, begins = [], []
        furthest, nearest, region = begin + edge, end - edge, host.region
        for p in self.near(top, foot):
            if p.x0 > furthest or (p.x1 < nearest and not p.rows) or p.region != region:
                continue
            if abs(p.y0 - host.y0) < edge or p is piece:
                continue  # parts of the row itself
            if p.x0 < nearest:
                far = reach(p, end)
                if far > furthest:
                    top, foot = (max(top, p.y0), foot) if p.y0 < host.y0 else (top, min(foot, p.y0))
                elif abs(far - end) < edge:
                    ends.append(p.y0)
            elif p.x0 > begin - edge:
                begins.append(p.y0)
        here = [sum(top < y < foot for y in found) for found in (ends, begins)]
        if not min(here) or sum(here) < SHARED_EDGE:
            return False
        words = host.text[-1:].isascii() and piece.text[:1].isascii()  # their spaces may fall under each other
        if not words:
            return True
        over = (top > host.y0 - GUTTER_SEEN * em) + (foot < host.y0 + GUTTER_SEEN * em)
        return min(here) > (RIVER[over] if begin - end < em else 1)

    def two_heads(self, host: Piece, piece: Piece, body: float) -> bool:
        """Whether two pieces of display type are heads side by side: each stands over a column of its own.

        Args:
            host: the one before the gap.
            piece: the one after it.
            body: the region's usual type size, page units.
        """
        left: list[Piece] = []
        right: list[Piece] = []
        for p in self.near(host.y1 - 0.3 * body, host.y1 + HEADED * body):
            if p.size * DISPLAY > host.size or p.region != host.region or p.x0 > piece.end or p.end < host.x0:
                continue
            if p.x0 < host.end and p.end > piece.x0:
                return False
            (left if p.end <= piece.x0 else right).append(p)
        return all(
            len(under) > 1 and _over(part, min(p.x0 for p in under), max(p.end for p in under), body)
            for part, under in ((host, left), (piece, right))
        )

    def near(self, y0: float, y1: float) -> list[Piece]:
        """Pieces whose top lies between two heights."""
        return self.pieces[bisect_left(self.tops, y0) : bisect_right(self.tops, y1)]


def _over(head: Piece, x0: float, x1: float, body: float) -> bool:
    """Whether a head begins where a column does, or is centred over it."""
    return abs(head.x0 - x0) < 0.6 * body or abs(head.x0 + head.end - x0 - x1) < 1.6 * body


HEADED = 25.0
"""Ems of body type under a head in which its columns are looked for."""

GUTTER_SEEN = 7.0
"""Ems up and down from a gap in which rows are asked whether they share its edges."""

SHARED_EDGE = 4
"""So many more ends and beginnings of rows at a gap's edges make it a gutter, if no row runs over it between them."""

RIVER = (1, 2, 5)
"""Rows, beside the gap's own, whose spaces fall under each other by chance in loose Latin type: where no row near runs
over them, where one above or below does, and where both do."""

EDGE = 0.4
"""Ems by which the ends of rows at one edge may differ."""


def reach(piece: Piece, place: float) -> float:
    """How far right the part of a row reaches that begins left of a place."""
    return max(p.x1 for p in (piece, *piece.rows) if p.x0 < place) if piece.rows else piece.x1
