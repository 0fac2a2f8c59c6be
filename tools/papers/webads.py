"""Advertisements of a web-to-print paper, and small ads."""

from __future__ import annotations

from papers.webcopy import Script
from papers.webstory import Desktop
from papers.webstream import Stream, cell, named
from typesetter.scenes import SCENES
from typesetter.scenes import drawn as scene

LABELS = {
    "zh-Hant": "分類廣告",
    "zh-Hans": "分类信息",
    "en": "Classifieds",
    "de": "Kleinanzeigen",
    "fr": "Petites annonces",
    "es": "Anuncios por palabras",
}
HOUSE = {
    "zh-Hant": ("歡迎訂閱", "本報徵稿", "廣告刊登熱線"),
    "zh-Hans": ("欢迎订阅", "本报征稿", "广告热线"),
    "en": ("Subscribe today", "Your ad here", "News tip? Call us"),
    "de": ("Jetzt abonnieren", "Hier könnte Ihre Anzeige stehen", "Ihr Draht zu uns"),
    "fr": ("Abonnez-vous", "Votre annonce ici", "Contactez la rédaction"),
    "es": ("Suscríbase", "Su anuncio aquí", "Llámenos"),
}


def display(desk: Desktop, wide: float, high: float) -> str:
    """A display advertisement in several sizes of type."""
    copy = desk.copy
    house, chance = copy.house, copy.chance
    copy.ads += 1
    name = f"ad-{copy.ads}"
    teller = copy.desk.teller()
    dark = chance.random() < 0.25
    back = chance.choice(("#222", house.accent, "#274e6d"))
    ground = f"background:{back};color:#fff;" if dark else chance.choice(
        ("border:1pt solid #111;", "border:3pt double #111;", f"background:{chance.choice(house.tints)};",
         "border-top:.6pt solid #111;border-bottom:.6pt solid #111;", f"border:4pt solid {house.accent};",
         "border:1.5pt dashed #333;border-radius:6pt;")
    )  # fmt: skip
    pic = ""
    room = high - 18
    if wide > 140 and high > 150 and chance.random() < 0.5:
        tall = high * chance.uniform(0.3, 0.45)
        data = scene(
            chance.choice(sorted(SCENES)), chance.randint(1, 9999), wide * 0.4, tall * 0.4, half_tone=house.half_tone
        )
        pic = f"<img class='w-img' src='{data}' style='width:{wide - 18:.1f}pt;height:{tall:.1f}pt'>"
        room -= tall
    count = max(2, min(9, int(room // 24), int(wide // 16)))
    own = chance.random() < 0.15
    first = chance.choice(HOUSE[house.tongue.code]) if own else teller.tell("adname")
    texts = [first, *(teller.tell("adline") for _ in range(count - 1))]
    if chance.random() < 0.3:
        texts[0], texts[-1] = texts[-1], texts[0]
    weights = [chance.uniform(0.5, 1.0) * (2.2 if i == 0 else 1.0) for i in range(count)]
    faces = (*house.heads, house.sans, house.light, house.brush, house.face)
    lines = []
    for text, weight in zip(texts, weights, strict=True):
        words = house.tongue.words(text, chance).right
        face = chance.choice(faces)
        size = min(room * weight / sum(weights) * 0.66, 64, (wide - 22) * 0.98 / desk.scale.width(words, face))
        css = f"font-size:{size:.2f}pt;line-height:1.2;white-space:nowrap;"
        lines.append(copy.text(words, "advertisement", face, css, name=name))
    lines.insert(chance.randint(0, len(lines)), pic)
    return cell(wide, high, f"<div class='w-ad' style='{ground}padding:6pt 8pt'>{''.join(lines)}</div>")


def classifieds(desk: Desktop, wide: float, high: float) -> str:
    """Small advertisements in small type under their name."""
    copy, house = desk.copy, desk.copy.house
    chance = copy.chance
    size = chance.choice((0.78, 0.85, 0.92))
    copy.ads += 1
    head = named(desk, LABELS[house.tongue.code], role="advertisement", name=f"ad-{copy.ads}")
    draft = copy.desk.draft("ad")
    copy.desk.articles.pop()
    script = Script(copy, draft)
    need = desk.letters(wide, high, house.points * size, house.leading * size)
    rules = chance.random() < 0.5
    while script.letters < need:
        copy.ads += 1
        gap = "w-rule" if rules and script.letters else ""
        script.para(
            draft.teller.tell("class"),
            role="advertisement",
            kind="ad",
            cls=f"w-flush w-whole {gap}",
            name=f"ad-{copy.ads}",
        )
    return Stream(desk, wide, high, 0.8, size, 0.4).html("", script, [], head=head, fill=False)


def advertorial(desk: Desktop, wide: float, high: float) -> str:
    """An advertisement that looks like a story."""
    copy, house = desk.copy, desk.copy.house
    teller = copy.desk.teller()
    if not teller.knows("advertorial"):
        return display(desk, wide, high)
    copy.ads += 1
    name = f"ad-{copy.ads}"
    css = f"font-size:{house.points * 0.75:.2f}pt;line-height:1.2;text-align:right;color:#555;"
    head = copy.text(
        house.tongue.words(teller.tell("adlabel"), copy.chance).right, "advertisement", house.light, css, name=name
    )
    title = house.tongue.words(teller.tell("adname"), copy.chance).right
    css = f"font-size:{house.points * 1.6:.2f}pt;line-height:1.25;"
    head += copy.text(title, "advertisement", copy.chance.choice(house.heads), css, name=name, lines=1)
    draft = copy.desk.draft("ad")
    copy.desk.articles.pop()
    script = Script(copy, draft)
    need = desk.letters(wide, high)
    while script.letters < need:
        text = draft.teller.tell("advertorial")
        script.para(text, role="advertisement", name=name, cls="w-p")
    return Stream(desk, wide, high, 1.0, 1.0, 1.0).html("", script, [], head=head, fill=False)


def any_of(desk: Desktop, wide: float, high: float) -> str:
    """An advertisement, or small ones."""
    chance = desk.copy.chance
    if wide * high > 30_000 and chance.random() < 0.2:
        return classifieds(desk, wide, high)
    if wide * high > 24_000 and wide > 110 and chance.random() < 0.2:
        return advertorial(desk, wide, high)
    return display(desk, wide, high)
