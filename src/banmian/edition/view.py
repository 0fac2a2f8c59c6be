"""An issue as others see it: strings, page numbers and polygons; what `codec` writes."""

from __future__ import annotations

from banmian.edition.doubtful import doubtful
from banmian.model.article import Article, Passage
from banmian.model.edition import (
    Doubt,
    Edition,
    EditionArticle,
    EditionCaption,
    EditionPage,
    Picture,
    Region,
    Repair,
)
from banmian.model.geometry import Box, Polygon, around
from banmian.model.issue import Issue
from banmian.model.page import Page, Role

QUIET_STEPS = frozenset({"joins", "codepoints", "pointers", "credits", "jumps", "whole-script"})
"""Steps that change no word: line ends, glyph codes, another script, and words that moved to a field of their own."""


def edition_of(issue: Issue) -> Edition:
    """The edition of an issue; page pictures are named when it is published."""
    title = issue.title
    section_of = {n: s.name for s in issue.sections for n in s.pages}
    return Edition(
        title=title.name,
        date=title.date,
        number=title.number,
        total_number=title.total_number,
        registration=title.registration,
        language=title.language,
        channels=title.channels,
        pages=tuple(_page(p, section_of.get(p.index)) for p in issue.pages),
        articles=tuple(_article(a, issue.pages) for a in issue.articles),
        warnings=issue.warnings,
    )


def _page(page: Page, section: str | None) -> EditionPage:
    placed = page.width > 0
    return EditionPage(
        number=page.label,
        name=page.name,
        width=round(page.width, 2) if placed else None,
        height=round(page.height, 2) if placed else None,
        dpi=page.dpi if placed and page.dpi else None,
        missing=page.missing,
        section=section,
    )


def _words(passage: Passage | None) -> str | None:
    return str(passage).strip() or None if passage else None


def _article(article: Article, pages: tuple[Page, ...]) -> EditionArticle:
    fields: list[tuple[str, Passage | None]] = [
        (name, getattr(article, name)) for name in ("label", "kicker", "headline", "deck")
    ]
    fields += [(f"paragraphs/{i}", p) for i, p in enumerate(article.paragraphs)]
    fields += [(f"byline/{i}", p) for i, p in enumerate(article.byline_texts)]
    captions = tuple(
        EditionCaption(
            text=_words(c.text),
            credit=_words(c.credit),
            image=Picture(pages[c.page].label, _rounded(c.box)) if c.page is not None and c.box else None,
        )
        for c in article.captions
    )
    return EditionArticle(
        id=article.id,
        kind=article.kind,
        label=_words(article.label),
        kicker=_words(article.kicker),
        headline=_words(article.headline),
        deck=_words(article.deck),
        byline=article.byline,
        paragraphs=tuple(str(p) for p in article.paragraphs),
        captions=captions,
        references=article.references,
        continued_from=article.continued_from,
        continued_on=article.continued_on,
        language=article.language,
        regions=tuple(_regions(article, pages)),
        confidence=article.certainty.confidence if article.certainty else None,
        doubts=article.certainty.doubts if article.certainty else (),
        repairs=tuple(r for name, passage in fields if passage for r in _repairs(name, passage)),
        flags=tuple(f for name, passage in fields if passage for f in _doubts(name, passage)),
    )


def _rounded(box: Box) -> Box:
    return Box(round(box.x0, 2), round(box.y0, 2), round(box.x1, 2), round(box.y1, 2))


def _repairs(name: str, passage: Passage) -> list[Repair]:
    """Changes that a reader would want to see, at their place in the final text; what is gone has none."""
    text = passage.text
    found: list[Repair] = []
    final = text.current
    offset = len(final) - len(final.lstrip()) if not name.startswith("paragraphs") else 0
    changed = [c for c in text.changes() if c.step not in QUIET_STEPS]
    if not changed:
        return []
    place = 0
    while place < len(final):
        start, end = text.origin(place, place + 1)
        after = place + 1
        for change in changed:
            if change.printed == (start, end) and change.new and final.startswith(change.new, place):
                after = place + len(change.new)
                found.append(Repair(name, place - offset, after - offset, text.raw[start:end], change.step))
                break
        place = after
    return found


def _doubts(name: str, passage: Passage) -> list[Doubt]:
    """What was left doubtful, at its place in the field."""
    final = str(passage)
    offset = len(final) - len(final.lstrip()) if not name.startswith("paragraphs") else 0
    return [Doubt(name, at - offset, at + 1 - offset, flag.could_be, flag.why) for at, flag in doubtful(passage)]


def _regions(article: Article, pages: tuple[Page, ...]) -> list[Region]:
    """The areas that the article covers: boxes of its blocks, those that stand together made one."""
    found: list[Region] = []
    for index in dict.fromkeys(p.page for p in article.parts):
        blocks = [pages[index].blocks[p.block] for p in article.parts if p.page == index]
        boxes = [b.box for b in blocks if b.box is not None and b.role is not Role.FOLIO]
        found += [Region(pages[index].label, _polygon(b, pages[index])) for b in _united(boxes)]
    return found


def _united(boxes: list[Box]) -> list[Box]:
    """Boxes with those that touch and line up made one."""
    left = list(boxes)
    merged = True
    while merged:
        merged = False
        for i, a in enumerate(left):
            for j in range(i + 1, len(left)):
                b = left[j]
                whole = around((a, b))
                # only what the two really cover: little foreign ground may come in
                if whole.area <= 1.12 * (a.area + b.area - a.shared_area(b)) + 1:
                    left[i] = whole
                    del left[j]
                    merged = True
                    break
            if merged:
                break
    return left


AIR = 400
"""A region has so little of the page's width as air around its print: two points of a broadsheet."""


def _polygon(box: Box, page: Page) -> Polygon:
    """The corners of a block's area with a little air around it, within its page."""
    b = box.grown(page.width / AIR)
    within = Box(max(0.0, b.x0), max(0.0, b.y0), min(page.width, b.x1), min(page.height, b.y1))
    return _rounded(within).polygon()
