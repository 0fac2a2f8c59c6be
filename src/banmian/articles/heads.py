"""Heads: display type that stands together, and who in it is kicker, headline, deck, label, byline."""

from __future__ import annotations

from dataclasses import dataclass, field

from banmian.articles import grammar as g
from banmian.articles.nodes import Ground, Node
from banmian.articles.people import is_name
from banmian.model.geometry import Box, around
from banmian.model.page import Role

TALLEST = 5
"""Rows of the tallest deck; no kicker and no byline has as many."""

AS_LARGE = 0.87
"""A display row at least this share of the head's largest type is headline, not kicker or deck."""


@dataclass(slots=True, eq=False)
class Head:
    """The head of one story: its nodes from top to bottom, in final roles."""

    nodes: list[Node] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """Around all of it, in the page's writing frame."""
        return around(n.box for n in self.nodes)

    @property
    def own(self) -> Box:
        """Around all of it, in its own writing frame."""
        return around(n.own for n in self.nodes)

    @property
    def side(self) -> bool:
        """Whether it is set across the page's writing."""
        return self.nodes[0].side

    @property
    def region(self) -> int:
        """The region that holds it."""
        return self.nodes[0].region

    @property
    def size(self) -> float:
        """Its largest type."""
        return max(n.size for n in self.nodes)


def heads(nodes: list[Node], ground: Ground, body: float) -> list[Head]:
    """Every head of a page; nodes that become part of one get their final role."""
    display = sorted((n for n in nodes if n.role is Role.HEADLINE), key=lambda n: n.own.y0)
    found: list[Head] = []
    for n in display:
        host = next((h for h in found if _joins(n, h, nodes, ground)), None)
        if host is None:
            found.append(Head([n]))
        else:
            host.nodes.append(n)
    for head in found:
        _rank(head, ground)
    for head in found:
        _add_small(head, nodes, ground, body)
    found = _with_labels(found, ground, body)
    _arrivals(found, nodes, body)
    return found


def box_names(nodes: list[Node], ground: Ground, body: float) -> None:
    """Gives display rank to the short first row of a box that is set unlike what follows: its label or title.

    A box in large type (大字新聞) has a label smaller than its body; type size alone would not find it.
    """
    for n in nodes:
        if n.role is not Role.BODY or n.rows > 1 or g.width(n.words) > 12 or any(c in n.words for c in "，。；！？、"):
            continue
        if g.is_byline(n.words) or is_name(n.spaced):
            continue
        if n.pale and any(f.holds(n.box.center) and f.area < 9 * n.box.area for f in ground.fills):
            n.role = Role.HEADLINE
            continue
        below = [m for m in nodes if m is not n and m.region == n.region and m.box.y0 > n.box.y1 - 0.3 * body]
        under = min((m for m in below if m.box.shared_x(n.box) > 0), key=lambda m: m.box.y0, default=None)
        if under is None or not (under.look != n.look or abs(under.size - n.size) > 0.07 * body):
            continue
        first = n.region > 0 and not any(m is not n and m.region == n.region and m.box.y0 < n.box.y0 for m in nodes)
        titled = first and (_centred_in(n, under, body) or n.size > 1.15 * under.size)
        ruled = ground.rule_between(n.box, under.box) and (first or under.box.y0 - n.box.y1 < 2.5 * body)
        if titled or ruled:
            n.role = Role.HEADLINE


