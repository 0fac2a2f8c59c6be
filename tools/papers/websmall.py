"""What stands beside the stories of a web-to-print paper: items under a name, letters, tables, pointers, poems."""

from __future__ import annotations

from collections.abc import Callable

from papers.stories import Draft
from papers.webcopy import Script
from papers.webheads import figure
from papers.weblayouts import Story
from papers.webstory import Desktop, prose
from papers.webstream import Stream, cell, grounded, named
from typesetter.faults import OversetError

PARTED = "｜"
"""In the lexicon, between an item's title and its text."""
NAMES = {
    "zh": ("簡訊", "一句話新聞", "短波", "速覽", "大家看", "各地動態", "今日提示", "一週回顧", "便民台"),
    "en": ("In brief", "Police log", "Around the county", "Datebook", "People", "Town notes", "Record", "Fire calls"),
    "de": ("Kurz notiert", "Polizeibericht", "Aus dem Kreis", "Termine", "Vereine", "Kurz & knapp"),
    "fr": ("En bref", "Faits divers", "Agenda", "Ici et là", "Carnet", "Vite lu"),
    "es": ("En breve", "Sucesos", "Agenda", "Comarca", "Apuntes", "Sociedad"),
}
BIG = ("大字新聞", "老人看這裡", "大字版", "簡訊", "要聞回顧", "今日要聞")


def _name(desk: Desktop, section: str = "briefs") -> str:
    """A name for items that the page does not have yet."""
    copy, tongue = desk.copy, desk.copy.house.tongue
    ways = list(copy.desk.teller().ways(section))
    if section == "briefs":
        ways += NAMES["zh" if tongue.chinese else tongue.code]
    ways = [w for w in ways if w not in desk.used] or ways
    said = copy.chance.choice(ways)
    desk.used.add(said)
    return tongue.words(said, copy.chance).right


def _item(desk: Desktop, draft: Draft, section: str, head: str) -> tuple[str, str, str]:
    """An item's title, its run-in words and its text."""
    chance = desk.copy.chance
    text = draft.teller.tell(section)
    title, _, rest = text.rpartition(PARTED)
    if not title:
        title = draft.teller.tell("briefhead")
    rest = rest[:1].upper() + rest[1:]
    title = title[:1].upper() + title[1:]
    lead = ""
    if head == "runin":
        lead = (
            f"【{title}】"
            if draft.tongue.chinese and section == "brief"
            else title + ("：" if draft.tongue.chinese else chance.choice((".", " —", ":")))
        )
    elif head == "mark":
        lead = desk.copy.house.mark
    return title, lead, rest


def briefs(desk: Desktop, wide: float, high: float, section: str = "brief", name: str = "briefs") -> str:
    """Items under one name: with heads each is an article, without all are one."""
    copy, house, chance = desk.copy, desk.copy.house, desk.copy.chance
    heads = ("heads", "heads", "none", "none", "mark", "runin") if section == "brief" else ("runin", "runin", "heads")
    head = chance.choice(heads)
    said = _name(desk, name)
    size = chance.choice((1.0, 0.94, 1.0, 1.1))
    need = desk.letters(wide, high, house.points * size, house.leading * size)
    draft = copy.desk.draft("brief")
    draft.article.heads["label"] = draft.words(said)
    script = Script(copy, draft)
    names = [draft.article.id]
    rules, first = chance.random() < 0.35, True
    face, grown = chance.choice((house.bold, house.sans, house.heads[0])), chance.choice((1.0, 1.0, 1.1, 1.25))
    align = chance.choice(("left", "left", "center"))
    flush = chance.random() < 0.5
    while script.letters < need:
        told: Draft = draft
        if head == "heads" and not first:
            told = copy.desk.draft("brief")
            told.article.heads["label"] = told.words(said)
            names.append(told.article.id)
        elif not first:
            told = copy.desk.draft("brief")
            copy.desk.articles.pop()
            told.article = draft.article
        script.draft = told
        title, lead, text = _item(desk, told, section, head)
        cls = "" if first else "w-rule" if rules else "w-item" if head == "heads" or chance.random() < 0.3 else ""
        if head == "heads":
            told.article.heads["headline"] = told.words(title)
            css = f"text-align:{align};font-size:{grown:.2f}em;text-indent:0;line-height:1.25;"
            script.para(title, role="headline", cls=f"w-keep w-flush {cls}", face=face, style=css, kind="head")
            script.para(text, cls="w-p" + " w-flush" * flush, joined=True)
        else:
            script.para(text, lead=lead, cls=f"w-p {cls}" + " w-flush" * (flush and head != "none"))
        if chance.random() < 0.4:
            script.more(told.sentences(1), joined=True)
        first = False
    return Stream(desk, wide, high, size=size).html(said, script, names)


