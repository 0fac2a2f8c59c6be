"""What stands on a page besides stories: mastheads, folios, advertisements."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from papers.breaking import Type
from papers.leaf import drawn
from papers.stories import Desk, Tongue
from typesetter.scenes import SCENES
from typesetter.scenes import drawn as scene
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.leaf import Leaf
    from papers.look import Look

WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
DIGITS = "〇一二三四五六七八九"
REPUBLIC = 1911
"""The year before the first of the Republic of China."""


@dataclass(slots=True)
class Facts:
    """What a masthead says."""

    tongue: Tongue
    title: str
    day: date
    number: str
    total: str | None
    registration: dict[str, str] | None
    names: list[str] = field(default_factory=list)
    price: str = ""
    era: str = ""
    """What years are counted from: a republic's name, or nothing."""

    def weekday(self) -> str:
        """The day of the week, as printed."""
        if self.tongue.chinese:
            return "星期" + "一二三四五六日"[self.day.weekday()]
        return WEEKDAYS[self.tongue.code][self.day.weekday()]

    def date_line(self) -> str:
        """The date, as printed."""
        day, code = self.day, self.tongue.code
        if self.tongue.chinese:
            if self.era:
                since = day.year - REPUBLIC
                return f"{self.era}{counted(since) if since > 1 else '元'}年{counted(day.month)}月{counted(day.day)}日"
            if self.tongue.numerals:
                year = "".join(DIGITS[int(d)] for d in str(day.year))
                return f"{year}年{counted(day.month)}月{counted(day.day)}日"
            return f"{day.year}年{day.month}月{day.day}日"
        month = MONTHS[code].split()[day.month - 1]
        if code == "en":
            return f"{self.weekday()}, {month} {day.day}, {day.year}"
        if code == "de":
            return f"{self.weekday()}, {day.day}. {month} {day.year}"
        if code == "es":
            return f"{self.weekday().capitalize()}, {day.day} de {month} de {day.year}"
        return f"{self.weekday()} {day.day} {month} {day.year}"

    def issue_line(self) -> str:
        """Numbers of the issue, as printed."""
        if self.tongue.code == "zh-Hans":
            return f"第{self.number}期" + (f" 总第{self.total}期" if self.total else "")
        if self.tongue.chinese:
            return f"第{self.number}號" + (f" 總第{self.total}號" if self.total else "")
        word = {"en": "No.", "de": "Nr.", "fr": "N°", "es": "Núm."}[self.tongue.code]
        return f"{word} {self.number}" + (f" ({self.total})" if self.total else "")


