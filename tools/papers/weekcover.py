"""Promos of a weekend paper: a story on the cover that stands inside, a boxed pointer, teasers in a row or a stack."""

from __future__ import annotations

from papers.stories import Draft
from papers.webcopy import div
from papers.webstream import cell
from papers.weekheads import Topper
from papers.weekhouse import WeekDesk
from papers.weekpictures import Shot, footed
from typesetter.faults import OversetError

SPREAD = 0.35
"""Of pointers, the share that name two pages."""
TALLEST = 130.0
"""Points of the highest box of one pointer."""
SEE = {
    "zh": ("詳見{}版", "▶▶{}版", "全文刊{}版", "{}版"),
    "en": ("Page {}", "See page {}", "Inside, page {}", "Full story: {}", "► {}"),
    "de": ("Seite {}", "Mehr auf Seite {}", "► Seite {}", "Bericht Seite {}"),
    "fr": ("Page {}", "Lire page {}", "► page {}", "Notre dossier, page {}"),
    "es": ("Página {}", "Más en la página {}", "► Pág. {}", "Reportaje, página {}"),
}
"""What sends readers to a page."""


def promised(desk: WeekDesk) -> Draft:
    """A new promo with its headline."""
    draft = desk.copy.desk.draft("promo")
    draft.head("headline", "headline" if desk.chance.random() < 0.65 else "promohead")
    return draft


def pointed(desk: WeekDesk, draft: Draft) -> str:
    """Where a promo's story stands, as printed."""
    chance, tongue = desk.chance, desk.house.tongue
    later = desk.labels[desk.page + 1 :] or desk.labels[-1:]
    at = chance.randrange(len(later))
    page = later[at]
    if at + 1 < len(later) and chance.random() < SPREAD:
        page = f"{page}-{later[at + 1]}"
    forms = SEE["zh" if tongue.chinese else tongue.code]
    said = draft.words(forms[desk.house.byform % len(forms)].format(page)).printed
    draft.article.references = [{"pages": page, "text": said}]
    return said


def cover(desk: WeekDesk, wide: float, high: float) -> str:
    """The front's largest story: a picture with headline, deck and pointer on it, and nothing more of it here."""
    chance, house = desk.chance, desk.house
    draft = desk.copy.desk.draft("promo")
    draft.head("headline")
    how = chance.choice(("foot", "top", "bare", "bare", "panel", "lid", "light"))
    back, ink = desk.habits.shade
    if how in {"bare", "lid"}:
        ink = "#fff"
    if how == "light":
        ink = "#111"
    room = wide * (chance.uniform(0.44, 0.6) if how == "panel" and wide > house.points * 38 else 1.0)
    size = min(house.large * chance.uniform(1.1, 1.9), room * 0.15, high * 0.15)
    align = chance.choice(("left", "left", "center"))
    top = Topper(desk.copy, desk.scale, draft, room - 32, size, 3, ink, align, desk=desk)
    top.weight = 2.4
    head = top.top(writers=chance.random() < 0.3)
    css = f"font-size:{house.points * chance.choice((1.0, 1.2, 1.4)):.2f}pt;line-height:1.3;color:{ink};"
    css += f"text-align:{chance.choice((align, 'right'))};padding-top:3pt;"
    see = desk.copy.text(pointed(desk, draft), "pointer", house.sans, css, article=draft.article, zone=2, lines=1)
    place = {
        "foot": f"background:{back};padding:10pt 16pt 9pt",
        "top": f"left:0;right:0;top:0;background:{back};padding:10pt 16pt 9pt",
        "bare": "left:0;right:0;top:0;bottom:0;padding:16pt;justify-content:safe flex-end;"
        "background:linear-gradient(rgba(0,0,0,.05) 35%,rgba(0,0,0,.85))",
        "lid": "left:0;right:0;top:0;bottom:0;padding:16pt;justify-content:safe flex-start;"
        "background:linear-gradient(rgba(0,0,0,.85),rgba(0,0,0,.05) 65%)",
        "light": "left:0;right:0;top:0;bottom:0;padding:16pt;justify-content:safe flex-start;"
        "background:linear-gradient(rgba(255,255,255,.95) 30%,rgba(255,255,255,.0) 70%)",
        "panel": f"{chance.choice(('left', 'right'))}:{chance.choice((0, 14))}pt;width:{room:.1f}pt;"
        f"top:{chance.choice((0, 14))}pt;background:{back};padding:14pt 16pt",
    }[how]
    shot = Shot(desk, draft)
    credit = shot.credit(0.5)
    below = credit and chance.random() < 0.5
    low = shot.size * 1.28 + 5 if credit and below else 0.0
    img = shot.image(wide, high - low, figure=shot.noted("", credit))
    note = ""
    if credit:
        css = f"font-size:{shot.size:.2f}pt;line-height:1.28;text-align:right;padding-top:2pt;"
        css += "" if below else f"color:{ink};"
        note = desk.copy.text(credit, "credit", shot.face, css, article=draft.article, zone=3, lines=1)
    said = head + see + ("" if below else note)
    over = footed(said, place) if how == "foot" else div(said, place, "w-over")
    pic = f"<div class='w-cell' style='width:{wide:.2f}pt;height:{high - low:.2f}pt;flex:none'>{img}{over}</div>"
    return cell(wide, high, pic + (note if below else ""), draft.article.id)


