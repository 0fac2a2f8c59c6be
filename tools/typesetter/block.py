"""A story's place on a page: its head, the frames of its text, and what is let into them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from typesetter.faults import OversetError, SourceError, UndersetError
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from typesetter.flow import Flow, Galley, Spot
    from typesetter.head import HeadSetter, Strip
    from typesetter.source import Node, Paper, Story

GAP_BELOW_HEAD = 5.0
GAP_BY_INSET = 7.0
LOOSER, TIGHTER = 0.17, 0.11
"""How far a leading may leave its size, as a share: feathering."""
LARGER, SMALLER = 0.5, 0.35
"""How far a picture's height may leave its wish, as a share."""

Height = Callable[["Node", float, float], float]
"""The height of a node of the layout at a width and a looseness of -1 to 1."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A block laid out: its frames, its insets and its head's height, from its own corner."""

    frames: tuple[Rect, ...]
    insets: tuple[tuple[Node, Rect], ...]
    head: float
    strips: tuple[Strip, ...]


@dataclass(slots=True)
class StoryBlock:
    """One place of a story in the layout.

    Attributes:
        height_of: gives the height of a node that is let into this one.
        start: where the text goes on from the place before.
        share: the share of the text that a place before the last one wishes for.
        looseness: chosen by `fit`.
    """

    node: Node
    story: Story
    galley: Galley
    heads: HeadSetter
    defaults: Node
    height_of: Height
    start: Spot = (0, 0)
    looseness: float = 0.0
    _heads: dict[float, list[Strip]] = field(default_factory=dict)

    @property
    def part(self) -> int:
        """Which of the story's places this is, from 1."""
        return int(self.node.number("part", 1))

    @property
    def share(self) -> float:
        """The share of the story's text that ends here; 1 in the last place."""
        return self.node.number("share", 1)

    @property
    def padding(self) -> float:
        """Room between a box's border and its contents."""
        return 8.0 if {"box", "tint"} & set(self.node.args) else 0.0

    @property
    def leading(self) -> float:
        """The wished leading in points."""
        return self.galley.size * float(self.node.settings.get("lead") or self.defaults.number("lead", 1.5))

    def leading_at(self, looseness: float) -> float:
        """The leading at a looseness of -1 to 1."""
        return self.leading * (1 + (LOOSER if looseness > 0 else TIGHTER) * looseness)

    def columns(self, width: float) -> list[tuple[float, float]]:
        """`(x, width)` of each column."""
        gap = self.node.number("gap", self.defaults.number("gap", 12))
        shares = [float(s) for s in self.node.settings.get("widths", "").split(",") if s]
        shares = shares or [1.0] * int(self.node.number("cols", 1))
        unit = (width - gap * (len(shares) - 1)) / sum(shares)
        found, x = [], 0.0
        for share in shares:
            found.append((x, share * unit))
            x += share * unit + gap
        return found

    def strips(self, width: float) -> list[Strip]:
        """The strips of its head, set to a width."""
        key = round(width, 2)
        if key not in self._heads:
            self._heads[key] = self.heads.strips(self.node, self.story, width, self.part)
        return self._heads[key]

    def shape(self, width: float, height: float, looseness: float) -> Shape:
        """Lays the block out in a width and height."""
        pad = self.padding
        inner, bottom = width - 2 * pad, height - pad
        where = self.node.settings.get("head", "")
        side = where.startswith("side")
        strips = self.strips(height - 2 * pad if side else inner)
        thick = sum(s.height for s in strips)
        left = 0.0
        if side and strips:
            left = thick + GAP_BY_INSET
            inner -= left
        columns = self.columns(inner)
        spanned = min(int(where), len(columns)) if where.isdigit() else len(columns)
        if not side and spanned < len(columns):
            x, w = columns[spanned - 1]
            strips = self.strips(x + w)
            thick = sum(s.height for s in strips)
        head = 0.0 if side else thick + (GAP_BELOW_HEAD if strips else 0)
        tops = [pad + (head if i < spanned else 0) for i in range(len(columns))]
        spans = [[(top, bottom)] for top in tops]
        left += pad if where != "sideright" or not strips else pad - left
        placed = [self._let_in(n, columns, spans, left, looseness) for n in self.node.children]
        frames = tuple(
            Rect(left + x, y0, w, y1 - y0)
            for (x, w), column in zip(columns, spans, strict=True)
            for y0, y1 in column
            if y1 - y0 >= self.leading_at(looseness)
        )
        return Shape(frames, tuple(placed), thick, tuple(strips))

    def _let_in(
        self,
        node: Node,
        columns: list[tuple[float, float]],
        spans: list[list[tuple[float, float]]],
        left: float,
        looseness: float,
    ) -> tuple[Node, Rect]:
        """Cuts an inset out of the columns that it covers."""
        first, last = (int(i) - 1 for i in node.settings["cols"].split("-"))
        x = columns[first][0]
        width = columns[last][0] + columns[last][1] - x
        height = self.inset_height(node, width, looseness)
        covered = range(first, last + 1)
        at = node.settings.get("at", "top")
        low = max(spans[i][0][0] for i in covered)
        high = min(spans[i][-1][1] for i in covered)
        y = low if at == "top" else high - height if at == "bottom" else low + (high - low - height) * float(at)
        for i in covered:
            pieces = []
            for y0, y1 in spans[i]:
                if y1 <= y or y0 >= y + height:
                    pieces.append((y0, y1))
                    continue
                pieces += [(y0, y - GAP_BY_INSET)] if y - GAP_BY_INSET > y0 else []
                pieces += [(y + height + GAP_BY_INSET, y1)] if y1 > y + height + GAP_BY_INSET else []
            spans[i] = pieces or [(y, y)]
        return node, Rect(left + x, y, width, height)

    def inset_height(self, node: Node, width: float, looseness: float) -> float:
        """How much of the columns an inset takes, without the white around it."""
        if node.children:
            return self.height_of(node.children[0], width, looseness)
        if "pic" in node.settings:
            return node.number("h", 100) * (1 + (LARGER if looseness > 0 else SMALLER) * looseness)
        return node.number("h", 60)

    def poured(self, width: float, height: float, looseness: float) -> Flow:
        """The text poured into the block's frames."""
        frames = [(f.w, f.h) for f in self.shape(width, height, looseness).frames]
        reserve = 1.0 if self.share < 1 and "jump" in self.story.fields else 0.0
        return self.galley.poured(frames, self.leading_at(looseness), self.start, reserve)

    def natural(self, width: float, looseness: float) -> float:
        """The least height that holds the block at a looseness."""
        goal = self._goal(looseness)
        low = self._empty_height(width, looseness)
        if not self.galley.paragraphs:
            return low
        high = low + 60
        while not self._holds(width, high, looseness, goal):
            low, high = high, high * 1.5 + 60
            if high > 20_000:
                raise OversetError(f"{self.node.where}: {self.story.name} has no frames that hold its text")
        while high - low > 0.5:
            middle = (low + high) / 2
            low, high = (low, middle) if self._holds(width, middle, looseness, goal) else (middle, high)
        return high + 0.3

    def _holds(self, width: float, height: float, looseness: float, goal: Spot) -> bool:
        flow = self.poured(width, height, looseness)
        return flow.stop >= goal

    def _goal(self, looseness: float) -> Spot:
        if self.share == 1:
            return (len(self.galley.paragraphs), 0)
        lengths = [len(p.setting) for p in self.galley.paragraphs]
        left = sum(lengths) * self.share * (1 + 0.4 * looseness)
        for index, length in enumerate(lengths):
            if left < length:
                return index, int(left)
            left -= length
        raise SourceError(f"{self.node.where}: the share of {self.story.name} leaves nothing for its next place")

    def _empty_height(self, width: float, looseness: float) -> float:
        if self.node.settings.get("head", "").startswith("side"):
            strips = self.strips(10_000)
            length = max(
                (self.heads.ruler.width(s.text, s.face) * s.size for s in strips if "<" not in s.text),
                default=0.0,
            )
            return length + 2 * self.padding + 2
        shape = self.shape(width, 10_000, looseness)
        inset = max((r.h for _, r in shape.insets), default=0.0)
        return shape.head + inset + 2 * self.padding + (GAP_BELOW_HEAD if inset and shape.head else 0)

    def fit(self, width: float, height: float) -> Flow:
        """Chooses the looseness that fills a height, and pours.

        Raises:
            OversetError: the tightest setting still leaves text over.
            UndersetError: the loosest setting still leaves a hole.
        """
        told = f"{self.node.where}: {self.story.name}"
        if self.share < 1:
            flow = self.poured(width, height, 0)
            if flow.done:
                raise UndersetError(f"{told} ends before its jump")
            return flow
        if not self.galley.paragraphs:
            return self.poured(width, height, self._without_text(width, height, told))
        holds = partial(self._holds, width, height, goal=self._goal(0))
        if not holds(-1):
            flow = self.poured(width, height, -1)
            left = sum(len(p.setting) for p in self.galley.paragraphs[flow.stop[0] :]) - flow.stop[1]
            raise OversetError(f"{told} has {left} characters too many for its frames")
        low, high = -1.0, 1.0
        while high - low > 0.01:
            middle = (low + high) / 2
            low, high = (middle, high) if holds(middle) else (low, middle)
        self.looseness = low
        flow = self.poured(width, height, low)
        columns = len(self.columns(width))
        lines = sum(len(f.lines) for f in flow.frames)
        if flow.slack > columns + 1 + 0.06 * lines:
            raise UndersetError(f"{told} leaves {flow.slack:.0f} lines of its {columns} columns empty")
        if any(not f.lines for f in flow.frames):
            raise UndersetError(f"{told} leaves a frame empty")
        return flow

    def _without_text(self, width: float, height: float, told: str) -> float:
        low, high = -1.0, 1.0
        if self.natural(width, -1) > height + 0.5:
            raise OversetError(f"{told} is higher than its place")
        while high - low > 0.01:
            middle = (low + high) / 2
            low, high = (middle, high) if self.natural(width, middle) <= height + 0.5 else (low, middle)
        self.looseness = low
        if self.natural(width, low) < height - 12:
            raise UndersetError(f"{told} leaves {height - self.natural(width, low):.0f} pt empty")
        return low


def make_block(
    paper: Paper, node: Node, defaults: Node, galley: Galley, heads: HeadSetter, height_of: Height
) -> StoryBlock:
    """The block of a `story` line of the layout."""
    return StoryBlock(node, paper.stories[node.args[0]], galley, heads, defaults, height_of)
