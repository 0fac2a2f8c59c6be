"""What is looked at: an issue, the edition it makes, and what the truth says about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from banmian.model.article import Part
from banmian.model.edition import Edition
from banmian.model.issue import Issue
from banmian.publish.look.colours import coloured
from banmian.publish.look.findings import ALIKE, Belonging, Findings, Pair, Verdict
from banmian.publish.look.names import LONGEST_NOTE, name_of, shortened


@dataclass(frozen=True)
class Subject:
    """An issue to look at, with what every part of the drawing asks about it.

    Attributes:
        issue: what was read, with its blocks.
        edition: the same in plain words; its articles and pages are those of the issue, in their order.
        findings: what the truth says about it; None where nobody gave one.
    """

    issue: Issue
    edition: Edition
    findings: Findings | None = None

    @cached_property
    def colours(self) -> tuple[int | None, ...]:
        """For every article its colour in the palette; None for those that nobody reads as articles."""
        return coloured(self.issue)

    @cached_property
    def on_pages(self) -> tuple[tuple[int, ...], ...]:
        """For every page the articles that stand on it, by index."""
        pages = [{part.page for part in article.parts} for article in self.issue.articles]
        return tuple(tuple(i for i, on in enumerate(pages) if page.index in on) for page in self.issue.pages)

    @cached_property
    def first_owner(self) -> dict[tuple[int, int], int]:
        """For every block that is in an article the first one; a column's name is in each of its briefs."""
        owner: dict[tuple[int, int], int] = {}
        for index, article in enumerate(self.issue.articles):
            for part in article.parts:
                owner.setdefault((part.page, part.block), index)
        return owner

    @cached_property
    def _pair_of_read(self) -> dict[int, Pair]:
        return {pair.read: pair for pair in self.findings.pairs} if self.findings else {}

    @cached_property
    def _pair_of_truth(self) -> dict[int, Pair]:
        return {pair.truth: pair for pair in self.findings.pairs} if self.findings else {}

    def pair_of(self, article: int) -> Pair | None:
        """The pair of a read article."""
        return self._pair_of_read.get(article)

    def pair_of_truth(self, truth: int) -> Pair | None:
        """The pair of a truth article."""
        return self._pair_of_truth.get(truth)

    def parts_on(self, page: int, article: int) -> Sequence[tuple[int, Part]]:
        """An article's parts on a page, each with its number in the whole article, from 1."""
        return [(n, p) for n, p in enumerate(self.issue.articles[article].parts, 1) if p.page == page]

    def belonging(self, page: int, block: int) -> Belonging:
        """The verdict on a block."""
        unjudged = Belonging(Verdict.UNJUDGED)
        return self.findings.blocks.get((page, block), unjudged) if self.findings else unjudged

    def note(self, page: int, block: int, longest: int = LONGEST_NOTE) -> str | None:
        """What is wrong with a block, in a few words; with the number of the read article where it should be."""
        found = self.belonging(page, block)
        if not found.verdict.is_fault:
            return None
        if found.truth is None:
            return "in no article of the truth"
        words = {Verdict.ASTRAY: "belongs to", Verdict.TORN: "holds words of", Verdict.LOST: "missing from"}
        pair = self.pair_of_truth(found.truth)
        home = f" (#{pair.read + 1})" if pair and found.verdict is not Verdict.TORN else ""
        return f"{words[found.verdict]} {self.truth_name(found.truth, longest)}{home}"

    def truth_name(self, truth: int, longest: int = LONGEST_NOTE) -> str:
        """A truth article's headline or first words, in quotation marks."""
        article = self.findings.truth.articles[truth] if self.findings else None
        return f"“{name_of(article, longest)}”" if article else ""

    def name(self, article: int) -> str:
        """A read article's headline or first words, else those of its first block that has any."""
        issue = self.issue
        printed = (issue.pages[p.page].blocks[p.block].words for p in issue.articles[article].parts)
        return name_of(self.edition.articles[article]) or shortened(next(filter(None, printed), "")) or "a picture"

    def is_asked(self, article: int) -> bool:
        """Whether the truth should have an article: not an advertisement or furniture, nor a picture alone."""
        parts = self.issue.articles[article].parts
        return self.colours[article] is not None and any(self.issue.pages[p.page].blocks[p.block].lines for p in parts)

    def is_fine(self, article: int) -> bool:
        """Whether nothing is wrong with an article."""
        if self.findings is None:
            return True
        pair = self.pair_of(article)
        if pair is None and self.is_asked(article):
            return False
        told = (self.findings.differences, self.findings.lacking, self.findings.surplus)
        if pair is not None and (pair.likeness < ALIKE or any(by_article.get(article) for by_article in told)):
            return False
        parts = self.issue.articles[article].parts
        return not any(self.belonging(part.page, part.block).verdict.is_fault for part in parts)
