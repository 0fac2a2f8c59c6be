"""What a paper is made of: articles, their paragraphs, and the lines that stand on its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from typesetter.sheet import Rect
from typesetter.words import Words

if TYPE_CHECKING:
    from papers.breaking import Type

KEPT_SPACE = "\u00a0"
"""In a setting, a space at which no line is broken; a plain one in the truth."""
HEAD = ("label", "kicker", "headline", "deck")


@dataclass(slots=True)
class Para:
    """One paragraph, or another thing that is poured with the text.

    Attributes:
        kind: p, sub, verse, row, right; in a stream headline, kicker, label, rule, too.
        setting: the printed characters with soft hyphens; cells of a row are parted by tabs.
        leads: characters at its head in the lead face.
        type: its own type, where it is not the body's.
        height: of its lines in points, where it is not the body's leading.
        before: white above it in points, but not at the top of a frame.
        align: `start`, `center`, `end` or `just`.
        flush: its first line is not indented.
        keep: lines of the next paragraphs that must stand in the same frame.
        role: of its lines.
        article: whose it is, in a stream of many.
        name: of the advertisement that it is part of.
        skip: characters at its head that are set elsewhere (a drop cap).
        inset: of a rule between two items, the share of the measure that it leaves free at each end.
    """

    kind: str
    words: Words
    setting: str
    leads: int = 0
    type: Type | None = None
    height: float = 0.0
    before: float = 0.0
    align: str = ""
    flush: bool = False
    keep: int = 0
    role: str = "body"
    article: Article | None = None
    color: str = ""
    skip: int = 0
    name: str = ""
    inset: float = 0.3

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph of the article's text."""
        return self.kind in {"p", "sub", "verse", "row", "right"} and self.role in {
            "body",
            "subheading",
            "table",
        }


class Caption(NamedTuple):
    """What is said of a picture, and where that is."""

    text: str | None
    credit: str | None
    page: str
    box: Rect


@dataclass(slots=True)
class Article:
    """One article: what is printed of it, in the right and in the printed form."""

    id: str
    kind: str
    heads: dict[str, Words] = field(default_factory=dict)
    byline: list[str] = field(default_factory=list)
    paragraphs: list[Para] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    references: list[dict[str, str]] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    jumps: bool = False
    regions: list[tuple[str, Rect]] = field(default_factory=list)
    language: str | None = None
    """Where it differs from the paper's."""
    standing: bool = False
    """Its label is printed once, over it and others."""
    listed: bool = False
    """A row of an index: what is set as its headline is a paragraph of the promo that all rows are."""
    run_in: str = ""
    """What its first paragraph begins with that is its byline."""


@dataclass(slots=True)
class Line:
    """A printed line.

    Attributes:
        box: logical, in points: along the line from its first letter to its last, and as high as its type.
        piece: `(start, end)` in its paragraph's setting, for the proof.
        rank: part of the article, zone (head, text, tail), and place within it; sorted, they are reading order.
        crossed: set in the other direction than its page's.
    """

    text: str
    box: Rect
    type: Type
    role: str
    article: Article | None = None
    paragraph: int | None = None
    frame: int | None = None
    piece: tuple[int, int] = (0, 0)
    rank: tuple[int, int, int] = (0, 0, 0)
    color: str = ""
    letter: float = 0.0
    word: float = 0.0
    leads: int = 0
    crossed: bool = False
    cells: tuple[tuple[str, float], ...] = ()
    id: str = ""
    """The article's, kept where the article itself is not in the truth (advertisements)."""
