"""Chinese papers of 1912 to 1949: vertical lines in many tiers, telegrams under rubrics, large advertisements.

The page is turned as in `vertical`. Bands of tiers are parted from right to left; a part is a story whose head
spans all its tiers or the upper ones, a run of small items from tier to tier, a novel in a box, or notices.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from papers.breaking import Type
from papers.carve import columns
from papers.county import begun
from papers.dense import column_frames
from papers.furniture import counted
from papers.gazette import Gazette, Heading, novel
from papers.heads import HeadLook
from papers.issue import FOLIO, Issue
from papers.leaf import Leaf
from papers.look import PAPERS, Look, drawn_body
from papers.placard import placard
from papers.plan import Cell, Grid
from papers.pour import Body
from papers.setting import set_story
from papers.slot import Wish
from papers.stories import Tongue
from papers.stream import streamed
from typesetter.faults import TypesettingError
from typesetter.sheet import Rect

TRIES = 5
FACES = ("ming", "ming", "songtw", "kai")
BOLD = ("songtwb", "songtwb", "gothictwb", "hei")
SHALLOWEST = 70.0
"""Points from right to left that a part of a band must have."""


def look(chance: random.Random) -> Look:
    """How such a paper looks."""
    size = PAPERS[chance.choice(("tabloid", "a3", "berliner", "rhenish", "broadsheet", "short"))]
    face, bold = chance.choice(FACES), chance.choice(BOLD)
    body = drawn_body(
        chance,
        face,
        (7.2, 9.6),
        (1.14, 1.5),
        lead="",
        sub=bold,
        indent=chance.choice((0.0, 0.0, 1.0, 2.0)),
        upright=True,
    )
    heads = HeadLook(
        {
            "label": chance.choice((bold, face, "kai")),
            "kicker": chance.choice((face, bold)),
            "headline": chance.choice((bold, bold, "kai", face)),
            "deck": chance.choice((face, "kai", bold)),
            "byline": face,
        },
        align=chance.choice(("start", "center", "center")),
        tight=chance.uniform(1.16, 1.35),
        label_style=chance.choice(("plain", "line")),
    )
    margin = chance.uniform(22, 38)
    gutter = chance.choice((chance.uniform(5, 8), chance.uniform(8, 13)))
    em = body.type.size
    tiers = round((size[1] - 120) / (chance.uniform(9.5, 15) * em + gutter))
    return Look(
        size,
        (chance.uniform(22, 34), margin, chance.uniform(24, 36), margin),
        max(6, min(14, tiers)),
        gutter,
        chance.uniform(7, 12),
        body,
        heads,
        upright=True,
        column_rules=chance.random() < 0.65,
        parting=chance.choice(("hair", "rule", "double", "double", "white")),
        largest=chance.uniform(20, 42),
        pictured=chance.choice((0.0, 0.05, 0.15)),
        byline=chance.choice(("top", "end", "none", "none")),
        datelines=chance.uniform(0.3, 0.9),
        caption=Type("kai", chance.uniform(7, 8.5)),
        half_tone=True,
        accent="#333",
        lengths=chance.choice(((1, 2, 2, 3), (2, 3, 4), (1, 1, 2), (3, 4, 6))),
        folio=Type(heads.faces["label"], chance.uniform(8, 10)),
        extra={
            "old": "1",
            "title": chance.choice(("kai", "songtwb", "kai", bold)),
            "folio": str(chance.randint(0, 2)),
            "kicker": str(chance.uniform(0.05, 0.3)),
            "deck": str(chance.uniform(0.1, 0.6)),
            "label": "0.05",
        },
    )


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such a paper."""
    points = chance.choice(("none", "dots", "dots", "dots", ""))
    speech = Tongue("zh-Hant", numerals=True, corner=True, book="zh+republican", points=points)
    issue = begun("republican", chance, speech, look(chance))
    facts = issue.facts
    facts.day = facts.day.replace(year=chance.randint(1912, 1949))
    facts.era = "中華民國"
    facts.number = str(chance.randint(2, 9400))
    facts.total, facts.registration = None, None
    facts.price = f"零售每份{counted(chance.randint(2, 30))}分" if chance.random() < 0.5 else ""
    issue.pages = pages
    standing = chance.random() < 0.6
    sheets = _Sheets(issue)
    for number in range(1, pages + 1):
        leaf = issue.leaf(number, speech.words(issue.desk.teller().tell("pagename"), chance).right)
        if number == 1 and standing:
            width, height = issue.look.size
            top, right, bottom, left = issue.look.margins
            room = Rect(top, right, height - top - bottom, width - left - right)
        elif number == 1:
            room = issue.room(leaf, masthead=chance.uniform(58, 100))
        else:
            room = _under_folio(issue, leaf)
        sheets.fill(leaf, room, first=number == 1, standing=number == 1 and standing)
    return issue


