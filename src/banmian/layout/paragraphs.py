"""Where paragraphs begin within a column, as far as the setting shows it."""

from __future__ import annotations

import re

from banmian.layout.piece import Piece
from banmian.layout.stacking import Stack

END_MARKS = "。!?！？…」』”’：:.;；)）"
"""What may stand at the end of a paragraph."""

STOPS, OPENING = "。！？」』”", "「『“（《〈【〔"
"""What ends a sentence for sure, and what begins one but never stands at a row's end."""

MARKS = re.compile("[，。、；：！？,.;:!?]")
"""What prose has between its words."""

DATED = re.compile(
    r"中[華华]民[國国].{1,6}年.{1,3}月.{1,4}日"
    r"|(?:Datedthis|[A-ZÄÖÜ][^\d,.]{2,30},(?:den)?)(?:\d{1,2}(?:\.|th|st|nd|rd)?(?:dayof)?[^\W\d]{3,10}|[^\W\d]{3,10}\.?\d{1,2})"
    r",?1[6-9]\d\d\."
)
"""The day under a notice, a row of its own; its spaces taken out."""

INDENT = 0.7
"""Ems from the column's edge from which a row counts as indented: English setting uses one, Chinese two."""

SHORT, SHORT_OF_EVEN = 1.6, 0.8
"""Ems that a paragraph's last row leaves at the right at least, to be seen as short; the latter in even columns."""

EVEN_ROWS, EVEN_SHARE = 6, 0.7
"""Rows of Han at the least, and the share of them that ends at one edge, that make a column of even rows."""


FILLED = 0.65
"""Share of the measure that prose fills on average, even where it is ragged; verse leaves more."""

VERSES = 5
"""Rows at the least that tell verse or a list by their capitals."""


def paragraph_starts(stack: Stack, body: float) -> tuple[int, ...]:
    """Numbers of the rows that begin a paragraph; row 0 is among them only if it shows a beginning.

    A row begins a paragraph if it is indented against the rows around it, or if the row before it ends short
    with an end mark, or if more white than usual parts the two. One that is set in while the row before it is full and
    ends amid a sentence runs around a picture.
    """
    rows, em = stack.rows, stack.size or body
    if _line_by_line(stack, em):
        return tuple(range(len(rows)))
    left = _edge(stack)
    unpointed = len(rows) > 1 and _unpointed(stack)
    wide, centred = 0.8 * (stack.x1 - stack.x0), _centred(stack, rows[0], em)
    starts = []
    beside = _beside_capital(rows, em)
    edges = _edges(rows, left, em)
    least = SHORT_OF_EVEN if _is_even(stack, em) else SHORT
    for number, row in enumerate(rows):
        left = edges[number]
        indent = row.x0 - left
        if number == 0:
            if INDENT * em < indent or row.tabled:
                starts.append(0)
            continue
        before = rows[number - 1]
        after_centred, centred = centred, _centred(stack, row, em)
        ended = _ended(before)
        shifted = row.x0 - before.x0
        indented = (
            INDENT * em < indent < 6 * em
            and number > beside
            and (shifted > 0.5 * em or before_is_indented(rows, number, left, em))
        )
        indented = indented and (ended or stack.x1 - before.end > SHORT * em or _in_line(before, row, rows, number, em))
        sure = before.text.rstrip()[-1:] in STOPS and row.text[:1] not in OPENING  # 「 never ends a row
        short = (
            (ended or unpointed)
            and stack.x1 - before.end > (least if sure else SHORT) * em
            and not _level(rows, number - 1, em)
            and stack.x1 - before.end > _first_word(row)
        )
        apart = bool(stack.leading) and row.y0 - before.y0 > stack.leading + 0.4 * em
        flush_right = indent > 5 * em and stack.x1 - row.end < 0.8 * em
        heading = centred and row.end - row.x0 < wide
        after_heading = after_centred and INDENT * em < indent
        set_apart = (indented and not centred) or flush_right or heading or after_heading
        dated = ended and DATED.fullmatch(row.text.replace(" ", "")) is not None
        if set_apart or short or dated or (apart and ended) or row.tabled or before.tabled:
            starts.append(number)
    return tuple(starts)


def _is_even(stack: Stack, em: float) -> bool:
    """Whether its rows of Han all end at one edge but those that end a paragraph."""
    ends = [stack.x1 - r.end < 0.25 * em for r in stack.rows if r.text[:1] > "\u2e80"]
    return len(ends) >= EVEN_ROWS and sum(ends) >= EVEN_SHARE * len(ends)


