"""A page laid out: its lines in blocks with the roles that type and place give away."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from banmian.layout.dropcaps import with_drop_capitals
from banmian.layout.furniture import folios, masthead
from banmian.layout.heads_apart import heads_apart
from banmian.layout.paragraphs import paragraph_starts
from banmian.layout.piece import DISPLAY, Piece, pieces, usual_size
from banmian.layout.regions import Fences, fences
from banmian.layout.stacking import Stack, stacks
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Direction, MarkKind, Page, Role


def lay_out(page: Page) -> Page:
    """The same page with its blocks, pictures among them; a page without geometry comes back as it was.

    Recognised lines are not even enough to tell small heads by their place; those are left in their blocks.

    Roles given here: MASTHEAD, FOLIO, HEADLINE for display type of any rank, PICTURE, CAPTION, BODY.
    """
    if page.missing or page.blocks or not page.lines or page.lines[0].box is None:
        return page
    page = with_drop_capitals(page)
    turned = page.turning
    found = pieces(page, turned)
    if not found:
        return page
    whole = turned.there(page.box)
    body = usual_size(found)
    fenced = fences(page.marks, found, whole, turned, body)
    plain = _plainly(page, body) if turned.vertical else (found, fenced)
    named = masthead(plain[0], page.box, body, plain[1]) if page.index == 0 else set()
    away = folios(
        [p for p in plain[0] if not turned.vertical or p.line.direction is Direction.HORIZONTAL],
        page.box,
        body,
        plain[1],
    )
    away -= named
    blocks = [_furniture(found, named, Role.MASTHEAD, turned), _furniture(found, away, Role.FOLIO, turned)]
    rest = [p for p in found if p.index not in named and p.index not in away]
    sizes = _local_sizes(rest, len(fenced.regions), body)
    along = stacks([p for p in rest if not p.side], fenced, sizes, body)
    if not page.recognised:
        along = [part for s in along for part in heads_apart(s, sizes[s.region])]
    blocks += [_block(s, fenced, turned, sizes[s.region]) for s in along]
    blocks += _across(page, {p.index: p.region for p in rest if p.side}, turned, sizes, body)
    head = next((b.box for b in blocks if b is not None and b.role is Role.MASTHEAD), None)
    shown = [b for b in _pictures(page, body) if head is None or b.shared_area(head) < WITHIN * b.area]
    blocks += [Block(role=Role.PICTURE, box=b, region=_region_of(b, fenced, turned)) for b in shown]
    zones = tuple(_zone(z, body) for z in page.zones)
    return replace(page, blocks=tuple(b for b in blocks if b is not None), zones=zones)


def _zone(zone: Block, body: float) -> Block:
    """One of the file's own blocks, with a role by the size of most of its characters and paragraphs by its indents."""
    boxes = [line.box for line in zone.lines if line.box is not None]
    weights: Counter[float] = Counter()
    for line in zone.lines:
        weights[line.size] += max(1, len(line.text.raw))
    display = bool(weights) and max(weights, key=lambda size: weights[size]) >= DISPLAY * body
    left = sorted(b.x0 for b in boxes)[len(boxes) // 2]
    firsts = tuple(k for k, b in enumerate(boxes) if INDENT[0] * body < b.x0 - left < INDENT[1] * body)
    return replace(zone, role=Role.HEADLINE if display else Role.BODY, column=zone.box, paragraphs=firsts)


INDENT = (0.7, 6.0)
"""Ems by which a paragraph's first row is set in, at the least and at the most."""


def _plainly(page: Page, body: float) -> tuple[list[Piece], Fences]:
    """A vertical page's lines in its own frame, for its folios and masthead, which stand upright."""
    plain = Turning(vertical=False, width=page.width)
    found = pieces(page, plain)
    return found, fences(page.marks, found, page.box, plain, body)


def _across(page: Page, chosen: dict[int, int], turned: Turning, sizes: list[float], body: float) -> list[Block]:
    """Blocks of the lines that are set across the page's writing, stacked in their own frame.

    Args:
        page: with all its lines.
        chosen: index of each such line and its region.
        turned: the way to the frame of the page's writing.
        sizes: body size of each region.
        body: the page's usual type size.
    """
    if not chosen:
        return []
    other = Turning(vertical=not turned.vertical, width=page.width)
    found = [p for p in pieces(page, other) if p.index in chosen]
    fenced = fences(page.marks, found, other.there(page.box), other, body)
    for p in found:
        p.region, p.side = chosen[p.index], False
    whole = replace(fenced, regions=(other.there(page.box),) * len(sizes))
    return [_block(s, whole, other, sizes[s.region]) for s in stacks(found, whole, sizes, body)]


def _region_of(box: Box, fenced: Fences, turned: Turning) -> int:
    """The innermost region that holds a picture's middle."""
    middle = turned.there(box).center
    return max((i for i, r in enumerate(fenced.regions) if r.holds(middle)), default=0)


def _local_sizes(found: list[Piece], regions: int, body: float) -> list[float]:
    """The body size of each region: its own where it sets enough sentences in another, else the page's."""
    sizes = [body] * regions
    for number in range(1, regions):
        inside = [p for p in found if p.region == number]
        own = usual_size(inside) if inside else body
        rows = [p for p in inside if abs(p.size - own) < 0.13]
        text = "".join(p.line.text.raw for p in rows)
        if own > DISPLAY * body and len(rows) >= 3 and len(text) >= 36 and any(c in text for c in "。．."):
            sizes[number] = own
    return sizes


def _furniture(found: list[Piece], chosen: set[int], role: Role, turned: Turning) -> Block | None:
    mine = [p for p in found if p.index in chosen]
    if not mine:
        return None
    box = Box(min(p.x0 for p in mine), min(p.y0 for p in mine), max(p.x1 for p in mine), max(p.y1 for p in mine))
    return Block(tuple(p.line for p in mine), role, turned.back(box), turned.back(box))


def _block(stack: Stack, fenced: Fences, turned: Turning, body: float) -> Block:
    rows = stack.rows
    lines = tuple(line for row in rows for line in row.every())
    display = stack.size >= DISPLAY * body and not _sentences(stack, body)
    starts = (0,) if display else paragraph_starts(stack, body)
    firsts, count = [], 0
    for number, row in enumerate(rows):
        if number in starts:
            firsts.append(count)
        count += 1 + len(row.rows)
    column = fenced.regions[stack.region] if stack.region else stack.box
    return Block(
        lines=lines,
        role=Role.HEADLINE if display else Role.BODY,
        box=turned.back(stack.box),
        column=turned.back(column),
        region=stack.region,
        paragraphs=tuple(firsts),
    )


def _sentences(stack: Stack, body: float) -> bool:
    """Whether large type is running text after all (a lead set larger): rows enough, sentences in it."""
    text = "".join(r.text for r in stack.rows)
    return (
        len(stack.rows) >= 4 and stack.size < 2 * body and len(text) >= 60 and sum(text.count(c) for c in "。．.") >= 2
    )


WITHIN = 0.9
"""Share of a picture that lies within the masthead if it is the masthead's own: an emblem, a code without words."""

SMALL_PICTURE = 2.4
"""Ems of body type; a picture whose shorter side is below this is an ornament."""


def _pictures(page: Page, body: float) -> list[Box]:
    """Pictures worth showing, QR codes and doubles left out."""
    least = SMALL_PICTURE * body
    kept: list[Box] = []
    for mark in sorted(page.marks, key=lambda m: -m.box.area):
        b = mark.box
        if mark.kind is not MarkKind.PICTURE or min(b.width, b.height) < least or b.area > 0.9 * page.box.area:
            continue
        if any(c.box.shared_area(b) > 0.6 * b.area for c in page.codes):
            continue
        if any(k.shared_area(b) > 0.7 * b.area for k in kept):
            continue
        kept.append(b)
    return kept
