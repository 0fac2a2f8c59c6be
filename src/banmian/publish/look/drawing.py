"""One page drawn: its blocks in their articles' colours, what is read after what, and what is wrong."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from banmian.model.article import Part
from banmian.model.geometry import Box
from banmian.model.page import Block, Direction, MarkKind, Page
from banmian.publish.look.arrows import Arrow, arrow
from banmian.publish.look.colours import PALETTE
from banmian.publish.look.findings import Verdict
from banmian.publish.look.names import block_anchor, entry_anchor, group_anchor, page_name, shortened
from banmian.publish.look.outlines import Outline, outlines
from banmian.publish.look.rect import Rect
from banmian.publish.look.subject import Subject
from banmian.publish.look.tags import Corner, Tag, Tags
from banmian.publish.site.svg import svg_number

GREY = "#5c5c5c"
"""Of what is no article."""

UNITS_ACROSS = 96
"""Heights of a tag's type in a page's breadth: at a desk, where the page is some 850 pixels wide, nine pixels."""

LONGEST_TITLE = 90
"""Characters of a block's words that are told when it is pointed at."""


@dataclass(frozen=True, slots=True)
class DrawnBlock:
    """A block: where it is, what it says when it is pointed at, and the verdict on it."""

    number: int
    anchor: str
    rect: Rect
    title: str
    verdict: str
    faulty: bool
    note: Tag | None = None


