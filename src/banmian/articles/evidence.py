"""What can be seen of blocks and of pairs of blocks on a page, as numbers for the learned judges.

All lengths are in ems of the page's body type, in the writing's frame; nothing names a font, a word of one
paper or a place on one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from banmian.articles.candidates import Floats, Ints, Plane, candidates, tops
from banmian.articles.grounds import outer_regions
from banmian.articles.nodes import Ground, Node
from banmian.articles.sayings import goes_on, said
from banmian.model.geometry import Box
from banmian.model.page import Role

NONE = 99.0
"""Stands for a neighbour that is not there."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A page's blocks as numbers.

    Attributes:
        own: (blocks, features) what is seen of each block and right around it.
        pairs: (pairs, 2) an earlier block and one that may be read right after it.
        joint: (pairs, features) what is seen of each pair.
        above, below: for each block the number of the nearest one over and under it; -1 for none.
    """

    own: Floats
    pairs: Ints
    joint: Floats
    above: Ints
    below: Ints


def evidence(nodes: Sequence[Node], drawn: Ground, pictures: Sequence[Box], body: float, page: Box) -> Evidence:
    """What is seen of a page's blocks.

    Args:
        nodes: blocks of text.
        drawn: rules and tints.
        pictures: boxes of pictures in the writing's frame.
        body: usual type size, page units.
        page: the page in the writing's frame.
    """
    plane = _plane(nodes, drawn, pictures, body)
    share_x = plane.shared(0)
    x0, y0, x1, y1 = plane.box.T
    width = np.maximum(x1 - x0, 0.1)
    least = np.minimum(width[:, None], width[None])
    gap = y0[None] - y1[:, None]
    over = (share_x > 0.3 * least) & (gap > -0.6)
    np.fill_diagonal(over, val=False)
    below = _nearest(np.where(over, gap, np.inf))
    above = _nearest(np.where(over, gap, np.inf).T)
    own = _own(nodes, plane, above, below, body, page)
    white = _pictured(plane, gap)
    pairs = candidates(plane, share_x, gap, white, over, above, below)
    joint = _joint(nodes, plane, pairs, white, above, below, own)
    return Evidence(own, pairs, joint, above, below)


def _plane(nodes: Sequence[Node], drawn: Ground, pictures: Sequence[Box], body: float) -> Plane:
    def boxes(found: Sequence[Box]) -> Floats:
        return np.array([[b.x0, b.y0, b.x1, b.y1] for b in found], np.float64).reshape(-1, 4) / body

    box = boxes([n.box for n in nodes])
    fills = boxes(drawn.fills)
    middle = (box[:, :2] + box[:, 2:]) / 2
    fill = np.zeros(len(nodes), np.int64)
    for k in np.argsort(-((fills[:, 2] - fills[:, 0]) * (fills[:, 3] - fills[:, 1]))).tolist():
        f = fills[k]
        inside = (middle >= f[:2]).all(axis=1) & (middle <= f[2:]).all(axis=1)
        fill[inside] = k + 1
    region = np.array([n.region for n in nodes], np.int64)
    outer = np.array(outer_regions(nodes, drawn.fills, body), np.int64)
    size = np.array([n.size for n in nodes], np.float64) / body
    side = np.array([n.side for n in nodes], np.bool_)
    return Plane(box, region, outer, size, boxes(drawn.flat), boxes(drawn.upright), boxes(pictures), fill, side)


def _nearest(distance: Floats) -> Ints:
    """For each row the column of the least distance; -1 where all are infinite."""
    if not distance.size:
        return np.zeros(len(distance), np.int64)
    best = distance.argmin(axis=1)
    return np.where(np.isfinite(distance[np.arange(len(best)), best]), best, -1)


def _own(nodes: Sequence[Node], plane: Plane, above: Ints, below: Ints, body: float, page: Box) -> Floats:
    n = len(nodes)
    if not n:
        return np.zeros((0, 0))
    x0, y0, x1, y1 = plane.box.T
    rows = np.array([m.rows for m in nodes], float)
    lines = np.log1p(rows)
    bold = np.array([float(m.look[1] >= 600) for m in nodes])
    fonts = [m.look[0] for m in nodes]
    weight: dict[str, int] = {}
    for m in nodes:
        weight[m.look[0]] = weight.get(m.look[0], 0) + len(m.words)
    usual = max(weight, key=lambda f: weight[f])
    color = np.array([_shade(m) for m in nodes])
    mine = [
        plane.size,
        lines,
        x1 - x0,
        y1 - y0,
        (y1 - y0) / np.maximum(1, rows),
        bold,
        np.array([float(f != usual) for f in fonts]),
        np.array([float(m.pale) for m in nodes]),
        np.array([float(m.side) for m in nodes]),
        np.array([float(m.indented) for m in nodes]),
        np.array([float(len(m.block.paragraphs)) for m in nodes]) / np.maximum(1, rows),
        (plane.region > 0).astype(float),
        (plane.fill > 0).astype(float),
        color,
        np.array([_ROLE_NUMBER.get(m.role, 0) for m in nodes], float),
        x0,
        y0,
        page.x1 / body - x1,
        page.y1 / body - y1,
        _to_pictures(plane, 1),
        _to_pictures(plane, -1),
        _to_pictures(plane, 0),
    ]
    spoken = np.array([said(m) for m in nodes]).T
    text = rows > 1
    around: list[Floats] = []
    for other, upper in ((above, True), (below, False)):
        has = other >= 0
        k = np.where(has, other, 0)
        gap = np.where(has, (y0 - y1[k]) if upper else (y0[k] - y1), NONE)
        rule = _rules_between(plane, k, np.arange(n)) if upper else _rules_between(plane, np.arange(n), k)
        around += [
            gap,
            np.where(has, plane.size[k] / plane.size, NONE),
            np.where(has, lines[k], NONE),
            np.where(has, (x1 - x0)[k] / np.maximum(0.1, x1 - x0), NONE),
            np.where(has, np.abs((x0 + x1)[k] - (x0 + x1)) / 2, NONE),
            np.where(has, np.array([float(fonts[a] == fonts[b]) for a, b in enumerate(k.tolist())]), -1.0),
            np.where(has, bold[k], -1.0),
            np.where(has, (plane.region[k] == plane.region).astype(float), -1.0),
            np.where(has, (plane.fill[k] == plane.fill).astype(float), -1.0),
            np.where(has, rule, -1.0),
            np.where(has, spoken[1][k], -1.0),
        ]
    custom = [
        np.full(n, np.log1p(n)),
        *(np.full(n, np.mean(told[text]) if text.any() else 0.0) for told in (*spoken[-OPENINGS:], mine[9])),
    ]
    return np.stack([*mine, *spoken, *around, *custom], axis=1)


OPENINGS = 3
"""The last so many of what a block's words say tell how it opens."""


