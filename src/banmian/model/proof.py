"""What a proof-reader is told: findings, each with its place in print and in the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from banmian.model.geometry import Box


class Fault(StrEnum):
    """What kind of thing was found."""

    REPEATED = "repeated words"
    UNBALANCED = "unbalanced mark"
    WEEKDAY = "weekday and date"
    JUMP = "jump"
    NUMBER = "running number"
    PAGES = "page labels"
    NAMES = "forms of a name"
    STRAY = "stray"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Where:
    """A place of an issue.

    Attributes:
        page: its label as printed, else its number from 1.
        box: on the page, in its units; None where the input has no geometry.
        article: id; None for a page's own rows.
        title: the article's headline or first words, for people.
        field: "headline", "paragraphs/3" (from 0), "captions/0"; "folio" or "masthead" for a page's own rows.
        start: in the field's final text, in characters.
        end: likewise.
        before: words before it.
        words: what stands there.
        after: words after it.
    """

    page: str
    box: Box | None = None
    article: str | None = None
    title: str = ""
    field: str = ""
    start: int = 0
    end: int = 0
    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that print got wrong or left doubtful.

    Attributes:
        what: in words, for a person.
        printed: what print has, where it was mended or should become something else.
        became: what the edition has instead, or what is suggested; None where nothing is.
        mended: whether the edition already has it.
        others: further places that it is about.
    """

    fault: Fault
    what: str
    where: Where
    printed: str | None = None
    became: str | None = None
    mended: bool = False
    others: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """The report on one issue; findings in the order of its pages and texts."""

    title: str | None
    date: str | None
    number: str | None
    total_number: str | None
    pages: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
