"""Every character of a PDF page with its box and style, read out of PDFium in one pass.

The arrays of `Glyphs` run over the characters that the page really draws (PDFium's own guesses at spaces and
line ends are left out), in no promised order. Frame: points of the page as it is displayed, after its crop
box and rotation, origin at the top left.

PDFium is called through prototypes with plain addresses: the same functions as pypdfium2's own, at a third
of the cost a call, which decides the time that a page of ten thousand characters takes.
"""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import repeat

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from banmian.model.page import Style
from banmian.sources.pdf.ligatures import part
from banmian.sources.pdf.numbering import numbered

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Colors = npt.NDArray[np.uint32]

NAMELESS = 0xFFFD
"""U+FFFD stands for a glyph whose character the file does not tell."""

FORETOLD = 0.05
"""Points by which a character's baseline and size may differ from what another one of its font and height tells."""

MODES_ASKED = 1500
"""So many objects, spread over the page, are asked at least how they are drawn."""

INVISIBLE_MODES = {3, 7}
"""Text render modes that put no ink on the page (ISO 32000-1, table 106)."""

_P, _I, _D = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
_text_object = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.CFUNCTYPE(ctypes.c_size_t, _P, _I))
_loose_box = ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.CFUNCTYPE(_I, _P, _I, _P))
_matrix = ctypes.cast(pdfium.FPDFText_GetMatrix, ctypes.CFUNCTYPE(_I, _P, _I, _P))
_unicode = ctypes.cast(pdfium.FPDFText_GetUnicode, ctypes.CFUNCTYPE(ctypes.c_uint, _P, _I))
_font_size = ctypes.cast(pdfium.FPDFText_GetFontSize, ctypes.CFUNCTYPE(_D, _P, _I))
_map_error = ctypes.cast(pdfium.FPDFText_HasUnicodeMapError, ctypes.CFUNCTYPE(_I, _P, _I))
_fill_color = ctypes.cast(pdfium.FPDFPageObj_GetFillColor, ctypes.CFUNCTYPE(_I, _P, _P, _P, _P, _P))
_stroke_color = ctypes.cast(pdfium.FPDFPageObj_GetStrokeColor, ctypes.CFUNCTYPE(_I, _P, _P, _P, _P, _P))
_render_mode = ctypes.cast(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.CFUNCTYPE(_I, _P))
_font_of = ctypes.cast(pdfium.FPDFTextObj_GetFont, ctypes.CFUNCTYPE(ctypes.c_size_t, _P))
_font_name = ctypes.cast(pdfium.FPDFFont_GetBaseFontName, ctypes.CFUNCTYPE(ctypes.c_size_t, _P, _P, ctypes.c_size_t))
_font_weight = ctypes.cast(pdfium.FPDFFont_GetWeight, ctypes.CFUNCTYPE(_I, _P))
_font_angle = ctypes.cast(pdfium.FPDFFont_GetItalicAngle, ctypes.CFUNCTYPE(_I, _P, _P))
_clip_of = ctypes.cast(pdfium.FPDFPageObj_GetClipPath, ctypes.CFUNCTYPE(_P, _P))
_clip_count = ctypes.cast(pdfium.FPDFClipPath_CountPaths, ctypes.CFUNCTYPE(_I, _P))
_clip_segments = ctypes.cast(pdfium.FPDFClipPath_CountPathSegments, ctypes.CFUNCTYPE(_I, _P, _I))
_clip_segment = ctypes.cast(pdfium.FPDFClipPath_GetPathSegment, ctypes.CFUNCTYPE(_P, _P, _I, _I))
_segment_point = ctypes.cast(pdfium.FPDFPathSegment_GetPoint, ctypes.CFUNCTYPE(_I, _P, _P, _P))


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page's user space becomes the displayed frame.

    Attributes:
        left, bottom, right, top: the page's bounding box (crop box within media box), in user space.
        turn: 0, 90, 180 or 270 degrees clockwise.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (width, height) if self.turn in {0, 180} else (height, width)

    def boxes(self, quads: Floats) -> Floats:
        """User-space (left, top, right, bottom) rows as displayed (x0, y0, x1, y1) rows."""
        xa, ya, xb, yb = quads[:, 0], quads[:, 1], quads[:, 2], quads[:, 3]
        if self.turn == 0:
            a, b, c, d = xa - self.left, self.top - ya, xb - self.left, self.top - yb
        elif self.turn == 90:
            a, b, c, d = ya - self.bottom, xa - self.left, yb - self.bottom, xb - self.left
        elif self.turn == 180:
            a, b, c, d = self.right - xa, ya - self.bottom, self.right - xb, yb - self.bottom
        else:
            a, b, c, d = self.top - ya, self.right - xa, self.top - yb, self.right - xb
        return np.stack([np.minimum(a, c), np.minimum(b, d), np.maximum(a, c), np.maximum(b, d)], axis=1)


