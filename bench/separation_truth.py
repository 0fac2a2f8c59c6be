"""What the pages of other people say of their articles: the truths that `separation.py` measures against."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from banmian.model.geometry import Box

_ARTICLE = re.compile(r"structure\s*\{[^}]*?id:\s*([^;}\s]+);[^}]*type:\s*article")
_PLACE = re.compile(r"matrix\(\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*\)")
_POLYGON = re.compile(r'<polygon points="([^"]*)"')


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line of PAGE XML: its bounds, the file's region that holds it, and its article, None for none."""

    box: Box
    region: int
    article: str | None


def lines(data: bytes) -> list[ToldLine]:
    """Every line of a PAGE XML file, whose `custom` names its article."""
    root = ET.fromstring(data)  # noqa: S314 pages of our own choosing
    found = []
    for number, region in enumerate(root.iterfind(".//{*}TextRegion")):
        for line in region.iterfind("{*}TextLine"):
            coords = line.find("{*}Coords")
            if coords is None:
                continue
            told = _ARTICLE.search(line.get("custom", ""))
            found.append(ToldLine(_bounds(coords.get("points", "")), number, told[1] if told else None))
    return found


def mets_articles(data: bytes) -> dict[str, str]:
    """The article of every ALTO block: the division of a METS file's logical structure that holds it.

    An article is an ARTICLE; each block of a SECTION of advertisements is an item of its own, and the title section is
    one.
    """
    root = ET.fromstring(data)  # noqa: S314 the same
    logical = root.iterfind(".//{*}structMap[@TYPE='LOGICAL']")
    return {block: article for part in logical for article, block in _held(part, "")}


def _held(element: ET.Element, article: str) -> Iterator[tuple[str, str]]:
    kind = element.get("TYPE", "").upper()
    if kind in {"ARTICLE", "TITLE_SECTION", "ADVERTISEMENT"}:
        article = element.get("ID", "")
    for child in element:
        if child.tag.endswith("}area") and article:
            yield article, child.get("BEGIN", "")
        yield from _held(child, article)


def annotated(data: bytes) -> tuple[dict[str, Box], dict[str, str]]:
    """The regions of a fold by their IDs, and the group of each that is in one: W3C annotations of the ECPO annotator.

    A group is an annotation with a body of type GroupAnnotation, whose targets are its regions; it is an article where
    its other body says so.
    """
    boxes: dict[str, Box] = {}
    groups: dict[str, str] = {}
    for item in json.loads(data)["items"]:
        bodies = item["body"]
        group = any(body["type"] == "GroupAnnotation" for body in bodies)
        article = any((body.get("value") or {}).get("name") == "article" for body in bodies)
        for target in item["target"]:
            box = _svg(target["selector"]["value"])
            if box is None:
                continue
            boxes.setdefault(target["id"], box)
            if group and article:
                groups[target["id"]] = item["id"]
    return boxes, groups


def _svg(drawn: str) -> Box | None:
    """The bounds of a polygon that was moved, and perhaps scaled, to its place; None where it has no extent."""
    placed, polygon = _PLACE.search(drawn), _POLYGON.search(drawn)
    if placed is None or polygon is None:
        return None
    a, b, c, d, e, f = map(float, placed.groups())
    points = [tuple(map(float, pair.split(","))) for pair in polygon[1].split()]
    box = _bounds(" ".join(f"{a * x + c * y + e},{b * x + d * y + f}" for x, y in points))
    return box if box.area > 1 else None


def _bounds(points: str) -> Box:
    xs, ys = zip(*(map(float, pair.split(",")) for pair in points.split()), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
