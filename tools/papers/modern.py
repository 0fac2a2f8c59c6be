"""Present-day papers in five languages, each with a style book of its own: tabloid fronts, modular pages, rails."""

from __future__ import annotations

import random
from collections.abc import Callable

from papers import boxes, rails
from papers.campus import strip
from papers.carve import columns
from papers.feature import TRIES
from papers.fronts import front, lead, railed, tabloid
from papers.furniture import drawn_facts
from papers.leaf import Leaf
from papers.modules import Module
from papers.present import Present
from papers.setting import set_story
from papers.special import classifieds
from papers.stylebook import NewsDesk, drawn_book, look, tongue
from typesetter.faults import OversetError, TypesettingError
from typesetter.sheet import Rect

SMALLEST_COLUMN = 40_000.0
"""Square points of a column of opinion."""
KINDS = ("news", "news", "railed", "railed", "opinion", "feature", "leisure")
"""Of pages after the first."""


def made(chance: random.Random, pages: int) -> Present:
    """An issue of such a paper."""
    issue = begun(chance)
    issue.pages = pages
    masthead = chance.uniform(62, 115)
    for number in range(1, pages + 1):
        kind = chance.choice(("tabloid", "front", "front")) if number == 1 else chance.choice(KINDS)
        if any(turn.page == number - 1 for turn in issue.turns):
            kind = chance.choice(("news", "railed"))
        section = "opinionlabel" if kind == "opinion" else "pagename"
        name = issue.tongue.words(issue.desk.teller().tell(section), chance).right
        leaf = issue.leaf(number, name)
        room = issue.room(leaf, masthead=masthead if number == 1 else 0.0)
        _tried(issue, leaf, room, PAGES[kind])
    return issue


def begun(chance: random.Random) -> Present:
    """An issue with nothing on it yet."""
    speech = tongue(chance)
    book = drawn_book(chance, speech)
    desk = NewsDesk(speech, chance, sub_color=book.sub_color, run_in=book.run_in)
    if speech.chinese and chance.random() < 0.3:
        desk.caption_mark = "▲"
    facts = drawn_facts(chance, speech, desk)
    facts.price = ""
    desk.title = facts.title
    issue = Present("modern", chance, speech, look(chance, speech, book.accent), facts, desk, book=book)
    issue.by = chance.randrange(720)
    issue.own = {
        "rails": (0.2, rails.rail),
        "listings": (0.12, rails.listing),
        "tables": (0.3, boxes.table),
        "puzzles": (0.3, boxes.puzzle),
        "imprints": (0.2, boxes.imprint),
        "indexes": (0.6, boxes.index),
        "opinions": (0.12, opinion),
        "interviews": (0.1, interview),
        "letters": (0.08, rails.letters),
        "strips": (0.2, _strip),
        "classifieds": (0.04, classifieds),
    }
    return issue


def _tried(issue: Present, leaf: Leaf, room: Rect, page: Callable[[Present, Leaf, Rect], None]) -> None:
    """Fills a page, if need be anew.

    Raises:
        TypesettingError: it cannot be filled.
    """
    mark, turns, used = (
        (len(leaf.lines), len(leaf.sheet.parts), len(issue.desk.articles)),
        len(issue.turns),
        set(leaf.used),
    )
    for attempt in range(TRIES):
        try:
            page(issue, leaf, room)
        except TypesettingError:
            if any(turn.page == leaf.index for turn in issue.turns) or attempt == TRIES - 1:
                raise
            del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], issue.desk.articles[mark[2] :], issue.turns[turns:]
            leaf.used = set(used)
            continue
        return


def _news(issue: Present, leaf: Leaf, room: Rect) -> None:
    """A page of modules."""
    issue.news(leaf, room)


def _railed(issue: Present, leaf: Leaf, room: Rect) -> None:
    """Modules beside a rail."""
    issue.news(leaf, railed(issue, leaf, room))


