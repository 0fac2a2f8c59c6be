"""Heads of a weekend paper: kickers in pills, decks of points, writers with their portraits."""

from __future__ import annotations

from dataclasses import dataclass, field

from papers.stories import Draft
from papers.webcopy import div
from papers.webheads import Heads, byline
from papers.weekhouse import WeekDesk
from typesetter.scenes import drawn as scene
from typesetter.words import Words

SPLIT = {
    "zh": ("文／{}", "圖／{}"),
    "en": ("Words: {}", "Pictures: {}"),
    "de": ("Text: {}", "Fotos: {}"),
    "fr": ("Texte : {}", "Photos : {}"),
    "es": ("Texto: {}", "Fotos: {}"),
}
"""Who wrote and who photographed, in one row."""
SHORT = {
    "zh": ("要點", "本文看點", "一分鐘讀懂", "編者導讀"),
    "en": ("In short", "Key points", "At a glance"),
    "de": ("Kurz gesagt", "Auf einen Blick", "Das Wichtigste"),
    "fr": ("En bref", "L'essentiel", "À retenir"),
    "es": ("En resumen", "Las claves", "Lo esencial"),
}
"""Names of a story's summary."""
FLUSH = "text-align:left;text-align-last:auto;"
HANGING = 0.6
"""Of lists of points under a centred headline, the share that are set flush left."""


def spoken(desk: WeekDesk) -> str:
    """The key of the paper's language in tables."""
    tongue = desk.house.tongue
    return "zh" if tongue.chinese else tongue.code


def capped(desk: WeekDesk, draft: Draft, name: str) -> str:
    """A label or kicker, in capitals where the paper has them so; as printed."""
    said = draft.article.heads[name]
    if desk.habits.capitals:
        draft.article.heads[name] = said = Words(said.right.upper(), said.printed.upper())
    return said.printed


def likeness(desk: WeekDesk, wide: float, high: float) -> str:
    """A portrait of a writer, round or square."""
    data = scene("portrait", desk.chance.randint(1, 99999), wide, high, half_tone=desk.house.half_tone)
    radius = desk.chance.choice(("50%", "0", "4pt"))
    css = f"display:block;flex:none;width:{wide:.1f}pt;height:{high:.1f}pt;border-radius:{radius}"
    return f"<img src='{data}' style='{css}'>"


def points(desk: WeekDesk, draft: Draft, count: int, *, name: str = "", row: bool = False) -> str:
    """The points of a story with their marks, as its deck: one a line, or all in a row."""
    mark = desk.habits.bullet + ("" if draft.tongue.chinese and desk.habits.bullet in "■●" else " ")
    section = "point" if draft.teller.knows("point") else "deck"
    said = [draft.teller.tell(section).strip("。.— ").replace(" /_ ", "，") for _ in range(count)]
    parts = [mark + text[:1].upper() + text[1:] for text in said]
    between = ("\u3000" if draft.tongue.chinese else " ") if row else " /_ "
    draft.article.heads["deck"] = draft.words(between.join(parts) if not name else " /_ ".join([name, *parts]))
    return draft.article.heads["deck"].printed


