"""Photo pages of a weekend paper: four to nine pictures, captions by each or keyed to where pictures stand, a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from papers.stories import Draft
from papers.webcopy import Flow, Script, div
from papers.webstream import cell
from papers.weekheads import Topper, capped, spoken
from papers.weekhouse import WeekDesk
from papers.weekpictures import Shot
from papers.weekprose import told

STACKED = {
    "zh": ("上圖：", "下圖："), "en": ("Above: ", "Below: "), "de": ("Oben: ", "Unten: "),
    "fr": ("En haut : ", "En bas : "), "es": ("Arriba: ", "Abajo: "),
}  # fmt: skip
ABREAST = {
    "zh": ("左圖：", "右圖："), "en": ("Left: ", "Right: "), "de": ("Links: ", "Rechts: "),
    "fr": ("À gauche : ", "À droite : "), "es": ("Izquierda: ", "Derecha: "),
}  # fmt: skip
MIDST = {"zh": "中圖：", "en": "Centre: ", "de": "Mitte: ", "fr": "Au centre : ", "es": "Centro: "}
NAMES = {
    "zh": ("影像", "圖片新聞", "鏡頭", "攝影天地"), "en": ("In pictures", "The week in pictures", "Photo essay"),
    "de": ("Bilderbogen", "Die Woche in Bildern"), "fr": ("En images", "Portfolio"),
    "es": ("En imágenes", "Fotogalería"),
}  # fmt: skip
WORDLESS = 0.4
"""Of photo pages whose headline stands over or under the pictures, the share without a text."""
LEAST = 110.0
"""Points of a picture's shorter side."""


