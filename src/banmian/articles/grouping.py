"""Blocks of a page to articles: a cover of the page by reading paths, the likeliest of all.

Learned judges say what each block is, how likely each is read right after which, and how likely it begins a story;
`covers` makes the likeliest choice for all blocks at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from banmian.articles import grammar as g
from banmian.articles.belongings import attach, captions_of
from banmian.articles.covers import cover
from banmian.articles.doubts import Doubts
from banmian.articles.evidence import Evidence, evidence
from banmian.articles.items import apart
from banmian.articles.judges import ROLES, Ask
from banmian.articles.nodes import HEADS, Node, ground, node, signs, split_by_voice, widened
from banmian.model.article import Certainty, Chain, Part
from banmian.model.geometry import Box, Turning, around
from banmian.model.page import Block, Page, Role


def grouped(page: Page, ask: Ask) -> tuple[Page, tuple[Chain, ...]]:
    """A laid-out page with final roles, and its articles as chains of parts in reading order.

    Args:
        page: laid out.
        ask: the learned judges.
    """
    seen = scene(page)
    told: dict[int, Certainty] = {}
    turned = page.turning
    chains, cut = apart(named_briefs(_chains(seen, ask, told), seen.fills, seen.body), seen.nodes, seen.blocks, turned)
    told.update((new, told[old]) for new, old in cut.items() if old in told)
    chains = attach(chains, seen.nodes, seen.body)
    for n in seen.nodes:
        seen.blocks[n.index] = replace(n.block, role=n.role)
    ordered = _in_order(chains, turned, seen.body)
    found = tuple(
        Chain(
            tuple(Part(page.index, n.index, n.role) for n in chain),
            next((told[n.index] for n in chain if n.index in told and n.role is not Role.LABEL), None),
        )
        for chain in ordered
    )
    return replace(page, blocks=tuple(seen.blocks)), found


def _chains(seen: Scene, ask: Ask, told: dict[int, Certainty]) -> list[list[Node]]:
    """The stories' blocks in reading order: the likeliest cover of the page by paths.

    Args:
        seen: the page.
        ask: the learned judges.
        told: gets, for each story's every block, how sure the story's edges are.
    """
    if not seen.text:
        return []
    said = ask(seen.seen)
    for n, best in zip(seen.text, said.roles.argmax(axis=1).tolist(), strict=True):
        n.role = n.role if n.role in SAID else ROLES[best]
        if n.role is Role.LABEL and g.NOTICE.match(n.words.strip()):
            n.role = Role.HEADLINE  # it says what is announced; a column's name does not
    aside = [k for k, n in enumerate(seen.text) if n.role in ASIDE]
    covering = cover(seen.seen.pairs, said.follows, said.begins, aside)
    doubts = Doubts(seen.text, said, seen.seen.pairs)
    for path in covering:
        certainty = doubts.of(path)
        told.update((seen.text[k].index, certainty) for k in path)
    paths = [[seen.text[k] for k in path] for path in covering]
    for last in (path[-1] for path in paths if len(path) > 1):
        last.role = Role.BYLINE if signs(last) else last.role
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
    boxes = [n.box for c in chains for n in c]
    stops = [c[0].box for c in names]
    for name in sorted(names, key=lambda c: c[0].box.y0):
        label = name[0]
        under = [c for c in others if c[0].region == label.region and c[0].role is not Role.LABEL]
        if not label.region:
            bars = [f for f in fills if f.holds(label.box.center) and f.height < 4 * label.box.height]
            under = _down_from(around([label.box, *bars]), label.size, under, boxes, stops, body)
        for chain in under:
            chain.insert(0, label)
            used.add(id(label))
    return [*others, *([n] for c in names for n in c if id(n) not in used)]


def _down_from(
    box: Box, size: float, chains: list[list[Node]], boxes: list[Box], stops: list[Box], body: float
) -> list[list[Node]]:
    """Stories that stand under a name one after the other, none of them with a head larger than the name.

    A story that goes on at the head of the next column leads over to that column, and so does a column that is full
    where the next one begins with a like item.
    """
    found: list[list[Node]] = []
    left = [c for c in chains if not any(n.role is Role.HEADLINE and n.size > 1.05 * size for n in c)]
    whole = box
    while True:
        under = _under(left, box, found, stops, body) or _under(left, whole, found, stops, body)
        if not under and found and found[0][0].size < 1.15 * body and not _goes_down(box, chains, body):
            first = found[0][0]
            likes = [c for c in left if _like(c[0], first)]
            under = [c for c in likes if _heads_next_column(c[0].box, box, first.box.y0, boxes, body)]
        if not under:
            return found
        chain = min(under, key=lambda c: c[0].box.y0)
        if found and _headed(chain) != _headed(found[0]):
            return found  # a story among items, or the reverse
        left.remove(chain)
        found.append(chain)
        text = [n for n in chain if n.role not in ASIDE and n.role is not Role.PICTURE] or chain
        last = text[-1].box
        whole = around([n.box for n in text])
        box = around([n.box for n in text if n.box.shared_x(last) > 0.5 * min(last.width, n.box.width)])


def _under(
    chains: list[list[Node]], box: Box, found: list[list[Node]], stops: list[Box], body: float
) -> list[list[Node]]:
    """Stories that begin right under a box: the last column of an item, or all of one that stands over columns."""
    return [
        c
        for c in chains
        if _shares(c[0], box)
        and -body < c[0].box.y0 - box.y1 <= _reach(c[0], found) * body
        and not any(_shares(c[0], s) and box.y1 - body < s.y0 and s.y1 < c[0].box.y0 + body for s in stops)
    ]


def _headed(chain: list[Node]) -> bool:
    """Whether a story has a head of its own."""
    return chain[0].role in HEADS


def _goes_down(box: Box, chains: list[list[Node]], body: float) -> bool:
    """Whether text goes on under a box in its column: then the column is not full of items."""
    return any(_shares(n, box) and -body < n.box.y0 - box.y1 < 6 * body for chain in chains for n in chain)


def _reach(node: Node, found: list[list[Node]]) -> float:
    """Ems of white that may part an item from the name or the item above it: more where its kin stand so."""
    return 3.5 if not found else 5.0 if _like(node, found[0][0]) else 2.5


def _like(node: Node, first: Node) -> bool:
    """Whether an item begins like the first one under its name."""
    return (node.role, round(node.size, 1), node.look) == (first.role, round(first.size, 1), first.look)


def _shares(node: Node, box: Box) -> bool:
    """Whether a block stands in the column of a box."""
    return node.box.shared_x(box) >= 0.3 * min(node.box.width, box.width)


def _heads_next_column(there: Box, box: Box, first: float, boxes: list[Box], body: float) -> bool:
    """Whether a block is the first of the column right of a box's.

    It is if both columns begin on one height, or where it stands as high as the first item under the name.
    """
    if not 0 < there.x0 - box.x1 < 2.5 * body or there.y0 > box.y1:
        return False
    if abs(there.y0 - first) < body:
        return True
    over = [b for b in boxes if b.y0 < box.y1 and b.y1 > there.y0 - 3 * body and b is not there]
    here = [b for b in over if b.shared_x(box) > 0.3 * min(b.width, box.width)]
    beside = [b for b in over if b.shared_x(there) > 0.3 * min(b.width, there.width)]
    top = min((b.y0 for b in here), default=box.y0)
    return abs(top - there.y0) < 2 * body and not any(b.y0 < there.y0 or b in here for b in beside)


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


def _in_order(chains: list[list[Node]], turned: Turning, body: float) -> list[list[Node]]:
    """Stories in the page's reading order: recursive cuts through white (G. Nagy and S. Seth 1984) between them.

    Where white runs through between stories, those above it come first, else those before it in the writing's
    sense; where none does, the order is that of their beginnings.
    """
    hulls = [(around(n.box for n in chain), chain) for chain in chains]
    return [chain for _, chain in _cut(hulls, turned, body)]


SLACK = 0.5
"""Ems by which stories may reach over a cut."""

Hull = tuple[Box, list[Node]]


def _cut(hulls: list[Hull], turned: Turning, body: float) -> list[Hull]:
    if len(hulls) < 2:
        return hulls
    for low, high in ((1, 3), (0, 2)):
        ranked = sorted(hulls, key=lambda h: _edges(h[0])[low])
        reach = _edges(ranked[0][0])[high]
        for k in range(1, len(ranked)):
            box = _edges(ranked[k][0])
            if box[low] >= reach - SLACK * body:
                return [*_cut(ranked[:k], turned, body), *_cut(ranked[k:], turned, body)]
            reach = max(reach, box[high])
    return sorted(hulls, key=lambda h: _place(h[1], turned, body))


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1


def _place(chain: list[Node], turned: Turning, body: float) -> tuple[float, float]:
    """Where a story begins on the page: from the top down, and on one height in the writing's sense."""
    first = chain[0].box
    if turned.vertical:
        return round(first.x0 / (2.4 * body)), first.y0
    return round(first.y0 / (1.2 * body)), first.x0


def _body_size(nodes: list[Node]) -> float:
    weights: dict[float, int] = {}
    for n in nodes:
        if n.role is Role.BODY:
            weights[round(n.size * 4) / 4] = weights.get(round(n.size * 4) / 4, 0) + len(n.words)
    return max(weights, key=lambda s: weights[s]) if weights else 10.0
