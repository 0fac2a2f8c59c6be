"""Heads that were left without text and texts that were left without a head, where one stands right over the other.

A bar or a tint under a head, a rule under its writer's name or a picture between them parts in the judges' eyes what
belongs together; on a page of stories neither stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from banmian.articles import grammar as g
from banmian.articles.belongings import NEXT_COLUMN, TITLE, on_grounds
from banmian.articles.displaced import BETWEEN, GOES_ON, breaks_off, displaced, hull_of, is_heads, is_text
from banmian.articles.nodes import HEADS, TEXT, Node
from banmian.articles.openings import opens_item
from banmian.model.geometry import Box
from banmian.model.page import Role


def reunited(chains: list[list[Node]], nodes: list[Node], body: float, fills: Sequence[Box] = ()) -> list[list[Node]]:
    """The chains, lone heads joined to the lone heads and then to the text under them.

    Args:
        chains: stories.
        nodes: all blocks of the page, pictures too.
        body: usual type size, page units.
        fills: tinted areas that are no boxes of text.
    """
    chains = _side_by_side(_on_one_ground([list(c) for c in chains], fills), body)
    for wanted in (is_heads, is_text):
        for upper in sorted((c for c in chains if is_heads(c)), key=lambda c: -hull_of(c).y1):
            below = [c for c in chains if c is not upper and wanted(c) and _under(upper, c, nodes, body)]
            below = [c for c in below if not (is_heads(c) and _titles_another(upper, c, nodes))]
            if below:
                lower = min(below, key=lambda c: (round(c[0].box.y0 / (2 * body)), c[0].box.x0))
                upper.extend(lower)
                chains = [c for c in chains if c is not lower]
                _ranked(upper)
    return _with_names(displaced(_begun_before(chains, body), nodes, body), nodes, body)


def _side_by_side(chains: list[list[Node]], body: float) -> list[list[Node]]:
    """The chains, a head alone over another column of a story joined to the story's head on the same row.

    Two phrases over two columns are one headline: the text runs from the first column into the second one.
    """
    for lone in [c for c in chains if len(c) == 1 and c[0].role is Role.HEADLINE and c[0].rows == 1]:
        head = lone[0]
        for story in chains:
            mine = [n for n in story if n.role is Role.HEADLINE]
            if story is lone or len(mine) != 1 or mine[0].rows > 1 or mine[0].setting != head.setting:
                continue
            level = mine[0].box.shared_y(head.box) > 0.7 * head.box.height and mine[0].region == head.region
            under = any(
                n.role is Role.BODY
                and n.box.shared_x(head.box) > 0.6 * head.box.width
                and 0 < n.box.y0 - head.box.y1 + 0.5 * body < BETWEEN * body
                for n in story
            )
            if level and under and (head.box.x0 > mine[0].box.x1 or head.box.x1 < mine[0].box.x0):
                story.insert(story.index(mine[0]) + (head.box.x0 > mine[0].box.x1), head)
                chains = [c for c in chains if c is not lone]
                break
    return chains


def _on_one_ground(chains: list[list[Node]], fills: Sequence[Box]) -> list[list[Node]]:
    """The chains, heads that stand alone on one tint or in one frame made one."""
    gone: set[int] = set()
    for mine in on_grounds(chains, fills, innermost=True):
        words = all(n.role in TITLE for c in mine for n in c)
        if len(mine) < 2 or not words or not any(n.role is Role.HEADLINE for c in mine for n in c):
            continue
        first = mine[0]
        first[:] = sorted((n for c in mine for n in c), key=lambda n: n.box.y0)
        _ranked(first)
        gone.update(id(c) for c in mine[1:])
    return [c for c in chains if id(c) not in gone]


def _begun_before(chains: list[list[Node]], body: float) -> list[list[Node]]:
    """The chains, a text that stops amid a sentence put before the story that goes on with it in the next column.

    So does a story whose first column stands up beside its head, or beside the picture under it.
    """
    for text in [c for c in chains if is_text(c) and breaks_off(c[-1])]:
        last = text[-1]
        fits = []
        for story in chains:
            k = next((k for k, n in enumerate(story) if n.role is Role.BODY), 0)
            first = story[k]
            if g.LEAD.match(first.first) or opens_item(first.first):
                continue
            if story is text or not any(n.role is Role.HEADLINE for n in story[:k]) or first.region != last.region:
                continue
            next_column = 0 < first.box.x0 - last.box.x1 < NEXT_COLUMN * body and last.box.y1 > first.box.y0
            head = hull_of(story[:k])
            reaches = (
                text[0].box.x0 > head.x0 - last.box.width - NEXT_COLUMN * body and text[0].box.y0 > head.y0 - 2 * body
            )
            if next_column and reaches and not first.indented and g.goes_on(last.last, first.first) >= GOES_ON:
                fits.append((story, k))
        if len(fits) == 1:
            story, k = fits[0]
            story[k:k] = text
            chains = [c for c in chains if c is not text]
    return chains


def _with_names(chains: list[list[Node]], nodes: list[Node], body: float) -> list[list[Node]]:
    """The chains, a section's name that stands alone given to the one story with a larger head right under it."""
    for name in [c for c in chains if len(c) == 1 and c[0].role is Role.LABEL]:
        size = name[0].size
        below = [
            c
            for c in chains
            if c[0].role in {Role.KICKER, Role.HEADLINE}
            and max(n.size for n in c if n.role in HEADS) > LARGER * size
            and any(n.role in TEXT for n in c)
            and _under(name, c, nodes, body)
        ]
        if len(below) == 1:
            below[0].insert(0, name[0])
            chains = [c for c in chains if c is not name]
    return chains


