"""Small PDFs made by hand, one oddity each: pages of text, boxes and pictures at given places.

Places are points from the top left of the page, as in the pages that banmian reads; text stands on its
baseline.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, Stream

WIDTH, HEIGHT = 400.0, 600.0

LIGATURES = "ﬀﬁﬂﬃﬄ"
Color = tuple[float, float, float]
BLACK, WHITE, NAVY = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.0, 0.1, 0.4)


def text(
    words: str,
    x: float,
    y: float,
    size: float = 10,
    *,
    color: Color = BLACK,
    mode: int = 0,
    font: str = "Han",
    turn: float = 0,
    state: str = "",
    height: float = HEIGHT,
) -> str:
    """Draws words from (x, y) on; turned clockwise by so many degrees; `state` is a graphics state's name."""
    c, s = math.cos(math.radians(-turn)), math.sin(math.radians(-turn))
    codes = words.encode("utf-16-be").hex()
    set_state = f"/{state} gs " if state else ""
    r, g, b = color
    return (
        f"q {set_state}BT /{font} {size} Tf {mode} Tr {r} {g} {b} rg {r} {g} {b} RG "
        f"{c:.5f} {s:.5f} {-s:.5f} {c:.5f} {x} {height - y} Tm <{codes}> Tj ET Q\n"
    )


def standing(words: str, x: float, y: float, size: float = 10, *, height: float = HEIGHT) -> str:
    """Draws upright characters downwards, as vertical setting does; (x, y) is the first one's top left."""
    step = size * 1.1
    return "".join(text(c, x, y + size + i * step, size, height=height) for i, c in enumerate(words))


def filled(box: Sequence[float], color: Color = NAVY, *, height: float = HEIGHT) -> str:
    """A filled rectangle (x0, y0, x1, y1)."""
    x0, y0, x1, y1 = box
    return f"q {color[0]} {color[1]} {color[2]} rg {x0} {height - y1} {x1 - x0} {y1 - y0} re f Q\n"


def ruled(x0: float, y0: float, x1: float, y1: float, thickness: float = 0.5, *, height: float = HEIGHT) -> str:
    """A stroked line."""
    return f"q {thickness} w {x0} {height - y0} m {x1} {height - y1} l S Q\n"


def clipped(box: Sequence[float], content: str, *, height: float = HEIGHT) -> str:
    """What is drawn, seen through a rectangle alone."""
    x0, y0, x1, y1 = box
    return f"q {x0} {height - y1} {x1 - x0} {y1 - y0} re W n\n{content}Q\n"


def turned(content: str, degrees: int) -> str:
    """Content of an upright WIDTH by HEIGHT page, drawn so that it is upright again after /Rotate."""
    matrix = {
        0: "1 0 0 1 0 0",
        90: f"0 1 -1 0 {HEIGHT} 0",
        180: f"-1 0 0 -1 {WIDTH} {HEIGHT}",
        270: f"0 -1 1 0 0 {WIDTH}",
    }[degrees]
    return f"q {matrix} cm\n{content}Q\n"


def picture(box: Sequence[float], *, height: float = HEIGHT) -> str:
    """The page's one picture, a grey one, stretched over a rectangle."""
    x0, y0, x1, y1 = box
    return f"q {x1 - x0} 0 0 {y1 - y0} {x0} {height - y1} cm /Grey Do Q\n"


@dataclass(frozen=True)
class Sheet:
    """A page to be made.

    Attributes:
        content: what `text` and the others draw.
        rotate: the page's /Rotate.
        crop: its crop box from the top left (x0, y0, x1, y1).
        raw: stands in the place of the page's content as it is, if given.
    """

    content: str = ""
    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    raw: bytes | None = None


def made(
    sheets: Iterable[Sheet],
    *,
    labels: dict[int, dict[str, Any]] | None = None,
    encryption: pikepdf.Encryption | None = None,
    unmapped: bool = False,
) -> bytes:
    """The bytes of a PDF.

    Args:
        sheets: its pages.
        labels: page labels (ISO 32000-1, 12.4.2): for the pages from an index on, a style S and a prefix P.
        encryption: how it is locked.
        unmapped: its fonts do not say which characters their glyphs are.
    """
    with pikepdf.new() as pdf:
        every = list(sheets)
        if unmapped:
            every = [replace(sheet, content=_as_glyph_numbers(sheet.content)) for sheet in every]
        resources = pdf.make_indirect(_resources(pdf, every, unmapped=unmapped))
        for sheet in every:
            page = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, sheet.width, sheet.height]),
                Resources=resources,
                Contents=Stream(pdf, sheet.raw if sheet.raw is not None else sheet.content.encode("ascii")),
            )
            if sheet.rotate:
                page.Rotate = sheet.rotate
            if sheet.crop:
                x0, y0, x1, y1 = sheet.crop
                page.CropBox = Array([x0, sheet.height - y1, x1, sheet.height - y0])
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        if labels:
            numbers: list[Any] = []
            for index, label in labels.items():
                numbers += [index, Dictionary({f"/{key}": value for key, value in label.items()})]
            pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))
        out = io.BytesIO()
        pdf.save(out, encryption=encryption or False, static_id=encryption is None)
        return out.getvalue()


