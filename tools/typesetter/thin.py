"""Thins embedded TrueType fonts: glyphs that no text shows are emptied.

Chromium embeds some fonts whole (AR PL UMing: 10 MB). Glyph numbers stay as they are, so nothing else in the
file changes. Tables after the OpenType specification 1.9: `head`, `loca`, `glyf`.
"""

from __future__ import annotations

import struct
from typing import Any

import pikepdf

WORTH_IT = 300_000
"""Fonts below this many bytes stay as they are."""
KEPT = (b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep")
"""What PDF asks of an embedded TrueType font (32000-1, 9.9); the rest goes."""
_MORE, _WORDS, _SCALE, _SCALE_XY, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80


def thin(pdf: pikepdf.Pdf) -> None:
    """Empties the glyphs of large fonts that no page shows."""
    shown: dict[tuple[int, int], tuple[Any, set[int]]] = {}
    for page in pdf.pages:
        fonts: Any = page.resources.get("/Font", {})
        current: set[int] | None = None
        for step in pikepdf.parse_content_stream(page):
            name = str(step.operator)
            if name == "Tf":
                file = _file(fonts[str(step.operands[0])])
                current = shown.setdefault(file.objgen, (file, set()))[1] if file is not None else None
            elif name in {"Tj", "TJ"} and current is not None:
                strings = step.operands if name == "Tj" else step.operands[0]
                for string in strings:
                    if isinstance(string, pikepdf.String):
                        current.update(code for (code,) in struct.iter_unpack(">H", bytes(string)))
    for file, glyphs in shown.values():
        data = file.read_bytes()
        if len(data) > WORTH_IT:
            small = thinned(data, glyphs)
            file.write(small)
            file["/Length1"] = len(small)


def _file(font: Any) -> Any:  # noqa: ANN401 pikepdf's objects are of every type
    """The TrueType file of a composite font, None for others."""
    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        return None
    return font["/DescendantFonts"][0]["/FontDescriptor"].get("/FontFile2")


def thinned(data: bytes, glyphs: set[int]) -> bytes:
    """A TrueType font with the outlines of `glyphs`, and of what they are made of, alone."""
    tables = _tables(data)
    (long,) = struct.unpack_from(">h", tables[b"head"], 50)
    loca = tables[b"loca"]
    places = [p for (p,) in struct.iter_unpack(">L" if long else ">H", loca)]
    places = places if long else [2 * p for p in places]
    glyf = tables[b"glyf"]
    kept: set[int] = set()
    waiting = {0, *glyphs}
    while waiting:
        glyph = waiting.pop()
        kept.add(glyph)
        waiting |= set(_parts(glyf[places[glyph] : places[glyph + 1]])) - kept
    body, starts = bytearray(), [0]
    for glyph in range(len(places) - 1):
        if glyph in kept:
            body += glyf[places[glyph] : places[glyph + 1]]
            body += b"\0" * (-len(body) % 4)
        starts.append(len(body))
    tables[b"glyf"] = bytes(body)
    tables[b"loca"] = struct.pack(f">{len(starts)}L", *starts)
    tables[b"head"] = tables[b"head"][:50] + struct.pack(">h", 1) + tables[b"head"][52:]
    return _font({tag: tables[tag] for tag in KEPT if tag in tables})


def _tables(data: bytes) -> dict[bytes, bytes]:
    # Of a collection, its first font is the one that PDF shows.
    (begin,) = struct.unpack_from(">L", data, 12) if data[:4] == b"ttcf" else (0,)
    (count,) = struct.unpack_from(">H", data, begin + 4)
    found = {}
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, begin + 12 + 16 * index)
        found[tag] = data[start : start + length]
    return found


def _parts(outline: bytes) -> list[int]:
    """The glyphs that a composite glyph is made of."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found, place = [], 10
    while True:
        flags, glyph = struct.unpack_from(">HH", outline, place)
        found.append(glyph)
        place += 8 if flags & _WORDS else 6
        place += 2 if flags & _SCALE else 4 if flags & _SCALE_XY else 8 if flags & _MATRIX else 0
        if not flags & _MORE:
            return found


def _font(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    body, start = b"", 12 + 16 * count
    for tag in sorted(tables):
        table = tables[tag]
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(word for (word,) in struct.iter_unpack(">L", padded)) & 0xFFFFFFFF
        head += struct.pack(">4sLLL", tag, total, start + len(body), len(table))
        body += padded
    return head + body
