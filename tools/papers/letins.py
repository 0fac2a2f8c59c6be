"""What is let into a story's columns: pictures, boxes of facts, quotations, a round picture that text runs round."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from papers import boxes
from papers.breaking import whole_lines
from papers.pour import Frame
from papers.slot import Slot, Wish, pictured
from papers.toppers import Topper
from typesetter.faults import OversetError, TypesettingError
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.modules import Module

HIGHEST_BESIDE = 170.0
"""Points of a picture whose caption stands at its right; beside a larger one too much stays white."""


def picture(story: Module, place: Rect, at: str = "") -> None:
    """A picture with its caption in a rectangle.

    Raises:
        OversetError: it does not fit.
    """
    at = at or story.chance.choice(story.book.captions)
    if at == "beside" and (place.w < 230 or place.h > HIGHEST_BESIDE):
        at = "under"
    slot = Slot(story.leaf, story.rect, story.look, story.draft, Wish(1))
    before = len(story.draft.article.captions)
    slot.picture(place, at=at)
    if len(story.draft.article.captions) == before:
        raise OversetError(f"{story.draft.article.id}: no room for its picture")


def let_in(story: Module, each: list[Rect], treat: str) -> None:
    """Lets pictures, a box of facts, a quotation or a portrait into the columns."""
    chance, look = story.chance, story.look
    if story.kind == "opinion":
        story.taken.append(
            boxes.portrait(story.issue, story.leaf, story.draft, each[0], story.rows if story.shot else ())
        )
        return
    w, h = each[-1].x + each[-1].w - each[0].x, min(c.h for c in each)
    if story.plain or w * h < 20_000 or h < 110:
        return
    often = look.pictured * (1.7 if story.first else 1.0)
    if chance.random() < often and treat not in {"photo", "under"}:
        _place_picture(story, each)
    if w * h > 60_000 and len(each) > 1 and h > 200:
        if chance.random() < 0.3:
            _place_box(story, each)
        if chance.random() < look.quotes:
            slot = Slot(story.leaf, story.rect, look, story.draft, Wish(1), obstacles=story.taken)
            slot._quote(each)  # noqa: SLF001 the same quotation
        if chance.random() < story.book.cut_out and len(each) > 1:
            _cut_out(story, each)


def _place_picture(story: Module, each: list[Rect]) -> None:
    chance = story.chance
    count = len(each)
    how = chance.choice(("over", "over", "columns", "columns", "foot", "middle"))
    span = count if how == "over" and chance.random() < 0.5 else chance.randint(1, max(1, count - 1))
    first = chance.choice((0, count - span))
    cols = each[first : first + span]
    x, w = cols[0].x, cols[-1].x + cols[-1].w - cols[0].x
    top, bottom = max(c.y for c in cols), min(c.y + c.h for c in cols)
    h = min(w * chance.uniform(0.5, 0.8), (bottom - top) * (0.6 if count > 1 else 0.45))
    if h < 55 or w < 60:
        return
    y = {"foot": bottom - h, "middle": top + (bottom - top - h) * chance.uniform(0.35, 0.6)}.get(how, top)
    place = Rect(x, y, w, h)
    if not any(boxes.meet(place, o, 8) for o in story.taken):
        picture(story, place)
        story.taken.append(place)


def _place_box(story: Module, each: list[Rect]) -> None:
    """A box of facts or a row of dates in a corner of the text."""
    chance, count = story.chance, len(each)
    span = 2 if count > 3 and chance.random() < 0.4 else 1
    first = chance.choice((0, count - span, count - span))
    cols = each[first : first + span]
    x, w = cols[0].x, cols[-1].x + cols[-1].w - cols[0].x
    top, bottom = max(c.y for c in cols), min(c.y + c.h for c in cols)
    h = (bottom - top) * chance.uniform(0.35, 0.6)
    y = bottom - h if first == 0 or chance.random() < 0.65 else top
    if any(boxes.meet(Rect(x, y, w, h), o, 8) for o in story.taken) or w < 75 or h < 70:
        return
    kept = len(story.leaf.lines), len(story.leaf.sheet.parts), len(story.issue.desk.articles)
    try:
        place = boxes.facts(story.issue, story.leaf, Rect(x, y, w, h), story.draft.teller.topic, foot=y > top)
    except TypesettingError:
        del story.leaf.lines[kept[0] :], story.leaf.sheet.parts[kept[1] :], story.issue.desk.articles[kept[2] :]
        return
    story.taken.append(place)


def _cut_out(story: Module, each: list[Rect]) -> None:
    """A round picture between two columns, with the text running round it."""
    index = story.chance.randint(0, len(each) - 2)
    left, right = each[index], each[index + 1]
    top, bottom = max(left.y, right.y), min(left.y + left.h, right.y + right.h)
    wide = min(left.w * 1.05, (bottom - top) * 0.5, 190.0)
    middle = left.x + left.w + story.look.gutter / 2
    place = Rect(middle - wide / 2, top + (bottom - top - wide) * story.chance.uniform(0.3, 0.7), wide, wide)
    if wide < 70 or any(boxes.meet(place, o, 8) for o in story.taken):
        return
    mark = len(story.leaf.sheet.parts)
    pictured(story.leaf, story.chance, place, half_tone=False)
    story.leaf.sheet.parts[mark] = story.leaf.sheet.parts[mark].replace("style='", "style='border-radius:50%;")
    story.round = place


def rounded(story: Module, piece: Rect, number: int) -> list[Frame]:
    """A frame less the round picture: line by line beside it."""
    if story.round is None or not boxes.meet(piece, story.round, 8):
        return [Frame(story.leaf.index, piece, number)]
    x, y, w, h = piece
    step, found = story.body.leading, []
    radius = story.round.w / 2 + 9
    middle, center = story.round.x + story.round.w / 2, story.round.y + story.round.h / 2
    for row in range(int(h / step)):
        at = y + row * step
        off = 0.0 if at <= center <= at + step else min(abs(center - at), abs(center - at - step))
        half = math.sqrt(max(0.0, radius * radius - off * off))
        left, right = x, x + w
        if half and middle < x + w / 2:
            left = max(left, middle + half)
        elif half:
            right = min(right, middle - half)
        if right - left > 4 * story.body.type.size:
            found.append(Frame(story.leaf.index, Rect(left, at, right - left, step), number))
    return found


def on_picture(story: Module, inner: Rect, top: Topper, count: int) -> tuple[Rect, list[float]]:
    """The head printed on a picture, at its foot or its head, light or dark."""
    chance = story.chance
    tall = min(inner.w * chance.uniform(0.5, 0.8), inner.h * chance.uniform(0.45, 0.6))
    image = inner._replace(h=tall)
    pictured(story.leaf, chance, image, half_tone=False)
    light = chance.random() < 0.65
    top.ink, top.bylines = ("#fff" if light else "#111"), ()
    bottom = chance.random() < 0.6
    mark, parts = len(story.leaf.lines), len(story.leaf.sheet.parts)
    top.rect = image.inset(9)
    height = top.set()
    if height > tall * 0.7:
        raise OversetError(f"{story.draft.article.id}: its head covers its picture")
    shift = tall - height - 18 if bottom else 0.0
    del story.leaf.lines[mark:], story.leaf.sheet.parts[parts:]
    shade = "0,0,0,.78" if light else "255,255,255,.86"
    veil = Rect(image.x, image.y + shift, image.w, height + 18)
    story.leaf.sheet.put(veil, "", "", f"background:rgba({shade})")
    top.rect = image.inset(9)._replace(y=image.y + 9 + shift)
    top.set()
    under = Rect(inner.x, inner.y + tall + 3, inner.w, inner.h - tall - 3)
    kind = story.look.caption
    credit = story.draft.words(story.draft.teller.tell("caption"))
    for text in whole_lines(story.issue.scale, credit.printed, kind, inner.w):
        strip = under._replace(h=kind.size * 1.3)
        story.leaf.along(text, strip, kind, "caption", article=story.draft.article, zone=(99, 3))
        under = under._replace(y=under.y + strip.h, h=under.h - strip.h)
    story.draft.article.captions.append(boxes.caption(credit.right, story.leaf, image))
    low = Topper(story.issue, story.leaf, story.draft, under._replace(y=under.y + 3), 10, byline=story.byline,
                 bylines=() if story.byline in {"column", "shot"} else story.rows, y=under.y + 3)  # fmt: skip
    low.set_bylines()
    rest = Rect(inner.x, low.y + 3, inner.w, inner.y + inner.h - low.y - 3)
    return rest, [rest.y] * count
