"""Promos: lines that say what stands on other pages, and which pages."""

from __future__ import annotations

import re
from dataclasses import replace

from banmian.articles import grammar as g
from banmian.model.article import Article, Kind, Passage, Reference
from banmian.model.text import Edit


def as_promo(article: Article) -> Article:
    """A promo's lines without the pages that they point to, which are references; a single line is its headline."""
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
