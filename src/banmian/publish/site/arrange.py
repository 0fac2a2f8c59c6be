"""An edition to what the templates show: who stands where, what leads where."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from banmian.model.article import Kind
from banmian.publish.site import views
from banmian.publish.site.addresses import file_names
from banmian.publish.site.printed import changes_of
from banmian.publish.site.references import page_indexes
from banmian.publish.site.svg import svg_points
from banmian.publish.site.words import Words, words_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from banmian.model.edition import Edition, EditionArticle

LISTED = frozenset({Kind.STORY, Kind.BRIEF, Kind.PHOTO, Kind.NOTICE, Kind.PROMO})
"""Kinds that stand in the contents; advertisements have a page without being listed, the rest has nothing."""

TITLE_WIDTH = 24
"""Ideographs of first words that serve as a title: a long headline's length."""

EXCERPT_WIDTH = 64
"""Ideographs of first words under a leading headline: two or three lines."""


@dataclass(frozen=True)
class Arrangement:
    """An edition and the pictures that were found for it.

    Attributes:
        sheets: a picture for each page, by index, None where there is none.
        photos: a cut-out for a caption, by indexes of article and caption.
    """

    edition: Edition
    sheets: tuple[views.Sheet | None, ...]
    photos: Mapping[tuple[int, int], views.Shown]

    @cached_property
    def words(self) -> Words:
        """The words of the edition's language."""
        return words_for(self.edition.language)

    @cached_property
    def language(self) -> str:
        """`lang` of the whole site."""
        own, tag = self.edition.language, self.words.tag
        return own if own and words_for(own).tag == tag and own.lower()[:2] in {tag[:2], "yu"} else tag

    @cached_property
    def page_names(self) -> tuple[str, ...]:
        """File names of the pages."""
        return file_names(page.number for page in self.edition.pages)

    @cached_property
    def article_names(self) -> tuple[str, ...]:
        """File names of the articles, which are their keys too."""
        return file_names(article.id for article in self.edition.articles)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Printed numbers of the pages."""
        return tuple(page.number for page in self.edition.pages)

    @cached_property
    def standing(self) -> tuple[dict[int, tuple[str, ...]], ...]:
        """For each article: the pages that it stands on, by index in its order, each with its polygons."""
        return tuple(self._standing(article) for article in self.edition.articles)

    def _standing(self, article: EditionArticle) -> dict[int, tuple[str, ...]]:
        stands: dict[int, tuple[str, ...]] = {}
        for region in article.regions:
            if region.page in self.numbers:
                index = self.numbers.index(region.page)
                points = svg_points(region.polygon)
                stands[index] = (*stands.get(index, ()), *([points] if points else []))
        for caption in article.captions:
            if not stands and caption.image is not None and caption.image.page in self.numbers:
                stands[self.numbers.index(caption.image.page)] = ()
        return stands

    @cached_property
    def meant(self) -> tuple[tuple[int, ...], ...]:
        """For each article: the pages that its references mean, by index."""
        return tuple(
            tuple(dict.fromkeys(i for r in article.references for i in page_indexes(r.pages, self.numbers)))
            for article in self.edition.articles
        )

    @cached_property
    def own_page(self) -> tuple[bool, ...]:
        """For each article: whether it has a page of its own.

        A pointer is its pages; masthead and furniture are no reading; an advertisement needs words.
        """
        return tuple(
            not meant if article.kind is Kind.PROMO else article.kind in LISTED or _is_ad_with_words(article)
            for article, meant in zip(self.edition.articles, self.meant, strict=True)
        )

    def page_link(self, index: int) -> views.Link:
        """A link to a page by its number."""
        return views.Link(f"pages/{self.page_names[index]}.html", self.words.page(self.numbers[index]))

    @cached_property
    def entries(self) -> tuple[views.Entry, ...]:
        """Every article as a line of a list."""
        return tuple(self._entry(i, article) for i, article in enumerate(self.edition.articles))

    def _entry(self, index: int, article: EditionArticle) -> views.Entry:
        pages = tuple(self.page_link(i) for i in self.meant[index]) if article.kind is Kind.PROMO else ()
        href = f"articles/{self.article_names[index]}.html" if self.own_page[index] else None
        if pages:
            href = pages[0].href
        title, shows_text = self._title(article)
        text = next((p for p in article.paragraphs if p.strip()), None)
        return views.Entry(
            key=self.article_names[index],
            href=href,
            kind=article.kind.value,
            title=title,
            titled=_is_text(article.headline),
            label=article.label if title != article.label else None,
            kicker=article.kicker,
            deck=article.deck,
            byline=self.words.separator.join(article.byline) or None,
            excerpt=first_words(text, EXCERPT_WIDTH) if text and not shows_text else None,
            pages=pages,
            photo=next((self.photos[key] for key in sorted(self.photos) if key[0] == index), None),
            language=self._language(article),
        )

    def _title(self, article: EditionArticle) -> tuple[str, bool]:
        """What an article is called, and whether that is its first words."""
        for name in (article.headline, article.kicker):
            if name is not None and name.strip():
                return name, False
        for text in (*article.paragraphs, *(c.text for c in article.captions)):
            if text is not None and text.strip():
                return first_words(text, TITLE_WIDTH), True
        return article.label or self.words.untitled, False

    def _language(self, article: EditionArticle) -> str | None:
        """The article's language where it is not that of the site's words; "" where nobody knows it."""
        language = article.language or self.edition.language or ""
        return None if language == self.language else language

    def article(self, index: int) -> views.ArticleView:
        """An article's own page, without its neighbours."""
        article = self.edition.articles[index]
        stands = self.standing[index]
        changes, joins = changes_of(article, self.words)
        home = next(iter(stands), None)
        return views.ArticleView(
            address=f"articles/{self.article_names[index]}.html",
            entry=self.entries[index],
            home=None if home is None else self.page_link(home),
            paragraphs=tuple(p for p in article.paragraphs if p.strip()),
            figures=tuple(
                views.Figure(self.photos.get((index, i)), caption.text, caption.credit)
                for i, caption in enumerate(article.captions)
                if (index, i) in self.photos or caption.text or caption.credit
            ),
            see=tuple(
                views.See(r.text, tuple(self.page_link(i) for i in page_indexes(r.pages, self.numbers)))
                for r in article.references
            ),
            continued_from=self._page_links(article.continued_from),
            continued_on=self._page_links(article.continued_on),
            spots=tuple(
                views.Spot(self.article_names[index], self.page_link(page), sheet, polygons)
                for page, polygons in stands.items()
                if polygons and (sheet := self.sheets[page]) is not None and sheet.view_box
            ),
            changes=changes,
            joins=joins,
        )

    def _page_links(self, printed: Iterable[str]) -> tuple[views.Link, ...]:
        """Links to pages by printed numbers; a number that no page has keeps its words and leads nowhere."""
        links: list[views.Link] = []
        for number in printed:
            found = page_indexes(number, self.numbers)
            links += [self.page_link(i) for i in found] or [views.Link("", self.words.page(number))]
        return tuple(links)

    def page(self, index: int) -> views.PageView:
        """A page of the paper."""
        page = self.edition.pages[index]
        here = [i for i, stands in enumerate(self.standing) if index in stands]
        begun = [i for i in here if next(iter(self.standing[i])) == index]
        kinds = {i: self.edition.articles[i].kind for i in here}
        pointers = [i for i in here if kinds[i] is Kind.PROMO and self.entries[i].pages]
        before = self.edition.pages[index - 1].section if index else None
        return views.PageView(
            address=f"pages/{self.page_names[index]}.html",
            key=self.page_names[index],
            title=self.words.page(page.number),
            name=page.name,
            section=page.section if page.section not in {before, page.name} else None,
            missing=page.missing,
            sheet=self.sheets[index],
            zones=tuple(zone for i in here if (zone := self._zone(i, index)) is not None),
            begun=tuple(self.entries[i] for i in begun if kinds[i] in LISTED),
            stories=tuple(self.entries[i] for i in here if kinds[i] in LISTED and i not in pointers),
            pointers=tuple(self.entries[i] for i in pointers),
            notices=tuple(self.entries[i] for i in here if kinds[i] is Kind.AD and self.own_page[i]),
            previous=self.page_link(index - 1) if index else None,
            next=self.page_link(index + 1) if index + 1 < len(self.edition.pages) else None,
        )

    def _zone(self, article: int, page: int) -> views.Zone | None:
        entry, polygons = self.entries[article], self.standing[article][page]
        if entry.href is None or not polygons:
            return None
        # A pointer that means the page it stands on has nowhere to lead.
        if entry.pages and entry.href == self.page_link(page).href:
            return None
        return views.Zone(entry.key, entry.href, entry.title, polygons)

    def site(self) -> views.SiteView:
        """The whole edition."""
        edition, words = self.edition, self.words
        numbers = (
            words.numbered(words.issue_number, edition.number),
            words.numbered(words.total_number, edition.total_number),
            words.registration(edition.registration),
        )
        return views.SiteView(
            words=words,
            language=self.language,
            title=edition.title if _is_text(edition.title) and edition.title else words.untitled_paper,
            date=words.long_date(edition.date),
            iso_date=edition.date,
            folio=tuple(number for number in numbers if number),
            channels=tuple(
                views.Channel(*words.channel(channel), _web_address(channel.url)) for channel in edition.channels
            ),
            pages=tuple(self.page(i) for i in range(len(edition.pages))),
            articles=self._chained(),
            elsewhere=tuple(
                self.entries[i]
                for i, article in enumerate(edition.articles)
                if article.kind in LISTED and not self.standing[i]
            ),
        )

    def _chained(self) -> tuple[views.ArticleView, ...]:
        """All articles' own pages; those of the contents lead to each other, in reading order."""
        articles = self.edition.articles
        chain = [i for i, own in enumerate(self.own_page) if own and articles[i].kind in LISTED]
        links = {i: views.Link(f"articles/{self.article_names[i]}.html", self.entries[i].title) for i in chain}
        before = dict(zip(chain[1:], chain, strict=False))
        after = dict(itertools.pairwise(chain))
        return tuple(
            replace(
                self.article(i),
                previous=links[before[i]] if i in before else None,
                next=links[after[i]] if i in after else None,
            )
            for i, own in enumerate(self.own_page)
            if own
        )


def first_words(text: str, width: int) -> str:
    """The beginning of a text, with an ellipsis where it is cut; an ideograph is 1 wide, a Latin letter ½."""
    line, used = " ".join(text.split()), 0.0
    for place, character in enumerate(line):
        used += 0.5 if character < "\u2e80" else 1.0
        if used > width:
            cut = line[:place]
            word_end = cut.rfind(" ")
            if character < "\u2e80" and word_end > place // 2:
                cut = cut[:word_end]
            return cut.rstrip(" ，、；：。,;:.") + "…"
    return line


def _web_address(url: str | None) -> str | None:
    """An address that may be linked: a QR code on a page can say anything, `javascript:` too."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _is_text(text: str | None) -> bool:
    return text is not None and bool(text.strip())


def _is_ad_with_words(article: EditionArticle) -> bool:
    return article.kind is Kind.AD and any(
        _is_text(text)
        for text in (
            article.headline,
            article.kicker,
            article.deck,
            *article.paragraphs,
            *(caption.text for caption in article.captions),
        )
    )
