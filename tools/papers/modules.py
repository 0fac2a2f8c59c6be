"""A story in a module of the grid: its ground, head, pictures, boxes within it, and columns of text."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from papers import boxes, letins
from papers.breaking import Type
from papers.carve import carved, columns
from papers.fit import Telling
from papers.leaf import drawn
from papers.pour import Body, Frame
from papers.setting import Task
from papers.stylebook import BOLD, SLANTED, NewsDraft
from papers.toppers import MOST_POINTS, Topper
from typesetter.faults import OversetError
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.leaf import Leaf
    from papers.look import Look
    from papers.model import Para
    from papers.present import Present
    from papers.stylebook import Book

PAD = 8.0
NARROWEST = 8.5
"""Ems of a column."""
LOOSE_LINES = 4
"""Lines by which the feet of a story's columns may differ."""
JUSTIFIED = 13.0
"""Ems of the narrowest column of Western text that is justified."""
LEAST_LINES = 3
"""Of text above or under a picture."""
INITIALS = 4
"""Lines of the tallest drop cap."""


@dataclass(slots=True)
class Module:
    """One story in one rectangle.

    Attributes:
        kind: `news`, `opinion` or `answers`.
        treat: where the head stands, where that is not to be drawn.
        size: of the headline, where it is not to follow from the place.
    """

    issue: Present
    leaf: Leaf
    rect: Rect
    first: bool = False
    plain: bool = False
    kind: str = "news"
    treat: str = ""
    size: float = 0.0
    label: str = ""
    topic: str = ""
    draft: NewsDraft = field(init=False)
    body: Body = field(init=False)
    taken: list[Rect] = field(default_factory=list)
    tail: str = ""
    rows: tuple[tuple[str, bool], ...] = ()
    byline: str = ""
    extra: list[Frame] = field(default_factory=list)
    opening: tuple[Para, ...] = ()
    drop: int = 0
    round: Rect | None = None
    shot: bool = False

    @property
    def chance(self) -> random.Random:
        """The paper's chance."""
        return self.issue.chance

    @property
    def look(self) -> Look:
        """The paper's look."""
        return self.issue.look

    @property
    def book(self) -> Book:
        """The paper's style book."""
        return self.issue.book

    def task(self) -> Task:
        """The story laid out, ready to be told.

        Raises:
            TypesettingError: it does not fit.
        """
        self.draft, self.body = self.issue.desk.draft(topic=self.topic), self.look.body
        article = self.draft.article
        article.regions.append((self.leaf.number, self.rect))
        article.pages.append(self.leaf.number)
        self._heads()
        self._names()
        treat = self._treatment()
        inner = self._ground(treat)
        count, shares = self._count(inner, treat)
        inner, tops = self._head(inner, treat, count, shares)
        each = columns(inner, count, self.look.gutter, shares)
        each = [c._replace(y=max(c.y, t), h=c.y + c.h - max(c.y, t)) for c, t in zip(each, tops, strict=True)]
        if treat == "side":
            each = each[1:]
        each = self._opened(each, level=len(set(tops)) == 1)
        letins.let_in(self, each, treat)
        frames = self._frames(each)
        manner = "answers" if self.kind == "answers" else "prose"
        if manner == "answers":
            self.draft.asked = replace(self.body.type, face=BOLD[self.body.type.face])
        telling = Telling(
            self.look.lengths,
            0.0 if self.plain or self.round else self.look.subs,
            manner,
            opening=self.opening,
            allowed=2.0 if self.tail else 5.0 if self.book.loose else 3.0,
        )
        face = self.look.heads.faces["headline"]
        small = replace(self.body.type, face=self.look.heads.faces["byline"])
        return Task(
            self.draft, [*self.extra, *frames], self.body, telling, self.tail,
            tail_type=small, drop=self.drop, drop_face=face,
        )  # fmt: skip

    def _heads(self) -> None:
        """Headline, and perhaps kicker, deck and label."""
        chance, draft, extra = self.chance, self.draft, self.look.extra
        opinion = self.kind == "opinion"
        draft.head("headline", "opinionhead" if opinion else "headline")
        if self.label or opinion:
            draft.head("label", "opinionlabel", self.label)
        if chance.random() < float(extra["kicker"]) * (1.3 if self.first else 1.0) and not opinion:
            draft.head("kicker", chance.choice(("tab", "tab", "kicker")))
        elif chance.random() < float(extra["label"]) and not self.label and not opinion:
            draft.head("label")
        narrow = self.rect.w < 15 * self.body.type.size
        if chance.random() < float(extra["deck"]) * (2 if self.first else 1) and not narrow and not self.plain:
            if "points" in self.book.decks and chance.random() < 0.6:
                self._points()
            else:
                draft.head("deck")

    def _points(self) -> None:
        """A deck of points, each with its mark on a line of its own: one deck, in which a space parts the points."""
        texts = [self.draft.teller.tell("point") for _ in range(self.chance.randint(2, MOST_POINTS))]
        said = " /_ ".join(f"{self.book.mark} {t[:1].upper()}{t[1:]}" for t in texts)
        self.draft.article.heads["deck"] = self.draft.words(said)

    def _names(self) -> None:
        """Whose story it is, and where that is said."""
        chance, draft = self.chance, self.draft
        if chance.random() < 0.3 and self.kind == "news":
            return
        how = chance.choice(self.book.bylines)
        name = draft.names()[0]
        draft.teller.bound["name"] = name
        ways = draft.teller.ways("by")
        text = draft.words(draft.teller.say(ways[self.issue.by % len(ways)])).printed
        draft.article.byline = [name]
        if self.kind == "opinion":
            how = "role" if how in {"end", "bracket", "column"} else how
            self.shot = chance.random() < 0.5
        if how in {"end", "bracket"}:
            self.tail = text if how == "end" else f"（{name}）" if draft.tongue.chinese else f"({name})"
            return
        rows = [(text, True)]
        if how == "role":
            section = "columnist" if self.kind == "opinion" else "roleline"
            rows.append((draft.words(draft.teller.tell(section)).printed, False))
        elif how == "mail":
            rows.append((_mail(name, self.issue.facts.total or "7"), False))
        elif how == "row":
            teller = draft.teller
            other = draft.names()[0]
            gap = "\u3000" if draft.tongue.chinese else "  "
            said = teller.ways("bypre")[0] + name + gap + teller.ways("photoword")[0] + other
            rows = [(draft.words(said).printed, True)]
            if draft.tongue.chinese:
                draft.article.byline.append(other)  # a byline of two: who wrote, who took the pictures
        self.rows, self.byline = tuple(rows), "shot" if self.shot else how

    def _treatment(self) -> str:
        if self.treat:
            return self.treat
        if self.plain:
            return "top"
        treat = self.chance.choice(self.book.heads)
        if treat == "late" and self.chance.random() < 0.7:
            treat = "short"
        _, _, w, h = self.rect
        em = self.body.type.size
        possible = {
            "photo": h > 240 and w > 190,
            "under": h > 240 and w > 120,
            "side": w > 50 * em and w > h * 1.1,
            "short": w > 40 * em and h > 130,
            "late": w > 40 * em and h > 130,
        }
        return treat if possible.get(treat, True) else "top"

    def _ground(self, treat: str) -> Rect:
        """Draws what lies under the story; what is left within."""
        sheet, book = self.leaf.sheet, self.book
        if treat == "tint" or (not self.plain and self.kind == "opinion" and self.chance.random() < 0.5):
            sheet.put(self.rect, "", "", f"background:{self.chance.choice(self.look.tints)}")
            return self.rect.inset(PAD)
        if treat == "top" and self.chance.random() < book.boxed:
            how = self.chance.choice(("box", "over", "thick"))
            if how == "box":
                sheet.put(self.rect, "", "", f"border:.7pt solid {self.chance.choice(('#111', book.accent))}")
                return self.rect.inset(PAD)
            thick = 1.0 if how == "over" else 4.0
            sheet.parts.append(drawn(self.rect._replace(h=thick), f"background:{book.accent}"))
            return Rect(self.rect.x, self.rect.y + thick + 5, self.rect.w, self.rect.h - thick - 5)
        return self.rect

    def _count(self, inner: Rect, treat: str) -> tuple[int, tuple[float, ...]]:
        """How many columns, and their widths where they are unequal."""
        chance, gutter, em = self.chance, self.look.gutter, self.body.type.size
        measure = self.look.measure * em * chance.uniform(0.85, 1.25)
        count = max(1, round((inner.w + gutter) / (measure + gutter)))
        while count > 1 and (inner.w - (count - 1) * gutter) / count < NARROWEST * em:
            count -= 1
        if treat in {"short", "late"} and count < 3:
            return max(2, count), ()
        if treat == "side":
            count = max(3, count)
            return count, (chance.choice((1.0, 1.25, 1.5)), *([1.0] * (count - 1)))
        if 1 < count < 5 and not self.plain and chance.random() < self.look.bastard * 0.5:
            return count, tuple(chance.choice((1.0, 1.0, 1.35, 1.6)) for _ in range(count))
        return count, ()

    def _head(self, inner: Rect, treat: str, count: int, shares: tuple[float, ...]) -> tuple[Rect, list[float]]:
        """Sets the head; the rest of the place, and where each column's text may begin."""
        chance, look, em = self.chance, self.look, self.body.type.size
        each = columns(inner, count, look.gutter, shares)
        first, last = 0, count - 1
        if treat == "side":
            last = 0
        elif treat == "short":
            last = chance.randint(0, count - 2)
        elif treat == "late":
            first = chance.randint(1, count - 1)
        place = Rect(each[first].x, inner.y, each[last].x + each[last].w - each[first].x, inner.h)
        largest = look.largest * (1.0 if self.first else 0.7)
        size = self.size or max(
            em * 1.35, min(largest, 0.055 * place.w + em * 1.35, inner.h * 0.16) * chance.uniform(0.85, 1.2)
        )
        top = Topper(
            self.issue, self.leaf, self.draft, place, size,
            most=3 if place.w > 20 * em else 5, align=look.heads.align if treat != "side" else "start",
            kicker=chance.choice(self.book.kickers), deck=chance.choice([d for d in self.book.decks if d != "points"] or
            ["plain"]), byline=self.byline, bylines=() if self.byline in {"column", "shot"} else self.rows,
        )  # fmt: skip
        if treat == "photo":
            return letins.on_picture(self, inner, top, count)
        if treat == "under":
            tall = min(inner.w * chance.uniform(0.5, 0.75), inner.h * chance.uniform(0.35, 0.5))
            letins.picture(self, inner._replace(h=tall))
            top.rect = place._replace(y=inner.y + tall + 5, h=inner.h - tall - 5)
        elif treat in {"bar", "dark"}:
            top.rect = place.inset(6)
            top.ink = "" if treat == "bar" else self.book.fill[1] if self.book.fill[1] == "#fff" else "#fff"
        parts = len(self.leaf.sheet.parts)
        if treat != "side":
            top.set()
        else:
            top.rect = place._replace(h=inner.h / 0.6)
            if top.set() > inner.h:
                raise OversetError(f"{self.draft.article.id}: its head is higher than its place")
        end = top.y + 4
        if treat in {"bar", "dark"}:
            back = self.look.tints[0] if treat == "bar" else self._dark()
            block = Rect(place.x, place.y, place.w, top.y - place.y + 5)
            self.leaf.sheet.parts.insert(parts, drawn(block, f"background:{back}"))
            end = top.y + 11
        if treat in {"short", "late"}:
            return inner, [end if first <= i <= last else inner.y for i in range(count)]
        if treat == "side":
            return inner, [inner.y] * count
        rest = Rect(inner.x, end, inner.w, inner.y + inner.h - end)
        return rest, [rest.y] * count

    def _dark(self) -> str:
        return self.book.fill[0] if self.book.fill[1] == "#fff" else "#222"

    def _opened(self, each: list[Rect], *, level: bool) -> list[Rect]:
        """How the text begins: its names in its first column, a lead of its own type or measure, an initial."""
        chance, look, body = self.chance, self.look, self.body
        if self.byline == "column":
            top = Topper(self.issue, self.leaf, self.draft, each[0], 10, byline="role", bylines=self.rows, y=each[0].y)
            top.set_bylines()
            each = [each[0]._replace(y=top.y + 3, h=each[0].y + each[0].h - top.y - 3), *each[1:]]
        if look.datelines > chance.random() and self.kind == "news":
            town = self.draft.teller.say("{@town}")
            self.draft.lead = (
                self.draft.dateline() if self.draft.tongue.chinese
                else {"en": f"{town.upper()} —", "de": f"{town}.", "fr": f"{town}. —"}[self.draft.tongue.code]
            )  # fmt: skip
        if not self.draft.tongue.chinese and each[0].w < JUSTIFIED * body.type.size:
            self.body = body = replace(body, justified=False)
        if self.kind == "news" and not self.plain and each[0].h > 20 * body.leading and chance.random() < 0.06:
            return self._noted(each)
        how = "plain" if self.plain else chance.choice(self.book.openings)
        high = each[0].h
        if how in {"bold", "large"} or (how == "across" and (len(each) < 2 or not level)):
            more = 1.0 if how == "bold" else 1.18
            face = BOLD[body.type.face] if how != "large" else body.type.face
            if high > 10 * body.leading:
                kind = Type(face, body.type.size * more, body.type.lead)
                self.draft.first = kind, body.leading * more
        elif how == "across" and high > 9 * body.leading:
            return self._across(each)
        elif how == "drop" and high > 9 * body.leading:
            self.drop = chance.choice((2, 3, INITIALS))
            self.draft.lead = ""
        return each

    def _noted(self, each: list[Rect]) -> list[Rect]:
        """A note of the editor's in italics before the text."""
        kind = self.body.type
        slanted = "kai" if kind.face.endswith("tw") or kind.face == "ming" else "kaicn"
        para = self.draft.made("p", self.draft.teller.tell("editornote"))
        para.type, para.flush = replace(kind, face=SLANTED.get(kind.face, slanted)), True
        self.opening = (para,)
        return each

    def _across(self, each: list[Rect]) -> list[Rect]:
        """A lead over two columns or all, in larger or bold type, above them."""
        body = self.body
        span = len(each) if len(each) < 4 and self.chance.random() < 0.5 else 2
        bold = self.chance.random() < 0.5
        size = body.type.size * (1.05 if bold else 1.25)
        kind = Type(BOLD[body.type.face] if bold else body.type.face, size, BOLD[body.type.face])
        step = size * max(1.22, body.leading / body.type.size * 0.95)
        para = self.draft.paragraph(1)
        para.type, para.height, para.flush = kind, step, True
        wide = each[span - 1].x + each[span - 1].w - each[0].x
        lines = boxes.poured_lines(self.issue, para, kind, wide)
        deep = lines * step
        if deep > each[0].h * 0.45:
            raise OversetError(f"{self.draft.article.id}: its lead is too long")
        top = max(c.y for c in each[:span])
        place = Rect(each[0].x, top, wide, deep)
        self.extra = [Frame(self.leaf.index, place, self.leaf.next_frame())]
        self.opening = (para,)
        top += deep + body.leading * 0.5
        return [c._replace(y=top, h=c.y + c.h - top) if i < span else c for i, c in enumerate(each)]

    def _frames(self, each: list[Rect]) -> list[Frame]:
        """Where the text runs.

        Raises:
            OversetError: nowhere.
        """
        chance, look, body = self.chance, self.look, self.body
        gap = max(6.0, look.gutter * 0.6)
        if self.book.loose and not self.plain and chance.random() < self.book.loose:
            most = [min(LOOSE_LINES, int(c.h / body.leading / 4)) for c in each]
            each = [c._replace(h=c.h - chance.randint(0, m) * body.leading) for c, m in zip(each, most, strict=True)]
        found: list[Frame] = []
        for rect in each:
            pieces = carved(rect, self.taken, body.type.size, body.leading * 1.2, gap)
            high = [p for p in pieces if p.h >= LEAST_LINES * body.leading]
            pieces = high or [p for p in sorted(pieces, key=lambda p: p.h)[-1:] if p.h >= 2 * body.leading]
            for piece in pieces:
                found += letins.rounded(self, piece, self.leaf.next_frame())
        while len(found) > 1 and found[-1].rect.h < LEAST_LINES * body.leading and self.round is None:
            found.pop()
        if sum(f.rect.h for f in found) < 2 * LEAST_LINES * body.leading:
            raise OversetError(f"{self.draft.article.id}: no room for text")
        if look.column_rules:
            for left, right in pairwise(each):
                space = Rect(left.x + left.w, max(left.y, right.y), right.x - left.x - left.w, min(left.h, right.h))
                for piece in carved(space, [*self.taken, *([self.round] if self.round else [])], 0.0, 4.0, 3.0):
                    if piece.w > space.w - 0.5:
                        self.leaf.sheet.rule(piece, 0.4, "#777")
        return found


def _mail(name: str, seed: str) -> str:
    """An address of the paper's own."""
    ascii_name = "".join(c for c in name.lower().replace(" ", ".") if c.isascii() and (c.isalnum() or c == "."))
    return f"{ascii_name or 'news' + seed[:2]}@press.example"
