"""The plan: what is done with a page, and then with the pages of an issue, as a list of stages.

A page stage is `Page → Page`; a runner maps the list over pages and does not look inside.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources

import numpy as np

from banmian.articles.judges import Judges
from banmian.articles.reading import group_page, read_articles
from banmian.edition import issue_of
from banmian.layout import lay_out
from banmian.model.article import Chain
from banmian.model.issue import Issue
from banmian.model.page import Page
from banmian.repair.mending import mended
from banmian.repair.misread import slips_mended
from banmian.repair.tongues import tongue_of

Chains = tuple[Chain, ...]
Grouped = tuple[Page, Chains]

PAGE_STAGES: tuple[Callable[[Page], Page], ...] = (lay_out,)


def read_page(page: Page) -> Grouped:
    """All that can be done with a page by itself."""
    for stage in PAGE_STAGES:
        page = stage(page)
    return group_page(page, judges())


@cache
def judges() -> Judges:
    """The learned judges as the package brings them."""
    data = resources.files("banmian.run").joinpath("judges.npz").read_bytes()
    return Judges.of(np.load(io.BytesIO(data)))


def read_issue(grouped: Sequence[Grouped], script: str | None = None) -> Issue:
    """All that needs the pages together; the text in another script where one is asked for."""
    reading = read_articles([page for page, _ in grouped], [chains for _, chains in grouped])
    articles, language = mended(reading.articles, script)
    if script != "printed":
        articles = slips_mended(articles, reading.pages)
    return issue_of(reading.pages, articles, reading.warnings, language or _language(reading.pages))


def _language(pages: Sequence[Page]) -> str | None:
    """BCP 47 of an issue whose script is no one's of China: what its letters and small words say."""
    text = " ".join(block.words for page in pages for block in page.blocks)[:60_000]
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return None
    kana = sum("\u3040" <= c <= "\u30ff" for c in letters)
    if kana > 0.05 * len(letters):
        return "ja"
    if sum("\uac00" <= c <= "\ud7af" for c in letters) > 0.2 * len(letters):
        return "ko"
    if sum("\u4e00" <= c <= "\u9fff" for c in letters) > 0.4 * len(letters):
        return "zh"
    return tongue_of(text)
