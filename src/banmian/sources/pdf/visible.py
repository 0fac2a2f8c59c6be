"""Which of a page's characters a reader of the print sees.

Left out: text outside the page, text without ink, text of the paper's own colour, text that its clip path
hides, and the second copy of text that is drawn twice (fake bold, drop shadow). Hidden text over the scan of
a page is the exception: there it is all there is, and it is kept.
"""

from __future__ import annotations

import numpy as np

from banmian.model.page import Mark, MarkKind
from banmian.sources.pdf.glyphs import Flags, Frame, Glyphs, clip_box, clipped_objects
from banmian.sources.pdf.numbering import ranked

SHADOW = 0.3
"""Two equal characters whose corners are less than this many ems apart are one drawn twice."""

PALE = 225
"""A colour with all three parts at or above this does not show on white paper."""

SCAN_COVER = 0.5
"""A picture over this share of the page, with hidden text, is a scan with its recognised text."""


def visible(glyphs: Glyphs, marks: tuple[Mark, ...], frame: Frame) -> tuple[Glyphs, bool]:
    """The characters to read, and whether they are the hidden text of a scan."""
    width, height = frame.size
    middle = (glyphs.box[:, :2] + glyphs.box[:, 2:]) / 2
    inside = (middle >= 0).all(axis=1) & (middle[:, 0] <= width) & (middle[:, 1] <= height)
    glyphs = glyphs.kept(inside & (glyphs.size > 0.5))
    if not len(glyphs):
        return glyphs, False
    pictures = sum(m.box.area for m in marks if m.kind is MarkKind.PICTURE)
    scan = bool((~glyphs.ink).mean() > 0.5) and pictures > SCAN_COVER * width * height
    if scan:
        return glyphs.kept(~glyphs.ink), True
    glyphs = glyphs.kept(glyphs.ink)
    glyphs = glyphs.kept(~_paper_colored(glyphs, marks))
    glyphs = glyphs.kept(~_clipped(glyphs, frame))
    return glyphs.kept(~_doubled(glyphs)), False


def _paper_colored(glyphs: Glyphs, marks: tuple[Mark, ...]) -> Flags:
    """Pale text where nothing darker lies behind it."""
    pale = np.array([min(s.color[:3]) >= PALE for s in glyphs.styles], np.bool_)
    hidden = pale[glyphs.style] if len(pale) else np.zeros(len(glyphs), np.bool_)
    if not hidden.any():
        return hidden
    x, y = (glyphs.box[:, 0] + glyphs.box[:, 2]) / 2, (glyphs.box[:, 1] + glyphs.box[:, 3]) / 2
    for mark in marks:
        dark = mark.kind is MarkKind.PICTURE or (mark.kind is MarkKind.FILL and min(mark.color[:3]) < PALE)
        if dark:
            b = mark.box
            hidden &= ~((x >= b.x0) & (x <= b.x1) & (y >= b.y0) & (y <= b.y1))
    return hidden


def _clipped(glyphs: Glyphs, frame: Frame) -> Flags:
    """Text whose middle its clip path hides. Objects next to each other in one row share a look."""
    hidden = np.zeros(len(glyphs), np.bool_)
    if not len(glyphs):
        return hidden
    new_row = np.abs(np.diff(glyphs.base, prepend=np.inf)) > 0.5
    first = np.flatnonzero(new_row)
    last = np.append(first[1:], len(glyphs)) - 1
    object_of = glyphs.object
    limited = clipped_objects(glyphs.objects, np.unique(object_of[np.concatenate((first, last))]))
    for a, b in zip(first.tolist(), last.tolist(), strict=True) if limited else ():
        for end in limited & {int(object_of[a]), int(object_of[b])}:
            if _hides(glyphs, end, slice(a, b + 1), frame) is not None:
                for number in set(object_of[a : b + 1].tolist()):
                    which = _hides(glyphs, number, slice(a, b + 1), frame)
                    if which is not None:
                        hidden[a : b + 1] |= which
                break
    return hidden


def _hides(glyphs: Glyphs, number: int, row: slice, frame: Frame) -> Flags | None:
    """Which characters of a row, belonging to one object, its clip hides; None for none."""
    clip = clip_box(int(glyphs.objects[number]), frame)
    if clip is None:
        return None
    box = glyphs.box[row]
    x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    out = (x < clip[0]) | (x > clip[2]) | (y < clip[1]) | (y > clip[3])
    out &= glyphs.object[row] == number
    return out if out.any() else None


def _doubled(glyphs: Glyphs) -> Flags:
    """The later of two equal characters that stand almost in the same place."""
    n = len(glyphs)
    double = np.zeros(n, np.bool_)
    code, box, size = glyphs.code, glyphs.box, glyphs.size
    tenths = np.clip(np.rint(box * 10), 0, (1 << 20) - 1).astype(np.int64)
    for shift in (0, 50):  # a strip's edge may part a pair, but not in both rounds
        order = ranked(code << 42 | (tenths[:, 0] + shift) // 100 << 21 | tenths[:, 1])
        c, y = code[order], box[order, 1]
        for step in (1, 2, 3):
            close = np.abs(y[step:] - y[:-step]) < SHADOW * size[order[:-step]]
            pairs = np.flatnonzero((c[step:] == c[:-step]) & close & (c[step:] != 0x20))
            a, b = order[pairs], order[pairs + step]
            near = np.minimum(SHADOW * size[a], 0.45 * np.maximum(box[a, 2] - box[a, 0], 0.05 * size[a]))
            same = (
                (np.abs(box[a, 0] - box[b, 0]) < near)
                & (np.abs(box[a, 1] - box[b, 1]) < near)
                & (np.abs(size[a] - size[b]) < 0.1 * size[a])
            )
            double[np.maximum(a, b)[same]] = True
    return double
