"""Indexes of pages: lines that each point to a page, which are one promo under what stands over them."""

from __future__ import annotations

from dataclasses import replace

from banmian.articles import grammar as g
from banmian.articles.nodes import HEADS, Node
from banmian.articles.promos import LONGEST_LINE, names_index, page_tail
from banmian.articles.walks import shares
from banmian.model.page import Role


def pointed(chains: list[list[Node]], body: float) -> list[list[Node]]:
    """Lines under each other that each point to a page made one promo, under what stands over them.

    Args:
        chains: stories in reading order.
        body: the page's usual type size.
    """
    chains = _with_pages([row for c in chains for row in _rows_apart(c)])
    lines = [c for c in chains if _points(c) and not any(n.role in HEADS for n in c)]
    columns: list[list[list[Node]]] = []
    for chain in sorted(lines, key=lambda c: c[0].box.y0):
        over = next((col for col in columns if _next_line(col[-1][0], chain[0], body)), None)
        if over is None:
            columns.append([chain])
        else:
            over.append(chain)
    gone: set[int] = set()
    for column in columns:
        if len(column) < LINES_THAT_POINT:
            continue
        heads = [c for c in chains if c not in column and len(c) == 1 and _next_line(c[0], column[0][0], body)]
        whole = heads[0] if heads else column[0]
        if heads:
            whole[0].role = Role.LABEL
        for chain in column:
            for n in chain:
                if n.role is not Role.POINTER:
                    n.role = Role.BODY
                    n.block = replace(n.block, paragraphs=(0,))
            if chain is not whole:
                whole += chain
                gone.add(id(chain))
    return [c for c in chains if id(c) not in gone]


def _with_pages(chains: list[list[Node]]) -> list[list[Node]]:
    """The chains, each page that stands by itself joined to the line on its row."""
    gone: set[int] = set()
    for chain in chains:
        page = chain[0]
        if len(chain) > 1 or not g.POINTER_LINE.match(page.spaced):
            continue
        beside = [
            c
            for c in chains
            if c is not chain
            and len(c) == 1
            and c[0].region == page.region
            and c[0].box.shared_y(page.box) > 0.5 * min(c[0].box.height, page.box.height)
            and c[0].box.x1 <= page.box.x0
            and not g.POINTER_LINE.match(c[0].spaced)
        ]
        if beside:
            page.role = Role.POINTER
            max(beside, key=lambda c: c[0].box.x1).append(page)
            gone.add(id(chain))
    return [c for c in chains if id(c) not in gone]


def _next_line(upper: Node, lower: Node, body: float) -> bool:
    """Whether a line stands next under another one, or under a name that spans it."""
    return upper.region == lower.region and shares(lower, upper.box) and 0 < lower.box.y0 - upper.box.y0 < 8 * body


LINES_THAT_POINT = 2
"""Lines of a box that point to pages at the least, to make it a promo."""


def _points(chain: list[Node]) -> bool:
    """Whether a short line, of one or two blocks, ends with the page that it points to."""
    if len(chain) > LINE_AND_PAGE:
        return False
    text = " ".join(n.spaced.strip() for n in chain)
    return len(text) < LONGEST_LINE and page_tail(text) is not None


LINE_AND_PAGE = 2
"""Blocks of such a line at the most."""


def _rows_apart(chain: list[Node]) -> list[list[Node]]:
    """A chain of nothing but short lines and pages, row by row; any other as it is."""
    named = chain[0].role in HEADS
    lines = chain[1:] if named else chain
    pages = [n for n in lines if g.POINTER_LINE.match(n.spaced)]
    if named and len(pages) < LINES_THAT_POINT and not names_index(chain[0].words):
        return [chain]  # what is told of one story on another page
    if len(lines) < LINE_AND_PAGE or not pages or any(n.rows > TWO_ROWS or len(n.words) > LONGEST_LINE for n in lines):
        return [chain]
    if any(n.role in HEADS for n in lines) or all(n in pages for n in lines):
        return [chain]
    rows: list[list[Node]] = []
    for n in sorted(lines, key=lambda n: (n.box.y0, n.box.x0)):
        if rows and rows[-1][0].box.shared_y(n.box) > 0.5 * min(rows[-1][0].box.height, n.box.height):
            rows[-1].append(n)
        else:
            rows.append([n])
    return [*([chain[:1]] if named else []), *(sorted(row, key=lambda n: n.box.x0) for row in rows)]


TWO_ROWS = 2
"""Rows of a line of an index at the most."""
