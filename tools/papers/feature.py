"""Feature pages: one large story round pictures, sidebars, spreads, photo pages, twins, a page of advertisement."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from papers import county, town
from papers.breaking import Type
from papers.carve import columns
from papers.county import begun
from papers.fit import Telling
from papers.heads import balanced
from papers.issue import Issue
from papers.leaf import Leaf
from papers.plan import Cell
from papers.pour import Frame
from papers.setting import Task, set_story
from papers.slot import Slot, Wish
from papers.special import PLACES, boxed, photograph
from papers.stories import Draft, Tongue
from typesetter.faults import TypesettingError
from typesetter.sheet import Rect

TRIES = 6


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such pages, in any language."""
    code = chance.choice(("zh", "zh", "en", "en", "de", "fr"))
    speech = county.tongue(chance) if code == "zh" else Tongue(code)
    look = county.look(chance, speech) if code == "zh" else town.look(chance)
    look = replace(
        look,
        boxed=max(look.boxed, 0.3),
        pictured=0.7,
        quotes=0.3,
        extra={**look.extra, "reverse": "0.15", "answers": "0.12", "turns": "0"},
    )
    issue = begun("feature", chance, speech, look)
    issue.pages = pages
    teller = issue.desk.teller()
    kinds = _drawn_pages(chance, pages)
    masthead = chance.uniform(60, 100)
    for number, kind in enumerate(kinds, 1):
        name = speech.words(teller.tell("pagename"), chance).right
        leaf = issue.leaf(number, name)
        if kind == "full":
            width, height = look.size
            issue.advertise(leaf, Rect(24, 24, width - 48, height - 48))
            continue
        room = issue.room(leaf, masthead=masthead if number == 1 else 0.0)
        if kind == "spread":
            continue
        if kind == "spread-right":
            _spread(issue, issue.leaves[-2], leaf, room)
        else:
            tried(issue, leaf, room, PAGES[kind])
    return issue


def _drawn_pages(chance: random.Random, pages: int) -> list[str]:
    found: list[str] = []
    while len(found) < pages:
        kind = chance.choice(("feature", "feature", "feature", "twins", "photos", "spread", "full", "answers"))
        if kind == "spread":
            found += ["spread", "spread-right"] if pages - len(found) >= 2 and found else ["feature"]
        elif kind != "full" or (found and "full" not in found):
            found.append(kind)
    return found


def tried(issue: Issue, leaf: Leaf, room: Rect, page: Callable[[Issue, Leaf, Rect], None]) -> None:
    """Fills a page, if need be anew.

    Raises:
        TypesettingError: it cannot be filled.
    """
    mark = len(leaf.lines), len(leaf.sheet.parts), len(issue.desk.articles)
    for attempt in range(TRIES):
        try:
            page(issue, leaf, room)
        except TypesettingError:
            del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], issue.desk.articles[mark[2] :]
            if attempt == TRIES - 1:
                raise
            continue
        return


def _large(issue: Issue, leaf: Leaf, rect: Rect, draft: Draft, wish: Wish, telling: Telling) -> None:
    """Sets a large story."""
    chance, look = issue.chance, issue.look
    names = draft.names()
    if look.byline != "none" and chance.random() < 0.8:
        draft.article.byline = names
        draft.teller.bound["name"] = names[0]
        ways = draft.teller.ways("by")
        wish.byline = draft.words(draft.teller.say(ways[issue.by % len(ways)])).printed
    slot = Slot(leaf, rect, look, draft, wish)
    task = Task(draft, slot.frames(), look.body, telling, drop=wish.drop)
    task.drop_face = look.heads.faces["headline"]
    set_story(task, issue.leaves, issue.scale)


