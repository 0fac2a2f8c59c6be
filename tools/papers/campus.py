"""Papers of schools and works: tabloids of few columns, larger type, colour, large photographs, poems, interviews."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from papers import county, feature, town
from papers.breaking import Type, whole_lines
from papers.carve import columns
from papers.county import begun
from papers.issue import Issue
from papers.leaf import Leaf
from papers.look import PAPERS, Look
from papers.model import Caption
from papers.setting import set_story
from papers.slot import Slot, Wish, pictured
from papers.special import PLACES, Place, boxed
from papers.stories import Draft, Tongue
from typesetter.faults import OversetError
from typesetter.sheet import Rect

COLORS = ("", "", "#b3201d", "#14508c", "#1d6b3a", "#7a1f5c", "#c0561a", "#0c6e7d")
NARROWEST = 8.5
"""Ems of a column."""
LONGEST_POEM = 24
"""Lines of body type."""
WIDEST_POEM = 26
"""Ems of body type."""


def tongue(chance: random.Random) -> Tongue:
    """How such a paper writes."""
    if chance.random() < 0.3:
        return Tongue("en", book="en+campus")
    return replace(county.tongue(chance), book="zh+campus")


def look(chance: random.Random, speech: Tongue) -> Look:
    """How such a paper looks."""
    base = county.look(chance, speech) if speech.chinese else town.look(chance)
    size = PAPERS[chance.choice(("tabloid", "a3", "short", "short", "halfberliner"))]
    count = chance.choice((3, 4, 4, 5, 5)) if size[0] > 700 else chance.choice((3, 3, 4))
    points = round(chance.uniform(9.3, 12.0) * (1.0 if speech.chinese else 0.92), 1)
    leading = round(points * (chance.uniform(1.4, 1.85) if speech.chinese else chance.uniform(1.16, 1.4)), 2)
    body = replace(base.body, type=replace(base.body.type, size=points), leading=leading)
    if body.sub is not None:
        body = replace(body, sub=replace(body.sub, size=points * chance.choice((1.0, 1.1, 1.25))))
    accent = chance.choice([c for c in COLORS if c])
    heads = replace(
        base.heads,
        color=chance.choice((*COLORS, accent)),
        kicker_color=chance.choice(("", accent, accent)),
        align=chance.choice(("start", "center")),
        label_style=chance.choice(("plain", "tag", "line")),
    )
    return replace(
        base,
        size=size,
        columns=count,
        gutter=chance.uniform(10, 22),
        gap=chance.uniform(11, 20),
        body=body,
        heads=heads,
        measure=(size[0] - 70) / count / points * chance.uniform(0.8, 1.0),
        column_rules=chance.random() < 0.2,
        parting=chance.choice(("white", "white", "hair", "rule", "thick")),
        largest=chance.uniform(28, 50),
        boxed=chance.uniform(0.15, 0.45),
        pictured=chance.uniform(0.5, 0.85),
        short=chance.uniform(0.05, 0.2),
        lent=chance.uniform(0.08, 0.2),
        middle=chance.choice((0.0, 0.05, 0.1)),
        bastard=chance.uniform(0.1, 0.5),
        notched=chance.uniform(0.1, 0.4),
        quotes=chance.uniform(0.05, 0.25),
        caption_at=chance.choice(("under", "under", "beside", "over")),
        half_tone=False,
        accent=accent,
        tints=("#fdf3e1", "#e6f0f7", "#eef5e6", "#f7e9ea", "#efecf6", "#f4efe2", "#e9e9e9"),
        stop=size[0] * size[1] / chance.uniform(4.5, 8),
        extra={
            **base.extra,
            "kicker": str(chance.uniform(0.25, 0.65)),
            "deck": str(chance.uniform(0.2, 0.6)),
            "big": "0",
            "reverse": str(chance.uniform(0.02, 0.12)),
            "answers": "0.08",
            "poems": str(chance.uniform(0.05, 0.25)),
            "strips": str(chance.uniform(0.05, 0.2)),
            "unders": str(chance.uniform(0.1, 0.35)),
            "asides": str(chance.uniform(0.05, 0.2)),
            "classifieds": "0",
            "tables": "0.03",
            "ads": "none none none none strip",
            "turns": str(chance.choice((0, 0, 1))),
        },
    )


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such a paper."""
    speech = tongue(chance)
    issue = begun("campus", chance, speech, look(chance, speech))
    issue.places = {**OWN, **PLACES}
    issue.pages = pages
    teller = issue.desk.teller()
    masthead = chance.uniform(62, 120)
    for number in range(1, pages + 1):
        leaf = issue.leaf(number, speech.words(teller.tell("pagename"), chance).right)
        room = issue.room(leaf, masthead=masthead if number == 1 else 0.0)
        kind = chance.choice(("led", "led", "news")) if number == 1 else chance.choice(KINDS)
        if any(turn.page == leaf.index for turn in issue.turns):
            kind = "news"
        if kind == "news":
            issue.news(leaf, room, first=number == 1)
        else:
            feature.tried(issue, leaf, room, PAGES[kind])
    return issue


