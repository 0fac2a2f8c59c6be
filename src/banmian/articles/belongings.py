"""What goes with a story: pictures and their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banmian.articles import grammar as g
from banmian.articles.nodes import HEADS, Node
from banmian.model.geometry import Box, around
from banmian.model.page import Role


def captioned(chains: list[list[Node]]) -> None:
    """Tells a short text that ends with who took the picture for its words, alone or under the picture's title."""
    for chain in chains:
        text = [n for n in chain if n.role in {Role.BODY, Role.AD}]
        words = "".join(n.words for n in text)
        titled = all(n.role in {Role.BODY, Role.HEADLINE, Role.LABEL, Role.KICKER, Role.PICTURE} for n in chain)
        if text and titled and g.width(words) <= LONGEST_CAPTION and _SHOT.search(words):
            for n in text:
                n.role = Role.CAPTION


LONGEST_CAPTION = 80
"""Ems of a picture's words at the most."""

_SHOT = re.compile(
    r"[\u3400-\u9fff）)][ \u3000/／]*[攝摄]影?[）)]?$|\b(?:[Pp]hoto|[Ff]oto|[Pp]icture)(?:s|graph)?(?: by)?:? [A-ZÀ-Þ][^.]{3,40}\.?$"
)
"""Who took the picture, at the end of its words."""


def captions_of(nodes: list[Node], body: float) -> None:
    """Gives the role CAPTION to small text that a picture claims."""
    pictures = [n for n in nodes if n.role is Role.PICTURE]
    if not pictures:
        return
    bodies: dict[tuple[tuple[str, int], float], int] = {}
    for n in nodes:
        if n.role is Role.BODY:
            key = (n.look, round(n.size * 4) / 4)
            bodies[key] = bodies.get(key, 0) + len(n.words)
    usual = max(bodies, key=lambda k: bodies[k]) if bodies else (("", 0), body)
    for n in nodes:
        if n.role is not Role.BODY or len(n.words) > 260:
            continue
        mine = _placed(n)
        picture = min((_placed(p) for p in pictures), key=lambda b: _away(mine, b))
        away = _away(mine, picture)
        other = (n.look, round(n.size * 4) / 4) != usual
        says = any(g.CAPTION.search(str(line.text)) for line in n.block.lines)
        beside = mine.shared_y(picture) > 0.5 * mine.height
        within = mine.x0 >= picture.x0 - body and mine.x1 <= picture.x1 + body
        over = mine.y1 <= picture.y0 + 0.3 * body
        if away > (2.2 if says else 1.5) * body or (over and not says):
            continue
        if (says and (within or beside or other)) or (other and within and n.rows <= 8 and n.size < 1.1 * body):
            n.role = Role.CAPTION


def _placed(n: Node) -> Box:
    """A node's box on the page: pictures and their words stand upright on it, whatever the writing."""
    return n.block.box or n.box


def _away(a: Box, b: Box) -> float:
    return max(0.0, -a.shared_x(b)) + max(0.0, -a.shared_y(b))


def attach(chains: list[list[Node]], nodes: list[Node], body: float) -> list[list[Node]]:
    """Chains with the pictures, captions and pull quotes that belong to them; the rest as chains of their own."""
    bundles: list[list[Node]] = [[n] for n in nodes if n.role is Role.PICTURE]
    for n in nodes:
        if n.role is Role.CAPTION:
            near = min(bundles, key=lambda b: _away(_placed(n), _placed(b[0])), default=None)
            if near is None or _away(_placed(n), _placed(near[0])) > 3 * body:
                bundles.append([n])
            else:
                near.append(n)
    quotes = [list(c) for c in chains if all(n.role is Role.PULL_QUOTE for n in c)]
    result = [list(c) for c in chains if any(n.role is not Role.PULL_QUOTE for n in c)]
    hosts = [c for c in result if any(n.role in {Role.HEADLINE, Role.BODY} for n in c)]
    for quote in quotes:
        host = _host(quote, hosts, body)
        if host is None:
            result.append(quote)
        else:
            host += quote
    for bundle in bundles:
        host = _titled(bundle, hosts, body) or _host(bundle, hosts, body)
        if host is None:
            result.append(bundle)
        else:
            host += bundle
    masthead = [n for n in nodes if n.role is Role.MASTHEAD]
    return [*([masthead] if masthead else []), *([n] for n in nodes if n.role is Role.FOLIO), *result]


