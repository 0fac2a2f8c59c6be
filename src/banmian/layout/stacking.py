"""Pieces to stacks: rows that follow each other in one column of one region, in one kind of type.

A stack is open while rows can join it; each row, from the top of the page down, joins the open stack whose
last row is nearest above it and shares its measure, or opens a new one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from banmian.layout.gutters import Index, reach
from banmian.layout.piece import DISPLAY, SAME_SIZE, Piece
from banmian.layout.regions import Fences
from banmian.layout.tables import table_rows
from banmian.model.geometry import Box
from banmian.model.page import Line

WIDEST_LEADING = 1.35
"""White between two rows of one paragraph, in ems of the type; loose Chinese setting reaches 1.2."""


@dataclass(slots=True, eq=False)
class Stack:
    """Rows on their way to being a block, in the writing's frame.

    Attributes:
        x0, x1: the measure: how far any of its rows reached.
        leading: distance of its rows' tops, as seen so far; 0 for a single row.
    """

    rows: list[Piece]
    x0: float
    x1: float
    leading: float = 0.0

    @property
    def box(self) -> Box:
        """Around its rows."""
        return Box(self.x0, self.rows[0].y0, self.x1, max(r.y1 for r in self.rows))

    @property
    def size(self) -> float:
        """Type size of its first row."""
        return self.rows[0].size

    @property
    def region(self) -> int:
        """The region that holds it."""
        return self.rows[0].region

    @property
    def characters(self) -> int:
        """How many characters it has."""
        return sum(len(line.text.raw) for r in self.rows for line in r.every())


def stacks(found: list[Piece], fences: Fences, sizes: list[float], body: float) -> list[Stack]:
    """All stacks of a page, from top to bottom.

    Args:
        found: pieces from top to bottom, furniture left out.
        fences: what parts them.
        sizes: body size of each region.
        body: the page's usual type size.
    """
    done: list[Stack] = []
    open_ones: list[Stack] = []
    apart = OTHER_SIZE if _exact(found) else SAME_SIZE
    for number, piece in enumerate(_with_rows(found, fences, sizes, apart)):
        if number % SWEPT == 0:  # stacks that nothing may join any more
            still: list[Stack] = []
            for s in open_ones:
                (still if piece.y0 - s.rows[-1].y1 < 2.2 * max(s.size, body) else done).append(s)
            open_ones = still
        stack = _home(piece, open_ones, fences, sizes[piece.region], apart)
        if stack is None:
            for s in [s for s in open_ones if _closes(piece, s, body)]:
                open_ones.remove(s)
                done.append(s)
            open_ones.append(Stack([piece], piece.x0, piece.end))
        else:
            last = stack.rows[-1]
            stack.leading = piece.y0 - last.y0 if not stack.leading else min(stack.leading, piece.y0 - last.y0)
            stack.rows.append(piece)
            stack.x0, stack.x1 = min(stack.x0, piece.x0), max(stack.x1, piece.end)
    done += open_ones
    done.sort(key=lambda s: (s.rows[0].y0, s.x0))
    return done


SWEPT = 16
"""After so many pieces the stacks that lie too far above are put away."""


def _with_rows(found: list[Piece], fences: Fences, sizes: list[float], apart: float) -> list[Piece]:
    """Pieces of one row joined where the gap is the line's own: wide spaces, loose headlines, tables.

    What is joined covers gaps in the rows next to it, so it is done again until nothing more joins.
    """
    joined = table_rows(found, fences)
    for _ in range(PASSES):
        before = len(joined)
        joined = _joined_once(joined, fences, sizes, apart)
        if len(joined) == before:
            break
    joined.sort(key=lambda p: (p.y0, p.x0))
    return joined


LATIN_HEAD = 0.9
"""Ems between words of one Latin headline at the most; two headlines side by side are further apart."""

ROW_OF_TEXT = 5
"""Characters of what may be a row of text in large type at the least; words of a head set apart have fewer."""

OFF_LEVEL = 0.4
"""Ems by which the middles of two pieces of one row may differ: print is level, the words of a scan are not."""

PASSES = 10
"""Rounds of joining at the most; a print needs two, the words of an unsteady scan up to ten."""


def _joined_once(found: list[Piece], fences: Fences, sizes: list[float], apart: float) -> list[Piece]:
    ranked = sorted(found, key=lambda p: p.y0)
    index = Index([p.y0 for p in ranked], ranked)
    joined: list[Piece] = []
    heads: list[Piece] = []
    for piece in sorted(found, key=lambda p: (round(p.y0 + p.height / 2), p.x0)):
        if piece.tabled:
            joined.append(piece)
            continue
        heads = [h for h in heads if h.y1 > piece.y0]
        middle, near = piece.y0 + piece.y1, 2 * OFF_LEVEL * piece.size
        host = next(
            (h for h in heads if abs(h.y0 + h.y1 - middle) <= near and _one_row(h, piece, index, fences, sizes, apart)),
            None,
        )
        if host is None:
            heads.append(piece)
            joined.append(piece)
        elif piece.x0 < host.x0:
            piece.rows += [host, *host.rows]
            host.rows = []
            heads[heads.index(host)] = joined[joined.index(host)] = piece
        else:
            host.rows += [piece, *piece.rows]
            piece.rows = []
    return joined


def _one_row(host: Piece, piece: Piece, index: Index, fences: Fences, sizes: list[float], apart: float) -> bool:
    """Whether two pieces, whichever is left, are parts of one row."""
    if piece.x0 < host.x0:
        host, piece = piece, host
    if host.region != piece.region or host.side or piece.side:
        return False
    if piece.x0 - host.x1 > 6 * host.size and not host.rows:
        return False
    if abs(host.size - piece.size) > apart * max(host.size, piece.size):
        return False
    if abs((host.y0 + host.y1) - (piece.y0 + piece.y1)) > 2 * OFF_LEVEL * host.size:
        return False
    gap = piece.x0 - host.end
    if not -0.3 * host.size < gap < 6 * host.size or fences.wall(host, piece):
        return False
    if host.size >= DISPLAY * sizes[host.region]:
        loose = len(host.text.replace(" ", "")) <= 2 + len(host.rows) * 2
        far = LATIN_HEAD if host.text.isascii() and piece.text.isascii() else 1.3
        apart_ones = index.two_heads(host, piece, sizes[host.region])
        rows_of_text = min(len(host.text), len(piece.text)) >= ROW_OF_TEXT  # as in a box in large print
        apart_ones = apart_ones or (rows_of_text and index.gutter(host, piece))
        return gap < (2.4 if loose else far) * host.size and not apart_ones
    if index.gutter(host, piece):
        return False
    if gap < 2.4 * host.size and _covered(
        host, piece, index.near(host.y0 - 3.2 * host.size, host.y1 + 1.6 * host.size), apart
    ):
        return True
    around_it = index.near(host.y0 - 12 * host.size, host.y0 + 12 * host.size)
    reaching, ending = _edges(host, piece, around_it)
    if ending >= SEVERAL:
        return False
    return reaching >= SEVERAL or (gap < 1.5 * host.size and _lonely(piece, around_it))


def _lonely(piece: Piece, found: list[Piece]) -> bool:
    """Whether nothing near begins where a piece begins: then it begins no column."""
    em = piece.size
    return len(piece.text) < 12 and not any(
        p is not piece
        and abs(p.x0 - piece.x0) < 0.6 * em
        and p.region == piece.region
        and abs(p.y0 - piece.y0) < 12 * em
        for p in found
    )


def _covered(host: Piece, piece: Piece, found: list[Piece], apart: float) -> bool:
    """Whether a row right above or below runs over the place of the gap: then no gutter lies there.

    Where type is as it was set, a row that begins far right of the host's is no row of its column: a centred deck or
    byline over both columns tells nothing.
    """
    x0, x1, em = host.end, piece.x0, host.size
    furthest = x0 - 0.2 * em if apart >= SAME_SIZE else host.x0 + INDENT * em
    for p in found:
        if p is host or p is piece or p.region != host.region or p.side or abs(p.size - em) > apart * em:
            continue
        away = max(p.y0 - host.y1, host.y0 - p.y1)
        if -0.2 * em < away < 1.4 * em and p.x0 < min(furthest, x0 - 0.2 * em) and reach(p, x0) > x1 + 0.2 * em:
            return True
    return False


INDENT = 2.6
"""Ems by which a paragraph's first row is set in at the most."""


