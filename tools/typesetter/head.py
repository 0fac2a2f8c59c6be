"""The head of a story: label, kicker, headline, deck and byline, one strip under the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from typesetter.browser import Piece, Ruler, Setting

if TYPE_CHECKING:
    from typesetter.source import Node, Story

LINE_BREAK = re.compile(r"\s*/_?\s+")
"""A marked break in a head: ` / ` where the lines are one phrase, ` /_ ` where a space parts them."""
TIGHTEST = 0.8
"""A headline without marked breaks shrinks to this share of its size before it is broken."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of a head: its words, its type, and its extent across the lines in points."""

    text: str
    face: str
    size: float
    height: float
    classes: str = ""


@dataclass(frozen=True, slots=True)
class HeadSetter:
    """Sets heads for one page: `defaults` are the page's settings."""

    ruler: Ruler
    defaults: Node
    vertical: bool
    english: bool

    def strips(self, node: Node, story: Story, width: float, part: int) -> list[Strip]:
        """The strips of a story's head, set to a width; `part` counts its places from 1."""
        crossed = node.settings.get("head", "").startswith("side")
        size = node.number("hsize", 24)
        face = node.settings.get("hfont") or self.defaults.settings.get("hfont", "heib")
        small = node.settings.get("kfont") or self.defaults.settings.get("kfont", "hei")
        align = node.settings.get("align") or self.defaults.settings.get("align", "")
        upright = self.vertical != crossed
        jumped = part > 1 and "jumphead" in story.fields
        found: list[Strip] = []
        if part == 1 and (label := story.words("label")) and "nolabel" not in node.args:
            found += self._label(node, label.printed, small)
        if part == 1 and (kicker := story.words("kicker")):
            ksize = node.number("ksize", max(11, size * 0.48))
            found += self._lines(kicker.printed, small, ksize, width, 1.45, align, upright)
        if headline := self._headline(story, part, jumped):
            found += self._lines(headline, face, size, width, 1.12 if self.english else 1.24, align, upright)
        if part == 1 and (deck := story.words("deck")):
            dsize = node.number("dsize", max(11, size * 0.46))
            dface = node.settings.get("dfont") or self.defaults.settings.get("dfont", "kai")
            found += self._lines(deck.printed, dface, dsize, width, 1.3, align, upright)
        if part == 1 and story.fields.get("byat", "top") == "top" and "by" in story.fields:
            found += self._byline(node, story, width, align, upright)
        if part > 1 and "from" in story.fields:
            found.append(Strip(escape(story.fields["from"]), small, 9, 15, "right"))
        return found

    def _byline(self, node: Node, story: Story, width: float, align: str, upright: bool) -> list[Strip]:
        size = node.number("bsize", 9.5)
        face = node.settings.get("bfont") or self.defaults.settings.get("bfont", "kai")
        return self._lines(story.fields["by"], face, size, width, 1.5, align, upright)

    def _label(self, node: Node, text: str, face: str) -> list[Strip]:
        size = node.number("lsize", 13)
        style = node.settings.get("label", "tag")
        inner = escape(text)
        if style == "tag":
            width = self.ruler.width(text, face) + 1.2
            inner = f"<div class=tag style='inline-size:{width:.2f}em'>{inner}</div>"
        classes = "underlined" if style == "line" else "center" if style == "center" else ""
        return [Strip(inner, face, size, size * 1.5, classes), Strip("", face, 4, 4)]

    def _headline(self, story: Story, part: int, jumped: bool) -> str:
        if jumped:
            return story.fields["jumphead"]
        headline = story.words("headline")
        if headline is None:
            return ""
        parts = [p.strip() for p in headline.printed.split("||")]
        return parts[part - 1] if part <= len(parts) else ""

    def _lines(
        self, text: str, face: str, size: float, width: float, leading: float, align: str, upright: bool
    ) -> list[Strip]:
        lines = [line.strip() for line in LINE_BREAK.sub("\n", text).split("\n")]
        if len(lines) == 1 and self.ruler.width(text, face, vertical=upright) * size * TIGHTEST > width:
            setting = Setting(face, size, width, upright, balance=True)
            (ends,) = self.ruler.line_ends([Piece(text, 0, ())], setting)
            lines = [text[a:b].strip() for a, b in zip([0, *ends], ends, strict=False)]
        widest = max(self.ruler.width(line, face, vertical=upright) for line in lines)
        size = min(size, width / widest * 0.995)
        return [Strip(escape(line), face, size, size * leading, align) for line in lines]
