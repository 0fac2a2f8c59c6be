"""ALTO to pages: lines with their places, rules and pictures (versions 1 to 4, in whatever unit the file measures).

The frame is the file's own: its pixels, tenths of a millimetre or 1/1200 inches. What is printed counts: a word cut in
two stays cut (SUBS_CONTENT is passed over, HYP is its hyphen). The file's blocks are its zones, which count where a
page is of plain columns; `AltoDocument.printed_blocks` gives them by their IDs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from banmian.model.geometry import Box, around
from banmian.model.page import Block, Direction, Line, Mark, MarkKind, Page, PageSource
from banmian.ports import ReadSettings
from banmian.sources.library.document import LibraryDocument, framed, with_lines
from banmian.sources.library.markup import Element, number, parsed, root_name
from banmian.sources.library.recognised import Look, Recognised, Word, joined, lines_of
from banmian.sources.library.writing import cells

NAME = "ALTO"

UNITS = {"mm10": 254.0, "inch1200": 1200.0}
"""Page units an inch; a pixel has no size."""

UNSURE = 9.0
"""The digit that CC gives a character of which the recogniser knows nothing; 0 is certainty."""

SLIM = 0.2
"""A graphical element is a rule if it is at most so many times as thick as long, else a frame."""

ASTRAY = 0.1
"""With more than this share of a block's words outside of the lines that hold them, the lines hold them wrongly."""

Looks: TypeAlias = dict[str, Look]
BlockLines: TypeAlias = tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A page, and the lines of each of its file's blocks by the block's ID."""

    page: Page
    blocks: BlockLines


class AltoDocument(LibraryDocument):
    """Pages of one ALTO file; `banmian.ports.Document`."""

    def __init__(self, read: Sequence[_Read], name: str, settings: ReadSettings) -> None:
        super().__init__(tuple(r.page for r in read), name, settings)
        self._blocks = tuple(r.blocks for r in read)

    def printed_blocks(self, index: int) -> BlockLines:
        """The file's own text blocks by their IDs, each with its lines: what a METS file refers to."""
        return self._blocks[index]


def sniff(head: bytes, name: str) -> bool:
    """Whether the root element is ALTO's."""
    del name
    return root_name(head).lower() == "alto"


def open_document(data: bytes, name: str, settings: ReadSettings) -> AltoDocument:
    """Opens a file of one page or more.

    Raises:
        DamagedInput: it is no whole XML document, or declares a document type.
        EmptyInput: it has no line.
        OversizedInput: it is larger than any page, or has more pages than the settings allow.
    """
    root = parsed(data, name, NAME)
    looks = {e.get("ID", ""): _look(e) for e in root.iter("TextStyle")}
    dpi = UNITS.get((root.findtext(".//MeasurementUnit") or "").strip(), 0.0)
    picture = (root.findtext(".//sourceImageInformation/fileName") or "").strip()
    notes = (f"{name} names its picture {picture}, which is not read",) if picture else ()
    blank = Page(index=0, dpi=dpi, notes=notes, recognised=True)
    read = [
        _page(element, looks, replace(blank, source=PageSource(name, place)))
        for place, element in enumerate(root.findall("Layout/Page"), start=1)
    ]
    return AltoDocument(read, name, settings)


def _page(element: Element, looks: Looks, blank: Page) -> _Read:
    found: list[Recognised] = []
    held: list[tuple[str, int]] = []
    strayed = 0
    for place, (block, look) in enumerate(_blocks(element, looks)):
        rows, moved = _lines(block, place, look, looks)
        strayed += moved
        held.append((block.get("ID", ""), len(rows)))
        found += rows
    page = replace(
        blank,
        width=number(element, "WIDTH") or 0.0,
        height=number(element, "HEIGHT") or 0.0,
        marks=tuple(_marks(element)),
    )
    if strayed and blank.source:
        note = f"{blank.source.name} has {strayed} words in lines that they do not stand in; their places count"
        page = replace(page, notes=(*page.notes, note))
    lines = lines_of(found)
    blocks, at = [], 0
    for name, count in held:
        blocks.append((name, lines[at : at + count]))
        at += count
    zones = (Block(held, box=around(_boxes(held)), zone=name) for name, held in blocks if any(_boxes(held)))
    return _Read(framed(with_lines(replace(page, zones=tuple(zones)), lines)), tuple(blocks))