@dataclass(frozen=True)
class Glyphs:
    """The characters of a page as arrays of one length.

    Attributes:
        code: Unicode code points.
        box: (n, 4) even cells x0, y0, x1, y1 in points of the displayed page.
        size: type size in points as displayed.
        base: the baseline's y for upright text, its x for text turned by 90 degrees.
        turn: degrees clockwise from upright, rounded to whole degrees.
        style: index into `styles`.
        ink: whether it puts ink on the page (False: render mode 3, or alpha 0).
        object: number of the drawing object, for clip paths.
        objects: PDFium's handle of each object.
    """

    code: Ints
    box: Floats
    size: Floats
    base: Floats
    turn: Ints
    style: Ints
    ink: Flags
    object: Ints
    objects: Ints
    styles: tuple[Style, ...]

    def __len__(self) -> int:
        return len(self.code)

    def kept(self, which: Flags | Ints) -> Glyphs:
        """Only those characters, in that order."""
        if which.dtype == np.bool_ and which.all():
            return self
        return replace(
            self,
            **{
                name: getattr(self, name)[which]
                for name in ("code", "box", "size", "base", "turn", "style", "ink", "object")
            },
        )


def read_glyphs(text_page: int, frame: Frame) -> Glyphs:
    """Reads every drawn character.

    Args:
        text_page: address of an open FPDF_TEXTPAGE.
        frame: of the same page.
    """
    n = max(0, pdfium.FPDFText_CountChars(ctypes.cast(text_page, pdfium.FPDF_TEXTPAGE)))
    handles = np.fromiter(map(_text_object, repeat(text_page, n), range(n)), np.int64, n)
    drawn = np.flatnonzero(handles)
    quads = (ctypes.c_float * (4 * max(1, n)))()
    start = ctypes.addressof(quads)
    _run(map(_loose_box, repeat(text_page), drawn.tolist(), (start + 16 * drawn).tolist()))
    user = np.ctypeslib.as_array(quads).reshape(-1, 4)[drawn].astype(np.float64)
    code = _codes(text_page, n)[drawn]
    handles = handles[drawn]
    first = np.flatnonzero(np.diff(handles, prepend=0))
    index = np.cumsum(np.diff(handles, prepend=0) != 0) - 1
    index = index if len(index) else np.zeros(0, np.int64)
    handles = handles[first]
    fonts = np.fromiter(map(_font_of, handles.tolist()), np.int64, len(handles))
    box = frame.boxes(user)
    face, one_of = numbered(fonts)
    turn, size, base = _type_of_objects(text_page, drawn[first], face, box[first], frame)
    modes = _modes_of_objects(handles, one_of)
    colors = _colors_of_objects(handles, one_of, size, base)
    style, ink, styles = _styles_of_objects(handles, fonts[one_of], face, modes, colors, size, turn)
    code[_nameless(text_page, drawn, code, face[index])] = NAMELESS
    part(box, index, turn[index])
    return Glyphs(
        code=code,
        box=box,
        size=size[index],
        base=base[index],
        turn=turn[index],
        style=style[index],
        ink=ink[index],
        object=index,
        objects=handles,
        styles=styles,
    )


def _run(calls: Iterator[object]) -> None:
    """Makes calls for what they write, not for what they return."""
    deque(calls, maxlen=0)


def _codes(text_page: int, n: int) -> Ints:
    """Code points of all characters; in one call unless some lie outside the basic plane."""
    buffer = (ctypes.c_ushort * (n + 1))()
    got = pdfium.FPDFText_GetText(ctypes.cast(text_page, pdfium.FPDF_TEXTPAGE), 0, n, buffer)
    code: Ints = np.ctypeslib.as_array(buffer)[:n].astype(np.int64)
    surrogates = (code >= 0xD800) & (code < 0xE000)
    if got != n + 1 or surrogates.any():
        code = np.fromiter((_unicode(text_page, i) for i in range(n)), np.int64, n)
    # PDFium marks a hyphen that it takes for one at a line's end by U+0002 or U+FFFE
    code[(code == 0x02) | (code == 0xFFFE)] = ord("-")
    return code


