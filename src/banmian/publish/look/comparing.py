"""What was read, held against the truth: pairs, fields, passages, and where every block's words belong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from banmian.model.article import Kind
from banmian.model.edition import Edition, EditionArticle
from banmian.model.geometry import Box, Polygon, around
from banmian.model.issue import Issue
from banmian.model.page import Block, Role
from banmian.publish.look.concordance import Concordance, Holders, others, share
from banmian.publish.look.findings import (
    ALIKE,
    Belonging,
    Count,
    Difference,
    Findings,
    Pair,
    Stray,
    Summary,
    Verdict,
)
from banmian.publish.look.folding import folded
from banmian.publish.look.outlines import regions
from banmian.publish.look.pairing import paired, words_of

UNASKED = frozenset({Kind.AD, Kind.MASTHEAD, Kind.FURNITURE})
"""Kinds that a truth need not hold."""

MAY_BE_READ_AS = {
    "headline": ("headline",),
    "kicker": ("kicker", "label"),
    "deck": ("deck",),
    "label": ("label", "kicker", "headline"),
}
"""Where a field may stand, as in `bench/scoring.py`: print does not tell a kicker from a label."""

BYLINE = "byline"

HOME = 0.5
"""Share of a text that stands in the article which is its home: recognition and repair change some of it."""

FOREIGN = 0.2
"""Share of a block that belongs to another article, from which on it is called torn; less may be chance."""

_SPEECHLESS = frozenset({Role.PICTURE, Role.JUMP, Role.FOLIO})
"""Roles whose words no article repeats."""

_OWED = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK, Role.BODY, Role.SUBHEADING})
"""Roles whose words stand in an edition's text for certain, so that no truth article having them is a fault."""


def compared(issue: Issue, read: Edition, truth: Edition) -> Findings:
    """Compares a reading with the truth.

    Args:
        issue: the reading, with its blocks.
        read: the same as an edition.
        truth: how it should have been read.
    """
    pairs = paired(truth.articles, read.articles)
    blocks = _blocks(issue, read, truth, pairs)
    lacking, surplus = _strays(pairs, truth.articles, read.articles)
    return Findings(
        truth=truth,
        pairs=pairs,
        blocks=blocks,
        summary=_summary(read, truth, pairs, sum(b.verdict.is_fault for b in blocks.values())),
        differences={p.read: tuple(_differences(read.articles[p.read], truth.articles[p.truth])) for p in pairs},
        lacking=lacking,
        surplus=surplus,
    )


def _blocks(issue: Issue, read: Edition, truth: Edition, pairs: Sequence[Pair]) -> dict[tuple[int, int], Belonging]:
    """The verdict on every block; one that several articles share, as a column's name is, may be of any."""
    concordance = Concordance(truth.articles)
    partner = {pair.read: pair.truth for pair in pairs}
    own: dict[tuple[int, int], set[int]] = {}
    roles: dict[tuple[int, int], Role] = {}
    placed: set[tuple[int, int]] = set()
    for index, article in enumerate(issue.articles):
        for part in article.parts:
            roles.setdefault((part.page, part.block), part.role)
            if article.kind not in UNASKED or index in partner:
                placed.add((part.page, part.block))
            if index in partner:
                own.setdefault((part.page, part.block), set()).add(partner[index])
    verdicts = {}
    for page in issue.pages:
        there = [(index, _around(polygon)) for index, polygon in regions(truth, read, page.index) if polygon]
        for number, block in enumerate(page.blocks):
            place = page.index, number
            as_read = replace(block, role=roles.get(place, block.role))
            verdicts[place] = _judged(
                as_read, own.get(place, set()), concordance, _nearness(block.box, there), placed=place in placed
            )
    return verdicts


def _around(polygon: Polygon) -> Box:
    return around(Box(x, y, x, y) for x, y in polygon)


def _nearness(box: Box | None, there: Sequence[tuple[int, Box]]) -> dict[int, int]:
    """For truth articles with a region on a block's page: 2 where one of these holds the block, else 1."""
    near: dict[int, int] = {}
    for index, region in there:
        holds = box is not None and region.holds(box.center)
        near[index] = max(near.get(index, 0), 2 if holds else 1)
    return near


