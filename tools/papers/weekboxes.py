"""Boxes of a weekend paper: in reverse, columns with a portrait, serials, tables, quotations, photographs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from papers.webcopy import Flow, Script, div
from papers.websmall import BIG, SMALL, interview
from papers.webstream import Stream, cell, grounded, named
from papers.weekcover import special
from papers.weekheads import Topper, capped, likeness, spoken
from papers.weekhouse import WeekDesk
from papers.weeklead import Lead
from papers.weekpictures import Shot, footed
from typesetter.faults import OversetError

SERIAL = {
    "zh": ("長篇連載（{}）", "連載·{}", "小說連載 {}"),
    "en": ("Serial, part {}", "The weekend serial ({})"),
    "de": ("Fortsetzungsroman ({})", "Roman, Folge {}"),
    "fr": ("Feuilleton ({})", "Le feuilleton, épisode {}"),
    "es": ("Novela por entregas ({})", "Folletín, capítulo {}"),
}
"""Labels of a story that goes on from issue to issue."""
SAID = {
    "zh": ("金句", "他們說", "聲音", "本週語錄"),
    "en": ("They said", "Quote, unquote", "Overheard"),
    "de": ("Gesagt ist gesagt", "Zitate der Woche"),
    "fr": ("Ils ont dit", "Entendu"),
    "es": ("Lo han dicho", "Frases"),
}
"""Names of what people have said."""
OF_THE_DAY = {
    "zh": ("今日金句", "每日一語", "一句話", "今日之聲"),
    "en": ("Quote of the day", "The quote", "Word of the day"),
    "de": ("Zitat des Tages", "Das Wort"),
    "fr": ("La phrase du jour", "La citation"),
    "es": ("La frase del día", "La cita"),
}
"""Names of one quotation."""
OPINION = {
    "zh": ("社論", "本報時評", "本報評論", "短評", "今日談", "編者的話"),
    "en": ("Opinion", "Editorial", "Our view", "Leading article", "Comment"),
    "de": ("Kommentar", "Leitartikel", "Meinung", "Standpunkt"),
    "fr": ("Éditorial", "L'édito", "Opinion", "Le commentaire"),
    "es": ("Editorial", "Opinión", "Nuestra opinión", "Comentario"),
}
"""Labels over the paper's own opinion."""
MOST_SAID = 70_000.0
"""Square points of the largest box of quotations; a page has one."""
TABLES = ("weather", "rates", "results")
IN_REVERSE = ("briefs", "opinion", "said", "listing", "pointers", "story", "letters")


def reverse(desk: WeekDesk, wide: float, high: float) -> str:
    """Something in light type on a dark ground."""
    chance = desk.chance
    ground = chance.choice(desk.habits.darks)
    w, h = wide - 18, high - 16
    name = chance.choice(IN_REVERSE)
    if name == "story":
        inner = Lead(desk, w, h, plain=True).html("top")
    elif name == "said":
        inner = sayings(desk, w, h)
    else:
        inner = SMALL[name][1](desk, w, h)
    css = f"background:{ground};padding:8pt 9pt;border-radius:{chance.choice((0, 0, 7))}pt"
    return f"<div class='w-cell w-dark' style='width:{wide:.2f}pt;height:{high:.2f}pt;{css}'>{inner}</div>"


def columnist(desk: WeekDesk, wide: float, high: float) -> str:
    """A column under its writer's portrait and name."""
    chance, house, copy = desk.chance, desk.house, desk.copy
    if wide * high < 26_000 or wide < house.points * 12:
        raise OversetError("too small a place for a column")
    story = Lead(desk, wide, high, kind="opinion")
    draft = story.draft
    teller = draft.teller
    label = teller.tell("opinionlabel" if teller.knows("opinionlabel") else "label")
    draft.article.heads["label"] = draft.words(label)
    draft.head("headline", "opinionhead" if teller.knows("opinionhead") else "headline")
    color = chance.choice((house.accent, "#111"))
    css = f"font-size:{house.points * chance.choice((1.0, 1.3, 1.6)):.2f}pt;line-height:1.25;color:{color};"
    said = copy.text(capped(desk, draft, "label"), "label", house.sans, css, article=draft.article, lines=1)
    side = min(wide * 0.3, 64.0)
    top = Topper(copy, desk.scale, draft, wide - side - 10, house.points * chance.choice((1.7, 2.2)), 4, desk=desk)
    top.weight = 0.0
    names = top.signed(draft.names(), house.points * chance.choice((1.1, 1.4, 1.7)), "columnist")
    face = likeness(desk, side, side * chance.choice((1.0, 1.25)))
    headline = top.top(writers=False, decked=False)
    how = chance.choice(("name", "name", "head", "stack"))
    if how == "name":
        row = div(face + div(said + names, "min-width:0"), "display:flex;gap:9pt;align-items:flex-end")
        top.wide = wide
        head = f"{row}<div style='height:5pt'></div>{headline}"
    elif how == "head":
        head = div(div(said + headline + names, "flex:1 1 0;min-width:0") + face, "display:flex;gap:9pt")
    else:
        center = "display:flex;flex-direction:column;align-items:center;text-align:center"
        head = f"{said}{headline}<div style='{center}'>{face}{names}</div>"
    rule = chance.choice(
        ("border-top:2.5pt solid #222;padding-top:4pt;", f"border-top:1pt solid {house.accent};padding-top:4pt;", "")
    )
    body = story._body(wide, high)  # noqa: SLF001 of one room
    return story._cell(f"<div style='{rule}padding-bottom:6pt;flex:none'>{head}</div>{body}", "")  # noqa: SLF001 likewise