_ROLE_NUMBER = {Role.BODY: 1, Role.HEADLINE: 2, Role.BYLINE: 3, Role.JUMP: 4, Role.POINTER: 5, Role.CAPTION: 6}


def _shade(n: Node) -> float:
    """How far the ink is from black, and whether it has a hue: 0 for black, 1 for white, 2 and more for colours."""
    style = n.block.lines[0].styles[0][1] if n.block.lines and n.block.lines[0].styles else None
    if style is None:
        return 0.0
    red, green, blue = style.color[:3]
    hue = max(red, green, blue) - min(red, green, blue)
    return 2.0 + hue / 255 if hue > 60 else (red + green + blue) / 765


def _to_pictures(plane: Plane, way: int) -> Floats:
    """Distance to the nearest picture below (1), above (-1) or beside (0) each block, in ems."""
    box, pictures = plane.box, plane.pictures
    if not len(pictures) or not len(box):
        return np.full(len(box), NONE)
    share_x = np.minimum(box[:, None, 2], pictures[None, :, 2]) - np.maximum(box[:, None, 0], pictures[None, :, 0])
    share_y = np.minimum(box[:, None, 3], pictures[None, :, 3]) - np.maximum(box[:, None, 1], pictures[None, :, 1])
    if way:
        gap = pictures[None, :, 1] - box[:, None, 3] if way > 0 else box[:, None, 1] - pictures[None, :, 3]
        near = np.where((share_x > 0) & (gap > -1.5), np.abs(gap), NONE)
    else:
        near = np.where(share_y > 0, np.maximum(0.0, -share_x), NONE)
    least: Floats = np.minimum(near.min(axis=1), NONE)
    return least


