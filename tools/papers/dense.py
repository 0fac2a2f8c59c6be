"""Nineteenth-century papers and their heirs: narrow columns, small type, items parted by short rules."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from papers.breaking import Type
from papers.carve import carved, columns
from papers.county import begun, paged
from papers.heads import HeadLook
from papers.issue import Issue
from papers.leaf import Leaf
from papers.look import PAPERS, Look, drawn_body
from papers.pour import Body, Frame
from papers.stories import Tongue
from papers.stream import Item, Items, streamed
from typesetter.sheet import Rect

FACES = {"times": 1.0, "cond": 0.86, "deja": 0.82}


def look(chance: random.Random, code: str) -> Look:
    """How such a paper looks."""
    size = PAPERS[chance.choice(("tabloid", "rhenish", "berliner", "broadsheet", "a3", "nordisch"))]
    face = chance.choice(("times", "times", "cond", "deja"))
    wide = FACES[face]
    bold = {"times": "timesb", "cond": "condb", "deja": "dejab"}[face]
    body = drawn_body(
        chance, face, (6.6 * wide, 9.0 * wide), (1.06, 1.25), lead=bold, sub=bold, indent=chance.choice((1.0, 1.0, 1.5))
    )
    heads = HeadLook(
        {"label": bold, "kicker": face, "headline": bold, "deck": face, "byline": "timesi"},
        align="center",
        tight=1.15,
        label_style=chance.choice(("plain", "line")),
    )
    margin = chance.uniform(24, 40)
    ems = chance.uniform(14.5, 20)
    gutter = chance.uniform(6, 11)
    count = int((size[0] - 2 * margin + gutter) / (ems * body.type.size + gutter))
    count = max(4, min(9, count))
    return Look(
        size,
        (chance.uniform(24, 36), margin, chance.uniform(24, 36), margin),
        count,
        gutter,
        chance.uniform(8, 12),
        body,
        heads,
        measure=ems,
        column_rules=chance.random() < 0.8,
        parting=chance.choice(("hair", "rule", "double")),
        largest=chance.uniform(13, 24),
        boxed=0.03,
        pictured=chance.choice((0.0, 0.1, 0.3)),
        notched=chance.uniform(0.1, 0.4),
        byline=chance.choice(("none", "end", "end")),
        datelines=chance.uniform(0.3, 0.9),
        drops=chance.choice((0, 0, 2)),
        stop=size[0] * size[1] / chance.uniform(12, 22),
        caption=Type(face, 7),
        half_tone=True,
        lengths=chance.choice(((1, 2, 3), (2, 3, 4, 5), (1, 1, 2))),
        folio=Type(bold, 9),
        extra={
            "old": "1",
            "title": chance.choice(("timesb", "dejab", "condb")),
            "ads": "none strip corner stairs",
            "folio": "1",
            "deck": "0.3",
            "kicker": "0.0",
            "narrowest": "1",
            "across": str(chance.uniform(0.3, 0.8)),
            "least": "70",
            "turns": "0",
            "briefs": "0.2",
            "notices": "0.1",
            "language": code,
        },
    )


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such a paper."""
    code = chance.choice(("en", "de", "fr"))
    issue = begun("dense", chance, Tongue(code), look(chance, code), old=chance.random() < 0.7)
    if chance.random() < 0.3:
        return paged(issue, pages, masthead=chance.uniform(60, 100))
    return _streamed_pages(issue, pages)


def _streamed_pages(issue: Issue, pages: int) -> Issue:
    """Pages of columns, filled from the first to the last."""
    chance, style = issue.chance, issue.look
    issue.pages = pages
    frames: list[list[Frame]] = []
    masthead = chance.uniform(60, 110)
    for number in range(1, pages + 1):
        leaf = issue.leaf(number, "")
        room = issue.room(leaf, masthead=masthead if number == 1 else 0.0)
        taken = _display(issue, room, leaf.index)
        frames.append(column_frames(issue, leaf, columns(room, style.columns, style.gutter), taken))
    whole = chance.random() < 0.5
    body = replace(style.body, gap=0.0)
    for part in [[f for own in frames for f in own]] if whole else frames:
        streamed(issue, part, body, _maker(issue, body, part[0].rect.w), allowed=8)
    return issue


def column_frames(issue: Issue, leaf: Leaf, each: Sequence[Rect], taken: Sequence[Rect]) -> list[Frame]:
    """What places that are taken leave of columns; perhaps draws the rules between them."""
    style = issue.look
    found = []
    for column in each:
        found += [
            Frame(leaf.index, piece, leaf.next_frame())
            for piece in carved(column, taken, style.body.type.size, style.body.leading * 3, 5.0)
        ]
    if style.column_rules:
        for column in each[1:]:
            gap = Rect(column.x - style.gutter, column.y, style.gutter, column.h)
            for piece in carved(gap, taken, 0.0, 5.0, 3.0):
                leaf.sheet.rule(piece, 0.5)
    return found


def _display(issue: Issue, room: Rect, index: int) -> list[Rect]:
    """Advertisements of more than one column at the foot of a page; the places they take."""
    chance, style = issue.chance, issue.look
    each = columns(room, style.columns, style.gutter)
    found: list[Rect] = []
    top = room.y + room.h * chance.uniform(0.68, 0.85)
    first = 0
    if chance.random() < 0.4:
        return []
    while first < style.columns:
        wide = chance.choice((1, 2, 2, 3))
        last = min(style.columns, first + wide)
        if chance.random() < 0.75:
            left, right = each[first], each[last - 1]
            high = chance.choice((top, top, room.y + room.h * 0.85))
            rect = Rect(left.x, high, right.x + right.w - left.x, room.y + room.h - high)
            if rect.w > 90:
                issue.advertise(issue.leaves[index], rect)
                found.append(rect)
        first = last
    return found


def _maker(issue: Issue, body: Body, measure: float) -> Callable[[int], Item]:
    """What follows what."""
    chance = issue.chance
    face = issue.look.heads.faces["headline"]
    head = chance.choice(("caps", "caps", "line", "runin", "none"))
    items = Items(issue, body, head=head, face=face, rules=chance.random() < 0.7, center=chance.random() < 0.8)
    small = Items(issue, body, head=chance.choice(("runin", "caps")), face=face, rules=items.rules, center=items.center)
    advertised = chance.uniform(0.0, 0.12)

    def make(count: int) -> Item:
        draw = chance.random()
        if count and draw < advertised:
            return items.advertisement(measure)
        if draw < 0.78:
            return items.story(count)
        if draw < 0.93:
            return small.brief(count)
        return items.notice(count) if draw < 0.96 else items.classified(count)

    return make
