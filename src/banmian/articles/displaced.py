"""Heads that stand where their text does not begin: on a picture, amid the text, at its side, over a part of it.

On such a page the judges leave the head alone and the text without one, or part the story where a picture or its own
head cuts it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from banmian.articles import grammar as g
from banmian.articles.belongings import NEXT_COLUMN, TITLE
from banmian.articles.cut_words import cuts_a_word
from banmian.articles.nodes import HEADS, TEXT, Node
from banmian.model.geometry import Box, around
from banmian.model.page import Direction, Role

Chain = list[Node]

BETWEEN = 2.5
"""Ems of white between a head and its text at the most, beside pictures and their captions."""


def displaced(chains: list[Chain], nodes: list[Node], body: float) -> list[Chain]:
    """The chains, each text without a headline joined to the head that only it can belong to.

    Args:
        chains: stories.
        nodes: all blocks of the page, pictures too.
        body: usual type size, page units.
    """
    pictures = [n.box for n in nodes if n.role is Role.PICTURE]
    chains = _joined(chains, _stands_alone, lambda head, text: _on_picture(head, text, pictures, body), within=False)
    for fits in (
        lambda head, text: _amid(head, text, body),
        lambda head, text: _beside(head, text, nodes, body),
        lambda head, text: _over_all(head, text, nodes, body),
    ):
        chains = _joined(chains, _stands_alone, fits)
    for fits in (lambda story, text: _cut_short(story, text, body), lambda story, text: _over_rest(story, text, body)):
        chains = _joined(chains, _is_headed, fits)
    return chains


def _joined(
    chains: list[Chain],
    leads: Callable[[Chain], bool],
    fits: Callable[[Chain, Chain], bool],
    *,
    within: bool = True,
) -> list[Chain]:
    """The chains, a text without a headline put behind the one chain that it fits, if that fits no other text.

    Args:
        chains: stories.
        leads: whether a chain may be what a text is put behind.
        fits: whether a text belongs behind such a chain.
        within: whether both must lie in one box, or in none.
    """
    texts = [c for c in chains if is_text(c) or _under_deck(c)]
    pairs = [(a, t) for a in chains if leads(a) for t in texts if a is not t]
    pairs = [(a, t) for a, t in pairs if not within or a[0].region == t[0].region]
    pairs = [(a, t) for a, t in pairs if fits(a, t)]
    gone: set[int] = set()
    for a, t in pairs:
        if sum(x is a for x, _ in pairs) == sum(y is t for _, y in pairs) == 1 and id(a) not in gone:
            a.extend(t)
            gone.add(id(t))
    return [c for c in chains if id(c) not in gone]


def is_heads(chain: Chain) -> bool:
    """Whether a chain is a headline, perhaps with kicker, deck and byline, and nothing else."""
    return all(n.role in TITLE for n in chain) and any(n.role in {Role.HEADLINE, Role.DECK} for n in chain)


def is_text(chain: Chain) -> bool:
    """Whether a chain is text without a head, under its writer's name at most."""
    named = chain[0].role in {Role.BODY, Role.BYLINE} and not any(n.role in HEADS for n in chain)
    return named and _rows(chain) >= LEAST_ROWS


LEAST_ROWS = 4
"""Rows of a story's text at the least."""


def breaks_off(last: Node) -> bool:
    """Whether a story's last block stops amid a sentence; of text without any marks, as in old papers, none does."""
    return bool(_MARK.search(last.words)) and not g.sentence_ended(last.words[-60:])


_MARK = re.compile("[，。、；：！？,.;:!?]")


def hull_of(chain: Chain) -> Box:
    """Around all that a chain has."""
    return around(n.box for n in chain)


def _rows(chain: Chain) -> int:
    return sum(n.rows for n in chain if n.role in TEXT)


def _under_deck(chain: Chain) -> bool:
    """Whether a chain is text under a deck that has no headline over it."""
    return chain[0].role is Role.DECK and not any(n.role is Role.HEADLINE for n in chain) and _rows(chain) >= LEAST_ROWS


def _stands_alone(chain: Chain) -> bool:
    return is_heads(chain) and any(n.role is Role.HEADLINE for n in chain)


def _is_headed(chain: Chain) -> bool:
    return any(n.role is Role.HEADLINE for n in chain) and _rows(chain) > 0


def _amid_sentence(first: str) -> bool:
    return first[:1].islower() or first[:1] in g.NEVER_FIRST


def _on_picture(head: Chain, text: Chain, pictures: list[Box], body: float) -> bool:
    """Whether a head lies on a picture that the text stands along."""
    ground = next((p for p in pictures if all(n.box.shared_area(p) > 0.9 * n.box.area for n in head)), None)
    if ground is None or _amid_sentence(next(n for n in text if n.role in TEXT).first):
        return False
    return any(ground.grown(BETWEEN * body).shared_area(n.box) > 0 for n in text)


