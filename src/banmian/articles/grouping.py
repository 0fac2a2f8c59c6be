"""Blocks of a page to articles: a cover of the page by reading paths, the cheapest of all.

Every block has at most one that it follows and one that follows it; a head begins a path, a body block either
follows (the head over it, the column above, the column before) or begins one at a price. The cheapest choice for
all blocks at once is an assignment problem (minimum-cost path cover; H. Kuhn 1955, solved by scipy's
implementation of D. Crouse 2016). Costs come from place, rules, type and from what the text says at its edges.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

from banmian.articles.belongings import attach, captions_of, kinds_of, pull_quotes
from banmian.articles.costs import FARTHEST, NEVER, Costs
from banmian.articles.evidence import Evidence, evidence
from banmian.articles.heads import Head, box_names, heads, subheadings
from banmian.articles.judges import ROLES, Ask
from banmian.articles.nodes import Ground, Node, ground, node, split_by_voice, widened
from banmian.model.article import Part
from banmian.model.geometry import Turning, around
from banmian.model.page import Block, Page, Role


def grouped(page: Page) -> tuple[Page, tuple[tuple[Part, ...], ...]]:
    """A laid-out page with final roles, and its articles as chains of parts in reading order."""
    blocks, nodes, drawn, body = _prepared(page)
    box_names(nodes, drawn, body)
    pull_quotes(nodes)
    subheadings(nodes, drawn, body)
    found = heads(nodes, drawn, body)
    chains = _paths(nodes, found, Costs(nodes, drawn, body))
    chains = [piece for chain in one_box(chains, drawn) for piece in briefs(chain)]
    chains = labelled(chains, drawn, body)
    chains = attach(chains, nodes, body)
    kinds_of(chains, drawn, body)
    return _told(page, blocks, nodes, chains)


def _prepared(page: Page) -> tuple[list[Block], list[Node], Ground, float]:
    """A page's blocks, cut where something new may begin; their nodes, what is drawn, and the body's type size."""
    blocks = [piece for block in page.blocks for piece in split_by_voice(block)]
    turned = page.turning
    nodes = [node(i, b, turned) for i, b in enumerate(blocks) if b.box is not None]
    body = _body_size(nodes)
    captions_of(nodes, body)
    widened(nodes, body)
    return blocks, nodes, ground(page, turned), body


def _told(
    page: Page, blocks: list[Block], nodes: list[Node], chains: list[list[Node]]
) -> tuple[Page, tuple[tuple[Part, ...], ...]]:
    """The page with the roles that its nodes got, and the chains as parts, in the order in which they begin."""
    for n in nodes:
        blocks[n.index] = replace(n.block, role=n.role)
    turned = page.turning
    ordered = sorted(chains, key=lambda c: _place(c, turned))
    parts = tuple(tuple(Part(page.index, n.index, n.role) for n in chain) for chain in ordered)
    return replace(page, blocks=tuple(blocks)), parts


def weighed(page: Page, ask: Ask) -> tuple[Page, tuple[tuple[Part, ...], ...]]:
    """A laid-out page with final roles, and its articles as chains of parts in reading order.

    Args:
        page: laid out.
        ask: the learned judges.

    The page is read by rules first. Where that leaves text without a head, heads without text, or where the page has
    hardly any head at all, the learned judges read it instead.
    """
    ruled = grouped(page)
    found = misfits(*ruled)
    return judged_page(page, ask) if found.pieces or found.bare else ruled


@dataclass(frozen=True, slots=True)
class Misfits:
    """What a reading of a page leaves over.

    Attributes:
        pieces: stories without a head, outside boxes, and heads without a story.
        bare: whether the page has hardly any heads for its text, as dense old papers do.
    """

    pieces: int
    bare: bool


def misfits(page: Page, chains: tuple[tuple[Part, ...], ...]) -> Misfits:
    """What a reading leaves over."""
    pieces = heads_seen = bodies = 0
    for chain in chains:
        roles = [part.role for part in chain]
        if set(roles) & {Role.AD, Role.MASTHEAD, Role.FOLIO}:
            continue
        headed = any(r in {Role.HEADLINE, Role.LABEL, Role.KICKER, Role.SUBHEADING} for r in roles)
        told = [page.blocks[part.block] for part in chain if part.role is Role.BODY]
        letters = sum(len(line.text.raw) for block in told for line in block.lines)
        heads_seen += headed
        bodies += sum(len(block.lines) > 2 for block in told)
        boxed = any(block.region for block in told)
        from_elsewhere = Role.JUMP in roles
        pointed = bool(set(roles) & {Role.POINTER, Role.PICTURE, Role.PULL_QUOTE})
        if letters > 30 and not headed and not boxed and not from_elsewhere:
            pieces += 1
        if headed and letters < 4 and not pointed and not _by_picture(page, chain):
            pieces += 1
    return Misfits(pieces, bodies > 12 and heads_seen * 8 < bodies)


def _by_picture(page: Page, chain: tuple[Part, ...]) -> bool:
    """Whether a head stands over, under or on a picture, which is then its story."""
    boxes = [box for part in chain if (box := page.blocks[part.block].box) is not None]
    if not boxes:
        return False
    head = around(boxes)
    near = head.grown(2 * max(page.blocks[part.block].size for part in chain))
    return any(b.role is Role.PICTURE and b.box is not None and b.box.shared_area(near) > 0 for b in page.blocks)


def judged_page(page: Page, ask: Ask) -> tuple[Page, tuple[tuple[Part, ...], ...]]:
    """A laid-out page with final roles, and its articles as chains of parts in reading order."""
    seen = scene(page)
    chains = attach(named_briefs(_chains(seen, ask), seen.body), seen.nodes, seen.body)
    return _told(page, seen.blocks, seen.nodes, chains)


def _chains(seen: Scene, ask: Ask) -> list[list[Node]]:
    """The stories' blocks in reading order: the likeliest cover of the page by paths."""
    count = len(seen.text)
    if not count:
        return []
    said = ask(seen.seen)
    for n, best in zip(seen.text, said.roles.argmax(axis=1).tolist(), strict=True):
        n.role = n.role if n.role in SAID else ROLES[best]
    table = np.full((count, 2 * count), NEVER)
    table[np.arange(count), count + np.arange(count)] = -np.log(np.clip(said.begins, 1e-4, 1))
    if len(seen.seen.pairs):
        earlier, later = seen.seen.pairs.T
        table[later, earlier] = -np.log(np.clip(said.follows, 1e-5, 1))
    aside = [k for k, n in enumerate(seen.text) if n.role in ASIDE]
    table[:, aside] = table[aside, :count] = NEVER
    paths = [[seen.text[k] for k in path] for path in _cheapest(table)]
    return [path for path in paths if path[0].role not in ASIDE - {Role.PULL_QUOTE}]