def subheadings(nodes: list[Node], ground: Ground, body: float) -> None:
    """Gives the role SUBHEADING to short rows between two bodies of one column that are set unlike them."""
    bodies = [n for n in nodes if n.role is Role.BODY]
    looks: set[tuple[object, ...]] = set()
    for again in (False, True):
        for n in nodes:
            if n.role not in {Role.BODY, Role.HEADLINE} or n.rows > 2 or n.size > 1.5 * body or len(n.words) > 26:
                continue
            if g.sentence_ended(n.words) or g.is_byline(n.words) or is_name(n.spaced) or g.LEAD.match(n.words):
                continue
            below = _next(n, bodies, body, down=True)
            if below is None or (below.rows < 2 and len(below.words) < 14) or g.LEAD.match(below.words):
                continue
            unlike = n.look != below.look or abs(n.size - below.size) > 0.05 * body or _centred_in(n, below, body)
            if not unlike or ground.rule_between(n.box, below.box) or n.box.width > below.box.width + body:
                continue
            above = _next(n, bodies, body, down=False)
            between = above is not None and above.size == below.size and not ground.rule_between(above.box, n.box)
            key = (n.look, round(n.size * 2))
            if between or (again and key in looks):
                n.role = Role.SUBHEADING
                looks.add(key)


def _next(n: Node, bodies: list[Node], body: float, *, down: bool) -> Node | None:
    best, least = None, 2.4 * body
    for m in bodies:
        if m is n or m.region != n.region or m.box.shared_x(n.box) < 0.8 * n.box.width:
            continue
        gap = m.box.y0 - n.box.y1 if down else n.box.y0 - m.box.y1
        if -0.4 * body < gap < least and not (m.rows == 1 and _centred_in(m, n, body)):
            best, least = m, gap
    return best


def _centred_in(n: Node, m: Node, body: float) -> bool:
    left, right = n.own.x0 - m.own.x0, m.own.x1 - n.own.x1
    return left > 1.5 * body and abs(left - right) < body


def _with_labels(found: list[Head], ground: Ground, body: float) -> list[Head]:
    """Heads that are nothing but a label joined to the head that stands right under them."""
    kept: list[Head] = []
    for head in found:
        if _names_the_next(head, found, ground, body):
            head.nodes[0].role = Role.LABEL
        if any(n.role is not Role.LABEL for n in head.nodes):
            kept.append(head)
            continue
        box = head.box
        under = [
            h
            for h in found
            if h is not head
            and h.region == head.region
            and any(n.role is Role.HEADLINE for n in h.nodes)
            and -0.5 * body < h.box.y0 - box.y1 < 3.2 * body
            and h.box.shared_x(box) > 0.3 * min(box.width, h.box.width)
            and not any(m.role is Role.LABEL for m in h.nodes)
        ]
        if under:
            host = min(under, key=lambda h: h.box.y0)
            host.nodes = [*head.nodes, *host.nodes]
        else:
            kept.append(head)
    return kept


def _names_the_next(head: Head, found: list[Head], ground: Ground, body: float) -> bool:
    """Whether a head is one short row, parted by a rule from a larger head right under it."""
    only = head.nodes[0]
    if len(head.nodes) > 1 or only.rows > 1 or g.width(only.words) > 9 or only.role is not Role.HEADLINE:
        return False
    return any(
        h is not head
        and h.region == head.region
        and h.size > 1.1 * only.size
        and -0.5 * body < h.box.y0 - only.box.y1 < 3.2 * body
        and h.box.shared_x(only.box) > 0.3 * min(only.box.width, h.box.width)
        and ground.rule_between(only.box, h.box)
        for h in found
    )


