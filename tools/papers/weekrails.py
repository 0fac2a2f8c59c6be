"""Rails of a weekend paper: narrow columns in other type of briefs, an index, quotations, tables and pointers."""

from __future__ import annotations

from papers.websmall import briefs, listing
from papers.webstream import cell, named
from papers.weekboxes import board, day, sayings
from papers.weekcover import SEE
from papers.weekhouse import WeekDesk
from typesetter.faults import TypesettingError

INDEX = {
    "zh": ("今日導讀", "本期看點", "要目", "導讀"),
    "en": ("Inside", "In this issue", "Contents"),
    "de": ("Heute im Blatt", "Inhalt", "In dieser Ausgabe"),
    "fr": ("Sommaire", "Dans ce numéro"),
    "es": ("Sumario", "En este número"),
}
KINDS = ("briefs", "briefs", "briefs", "index", "said", "listing", "board", "day")


def index(desk: WeekDesk, wide: float, high: float) -> str:
    """What stands on which page: one promo, each row a paragraph with its page as a pointer."""
    copy, chance, house = desk.copy, desk.chance, desk.house
    code = "zh" if house.tongue.chinese else house.tongue.code
    title = house.tongue.words(chance.choice(INDEX[code]), chance).right
    labels = desk.labels[1:] or desk.labels
    count = max(2, min(16, int((high - 24) / (house.leading * 3.4))))
    how = chance.choice(("row", "row", "stack", "front"))
    face, small = chance.choice((house.face, house.sans, house.light)), chance.choice((house.sans, house.light))
    size = house.points * chance.choice((1.0, 1.15, 1.3))
    rule = chance.choice(("border-bottom:.5pt solid #888;", "border-bottom:.5pt dotted #555;", ""))
    form = chance.choice((*SEE[code], "{}", "{}"))
    rows = []
    for _ in range(count):
        draft = copy.desk.draft("promo")
        article = draft.article
        draft.head("headline", "inside" if draft.teller.knows("inside") else "headline")
        page = chance.choice(labels)
        said = draft.words(form.format(page)).printed
        article.references = [{"pages": page, "text": said}]
        article.heads["label"], article.standing, article.listed = draft.words(title), True, True
        css = f"font-size:{size:.2f}pt;line-height:1.25;"
        text = article.heads["headline"].printed.replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
        head = copy.text(text, "headline", face, css + "flex:1 1 0;min-width:0;" * (how != "stack"), article=article)
        css += f"color:{house.accent};" + ("flex:none;white-space:nowrap;" if how != "stack" else "")
        point = copy.text(said, "pointer", small, css, article=article, zone=2)
        inner = point + head if how == "front" else head + point
        flex = "" if how == "stack" else "display:flex;gap:6pt;align-items:baseline;"
        rows.append(f"<div data-reg='{article.id}' style='{flex}{rule}padding:2pt 0'>{inner}</div>")
    body = (
        f"<div style='display:flex;flex-direction:column;justify-content:space-evenly;flex:1 1 0'>{''.join(rows)}</div>"
    )
    return cell(wide, high, named(desk, title) + body)


def rail(desk: WeekDesk, wide: float, high: float) -> str:
    """One thing of a rail, in the rail's type."""
    chance, house = desk.chance, desk.house
    kind = chance.choice(KINDS)
    points = house.points * (0.94 if desk.habits.rail != house.face else 0.9)
    if kind == "index" and high > house.leading * 34:
        kind = "briefs"
    mark = len(desk.copy.desk.articles), len(desk.copy.flows)
    with desk.dressed(desk.habits.rail, points):
        try:
            if kind == "index":
                return index(desk, wide, high)
            if kind == "day":
                return day(desk, wide, high)
            if kind == "said":
                return sayings(desk, wide, high)
            if kind == "listing":
                return listing(desk, wide, high)
            if kind == "board":
                return board(desk, wide, high)
        except TypesettingError:
            del desk.copy.desk.articles[mark[0] :], desk.copy.flows[mark[1] :]
        return briefs(desk, wide, high)