def _feature(issue: Issue, leaf: Leaf, room: Rect) -> None:
    """A large story round pictures, a sidebar in its corner, and something below."""
    chance, look = issue.chance, issue.look
    rect = room
    if chance.random() < 0.6:
        deep = room.h * chance.uniform(0.18, 0.3)
        below = Rect(room.x, room.y + room.h - deep, room.w, deep)
        rect = Rect(room.x, room.y, room.w, room.h - deep - look.gap)
        leaf.sheet.rule(Rect(room.x, below.y - look.gap, room.w, look.gap), 0.8)
        _row(issue, leaf, below)
    count = max(3, round((rect.w + look.gutter) / (look.measure * look.body.type.size * 1.1 + look.gutter)))
    draft = issue.desk.draft()
    for name, often in (("headline", 1.0), ("deck", 0.8), ("kicker", 0.4), ("label", 0.5)):
        if chance.random() < often:
            draft.head(name)
    if chance.random() < 0.3:
        draft.article.heads["label"] = draft.words(_series(issue))
    size = look.largest * chance.uniform(1.0, 1.5)
    wish = Wish(count, size=size, pictures=chance.randint(1, 3), quote=chance.random() < 0.6)
    wish.reverse = chance.random() < 0.35
    wish.drop = chance.choice((0, 3, 4))
    wish.tall = chance.random() < 0.5
    if chance.random() < 0.25 and not wish.reverse:
        wish.head, wish.span = chance.choice((("middle", count - 1), ("short", count - 1)))
    if chance.random() < 0.7:
        each = columns(rect, count, look.gutter)
        span = chance.choice((1, 1, 2)) if count > 3 else 1
        first = chance.choice((0, count - span, count - span))
        high = rect.h * chance.uniform(0.25, 0.45)
        last = each[first + span - 1]
        place = Rect(each[first].x, rect.y + rect.h - high, last.x + last.w - each[first].x, high)
        wish.notches = [place]
        sidebar(issue, leaf, place, draft.teller.topic)
    telling = Telling(look.lengths, chance.choice((0.0, 0.1, 0.2)))
    _large(issue, leaf, rect, draft, wish, telling)


def _series(issue: Issue) -> str:
    number = issue.chance.randint(2, 6)
    return {
        "en": f"Part {number} of {number + 2}",
        "de": f"Folge {number}",
        "fr": f"Épisode {number}",
    }.get(issue.tongue.code, f"系列報道之{'一二三四五六七'[number]}")


def sidebar(issue: Issue, leaf: Leaf, rect: Rect, topic: str) -> None:
    """A small story on a tint or in a box."""
    chance, look = issue.chance, issue.look
    if chance.random() < 0.25:
        name = chance.choice(("tables", "briefs"))
        PLACES[name](issue, leaf, rect)
        return
    draft = issue.desk.draft(topic=topic)
    draft.head("headline")
    if chance.random() < 0.5:
        draft.head("label")
    em = look.body.type.size
    wish = Wish(1, size=em * chance.uniform(1.5, 2.1), lines=5, box=chance.choice(("tint", "tint", "box")))
    if rect.w > 34 * em:
        wish.count = 2
    wish.reverse = chance.random() < 0.2
    manner = "answers" if chance.random() < 0.25 else "prose"
    slot = Slot(leaf, rect, look, draft, wish)
    set_story(Task(draft, slot.frames(), look.body, Telling(look.lengths, manner=manner)), issue.leaves, issue.scale)


def _row(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """Two or three small things side by side: stories, a poem, a table, a photograph."""
    chance, look = issue.chance, issue.look
    count = chance.choice((2, 3)) if rect.w > 50 * look.body.type.size else 2
    for place in columns(rect, count, look.gutter, [chance.choice((1.0, 1.0, 1.5)) for _ in range(count)]):
        kind = chance.choice(("story", "story", "poem", "table", "photo", "briefs", "ad"))
        mark = len(leaf.lines), len(leaf.sheet.parts), len(issue.desk.articles)
        try:
            if kind == "poem":
                poem(issue, leaf, place)
                continue
            if kind in {"table", "photo", "briefs"}:
                PLACES[{"table": "tables", "photo": "photos"}.get(kind, kind)](issue, leaf, place)
                continue
            if kind == "ad":
                issue.advertise(leaf, place)
                continue
        except TypesettingError:
            del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], issue.desk.articles[mark[2] :]
        issue.story(leaf, issue.grid(place, 1), Cell(0, 1, place.y, place.y + place.h))


