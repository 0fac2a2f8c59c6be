"""Names over several items: a column's name is given to each, and items without heads are one brief."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import median

from banmian.articles import grammar as g
from banmian.articles.belongings import on_grounds
from banmian.articles.nodes import HEADS, Node
from banmian.articles.openings import opens_item
from banmian.model.geometry import Box, around
from banmian.model.page import Role

ASIDE = frozenset((Role.CAPTION, Role.PULL_QUOTE, Role.FOLIO))
"""Roles of blocks that stand outside a story's reading order."""


def named_briefs(chains: list[list[Node]], fills: Sequence[Box], body: float) -> list[list[Node]]:
    """Each column's name given to every item under it: in its box, or down its column as far as items go on.

    Args:
        chains: stories and names.
        fills: tinted areas; a name in a bar stands over all that the bar does.
        body: the page's usual type size.
    """
    chains = [part for c in _told_names(chains) for part in _named_apart(c, chains, body)]
    names = [c for c in chains if len(c) == 1 and _names_items(c[0])]
    others = [c for c in chains if not (len(c) == 1 and _names_items(c[0]))]
    used: set[int] = set()
    boxes = [n.box for c in chains for n in c]
    stops = [c[0].box for c in names]
    for name in sorted(names, key=lambda c: c[0].box.y0):
        label = name[0]
        under = [c for c in others if c[0].region == label.region and c[0].role is not Role.LABEL]
        if not label.region:
            bars = [f for f in fills if f.holds(label.box.center) and f.height < 4 * label.box.height]
            if bars:  # it may stand on the frame of its box
                under += [c for c in others if c[0].region and c[0].role not in HEADS and _fits(c, bars[0], body)]
            under = _down_from(around([label.box, *bars]), label.size, under, boxes, stops, body)
        for chain in under:
            chain.insert(0, label)
            used.add(id(label))
    return [*others, *([n] for c in names for n in c if id(n) not in used)]


def _told_names(chains: list[list[Node]]) -> list[list[Node]]:
    """The chains, a head that is what columns of marked items are called told as their name, apart from the first."""
    found = []
    marked = [c for c in chains if c[0].role in {Role.BODY, Role.AD} and BULLET.match(c[0].words.lstrip())]
    if len(marked) < MARKED_ITEMS:
        return chains
    for chain in chains:
        first = chain[0]
        called = first.role is Role.HEADLINE and first.box.height < ONE_ROW * first.size and _is_called(first.words)
        item = len(chain) == 1 or bool(BULLET.match(chain[1].words.lstrip()))
        if not called or not item or any(n.role in HEADS for n in chain[1:]):
            found.append(chain)
            continue
        first.role = Role.LABEL
        found += [chain[:1], chain[1:]] if len(chain) > 1 else [chain]
        for n in (n for c in marked for n in c if n.role is Role.AD and c[0].region == first.region):
            n.role = Role.BODY
    return found


def _is_called(words: str) -> bool:
    """Whether a column's name says that it is one of short items."""
    close = "".join(words.split())
    return g.width(close) <= LONGEST_NAME and bool(DIGEST.search(words if words.isascii() else close))


ONE_ROW = 1.8
"""Times its size of a row's height at the most, whose spaced letters may be as many lines."""

MARKED_ITEMS = 2
"""Items with marks that stand by themselves, of which a name has so many at the least."""

LONGEST_NAME = 9
"""Ems of such a name at the most."""


def _fits(chain: list[Node], bar: Box, body: float) -> bool:
    """Whether a text's block stands within the width of a bar."""
    box = chain[0].box
    return bar.x0 - body < box.x0 and box.x1 < bar.x1 + body and box.width > 0.5 * bar.width


def _named_apart(chain: list[Node], chains: list[list[Node]], body: float) -> list[list[Node]]:
    """A name and the story that it begins, apart, where other stories with small heads begin like that one."""
    if len(chain) < SHORTEST or chain[0].role is not Role.LABEL or chain[1].role not in HEADS:
        return [chain]
    first = chain[1]
    kin = first.size < SMALL * body and any(c is not chain and _like(c[0], first) for c in chains)
    return [chain[:1], chain[1:]] if kin else [chain]