def _arrivals(found: list[Head], nodes: list[Node], body: float) -> None:
    """「上接第1版」 lines join the head under or beside which they stand."""
    for n in nodes:
        if n.role is not Role.JUMP or not g.JUMP_FROM.match(n.words):
            continue
        near = [
            h
            for h in found
            if h.region == n.region and h.box.y0 - body < n.box.y0 < h.box.y1 + 3.2 * body and n.box.x1 > h.box.x0
        ]
        if near:
            host = min(near, key=lambda h: (max(0.0, n.box.x0 - h.box.x1) // (20 * body), abs(n.box.y0 - h.box.y1)))
            host.nodes.append(n)


def _joins(n: Node, head: Head, nodes: list[Node], ground: Ground) -> bool:
    box = head.own
    if n.region != head.region or n.pale != head.nodes[-1].pale or n.side != head.side:
        return False
    shared = n.own.shared_x(box)
    if shared < 0.5 * min(n.own.width, box.width):
        return False
    gap = n.own.y0 - box.y1
    if not -0.5 * n.size < gap < 1.1 * max(n.size, min(head.size, 2 * n.size)):
        return False
    if n.side:
        return True
    if ground.rule_between(box, n.box):
        return False
    between = Box(max(box.x0, n.box.x0), box.y1 - 1, min(box.x1, n.box.x1), n.box.y0 + 1)
    return not any(m.role is Role.BODY and m.box.shared_area(between) > 0 and m.rows > 1 for m in nodes)


def _rank(head: Head, ground: Ground) -> None:
    """Kicker above, headline largest, deck below; a short name on a tint of its own is a label."""
    largest = head.size
    seen = False
    for n in head.nodes:
        tinted = any(f.holds(n.box.center) and f.area < 3.5 * n.box.area for f in ground.fills)
        if n.size >= AS_LARGE * largest:
            n.role = Role.HEADLINE
            seen = True
        elif not seen:
            named = tinted and n.pale and n.rows == 1 and g.width(n.words) <= 9
            n.role = Role.LABEL if named or (n.rows == 1 and g.is_label(n.words)) else Role.KICKER
        else:
            n.role = Role.DECK
    only = [n for n in head.nodes if n.role is Role.HEADLINE]
    if len(head.nodes) == 1 and only[0].rows == 1 and g.width(only[0].words) <= 9:
        tinted = any(f.holds(only[0].box.center) and f.area < 9 * only[0].box.area for f in ground.fills)
        if tinted or only[0].pale:
            only[0].role = Role.LABEL


def _add_small(head: Head, nodes: list[Node], ground: Ground, body: float) -> None:
    """Kickers, decks and bylines in body-sized type that stand with the head."""
    near = [n for n in nodes if n.rows <= TALLEST and n.region == head.region]
    taken = True
    while taken:
        taken = False
        box = head.own
        reach = 1.7 * max(body, 0.5 * head.size)
        for n in near:
            if n.own.y0 - box.y1 >= reach or box.y0 - n.own.y1 >= reach or n in head.nodes:
                continue
            if n.role not in {Role.BODY, Role.BYLINE}:
                continue
            role = _small_role(n, head, nodes, ground, body)
            if role is not None:
                n.role = role
                head.nodes.append(n)
                head.nodes.sort(key=lambda m: (round(m.own.y0 / body), m.own.x0))
                taken = True
                break


def _small_role(n: Node, head: Head, nodes: list[Node], ground: Ground, body: float) -> Role | None:
    """What a small block is to a head: nothing, or kicker, label, deck or byline."""
    if n.side != head.side:
        return None
    box, mine = head.own, n.own
    if _on_row_of(n, head, body):
        return Role.BYLINE
    if mine.shared_x(box) < 0.6 * min(mine.width, box.width) or mine.width > 1.15 * box.width + 2 * body:
        return None
    above, below = box.y0 - mine.y1, mine.y0 - box.y1
    parted = not n.side and ground.rule_between(box, mine)
    if -0.3 * body < below < 1.7 * max(body, 0.5 * head.size):
        named = len(n.words) < 16 and is_name(n.spaced) and not parted
        if n.role is Role.BYLINE or named or (_of_byline(n) and any(m.role is Role.BYLINE for m in head.nodes)):
            return None if parted else Role.BYLINE
        if n.side:
            return Role.LABEL if n.rows == 1 and len(n.words) <= 6 else None
        if not _may_be_deck(n, nodes, ground, box, body):
            return None
        signed = n.words.isascii() and len(n.words.split()) <= 3 and n.size <= body
        return Role.BYLINE if signed else Role.DECK
    if -0.3 * body < above < 1.7 * body:
        if n.side:
            return Role.LABEL if n.rows == 1 and len(n.words) <= 6 else None
        if _may_be_label(n, nodes, ground, box, body):
            return Role.LABEL
        if above < 1.3 * body and _may_be_kicker(n, nodes, ground, box, body):
            return Role.LABEL if g.is_label(n.words) else Role.KICKER
    return None


def _of_byline(n: Node) -> bool:
    """Whether a row goes on a byline: Staff Writer, Special to the Ledger."""
    return n.rows == 1 and bool(g.BYLINE_GOES_ON.match(n.words.strip()))


def _on_row_of(n: Node, head: Head, body: float) -> bool:
    """Whether a short line goes on a byline's row after a wide space."""
    for m in head.nodes:
        if m.role is not Role.BYLINE or m.rows > 2 or n.rows != 1 or abs(m.size - n.size) > 0.1 * body:
            continue
        row = n.own.shared_y(m.own) > 0.6 * min(n.own.height, m.own.height)
        if row and 0 < n.own.x0 - m.own.x1 < 5 * body and (n.role is Role.BYLINE or is_name(n.spaced)):
            return True
    return False


def _may_be_label(n: Node, nodes: list[Node], ground: Ground, box: Box, body: float) -> bool:
    """A short row over a head, parted from it by a rule or set on a tint, or that reads like a column's name."""
    if n.rows > 1 or g.width(n.words) > 9 or any(c in n.words for c in "，。、；：！？"):
        return False
    tinted = any(f.holds(n.box.center) and f.area < 8 * n.box.area for f in ground.fills)
    if not (tinted or g.is_label(n.words) or ground.rule_between(n.box, box)):
        return False
    over = [
        m
        for m in nodes
        if m is not n
        and m.role is Role.BODY
        and m.region == n.region
        and m.look == n.look
        and m.size == n.size
        and m.box.shared_x(n.box) > 0
        and -0.5 * body < n.box.y0 - m.box.y1 < 0.9 * body
    ]
    return not over


def _may_be_deck(n: Node, nodes: list[Node], ground: Ground, box: Box, body: float) -> bool:
    if n.role is Role.BYLINE:
        return not ground.rule_between(box, n.box)
    if n.rows > 4 or len(n.words) > 110 or g.LEAD.match(n.words) or ground.rule_between(box, n.box):
        return False
    if n.words.startswith(("——", "──")):
        return True
    usual = [m for m in nodes if m.role is Role.BODY and m.rows > 2 and m is not n and _under(n, m, body)]
    other = all(m.look != n.look or abs(m.size - n.size) > 0.07 * body for m in usual)
    return bool(usual) and other and n.words[:1] not in g.NEVER_FIRST and not g.is_byline(n.words)


def _under(upper: Node, lower: Node, body: float) -> bool:
    near = -0.5 * body < lower.box.y0 - upper.box.y1 < 4 * body
    return near and lower.box.shared_x(upper.box) > 0.3 * min(lower.box.width, upper.box.width)


def _may_be_kicker(n: Node, nodes: list[Node], ground: Ground, box: Box, body: float) -> bool:
    if n.rows > 2 or g.width(n.words) > 44 or g.sentence_ended(n.words) or ground.rule_between(n.box, box):
        return False
    if n.role is Role.BYLINE or g.NEVER_FIRST.find(n.words[:1]) >= 0:
        return False
    over = [
        m
        for m in nodes
        if m is not n
        and m.role is Role.BODY
        and m.region == n.region
        and m.box.shared_x(n.box) > 0.3 * n.box.width
        and -0.5 * body < n.box.y0 - m.box.y1 < 1.2 * body
    ]
    if not over:
        return True
    if any(ground.rule_between(m.box, n.box) for m in over):
        return True
    return all(m.look != n.look or abs(m.size - n.size) > 0.07 * body for m in over)
