"""XML from anyone: read without entities, without the network, and without depth or size that could choke a reader.

What the standard library's parser can be hurt by begins with a document type (Python documentation, "XML security",
November 2025: entity bombs, external entities), and neither PAGE nor ALTO has one; so every document type is refused.
"""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from banmian.errors import DamagedInput, OversizedInput

Element = ET.Element

LARGEST = 200_000_000
"""Bytes; a broadsheet with a polygon around every character takes some 30 MB."""

DEEPEST = 200
"""Elements within each other; PAGE and ALTO need a dozen."""

FARTHEST = 1e6
"""Page units; the largest scan and the finest unit (1/1200 inch) stay far below."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")


class _Refused(Exception):  # noqa: N818 it is told as an `UnreadableInput`
    """Why a document is not read any further."""


class _Plain(ET.TreeBuilder):
    """Builds elements whose names and attributes have lost their name spaces."""

    depth = 0

    def start(self, tag: str, attrs: Mapping[str, str], /) -> Element:
        """An element begins."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Refused(f"it nests elements deeper than {DEEPEST}")
        return super().start(_local(tag), {_local(name): value for name, value in attrs.items()})

    def end(self, tag: str, /) -> Element:
        """An element ends."""
        self.depth -= 1
        return super().end(_local(tag))

    def doctype(self, name: str, public: str | None, system: str | None, /) -> None:
        """Comes before any entity is declared."""
        del name, public, system
        raise _Refused("it declares a document type (DOCTYPE), in which entities can hide")


def root_name(head: bytes) -> str:
    """The root element's name without its name space; "" where the bytes begin no XML document.

    Args:
        head: the first bytes of a file.
    """
    codec = next((codec for mark, codec in _MARKS if head.startswith(mark)), "utf-8")
    text = head.decode(codec, "ignore").removeprefix("\ufeff")
    prologue = _PROLOGUE.match(text)
    root = _ROOT.match(text, prologue.end() if prologue else 0)
    return root[1] if root else ""


def parsed(data: bytes, name: str, kind: str) -> Element:
    """The root element.

    Args:
        data: the file.
        name: of the file, for messages.
        kind: of the format, for messages.

    Raises:
        OversizedInput: larger than any page.
        DamagedInput: not well-formed, cut short, or of a kind that no honest file is.
    """
    if len(data) > LARGEST:
        raise OversizedInput(
            f"{name} has {len(data) // 1_000_000} MB of XML; the limit is {LARGEST // 1_000_000}.",
            "Give one page a file.",
        )
    builder = _Plain()
    try:
        data, codec = _readable(data)
        parser = ET.XMLParser(target=builder, encoding=codec)  # noqa: S314 the target refuses document types
        parser.feed(data)
        root = parser.close()
    except _Refused as error:
        raise DamagedInput(f"{name} is {kind}, but {error}.", "Export it anew, without that.") from error
    except ET.ParseError as error:
        raise DamagedInput(
            f"{name} is {kind}, but cut short or broken in line {error.position[0]}.", "Get the file again."
        ) from error
    except (UnicodeError, LookupError, ValueError) as error:
        raise DamagedInput(
            f"{name} is {kind}, but its characters are not in the encoding that it names.", "Save it as UTF-8."
        ) from error
    if not isinstance(root, ET.Element):  # pragma: no cover  the builder gives nothing else
        raise DamagedInput(f"{name} is {kind}, but it is empty.", "Get the file again.")
    return root


def _readable(data: bytes) -> tuple[bytes, str | None]:
    """The bytes in an encoding that the parser knows, and its name where the document says another."""
    declared = _DECLARED.match(data[:400])
    codec = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
    if codec.startswith(("utf", "ascii", "iso8859")) or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return data, None
    return data.decode(codec).encode(), "utf-8"


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def number(element: Element, attribute: str) -> float | None:
    """A number on the page; None where there is none, or none that any page has."""
    return finite(element.get(attribute))


def finite(word: str | None) -> float | None:
    """A word as a number; None where it is none, or none that any page has."""
    try:
        value = float(word) if word else math.nan
    except ValueError:
        return None
    return value if abs(value) < FARTHEST else None
