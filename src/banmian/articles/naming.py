"""Which name stands over which item: what is seen of a column's name and of each story on its page.

A name (簡訊, Police log, 讀者來信) stands over one story, over a column of items, over a box, over several columns of
a band that it is centred above, and again at the head of the next column; what belongs to it is told by place, by the
rows and names between, and by how alike the items are. All lengths are in ems of the page's body type.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from banmian.articles import grammar as g
from banmian.articles.nodes import ASIDE, HEADS, Ground, Node
from banmian.articles.openings import opens_item
from banmian.articles.walks import walked
from banmian.model.geometry import Box, around
from banmian.model.page import Role

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NONE = 99.0
"""Stands for what is not there."""

FAR = 30
"""Steps from which a walk down from a name counts no further."""

BAR = 4.0
"""Times a name's height that the bar on which it stands is high at the most."""


@dataclass(frozen=True, slots=True)
class Item:
    """A story as a name's item.

    Attributes:
        nodes: its blocks without names.
        named: the name that the judges of steps read right before it, if any.
    """

    nodes: list[Node]
    named: Node | None


@dataclass(frozen=True, slots=True)
class Naming:
    """What is seen of each name and each item of a page.

    Attributes:
        names, items: as they were given.
        counts: of names and of items.
        pairs: (pairs, 2) numbers of a name and of an item.
        seen: (pairs, features).
        above, before: (items,) the item right above each one in its column, the one before it in reading order; -1.
    """

    names: Sequence[Node]
    items: Sequence[Item]
    counts: tuple[int, int]
    pairs: Ints
    seen: npt.NDArray[np.float32]
    above: Ints
    before: Ints


def naming(names: Sequence[Node], items: Sequence[Item], places: Sequence[float], drawn: Ground, body: float) -> Naming:
    """What is seen of a page's names and items.

    Args:
        names: blocks that name what stands under them.
        items: stories in reading order.
        places: for each name its place among the items, in the same order: 2.5 is between the third and the fourth.
        drawn: rules and tints.
        body: usual type size, page units.
    """
    counts = len(names), len(items)
    if not all(counts):
        none = np.full(len(items), -1)
        return Naming(names, items, counts, np.zeros((0, 2), np.int64), np.zeros((0, 0), np.float32), none, none)
    told = _Items.of(items, drawn, body)
    spans = [_span(n, drawn) for n in names]
    boxes = np.array([[b.x0, b.y0, b.x1, b.y1] for b in spans]) / body
    pairs, seen = [], []
    for k, (name, span) in enumerate(zip(names, spans, strict=True)):
        found = told.under(k, name, span, boxes, places, drawn)
        walk = np.full((len(items), 1), -1.0)
        for step, item in enumerate(walked(name, names, [i.nodes for i in items], drawn.fills, body)):
            walk[item] = min(step, FAR)
        found = np.concatenate((found, walk), axis=1)
        pairs.append(np.stack((np.full(len(items), k), np.arange(len(items))), axis=1))
        seen.append(found)
    features = np.concatenate(seen).astype(np.float32)
    return Naming(names, items, counts, np.concatenate(pairs), features, told.above, told.before)


