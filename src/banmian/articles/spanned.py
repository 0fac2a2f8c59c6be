"""What goes on under a headline over several columns: a small head amid or atop its columns is a sub-heading."""

from __future__ import annotations

from statistics import median

from banmian.articles.nodes import HEADS, TEXT, Ground, Node
from banmian.model.geometry import Box, around, parts
from banmian.model.page import Role

LARGE = 1.7
"""Times the body's size of a headline over several columns at the least."""

SMALL = 1.35
"""Times the body's size of a sub-heading at the most."""

OVER = 1.6
"""Times a column's width that a headline over several is wide at the least."""

CLOSE = 1.3
"""Ems of white over a sub-heading amid a column at the most; another story stands further off."""

LEVEL = 1.2
"""Ems by which a column that begins with a sub-heading may begin lower than the others."""


def spanned(chains: list[list[Node]], drawn: Ground, body: float) -> list[list[Node]]:
    """The chains, texts under small heads joined to the story whose headline stands over their columns.

    Args:
        chains: stories.
        drawn: rules and tints; what a rule parts stays apart.
        body: usual type size, page units.
    """
    chains = [list(c) for c in chains]
    for story in sorted(chains, key=lambda c: -max((n.size for n in c if n.role is Role.HEADLINE), default=0.0)):
        head = _headline(story, body)
        while head is not None:
            more = [c for c in chains if c is not story and _goes_on(c, story, head, chains, drawn, body)]
            if not more:
                break
            part = min(more, key=lambda c: (c[0].box.x0, c[0].box.y0))
            part[0].role = Role.SUBHEADING
            story.extend(part)
            part.clear()
    return [c for c in chains if c]


def _headline(story: list[Node], body: float) -> Box | None:
    """The place of a story's large headline over several columns; None where it has none, or no text."""
    begun = next((k for k, n in enumerate(story) if n.role is Role.BODY), 0)
    heads = [n for n in story[:begun] if n.role is Role.HEADLINE and n.size >= LARGE * body]
    if not heads:
        return None
    box = around(n.box for n in heads)
    return box if box.width >= OVER * median(n.box.width for n in story if n.role in TEXT) else None


def _goes_on(
    part: list[Node], story: list[Node], head: Box, chains: list[list[Node]], drawn: Ground, body: float
) -> bool:
    """Whether a text under a small head stands in the columns of a story, right under its text or level with it."""
    if len(part) < 2 or part[0].role not in {Role.HEADLINE, Role.SUBHEADING} or part[1].role is not Role.BODY:
        return False
    first, text = part[0], [n for n in story if n.role is Role.BODY]
    if first.rows > 2 or first.size > SMALL * body or any(n.role in HEADS | {Role.BYLINE} for n in part[1:]):
        return False
    box, kind = first.box, (part[1].look, round(part[1].size, 1))
    within = head.x0 - body < box.x0 and part[1].box.x1 < head.x1 + body and box.y0 > head.y1 - body
    if not within or first.region != text[0].region or kind != (text[0].look, round(text[0].size, 1)):
        return False
    over = [
        n for c in chains if c is not part for n in c if n.box.y1 < box.y0 + body and n.box.shared_x(part[1].box) > 0
    ]
    nearest = max(over, key=lambda n: n.box.y1, default=None)
    if nearest is None or not any(n is nearest for n in story):
        return False
    if any(parts(r, nearest.box, box) for r in drawn.flat):
        return False
    if nearest.role in TEXT:
        return box.y0 - nearest.box.y1 < CLOSE * body
    return box.y0 - min(n.box.y0 for n in text) < LEVEL * body
