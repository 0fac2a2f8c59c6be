"""What a perfect reader would find, from what was set and never from the PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from typesetter.faults import SourceError, TypesettingError
from typesetter.words import SOFT_HYPHEN, Words

if TYPE_CHECKING:
    from typesetter.flow import Line
    from typesetter.press import Pictured, Press
    from typesetter.sheet import Rect, Sheet
    from typesetter.source import Paper, Story
    from typesetter.tree import PageLayout, Placed

LEFT_OUT = {"ad"}
"""Kinds of stories that are no articles."""
NOT_BODY = {"by", "gap"}
"""Kinds of paragraphs that are set with the text but are no part of it."""
HEAD = ("label", "kicker", "headline", "deck")


def edition(paper: Paper, layouts: list[PageLayout], press: Press) -> dict[str, Any]:
    """Edition JSON of the paper as set.

    Raises:
        TypesettingError: what was set is not what the stories say.
    """
    facts = paper.facts
    places: dict[str, list[tuple[Sheet, Placed]]] = {}
    for layout, sheet in zip(layouts, press.sheets, strict=True):
        for placed in layout.placed:
            if placed.block is not None:
                places.setdefault(placed.block.story.name, []).append((sheet, placed))
    unused = {n for n, s in paper.stories.items() if s.kind not in LEFT_OUT} - set(places)
    if unused:
        raise SourceError(f"stories that stand on no page: {', '.join(sorted(unused))}")
    width, height = paper.size
    return {
        "schema": "banmian/edition/1",
        "title": facts["title"],
        "date": str(facts["date"]),
        "number": facts.get("number"),
        "total_number": facts.get("total_number"),
        "registration": facts.get("registration"),
        "language": facts["language"],
        "channels": [
            {"kind": c["kind"], "name": c.get("name"), "url": c.get("url")} for c in facts.get("channels", [])
        ],
        "pages": [
            {"number": str(p["number"]), "name": p.get("name"), "width": width, "height": height, "dpi": 72.0}
            for p in facts["pages"]
        ],
        "articles": [
            _article(paper, paper.stories[name], where, press.pictures.get(name, [])) for name, where in places.items()
        ],
        "warnings": [],
    }


def _article(
    paper: Paper, story: Story, places: list[tuple[Sheet, Placed]], pictures: list[Pictured]
) -> dict[str, Any]:
    bodies = _as_set(story, places)
    joint = " " if paper.english else ""
    heads = {name: _joined(story.words(name), joint) for name in HEAD}
    pages = [sheet.number for sheet, _ in places]
    jumps = "jump" in story.fields
    reference = story.fields.get("ref")
    found: dict[str, Any] = {
        "id": story.name,
        "kind": story.kind,
        **{name: words.right if words else None for name, words in heads.items()},
        "byline": story.fields.get("byline", "").replace(",", "\n").split("\n")
        if paper.english
        else story.fields.get("byline", "").split(),
        "paragraphs": [words.right.replace("\t", " ") for words in bodies],
        "captions": [
            {
                "text": p.photograph.caption.right if p.photograph.caption else None,
                "credit": p.photograph.credit,
                "image": {
                    "page": p.page,
                    "box": _rounded(p.box.x, p.box.y, p.box.x + p.box.w, p.box.y + p.box.h),
                },
            }
            for p in pictures
        ],
        "references": [],
        "continued_from": pages[:-1] if jumps else [],
        "continued_on": pages[1:] if jumps else [],
        "language": story.fields.get("lang"),
        "regions": [{"page": sheet.number, "polygon": _polygon(sheet, placed)} for sheet, placed in places],
    }
    found["byline"] = [name.strip() for name in found["byline"] if name.strip()]
    if reference:
        at, _, text = reference.partition("|")
        found["references"] = [{"pages": at.strip(), "text": text.strip()}]
    every = [words for words in [*heads.values(), *bodies] if words]
    if any(words.printed != words.right for words in every):
        found["printed"] = "".join(words.printed for words in every).replace("\t", " ")
    return found


def _joined(words: Words | None, joint: str) -> Words | None:
    """A head's line without its breaks."""
    if words is None:
        return None

    def whole(text: str) -> str:
        return re.sub(r"\s*/\s+", joint, re.sub(r"\s*/_\s+", " ", re.sub(r"\s*\|\|\s*", "", text)))

    return Words(whole(words.right), whole(words.printed))


def _as_set(story: Story, places: list[tuple[Sheet, Placed]]) -> list[Words]:
    """The paragraphs, proved to be what stands in the frames, in order and without a gap."""
    lines: list[Line] = [
        line for _, placed in places if placed.flow for filled in placed.flow.frames for line in filled.lines
    ]
    found = []
    for index, paragraph in enumerate(story.paragraphs):
        own = [line for line in lines if line.paragraph == index]
        text = "".join(paragraph.setting[line.start : line.end] for line in own)
        ends = [0, *(line.end for line in own)]
        if text.replace(SOFT_HYPHEN, "") != paragraph.words.printed or ends[:-1] != [line.start for line in own]:
            raise TypesettingError(f"{story.name}: paragraph {index + 1} is not set as it is written")
        if paragraph.kind not in NOT_BODY:
            found.append(paragraph.words)
    if [line.paragraph for line in lines] != sorted(line.paragraph for line in lines):
        raise TypesettingError(f"{story.name}: its paragraphs are set out of order")
    return found


def _rounded(*numbers: float) -> list[float]:
    return [round(n, 2) for n in numbers]


def _polygon(sheet: Sheet, placed: Placed) -> list[list[float]]:
    """The place of a story less what is let into it from another one, on paper."""
    x, y, w, h = placed.rect
    points = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    block = placed.block
    if block is not None:
        for inset, r in block.shape(w, h, block.looseness).insets:
            if inset.children:
                points = _notched(placed.rect, r)
    found = []
    for px, py in points:
        spot = sheet.physical(type(placed.rect)(px, py, 0, 0))
        found.append(_rounded(spot.x, spot.y))
    return found


def _notched(outer: Rect, inner: Rect) -> list[tuple[float, float]]:
    """A rectangle less one that touches its upper or lower edge; `inner` is measured from its corner."""
    left, right = outer.x, outer.x + outer.w
    top, bottom = outer.y, outer.y + outer.h
    a, b = outer.x + inner.x, outer.x + inner.x + inner.w
    if inner.y + inner.h > outer.h - 10:
        cut = outer.y + inner.y
        points = [
            (left, top),
            (right, top),
            (right, bottom),
            (b, bottom),
            (b, cut),
            (a, cut),
            (a, bottom),
            (left, bottom),
        ]
    else:
        cut, ceiling = outer.y + inner.y + inner.h, outer.y + inner.y
        # Below the head: the notch opens to the nearer side.
        if right - b < a - left:
            points = [
                (left, top),
                (right, top),
                (right, ceiling),
                (a, ceiling),
                (a, cut),
                (right, cut),
                (right, bottom),
            ]
            points.append((left, bottom))
        else:
            points = [
                (left, top),
                (right, top),
                (right, bottom),
                (left, bottom),
                (left, cut),
                (b, cut),
                (b, ceiling),
            ]
            points.append((left, ceiling))
    return _without_spurs(points)


def _without_spurs(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """An upright outline less the points between two that lie on one line with them (within half a point)."""
    for i, (x, y) in enumerate(points):
        (x0, y0), (x1, y1) = points[i - 1], points[(i + 1) % len(points)]
        if max(abs(x - x0), abs(x - x1)) < 0.5 or max(abs(y - y0), abs(y - y1)) < 0.5:
            return _without_spurs(points[:i] + points[i + 1 :])
    return points