def _beside_capital(rows: list[Piece], em: float) -> int:
    """The number of the last row that stands beside a drop capital at the stack's head; 0 where none does."""
    chars = rows[0].line.chars
    if not len(chars) or max(chars[0].width, chars[0].height) < 1.6 * em:
        return 0
    number = 0
    while number + 1 < len(rows) and abs(rows[number + 1].x0 - rows[0].x0) < 0.3 * em:
        number += 1
    return number


def _level(rows: list[Piece], number: int, em: float) -> bool:
    """Whether a row ends where the rows around it end: beside a picture that the text runs around, it is full there."""
    if not 0 < number < len(rows) - 1:
        return False
    return all(abs(rows[number].end - rows[k].end) < LEVEL * em for k in (number - 1, number + 1))


def _first_word(row: Piece) -> float:
    """Width of a row's first word in Latin letters, which would stand in the row before if that had room for it."""
    text, chars = row.text, row.line.chars
    long = len(text.split(" ", 1)[0])
    if not text[:1].isascii() or not text[:1].isalpha() or len(chars) < long:
        return 0.0
    return chars[long - 1].x1 - chars[0].x0


LEVEL = 0.3
"""Ems by which the ends of full rows differ at the most."""


def _in_line(before: Piece, row: Piece, rows: list[Piece], number: int, em: float) -> bool:
    """Whether a row is set in by itself: the rows before and after it begin at one place, as no shape makes them."""
    after = rows[number + 1] if number + 1 < len(rows) else before
    return abs(after.x0 - before.x0) < LEVEL * em < row.x0 - before.x0


def _unpointed(stack: Stack) -> bool:
    """Whether it is Han without a mark: nothing but short rows tells where its paragraphs end."""
    return all(r.text[:1] > "\u2e80" and not MARKS.search(r.text) for r in stack.rows)


def before_is_indented(rows: list[Piece], number: int, left: float, em: float) -> bool:
    """Whether the row before is indented too: two one-row paragraphs in a row."""
    before = rows[number - 1]
    return before.x0 - left > INDENT * em and _ended(before)


def _ended(row: Piece) -> bool:
    """Whether a paragraph may end with a row; “ and « close a quotation in German and Danish where a stop is before."""
    text = row.text.rstrip()
    return text[-1:] in END_MARKS or (text[-1:] in "“«»" and text.rstrip("“«» \u202f")[-1:] in ".!?…")


def _edge(stack: Stack) -> float:
    """The column's left edge: where most rows begin, or the leftmost row where indents are the rule."""
    return min(r.x0 for r in stack.rows)


def _edges(rows: list[Piece], left: float, em: float) -> list[float]:
    """Where the column begins at each row: further in where several rows do, beside a picture that stands in it."""
    places = [r.x0 for r in rows]
    found = [left] * len(rows)
    deep = [k for k, x in enumerate(places) if x - left > DEEP * em]
    for k in deep:
        around = places[max(0, k - SHELF) : k + SHELF + 1]
        if sum(abs(x - places[k]) < LEVEL * em for x in around) > SHELF:
            found[k] = places[k]
    for k in deep:
        beside = [found[n] for n in (k - 1, k + 1) if 0 <= n < len(rows) and found[n] > left]
        if found[k] == left and beside and INDENT * em < places[k] - min(beside) < DEEP * em:
            found[k] = min(beside)  # an indented row among them
    return found


DEEP, SHELF = 3.0, 3
"""Ems that such rows are set in at the least, and how many of them there are at the least besides the row itself."""


def _centred(stack: Stack, row: Piece, em: float) -> bool:
    left, right = row.x0 - stack.x0, stack.x1 - row.end
    return left > 2.5 * em and abs(left - right) < 0.8 * em


FLUSH = 0.5
"""Ems that a row of unpointed prose leaves at its end at the most, but for a paragraph's last."""

LONG_VERSE = 7
"""Characters of a row of Chinese verse at the most."""