def poem(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """A poem; its lines stand as they are written."""
    chance, look = issue.chance, issue.look
    draft = issue.desk.draft()
    draft.head("headline", "versehead")
    em = look.body.type.size
    body = replace(look.body, leading=em * chance.uniform(1.4, 1.7), feather=False)
    inner = boxed(issue, leaf, rect, 0.4)
    wide = max(issue.scale.width(v, body.type.face) for v in draft.teller.ways("verse")) * em + em + 2
    if wide < inner.w < wide * 1.8:
        inner = Rect(inner.x, inner.y, inner.w, inner.h)
    slot = Slot(leaf, inner, replace(look, body=body), draft, Wish(max(1, int(inner.w // (wide + 8))), size=em * 1.8))
    set_story(Task(draft, slot.frames(), body, Telling(manner="verse")), issue.leaves, issue.scale)


def _twins(issue: Issue, leaf: Leaf, room: Rect) -> None:
    """Two stories of one matter side by side under heads alike, above other news."""
    chance, look = issue.chance, issue.look
    deep = room.h * chance.uniform(0.4, 0.6)
    upper = Rect(room.x, room.y, room.w, deep)
    first = ""
    size = look.largest * chance.uniform(0.55, 0.8)
    for place in columns(upper, 2, look.gutter * 1.4):
        draft = issue.desk.draft(topic=first)
        first = draft.teller.topic
        draft.head("headline")
        draft.head("kicker")
        count = max(1, round((place.w + look.gutter) / (look.measure * look.body.type.size + look.gutter)))
        wish = Wish(count, size=size, pictures=chance.randint(0, 1))
        _large(issue, leaf, place, draft, wish, Telling(look.lengths, look.subs))
    rest = Rect(room.x, room.y + deep + look.gap, room.w, room.h - deep - look.gap)
    leaf.sheet.rule(Rect(room.x, room.y + deep, room.w, look.gap), 0.8)
    issue.news(leaf, rest)


def _photos(issue: Issue, leaf: Leaf, room: Rect) -> None:
    """A page of photographs, perhaps with a text."""
    chance, look = issue.chance, issue.look
    y = room.y
    if chance.random() < 0.75:
        deep = room.h * chance.uniform(0.16, 0.26)
        draft = issue.desk.draft()
        draft.head("headline")
        draft.head("deck")
        place = Rect(room.x, y, room.w, deep)
        count = max(2, round(room.w / (look.measure * look.body.type.size * 1.2)))
        _large(issue, leaf, place, draft, Wish(count, size=look.largest * 0.9, lines=1), Telling(look.lengths))
        y += deep + look.gap
    rows = chance.choice((2, 3, 3))
    tall = (room.y + room.h - y - (rows - 1) * look.gap) / rows
    for _ in range(rows):
        count = chance.choice((1, 2, 2, 3))
        shares = [chance.choice((1.0, 1.0, 1.4)) for _ in range(count)]
        for place in columns(Rect(room.x, y, room.w, tall), count, look.gutter, shares):
            photograph(issue, leaf, place)
        y += tall + look.gap


def _answers(issue: Issue, leaf: Leaf, room: Rect) -> None:
    """An interview of a page, or most of it."""
    chance, look = issue.chance, issue.look
    draft = issue.desk.draft()
    for name in ("label", "headline", "deck"):
        draft.head(name)
    count = max(3, round((room.w + look.gutter) / (look.measure * look.body.type.size * 1.15 + look.gutter)))
    wish = Wish(count, size=look.largest, pictures=chance.randint(1, 2), quote=True)
    wish.head, wish.span = chance.choice((("top", 1), ("short", count - 1), ("beside", 1)))
    draft.lead = ""
    bold = look.heads.faces["headline"]
    body = replace(look.body, type=Type(look.body.type.face, look.body.type.size, look.body.type.lead or bold))
    slot = Slot(leaf, room, look, draft, wish)
    telling = Telling(look.lengths, manner="answers")
    set_story(Task(draft, slot.frames(), body, telling), issue.leaves, issue.scale)


def _spread(issue: Issue, left: Leaf, right: Leaf, room: Rect) -> None:
    """One story over two facing pages, its headline half on each."""
    chance, look = issue.chance, issue.look
    draft = issue.desk.draft()
    draft.head("headline")
    article = draft.article
    text = article.heads["headline"].printed.replace(" /_ ", draft.tongue.joint or "\u3000")
    face, joint = look.heads.faces["headline"], draft.tongue.joint
    halves = balanced(issue.scale, text, face, 2, upright=False, joint=joint)
    size = min(look.largest * 1.7, *(room.w * 0.97 / issue.scale.width(h, face) for h in halves))
    count = max(3, round((room.w + look.gutter) / (look.measure * look.body.type.size * 1.1 + look.gutter)))
    frames: list[Frame] = []
    for part, (leaf, half) in enumerate(zip((left, right), halves, strict=True)):
        strip = Rect(room.x, room.y, room.w, size * 1.25)
        align = "end" if part == 0 else "start"
        leaf.along(half, strip, Type(face, size), "headline", align=align, article=article, zone=(0, 0))
        wish = Wish(count, head="none", pictures=chance.randint(1, 2), quote=chance.random() < 0.5, part=part)
        wish.tall = chance.random() < 0.5
        place = Rect(room.x, room.y + size * 1.3, room.w, room.h - size * 1.3)
        frames += Slot(leaf, place, look, draft, wish).frames()
    telling = Telling(look.lengths, 0.1)
    set_story(Task(draft, frames, look.body, telling), issue.leaves, issue.scale)


PAGES: dict[str, Callable[[Issue, Leaf, Rect], None]] = {
    "feature": _feature,
    "twins": _twins,
    "photos": _photos,
    "answers": _answers,
}