def opinion(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """A column with its label and its writer's portrait.

    Raises:
        TypesettingError: it does not fit.
    """
    if rect.w * rect.h < SMALLEST_COLUMN:
        raise OversetError("too small a place for a column")
    set_story(Module(issue, leaf, rect, kind="opinion", treat="top").task(), issue.leaves, issue.scale)


def interview(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """Questions in bold type and answers.

    Raises:
        TypesettingError: it does not fit.
    """
    set_story(Module(issue, leaf, rect, kind="answers").task(), issue.leaves, issue.scale)


def _strip(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """Photographs side by side over one caption, in a place that is wide.

    Raises:
        OversetError: it does not fit.
    """
    if rect.w < rect.h * 1.2:
        raise OversetError("too narrow a place for a strip of photographs")
    strip(issue, leaf, rect)


def _opinion(issue: Present, leaf: Leaf, room: Rect) -> None:
    """A page of opinion: columns, letters, a correction or the paper's addresses."""
    chance, look = issue.chance, issue.look
    share = chance.uniform(0.58, 0.7)
    shares = (share, 1 - share) if chance.random() < 0.5 else (1 - share, share)
    wide, narrow = sorted(columns(room, 2, look.gutter * 1.4, shares), key=lambda r: -r.w)
    deep = wide.h * chance.uniform(0.38, 0.5)
    opinion(issue, leaf, wide._replace(h=deep))
    rails.letters(issue, leaf, wide._replace(y=wide.y + deep + look.gap, h=wide.h - deep - look.gap))
    low = narrow.h * chance.uniform(0.13, 0.18)
    opinion(issue, leaf, narrow._replace(h=narrow.h * 0.5))
    middle = narrow.y + narrow.h * 0.5 + look.gap
    end = narrow.y + narrow.h - low
    issue.fill(leaf, narrow._replace(y=middle, h=end - middle - look.gap), special=False)
    _small(issue, leaf, narrow._replace(y=end, h=low))


def _small(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """Something for a small place: the paper's addresses, corrections, or an advertisement."""
    chance = issue.chance
    for place in chance.sample((boxes.imprint, rails.listing), 2):
        mark = len(leaf.lines), len(leaf.sheet.parts), len(issue.desk.articles)
        try:
            place(issue, leaf, rect)
        except TypesettingError:
            del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], issue.desk.articles[mark[2] :]
            continue
        return
    issue.advertise(leaf, rect)


def _feature(issue: Present, leaf: Leaf, room: Rect) -> None:
    """One large story, an interview at times, with others under or beside it."""
    chance, look = issue.chance, issue.look
    deep = room.h * chance.uniform(0.55, 0.75)
    upper = room._replace(h=deep)
    if chance.random() < 0.35:
        interview(issue, leaf, upper)
    else:
        lead(issue, leaf, upper)
    rest = room._replace(y=room.y + deep + look.gap, h=room.h - deep - look.gap)
    if look.parting != "white":
        leaf.sheet.rule(Rect(room.x, room.y + deep, room.w, look.gap), 0.8)
    issue.news(leaf, rest)


def _leisure(issue: Present, leaf: Leaf, room: Rect) -> None:
    """What is on, tables and puzzles beside a story or two."""
    chance, look = issue.chance, issue.look
    grid = columns(room, 4 if room.w > 800 else 3, look.gutter)
    edge = grid[-1]
    rest = Rect(room.x, room.y, edge.x - look.gutter - room.x, room.h)
    places = [boxes.table, boxes.puzzle, rails.listing, boxes.table]
    chance.shuffle(places)
    y, end = edge.y, edge.y + edge.h
    for place in places[:3]:
        deep = {boxes.puzzle: edge.w * 1.6, boxes.table: look.body.type.size * 17}.get(place, edge.h * 0.36)
        if y + deep > end:
            break
        mark = len(leaf.lines), len(leaf.sheet.parts), len(issue.desk.articles)
        try:
            place(issue, leaf, edge._replace(y=y, h=deep))
        except TypesettingError:
            del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], issue.desk.articles[mark[2] :]
            continue
        y += deep + look.gap
    if end - y > 90:
        issue.fill(leaf, edge._replace(y=y, h=end - y), special=False)
    issue.news(leaf, rest)


PAGES: dict[str, Callable[[Present, Leaf, Rect], None]] = {
    "tabloid": tabloid,
    "front": front,
    "news": _news,
    "railed": _railed,
    "opinion": _opinion,
    "feature": _feature,
    "leisure": _leisure,
}
