"""What a page draws beside its text: rules, frames, fills and pictures.

Frame: points of the displayed page, origin at the top left. Thin shapes are rules whatever they are drawn as
(a line, a filled rectangle, a border's trapezoid); four rules that close a rectangle are a frame as well.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from banmian.model.geometry import Box, around
from banmian.model.page import Mark, MarkKind
from banmian.sources.pdf.glyphs import Frame, Ints

RULE_THICKNESS = 4.5
"""Points; the thickest Oxford rule in use is about 4, the thinnest filled box worth the name is thicker."""

SHORTEST_RULE = 10.0
"""Points; below this a thin mark is a dash, a bullet or part of a drawing."""

SMALLEST_PICTURE = 12.0
"""Points on the shorter side; smaller images are bullets and ornaments."""

DEEPEST_FORM = 8
"""Form objects within form objects; deeper is a file that means harm."""

MOST_OBJECTS = 60_000
"""Drawing objects of one page that are looked at; maps and charts beyond that add nothing to the layout."""

Affine = tuple[float, float, float, float, float, float]
Get = Callable[..., int]
"""A function of PDFium's that asks something of a handle."""

# plain addresses, as in `glyphs`: a page has an object for every few characters
_P, _I = ctypes.c_void_p, ctypes.c_int
_page_object = ctypes.cast(pdfium.FPDFPage_GetObject, ctypes.CFUNCTYPE(ctypes.c_size_t, _P, _I))
_inner_object = ctypes.cast(pdfium.FPDFFormObj_GetObject, ctypes.CFUNCTYPE(ctypes.c_size_t, _P, ctypes.c_ulong))
_type_of = ctypes.cast(pdfium.FPDFPageObj_GetType, ctypes.CFUNCTYPE(_I, _P))
_IDENTITY: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_NONE: Ints = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One object that is not text: its kind, its four corners' bounds in user space, its matrix's chain."""

    handle: object
    kind: int
    box: tuple[float, float, float, float]


def read_marks(page: object, frame: Frame, text: Ints = _NONE) -> tuple[Mark, ...]:
    """Every mark of a page, each clipped to the page.

    Args:
        page: an open FPDF_PAGE.
        frame: of the same page.
        text: handles of objects that are known to be text, and need not be asked what they are; best in the order
            in which they are drawn.
    """
    marks = [mark for d in _objects(page, _Known.of(text)) for mark in _marks_of(d, frame)]
    dashes = [m.box for m in marks if m.kind is MarkKind.RULE and max(m.box.width, m.box.height) < SHORTEST_RULE]
    marks = [m for m in marks if m.kind is not MarkKind.RULE or max(m.box.width, m.box.height) >= SHORTEST_RULE]
    marks += dashed_rules(dashes)
    return tuple(marks + closed_frames([m.box for m in marks if m.kind is MarkKind.RULE]))


@dataclass(frozen=True, slots=True)
class _Known:
    """Objects that need not be asked what they are.

    Attributes:
        handles: in ascending order, each once.
        places: of each in the order in which they were given.
    """

    handles: Ints
    places: Ints

    @classmethod
    def of(cls, given: Ints) -> _Known:
        return cls(*np.unique(given, return_index=True))

    def place(self, handles: Ints) -> Ints:
        """The place of each of these, -1 where it is unknown."""
        if not len(self.handles):
            return np.full(len(handles), -1)
        near = np.minimum(np.searchsorted(self.handles, handles), len(self.handles) - 1)
        return np.where(self.handles[near] == handles, self.places[near], -1)

    def others(self, get: Get, holder: int, count: int) -> list[int]:
        """Handles of a holder's objects that are not known, in the order in which they are drawn.

        A page may have ten thousand objects and two dozen that are no text, and known objects come in the order in
        which they are drawn. So one in `STRIDE` is looked at: where two stand as far apart here as among the known,
        all between them is known. How many are found tells whether that held; where it did not, all are looked at.
        """

        def handles(places: Ints) -> Ints:
            return np.fromiter(map(get, repeat(holder, len(places)), places.tolist()), np.int64, len(places))

        if count > STRIDE * STRIDE:
            seen = np.append(np.arange(0, count - 1, STRIDE), count - 1)
            asked = handles(seen)
            place = self.place(asked)
            known = (np.diff(place) == np.diff(seen)) & (place[1:] >= 0) & (place[:-1] >= 0)
            apart = [np.arange(a + 1, b) for a, b in zip(seen[:-1][~known], seen[1:][~known], strict=True)]
            looked = np.concatenate((seen, *apart))
            found = np.concatenate((asked, handles(looked[len(seen) :])))
            new = np.flatnonzero(self.place(found) < 0)
            if len(new) == count - len(self.handles):
                others: list[int] = found[new[np.argsort(looked[new])]].tolist()
                return others
        every = handles(np.arange(count))
        rest: list[int] = every[self.place(every) < 0].tolist()
        return rest


STRIDE = 16
"""One in so many objects is looked at first; more than its square make that worth while."""


def _objects(page: object, text: _Known) -> Iterator[_Drawn]:
    left = [MOST_OBJECTS]

    def walk(count: int, get: Get, holder: object, affine: Affine, depth: int) -> Iterator[_Drawn]:
        count = min(count, left[0])
        left[0] -= count
        addresses = text.others(get, _address(holder), count)
        for address, kind in zip(addresses, map(_type_of, addresses), strict=True):
            if kind == pdfium.FPDF_PAGEOBJ_TEXT or not address:
                continue
            handle = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
                m = pdfium.FS_MATRIX()
                pdfium.FPDFPageObj_GetMatrix(handle, m)
                inner = _times((m.a, m.b, m.c, m.d, m.e, m.f), affine)
                inside = pdfium.FPDFFormObj_CountObjects(handle)
                yield from walk(inside, _inner_object, handle, inner, depth + 1)
                continue
            edges = [ctypes.c_float() for _ in range(4)]
            if pdfium.FPDFPageObj_GetBounds(handle, *edges):
                a, b, c, d = (e.value for e in edges)
                yield _Drawn(handle, kind, _placed((a, b, c, d), affine))

    yield from walk(pdfium.FPDFPage_CountObjects(page), _page_object, page, _IDENTITY, 0)


def _address(handle: Any) -> int:  # noqa: ANN401 a handle is a ctypes pointer of one type or another
    """The plain address of a handle."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _times(m: Affine, n: Affine) -> Affine:
    a, b, c, d, e, f = m
    g, h, i, j, k, l = n  # noqa: E741 the usual letters of a 2 × 3 matrix
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l