def _line_by_line(stack: Stack, em: float) -> bool:
    """Verse, lists and tables, every row by itself: rows of all lengths, or each a sentence, or in cells."""
    rows = stack.rows
    if len(rows) >= 2 and all(r.tabled for r in rows):
        return True
    text = "".join(r.text for r in rows)
    if len(rows) >= 3 and not MARKS.search(text) and all(r.text[:1] > "\u2e80" for r in rows):
        full = sum(stack.x1 - r.end < FLUSH * em for r in rows)  # verse is set by its words, not to a measure
        usual = sorted(len(r.text) for r in rows)[len(rows) // 2]
        return usual <= LONG_VERSE or 2 * full < len(rows)  # else prose that is not pointed
    if _is_free_verse(stack, em):
        return True
    if len(rows) >= 2 and all(abs(r.x0 - rows[0].x0) < em and r.text.rstrip()[-1:] in "。！？" for r in rows):
        return True
    short = sum(stack.x1 - r.end > SHORT * em or bool(r.rows) for r in rows)  # or of cells
    capitals = sum(r.text[:1].isupper() for r in rows)
    if len(rows) >= VERSES and capitals >= 0.9 * len(rows) and 3 * short >= len(rows) and not text.isupper():
        return True  # in prose every fifth row begins with a capital, in German every third
    if len(rows) < 3:
        return False
    if capitals == len(rows) and not text.isupper() and _leaves_room(stack, em):
        return True
    missing = sorted((stack.x1 - r.end) / em for r in rows)
    full = sum(m < 1.2 for m in missing)
    ragged = {round(m) for m in missing}
    if full > 0.34 * len(rows) or len(ragged) < 3 or missing[len(missing) // 2] < 1.5:
        return False
    if len(text.encode("ascii", "ignore")) > 0.6 * len(text):
        return False
    if _reads_as_prose(stack, em):
        return False
    if full <= 1 and sum(r.end - r.x0 for r in rows) <= FILLED * len(rows) * (stack.x1 - stack.x0):
        return True
    if not MARKS.search(text):
        return True
    stopped = sum(bool(MARKS.match(r.text.rstrip()[-1:])) or r.text.rstrip()[-1:] in END_MARKS for r in rows)
    return 2 * stopped >= len(rows)  # prose in a ragged measure, as around a picture, has few rows that end with a mark


def _leaves_room(stack: Stack, em: float) -> bool:
    """Whether a row that ends amid a sentence leaves room for the next one's first word, as no prose does."""
    rows = stack.rows
    room = [stack.x1 - row.end for row in rows]
    return any(
        room[k] > max(SHORT * em, _first_word(rows[k + 1]) + em / 2) and rows[k].text.rstrip()[-1:].isalpha()
        for k in range(len(rows) - 1)
    )


def _is_free_verse(stack: Stack, em: float) -> bool:
    """Whether short rows of Han of all lengths, which begin at one edge, end short and have few marks in them."""
    rows = stack.rows
    if len(rows) < 4 or any(abs(r.x0 - rows[0].x0) > LEVEL * em or r.text[:1] <= "\u2e80" for r in rows):
        return False
    marks = sum(len(MARKS.findall(r.text)) for r in rows)
    loose = sum(stack.x1 - r.end > SHORT_OF_EVEN * em and r.text.rstrip()[-1:] not in STOPS for r in rows)
    usual = sorted(len(r.text) for r in rows)[len(rows) // 2]
    return usual <= VERSE_ROW and marks < MARKS_OF_VERSE * len(rows) and loose >= LOOSE_ROWS * len(rows)


VERSE_ROW, MARKS_OF_VERSE, LOOSE_ROWS = 14, 0.4, 0.4
"""Characters of a row of free verse at the most, marks in each at the most, and the share of rows that end short."""


def _reads_as_prose(stack: Stack, em: float) -> bool:
    """Whether short paragraphs explain rows of all lengths.

    Each indented row begins after a full stop, and a full row goes on in one that is not indented.
    """
    rows = stack.rows
    left = _edge(stack)
    indented = [INDENT * em < r.x0 - left < 4 * em for r in rows]
    stopped = [r.text.rstrip()[-1:] in END_MARKS for r in rows]
    ends = [r.end for r in rows]
    full = [
        stack.x1 - end < 1.2 * em or any(abs(end - ends[n]) < LEVEL * em for n in (k - 1, k + 1) if 0 <= n < len(ends))
        for k, end in enumerate(ends)
    ]
    begun = any(indented)  # then the first row may go on from another column
    goes_on = any(full[k] and (indented[k] or (begun and not k)) and not indented[k + 1] for k in range(len(rows) - 1))
    return goes_on and all(stopped[k] if indented[k + 1] else full[k] or stopped[k] for k in range(len(rows) - 1))