def _rules_between(plane: Plane, upper: Ints, lower: Ints) -> Floats:
    """Whether a rule along the lines runs between each upper block and its lower one."""
    rules = plane.rules
    if not len(rules) or not len(upper):
        return np.zeros(len(upper))
    a, b = plane.box[upper], plane.box[lower]
    x0, x1 = np.maximum(a[:, 0], b[:, 0]), np.minimum(a[:, 2], b[:, 2])
    apart = x1 <= x0
    x0, x1 = np.where(apart, np.minimum(a[:, 0], b[:, 0]), x0), np.where(apart, np.maximum(a[:, 2], b[:, 2]), x1)
    middle = (rules[:, 1] + rules[:, 3]) / 2
    within = (middle[None] >= a[:, 3, None] - 0.25) & (middle[None] <= b[:, 1, None] + 0.25)
    cover = np.minimum(rules[None, :, 2], x1[:, None]) - np.maximum(rules[None, :, 0], x0[:, None])
    wide0, wide1 = np.minimum(a[:, 0], b[:, 0])[:, None], np.maximum(a[:, 2], b[:, 2])[:, None]
    centred = np.abs(rules[None, :, 0] + rules[None, :, 2] - wide0 - wide1) < 0.12 * (wide1 - wide0)
    short = centred & (rules[None, :, 0] > wide0) & (rules[None, :, 2] < wide1)
    found: Floats = (within & (short | (cover > 0.5 * (x1 - x0)[:, None]))).any(axis=1).astype(float)
    return found


def _walls_between(plane: Plane, left: Ints, right: Ints) -> Floats:
    """Whether a rule across the lines runs between each left block and its right one."""
    walls = plane.walls
    if not len(walls) or not len(left):
        return np.zeros(len(left))
    a, b = plane.box[left], plane.box[right]
    y0, y1 = np.minimum(a[:, 1], b[:, 1]), np.maximum(a[:, 3], b[:, 3])
    middle = (walls[:, 0] + walls[:, 2]) / 2
    within = (middle[None] >= a[:, 2, None] - 0.4) & (middle[None] <= b[:, 0, None] + 0.4)
    cover = np.minimum(walls[None, :, 3], y1[:, None]) - np.maximum(walls[None, :, 1], y0[:, None])
    found: Floats = np.where(within, cover / np.maximum(0.1, y1 - y0)[:, None], 0.0).max(axis=1)
    return found


def _pictured(plane: Plane, gap: Floats) -> Floats:
    """The white down from each block to each other one: the gap less the pictures that stand in it.

    A picture counts whose middle lies between the two in height and over or under the later one.
    """
    white = gap.copy()
    for x0, y0, x1, y1 in plane.pictures.tolist():
        middle = (y0 + y1) / 2
        within = (plane.box[:, 3][:, None] < middle) & (plane.box[:, 1][None] > middle)
        covers = (plane.box[:, 0] < x1) & (plane.box[:, 2] > x0)
        white -= np.where(within & (covers[:, None] | covers[None]), y1 - y0, 0.0)
    return np.where(gap > 0, np.maximum(white, 0.0), gap)


