"""The faces that papers are set in, and how wide their letters are, from the font files themselves."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from fontTools.ttLib import TTFont

IDEOGRAPHS = ("\u4e00", "\u9fff")
"""Between these every letter is as wide as it is high."""


class Face(NamedTuple):
    """A face: its family, weight and slope, and where in the em square the letters' box begins above the baseline."""

    family: str
    bold: bool = False
    italic: bool = False
    above: float = 0.8


FACES = {
    "ming": Face("AR PL UMing TW", above=0.88),
    "mingcn": Face("AR PL UMing CN", above=0.88),
    "kai": Face("AR PL UKai TW", above=0.88),
    "kaicn": Face("AR PL UKai CN", above=0.88),
    "hei": Face("WenQuanYi Zen Hei", above=0.88),
    "song": Face("Noto Serif CJK SC", above=0.88),
    "songb": Face("Noto Serif CJK SC", bold=True, above=0.88),
    "gothic": Face("Noto Sans CJK SC", above=0.88),
    "gothicb": Face("Noto Sans CJK SC", bold=True, above=0.88),
    "songtw": Face("Noto Serif CJK TC", above=0.88),
    "songtwb": Face("Noto Serif CJK TC", bold=True, above=0.88),
    "gothictw": Face("Noto Sans CJK TC", above=0.88),
    "gothictwb": Face("Noto Sans CJK TC", bold=True, above=0.88),
    "times": Face("Liberation Serif"),
    "timesb": Face("Liberation Serif", bold=True),
    "timesi": Face("Liberation Serif", italic=True),
    "timesbi": Face("Liberation Serif", bold=True, italic=True),
    "helv": Face("Liberation Sans"),
    "helvb": Face("Liberation Sans", bold=True),
    "helvi": Face("Liberation Sans", italic=True),
    "narrow": Face("Liberation Sans Narrow"),
    "narrowb": Face("Liberation Sans Narrow", bold=True),
    "deja": Face("DejaVu Serif"),
    "dejab": Face("DejaVu Serif", bold=True),
    "cond": Face("DejaVu Serif Condensed"),
    "condb": Face("DejaVu Serif Condensed", bold=True),
    "condi": Face("DejaVu Serif Condensed", italic=True),
    "sans": Face("DejaVu Sans Condensed"),
    "sansb": Face("DejaVu Sans Condensed", bold=True),
    "mono": Face("Liberation Mono"),
}

UPRIGHT = {"hei": "gothictwb"}
"""Faces that Chromium sets too closely from top to bottom, for want of vertical metrics, and what stands for them."""


class Metrics(NamedTuple):
    """What is known of a font: ascent and descent in ems, and a width for every letter that was asked for."""

    ascent: float
    descent: float
    font: TTFont
    widths: dict[str, float]


@cache
def metrics(face: str) -> Metrics:
    """The metrics of a face.

    Raises:
        LookupError: the font is not installed; another one in its stead would make another paper of the same seed.
    """
    family, bold, italic, _ = FACES[face]
    pattern = f"{family}:{'bold' if bold else 'regular'}{':italic' if italic else ''}"
    if family.endswith(" Condensed"):
        pattern = pattern.replace(" Condensed", "") + ":width=75"
    told = subprocess.run(
        ["fc-match", "-f", "%{file}|%{index}|%{family}", pattern],  # noqa: S607 fontconfig is on the path
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    file, index, found = told.split("|", 2)
    if family not in found.split(","):
        msg = f"The font {family} is not installed ({found} would stand for it). `tools/setup test` installs it."
        raise LookupError(msg)
    font = TTFont(file, fontNumber=int(index or 0) & 0xFFFF, lazy=True)
    head, hhea = font["head"], font["hhea"]
    em = float(head.unitsPerEm)
    return Metrics(hhea.ascent / em, -hhea.descent / em, font, {})


@dataclass(slots=True)
class Scale:
    """Measures text in ems."""

    known: dict[str, Metrics] = field(default_factory=dict)

    def of(self, face: str) -> Metrics:
        """The metrics of a face."""
        if face not in self.known:
            self.known[face] = metrics(face)
        return self.known[face]

    def letter(self, letter: str, face: str) -> float:
        """The width of a letter."""
        if IDEOGRAPHS[0] <= letter <= IDEOGRAPHS[1]:
            return 1.0
        if letter == "\u00ad":
            return 0.0
        _, _, font, widths = self.of(face)
        if letter not in widths:
            glyph = font.getBestCmap().get(ord(letter))
            em = font["head"].unitsPerEm
            widths[letter] = font["hmtx"][glyph][0] / em if glyph else 1.0
        return widths[letter]

    def width(self, text: str, face: str, *, upright: bool = False) -> float:
        """The width of a line, in ems; of an upright one, its length."""
        if upright:
            return float(sum(1.0 if wide(c) else self.letter(c, face) for c in text))
        return sum(self.letter(c, face) for c in text)

    def drop(self, face: str) -> float:
        """How far the letters' box lies below the top of a line as high as its type, in ems."""
        ascent, descent, _, _ = self.of(face)
        return (1 - ascent - descent) / 2 + ascent - FACES[face].above


def wide(letter: str) -> bool:
    """Whether a letter stands upright in a vertical line."""
    return letter >= "\u1100" or letter in "“”‘’—…·×"


def style_sheet() -> str:
    """The faces as style classes."""
    rules = []
    for name, (family, bold, italic, _) in FACES.items():
        stretch = "font-stretch:condensed;" if family.endswith(" Condensed") else ""
        family_name = family.removesuffix(" Condensed")
        rules.append(
            f".{name} {{ font-family:'{family_name}';{stretch}font-weight:{'bold' if bold else 'normal'};"
            f"font-style:{'italic' if italic else 'normal'} }}"
        )
    return "\n".join(rules)