def _as_glyph_numbers(content: str) -> str:
    """Codes as some programs give them: numbers of the subset's glyphs from 1 on, which say nothing."""
    numbers: dict[str, str] = {}

    def numbered(found: re.Match[str]) -> str:
        codes = re.findall("....", found[1])
        return "<" + "".join(numbers.setdefault(c, f"{len(numbers) + 1:04x}") for c in codes) + ">"

    return re.sub("<(.*?)>", numbered, content)


def _resources(pdf: pikepdf.Pdf, sheets: list[Sheet], *, unmapped: bool) -> Dictionary:
    drawn = "".join(sheet.content for sheet in sheets)
    shown = (bytes.fromhex(piece.split(">")[0]).decode("utf-16-be") for piece in drawn.split("<")[1:])
    used = "".join(sorted(set("".join(shown))))
    grey = Stream(pdf, b"\x80" * 16)
    grey.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=4,
        Height=4,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    fonts = {
        "Han": _font(pdf, "AAAAAA+Songti", used, unmapped=unmapped),
        "Bold": _font(pdf, "BBBBBB+Heiti-Bold", used, unmapped=unmapped),
        "Slanted": _font(pdf, "CCCCCC+Songti-Italic", used, angle=-12, unmapped=unmapped),
    }
    return Dictionary(
        Font=Dictionary({f"/{name}": pdf.make_indirect(font) for name, font in fonts.items()}),
        XObject=Dictionary(Grey=pdf.make_indirect(grey)),
        ExtGState=Dictionary(Clear=Dictionary(ca=0, CA=0), Veiled=Dictionary(ca=0.5, CA=0.5)),
    )


def _font(pdf: pikepdf.Pdf, name: str, used: str, *, unmapped: bool, angle: int = 0) -> Dictionary:
    """A font of even cells (Latin ones half as wide) whose codes are UTF-16, and that says so."""
    widths: list[Any] = []
    for letter in used:
        widths += [ord(letter), Array([500 if ord(letter) < 0x2000 or letter in LIGATURES else 1000])]
    program = Stream(pdf, _program(used, mapped=not unmapped))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{name}"),
        Flags=4,
        FontBBox=Array([0, -120, 1000, 880]),
        ItalicAngle=angle,
        Ascent=880,
        Descent=-120,
        CapHeight=700,
        StemV=140 if "Bold" in name else 80,
        FontFile2=program,
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{name}"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=1000,
        CIDToGIDMap=Stream(pdf, _glyph_numbers(used)),
        W=Array(widths),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(f"/{name}"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
    )
    if not unmapped:
        rows = [f"<{ord(c):04x}> <{c.encode('utf-16-be').hex()}>" for c in used]
        chunks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
        maps = "".join(f"{len(c)} beginbfchar\n" + "\n".join(c) + "\nendbfchar\n" for c in chunks)
        font.ToUnicode = Stream(pdf, (_CMAP_HEAD + maps + _CMAP_END).encode("ascii"))
    return font


@cache
def _program(used: str, *, mapped: bool) -> bytes:
    """A TrueType font that draws a block for every character."""
    pen = TTGlyphPen(None)
    pen.moveTo((80, -60))
    for corner in ((80, 820), (420, 820), (420, -60)):
        pen.lineTo(corner)
    pen.closePath()
    block = pen.glyph()
    names = [".notdef", *(f"u{ord(c):04X}" for c in used)]
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, used), names[1:], strict=True)) if mapped else {})
    builder.setupGlyf(dict.fromkeys(names, block))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 80)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _glyph_numbers(used: str) -> bytes:
    numbers = bytearray(2 * 0x10000)
    for number, letter in enumerate(used, 1):
        numbers[2 * ord(letter) : 2 * ord(letter) + 2] = number.to_bytes(2, "big")
    return bytes(numbers)


_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
)
_CMAP_END = "endcmap CMapName currentdict /CMap defineresource pop end end\n"
