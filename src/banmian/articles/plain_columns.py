"""Old papers of plain columns: each column is read from its head to its foot, and a head begins a story.

Papers of the nineteenth century, as libraries' files give them, set one measure from the first column to the last, and
part their stories by heads in little more than the size of the text, centred or in capitals. The learned judges know
exact sizes, fonts and rules, none of which such a file has; there the columns themselves tell the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from banmian.articles.column_heads import HEAD_ROWS, LETTERS, Place, Setting, heads_of, settings_of
from banmian.articles.nodes import Node
from banmian.model.geometry import Box, around
from banmian.model.page import Block, Role

LEAST_COLUMNS = 2

ONE_MEASURE = 0.15
"""Share of the usual measure by which a column's width may differ from it."""

MOST = 0.55
"""Share of the page's rows of text that stand in columns of the usual measure at the least."""

TEXT_ROWS = 3
"""Rows of a block that shows its column's measure at the least."""

COMMON_WHITE, THREE = 0.8, 3
"""Ems of white at one height in so many columns, under which the page begins anew: a feuilleton at its foot."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A page of plain columns as it is read.

    Attributes:
        order: numbers of its blocks in reading order, those over and under the columns left out.
        places: where each of these is read.
        settings: how each of these stands in its column.
        heads: which of these may begin a story.
        furniture: what stands over and under the columns.
    """

    order: list[int]
    places: list[Place]
    settings: list[Setting]
    heads: list[bool]
    furniture: dict[int, Role]
    columns: int


def flow(text: Sequence[Node], body: float) -> Flow | None:
    """How a page of plain columns is read; None where it is no such page.

    Args:
        text: the page's blocks of text, in horizontal lines.
        body: usual type size, page units.
    """
    inks = [_ink(n) for n in text]
    columns = _columns(text, inks, body)
    if len(columns) < LEAST_COLUMNS or _spanned(text, inks, columns) > SPANNED * len(columns):
        return None
    place = _places(text, inks, columns)
    furniture = _overhead(text, inks, place, columns)
    order = sorted((k for k in place if k not in furniture), key=lambda k: (place[k], inks[k].y0))
    blocks, places = [text[k] for k in order], [place[k] for k in order]
    settings = settings_of(blocks, [_measure(k, text, inks, place, columns) for k in order], body)
    return Flow(order, places, settings, heads_of(settings, blocks, places), furniture, len(columns))


def isolates_heads(zones: Sequence[Block], zoned: Flow, text: Sequence[Node], lined: Flow | None) -> bool:
    """Whether a file's own blocks part heads from text; where they are whole columns, or cut anywhere, they do not.

    Args:
        zones: the file's blocks.
        zoned: the page as it is read by these.
        text: the page's blocks by its lines alone.
        lined: the page as it is read by those; None where it is no page of plain columns by them.
    """
    own = sum(zoned.heads)
    if lined is None:
        return own >= zoned.columns
    firsts = {id(zone.lines[0]) for zone in zones}
    heads = [text[k].block.lines[0] for k, head in zip(lined.order, lined.heads, strict=True) if head]
    return own >= SHOWN * sum(id(line) not in firsts for line in heads)


SHOWN = 0.2
"""Share of the heads within blocks to which those that are blocks come at the least, where blocks tell heads."""


def by_columns(text: Sequence[Node], read: Flow) -> list[list[int]]:
    """The stories of a page of plain columns, whose blocks get their roles.

    Args:
        text: the page's blocks of text.
        read: how the page is read.

    Returns:
        Numbers of blocks in reading order, a list a story. What stands over the columns is in none; it gets the role of
        a masthead or of a folio.
    """
    for k, role in read.furniture.items():
        text[k].role = role
    stories: list[list[int]] = []
    over = headed = False
    band = -1
    for k, place, head, setting in zip(read.order, read.places, read.heads, read.settings, strict=True):
        if not stories or place.band != band or (head and not headed and _says(text, stories[-1])):
            stories.append([])
            over = False
        stories[-1].append(k)
        text[k].role = _role(text[k].role, head=head, over=over, setting=setting)
        over = head or (over and setting.centred)
        headed, band = head, place.band
    return stories


