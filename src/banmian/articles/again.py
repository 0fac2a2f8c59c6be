"""What a pair of blocks looks like once a first cover of the page is known: the second look of the judge of pairs.

A first cover says which head each block stands under, how far its story reaches and what else each of the two might
go with; so a step can be judged by the stories that it would join, and no more by its two blocks alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from banmian.articles.evidence import NONE, OPENS, Evidence

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a cover says of each block.

    Attributes:
        before: the block before it in its path; -1 for none.
        start: the first block of its path.
        head: the last head of its path so far; -1 for none.
        place: how many blocks its path has up to it.
        left, right: how far its path reaches up to it.
        rest: how many blocks its path has from it on.
        ahead: whether a head is among these.
        over: the first head that stands above it, whatever its path; -1 for none.
    """

    before: Ints
    start: Ints
    head: Ints
    place: Ints
    left: npt.NDArray[np.float64]
    right: npt.NDArray[np.float64]
    rest: Ints
    ahead: Ints
    over: Ints


def second_look(
    seen: Evidence, follows: Floats, begins: Floats, heads: npt.NDArray[np.bool_], paths: list[list[int]]
) -> Floats:
    """For each pair what a first cover adds to its evidence.

    Args:
        seen: the evidence.
        follows: the first judgement of each pair.
        begins: of each block, that it begins a story.
        heads: which blocks are heads.
        paths: the first cover.
    """
    i, j = seen.pairs.T
    told = _told(seen, heads, paths)
    box = seen.box
    size = seen.own[:, 0]
    head, over = told.head[i], told.over[j]
    under, stands = head >= 0, over >= 0
    h, o = box[head], box[over]
    out, out_sum = _rivals(follows, i, len(begins))
    into, into_sum = _rivals(follows, j, len(begins))
    before = told.before[j]
    columns = [
        follows,
        out,
        into,
        follows / np.maximum(out_sum, 1e-6),
        follows / np.maximum(into_sum, 1e-6),
        begins[i],
        begins[j],
        before == i,
        told.start[i] == told.start[j],
        np.where(under, (np.minimum(box[j, 2], h[:, 2]) - np.maximum(box[j, 0], h[:, 0])) / _width(box[j]), -9.0),
        np.where(under, box[j, 1] - h[:, 3], NONE),
        np.where(under, size[head], 0.0),
        np.where(under, box[j, 0] - h[:, 2], NONE),
        np.where(under, h[:, 0] - box[j, 2], NONE),
        np.where(under & stands, over == head, -1.0),
        np.where(stands & (told.over[i] >= 0), over == told.over[i], -1.0),
        np.where(stands, told.start[over] == told.start[i], -1.0),
        np.where(stands, size[over], 0.0),
        np.where(stands, box[j, 1] - o[:, 3], NONE),
        told.place[i],
        told.rest[j],
        told.ahead[j],
        told.right[i] - told.left[i],
        box[j, 0] - told.right[i],
        told.left[i] - box[j, 2],
        np.where(before >= 0, told.place[before], 0),
        np.where(before >= 0, told.head[before] >= 0, -1.0),
        seen.own[told.start[i], OPENS],
    ]
    return np.stack([np.asarray(c, np.float32) for c in columns], axis=1)


def _width(box: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.maximum(0.1, box[:, 2] - box[:, 0])


def _rivals(follows: Floats, key: Ints, count: int) -> tuple[Floats, Floats]:
    """For each pair the likeliest other pair of the same block, and the sum over all pairs of that block."""
    order = np.lexsort((-follows, key))
    ranked = key[order]
    first = np.flatnonzero(np.diff(ranked, prepend=-1))
    best = np.full(count, -1)
    best[ranked[first]] = order[first]
    second = np.zeros(count, np.float32)
    after = first + 1
    after = after[after < len(ranked)]
    after = after[ranked[after] == ranked[after - 1]]
    second[ranked[after]] = follows[order[after]]
    other = np.where(best[key] == np.arange(len(key)), second[key], follows[best[key]])
    return other, np.bincount(key, follows, count).astype(np.float32)[key]


def _told(seen: Evidence, heads: npt.NDArray[np.bool_], paths: Sequence[list[int]]) -> _Told:
    box = seen.box
    count = len(box)
    before, head, over = (np.full(count, -1) for _ in range(3))
    start, place, rest, ahead = (np.zeros(count, np.int64) for _ in range(4))
    left, right = box[:, 0].copy(), box[:, 2].copy()
    for path in paths:
        last, reach = -1, (np.inf, -np.inf)
        for number, k in enumerate(path):
            last = k if heads[k] else last
            reach = min(reach[0], left[k]), max(reach[1], right[k])
            start[k], place[k], head[k] = path[0], number + 1, last
            left[k], right[k] = reach
            before[k] = path[number - 1] if number else -1
        found = 0
        for number, k in enumerate(reversed(path)):
            found = found or int(heads[k])
            rest[k], ahead[k] = number + 1, found
    above = seen.above.tolist()
    for k in np.argsort(box[:, 1], kind="stable").tolist():
        up = above[k]
        if up >= 0:
            over[k] = up if heads[up] else over[up]
    return _Told(before, start, head, place, left, right, rest, ahead, over)
