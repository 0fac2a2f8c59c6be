"""Front pages: one huge headline over, under or on a large picture, teasers along an edge, a rail beside the lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from papers import boxes, rails
from papers.breaking import Type, whole_lines
from papers.carve import columns
from papers.heads import fitted
from papers.leaf import drawn
from papers.modules import Module
from papers.setting import set_story
from papers.slot import pictured
from papers.toppers import Topper
from typesetter.faults import OversetError
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from collections.abc import Callable

    from papers.leaf import Leaf
    from papers.present import Present


def teaser(issue: Present, leaf: Leaf, rect: Rect, *, dark: bool = False, bare: bool = False) -> None:
    """A pointer to a page: a picture unless it is `bare`, a headline, perhaps a line of text, the page's number.

    Raises:
        OversetError: it does not fit.
    """
    chance, look, book = issue.chance, issue.look, issue.book
    em = look.body.type.size
    draft = issue.desk.draft("promo")
    draft.head("headline", chance.choice(("inside", "promohead", "headline")))
    page = issue.labelled(chance.randint(2, max(2, issue.pages)))
    draft.teller.bound["page"] = page
    ways = draft.teller.ways("promo")
    pointer = draft.words(draft.teller.say(ways[issue.by % len(ways)])).printed
    ink = ""
    if dark:
        leaf.sheet.put(rect, "", "", f"background:{book.fill[0]}")
        ink, rect = book.fill[1], rect.inset(7)
    x, y, w, h = rect
    if h > 60 and w > 60:
        wide = w > h * 1.6
        image = Rect(x, y, w * 0.38, h) if wide else Rect(x, y, w, min(h * 0.5, w * 0.7))
        if not bare:
            pictured(leaf, chance, image, half_tone=False)
            rect = (
                Rect(x + image.w + 7, y, w - image.w - 7, h) if wide else Rect(x, y + image.h + 5, w, h - image.h - 5)
            )
    text, face = draft.article.heads["headline"].printed, look.heads.faces["headline"]
    size = min(em * 1.9, rect.h * 0.3)
    lines, size = fitted(issue.scale, text, face, size, rect.w, 4, joint=draft.tongue.joint)
    step, y = size * 1.2, rect.y
    small = Type(look.heads.faces["label"], em)
    if len(lines) * step + em * 1.5 > rect.h or size < em * 0.95:
        raise OversetError(f"{draft.article.id}: no room for a teaser")
    for line in lines:
        leaf.along(line, Rect(rect.x, y, rect.w, step), Type(face, size), "headline", article=draft.article, color=ink)
        y += step
    room = rect.y + rect.h - y - em * 1.6
    if room > 3 * look.body.leading and not dark:
        body = replace(look.body, justified=False, feather=False)
        para = draft.made("p", draft.teller.tell("brief"))
        para.flush = True
        if boxes.poured_lines(issue, para, body.type, rect.w) * body.leading <= room:
            y = boxes.set_paras(issue, leaf, draft, [Rect(rect.x, y + 2, rect.w, room)], [para], body)
    color = ink or book.accent
    leaf.along(
        pointer,
        Rect(rect.x, y + 2, rect.w, em * 1.4),
        small,
        "pointer",
        article=draft.article,
        zone=(0, 2),
        color=color,
    )
    draft.article.references = [{"pages": page, "text": pointer}]
    boxes.owned(leaf, draft, rect)


def teasers(issue: Present, leaf: Leaf, room: Rect, edge: str) -> Rect:
    """Two to four teasers along an edge; the rest of the page.

    Raises:
        OversetError: they do not fit.
    """
    chance, look = issue.chance, issue.look
    gap = 12.0
    dark, bare = chance.random() < 0.35, chance.random() < 0.2
    bare = bare and edge != "right"
    if edge == "right":
        wide = room.w * chance.uniform(0.2, 0.28)
        strip = Rect(room.x + room.w - wide, room.y, wide, room.h)
        count = 3 if room.h < 900 else 4
        tall = (room.h - (count - 1) * gap) / count
        for index in range(count):
            teaser(issue, leaf, Rect(strip.x, strip.y + index * (tall + gap), wide, tall), dark=dark, bare=bare)
        if not dark:
            leaf.sheet.parts.append(drawn(Rect(strip.x - 9, strip.y, 0.6, strip.h), "background:#111"))
        return room._replace(w=room.w - wide - 18)
    tall = chance.uniform(55, 75) if bare else chance.uniform(78, 120)
    strip = room._replace(h=tall) if edge == "top" else room._replace(y=room.y + room.h - tall, h=tall)
    for place in columns(strip, chance.choice((2, 3, 4)) if room.w > 700 else chance.choice((2, 3)), look.gutter):
        teaser(issue, leaf, place, dark=dark, bare=bare)
    if not dark:
        y = strip.y + tall + gap / 2 if edge == "top" else strip.y - gap / 2
        leaf.sheet.parts.append(drawn(Rect(room.x, y, room.w, 0.8), "background:#111"))
    return room._replace(y=room.y + (tall + gap if edge == "top" else 0), h=room.h - tall - gap)


def tabloid(issue: Present, leaf: Leaf, room: Rect) -> None:
    """A front of one story with a huge headline and a large picture.

    Raises:
        TypesettingError: it does not fit.
    """
    chance, look = issue.chance, issue.look
    rest = teasers(issue, leaf, room, chance.choice(("top", "foot", "right")))
    bodied = rest.w > 300 and chance.random() < 0.65
    size = rest.w * chance.uniform(0.11, 0.2)
    if bodied:
        story = Module(
            issue, leaf, rest, first=True, size=min(size, rest.h * 0.11),
            treat=chance.choice(("photo", "photo", "under", "under", "dark")),
        )  # fmt: skip
        set_story(story.task(), issue.leaves, issue.scale)
        return
    draft = issue.desk.draft("promo")
    draft.head("headline")
    if chance.random() < 0.6:
        draft.head("kicker", "tab")
    points = [draft.teller.tell("point") for _ in range(chance.randint(2, 3))]
    if chance.random() < 0.7:
        said = " /_ ".join(f"{issue.book.mark} {p[:1].upper()}{p[1:]}" for p in points)
        draft.article.heads["deck"] = draft.words(said)
    page = issue.labelled(chance.randint(2, max(2, issue.pages)))
    draft.teller.bound["page"] = page
    pointer = draft.words(
        draft.teller.say(draft.teller.ways("promo")[issue.by % len(draft.teller.ways("promo"))])
    ).printed
    above = chance.random() < 0.5
    top = Topper(
        issue, leaf, draft, rest, min(size, rest.h * 0.15), most=chance.choice((1, 2, 3)),
        kicker=chance.choice(("pill", "over", "line")), align=look.heads.align,
    )  # fmt: skip
    mark, parts = len(leaf.lines), len(leaf.sheet.parts)
    tall = top.set()
    place = rest
    if not above:
        del leaf.lines[mark:], leaf.sheet.parts[parts:]
        top.rect = rest._replace(y=rest.y + rest.h - tall - 16)
        place = rest._replace(h=rest.h - tall - 24)
        top.set()
    em = look.body.type.size
    strip = Rect(rest.x, top.y + 1, rest.w, em * 1.5)
    leaf.along(
        pointer, strip, Type(look.heads.faces["label"], em * 1.1), "pointer", article=draft.article, zone=(0, 2),
        color=issue.book.accent, align=look.heads.align,
    )  # fmt: skip
    draft.article.references = [{"pages": page, "text": pointer}]
    if above:
        place = rest._replace(y=strip.y + strip.h + 5, h=rest.y + rest.h - strip.y - strip.h - 5)
    _picture(issue, leaf, place, Topper(issue, leaf, draft, place, 10))
    boxes.owned(leaf, draft, rest)


def _picture(issue: Present, leaf: Leaf, place: Rect, top: Topper) -> None:
    """A large picture with its caption below."""
    draft, kind = top.draft, issue.look.caption
    words = draft.words(draft.teller.tell("caption"))
    lines = whole_lines(issue.scale, words.printed, kind, place.w)
    image = place._replace(h=place.h - len(lines) * kind.size * 1.3 - 3)
    if image.h < 120:
        raise OversetError(f"{draft.article.id}: no room for its picture")
    pictured(leaf, issue.chance, image, half_tone=False)
    y = image.y + image.h + 3
    for line in lines:
        strip = Rect(place.x, y, place.w, kind.size * 1.3)
        leaf.along(line, strip, kind, "caption", article=draft.article, zone=(99, 3))
        y += strip.h
    draft.article.captions.append(boxes.caption(words.right, leaf, image))


def front(issue: Present, leaf: Leaf, room: Rect) -> None:
    """A front page of several stories: perhaps teasers, a lead, perhaps a rail beside it, more news below.

    Raises:
        TypesettingError: it does not fit.
    """
    chance, look = issue.chance, issue.look
    if chance.random() < 0.5:
        room = teasers(issue, leaf, room, chance.choice(("top", "foot")))
    if chance.random() < 0.55:
        room = railed(issue, leaf, room)
    deep = room.h * chance.uniform(0.45, 0.62)
    lead(issue, leaf, room._replace(h=deep))
    rest = room._replace(y=room.y + deep + look.gap, h=room.h - deep - look.gap)
    if look.parting != "white":
        leaf.sheet.rule(Rect(room.x, room.y + deep, room.w, look.gap), 0.8)
    issue.news(leaf, rest)


def lead(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """A page's first story.

    Raises:
        TypesettingError: it does not fit.
    """
    issue.fill(leaf, rect, first=True)


def railed(issue: Present, leaf: Leaf, room: Rect, make: Callable[..., None] = rails.rail) -> Rect:
    """A rail at a side of the page; the rest of it.

    Raises:
        TypesettingError: it cannot be filled.
    """
    chance, look = issue.chance, issue.look
    grid = columns(room, look.columns, look.gutter)
    wide = grid[0].w if grid[0].w > 11 * look.body.type.size else grid[0].w * 2 + look.gutter
    left = chance.random() < 0.5
    apart = look.gutter * 1.3
    strip = Rect(room.x if left else room.x + room.w - wide, room.y, wide, room.h)
    if chance.random() < 0.4:
        deep = room.h * chance.uniform(0.5, 0.75)
        issue.fill(leaf, strip._replace(y=room.y + deep + look.gap, h=room.h - deep - look.gap))
        strip = strip._replace(h=deep)
    make(issue, leaf, strip, "right" if left else "left")
    return Rect(room.x + wide + apart if left else room.x, room.y, room.w - wide - apart, room.h)
