"""Glyphs to lines, from where they stand alone: the order in which they were drawn is not looked at.

The method, in the order of the code: rows (characters of one baseline), links (a character and its right
neighbour, if the gap is no column's), then the characters that have no neighbour in their row but one below
them become vertical lines, then fragments of one row that stand close are one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from struct import Struct

import numpy as np

from banmian.model.geometry import PACKED, Box, Boxes
from banmian.model.page import Direction, Line, Mark, Style
from banmian.model.text import Text
from banmian.sources.pdf.across import with_numbers_across
from banmian.sources.pdf.codepoints import mended, suspicious
from banmian.sources.pdf.columns import (
    LINE_GAP,
    SHARED_WHITE,
    SIZES_APART,
    between_columns,
    columns,
    lengths_of,
    standing,
    taken,
    tiered,
    unlike,
)
from banmian.sources.pdf.glyphs import Flags, Floats, Glyphs, Ints
from banmian.sources.pdf.numbering import LIMB, ranked
from banmian.sources.pdf.spread import TIGHT_SPACE, are_spaces, lean_into_spaces, spread
from banmian.sources.pdf.walls import RULED, sides, walled

SAME_ROW = 0.08
"""Baselines closer than this many ems are one row; more only bends rows of neighbouring columns together."""

SPACE = 0.17
"""A gap of this many ems between two Latin letters is a word space; kerning stays below, spaces above."""

SHARED_BY_WORDS = 7
"""So many Latin rows that have white at one place lie in two columns; fewer may have their spaces there by chance."""

LEAST_SPACE = -0.05
"""The gap in ems that a written space leaves at the least, as italics may overhang."""

HAN_GAP = 0.62
"""A gap of this many ems beside a Han parts two lines; justified setting leaves less there."""

EVENLY = 0.1
"""Ems by which gaps of one letter-spacing differ at the most."""

HAN_SPACE = 0.18
"""The same between two Han, beyond what the line's own letter-spacing has."""


POINT_SPACE = 0.75
"""The same in a vertical line beside a mark or a bracket, which fonts set to one end of its cell or off it."""

_POINTS = np.array([ord(c) for c in "，。、；：！？「」『』（）《》〈〉【】〔〕“”‘’…—／,;:!?()"])
"""Marks and brackets."""

Styles = tuple[tuple[int, Style], ...]
"""Where each style of a line begins, in characters, and the style."""


def read_lines(glyphs: Glyphs, marks: tuple[Mark, ...] = ()) -> tuple[Line, ...]:
    """The lines of a page.

    Args:
        glyphs: those that are to be read; spaces may be among them.
        marks: of the page; no line runs through a drawn rule or the side of a frame.
    """
    # written spaces are dropped and seen again as gaps: one that hangs at a line's end bridges the gutter
    white = np.isin(glyphs.code, _WHITE_CODES)
    said = _space_follows(glyphs, white)[~white] if white.any() else None
    glyphs = glyphs.kept(~white)
    if not len(glyphs):
        return ()
    glyphs = _even(glyphs)
    walls, bars = sides(marks)
    han = is_han(glyphs.code)
    sideways = (glyphs.turn == 90) | (glyphs.turn == 270)
    order, gap, linked = _links(glyphs, np.flatnonzero(~sideways), walls)
    vertical = sideways.copy()
    vertical[standing(glyphs, order, gap, linked, han)] = True
    if vertical.any():
        order, gap, linked = _links(glyphs, np.flatnonzero(~vertical), walls)
        more = taken(glyphs, vertical, order, linked)
        if len(more):
            vertical[more] = True
            order, gap, linked = _links(glyphs, np.flatnonzero(~vertical), walls)
    linked |= _spread(glyphs, order, gap, linked, walls)
    flat, lengths = order, lengths_of(linked)
    down = np.zeros(len(lengths), np.bool_)
    if vertical.any():
        upright = columns(glyphs, np.flatnonzero(vertical), bars)
        glyphs.box[upright.order, 1::2] -= upright.sunk[:, None]  # the box is ours since `_even`
        flat = np.concatenate((flat, upright.order))
        lengths = np.concatenate((lengths, lengths_of(upright.linked)))
        down = np.arange(len(lengths)) >= len(down)
    runs = _Runs(_directed(glyphs, flat, lengths), lengths, down)
    if vertical.mean() > 0.5:  # a lone character on a vertical page stands in a vertical line
        runs.down[(lengths == 1) & han[runs.flat[runs.starts]]] = True
    lines = _built(glyphs, runs, han, said)
    return with_numbers_across(lines) if vertical.any() else lines