def _led(issue: Issue, leaf: Leaf, room: Rect) -> None:
    """A page whose upper half is one story with a large picture, its headline above or beneath it."""
    chance, style = issue.chance, issue.look
    deep = room.h * chance.uniform(0.42, 0.6)
    upper = room._replace(h=deep)
    if chance.random() < 0.5:
        under(issue, leaf, upper)
    else:
        draft, count = issue.desk.draft(), _count(issue, upper.w)
        _headed(issue, draft, 1.6)
        wish = Wish(count, size=style.largest, pictures=1, tall=chance.random() < 0.7)
        set_story(issue.task(draft, leaf, upper, wish), issue.leaves, issue.scale)
    if style.parting != "white":
        leaf.sheet.rule(Rect(room.x, room.y + deep, room.w, style.gap), 0.8)
    issue.news(leaf, room._replace(y=room.y + deep + style.gap, h=room.h - deep - style.gap))


def _supplement(issue: Issue, leaf: Leaf, room: Rect) -> None:
    """Essays round a column of poems and a strip of pictures."""
    chance, style = issue.chance, issue.look
    foot = room.h * chance.uniform(0.18, 0.27)
    low = room._replace(y=room.y + room.h - foot, h=foot)
    strip(issue, leaf, low)
    above = room._replace(h=room.h - foot - style.gap)
    share = chance.uniform(0.24, 0.34)
    edge, rest = columns(above, 2, style.gutter * 1.3, (share, 1 - share))
    if chance.random() < 0.5:
        rest, edge = columns(above, 2, style.gutter * 1.3, (1 - share, share))
    poem_high = min(edge.h * chance.uniform(0.4, 0.6), LONGEST_POEM * style.body.leading)
    feature.poem(issue, leaf, edge._replace(h=poem_high - style.gap))
    feature.sidebar(issue, leaf, edge._replace(y=edge.y + poem_high, h=edge.h - poem_high), "")
    count = max(2, min(style.columns - 1, _count(issue, rest.w)))
    grid = issue.grid(rest, count)
    half = rest.h * chance.uniform(0.4, 0.6)
    for top, bottom in ((rest.y, rest.y + half - style.gap), (rest.y + half, rest.y + rest.h)):
        place = rest._replace(y=top, h=bottom - top)
        draft = issue.desk.draft()
        _headed(issue, draft, 1.0)
        wish = Wish(_count(issue, place.w), size=style.largest * 0.62, pictures=chance.choice((0, 1)))
        wish.drop = chance.choice((0, 0, 2, 3))
        if wish.count > 1 and chance.random() < 0.3:
            wish.head, wish.span = chance.choice((("short", 1), ("middle", wish.count - 1)))
        set_story(issue.task(draft, leaf, grid.rect._replace(y=top, h=place.h), wish), issue.leaves, issue.scale)


def _count(issue: Issue, width: float) -> int:
    """How many columns a story of a width has: mostly the page's, at times fewer or more."""
    style = issue.look
    em = style.body.type.size
    count = round((width + style.gutter) / (style.measure * em * issue.chance.uniform(0.85, 1.3) + style.gutter))
    most = int((width + style.gutter) / (NARROWEST * em + style.gutter))
    return max(1, min(most, count))


def _headed(issue: Issue, draft: Draft, more: float) -> None:
    draft.head("headline")
    for name in ("kicker", "deck"):
        if issue.chance.random() < float(issue.look.extra[name]) * more:
            draft.head(name)


