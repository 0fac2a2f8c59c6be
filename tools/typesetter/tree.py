"""A page's layout as a tree of rows and columns with glue: each node's least, wished and greatest height.

As in TeX (Knuth & Plass 1981), what is too short is stretched and what is too long shrinks, in proportion to
what each can give: leadings and pictures give, heads and mastheads do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from typesetter.block import StoryBlock, make_block
from typesetter.faults import OversetError, SourceError, TypesettingError, UndersetError
from typesetter.flow import Galley
from typesetter.head import HeadSetter
from typesetter.sheet import Rect
from typesetter.source import Paragraph
from typesetter.words import Words

if TYPE_CHECKING:
    from typesetter.browser import Ruler
    from typesetter.flow import Flow
    from typesetter.source import Node, Paper

LOOSE = 0.2
"""Points by which a height may miss what glue allows."""


class Glue(NamedTuple):
    """Least, wished and greatest height in points."""

    least: float
    wished: float
    most: float


class Placed(NamedTuple):
    """A leaf of the layout with its place on the page, and its text if it is a story."""

    node: Node
    rect: Rect
    block: StoryBlock | None
    flow: Flow | None


@dataclass(slots=True)
class PageLayout:
    """Lays one page out."""

    paper: Paper
    page: Node
    ruler: Ruler
    spots: dict[str, tuple[int, int]]
    draft: bool = False
    placed: list[Placed] = field(default_factory=list)
    rules: list[Rect] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    _blocks: dict[int, StoryBlock] = field(default_factory=dict)
    _glue: dict[tuple[int, float], Glue] = field(default_factory=dict)

    def run(self) -> None:
        """Places everything on the page.

        Raises:
            TypesettingError: something does not fit, or a hole is left; every such place is named.
        """
        width, height = self.paper.size
        if self.paper.vertical:
            width, height = height, width
        margins = [float(m) for m in self.page.settings["margins"].split(",")]
        top, right, bottom, left = margins
        rect = Rect(left, top, width - left - right, height - top - bottom)
        (root,) = self.page.children
        self._place(root, rect)
        if self.troubles and not self.draft:
            raise TypesettingError("\n".join(self.troubles))

    def _block(self, node: Node) -> StoryBlock:
        if id(node) not in self._blocks:
            story = self.paper.stories.get(node.args[0])
            if story is None:
                raise SourceError(f"{node.where}: there is no story {node.args[0]!r}")
            face = node.settings.get("font") or self.page.settings["font"]
            size = float(node.settings.get("size") or self.page.settings["size"])
            paragraphs = story.paragraphs
            if story.fields.get("byat") == "end":
                by = story.fields["by"]
                paragraphs = (*paragraphs, Paragraph("by", Words(by, by), by))
            if "ref" in story.fields:
                pointer = story.fields["ref"].partition("|")[2].strip()
                paragraphs = (*paragraphs, Paragraph("by", Words(pointer, pointer), pointer))
            indent = 1.0 if self.paper.english else 2.0
            galley = Galley(self.ruler, paragraphs, face, size, indent, self.paper.vertical)
            heads = HeadSetter(self.ruler, self.page, self.paper.vertical, self.paper.english)
            self._blocks[id(node)] = make_block(self.paper, node, self.page, galley, heads, self._height)
            self._blocks[id(node)].start = self.spots.get(story.name, (0, 0))
        return self._blocks[id(node)]

    def _height(self, node: Node, width: float, looseness: float) -> float:
        glue = self.glue(node, width)
        if looseness < 0:
            return glue.wished + looseness * (glue.wished - glue.least)
        return glue.wished + looseness * (glue.most - glue.wished)

    def glue(self, node: Node, width: float) -> Glue:
        """The heights that a node can take at a width."""
        key = id(node), round(width, 2)
        if key not in self._glue:
            self._glue[key] = self._measured(node, width)
        return self._glue[key]

    def _measured(self, node: Node, width: float) -> Glue:
        if node.kind == "story":
            block = self._block(node)
            return Glue(*(block.natural(width, looseness) for looseness in (-1.0, 0.0, 1.0)))
        if node.kind == "rows":
            gaps = node.number("gap", 10) * (len(node.children) - 1)
            each = [self.glue(child, width) for child in node.children]
            return Glue(*(sum(heights) + gaps for heights in zip(*each, strict=True)))
        if node.kind == "cols":
            each = [self.glue(child, w) for child, (_, w) in zip(node.children, self._shares(node, width), strict=True)]
            least, most = max(g.least for g in each), min(g.most for g in each)
            if least > most + LOOSE:
                told = ", ".join(f"{g.least:.0f}..{g.wished:.0f}..{g.most:.0f}" for g in each)
                self.troubles.append(f"{node.where}: columns of {told} pt cannot end level")
            most = max(least, most)
            wished = sum(g.wished for g in each) / len(each)
            return Glue(least, min(max(wished, least), most), most)
        height = node.number("h", 60)
        give = node.number("give", 0.3 if node.kind == "ad" else 0.0)
        return Glue(height * (1 - give * 0.6), height, height * (1 + give))

    def _shares(self, node: Node, width: float) -> list[tuple[float, float]]:
        """`(x, width)` of each child of a cols node; a share ending in pt is a fixed width."""
        gap = node.number("gap", 14)
        fixed = sum(float(a[:-2]) for a in node.args if a.endswith("pt"))
        shares = [a for a in node.args if a != "rule"]
        if len(shares) != len(node.children):
            raise SourceError(f"{node.where}: {len(shares)} widths for {len(node.children)} columns")
        total = sum(float(a) for a in shares if not a.endswith("pt"))
        unit = (width - gap * (len(shares) - 1) - fixed) / total if total else 0.0
        found, x = [], 0.0
        for share in shares:
            wide = float(share[:-2]) if share.endswith("pt") else float(share) * unit
            found.append((x, wide))
            x += wide + gap
        return found

    def _place(self, node: Node, rect: Rect) -> None:
        if node.kind == "rows":
            self._place_rows(node, rect)
        elif node.kind == "cols":
            gap = node.number("gap", 14)
            for index, (child, (x, w)) in enumerate(zip(node.children, self._shares(node, rect.w), strict=True)):
                self._place(child, Rect(rect.x + x, rect.y, w, rect.h))
                if index and "rule" in node.args:
                    self.rules.append(Rect(rect.x + x - gap, rect.y, gap, rect.h))
        elif node.kind == "story":
            self._place_story(node, rect)
        else:
            self.placed.append(Placed(node, rect, None, None))

    def _place_rows(self, node: Node, rect: Rect) -> None:
        gap = node.number("gap", 10)
        each = [self.glue(child, rect.w) for child in node.children]
        spare = rect.h - sum(g.wished for g in each) - gap * (len(each) - 1)
        give = [g.most - g.wished if spare > 0 else g.wished - g.least for g in each]
        if abs(spare) > sum(give) + LOOSE:
            fault = UndersetError if spare > 0 else OversetError
            told = ", ".join(f"{g.least:.0f}..{g.wished:.0f}..{g.most:.0f}" for g in each)
            name = fault.__name__.removesuffix("Error").lower()
            over = abs(spare) - sum(give)
            self.troubles.append(f"{node.where}: {name} by {over:.0f} of {rect.h:.0f} pt: rows of {told}")
        y = rect.y
        for index, (child, glue, some) in enumerate(zip(node.children, each, give, strict=True)):
            height = glue.wished + (spare * some / sum(give) if sum(give) else 0)
            if index and "rule" in node.args:
                self.rules.append(Rect(rect.x, y - gap, rect.w, gap))
            self._place(child, Rect(rect.x, y, rect.w, height))
            y += height + gap

    def _place_story(self, node: Node, rect: Rect) -> None:
        block = self._block(node)
        try:
            flow = block.fit(rect.w, rect.h)
        except TypesettingError as fault:
            self.troubles.append(str(fault))
            flow = block.poured(rect.w, rect.h, block.looseness)
        self.spots[block.story.name] = flow.stop
        self.placed.append(Placed(node, rect, block, flow))
        for inset, r in block.shape(rect.w, rect.h, block.looseness).insets:
            if inset.children:
                self._place(inset.children[0], Rect(rect.x + r.x, rect.y + r.y, r.w, r.h))