def _joint(
    nodes: Sequence[Node], plane: Plane, pairs: Ints, white: Floats, above: Ints, below: Ints, own: Floats
) -> Floats:
    if not len(pairs):
        return np.zeros((0, 0))
    i, j = pairs.T
    a, b = plane.box[i], plane.box[j]
    width_a, width_b = np.maximum(0.1, a[:, 2] - a[:, 0]), np.maximum(0.1, b[:, 2] - b[:, 0])
    shared = np.minimum(a[:, 2], b[:, 2]) - np.maximum(a[:, 0], b[:, 0])
    level = np.minimum(a[:, 3], b[:, 3]) - np.maximum(a[:, 1], b[:, 1])
    kinds: dict[tuple[str, int], int] = {}
    looks = np.array([kinds.setdefault(n.look, len(kinds)) for n in nodes])
    same = (looks[i] == looks[j]).astype(float)
    goes = np.array([goes_on(nodes[p], nodes[q]) for p, q in pairs.tolist()])
    over = above[j]
    has = over >= 0
    k = np.where(has, over, 0)
    gap = b[:, 1] - a[:, 3]
    columns = [
        gap,
        white[i, j],
        b[:, 1] - a[:, 1],
        b[:, 0] - a[:, 2],
        b[:, 0] - a[:, 0],
        b[:, 2] - a[:, 2],
        shared / np.minimum(width_a, width_b),
        level / np.maximum(0.1, np.minimum(a[:, 3] - a[:, 1], b[:, 3] - b[:, 1])),
        width_b / width_a,
        plane.size[j] / plane.size[i],
        same,
        goes,
        _rules_between(plane, i, j),
        _walls_between(plane, i, j),
        (plane.fill[i] == plane.fill[j]).astype(float),
        (below[i] == j).astype(float),
        (over == i).astype(float),
        np.where(has, b[:, 1] - plane.box[k, 3], NONE),
        np.where(has, plane.size[k], 0.0),
        np.where(has, (np.minimum(plane.box[k, 2], a[:, 2]) - np.maximum(plane.box[k, 0], a[:, 0])) / width_a, -9.0),
        np.where(below[i] >= 0, plane.box[np.maximum(below[i], 0), 1] - a[:, 3], NONE),
        np.where(below[i] >= 0, (plane.size[np.maximum(below[i], 0)] == plane.size[i]).astype(float), -1.0),
        tops(plane, above)[i] - b[:, 1],
        _between(plane, i, j),
        _ranks(i, gap + 3 * np.maximum(0.0, -shared)),
        _ranks(j, gap + 3 * np.maximum(0.0, -shared)),
        _ranks(j, np.abs(b[:, 0] - a[:, 2]) + 100.0 * (level <= 0)),
        _ranks(i, np.abs(b[:, 0] - a[:, 2]) + 100.0 * (level <= 0)),
    ]
    return np.concatenate((np.stack(columns, axis=1), own[i][:, PAIRED], own[j][:, PAIRED], own[i][:, CUSTOM]), axis=1)


PAIRED = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 22, 23, 24, 25, 27, 28, 29, 30, 33, 34, 36, 38, 39, 40, 41, 42, 43, 44]
"""Features of one block that a pair is judged by too."""

CUSTOM = slice(-2 - OPENINGS, None)
"""Features that tell a page's custom, the same for all its blocks: how many there are and how they open."""


def _between(plane: Plane, i: Ints, j: Ints) -> Floats:
    """How many blocks' middles lie in the box that two blocks span, beside those two."""
    a, b = plane.box[i], plane.box[j]
    low = np.minimum((a[:, :2] + a[:, 2:]) / 2, (b[:, :2] + b[:, 2:]) / 2)
    high = np.maximum((a[:, :2] + a[:, 2:]) / 2, (b[:, :2] + b[:, 2:]) / 2)
    middle = (plane.box[:, :2] + plane.box[:, 2:]) / 2
    inside = (middle[None] >= low[:, None] - 0.3) & (middle[None] <= high[:, None] + 0.3)
    count: Floats = np.minimum(inside.all(axis=2).sum(axis=1) - 2.0, 6.0)
    return count


def _ranks(key: Ints, value: Floats) -> Floats:
    """The rank of each value among those of the same key, from 0; ranks above 8 are 8."""
    order = np.lexsort((value, key))
    sorted_key = key[order]
    first = np.r_[True, sorted_key[1:] != sorted_key[:-1]]
    start = np.maximum.accumulate(np.where(first, np.arange(len(key)), 0))
    ranks = np.empty(len(key))
    ranks[order] = np.arange(len(key)) - start
    return np.minimum(ranks, 8.0)