def special(desk: WeekDesk, wide: float, high: float) -> str:
    """One pointer in a box, to a special section."""
    chance, house = desk.chance, desk.house
    if high > min(TALLEST, wide * 0.4):
        raise OversetError("too high a place for one pointer")
    draft = promised(desk)
    dark = chance.random() < 0.4
    back = chance.choice(desk.habits.darks) if dark else chance.choice(house.tints)
    ground = chance.choice(
        (f"background:{back};", f"background:{back};border-radius:7pt;")
        if dark
        else (f"background:{back};", f"border:1.6pt solid {house.accent};", "border:3pt double #222;",
              "border-top:2pt solid #222;border-bottom:2pt solid #222;")
    )  # fmt: skip
    ink = "#fff" if dark else chance.choice((house.accent, "#111"))
    size = min(high * 0.34, wide * 0.06, house.large * 0.8)
    said = draft.article.heads["headline"].printed.replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
    css = f"font-size:{size:.2f}pt;line-height:1.25;color:{ink};flex:1 1 0;min-width:0;"
    css += f"text-align:{chance.choice(('left', 'center'))};"
    head = desk.copy.text(said, "headline", chance.choice(house.heads), css, article=draft.article, lines=2)
    css = f"font-size:{house.points * chance.choice((1.0, 1.2)):.2f}pt;line-height:1.3;color:{ink};white-space:nowrap;"
    see = desk.copy.text(pointed(desk, draft), "pointer", house.sans, css, article=draft.article, zone=2)
    pair = head + see
    if chance.random() < 0.5:
        draft.head("label", "label")
        css = f"font-size:{house.points * 1.3:.2f}pt;line-height:1.2;color:{ink};max-width:{wide * 0.22:.0f}pt;"
        name = draft.article.heads["label"].printed
        pair = desk.copy.text(name, "label", house.sans, css, article=draft.article, lines=2) + pair
    css = "display:flex;gap:12pt;align-items:center;flex:1 1 0"
    return cell(wide, high, div(pair, css), draft.article.id, f"{ground}padding:4pt 10pt;")


def teasers(desk: WeekDesk, wide: float, high: float) -> str:
    """Promos side by side or one under the other, with pictures or rules between."""
    chance, house = desk.chance, desk.house
    across = wide > high * 1.2
    count = max(1, min(4, int(wide // 120) if across else int(high // 64)))
    dark = chance.random() < 0.35
    back = chance.choice(desk.habits.darks)
    pictured = high / (1 if across else count) > 52 and chance.random() < 0.6
    above = pictured and across and high > 110 and chance.random() < 0.5
    rule = "" if dark else chance.choice(("", "#999", house.accent))
    face, small = chance.choice(house.heads), chance.choice((house.light, house.sans))
    room = high / (1 if across else count)
    grown = max(chance.choice((1.15, 1.4, 1.7)), min(2.6, (room - 24) * 0.24 / house.points if not pictured else 0.0))
    parts = []
    for index in range(count):
        draft = promised(desk)
        css = f"font-size:{house.points * grown:.2f}pt;line-height:1.22;"
        said = draft.article.heads["headline"].printed.replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
        text = desk.copy.text(said, "headline", face, css, article=draft.article, lines=3)
        css = f"font-size:{house.points:.2f}pt;line-height:1.35;color:{house.accent};"
        text += desk.copy.text(pointed(desk, draft), "pointer", small, css, article=draft.article, zone=2, lines=1)
        if pictured:
            own = wide / count if across else wide
            shot = Shot(desk, draft)
            size = (own - 12, high * 0.45) if above else (own * 0.3, min(room - 18, own * 0.3))
            img = shot.image(*size, figure=shot.noted(""))
            img = img.replace("width:", "flex:none;width:", 1)
            text = div(text, "flex:1 1 0;min-width:0")
            text = div(img + text, f"display:flex;gap:5pt;flex-direction:{'column' if above else 'row'}")
        edge = f"border-{'left' if across else 'top'}:.6pt solid {rule};" if rule and index else ""
        parts.append(f"<div data-reg='{draft.article.id}' style='min-width:0;padding:3pt 5pt;{edge}'>{text}</div>")
    axis = "columns" if across else "rows"
    at = chance.choice(("center", "start")) if room < 90 else "center"
    grid = div(
        "".join(parts),
        f"display:grid;grid-template-{axis}:repeat({count},minmax(0,1fr));gap:3pt;flex:1 1 0;align-items:{at}",
    )
    ground = f"background:{back};padding:4pt;" if dark else chance.choice(
        (f"background:{chance.choice(house.tints)};padding:4pt;", "border-bottom:.8pt solid #333;",
         "border-top:.8pt solid #333;border-bottom:.8pt solid #333;", "border:.8pt solid #333;padding:3pt;")
    )  # fmt: skip
    found = cell(wide, high, grid, "", ground)
    return found.replace("class='w-cell'", "class='w-cell w-dark'", 1) if dark else found
