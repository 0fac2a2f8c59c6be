"""Pages of lines made by hand, as a source gives them: each line at a place, in a size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from banmian.layout import lay_out
from banmian.model.geometry import Box
from banmian.model.page import Block, Direction, Line, Mark, MarkKind, Page, QrCode, Role, Style
from banmian.model.text import Text

WIDTH, HEIGHT = 600.0, 800.0
SIZE = 10.0
LEADING = 15.0
PROSE = "區政府昨日公布今年的建設計劃要為居民增設三個公園工人們正在鋪路預計下個月可以完工"


def line(
    words: str, x: float, y: float, size: float = SIZE, *, color: tuple[int, int, int, int] = (0, 0, 0, 255)
) -> Line:
    """A horizontal line whose top left is at (x, y); a Han is as wide as high, a Latin letter half of that."""
    width = sum(0.5 if c.isascii() else 1.0 for c in words) * size
    style = Style("Song", size, 400, color=color)
    return Line(Text(words), Box(x, y, x + width, y + size), styles=((0, style),))


def standing(words: str, x: float, y: float, size: float = SIZE) -> Line:
    """A vertical line whose top left is at (x, y)."""
    box = Box(x, y, x + size, y + size * len(words))
    return Line(Text(words), box, styles=((0, Style("Song", size, 400)),), direction=Direction.VERTICAL)


def column(rows: Iterable[str], x: float, y: float, size: float = SIZE) -> list[Line]:
    """Rows under each other; leading spaces (　) become an indent, as sources see it."""
    found = []
    for number, row in enumerate(rows):
        bare = row.lstrip("　")
        found.append(line(bare, x + (len(row) - len(bare)) * size, y + number * LEADING * size / SIZE, size))
    return found


def prose(rows: int, ems: int, *, start: int = 0) -> list[str]:
    """Full rows of running text, each with a comma in it, the last one ended."""
    endless = PROSE * (2 + (start + rows * ems) // len(PROSE))
    cut = [endless[start + i * ems : start + (i + 1) * ems] for i in range(rows)]
    cut = [f"{row[:3]}，{row[4:]}" for row in cut]
    return [*cut[:-1], f"{cut[-1][:-1]}。"]


def page(lines: Iterable[Line], marks: Sequence[Mark] = (), *, index: int = 1, codes: Sequence[QrCode] = ()) -> Page:
    """A laid-out page; by default not the front page, which alone has a masthead."""
    bare = Page(index=index, width=WIDTH, height=HEIGHT, lines=tuple(lines), marks=tuple(marks), codes=tuple(codes))
    return lay_out(bare)


def frame(box: Box) -> Mark:
    """An outlined box."""
    return Mark(MarkKind.FRAME, box)


def rule(x0: float, y0: float, x1: float, y1: float) -> Mark:
    """A thin rule."""
    return Mark(MarkKind.RULE, Box(x0, y0, x1, y1))


def words(block: Block) -> list[str]:
    """A block's lines."""
    return [str(one.text) for one in block.lines]


def blocks(laid: Page, role: Role) -> list[list[str]]:
    """The lines of each block of a role, in a fixed order."""
    return sorted(words(b) for b in laid.blocks if b.role is role)
