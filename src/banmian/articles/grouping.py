"""Blocks of a page to articles: a cover of the page by reading paths, the likeliest of all.

Every block has at most one that it follows and one that follows it; learned judges say how likely each is, how likely
it begins a story, and what it is. The likeliest choice for all blocks at once is an assignment problem (minimum-cost
path cover; H. Kuhn 1955, solved by scipy's implementation of D. Crouse 2016) whose costs are the negative logarithms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

from banmian.articles.belongings import attach, captions_of
from banmian.articles.evidence import Evidence, evidence
from banmian.articles.judges import ROLES, Ask
from banmian.articles.nodes import Node, ground, node, split_by_voice, widened
from banmian.model.article import Part
from banmian.model.geometry import Box, Turning, around
from banmian.model.page import Block, Page, Role


def grouped(page: Page, ask: Ask) -> tuple[Page, tuple[tuple[Part, ...], ...]]:
    """A laid-out page with final roles, and its articles as chains of parts in reading order.

    Args:
        page: laid out.
        ask: the learned judges.
    """
    seen = scene(page)
    chains = attach(named_briefs(_chains(seen, ask), seen.fills, seen.body), seen.nodes, seen.body)
    for n in seen.nodes:
        seen.blocks[n.index] = replace(n.block, role=n.role)
    turned = page.turning
    ordered = sorted(chains, key=lambda c: _place(c, turned))
    parts = tuple(tuple(Part(page.index, n.index, n.role) for n in chain) for chain in ordered)
    return replace(page, blocks=tuple(seen.blocks)), parts


def _chains(seen: Scene, ask: Ask) -> list[list[Node]]:
    """The stories' blocks in reading order: the likeliest cover of the page by paths."""
    count = len(seen.text)
    if not count:
        return []
    said = ask(seen.seen)
    for n, best in zip(seen.text, said.roles.argmax(axis=1).tolist(), strict=True):
        n.role = n.role if n.role in SAID else ROLES[best]
    table = np.full((count, 2 * count), NEVER)
    table[np.arange(count), count + np.arange(count)] = -RELUCTANCE * np.log(np.clip(said.begins, 1e-4, 1))
    if len(seen.seen.pairs):
        earlier, later = seen.seen.pairs.T
        table[later, earlier] = -np.log(np.clip(said.follows, 1e-5, 1))
    aside = [k for k, n in enumerate(seen.text) if n.role in ASIDE]
    table[:, aside] = table[aside, :count] = NEVER
    paths = [[seen.text[k] for k in path] for path in _cheapest(table)]
    return [path for path in paths if path[0].role not in ASIDE - {Role.PULL_QUOTE}]


def named_briefs(chains: list[list[Node]], fills: Sequence[Box], body: float) -> list[list[Node]]:
    """Each column's name given to every item under it: in its box, or down its column as far as items go on.

    Args:
        chains: stories and names.
        fills: tinted areas; a name in a bar stands over all that the bar does.
        body: the page's usual type size.
    """
    names = [c for c in chains if len(c) == 1 and c[0].role is Role.LABEL]
    others = [c for c in chains if not (len(c) == 1 and c[0].role is Role.LABEL)]
    used: set[int] = set()
    for name in sorted(names, key=lambda c: c[0].box.y0):
        label = name[0]
        under = [c for c in others if c[0].region == label.region and c[0].role is not Role.LABEL]
        if not label.region:
            bars = [f for f in fills if f.holds(label.box.center) and f.height < 4 * label.box.height]
            under = _down_from(around([label.box, *bars]), label.size, under, body)
        for chain in under:
            chain.insert(0, label)
            used.add(id(label))
    return [*others, *([n] for c in names for n in c if id(n) not in used)]


def _down_from(box: Box, size: float, chains: list[list[Node]], body: float) -> list[list[Node]]:
    """Stories that stand under a name one after the other, none of them with a head larger than the name."""
    found: list[list[Node]] = []
    foot = box.y1
    for chain in sorted(chains, key=lambda c: c[0].box.y0):
        first = chain[0]
        if first.box.y0 < foot - body or first.box.shared_x(box) < 0.3 * min(first.box.width, box.width):
            continue
        tall = any(n.role is Role.HEADLINE and n.size > 1.05 * size for n in chain)
        if first.box.y0 - foot > (3.5 if not found else 2.5) * body or tall:
            break
        found.append(chain)
        column = [n.box for n in chain if n.box.shared_x(first.box) > 0.5 * first.box.width]
        foot, box = max(b.y1 for b in column), around([box, *column])
        if len({round(n.box.x0 / (2 * body)) for n in chain}) > 2:
            break  # a story over columns is no item
    return found


