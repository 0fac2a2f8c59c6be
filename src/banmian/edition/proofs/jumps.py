"""Jumps with one end: a story that goes on where nobody takes it up, or comes from where nobody sends it.

下轉第3版 without 上接第1版, "See COUNCIL, page 3" without "From page 1"; a jump whose story was joined has both ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from banmian.edition.proofs.places import fields_of, on_page, place, read_articles, title_of
from banmian.model.article import Article, Kind
from banmian.model.issue import Issue
from banmian.model.page import Role, plain_label
from banmian.model.proof import Fault, Finding, Where


def jumps(issue: Issue) -> Iterator[Finding]:
    """Findings on jumps with one end."""
    labels = {plain_label(page.label): page.index for page in issue.pages}
    for article in read_articles(issue):
        if article.kind is Kind.PROMO or not article.paragraphs:
            continue  # what it points to is a story of its own
        on = {part.page for part in article.parts}
        pages = sorted(on)
        ends = [(n, "goes on on", pages[-1:]) for n in article.continued_on if not _only_points(issue, article, n)]
        ends += [(n, "comes from", pages[:1]) for n in article.continued_from]
        for number, says, near in ends:
            if labels.get(plain_label(number)) not in on:
                where = _where(issue, article, number, near or [0])
                yield Finding(Fault.JUMP, f"a story {says} page {number}{_missing(issue, labels, number)}", where)


def _only_points(issue: Issue, article: Article, number: str) -> bool:
    """Whether the words that name a page may as well point to another story: "See page 4"."""
    blocks = [issue.pages[p.page].blocks[p.block] for p in article.parts if p.role in {Role.JUMP, Role.POINTER}]
    said = [b.words for b in blocks if plain_label(number) in {plain_label(n) for n in _NUMBER.findall(b.words)}]
    return any(_POINTS.search(words) for words in said)


_NUMBER = re.compile(r"[A-D]?\d{1,3}")
_POINTS = re.compile(
    r"^\W*(?:see|lire|voir|siehe|mehr auf|ver|v[ée]ase)\s+(?:la\s+)?(?:page|p\.|seite|s\.|p[áa]g)", re.IGNORECASE
)


def _missing(issue: Issue, labels: dict[str, int], number: str) -> str:
    """Why that is doubtful: no such page was given, or no story on it says so."""
    index = labels.get(plain_label(number))
    if index is None:
        return ", and no page of that number is here"
    if issue.pages[index].missing:
        return ", and that page could not be read"
    return ", but no story there says so"


def _where(issue: Issue, article: Article, number: str, pages: list[int]) -> Where:
    """The printed jump, where it is a block of its own; else the end of the story's text."""
    for part in article.parts:
        block = issue.pages[part.page].blocks[part.block]
        if part.role is Role.JUMP and plain_label(number) in {plain_label(n) for n in _NUMBER.findall(block.words)}:
            found = on_page(issue.pages[part.page], block, "jump", " ".join(block.words.split()))
            return Where(found.page, found.box, article.id, title_of(article), "jump", words=found.words)
    fields = [f for f in fields_of(article) if f.name.startswith("paragraphs")]
    if fields:
        return place(issue, fields[-1], len(fields[-1].text), len(fields[-1].text))
    page = issue.pages[pages[0]]
    return Where(page.label, None, article.id, title_of(article), "jump")
