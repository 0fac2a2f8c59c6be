"""The list beside a page: its articles, what each is made of, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from banmian.model.article import Part
from banmian.model.edition import Edition, EditionArticle
from banmian.publish.look.drawing import has_places
from banmian.publish.look.findings import Difference, Stray
from banmian.publish.look.names import (
    LONGEST,
    block_anchor,
    entry_anchor,
    group_anchor,
    page_name,
    shortened,
    unread_anchor,
)
from banmian.publish.look.outlines import page_of
from banmian.publish.look.subject import Subject

LONGEST_PASSAGE = 60
"""Characters of a paragraph that the list shows: enough to find it in print."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place; without one where it has no place."""

    words: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that is lacking or too much, and where it is instead."""

    words: str
    where: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """An article held against the truth.

    Attributes:
        likeness: in percent; None for one without a partner.
        partner: name of the truth article.
    """

    likeness: int | None
    partner: str | None
    differences: tuple[Difference, ...]
    lacking: tuple[Passage, ...]
    surplus: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list of one of its pages.

    Attributes:
        number: in the issue, from 1; the drawing's tags have it.
        colour: index in the palette; None for what nobody reads as an article.
        roles: runs of equal roles with the blocks' numbers.
        here: how many of its blocks are on this page.
        every: how many it has.
        elsewhere: its entries on other pages.
        faults: what is wrong with its blocks on this page.
        checked: on its first page, where there is a truth to hold it against.
        confidence: in percent; None where it was not measured.
        doubts: what is doubtful of its edges.
    """

    anchor: str
    place: Link
    number: int
    id: str
    kind: str
    colour: int | None
    titled: bool
    fine: bool
    roles: tuple[Link, ...]
    here: int
    every: int
    elsewhere: tuple[Link, ...]
    faults: tuple[Link, ...]
    checked: Checked | None
    confidence: int | None
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A truth article that no read one stands for, and the read articles that have its words."""

    anchor: str
    name: str
    id: str
    kind: str
    opening: str
    found_in: tuple[Link, ...]


def entries(subject: Subject, page: int) -> Iterator[Entry]:
    """The articles of a page in the issue's order."""
    for index in subject.on_pages[page]:
        article = subject.edition.articles[index]
        parts = subject.parts_on(page, index)
        pages = dict.fromkeys(part.page for part in subject.issue.articles[index].parts)
        first = next(iter(pages)) == page
        yield Entry(
            anchor=entry_anchor(page, index),
            place=Link(subject.name(index), _anchor(subject, page, index, parts[0][1])),
            number=index + 1,
            id=article.id,
            kind=article.kind.value,
            colour=subject.colours[index],
            titled=bool(article.headline),
            fine=subject.is_fine(index),
            roles=tuple(_roles(parts)),
            here=len(parts),
            every=len(subject.issue.articles[index].parts),
            elsewhere=tuple(
                Link(page_name(subject.edition.pages[other]), entry_anchor(other, index))
                for other in pages
                if other != page
            ),
            faults=tuple(_faults(subject, parts)),
            checked=_checked(subject, index) if first else None,
            confidence=None if article.confidence is None else round(100 * article.confidence),
            doubts=article.doubts if first else (),
        )


def loose_faults(subject: Subject, page: int) -> tuple[Link, ...]:
    """What is wrong with those blocks of a page that are in no article."""
    every = [Part(page, n, block.role) for n, block in enumerate(subject.issue.pages[page].blocks)]
    loose = [part for part in every if (page, part.block) not in subject.first_owner]
    return tuple(fault for part in loose for fault in _faults(subject, [(0, part)]))


