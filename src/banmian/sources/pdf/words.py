"""The hidden text of a scan: words on baselines of their own, put together to lines.

A recogniser writes each word where it saw it, a little higher or lower than its neighbours and in a size of
its own. Each word is linked to the nearest one on its right that stands level with it, if the gap is no
gutter's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import numpy as np

from banmian.model.geometry import Box, Boxes, around
from banmian.model.page import Direction, Line
from banmian.model.text import Text
from banmian.sources.pdf.glyphs import Glyphs

LEVEL = 0.45
"""Two words stand level if their middles differ by less than this share of the smaller one's height."""

WORD_GAPS = (0.9, 0.75, 0.6)
"""Ems between words of one line at the most: the widest at which hardly a line runs over a gutter is taken."""

CROSSING = (1.35, 0.01)
"""A line this many times as wide as a column crosses a gutter; such lines may be this share of all."""

Placed = tuple[Line, Box]
"""A word and its box."""

SAME_TYPE = (0.7, 1.45)
"""Sizes between these shares of the page's usual one are the usual one, seen unsteadily."""


def object_words(glyphs: Glyphs) -> tuple[Line, ...]:
    """One line for each drawing object: recognisers write a word, or a line, in one."""
    if not len(glyphs):
        return ()
    starts = np.flatnonzero(np.diff(glyphs.object, prepend=-1))
    ends = np.append(starts[1:], len(glyphs))
    words = []
    for begin, end in zip(starts.tolist(), ends.tolist(), strict=True):
        drawn = "".join(map(chr, glyphs.code[begin:end].tolist()))
        kept = [i for i, c in enumerate(drawn) if not c.isspace()]
        if not kept:
            continue
        a, b, raw = begin + kept[0], begin + kept[-1] + 1, drawn.strip()
        box = glyphs.box[a:b]
        low, high = box[:, :2].min(axis=0).tolist(), box[:, 2:].max(axis=0).tolist()
        style = glyphs.styles[int(glyphs.style[a])]
        words.append(Line(Text(raw), Box(*low, *high), Boxes(box.astype("<f4").tobytes()), ((0, style),)))
    return tuple(words)


def joined_words(words: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines from words; those that are not horizontal stay as they are."""
    placed = [(w, w.box) for w in words if w.box is not None and w.direction is Direction.HORIZONTAL]
    rest = tuple(w for w in words if w.box is None or w.direction is not Direction.HORIZONTAL)
    if not placed:
        return rest
    sizes = np.array([w.size or 1.0 for w, _ in placed])
    usual = float(np.median(np.repeat(sizes, [len(w.text.raw) for w, _ in placed])))
    chains = _chains(placed, usual, WORD_GAPS[-1])
    column = float(np.percentile([_extent(placed, c) for c in chains], 95))
    for gap in WORD_GAPS[:-1]:
        wider = _chains(placed, usual, gap)
        crossing = sum(_extent(placed, c) > CROSSING[0] * column for c in wider)
        if crossing <= CROSSING[1] * len(wider):
            chains = wider
            break
    return (*(_line([placed[k] for k in chain], usual) for chain in chains), *rest)


def _extent(words: list[Placed], chain: list[int]) -> float:
    return words[chain[-1]][1].x1 - words[chain[0]][1].x0


def _chains(words: list[Placed], usual: float, most: float) -> list[list[int]]:
    """The words of each line in reading order, with no gap wider than `most` ems."""
    after = _followers(words, usual, most)
    later = set(after.values())
    chains = []
    for i in range(len(words)):
        if i in later:
            continue
        chain = [i]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        chains.append(chain)
    return chains


def _followers(words: list[Placed], usual: float, most: float) -> dict[int, int]:
    """For each word the one that goes on its line, each taken once, nearest first."""
    cell = max(2.0, usual)
    rows: dict[int, list[int]] = defaultdict(list)
    for i, (_, box) in enumerate(words):
        rows[int(box.center[1] // cell)].append(i)
    candidates = []
    for i, (word, box) in enumerate(words):
        reach = most * max(usual, min(word.size, 2 * usual))
        row = int(box.center[1] // cell)
        for j in (k for r in (row - 1, row, row + 1) for k in rows.get(r, ())):
            other = words[j][1]
            gap = other.x0 - box.x1
            if j == i or not -0.3 * usual < gap < reach or other.x0 <= box.x0:
                continue
            if abs(other.center[1] - box.center[1]) < LEVEL * min(other.height, box.height):
                candidates.append((gap, i, j))
    after: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in after and j not in taken:
            after[i] = j
            taken.add(j)
    return after


def _line(words: list[Placed], usual: float) -> Line:
    """One line of several words, in one steady size."""
    size = float(np.median([w.size for w, _ in words]))
    if SAME_TYPE[0] * usual < size < SAME_TYPE[1] * usual:
        size = usual
    first = words[0][0]
    raw, packed = [], []
    for n, (word, b) in enumerate(words):
        if n:
            raw.append(" ")
            a = words[n - 1][1]
            packed.append(Boxes.of([replace(b, x0=min(a.x1, b.x0), x1=max(a.x1, b.x0))]).packed)
        raw.append(word.text.raw)
        packed.append(word.chars.packed)
    return Line(
        text=Text("".join(raw)),
        box=around(box for _, box in words),
        chars=Boxes(b"".join(packed)),
        styles=((0, replace(first.styles[0][1], size=size, weight=0)),) if first.styles else (),
    )