SHORTEST = 3
"""Blocks of a story with a name and a head at the least."""

SMALL = 1.15
"""Times the body's size below which an item's head is."""


def _names_items(n: Node) -> bool:
    """Whether a block that stands alone is the name of what stands under it."""
    return n.role is Role.LABEL or (n.role is Role.HEADLINE and bool(g.NOTICE.match(n.words.strip())))


DIGEST = re.compile(
    r"[簡简短快要][訊讯聞闻波報报]|[一本]周.?要[聞闻]|速[覽览遞递]|一句[話话]|便民|[生服][活務务].?服[務务]|信息[窗窓欄栏]?|[點点]滴|拾零"
    r"|集[錦锦萃]|[動动][態态]$|[聲声]明|公告|[啟启]事|[導导][讀读]"
    r"|\b(?:digest|briefs?|in brief|brefs?|roundup|in short|short takes|around\b.*|notes|classifieds?)$|\bbrèves$"
    r"|\bkurz(?:e[sr]?|meldungen)?\b|\bkleinanzeigen$",
    re.IGNORECASE,
)
"""What columns of short items are called."""

BULLET = re.compile("[■●◆▲▼◎○□•◇△▽★☆▪]")
"""With what short items begin."""


def _is_digest(name: Node, items: list[list[Node]], fills: Sequence[Box]) -> bool:
    """Whether a name stands over short items that are one text: in a box or a bar, by its words, or by their marks."""
    if sum(opens_item(c[1].words) for c in items) > len(items) / 2:
        return False  # telegrams, each from its own place
    marked = sum(bool(BULLET.match(c[1].words.lstrip())) for c in items) > len(items) / 2
    if DIGEST.search(name.words.strip()):
        return True
    said = ["".join(n.words for n in c[1:]) for c in items]
    usual = median(len(words) / (1 if _HAN.search(words) else 2) for words in said)
    boxed = bool(name.region) or any(f.holds(name.box.center) for f in fills)
    return (boxed or marked) and usual <= SHORT_ITEM


_HAN = re.compile("[\u3400-\u9fff]")

SHORT_ITEM = 70
"""Han, or twice as many letters, of an item in a box that is a sentence or two."""


def gathered(chains: list[list[Node]], fills: Sequence[Box]) -> list[list[Node]]:
    """Short items without heads of their own under one name made one brief, each a paragraph of it.

    Args:
        chains: stories in reading order, a column's name before each of its items.
        fills: tinted areas.
    """
    named: dict[int, list[list[Node]]] = {}
    for chain in chains:
        if len(chain) > 1:
            named.setdefault(id(chain[0]), []).append(chain)
    digests = {key for key, items in named.items() if len(items) > 1 and _is_digest(items[0][0], items, fills)}
    chains = _by_columns(chains, digests)
    whole: dict[int, list[Node]] = {}
    found: list[list[Node]] = []
    for chain in chains:
        name, item = chain[0], chain[1:]
        if id(name) not in digests or any(n.role in HEADS for n in item):
            found.append(chain)
            continue
        first = next((n for n in item if n.role in {Role.BODY, Role.AD}), None)
        if first is not None and 0 not in first.block.paragraphs:
            first.block = replace(first.block, paragraphs=(0, *first.block.paragraphs))
        if id(name) in whole:
            whole[id(name)] += item
        else:
            whole[id(name)] = chain
            found.append(chain)
    return found


def advertised(chains: list[list[Node]], fills: Sequence[Box]) -> list[list[Node]]:
    """The parts of an advertisement that stand in one frame or on one tint made one.

    Args:
        chains: stories in reading order.
        fills: tinted areas that are no boxes of text.
    """
    gone: set[int] = set()
    for mine in on_grounds(chains, fills, innermost=False):
        told = [c for c in mine if all(n.role in ADVERTISED for n in c)]
        if len(told) < 2 or len(told) < len(mine) or not any(n.role is Role.AD for c in told for n in c):
            continue
        for chain in told[1:]:
            told[0].extend(chain)
            gone.add(id(chain))
    return [c for c in chains if id(c) not in gone]


