"""Small things that stand in or beside stories: facts, dates, tables, puzzles, portraits, a paper's own addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from papers.breaking import Breaker, Type, whole_lines
from papers.heads import fitted
from papers.leaf import drawn
from papers.model import Caption
from papers.pour import Body, Frame, Placed, Pourer, Spot
from papers.setting import put
from papers.stylebook import BOLD
from typesetter.faults import OversetError
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from papers.leaf import Leaf
    from papers.model import Para
    from papers.present import Present
    from papers.stylebook import NewsDraft

PAD = 7.0
_TOP = re.compile(r"top:(-?[\d.]+)pt")
SQUARES = 11
"""Along a crossword's side."""


def caption(text: str, leaf: Leaf, image: Rect) -> Caption:
    """What is said of a picture that stands at a place."""
    return Caption(text, None, leaf.number, Rect(image.x, image.y, image.x + image.w, image.y + image.h))


def meet(a: Rect, b: Rect, by: float) -> bool:
    """Whether two rectangles come nearer to each other than `by`."""
    return a.x < b.x + b.w + by and b.x < a.x + a.w + by and a.y < b.y + b.h + by and b.y < a.y + a.h + by


def poured_lines(issue: Present, para: Para, kind: Type, measure: float) -> int:
    """How many lines a paragraph takes at a measure."""
    breaker, start, count = Breaker(issue.scale, para.setting, kind, para.leads), 0, 0
    while start < len(para.setting):
        start, count = breaker.cut(start, measure).end, count + 1
    return count


def set_paras(
    issue: Present, leaf: Leaf, draft: NewsDraft, rects: Sequence[Rect], paras: Sequence[Para], body: Body
) -> float:
    """Sets as many paragraphs as there is room for; how far down they reach.

    Raises:
        OversetError: there is no room for the first.
    """
    frames = [Frame(leaf.index, rect, leaf.next_frame()) for rect in rects]
    pourer = Pourer(issue.scale, frames, body)
    spot, lines = Spot(0, 0.0), list[Placed]()
    for para in paras:
        done = pourer.set(para, spot)
        if done is None:
            break
        lines += done[0]
        spot = done[1]
        draft.article.paragraphs.append(para)
    if not lines:
        raise OversetError(f"{draft.article.id}: no room for its first paragraph")
    put(lines, pourer, issue.leaves, draft.article)
    return max(frames[p.frame].rect.y + p.top + p.height for p in lines)


def owned(leaf: Leaf, draft: NewsDraft, rect: Rect) -> None:
    """Notes where an article stands."""
    draft.article.regions.append((leaf.number, rect))
    if leaf.number not in draft.article.pages:
        draft.article.pages.append(leaf.number)


def title(issue: Present, leaf: Leaf, draft: NewsDraft, rect: Rect, section: str, *, scale: float = 1.5) -> float:
    """A small headline at the top of a box, on a bar or plain; where it ends."""
    look, chance = issue.look, issue.chance
    draft.head("headline", section)
    text, face = draft.article.heads["headline"].printed, look.heads.faces[chance.choice(("headline", "label"))]
    wish = look.body.type.size * chance.uniform(1.15, scale)
    lines, size = fitted(issue.scale, text, face, wish, rect.w - 8, 3, joint=draft.tongue.joint)
    if size < look.body.type.size * 0.95:
        raise OversetError(f"{draft.article.id}: too narrow for its title")
    barred = chance.random() < 0.35
    y, step = rect.y + (3 if barred else 0), size * 1.25
    if barred:
        leaf.sheet.parts.append(drawn(rect._replace(h=len(lines) * step + 6), f"background:{issue.book.fill[0]}"))
    for line in lines:
        strip = Rect(rect.x + 4 * barred, y, rect.w - 8 * barred, step)
        color = issue.book.fill[1] if barred else chance.choice(("", issue.book.accent))
        leaf.along(line, strip, Type(face, size), "headline", article=draft.article, color=color)
        y += step
    return y + (7 if barred else 3)


