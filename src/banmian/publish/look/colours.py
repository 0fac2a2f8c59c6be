"""Colours that tell articles apart: those that stand next to each other never share one while there are enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from banmian.model.article import Article, Kind
from banmian.model.geometry import Box
from banmian.model.issue import Issue
from banmian.model.page import Page

PALETTE = (
    "#0b5cad",  # blue
    "#8a5a00",  # ochre
    "#1b7a2f",  # green
    "#7b2fa8",  # violet
    "#00717d",  # teal
    "#a8286f",  # plum
    "#5b6700",  # olive
    "#6d4a2f",  # umber
)
"""Each has a contrast of at least 4.5 to white, so that white words on it and it on paper are read (WCAG 2.2,
1.4.3). Red is left to what is wrong, grey to what is no article."""

REACH = 0.04
"""Of the page's width: articles nearer than a wide gutter are neighbours."""

QUIET = frozenset({Kind.AD, Kind.MASTHEAD, Kind.FURNITURE})
"""Kinds that are drawn without a colour: nobody reads them as articles."""


def coloured(issue: Issue) -> tuple[int | None, ...]:
    """For every article the index of its colour in the palette; None for the quiet kinds."""
    beside = _neighbours(issue)
    chosen: dict[int, int] = {}
    used: Counter[int] = Counter()
    for index, article in enumerate(issue.articles):
        if article.kind in QUIET:
            continue
        taken = Counter(chosen[other] for other in beside.get(index, ()) if other in chosen)
        colour = min(range(len(PALETTE)), key=lambda c: (taken[c], used[c], c))
        chosen[index] = colour
        used[colour] += 1
    return tuple(chosen.get(index) for index in range(len(issue.articles)))


def _neighbours(issue: Issue) -> dict[int, set[int]]:
    beside: dict[int, set[int]] = {}
    for page in issue.pages:
        for one, other in _meetings(page, issue.articles):
            beside.setdefault(one, set()).add(other)
            beside.setdefault(other, set()).add(one)
    return beside


def _meetings(page: Page, articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Articles that stand near each other on a page; without places, those that follow each other."""
    here = [(i, p.block) for i, a in enumerate(articles) for p in a.parts if p.page == page.index]
    yield from ((one, other) for (one, _), (other, _) in pairwise(here) if one != other)
    placed = [(i, box) for i, block in here if (box := page.blocks[block].box) is not None]
    for (one, a), (other, b) in combinations(placed, 2):
        if one != other and _near(a, b, REACH * page.width):
            yield one, other


def _near(one: Box, other: Box, reach: float) -> bool:
    return one.shared_x(other) > -reach and one.shared_y(other) > -reach
