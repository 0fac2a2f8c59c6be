"""Where a piece of an issue's text stands: page, box, article, field and the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from banmian.model.article import Article, Kind, LineRef, Passage
from banmian.model.geometry import Box, around
from banmian.model.issue import Issue
from banmian.model.page import Block, Page
from banmian.model.proof import Where

AROUND = 14
"""Characters to each side that a person needs to find a place."""

TITLE = 32
"""Characters of an article's name."""

_UNREAD = {Kind.MASTHEAD, Kind.FURNITURE, Kind.AD}


@dataclass(frozen=True, slots=True)
class Field:
    """A passage of an article under its name."""

    article: Article
    name: str
    passage: Passage

    @property
    def text(self) -> str:
        """As it stands now."""
        return str(self.passage)


def fields_of(article: Article) -> Iterator[Field]:
    """The passages of an article in reading order."""
    for name in ("label", "kicker", "headline", "deck"):
        passage = getattr(article, name)
        if passage is not None:
            yield Field(article, name, passage)
    for n, passage in enumerate(article.paragraphs):
        yield Field(article, f"paragraphs/{n}", passage)
    for n, caption in enumerate(article.captions):
        if caption.text is not None:
            yield Field(article, f"captions/{n}", caption.text)


def read_articles(issue: Issue) -> Iterator[Article]:
    """Articles whose words are proof-read: not advertisements, mastheads or furniture."""
    return (article for article in issue.articles if article.kind not in _UNREAD)


def place(issue: Issue, field: Field, start: int, end: int) -> Where:
    """Where `[start, end)` of a field's text stands."""
    text = field.text
    refs = _printed(field.passage, issue.pages, start, end)
    page = refs[0][0].page if refs else _first_page(field.article)
    return Where(
        page=issue.pages[page].label,
        box=_box(refs, issue.pages, page),
        article=field.article.id,
        title=title_of(field.article),
        field=field.name,
        start=start,
        end=end,
        before=text[max(0, start - AROUND) : start],
        words=text[start:end],
        after=text[end : end + AROUND],
    )


def on_page(page: Page, block: Block | None = None, field: str = "folio", words: str = "") -> Where:
    """Where a page's own rows stand."""
    return Where(page=page.label, box=block.box if block else None, field=field, words=words)


def title_of(article: Article) -> str:
    """An article's headline, else its first words."""
    texts = (str(p) for p in (article.headline, *article.paragraphs, article.label) if p is not None)
    line = " ".join(next(texts, "").split())
    return line if len(line) <= TITLE else line[: TITLE - 1] + "…"


def _first_page(article: Article) -> int:
    return article.parts[0].page if article.parts else 0


def _printed(passage: Passage, pages: Sequence[Page], start: int, end: int) -> list[tuple[LineRef, int, int]]:
    """The lines of a piece of text, each with its first character and the one past its last, as printed."""
    low, high = passage.text.origin(start, end)
    found, offset = [], 0
    for ref in passage.lines:
        line = pages[ref.page].blocks[ref.block].lines[ref.line]
        length = len(line.text.raw)
        if offset <= high and low <= offset + length:
            found.append((ref, max(0, low - offset), min(length, high - offset)))
        offset += length + 1
    return [row for row in found if row[1] < row[2]] or found[:1]


def _box(refs: Sequence[tuple[LineRef, int, int]], pages: Sequence[Page], page: int) -> Box | None:
    """Around a piece's characters on its first page."""
    boxes: list[Box] = []
    for ref, low, high in refs:
        line = pages[ref.page].blocks[ref.block].lines[ref.line]
        if ref.page != page or line.box is None:
            continue
        chars = [line.chars[n] for n in range(low, high)] if len(line.chars) >= high else []
        boxes.append(around(chars) if chars else line.box)
    return around(boxes) if boxes else None
