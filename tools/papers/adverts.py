"""Advertisements of present-day papers: display, coupons, codes to scan, and advertorials under their label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papers.breaking import Type, whole_lines
from papers.carve import columns
from papers.grammar import topics
from papers.hyphens import hyphenated
from papers.leaf import drawn
from papers.slot import pictured
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.leaf import Leaf
    from papers.present import Present

MODULES = 21
"""Along a code's side."""
EYES = ((0, 0), (0, MODULES - 7), (MODULES - 7, 0))


def advertisement(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """An advertisement in a rectangle, of the kind that its shape allows."""
    issue.ads += 1
    name = f"ad-{issue.ads}"
    chance = issue.chance
    kinds = ["display", "display"]
    if 60 < rect.h < 260 and 90 < rect.w < 330:
        kinds += ["coupon", "code"]
    if rect.h > 110 and rect.w > 150:
        kinds += ["advertorial", "advertorial"]
    kind = chance.choice(kinds)
    if kind == "display":
        issue.plate(leaf).advertisement(issue.desk, rect, name)
    elif kind == "coupon":
        _coupon(issue, leaf, rect, name)
    elif kind == "code":
        _code(issue, leaf, rect, name)
    else:
        _advertorial(issue, leaf, rect, name)


def _said(issue: Present, section: str) -> str:
    topic = issue.chance.choice(topics(issue.tongue.lexicon))
    return issue.tongue.words(issue.desk.teller(topic).tell(section), issue.chance).printed


def _coupon(issue: Present, leaf: Leaf, rect: Rect, name: str) -> None:
    """A coupon within a dashed line."""
    faces, plate, chance = issue.look.heads.faces, issue.plate(leaf), issue.chance
    leaf.sheet.put(rect, "", "", f"border:1.2pt dashed #222;background:{issue.look.tints[0]}")
    inner = rect.inset(8)
    teller = issue.desk.teller()
    texts = [
        issue.tongue.words(t, chance).printed
        for t in (teller.tell("adname"), *map(teller.say, teller.ways("coupon")[:3]))
    ]
    weights = (1.3, 2.0, 1.0, 1.0)
    y = inner.y
    for index, (text, weight) in enumerate(zip(texts, weights, strict=True)):
        tall = inner.h * weight / sum(weights)
        face = faces["headline" if index == 1 else "label" if index == 0 else "byline"]
        at = Rect(inner.x, y, inner.w, tall)
        size = min(tall * 0.7, 40 if index == 1 else 14)
        plate.line(text, at, face, size, "advertisement", "center", name=name)
        y += tall


def _code(issue: Present, leaf: Leaf, rect: Rect, name: str) -> None:
    """A code to scan, and what for: the paper's own advertisement."""
    plate = issue.plate(leaf)
    leaf.sheet.put(rect, "", "", f"border:.7pt solid {issue.book.accent}")
    inner = rect.inset(8)
    wide = inner.w > inner.h * 1.4
    side = min(inner.h, inner.w * 0.42) if wide else min(inner.w, inner.h - 30)
    at = Rect(inner.x if wide else inner.x + (inner.w - side) / 2, inner.y, side, side)
    code(issue, leaf, at)
    rest = Rect(at.x + side + 8, inner.y, inner.w - side - 8, inner.h)
    if not wide:
        rest = Rect(inner.x, at.y + side + 2, inner.w, inner.h - side - 2)
    texts = [_said(issue, "qr"), issue.facts.title]
    tall = min(rest.h / 2, 22.0)
    y = rest.y + (rest.h - 2 * tall) / 2
    for index, text in enumerate(texts):
        face = issue.look.heads.faces["byline" if index else "label"]
        strip = Rect(rest.x, y, rest.w, tall)
        plate.line(text, strip, face, 11, "advertisement", "start" if wide else "center", name=name)
        y += tall


def code(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """Draws what looks like a matrix code."""
    chance = issue.chance
    unit = min(rect.w, rect.h) / MODULES
    dark = {(r, c) for r in range(MODULES) for c in range(MODULES) if chance.random() < 0.48}
    for top, left in EYES:
        for row in range(-1, 8):
            for column in range(-1, 8):
                ring = max(abs(row - 3), abs(column - 3))
                dark.discard((top + row, left + column))
                if ring in {0, 1, 3}:
                    dark.add((top + row, left + column))
    paths = "".join(f"M{c} {r}h1v1h-1z" for r, c in sorted(dark) if 0 <= r < MODULES and 0 <= c < MODULES)
    size = unit * MODULES
    leaf.sheet.parts.append(
        f"<svg style='position:absolute;left:{rect.x:.2f}pt;top:{rect.y:.2f}pt;width:{size:.2f}pt;height:{size:.2f}pt' "
        f"viewBox='0 0 {MODULES} {MODULES}'><path d='{paths}'/></svg>"
    )


def _advertorial(issue: Present, leaf: Leaf, rect: Rect, name: str) -> None:
    """An advertisement that looks like a story, but for its label."""
    look, chance, plate = issue.look, issue.chance, issue.plate(leaf)
    faces = look.heads.faces
    style = f"background:{chance.choice(look.tints)}" if chance.random() < 0.5 else "border:.8pt solid #555"
    leaf.sheet.put(rect, "", "", style)
    inner = rect.inset(9)
    label = Rect(inner.x, inner.y - 4, inner.w, 10)
    plate.line(_said(issue, "adlabel"), label, faces["byline"], 7, "advertisement", "end", name=name)
    y = inner.y + 9
    title = _said(issue, "adname")
    size = min(26.0, inner.h * 0.16, inner.w * 0.9 / issue.scale.width(title, faces["headline"]))
    plate.line(title, Rect(inner.x, y, inner.w, size * 1.3), faces["headline"], size, "advertisement", name=name)
    y += size * 1.4
    rest = Rect(inner.x, y, inner.w, inner.y + inner.h - y)
    if rest.h > 110 and rest.w > 130 and chance.random() < 0.7:
        tall = min(rest.h * 0.5, rest.w * 0.6)
        pictured(leaf, chance, rest._replace(h=tall), half_tone=False)
        rest = rest._replace(y=rest.y + tall + 6, h=rest.h - tall - 6)
    kind = Type(look.body.type.face, look.body.type.size)
    step = kind.size * 1.4
    for column in columns(rest, max(1, round(rest.w / (19 * kind.size))), 12):
        y = column.y
        while True:
            text = hyphenated(_said(issue, "advertorial"), issue.tongue.code)
            lines = whole_lines(issue.scale, text, kind, column.w)
            if y + len(lines) * step > column.y + column.h:
                break
            for line in lines:
                leaf.along(line, Rect(column.x, y, column.w, step), kind, "advertisement", name=name)
                y += step
            y += step * 0.3
    if y == rest.y:
        leaf.sheet.parts.append(drawn(Rect(rest.x, rest.y, rest.w, 0.5), "background:#999"))
