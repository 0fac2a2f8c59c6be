"""One issue of a paper: its title, its pages and its articles."""

from __future__ import annotations

from dataclasses import dataclass

from banmian.model.article import Article
from banmian.model.page import Page


@dataclass(frozen=True, slots=True)
class Registration:
    """The number under which a paper is allowed or catalogued, as printed.

    Attributes:
        kind: "cn" (國內統一刊號), "permit" (准印證) or "issn".
    """

    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class Channel:
    """One of the paper's own channels, as its masthead names it.

    Attributes:
        kind: "website", "app", "wechat", "weibo", "douyin" and the like.
        url: what its QR code or its printed address says; None where neither is there.
    """

    kind: str
    name: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """What a masthead says.

    Attributes:
        name: of the paper.
        date: ISO 8601.
        number: issue number in the year or volume, as printed.
        total_number: the running number, as printed.
    """

    name: str | None = None
    date: str | None = None
    number: str | None = None
    total_number: str | None = None
    registration: Registration | None = None
    channels: tuple[Channel, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A named run of pages (a supplement, a special): its name and its pages by index."""

    name: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """What was read, whole: title, pages (missing ones too), articles in reading order, warnings."""

    title: Title
    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    sections: tuple[Section, ...] = ()
    warnings: tuple[str, ...] = ()