def _amid(head: Chain, text: Chain, body: float) -> bool:
    """Whether a text stands beside or above a head and goes on right under it."""
    place, own = hull_of(head), [n for n in text if n.role in TEXT]
    under = any(_right_under(place, n.box, 0.5, body) for n in own[1:])
    return under and own[0].box.y0 < place.y1 and hull_of(own).holds(place.center)


def _right_under(upper: Box, lower: Box, share: float, body: float) -> bool:
    white = lower.y0 - upper.y1
    return lower.shared_x(upper) > share * min(lower.width, upper.width) and -0.5 * body < white < BETWEEN * body


def _beside(head: Chain, text: Chain, nodes: list[Node], body: float) -> bool:
    """Whether a text begins level with a head at its left, with nothing but pictures and their words between."""
    place, first = hull_of(head), text[0].box
    if first.x0 < place.x1 or abs(first.y0 - place.y0) > LEVEL * body or text[0].role is not Role.BODY:
        return False
    if _amid_sentence(text[0].first):
        return False
    room = Box(place.x0, place.y0, first.x0, hull_of(text).y1)
    mine = {id(n) for n in (*head, *text)}
    return not any(id(n) not in mine and n.role not in ATTACHED and room.holds(n.box.center) for n in nodes)


def _over_all(head: Chain, text: Chain, nodes: list[Node], body: float) -> bool:
    """Whether a head stands over all columns of a text, with nothing but pictures and their words between."""
    place, whole = hull_of(head), hull_of([n for n in text if n.role in TEXT])
    if place.y1 > whole.y0 + body or place.x0 < whole.x0 - body or place.x1 > whole.x1 + body:
        return False
    if text[0].role is not Role.BODY or _amid_sentence(text[0].first):
        return False
    room = Box(whole.x0, place.y0, whole.x1, max(whole.y0, text[0].box.y0))
    mine = {id(n) for n in (*head, *text)}
    between = [n for n in nodes if id(n) not in mine and room.holds(n.box.center)]
    if any(n.role not in ATTACHED for n in between):
        return False
    return whole.y0 - place.y1 - max((n.box.height for n in between), default=0.0) < BETWEEN * body


ATTACHED = frozenset((Role.PICTURE, Role.CAPTION, Role.PULL_QUOTE))
"""Roles of what may stand between a head and its text."""

LEVEL = 1.5
"""Ems by which a head and the text at its side may differ in where they begin."""


def _cut_short(story: Chain, text: Chain, body: float) -> bool:
    """Whether a story stops amid a sentence that a text goes on with: beside it, or under the story's own headline."""
    last, first = story[-1], text[0]
    if last.role not in TEXT or first.role not in TEXT or first.indented or not breaks_off(last):
        return False
    if not _ends_full(last, body) and not cuts_a_word(last.last, first.first):
        return False
    if not _amid_sentence(first.first) and not "\u3400" <= first.first[:1] <= "\u9fff":
        return False
    if g.goes_on(last.last, first.first) < GOES_ON:
        return False
    head = around(n.box for n in story if n.role is Role.HEADLINE)
    near = -body < first.box.x0 - last.box.x1 < NEXT_COLUMN * body and first.box.y0 < last.box.y1 + body
    return near or (first.box.y0 > head.y1 and head.shared_x(first.box) > 0.8 * first.box.width)


def _ends_full(n: Node, body: float) -> bool:
    """Whether a block's last row reaches as far as the block does: a sentence that goes on elsewhere is cut in such."""
    row, whole = n.block.lines[-1].box, n.block.box
    if row is None or whole is None:
        return False
    down = n.block.lines[-1].direction is Direction.VERTICAL
    return (whole.y1 - row.y1 if down else whole.x1 - row.x1) < body


GOES_ON = 0.8
"""What `grammar.goes_on` says of the two halves of a sentence at the least."""


def _over_rest(story: Chain, text: Chain, body: float) -> bool:
    """Whether a text stands right under a story's head, and none of the story's own text does."""
    heads = story[: next(k for k, n in enumerate(story) if n.role in TEXT)]
    own = [n for n in story if n.role in TEXT]
    if not any(n.role is Role.HEADLINE for n in heads) or any(n.role is Role.JUMP for n in story):
        return False
    place = hull_of(heads)
    if any(_right_under(place, n.box, 0.5, body) or n.box.y0 > place.y1 for n in own):
        return False
    return _right_under(place, text[0].box, 0.7, body)
