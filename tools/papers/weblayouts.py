"""Layouts of a web-to-print paper's stories: where head, pictures and boxes stand in a cell."""

from __future__ import annotations

from dataclasses import dataclass

from papers.webcopy import Flow, Script, div
from papers.webheads import figure
from papers.webstory import Telling, prose

QUAD = ("br", "tr", "tl", "bl")
"""Corners of a story's text that something else may take."""

DIFFICULT = {"corner", "span", "late", "incol", "spanner"}
"""Layouts whose text is not simply under its head; drawn twice as often."""


@dataclass(slots=True)
class Story(Telling):
    """One story in a cell."""

    def html(self, treat: str = "") -> str:
        """The cell."""
        chance, house = self.desk.copy.chance, self.desk.copy.house
        big = self.wide > house.points * 24 and self.high > 16 * house.leading
        huge = self.wide > house.points * 36 and self.high > 22 * house.leading
        fits = {
            "incol": big, "span": huge, "late": big, "side": self.wide > house.points * 30, "corner": huge,
            "spanner": huge and self.desk.count(self.wide) > 1,
            "upright": house.tongue.chinese and self.wide > 120 and self.high > 130,
            "float": big, "beside": big and self.high < 1.1 * self.wide, "over": big, "photo": huge, "round": big,
        }  # fmt: skip
        if not treat:
            options = [t for t in house.treats if fits.get(t, True)]
            options += [t for t in options if t in DIFFICULT]
            share = 0.8 if big else 0.25
            treat = chance.choice(options) if options and not self.plain and chance.random() < share else "top"
            treat = "tint" if treat == "top" and not self.inner and chance.random() < house.boxed else treat
        ways = {
            "incol": self._incol, "span": self._span, "late": self._late, "side": self._side, "corner": self._corner,
            "spanner": self._spanner, "upright": self._upright, "float": self._float, "beside": self._beside,
            "over": self._over, "photo": self._photo, "round": self._round, "bar": self._bar, "tint": self._tint,
        }  # fmt: skip
        inner = (ways[treat] if treat in ways and fits.get(treat, True) else self._top)()
        return self._cell(inner, "")

    def _top(self) -> str:
        """The head over all columns, perhaps a picture between head and text."""
        house, chance = self.desk.copy.house, self.desk.copy.chance
        head = self._head(self.wide)
        room = self.high
        pic = ""
        if not self.plain and self.wide > 110 and self.high > 20 * house.leading and chance.random() < house.pictured:
            tall = min(self.high * chance.uniform(0.25, 0.42), self.wide * 0.75)
            pic = div(figure(self.desk.copy, self.desk.scale, self.draft, self.wide, tall), "padding-bottom:4pt")
            room -= tall
        body = self._body(self.wide, room)
        return pic + head + body if pic and chance.random() < 0.3 else head + pic + body

    def _bar(self) -> str:
        """The head in reverse on a bar."""
        back, ink = self.desk.copy.house.fill
        head = self._head(self.wide - 12, color=ink)
        bar = f"<div style='background:{back};padding:3pt 6pt;margin-bottom:4pt'>{head}</div>"
        return bar + self._body(self.wide, self.high)

    def _tint(self) -> str:
        """On a tint or in a box."""
        house, chance = self.desk.copy.house, self.desk.copy.chance
        ground = chance.choice(
            (f"background:{chance.choice(house.tints)}", "border:.8pt solid #333", f"border:1.6pt solid {house.accent}",
             "border:3pt double #333", "border-top:2.5pt solid #222;border-bottom:.6pt solid #222")
        )  # fmt: skip
        wide = self.wide - 16
        inner = self._head(wide) + self._body(wide, self.high - 16)
        return f"<div class='w-stack' style='{ground};padding:7pt 7pt;flex:1 1 0'>{inner}</div>"

    def _incol(self) -> str:
        """The head in the first column; the others begin at its top."""
        count = max(2, self.desk.count(self.wide))
        col = self.desk.measure(self.wide, count)
        head = f"<div class='w-whole'>{self._head(col)}</div>"
        return self._body(self.wide, self.high, count, head, "column-fill:auto;")

    def _parts(self, count: int) -> tuple[int, float, float]:
        """Columns on the left, and the widths left and right."""
        left = self.desk.copy.chance.randint(1, count - 1)
        col, gutter = self.desk.measure(self.wide, count), self.desk.copy.house.gutter
        return left, left * col + (left - 1) * gutter, (count - left) * col + (count - left - 1) * gutter

    def _span(self) -> str:
        """The head over some columns, the others as high as all of it."""
        count = max(3, self.desk.count(self.wide))
        left, a, b = self._parts(count)
        return self._two(left, count - left, a, b)

    def _late(self) -> str:
        """The head over the first column alone."""
        count = max(2, self.desk.count(self.wide))
        col, gutter = self.desk.measure(self.wide, count), self.desk.copy.house.gutter
        return self._two(1, count - 1, col, self.wide - col - gutter)

    def _two(self, left: int, right: int, a: float, b: float) -> str:
        copy, house = self.desk.copy, self.desk.copy.house
        head = self._head(a)
        one, html1 = copy.box(left)
        two, html2 = copy.box(right)
        self._flow([one, two], self.wide, self.high)
        rule = f"border-left:{house.column_rule};" if house.column_rule else ""
        half = house.gutter / 2
        return (
            f"<div class='w-row'><div class='w-stack' style='width:{a:.2f}pt'>{head}{html1.format('')}</div>"
            f"<div style='width:{half:.2f}pt'></div><div style='width:{half:.2f}pt;{rule}'></div>"
            f"<div class='w-stack' style='width:{b:.2f}pt'>{html2.format('')}</div></div>"
        )

    def _side(self) -> str:
        """The head in a column of its own beside the text."""
        house, chance = self.desk.copy.house, self.desk.copy.chance
        a = min(self.wide * chance.uniform(0.24, 0.34), 200)
        b = self.wide - a - house.gutter
        head = self._head(a, size=min(self._size(a) * 1.3, a * 0.16))
        body = f"<div class='w-stack' style='width:{b:.2f}pt'>{self._body(b, self.high)}</div>"
        side = f"<div style='width:{a:.2f}pt'>{head}</div>"
        order = side + body if chance.random() < 0.8 else body + side
        return f"<div class='w-row' style='gap:{house.gutter:.2f}pt'>{order}</div>"

    def _corner(self) -> str:
        """Text round a corner that a picture, a quotation or another story takes."""
        copy, house, chance = self.desk.copy, self.desk.copy.house, self.desk.copy.chance
        head = self._head(self.wide)
        count = max(2, self.desk.count(self.wide))
        left, a, b = self._parts(count)
        room = self.high * 0.8
        deep = room * chance.uniform(0.35, 0.55)
        where = chance.choice(QUAD)
        own = a if where in {"tl", "bl"} else b
        kind = chance.choice(("story", "story", "figure", "figure", "facts", "quote"))
        if kind == "quote":
            insert = f"<div>{self._quote(own, house.points * chance.choice((1.3, 1.6)))}</div>"
        elif kind == "figure":
            insert = figure(copy, self.desk.scale, self.draft, own, deep)
        else:
            self.parted = True
            other = Story(self.desk, own - 16, deep - 16, inner=True, plain=True)
            ground = chance.choice(
                (f"background:{house.tints[0]}", "border:.8pt solid #333", "border-top:2pt solid #333")
            )
            inner = other.facts() if kind == "facts" else other.html("top")
            insert = f"<div style='{ground};padding:7pt;height:{deep:.2f}pt'>{inner}</div>"
            head = f"<div{self._region()}>{head}</div>"
        one, html1 = copy.box(left)
        two, html2 = copy.box(count - left)
        if self.parted:
            html1, html2 = (h.replace("<div ", f"<div{self._region()} ", 1) for h in (html1, html2))
        self._flow([one, two], self.wide, self.high)
        sides = []
        for corner, html, wide in (("l", html1, a), ("r", html2, b)):
            stack = html.format("")
            if where[1] == corner:
                gap = f"<div style='height:{house.leading * 0.6:.2f}pt'></div>"
                stack = insert + gap + stack if where[0] == "t" else stack + gap + insert
            sides.append(f"<div class='w-stack' style='width:{wide:.2f}pt'>{stack}</div>")
        gap = f"gap:{house.gutter:.2f}pt"
        return f"{head}<div class='w-row' style='{gap}'>{''.join(sides)}</div>"

    def _spanner(self) -> str:
        """Something over all columns in the middle of the text, which is balanced over and under it."""
        copy, chance = self.desk.copy, self.desk.copy.chance
        head = self._head(self.wide)
        count = max(2, self.desk.count(self.wide))
        name, html = copy.box(count, "column-fill:balance;")
        need = self.desk.letters(self.wide, self.high * 0.5)
        prose(self.desk, self.script, int(need * chance.uniform(0.35, 0.6)), lead=self._lead())
        self.script.html(f"<div class='w-span' style='padding:5pt 0'>{self._insert(self.wide)}</div>")
        told = self.script.letters
        self._flow([name], self.wide, self.high * 1.05, drop=False)
        self.desk.copy.flows[-1].least = 4 if told else 1
        return head + html.format("")

    def _insert(self, wide: float) -> str:
        house, chance = self.desk.copy.house, self.desk.copy.chance
        if chance.random() < 0.5:
            return figure(self.desk.copy, self.desk.scale, self.draft, wide, min(wide * 0.5, self.high * 0.3))
        return self._quote(wide, chance.choice((1.3, 1.6, 2.0)) * house.points)

    def _float(self) -> str:
        """A picture or a quotation that text runs round."""
        house, chance = self.desk.copy.house, self.desk.copy.chance
        head = self._head(self.wide)
        count = max(1, self.desk.count(self.wide, 1.9))
        col = self.desk.measure(self.wide, count)
        own = col * chance.uniform(0.36, 0.5)
        side = chance.choice(("left", "right"))
        if chance.random() < 0.7 or own < 60:
            insert = figure(
                self.desk.copy, self.desk.scale, self.draft, own, own * chance.uniform(0.8, 1.3), how="under"
            )
        else:
            insert = self._quote(own, house.points * 1.25)
        pad = "right" if side == "left" else "left"
        css = f"float:{side};margin-{pad}:7pt;margin-bottom:4pt;width:{own:.2f}pt;text-indent:0"
        inner = div(insert, css, "w-whole")
        return head + self._body(self.wide, self.high, count, inner, "column-fill:auto;")

    def _round(self) -> str:
        """Text round a round picture."""
        chance = self.desk.copy.chance
        head = self._head(self.wide)
        count = max(1, self.desk.count(self.wide, 1.9))
        col = self.desk.measure(self.wide, count)
        own = min(col * 0.42, 130.0)
        pic = figure(self.desk.copy, self.desk.scale, self.draft, own, own, how="over")
        start = pic.index("<img")
        img = pic[start : pic.index(">", start) + 1].replace("style='", "style='border-radius:50%;")
        key = len(self.desk.copy.figures) - 1
        figured = self.desk.copy.figures[key]
        figured.text = figured.credit = None
        side = chance.choice(("left", "right"))
        css = f"float:{side};shape-outside:circle(50%);shape-margin:5pt;width:{own:.1f}pt;height:{own:.1f}pt"
        inner = div(img, css, "w-whole")
        return head + self._body(self.wide, self.high, count, inner, "column-fill:auto;")

    def _beside(self) -> str:
        """A picture on one side, head and text beside it."""
        house, chance = self.desk.copy.house, self.desk.copy.chance
        a = self.wide * chance.uniform(0.32, 0.5)
        b = self.wide - a - house.gutter
        drawn = figure(self.desk.copy, self.desk.scale, self.draft, a, self.high * 0.8, how="under")
        pic = f"<div class='w-tall' style='width:{a:.2f}pt'>{drawn}</div>"
        over = chance.random() < 0.4
        head = self._head(self.wide if over else b)
        text = self._body(b, self.high)
        stack = f"<div class='w-stack' style='width:{b:.2f}pt'>{text if over else head + text}</div>"
        order = pic + stack if chance.random() < 0.6 else stack + pic
        row = f"<div class='w-row' style='gap:{house.gutter:.2f}pt'>{order}</div>"
        return head + row if over else row

    def _over(self) -> str:
        """A picture over the head."""
        tall = min(self.high * self.desk.copy.chance.uniform(0.3, 0.45), self.wide * 0.8)
        pic = figure(self.desk.copy, self.desk.scale, self.draft, self.wide, tall)
        return f"{pic}<div style='height:4pt'></div>{self._head(self.wide)}{self._body(self.wide, self.high - tall)}"

    def _photo(self) -> str:
        """The head in white on the picture."""
        chance = self.desk.copy.chance
        tall = min(self.high * chance.uniform(0.4, 0.5), self.wide * 0.8)
        pic = figure(self.desk.copy, self.desk.scale, self.draft, self.wide, tall, how="under")
        head = self._head(self.wide - 20, color="#fff")
        css = f"position:absolute;left:0;top:{chance.choice((0, 12))}pt;width:{self.wide:.2f}pt;"
        shade = div(head, css + "background:rgba(0,0,0,.6);padding:5pt 10pt")
        return div(pic + shade, "position:relative;margin-bottom:4pt") + self._body(self.wide, self.high - tall)

    def _upright(self) -> str:
        """Lines from top to bottom on a level page, the head at the right."""
        copy, house, chance = self.desk.copy, self.desk.copy.house, self.desk.copy.chance
        self.script.upright = True
        boxed = chance.choice(
            ("border:.8pt solid #444;", f"background:{house.tints[-1]};", "border:2.4pt double #444;")
        )
        wide, high = self.wide - 18, self.high - 18
        tiers = max(1, round(high / (house.points * chance.uniform(13, 20))))
        head = self._head(high, size=min(self._size(high), high * 0.09, house.points * 2.6), upright=True, align="left")
        name, html = copy.box(tiers, "column-fill:auto;", upright=True)
        self._flow([name], wide, high, drop=False)
        inner = f"{head}<div style='width:5pt'></div>{html.format('')}"
        return f"<div class='w-stack w-v' style='{boxed}padding:8pt;flex:1 1 0;text-wrap:wrap'>{inner}</div>"

    def facts(self) -> str:
        """A box of facts under a headline of its own."""
        copy, house, draft = self.desk.copy, self.desk.copy.house, self.draft
        if not draft.teller.knows("fact"):
            return self.html("top")
        draft.head("headline", copy.chance.choice(("factname", "factname", "timehead")))
        script = Script(copy, draft)
        mark = copy.chance.choice(("", house.mark))
        for index in range(int(2.5 * self.high / house.leading) + 4):
            script.para(draft.teller.tell("fact"), lead=mark, cls="w-flush w-rule" if index else "w-flush")
        css = f"font-size:{house.points * 1.2:.2f}pt;line-height:1.25;margin-bottom:3pt;color:{house.accent};"
        head = copy.text(
            draft.article.heads["headline"].printed, "headline", house.sans, css, article=draft.article, lines=1
        )
        name, html = copy.box(1)
        copy.flows.append(Flow([name], script.steps, letters=script.letters))
        return self._cell(head + html.format(""), "")