def facts(issue: Present, leaf: Leaf, rect: Rect, topic: str, *, foot: bool = False) -> Rect:
    """A box of facts, or of dates; as high as it needs, at the foot of its place or its head. Says where it stands.

    Raises:
        TypesettingError: it does not fit.
    """
    chance, look = issue.chance, issue.look
    draft = issue.desk.draft(topic=topic)
    inner = rect.inset(PAD)
    mark, parts = len(leaf.lines), len(leaf.sheet.parts)
    dated = chance.random() < 0.3
    end = title(issue, leaf, draft, inner, "timehead" if dated else "factname")
    teller, many = draft.teller, chance.randint(3, 6)
    marks = "" if dated else chance.choice(("", "", issue.book.mark + " "))
    paras = []
    for _ in range(many):
        if dated:
            text, lead = teller.tell("timetext"), teller.tell("timedate")
            paras.append(draft.made("p", text[:1].upper() + text[1:], lead))
        else:
            paras.append(draft.made("p", marks + teller.tell("fact")))
        paras[-1].flush = True
    size = look.body.type.size * 0.95
    face = look.heads.faces["deck"] if chance.random() < 0.5 else look.body.type.face
    face = face if face in BOLD else look.body.type.face
    body = replace(
        look.body, type=Type(face, size, BOLD[face]), leading=look.body.leading * 0.95, gap=chance.choice((0.0, 3.0)),
        justified=False, feather=False,
    )  # fmt: skip
    place = Rect(inner.x, end, inner.w, inner.y + inner.h - end)
    used = set_paras(issue, leaf, draft, [place], paras, body)
    box = Rect(rect.x, rect.y, rect.w, used - rect.y + PAD)
    moved = leaf.sheet.parts[parts:]
    del leaf.sheet.parts[parts:]
    if foot:
        down = rect.y + rect.h - box.y - box.h
        box = box._replace(y=box.y + down)
        for line in leaf.lines[mark:]:
            line.box = line.box._replace(y=line.box.y + down)
        moved = [_TOP.sub(lambda m: f"top:{float(m[1]) + down:.2f}pt", part, count=1) for part in moved]
    style = f"background:{look.tints[-1]}" if chance.random() < 0.65 else f"border:.7pt solid {issue.book.accent}"
    leaf.sheet.put(box, "", "", style)
    leaf.sheet.parts += moved
    owned(leaf, draft, box)
    return box


def portrait(issue: Present, leaf: Leaf, draft: NewsDraft, column: Rect, rows: Sequence[tuple[str, bool]] = ()) -> Rect:
    """The head of a column's writer where the text begins, perhaps with the name under it; what it takes.

    Raises:
        OversetError: no room for it.
    """
    chance = issue.chance
    wide = min(column.w * 0.45, 62.0)
    tall = wide * chance.choice((1.0, 1.25))
    place = Rect(column.x, column.y + 2, wide, tall)
    if tall > column.h * 0.4:
        raise OversetError(f"{draft.article.id}: no room for its writer's portrait")
    around = chance.random() < 0.4
    face(leaf, chance.choice(("#b8c7d3", "#d9cbb5", "#c5cfbf", "#cfd0d6")), place, "50%" if around else "0")
    y = place.y + tall + 3
    for text, named in rows:
        font = issue.look.heads.faces["label" if named else "byline"]
        kind = Type(font, max(6.5, issue.look.body.type.size * (0.95 if named else 0.82)))
        for part in whole_lines(issue.scale, text, kind, column.w):
            strip = Rect(column.x, y, column.w, kind.size * 1.3)
            leaf.along(part, strip, kind, "byline", article=draft.article, zone=(0, 0))
            y += strip.h
    return Rect(column.x, column.y, column.w, y - column.y) if rows else place


def face(leaf: Leaf, ground: str, place: Rect, radius: str) -> None:
    """Draws a head and shoulders."""

    def part(x: float, y: float, w: float, h: float, style: str) -> str:
        at = Rect(x * place.w, y * place.h, w * place.w, h * place.h)
        return drawn(at, "position:absolute;" + style)

    whole = drawn(place, f"overflow:hidden;background:{ground};border-radius:{radius}").removesuffix("</div>")
    shoulders = part(0.16, 0.66, 0.68, 0.6, "background:#3d4650;border-radius:45%")
    head = part(0.31, 0.2, 0.38, 0.48, "background:#d2a07b;border-radius:50%")
    hair = part(0.29, 0.15, 0.42, 0.2, "background:#2a2421;border-radius:50% 50% 20% 20%")
    leaf.sheet.parts.append(f"{whole}{shoulders}{head}{hair}</div>")


def ground(issue: Present, leaf: Leaf, rect: Rect) -> Rect:
    """A box or a tint under something small; what is left within."""
    if issue.chance.random() < 0.6:
        leaf.sheet.put(rect, "", "", f"background:{issue.chance.choice(issue.look.tints)}")
    else:
        leaf.sheet.put(rect, "", "", f"border:.6pt solid {issue.chance.choice(('#111', issue.book.accent))}")
    return rect.inset(PAD)


