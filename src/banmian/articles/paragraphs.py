"""An article's lines as paragraphs: by what the setting shows and, at a column's head, by what the grammar says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from banmian.articles import grammar as g
from banmian.articles.nodes import TEXT
from banmian.articles.openings import is_dateline
from banmian.model.article import LineRef, Part
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Direction, Page, Role


@dataclass(slots=True)
class Row:
    """A body line on its way into a paragraph.

    Attributes:
        starts: what the setting shows, None where it shows nothing.
        alone: whether it is a paragraph whatever stands around it.
        short: whether it leaves more room at its end than the rows of its block do.
    """

    ref: LineRef
    text: str
    starts: bool | None
    alone: bool = False
    short: bool | None = None


def paragraph_refs(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> list[list[LineRef]]:
    """The lines of an article's paragraphs.

    Args:
        pages: with final blocks.
        parts: of the article in reading order, its headline left out.
    """
    return _paragraphs(_rows(pages, parts))


def block_of(pages: tuple[Page, ...], part: Part) -> Block:
    """The block of a part."""
    return pages[part.page].blocks[part.block]


def refs_of(pages: tuple[Page, ...], part: Part) -> list[LineRef]:
    """The lines of a part."""
    return [LineRef(part.page, part.block, n) for n in range(len(block_of(pages, part).lines))]


def _is_centred(block: Block) -> bool:
    """Whether an advertisement's rows are of unlike lengths about one axis, or large: each is a saying of its own."""
    boxes = [line.box for line in block.lines if line.box is not None]
    em = block.size or 10.0
    middles = [b.x0 + b.x1 for b in boxes]
    unlike = max(b.width for b in boxes) - min(b.width for b in boxes) > em if boxes else False
    return bool(boxes) and unlike and max(middles) - min(middles) < em


