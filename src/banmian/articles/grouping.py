"""Blocks of a page to articles: a cover of the page by reading paths, the likeliest of all.

Learned judges say what each block is, how likely each is read right after which, and how likely it begins a story;
`covers` makes the likeliest choice for all blocks at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from banmian.articles.afterwards import by_its_words, headed_alike, headed_apart, told_as_text
from banmian.articles.belongings import attach, captioned, captions_of, signed
from banmian.articles.covers import cover
from banmian.articles.doubts import Doubts
from banmian.articles.evidence import Evidence, evidence
from banmian.articles.judges import ROLES, Ask, Judgement
from banmian.articles.names import advertised, entitled, gathered, named
from banmian.articles.nodes import ASIDE, Ground, Node, ground, node, widened
from banmian.articles.order import in_order
from banmian.articles.plain_columns import Flow, by_columns, flow, isolates_heads
from banmian.articles.pointers import pointed
from banmian.articles.reunited import reunited
from banmian.articles.voices import signs, split_by_voice
from banmian.model.article import Certainty, Chain, Part
from banmian.model.page import Block, Page, Role


def grouped(page: Page, ask: Ask) -> tuple[Page, tuple[Chain, ...]]:
    """A laid-out page with final roles, and its articles as chains of parts in reading order.

    Args:
        page: laid out.
        ask: the learned judges.
    """
    seen, plain = _seen(page)
    told: dict[int, Certainty] = {}
    if plain is not None:
        said = _judged(seen, ask)
        paths = _paths(seen, said, by_columns(seen.text, plain), told)
        ordered = attach(paths, seen.nodes, seen.body)
    else:
        chains = signed(_chains(seen, ask, told), seen.body)
        chains = reunited(chains, seen.nodes, seen.body, seen.drawn.fills)
        chains = named(chains, ask, page.turning, seen.drawn, seen.body)
        captioned(chains)
        chains = attach(chains, seen.nodes, seen.body)
        ordered = gathered(pointed(in_order(chains, page.turning, seen.body), seen.body), seen.drawn.fills)
        ordered = advertised(ordered, seen.drawn.fills)
        entitled(ordered)
    for n in seen.nodes:
        seen.blocks[n.index] = replace(n.block, role=n.role)
    found = tuple(
        Chain(
            tuple(Part(page.index, n.index, n.role) for n in chain),
            next((told[n.index] for n in chain if n.index in told and n.role is not Role.LABEL), None),
        )
        for chain in ordered
    )
    return replace(page, blocks=tuple(seen.blocks)), found


def _seen(page: Page) -> tuple[Scene, Flow | None]:
    """The page as it is judged, and how it is read where it is an old paper's of plain columns.

    There the file's own blocks count, if they part heads from text.
    """
    seen = scene(page)
    if not page.recognised or page.turning.vertical:
        return seen, None
    lined = flow(seen.text, seen.body)
    if page.zones:
        pictures = (b for b in page.blocks if b.role is Role.PICTURE)
        zoned = scene(replace(page, blocks=(*page.zones, *pictures)))
        found = flow(zoned.text, zoned.body)
        if found is not None and isolates_heads(page.zones, found, seen.text, lined):
            return zoned, found
    return seen, lined


def _chains(seen: Scene, ask: Ask, told: dict[int, Certainty]) -> list[list[Node]]:
    """The stories' blocks in reading order: the likeliest cover of the page by paths.

    Args:
        seen: the page.
        ask: the learned judges.
        told: gets, for each story's every block, how sure the story's edges are.
    """
    if not seen.text:
        return []
    said = _judged(seen, ask)
    aside = [k for k, n in enumerate(seen.text) if n.role in ASIDE]
    paths = _paths(seen, said, cover(seen.seen.pairs, said.follows, said.begins, aside), told)
    paths = [part for path in paths for part in headed_apart(path)]
    for story in paths:
        told_as_text(story, seen.body)
    for last in (path[-1] for path in paths if len(path) > 1):
        last.role = Role.BYLINE if signs(last) else last.role
    return [path for path in paths if path[0].role not in ASIDE - {Role.PULL_QUOTE}]


def _judged(seen: Scene, ask: Ask) -> Judgement:
    """What the judges say, each block with its likeliest role."""
    said = ask.judged(seen.seen)
    spoken = np.array([bool(_ASKED.match(n.words)) for n in seen.text], np.bool_)
    if spoken.sum() >= SEVERAL_ASKED:
        said = replace(said, begins=np.where(spoken, said.begins * HARDLY, said.begins).astype(np.float32))
    for n, best in zip(seen.text, said.roles.argmax(axis=1).tolist(), strict=True):
        n.role = n.role if n.role in SAID else by_its_words(n, ROLES[best])
    headed_alike(seen.text)
    return said


def _paths(seen: Scene, said: Judgement, covering: list[list[int]], told: dict[int, Certainty]) -> list[list[Node]]:
    doubts = Doubts(seen.text, said, seen.seen.pairs)
    for path in covering:
        certainty = doubts.of(path)
        told.update((seen.text[k].index, certainty) for k in path)
    return [[seen.text[k] for k in path] for path in covering]


_ASKED = re.compile(r"\W?(?:[QRAF]|Frage|Antwort|Question|Réponse|[問问答]|[記记]者)[ .]?\s*[.:：–—-]")
"""How a question or an answer of an interview opens: no story begins so where several do."""

SEVERAL_ASKED, HARDLY = 4, 0.02
"""Blocks of a page that open so, and what is left then of the chance that one begins a story."""

SAID = frozenset((Role.JUMP, Role.POINTER))
"""Roles that a block's own words leave no doubt of."""


@dataclass(slots=True)
class Scene:
    """A page ready to be judged.

    Attributes:
        blocks: the page's blocks, cut where something new may begin.
        nodes: those that have a place.
        text: those of the nodes that are judged.
        drawn: rules and tints, in the writing's frame.
        body: usual type size, page units.
        seen: what the judges see of the text.
    """

    blocks: list[Block]
    nodes: list[Node]
    text: list[Node]
    drawn: Ground
    body: float
    seen: Evidence


def scene(page: Page) -> Scene:
    """A laid-out page as the judges see it."""
    blocks = [piece for block in page.blocks for piece in split_by_voice(block, exact=not page.recognised)]
    turned = page.turning
    nodes = [node(i, b, turned) for i, b in enumerate(blocks) if b.box is not None]
    body = _body_size(nodes)
    captions_of(nodes, body)
    widened(nodes, body)
    drawn = ground(page, turned, body)
    text = [n for n in nodes if n.role not in NO_TEXT and n.block.lines]
    pictures = [n.box for n in nodes if n.role is Role.PICTURE]
    seen = evidence(text, drawn, pictures, body, turned.there(page.box))
    return Scene(blocks, nodes, text, drawn, body, seen)


NO_TEXT = frozenset((Role.PICTURE, Role.MASTHEAD, Role.FOLIO))
"""Roles that layout gives for good."""


def _body_size(nodes: list[Node]) -> float:
    weights: dict[float, int] = {}
    for n in nodes:
        if n.role is Role.BODY:
            weights[round(n.size * 4) / 4] = weights.get(round(n.size * 4) / 4, 0) + len(n.words)
    return max(weights, key=lambda s: weights[s]) if weights else 10.0
