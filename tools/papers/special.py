"""Places that hold no ordinary story: columns of briefs, notices, pointers, tables, opinion, lone photographs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from papers.breaking import Type, whole_lines
from papers.carve import columns
from papers.fit import Telling
from papers.model import Caption
from papers.pour import Frame
from papers.setting import Task, set_story
from papers.slot import Slot, Wish
from papers.stream import Items, streamed
from typesetter.faults import OversetError
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.issue import Issue
    from papers.leaf import Leaf

PAD = 7.0


def boxed(issue: Issue, leaf: Leaf, rect: Rect, share: float = 0.5) -> Rect:
    """Perhaps draws a box or a tint; what is left within."""
    chance = issue.chance
    if chance.random() >= share:
        return rect
    style = (
        f"background:{chance.choice(issue.look.tints)}"
        if chance.random() < 0.5
        else f"border:{chance.choice(('.5', '1', '1.5'))}pt solid #222"
    )
    leaf.sheet.put(rect, "", "", style)
    return rect.inset(PAD)


def plate(issue: Issue, leaf: Leaf, rect: Rect, text: str) -> Rect:
    """A standing label over several articles; what is left below it."""
    chance, look = issue.chance, issue.look
    size = look.body.type.size * chance.uniform(1.3, 2.0)
    face = look.heads.faces["label"]
    size = min(size, rect.w * 0.96 / issue.scale.width(text, face, upright=leaf.vertical))
    tall = size * 1.5
    strip = Rect(rect.x, rect.y, rect.w, tall)
    dark = chance.random() < 0.3
    if dark:
        leaf.sheet.put(strip, "", "", f"background:{chance.choice(('#222', look.accent))}")
    else:
        leaf.sheet.rule(Rect(rect.x, rect.y + tall - 2, rect.w, 2), 1.0)
    align = chance.choice(("start", "center"))
    color = "#fff" if dark else ""
    leaf.along(text, strip, Type(face, size), "label", align="center" if dark else align, color=color)
    return Rect(rect.x, rect.y + tall + 4, rect.w, rect.h - tall - 4)


def text_frames(issue: Issue, leaf: Leaf, rect: Rect, measure: float) -> list[Frame]:
    """Columns of about a measure in ems."""
    em = issue.look.body.type.size
    count = max(1, round((rect.w + issue.look.gutter) / (measure * em + issue.look.gutter)))
    found = columns(rect, count, issue.look.gutter)
    return [Frame(leaf.index, c, leaf.next_frame()) for c in found]


def _label(issue: Issue, section: str) -> str:
    text = issue.desk.teller().tell(section)
    return issue.tongue.words(text[:1].upper() + text[1:], issue.chance).right


def briefs(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """Several briefs under one label."""
    label = _label(issue, "briefs")
    chance, look = issue.chance, issue.look
    inner = plate(issue, leaf, boxed(issue, leaf, rect), label)
    heads = ("line", "line", "runin", "none") if issue.tongue.chinese else ("line", "caps", "runin")
    mark = chance.choice(("●", "■", "▲", "○")) if chance.random() < 0.4 else ""
    items = Items(
        issue,
        look.body,
        label,
        head=chance.choice(heads),
        face=look.heads.faces["label"],
        rules=chance.random() < 0.3,
        mark=mark if issue.tongue.chinese else "",
    )
    streamed(issue, text_frames(issue, leaf, inner, look.measure), look.body, items.brief)


def notices(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """Legal notices, one under the other."""
    look = issue.look
    inner = boxed(issue, leaf, rect, 0.7)
    items = Items(issue, look.body, face=look.heads.faces["label"], center=True)
    streamed(issue, text_frames(issue, leaf, inner, look.measure), look.body, items.notice, allowed=6)


def classifieds(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """Small advertisements in small type."""
    look, chance = issue.look, issue.chance
    size = max(5.8, look.body.type.size * 0.82)
    body = replace(look.body, type=replace(look.body.type, size=size), leading=size * chance.uniform(1.1, 1.3), gap=0.0)
    label = {"en": "Classifieds", "de": "Kleine Anzeigen", "fr": "Petites annonces"}.get(
        issue.tongue.code, "分類廣告" if issue.tongue.code == "zh-Hant" else "分类信息"
    )
    inner = plate(issue, leaf, boxed(issue, leaf, rect, 0.3), label)
    leaf.lines[-1].role, leaf.lines[-1].id = "advertisement", f"ad-{issue.ads + 1}"
    items = Items(issue, body, rules=chance.random() < 0.5)
    streamed(issue, text_frames(issue, leaf, inner, 15), body, items.classified)


def table(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """A table under a headline."""
    draft = issue.desk.draft("story")
    draft.head("headline", "tabletitle")
    look = issue.look
    em = look.body.type.size
    inner = boxed(issue, leaf, rect)
    if inner.w > 26 * em * 2:
        raise OversetError("too wide for a table")
    slot = Slot(leaf, inner, look, draft, Wish(1, size=em * 1.5, lines=2))
    frames = slot.frames()
    size = em * 0.9
    body = replace(look.body, type=replace(look.body.type, size=size), leading=size * 1.45, feather=False)
    set_story(Task(draft, frames, body, Telling(manner="rows")), issue.leaves, issue.scale)


def pointer(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """Pointers to other pages, in boxes side by side or one under the other."""
    chance, look = issue.chance, issue.look
    em = look.body.type.size
    wide = rect.w > rect.h * 1.3
    count = max(1, min(4, int((rect.w / (14 * em)) if wide else rect.h / (9 * em))))
    cells = (
        columns(rect, count, look.gutter)
        if wide
        else [Rect(rect.x, rect.y + i * rect.h / count, rect.w, rect.h / count - 5) for i in range(count)]
    )
    later = [str(n) for n in range(leaf.index + 2, issue.pages + 1)] or ["1"]
    for cell in cells:
        inner = boxed(issue, leaf, cell, 0.8)
        draft = issue.desk.draft("promo")
        draft.head("headline", "promohead")
        page = chance.choice(later)
        draft.teller.bound["page"] = page
        text = draft.words(draft.teller.tell("promo")).printed
        slot = Slot(leaf, inner, look, draft, Wish(1, size=em * 1.5, lines=3))
        frames = slot.frames()
        telling = Telling((1,), allowed=99)
        para = draft.made("p", draft.teller.tell("brief"))
        para.flush = True
        telling = replace(telling, opening=(para,))
        first = frames[0]
        lines = len(_broken(issue, draft.made("p", para.words.right).setting, first.rect.w))
        tall = lines * look.body.leading + look.body.leading
        if tall > first.rect.h:
            raise OversetError("a pointer is too long")
        draft.article.references = [{"pages": page, "text": text}]
        frames = [replace(first, rect=first.rect._replace(h=min(first.rect.h, tall + look.body.leading * 0.6)))]
        set_story(Task(draft, frames, look.body, telling, text, tail_role="pointer"), issue.leaves, issue.scale)


def _broken(issue: Issue, text: str, measure: float) -> list[str]:
    return whole_lines(issue.scale, text, issue.look.body.type, measure)


def photograph(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """A photograph that stands alone with its headline and caption."""
    chance, look = issue.chance, issue.look
    draft = issue.desk.draft("photo")
    article = draft.article
    y = rect.y
    em = look.body.type.size
    draft.head("headline", "promohead")
    text = article.heads["headline"].printed
    face = look.heads.faces["headline"]
    size = min(em * chance.uniform(1.5, 2.2), rect.w * 0.96 / issue.scale.width(text, face))
    leaf.along(text, Rect(rect.x, y, rect.w, size * 1.35), Type(face, size), "headline", article=article)
    y += size * 1.4
    before = len(article.captions)
    slot = Slot(leaf, rect, look, draft, Wish(1))
    slot.picture(Rect(rect.x, y, rect.w, rect.y + rect.h - y), at="under")
    if len(article.captions) == before:
        raise OversetError("too small for a photograph")
    article.captions = [Caption(*c) for c in article.captions]
    article.regions.append((leaf.number, leaf.sheet.physical(rect)))
    article.pages.append(leaf.number)


def opinion(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """A leading article under its standing label."""
    look, chance = issue.look, issue.chance
    draft = issue.desk.draft("story")
    if issue.tongue.chinese:
        draft.head("label", "opinion")
        draft.head("headline", "opinionhead")
    else:
        draft.head("label")
        draft.head("headline")
    inner = boxed(issue, leaf, rect, 0.6)
    em = look.body.type.size
    larger = round(em * chance.choice((1.0, 1.1, 1.15)), 1)
    body = replace(look.body, type=replace(look.body.type, size=larger), leading=look.body.leading * larger / em)
    count = max(1, round((inner.w + look.gutter) / (look.measure * 1.2 * larger + look.gutter)))
    wish = Wish(count, size=min(look.largest * 0.6, em * 2.4))
    slot = Slot(leaf, inner, replace(look, body=body), draft, wish)
    set_story(Task(draft, slot.frames(), body, Telling(look.lengths)), issue.leaves, issue.scale)


Place = Callable[["Issue", "Leaf", Rect], None]

PLACES: dict[str, Place] = {
    "briefs": briefs,
    "notices": notices,
    "classifieds": classifieds,
    "tables": table,
    "promos": pointer,
    "photos": photograph,
    "opinions": opinion,
}
"""By the name under which a look says how often they come."""
