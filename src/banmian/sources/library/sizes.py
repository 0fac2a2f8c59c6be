"""The type size of recognised lines, which no recogniser measures well.

What can be measured, best first: the ink of Latin words, whose height is a known share of the size once it is known
whether they have ascenders and descenders; the pitch of Han along their line, which fill even cells; the size in points
that the file states; the thickness of a line's outline. Type cannot be larger than the lines of a column are apart, and
print has few sizes where measurements have many, so sizes near the body's are the body's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from banmian.model.geometry import Box
from banmian.sources.library.writing import is_han, reach

INK = {(False, False): 0.48, (True, False): 0.70, (False, True): 0.72, (True, True): 0.95}
"""Height of a word's ink in ems by whether it rises and falls: text romans of the nineteenth century, with Fraktur
and today's news faces within a tenth of it."""

DESCENT = 0.23
"""How far descenders reach below the baseline, in ems."""

HAN_INK = 0.95
"""Thickness of a line of Han, in ems."""

TIGHT = 0.88
"""Words without ascenders are at most so many times as high as those with, where boxes fit the ink."""

SOLID = 0.97
"""Type is at most so large, in distances of lines: newspapers set solid or wider."""

USUAL_SET = 0.88
"""Ems of newspaper type to a distance of lines, where nothing else is known."""

ONE_REGION = (0.8, 1.25)
"""A line whose size is between these shares of its region's usual size has that; measured words scatter so far."""

FEW = 4
"""A line of fewer characters says little of its size."""

FEW_REGION = (0.6, 1.6)
"""The same shares for such a line."""

ONE_SIZE = (0.87, 1.16)
"""The same shares of the page's usual size."""

NEXT_SIZE = 1.08
"""Other sizes that are this near to each other are one."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What is to be measured of a line.

    Attributes:
        down: written downwards.
        thick: across the writing, page units.
        inks: words and how thick they are.
        points: size that the file states, 0 where it states none.
        region: number of the file's own block that holds it.
    """

    text: str
    box: Box
    down: bool
    thick: float
    inks: tuple[tuple[str, float], ...]
    points: float
    region: int


def type_sizes(lines: Sequence[Extent]) -> list[float]:
    """The size of every line, in page units."""
    if not lines:
        return []
    weights = [max(1, len(line.text)) for line in lines]
    raw, sure = _measured(lines)
    body = _usual(raw, weights)
    apart = _distance(lines, raw, body)
    if apart and (not sure or body > SOLID * apart):
        scale = (SOLID if sure else USUAL_SET) * apart / body
        raw = [size * scale for size in raw]
    return _levelled(_evened(lines, raw, weights), weights)


def _measured(lines: Sequence[Extent]) -> tuple[list[float], bool]:
    """Sizes, and whether they are more than relative to each other."""
    han = sum(map(is_han, "".join(line.text for line in lines)))
    if 2 * han > sum(len(line.text) for line in lines):
        return [_of_han(line) for line in lines], True
    if _fit(lines):
        return [_of_ink(line) for line in lines], True
    stated = sum(len(line.text) for line in lines if line.points)
    if stated and stated > 0.8 * sum(len(line.text) for line in lines):
        usual = median(line.points for line in lines if line.points)
        return [line.points or usual for line in lines], False
    return [max(line.thick, 1.0) for line in lines], False


def _of_han(line: Extent) -> float:
    """Even cells are as long as they are thick; a loose line's are longer, a padded outline is thicker."""
    count = sum(1.0 if is_han(c) else 0.5 for c in line.text)
    along = line.box.height if line.down else line.box.width
    thick = max(line.thick, 1.0) / HAN_INK
    return min(thick, along / count) if count >= 3 else thick


def _fit(lines: Sequence[Extent]) -> bool:
    """Whether words' boxes fit their ink: those without ascenders are lower than those with."""
    low, high = [], []
    for line in lines:
        for word, thick in line.inks:
            shape = reach(word) if len(word) > 1 and not line.down else None
            if shape == (False, False):
                low.append(thick)
            elif shape == (True, False):
                high.append(thick)
    return len(low) > 4 and len(high) > 4 and median(low) < TIGHT * median(high)


def _of_ink(line: Extent) -> float:
    """The median of what its words say; the outline's thickness where they say nothing."""
    told = []
    for word, thick in line.inks:
        shape = reach(word)
        if shape and thick > 0:
            told += [thick / INK[shape]] * len(word)
    return median(told) if told else max(line.thick, 1.0)


def _usual(sizes: Sequence[float], weights: Sequence[int]) -> float:
    """The weighted median."""
    half, count = sum(weights) / 2, 0
    for size, weight in sorted(zip(sizes, weights, strict=True)):
        count += weight
        if count >= half:
            return size
    return max(sizes)


def _distance(lines: Sequence[Extent], sizes: Sequence[float], body: float) -> float:
    """How far the lines of a column of body type are apart; 0 where no three follow each other."""
    places: dict[int, list[tuple[float, float, float]]] = {}
    for line, size in zip(lines, sizes, strict=True):
        b = line.box
        if ONE_REGION[0] * body < size < ONE_REGION[1] * body:
            across, begin, end = (-b.center[0], b.y0, b.y1) if line.down else (b.center[1], b.x0, b.x1)
            places.setdefault(line.region, []).append((across, begin, end))
    gaps = []
    for rows in places.values():
        rows.sort()
        for i, (y, x0, x1) in enumerate(rows):
            for y2, a0, a1 in rows[i + 1 : i + 12]:
                if min(x1, a1) - max(x0, a0) > 0.6 * min(x1 - x0, a1 - a0) and y2 - y > 0.4 * body:
                    gaps.append(y2 - y)
                    break
    return median(gaps) if len(gaps) > 2 else 0.0


def _evened(lines: Sequence[Extent], sizes: Sequence[float], weights: Sequence[int]) -> list[float]:
    """Sizes near a region's usual one made that one."""
    held: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        held.setdefault(line.region, []).append(i)
    found = list(sizes)
    for which in held.values():
        usual = _usual([sizes[i] for i in which], [weights[i] for i in which])
        for i in which:
            low, high = ONE_REGION if weights[i] >= FEW else FEW_REGION
            if low * usual < sizes[i] < high * usual:
                found[i] = usual
    return found


def _levelled(sizes: Sequence[float], weights: Sequence[int]) -> list[float]:
    """Sizes near the page's usual one made that one, and others that are near each other one size."""
    usual = _usual(sizes, weights)
    found = list(sizes)
    others: list[list[int]] = []
    for i in sorted(range(len(sizes)), key=lambda k: sizes[k]):
        if ONE_SIZE[0] * usual < sizes[i] < ONE_SIZE[1] * usual:
            found[i] = usual
        elif others and sizes[i] <= NEXT_SIZE * sizes[others[-1][0]]:
            others[-1].append(i)
        else:
            others.append([i])
    for which in others:
        one = _usual([sizes[i] for i in which], [weights[i] for i in which])
        for i in which:
            found[i] = one
    return found