@dataclass(slots=True)
class Wall:
    """Pictures side by side and one under the other, each with what is said of it."""

    desk: WeekDesk
    single: bool
    """All are one article's."""
    draft: Draft
    gap: float
    keyed: float
    names: list[str] = field(default_factory=list)
    size: float = 0.0
    face: str = ""

    def parted(self, wide: float, high: float, count: int) -> str:
        """So many pictures in a place."""
        chance = self.desk.chance
        if count <= 1 or min(wide, high) < LEAST * 1.2:
            return self._one(wide, high)
        if count == 2 and chance.random() < self.keyed:
            return self._pair(wide, high, 2)
        if count == 3 and wide > 3.4 * LEAST and wide > high * 1.6 and chance.random() < self.keyed:
            return self._pair(wide, high, 3)
        first = chance.randint(1, count - 1) if count < 4 else chance.randint(count // 3, count - count // 3)
        share = (first / count) ** 0.8
        share = share / (share + ((count - first) / count) ** 0.8)
        across = wide > high * chance.uniform(0.8, 1.3)
        room = (wide if across else high) - self.gap
        a = min(max(room * share, LEAST), room - LEAST)
        if across:
            parts = self.parted(a, high, first), self.parted(room - a, high, count - first)
            style = f"grid-template-columns:{a:.2f}pt {room - a:.2f}pt"
        else:
            parts = self.parted(wide, a, first), self.parted(wide, room - a, count - first)
            style = f"grid-template-rows:{a:.2f}pt {room - a:.2f}pt"
        if chance.random() < 0.4:
            parts = parts[::-1]
            one, two = style.split(":")[1].split(" ")
            style = f"{style.split(':')[0]}:{two} {one}"
        css = f"display:grid;{style};gap:{self.gap:.2f}pt;width:{wide:.2f}pt;height:{high:.2f}pt"
        return div("".join(parts), css)

    def _shot(self) -> Shot:
        draft = self.draft
        if not self.single:
            draft = self.desk.copy.desk.draft("photo")
            self.names.append(draft.article.id)
        made = Shot(self.desk, draft, self.face, self.size)
        self.face, self.size = made.face, made.size
        return made

    def _one(self, wide: float, high: float) -> str:
        chance, house = self.desk.chance, self.desk.house
        shot = self._shot()
        head = ""
        if not self.single and chance.random() < 0.7:
            shot.draft.head("headline", "headline" if chance.random() < 0.6 else "promohead")
            size = min(house.points * chance.choice((1.15, 1.5)), wide * 0.1)
            css = f"font-size:{size:.2f}pt;line-height:1.25;padding-top:1pt;"
            said = shot.draft.article.heads["headline"].printed.replace(" /_ ", " ")
            head = self.desk.copy.text(said, "headline", house.sans, css, article=shot.draft.article, lines=2)
        region = "" if self.single else f" data-reg='{shot.draft.article.id}'"
        if head:
            text, credit = shot.said(), shot.credit()
            img = shot.image(wide, high, figure=shot.noted(text, credit))
            said = shot.caption(text, credit)
            return f"<div{region} class='w-fig' style='width:{wide:.2f}pt;height:{high:.2f}pt'>{img}{head}{said}</div>"
        return f"<div{region} style='width:{wide:.2f}pt;height:{high:.2f}pt'>{shot.framed(wide, high)}</div>"

    def _pair(self, wide: float, high: float, count: int) -> str:
        """Two or three pictures with one block of captions that says which is which."""
        chance, code = self.desk.chance, spoken(self.desk)
        across = wide > high * 0.9
        keys = list(ABREAST[code] if across else STACKED[code])
        if count > 2:
            keys.insert(1, MIDST[code])
        shot = self._shot()
        texts = [shot.draft.words(key).right + shot.said() for key in keys]
        joint = "" if shot.draft.tongue.chinese else " "
        apart = chance.random() < 0.5
        images = []
        for text in texts:
            size = ((wide - (count - 1) * 5) / count, high) if across else (wide, high / count)
            figure = shot.noted(text) if apart else None
            image = shot.image(*size, figure=figure, style="width:100%;height:100%")
            images.append(div(image, "flex:1 1 0;min-width:0;min-height:0"))
        if apart:
            said = "".join(shot.caption(t, style="padding-top:1.5pt;") for t in texts)
        else:
            credit = shot.credit()
            whole = joint.join(texts)
            said = shot.caption(whole, credit, "padding:2pt 0;")
        key = "" if apart else f" data-img={shot.noted(whole, credit)}"
        way = "row" if across else "column"
        region = "" if self.single else f" data-reg='{shot.draft.article.id}'"
        middle = chance.random() < 0.3 and not across and count == 2
        if middle:
            images.insert(1, said)
            said = ""
        css = f"display:flex;flex-direction:{way};flex:1 1 0;min-height:0;gap:{3 if middle else 5}pt"
        wrap = f"<div{key} style='{css}'>{''.join(images)}</div>"
        inner = said + wrap if chance.random() < 0.2 else wrap + said
        return f"<div{region} class='w-fig' style='width:{wide:.2f}pt;height:{high:.2f}pt'>{inner}</div>"


def photos(desk: WeekDesk, wide: float, high: float) -> str:
    """A wall of pictures, with a headline and a short text at one of its edges or among them.

    Either all is one story; or every picture is an article of its own, and the text another.
    """
    chance, house = desk.chance, desk.house
    single = chance.random() < 0.6
    draft = desk.copy.desk.draft("story")
    wall = Wall(desk, single, draft, gap=chance.choice((5.0, 8.0, house.gap)), keyed=chance.choice((0.2, 0.7)))
    most = max(2, min(9, int(wide * high / (LEAST * LEAST * 3.2))))
    count = chance.randint(min(4, most), most)
    where = chance.choice(("top", "top", "foot", "left", "right", "corner"))
    back = chance.choice(
        (
            "",
            "",
            f"background:{house.tints[0]};padding:8pt;",
            f"background:{chance.choice(desk.habits.darks)};padding:9pt;",
        )
    )
    dark = "w-dark" if back[11:18] in desk.habits.darks else ""
    w, h = (wide - 18, high - 18) if back else (wide, high)
    gap = max(10.0, house.gap)
    if where in {"left", "right"} and w > house.points * 44:
        own = max(house.points * 13, w * chance.uniform(0.2, 0.3))
        text = _text(desk, draft, own, h, dark=bool(dark))
        pics = wall.parted(w - own - gap, h, count)
        parts = [text, pics] if where == "left" else [pics, text]
        inner = f"<div style='display:flex;gap:{gap:.2f}pt'>{''.join(parts)}</div>"
    elif where == "corner" and w > house.points * 40 and count > 3:
        own, deep = w * chance.uniform(0.34, 0.45), h * chance.uniform(0.26, 0.36)
        text = _text(desk, draft, own, deep, dark=bool(dark))
        first = wall.parted(w - own - gap, deep, max(1, count // 3))
        pair = [text, first] if chance.random() < 0.5 else [first, text]
        row = f"<div style='display:flex;gap:{gap:.2f}pt'>{''.join(pair)}</div>"
        rest = wall.parted(w, h - deep - gap, count - max(1, count // 3))
        parts = [row, rest] if chance.random() < 0.6 else [rest, row]
        inner = f"<div style='display:flex;flex-direction:column;gap:{gap:.2f}pt'>{''.join(parts)}</div>"
    else:
        bare = chance.random() < WORDLESS
        deep = max(62.0, h * 0.1) if bare else max(house.leading * 10, h * chance.uniform(0.16, 0.28))
        text = _text(desk, draft, w, deep, dark=bool(dark), bare=bare)
        pics = wall.parted(w, h - deep - gap, count)
        parts = [pics, text] if where == "foot" else [text, pics]
        inner = f"<div style='display:flex;flex-direction:column;gap:{gap:.2f}pt'>{''.join(parts)}</div>"
    region = draft.article.id if single else ""
    found = cell(wide, high, inner, region, back)
    return found.replace("class='w-cell'", f"class='w-cell {dark}'", 1) if dark else found


def _text(desk: WeekDesk, draft: Draft, wide: float, high: float, *, dark: bool, bare: bool = False) -> str:
    """The headline and the short text; `bare`, no text but the deck."""
    house, chance, copy = desk.house, desk.chance, desk.copy
    draft.head("headline")
    if chance.random() < 0.5:
        draft.head("label", text=chance.choice(NAMES[spoken(desk)]))
    said = ""
    if "label" in draft.article.heads:
        css = f"font-size:{house.points * 1.2:.2f}pt;line-height:1.3;color:{house.accent};margin-bottom:2pt;"
        said = copy.text(capped(desk, draft, "label"), "label", house.sans, css, article=draft.article, lines=1)
    size = min(house.large * (1.2 if bare else 0.8), wide * (0.09 if bare else 0.13), high * (0.42 if bare else 0.24))
    top = Topper(copy, desk.scale, draft, wide, size, 3 if wide < 300 else 2, "#fff" if dark else "", desk=desk)
    head = top.top(writers=chance.random() < 0.6)
    if bare:
        middle = "flex:none;justify-content:center"
        return cell(wide, high, said + head, draft.article.id, middle)
    name, html = copy.box(desk.count(wide, 1.2), "column-fill:balance;" if chance.random() < 0.4 else "")
    script = Script(copy, draft)
    told(desk, script, desk.letters(wide, high))
    flow = Flow([name], script.steps, letters=script.letters)
    flow.extras = script.extras()
    copy.flows.append(flow)
    return cell(wide, high, said + head + html.format(""), draft.article.id, "flex:none")