def listing(desk: Desktop, wide: float, high: float) -> str:
    """What is on, or who has died: bold words run in."""
    teller = desk.copy.desk.teller()
    section = desk.copy.chance.choice(("listing", "obit", "correction"))
    if not teller.knows(section) or (section == "correction" and wide * high > 26_000):
        return briefs(desk, wide, high)
    return briefs(desk, wide, high, section, section + "name")


def letters(desk: Desktop, wide: float, high: float) -> str:
    """Readers' letters, each an article, under one name."""
    copy, house, chance = desk.copy, desk.copy.house, desk.copy.chance
    if not copy.desk.teller().knows("lettersname") or wide * high < 40_000:
        raise OversetError("no room for letters")
    said = _name(desk, "lettersname")
    need, names = desk.letters(wide, high), []
    script = Script(copy, copy.desk.draft())
    copy.desk.articles.pop()
    headed = chance.random() < 0.75
    while script.letters < need:
        draft = copy.desk.draft()
        script.draft = draft
        draft.article.heads["label"], draft.article.standing = draft.words(said), True
        names.append(draft.article.id)
        gap = "w-item" if script.letters else ""
        if headed:
            draft.head("headline", text=draft.fresh("letterhead"))
            css = f"font-size:{house.points * 1.15:.2f}pt;text-indent:0;line-height:1.25;"
            script.para(
                draft.article.heads["headline"].right, role="headline", kind="head", cls=f"w-keep w-flush {gap}",
                face=house.bold, style=css,
            )  # fmt: skip
        script.para(draft.teller.tell("letterlead"), joined=headed, cls="w-p" if headed else f"w-p {gap}")
        for _ in range(chance.randint(1, 4)):
            script.more(draft.sentences(1), joined=True)
        who = draft.names()[0]
        draft.article.byline = [who]
        town = draft.words(draft.teller.say("{town}")).right
        css = f"text-align:{chance.choice(('right', 'right', 'left'))};text-indent:0;"
        signed = f"{who}，{town}" if draft.tongue.chinese else f"{who}, {town}"
        script.para(signed, role="byline", kind="sign", cls="w-flush", face=house.slanted, style=css, joined=True)
    return Stream(desk, wide, high, share=0.2).html(said, script, names, fill=False)


def big(desk: Desktop, wide: float, high: float) -> str:
    """A box of news in large type under its name, without a headline."""
    copy, chance = desk.copy, desk.copy.chance
    if not copy.house.tongue.chinese:
        return briefs(desk, wide, high)
    draft = copy.desk.draft()
    draft.head("label", text=chance.choice(BIG))
    script = Script(copy, draft)
    size = chance.choice((1.0, 1.25, 1.4, 1.6))
    prose(desk, script, desk.letters(wide, high, copy.house.points * size, copy.house.leading * size))
    head = named(desk, draft.article.heads["label"].printed, article=draft)
    return Stream(desk, wide, high, 1.4, size, 0.9).html("", script, [draft.article.id], head=head)


