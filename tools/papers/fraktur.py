"""Nineteenth-century pages with little to go by: items down two to six columns, heads as small as their text.

German, English and French. A story goes on at the head of the next column and of the next page; a feuilleton may
run along the feet of pages under a thick rule; the last page, or its foot, belongs to advertisements in boxes.
"""

from __future__ import annotations

import math
import random
from dataclasses import replace

from papers.breaking import Type
from papers.carve import columns
from papers.county import begun
from papers.dense import FACES, column_frames
from papers.gazette import Gazette, Heading, novel
from papers.heads import HeadLook
from papers.issue import FOLIO, Issue
from papers.leaf import Leaf
from papers.look import PAPERS, Look, drawn_body
from papers.placard import placard
from papers.pour import Frame
from papers.slot import Wish
from papers.stories import Tongue
from papers.stream import streamed
from typesetter.faults import TypesettingError
from typesetter.sheet import Rect

TRIES = 5
BOLD = {"times": "timesb", "cond": "condb", "deja": "dejab"}
LEAST_MEASURE = 13.0
"""Ems; narrower columns leave lines that no space can fill."""
MOST_MEASURE = 42.0
"""Ems; wider columns were not set."""


def look(chance: random.Random) -> Look:
    """How such a paper looks."""
    size = PAPERS[chance.choice(("a4", "halfberliner", "a3", "a3", "tabloid", "short", "berliner", "rhenish"))]
    face = chance.choice(("times", "times", "cond", "deja"))
    wide, bold = FACES[face], BOLD[face]
    body = drawn_body(
        chance, face, (7.2 * wide, 10.4 * wide), (1.04, 1.24), lead="", sub=bold, indent=chance.choice((1.0, 1.0, 1.6))
    )
    heads = HeadLook(
        {"label": chance.choice((bold, face)), "kicker": face, "headline": bold, "deck": face, "byline": face},
        align="center",
        tight=1.2,
        label_style=chance.choice(("plain", "line")),
    )
    margin = chance.uniform(24, 46)
    gutter = chance.uniform(6, 18)
    room = size[0] - 2 * margin + gutter
    most = max(2, int(room / (LEAST_MEASURE * body.type.size + gutter)))
    least = math.ceil(room / (MOST_MEASURE * body.type.size + gutter))
    count = max(least, min(most, chance.choice((2, 3, 3, 4, 4, 5, 6))))
    return Look(
        size,
        (chance.uniform(24, 40), margin, chance.uniform(24, 40), margin),
        count,
        gutter,
        chance.uniform(7, 12),
        body,
        heads,
        measure=(room / count - gutter) / body.type.size,
        column_rules=chance.random() < 0.6,
        largest=chance.uniform(12, 20),
        datelines=chance.uniform(0.2, 0.9),
        half_tone=True,
        lengths=chance.choice(((1, 2, 3), (2, 3, 4, 5), (1, 1, 2), (3, 5, 8))),
        folio=Type(face, chance.uniform(7.5, 9.5)),
        extra={"old": "1", "title": chance.choice((bold, "dejab", "timesb")), "folio": str(chance.randint(0, 2))},
    )


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such a paper."""
    code = chance.choice(("de", "de", "de", "en", "fr"))
    issue = begun("fraktur", chance, Tongue(code, book=f"{code}+press"), look(chance), old=True)
    issue.pages = pages
    issue.facts.registration = None
    issue.facts.day = issue.facts.day.replace(year=chance.randint(1838, 1899))
    bare = chance.random() < 0.35
    masthead = chance.uniform(56, 120)
    rooms: list[Rect] = []
    for number in range(1, pages + 1):
        leaf = issue.leaf(number, "")
        if number > 1 and bare:
            rooms.append(_numbered(issue, leaf))
        else:
            rooms.append(issue.room(leaf, masthead=masthead if number == 1 else 0.0))
    if chance.random() < 0.6:
        rooms = _under_the_rule(issue, rooms)
    rooms = _advertised(issue, rooms)
    _filled(issue, rooms)
    return issue


def _numbered(issue: Issue, leaf: Leaf) -> Rect:
    """A page under nothing but its number; what is left of it."""
    chance = issue.chance
    width, height = issue.look.size
    top, right, bottom, left = issue.look.margins
    mark = chance.choice(("{}", "— {} —", "({})", "* {} *")).format(leaf.number)
    strip = Rect(left, top, width - left - right, FOLIO)
    issue.plate(leaf).line(mark, strip, issue.look.folio.face, issue.look.folio.size, "folio", "center")
    return Rect(left, top + FOLIO + 4, width - left - right, height - top - bottom - FOLIO - 4)


def _under_the_rule(issue: Issue, rooms: list[Rect]) -> list[Rect]:
    """A novel along the feet of the first pages, in columns of its own; what is left above it.

    Raises:
        TypesettingError: no novel fills its place.
    """
    chance, style = issue.chance, issue.look
    count = max(1, min(len(rooms) - 1, chance.choice((1, 1, 2, 3))))
    share = chance.uniform(0.18, 0.36)
    own = max(2, style.columns - chance.choice((0, 0, 1)))
    places, left = [], list(rooms)
    for index in range(count):
        room = rooms[index]
        foot = room._replace(y=room.y + room.h * (1 - share), h=room.h * share)
        left[index] = room._replace(h=room.h - foot.h - 12)
        thick = chance.uniform(1.5, 3.5)
        issue.leaves[index].sheet.rule(foot._replace(y=foot.y - 8, h=4), thick)
        places.append((issue.leaves[index], foot))
    marks = [(len(leaf.lines), len(leaf.sheet.parts)) for leaf in issue.leaves]
    told = len(issue.desk.articles)
    for attempt in range(TRIES):
        head = "short" if own > 2 and attempt < TRIES - 1 and chance.random() < 0.4 else "top"
        wish = Wish(own, head=head, span=1, size=style.body.type.size * chance.uniform(1.2, 2.2))
        try:
            novel(issue, places, wish)
        except TypesettingError:
            for leaf, (lines, parts) in zip(issue.leaves, marks, strict=True):
                del leaf.lines[lines:], leaf.sheet.parts[parts:]
            del issue.desk.articles[told:]
            if attempt == TRIES - 1:
                raise
            continue
        break
    return left


def _advertised(issue: Issue, rooms: list[Rect]) -> list[Rect]:
    """Advertisements in boxes on the last page, all of it or its foot; what is left."""
    chance = issue.chance
    if len(rooms) < 2 or chance.random() < 0.2:
        return rooms
    share = chance.choice((0.3, 0.45, 0.6, 1.0))
    room = rooms[-1]
    foot = room._replace(y=room.y + room.h * (1 - share), h=room.h * share)
    count = max(2, min(5, issue.look.columns - chance.choice((0, 0, 1))))
    for column in columns(foot, count, 7.0):
        y, end = column.y, column.y + column.h
        while end - y > 40:
            tall = chance.uniform(0.5, 1.6) * column.w * chance.choice((0.5, 0.8, 1.2))
            tall = end - y if end - y - tall < 60 else max(50.0, tall)
            placard(issue, issue.leaves[-1], column._replace(y=y, h=tall))
            y += tall + 6
    left = room._replace(h=foot.y - room.y - 10)
    return [*rooms[:-1], left] if share < 1 else rooms[:-1]


def _filled(issue: Issue, rooms: list[Rect]) -> None:
    """Items through all columns of all pages, or page by page."""
    chance, style = issue.chance, issue.look
    frames: list[list[Frame]] = []
    for leaf, room in zip(issue.leaves, rooms, strict=False):
        frames.append(column_frames(issue, leaf, columns(room, style.columns, style.gutter), ()))
    body = replace(style.body, gap=0.0, feather=chance.random() < 0.8)
    items = _items(issue, frames[0][0].rect.w)
    items.body = body
    whole = chance.random() < 0.75
    for part in [[f for own in frames for f in own]] if whole else frames:
        items.plan = []
        streamed(issue, part, body, items.made, allowed=8)


def _items(issue: Issue, measure: float) -> Gazette:
    """How items are headed, parted and mixed."""
    chance, style = issue.chance, issue.look
    face, bold = style.body.type.face, style.heads.faces["headline"]
    plain = Heading(face, chance.uniform(1.0, 1.12), before=chance.uniform(0.2, 0.9))
    usual = chance.choice(
        (
            plain,
            replace(plain, face=bold),
            replace(plain, face=bold, align="start"),
            replace(plain, track=chance.uniform(0.1, 0.22)),
            replace(plain, face=bold, track=0.12),
            replace(plain, capitals=True),
            replace(plain, face=bold, capitals=True, size=1.0),
        )
    )
    large = Heading(
        chance.choice((bold, bold, face)),
        chance.uniform(1.4, 2.4),
        4,
        capitals=chance.random() < 0.3,
        before=chance.uniform(0.5, 1.2),
    )
    rubric = Heading(
        chance.choice((bold, face)), chance.uniform(1.2, 1.9), 2, track=chance.choice((0.0, 0.0, 0.15)), before=1.0
    )
    leading = chance.choice(((bold, 0.0), (face, 0.14), (face, 0.0), ("timesi" if face == "times" else bold, 0.0)))
    kinds: tuple[str, ...] = chance.choice(
        (
            ("report",) * 6 + ("run",) * 4 + ("large", "group", "notice"),
            ("run",) * 8 + ("group", "group", "report", "notice"),
            ("report",) * 9 + ("large", "large", "notice", "group"),
            ("group",) * 3 + ("run",) * 4 + ("report",) * 2 + ("notice", "verse"),
        )
    )
    kinds += chance.choice(((), (), ("class",), ("ad",), ("verse",)))
    return Gazette(
        issue,
        style.body,
        rules=chance.random() < 0.65,
        measure=measure,
        usual=usual,
        large=large,
        rubric=rubric,
        leading=leading,
        kinds=kinds,
        lengths=chance.choice(((1, 1, 2, 3), (1, 1, 1, 2), (1, 2, 4, 7))),
        span=chance.choice((0.2, 0.3, 0.4, 0.4)),
    )
