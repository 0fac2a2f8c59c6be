"""Makes an issue: draws its look, plans its pages, and has every place filled."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from papers.fit import Telling
from papers.fonts import Scale
from papers.furniture import Facts, Plate
from papers.leaf import Leaf
from papers.look import Look
from papers.plan import Cell, Divider, Grid
from papers.setting import Task, set_story
from papers.slot import Slot, Wish
from papers.special import PLACES, Place
from papers.stories import Desk, Draft, Tongue
from papers.turns import Turn, goes_on, leave
from typesetter.faults import TypesettingError, UndersetError
from typesetter.sheet import Rect, Sheet

FOLIO = 20.0


KINDS, LOOSE, LATE = 3, 0, 1
"""Of three papers one leaves white under its stories, and one lets their first columns stand up beside their heads."""


@dataclass(slots=True)
class Issue:
    """An issue in the making."""

    family: str
    chance: random.Random
    tongue: Tongue
    look: Look
    facts: Facts
    desk: Desk
    scale: Scale = field(default_factory=Scale)
    leaves: list[Leaf] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    ads: int = 0
    pages: int = 4
    by: int = 0
    places: Mapping[str, Place] = field(default_factory=lambda: PLACES)

    def leaf(self, number: int, name: str) -> Leaf:
        """A new page."""
        width, height = self.look.size
        sheet = Sheet(str(number), width, height, self.look.upright)
        found = Leaf(len(self.leaves), sheet, self.scale, name)
        self.leaves.append(found)
        return found

    def plate(self, leaf: Leaf) -> Plate:
        """Sets furniture on a page."""
        return Plate(leaf, self.look, self.chance)

    def room(self, leaf: Leaf, *, masthead: float = 0.0) -> Rect:
        """Sets masthead or folio, and says what of the page is left, in its logical frame."""
        width, height = self.look.size
        top, right, bottom, left = self.look.margins
        if masthead:
            self.plate(leaf).masthead(self.facts, Rect(left, top, width - left - right, masthead))
            top += masthead + 9
        else:
            self.plate(leaf).folio(self.facts, Rect(left, top, width - left - right, FOLIO))
            top += FOLIO + 6
        if leaf.vertical:
            return Rect(top, right, height - top - bottom, width - left - right)
        return Rect(left, top, width - left - right, height - top - bottom)

    def grid(self, rect: Rect, count: int = 0) -> Grid:
        """The page's grid."""
        return Grid(rect, count or self.look.columns, self.look.gutter, self.look.gap)

    def part_rules(self, leaf: Leaf, cuts: list[tuple[str, Rect]]) -> None:
        """Rules between stories."""
        parting = self.look.parting
        if parting == "white":
            return
        weight = {"hair": 0.4, "rule": 0.8, "thick": 2.0, "double": 0.6}[parting]
        for kind, rect in cuts:
            if kind == "down" and parting == "thick":
                leaf.sheet.rule(rect, 0.4)
            elif parting == "double" and kind == "across":
                x, y, w, h = rect
                leaf.sheet.rule(Rect(x, y + h / 2 - 2.0, w, 1.6), 0.5)
                leaf.sheet.rule(Rect(x, y + h / 2 + 0.4, w, 1.6), 0.5)
            else:
                leaf.sheet.rule(rect, weight)

    def advertise(self, leaf: Leaf, rect: Rect) -> None:
        """An advertisement in a logical rectangle."""
        self.ads += 1
        self.plate(leaf).advertisement(self.desk, leaf.sheet.physical(rect), f"ad-{self.ads}")

    def news(self, leaf: Leaf, rect: Rect, *, first: bool = False, corner: tuple[int, float] = (0, 0.0)) -> None:
        """A page of stories; `corner` columns of its first corner are taken, so many points deep."""
        chance, look = self.chance, self.look
        grid = self.grid(rect)
        cells, cuts = self._with_advertisements(leaf, grid, rect)
        divider = Divider(
            grid,
            chance,
            look.stop,
            least=float(look.extra.get("least", "95")),
            notched=look.notched,
            across=float(look.extra.get("across", "0.6")),
            narrowest=int(look.extra.get("narrowest", "1")),
            cuts=cuts,
        )
        found: list[Cell] = []
        if corner[0]:
            whole = cells.pop(0)
            edge = whole.top + corner[1]
            cells.insert(0, whole._replace(first=corner[0], bottom=edge))
            cells.insert(1, whole._replace(top=edge + grid.gap))
            divider.cuts.append(("across", Rect(rect.x, edge, rect.w, grid.gap)))
        for cell in cells:
            found += divider.divide(cell)
        self.part_rules(leaf, divider.cuts)
        self._fill(leaf, grid, found, first=first)

    def _with_advertisements(self, leaf: Leaf, grid: Grid, rect: Rect) -> tuple[list[Cell], list[tuple[str, Rect]]]:
        """The page less its advertisements: none, a strip, a corner or a staircase at the foot."""
        chance, gap = self.chance, grid.gap
        whole = Cell(0, grid.count, rect.y, rect.y + rect.h)
        kind = chance.choice(self.look.extra.get("ads", "none none strip corner stairs").split())
        cuts: list[tuple[str, Rect]] = []
        if kind == "none" or grid.count < 3:
            return [whole], cuts
        if leaf.vertical and kind == "strip":
            return self._last_tiers(leaf, grid, whole), cuts
        tall = rect.h * chance.uniform(0.1, 0.22)
        foot = Cell(0, grid.count, whole.bottom - tall, whole.bottom)
        above = whole._replace(bottom=foot.top - gap)
        cuts.append(("across", Rect(rect.x, above.bottom, rect.w, gap)))
        if kind == "strip":
            cut = chance.randint(0, grid.count - 1)
            for cell in (foot._replace(last=cut), foot._replace(first=cut)) if cut else (foot,):
                self.advertise(leaf, grid.place(cell))
            return [above], cuts
        own = chance.randint(2, max(2, grid.count - 2))
        self.advertise(leaf, grid.place(foot._replace(first=grid.count - own)))
        rest = [foot._replace(last=grid.count - own)]
        if kind == "stairs" and own > 2:
            step = own - chance.randint(1, own - 1)
            high = rect.h * chance.uniform(0.08, 0.16)
            upper = Cell(grid.count - step, grid.count, above.bottom - high, above.bottom)
            self.advertise(leaf, grid.place(upper))
            rest.insert(0, Cell(0, grid.count - step, upper.top, upper.bottom))
            above = above._replace(bottom=upper.top - gap)
            cuts.append(("across", Rect(rect.x, above.bottom, rect.w, gap)))
        return [above, *rest], cuts

    def _last_tiers(self, leaf: Leaf, grid: Grid, whole: Cell) -> list[Cell]:
        """The page less advertisements in its last columns, which are a vertical paper's lowest tiers."""
        first = grid.count - self.chance.randint(1, max(1, grid.count // 5))
        count = self.chance.randint(1, 4)
        tall = (whole.bottom - whole.top + grid.gap) / count
        for index in range(count):
            top = whole.top + index * tall
            self.advertise(leaf, grid.place(Cell(first, grid.count, top, top + tall - grid.gap)))
        return [whole._replace(last=first)]

    def _fill(self, leaf: Leaf, grid: Grid, cells: list[Cell], *, first: bool) -> None:
        """Gives every cell a story, or something else."""
        chance = self.chance
        waiting = [t for t in self.turns if t.page == leaf.index]
        sizes = [grid.place(c).w * grid.place(c).h for c in cells]
        order = sorted(range(len(cells)), key=lambda i: -sizes[i])
        taken: dict[int, Turn] = {}
        for turn in waiting:
            free = [i for i in order if i not in taken and not cells[i].notches]
            if not free:
                raise UndersetError("no place for a continued story")
            taken[free[min(len(free) - 1, chance.randint(0, 2))]] = turn
        leaving = int(self.look.extra.get("turns", "1")) if leaf.index < self.pages - 1 else 0
        leavers = [i for i in order[:5] if i not in taken]
        leavers = leavers[: leaving if first else min(leaving, chance.randint(0, 1))]
        for index, cell in enumerate(cells):
            if index in taken:
                goes_on(self, leaf, grid.place(cell), taken[index])
            elif index == order[0] or cell.notches or not self._special(leaf, grid.place(cell)):
                self.story(leaf, grid, cell, first=index == order[0], leaves=index in leavers)

    def _special(self, leaf: Leaf, rect: Rect) -> bool:
        """Perhaps something else than a story."""
        for name, place in self.places.items():
            often = float(self.look.extra.get(name, "0"))
            if self.chance.random() >= often or (name in leaf.used and self.chance.random() < 0.85):
                continue
            if rect.w * rect.h > self.look.stop * 1.2 or (leaf.vertical and name in {"photos", "tables"}):
                continue
            if self._fits(leaf, partial(place, self, leaf, rect)):
                leaf.used.add(name)
                return True
        return False

    def _fits(self, leaf: Leaf, sets: Callable[[], None]) -> bool:
        """Sets something on a page; where it does not fit, the page is as it was."""
        mark = len(leaf.lines), len(leaf.sheet.parts), len(self.desk.articles)
        try:
            sets()
        except TypesettingError:
            del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], self.desk.articles[mark[2] :]
            return False
        return True

    def story(self, leaf: Leaf, grid: Grid, cell: Cell, *, first: bool = False, leaves: bool = False) -> None:
        """Gives a cell a story; `leaves` if it goes on on a later page."""
        rect = grid.place(cell)
        for attempt in range(5):
            mark = len(leaf.lines), len(leaf.sheet.parts), len(self.desk.articles)
            draft = self.desk.draft()
            try:
                wish = self.wish(draft, grid, cell, rect, first=first, plain=attempt > 1)
                task = self.task(draft, leaf, rect, wish, plain=attempt > 1)
                if leaves and attempt < 2:
                    leave(self, task, leaf)
                else:
                    self._loosen(task)
                    set_story(task, self.leaves, self.scale)
            except TypesettingError:
                del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], self.desk.articles[mark[2] :]
                continue
            if task.spare is not None:
                inner = task.spare
                self.story(leaf, self.grid(inner, 1), Cell(0, 1, inner.y, inner.y + inner.h))
            return
        self._filler(leaf, grid, cell, rect)

    def _filler(self, leaf: Leaf, grid: Grid, cell: Cell, rect: Rect) -> None:
        """What stands where no story fits: an advertisement, over the corner cut out if there is one."""
        for notch in cell.notches:
            other = grid.place(notch)
            if notch.top > cell.top:
                rect = Rect(rect.x, rect.y, rect.w, other.y - rect.y - grid.gap)
            elif notch.first > cell.first:
                rect = Rect(rect.x, rect.y, other.x - rect.x - grid.gutter, rect.h)
        self.advertise(leaf, rect)

    def wish(self, draft: Draft, grid: Grid, cell: Cell, rect: Rect, *, first: bool, plain: bool) -> Wish:
        """How a story is to stand in a cell."""
        chance, look = self.chance, self.look
        em = look.body.type.size
        count = max(1, round((rect.w + look.gutter) / (look.measure * em * chance.uniform(0.85, 1.25) + look.gutter)))
        shares: tuple[float, ...] = ()
        if cell.notches:
            count = cell.last - cell.first
        elif count > 2 and chance.random() < look.bastard:
            count -= 1
        while count > 1 and (rect.w - (count - 1) * look.gutter) / count < 9 * em:
            count -= 1
        if not cell.notches and 1 < count < 5 and chance.random() < look.bastard * 0.6:
            shares = tuple(chance.choice((1.0, 1.0, 1.35, 1.6)) for _ in range(count))
        size = min(look.largest * (1.0 if first else 0.72), 0.055 * rect.w + em * 1.3, rect.h * 0.15)
        wish = Wish(count, shares, size=max(em * 1.35, size * chance.uniform(0.8, 1.15)))
        self._heads(draft, first=first, narrow=rect.w < 16 * em)
        wish.lines = 3 if rect.w > 18 * em else 4
        if not self.tongue.chinese and rect.w < 20 * em:
            wish.lines = 5
        draws = chance.random()
        if cell.notches:
            notch = cell.notches[0]
            other = grid.place(notch)
            grown = max(0.0, grid.gap - max(5.0, look.gutter * 0.6))
            wish.notches = [Rect(other.x, other.y - grown, other.w, other.h + 2 * grown)]
            if notch.top == cell.top:
                wish.head, wish.span = "short", notch.first - cell.first
                if wish.span < 1:
                    raise UndersetError("a head without columns")
        elif plain:
            pass
        elif draws < look.crossed:
            wish.head = "crossed"
        elif draws < look.crossed + look.beside and count > 2:
            wish.head, wish.span = "short", 1
        elif draws < look.crossed + look.beside + look.short and count > 2:
            wish.head, wish.span = "short", chance.randint(1, count - 1)
        elif draws < look.crossed + look.beside + look.short + look.middle and count > 2:
            wish.head, wish.span = "middle", chance.randint(1, count - 1)
        if wish.head == "top" and count > 2 and not (cell.notches or plain or look.body.type.upright):
            by_itself = random.Random(self._told() + len(self.desk.articles))
            if self._told() % KINDS == LATE and by_itself.random() < 0.35:
                wish.head, wish.span = "late", by_itself.randint(max(1, count - 2), count - 1)
        if wish.head == "top" and not cell.notches and not plain:
            if count > 2 and rect.h > 200 and chance.random() < look.lent:
                wish.lent = chance.randint(1, count - 2)
            if chance.random() < look.boxed:
                wish.box = chance.choice(("box", "box", "tint"))
            wish.reverse = chance.random() < float(look.extra.get("reverse", "0.03"))
            if self.tongue.chinese and chance.random() < float(look.extra.get("big", "0.03")):
                wish.head, wish.box = "none", "box"
        enough = rect.w * rect.h > 22_000 and rect.h > 170
        if enough and not plain and wish.head != "crossed":
            wish.pictures = int(chance.random() < look.pictured * (1.6 if first else 1.0))
            wish.pictures += int(wish.pictures and rect.w * rect.h > 140_000 and chance.random() < 0.5)
            wish.quote = chance.random() < look.quotes and count > 1 and rect.h > 220
        wish.drop = look.drops if look.drops and rect.h > 200 and chance.random() < 0.6 else 0
        return wish

    def _heads(self, draft: Draft, *, first: bool, narrow: bool) -> None:
        chance, extra = self.chance, self.look.extra
        draft.head("headline")
        if chance.random() < float(extra.get("kicker", "0.3")) * (1.5 if first else 1.0):
            draft.head("kicker")
        if chance.random() < float(extra.get("deck", "0.2")) * (2.0 if first else 1.0) and not narrow:
            draft.head("deck")
        if "kicker" not in draft.article.heads and chance.random() < float(extra.get("label", "0.08")):
            draft.head("label")

    def task(self, draft: Draft, leaf: Leaf, rect: Rect, wish: Wish, *, plain: bool = False) -> Task:
        """A story laid out in its place, ready to be told."""
        chance, look = self.chance, self.look
        body = look.body
        if wish.head == "none":
            draft.article.heads.clear()
            draft.head("label", "big")
            larger = round(body.type.size * chance.uniform(1.35, 1.7), 1)
            body = replace(body, type=replace(body.type, size=larger), leading=larger * chance.uniform(1.4, 1.7))
            wish.head, wish.size, wish.pictures = "top", larger, 0
        tail = self._byline(draft, wish)
        if chance.random() < look.datelines:
            draft.lead = self._dateline(draft)
        slot = Slot(leaf, rect, replace(look, body=body), draft, wish)
        frames = slot.frames()
        telling = Telling(look.lengths, 0.0 if plain else look.subs)
        if not plain and chance.random() < float(look.extra.get("answers", "0.03")):
            telling = replace(telling, manner="answers")
        face = look.heads.faces["headline"]
        return Task(draft, frames, body, telling, tail, drop=wish.drop, drop_face=face, spare=slot.spare)

    def _told(self) -> int:
        """A number of the paper's own that takes nothing from its chance: older seeds stay as they were."""
        return zlib.crc32(f"{self.facts.title} {self.facts.total}".encode())

    def _loosen(self, task: Task) -> None:
        """In one paper of three, leaves white at the foot of some stories' last columns."""
        chance = random.Random(self._told() + len(self.desk.articles))
        if self._told() % KINDS != LOOSE or len(task.frames) < 2 or task.spare is not None or chance.random() < 0.5:
            return
        last = task.frames[-1]
        high = max(last.rect.h * chance.uniform(0.1, 0.9), 3 * task.body.leading)
        if high < last.rect.h:
            task.frames[-1] = replace(last, rect=last.rect._replace(h=high))

    def _byline(self, draft: Draft, wish: Wish) -> str:
        """Gives the story its writers: on top of it, or, returned, for its end."""
        chance, tongue = self.chance, self.tongue
        how = self.look.byline
        if how == "none" or chance.random() < 0.25:
            return ""
        names = draft.names(chance.choice((1, 1, 1, 2) if tongue.chinese else (1,)))
        draft.article.byline = names
        draft.teller.bound["name"] = (" " if tongue.chinese else " and ").join(names)
        ways = draft.teller.ways("by")
        text = tongue.words(draft.teller.say(ways[self.by % len(ways)]), chance).printed
        if how == "mixed":
            how = chance.choice(("top", "end"))
        if how == "end":
            return text
        wish.byline = text
        return ""

    def _dateline(self, draft: Draft) -> str:
        if self.tongue.chinese:
            return draft.dateline()
        town = draft.teller.say("{@town}")
        return {"en": f"{town.upper()} —", "de": f"{town}.", "fr": f"{town}. —"}[self.tongue.code]