def _space_follows(glyphs: Glyphs, white: Flags) -> Flags:
    """Whether a written space comes right after each character, in the order in which the page draws them."""
    follows = np.zeros(len(glyphs), np.bool_)
    near = np.abs(glyphs.box[1:, 0] - glyphs.box[:-1, 2]) < 0.5 * glyphs.size[:-1]
    follows[:-1] = white[1:] & ~white[:-1] & near & (glyphs.base[1:] == glyphs.base[:-1])
    return follows


@dataclass(frozen=True, slots=True)
class _Runs:
    """The characters of all lines, one line after the other.

    Attributes:
        flat: numbers of the characters, each line's in reading order.
        lengths: characters of each line.
        down: for each line, whether it is a vertical one.
    """

    flat: Ints
    lengths: Ints
    down: Flags

    @property
    def starts(self) -> Ints:
        """Where each line begins."""
        begins: Ints = np.cumsum(self.lengths) - self.lengths
        return begins


def is_han(code: Ints) -> Flags:
    """Han, kana, Hangul and their punctuation: characters that fill an even cell."""
    return (
        ((code >= 0x2E80) & (code < 0xA4D0))
        | ((code >= 0xAC00) & (code < 0xD7B0))
        | ((code >= 0xF900) & (code < 0xFB00))
        | ((code >= 0xFE10) & (code < 0xFE50))
        | ((code >= 0xFF00) & (code < 0xFFF0))
        | ((code >= 0x20000) & (code < 0x40000))
    )


def _even(glyphs: Glyphs) -> Glyphs:
    """Cells as high as the type is large, around the middle of what the font claims for them."""
    box = glyphs.box.copy()
    upright = (glyphs.turn == 0) | (glyphs.turn == 180)
    for low, high, which in ((1, 3, upright), (0, 2, ~upright)):
        middle = (box[:, low] + box[:, high]) / 2
        half = glyphs.size / 2
        box[:, low] = np.where(which, middle - half, box[:, low])
        box[:, high] = np.where(which, middle + half, box[:, high])
    return Glyphs(**{**{f: getattr(glyphs, f) for f in Glyphs.__dataclass_fields__}, "box": box})


def _links(glyphs: Glyphs, which: Ints, walls: Floats) -> tuple[Ints, Floats, Flags]:
    """Characters in rows, the gap in ems to each one's next, and whether the two are of one line.

    Args:
        glyphs: those of the page.
        which: the characters to look at.
        walls: (walls, 3) as `sides` tells them.
    """
    box, size = glyphs.box[which], glyphs.size[which]
    across = glyphs.base[which]
    by_row = ranked(_fine(across))
    step = np.diff(across[by_row], prepend=across[by_row[:1]])
    row = np.empty(len(which), np.int64)
    row[by_row] = np.cumsum(step > SAME_ROW * size[by_row] + 0.05)
    han = is_han(glyphs.code[which])
    order = ranked(row << 2 * LIMB | _fine(box[:, 0]))
    start, end = box[order, 0], box[order, 2]
    em = size[order]
    gap = np.full(len(which), np.inf)
    larger, smaller = np.maximum(em[1:], em[:-1]), np.minimum(em[1:], em[:-1])
    gap[:-1] = (start[1:] - end[:-1]) / larger
    gap[:-1][row[order][1:] != row[order][:-1]] = np.inf
    apart = np.full(len(which), True)
    apart[:-1] = (larger > SIZES_APART * smaller) | (np.abs(across[order][1:] - across[order][:-1]) > 0.5 * larger)
    turn = glyphs.turn[which][order]
    apart[:-1] |= turn[1:] != turn[:-1]
    apart[:-1] |= unlike(larger, smaller, gap[:-1])
    wide_cells, beside_han = np.zeros(len(which), np.bool_), np.zeros(len(which), np.bool_)
    wide_cells[:-1] = han[order[:-1]] & han[order[1:]]
    beside_han[:-1] = han[order[:-1]] | han[order[1:]]
    spaced = np.zeros(len(which), np.bool_)  # set apart evenly, as a head or a label may be
    finite = np.where(np.isfinite(gap), gap, -1.0)
    spaced[1:] = np.abs(np.diff(finite)) < EVENLY
    spaced[:-1] |= spaced[1:]
    linked = (gap < np.where(beside_han & ~spaced, HAN_GAP, LINE_GAP)) & (gap > -0.9) & ~apart
    level, middle = across[order][:-1], (end[:-1] + start[1:]) / 2
    least = np.where(beside_han[:-1], SHARED_WHITE, SHARED_BY_WORDS)
    linked[:-1] &= ~tiered(level, middle, gap[:-1], larger, least)
    latin = linked[:-1] & ~wide_cells[:-1]
    if latin.any():
        parted = gap[:-1] > LINE_GAP
        feet = np.stack((across[order], end), axis=1)[np.append(parted, True)]
        heads = np.stack((across[order], start), axis=1)[np.insert(parted, 0, True)]
        edges = np.stack((end[:-1], start[1:]), axis=1)
        linked[:-1] &= ~between_columns(level, edges, np.where(latin, gap[:-1], 0.0), larger, feet, heads)
    wide = np.flatnonzero(linked[:-1] & (gap[:-1] > RULED))
    linked[wide[walled(end[wide], start[wide + 1], across[order][wide] - 0.4 * em[wide], walls)]] = False
    return which[order], gap, linked


