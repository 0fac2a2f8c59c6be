"""Puts placed leaves on a sheet: text, rules, pictures, and blocks that are set as a whole."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import segno

from typesetter.browser import Piece, Setting
from typesetter.faults import SourceError
from typesetter.flow import HEIGHTS
from typesetter.scenes import drawn
from typesetter.sheet import Rect, Sheet, marked_up

if TYPE_CHECKING:
    from typesetter.block import StoryBlock
    from typesetter.browser import Ruler
    from typesetter.flow import Filled, Flow, Line
    from typesetter.head import Strip
    from typesetter.source import Node, Paper, Photograph, Story
    from typesetter.tree import PageLayout, Placed

PALE = "#e9e6df"
CAPTION_LEADING = 1.35
_CODE = re.compile(r"@qr:(\d+)@")


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture on its page: physical box."""

    page: str
    photograph: Photograph
    box: Rect


@dataclass(slots=True)
class Press:
    """Prints pages and keeps what was printed where."""

    paper: Paper
    ruler: Ruler
    sheets: list[Sheet] = field(default_factory=list)
    pictures: dict[str, list[Pictured]] = field(default_factory=dict)

    def print_page(self, layout: PageLayout) -> None:
        """Makes the sheet of a page that is laid out."""
        width, height = self.paper.size
        sheet = Sheet(layout.page.args[0], width, height, self.paper.vertical)
        for rect in layout.rules:
            sheet.rule(rect)
        for placed in layout.placed:
            if placed.block is not None and placed.flow is not None:
                self._story(sheet, placed.block, placed.rect, placed.flow)
            else:
                self._block(sheet, placed)
        self.sheets.append(sheet)

    def _story(self, sheet: Sheet, block: StoryBlock, rect: Rect, flow: Flow) -> None:
        node, story = block.node, block.story
        if "tint" in node.args:
            sheet.put(rect, "", "tint", f"background:{node.settings.get('color', PALE)}")
        if "box" in node.args:
            sheet.put(rect, "", "border", f"border:{node.settings.get('border', '.8pt solid #111')}")
        shape = block.shape(rect.w, rect.h, block.looseness)
        self._head(sheet, block, rect, shape.strips)
        frames = [Rect(rect.x + f.x, rect.y + f.y, f.w, f.h) for f in shape.frames]
        if "rule" in node.args:
            self._column_rules(sheet, frames)
        for frame, filled in zip(frames, flow.frames, strict=True):
            self._text(sheet, block, frame, filled)
        if block.share < 1 and "jump" in story.fields:
            last = frames[-1]
            line = Rect(last.x, last.y + last.h - block.leading, last.w, block.leading)
            text = f"<div class='line right'>{escape(story.fields['jump'])}</div>"
            face = block.defaults.settings.get("kfont", "hei")
            size = min(block.galley.size, last.w / self.ruler.width(story.fields["jump"], face))
            sheet.put_text(line, text, face, f"font-size:{size:.2f}pt;line-height:{block.leading:.2f}pt")
        for inset, r in shape.insets:
            self._inset(sheet, story, inset, Rect(rect.x + r.x, rect.y + r.y, r.w, r.h))

    def _head(self, sheet: Sheet, block: StoryBlock, rect: Rect, strips: tuple[Strip, ...]) -> None:
        node, pad = block.node, block.padding
        side = node.settings.get("head", "")
        crossed = side.startswith("side")
        thick = sum(s.height for s in strips)
        width = rect.w - 2 * pad
        if side.isdigit():
            x, w = block.columns(width)[min(int(side), len(block.columns(width))) - 1]
            width = x + w
        color = ""
        if "reverse" in node.args and strips:
            area = Rect(rect.x + pad, rect.y + pad, width, thick)
            if crossed:
                area = Rect(rect.x + pad, rect.y + pad, thick, rect.h - 2 * pad)
            sheet.put(area, "", "dark", "background:#1c1c1c")
            color = ";color:#fff;padding-inline:5pt"
        place = 0.0
        for strip in strips:
            if crossed:
                start = rect.x + pad if side == "side" else rect.x + rect.w - pad - thick
                x = start + (place if sheet.vertical else thick - place - strip.height)
                area = Rect(x, rect.y + pad, strip.height, rect.h - 2 * pad)
            else:
                area = Rect(rect.x + pad, rect.y + pad + place, width, strip.height)
            inner = f"<div class='line {strip.classes}'>{strip.text}</div>"
            style = f"font-size:{strip.size:.2f}pt;line-height:{strip.height:.2f}pt{color}"
            if strip.text:
                sheet.put_text(area, inner, strip.face, style, crossed=crossed)
            place += strip.height

    def _column_rules(self, sheet: Sheet, frames: list[Rect]) -> None:
        for left, right in pairwise(frames):
            if right.x > left.x:
                top, bottom = max(left.y, right.y), min(left.y + left.h, right.y + right.h)
                x = left.x + left.w
                sheet.rule(Rect(x, top, right.x - x, max(0.0, bottom - top)), 0.4, "#666")

    def _text(self, sheet: Sheet, block: StoryBlock, frame: Rect, filled: Filled) -> None:
        galley = block.galley
        inner = "".join(self._line(block, line, filled.leading) for line in filled.lines)
        style = f"font-size:{galley.size}pt;line-height:{filled.leading:.3f}pt"
        sheet.put_text(frame, inner, galley.face, style)

    def _line(self, block: StoryBlock, line: Line, leading: float) -> str:
        paragraph = block.galley.paragraphs[line.paragraph]
        text = paragraph.setting[line.start : line.end]
        if paragraph.kind == "row":
            cells = "".join(f"<span>{escape(cell)}</span>" for cell in text.split("\t"))
            return f"<div class='line row' style='line-height:{leading * HEIGHTS['row']:.3f}pt'>{cells}</div>"
        if paragraph.kind == "sub":
            face = block.defaults.settings.get("kfont", "hei")
            height = leading * HEIGHTS["sub"]
            return f"<div class='line center {face}' style='line-height:{height:.3f}pt'>{escape(text)}</div>"
        if paragraph.kind in {"by", "right"}:
            return f"<div class='line right'>{escape(text)}</div>"
        if paragraph.kind == "gap":
            return f"<div style='block-size:{leading * HEIGHTS['gap']:.3f}pt'></div>"
        leads = [
            (max(0, a - line.start), min(len(text), b - line.start))
            for a, b in paragraph.words.leads
            if a < line.end and b > line.start
        ]
        kind = "" if line.last or paragraph.kind == "verse" else " just"
        indent = galley_indent(block, line)
        style = f" style='text-indent:{indent}em'" if indent else ""
        return f"<div class='line{kind}'{style}>{marked_up(text.rstrip(' '), leads)}</div>"

    def _inset(self, sheet: Sheet, story: Story, node: Node, rect: Rect) -> None:
        if "pic" in node.settings:
            self._picture(sheet, story, node, rect)
        elif "quote" in node.settings or "quote" in node.args:
            size = node.number("size", 15)
            words = story.fields["quote"]
            face = node.settings.get("font", "kai")
            inner = f"<div class='ctr {face}' style='font-size:{size}pt;line-height:1.45'>{escape(words)}</div>"
            style = "border-top:2pt solid #111;border-bottom:2pt solid #111"
            sheet.put(rect, inner, "fit across", style, f"quote-{story.name}")

    def _picture(self, sheet: Sheet, story: Story, node: Node, rect: Rect) -> None:
        photograph = story.photographs[int(node.settings["pic"]) - 1]
        size = node.number("size", float(self.paper.facts.get("caption_size", 8.5)))
        face = str(self.paper.facts.get("caption_face", "kai"))
        x, y, w, h = sheet.physical(rect)
        text = photograph.caption.printed if photograph.caption else ""
        text += ("\u3000" if text and not self.paper.english else " ") + (photograph.credit or "")
        (ends,) = self.ruler.line_ends([Piece(text.strip(), 0, ())], Setting(face, size, w))
        lines = [text.strip()[a:b].strip() for a, b in zip([0, *ends], ends, strict=False)] if text.strip() else []
        below = len(lines) * size * CAPTION_LEADING + 3 if lines else 0
        box = Rect(x, y, w, h - below)
        tone = bool(self.paper.facts.get("half_tone", False))
        image = drawn(photograph.scene, photograph.seed, box.w, box.h, half_tone=tone)
        picture = f"left:{x:.2f}pt;top:{y:.2f}pt;width:{w:.2f}pt;height:{box.h:.2f}pt"
        sheet.parts.append(f"<img src='{image}' style='{picture}'>")
        inner = "".join(f"<div class='line'>{escape(line)}</div>" for line in lines)
        style = f"font-size:{size}pt;line-height:{size * CAPTION_LEADING:.2f}pt"
        place = f"left:{x:.2f}pt;top:{y + box.h + 3:.2f}pt;width:{w:.2f}pt;{style}"
        sheet.parts.append(f"<div class='across {face}' style='{place}'>{inner}</div>")
        self.pictures.setdefault(story.name, []).append(Pictured(sheet.number, photograph, box))

    def _block(self, sheet: Sheet, placed: Placed) -> None:
        node, rect = placed.node, placed.rect
        name = f"{node.kind}-{sheet.number}-{len(sheet.parts)}"
        if node.kind == "ad":
            self._advertisement(sheet, node, rect, name)
        elif node.kind == "masthead":
            html = (self.paper.folder / "masthead.html").read_text("utf-8")
            sheet.put(rect, self._coded(html), "fit across", "", name)
        elif node.kind == "folio":
            facts = page_facts(self.paper.facts, sheet.number)
            cells = [str(cell).format(**facts) for cell in self.paper.facts["folio"]]
            row = "".join(f"<span>{escape(cell)}</span>" for cell in cells)
            style = "display:flex;justify-content:space-between;align-items:end;border-bottom:1pt solid #111"
            face = self.paper.facts.get("folio_face", "hei")
            size = self.paper.facts.get("folio_size", 9.5)
            sheet.put(rect, row, f"across {face}", f"{style};font-size:{size}pt;padding-bottom:3pt")
        elif node.kind == "plate":
            size = node.number("size", 14)
            look = "background:#1c1c1c;color:#fff" if "reverse" in node.args else "border-bottom:2pt solid #111"
            face = node.settings.get("font", "heib")
            inner = f"<div class='line ctr'>{escape(' '.join(a for a in node.args if a != 'reverse'))}</div>"
            direction = "vertical" if sheet.vertical else "across"
            sheet.put(rect, inner, f"fit {direction} {face}", f"{look};font-size:{size}pt;line-height:1.1", name)
        elif node.kind != "space":
            raise SourceError(f"{node.where}: {node.kind!r} is nothing that can be placed")

    def _advertisement(self, sheet: Sheet, node: Node, rect: Rect, name: str) -> None:
        story = self.paper.stories[node.args[0]]
        inner = ""
        for paragraph in story.paragraphs:
            size, face, text = paragraph.setting.split(" ", 2)
            inner += f"<div class='ctr {face}' style='font-size:{size}pt;line-height:1.3'>{escape(text)}</div>"
        style = story.fields.get("style", "border:1.5pt solid #111")
        sheet.put(rect, inner, "fit across", f"padding:6pt;{style}", name)

    def _coded(self, html: str) -> str:
        channels: list[dict[str, Any]] = self.paper.facts.get("channels", [])

        def image(match: re.Match[str]) -> str:
            out = io.BytesIO()
            segno.make(channels[int(match[1])]["url"], error="m").save(out, kind="png", scale=4, border=1)
            return f"<img class=qr src='data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}'>"

        return _CODE.sub(image, html)


def galley_indent(block: StoryBlock, line: Line) -> float:
    """The indent of a line, in ems."""
    kind = block.galley.paragraphs[line.paragraph].kind
    if kind == "verse":
        return 1.0
    return block.galley.indent if line.indented and kind == "p" else 0.0


def page_facts(facts: dict[str, Any], number: str) -> dict[str, str]:
    """What a folio may say: the paper's facts, and over them the page's own."""
    page: dict[str, Any] = next((p for p in facts["pages"] if str(p["number"]) == number), {})
    return {k: str(v) for k, v in {**facts, **page}.items()}
