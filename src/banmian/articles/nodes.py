"""Blocks as the grouping sees them: in the frame of the writing, with what their first and last words say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Direction, MarkKind, Page, Role

HEADS = frozenset((Role.KICKER, Role.HEADLINE, Role.DECK, Role.LABEL))
"""Roles of what stands over a story and names it."""


ASIDE = frozenset((Role.CAPTION, Role.PULL_QUOTE, Role.FOLIO))
"""Roles of blocks that stand outside a story's reading order."""

TEXT = frozenset((Role.BODY, Role.SUBHEADING))
"""Roles of what a story tells."""


@dataclass(slots=True, eq=False)
class Node:
    """A block with its place and its edges.

    Attributes:
        index: of the block on its page.
        box: in the page's writing frame.
        indented: whether its first row shows a paragraph's beginning.
        words: its text, rows joined.
        spaced: the same with a space between rows and pieces of rows.
    """

    index: int
    block: Block
    role: Role
    box: Box
    size: float
    region: int
    first: str
    last: str
    indented: bool
    rows: int
    look: tuple[str, int]
    pale: bool
    side: bool
    words: str
    spaced: str

    @property
    def setting(self) -> tuple[tuple[str, int], float]:
        """Font, weight and size, as what is set alike shares them."""
        return self.look, round(self.size, 1)


def widened(nodes: list[Node], body: float) -> None:
    """Gives short body blocks the width of the column that they stand in.

    A row of three characters at a column's head has a box of three characters; as a column's part it is as wide
    as the body blocks above or below it. Whether its one row is indented is seen only then.
    """
    bodies = [n for n in nodes if n.role is Role.BODY]
    columns = [m for m in bodies if m.rows > 1]
    others = [o for o in nodes if o.role is not Role.FOLIO]
    for n in bodies:
        if n.rows > 2:
            continue
        column = None
        for m in columns:
            if m is n or m.region != n.region or abs(m.size - n.size) > 0.07 * body or m.box.width <= n.box.width + 1:
                continue
            away = max(m.box.y0 - n.box.y1, n.box.y0 - m.box.y1)
            full = n.rows == 1 and abs(n.box.x1 - m.box.x1) < 0.3 * body  # a row that fills its column to the end
            inside = m.box.x0 - 0.6 * body <= n.box.x0 and n.box.x1 <= m.box.x1 + 0.6 * body
            if inside and away < (40 if full else 6) * body and (column is None or away < column[0]):
                column = (away, m)
        if column is None:
            continue
        wide = Box(min(n.box.x0, column[1].box.x0), n.box.y0, max(n.box.x1, column[1].box.x1), n.box.y1)
        level = [o for o in others if o.box.y0 < wide.y1 and o.box.y1 > wide.y0 and o is not n]
        if any(o.box.shared_area(wide) > 0.1 * o.box.area for o in level):
            continue
        indent = n.box.x0 - wide.x0
        if n.rows == 1:
            n.indented = 0.7 * body < indent < 6 * body
            n.block = replace(n.block, paragraphs=(0,) if n.indented else ())
        n.box = wide


@dataclass(frozen=True, slots=True)
class Ground:
    """What is drawn between the blocks, in the writing's frame."""

    flat: tuple[Box, ...]
    upright: tuple[Box, ...]
    fills: tuple[Box, ...]


BAR = 3.5
"""Ems of a bar's height at the most."""


def ground(page: Page, turned: Turning, body: float) -> Ground:
    """The page's rules and tints; a bar across a column parts what stands over and under it as a rule does.

    Args:
        page: laid out.
        turned: the way to the writing's frame.
        body: usual type size.
    """
    rules = [turned.there(m.box) for m in page.marks if m.kind is MarkKind.RULE]
    fills = [turned.there(m.box) for m in page.marks if m.kind is MarkKind.FILL]
    bars = [f for f in fills if f.height < BAR * body < f.width and f.width > 4 * f.height]
    flat = (*(r for r in rules if r.width >= r.height), *bars)
    return Ground(flat, tuple(r for r in rules if r.height > r.width), tuple(fills))


def node(index: int, block: Block, turned: Turning) -> Node:
    """The node of a block that has a place."""
    box = block.box or Box(0, 0, 0, 0)
    style = block.lines[0].styles[0][1] if block.lines and block.lines[0].styles else None
    rows = block.words
    return Node(
        index=index,
        block=block,
        role=block.role,
        box=turned.there(box),
        size=block.size,
        region=block.region,
        first=str(block.lines[0].text) if block.lines else "",
        last=str(block.lines[-1].text) if block.lines else "",
        indented=bool(block.paragraphs) and block.paragraphs[0] == 0,
        rows=len(block.lines),
        look=look_of(block, 0) if block.lines else ("", 0),
        pale=style is not None and min(style.color[:3]) > 200,
        side=_side(block, turned),
        words=rows.replace("\n", ""),
        spaced=rows.replace("\n", " "),
    )


def _side(block: Block, turned: Turning) -> bool:
    """Whether the block is set across the page's own writing."""
    if not block.lines or len(block.lines[0].text.raw) < 2:
        return False
    return (block.lines[0].direction is Direction.VERTICAL) != turned.vertical


def look_of(block: Block, line: int) -> tuple[str, int]:
    """Font and weight of a line's first run."""
    styles = block.lines[line].styles
    return (styles[0][1].font, styles[0][1].weight) if styles else ("", 0)
