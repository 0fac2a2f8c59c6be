"""Layouts of a weekend paper's stories: text in ranks of columns round heads, pictures, facts and quotations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from papers.webcopy import Flow
from papers.weblayouts import Story
from papers.weekheads import Topper, capped
from papers.weekhouse import WeekDesk
from papers.weekpictures import Shot
from papers.weekprose import told

WIDE = (
    "aside", "middle", "cross", "late", "hang", "straddle", "unequal", "slip", "facts", "summary", "plate", "between",
)  # fmt: skip
"""Layouts that need room for two or three columns."""
SLIM = 9.0
"""Ems of the narrowest column beside another one."""


class Rank(NamedTuple):
    """Columns side by side, and what stands over, under and across them."""

    many: int = 1
    top: str = ""
    foot: str = ""
    cross: str = ""
    wide: float = 0.0
    inner: str = ""


@dataclass(slots=True)
class WeekStory(Story):
    """One story in a cell."""

    desk: WeekDesk
    manner: str = ""

    def html(self, treat: str = "") -> str:
        """The cell."""
        chance, house = self.desk.chance, self.desk.house
        big = self.wide > house.points * 30 and self.high > 17 * house.leading
        if not self.manner and self.kind == "story" and chance.random() < self.desk.habits.numbered:
            self.manner = "numbered"
        if not treat:
            options = [t for t in self.desk.habits.treats if big or t not in WIDE]
            treat = chance.choice(options) if options and not self.plain and not self.inner else "top"
        ways = self._ways()
        if treat in ways and (big or treat not in WIDE):
            return self._cell(ways[treat](), "")
        return Story.html(self, treat if treat not in ways else "top")

    def _ways(self) -> dict[str, Callable[[], str]]:
        """Layouts by name."""
        return {
            "aside": self._aside, "middle": self._middle, "cross": self._across, "late": self._late2,
            "hang": self._hang, "straddle": self._straddle, "unequal": self._unequal, "slip": self._slip,
            "facts": self._facts, "summary": self._summary, "dark": self._dark, "between": self._between,
        }  # fmt: skip

    # Heads and text.

    def _head(self, wide: float, *, color: str = "", align: str = "", size: float = 0.0, upright: bool = False) -> str:
        if upright:
            return Story._head(self, wide, color=color, align=align, size=size, upright=True)  # noqa: SLF001 slots and super()
        draft = self.draft
        if "headline" not in draft.article.heads:
            section = "opinionhead" if self.kind == "opinion" and draft.teller.knows("opinionhead") else "headline"
            draft.head("headline", section)
        top = self._topper(wide, color=color, align=align, size=size)
        if self.plain and self.wide < 160:
            top.weight = 0.0
        writers = not draft.article.byline and self._byline_at() == "top" and not self.inner
        return self._labelled(color) + top.top(writers=writers, decked="deck" not in draft.article.heads)

    def _topper(self, wide: float, *, color: str = "", align: str = "", size: float = 0.0) -> Topper:
        house = self.desk.house
        most = 4 if wide < house.points * 16 else 3 if wide < house.points * 30 else 2
        return Topper(
            self.desk.copy, self.desk.scale, self.draft, wide, size or self._size(wide), most, color, align,
            desk=self.desk,
        )  # fmt: skip

    def _labelled(self, color: str) -> str:
        if not self.label:
            return ""
        house, chance = self.desk.house, self.desk.chance
        if "label" in self.draft.article.heads:
            self.label = capped(self.desk, self.draft, "label")
        back, ink = house.fill
        css = f"font-size:{house.points * 1.15:.2f}pt;line-height:1.3;margin-bottom:4pt;"
        css += chance.choice(
            (f"color:{color or house.accent};border-bottom:.8pt solid {color or house.accent};",
             f"background:{back};color:{ink};padding:1pt 6pt;width:fit-content;",
             f"color:{color or house.accent};")
        )  # fmt: skip
        return self.desk.copy.text(self.label, "label", house.sans, css, article=self.draft.article)

    def _flow(self, boxes: list[str], wide: float, high: float, *, manner: str = "", drop: bool = True) -> Flow:
        """The text for boxes of about so much room in all."""
        house, chance = self.desk.house, self.desk.chance
        manner = manner or self.manner or self._manner() or ("subbed" if wide * high > 60_000 else "")
        dropped = drop and chance.random() < house.drops and high > 14 * house.leading and not self.script.upright
        told(self.desk, self.script, self.desk.letters(wide, high), manner=manner, drop=dropped,
             lead="" if dropped else self._lead())  # fmt: skip
        if (
            manner in {"", "subbed"}
            and not self.script.upright
            and wide * high > 60_000
            and chance.random() < house.quoted
        ):
            self._quoted_in()
        flow = Flow(boxes, self.script.steps, letters=self.script.letters, tail=self._tail())
        flow.extras = self.script.extras()
        self.desk.copy.flows.append(flow)
        return flow

    def _count(self, least: int, most: int = 6) -> int:
        """Columns of the story, at least so many if they are not too narrow."""
        house = self.desk.house
        count = self.desk.count(self.wide, self.desk.chance.choice((0.8, 1.0, 1.0)))
        slim = int((self.wide + house.gutter) / (SLIM * house.points + house.gutter))
        return max(2, min(max(count, least), most, slim))

    def _ranks(self, ranks: list[Rank], high: float = 0.0, *, over: str = "") -> str:
        """Text in ranks, in order from the left; what is `over` stands on them."""
        copy, house = self.desk.copy, self.desk.house
        total = sum(r.many for r in ranks)
        col = self.desk.measure(self.wide, total)
        rule = f"border-left:{house.column_rule};" if house.column_rule else ""
        half = f"<div style='width:{house.gutter / 2:.2f}pt;flex:none"
        region = self._region() if self.parted else ""
        boxes: list[str] = []
        parts: list[str] = []
        for rank in ranks:
            wide = rank.wide or self._span_of(rank.many, col)
            text = ""
            for piece in ("", rank.cross) if rank.cross else ("",):
                name, html = copy.box(rank.many)
                boxes.append(name)
                html = html.replace("<div ", f"<div{region} ", 1).format(rank.inner if not text else "")
                text += piece + html
            stack = f"<div class='w-stack' style='width:{wide:.2f}pt;flex:none'>{rank.top}{text}{rank.foot}</div>"
            parts += [f"{half}'></div>{half};{rule}'></div>"] * bool(parts) + [stack]
        self._flow(boxes, self.wide, high or self.high)
        return f"<div class='w-row' style='position:relative'>{''.join(parts)}{over}</div>"

    def _span_of(self, count: int, col: float) -> float:
        return count * col + (count - 1) * self.desk.house.gutter

    def _shot(self, wide: float, high: float, how: str = "") -> str:
        """A picture with white under it."""
        return f"<div style='flex:none;padding-bottom:5pt'>{Shot(self.desk, self.draft).framed(wide, high, how)}</div>"

    # Layouts.

    def _aside(self) -> str:
        """Kicker, headline, deck and writer in a narrow column beside the text."""
        house, chance = self.desk.house, self.desk.chance
        a = max(house.points * 10, min(self.wide * chance.uniform(0.2, 0.32), 210))
        b = self.wide - a - house.gutter * 1.4
        top = self._topper(a, size=min(self._size(a) * 1.25, a * 0.15), align=chance.choice(("left", "left", "right")))
        top.most, top.weight = 6, 1.8
        self.draft.head("headline")
        head = top.top(writers=True)
        ends = chance.choice(
            (
                "",
                f"border-top:2.5pt solid {house.accent};padding-top:5pt;",
                "border-right:.6pt solid #555;padding-right:6pt;",
            )
        )
        side = f"<div style='width:{a:.2f}pt;flex:none;{ends}'>{head}{self._under(a)}</div>"
        body = f"<div class='w-stack' style='width:{b:.2f}pt;flex:none'>{self._body(b, self.high)}</div>"
        order = side + body if chance.random() < 0.8 else body + side
        return f"<div class='w-row' style='gap:{house.gutter * 1.4:.2f}pt'>{order}</div>"

    def _under(self, wide: float) -> str:
        """What stands under a head beside its text: a picture, a quotation, or nothing."""
        house, chance = self.desk.house, self.desk.chance
        how = chance.choice(("picture", "quote", "")) if self.high > 20 * house.leading else ""
        if how == "picture":
            tall = min(wide * chance.uniform(0.9, 1.3), self.high * 0.4)
            return f"<div style='height:8pt'></div>{self._shot(wide, tall)}"
        if how == "quote":
            return f"<div style='height:14pt'></div>{self._quote(wide, house.points * chance.choice((1.2, 1.4)))}"
        return ""

    def _between(self) -> str:
        """A picture between two parts of the head."""
        chance, house = self.desk.chance, self.desk.house
        if "headline" not in self.draft.article.heads:
            self.draft.head("headline")
        above, below = self._topper(self.wide).apart(writers=chance.random() < 0.6)
        tall = min(self.high * chance.uniform(0.28, 0.42), self.wide * 0.75)
        space = f"<div style='height:{house.leading * 0.4:.2f}pt;flex:none'></div>"
        head = f"{above}{space}{self._shot(self.wide, tall)}<div style='flex:none'>{below}</div>{space}"
        return self._labelled("") + head + self._body(self.wide, self.high - tall)

    def _middle(self) -> str:
        """The head over some of the middle columns, the others as high as all of it."""
        chance = self.desk.chance
        count = self._count(3)
        if count < 3:
            return self._top()
        left = chance.randint(1, count - 2)
        middle = chance.randint(1, count - left - 1)
        wide = self._span_of(middle, self.desk.measure(self.wide, count))
        head = self._head(wide, align="center", size=min(self._size(wide) * 1.1, wide * 0.14))
        return self._ranks([Rank(left), Rank(middle, top=head), Rank(count - left - middle)])

    def _across(self) -> str:
        """The head amid the height of some columns."""
        chance = self.desk.chance
        count = self._count(3)
        if count < 3:
            return self._top()
        middle = chance.randint(1, count - 2)
        wide = self._span_of(middle, self.desk.measure(self.wide, count))
        head = self._head(wide, align="center", size=min(self._size(wide), wide * 0.13))
        rule = chance.choice(("border-top:1.5pt solid #222;border-bottom:1.5pt solid #222;", ""))
        cross = f"<div style='flex:none;padding:5pt 0;margin:6pt 0;{rule}'>{head}</div>"
        left = chance.randint(1, count - middle - 1)
        return self._ranks([Rank(left), Rank(middle, cross=cross), Rank(count - left - middle)])

    def _late2(self) -> str:
        """A head over fewer columns than the text, a picture over the others."""
        chance = self.desk.chance
        count = self._count(3)
        left = chance.randint(1, count - 1)
        col = self.desk.measure(self.wide, count)
        head = self._head(self._span_of(left, col), align=chance.choice(("center", "")))
        own = self._span_of(count - left, col)
        pic = self._shot(own, min(self.high * 0.45, own * 0.8)) if chance.random() < 0.6 else ""
        return self._ranks([Rank(left, top=head), Rank(count - left, top=pic)])

    def _hang(self) -> str:
        """A picture over or under some of the columns, the head over all."""
        chance = self.desk.chance
        head = self._head(self.wide)
        count = self._count(3)
        own = chance.randint(1, count - 1)
        wide = self._span_of(own, self.desk.measure(self.wide, count))
        deep = min(self.high * chance.uniform(0.28, 0.5), wide * chance.uniform(0.7, 1.1))
        pic = self._shot(wide, deep)
        foot = chance.random() < 0.4
        with_pic = Rank(own, foot=f"<div style='height:5pt;flex:none'></div>{pic}") if foot else Rank(own, top=pic)
        rest = count - own
        left = chance.randint(0, rest)
        ranks = [Rank(left)] * (left > 0) + [with_pic] + [Rank(rest - left)] * (rest > left)
        return head + self._ranks(ranks)

    def _straddle(self) -> str:
        """A picture or a quotation between two columns that both run round it."""
        house, chance = self.desk.house, self.desk.chance
        head = self._head(self.wide)
        count = max(2, self._count(2, 4))
        col = self.desk.measure(self.wide, count)
        if col < house.points * 12:
            return head + self._ranks([Rank(count)])
        at = chance.randint(0, count - 2)
        into = col * chance.uniform(0.3, 0.4)
        wide = 2 * into + house.gutter
        deep = min(self.high * 0.3, wide * chance.uniform(0.7, 1.0))
        down = round(self.high * chance.uniform(0.08, 0.2) / house.leading) * house.leading
        tall = (int(deep / house.leading) + 2) * house.leading

        def spacer(side: str) -> str:
            clear = f"float:{side};clear:{side};width:{into + 7:.2f}pt;height:{tall:.2f}pt"
            return f"<div style='float:{side};width:0;height:{down:.2f}pt'></div><div style='{clear}'></div>"

        ranks = [Rank()] * count
        ranks[at], ranks[at + 1] = Rank(inner=spacer("right")), Rank(inner=spacer("left"))
        left = (at + 1) * (col + house.gutter) - house.gutter - into
        room = tall - house.leading
        if chance.random() < 0.6:
            inner = Shot(self.desk, self.draft).framed(wide, room, chance.choice(("under", "over")))
        else:
            quote = self._quote(wide, house.points * chance.choice((1.2, 1.35)))
            inner = f"<div style='display:flex;flex-direction:column;justify-content:center;height:100%'>{quote}</div>"
        box = f"left:{left:.2f}pt;top:{down + house.leading / 2:.2f}pt;width:{wide:.2f}pt;height:{room:.2f}pt"
        return head + self._ranks(ranks, over=f"<div class='w-cell' style='position:absolute;{box}'>{inner}</div>")

    def _unequal(self) -> str:
        """Columns of unequal width."""
        house, chance = self.desk.house, self.desk.chance
        head = self._head(self.wide)
        count = max(2, min(4, self._count(2, 4)))
        shares = [chance.choice((1.0, 1.0, 1.5, 1.9)) for _ in range(count)]
        room = self.wide - house.gutter * (count - 1)
        widths = [room * s / sum(shares) for s in shares]
        if min(widths) < SLIM * house.points:
            widths = [room / count] * count
        ranks = [Rank(wide=w) for w in widths]
        broad = max(range(count), key=lambda i: widths[i])
        if chance.random() < house.pictured:
            deep = min(self.high * 0.4, widths[broad] * 0.8)
            ranks[broad] = Rank(wide=widths[broad], top=self._shot(widths[broad], deep))
        return head + self._ranks(ranks)

    def _slip(self) -> str:
        """A picture, with the head in a light box over its foot."""
        house, chance = self.desk.house, self.desk.chance
        tall = min(self.high * chance.uniform(0.38, 0.5), self.wide * 0.85)
        shot = Shot(self.desk, self.draft)
        text, credit = (shot.said(), shot.credit()) if chance.random() < 0.6 else ("", "")
        img = shot.image(self.wide, tall, figure=shot.noted(text, credit))
        over = shot.caption(text, credit, "padding:0 0 2pt;") if text else ""
        wide = self.wide * chance.uniform(0.7, 0.9)
        head = self._head(wide - 20, align="center" if chance.random() < 0.5 else "left")
        up = min(44.0, tall * 0.25)
        center = "margin-left:auto;margin-right:auto;" if chance.random() < 0.5 else ""
        ground = chance.choice(("#fff", "#fff", house.tints[0]))
        css = f"position:relative;flex:none;width:{wide:.1f}pt;margin-top:-{up:.1f}pt;"
        css += f"background:{ground};padding:7pt 10pt 0;"
        return f"{over}{img}<div style='{css}{center}'>{head}</div>{self._body(self.wide, self.high - tall)}"

    def _facts(self) -> str:
        """A box of facts at the head or foot of some columns."""
        house, chance = self.desk.house, self.desk.chance
        head = self._head(self.wide)
        count = self._count(2)
        own = 1 if count < 5 else chance.choice((1, 2))
        wide = self._span_of(own, self.desk.measure(self.wide, count))
        deep = min(self.high * chance.uniform(0.3, 0.45), house.leading * 14)
        if not self.draft.teller.knows("fact") or deep < 8 * house.leading:
            return head + self._ranks([Rank(count)])
        self.parted = True
        ground = chance.choice(
            (f"background:{chance.choice(house.tints)}", f"border:.8pt solid {house.accent}",
             "border-top:2pt solid #222;border-bottom:.8pt solid #222",
             f"background:{chance.choice(self.desk.habits.darks)}")
        )  # fmt: skip
        dark = "w-dark" if ground[11:] in self.desk.habits.darks else ""
        other = WeekStory(self.desk, wide - 16, deep - 14, inner=True, plain=True)
        box = (
            f"<div class='{dark}' style='{ground};padding:7pt 8pt;height:{deep:.2f}pt;flex:none'>{other.facts()}</div>"
        )
        gap = f"<div style='height:{house.leading * 0.6:.2f}pt;flex:none'></div>"
        held = Rank(own, top=box + gap) if chance.random() < 0.4 else Rank(own, foot=gap + box)
        rest = count - own
        left = chance.choice((0, rest))
        ranks = [Rank(left)] * (left > 0) + [held] + [Rank(rest - left)] * (rest > left)
        return f"<div{self._region()}>{head}</div>" + self._ranks(ranks)

    def _summary(self) -> str:
        """The story's points in a box of their own in the first column or the last."""
        chance = self.desk.chance
        self.draft.head("headline")
        count = self._count(2)
        col = self.desk.measure(self.wide, count)
        box = f"<div style='flex:none'>{self._topper(col - 16).summary(chance.randint(3, 4))}</div>"
        head = self._head(self.wide)
        ranks = [Rank(top=box), Rank(count - 1)]
        return head + self._ranks(ranks if chance.random() < 0.6 else [Rank(count - 1), Rank(top=box)])

    def _dark(self) -> str:
        """In reverse."""
        wide, high = self.wide - 20, self.high - 18
        ground = self.desk.chance.choice(self.desk.habits.darks)
        inner = self._head(wide, color="#fff") + self._body(wide, high)
        css = f"background:{ground};padding:8pt 10pt;flex:1 1 0"
        return f"<div class='w-stack w-dark' style='{css}'>{inner}</div>"
