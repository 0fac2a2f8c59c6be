"""An article refers to the blocks that it is printed in, and copies only the words that repair may touch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from banmian.model.geometry import Box
from banmian.model.page import Role
from banmian.model.text import Flag, Text


class Kind(StrEnum):
    """What an article is to its readers."""

    STORY = "story"
    BRIEF = "brief"
    PROMO = "promo"
    PHOTO = "photo"
    NOTICE = "notice"
    AD = "ad"
    MASTHEAD = "masthead"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Part:
    """A block of an article: page and block by index, and what it is there."""

    page: int
    block: int
    role: Role


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure an article's edges are.

    Attributes:
        confidence: 0 to 1, the likelihood that it has the blocks that it should, in their order.
        doubts: what is doubtful, in words for a person, the worst first.
    """

    confidence: float
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """An article's parts on one page, in reading order; `certainty` is None where nothing was measured."""

    parts: tuple[Part, ...]
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class LineRef:
    """A line by page, block and line index."""

    page: int
    block: int
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One headline, paragraph or caption: its text, and the lines that it was printed in.

    `text.raw` is the lines' raw texts with a line feed between them, so a printed span of the text leads to
    lines and, through them, to character boxes.

    Attributes:
        text: what was printed and every change since.
        lines: where.
        flags: what repair found doubtful and left, by printed spans of the text.
    """

    text: Text
    lines: tuple[LineRef, ...] = ()
    flags: tuple[Flag, ...] = ()

    def __str__(self) -> str:
        return self.text.current


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's words and its place.

    Attributes:
        page: index of the page.
        box: of the picture; None where the caption stands alone.
    """

    text: Passage | None
    credit: Passage | None = None
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to other pages: `pages` as numbers ("4-9"), `text` as printed."""

    pages: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an issue, over as many blocks and pages as it was printed in.

    Attributes:
        parts: every block in reading order.
        byline: names alone.
        byline_texts: the same with what repair changed in them; empty where it did not look.
        continued_from: page numbers as printed, where a jump was printed.
        continued_on: likewise.
        language: where it differs from the issue's.
        certainty: of its edges; None where nothing was measured.
    """

    id: str
    kind: Kind
    parts: tuple[Part, ...]
    label: Passage | None = None
    kicker: Passage | None = None
    headline: Passage | None = None
    deck: Passage | None = None
    byline: tuple[str, ...] = ()
    byline_texts: tuple[Passage, ...] = ()
    paragraphs: tuple[Passage, ...] = ()
    captions: tuple[Caption, ...] = ()
    references: tuple[Reference, ...] = ()
    continued_from: tuple[str, ...] = ()
    continued_on: tuple[str, ...] = ()
    language: str | None = None
    certainty: Certainty | None = None
