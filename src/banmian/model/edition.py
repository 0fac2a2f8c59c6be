"""The edition: an issue as others see it, in plain words and places. `codec` writes it as edition JSON.

Where an `Issue` refers (parts, lines, versions), an `Edition` tells: strings, page numbers, polygons.
"""

from __future__ import annotations

from dataclasses import dataclass

from banmian.model.article import Kind, Reference
from banmian.model.geometry import Box, Polygon
from banmian.model.issue import Channel, Registration

SCHEMA = "banmian/edition/1"


@dataclass(frozen=True, slots=True)
class EditionPage:
    """A page of the edition.

    Attributes:
        number: as printed, else its place in the issue from 1.
        name: 版名.
        width: page units, None without geometry.
        height: likewise.
        dpi: page units per inch, None where unknown and without geometry.
        image: path of the page picture within a published edition; None before publishing.
        missing: why the page could not be read.
        section: the section that it belongs to.
    """

    number: str
    name: str | None = None
    width: float | None = None
    height: float | None = None
    dpi: float | None = None
    image: str | None = None
    missing: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place: page number as printed and its box in page units."""

    page: str
    box: Box


@dataclass(frozen=True, slots=True)
class EditionCaption:
    """A picture with its words; `text` is None for a picture without any."""

    text: str | None = None
    credit: str | None = None
    image: Picture | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """An area of a page that the article covers, in page units."""

    page: str
    polygon: Polygon


@dataclass(frozen=True, slots=True)
class Repair:
    """One recorded change: where in which field, what was printed and what stands there now.

    Attributes:
        field: "headline", "kicker", …, "paragraphs/3" or "byline/0" (from 0).
        start: place in the final text, in characters.
        end: likewise.
        printed: what print had.
        step: the repair's name.
    """

    field: str
    start: int
    end: int
    printed: str
    step: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What repair found doubtful and left as printed, for a person to decide.

    Attributes:
        field: as of `Repair`, also "byline/0".
        start: place in the final text, in characters.
        end: likewise.
        could_be: what may be meant instead, the likeliest first.
        why: in words.
    """

    field: str
    start: int
    end: int
    could_be: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class EditionArticle:
    """An article in plain words; the fields are those of the contract, and some more.

    Attributes:
        flags: glyphs that may be strays where nothing decides.
        confidence: 0 to 1, the likelihood that the article has the text that it should; None where unmeasured.
        doubts: what is doubtful of its edges, the worst first.
    """

    id: str
    kind: Kind
    label: str | None = None
    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None
    byline: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    captions: tuple[EditionCaption, ...] = ()
    references: tuple[Reference, ...] = ()
    continued_from: tuple[str, ...] = ()
    continued_on: tuple[str, ...] = ()
    language: str | None = None
    regions: tuple[Region, ...] = ()
    repairs: tuple[Repair, ...] = ()
    flags: tuple[Doubt, ...] = ()
    confidence: float | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One issue as others see it; the fields are those of the contract, and `warnings` for people."""

    schema: str = SCHEMA
    title: str | None = None
    date: str | None = None
    number: str | None = None
    total_number: str | None = None
    registration: Registration | None = None
    language: str | None = None
    channels: tuple[Channel, ...] = ()
    pages: tuple[EditionPage, ...] = ()
    articles: tuple[EditionArticle, ...] = ()
    warnings: tuple[str, ...] = ()
