"""What the templates show, as values: the only thing that they see. `arrange` makes them of an edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from banmian.publish.site.printed import Change
    from banmian.publish.site.words import Words


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another file of the site, from the site's root."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: path from the site's root and its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's picture.

    Attributes:
        large: the page picture.
        small: its thumbnail, or the page picture itself where there is none.
        view_box: of an SVG over it, in page units; None without geometry.
        width: of the page in page units, as SVG writes it; "" without geometry.
        height: likewise.
    """

    large: Shown
    small: Shown
    view_box: str | None
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Zone:
    """An article's area on a page, to be clicked.

    Attributes:
        key: the article's, shared with its entry in the list.
        href: where a click leads.
        title: what it says.
        polygons: `points` of SVG polygons, in page units.
    """

    key: str
    href: str
    title: str
    polygons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """An article's place on one page: the page and the polygons to light."""

    key: str
    page: Link
    sheet: Sheet
    polygons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo with its words; `picture` is None for words alone."""

    picture: Shown | None
    text: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class See:
    """A printed pointer to other pages: its words and the pages that it means, if the paper has them."""

    text: str
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as a line of a contents list.

    Attributes:
        key: unique within the edition, safe in ids and file names.
        href: the article's own page, or for a pointer the page that it means; None where neither is.
        title: headline or first words; the label, which stands over it, where there are neither.
        titled: whether `title` is a headline.
        excerpt: the first words, None where they are the title already.
        pages: for a pointer, the pages that it means.
        photo: its first photo.
        language: where it differs from that of the site's words.
    """

    key: str
    href: str | None
    kind: str
    title: str
    titled: bool
    label: str | None
    kicker: str | None
    deck: str | None
    byline: str | None
    excerpt: str | None
    pages: tuple[Link, ...]
    photo: Shown | None
    language: str | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's own page.

    Attributes:
        address: its file.
        home: the page that it begins on; None without a place.
        changes: where print differs, and how many more changes only joined lines.
    """

    address: str
    entry: Entry
    home: Link | None
    paragraphs: tuple[str, ...]
    figures: tuple[Figure, ...]
    see: tuple[See, ...]
    continued_from: tuple[Link, ...]
    continued_on: tuple[Link, ...]
    spots: tuple[Spot, ...]
    changes: tuple[Change, ...]
    joins: int
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the paper.

    Attributes:
        address: its file.
        title: "第1版".
        name: 版名.
        section: named where a section of the paper begins.
        begun: entries of the articles that begin here, as the issue's contents list them.
        stories: entries of all articles that stand here.
        pointers: entries of what points to other pages.
        notices: entries of advertisements with words of their own.
    """

    address: str
    key: str
    title: str
    name: str | None
    section: str | None
    missing: str | None
    sheet: Sheet | None
    zones: tuple[Zone, ...]
    begun: tuple[Entry, ...]
    stories: tuple[Entry, ...]
    pointers: tuple[Entry, ...]
    notices: tuple[Entry, ...]
    previous: Link | None
    next: Link | None

    @property
    def full_title(self) -> str:
        """Number and name."""
        return f"{self.title} {self.name}" if self.name else self.title


@dataclass(frozen=True, slots=True)
class Channel:
    """One of the paper's channels: what it is, its name and a web address that is safe to link."""

    kind: str
    name: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class SiteView:
    """The whole edition.

    Attributes:
        language: for the `lang` of the whole site: the edition's where the words are in it, else the words'.
        folio: date, numbers and registration, each as a phrase.
        elsewhere: entries of articles without a place on a page.
    """

    words: Words
    language: str
    title: str
    date: str | None
    iso_date: str | None
    folio: tuple[str, ...]
    channels: tuple[Channel, ...]
    pages: tuple[PageView, ...]
    articles: tuple[ArticleView, ...]
    elsewhere: tuple[Entry, ...]