def on_grounds(chains: list[list[Node]], fills: Sequence[Box], *, innermost: bool) -> list[list[list[Node]]]:
    """The stories that stand in each box of the page, and on each tint outside of boxes.

    Args:
        chains: stories in reading order.
        fills: tinted areas that are no boxes of text, the largest first.
        innermost: whether of tints within tints the smallest counts, not the largest.
    """
    found: dict[tuple[str, int], list[list[Node]]] = {}
    for chain in chains:
        held = [k for k, f in enumerate(fills) if all(f.holds(n.box.center) for n in chain)]
        key = ("box", chain[0].region) if chain[0].region else ("tint", held[-1 if innermost else 0]) if held else None
        if key is not None:
            found.setdefault(key, []).append(chain)
    return list(found.values())


def signed(chains: list[list[Node]], body: float) -> list[list[Node]]:
    """The chains, each writer's name that stands by itself given to the story beside or under whose head it stands."""
    gone: set[int] = set()
    for chain in chains:
        if len(chain) > 1 or chain[0].role is not Role.BYLINE:
            continue
        name = chain[0].box
        best, least = None, BESIDE_HEAD * body
        for other in chains:
            heads = [n for n in other if n.role in TITLE and n.role is not Role.BYLINE]
            text = [n for n in other if n.role is Role.BODY]
            if not heads or not text or any(n.role is Role.BYLINE for n in other):
                continue
            hull = around(n.box for n in (*heads, text[0], text[-1]))
            row = any(n.box.shared_y(name) > 0.3 * min(n.box.height, name.height) for n in heads)
            away = min(_away(n.box, name) for n in heads)
            if row and hull.grown(body).shared_x(name) > 0.9 * name.width and away < least:
                best, least = other, away
        if best is not None:
            first = next(k for k, n in enumerate(best) if n.role is Role.BODY)
            best.insert(first, chain[0])
            gone.add(id(chain))
    return _signed_on([c for c in chains if id(c) not in gone], body)


def _signed_on(chains: list[list[Node]], body: float) -> list[list[Node]]:
    """The chains, a text under no head but a writer's name joined to the story on whose head's row the name stands.

    Its text goes on in the next column, past the story's picture perhaps.
    """
    for chain in [c for c in chains if c[0].role is Role.BYLINE and len(c) > 1]:
        name, text = chain[0].box, chain[1]
        if text.role is not Role.BODY or any(n.role in HEADS for n in chain):
            continue
        fits = []
        for other in chains:
            heads = [n for n in other if n.role in HEADS]
            own = [n for n in other if n.role is Role.BODY]
            if other is chain or not own or not heads or any(n.role is Role.BYLINE for n in other):
                continue
            row = any(n.box.shared_y(name) > 0.3 * min(n.box.height, name.height) and n.box.x1 < name.x0 for n in heads)
            next_column = -body < text.box.x0 - max(n.box.x1 for n in own) < NEXT_COLUMN * body
            if row and next_column and own[-1].region == text.region:
                fits.append((other, own[0]))
        if len(fits) == 1:
            other, first = fits[0]
            other.insert(other.index(first), chain[0])
            other.extend(chain[1:])
            chains = [c for c in chains if c is not chain]
    return chains


NEXT_COLUMN = 3.0
"""Ems between a column and the next one at the most."""

BESIDE_HEAD = 40.0
"""Ems of body type between a head and its writer's name on one row at the most."""


def _titled(bundle: list[Node], hosts: list[list[Node]], body: float) -> list[Node] | None:
    """The head without a story that stands right over a picture: the picture's title."""
    room = around(_placed(n) for n in bundle)
    best, least = None, OVER_PICTURE * body
    for host in hosts:
        place = around(_placed(n) for n in host)
        gap = room.y0 - place.y1
        within = place.x0 >= room.x0 - body and place.x1 <= room.x1 + body
        if within and -0.5 * body < gap < least and all(n.role in TITLE for n in host):
            best, least = host, gap
    return best


TITLE = frozenset((Role.HEADLINE, Role.KICKER, Role.DECK, Role.LABEL, Role.BYLINE))
"""What a picture's title is made of."""

OVER_PICTURE = 2.5
"""Ems of body type between a title and its picture at the most."""


def _host(bundle: list[Node], hosts: list[list[Node]], body: float) -> list[Node] | None:
    """The story that a picture stands in: the one whose text touches most of its edge."""
    room = around(n.box for n in bundle)
    best, most = None, 0.35
    for host in hosts:
        touch = sum(_touch(n.box, room, 2.6 * body) for n in host if n.role is not Role.PICTURE)
        hull = around(n.box for n in host if n.role not in {Role.PICTURE, Role.CAPTION})
        held = hull.shared_area(room) / max(room.area, 1.0)
        score = touch / max(1.0, room.width + room.height) + 1.5 * held
        if score > most:
            best, most = host, score
    return best


def _touch(a: Box, room: Box, within: float) -> float:
    """Length of the room's edge that a box stands along."""
    if _away(a, room) > within:
        return 0.0
    return max(0.0, a.shared_x(room)) + max(0.0, a.shared_y(room))