def _placed(bounds: tuple[float, float, float, float], m: Affine) -> tuple[float, float, float, float]:
    """Bounds (left, bottom, right, top) after a matrix."""
    if m == _IDENTITY:
        return bounds
    x0, y0, x1, y1 = bounds
    corners = [(x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _marks_of(drawn: _Drawn, frame: Frame) -> Iterator[Mark]:
    left, bottom, right, top = drawn.box
    x0, y0, x1, y1 = frame.boxes(np.array([[left, top, right, bottom]]))[0].tolist()
    width, height = frame.size
    box = Box(max(0.0, x0), max(0.0, y0), min(width, x1), min(height, y1))
    if box.width < 0 or box.height < 0:
        return
    if drawn.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        if min(box.width, box.height) >= SMALLEST_PICTURE:
            yield Mark(MarkKind.PICTURE, box)
        return
    if drawn.kind == pdfium.FPDF_PAGEOBJ_SHADING:
        if box.area < 0.8 * width * height:
            yield Mark(MarkKind.FILL, box, (128, 128, 128, 255))
        return
    if drawn.kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _path_marks(drawn, box, width * height)


def _path_marks(drawn: _Drawn, box: Box, page_area: float) -> Iterator[Mark]:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(drawn.handle, mode, stroked):
        return
    filled = mode.value != pdfium.FPDF_FILLMODE_NONE
    fill = _color(pdfium.FPDFPageObj_GetFillColor, drawn.handle) if filled else (0, 0, 0, 0)
    stroke = _color(pdfium.FPDFPageObj_GetStrokeColor, drawn.handle) if stroked.value else (0, 0, 0, 0)
    if not (fill[3] or stroke[3]) or (not stroke[3] and _is_paper(fill)):
        return
    color = fill if fill[3] else stroke
    if min(box.width, box.height) <= RULE_THICKNESS:
        yield Mark(MarkKind.RULE, box, color)
        return
    segments = pdfium.FPDFPath_CountSegments(drawn.handle)
    if segments > 12 or _curved(drawn.handle, segments):
        if min(box.width, box.height) >= SMALLEST_PICTURE and box.area < 0.8 * page_area:
            rounded = segments <= 20 and box.area > 0.02 * page_area  # a box with round corners
            yield Mark((MarkKind.FILL if fill[3] else MarkKind.FRAME) if rounded else MarkKind.PICTURE, box, color)
        return
    if filled and segments >= 8 and fill[3]:
        yield Mark(MarkKind.FRAME, box, color)  # an outer and an inner rectangle: a border
        return
    if fill[3] and not _is_paper(fill) and box.area < 0.9 * page_area:
        yield Mark(MarkKind.FILL, box, fill)
    if stroke[3] and box.area < 0.95 * page_area:
        yield Mark(MarkKind.FRAME, box, stroke)


def _curved(handle: object, segments: int) -> bool:
    """Whether any of a path's segments is a Bézier curve."""
    kinds = (pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(handle, i)) for i in range(segments))
    return any(kind == pdfium.FPDF_SEGMENT_BEZIERTO for kind in kinds)


def _color(get: Get, handle: object) -> tuple[int, int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not get(handle, *parts):
        return (0, 0, 0, 255)
    r, g, b, a = (p.value for p in parts)
    return r, g, b, a


def _is_paper(color: tuple[int, int, int, int]) -> bool:
    return min(color[:3]) >= 250


def closed_frames(rules: list[Box]) -> list[Mark]:
    """Frames that four separate rules close."""
    near = 3.0
    flat = [r for r in rules if r.width > 30 and r.width > r.height]
    upright = [r for r in rules if r.height > 20 and r.height > r.width]
    found: list[Mark] = []
    for top in flat:
        sides = [s for s in upright if abs(s.y0 - top.y0) <= near]
        left = [s for s in sides if abs(s.x0 - top.x0) <= near]
        right = [s for s in sides if abs(s.x1 - top.x1) <= near]
        for a in left:
            for b in right:
                if b.x0 - a.x1 < 30 or abs(a.y1 - b.y1) > near:
                    continue
                if any(
                    abs(f.x0 - top.x0) <= near and abs(f.x1 - top.x1) <= near and abs(f.y1 - a.y1) <= near
                    for f in flat
                    if f is not top
                ):
                    found.append(Mark(MarkKind.FRAME, Box(a.x0, top.y0, b.x1, a.y1)))
    return found


def dashed_rules(dashes: list[Box]) -> list[Mark]:
    """Rules drawn dash by dash: five or more short marks in one line, no gap wider than three of them."""
    found: list[Mark] = []
    for flat in (True, False):
        rows: dict[int, list[Box]] = {}
        for d in dashes:
            across = d.center[1] if flat else d.center[0]
            rows.setdefault(round(across), []).append(d)
        for row in rows.values():
            row.sort(key=lambda b: b.x0 if flat else b.y0)
            runs = [row[:1]]
            for before, after in pairwise(row):
                step = after.x0 - before.x1 if flat else after.y0 - before.y1
                if step <= 3 * max(before.width, before.height, 2.0):
                    runs[-1].append(after)
                else:
                    runs.append([after])
            found += [Mark(MarkKind.RULE, around(run)) for run in runs if len(run) >= 5]
    return found