def unread(subject: Subject) -> dict[int | None, list[Unread]]:
    """The truth articles without a partner, by the page that they belong on; None is for those that are nowhere."""
    found: dict[int | None, list[Unread]] = {}
    if subject.findings is None:
        return found
    blocks: dict[int | None, list[tuple[int, int]]] = {}
    for place, belonging in subject.findings.blocks.items():
        blocks.setdefault(belonging.truth, []).append(place)
    for truth, article in enumerate(subject.findings.truth.articles):
        if subject.pair_of_truth(truth) is not None:
            continue
        places = blocks.get(truth, [])
        holders = dict.fromkeys(subject.first_owner[place] for place in places if place in subject.first_owner)
        page = _home(article, subject.findings.truth, subject.edition)
        found.setdefault(places[0][0] if page is None and places else page, []).append(
            Unread(
                anchor=unread_anchor(truth),
                name=subject.truth_name(truth, LONGEST),
                id=article.id,
                kind=article.kind.value,
                opening=shortened(article.paragraphs[0], LONGEST_PASSAGE) if article.paragraphs else "",
                found_in=tuple(_article_link(subject, holder) for holder in holders),
            )
        )
    return found


def _home(article: EditionArticle, truth: Edition, read: Edition) -> int | None:
    """The read page that a truth article begins on, by its regions."""
    pages = (page_of(truth, read, region.page) for region in article.regions)
    return next((page for page in pages if page is not None), None)


def _anchor(subject: Subject, page: int, article: int, first: Part) -> str:
    """Of the place of an article on a page: the group in the drawing, else its first block in the columns."""
    placed = has_places(subject.issue.pages[page]) and subject.issue.pages[page].blocks[first.block].box is not None
    return group_anchor(page, article) if placed else block_anchor(page, first.block)


def _roles(parts: Sequence[tuple[int, Part]]) -> Iterator[Link]:
    """Runs of equal roles with consecutive numbers: "1 kicker", "3–6 body"."""
    for _, run in groupby(enumerate(parts), key=lambda e: (e[1][1].role, e[1][0] - e[0])):
        found = [numbered for _, numbered in run]
        yield Link(_run_name(found), block_anchor(found[0][1].page, found[0][1].block))


def _run_name(run: Sequence[tuple[int, Part]]) -> str:
    """The numbers of consecutive blocks and their roles; blocks of no article have no numbers."""
    (first, _), (last, _) = run[0], run[-1]
    roles = " ".join(dict.fromkeys(part.role.value for _, part in run))
    numbers = f"{first}" if first == last else f"{first}–{last}"
    return f"{numbers} {roles}" if first else roles


def _faults(subject: Subject, parts: Sequence[tuple[int, Part]]) -> Iterator[Link]:
    for note, run in groupby(parts, key=lambda numbered: _note(subject, numbered[1])):
        if note is not None:
            found = list(run)
            first = found[0][1]
            opening = shortened(subject.issue.pages[first.page].blocks[first.block].words, 18)
            yield Link(f"{_run_name(found)} “{opening}” {note}", block_anchor(first.page, first.block))


def _note(subject: Subject, part: Part) -> str | None:
    return subject.note(part.page, part.block, LONGEST)


def _checked(subject: Subject, index: int) -> Checked | None:
    findings, pair = subject.findings, subject.pair_of(index)
    if findings is None or (pair is None and not subject.is_asked(index)):
        return None
    if pair is None:
        return Checked(None, None, (), (), ())
    return Checked(
        likeness=int(100 * pair.likeness),
        partner=subject.truth_name(pair.truth, 40),
        differences=findings.differences.get(index, ()),
        lacking=tuple(_stray(s, lambda r: f"#{r + 1}") for s in findings.lacking.get(index, ())),
        surplus=tuple(_stray(s, subject.truth_name) for s in findings.surplus.get(index, ())),
    )


def _stray(stray: Stray, named: Callable[[int], str]) -> Passage:
    return Passage(shortened(stray.text, LONGEST_PASSAGE), None if stray.where is None else named(stray.where))


def _article_link(subject: Subject, index: int) -> Link:
    first = subject.issue.articles[index].parts[0]
    return Link(f"#{index + 1} {subject.name(index)}", entry_anchor(first.page, index))
