"""What the words of a block, and of two blocks at their edges, say: numbers for the learned judges."""

from __future__ import annotations

import re

import numpy as np

from banmian.articles import grammar as g
from banmian.articles.nodes import Node
from banmian.articles.openings import opens_item
from banmian.articles.people import is_latin_name, is_name
from banmian.articles.voices import LOUD

LATIN = re.compile("[A-Za-z]")

LAST_CHARS = 60
"""Characters at an edge that are looked at."""


def said(n: Node) -> list[float]:
    """What a block's words say by themselves."""
    text = n.words
    count = max(1, len(text))
    end = text.rstrip()[-1:]
    inner = text[: 4 * LAST_CHARS]
    letters = LATIN.findall(inner)
    return [
        np.log1p(count),
        float(g.sentence_ended(text[-LAST_CHARS:])),
        float(end in "，、；：,;:"),
        sum(map(inner.count, "。.！？!?")) / len(inner or " ") * 20,
        sum(map(inner.count, "，,、")) / len(inner or " ") * 20,
        float(n.rows <= 3 and count < 60 and g.is_byline(text)),
        float(n.rows <= 2 and count < 36 and (is_name(n.spaced) or is_latin_name(n.spaced))),
        float(n.rows == 1 and count < 14 and g.is_label(text)),
        float(bool(g.LEAD.match(text[:60]))),
        float(text.lstrip()[:1] in "—─-–"),
        float(text.lstrip()[:1] in g.OPENERS),
        float(text.lstrip()[:1] in g.NEVER_FIRST),
        float(text.lstrip()[:1].islower()),
        len(letters) / len(inner or " "),
        sum(map(str.isupper, letters)) / max(1, len(letters)),
        sum(map(str.isdigit, inner)) / len(inner or " "),
        float(bool(g.CAPTION.search(text[-LAST_CHARS:]) or g.CAPTION.search(text[:LAST_CHARS]))),
        float(g.JUMP_ON.match(text) is not None) if count < 40 else 0.0,
        float(g.JUMP_FROM.match(text) is not None) if count < 40 else 0.0,
        float(g.POINTER_LINE.match(text) is not None) if count < 40 else 0.0,
        float(opens_item(n.spaced[:LAST_CHARS])),
        1.0 if LOUD.match(text) else 0.5 * bool(_DASHED.match(n.spaced[: 2 * LAST_CHARS])),
        float(_run_in(n)),
    ]


def _run_in(n: Node) -> bool:
    """Whether the first words stand in type of their own, as an item's place or a head set into its text does."""
    lines = n.block.lines
    if not lines or not lines[0].styles:
        return False
    after = [line.styles[-1][1] for line in lines[:RUN_IN] if line.styles]
    return any((s.font, s.weight) != n.look for s in after)


RUN_IN = 4
"""Rows in which a head that is set into its text comes to its end."""

_DASHED = re.compile(r".{4,90}?[.?!:] ?[—–] ?\S")
"""A head or a place, a full stop and a dash, and the text."""


def goes_on(earlier: Node, later: Node) -> float:
    """What the words at the two edges say; 0 where one is too short to speak."""
    if len(earlier.words) < 8 or len(later.words) < 4:
        return 0.0
    return g.goes_on(earlier.last, later.first, indented=later.indented)
