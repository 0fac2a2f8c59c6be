"""A page as it was read: characters in lines, lines in blocks, and what is drawn around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from banmian.model.geometry import Box, Boxes, Turning
from banmian.model.text import Text


class Direction(StrEnum):
    """How the characters of a line follow each other."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of characters is set.

    Attributes:
        font: the font's name as the file gives it, "" where it gives none (Type 3).
        size: in page units, as it appears on the page.
        weight: 100 to 900; 400 is regular, 0 unknown.
        italic: slanted.
        color: RGBA, 0 to 255 each.
        rotation: degrees clockwise from upright.
    """

    font: str = ""
    size: float = 0.0
    weight: int = 0
    italic: bool = False
    color: tuple[int, int, int, int] = (0, 0, 0, 255)
    rotation: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline (or one vertical line) without a column's gap between them.

    Attributes:
        text: what stands there; `chars` is as long as `text.raw`, or empty where the source has no geometry.
        box: around the ink; None where the source has no geometry.
        chars: a box for every character of `text.raw`.
        styles: `(start, style)` of each run over `text.raw`, the first at 0.
        direction: horizontal or vertical.
        confidence: 0 to 1 as the recogniser gave it, 1 for text that the file itself holds.
    """

    text: Text
    box: Box | None = None
    chars: Boxes = field(default_factory=Boxes)
    styles: tuple[tuple[int, Style], ...] = ()
    direction: Direction = Direction.HORIZONTAL
    confidence: float = 1.0

    @property
    def size(self) -> float:
        """Type size of the first run in page units, 0 where unknown."""
        return self.styles[0][1].size if self.styles else 0.0


class MarkKind(StrEnum):
    """What is drawn on a page beside its text."""

    RULE = "rule"
    FRAME = "frame"
    FILL = "fill"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Mark:
    """A rule, an outlined or filled box, or a picture.

    Attributes:
        color: RGBA of the ink, where it has one.
    """

    kind: MarkKind
    box: Box
    color: tuple[int, int, int, int] = (0, 0, 0, 255)


class Role(StrEnum):
    """What a block is on its page."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    LABEL = "label"
    BYLINE = "byline"
    BODY = "body"
    SUBHEADING = "subheading"
    PULL_QUOTE = "pull quote"
    CAPTION = "caption"
    CREDIT = "credit"
    PICTURE = "picture"
    JUMP = "jump"
    POINTER = "pointer"
    FOLIO = "folio"
    MASTHEAD = "masthead"
    AD = "ad"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together on one page, in reading order.

    Attributes:
        lines: in reading order.
        role: what the type and the place say it is.
        box: around the lines, or the picture; None without geometry.
        column: extent of the column that it is set in, which is at least as wide as its ink.
        region: number of the box, rule-bound field or page area that holds it; blocks of different regions
            are parted by something drawn.
        paragraphs: index of the first line of each paragraph, as far as the setting shows it (indents).
        zone: the name of the input file's own block that holds it, "" where the file has none.
    """

    lines: tuple[Line, ...] = ()
    role: Role = Role.BODY
    box: Box | None = None
    column: Box | None = None
    region: int = 0
    paragraphs: tuple[int, ...] = (0,)
    zone: str = ""

    @property
    def size(self) -> float:
        """The type size of its first line in page units, 0 where unknown."""
        return self.lines[0].size if self.lines else 0.0

    @property
    def words(self) -> str:
        """Its lines' current text, one a line."""
        return "\n".join(str(line.text) for line in self.lines)


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code that stands on the page."""

    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page, from any source.

    Attributes:
        index: its place in the input, from 0.
        number: as printed or as the file labels it ("1", "A01"); None while unknown.
        name: 版名, the page's own name ("要聞").
        width: in page units; 0 where the source has no geometry.
        height: likewise.
        dpi: page units per inch; 72 for a PDF, 0 where the source does not say.
        language: BCP 47 with script, None while unknown.
        lines: every line, in no promised order.
        marks: rules, frames, fills and pictures.
        codes: QR codes found on it.
        blocks: what layout made of the lines, in reading order of the page.
        zones: the input file's own blocks of the same lines, in no promised order; none where it has none.
        warnings: what a person should know, one sentence each.
        notes: what was found out in reading, such as the encoding.
        missing: why the page could not be read, None where it could.
        recognised: whether its lines were read from a picture; their sizes, fonts and edges are then estimates.
        recognise: why its picture should be recognised as well, None where its text is enough.
        source: the file and the page in it, for messages and for rendering.
    """

    index: int
    number: str | None = None
    name: str | None = None
    width: float = 0.0
    height: float = 0.0
    dpi: float = 72.0
    language: str | None = None
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    codes: tuple[QrCode, ...] = ()
    blocks: tuple[Block, ...] = ()
    zones: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    missing: str | None = None
    recognised: bool = False
    recognise: str | None = None
    source: PageSource | None = None

    @property
    def label(self) -> str:
        """Its number as printed, else its place in the issue from 1."""
        return self.number or str(self.index + 1)

    @property
    def box(self) -> Box:
        """The whole page."""
        return Box(0, 0, self.width, self.height)

    @property
    def turning(self) -> Turning:
        """The way to the writing's frame: turned where most characters stand in vertical lines."""
        lines = self.lines or [line for block in self.blocks for line in block.lines]  # a page read has only these
        standing = [line for line in lines if line.direction is Direction.VERTICAL]
        if not standing:  # most pages, and this is asked often
            return Turning(vertical=False, width=self.width)
        vertical = sum(len(line.text.raw) for line in standing)
        every = sum(len(line.text.raw) for line in lines)
        return Turning(vertical * 2 > every, self.width)


def plain_label(label: str) -> str:
    """A page's label without its section and zeros: 3, 03 and A03 may name one page."""
    return _SECTION.sub("", label.upper())


_SECTION = re.compile("^[A-D]?0*")


@dataclass(frozen=True, slots=True)
class PageSource:
    """Where a page came from.

    Attributes:
        name: the file's name without its folder.
        page: its number in that file, from 1.
        half: 0 for the whole sheet; 1 or 2 for the left or right page of a spread that was cut in two.
    """

    name: str
    page: int
    half: int = 0
