"""The text of a weekend paper's stories: paragraphs under sub-headings, numbered points, questions and answers."""

from __future__ import annotations

from papers.webcopy import Script
from papers.webstory import prose
from papers.weekhouse import WeekDesk

NUMBERS = "一二三四五六七八九十"
UNMARKED = 0.5
"""Of interviews, the share whose questions are bold and have no mark before them."""
TITLED = 0.5
"""Of numbered points, the share that have a heading of their own."""


def told(desk: WeekDesk, script: Script, need: int, *, manner: str = "", lead: str = "", drop: bool = False) -> None:
    """Tells a story of so many letters in a manner."""
    if manner == "answers" and desk.chance.random() < UNMARKED:
        _asked(desk, script, need, lead, drop=drop)
        return
    if manner in {"answers", "verse"}:
        prose(desk, script, need, manner=manner, lead=lead, drop=drop)
        return
    chance, draft = desk.chance, script.draft
    _opening(desk, script, lead, drop=drop)
    number = 0
    titled = manner == "numbered" and chance.random() < TITLED
    while script.letters < need:
        if manner == "numbered" and number < len(NUMBERS):
            number += 1
            _point(desk, script, number, titled=titled)
        elif manner == "subbed" and chance.random() < desk.habits.subbed:
            _sub(desk, script, draft.teller.tell("sub"))
        else:
            script.para(draft.sentences(1))
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            script.more(draft.sentences(1))


def _asked(desk: WeekDesk, script: Script, need: int, lead: str, *, drop: bool) -> None:
    """An interview: bold questions, and answers."""
    chance, house, draft = desk.chance, desk.house, script.draft
    _opening(desk, script, lead, drop=drop)
    dash = chance.choice(("", "", "— ")) if not draft.tongue.chinese else chance.choice(("", "", "◆"))
    flush = chance.choice(("", " w-flush"))
    while script.letters < need:
        script.para(dash + draft.teller.tell("question"), cls="w-p w-flush w-keep", face=house.bold)
        script.para(draft.sentences(1), cls="w-p" + flush, joined=True)
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            script.more(draft.sentences(1))


def _opening(desk: WeekDesk, script: Script, lead: str, *, drop: bool) -> None:
    """The first paragraph, perhaps larger or bold."""
    chance, house, draft = desk.chance, desk.house, script.draft
    text = draft.teller.tell("lead")
    text = text[:1].upper() + text[1:]
    how = "" if drop or script.upright or script.part else chance.choice(desk.habits.openings)
    style, face = "", ""
    if how == "large":
        style = f"font-size:{house.points * 1.2:.2f}pt;line-height:{house.leading * 1.2:.2f}pt;"
    elif how == "bold":
        face = house.bold
    script.para(text, lead="" if how else lead, cls="w-p w-first" if drop else "w-p", drop=drop, face=face, style=style)
    for _ in range(0 if how else chance.choice((0, 1, 1, 2))):
        script.more(draft.sentences(1))


def _sub(desk: WeekDesk, script: Script, text: str) -> None:
    """A sub-heading with the sentence that must stand under it."""
    house = desk.house
    color = f"color:{house.accent};" if house.byform % 3 == 0 else ""
    middle = "w-mid" if house.byform % 2 else ""
    face = house.sans if house.byform % 4 < 2 else house.bold
    script.para(text, kind="sub", cls=f"w-sub w-keep w-flush {middle}", face=face, style=color)
    script.para(script.draft.sentences(1), joined=True)


def _point(desk: WeekDesk, script: Script, number: int, *, titled: bool) -> None:
    """A numbered point, under its title or with its number run in."""
    draft = script.draft
    mark = f"{NUMBERS[number - 1]}、" if draft.tongue.chinese else f"{number}."
    if titled:
        space = "" if draft.tongue.chinese else " "
        _sub(desk, script, mark + space + draft.teller.tell("sub"))
        return
    text = draft.sentences(1)
    if draft.tongue.chinese:
        script.para(mark + text)
    else:
        script.para(text, lead=mark)