def serial(desk: WeekDesk, wide: float, high: float) -> str:
    """A part of a long story."""
    chance = desk.chance
    if wide * high < 34_000:
        raise OversetError("too small a place for a serial")
    story = Lead(desk, wide, high)
    number = chance.randint(2, 60)
    story.label = story.draft.words(chance.choice(SERIAL[spoken(desk)]).format(number)).right
    story.draft.article.heads["label"] = story.draft.words(story.label)
    return story.html(chance.choice(("top", "tint", "aside")))


def sayings(desk: WeekDesk, wide: float, high: float) -> str:
    """What people have said, each in quotation marks with the speaker's name: one article under its name."""
    copy, chance, house = desk.copy, desk.chance, desk.house
    if "sayings" in desk.used or wide * high > MOST_SAID:
        raise OversetError("enough has been said")
    desk.used.add("sayings")
    draft = copy.desk.draft("brief")
    draft.head("label", text=chance.choice(SAID[spoken(desk)]))
    script = Script(copy, draft)
    mark = draft.tongue.quotes
    size = chance.choice((1.0, 1.2, 1.35))
    rule = chance.random() < 0.5
    while script.letters < desk.letters(wide, high, house.points * size, house.leading * size):
        gap = ("w-rule" if rule else "w-item") if script.letters else ""
        text = f"{mark[0]}{draft.teller.tell('quote')}{mark[1]}"
        who = draft.teller.say("{person}")
        script.para(text + ("——" if draft.tongue.chinese else " — ") + who, cls=f"w-flush {gap}")
    head = named(desk, draft.article.heads["label"].printed, article=draft)
    return Stream(desk, wide, high, 1.2, size, 0.5).html("", script, [draft.article.id], head=head, fill=False)


def day(desk: WeekDesk, wide: float, high: float) -> str:
    """One quotation in large type with its speaker: an article of one paragraph under its name."""
    copy, chance, house = desk.copy, desk.chance, desk.house
    if wide * high > MOST_SAID / 2 or high < 70 or wide < house.points * 9:
        raise OversetError("no place for one quotation")
    draft = copy.desk.draft("brief")
    draft.head("label", text=chance.choice(OF_THE_DAY[spoken(desk)]))
    script = Script(copy, draft)
    mark = draft.tongue.quotes
    text = f"{mark[0]}{draft.teller.tell('quote')}{mark[1]}"
    who = ("——" if draft.tongue.chinese else " — ") + draft.teller.say("{person}")
    each = 1.0 if draft.tongue.chinese else 0.42
    size = min(2.2, max(1.0, (0.4 * wide * (high - 40) / (each * len(text + who))) ** 0.5 / house.points))
    script.para(text + who, cls="w-flush")
    first = script.letters
    script.para(draft.sentences(1))
    while script.letters < first + desk.letters(wide, high):  # a step that never fits, so that the box holds the first
        script.more(draft.sentences(1), joined=True)
    css, _, _ = grounded(desk, wide, high, 0.8)
    style = f"font-size:{house.points * size:.2f}pt;line-height:{house.points * size * 1.4:.2f}pt;text-align:left;"
    name, html = copy.box(1, style)
    copy.flows.append(Flow([name], script.steps, letters=script.letters, loose=1))
    head = named(desk, draft.article.heads["label"].printed, article=draft)
    return cell(wide, high, head + html.format(""), draft.article.id, css)


