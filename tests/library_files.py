"""Library files made by hand: PAGE XML and ALTO of a column of lines, in the forms that programs write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

STORY = (
    "The bridge at East Lake opens",
    "to carts and riders today, after",
    "two years of work on its piers.",
    "The mayor will cross it first,",
    "and the band will play for all",
    "who come. The old ferry makes",
    "its last trip in the evening.",
)
"""A story's lines."""

STANDING = ("東湖大橋今日通車", "往來車馬皆可過橋", "舊日渡船今晚停航", "市民爭先前往觀看")
"""The same as vertical lines, from the right."""

WIDTH, HEIGHT = 1000, 1400
LEADING = 40
SCHEMA = "http://schema.primaresearch.org/PAGE/gts/pagecontent/"


def points(x0: float, y0: float, x1: float, y1: float) -> str:
    """A rectangle as PAGE writes it since 2013."""
    return f'<Coords points="{x0},{y0} {x1},{y0} {x1},{y1} {x0},{y1}"/>'


def said(text: str, more: str = "") -> str:
    """What an element of PAGE says."""
    return f"<TextEquiv{more}><Unicode>{escape(text)}</Unicode></TextEquiv>"


def text_line(text: str, x: float, y: float, *, width: float = 600, height: float = 34, inner: str = "") -> str:
    """A line of PAGE with its text."""
    return f"<TextLine>{points(x, y, x + width, y + height)}{inner}{said(text) if text else ''}</TextLine>"


def region(inner: str, more: str = "") -> str:
    """A text region of PAGE."""
    return f"<TextRegion{more}>{points(100, 100, 700, 900)}{inner}</TextRegion>"


def page_xml(inner: str, *, schema: str = "2019-07-15", more: str = "", before: str = "") -> bytes:
    """A whole file of PAGE XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{before}<PcGts xmlns="{SCHEMA}{schema}"><Metadata/>'
        f'<Page imageFilename="scan.tif" imageWidth="{WIDTH}" imageHeight="{HEIGHT}"{more}>{inner}</Page></PcGts>'
    ).encode()


def column(rows: Iterable[str] = STORY) -> str:
    """Lines under each other in one region."""
    return region("".join(text_line(row, 100, 100 + LEADING * k) for k, row in enumerate(rows)))


def place(x: float, y: float, width: float, height: float) -> str:
    """A place as ALTO writes it."""
    return f'HPOS="{x}" VPOS="{y}" WIDTH="{width}" HEIGHT="{height}"'


def string(text: str, x: float, y: float, width: float, *, height: float = 28, more: str = "") -> str:
    """A word of ALTO."""
    return f"<String {place(x, y, width, height)} CONTENT={quoteattr(text)} {more}/>"


def alto_line(words: Sequence[str], y: float, *, x: float = 100, letter: float = 16, height: float = 28) -> str:
    """A line of ALTO with spaces between its words."""
    found, at = [], x
    for word in words:
        found.append(string(word, at, y, letter * len(word), height=height))
        at += letter * (len(word) + 1)
    spaced = '<SP WIDTH="16"/>'.join(found)
    return f"<TextLine {place(x, y, at - x, height)}>{spaced}</TextLine>"


def alto(inner: str, *, unit: str = "pixel", styles: str = "", version: int = 3, pages: int = 1) -> bytes:
    """A whole file of ALTO; what is inside stands on each page."""
    space = "" if version == 1 else f' xmlns="http://www.loc.gov/standards/alto/ns-v{version}#"'
    page = f'<Page ID="P1" WIDTH="{WIDTH}" HEIGHT="{HEIGHT}"><PrintSpace>{inner}</PrintSpace></Page>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<alto{space}><Description><MeasurementUnit>{unit}</MeasurementUnit>'
        f"</Description><Styles>{styles}</Styles><Layout>{page * pages}</Layout></alto>"
    ).encode()


def alto_column(rows: Iterable[str] = STORY, name: str = "B1") -> str:
    """Lines under each other in one block."""
    lines = "".join(alto_line(row.split(), 100 + LEADING * k) for k, row in enumerate(rows))
    return f'<TextBlock ID="{name}" {place(100, 100, 600, 400)}>{lines}</TextBlock>'
