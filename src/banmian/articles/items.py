"""Items of a digest that are set as paragraphs of one text under its name: each is an article."""

from __future__ import annotations

import re

from banmian.articles.nodes import Node, node, part_of
from banmian.model.geometry import Turning
from banmian.model.page import Block, Role

DIGEST = re.compile(
    r"[簡简短快要][訊讯聞闻波報报]|[一本]周.?要[聞闻]|速[覽览遞递]|一句[話话]|便民信息|信息[窗窓欄栏]|[點点]滴|拾零|集[錦锦萃]|[動动][態态]$"
    r"|\b(?:digest|briefs?|brefs?|roundup|in short|short takes|around\b.*|notes)$|\bbrèves$"
    r"|\bkurz(?:e[sr]?|meldungen)?\b|\bvermischtes$",
    re.IGNORECASE,
)
"""What columns of short items are called."""


def apart(
    chains: list[list[Node]], nodes: list[Node], blocks: list[Block], turned: Turning
) -> tuple[list[list[Node]], dict[int, int]]:
    """The chains, those of a digest cut at their paragraphs; and for each new block the one that it was cut from.

    Args:
        chains: stories and briefs, the column's name before each.
        nodes: of the page; new ones are added.
        blocks: of the page; new ones are added, and those that are cut become their first items.
        turned: the way to the writing's frame.
    """
    found: list[list[Node]] = []
    cut: dict[int, int] = {}
    for chain in chains:
        body = chain[1:]
        named = bool(body) and chain[0].role is Role.LABEL and bool(DIGEST.search(chain[0].words.strip()))
        if named and all(n.role is Role.BODY for n in body):
            found += [[chain[0], *item] for item in _items(body, nodes, blocks, turned, cut)]
        else:
            found.append(chain)
    return found, cut


def _items(
    body: list[Node], nodes: list[Node], blocks: list[Block], turned: Turning, cut: dict[int, int]
) -> list[list[Node]]:
    items: list[list[Node]] = []
    for n in body:
        whole = n.block
        starts = [p for p in whole.paragraphs if 0 < p < len(whole.lines)]
        if 0 in whole.paragraphs or not items:
            items.append([])
        for begin, end in zip([0, *starts], [*starts, len(whole.lines)], strict=True):
            piece = part_of(whole, begin, end, Role.BODY) if starts else whole
            if begin:
                new = node(len(blocks), piece, turned)
                blocks.append(piece)
                nodes.append(new)
                cut[new.index] = n.index
                items.append([new])
            else:
                n.block = blocks[n.index] = piece
                n.box = turned.there(piece.box) if piece.box is not None else n.box
                items[-1].append(n)
    return items