def board(desk: WeekDesk, wide: float, high: float) -> str:
    """Tables of the weather, rates or results, each under its headline."""
    copy, chance, house = desk.copy, desk.chance, desk.house
    if wide > house.points * 36 or high > house.leading * 32 or wide < house.points * 12:
        raise OversetError("no place for tables")
    teller = copy.desk.teller()
    known = [name for name in TABLES if teller.knows(name)]
    if not known:
        return SMALL["table"][1](desk, wide, high)
    script = Script(copy, copy.desk.draft())
    copy.desk.articles.pop()
    names: list[str] = []
    chance.shuffle(known)
    need = high * (2 if wide > house.points * 24 else 1) / (house.leading * 0.9)
    done = 0
    while done < need + 6:
        kind = known[len(names) % len(known)]
        draft = copy.desk.draft()
        script.draft = draft
        names.append(draft.article.id)
        draft.head("headline", f"{kind}name")
        css = f"text-indent:0;font-size:1.2em;line-height:1.3;color:{house.accent};"
        gap = "w-item" if done else ""
        script.para(
            draft.article.heads["headline"].right,
            role="headline",
            kind="head",
            cls=f"w-keep w-flush {gap}",
            face=house.sans,
            style=css,
        )
        script.para(
            "\t".join(draft.teller.cells(f"{kind}head")), kind="row", cls="w-cells", face=house.bold, joined=True
        )
        rows = chance.randint(3, 7)
        for index in range(rows):
            script.para("\t".join(draft.teller.cells(kind)), kind="row", cls="w-cells", joined=index == 0)
        done += rows + 2
    return Stream(desk, wide, high, 3.0, 0.9, 0.8).html("", script, names, fill=False)


def large_type(desk: WeekDesk, wide: float, high: float) -> str:
    """A box of news in large type, under its label and without a headline."""
    copy, chance, house = desk.copy, desk.chance, desk.house
    if not house.tongue.chinese:
        return SMALL["briefs"][1](desk, wide, high)
    story = copy.desk.draft()
    story.head("label", text=chance.choice(("大字新聞", *BIG)))
    script = Script(copy, story)
    size = chance.choice((1.3, 1.5, 1.7))
    need = desk.letters(wide, high, house.points * size, house.leading * size)
    script.para(story.teller.tell("lead"))
    while script.letters < need:
        if chance.random() < 0.5:
            script.more(story.sentences(1))
        else:
            script.para(story.sentences(1))
    box = chance.choice(
        (f"border:1.5pt solid {house.accent};", f"background:{house.tints[0]};", "border:1pt solid #333;")
    )
    css = f"font-size:{house.points * size:.2f}pt;line-height:{house.leading * size:.2f}pt;"
    name, html = copy.box(max(1, desk.count(wide, 1.6)), css)
    flow = Flow([name], script.steps, letters=script.letters)
    flow.extras = script.extras(8)
    copy.flows.append(flow)
    head = named(desk, story.article.heads["label"].printed, article=story)
    return cell(wide, high, head + html.format(""), story.article.id, f"{box}padding:7pt 8pt;")


def picture(desk: WeekDesk, wide: float, high: float) -> str:
    """A photograph alone with its headline, on it or under it."""
    copy, chance, house = desk.copy, desk.chance, desk.house
    if high < 90 or wide < 90 or high > 1.8 * wide:
        raise OversetError("too small a place for a photograph")
    draft = copy.desk.draft("photo")
    draft.head("headline", "headline" if chance.random() < 0.6 else "promohead")
    shot = Shot(desk, draft)
    if chance.random() < 0.5:
        return SMALL["photo"][1](desk, wide, high)
    text, credit = shot.said(), shot.credit()
    size = min(house.points * chance.choice((1.4, 1.8, 2.3)), wide * 0.09)
    css = f"font-size:{size:.2f}pt;line-height:1.25;color:#fff;"
    said = draft.article.heads["headline"].printed.replace(" /_ ", " ")
    head = copy.text(said, "headline", chance.choice(house.heads), css, article=draft.article, lines=2)
    words = shot.caption(text, credit, "color:#fff;padding-top:2pt;")
    over = footed(head + words, "background:rgba(0,0,0,.6);padding:5pt 7pt")
    return cell(wide, high, shot.image(wide, high, figure=shot.noted(text, credit)) + over, draft.article.id)


def leader(desk: WeekDesk, wide: float, high: float) -> str:
    """The paper's opinion under its label, without a portrait."""
    chance = desk.chance
    if wide * high < 22_000:
        raise OversetError("too small a place for a leading article")
    story = Lead(desk, wide, high, kind="opinion")
    story.label = story.draft.words(chance.choice(OPINION[spoken(desk)])).right
    story.draft.article.heads["label"] = story.draft.words(story.label)
    return story.html(chance.choice(("top", "tint", "aside", "dark", "incol", "middle")))


BOXES: dict[str, tuple[float, Callable[[WeekDesk, float, float], str]]] = {
    "reverse": (2.0, reverse),
    "columnist": (1.6, columnist),
    "serial": (0.6, serial),
    "sayings": (0.6, sayings),
    "board": (0.8, board),
    "day": (0.9, day),
    "special": (0.5, special),
    "leader": (0.7, leader),
    "large": (0.8, large_type),
    "picture": (0.8, picture),
    "interview": (0.8, partial(interview, story=Lead)),
}
"""By name: how often each is drawn, and what makes it."""
