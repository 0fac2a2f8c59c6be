"""A page under construction: its lines, each with its place, and what else is drawn on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING

from papers.breaking import Type, as_printed, chinese
from papers.fonts import UPRIGHT
from papers.model import KEPT_SPACE, Line
from typesetter.sheet import Rect, Sheet

if TYPE_CHECKING:
    from papers.fonts import Scale
    from papers.heads import HeadLine
    from papers.model import Article
    from papers.pour import Placed

CELL_GAP = 0.5
"""Ems between a table's cell and the next one at the least."""

WIDEST_SPACE = 0.9
"""Ems that justification adds to a space before it spaces letters too."""
WIDEST_LETTER = 0.5
"""Ems that justification adds between letters; a line that needs more stays short."""


@dataclass(slots=True)
class Leaf:
    """One page.

    Attributes:
        frames: how many text frames were numbered.
        used: what stands on it that should not stand there twice.
    """

    index: int
    sheet: Sheet
    scale: Scale
    name: str = ""
    lines: list[Line] = field(default_factory=list)
    frames: int = 0
    used: set[str] = field(default_factory=set)
    _count: int = 0

    @property
    def number(self) -> str:
        """As printed."""
        return self.sheet.number

    @property
    def vertical(self) -> bool:
        """Whether its lines run from top to bottom."""
        return self.sheet.vertical

    def next_frame(self) -> int:
        """A number for a new frame."""
        self.frames += 1
        return self.frames

    def rank(self, part: int, zone: int) -> tuple[int, int, int]:
        """A place in the reading order of an article: this page's lines so far decide the last number."""
        self._count += 1
        return part, zone, self.index * 100_000 + self._count

    def along(
        self,
        text: str,
        rect: Rect,
        kind: Type,
        role: str,
        *,
        align: str = "start",
        article: Article | None = None,
        zone: tuple[int, int] = (0, 0),
        color: str = "",
        crossed: bool = False,
        name: str = "",
    ) -> Line:
        """Sets one line in the middle of a logical strip; `crossed` in the page's other direction."""
        x, y, w, h = self.sheet.physical(rect)
        upright = self.vertical != crossed
        kind = _standing(replace(kind, upright=upright))
        long = self.scale.width(text, kind.face, upright=upright) * kind.size + kind.track * (len(text) - 1)
        room = (h if upright else w) - long
        shift = {"center": room / 2, "end": room}.get(align, 0.0)
        if upright:
            box = Rect(x + (w - kind.size) / 2, y + shift, kind.size, long)
        else:
            box = Rect(x + shift, y + (h - kind.size) / 2, long, kind.size)
        line = Line(text, box, kind, role, article, color=color, rank=self.rank(*zone), letter=kind.track, id=name)
        self.lines.append(line)
        return line

    def free(
        self,
        text: str,
        box: Rect,
        kind: Type,
        role: str,
        *,
        article: Article | None = None,
        zone: tuple[int, int] = (0, 0),
        color: str = "",
        name: str = "",
    ) -> Line:
        """Sets one line at a physical place."""
        line = Line(text, box, _standing(kind), role, article, color=color, rank=self.rank(*zone), id=name)
        self.lines.append(line)
        return line

    def poured(
        self,
        placed: Placed,
        rect: Rect,
        kind: Type,
        *,
        article: Article | None,
        paragraph: int | None,
        frame: int,
        part: int,
        stretch: float,
        justified: bool,
    ) -> None:
        """Puts a poured line into its frame."""
        para = placed.para
        text = as_printed(para.setting[placed.start : placed.end], hyphen=placed.hyphen)
        top = rect.y + placed.top * stretch + (placed.height - kind.size) / 2
        last = placed.end == len(para.setting)
        align = para.align or ("just" if justified else "start")
        width, letter, word = placed.width - kind.track, 0.0, 0.0
        if align == "just" and not last and para.kind == "p":
            letter, word = _spacing(text, placed.measure - width, kind.size)
            width += letter * (len(text) - 1) + word * _spaces(text)
        x = rect.x + placed.indent
        if align == "center":
            x = rect.x + (rect.w - width) / 2
        elif align == "end" or para.kind == "right":
            x = rect.x + rect.w - width
        cells: tuple[tuple[str, float], ...] = ()
        if para.kind == "row":
            parts = text.split("\t")
            cells = tuple(zip(parts, self._stops(parts, rect.w, kind, article), strict=True))
            width = cells[-1][1] + self.scale.width(parts[-1], kind.face) * kind.size
            text = " ".join(parts)
        box = self.sheet.physical(Rect(x, top, width, kind.size))
        line = Line(
            text,
            box,
            _standing(replace(kind, upright=self.vertical)),
            para.role,
            article,
            paragraph=paragraph,
            frame=frame,
            piece=(placed.start, placed.end),
            rank=self.rank(part, 1),
            color=para.color,
            letter=letter + kind.track,
            word=word,
            leads=len(para.setting[placed.start : para.leads].replace("\u00ad", "")),
            cells=cells,
            id=para.name,
        )
        self.lines.append(line)

    def _stops(self, parts: list[str], width: float, kind: Type, article: Article | None) -> list[float]:
        """Where the cells of a table's row begin: in even columns, or as wide as the table's own cells need.

        Args:
            parts: the row's cells.
            width: of the frame.
            kind: type of the row.
            article: the table's.
        """
        count = len(parts)
        rows = [p.setting.split("\t") for p in article.paragraphs if p.kind == "row"] if article else []
        rows = [r for r in rows if len(r) == count] or [parts]
        need = [max(self.scale.width(r[i], kind.face) for r in rows) * kind.size for i in range(count)]
        if all(n + CELL_GAP * kind.size <= width / count for n in need[:-1]):
            return [i * width / count for i in range(count)]
        white = max(0.0, (width - sum(need)) / max(1, count - 1))
        return [sum(need[:i]) + i * white for i in range(count)]

    def html(self) -> str:
        """The page as HTML."""
        parts = [*self.sheet.parts, *map(self._line, self.lines)]
        return replace(self.sheet, parts=parts).html()

    def _line(self, line: Line) -> str:
        x, y, w, h = line.box
        size = line.type.size
        style = f"font-size:{size:.2f}pt;line-height:{size:.2f}pt"
        if line.type.upright:
            classes = "vertical "
            style += f";left:{x:.2f}pt;top:{y:.2f}pt;width:{size:.2f}pt;height:{h + size:.2f}pt"
        else:
            classes = ""
            y -= self.scale.drop(line.type.face) * size
            style += f";left:{x:.2f}pt;top:{y:.2f}pt;width:{w + size:.2f}pt;height:{size:.2f}pt"
        style += f";letter-spacing:{line.letter:.4f}pt" if line.letter else ""
        style += f";word-spacing:{line.word:.4f}pt" if line.word else ""
        style += f";color:{line.color}" if line.color else ""
        inner = escape(line.text)
        if line.cells:
            side = "top" if line.type.upright else "left"
            inner = "".join(f"<b style='{side}:{at:.2f}pt'>{escape(t)}</b>" for t, at in line.cells)
        elif line.leads and line.type.lead:
            head, tail = line.text[: line.leads], line.text[line.leads :]
            spread = line.letter + line.type.spread
            spaced = f" style='letter-spacing:{spread:.4f}pt'" if line.type.spread else ""
            inner = f"<span class='{line.type.lead}'{spaced}>{escape(head)}</span>{escape(tail)}"
        return f"<div class='l {classes}{line.type.face}' style=\"{style}\">{inner}</div>"

    def head(
        self, lines: list[HeadLine], rect: Rect, article: Article, part: int, *, crossed: bool = False, color: str = ""
    ) -> None:
        """Sets a head's lines one under the other from the top of a logical rectangle; crossed, from its first side."""
        place = 0.0
        for line in lines:
            if not crossed:
                strip = Rect(rect.x, rect.y + place, rect.w, line.height)
            elif self.vertical:
                strip = Rect(rect.x + place, rect.y, line.height, rect.h)
            else:
                strip = Rect(rect.x + rect.w - place - line.height, rect.y, line.height, rect.h)
            set_line = self.along(
                line.text, strip, line.type, line.role,
                align=line.align, article=article, zone=(part, 0), color=color or line.color, crossed=crossed,
            )  # fmt: skip
            if line.box == "tag":
                x, y, w, h = set_line.box
                grown = Rect(x - 2, y - 1.5, w + 4, h + 3)
                self.sheet.parts.append(drawn(grown, "background:#222"))
                set_line.color = "#fff"
            elif line.box == "line":
                x, y, w, h = set_line.box
                self.sheet.parts.append(drawn(Rect(x, y + h + 0.5, w, 0.7), "background:#222"))
            place += line.height