def _judged(block: Block, own: set[int], truth: Concordance, near: Mapping[int, int], *, placed: bool) -> Belonging:
    """Where a block's words belong, by the pieces of its text.

    Args:
        block: to be judged, with the role that it has in its article.
        own: truth articles that stand for its own one.
        truth: the texts of the truth.
        near: how near truth articles are, which decides where several have its words.
        placed: whether it is in an article that is read as one.
    """
    if block.role in _SPEECHLESS:
        return Belonging(Verdict.UNJUDGED)
    found = truth.signed(block.words) if block.role is Role.BYLINE else truth.found(block.words)
    mine, foreign = share(found, own), others(found, own)
    best, theirs = max(foreign, key=lambda other: (other[1], near.get(other[0], 0)), default=(None, 0.0))
    if mine >= HOME:
        torn = theirs >= FOREIGN and block.role is not Role.BYLINE
        return Belonging(Verdict.TORN, best) if torn else Belonging(Verdict.RIGHT)
    if theirs >= HOME:
        return Belonging(Verdict.ASTRAY if placed else Verdict.LOST, best)
    if mine >= FOREIGN:
        return Belonging(Verdict.TORN, best) if theirs >= FOREIGN else Belonging(Verdict.RIGHT)
    nobodys = placed and len(found) > 1 and theirs < FOREIGN and block.role in _OWED
    return Belonging(Verdict.SURPLUS if nobodys else Verdict.UNJUDGED)


Strays = dict[int, tuple[Stray, ...]]


def _strays(
    pairs: Sequence[Pair], truth: Sequence[EditionArticle], read: Sequence[EditionArticle]
) -> tuple[Strays, Strays]:
    """By index of the read article: what each pair's read one lacks, and what it has too much."""
    in_truth, in_read = Concordance(truth), Concordance(read)
    lacking, surplus = {}, {}
    for pair in pairs:
        lacking[pair.read] = tuple(_missed(truth[pair.truth], pair.read, in_read.found))
        surplus[pair.read] = tuple(_missed(read[pair.read], pair.truth, in_truth.found))
    return lacking, surplus


def _missed(article: EditionArticle, partner: int, found: Callable[[str], list[Holders]]) -> Iterator[Stray]:
    """The paragraphs and captions of an article that its partner on the other side does not have."""
    captions = [caption.text for caption in article.captions if caption.text]
    for text in (*article.paragraphs, *captions):
        pieces = found(text)
        if not folded(text) or share(pieces, {partner}) >= HOME:
            continue
        elsewhere = others(pieces, {partner})
        yield Stray(text, elsewhere[0][0] if elsewhere and elsewhere[0][1] >= HOME else None)


def _differences(read: EditionArticle, truth: EditionArticle) -> Iterator[Difference]:
    """The fields that are not as the truth has them; what the truth does not state differs, too."""
    for name in MAY_BE_READ_AS:
        stated, given = _field(truth, name), _field(read, name)
        elsewhere = given and any(name in places and _agrees(o, read, truth) for o, places in MAY_BE_READ_AS.items())
        if not _agrees(name, read, truth) if stated else given and not elsewhere:
            yield Difference(name, given, stated)
    if _names(read) != _names(truth):
        yield Difference(BYLINE, ", ".join(read.byline) or None, ", ".join(truth.byline) or None)


def _agrees(name: str, read: EditionArticle, truth: EditionArticle) -> bool:
    """Whether a field that the truth states was read."""
    if name == BYLINE:
        return bool(truth.byline) and _names(read) == _names(truth)
    stated = _field(truth, name)
    return stated is not None and folded(stated) in {folded(_field(read, place)) for place in MAY_BE_READ_AS[name]}


def _field(article: EditionArticle, name: str) -> str | None:
    value: str | None = getattr(article, name)
    return value or None


def _names(article: EditionArticle) -> set[str]:
    return {folded(name) for name in article.byline}


def _summary(read: Edition, truth: Edition, pairs: Sequence[Pair], faulty_blocks: int) -> Summary:
    partners = {pair.read for pair in pairs}
    counted = [
        index
        for index, article in enumerate(read.articles)
        if words_of(article) and (index in partners or article.kind not in UNASKED)
    ]
    return Summary(
        truth_articles=len(truth.articles),
        read_articles=len(counted),
        alike=sum(pair.likeness >= ALIKE for pair in pairs),
        fields=(*_counts(read, truth, pairs), *_masthead(read, truth)),
        faulty_blocks=faulty_blocks,
    )


def _counts(read: Edition, truth: Edition, pairs: Sequence[Pair]) -> Iterator[Count]:
    answer = {pair.truth: read.articles[pair.read] for pair in pairs}
    for name in (*MAY_BE_READ_AS, BYLINE):
        stated = [index for index, article in enumerate(truth.articles) if getattr(article, name)]
        right = sum(index in answer and _agrees(name, answer[index], truth.articles[index]) for index in stated)
        if stated:
            yield Count(name, right, len(stated))


def _masthead(read: Edition, truth: Edition) -> Iterator[Count]:
    stated = [(mine, theirs) for mine, theirs in zip(_titles(truth), _titles(read), strict=True) if mine is not None]
    if stated:
        yield Count("masthead", sum(folded(mine) == folded(theirs) for mine, theirs in stated), len(stated))


def _titles(edition: Edition) -> tuple[str | None, ...]:
    registered = edition.registration.number if edition.registration else None
    return edition.title, edition.date, edition.number, edition.total_number, registered
