"""An issue of a present-day paper: its page labels, folios, mastheads, and what fills a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from papers import adverts, jumps
from papers.breaking import Type
from papers.issue import FOLIO, Issue
from papers.leaf import Leaf
from papers.modules import Module
from papers.setting import set_story
from papers.stylebook import Book, NewsDesk
from typesetter.faults import TypesettingError, UndersetError
from typesetter.sheet import Rect, Sheet

if TYPE_CHECKING:
    from papers.plan import Cell, Grid

TRIES, FULL = 7, 4
"""Attempts at a story, and how many of them have pictures and the like."""


@dataclass(slots=True)
class Present(Issue):
    """An issue in the making, with the paper's style book.

    Attributes:
        own: what may stand in a page's place instead of a story, and how often it does.
    """

    desk: NewsDesk
    book: Book = field(kw_only=True)
    own: Mapping[str, tuple[float, Callable[[Present, Leaf, Rect], None]]] = field(default_factory=dict)

    def leaf(self, number: int, name: str) -> Leaf:
        """A new page."""
        width, height = self.look.size
        found = Leaf(len(self.leaves), Sheet(self.labelled(number), width, height, vertical=False), self.scale, name)
        self.leaves.append(found)
        return found

    def labelled(self, number: int) -> str:
        """A page's number as the paper writes it."""
        return self.book.label.format(number)

    def room(self, leaf: Leaf, *, masthead: float = 0.0) -> Rect:
        """Sets masthead or folio, and says what of the page is left."""
        width, height = self.look.size
        top, right, bottom, left = self.look.margins
        strip = Rect(left, top, width - left - right, masthead or FOLIO)
        if not masthead:
            top += self._folio(leaf, strip) + 7
        elif self.book.folio in {"dark", "tab", "center"}:
            self._title(leaf, strip)
            top += masthead + 9
        else:
            self.plate(leaf).masthead(self.facts, strip)
            top += masthead + 9
        return Rect(left, top, width - left - right, height - top - bottom)

    def _title(self, leaf: Leaf, rect: Rect) -> None:
        """The title on a coloured block, the day beside it or below."""
        x, y, w, h = rect
        plate, facts = self.plate(leaf), self.facts
        fill, ink = self.book.fill
        face, small = self.look.heads.faces["headline"], self.look.folio.face
        bits = [facts.date_line(), facts.issue_line()] + [facts.weekday()] * self.tongue.chinese
        if self.book.folio == "tab":
            block = Rect(x, y, w * 0.42, h - 4)
            plate.line(facts.title, block.inset(7), face, h * 0.55, "masthead", "center", color=ink)
            step = min(15.0, h / (len(bits) + 1))
            for i, bit in enumerate(bits):
                at = Rect(x + w * 0.45, y + 4 + i * step, w * 0.55, step)
                plate.line(bit, at, small, step * 0.7, "masthead", "end")
        else:
            block = Rect(x, y, w, h - 17)
            plate.line(facts.title, block.inset(7), face, h * 0.6, "masthead", "center", color=ink)
            each = w / len(bits)
            for i, bit in enumerate(bits):
                at = Rect(x + i * each, y + h - 15, each, 13)
                plate.line(bit, at, small, 8.5, "masthead", ("start", "center", "end")[min(i, 2)])
        leaf.sheet.put(block, "", "", f"background:{fill}")

    def _folio(self, leaf: Leaf, strip: Rect) -> float:
        """The running head; its height."""
        x, y, w, _ = strip
        fill, ink = self.book.fill
        style, faces, facts = self.book.folio, self.look.heads.faces, self.facts
        number, name = self._number(leaf), leaf.name or facts.title
        day = facts.date_line() + (" " + facts.weekday() if self.tongue.chinese else "")
        odd = leaf.index % 2 == 0
        tall = {"bar": 22.0, "dark": 24.0, "tab": 22.0, "large": 30.0, "line": 15.0, "center": 22.0}[style]
        outer, inner = ("end", "start") if odd else ("start", "end")
        rect = Rect(x, y, w, tall)
        within = Rect(x + 7, y, w - 14, tall)

        def line(text: str, size: float, align: str, face: str, color: str = "", room: Rect = within) -> None:
            wide = self.scale.width(text, face) * size
            third = min(room.w, max(room.w / 3, wide + 1))
            shift = {"start": 0.0, "center": (room.w - third) / 2, "end": room.w - third}[align]
            leaf.along(text, Rect(room.x + shift, y, third, tall), Type(face, size), "folio", align=align, color=color)

        bold, small = faces["label"], self.look.folio.face
        if style in {"bar", "dark"}:
            back, color = (fill, ink) if style == "dark" else (self.look.tints[0], "")
            leaf.sheet.put(rect, "", "", f"background:{back}")
            line(name, tall * 0.55, "center", bold, color)
            line(number, tall * 0.6, outer, bold, color)
            line(day, 7.5, inner, small, color)
        elif style == "tab":
            wide = self.scale.width(name, bold) * 12 + 16
            at = Rect(x + w - wide if odd else x, y, wide, tall - 3)
            leaf.sheet.put(at, "", "", f"background:{fill}")
            leaf.along(name, at, Type(bold, 12), "folio", align="center", color=ink)
            rest = Rect(x if odd else x + wide + 8, y, w - wide - 8, tall)
            line(number, 12, inner, bold, room=rest)
            line(day, 7.5, "center", small, room=rest)
            leaf.sheet.rule(Rect(x, y + tall - 3, w, 2), 1.2, fill if ink == "#fff" else "#111")
        elif style == "large":
            line(name, 20, inner, bold, self.book.accent, rect)
            line(number, 13, outer, bold, "", rect)
            line(day, 7.5, "center", small, "", rect)
            leaf.sheet.rule(Rect(x, y + tall - 1, w, 3), 2.4)
        else:
            line(name, 11 if style == "center" else 8.5, "center", bold, "", rect)
            line(number, 8.5, outer, bold, "", rect)
            line(f"{facts.title}  {day}" if style == "line" else day, 7.5, inner, small, "", rect)
            leaf.sheet.rule(Rect(x, y + tall - 1, w, 2), 0.6)
        return tall

    def _number(self, leaf: Leaf) -> str:
        """The page's number as its folio has it."""
        number = leaf.number
        if not self.tongue.chinese:
            return number
        return f"第{number}版" if len(self.facts.title) % 2 else number if number[0] == "A" else f"{number}版"

    def advertise(self, leaf: Leaf, rect: Rect) -> None:
        """An advertisement in a rectangle."""
        adverts.advertisement(self, leaf, rect)

    def fill(self, leaf: Leaf, rect: Rect, *, first: bool = False, special: bool = True) -> None:
        """Something in a rectangle that is no part of the page's grid."""
        if first or not (special and self._special(leaf, rect)):
            from papers.plan import Cell  # noqa: PLC0415 only here

            self.story(leaf, self.grid(rect, 1), Cell(0, 1, rect.y, rect.y + rect.h), first=first)

    def _special(self, leaf: Leaf, rect: Rect) -> bool:
        """Perhaps something else than a story."""
        for name, (often, place) in self.own.items():
            if self.chance.random() >= often or name in leaf.used:
                continue
            if self._fits(leaf, partial(place, self, leaf, rect)):
                leaf.used.add(name)
                return True
        return False

    def story(self, leaf: Leaf, grid: Grid, cell: Cell, *, first: bool = False, leaves: bool = False) -> None:
        """Gives a cell a story; `leaves` if it goes on on a later page."""
        if cell.notches:
            Issue.story(self, leaf, grid, cell, first=first, leaves=False)
            return
        rect = grid.place(cell)
        for attempt in range(TRIES):
            mark = len(leaf.lines), len(leaf.sheet.parts), len(self.desk.articles)
            plain = attempt >= FULL
            try:
                task = Module(self, leaf, rect, first=first, plain=plain).task()
                if leaves and not plain:
                    jumps.leave(self, task, leaf)
                else:
                    set_story(task, self.leaves, self.scale)
            except TypesettingError:
                del leaf.lines[mark[0] :], leaf.sheet.parts[mark[1] :], self.desk.articles[mark[2] :]
                continue
            return
        self.advertise(leaf, rect)

    def _fill(self, leaf: Leaf, grid: Grid, cells: list[Cell], *, first: bool) -> None:
        """Gives every cell a story, or something else."""
        chance = self.chance
        order = sorted(range(len(cells)), key=lambda i: -grid.place(cells[i]).w * grid.place(cells[i]).h)
        taken = {}
        for turn in [t for t in self.turns if t.page == leaf.index]:
            free = [i for i in order if i not in taken and not cells[i].notches]
            if not free:
                raise UndersetError("no place for a continued story")
            taken[free[min(len(free) - 1, chance.randint(0, 2))]] = turn
        leaving = int(self.look.extra["turns"]) if leaf.index < self.pages - 1 else 0
        leavers = [i for i in order[:5] if i not in taken][: leaving if first else min(leaving, chance.randint(0, 1))]
        for index, cell in enumerate(cells):
            if index in taken:
                jumps.goes_on(self, leaf, grid.place(cell), taken[index])
            elif index == order[0] or cell.notches or not self._special(leaf, grid.place(cell)):
                self.story(leaf, grid, cell, first=index == order[0], leaves=index in leavers)