def _boxes(lines: Sequence[Line]) -> list[Box]:
    return [line.box for line in lines if line.box is not None]


def _blocks(page: Element, looks: Looks) -> Iterator[tuple[Element, Look]]:
    """Every text block, within composed blocks and margins too, with the type that they all state."""
    waiting = [(page, _referred(page, looks, Look()))]
    while waiting:
        element, look = waiting.pop()
        if element.tag == "TextBlock":
            yield element, look
            continue
        waiting += [(e, _referred(e, looks, look)) for e in reversed(element)]


def _referred(element: Element, looks: Looks, inherited: Look) -> Look:
    """The type that an element refers to (STYLEREFS) or states itself (STYLE), else what the one around it has."""
    names = element.get("STYLEREFS", "").split()
    look = next((looks[n] for n in names if n in looks), inherited)
    stated = element.get("STYLE", "")
    if not stated:
        return look
    return replace(look, bold=True if "bold" in stated else look.bold, italic=look.italic or "italic" in stated)


def _look(element: Element) -> Look:
    stated = element.get("FONTSTYLE", "")
    return Look(
        font=element.get("FONTFAMILY", ""),
        points=number(element, "FONTSIZE") or 0.0,
        bold="bold" in stated,
        italic="italic" in stated,
    )


def _lines(block: Element, place: int, look: Look, looks: Looks) -> tuple[list[Recognised], int]:
    """A block's lines, and how many words were put into others than the file has them in."""
    rows = [(e, _box(e), _words(e, _referred(e, looks, look), looks)) for e in block.findall("TextLine")]
    held, moved = _by_place([(box, words) for _, box, words in rows])
    found = []
    for (element, box, _), words in zip(rows, held, strict=True):
        known = [b for b in (box, *(w.box for w in words)) if b is not None]
        if not known:
            continue
        direction = _direction(element, block)
        found.append(
            Recognised(
                text=_text(element, words, down=direction is Direction.VERTICAL, own=not moved),
                box=box or around(known),
                words=tuple(words),
                direction=direction,
                backwards=element.get("BASEDIRECTION", block.get("BASEDIRECTION", "")) == "rtl",
                region=place,
                look=_referred(element, looks, look),
            )
        )
    return found, moved


def _direction(line: Element, block: Element) -> Direction | None:
    """What the file says of the direction of a line (BASEDIRECTION, since version 4.3)."""
    stated = line.get("BASEDIRECTION") or block.get("BASEDIRECTION") or ""
    if not stated:
        return None
    return Direction.VERTICAL if stated.startswith(("ttb", "btt")) else Direction.HORIZONTAL


def _words(line: Element, look: Look, looks: Looks) -> list[Word]:
    """A line's words, the hyphen at its end with the word that it cuts."""
    found: list[Word] = []
    for element in line:
        if element.tag == "String":
            box, text = _box(element), element.get("CONTENT", "").strip()
            if box is not None and text:
                found.append(Word(text, box, _glyphs(element, text), _sure(element), _referred(element, looks, look)))
        elif element.tag == "HYP" and found:
            found[-1] = _hyphened(found[-1], element)
    return found


def _hyphened(word: Word, element: Element) -> Word:
    """A word with the hyphen that cuts it; of the hyphen's place a file often says no more than where it begins."""
    hyphen = element.get("CONTENT", "").strip() or "-"
    begin = max(word.box.x1, number(element, "HPOS") or word.box.x1)
    end = begin + (number(element, "WIDTH") or 0.3 * word.box.height)
    chars = word.chars or tuple(cells(word.text, word.box))
    tail = cells(hyphen, Box(begin, word.box.y0, end, word.box.y1))
    return replace(word, text=word.text + hyphen, box=replace(word.box, x1=end), chars=(*chars, *tail))