@dataclass(slots=True)
class Topper(Heads):
    """Sets the heads of one draft as the paper's habits have them."""

    desk: WeekDesk = field(kw_only=True)
    weight: float = 1.0
    """How much more often than elsewhere it has a kicker and a deck."""

    def top(self, *, writers: bool, decked: bool = True) -> str:
        """Kicker, headline, deck and byline."""
        house, chance, draft = self.copy.house, self.copy.chance, self.draft
        said = draft.article.heads["headline"].printed
        face = chance.choice(house.heads)
        size, lines = self.fitted(said, face, self.size, self.most)
        ink = self.color or chance.choice(house.ink)
        if self.align == "justify" and (lines > 1 or not draft.tongue.chinese or len(said) * size < self.wide * 0.7):
            self.align = "left"
        style = f"color:{ink};" if ink else ""
        style += "text-wrap:balance;" if lines > 1 and chance.random() < 0.85 else ""
        parts = [self._headline(said, face, size, style, lines)]
        if chance.random() < house.kicked * self.weight:
            parts[0] = self._kicked(parts[0], size)
        if decked and chance.random() < house.decked * self.weight and self.wide > house.points * 10:
            over, deck = self._decked(size)
            parts = [deck, *parts] if over else [*parts, deck]
        if writers:
            parts.append(self.writers())
        space = max(2.0, size * 0.13)
        found = f"<div style='height:{space:.1f}pt'></div>".join(p for p in parts if p)
        under = max(3.0, min(size * 0.28, house.leading))
        return f"<div class='w-heads' style='padding-bottom:{under:.1f}pt'>{found}</div>"

    def _kicked(self, headline: str, size: float) -> str:
        """The headline with its kicker."""
        house, chance, draft = self.copy.house, self.copy.chance, self.draft
        how = chance.choice(self.desk.habits.kickers)
        if how == "plain":
            return self._kicker(headline, size)
        draft.head("kicker", "tab" if draft.teller.knows("tab") and chance.random() < 0.6 else "kicker")
        said = capped(self.desk, draft, "kicker").replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
        face = chance.choice((house.sans, house.sans, house.light))
        small = max(house.points * 0.9, min(size * 0.42, house.points * 1.35))
        small = min(small, (self.wide - 20) / self.scale.width(said, face))
        if small < house.points * 0.7:
            del draft.article.heads["kicker"]
            return headline
        back, ink = house.fill
        if self.color and chance.random() < 0.4:
            back, ink = "#fff", "#111"
        css = f"display:inline-block;background:{back};color:{ink};padding:1.5pt 7pt;"
        css += "border-radius:9pt;" if how == "pill" else ""
        if how == "line":
            css = f"border-top:2pt solid {self.color or house.accent};padding-top:2pt;"
        text = self._text(said, "kicker", face, small, css, 1)
        if how != "line":
            text = f"<div style='text-align:{self.align if self.align != 'justify' else 'left'}'>{text}</div>"
        return f"{text}<div style='height:2pt'></div>{headline}"

    def _decked(self, size: float) -> tuple[bool, str]:
        """Whether the deck stands over the headline, and its HTML."""
        house, chance, draft = self.copy.house, self.copy.chance, self.draft
        how = chance.choice(self.desk.habits.decks)
        if how == "plain":
            deck, over = self._deck(size)
            return over, deck
        face = chance.choice((house.light, house.sans if how == "bold" else house.brush))
        small = max(house.points, min(size * chance.uniform(0.34, 0.5), house.points * 1.8))
        if how in {"points", "row"}:
            count = chance.randint(2, 4) if self.wide < house.points * 40 or how == "points" else 3
            said = points(self.desk, draft, count, row=how == "row")
            small = min(small, house.points * 1.4)
            hang = how == "points" and (self.align != "center" or chance.random() < HANGING)
            css = f"{FLUSH}padding-left:{small:.1f}pt;text-indent:-{small:.1f}pt;" if hang else ""
            return False, "".join(self._text(text, "deck", face, small, css) for text in said.split(" /_ "))
        draft.head("deck")
        said = draft.article.heads["deck"].printed.replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
        css = f"border-left:3pt solid {self.color or house.accent};padding-left:6pt;" if how == "bar" else ""
        return False, self._text(said, "deck", face, small, css)

    def deck(self, size: float) -> str:
        """A deck by itself, beside a headline of a size."""
        return self._decked(size)[1]

    def writers(self) -> str:
        """The byline."""
        house, chance, draft = self.copy.house, self.copy.chance, self.draft
        how = chance.choice(self.desk.habits.bylines)
        self.align = "left" if self.align == "justify" else self.align
        if self.wide < house.points * 13 or how == "house":
            return self._byline(byline(self.copy, draft))
        if how == "split":
            draft.article.byline = draft.names(2)
            forms = SPLIT[spoken(self.desk)]
            said = [draft.words(f.replace("{}", n)).right for f, n in zip(forms, draft.article.byline, strict=True)]
            cells = "".join(self._text(s, "byline", house.light, house.points * 0.95) for s in said)
            spread = chance.choice(("space-between", "flex-start", "center"))
            rule = "border-top:.5pt solid;border-bottom:.5pt solid;padding:1.5pt 0;" if chance.random() < 0.4 else ""
            return f"<div style='display:flex;gap:14pt;justify-content:{spread};{rule}'>{cells}</div>"
        rows = self.signed(draft.names())
        if how == "role":
            return rows
        side = min(44.0, self.wide * 0.25)
        face = likeness(self.desk, side, side * chance.choice((1.0, 1.2)))
        return f"<div style='display:flex;gap:7pt;align-items:center'>{face}<div style='min-width:0'>{rows}</div></div>"

    def signed(self, names: list[str], size: float = 0.0, what: str = "roleline") -> str:
        """The writer's name, and under it what he does."""
        house, draft = self.copy.house, self.draft
        size = size or house.points * 1.05
        draft.article.byline = names
        css = FLUSH if self.align == "justify" else ""
        found = self._text(names[0], "byline", house.sans, size, css)
        if draft.teller.knows(what):
            text = draft.words(draft.teller.tell(what)).right
            found += self._text(text[:1].upper() + text[1:], "byline", house.light, min(size, house.points * 0.92), css)
        return found

    def apart(self, *, writers: bool) -> tuple[str, str]:
        """The head in two parts for a picture between them: kicker and headline, or headline and deck."""
        house, chance, draft = self.copy.house, self.copy.chance, self.draft
        said = draft.article.heads["headline"].printed
        face = chance.choice(house.heads)
        size, lines = self.fitted(said, face, self.size, self.most)
        self.align = "left" if self.align == "justify" else self.align
        ink = self.color or chance.choice(house.ink)
        headline = self._headline(said, face, size, f"color:{ink};" if ink else "", lines)
        who = self.writers() if writers else ""
        if chance.random() < 0.5:
            return headline, self.deck(size) + div(who, "padding-top:3pt")
        draft.head("kicker", "tab" if draft.teller.knows("tab") and chance.random() < 0.5 else "kicker")
        text = capped(self.desk, draft, "kicker").replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
        small = min(max(house.points, size * chance.uniform(0.4, 0.7)), house.points * 2.2)
        small = min(small, (self.wide - 14) / self.scale.width(text, house.sans))
        back, tone = house.fill
        css = chance.choice(
            (f"color:{self.color or house.accent};", "", f"background:{back};color:{tone};padding:1pt 6pt;")
        )
        return self._text(text, "kicker", house.sans, small, css, 1), headline + div(who, "padding-top:3pt")

    def summary(self, count: int) -> str:
        """A box of the story's points under a name: its deck."""
        house, chance = self.copy.house, self.copy.chance
        name = self.draft.words(chance.choice(SHORT[spoken(self.desk)])).right
        said = points(self.desk, self.draft, count, name=name).split(" /_ ")
        back, ink = house.fill
        css = f"background:{back};color:{ink};padding:2pt 6pt;" if chance.random() < 0.5 else f"color:{house.accent};"
        found = self._text(
            said[0], "deck", house.sans, house.points * chance.choice((1.05, 1.2)), css + "margin-bottom:3pt;", 1
        )
        face = chance.choice((house.light, house.sans))
        for text in said[1:]:
            css = f"{FLUSH}padding:1pt 0 1pt {house.points:.1f}pt;text-indent:-{house.points:.1f}pt;"
            found += self._text(text, "deck", face, house.points * 1.02, css)
        ground = chance.choice(
            (
                f"background:{chance.choice(house.tints)};",
                f"border:.8pt solid {house.accent};",
                "border-top:2pt solid #222;border-bottom:.8pt solid #222;",
            )
        )
        return f"<div style='{ground}padding:6pt 7pt;margin-bottom:6pt;text-indent:0'>{found}</div>"
