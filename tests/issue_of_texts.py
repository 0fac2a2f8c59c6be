"""An issue made by hand: pages with their own rows, and stories of whole texts."""

from __future__ import annotations

from collections.abc import Sequence

from banmian.model.article import Article, Kind, LineRef, Part, Passage
from banmian.model.geometry import Box, Boxes
from banmian.model.issue import Issue, Title
from banmian.model.page import Block, Line, Page, Role
from banmian.model.text import Text


def line(text: str, row: int = 0, *, confidence: float = 1.0) -> Line:
    """A line whose characters are ten units wide."""
    y = 20.0 * row
    boxes = Boxes.of([Box(10.0 * n, y, 10.0 * n + 10, y + 10) for n in range(len(text))])
    return Line(Text(text), Box(0, y, 10.0 * max(1, len(text)), y + 10), boxes, confidence=confidence)


def row(text: str, role: Role) -> Block:
    """A block of one line."""
    return Block((line(text),), role, Box(0, 0, 100, 10))


def page(index: int, number: str | None = None, *rows: Block) -> Page:
    """A page with rows of its own."""
    return Page(index, number or str(index + 1), width=600, height=800, blocks=rows)


def issue(
    *texts: str | Sequence[str],
    language: str = "zh-Hant",
    pages: Sequence[Page] = (),
    title: Title | None = None,
    bylines: Sequence[Sequence[str]] = (),
) -> Issue:
    """An issue whose first page holds a story for each text, or for each list of paragraphs."""
    front, *others = pages or (page(0),)
    blocks, articles = list(front.blocks), []
    for number, text in enumerate(texts):
        paragraphs = [text] if isinstance(text, str) else list(text)
        passages = []
        for paragraph in paragraphs:
            blocks.append(Block((line(paragraph, len(blocks)),), Role.BODY, Box(0, 0, 500, 10)))
            refs = (LineRef(0, len(blocks) - 1, 0),)
            passages.append(Passage(Text(paragraph), refs))
        parts = tuple(Part(0, p.lines[0].block, Role.BODY) for p in passages)
        byline = tuple(bylines[number]) if number < len(bylines) else ()
        articles.append(Article(f"a{number}", Kind.STORY, parts, paragraphs=tuple(passages), byline=byline))
    whole = Page(front.index, front.number, width=600, height=800, blocks=tuple(blocks))
    return Issue(title or Title(language=language), (whole, *others), tuple(articles))