def named_briefs(chains: list[list[Node]], body: float) -> list[list[Node]]:
    """Each column's name given to every item under it: in its box, or down its column as far as items go on."""
    names = [c for c in chains if len(c) == 1 and c[0].role is Role.LABEL]
    others = [c for c in chains if not (len(c) == 1 and c[0].role is Role.LABEL)]
    used: set[int] = set()
    for name in sorted(names, key=lambda c: c[0].box.y0):
        label = name[0]
        under = [c for c in others if c[0].region == label.region and c[0].role is not Role.LABEL]
        if not label.region:
            under = _down_from(label, under, body)
        for chain in under:
            chain.insert(0, label)
            used.add(id(label))
    return [*others, *([n] for c in names for n in c if id(n) not in used)]


def _down_from(label: Node, chains: list[list[Node]], body: float) -> list[list[Node]]:
    """Stories that stand under a label one after the other, none of them with a head larger than the label."""
    found: list[list[Node]] = []
    foot, box = label.box.y1, label.box
    for chain in sorted(chains, key=lambda c: c[0].box.y0):
        first = chain[0]
        if first.box.y0 < foot - body or first.box.shared_x(box) < 0.3 * min(first.box.width, box.width):
            continue
        tall = any(n.role is Role.HEADLINE and n.size > 1.05 * label.size for n in chain)
        if first.box.y0 - foot > (3.5 if not found else 2.5) * body or tall:
            break
        found.append(chain)
        column = [n.box for n in chain if n.box.shared_x(first.box) > 0.5 * first.box.width]
        foot, box = max(b.y1 for b in column), around([box, *column])
        if len({round(n.box.x0 / (2 * body)) for n in chain}) > 2:
            break  # a story over columns is no item
    return found


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
    """

    blocks: list[Block]
    nodes: list[Node]
    text: list[Node]
    body: float
    seen: Evidence


def scene(page: Page) -> Scene:
    """A laid-out page as the judges see it."""
    blocks, nodes, drawn, body = _prepared(page)
    text = [n for n in nodes if n.role not in NO_TEXT and n.block.lines]
    pictures = [n.box for n in nodes if n.role is Role.PICTURE]
    seen = evidence(text, drawn, pictures, body, page.turning.there(page.box))
    return Scene(blocks, nodes, text, body, seen)


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


def _paths(nodes: list[Node], found: list[Head], costs: Costs) -> list[list[Node]]:
    """Chains of nodes, each head's own nodes first."""
    in_head = {id(n) for h in found for n in h.nodes}
    flowing = [n for n in nodes if n.role in {Role.BODY, Role.BYLINE, Role.JUMP, Role.POINTER, Role.SUBHEADING}]
    flowing = [n for n in flowing if id(n) not in in_head]
    items: list[Head | Node] = [*found, *flowing]
    size = len(items)
    table = np.full((size, 2 * size), NEVER)
    for j, later in enumerate(items):
        table[j, size + j] = costs.begins(later)
    for i, j in _candidates(items, costs.em):
        table[j, i] = costs.follows(items[i], items[j])
    chains = []
    for path in _cheapest(table):
        chain: list[Node] = []
        for item in (items[k] for k in path):
            chain += item.nodes if isinstance(item, Head) else [item]
        chains.append(chain)
    return chains


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