def _type_of_objects(text_page: int, chars: Ints, face: Ints, box: Floats, frame: Frame) -> tuple[Ints, Floats, Floats]:
    """Turn in degrees, size and baseline of the objects that begin at these characters.

    A cell's height is the type size times what the font is high, and the baseline lies a fixed part of it over the
    cell's foot; so one object answers for all of its font and height. In shuffled files nearly every character is
    an object. One of each row that this gives is asked too; where one does not stand as foretold or does not stand
    upright, every object is asked.

    Args:
        text_page: address of an open FPDF_TEXTPAGE.
        chars: numbers of the characters.
        face: number of each one's font.
        box: (n, 4) cell of each one as displayed.
        frame: of the same page.
    """
    foot = box[:, 3]
    kind, some = numbered(face << 32 | np.rint((foot - box[:, 1]) * 100).astype(np.int64))
    if 4 * len(some) > len(chars):
        return _asked_types(text_page, chars, frame)
    turn, size, base = _asked_types(text_page, chars[some], frame)
    over = (foot[some] - base)[kind]
    turn, size, base = turn[kind], size[kind], foot - over
    _, asked = numbered(np.rint(base * 4).astype(np.int64))
    turns, sizes, bases = _asked_types(text_page, chars[asked], frame)
    off = np.maximum(np.abs(bases - base[asked]), np.abs(sizes - size[asked]))
    if turn.any() or turns.any() or (off > FORETOLD).any():
        return _asked_types(text_page, chars, frame)
    return turn, size, base


def _asked_types(text_page: int, chars: Ints, frame: Frame) -> tuple[Ints, Floats, Floats]:
    """Turn, size and baseline at these characters, each asked of PDFium."""
    n = len(chars)
    raw = (ctypes.c_float * (6 * max(1, n)))()
    start = ctypes.addressof(raw)
    places = chars.tolist()
    _run(map(_matrix, repeat(text_page), places, range(start, start + 24 * n, 24)))
    sizes = np.fromiter(map(_font_size, repeat(text_page), places), np.float64, n)
    m = np.ctypeslib.as_array(raw).reshape(-1, 6)[:n].astype(np.float64)
    a, b, c, d, e, f = m.T
    turn = np.rint(np.degrees(np.arctan2(-b, a))).astype(np.int64) + frame.turn
    scale = np.hypot(c, d)
    origin = frame.boxes(np.stack([e, f, e, f], axis=1))
    turn = turn % 360
    base = np.where((turn == 90) | (turn == 270), origin[:, 0], origin[:, 1])
    return turn, np.abs(sizes) * scale, base