def _says(text: Sequence[Node], story: Sequence[int]) -> bool:
    """Whether a story has a word so far, and not what a recogniser made of a speck; lines without text may."""
    return any(not text[k].words or sum(map(str.isalpha, text[k].words)) >= LETTERS for k in story)


def _role(told: Role, *, head: bool, over: bool, setting: Setting) -> Role:
    """What a block in a column is.

    Args:
        told: what the judges take it for.
        head: whether it may begin a story.
        over: whether a head stands right over it.
        setting: how it stands in its column.
    """
    if told in TOLD:
        return told
    if head:
        return Role.HEADLINE
    small = setting.centred and setting.rows <= HEAD_ROWS and told is not Role.BODY
    return Role.DECK if small and over else Role.SUBHEADING if small else Role.BODY


TOLD = frozenset((Role.BYLINE, Role.JUMP, Role.POINTER))
"""Roles that the words of a block tell better than its place."""


def _ink(n: Node) -> Box:
    """Where a block's lines stand, which is less than the column that a short one is counted to fill."""
    boxes = [line.box for line in n.block.lines if line.box is not None]
    return around(boxes) if boxes else n.box


def _columns(text: Sequence[Node], inks: Sequence[Box], body: float) -> list[Box]:
    """The page's columns in order; none where much of its text is set to other measures."""
    full = sorted((ink.width, n.rows, ink) for n, ink in zip(text, inks, strict=True) if n.rows >= TEXT_ROWS)
    rows = sum(count for _, count, _ in full)
    measure, run = 0.0, 0
    for width, count, _ in full:
        run += count
        measure = width
        if run * 2 >= rows:
            break
    even = [(count, ink) for width, count, ink in full if abs(width - measure) <= ONE_MEASURE * measure]
    if measure < LEAST_MEASURE * body or sum(count for count, _ in even) < MOST * rows:
        return []
    found: list[list[tuple[int, Box]]] = []
    for count, ink in sorted(even, key=lambda e: e[1].center[0]):
        if found and ink.center[0] - found[-1][-1][1].center[0] < 0.5 * measure:
            found[-1].append((count, ink))
        else:
            found.append([(count, ink)])
    return [_extent(boxes) for boxes in found]


