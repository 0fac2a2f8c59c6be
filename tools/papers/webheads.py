"""Heads, bylines and pictures of a web-to-print paper, as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from papers.fonts import Scale
from papers.stories import Draft
from papers.webcopy import Copy, Figure, div
from typesetter.scenes import SCENES
from typesetter.scenes import drawn as scene

BYLINES = {
    "zh": (
        "□ 記者 {}", "□記者 {}", "◎ 記者 {}", "■本報記者 {}", "記者 {}", "本報記者 {}", "通訊員 {}", "文／{}",
        "□ {}", "○ 通訊員 {}", "文圖／{}", "◆ {}",
    ),
    "tw": (
        "記者{}／報導", "◎{}", "文／{}", "■ 本報記者{}", "撰文 {}", "記者{}專題報導", "□ {}", "特派記者 {}",
        "文圖／{}", "【記者{}】", "記者　{}", "採訪撰文：{}",
    ),
    "en": (
        "By {}", "by {}", "BY {:u}", "{}", "By {:u}", "{} reports", "By {}, staff writer", "{:u}", "Story by {}",
        "— {}", "By {} /_ Staff Writer", "{} /_ Correspondent",
    ),
    "de": (
        "Von {}", "VON {:u}", "{}", "von {}", "({})", "Text: {}", "Von {:u}", "Von unserer Redakteurin {}",
        "Von {} /_ Redaktion", "{:u}", "Es berichtet {}", "— {}",
    ),
    "fr": (
        "Par {}", "PAR {:u}", "{}", "par {}", "({})", "Textes : {}", "Par {:u}", "De notre correspondant {}",
        "{} /_ Envoyé spécial", "{:u}", "— {}", "Reportage de {}",
    ),
    "es": (
        "Por {}", "POR {:u}", "{}", "por {}", "({})", "Texto: {}", "Por {:u}", "{} /_ Redacción",
        "{} /_ Corresponsal", "{:u}", "— {}", "Un reportaje de {}",
    ),
}  # fmt: skip
"""Forms of bylines; `:u` in capitals."""
BRACKETED = ("（記者 {}）", "（{}）", "（本報記者 {}）", "（{} 報道）")
AND = {"en": " and ", "de": " und ", "fr": " et ", "es": " y "}
POINTS = 0.75
"""Points in a CSS pixel."""


@dataclass(slots=True)
class Heads:
    """Sets the heads of one draft within a width.

    Attributes:
        wide: the width in points.
        size: of the headline.
        color: of all of it, where it stands in reverse.
    """

    copy: Copy
    scale: Scale
    draft: Draft
    wide: float
    size: float
    most: int = 3
    color: str = ""
    align: str = ""
    part: int = 0
    upright: bool = False

    def __post_init__(self) -> None:
        self.align = self.align or self.copy.chance.choice(self.copy.house.aligns)

    def _text(
        self, said: str, role: str, face: str, size: float, style: str = "", lines: int = 0, zone: int = 0
    ) -> str:
        tight = max(self.copy.house.tight, 1.12 if size < 14 else 1.0)
        color = f"color:{self.color};" if self.color else ""
        align = "text-align:justify;text-align-last:justify" if self.align == "justify" else f"text-align:{self.align}"
        css = f"font-size:{size:.2f}pt;line-height:{tight:.3f};{align};{color}{style}"
        return self.copy.text(
            said, role, face, css, article=self.draft.article, zone=zone, part=self.part, lines=lines,
            upright=self.upright,
        )  # fmt: skip

    def fitted(self, said: str, face: str, want: float, most: int) -> tuple[float, int]:
        """A size at which a text stands on so many lines, and how many it will be."""
        wide = self.wide - 2
        parts = [self.scale.width(t, face, upright=self.upright) for t in said.split(" /_ ")]
        if len(parts) > 1:
            return min(want, wide * 0.98 / max(parts)), len(parts)
        longest = max(self.scale.width(t, face) for t in said.split(" ")) if not self.draft.tongue.chinese else 1.0
        size = min(want, wide * most * (0.93 if most > 1 else 0.99) / parts[0], wide * 0.99 / longest)
        return size, max(1, -(-int(parts[0] * size * 100) // int(wide * 97)))

    def whole(self, *, byline: str = "", plain: bool = False) -> str:
        """Kicker, headline, deck and byline as the paper sets them."""
        house, chance, draft = self.copy.house, self.copy.chance, self.draft
        said = draft.article.heads["headline"].printed
        face = chance.choice(house.heads)
        size, lines = self.fitted(said, face, self.size, self.most)
        ink = self.color or chance.choice(house.ink)
        big = size > house.points * 1.4
        if self.align == "justify" and (lines > 1 or not draft.tongue.chinese or len(said) * size < self.wide * 0.7):
            self.align = "left"
        style = f"color:{ink};" if ink else ""
        style += "text-wrap:balance;" if lines > 1 and chance.random() < 0.85 else ""
        headline = self._headline(said, face, size, style, lines)
        kicker = self._kicker(headline, size) if not plain and chance.random() < house.kicked else headline
        deck, over = "", False
        if not plain and big and chance.random() < house.decked and self.wide > house.points * 11:
            deck, over = self._deck(size)
        space = max(1.5, size * 0.12)
        parts = [deck, kicker] if over else [kicker, deck]
        parts += [self._byline(byline)] if byline else []
        found = f"<div style='height:{space:.1f}pt'></div>".join(p for p in parts if p)
        under = max(2.0, min(size * 0.25, house.leading))
        grid = f" data-grid={house.leading / POINTS:.4f}" if house.grid and not self.upright else ""
        return f"<div class='w-heads'{grid} style='padding-bottom:{under:.1f}pt'>{found}</div>"

    def _headline(self, said: str, face: str, size: float, style: str, lines: int) -> str:
        parts = said.split(" /_ ")
        if len(parts) == 2 and self.copy.chance.random() < 0.35 and not self.upright:
            second = size * self.copy.chance.choice((0.7, 0.8, 1.25))
            wide = self.scale.width(parts[1], face)
            second = min(second, (self.wide - 2) * 0.98 / wide)
            return self._text(parts[0], "headline", face, size, style, 1) + self._text(
                parts[1], "headline", face, second, style, 1
            )
        return self._text(said, "headline", face, size, style, max(lines, 1))

    def _kicker(self, headline: str, size: float) -> str:
        """The headline with a kicker over or beside it."""
        house, chance, draft = self.copy.house, self.copy.chance, self.draft
        how = chance.choice(house.kickers)
        draft.head("kicker")
        said = draft.article.heads["kicker"].printed.replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
        face = chance.choice((house.light, house.sans, house.brush))
        share = chance.uniform(0.75, 0.95) if how == "big" else chance.uniform(0.4, 0.62)
        want = max(house.points * chance.choice((0.9, 1.0, 1.15)), size * share)
        small, _ = self.fitted(said, face, want, 1)
        if small < house.points * 0.75:
            del draft.article.heads["kicker"]
            return headline
        color = house.accent if not self.color else ""
        if how == "bar" and not self.color and not self.upright:
            back, ink = house.fill
            small = min(small, (self.wide - 12) / self.scale.width(said, face))
            css = f"display:inline-block;background:{back};color:{ink};padding:1pt 4pt;"
        elif how == "box" and not self.upright:
            small = min(small, (self.wide - 12) / self.scale.width(said, face))
            css = f"display:inline-block;border:.6pt solid {color or '#777'};padding:1pt 4pt;"
        elif how == "ruled" and not self.upright:
            css = f"border-bottom:.6pt solid {color or '#999'};padding-bottom:1pt;"
        else:
            css = f"color:{color};" if color and chance.random() < 0.5 else ""
        text = self._text(said, "kicker", face, small, css, 1)
        if how in {"bar", "box"} and not self.upright:
            text = f"<div style='text-align:{self.align if self.align != 'justify' else 'left'}'>{text}</div>"
        return f"{text}{headline}"

    def _deck(self, size: float) -> tuple[str, bool]:
        """A deck, and whether it stands over the headline."""
        house, chance, draft = self.copy.house, self.copy.chance, self.draft
        how = chance.choice(house.decks)
        draft.head("deck")
        said = draft.article.heads["deck"].printed.replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
        face = chance.choice((house.light, house.brush, house.face))
        share = {"big": chance.uniform(0.7, 0.9), "body": 0.0}.get(how, chance.uniform(0.36, 0.6))
        want = max(house.points * chance.choice((1.0, 1.0, 1.15)), min(size * share, house.points * 2.6))
        small, lines = self.fitted(said, face, want, 2 if draft.tongue.chinese else 4)
        css = ""
        if how == "ruled":
            css = "border-top:.5pt solid #777;border-bottom:.5pt solid #777;padding:1.5pt 0;"
        return self._text(said, "deck", face, max(small, house.points * 0.9), css, lines + 1), how == "over"

    def _byline(self, said: str) -> str:
        house, chance = self.copy.house, self.copy.chance
        how = chance.choice([b for b in house.bylines if b in {"top", "ruled", "right", "tinted"}] or ["top"])
        face = chance.choice((house.light, house.brush, house.sans))
        size, lines = self.fitted(said, face, house.points * chance.choice((0.9, 1.0, 1.0)), 2)
        css = {
            "ruled": "border-top:.5pt solid #444;border-bottom:.5pt solid #444;padding:1.5pt 0;text-align:center;",
            "right": "text-align:right;",
            "tinted": f"background:{house.tints[0]};padding:1pt 3pt;color:#111;",
        }.get(how, "")
        return self._text(said, "byline", face, size, css, lines + 1)


def byline(copy: Copy, draft: Draft, *, bracket: bool = False) -> str:
    """Gives a story its writers; as printed."""
    chance, tongue = copy.chance, draft.tongue
    names = draft.names(chance.choice((1, 1, 1, 2)))
    draft.article.byline = names
    forms = BYLINES[("tw" if tongue.corner else "zh") if tongue.chinese else tongue.code]
    form = forms[copy.house.byform % len(forms)]
    if bracket:
        form = chance.choice(BRACKETED) if tongue.chinese else "({})"
    said = (" " if tongue.chinese else AND[tongue.code]).join(names)
    return tongue.words(form.replace("{:u}", said.upper()).replace("{}", said), chance).right


def figure(copy: Copy, scale: Scale, draft: Draft, wide: float, high: float, *, how: str = "") -> str:
    """A picture with its caption within a width and a height.

    Args:
        copy: of the issue.
        scale: measures.
        draft: whose picture it is.
        wide: in points.
        high: likewise.
        how: where the caption stands.
    """
    house, chance = copy.house, copy.chance
    how = how or chance.choice(house.captions)
    text = draft.words(_capital(draft.teller.tell("caption"))).right
    credit = (
        draft.words(draft.teller.tell("credit")).right if chance.random() < 0.5 and draft.teller.knows("credit") else ""
    )
    size = house.points * chance.choice((0.8, 0.88, 0.95))
    face = chance.choice((house.light, house.brush, house.face))
    beside = how == "beside" and wide > house.points * 26
    col = wide * 0.3 if beside else wide
    em = scale.width(text + credit, face)
    lines = max(1, -(-int(em * size * 1.12) // int(col))) + (1 if credit and not draft.tongue.chinese else 0)
    tall = lines * size * 1.25 + 3
    image = max(size, high if beside or how == "over" else high - tall)
    pic = wide - col - 6 if beside else wide
    name = chance.choice(sorted(SCENES))
    data = scene(name, chance.randint(1, 99999), pic * 0.5, image * 0.5, half_tone=house.half_tone)
    copy.figures.append(Figure(draft.article, text, credit or None))
    img = (
        f"<img class='w-img' data-img={len(copy.figures) - 1} src='{data}' "
        f"style='width:{pic:.2f}pt;height:{image:.2f}pt'>"
    )
    css = f"font-size:{size:.2f}pt;line-height:1.25;text-align:{chance.choice(('left', 'left', 'justify', 'center'))};"
    css += "color:#fff;background:rgba(0,0,0,.55);padding:2pt 4pt;" if how == "over" else "padding:1.5pt 0;"
    own = chance.random() < 0.5 or not draft.tongue.chinese
    body = copy.text(text, "caption", face, css, article=draft.article, zone=3)
    if credit:
        css += f"text-align:{chance.choice(('left', 'right'))};" if own else "text-align:right;"
        body += copy.text(credit, "credit", face, css, article=draft.article, zone=3)
    if beside:
        return div(img + div(body, f"width:{col:.2f}pt"), f"display:flex;gap:6pt;height:{high:.2f}pt")
    if how == "over":
        foot = f"<div style='position:absolute;left:0;right:0;bottom:0'>{body}</div>"
        return f"<div style='position:relative;height:{high:.2f}pt'>{img}{foot}</div>"
    inner = body + img if how == "above" else img + body
    return f"<div class='w-fig' style='height:{high:.2f}pt;overflow:visible'>{inner}</div>"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lined(text: str) -> str:
    """Text as HTML."""
    return escape(text)