def _edges(host: Piece, piece: Piece, found: list[Piece]) -> tuple[int, int]:
    """How many rows near that begin where the host does reach as far as the piece, and how many end where it ends.

    Where several reach so far both lie in one column; where several end there, its column ends, and those that reach
    further are other stories'.
    """
    em, end, reaching, ending = host.size, piece.end, 0, 0
    for p in found:
        if p is host or p is piece or p.region != host.region or not -INDENT * em < p.x0 - host.x0 < 0.5 * em:
            continue
        if abs(p.y0 - host.y0) < 9 * em and abs(p.size - em) < SAME_SIZE * em:
            far = reach(p, host.x0 + 0.5 * em)
            reaching += far > end - 0.3 * em
            ending += abs(far - host.end) < 0.25 * em
    return reaching, ending


SEVERAL = 2
"""So many rows that end at one place make it an edge."""


def _home(piece: Piece, open_ones: list[Stack], fences: Fences, body: float, apart: float) -> Stack | None:
    best, best_gap = None, float("inf")
    em, region = piece.size, piece.region
    left, right = piece.x0 - INDENT * em, piece.end + INDENT * em
    highest = piece.y0 - WIDEST_LEADING * em
    for s in open_ones:
        last = s.rows[-1]
        if s.x0 >= right or s.x1 <= left or last.y1 < highest or last.region != region:
            continue  # another column's or too far above, seen without asking further
        gap = _fits(piece, s, fences, body, apart)
        if gap is not None and gap < best_gap:
            best, best_gap = s, gap
    return best