def _extent(boxes: Sequence[tuple[int, Box]]) -> Box:
    """A column's extent: its sides as most of its rows have them, its top where its first long text begins."""
    whole = around(box for _, box in boxes)
    top = min((box.y0 for count, box in boxes if count >= LONG_TEXT), default=whole.y0)
    x0, x1 = ([x for count, box in boxes for x in [side(box)] * count] for side in (_begin, _end))
    return Box(sorted(x0)[len(x0) // 2], top, sorted(x1)[len(x1) // 2], whole.y1)


LONG_TEXT = 8
"""Rows of a block at the least that is no notice of prices beside a paper's name."""


def _begin(box: Box) -> float:
    return box.x0


def _end(box: Box) -> float:
    return box.x1


LEAST_MEASURE = 8.0
"""Ems of a column's measure at the least."""


def _spans(ink: Box, columns: Sequence[Box]) -> bool:
    """Whether something stands over two columns or more."""
    return sum(c.shared_x(ink) > ACROSS * c.width for c in columns) > 1


ACROSS = 0.12
"""Share of a column's measure from which something stands over it."""


def _spanned(text: Sequence[Node], inks: Sequence[Box], columns: Sequence[Box]) -> int:
    """How often blocks stand over several columns amid these, as on a page that is made up by its stories.

    What stands close over each other, as an advertisement's rows do, counts once.
    """
    top, foot = min(c.y0 for c in columns), max(c.y1 for c in columns)
    over = [
        ink
        for n, ink in zip(text, inks, strict=True)
        if _spans(ink, columns) and top < ink.center[1] < foot and n.role is not Role.FOLIO
    ]
    close = CLOSE * usual_size(text)
    return sum(not any(b.shared_x(a) > 0 and b.y0 < a.y0 < b.y1 + close for b in over if b is not a) for a in over)


SPANNED = 0.6
"""Such blocks a column at the most."""

CLOSE = 4.0
"""Ems between an advertisement's rows at the most."""


def _places(text: Sequence[Node], inks: Sequence[Box], columns: Sequence[Box]) -> dict[int, Place]:
    """The place of every block."""
    top = min(c.y0 for c in columns)
    found: dict[int, int] = {}
    for k, ink in enumerate(inks):
        shared = [c.shared_x(ink) for c in columns]
        found[k] = -1 if _spans(ink, columns) else max(range(len(columns)), key=lambda i: shared[i])
    heads = [ink for k, ink in enumerate(inks) if found[k] < 0 and ink.y0 > top and text[k].role is not Role.FOLIO]
    bands = _bands([ink for k, ink in enumerate(inks) if found[k] >= 0], columns, usual_size(text))
    return {
        k: Place(
            sum(inks[k].center[1] > y for y in bands)
            + sum(h.shared_x(inks[k]) > 0 and h.y0 <= inks[k].y0 for h in heads) * (len(bands) + 1),
            column,
        )
        for k, column in found.items()
    }


def usual_size(text: Sequence[Node]) -> float:
    """The type size of the middle block, page units."""
    return sorted(n.size for n in text)[len(text) // 2]


def _measure(
    k: int, text: Sequence[Node], inks: Sequence[Box], places: dict[int, Place], columns: Sequence[Box]
) -> Box:
    """The extent of the column around a block: that of the nearest text in it, as scans lean."""
    column = places[k].column
    if column < 0:
        return around(columns)
    whole = columns[column]
    near = [
        ink
        for j, ink in enumerate(inks)
        if j != k
        and places[j].column == column
        and text[j].rows >= TEXT_ROWS
        and abs(ink.width - whole.width) <= ONE_MEASURE * whole.width
    ]
    return min(near, key=lambda ink: max(ink.y0 - inks[k].y1, inks[k].y0 - ink.y1), default=whole)


def _overhead(
    text: Sequence[Node], inks: Sequence[Box], places: dict[int, Place], columns: Sequence[Box]
) -> dict[int, Role]:
    """Tells what stands over all columns, a masthead where one line is in large type, and under them: an imprint."""
    top = min(c.y0 for c in columns)
    foot = max(ink.y1 for n, ink in zip(text, inks, strict=True) if n.rows >= TEXT_ROWS)
    over = [ink for ink in inks if _spans(ink, columns) and ink.y0 < top]
    found = []
    for k, ink in enumerate(inks):
        beside = any(b.shared_y(ink) > 0.5 * ink.height or ink.y1 <= b.y0 for b in over)
        edge = ink.y0 > foot or _runs_over(k, places, inks, top)
        if beside or edge or ink in over or text[k].role is Role.FOLIO:
            found.append(k)
    named = any(text[k].size > NAMED * usual_size(text) for k in found)
    return {k: Role.MASTHEAD if named and inks[k].y0 < top else Role.FOLIO for k in found}


NAMED = 2.4
"""Times the usual size of a paper's name at the least."""


def _runs_over(k: int, places: dict[int, Place], inks: Sequence[Box], top: float) -> bool:
    """Whether a block is a running head: over the text's top, in a column that begins there without it."""
    ink = inks[k]
    if ink.y1 > top:
        return False
    under = [inks[j].y0 for j, p in places.items() if p.column == places[k].column and inks[j].y0 >= ink.y1]
    return bool(under) and min(under) < top + ink.height


def _bands(boxes: Sequence[Box], columns: Sequence[Box], body: float) -> list[float]:
    """Heights at which white runs through all of several columns."""
    if len(columns) < THREE:
        return []
    found, reach = [], 0.0
    top, foot = min(c.y0 for c in columns), max(c.y1 for c in columns)
    for box in sorted(boxes, key=lambda b: b.y0):
        if reach and box.y0 - reach >= COMMON_WHITE * body and top < reach < foot:
            found.append((reach + box.y0) / 2)
        reach = max(reach, box.y1)
    return found