def counted(number: int) -> str:
    """A number below a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def drawn_facts(chance: random.Random, tongue: Tongue, desk: Desk, *, old: bool = False) -> Facts:
    """Facts of an invented paper."""
    teller = desk.teller()
    title = desk.tongue.words(teller.tell("title"), chance).right
    year = chance.randint(1868, 1912) if old else chance.randint(1996, 2026)
    day = date(year, chance.randint(1, 12), chance.randint(1, 28))
    number = str(chance.randint(1, 310))
    registration = None
    if tongue.code == "zh-Hans" and chance.random() < 0.8:
        code = f"CN{chance.randint(11, 65)}-{chance.randint(0, 9999):04d}"
        registration = {"kind": "cn", "number": code}
        if chance.random() < 0.4:
            registration = {"kind": "permit", "number": f"（{chance.choice('KDN')}）第{chance.randint(100, 9999)}号"}
    elif tongue.code == "en" and chance.random() < 0.5:
        registration = {"kind": "issn", "number": f"{chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}"}
    total = str(chance.randint(700, 19_999)) if chance.random() < 0.6 else None
    price = {
        "en": f"{chance.randint(5, 95)} cents",
        "de": f"{chance.randint(5, 90)} Pfennig",
        "fr": f"{chance.randint(5, 90)} centimes",
    }
    return Facts(tongue, title, day, number, total, registration, price=price.get(tongue.code, ""))


def registration_line(facts: Facts) -> str:
    """The registration, as printed."""
    if not facts.registration:
        return ""
    number = facts.registration["number"]
    return {"cn": f"国内统一连续出版物号：{number}", "permit": f"准印证号：{number}", "issn": f"ISSN {number}"}[
        facts.registration["kind"]
    ]


@dataclass(slots=True)
class Plate:
    """Sets furniture on a leaf, in physical points."""

    leaf: Leaf
    look: Look
    chance: random.Random

    def line(
        self,
        text: str,
        rect: Rect,
        face: str,
        size: float,
        role: str,
        align: str = "start",
        *,
        color: str = "",
        name: str = "",
    ) -> None:
        """One horizontal line in the middle of a rectangle; its type shrinks to it."""
        scale = self.leaf.scale
        wide = scale.width(text, face)
        size = min(size, rect.w * 0.99 / wide) if wide else size
        shift = {"center": (rect.w - wide * size) / 2, "end": rect.w - wide * size}.get(align, 0.0)
        box = Rect(rect.x + shift, rect.y + (rect.h - size) / 2, wide * size, size)
        self.leaf.free(text, box, Type(face, size), role, color=color, name=name)

    def column(self, text: str, rect: Rect, face: str, size: float, role: str, *, color: str = "") -> None:
        """One vertical line in the middle of a rectangle."""
        size = min(size, rect.w, rect.h * 0.99 / len(text))
        box = Rect(rect.x + (rect.w - size) / 2, rect.y + (rect.h - size * len(text)) / 2, size, size * len(text))
        self.leaf.free(text, box, Type(face, size, upright=True), role, color=color)

    def rule(self, x: float, y: float, w: float, weight: float = 0.8) -> None:
        """A horizontal rule."""
        self.leaf.sheet.parts.append(drawn(Rect(x, y, w, weight), "background:#111"))

    def masthead(self, facts: Facts, rect: Rect) -> None:
        """The title piece across a rectangle."""
        faces, x, y, w, h = self.look.heads.faces, *rect
        face = self.look.extra.get("title", faces["headline"])
        color = self.look.accent if self.chance.random() < 0.5 and "old" not in self.look.extra else ""
        foot = max(13.0, h * 0.17)
        bits = [facts.date_line(), facts.issue_line()]
        if facts.tongue.chinese:
            bits.insert(1, facts.weekday())
        bits += [b for b in (registration_line(facts), facts.price) if b]
        small = self.look.folio.face
        if self.chance.random() < 0.5 or "old" in self.look.extra:
            title = Rect(x + w * 0.04, y, w * 0.92, h - foot - 4)
            self.line(facts.title, title, face, (h - foot) * 0.82, "masthead", "center", color=color)
            self.rule(x, y + h - foot - 2, w)
            self._spread(bits, Rect(x, y + h - foot, w, foot - 2), small, min(9.5, foot * 0.7))
            self.rule(x, y + h - 1, w)
            return
        left = w * self.chance.uniform(0.5, 0.66)
        self.line(facts.title, Rect(x, y, left, h - 5), face, h * 0.8, "masthead", color=color)
        step = min(14.0, (h - 6) / len(bits))
        for i, bit in enumerate(bits):
            at = Rect(x + left + 12, y + 3 + i * step, w - left - 12, step)
            self.line(bit, at, small, min(10.0, step * 0.75), "masthead", "end")
        self.rule(x, y + h - 2, w, self.chance.choice((0.8, 2.0)))

    def _spread(self, bits: list[str], rect: Rect, face: str, size: float) -> None:
        widths = [self.leaf.scale.width(b, face) * size for b in bits]
        shrink = min(1.0, (rect.w - 8 * len(bits)) / sum(widths))
        between = (rect.w - sum(widths) * shrink) / max(1, len(bits) - 1)
        x = rect.x
        for bit, width in zip(bits, widths, strict=True):
            self.line(bit, Rect(x, rect.y, width * shrink * 1.02, rect.h), face, size * shrink, "masthead")
            x += width * shrink + between

    def standing(self, facts: Facts, rect: Rect) -> None:
        """The title piece in a corner of a vertical paper: the name from top to bottom, and lines beside it."""
        x, y, w, h = rect
        self.leaf.sheet.parts.append(drawn(rect, "border:1.2pt solid #111"))
        face = self.look.extra.get("title", self.look.heads.faces["headline"])
        wide = w * 0.6
        name = Rect(x + w - wide - 3, y + 6, wide, h * 0.94 - 6)
        self.column(facts.title, name, face, wide * 0.9, "masthead")
        bits = [facts.date_line() + facts.weekday(), facts.issue_line().replace(" ", "，")]
        bits = ["".join(DIGITS[int(c)] if c.isascii() and c.isdigit() else c for c in b) for b in bits]
        each = (w - wide - 8) / len(bits)
        for i, bit in enumerate(bits):
            at = Rect(x + w - wide - 5 - (i + 1) * each, y + 6, each, h - 12)
            self.column(bit, at, self.look.folio.face, min(9.5, each * 0.8), "masthead")

    def folio(self, facts: Facts, rect: Rect) -> None:
        """The running head of a page."""
        number, name = self.leaf.number, self.leaf.name
        if facts.tongue.chinese:
            page = f"{number}版" if self.chance.random() < 0.5 else f"第{number}版"
            names = "".join(["責任編輯：" if facts.tongue.code == "zh-Hant" else "责任编辑：", *facts.names[:1]])
            bits = [page, name, facts.date_line() + " " + facts.weekday(), names, facts.title]
        else:
            word = {"en": "Page", "de": "Seite", "fr": "Page", "es": "Página"}[facts.tongue.code]
            bits = [f"{word} {number}", name, facts.title, facts.date_line()]
        style = int(self.look.extra.get("folio", "0"))
        if style % 2 and int(number) % 2 == 0:
            bits.reverse()
        bits = [b for b in bits if b]
        size = min(self.look.folio.size, rect.h * 0.6)
        scale, face = self.leaf.scale, self.look.folio.face
        widths = [scale.width(b, face) * size for b in bits]
        shrink = min(1.0, (rect.w - 10 * len(bits)) / sum(widths))
        between = (rect.w - sum(widths) * shrink) / (len(bits) - 1)
        x = rect.x
        for bit, width in zip(bits, widths, strict=True):
            self.line(bit, Rect(x, rect.y, width * shrink * 1.02, rect.h - 3), face, size * shrink, "folio")
            x += width * shrink + between
        if style != 2:
            self.rule(rect.x, rect.y + rect.h - 2, rect.w, 0.8 if style else 1.5)

    def _illustration(self, rect: Rect) -> None:
        name = self.chance.choice(sorted(SCENES))
        data = scene(name, self.chance.randint(1, 9999), rect.w * 0.6, rect.h * 0.6, half_tone=self.look.half_tone)
        x, y, w, h = rect
        style = f"left:{x:.2f}pt;top:{y:.2f}pt;width:{w:.2f}pt;height:{h:.2f}pt"
        self.leaf.sheet.parts.append(f"<img src='{data}' style='{style}'>")

    def advertisement(self, desk: Desk, rect: Rect, name: str) -> None:
        """An advertisement in a physical rectangle."""
        chance, x, y, w, h = self.chance, *rect
        teller = desk.teller()
        look = chance.choice(("border", "border", "double", "tint", "dark", "bare"))
        if "old" in self.look.extra:
            look = chance.choice(("bare", "border", "double"))
        style = {
            "border": "border:1pt solid #111",
            "double": "border:3pt double #111",
            "tint": f"background:{chance.choice(self.look.tints)}",
            "dark": f"background:{chance.choice(('#222', self.look.accent, '#274e6d'))}",
            "bare": "border-top:.6pt solid #111;border-bottom:.6pt solid #111",
        }[look]
        self.leaf.sheet.parts.append(drawn(rect, style))
        color = "#fff" if look == "dark" else ""
        count = max(2, min(9, int(h // 26), int(h / 14) if w < 120 else 9))
        texts = [teller.tell("adname"), *(teller.tell("adline") for _ in range(count - 1))]
        if chance.random() < 0.3:
            texts[0], texts[1] = texts[1], texts[0]
        faces = [self.look.heads.faces[r] for r in ("headline", "deck", "label")] + [self.look.body.type.face]
        weights = [chance.uniform(0.5, 1.0) * (2.2 if i == 0 else 1.0) for i in range(count)]
        room, top = h - 14, y + 7
        if w > 150 and h > 170 and chance.random() < 0.5 and "old" not in self.look.extra:
            tall = h * chance.uniform(0.3, 0.5)
            self._illustration(Rect(x + 8, y + 8, w - 16, tall))
            room, top = room - tall - 4, top + tall + 4
        for text, weight in zip(texts, weights, strict=True):
            tall = room * weight / sum(weights)
            words = desk.tongue.words(text, chance).printed
            at = Rect(x + 7, top, w - 14, tall)
            self.line(
                words, at, chance.choice(faces), min(tall * 0.72, 64), "advertisement", "center", color=color, name=name
            )
            top += tall