def _spread(glyphs: Glyphs, order: Ints, gap: Floats, linked: Flags, walls: Floats) -> Flags:
    """Which gaps are those of a line that is spread over its measure, no drawn line in them."""
    size, base = glyphs.size[order], glyphs.base[order]
    wide = is_han(glyphs.code[order])
    alike = np.zeros(len(order), np.bool_)
    alike[:-1] = (
        wide[1:] & wide[:-1] & (np.abs(np.diff(size)) < SAME_ROW * size[1:]) & (np.abs(np.diff(base)) < 0.1 * size[1:])
    )
    found = spread(gap, linked, alike)
    at = np.flatnonzero(found)
    if len(at):
        ends, begins = glyphs.box[order[at], 2], glyphs.box[order[at + 1], 0]
        found[at[walled(ends, begins, base[at] - 0.4 * size[at], walls)]] = False
    return found


def _fine(places: Floats) -> Ints:
    """Places as whole numbers in their order: fortieths of a point, counted from 26,214 points before the page."""
    bounded = np.clip(np.nan_to_num(np.rint(places * 40)), -(1 << 20), 1 << 20)
    found: Ints = bounded.astype(np.int64) + (1 << 20)
    return found


def _built(glyphs: Glyphs, runs: _Runs, han: Flags, said: Flags | None) -> tuple[Line, ...]:
    """Lines from runs; what is looked up for every character is looked up once for the whole page."""
    flat, starts = runs.flat, runs.starts
    box, code = glyphs.box[flat], glyphs.code[flat]
    text = code.astype("<u4").tobytes().decode("utf-32-le", "replace")
    packed = box.astype("<f4").tobytes()
    low = np.minimum.reduceat(box[:, :2], starts).tolist()
    high = np.maximum.reduceat(box[:, 2:], starts).tolist()
    style = glyphs.style[flat]
    changes = np.logical_or.reduceat(np.diff(style, prepend=style[0]) != 0, starts).tolist()
    odd = np.logical_or.reduceat(suspicious(code), starts).tolist()
    spaced = _spaced(glyphs, runs, han, said)
    directions = [Direction.VERTICAL if d else Direction.HORIZONTAL for d in runs.down.tolist()]
    first_style = style[starts].tolist()
    built = []
    for k, (begin, length) in enumerate(zip(starts.tolist(), runs.lengths.tolist(), strict=True)):
        end = begin + length
        raw, chars = text[begin:end], packed[PACKED.size * begin : PACKED.size * end]
        styles: Styles = ((0, glyphs.styles[first_style[k]]),)
        if changes[k]:
            styles = _style_runs(glyphs, style[begin:end])
        if k in spaced:
            raw, chars, styles = _with_spaces(raw, chars, styles, spaced[k])
        built.append(
            Line(
                text=mended(raw) if odd[k] else Text(raw),
                box=Box(*low[k], *high[k]),
                chars=Boxes(chars),
                styles=styles,
                direction=directions[k],
            )
        )
    return tuple(built)


def _directed(glyphs: Glyphs, flat: Ints, lengths: Ints) -> Ints:
    """Each line from its reading end: backwards where letters stand on their heads or lie on the left."""
    starts = np.cumsum(lengths) - lengths
    backwards = np.isin(glyphs.turn[flat[starts]], (180, 270))
    if backwards.any():
        flat = flat.copy()
        for begin, length in zip(starts[backwards].tolist(), lengths[backwards].tolist(), strict=True):
            flat[begin : begin + length] = flat[begin : begin + length][::-1].copy()
    return flat


_WHITE_CODES = np.array([0x20, 0xA0, 0x3000, 0x09, 0x0A, 0x0D, 0x2002, 0x2003, 0x200B])


