"""Blocks made by hand, as the grouping sees them: rows in one type, at a place."""

from __future__ import annotations

from banmian.articles.nodes import Node, node
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role, Style
from banmian.model.text import Text

BODY = 10.0


def nodes(*blocks: Block) -> list[Node]:
    return [node(k, b, Turning(vertical=False, width=600)) for k, b in enumerate(blocks)]


def block(role: Role, x: float, y: float, *rows: str, wide: float = 140, size: float = BODY) -> Block:
    box = Box(x, y, x + wide, y + 12 * len(rows))
    lines = tuple(
        Line(Text(t), Box(x, y + 12 * k, x + wide, y + 12 * k + 10), styles=((0, Style("Times", size, 400)),))
        for k, t in enumerate(rows)
    )
    return Block(lines, role, box, box, paragraphs=())
