"""Advertisements as old papers have them: a name in large type, and small print in columns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from papers.breaking import Type, whole_lines
from papers.carve import columns
from papers.hyphens import hyphenated

if TYPE_CHECKING:
    from papers.issue import Issue
    from papers.leaf import Leaf
    from typesetter.sheet import Rect

PAD = 6.0
LARGEST = 76.0
"""Points of a name's type."""
MIDDLING = 230.0
"""Points: the side of a square advertisement above which small print grows with it."""


def placard(issue: Issue, leaf: Leaf, rect: Rect) -> None:
    """An advertisement in a logical rectangle, its lines in the page's direction."""
    chance, look = issue.chance, issue.look
    issue.ads += 1
    name = f"ad-{issue.ads}"
    style = chance.choice(("border:.6pt solid #111", "border:1.4pt solid #111", "border:3pt double #111"))
    leaf.sheet.put(rect, "", "", style)
    inner = rect.inset(PAD if min(rect.w, rect.h) > 40 else 3.0)
    teller = issue.desk.teller()
    title = issue.tongue.words(teller.tell("adname"), chance).printed
    faces = [look.heads.faces[role] for role in ("headline", "label", "deck")]
    face = chance.choice(faces)
    thick = min(LARGEST, inner.h * chance.uniform(0.18, 0.45))
    size = min(thick * 0.84, inner.w * 0.96 / issue.scale.width(title, face, upright=leaf.vertical))
    thick = size * 1.3
    middle = leaf.vertical and inner.h > thick * 4 and chance.random() < 0.35
    top = inner.y + (inner.h - thick) / 2 if middle else inner.y
    strip = inner._replace(y=top, h=thick)
    leaf.along(title, strip, Type(face, size), "advertisement", align="center", name=name)
    rooms = [inner._replace(y=top + thick + 2, h=inner.y + inner.h - top - thick - 2)]
    if middle:
        rooms.insert(0, inner._replace(h=top - inner.y - 2))
    em = chance.uniform(6.6, 9.0) * max(1.0, min(2.0, math.sqrt(rect.w * rect.h) / MIDDLING))
    for room in rooms:
        count = max(1, round(room.w / (chance.uniform(13, 24) * em)))
        for column in columns(room, count, em):
            _copied(issue, leaf, column, em, name)


def _copied(issue: Issue, leaf: Leaf, column: Rect, em: float, name: str) -> None:
    """Small print and short lines from the head of a column to its foot."""
    chance, look = issue.chance, issue.look
    teller, code = issue.desk.teller(), issue.tongue.code
    faces = (look.body.type.face, look.heads.faces["headline"], look.heads.faces["deck"])
    y, end = column.y, column.y + column.h
    while True:
        if chance.random() < 0.45:
            text = issue.tongue.words(teller.tell("adline"), chance).printed
            face = chance.choice(faces)
            wide = issue.scale.width(text, face, upright=leaf.vertical)
            size = min(em * chance.choice((1.0, 1.3, 1.7, 2.4)), column.w * 0.97 / wide)
            lines, align = [text], "center"
        else:
            said = teller.tell("adcopy")
            text = hyphenated(issue.tongue.words(said, chance).printed, code)
            face, size, align = faces[0], em, "start"
            lines = whole_lines(issue.scale, text, Type(face, size, upright=leaf.vertical), column.w)
        step = size * 1.25
        if y + step * len(lines) > end:
            return
        for line in lines:
            strip = column._replace(y=y, h=step)
            leaf.along(line, strip, Type(face, size), "advertisement", align=align, name=name)
            y += step
        y += em * 0.4