ADVERTISED = frozenset((Role.AD, Role.PICTURE, Role.CAPTION, Role.FOLIO))
"""Roles of what an advertisement may be made of."""


def entitled(chains: list[list[Node]]) -> None:
    """Makes the words over a single text its headline where they name no column: 「大橋檔案」 over a box of facts."""
    times = Counter(id(chain[0]) for chain in chains)
    for chain in chains:
        name = chain[0]
        alone = times[id(name)] == 1 and name.role is Role.LABEL and len(chain) > 1
        text = any(n.role in {Role.BODY, Role.AD} for n in chain) and not any(n.role in HEADS for n in chain[1:])
        if alone and text and not g.is_label(name.words) and not DIGEST.search(name.words.strip()):
            name.role = Role.HEADLINE


def _by_columns(chains: list[list[Node]], names: Collection[int]) -> list[list[Node]]:
    """The chains, those under each of these names (ids of nodes) column by column in their places."""
    found = list(chains)
    for name in names:
        places = [k for k, chain in enumerate(chains) if id(chain[0]) == name and len(chain) > 1]
        mine = [chains[k] for k in places]
        lefts: list[float] = []
        for x0, width in sorted((c[1].box.x0, c[1].box.width) for c in mine):
            if not lefts or x0 > lefts[-1] + 0.5 * width:
                lefts.append(x0)
        mine.sort(key=lambda c: (sum(c[1].box.x0 >= x for x in lefts), c[1].box.y0))
        for k, chain in zip(places, mine, strict=True):
            found[k] = chain
    return found


def _down_from(
    box: Box, size: float, chains: list[list[Node]], boxes: list[Box], stops: list[Box], body: float
) -> list[list[Node]]:
    """Stories that stand under a name one after the other, none of them with a head larger than the name.

    A story that goes on at the head of the next column leads over to that column, and so does a column that is full
    where the next one begins with a like item.
    """
    found: list[list[Node]] = []
    left = [c for c in chains if not any(n.role is Role.HEADLINE and n.size > 1.05 * size for n in c)]
    whole = over = box
    while True:
        under = _under(left, box, found, stops, body) or _under(left, whole, found, stops, body)
        under = under or (_under(left, over, [], stops, body) if found and not _headed(found[0]) else [])
        small = bool(found) and found[0][0].size < (SMALL if _headed(found[0]) else 1.35) * body
        if not under and small and not _goes_down(box, chains, body):
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
        if shares(c[0], box)
        and -body < c[0].box.y0 - box.y1 <= _reach(c[0], found) * body
        and not any(shares(c[0], s) and box.y1 - body < s.y0 and s.y1 < c[0].box.y0 + body for s in stops)
    ]


def _headed(chain: list[Node]) -> bool:
    """Whether a story has a head of its own."""
    return chain[0].role in HEADS


def _goes_down(box: Box, chains: list[list[Node]], body: float) -> bool:
    """Whether text goes on under a box in its column: then the column is not full of items."""
    return any(
        shares(n, box) and -body < n.box.y0 - box.y1 < 6 * body and n.size < LARGE * body for c in chains for n in c
    )


LARGE = 1.5
"""Times the body's size from which type is the head of something else."""


def _reach(node: Node, found: list[list[Node]]) -> float:
    """Ems of white that may part an item from the name or the item above it: more where its kin stand so."""
    return 3.5 if not found else 5.0 if _like(node, found[0][0]) else 2.5


def _like(node: Node, first: Node) -> bool:
    """Whether an item begins like the first one under its name."""
    same = node.role is first.role or {node.role, first.role} == {Role.BODY, Role.AD}
    return same and (round(node.size, 1), node.look) == (round(first.size, 1), first.look)


def shares(node: Node, box: Box) -> bool:
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