def table(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """Weather, rates or results: a headline, a row of names and rows of cells.

    Raises:
        TypesettingError: it does not fit.
    """
    look, chance = issue.look, issue.chance
    em = look.body.type.size
    if rect.w > 34 * em or rect.w < 13 * em:
        raise OversetError("no place for a table")
    draft = issue.desk.draft()
    left = [n for n in ("weather", "weather", "rates", "results") if f"table {n}" not in leaf.used]
    if not left:
        raise OversetError("every table stands on the page already")
    name = chance.choice(left)
    leaf.used.add(f"table {name}")
    inner = ground(issue, leaf, rect)
    end = title(issue, leaf, draft, inner, name + "name")
    size = em * 0.92
    body = Body(Type(look.body.type.face, size, BOLD[look.body.type.face]), size * chance.uniform(1.35, 1.7), 0.0,
                feather=False)  # fmt: skip
    head = draft.made("row", "\t".join(draft.teller.cells(name + "head")))
    head.type = replace(body.type, face=BOLD[body.type.face])
    room = inner.y + inner.h - end
    count = min(int(room / body.leading), 18)
    cells = {row[0]: row for row in (draft.teller.cells(name) for _ in range(3 * count))}
    rows = [draft.made("row", "\t".join(row)) for row in [*cells.values()][: count - 1]]
    if len(rows) < 3 or room - (len(rows) + 1) * body.leading > 0.3 * rect.h:
        raise OversetError("too large a place for a table")
    set_paras(issue, leaf, draft, [Rect(inner.x, end, inner.w, room)], [head, *rows], body)
    owned(leaf, draft, rect)


def puzzle(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """A crossword with its hints.

    Raises:
        TypesettingError: it does not fit.
    """
    look, chance = issue.look, issue.chance
    em = look.body.type.size
    if "puzzle" in leaf.used:
        raise OversetError("a puzzle stands on the page already")
    inner = ground(issue, leaf, rect)
    side = min(inner.w, inner.h * 0.6)
    if not 90 < side < 260 or inner.h > side * 1.75 or inner.w > side * 1.3:
        raise OversetError("no place for a puzzle")
    leaf.used.add("puzzle")
    draft = issue.desk.draft()
    end = title(issue, leaf, draft, inner, "puzzlename")
    unit = side / SQUARES
    for row in range(SQUARES):
        for column in range(SQUARES):
            dark = chance.random() < 0.22
            at = Rect(inner.x + column * unit, end + row * unit, unit, unit)
            leaf.sheet.parts.append(drawn(at, f"border:.4pt solid #222;background:{'#222' if dark else '#fff'}"))
    end += side + 6
    paras = [draft.made("p", text) for text in draft.teller.ways("puzzle")]
    body = replace(look.body, type=Type(look.body.type.face, em * 0.9), leading=em * 1.2, gap=0.0, feather=False)
    set_paras(issue, leaf, draft, [Rect(inner.x, end, inner.w, inner.y + inner.h - end)], paras, body)
    owned(leaf, draft, rect)


def imprint(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """The paper's own name and addresses: a masthead, no article.

    Raises:
        OversetError: it does not fit.
    """
    look, facts_ = issue.look, issue.facts
    em = look.body.type.size
    teller = issue.desk.teller()
    if rect.h < 60 or rect.h > 190 or rect.w > 240:
        raise OversetError("no place for an imprint")
    inner = ground(issue, leaf, rect)
    plate = issue.plate(leaf)
    face = look.heads.faces["headline"]
    plate.line(facts_.title, inner._replace(h=24), face, 17, "masthead", "center")
    step, size = em * 1.3, em * 0.88
    texts = [
        facts_.date_line(),
        *(issue.tongue.words(t, issue.chance).printed for t in map(teller.say, teller.ways("imprint"))),
    ]
    y = inner.y + 27
    for text in texts:
        if y + step > inner.y + inner.h:
            break
        plate.line(text, Rect(inner.x, y, inner.w, step), look.body.type.face, size, "masthead", "start")
        y += step


def index(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """What stands on which page: one promo, each row a paragraph with its page as a pointer.

    Raises:
        OversetError: it does not fit.
    """
    look, chance = issue.look, issue.chance
    if leaf.index or rect.w > 260 or rect.h < 70:
        raise OversetError("no place for an index")
    inner = ground(issue, leaf, rect)
    face, small = look.heads.faces["label"], look.heads.faces[chance.choice(("deck", "byline"))]
    words = issue.tongue.words(issue.desk.teller().tell("insidename"), chance)
    strip = inner._replace(h=look.body.type.size * 2)
    leaf.along(words.printed, strip, Type(face, look.body.type.size * 1.3), "label", color=issue.book.accent)
    size = look.body.type.size * chance.uniform(0.95, 1.1)
    y = strip.y + strip.h + 2
    for number in range(2, max(3, issue.pages + 1)):
        draft = issue.desk.draft("promo")
        draft.article.heads["label"], draft.article.listed = words, True
        draft.head("headline", "inside")
        page = issue.labelled(number)
        wide = issue.scale.width(page, face) * size + 8
        lines = whole_lines(issue.scale, draft.article.heads["headline"].printed, Type(small, size), inner.w - wide - 4)
        if y + len(lines) * size * 1.3 > inner.y + inner.h:
            issue.desk.articles.pop()
            break
        top = y
        for line in lines:
            at = Rect(inner.x, y, inner.w - wide, size * 1.3)
            leaf.along(line, at, Type(small, size), "headline", article=draft.article)
            y += size * 1.3
        at = Rect(inner.x, top, inner.w, size * 1.3)
        leaf.along(page, at, Type(face, size), "pointer", align="end", article=draft.article, zone=(0, 2))
        draft.article.references = [{"pages": page, "text": page}]
        owned(leaf, draft, Rect(inner.x, top, inner.w, y - top))
        leaf.sheet.parts.append(drawn(Rect(inner.x, y + 1.5, inner.w, 0.4), "background:#888"))
        y += 5
    if y < inner.y + inner.h * 0.5:
        raise OversetError("too large a place for an index")