def _under_folio(issue: Issue, leaf: Leaf) -> Rect:
    """A page under its running head, or beside one at its right edge; what is left of it."""
    chance, facts = issue.chance, issue.facts
    if chance.random() < 0.6:
        return issue.room(leaf)
    width, height = issue.look.size
    top, right, bottom, left = issue.look.margins
    strip = Rect(width - right - FOLIO * 0.7, top, FOLIO * 0.7, height - top - bottom)
    bits = (facts.title, facts.date_line(), f"第{counted(int(leaf.number))}版")
    each = strip.h / len(bits)
    for index, bit in enumerate(bits):
        place = strip._replace(y=strip.y + index * each, h=each)
        issue.plate(leaf).column(bit, place, issue.look.folio.face, issue.look.folio.size, "folio")
    edge = right + FOLIO * 0.7 + 5
    leaf.sheet.rule(Rect(top, edge - 5, height - top - bottom, 4), 0.8)
    return Rect(top, edge, height - top - bottom, width - left - edge)


class _Sheets:
    """Fills pages, one after another, in one manner."""

    def __init__(self, issue: Issue) -> None:
        """Draws how heads and rubrics are set and how often bands are parted."""
        self.issue = issue
        chance, faces = issue.chance, issue.look.heads.faces
        face = issue.look.body.type.face
        mark = chance.choice(("", "", "", "◎", "▲", "●", "△", "○"))
        self.usual = Heading(
            chance.choice((faces["headline"], faces["headline"], face)),
            chance.choice((1.0, 1.25, 1.5, 1.9)) * chance.uniform(1.0, 1.1),
            2,
            chance.choice(("start", "center", "center")),
            chance.choice((0.0, 0.0, 0.0, 0.2, 0.5)),
            mark=mark,
            before=chance.uniform(0.25, 0.9),
        )
        self.large = replace(self.usual, face=faces["headline"], size=chance.uniform(1.7, 2.6), most=3, track=0.0)
        self.rubric = Heading(
            faces["label"], chance.uniform(1.5, 2.4), 1, "center", chance.choice((0.0, 0.6)), before=1.0
        )
        self.lead = chance.choice((("gothictwb", 0.0), (face, 0.0), (faces["headline"], 0.0)))
        self.rules = chance.random() < 0.3
        self.parted = chance.uniform(0.3, 0.8)
        self.flowing = chance.uniform(0.3, 0.75)
        self.advertised = chance.uniform(0.33, 0.52)
        self.kinds = ("report",) * chance.randint(4, 9) + ("group",) * chance.randint(1, 3) + ("large",)
        self.kinds += ("verse",) if chance.random() < 0.3 else ()
        self.boxes = 0

    def fill(self, leaf: Leaf, room: Rect, *, first: bool, standing: bool) -> None:
        """Fills a page."""
        issue, chance = self.issue, self.issue.chance
        grid = issue.grid(room)
        cells = [Cell(0, grid.count, room.y, room.y + room.h)]
        if standing:
            tiers = max(2, round(grid.count * chance.uniform(0.3, 0.5)))
            deep = chance.uniform(70, 115)
            corner = grid.place(Cell(0, tiers, room.y, room.y + deep))
            issue.plate(leaf).standing(issue.facts, leaf.sheet.physical(corner))
            edge = room.y + deep + grid.gap
            cells = [cells[0]._replace(last=tiers, top=edge), cells[0]._replace(first=tiers)]
        share = self.advertised if first else chance.choice((0.0, 0.0, 0.15, 0.25, 0.4))
        cells = self._advertised(leaf, grid, cells, share)
        for cell in cells:
            for band in self._banded(leaf, grid, cell):
                self._set(leaf, grid, band)

    def _advertised(self, leaf: Leaf, grid: Grid, cells: list[Cell], share: float) -> list[Cell]:
        """What advertisements leave of a page: they take its last tiers, or its left end."""
        chance = self.issue.chance
        if share <= 0:
            return cells
        *before, last = cells
        own = round(grid.count * share)
        if chance.random() < 0.75 and last.last - own - last.first >= 2:
            foot = last._replace(first=last.last - own)
            if before and chance.random() < 0.5 and foot.first < before[0].last:
                foot = last
            self._placards(leaf, grid, foot)
            left = last._replace(last=foot.first)
            found = [*before, left]
        else:
            tall = last.bottom - last.top
            edge = last.bottom - tall * share * grid.count / (last.last - last.first)
            if edge - last.top < SHALLOWEST * 1.5:
                edge = last.top + tall * 0.5
            self._placards(leaf, grid, last._replace(top=edge))
            found = [*before, last._replace(bottom=edge - grid.gap)]
        return [c for c in found if c.last > c.first]

    def _placards(self, leaf: Leaf, grid: Grid, cell: Cell) -> None:
        """Advertisements in a place: large ones, small ones, and perhaps a tier of notices."""
        chance = self.issue.chance
        first = cell.first
        while first < cell.last:
            last = min(cell.last, first + chance.choice((1, 2, 2, 3, 4)))
            band = cell._replace(first=first, last=last)
            first = last
            if chance.random() < 0.25 and self._tried(leaf, grid.place(band), self._notices, last - band.first):
                continue
            top = cell.top
            while top < cell.bottom:
                deep = chance.uniform(0.5, 2.2) * grid.place(band).w * chance.choice((0.6, 1.0, 1.6))
                deep = max(46.0, deep)
                end = cell.bottom if cell.bottom - top - deep < 60 else top + deep
                placard(self.issue, leaf, grid.place(band._replace(top=top, bottom=end)))
                top = end + 5

    def _banded(self, leaf: Leaf, grid: Grid, cell: Cell) -> list[Cell]:
        """A place in bands of tiers, and these in parts from right to left; draws the rules between them."""
        chance, issue = self.issue.chance, self.issue
        found: list[Cell] = []
        cuts: list[tuple[str, Rect]] = []
        first = cell.first
        while first < cell.last:
            high = chance.choice((1, 2, 2, 3, 3, 4, 5, 7))
            last = cell.last if cell.last - first - high < 1 else first + high
            band = cell._replace(first=first, last=last)
            if first > cell.first:
                rect = grid.place(band)
                cuts.append(("down", Rect(rect.x - grid.gutter, rect.y, grid.gutter, rect.h)))
            top = cell.top
            while True:
                deep = (cell.bottom - cell.top) * chance.uniform(0.25, 0.6)
                if chance.random() > self.parted or cell.bottom - top - deep < SHALLOWEST * 1.3:
                    found.append(band._replace(top=top))
                    break
                deep = max(SHALLOWEST, deep)
                found.append(band._replace(top=top, bottom=top + deep))
                rect = grid.place(found[-1])
                cuts.append(("across", Rect(rect.x, rect.y + rect.h, rect.w, grid.gap)))
                top += deep + grid.gap
            first = last
        issue.part_rules(leaf, cuts)
        return found

    def _set(self, leaf: Leaf, grid: Grid, cell: Cell) -> None:
        """Gives a place a run of items, a story, a novel or notices; where nothing fits, an advertisement."""
        chance = self.issue.chance
        rect, tiers = grid.place(cell), cell.last - cell.first
        draw = chance.random()
        if tiers > 1 and self.boxes < leaf.index and draw < 0.3 and self._tried(leaf, rect, self._novel, tiers):
            self.boxes += 1
            return
        if draw < 0.06 and self._tried(leaf, rect, self._notices, tiers):
            return
        flows = tiers == 1 or rect.h > 340 or chance.random() < self.flowing
        if flows and self._tried(leaf, rect, self._run, tiers):
            return
        if self._tried(leaf, rect, self._story, tiers) or self._tried(leaf, rect, self._run, tiers):
            return
        placard(self.issue, leaf, rect)

    def _tried(self, leaf: Leaf, rect: Rect, place: Callable[[Leaf, Rect, int], None], tiers: int) -> bool:
        """Whether something can be set in a place; if not, nothing is left of the attempt."""
        articles = self.issue.desk.articles
        for _ in range(TRIES):
            mark = len(leaf.lines), len(leaf.sheet.parts), len(articles)
            try:
                place(leaf, rect, tiers)
            except TypesettingError:
                del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], articles[mark[2] :]
                continue
            return True
        return False

    def _items(self, measure: float, body: Body, kinds: tuple[str, ...]) -> Gazette:
        return Gazette(
            self.issue,
            body,
            rules=self.rules,
            measure=measure,
            usual=self.usual,
            large=self.large,
            rubric=self.rubric,
            leading=self.lead,
            kinds=kinds,
        )

    def _run(self, leaf: Leaf, rect: Rect, tiers: int) -> None:
        """Items one after another, from tier to tier."""
        style = self.issue.look
        body = replace(style.body, gap=0.0)
        frames = column_frames(self.issue, leaf, columns(rect, tiers, style.gutter), ())
        items = self._items(frames[0].rect.w, body, self.kinds)
        streamed(self.issue, frames, body, items.made, allowed=5)

    def _notices(self, leaf: Leaf, rect: Rect, tiers: int) -> None:
        """Notices side by side, rules as long as their tier between them."""
        style, chance = self.issue.look, self.issue.chance
        size = max(6.4, style.body.type.size * chance.uniform(0.85, 1.0))
        body = replace(style.body, type=replace(style.body.type, size=size), leading=size * 1.25, gap=0.0)
        frames = column_frames(self.issue, leaf, columns(rect, tiers, style.gutter), ())
        items = self._items(frames[0].rect.w, body, ("notice", "notice", "notice", "class"))
        items.rules, items.span = True, 0.01
        items.usual = replace(self.usual, size=chance.uniform(1.2, 1.9), track=0.0, mark="")
        streamed(self.issue, frames, body, items.made, allowed=6)

    def _story(self, leaf: Leaf, rect: Rect, tiers: int) -> None:
        """A story under a head over all its tiers, or over the upper ones."""
        issue, chance, style = self.issue, self.issue.chance, self.issue.look
        draft = issue.desk.draft()
        draft.head("headline")
        for name in ("kicker", "deck", "label"):
            if chance.random() < float(style.extra[name]):
                draft.head(name)
        em = style.body.type.size
        size = max(em * 1.5, min(style.largest, rect.w * 0.11, rect.h * 0.2) * chance.uniform(0.8, 1.15))
        wish = Wish(tiers, size=size, lines=chance.choice((1, 2, 3)), pictures=int(chance.random() < style.pictured))
        if tiers > 2 and chance.random() < 0.35:
            wish.head, wish.span = "short", chance.randint(max(1, tiers // 2), tiers - 1)
        wish.box = "box" if chance.random() < 0.08 else ""
        task = issue.task(draft, leaf, rect, wish)
        set_story(task, issue.leaves, issue.scale)

    def _novel(self, leaf: Leaf, rect: Rect, tiers: int) -> None:
        """A part of a novel in a box."""
        chance, em = self.issue.chance, self.issue.look.body.type.size
        head, span = ("short", max(1, tiers // 2)) if tiers > 2 and chance.random() < 0.4 else ("top", 1)
        wish = Wish(tiers, head=head, span=span, size=em * chance.uniform(1.7, 2.8), lines=1, box="box")
        novel(self.issue, [(leaf, rect)], wish)
