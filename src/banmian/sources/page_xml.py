"""PAGE XML to a page: lines with their places, rules and pictures (PRImA, every schema from 2009 to 2019).

The file's own regions are not taken over as blocks, since what recognisers take for one is often two or half of one;
lines, rules and pictures are. Transkribus and eScriptorium write the same format with habits of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from banmian.model.geometry import Box, Point, around
from banmian.model.page import Direction, Mark, MarkKind, Page, PageSource
from banmian.ports import ReadSettings
from banmian.sources.library.document import LibraryDocument, framed, with_lines
from banmian.sources.library.markup import Element, finite, number, parsed, root_name
from banmian.sources.library.recognised import Look, Recognised, Word, joined, lines_of
from banmian.sources.library.writing import cells

NAME = "PAGE XML"

PICTURES = frozenset(
    ("ImageRegion", "GraphicRegion", "LineDrawingRegion", "ChartRegion", "MapRegion", "ChemRegion", "FrameRegion")
)
"""Regions that are shown and not read; what stands in them as text is read all the same."""

INCH_IN_CM = 2.54

UNITS = {"PPI": 1.0, "PPCM": INCH_IN_CM}
"""Pixels an inch for each unit of resolution."""

SLIM = 0.2
"""A separator is at most so many times as thick as long; others are borders of odd shape, and no rule."""


def sniff(head: bytes, name: str) -> bool:
    """Whether the root element is PAGE's."""
    del name
    return root_name(head) == "PcGts"


def open_document(data: bytes, name: str, settings: ReadSettings) -> LibraryDocument:
    """Opens a page.

    Raises:
        DamagedInput: it is no whole XML document, or declares a document type.
        EmptyInput: it has no line.
        OversizedInput: it is larger than any page.
    """
    root = parsed(data, name, NAME)
    pages = (_page(element, name, number) for number, element in enumerate(root.findall("Page"), start=1))
    return LibraryDocument(tuple(pages), name, settings)


def _page(element: Element, name: str, place: int) -> Page:
    found, loose = _lines(element)
    marks = tuple(_marks(element))
    notes = []
    picture = element.get("imageFilename")
    if picture:
        notes.append(f"{name} names its picture {picture}, which is not read")
    if loose:
        notes.append(f"{name} has {loose} regions whose lines have no places; they are spread over their regions")
    page = Page(
        recognised=True,
        index=0,
        width=number(element, "imageWidth") or 0.0,
        height=number(element, "imageHeight") or 0.0,
        dpi=(number(element, "imageXResolution") or 0.0) * UNITS.get(element.get("imageResolutionUnit", ""), 0.0),
        marks=marks,
        notes=tuple(notes),
        source=PageSource(name, place),
    )
    return framed(with_lines(page, lines_of(found)))


def _lines(page: Element) -> tuple[list[Recognised], int]:
    """The lines of a page in the file's order, and how many regions gave theirs without places."""
    found: list[Recognised] = []
    loose = 0
    for place, (region, direction, backwards) in enumerate(_regions(page)):
        rows = region.findall("TextLine")
        found += [line for row in rows if (line := _line(row, place, direction, backwards=backwards)) is not None]
        inner = any(e is not region and e.tag == region.tag for e in region.iter())
        if not rows and not inner and region.tag != "Page":
            spread = _spread(region, place, direction, backwards=backwards)
            found += spread
            loose += bool(spread)
    return found, loose


def _regions(page: Element) -> Iterator[tuple[Element, Direction | None, bool]]:
    """The page and everything on it that may hold lines, with what is said of the direction of their writing."""
    waiting: list[tuple[Element, Direction | None, bool]] = [(page, None, False)]
    while waiting:
        element, direction, backwards = waiting.pop()
        direction, backwards = _direction(element, direction, backwards=backwards)
        yield element, direction, backwards
        inner = [e for e in element if e.tag.endswith("Region") or e.tag == "TableCell"]
        waiting += [(e, direction, backwards) for e in reversed(inner)]


def _direction(element: Element, direction: Direction | None, *, backwards: bool) -> tuple[Direction | None, bool]:
    """What an element says of the direction of its writing, else what the one around it said."""
    reading, order = element.get("readingDirection", ""), element.get("textLineOrder", "")
    if reading in {"top-to-bottom", "bottom-to-top"} or order in {"right-to-left", "left-to-right"}:
        return Direction.VERTICAL, False
    if reading in {"left-to-right", "right-to-left"}:
        return Direction.HORIZONTAL, reading == "right-to-left"
    return direction, backwards


