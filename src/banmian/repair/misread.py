"""Slips over the passages of an issue: each judged by how sure the recogniser was of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from banmian.model.article import Article, Passage
from banmian.model.page import Line, Page
from banmian.repair.mending import each_passage, passages
from banmian.repair.slips import Slips


def slips_mended(articles: Sequence[Article], pages: Sequence[Page]) -> tuple[Article, ...]:
    """The articles with sure slips mended in what was recognised; what a file itself holds is left alone.

    Args:
        articles: repaired otherwise.
        pages: with the blocks that the articles refer to.
    """
    if not any(is_recognised(page) for page in pages):
        return tuple(articles)
    slips = Slips("\n".join(str(p) for a in articles for p in passages(a)))

    def mended(passage: Passage) -> Passage:
        own = slips_of(passage, pages, slips)
        return replace(passage, text=passage.text.edited(own.name, own.edits(str(passage))))

    return tuple(each_passage(article, mended) for article in articles)


def slips_of(passage: Passage, pages: Sequence[Page], slips: Slips) -> Slips:
    """An issue's slips as a passage's lines let them be judged."""
    on = {ref.page for ref in passage.lines}
    recognised = any(is_recognised(pages[n]) for n in on)
    return slips.of(
        recognised=recognised, confidence=min((line.confidence for line in _lines(passage, pages)), default=1)
    )


def is_recognised(page: Page) -> bool:
    """Whether a page's text was read from a picture: its source says so, or it is a recogniser's bare text."""
    return page.recognised or (page.width == 0 and bool(page.blocks))


def _lines(passage: Passage, pages: Sequence[Page]) -> list[Line]:
    return [pages[r.page].blocks[r.block].lines[r.line] for r in passage.lines]