def _rows(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> list[Row]:
    rows: list[Row] = []
    verse = _is_verse(pages, parts)
    above: Part | None = None
    turned: dict[int, Turning] = {}
    for part in parts:
        if part.role not in TEXT | {Role.AD}:
            continue
        block = block_of(pages, part)
        decided = block.box is None
        apart = led = False
        if above is not None and above.page == part.page and rows and g.sentence_ended(rows[-1].text):
            if part.page not in turned:
                turned[part.page] = pages[part.page].turning
            upper = block_of(pages, above)
            apart = _set_apart(upper, block, turned[part.page]) or _in_another_voice(upper, block, turned[part.page])
            led = is_dateline(upper.words)
        above = part
        for n, ref in enumerate(refs_of(pages, part)):
            text = str(block.lines[n].text)
            if part.role is Role.SUBHEADING:
                rows.append(Row(ref, text, starts=n == 0, alone=True))
            elif part.role is Role.AD:
                rows.append(
                    Row(ref, text, starts=begins_row(block, n) and (n in block.paragraphs or _is_centred(block)))
                )
            elif n in block.paragraphs or (verse and begins_row(block, n)) or (apart and n == 0 and not led):
                rows.append(Row(ref, text, starts=True))
            else:
                rows.append(Row(ref, text, starts=False if n or decided or led else None))
        if rows and not decided and part.role is Role.BODY:
            rows[-1].short = _ends_short(block)
    return rows


def _ends_short(block: Block) -> bool | None:
    """Whether a block's last row leaves more room at its end than its other rows; None where these do not tell."""
    flat = block.lines[0].direction is Direction.HORIZONTAL
    ends = [b.x1 if flat else b.y1 for b in (line.box for line in block.lines) if b is not None]
    if len(ends) < TELLING_ROWS or block.box is None:
        return None
    edge, em = (block.box.x1 if flat else block.box.y1), block.size or 10.0
    room = sorted(edge - end for end in ends[:-1])
    return edge - ends[-1] > room[len(room) * 9 // 10] + SHORT * em


TELLING_ROWS, SHORT = 4, 1.2
"""Rows of such a block at the least, and ems by which the last one then ends short."""


def _set_apart(first: Block, second: Block, turned: Turning) -> bool:
    """Whether a block stands right under another one of its column, with white between them."""
    if first.box is None or second.box is None or first.region != second.region:
        return False
    a, b = turned.there(first.box), turned.there(second.box)
    em = second.size or 10.0
    own = max(_white(first, a, em), _white(second, b, em))
    return own + APART * em < b.y0 - a.y1 < 3 * em and a.shared_x(b) > 0.7 * min(a.width, b.width)


def _in_another_voice(first: Block, second: Block, turned: Turning) -> bool:
    """Whether a block right under another one is set in another font or weight: a question, or the answer to it."""
    if first.box is None or second.box is None:
        return False
    a, b = turned.there(first.box), turned.there(second.box)
    em = second.size or 10.0
    voices = [{(style.font, style.weight) for _, style in line.styles} for line in (first.lines[-1], second.lines[0])]
    under = -em < b.y0 - a.y1 < 3 * em and a.shared_x(b) > 0.5 * min(a.width, b.width)
    return under and all(len(v) == 1 for v in voices) and voices[0] != voices[1]


def _white(block: Block, box: Box, em: float) -> float:
    """White between a block's rows, where it has several.

    Args:
        block: the rows.
        box: its place in the writing's frame.
        em: type size.
    """
    rows = sum(begins_row(block, n) for n in range(len(block.lines)))
    return (box.height - em) / max(1, rows - 1) - em if rows > 1 else 0.0


APART = 0.4
"""Ems of white, beyond what rows have between them, that part paragraphs."""


def _is_verse(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> bool:
    """Whether an article's body, four rows or more, has no mark of prose in it, nor rows that all fill a measure."""
    bodies = [block_of(pages, p) for p in parts if p.role is Role.BODY]
    text = "".join(b.words for b in bodies)
    if not bodies or bodies[0].box is None or text <= "\u2e80" or any(c in text for c in "，。；：,.;:"):
        return False
    lengths = [n for b in bodies for n in _row_lengths(b)]
    return len(lengths) >= 4 and max(lengths) <= LONGEST_VERSE and not _one_measure(lengths)


def _row_lengths(block: Block) -> list[int]:
    """Characters of each row; a row may be of several lines."""
    found: list[int] = []
    for n, line in enumerate(block.lines):
        if begins_row(block, n):
            found.append(0)
        found[-1] += len(line.text.current)
    return found


LONGEST_VERSE = 14
"""Characters of a row of Chinese verse at the most; a longer one without a mark is prose that is not pointed."""


def _one_measure(lengths: list[int]) -> bool:
    """Whether most rows fill one measure, indented or not, that is longer than verse of one metre."""
    counts = Counter(lengths)
    measure = max((n for n in counts if counts[n] > 1 or (n > WIDE and counts[n - 1])), default=0)
    full = sum(measure - INDENTED <= n <= measure for n in lengths)
    return measure > LONGEST_METRE and 2 * full > len(lengths) - 2 * (measure > WIDE)


INDENTED = 2
"""Characters by which a paragraph's first row is set in."""

WIDE = 11
"""Characters from which rows that differ by one have one measure, and all but a notice's last words fill it."""

LONGEST_METRE = 7
"""Characters of a row of Chinese verse in a fixed metre, at the most."""


def begins_row(block: Block, n: int) -> bool:
    """Whether a line is the first on its row."""
    box, before = block.lines[n].box, block.lines[n - 1].box if n else None
    if box is None or before is None:
        return True
    flat = block.lines[n].direction is Direction.HORIZONTAL
    return (box.shared_y(before) if flat else box.shared_x(before)) <= 0


def _paragraphs(rows: list[Row]) -> list[list[LineRef]]:
    """Lines in paragraphs; where the setting says nothing (a column's head) the grammar decides.

    In a story that indents its paragraphs, a column's first row without indent goes on, unless the grammar
    says otherwise with certainty; one with an indent begins.
    """
    indents = sum(r.starts is True for r in rows)
    paragraphs: list[list[LineRef]] = []
    said = ""
    previous: Row | None = None
    for row in rows:
        if previous is None or row.alone != previous.alone:
            fresh = True
        elif row.starts is None:
            goes = g.goes_on(said, row.text)
            fresh = goes <= (-0.9 if indents else -0.2) and (bool(indents) or previous.short is not False)
        elif row.starts and not row.alone:
            fresh = row.text.strip()[:1] not in "，。、；：！？）」』”"
        else:
            fresh = bool(row.starts)
        if fresh or not paragraphs:
            paragraphs.append([row.ref])
            said = row.text
        else:
            paragraphs[-1].append(row.ref)
            said = (said + row.text)[-600:]
        previous = row
    return paragraphs