@dataclass(frozen=True, slots=True)
class DrawnArticle:
    """All of an article on one page, but for blocks that are drawn with an article before it.

    Attributes:
        anchor: of the group; None for blocks that are in no article.
        entry: anchor of its entry in the list.
        colour: as CSS writes it.
        look: "article", or what it is that nobody reads as one: "ad", "masthead", "furniture", "loose".
        stubs: tags that say on which page it goes on, or was begun.
    """

    anchor: str | None
    entry: str | None
    colour: str
    look: str
    fine: bool
    blocks: tuple[DrawnBlock, ...]
    arrows: tuple[Arrow, ...] = ()
    tags: tuple[Tag, ...] = ()
    stubs: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """Something drawn on the page beside its text."""

    kind: MarkKind
    rect: Rect


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page as SVG writes it.

    Attributes:
        index: of the page, from 0.
        name: as people name it.
        unit: height of the tags' type, after which lines are drawn thick or thin.
        picture: path of the page picture, None where there is none.
        lines: a path around every line.
        outlines: the truth's regions.
    """

    index: int
    name: str
    width: str
    height: str
    unit: str
    picture: str | None
    articles: tuple[DrawnArticle, ...]
    lines: str
    marks: tuple[DrawnMark, ...]
    outlines: tuple[Outline, ...]


def has_places(page: Page) -> bool:
    """Whether it can be told where things stand on a page."""
    sides = (page.width, page.height)
    return page.missing is None and all(math.isfinite(side) and side > 0 for side in sides)


def drawn(subject: Subject, index: int) -> Drawing:
    """The drawing of a page that has places."""
    page = subject.issue.pages[index]
    shown = subject.edition.pages[index]
    lines = [box for block in page.blocks for line in block.lines if (box := _inside(line.box, page)) is not None]
    pen = _Pen(subject, page, Tags(page.box, lines, page.width / UNITS_ACROSS), page.width / UNITS_ACROSS)
    return Drawing(
        index=index,
        name=page_name(shown),
        width=svg_number(page.width),
        height=svg_number(page.height),
        unit=svg_number(pen.unit),
        picture=shown.image,
        articles=pen.articles(),
        lines="".join(map(_around, lines)),
        marks=tuple(_marks(page)),
        outlines=tuple(outlines(subject, index)),
    )


@dataclass(frozen=True, slots=True)
class _Pen:
    """What draws one page's articles."""

    subject: Subject
    page: Page
    tags: Tags
    unit: float

    def articles(self) -> tuple[DrawnArticle, ...]:
        """Every article, the quiet ones first, so that they lie beneath; notes are put last, where room is left."""
        here = self.subject.on_pages[self.page.index]
        ordered = sorted(here, key=lambda article: self.subject.colours[article] is not None)
        found = [*self._loose(), *(self._article(article) for article in ordered)]
        return tuple(replace(one, blocks=tuple(self._noted(one.blocks))) for one in found)

    def _article(self, article: int) -> DrawnArticle:
        colour = self.subject.colours[article]
        parts = self.subject.parts_on(self.page.index, article)
        owned = [(n, p) for n, p in parts if self.subject.first_owner[p.page, p.block] == article]
        placed = [(n, p, box) for n, p in owned if (box := self._box(p.block)) is not None]
        return DrawnArticle(
            anchor=group_anchor(self.page.index, article),
            entry=entry_anchor(self.page.index, article),
            colour=GREY if colour is None else PALETTE[colour],
            look=self.subject.issue.articles[article].kind.value if colour is None else "article",
            fine=self.subject.is_fine(article),
            blocks=tuple(self._block(part.block, f"#{article + 1}, {part.role.value}") for _, part, _ in placed),
            arrows=tuple(arrow(a, b, self.unit) for (n, _, a), (m, _, b) in pairwise(placed) if m == n + 1),
            tags=tuple(self._numbered(article, placed)),
            stubs=tuple(self._stubs(article, placed)),
        )

    def _loose(self) -> Iterator[DrawnArticle]:
        """Blocks that are in no article, each by itself."""
        for number, block in enumerate(self.page.blocks):
            box = self._box(number)
            if box is None or (self.page.index, number) in self.subject.first_owner:
                continue
            name = block.role.value
            one = self._block(number, f"in no article, {name}")
            fine = not self.subject.belonging(self.page.index, number).verdict.is_fault
            yield DrawnArticle(None, None, GREY, "loose", fine, (one,), tags=(self.tags.put(name, box),))

    def _block(self, number: int, what: str) -> DrawnBlock:
        box = self._box(number) or self.page.box
        words = shortened(self.page.blocks[number].words, LONGEST_TITLE)
        verdict = self.subject.belonging(self.page.index, number).verdict
        note = self.subject.note(self.page.index, number)
        title = ": ".join(filter(None, (what, words))) + (f" ({note})" if note else "")
        anchor = block_anchor(self.page.index, number)
        return DrawnBlock(number, anchor, Rect.of(box), title, verdict.value, verdict.is_fault)

    def _noted(self, blocks: Sequence[DrawnBlock]) -> Iterator[DrawnBlock]:
        """The blocks with a note on what is wrong; where the same is wrong with several in a row, on the first."""
        before: str | None = None
        for block in blocks:
            note, box = self.subject.note(self.page.index, block.number), self._box(block.number)
            told = note is not None and note != before and box is not None
            yield replace(block, note=self.tags.put(note, box, Corner.FOOT)) if note and box and told else block
            before = note

    def _numbered(self, article: int, placed: Sequence[tuple[int, Part, Box]]) -> Iterator[Tag]:
        """A tag at each block: its number in the article and its role; at the first one the article's, too."""
        for place, (number, part, box) in enumerate(placed):
            right = self.subject.belonging(part.page, part.block).verdict is Verdict.RIGHT
            words = f"{number} {part.role.value}{' ✓' if right else ''}"
            vertical = _is_vertical(self.page.blocks[part.block])
            yield self.tags.put(words if place else f"#{article + 1} · {words}", box, from_right=vertical)

    def _stubs(self, article: int, placed: Sequence[tuple[int, Part, Box]]) -> Iterator[Tag]:
        """Where the article goes to another page, and where it comes from one."""
        parts = self.subject.issue.articles[article].parts
        for number, _, box in placed:
            before, after = parts[number - 2] if number > 1 else None, parts[number] if number < len(parts) else None
            if before is not None and before.page != self.page.index:
                yield self.tags.put(f"← {page_name(self.subject.edition.pages[before.page])}", box)
            if after is not None and after.page != self.page.index:
                yield self.tags.put(f"→ {page_name(self.subject.edition.pages[after.page])}", box, Corner.FOOT)

    def _box(self, number: int) -> Box | None:
        return _inside(self.page.blocks[number].box, self.page)


def _inside(box: Box | None, page: Page) -> Box | None:
    """What of a box lies on its page; None for nothing and for a box nowhere."""
    if box is None or not all(map(math.isfinite, (box.x0, box.y0, box.x1, box.y1))):
        return None
    cut = Box(max(0.0, box.x0), max(0.0, box.y0), min(page.width, box.x1), min(page.height, box.y1))
    return cut if cut.width >= 0 and cut.height >= 0 else None


def _is_vertical(block: Block) -> bool:
    vertical = sum(line.direction is Direction.VERTICAL for line in block.lines)
    return 2 * vertical > len(block.lines)


def _around(box: Box) -> str:
    x, y, width, height = map(svg_number, (box.x0, box.y0, box.width, box.height))
    return f"M{x} {y}h{width}v{height}h-{width}z"


def _marks(page: Page) -> Iterator[DrawnMark]:
    for mark in page.marks:
        box = _inside(mark.box, page)
        if box is not None:
            yield DrawnMark(mark.kind, Rect.of(box))