RELUCTANCE = 1.6
"""A beginning counts so much more than a step: both sides of a step are asked, a beginning stands alone. Weighed on
random papers of seeds 1 to 3."""

NEVER = 1e6
"""A cost that no cover pays while another is to be had."""

SAID = frozenset((Role.JUMP, Role.POINTER))
"""Roles that a block's own words leave no doubt of."""

ASIDE = frozenset((Role.CAPTION, Role.PULL_QUOTE, Role.FOLIO))
"""Roles of blocks that stand outside a story's reading order."""


@dataclass(slots=True)
class Scene:
    """A page ready to be judged.

    Attributes:
        blocks: the page's blocks, cut where something new may begin.
        nodes: those that have a place.
        text: those of the nodes that are judged.
        fills: tinted areas, in the writing's frame.
        body: usual type size, page units.
        seen: what the judges see of the text.
    """

    blocks: list[Block]
    nodes: list[Node]
    text: list[Node]
    fills: tuple[Box, ...]
    body: float
    seen: Evidence


def scene(page: Page) -> Scene:
    """A laid-out page as the judges see it."""
    blocks = [piece for block in page.blocks for piece in split_by_voice(block)]
    turned = page.turning
    nodes = [node(i, b, turned) for i, b in enumerate(blocks) if b.box is not None]
    body = _body_size(nodes)
    captions_of(nodes, body)
    widened(nodes, body)
    drawn = ground(page, turned)
    text = [n for n in nodes if n.role not in NO_TEXT and n.block.lines]
    pictures = [n.box for n in nodes if n.role is Role.PICTURE]
    seen = evidence(text, drawn, pictures, body, turned.there(page.box))
    return Scene(blocks, nodes, text, drawn.fills, body, seen)


NO_TEXT = frozenset((Role.PICTURE, Role.MASTHEAD, Role.FOLIO))
"""Roles that layout gives for good."""


def _place(chain: list[Node], turned: Turning) -> tuple[float, float]:
    """Where a story begins on the page: from the top down, and on one height in the writing's sense."""
    first = chain[0].box
    if turned.vertical:
        return round(first.x0 / 24) * 24.0, first.y0
    return round(first.y0 / 12) * 12.0, first.x0


def _body_size(nodes: list[Node]) -> float:
    weights: dict[float, int] = {}
    for n in nodes:
        if n.role is Role.BODY:
            weights[round(n.size * 4) / 4] = weights.get(round(n.size * 4) / 4, 0) + len(n.words)
    return max(weights, key=lambda s: weights[s]) if weights else 10.0


def _cheapest(table: npt.NDArray[np.float64]) -> list[list[int]]:
    """The cheapest cover of items by paths.

    Args:
        table: for n items (n, 2n): in row j and column i what it costs that j follows i, in column n + j that none
            stands before it.
    """
    size = len(table)
    rows, columns = linear_sum_assignment(table)
    before = {int(j): int(i) for j, i in zip(rows, columns, strict=True) if i < size and table[j, i] < NEVER}
    for j in range(size):
        _uncircle(j, before, table)
    after = {i: j for j, i in before.items()}
    paths = []
    for j in range(size):
        if j in before:
            continue
        path: list[int] = []
        at: int | None = j
        while at is not None:
            path.append(at)
            at = after.get(at)
        paths.append(path)
    return paths


def _uncircle(start: int, before: dict[int, int], table: np.ndarray) -> None:
    """Cuts a circle at its dearest step; the costs make circles rare, not impossible."""
    seen, at = [start], start
    while at in before:
        at = before[at]
        if at == start:
            worst = max(seen, key=lambda j: table[j, before[j]])
            del before[worst]
            return
        if at in seen:
            return
        seen.append(at)