FARTHEST_BELOW = 90.0
"""Ems between a block and one that follows it further down its column; only a picture is that tall."""


def _candidates(items: list[Head | Node], em: float) -> list[tuple[int, int]]:
    """Pairs whose place alone allows that the second follows the first; all others cost too much to be asked."""
    if not items:
        return []
    box = np.array([[b.x0, b.y0, b.x1, b.y1] for b in (item.box for item in items)])
    region = np.array([item.region for item in items])
    x0, y0, x1, y1 = box.T
    width = x1 - x0
    shared = np.minimum(x1[:, None], x1[None]) - np.maximum(x0[:, None], x0[None])
    gap = y0[None] - y1[:, None]
    below = (shared > 0) & (gap > -em) & (gap < FARTHEST_BELOW * em)
    aside = x0[None] - x1[:, None]
    beside = (aside > -em) & (aside < FARTHEST * em + np.minimum(width[:, None], width[None])) & (gap < em)
    arriving = (aside < FARTHEST * em) & (np.abs(gap) < 6 * em)
    may = (below | beside | arriving) & (region[:, None] == region[None])
    may[:, [isinstance(item, Head) for item in items]] = False
    np.fill_diagonal(may, val=False)
    return [(int(i), int(j)) for i, j in np.argwhere(may)]


def one_box(chains: list[list[Node]], drawn: Ground) -> list[list[Node]]:
    """Chains of a box in which nothing is set along the page's writing made one, from top to bottom.

    Advertisements on vertical pages are set upright in frames of their own.
    """

    def holder(n: Node) -> tuple[str, int] | None:
        if n.region:
            return "region", n.region
        inside = [i for i, f in enumerate(drawn.fills) if f.holds(n.box.center) and f.area > 3 * n.box.area]
        return ("fill", inside[0]) if inside else None

    every = [n for chain in chains for n in chain]
    holders = {h for n in every if (h := holder(n)) is not None}
    across = {h for h in holders if all(n.side for n in every if holder(n) == h)}
    result = [c for c in chains if holder(c[0]) not in across]
    for box in sorted(across):
        nodes = [n for n in every if holder(n) == box]
        result.append(sorted(nodes, key=lambda n: (round(n.own.y0), n.own.x0)))
    return result


def briefs(chain: list[Node]) -> list[list[Node]]:
    """A run of briefs under one column name, cut into briefs that each carry the name; other chains as they are."""
    labels = [n for n in chain if n.role is Role.LABEL]
    headed = [n for n in chain if n.role in {Role.HEADLINE, Role.KICKER}]
    starts = [i for i, n in enumerate(chain) if n.role is Role.SUBHEADING]
    if not labels or headed or len(starts) < 2 or any(n.role is Role.BODY for n in chain[: starts[0]]):
        return [chain]
    cuts = [*starts, len(chain)]
    result = []
    for a, b in itertools.pairwise(cuts):
        chain[a].role = Role.HEADLINE
        result.append([*labels, *chain[a:b]])
    return result


def labelled(chains: list[list[Node]], drawn: Ground, body: float) -> list[list[Node]]:
    """Chains that begin with a sub-heading given a headline, and the name of the bar under which they stand."""
    names = [c[0] for c in chains if len(c) == 1 and c[0].role in {Role.LABEL, Role.HEADLINE, Role.BODY} and c[0].pale]
    used: set[int] = set()
    for chain in chains:
        if chain[0].role is not Role.SUBHEADING:
            continue
        chain[0].role = Role.HEADLINE
        box = around(n.box for n in chain)
        for name in names:
            bar = next((f for f in drawn.fills if f.holds(name.box.center)), None)
            if bar is not None and box.shared_x(bar) > 0.5 * box.width and box.y0 > bar.y1 - body:
                name.role = Role.LABEL
                chain.insert(0, name)
                used.add(id(name))
                break
    return [c for c in chains if not (len(c) == 1 and id(c[0]) in used)]


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
