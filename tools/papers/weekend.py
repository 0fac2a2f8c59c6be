"""Weekend papers: heads on pictures, boxes in reverse, photo pages, title pieces at the side, rails, portraits."""

from __future__ import annotations

import random
from functools import partial

from papers.furniture import drawn_facts, registration_line
from papers.stylebook import NewsDesk
from papers.webread import WebLeaf
from papers.webset import Webset, composed, look_of
from papers.webstory import Desktop
from papers.webtop import folio, masthead
from papers.weekhouse import SHEET, WeekDesk, drawn_weekly
from papers.weekplan import INNER, OPEN, WeekMakeup, WeekPlan
from papers.weektop import opener

PERMITTED = 0.75
"""Of district papers, the share that print a permit."""
PLAINLY = 0.3
"""Of papers whose title piece stands across the page, the share that have a plain one without codes."""


def made(chance: random.Random, pages: int) -> Webset:
    """An issue of such a paper, of two pages at least and of so many at the most.

    Raises:
        TypesettingError: a page cannot be made up or filled.
    """
    house, habits = drawn_weekly(chance)
    desk = NewsDesk(house.tongue, chance)
    desk.town = desk.teller().say("{town}")
    facts = drawn_facts(chance, house.tongue, desk)
    if house.kind == "district" and chance.random() < PERMITTED:
        where = chance.choice("粵穗深瓊滬蘇浙閩京津")
        number = f"({where}){chance.choice(('L', 'B', 'K'))}第{chance.randint(1000, 99999):07d}號"
        facts.registration = {"kind": "permit", "number": house.tongue.words(number, chance).right}
    if house.tongue.code == "es":
        facts.price = f"{chance.randint(1, 3)},{chance.choice((20, 50, 80))} euros"
    issue = Webset("weekend", chance, house.tongue, look_of(house), facts, desk)
    front = chance.choice(habits.fronts)
    plain = habits.mast == "across" and chance.random() < PLAINLY

    def paged(issue: Webset, desk: Desktop, leaf: WebLeaf) -> str:
        if not isinstance(desk, WeekDesk):
            raise TypeError("a weekend paper is made with a desk of its own")
        waiting = any(t.page == leaf.index for t in desk.turns)
        design = chance.choice(OPEN if waiting else INNER) if leaf.index else front
        return _page(issue, desk, leaf, design, plain=plain)

    pages = chance.randint(min(2, pages), pages)
    return composed(issue, house, pages, paged, SHEET, partial(WeekDesk, habits=habits))


def _page(issue: Webset, desk: WeekDesk, leaf: WebLeaf, design: str, *, plain: bool) -> str:
    """A page's HTML; `plain`, its title piece is a plain one across it."""
    house, chance, front = desk.house, desk.chance, leaf.index == 0
    top, right, bottom, left = house.margins
    width, height = house.size
    wide, high = width - left - right, height - top - bottom
    above, tall, below, low = "", 0.0, "", 0.0
    if front and plain:
        above, tall = masthead(issue.facts, desk.copy, desk.scale, wide, registration_line(issue.facts))
    elif not front:
        odd = leaf.index % 2 == 0
        if chance.random() < desk.habits.section:
            above, tall, below, low = opener(desk, issue.facts, wide, leaf.number, leaf.name, odd=odd)
        else:
            above, tall, below, low = folio(issue.facts, desk.copy, desk.scale, wide, leaf.number, leaf.name, odd=odd)
    room = high - tall - low
    small = house.stop * chance.uniform(0.7, 1.5)
    plan = WeekPlan(desk, small, front and not plain, design)
    inner = WeekMakeup(desk, issue.pages, issue.facts).html(plan.whole(wide, room))

    def at(y: float, text: str) -> str:
        return f"<div class='w-abs' style='left:{left:.2f}pt;top:{y:.2f}pt;width:{wide:.2f}pt'>{text}</div>"

    parts = (at(top, above) if above else "") + at(top + tall, inner) + (at(top + tall + room, below) if below else "")
    return f"<div class='page' style='width:{width}pt;height:{height}pt'><div class='w-page'>{parts}</div></div>"
