"""Promos: lines that say what stands on other pages, and which pages."""

from __future__ import annotations

import re
from dataclasses import replace

from banmian.articles import grammar as g
from banmian.model.article import Article, Kind, Passage, Reference
from banmian.model.text import Edit


def as_promo(article: Article) -> Article:
    """A promo's lines without the pages that they point to, which are references; a single line is its headline."""
    index = _as_index(article)
    if index is not None:
        return index
    said = article.paragraphs
    longest = max((len(p.text.current) for p in said), default=0)
    if article.kind is not Kind.PROMO and not 0 < longest < LONGEST_LINE:
        return article
    tails = [page_tail(str(p)) for p in said]
    apart = len(article.references)  # pages that stand by themselves
    if article.kind is not Kind.PROMO and (not any(tails) or tails.count(None) > apart):
        return article
    told = tuple(Reference(span, m.group().strip()) for m in tails if m and (span := page_span(m.group())))
    bare = tuple(
        Passage(p.text.edited("pointers", [Edit(m.start(), len(p.text.current), "")]), p.lines)
        if m and m.start()
        else p
        for p, m in zip(said, tails, strict=True)
    )
    known = {r.pages for r in article.references}
    references = (*article.references, *dict.fromkeys(r for r in told if r.pages not in known))
    if len(bare) == 1 and article.headline is None and len(str(bare[0])) < LONGEST_LINE:
        return replace(article, kind=Kind.PROMO, headline=bare[0], paragraphs=(), references=references)
    return replace(article, kind=Kind.PROMO, paragraphs=bare, references=references)


def _as_index(article: Article) -> Article | None:
    """An index of the issue: its name as label, its lines without the pages in their rows; None for any other."""
    name = article.label or article.headline
    if name is None or not names_index(str(name)) or (article.label is not None and article.headline is not None):
        return None
    found = [[*_PAGE_ROW.finditer(str(p))] for p in article.paragraphs]
    if sum(map(bool, found)) < LINES_OF_INDEX or any(len(str(p)) > LONGEST_LINE for p in article.paragraphs):
        return None
    told = [Reference(span, m.group().strip()) for rows in found for m in rows if (span := _page_of(m.group()))]
    bare = tuple(
        Passage(p.text.edited("pointers", [Edit(m.start(), m.end(), "") for m in rows]), p.lines) if rows else p
        for p, rows in zip(article.paragraphs, found, strict=True)
    )
    references = tuple(dict.fromkeys((*article.references, *told)))
    paragraphs = tuple(p for p in bare if str(p).strip())
    return replace(article, kind=Kind.PROMO, label=name, headline=None, paragraphs=paragraphs, references=references)


_PAGE_ROW = re.compile(
    r"(?:^|\n)(?:(?:[Pp]ages?|PAGES?|Seiten?|[Pp]áginas?|p\.|S\.)\s*)?(?:[A-D]?\d{1,3}|第?\s*[A-D]?\d{1,3}\s*版)(?=\n|$)"
)
"""A row of an index's line that is nothing but a page."""

LINES_OF_INDEX = 2
"""Lines of an index with their pages at the least."""


def _page_of(row: str) -> str | None:
    number = re.search(r"[A-D]?\d+", row)
    return page_span(row) or (number.group() if number else None)


def names_index(words: str) -> bool:
    """Whether words are what an index of the issue is called, with whatever spaces."""
    return bool(_INDEX.fullmatch("".join(words.split())))


_INDEX = re.compile(
    r"(?:今[日天]|本期|本[報报])?(?:[導导][讀读覽览]|要目|看[點点]|睇[點点])|inside|index|contents|inthisissue|inhalt|heutelesensie"
    r"|sommaire",
    re.IGNORECASE,
)
"""What an index is called, without its spaces."""

LONGEST_LINE = 60
"""Characters of a line that points to a page at the most."""


def page_tail(text: str) -> re.Match[str] | None:
    """The pages to which a line points at its end; None where it points to none."""
    return g.POINTER_TAIL.search(text) or g.PAGE_TAIL.search(text)


def page_span(printed: str) -> str | None:
    """The pages that a pointer names: "4-9", "3"; None where it names none."""
    match = g.POINTER_PAGES.search(printed)
    if not match:
        return None
    first, last = (
        g.arabic(match.group(a) or match.group(b) or "") for a, b in (("first", "efirst"), ("last", "elast"))
    )
    return f"{first}-{last}" if last else first
