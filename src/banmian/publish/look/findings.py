"""What a comparison with the truth found, as values that the drawing and the list show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from banmian.model.edition import Edition

ALIKE = 0.9
"""A pair at least so alike counts as read, as in `bench/scoring.py`."""


class Verdict(StrEnum):
    """Whether a block is where the truth has its words."""

    RIGHT = "right"
    ASTRAY = "astray"
    """In an article, but the truth has its words in another."""
    TORN = "torn"
    """Partly right: the truth has some of its words in another article."""
    LOST = "lost"
    """In no article, or in an advertisement or furniture, though the truth has its words in one."""
    SURPLUS = "surplus"
    """In an article, though no article of the truth has its words."""
    UNJUDGED = "unjudged"

    @property
    def is_fault(self) -> bool:
        """Whether something is wrong with the block."""
        return self not in {Verdict.RIGHT, Verdict.UNJUDGED}


@dataclass(frozen=True, slots=True)
class Belonging:
    """A block's verdict, and the truth article that its words, or the foreign ones of them, belong to."""

    verdict: Verdict
    truth: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A truth article and the read one that stands for it, by index, and how alike their texts are."""

    truth: int
    read: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was not read as the truth has it; None where one side has none."""

    name: str
    read: str | None
    truth: str | None


@dataclass(frozen=True, slots=True)
class Stray:
    """A paragraph or caption that its article lacks or has too much.

    Attributes:
        text: its words.
        where: index of the article on the other side that has it; None where none does.
    """

    text: str
    where: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind of field the truth states, and how many of them were read."""

    name: str
    right: int
    stated: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The comparison in figures.

    Attributes:
        truth_articles: how many the truth has.
        read_articles: how many were read, without advertisements, mastheads and furniture that are nobody's
            partner.
        alike: pairs that are at least `ALIKE`.
        fields: of the pairs, and last those of the masthead.
        faulty_blocks: blocks that are not where the truth has their words.
    """

    truth_articles: int
    read_articles: int
    alike: int
    fields: tuple[Count, ...]
    faulty_blocks: int

    @property
    def lines(self) -> list[str]:
        """The same in two lines for a person."""
        articles = (
            f"the truth has {self.truth_articles} articles, {self.read_articles} were read: {self.alike} at least "
            f"{100 * ALIKE:.0f} % alike; blocks that are not where the truth has them: {self.faulty_blocks}."
        )
        fields = ", ".join(f"{count.name} {count.right} of {count.stated}" for count in self.fields)
        return [articles, f"read as the truth has it: {fields}."] if fields else [articles]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found.

    Attributes:
        truth: how the issue should have been read.
        pairs: one to one; who is in none has no partner.
        blocks: the verdict on each block, by indexes of page and block.
        differences: fields that differ, by index of the read article.
        lacking: passages that a pair's read article lacks, by its index.
        surplus: passages that it has too much, by its index.
    """

    truth: Edition
    pairs: tuple[Pair, ...]
    blocks: Mapping[tuple[int, int], Belonging]
    summary: Summary
    differences: Mapping[int, tuple[Difference, ...]] = field(default_factory=dict)
    lacking: Mapping[int, tuple[Stray, ...]] = field(default_factory=dict)
    surplus: Mapping[int, tuple[Stray, ...]] = field(default_factory=dict)