def _glyphs(element: Element, text: str) -> tuple[Box, ...]:
    """A box for every character of a word; empty where the file has none that fit."""
    glyphs = [(e.get("CONTENT", ""), _box(e)) for e in element.findall("Glyph")]
    if "".join(letter for letter, _ in glyphs) != text:
        return ()
    boxes = [cell for letter, box in glyphs if box is not None for cell in cells(letter, box)]
    return tuple(boxes) if len(boxes) == len(text) else ()


def _text(line: Element, words: Sequence[Word], *, down: bool, own: bool) -> str:
    """A line's text: spaces where the file has them, else where words stand apart."""
    if not own or line.find("SP") is None or down:
        return joined(words, down=down)
    runs: list[list[Word]] = [[]]
    waiting = list(words)
    for element in line:
        if element.tag == "SP":
            runs.append([])
        elif element.tag == "String" and waiting and element.get("CONTENT", "").strip() and _box(element) is not None:
            runs[-1].append(waiting.pop(0))
    parts = [replace(run[0], text="".join(w.text for w in run), box=around(w.box for w in run)) for run in runs if run]
    return joined(parts, down=down)


def _by_place(rows: Sequence[tuple[Box | None, list[Word]]]) -> tuple[list[list[Word]], int]:
    """Words in the lines where they stand, and how many stood in others; as in the file where it is right."""
    held = [words for _, words in rows]
    lines = [(i, box) for i, (box, _) in enumerate(rows) if box is not None]
    strays = sum(box is not None and not _within(w.box, box) for box, words in rows for w in words)
    if strays <= ASTRAY * max(1, sum(len(words) for words in held)) or len(lines) < 2:
        return held, 0
    found: list[list[Word]] = [[] for _ in rows]
    for words in held:
        for word in words:
            nearest = min(lines, key=lambda line: _away(word.box, line[1]))
            found[nearest[0]].append(word)
    for words in found:
        words.sort(key=lambda w: w.box.x0)
    return found, strays


def _within(word: Box, line: Box) -> bool:
    """Whether a word's middle stands in its line's height."""
    return line.y0 <= word.center[1] <= line.y1


def _away(word: Box, line: Box) -> float:
    """How far a word's middle is from a line's, and from the line's ends."""
    (x, y), (_, middle) = word.center, line.center
    return abs(y - middle) + max(0.0, line.x0 - x, x - line.x1)


def _sure(element: Element) -> float | None:
    """A word's confidence (WC), else what its characters' digits (CC) say; None where the file does not."""
    whole = number(element, "WC")
    if whole is not None:
        return whole / 100 if whole > 1 else whole
    digits = [float(c) for c in element.get("CC", "") if c in "0123456789"]
    return 1 - sum(digits) / len(digits) / UNSURE if digits else None


def _box(element: Element) -> Box | None:
    """Where an element is; None where it does not say."""
    sides = [number(element, side) for side in ("HPOS", "VPOS", "WIDTH", "HEIGHT")]
    x, y, width, height = (v if v is not None else -1.0 for v in sides)
    if None in sides or width <= 0 or height <= 0:
        return None
    return Box(x, y, x + width, y + height)


def _marks(page: Element) -> Iterator[Mark]:
    """Rules, frames and pictures."""
    for element in page.iter():
        if element.tag not in {"GraphicalElement", "Illustration"} or (box := _box(element)) is None:
            continue
        if element.tag == "Illustration":
            yield Mark(MarkKind.PICTURE, box)
        else:
            slim = min(box.width, box.height) <= SLIM * max(box.width, box.height)
            yield Mark(MarkKind.RULE if slim else MarkKind.FRAME, box)
