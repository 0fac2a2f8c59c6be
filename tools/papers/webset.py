"""Papers that a browser has laid out: grids, multi-column boxes, floats and vertical lines of HTML and CSS."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from papers.breaking import Type
from papers.fonts import Scale, style_sheet
from papers.furniture import Facts, drawn_facts, registration_line
from papers.heads import HeadLook
from papers.issue import Issue
from papers.look import Look
from papers.pour import Body
from papers.stylebook import NewsDesk
from papers.webcopy import Copy
from papers.webhouse import House, drawn_house, sheet
from papers.webplan import Makeup, Plan
from papers.webpress import press
from papers.webread import Reader, WebLeaf
from papers.webstory import Desktop
from papers.webtop import folio, masthead
from typesetter.browser import document
from typesetter.faults import TypesettingError
from typesetter.sheet import Sheet

STYLE = "body, .page { font-kerning:none; font-variant-ligatures:none; text-spacing-trim:space-all; hyphens:manual; }"
"""As `program.STYLE` has it for every paper."""
ROUNDS = 5
"""Times that an issue is laid out before it is given up."""
_PLACE = re.compile("\0([0-9]+)\0")


@dataclass(slots=True)
class Webset(Issue):
    """An issue of such a paper."""

    title: str = ""


Paged = Callable[[Webset, Desktop, WebLeaf], str]
"""What makes up a page: its HTML, with places for its cells."""
Desked = Callable[[Copy, Scale, list[str]], Desktop]


def look_of(house: House) -> Look:
    """What the rest of the workshop asks of a paper's look."""
    body = Body(Type(house.face, house.points, house.bold), house.leading, house.indent, house.parted, house.justified,
                Type(house.bold, house.points), feather=False)  # fmt: skip
    return Look(house.size, house.margins, house.columns, house.gutter, house.gap, body, HeadLook({}))


def begun(chance: random.Random) -> tuple[Webset, House]:
    """An issue with nothing on its pages yet, and its style."""
    house = drawn_house(chance)
    desk = NewsDesk(house.tongue, chance)
    desk.town = desk.teller().say("{town}")
    facts: Facts = drawn_facts(chance, house.tongue, desk)
    return Webset("webset", chance, house.tongue, look_of(house), facts, desk), house


def made(chance: random.Random, pages: int) -> Webset:
    """An issue of such a paper.

    Raises:
        TypesettingError: a page cannot be made up or filled.
    """
    return composed(*begun(chance), pages, _page)


def composed(
    issue: Webset, house: House, pages: int, paged: Paged, more: str = "", desktop: Desked = Desktop
) -> Webset:
    """An issue whose every page a function makes up.

    Args:
        issue: with nothing on its pages yet.
        house: its style.
        pages: how many.
        paged: makes a page's HTML.
        more: style sheet.
        desktop: what its stories are made with.

    Raises:
        TypesettingError: a page cannot be made up or filled.
    """
    chance = issue.chance
    issue.pages = pages
    scale = Scale()
    copy = Copy(house, chance, issue.desk if isinstance(issue.desk, NewsDesk) else NewsDesk(house.tongue, chance))
    labels = [house.label.format(n) for n in range(1, pages + 1)]
    desk = desktop(copy, scale, labels)
    bodies: list[str] = []
    leaves: list[WebLeaf] = []
    for index, label in enumerate(labels):
        desk.page = index
        desk.used = set()
        name = issue.tongue.words(issue.desk.teller().tell("pagename"), chance).right
        leaf = WebLeaf(index, Sheet(label, *house.size, vertical=False), scale, name)
        leaves.append(leaf)
        issue.leaves.append(leaf)
        bodies.append(paged(issue, desk, leaf))
    report = _laid(desk, bodies, more)
    reader = Reader(copy, scale, issue.tongue.joint)
    reader.told(report["told"])
    for leaf, found in zip(leaves, report["pages"], strict=True):
        reader.page(leaf, found)
    leaves[0].laid = f"<style>{sheet(house)}{more}</style>{leaves[0].laid}"
    seen = {line.article.id: None for leaf in issue.leaves for line in leaf.lines if line.article}
    order = {name: place for place, name in enumerate(seen)}
    issue.desk.articles.sort(key=lambda a: order.get(a.id, len(order)))
    return issue


def _laid(desk: Desktop, bodies: list[str], more: str) -> dict[str, Any]:
    """What the press makes of the pages; cells that it cannot fill are made anew.

    Raises:
        TypesettingError: some cannot be filled at all.
    """
    copy, house = desk.copy, desk.copy.house
    extra = f"{STYLE}{style_sheet()}{sheet(house)}{more}"
    for turn in range(1, ROUNDS + 1):
        body = _PLACE.sub(
            lambda m: f"<div class='w-slot' data-slot='{m[1]}'>{desk.slots[int(m[1])].html}</div>", "".join(bodies)
        )
        copy.flows[:] = [flow for slot in desk.slots for flow in slot.flows]
        html = document(body, house.size).replace("</style>", f"{extra}</style>", 1)
        report = press().laid(html, [f.asked() for f in copy.flows])
        faults = _faults(desk, report, turn)
        if not faults:
            return report
        for index, fault in faults.items():
            slot = desk.slots[index]
            if slot.redo is None or turn == ROUNDS:
                raise TypesettingError(f"{slot.name}: {fault}")
            before = len(copy.flows)
            slot.html = slot.redo(turn)
            slot.flows = copy.flows[before:]
    raise TypesettingError("a page cannot be filled")


def _faults(desk: Desktop, report: dict[str, Any], turn: int) -> dict[int, str]:
    """Cells that are not as they should be, and what is wrong with them."""
    told = iter(report["told"])
    found: dict[int, str] = {}
    for index, slot in enumerate(desk.slots):
        for flow in slot.flows:
            if fault := Reader.fault(flow, next(told), turn):
                found[index] = str(fault)
    for page in report["pages"]:
        for name in page["over"]:
            if not name:
                raise TypesettingError("a page is larger than its sheet")
            found.setdefault(int(name), "it is overfull")
    return found


def _page(issue: Webset, desk: Desktop, leaf: WebLeaf) -> str:
    """A page's HTML."""
    house, chance = desk.copy.house, desk.copy.chance
    top, right, bottom, left = house.margins
    width, height = house.size
    wide, high = width - left - right, height - top - bottom
    if leaf.index == 0:
        above, tall = masthead(issue.facts, desk.copy, desk.scale, wide, registration_line(issue.facts))
        below, low = "", 0.0
    else:
        above, tall, below, low = folio(
            issue.facts, desk.copy, desk.scale, wide, leaf.number, leaf.name, odd=leaf.index % 2 == 0
        )
    room = high - tall - low
    small = house.stop * chance.uniform(0.6, 1.3)
    node = Plan(desk, small, leaf.index == 0).whole(wide, room)
    inner = Makeup(desk, issue.pages).html(node)

    def at(y: float, text: str) -> str:
        return f"<div class='w-abs' style='left:{left:.2f}pt;top:{y:.2f}pt;width:{wide:.2f}pt'>{text}</div>"

    parts = at(top, above) + at(top + tall, inner) + (at(top + tall + room, below) if below else "")
    return f"<div class='page' style='width:{width}pt;height:{height}pt'><div class='w-page'>{parts}</div></div>"
