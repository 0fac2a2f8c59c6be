"""Heads of present-day stories: kickers in tabs, beside and on the headline's row; bars, reversed heads, points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.breaking import Type, whole_lines
from papers.heads import fitted
from papers.leaf import drawn
from typesetter.faults import OversetError
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.leaf import Leaf
    from papers.model import Line
    from papers.present import Present
    from papers.stylebook import NewsDraft

MOST_POINTS = 3
LONGEST_UPRIGHT = 7
"""Letters of a kicker that runs down beside its headline."""
TALLEST = 0.6
"""Of a head, as a share of its place."""


@dataclass(slots=True)
class Topper:
    """Sets a head from the top of a rectangle downwards.

    Attributes:
        size: of the headline, at the most.
        ink: colour of every line, for heads on dark ground or on a picture.
        most: lines of the headline.
        bylines: rows of names and what belongs to them, each with whether it is the name.
    """

    issue: Present
    leaf: Leaf
    draft: NewsDraft
    rect: Rect
    size: float
    ink: str = ""
    most: int = 3
    align: str = "start"
    kicker: str = "over"
    deck: str = "plain"
    byline: str = "plain"
    bylines: tuple[tuple[str, bool], ...] = ()
    y: float = 0.0

    def set(self) -> float:
        """Sets the head; how high it is.

        Raises:
            OversetError: it takes most of its place.
        """
        self.y = self.rect.y
        self._label()
        self._headline()
        if "deck" in self.draft.article.heads:
            self._deck()
        self.set_bylines()
        if self.y - self.rect.y > self.rect.h * TALLEST:
            raise OversetError(f"{self.draft.article.id}: its head takes most of its place")
        return self.y - self.rect.y

    @property
    def small(self) -> float:
        """The size of what stands round a headline."""
        return max(7.0, self.issue.look.body.type.size)

    def _line(
        self, text: str, strip: Rect, kind: Type, role: str, *, align: str = "", color: str = "", crossed: bool = False
    ) -> Line:
        return self.leaf.along(
            text, strip, kind, role, align=align or self.align, article=self.draft.article, zone=(0, 0),
            color=self.ink or color, crossed=crossed,
        )  # fmt: skip

    def _patch(self, line: Line, wide: float = 4.0, high: float = 2.0, round_: float = 0.0) -> None:
        """A coloured patch behind a line."""
        fill, ink = self.issue.book.fill
        if self.ink and fill == self.issue.book.accent:
            fill, ink = "#fff", "#111"
        x, y, w, h = line.box
        grown = Rect(x - wide, y - high, w + 2 * wide, h + 2 * high)
        self.leaf.sheet.parts.append(drawn(grown, f"background:{fill};border-radius:{round_}pt"))
        line.color = ink

    def _label(self) -> None:
        words = self.draft.article.heads.get("label")
        if words is None:
            return
        kind = Type(self.issue.look.heads.faces["label"], self.small * 1.05)
        form = self.issue.book.names
        tall = kind.size * 1.7
        inset = 5 if form in {"bar", "pale", "tab"} else 0
        line = self._line(
            words.printed, Rect(self.rect.x + inset, self.y, self.rect.w - 2 * inset, tall), kind, "label",
            color=self.issue.book.accent,
        )  # fmt: skip
        if inset:
            self._patch(line)
        elif not self.ink:
            self.leaf.sheet.rule(Rect(self.rect.x, self.y + tall - 2, self.rect.w, 2), 0.8, self.issue.book.accent)
        self.y += tall + 3

    def _headline(self) -> None:
        """The headline with its kicker: over it, before it, beside it."""
        heads, x, w = self.draft.article.heads, self.rect.x, self.rect.w
        kicker = heads.get("kicker")
        how = self.kicker if kicker else ""
        face = self.issue.look.heads.faces["kicker"]
        text = kicker.printed if kicker else ""
        size = max(self.small, min(self.size * 0.46, 19.0))
        if how == "upright" and len(text) > LONGEST_UPRIGHT:
            how = "over"
        if how in {"row", "ruled"} and (self.issue.scale.width(text, face) * size > w * 0.3 or w < 150):
            how = "pill" if how == "row" else "over"
        if how in {"over", "pill", "line"}:
            self._over(text, how, Type(face, size))
        elif how == "row":
            self._in_row(text, Type(face, min(size, 14.0)))
            return
        elif how == "ruled":
            wide = self.issue.scale.width(text, face) * size
            strip, color = Rect(x, self.y + size * 0.25, wide, size), self.issue.look.heads.kicker_color
            line = self._line(text, strip, Type(face, size), "kicker", align="start", color=color)
            top = self.y
            self._heading(x + wide + 16, w - wide - 16, align="start")
            self.leaf.sheet.parts.append(
                drawn(Rect(line.box.x + wide + 7, top, 1.2, self.y - top - 2), f"background:{self.ink or '#111'}")
            )
            return
        elif how == "upright":
            self._beside(text, face)
            return
        self._heading(x, w)

    def _over(self, text: str, how: str, kind: Type) -> None:
        inset = 5.0 if how == "pill" else 0.0
        width = self.rect.w - 2 * inset
        fit = min(kind.size, width / self.issue.scale.width(text, kind.face))
        kind = Type(kind.face, max(6.0, fit))
        if fit < kind.size:
            raise OversetError(f"{self.draft.article.id}: its kicker is too long")
        tall = kind.size * (1.75 if how == "pill" else 1.4)
        strip = Rect(self.rect.x + inset, self.y, width, tall)
        color = self.issue.look.heads.kicker_color
        line = self._line(text, strip, kind, "kicker", color=color)
        if how == "pill":
            self._patch(line, 5.0, 2.5, self.issue.chance.choice((0.0, 0.0, 4.0)))
        elif how == "line":
            x, y, w, h = line.box
            self.leaf.sheet.parts.append(drawn(Rect(x, y + h + 1, w, 1), f"background:{self.ink or color or '#111'}"))
        self.y += tall + (3 if how != "over" else 0)

    def _in_row(self, text: str, kind: Type) -> None:
        """A tab at the left of the headline, on its first line's row."""
        wide = self.issue.scale.width(text, kind.face) * kind.size
        gap = wide + 17
        top, before = self.y, len(self.leaf.lines)
        words = self.draft.article.heads["headline"].printed
        lines, size = self._fit(words, self.rect.w - gap)
        row = size * self.issue.look.heads.tight
        strip = Rect(self.rect.x + 5, top, wide, row)
        self._patch(self._line(text, strip, kind, "kicker", align="start"), 5.0, 2.5)
        self._rows(lines, size, self.rect.x + gap, self.rect.w - gap, "start")
        assert len(self.leaf.lines) > before  # noqa: S101 a headline has lines

    def _beside(self, text: str, face: str) -> None:
        """A kicker from top to bottom in a block at the left of its headline."""
        words = self.draft.article.heads["headline"].printed
        lines, size = self._fit(words, self.rect.w - max(24.0, self.size * 0.5))
        tall = len(lines) * size * self.issue.look.heads.tight
        letter = min(size * 0.5, 15.0, (tall - 4) / len(text))
        if letter < self.small * 0.8:
            self._over(text, "over", Type(face, self.small))
            self._heading(self.rect.x, self.rect.w)
            return
        wide = letter * 1.6
        block = Rect(self.rect.x, self.y, wide, max(tall, len(text) * letter + 4))
        line = self._line(text, block, Type(face, letter), "kicker", align="center", crossed=True)
        fill, ink = self.issue.book.fill
        self.leaf.sheet.parts.append(drawn(block, f"background:{fill}"))
        line.color = ink
        self._rows(lines, size, self.rect.x + wide + 8, self.rect.w - wide - 8, "start")

    def _fit(self, text: str, width: float) -> tuple[list[str], float]:
        scale, look = self.issue.scale, self.issue.look
        return fitted(
            scale, text, look.heads.faces["headline"], self.size, width, self.most, joint=self.draft.tongue.joint
        )

    def _heading(self, x: float, width: float, align: str = "") -> None:
        lines, size = self._fit(self.draft.article.heads["headline"].printed, width)
        self._rows(lines, size, x, width, align)

    def _rows(self, lines: list[str], size: float, x: float, width: float, align: str = "") -> None:
        heads = self.issue.look.heads
        if size < self.small * 1.05:
            raise OversetError(f"{self.draft.article.id}: its headline is as small as its text")
        for text in lines:
            strip = Rect(x, self.y, width, size * heads.tight)
            self._line(text, strip, Type(heads.faces["headline"], size), "headline", align=align, color=heads.color)
            self.y += size * heads.tight
        self.y += size * 0.1

    def _deck(self) -> None:
        look, article = self.issue.look, self.draft.article
        face = look.heads.faces["label"] if self.deck == "bold" else look.heads.faces["deck"]
        kind = Type(face, max(self.small * 1.08, min(self.size * 0.42, 17.0)))
        step = kind.size * 1.3
        parts = article.heads["deck"].printed.split(" /_ ")
        rows = [(i, t) for i, p in enumerate(parts) for t in whole_lines(self.issue.scale, p, kind, self.rect.w)]
        ruled = self.deck == "ruled"
        if ruled:
            self._rule()
        for place, (index, text) in enumerate(rows):
            self.y += 2.5 if place and rows[place - 1][0] != index else 0
            align = "start" if len(parts) > 1 else self.align
            color = self.issue.book.accent if self.deck == "bold" else ""
            self._line(text, Rect(self.rect.x, self.y, self.rect.w, step), kind, "deck", align=align, color=color)
            self.y += step
        if ruled:
            self._rule()
        self.y += 2

    def _rule(self) -> None:
        self.leaf.sheet.rule(Rect(self.rect.x, self.y + 1, self.rect.w, 2), 0.5, self.ink or "#111")
        self.y += 4

    def set_bylines(self) -> None:
        """The rows of names, from where the head has come to."""
        look, align = self.issue.look, "end" if self.byline == "right" else self.align
        if self.bylines and self.byline == "ruled":
            self._rule()
        for text, named in self.bylines:
            bold = named and self.byline in {"role", "mail"}
            face = look.heads.faces["label" if bold else "byline"]
            size = self.small * (0.98 if named else 0.88)
            if " " not in text and text.isascii():
                size = min(size, 0.99 * self.rect.w / self.issue.scale.width(text, face))
            kind = Type(face, size)
            for part in whole_lines(self.issue.scale, text, kind, self.rect.w):
                color = self.issue.book.accent if self.byline == "mail" and not named else ""
                strip = Rect(self.rect.x, self.y, self.rect.w, kind.size * 1.4)
                self._line(part, strip, kind, "byline", align=align, color=color)
                self.y += kind.size * 1.4
        if self.bylines and self.byline == "ruled":
            self._rule()