def _fits(piece: Piece, stack: Stack, fences: Fences, body: float, apart: float) -> float | None:
    """The white between a piece and the stack that it may join; None where it may not."""
    last = stack.rows[-1]
    gap, right = piece.y0 - last.y1, piece.end
    if piece.side != last.side or piece.pale != last.pale:
        return None
    left = stack.x0 - (INDENT * last.size if len(stack.rows) == 1 else 0.0)  # its one row may be indented
    shared = min(right, stack.x1) - max(piece.x0, left)
    if shared < 0.5 * min(right - piece.x0, stack.x1 - stack.x0):
        return None
    beside = max(piece.x0 - stack.x1, stack.x0 - right)
    if beside >= 0 and fences.gutter_rule(min(right, stack.x1), max(piece.x0, stack.x0), last.y0, piece.y1):
        return None
    large, small = max(piece.size, last.size), min(piece.size, last.size)
    if large - small > apart * large:
        return None
    if gap < -0.35 * small:
        return None
    display = piece.size >= DISPLAY * body
    if _look(piece) != _look(last) and (display or _another_voice(piece, last)):
        return None
    if display:
        if gap > 0.75 * piece.size:
            return None
    else:
        usual = stack.leading - last.height if stack.leading else WIDEST_LEADING * piece.size
        if gap > min(WIDEST_LEADING * piece.size, usual + 0.45 * piece.size):
            return None
        if _staggered(piece, stack):
            return None
        # a row far wider than the stack's measure starts something else
        if right - piece.x0 > 1.3 * (stack.x1 - stack.x0) and len(stack.rows) >= 3:
            return None
        if stack.x1 - stack.x0 > 1.3 * (right - piece.x0) and piece.x0 > stack.x0 + 3.2 * piece.size:
            return _kept_short(piece, stack, gap)
    if fences.ruled(last.y1, piece.y0) and fences.rule_between(
        Box(stack.x0, last.y0, stack.x1, last.y1), Box(piece.x0, piece.y0, right, piece.y1)
    ):
        return None
    return max(0.0, gap)


def _staggered(piece: Piece, stack: Stack) -> bool:
    """Whether a row begins and ends on the same side of where a stack does: it is of another column."""
    off = STAGGER * piece.size
    begin, end = piece.x0 - stack.x0, piece.end - stack.x1
    return min(begin, end) > off or max(begin, end) < -off


def _exact(found: list[Piece]) -> bool:
    """Whether sizes are as they were set: many rows share one to the hundredth, which no recognised text does."""
    shared = Counter(round(p.size, 2) for p in found)
    return bool(found) and max(shared.values()) > 0.3 * len(found)


OTHER_SIZE = 0.009
"""Sizes this far apart are two where they are exact: more than a twentieth of a point, to which they are rounded."""

STAGGER = 3.2
"""Ems: more than any indent, so that a short row over an indented one, or the reverse, is none."""


def _kept_short(piece: Piece, stack: Stack, gap: float) -> float | None:
    """A short row far from the left edge: a by-line set to the right belongs, another column's does not."""
    right = piece.end
    return max(0.0, gap) if right <= stack.x1 + 0.3 * piece.size else None


def _another_voice(piece: Piece, last: Piece) -> bool:
    """Whether a change of font within body type is a change of block: bold rows are, a bold word is not."""
    (font, weight), (last_font, last_weight) = _look(piece), _look(last)
    if not font and not last_font:
        return False
    whole = all(_one_look(row) for row in (piece, last))
    return whole and (font != last_font or abs(weight - last_weight) >= 200)


def _look(row: Piece) -> tuple[str, int]:
    """Font and weight of a row's words; a mark before them (○, ■) is often of a font of its own."""
    if not row.rows or _has_words(row.line):
        return row.look
    return next((r.look for r in row.rows if _has_words(r.line)), row.look)


def _has_words(line: Line) -> bool:
    return any(c.isalnum() for c in line.text.raw)


def _one_look(row: Piece) -> bool:
    """Whether a whole row is set in one font and weight, marks aside."""
    looks = {(style.font, style.weight) for line in row.every() if _has_words(line) for _, style in line.styles}
    return len(looks) == 1


def _closes(piece: Piece, stack: Stack, body: float) -> bool:
    """Whether a new piece, standing under a stack, keeps anything further down from joining it."""
    shared = min(piece.end, stack.x1) - max(piece.x0, stack.x0)
    return (
        piece.region == stack.region
        and shared > 0.3 * (stack.x1 - stack.x0)
        and piece.y0 > stack.rows[-1].y1 - 0.35 * body
    )