def drawn(rect: Rect, style: str) -> str:
    """A physical rectangle as HTML."""
    x, y, w, h = rect
    return f"<div style='left:{x:.2f}pt;top:{y:.2f}pt;width:{w:.2f}pt;height:{h:.2f}pt;{style}'></div>"


def _standing(kind: Type) -> Type:
    """The type itself, or what stands for it in upright lines."""
    if not kind.upright:
        return kind
    return replace(kind, face=UPRIGHT.get(kind.face, kind.face), lead=UPRIGHT.get(kind.lead, kind.lead))


def _spaces(text: str) -> int:
    return text.count(" ") + text.count(KEPT_SPACE)


def _spacing(text: str, spare: float, size: float) -> tuple[float, float]:
    """What to add between letters and to spaces so that a line is as long as its measure, in points."""
    if spare <= 0.01 or len(text) < 2:
        return 0.0, 0.0
    spaces = _spaces(text)
    if chinese(text) or not spaces:
        letter = spare / (len(text) - 1)
        return (letter, 0.0) if letter <= WIDEST_LETTER * size else (0.0, 0.0)
    word = spare / spaces
    if word <= WIDEST_SPACE * size:
        return 0.0, word
    rest = (spare - WIDEST_SPACE * size * spaces) / (len(text) - 1)
    return (min(rest, 0.12 * size), WIDEST_SPACE * size)
