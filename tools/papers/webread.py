"""What the press tells of an issue, as lines, paragraphs, pictures and places of its articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from papers.breaking import Type, as_printed
from papers.fonts import FACES, Scale
from papers.leaf import Leaf
from papers.model import Article, Caption, Line, Para
from papers.webcopy import Block, Copy, Figure, Flow
from typesetter.faults import OversetError, TypesettingError, UndersetError
from typesetter.sheet import Rect
from typesetter.words import SOFT_HYPHEN, Words

POINTS = 0.75
"""Points in a CSS pixel."""
MOST_WHITE = (4.5, 4.5, 6.0, 9.0, 9.0)
"""Lines that may stay empty under a story that is to fill its place, by how often the issue has been laid out."""


@dataclass(slots=True)
class WebLeaf(Leaf):
    """A page that the browser has laid out."""

    laid: str = ""

    def html(self) -> str:
        """The page as HTML."""
        width, height = self.sheet.width, self.sheet.height
        return f"<div class='page' style='width:{width}pt;height:{height}pt'>{self.laid}</div>"


@dataclass(slots=True)
class Reader:
    """Takes the press's report apart."""

    copy: Copy
    scale: Scale
    joint: str
    _counts: dict[str, int] = field(default_factory=dict)
    _paras: dict[int, tuple[Para, int]] = field(default_factory=dict)

    @staticmethod
    def fault(flow: Flow, kept: dict[str, Any], turn: int) -> TypesettingError | None:
        """What is wrong with a flow as it was filled, if anything is."""
        if kept.get("short"):
            return UndersetError(f"a story of {flow.letters} letters is too short for {flow.boxes}")
        if kept.get("small"):
            return OversetError(f"{flow.boxes} are too small a place")
        if kept["white"] > MOST_WHITE[turn - 1] and not flow.loose:
            return UndersetError(f"{kept['white']:.0f} lines stay empty")
        return None

    def told(self, report: list[dict[str, Any]]) -> None:
        """Remembers which sentences were set."""
        for flow, kept in zip(self.copy.flows, report, strict=True):
            last: Block | None = None
            for step in flow.steps[: kept["kept"]]:
                for op in step:
                    if op["kind"] != "html":
                        last = self.copy.blocks[op["k"]]
                        last.told.append(op["id"])
            if kept["extra"] and last is not None:
                last.told.append(kept["extra"])

    def page(self, leaf: WebLeaf, found: dict[str, Any]) -> None:
        """Reads a page."""
        leaf.laid = found["html"]
        frames: dict[str, int] = {}
        for told in found["blocks"]:
            block = self.copy.blocks[told["k"]]
            self._block(leaf, block, told, frames)
        for key, x, y, w, h in found["images"]:
            figure: Figure = self.copy.figures[int(key)]
            corners = Rect(x * POINTS, y * POINTS, (x + w) * POINTS, (y + h) * POINTS)
            figure.article.captions.append(Caption(figure.text, figure.credit, leaf.number, corners))
        articles = {a.id: a for a in self.copy.desk.articles}
        for key, x, y, w, h in found["regions"]:
            for name in key.split():
                rect = Rect(x * POINTS, y * POINTS, w * POINTS, h * POINTS)
                article = articles[name]
                article.regions.append((leaf.number, rect))
                if leaf.number not in article.pages:
                    article.pages.append(leaf.number)

    def _block(self, leaf: WebLeaf, block: Block, told: dict[str, Any], frames: dict[str, int]) -> None:
        text, off = told["text"], told["off"]
        para, number = self._paragraph(block, told) if block.kind else (None, None)
        if para is not None:
            own = para.setting[off : off + len(text)]
            if own.replace(SOFT_HYPHEN, "-") != text.replace(SOFT_HYPHEN, "-"):
                raise TypesettingError(f"{text!r} is set for {own!r}")
            text = own
        starts = [line["at"] - off for line in told["lines"]]
        if not starts:
            raise TypesettingError(f"page {leaf.number}: {text!r} is not to be seen")
        if para is not None:
            starts[0] = 0
        bounds = [*starts, len(text)]
        for index, line in enumerate(told["lines"]):
            piece = text[bounds[index] : bounds[index + 1]]
            hyphen = piece.endswith(SOFT_HYPHEN)
            printed = as_printed(piece, hyphen=hyphen).replace("\t", " ").strip()
            kind, box = self._placed(block, line)
            name = line["frame"]
            frame = None
            if name is not None and block.zone == 1 and not block.name:
                if name not in frames:
                    frames[name] = leaf.next_frame()
                frame = frames[name]
            part = self.copy.parts.get(name.partition("/")[0], block.part) if name else block.part
            zone = (99, 3) if block.zone == 3 else (part, block.zone)
            leaf.lines.append(
                Line(
                    printed,
                    box,
                    kind,
                    block.role,
                    block.article,
                    paragraph=number,
                    frame=frame,
                    piece=(off + bounds[index], off + bounds[index + 1]),
                    rank=leaf.rank(*zone),
                    id=block.name,
                )
            )

    def _placed(self, block: Block, line: dict[str, Any]) -> tuple[Type, Rect]:
        """Type and box of a line."""
        size = line["size"] * POINTS
        face = block.lead if line["lead"] and block.lead else block.face
        kind = Type(block.face, round(size, 3), upright=line["vertical"])
        if line["vertical"]:
            middle = (line["left"] + line["right"]) / 2 * POINTS
            return kind, Rect(middle - size / 2, line["y0"] * POINTS, size, (line["y1"] - line["y0"]) * POINTS)
        ascent = round(self.scale.of(face).ascent * line["size"])
        base = (line["top"] + ascent) * POINTS
        x0, x1 = line["x0"] * POINTS, line["x1"] * POINTS
        return kind, Rect(x0, base - FACES[face].above * size, x1 - x0, size)

    def _paragraph(self, block: Block, told: dict[str, Any]) -> tuple[Para, int]:
        """The paragraph that a block is, and its number in its article."""
        key = told["k"]
        if key in self._paras:
            return self._paras[key]
        if block.article is None:
            raise TypesettingError("a paragraph without an article")
        article: Article = block.article
        said = [block.said[name] for name in block.told]
        if not said:
            raise TypesettingError(f"{told['text']!r} was never told")
        words = Words(self.joint.join(w.right for w, _ in said), self.joint.join(w.printed for w, _ in said))
        setting = self.joint.join(s for _, s in said)
        para = Para(block.kind, words, setting, leads=block.leads, role=block.role)
        number = self._counts.get(article.id, 0)
        self._counts[article.id] = number + 1
        article.paragraphs.append(para)
        self._paras[key] = para, number
        return para, number