def _spaced(glyphs: Glyphs, runs: _Runs, han: Flags, said: Flags | None) -> dict[int, list[int]]:
    """For each run, after which of its characters a space is.

    Args:
        glyphs: without white space.
        runs: the lines.
        han: which of the characters fill a cell.
        said: after which of them one is written, as far as that is known: italics reach into it, so that none is seen.
    """
    flat, starts = runs.flat, runs.starts
    box, size = glyphs.box[flat], glyphs.size[flat]
    run_of = np.repeat(np.arange(len(runs.lengths)), runs.lengths)
    down = runs.down[run_of]
    begin, end = np.where(down, box[:, 1], box[:, 0]), np.where(down, box[:, 3], box[:, 2])
    gap = np.zeros(len(flat))
    gap[:-1] = np.maximum(begin[1:] - end[:-1], begin[:-1] - end[1:]) / np.maximum(size[1:], size[:-1])
    gap[:-1][run_of[1:] != run_of[:-1]] = 0
    wide = han[flat]
    bound = np.where(wide, HAN_SPACE, SPACE)
    bound[:-1] = np.where(wide[:-1] | wide[1:], HAN_SPACE, SPACE)
    marked = down & np.isin(glyphs.code[flat], _POINTS)
    bound[:-1] = np.where(marked[:-1] | marked[1:], POINT_SPACE, bound[:-1])
    candidate = gap > bound
    written = np.zeros(len(flat), np.bool_)
    if said is not None:
        written[:-1] = said[flat[:-1]] & ~wide[:-1] & ~wide[1:] & (gap[:-1] > LEAST_SPACE) & (run_of[1:] == run_of[:-1])
        candidate |= written
    gaps = gap.tolist()
    found: dict[int, list[int]] = {}
    for i in np.flatnonzero(candidate).tolist():
        found.setdefault(int(run_of[i]), []).append(i)
    result = {}
    for k, places in found.items():
        first = int(starts[k])
        count = int(runs.lengths[k])
        usual = median(gaps[first : first + count - 1]) if count > 2 else 0.0
        keep = [i - first for i in places if written[i] or gap[i] > bound[i] + 1.2 * max(0.0, usual)]
        if count == 2 and wide[first]:
            keep = []  # two Han set apart to fill a measure (「簡 訊」) are one word
        if keep:
            result[k] = keep
    latin = ~wide & ~down
    latin[:-1] &= latin[1:]
    tight: dict[int, list[int]] = {}
    for i in np.flatnonzero((gap > TIGHT_SPACE) & (gap <= bound) & latin).tolist():
        tight.setdefault(int(run_of[i]), []).append(i)
    for k, places in tight.items():
        first, count = int(starts[k]), int(runs.lengths[k])
        line = gaps[first : first + count - 1]
        if k not in found:
            if are_spaces(line, [i - first for i in places]):
                result[k] = [i - first for i in places]
        elif lean_into_spaces(line, [i - first for i in places]):
            result[k] = sorted({*result.get(k, ()), *(i - first for i in places)})
    return result


def _style_runs(glyphs: Glyphs, style: Ints) -> Styles:
    numbers = style.tolist()
    begins = [i for i, number in enumerate(numbers) if i == 0 or number != numbers[i - 1]]
    return tuple((i, glyphs.styles[numbers[i]]) for i in begins)


def _with_spaces(raw: str, packed: bytes, styles: Styles, after: list[int]) -> tuple[str, bytes, Styles]:
    """The same line with spaces where they are seen; a space's box is the gap.

    Args:
        raw: its characters.
        packed: their boxes, as `Boxes` keeps them.
        styles: as on a line.
        after: the characters that a space follows.
    """
    pieces: list[str] = []
    boxes: list[bytes] = []
    place = 0
    for i in after:
        pieces += (raw[place : i + 1], " ")
        _, y0, end, y1, begin, next_y0, _, next_y1 = _TWO_BOXES.unpack_from(packed, PACKED.size * i)
        gap = PACKED.pack(min(end, begin), min(y0, next_y0), max(end, begin), max(y1, next_y1))
        boxes += (packed[PACKED.size * place : PACKED.size * (i + 1)], gap)
        place = i + 1
    pieces.append(raw[place:])
    boxes.append(packed[PACKED.size * place :])
    moved = tuple((start + sum(1 for i in after if i < start), style) for start, style in styles)
    return "".join(pieces), b"".join(boxes), moved


_TWO_BOXES = Struct("<8f")