def under(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """A story whose headline stands beneath its picture.

    Raises:
        TypesettingError: it does not fit.
    """
    chance, style = issue.chance, issue.look
    if rect.h < 230 or rect.w < 120:
        raise OversetError("too small for a picture over a headline")
    draft = issue.desk.draft()
    _headed(issue, draft, 1.0)
    count = _count(issue, rect.w)
    inner = boxed(issue, leaf, rect, 0.25)
    tall = min(inner.w * chance.uniform(0.5, 0.75), inner.h * chance.uniform(0.35, 0.5))
    first = Slot(leaf, inner, style, draft, Wish(count))
    first.picture(inner._replace(h=tall), at=chance.choice(("under", "under", "over")))
    if not draft.article.captions:
        raise OversetError("too small for a picture over a headline")
    rest = inner._replace(y=inner.y + tall + 6, h=inner.h - tall - 6)
    wish = Wish(count, size=min(style.largest, 0.06 * rect.w + style.body.type.size * 1.2))
    set_story(issue.task(draft, leaf, rest, wish), issue.leaves, issue.scale)
    draft.article.regions = [(leaf.number, leaf.sheet.physical(rect))]


def strip(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """Photographs side by side with one caption for all.

    Raises:
        OversetError: it does not fit.
    """
    chance, style = issue.chance, issue.look
    if rect.w < 240 or rect.h < 110:
        raise OversetError("too small for a strip of photographs")
    inner = boxed(issue, leaf, rect, 0.4)
    draft = issue.desk.draft("photo")
    article, em, y = draft.article, style.body.type.size, inner.y
    if chance.random() < 0.75:
        draft.head("headline", "promohead")
        text, face = article.heads["headline"].printed, style.heads.faces["headline"]
        size = min(em * chance.uniform(1.5, 2.4), inner.w * 0.96 / issue.scale.width(text, face))
        place = inner._replace(h=size * 1.35)
        leaf.along(text, place, Type(face, size), "headline", align=style.heads.align, article=article)
        y += size * 1.45
    caption = draft.words(draft.teller.tell("stripcaption"))
    credit = draft.words(draft.teller.tell("credit")).printed if chance.random() < 0.6 else ""
    said = caption.printed + ("\u3000" if draft.tongue.chinese else " ") * bool(credit) + credit
    lines = whole_lines(issue.scale, said, style.caption, inner.w)
    step = style.caption.size * 1.35
    foot = inner.y + inner.h - len(lines) * step - 3
    band = inner._replace(y=y, h=foot - y)
    count = max(2, min(5, round(band.w / (band.h * chance.uniform(0.9, 1.4)))))
    if band.h < 50:
        raise OversetError("too small for a strip of photographs")
    for image in columns(band, count, chance.choice((0.0, 3.0, 6.0)), [chance.uniform(0.8, 1.3) for _ in range(count)]):
        pictured(leaf, chance, image, half_tone=style.half_tone)
    for index, line in enumerate(lines):
        place = Rect(inner.x, foot + 3 + index * step, inner.w, step)
        leaf.along(line, place, style.caption, "caption", article=article, zone=(99, 3))
    corners = Rect(band.x, band.y, band.x + band.w, band.y + band.h)
    article.captions.append(Caption(caption.right, credit or None, leaf.number, corners))
    article.regions.append((leaf.number, leaf.sheet.physical(rect)))
    article.pages.append(leaf.number)


def poem(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """A poem, in a place that is not too large for one.

    Raises:
        TypesettingError: it does not fit.
    """
    kind = issue.look.body
    if rect.h > LONGEST_POEM * kind.leading or rect.w > WIDEST_POEM * kind.type.size:
        raise OversetError("too large for a poem")
    feature.poem(issue, leaf, rect)


def aside(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """A small piece on a tint or in a box."""
    feature.sidebar(issue, leaf, rect, "")


KINDS = ("news", "news", "led", "supplement", "supplement", "feature", "answers", "photos")
PAGES: dict[str, Callable[[Issue, Leaf, Rect], None]] = {**feature.PAGES, "led": _led, "supplement": _supplement}
OWN: dict[str, Place] = {"unders": under, "strips": strip, "poems": poem, "asides": aside}
"""By the name under which a look says how often they come, before the common ones."""