def _line(element: Element, region: int, direction: Direction | None, *, backwards: bool) -> Recognised | None:
    """A line; None where nothing says where it is."""
    outline, baseline = _points(element.find("Coords")), _points(element.find("Baseline"))
    direction, backwards = _direction(element, direction, backwards=backwards)
    words = [word for e in element.findall("Word") if (word := _word(e)) is not None]
    places = [_box(outline), _box(baseline, thin=True), *(w.box for w in words)]
    box = next((b for b in places[:2] if b is not None), None)
    if box is None or not outline:
        known = [b for b in places if b is not None]
        if not known:
            return None
        box = around(known)
    down = direction is Direction.VERTICAL
    text, sure = _text(element)
    return Recognised(
        text=text or joined(words, down=down),
        box=box,
        words=tuple(words),
        direction=direction,
        backwards=backwards,
        baseline=baseline,
        thickness=_thickness(outline, box, down=down),
        region=region,
        sure=sure if text else None,
        look=_look(element),
    )


def _word(element: Element) -> Word | None:
    """A word; None where it says nothing, or not where."""
    box = _box(_points(element.find("Coords")))
    glyphs = [(_text(e)[0], _box(_points(e.find("Coords")))) for e in element.findall("Glyph")]
    text, sure = _text(element)
    text = text or "".join(letter for letter, _ in glyphs)
    known = [b for _, b in glyphs if b is not None]
    box = box or (around(known) if known else None)
    if not text or box is None:
        return None
    chars: tuple[Box, ...] = ()
    if glyphs and len(known) == len(glyphs) and "".join(letter for letter, _ in glyphs) == text:
        chars = tuple(cell for letter, b in glyphs if b is not None for cell in cells(letter, b))
    return Word(text, box, chars, sure, _look(element))


def _spread(region: Element, place: int, direction: Direction | None, *, backwards: bool) -> list[Recognised]:
    """The lines of a region that has text and no lines, each in an even share of the region."""
    box = _box(_points(region.find("Coords")))
    text, sure = _text(region)
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    if box is None or not rows:
        return []
    found = []
    for k, row in enumerate(rows):
        a, b = k / len(rows), (k + 1) / len(rows)
        if direction is Direction.VERTICAL:
            share = Box(box.x1 - b * box.width, box.y0, box.x1 - a * box.width, box.y1)
        else:
            share = Box(box.x0, box.y0 + a * box.height, box.x1, box.y0 + b * box.height)
        found.append(Recognised(row, share, (), direction, backwards, region=place, sure=sure))
    return found


def _text(element: Element) -> tuple[str, float | None]:
    """The text that an element states first, and how sure the recogniser was of it."""
    stated = element.findall("TextEquiv")
    stated.sort(key=lambda e: number(e, "index") or 0.0)
    for equivalent in stated:
        for tag in ("Unicode", "PlainText"):
            text = (equivalent.findtext(tag) or "").strip()
            if text:
                return text, number(equivalent, "conf")
    return "", None


def _look(element: Element) -> Look:
    """What an element says of its type."""
    style = element.find("TextStyle")
    if style is None:
        return Look()
    bold = style.get("bold")
    return Look(
        font=style.get("fontFamily", ""),
        points=number(style, "fontSize") or 0.0,
        bold=None if bold is None else bold in {"true", "1"},
        italic=style.get("italic") in {"true", "1"},
    )


def _points(element: Element | None) -> tuple[Point, ...]:
    """The points of an outline or a baseline: an attribute since 2013, elements before; no number is no point."""
    if element is None:
        return ()
    pairs: Sequence[Sequence[str | None]] = [pair.split(",") for pair in element.get("points", "").split()]
    pairs = [*pairs, *((p.get("x"), p.get("y")) for p in element.findall("Point"))]
    found = []
    for pair in pairs:
        place = [v for word in pair if (v := finite(word)) is not None]
        if len(place) == len(pair) == 2:
            found.append((place[0], place[1]))
    return tuple(found)


def _box(points: Sequence[Point], *, thin: bool = False) -> Box | None:
    """The bounds of points; None where they have no extent, unless a thin line is enough."""
    if len(points) < 2:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return box if thin or box.area > 0 else None


def _thickness(outline: Sequence[Point], box: Box, *, down: bool) -> float:
    """How thick an outline is across the writing: area over length, since the bounds of a sloping one say more."""
    if len(outline) < 3:
        return 0.0
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True))
    length, bound = (box.height, box.width) if down else (box.width, box.height)
    return min(bound, abs(twice) / 2 / length) if length > 0 else 0.0


def _marks(page: Element) -> Iterator[Mark]:
    """Rules and pictures."""
    for element in page.iter():
        points = _points(element.find("Coords")) if element.tag.endswith("Region") else ()
        if element.tag == "SeparatorRegion":
            box = _box(points, thin=True)
            if box is not None and min(box.width, box.height) <= SLIM * max(box.width, box.height):
                yield Mark(MarkKind.RULE, box)
        elif element.tag in PICTURES and (box := _box(points)) is not None:
            yield Mark(MarkKind.PICTURE, box)