def looked_again(seen: Naming, chance: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """What is seen at a second look: the same, and what the first look said of the neighbours and of other names.

    Args:
        seen: the first look.
        chance: (pairs,) how likely each name stands over each item.
    """
    table = chance.reshape(seen.counts)
    padded = np.concatenate((table, np.full((len(table), 1), -1.0, table.dtype)), axis=1)
    after = np.full(seen.counts[1], -1)
    after[seen.before[seen.before >= 0]] = np.flatnonzero(seen.before >= 0)
    rivals = np.zeros_like(table)
    for k in range(len(table)):
        others = np.delete(table, k, axis=0)
        rivals[k] = others.max(axis=0) if len(others) else 0.0
    columns = [
        chance,
        padded[:, seen.above].ravel(),
        padded[:, seen.before].ravel(),
        padded[:, after].ravel(),
        rivals.ravel(),
        np.repeat(table.sum(axis=1), table.shape[1]),
        np.repeat(table.max(axis=1), table.shape[1]),
    ]
    return np.concatenate((seen.seen, np.stack(columns, axis=1).astype(np.float32)), axis=1)


def _span(name: Node, drawn: Ground) -> Box:
    """What a name stands over all of: itself, or the bar on which it stands."""
    bars = [f for f in drawn.fills if f.holds(name.box.center) and f.height < BAR * name.box.height]
    return around([name.box, *bars])


@dataclass(frozen=True, slots=True)
class _Items:
    """A page's items as arrays, each (items,) or (items, …)."""

    items: Sequence[Item]
    body: float
    first: Floats
    hull: Floats
    kind: Ints
    region: Ints
    fill: Ints
    own: Floats
    larger: Floats
    above: Ints
    before: Ints
    every: Floats

    @classmethod
    def of(cls, items: Sequence[Item], drawn: Ground, body: float) -> _Items:
        firsts = [item.nodes[0] for item in items]
        first = _boxes([n.box for n in firsts], body)
        texts = [[n for n in item.nodes if n.role not in ASIDE | {Role.PICTURE}] or item.nodes for item in items]
        hull = _boxes([around(n.box for n in text) for text in texts], body)
        head = np.array([max((n.size for n in item.nodes if n.role in HEADS), default=0.0) / body for item in items])
        kinds: dict[tuple[object, ...], int] = {}
        kind = np.array([kinds.setdefault(_kind(n, body), len(kinds)) for n in firsts])
        alike = np.bincount(kind)[kind]
        words = ["".join(n.words for n in text) for text in texts]
        own = np.stack(
            [
                head,
                np.array([n.size / body for n in firsts]),
                np.log1p([sum(n.rows for n in text) for text in texts]),
                np.log1p([len(w) / (1 if not w.isascii() else 2) for w in words]),
                np.array([float(any(n.role is Role.BYLINE for n in text)) for text in texts]),
                np.array([float(opens_item(n.words)) for n in firsts]),
                np.array([float(w[:1] in MARKS) for w in words]),
                np.array([float(any(n.role is Role.AD for n in text)) for text in texts]),
                np.array([float(g.sentence_ended(w[-60:])) for w in words]),
                np.log1p(alike),
                first[:, 2] - first[:, 0],
            ],
            axis=1,
        )
        return cls(
            items, body, first, hull, kind, np.array([n.region for n in firsts]),
            np.array([_fill(n.box, drawn) for n in firsts]), own, head, _above(first, hull),
            np.arange(len(items)) - 1, _boxes([n.box for item in items for n in item.nodes], body),
        )  # fmt: skip

    def under(
        self, number: int, name: Node, span: Box, names: Floats, places: Sequence[float], drawn: Ground
    ) -> Floats:
        """What is seen of one name and every item."""
        em, count = self.body, len(self.items)
        x0, y0, x1, y1 = (v / em for v in (span.x0, span.y0, span.x1, span.y1))
        f = self.first
        width = np.maximum(0.1, f[:, 2] - f[:, 0])
        share = np.minimum(f[:, 2], x1) - np.maximum(f[:, 0], x0)
        gap = f[:, 1] - y1
        left, right = self._room(span, names)
        place = places[number]
        away = np.arange(count) - place
        over = (share > 0) & (gap > -1.5)
        nearest = int(np.where(over, gap, np.inf).argmin()) if over.any() else -1
        following = int(np.ceil(place)) if np.ceil(place) < count else -1
        size = name.size / em
        larger = np.concatenate(([0], np.cumsum(self.larger > LARGER * size)))
        headed = np.concatenate(([0], np.cumsum(self.larger > 0)))
        begin = min(count, max(0, int(np.ceil(place))))
        order = np.sort(np.asarray(places))
        columns = [
            gap,
            f[:, 0] - x0,
            f[:, 2] - x1,
            (f[:, 0] + f[:, 2] - x0 - x1) / 2,
            share / np.minimum(width, max(0.1, x1 - x0)),
            f[:, 0] - left,
            right - f[:, 2],
            (self.region == name.region).astype(float),
            (self.region > 0).astype(float),
            (self.fill == _fill(name.box, drawn)).astype(float),
            self._rules(span, drawn.flat),
            self._walls(span, drawn.upright),
            self._names_between(number, names),
            self._items_between(y1),
            away,
            np.searchsorted(order, np.arange(count), "left") - np.searchsorted(order, place, "right"),
            larger[np.arange(count)] - larger[begin],
            headed[np.arange(count)] - headed[begin],
            self.larger / max(0.1, size),
            *(self._alike(k) for k in (nearest, following)),
            f[:, 0] - f[nearest, 0] if nearest >= 0 else np.full(count, NONE),
            f[:, 1] - f[nearest, 1] if nearest >= 0 else np.full(count, NONE),
            np.array([float(item.named is name) for item in self.items]),
            np.array([float(item.named is not None) for item in self.items]),
        ]
        own = [
            size, x1 - x0, y1 - y0, min(20.0, g.width(name.words)), float(bool(name.region)),
            float(span != name.box), float(g.is_label(name.words)), float(name.role is Role.LABEL),
            float(name.look[1] >= BOLD), float(name.pale), min(x0 - left, NONE), min(right - x1, NONE), len(names),
            np.log1p(count), gap[nearest] if nearest >= 0 else NONE,
        ]  # fmt: skip
        told: Floats = np.concatenate(
            (np.stack(columns, axis=1), self.own, self._chained(), np.tile(own, (count, 1))), axis=1
        )
        return np.clip(told, -NONE, NONE)

    def _room(self, span: Box, names: Floats) -> tuple[float, float]:
        """How far left and right of a name its row is empty."""
        em = self.body
        every = np.concatenate((self.every, names))
        level = (np.minimum(every[:, 3], span.y1 / em) - np.maximum(every[:, 1], span.y0 / em)) > 0.2
        lefts = every[level & (every[:, 2] < span.x0 / em + 0.5), 2]
        rights = every[level & (every[:, 0] > span.x1 / em - 0.5), 0]
        return float(lefts.max(initial=-NONE)), float(rights.min(initial=2 * NONE))

    def _rules(self, span: Box, flat: Sequence[Box]) -> Floats:
        """How many rules along the lines, over each item, stand between the name and the item."""
        found = np.zeros(len(self.items))
        f = self.first * self.body
        for r in flat:
            middle = (r.y0 + r.y1) / 2
            if middle > span.y1 - 1:
                cover = np.minimum(r.x1, f[:, 2]) - np.maximum(r.x0, f[:, 0])
                found += (cover > 0.5 * (f[:, 2] - f[:, 0])) & (middle < f[:, 1] + 1)
        return np.minimum(found, 5.0)

    def _walls(self, span: Box, upright: Sequence[Box]) -> Floats:
        """How many rules across the lines, beside each item, stand between the name's middle and the item's."""
        found = np.zeros(len(self.items))
        f = self.first * self.body
        here, there = (span.x0 + span.x1) / 2, (f[:, 0] + f[:, 2]) / 2
        for r in upright:
            middle = (r.x0 + r.x1) / 2
            level = (np.minimum(r.y1, f[:, 3]) - np.maximum(r.y0, f[:, 1])) > 0
            found += level & (np.minimum(here, there) < middle) & (middle < np.maximum(here, there))
        return np.minimum(found, 5.0)

    def _names_between(self, number: int, names: Floats) -> Floats:
        """How many other names stand over each item, lower than this one."""
        found = np.zeros(len(self.items))
        f = self.first
        for k, (x0, y0, x1, y1) in enumerate(names.tolist()):
            if k != number and y0 > names[number, 1] - 0.5:
                found += (np.minimum(x1, f[:, 2]) - np.maximum(x0, f[:, 0]) > 0) & (y1 < f[:, 1] + 1)
        return np.minimum(found, 5.0)

    def _items_between(self, foot: float) -> Floats:
        """How many items begin in each item's column between the name's height and the item."""
        x0, y0, x1, _ = self.first.T
        share = np.minimum(x1[:, None], x1[None]) - np.maximum(x0[:, None], x0[None])
        between = (share > 0) & (y0[:, None] > foot - 1) & (y0[:, None] < y0[None] - 0.5)
        found: Floats = np.minimum(between.sum(axis=0), 20).astype(float)
        return found

    def _alike(self, other: int) -> Floats:
        """Whether each item begins as another one does."""
        if other < 0:
            return np.full(len(self.items), -1.0)
        found: Floats = (self.kind == self.kind[other]).astype(float)
        return found

    def _chained(self) -> Floats:
        """How each item goes with the one above it and with the one before it."""
        columns = []
        for other in (self.above, self.before):
            has, k = other >= 0, np.maximum(other, 0)
            columns += [
                np.where(has, self.kind[k] == self.kind, -1.0),
                np.where(has, self.first[:, 1] - self.hull[k, 3], NONE),
                np.where(has, self.first[:, 0] - self.first[k, 0], NONE),
                np.where(has, self.region[k] == self.region, -1.0),
            ]
        found: Floats = np.stack(columns, axis=1).astype(float)
        return found


MARKS = frozenset("■●◆▲▼◎○□•◇△▽★☆▪")
"""With what short items begin."""

LARGER = 1.05
"""Times a name's size above which a head is of a higher rank."""

BOLD = 600
"""Weight from which type is bold."""


def _kind(n: Node, body: float) -> tuple[object, ...]:
    """What makes two items' beginnings alike: whether it is a head, its size and its look."""
    return n.role in HEADS, n.role is Role.BYLINE, round(20 * n.size / body), n.look


def _boxes(found: Sequence[Box], body: float) -> Floats:
    return np.array([[b.x0, b.y0, b.x1, b.y1] for b in found], np.float64).reshape(-1, 4) / body


def _fill(box: Box, drawn: Ground) -> int:
    """The number of the smallest tint under a box; 0 for none."""
    held = [(f.area, k + 1) for k, f in enumerate(drawn.fills) if f.holds(box.center)]
    return min(held, default=(0.0, 0))[1]


def _above(first: Floats, hull: Floats) -> Ints:
    """For each item the one whose foot is nearest above it in its column; -1 for none."""
    share = np.minimum(first[:, None, 2], hull[None, :, 2]) - np.maximum(first[:, None, 0], hull[None, :, 0])
    gap = first[:, None, 1] - hull[None, :, 3]
    gap = np.where((share > 0) & (gap > -1.5), gap, np.inf)
    np.fill_diagonal(gap, np.inf)
    best = gap.argmin(axis=1)
    found: Ints = np.where(np.isfinite(gap[np.arange(len(best)), best]), best, -1)
    return found