def _modes_of_objects(handles: Ints, one_of: Ints) -> Ints:
    """Text render mode of each object.

    On a page of more than `MODES_ASKED` objects, which is one whose characters are drawn one by one, one of each
    font and every so manieth are asked. Where they do not all agree, as on a page with hidden or outlined text,
    every object is asked.

    Args:
        handles: PDFium's, of each object.
        one_of: an object of each font.
    """
    asked = np.concatenate((one_of, np.arange(0, len(handles), 1 + len(handles) // MODES_ASKED)))
    modes = np.fromiter(map(_render_mode, handles[asked].tolist()), np.int64, len(asked))
    if len(asked) and (modes == modes[0]).all():
        return np.full(len(handles), modes[0])
    return np.fromiter(map(_render_mode, handles.tolist()), np.int64, len(handles))


def _colors_of_objects(handles: Ints, one_of: Ints, size: Floats, base: Floats) -> Colors:
    """Fill colour (red, green, blue, alpha) of each object.

    On a page of more than `MODES_ASKED` objects one of each font, one of each row of a size and every sixth are
    asked. Where they do not all agree, as on a page with a reversed or coloured headline, every object is asked.

    Args:
        handles: PDFium's, of each object.
        one_of: an object of each font.
        size: in points, of each.
        base: of each one's row, in points.
    """
    if len(handles) > MODES_ASKED:
        _, rows = numbered(np.rint(size).astype(np.int64) << 32 | np.rint(base).astype(np.int64) & 0xFFFFFFFF)
        colors = _asked_colors(handles[np.concatenate((one_of, rows, np.arange(0, len(handles), 6)))])
        if (colors == colors[0]).all():
            return np.broadcast_to(colors[0], (len(handles), 4))
    return _asked_colors(handles)


def _asked_colors(handles: Ints) -> Colors:
    """Fill colour of these objects, each asked of PDFium."""
    n = len(handles)
    rgba = np.zeros((max(1, n), 4), np.uint32)
    r, end = rgba.ctypes.data, rgba.ctypes.data + 16 * n
    channels = (range(r + 4 * k, end + 4 * k, 16) for k in range(4))
    _run(map(_fill_color, handles.tolist(), *channels))
    return rgba[:n]


def _nameless(text_page: int, drawn: Ints, code: Ints, face: Ints) -> Flags:
    """Characters that a font without ToUnicode does not tell: one of each kind and font is asked."""
    kind, some = numbered(face << 21 | code)
    told = np.fromiter(map(_map_error, repeat(text_page), drawn[some].tolist()), np.int64, len(some)) == 1
    return told[kind] if len(some) else np.zeros(0, np.bool_)


def _styles_of_objects(
    handles: Ints, fonts: Ints, face: Ints, modes: Ints, colors: Colors, size: Floats, turn: Ints
) -> tuple[Ints, Flags, tuple[Style, ...]]:
    """Style number and visibility of each object, and the styles; `face` numbers each one's font in `fonts`."""
    n = len(handles)
    told = [_font(font) for font in fonts.tolist()]
    looks = list(dict.fromkeys(told))
    numbers = np.array([looks.index(look) for look in told], np.int64)[face]
    shape = ((numbers << 12 | turn) << 4 | (modes & 15)) << 20 | np.rint(size * 20).astype(np.int64)
    style, first = numbered(shape)
    if n and (colors != colors[0]).any():
        packed = colors.astype(np.int64) @ np.array([1 << 24, 1 << 16, 1 << 8, 1])
        style, first = numbered(style << 32 | packed)
    styles: list[Style] = []
    for k in first.tolist():
        name, weight, italic = looks[int(numbers[k])]
        red, green, blue, alpha = colors[k].tolist()
        if modes[k] in {1, 5}:
            stroke = (ctypes.c_uint * 4)()
            s = ctypes.addressof(stroke)
            _stroke_color(int(handles[k]), s, s + 4, s + 8, s + 12)
            red, green, blue, alpha = stroke
        alpha = 0 if modes[k] in INVISIBLE_MODES else alpha
        points = float(np.rint(size[k] * 20)) / 20
        styles.append(Style(name, points, weight, italic, (red, green, blue, alpha), int(turn[k])))
    ink = np.zeros(n, np.bool_)
    ink = np.array([s.color[3] > 0 for s in styles], np.bool_)[style] if styles else ink
    return style, ink, tuple(styles)


def _font(handle: int) -> tuple[str, int, bool]:
    """Name (without the subset's prefix), weight and slant of a font."""
    buffer, angle = ctypes.create_string_buffer(256), ctypes.c_int()
    _font_name(handle, ctypes.addressof(buffer), len(buffer))
    name = buffer.value.decode("utf-8", "replace")
    name = name.split("+", 1)[1] if len(name) > 7 and name[6] == "+" else name
    weight = _font_weight(handle)
    slanted = bool(_font_angle(handle, ctypes.addressof(angle))) and angle.value != 0
    lower = name.lower()
    if "black" in lower or "heavy" in lower:
        weight = max(weight, 900)
    elif "bold" in lower:
        weight = max(weight, 700)
    return name, max(0, min(900, weight)), slanted or "italic" in lower or "oblique" in lower


def clipped_objects(objects: Ints, numbers: Ints) -> set[int]:
    """Those of the numbered objects that have a clip path at all.

    Args:
        objects: PDFium's handles, by number.
        numbers: which of them to ask.
    """
    paths = list(map(_clip_of, objects[numbers].tolist()))
    counts = map(_clip_count, (path or 0 for path in paths))
    return {n for n, path, count in zip(numbers.tolist(), paths, counts, strict=True) if path and count > 0}


def clip_box(handle: int, frame: Frame) -> tuple[float, float, float, float] | None:
    """The box around an object's clip path as displayed; None where nothing clips it."""
    path = _clip_of(handle)
    if not path:
        return None
    left, top, right, bottom = -math.inf, math.inf, math.inf, -math.inf
    x, y = ctypes.c_float(), ctypes.c_float()
    px, py = ctypes.addressof(x), ctypes.addressof(y)
    for k in range(max(0, _clip_count(path))):
        points = [
            (x.value, y.value)
            for j in range(max(0, _clip_segments(path, k)))
            if _segment_point(_clip_segment(path, k, j), px, py)
        ]
        if points:
            left, right = max(left, min(p[0] for p in points)), min(right, max(p[0] for p in points))
            bottom, top = max(bottom, min(p[1] for p in points)), min(top, max(p[1] for p in points))
    if not math.isfinite(left + right + top + bottom):
        return None
    x0, y0, x1, y1 = frame.boxes(np.array([[left, top, right, bottom]]))[0].tolist()
    return x0, y0, x1, y1