LARGER = 1.3
"""Times a section's name's size from which a head under it is a story's."""


def _under(upper: list[Node], lower: list[Node], nodes: list[Node], body: float) -> bool:
    """Whether a chain begins right under a head, with nothing but pictures and their captions between them."""
    head, first = hull_of(upper), lower[0].box
    if first.y0 < head.y1 - body or head.shared_x(first) < 0.7 * min(first.width, head.width):
        return False
    inside = Box(max(head.x0, first.x0), head.y1, min(head.x1, first.x1), first.y0)
    mine = {id(n) for n in (*upper, *lower)}
    white = first.y0 - head.y1
    for n in nodes:
        if id(n) in mine or n.box.shared_x(inside) <= 0.2 * inside.width:
            continue
        middle = (n.box.y0 + n.box.y1) / 2
        if not inside.y0 - body < middle < inside.y1 + body:
            continue
        if n.role not in {Role.PICTURE, Role.CAPTION}:
            return False
        white -= n.box.height
    return white < BETWEEN * body * max(1.0, min(2.0, max(n.size for n in upper) / body / 2))


def _titles_another(upper: list[Node], lower: list[Node], nodes: list[Node]) -> bool:
    """Whether a picture lies between two heads of one rank: each is the title of its own."""
    sizes = [max(n.size for n in c) for c in (upper, lower)]
    a, b = hull_of(upper), hull_of(lower)
    between = any(
        n.role is Role.PICTURE and n.box.shared_x(b) > 0 and a.y1 < (n.box.y0 + n.box.y1) / 2 < b.y0 for n in nodes
    )
    return between and sizes[1] > SAME_RANK * sizes[0]


SAME_RANK = 0.6
"""Times the upper head's size from which the lower one is no deck of it."""


def _ranked(chain: list[Node]) -> None:
    """Of the heads that were two, the largest is the headline; what stands over it a kicker, what under it a deck."""
    heads = [n for n in chain if n.role is Role.HEADLINE]
    if len(heads) < 2:
        return
    largest = max(heads, key=lambda n: n.size)
    for n in heads:
        if n is not largest and n.size < ALIKE * largest.size:
            n.role = Role.KICKER if n.box.y0 < largest.box.y0 else Role.DECK


ALIKE = 0.9
"""Share of the headline's size from which a head under or over it is part of it."""
