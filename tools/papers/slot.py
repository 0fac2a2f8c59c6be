"""A story's place on a page: draws its head, pictures and boxes, and says which frames its text has."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from papers.breaking import Type, whole_lines
from papers.carve import carved, columns
from papers.heads import HeadLine, set_head
from papers.leaf import Leaf, drawn
from papers.model import Caption
from papers.pour import Frame
from typesetter.faults import OversetError
from typesetter.scenes import SCENES
from typesetter.scenes import drawn as scene
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.look import Look
    from papers.stories import Draft

BELOW_HEAD = 5.0
PAD = 7.0
PLACES_TRIED = 6
"""Places that are tried for a picture before the story goes without."""


@dataclass(slots=True)
class Wish:
    """How a story is to stand in its place.

    Attributes:
        count: columns.
        shares: their widths, where they are unequal.
        head: `top`, `short` (over the first `span` columns), `late` (over the last), `beside`, `crossed`,
            `middle`, `none`.
        box: `box`, `tint` or nothing.
        pictures: how many.
        notches: places within it that belong to others.
        lent: last columns under the head that belong to another story.
        tall: the first picture is over all columns but one.
    """

    count: int
    shares: tuple[float, ...] = ()
    head: str = "top"
    span: int = 1
    size: float = 24.0
    lines: int = 3
    box: str = ""
    reverse: bool = False
    pictures: int = 0
    quote: bool = False
    drop: int = 0
    byline: str = ""
    part: int = 0
    notches: list[Rect] = field(default_factory=list)
    lent: int = 0
    tall: bool = False


@dataclass(slots=True)
class Slot:
    """Lays a draft out in a rectangle."""

    leaf: Leaf
    rect: Rect
    look: Look
    draft: Draft
    wish: Wish
    obstacles: list[Rect] = field(default_factory=list)
    spare: Rect | None = None
    """Room under the head for another story."""

    @property
    def chance(self) -> random.Random:
        """The story's chance."""
        return self.draft.chance

    def frames(self) -> list[Frame]:
        """Draws everything but the text.

        Raises:
            OversetError: no room is left for text.
        """
        wish, look = self.wish, self.look
        self.draft.article.regions.append((self.leaf.number, self.leaf.sheet.physical(self.rect)))
        if self.leaf.number not in self.draft.article.pages:
            self.draft.article.pages.append(self.leaf.number)
        inner = self._boxed()
        self.obstacles += wish.notches
        inner, tops = self._head(inner)
        rects = columns(inner, wish.count, look.gutter, wish.shares)
        rects = [Rect(c.x, max(c.y, top), c.w, c.h - max(0.0, top - c.y)) for c, top in zip(rects, tops, strict=True)]
        if wish.lent:
            first, last = rects[-wish.lent], rects[-1]
            self.spare = Rect(first.x, first.y, last.x + last.w - first.x, first.h)
            rects = rects[: -wish.lent]
        for index in range(wish.pictures):
            self._picture(rects, index)
        if wish.quote:
            self._quote(rects)
        em, leading = look.body.type.size, look.body.leading
        gap = max(5.0, look.gutter * 0.6)
        found: list[Frame] = []
        for rect in rects:
            found += [
                Frame(self.leaf.index, piece, self.leaf.next_frame(), wish.part)
                for piece in carved(rect, self.obstacles, em, leading * 1.2, gap)
            ]
        if not found:
            raise OversetError(f"{self.draft.article.id}: no room for text")
        if look.column_rules:
            self._column_rules(rects)
        return found

    def _boxed(self) -> Rect:
        wish, sheet = self.wish, self.leaf.sheet
        if not wish.box:
            return self.rect
        if wish.box == "tint":
            sheet.put(self.rect, "", "", f"background:{self.chance.choice(self.look.tints)}")
        else:
            style = self.chance.choice(
                (".5pt solid #111", "1pt solid #111", "1.6pt solid #333", f"1.2pt solid {self.look.accent}")
            )
            sheet.put(self.rect, "", "", f"border:{style}")
        return self.rect.inset(PAD)

    def _lines(self, width: float, *, upright: bool) -> list[HeadLine]:
        wish, look = self.wish, self.look
        return set_head(
            self.leaf.scale,
            self.draft,
            look.heads,
            wish.size,
            width,
            upright=upright,
            most=wish.lines,
            byline=wish.byline,
            small=max(7.0, look.body.type.size * 0.98),
        )

    def _head(self, inner: Rect) -> tuple[Rect, list[float]]:
        """Sets the head; what is left for the columns, and where the text of each may begin."""
        wish, look, article = self.wish, self.look, self.draft.article
        upright = self.leaf.vertical
        rects = columns(inner, wish.count, look.gutter, wish.shares)
        nothing = [0.0] * wish.count
        if wish.head == "none" or not (article.heads or wish.byline):
            return inner, nothing
        if wish.head == "crossed":
            lines = self._lines(inner.h, upright=not upright)
            thick = sum(line.height for line in lines)
            if thick > inner.w * 0.5:
                raise OversetError(f"{article.id}: its head is thicker than half its place")
            first = upright or self.chance.random() < 0.5
            place = Rect(inner.x if first else inner.x + inner.w - thick, inner.y, thick, inner.h)
            self.leaf.head(lines, place, article, wish.part, crossed=True)
            left = inner.x + (thick + 7 if first else 0)
            return Rect(left, inner.y, inner.w - thick - 7, inner.h), nothing
        span = min(wish.span, wish.count) if wish.head in {"short", "beside", "middle", "late"} else wish.count
        start = {"middle": (wish.count - span) // 2, "late": wish.count - span}.get(wish.head, 0)
        width = rects[start + span - 1].x + rects[start + span - 1].w - rects[start].x
        lines = self._lines(width - (10 if wish.reverse else 0), upright=upright)
        height = sum(line.height for line in lines)
        if height > inner.h * 0.55 and wish.head != "beside":
            raise OversetError(f"{article.id}: its head is higher than half its place")
        y = inner.y
        if wish.head == "middle":
            y = inner.y + (inner.h - height) * self.chance.uniform(0.3, 0.5)
        place = Rect(rects[start].x, y, width, height)
        if any(_meet(place, o, 6) for o in self.obstacles):
            raise OversetError(f"{article.id}: its head meets a neighbour")
        if wish.reverse and height:
            self.leaf.sheet.put(place, "", "", f"background:{self.chance.choice(('#1c1c1c', self.look.accent))}")
            place = Rect(place.x + 5, place.y, place.w - 10, place.h)
        self.leaf.head(lines, place, article, wish.part, color="#fff" if wish.reverse else "")
        end = y + height + (BELOW_HEAD if lines else 0)
        if wish.head == "middle":
            self.obstacles.append(Rect(place.x, y, width, height))
            return inner, nothing
        return inner, [end if start <= i < start + span else 0.0 for i in range(wish.count)]

    def _picture(self, rects: list[Rect], index: int) -> None:
        """Draws a picture where there is room for one, if there is."""
        for _ in range(PLACES_TRIED):
            place = self._picture_place(rects, index)
            if place.h >= 50 and place.w >= 55 and not any(_meet(place, o, 8) for o in self.obstacles):
                before = len(self.draft.article.captions)
                self.picture(place)
                if len(self.draft.article.captions) > before:
                    self.obstacles.append(place)
                    return

    def _picture_place(self, rects: list[Rect], index: int) -> Rect:
        """Somewhere in the columns: over one or more, or over half of one and half of the next."""
        look, chance = self.look, self.chance
        most = len(rects)
        span = chance.randint(1, max(1, most - (0 if chance.random() < 0.25 else 1)))
        if self.wish.tall and index == 0:
            span = max(1, most - 1)
        first = chance.randint(0, most - span)
        half = span < most and most > 1 and chance.random() < 0.2
        x = rects[first].x
        width = rects[first + span - 1].x + rects[first + span - 1].w - x
        if half:
            width = max(rects[0].w * 0.55, width * chance.uniform(0.5, 0.8))
            x += chance.uniform(0, 1) * (rects[-1].x + rects[-1].w - width - x)
        if look.caption_at == "beside":
            width = max(width, min(110.0, rects[-1].x + rects[-1].w - x))
        top = max(r.y for r in rects[first : first + span])
        bottom = min(r.y + r.h for r in rects[first : first + span])
        height = min(width * chance.uniform(0.55, 1.0), (bottom - top) * (0.62 if most > 1 else 0.45))
        at = chance.choice(("top", "top", "bottom", "middle"))
        middle = top + (bottom - top - height) * chance.uniform(0.3, 0.6)
        return Rect(x, {"top": top, "bottom": bottom - height}.get(at, middle), width, height)

    def picture(self, place: Rect, *, at: str = "") -> None:
        """Draws a picture with its caption within a rectangle."""
        look, chance, draft, leaf = self.look, self.chance, self.draft, self.leaf
        caption = draft.words(_capital(draft.teller.tell("caption")))
        credit = draft.words(draft.teller.tell("credit")).printed if chance.random() < 0.6 else ""
        at = at or look.caption_at
        x, y, w, h = leaf.sheet.physical(place)
        kind = Type(look.caption.face, look.caption.size, upright=False)
        text = caption.printed + (
            "" if look.credit_own_line or not credit else ("\u3000" if draft.tongue.chinese else " ") + credit
        )
        width = w if at == "under" else w * 0.3 if at == "beside" else w - 10
        lines = whole_lines(leaf.scale, text, kind, width)
        roles = ["caption"] * len(lines)
        if look.credit_own_line and credit:
            lines, roles = [credit, *lines], ["credit", *roles]
        step = kind.size * 1.3
        tall = len(lines) * step + 3
        image = Rect(x, y, w, h)
        if at == "under":
            image = Rect(x, y, w, h - tall)
            spot = (x, y + h - tall + 3)
        elif at == "beside":
            image = Rect(x, y, w * 0.7 - 6, h)
            spot = (x + w * 0.7, y + h - tall)
        else:
            spot = (x + 5, y + h - tall - 2)
        if image.h < 24 or tall > h * 0.8:
            return
        pictured(leaf, chance, image, half_tone=look.half_tone)
        if at == "over":
            leaf.sheet.parts.append(drawn(Rect(x, y + h - tall - 4, w, tall + 4), "background:#111c"))
        for line, role in zip(lines, roles, strict=True):
            box = Rect(spot[0], spot[1], leaf.scale.width(line, kind.face) * kind.size, kind.size)
            leaf.free(line, box, kind, role, article=draft.article, zone=(99, 3), color="#fff" if at == "over" else "")
            spot = (spot[0], spot[1] + step)
        corners = Rect(image.x, image.y, image.x + image.w, image.y + image.h)
        draft.article.captions.append(Caption(caption.right, credit or None, leaf.number, corners))

    def _quote(self, rects: list[Rect]) -> None:
        """Draws a pull quote between rules, where there is room for one."""
        look, chance, leaf = self.look, self.chance, self.leaf
        span = min(len(rects), chance.choice((1, 1, 2)))
        words = self.draft.words(_capital(self.draft.teller.tell("quote")))
        face = look.heads.faces["deck"]
        size = min(look.body.type.size * chance.uniform(1.4, 2.0), 20)
        width = rects[span - 1].x + rects[span - 1].w - rects[0].x
        marks = self.draft.tongue.quotes
        text = marks[0] + words.printed + marks[1]
        lines = whole_lines(leaf.scale, text, Type(face, size, upright=leaf.vertical), width - 6)
        height = len(lines) * size * 1.3 + 12
        for _ in range(PLACES_TRIED):
            first = chance.randint(0, len(rects) - span)
            top = max(r.y for r in rects[first : first + span])
            bottom = min(r.y + r.h for r in rects[first : first + span])
            x, y = rects[first].x, top + (bottom - top - height) * chance.uniform(0.2, 0.8)
            place = Rect(x, y, rects[first + span - 1].x + rects[first + span - 1].w - x, height)
            fits = place.w > width - 0.5 and bottom - top >= height * 2.2
            if fits and not any(_meet(place, o, 10) for o in self.obstacles):
                break
        else:
            return
        self.obstacles.append(place)
        leaf.sheet.rule(Rect(x, y, width, 2), 1.2)
        leaf.sheet.rule(Rect(x, y + height - 2, width, 2), 1.2)
        for i, line in enumerate(lines):
            strip = Rect(x + 3, y + 6 + i * size * 1.3, width - 6, size * 1.3)
            leaf.along(
                line, strip, Type(face, size), "pullquote", align="center", article=self.draft.article, zone=(98, 3)
            )

    def _column_rules(self, rects: list[Rect]) -> None:
        for left, right in pairwise(rects):
            top, bottom = max(left.y, right.y), min(left.y + left.h, right.y + right.h)
            x = left.x + left.w
            gap = right.x - x
            spans = carved(Rect(x, top, gap, bottom - top), self.obstacles, 0.0, 4.0, 3.0)
            for span in spans:
                if span.w > gap - 0.5:
                    self.leaf.sheet.rule(Rect(x, span.y, gap, span.h), 0.4, "#777")


def pictured(leaf: Leaf, chance: random.Random, image: Rect, *, half_tone: bool) -> None:
    """Draws a scene in a physical rectangle."""
    name = chance.choice(sorted(SCENES))
    data = scene(name, chance.randint(1, 10_000), image.w * 0.75, image.h * 0.75, half_tone=half_tone)
    leaf.sheet.parts.append(
        f"<img src='{data}' style='left:{image.x:.2f}pt;top:{image.y:.2f}pt;"
        f"width:{image.w:.2f}pt;height:{image.h:.2f}pt'>"
    )


def _meet(a: Rect, b: Rect, by: float) -> bool:
    return a.x < b.x + b.w + by and b.x < a.x + a.w + by and a.y < b.y + b.h + by and b.y < a.y + a.h + by


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