def group(desk: Desktop, wide: float, high: float) -> str:
    """Several small stories on one ground, under a name or none, parted by white alone."""
    house, chance = desk.copy.house, desk.copy.chance
    css, w, h = grounded(desk, wide, high, 0.75)
    said = ""
    if chance.random() < 0.45:
        said = _name(desk, "label")
    across = w > h * 0.9 and w > house.points * 30
    count = max(2, min(4, int(w // (house.points * 15)) if across else int(h // (house.leading * 14))))
    gap = house.gutter if across else house.leading * 0.8
    top = named(desk, said) if said else ""
    h -= house.points * 3.2 if said else 0.0
    shares = [chance.uniform(0.8, 1.3) for _ in range(count)]
    parts = []
    for share in shares:
        long = ((w if across else h) - gap * (count - 1)) * share / sum(shares)
        own = (long, h) if across else (w, long)
        story = Story(desk, *own, inner=True, plain=chance.random() < 0.5)
        if said:
            story.draft.article.heads["label"], story.draft.article.standing = story.draft.words(said), True
        parts.append(story.html("top" if chance.random() < 0.8 else chance.choice(("incol", "late", "bar"))))
    kind = "w-cols" if across else "w-rows"
    axis = "columns" if across else "rows"
    tracks = " ".join(f"{((w if across else h) - gap * (count - 1)) * s / sum(shares):.2f}pt" for s in shares)
    grid = f"<div class='{kind}' style='grid-template-{axis}:{tracks};gap:{gap:.2f}pt'>{''.join(parts)}</div>"
    return cell(wide, high, top + grid, "", css)


def pointers(desk: Desktop, wide: float, high: float) -> str:
    """Teasers to other pages, side by side or one under the other."""
    copy, house, chance = desk.copy, desk.copy.house, desk.copy.chance
    labels = desk.labels[desk.page + 1 :] or desk.labels[:1]
    across = wide > high * 1.4
    count = max(1, min(4, int(wide // 130) if across else int(high // 70)))
    parts = []
    css, _, _ = grounded(desk, 200, 200, 0.9)
    face, small = chance.choice(house.heads), chance.choice((house.light, house.sans))
    pictured = across and high > 60 and chance.random() < 0.5
    names = []
    for _ in range(count):
        draft = copy.desk.draft("promo")
        names.append(draft.article.id)
        draft.head("headline", "promohead")
        draft.teller.bound["page"] = page = chance.choice(labels)
        said = draft.words(draft.teller.tell("promo")).printed
        if draft.tongue.chinese and chance.random() < 0.4:
            said = draft.words(f"詳見{page}版" if chance.random() < 0.5 else f"▶▶{page}版").printed
        draft.article.references = [{"pages": page, "text": said}]
        room = high if across else high / count
        size = max(house.points * chance.choice((1.1, 1.4, 1.8)), min(room * 0.2, house.points * 2.6))
        css1 = f"font-size:{size:.2f}pt;line-height:1.2;"
        inner = copy.text(
            draft.article.heads["headline"].printed.replace(" /_ ", " "),
            "headline",
            face,
            css1,
            article=draft.article,
            lines=2,
        )
        css2 = f"font-size:{house.points:.2f}pt;line-height:1.3;color:{house.accent};"
        css2 += f"text-align:{chance.choice(('left', 'right'))};"
        inner += copy.text(said, "pointer", small, css2, article=draft.article, zone=2, lines=1)
        if pictured:
            own = wide / count * 0.3
            pic = figure(copy, desk.scale, draft, own, min(high - 16, own), how="over")
            start = pic.index("<img")
            copy.figures[-1].text = copy.figures[-1].credit = None
            img = pic[start : pic.index(">", start) + 1]
            inner = f"<div style='display:flex;gap:5pt'>{img}<div style='flex:1 1 0;min-width:0'>{inner}</div></div>"
        parts.append(f"<div data-reg='{draft.article.id}' style='min-width:0;overflow:visible;{css}'>{inner}</div>")
    axis = "columns" if across else "rows"
    grid = f"display:grid;grid-template-{axis}:repeat({count},minmax(0,1fr));gap:8pt;flex:1 1 0"
    return cell(wide, high, f"<div style='{grid}'>{''.join(parts)}</div>")


def table(desk: Desktop, wide: float, high: float) -> str:
    """A table under a headline, or facts."""
    copy, house, chance = desk.copy, desk.copy.house, desk.copy.chance
    if wide > house.points * 34:
        raise OversetError("too wide a place for a table")
    draft = copy.desk.draft()
    if high > house.leading * 40:
        raise OversetError("too deep a place for a table")
    facts = draft.teller.knows("fact") and chance.random() < 0.5
    draft.head("headline", "factname" if facts else "tabletitle")
    script = Script(copy, draft)
    rows = 0
    while rows < 4 + high * (2 if wide > house.points * 24 else 1) / (house.leading * 0.9):
        if facts:
            script.para(
                draft.teller.tell("fact"),
                cls="w-flush w-rule" if rows else "w-flush",
                lead="" if chance.random() < 0.8 else house.mark,
            )
        else:
            cells = draft.teller.cells("table" if rows else "tablehead")
            script.para("\t".join(cells), kind="row", cls="w-cells", face=house.bold if not rows else "")
        rows += 1
    css = f"font-size:{house.points * 1.3:.2f}pt;line-height:1.25;margin-bottom:3pt;color:{house.accent};"
    head = copy.text(
        draft.article.heads["headline"].printed, "headline", house.sans, css, article=draft.article, lines=1
    )
    return Stream(desk, wide, high, 3.0, 0.92, 0.8).html("", script, [draft.article.id], head=head, fill=False)


def poem(desk: Desktop, wide: float, high: float) -> str:
    """A poem."""
    copy, house = desk.copy, desk.copy.house
    if wide * high > 45_000:
        raise OversetError("too large a place for a poem")
    draft = copy.desk.draft()
    draft.head("headline", "versehead")
    script = Script(copy, draft)
    prose(desk, script, desk.letters(wide, high), manner="verse")
    css = f"font-size:{house.points * 1.4:.2f}pt;line-height:1.4;text-align:center;"
    head = copy.text(
        draft.article.heads["headline"].printed, "headline", house.brush, css, article=draft.article, lines=1
    )
    names = draft.names()
    draft.article.byline = names
    css = f"font-size:{house.points:.2f}pt;line-height:1.5;text-align:center;"
    head += copy.text(names[0], "byline", house.light, css, article=draft.article)
    return Stream(desk, wide, high, 0.8, 1.0, 0.7).html("", script, [draft.article.id], head=head, fill=False)


def notices(desk: Desktop, wide: float, high: float) -> str:
    """Notices, each an article."""
    copy, house, chance = desk.copy, desk.copy.house, desk.copy.chance
    if wide * high > 60_000:
        raise OversetError("too large a place for notices")
    script = Script(copy, copy.desk.draft("notice"))
    copy.desk.articles.pop()
    names: list[str] = []
    while script.letters < desk.letters(wide, high):
        draft = copy.desk.draft("notice")
        script.draft = draft
        names.append(draft.article.id)
        draft.head("headline", "noticehead")
        css = "text-align:center;text-indent:0;font-size:1.15em;line-height:1.3;"
        gap = "w-rule" if script.letters else ""
        script.para(
            draft.article.heads["headline"].right,
            role="headline",
            kind="head",
            cls=f"w-keep w-flush {gap}",
            face=house.sans,
            style=css,
        )
        script.para(draft.teller.tell("notice"), joined=True)
        if chance.random() < 0.5:
            script.more(draft.sentences(1), joined=True)
    return Stream(desk, wide, high, 1.0, 0.9, 0.6).html("", script, names)


def photo(desk: Desktop, wide: float, high: float) -> str:
    """A photograph alone with its headline and caption."""
    copy, house, chance = desk.copy, desk.copy.house, desk.copy.chance
    draft = copy.desk.draft("photo")
    draft.head("headline", "promohead")
    size = min(house.points * chance.choice((1.2, 1.6, 2.0)), wide * 0.08)
    css = f"font-size:{size:.2f}pt;line-height:1.25;padding:1pt 0;text-align:{chance.choice(('left', 'center'))};"
    head = copy.text(
        draft.article.heads["headline"].printed.replace(" /_ ", " "),
        "headline",
        chance.choice(house.heads),
        css,
        article=draft.article,
        lines=1,
    )
    pic = figure(copy, desk.scale, draft, wide, high - size * 1.25 - 3)
    return cell(wide, high, head + pic if chance.random() < 0.6 else pic + head, draft.article.id)


def interview(desk: Desktop, wide: float, high: float, story: Callable[..., Story] = Story) -> str:
    """Questions and answers."""
    if wide * high < 50_000:
        raise OversetError("too small a place for an interview")
    return story(desk, wide, high, kind="interview").html()


def opinion(desk: Desktop, wide: float, high: float) -> str:
    """A column under its label."""
    copy = desk.copy
    teller = copy.desk.teller()
    story = Story(desk, wide, high, kind="opinion")
    for section in ("opinionlabel", "opinion", "label"):
        if teller.knows(section):
            story.label = _name(desk, section)
            break
    story.draft.article.heads["label"] = story.draft.words(story.label)
    return story.html(copy.chance.choice(("top", "tint", "incol", "side")))


SMALL: dict[str, tuple[float, Callable[[Desktop, float, float], str]]] = {
    "briefs": (1.6, briefs),
    "group": (2.0, group),
    "big": (0.7, big),
    "listing": (0.7, listing),
    "letters": (0.7, letters),
    "pointers": (0.4, pointers),
    "table": (0.6, table),
    "poem": (0.4, poem),
    "notices": (0.5, notices),
    "photo": (0.6, photo),
    "interview": (0.5, interview),
    "opinion": (0.8, opinion),
}
"""By name: how often each is drawn, and what makes it."""
