"""How sure a story's edges are, and what is doubtful of them: for the desk, which shows the least sure first.

A story is right if every step within it is, and its beginning and its end. Each of these is as likely as what the
judges say of it against the strongest rival: for a step the other block that might follow, the other that might stand
before, or that the second begins a story; for a beginning the block that might stand before it; for an end the one
that might follow. Their product is the story's confidence; docs/articles.md says how often stories of each
confidence are right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from banmian.articles.judges import ROLES, Judgement
from banmian.articles.nodes import HEADS, Node
from banmian.model.article import Certainty

DOUBTFUL = 0.75
"""Edges below this are named."""

MOST_NAMED = 3
"""Doubts of one story that are named, the worst first."""

CHARACTERS = 12
"""Of each block that are quoted."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """One edge of a story: how likely it is right, and what is doubtful."""

    chance: float
    doubt: str


class Doubts:
    """What the judges' words say of each path of a cover.

    Args:
        text: the page's blocks.
        said: what was said of them.
        pairs: (pairs, 2) the pairs that were asked.
    """

    def __init__(self, text: Sequence[Node], said: Judgement, pairs: np.ndarray) -> None:
        self._text = text
        self._roles = said.roles
        self._begins = said.begins.tolist()
        self._after: list[list[tuple[float, int]]] = [[] for _ in text]
        self._before: list[list[tuple[float, int]]] = [[] for _ in text]
        for (i, j), chance in zip(pairs.tolist(), said.follows.tolist(), strict=True):
            if chance > 0.02:
                self._after[i].append((chance, j))
                self._before[j].append((chance, i))

    def of(self, path: Sequence[int]) -> Certainty:
        """Confidence and doubts of one story, by the numbers of its blocks in reading order."""
        edges = [self._begin(path[0]), self._end(path[-1])]
        edges += [self._step(i, j) for i, j in pairwise(path)]
        whole = float(np.prod([e.chance for e in edges]))
        worst = sorted((e for e in edges if e.chance < DOUBTFUL), key=lambda e: e.chance)
        named = [e.doubt for e in worst] + [d for k in path if (d := self._role(k))]
        return Certainty(round(whole, 3), tuple(named[:MOST_NAMED]))

    def _step(self, i: int, j: int) -> _Edge:
        mine = max((c for c, k in self._after[i] if k == j), default=0.02)
        other = max(((c, k) for c, k in self._after[i] if k != j), default=(0.0, -1))
        rival = max(((c, k) for c, k in self._before[j] if k != i), default=(0.0, -1))
        begins = self._begins[j]
        against = max(other[0], rival[0], begins)
        start, after = self._quoted(j), self._ending(i)
        if against == other[0] and other[1] >= 0:
            doubt = f"after “{after}” it may go on with “{self._quoted(other[1])}” instead of “{start}”"
        elif against == rival[0] and rival[1] >= 0:
            doubt = f"“{start}” may belong after “{self._ending(rival[1])}” instead of “{after}”"
        else:
            doubt = f"“{start}” may begin a story of its own"
        return _Edge(mine / (mine + against), doubt)

    def _begin(self, j: int) -> _Edge:
        rival = max(self._before[j], default=(0.0, -1))
        mine = max(self._begins[j], 0.02)
        return _Edge(
            mine / (mine + rival[0]),
            f"“{self._quoted(j)}” may go on from “{self._ending(rival[1])}”" if rival[1] >= 0 else "",
        )

    def _end(self, i: int) -> _Edge:
        onward, j = max(self._after[i], default=(0.0, -1))
        return _Edge(1 - onward, f"after “{self._ending(i)}” it may go on with “{self._quoted(j)}”" if j >= 0 else "")

    def _role(self, k: int) -> str | None:
        """A head whose rank is doubtful; None for all others."""
        first, second = np.argsort(self._roles[k])[::-1][:2].tolist()
        if ROLES[first] not in HEADS or self._roles[k][first] > DOUBTFUL:
            return None
        return f"“{self._quoted(k)}” may be {ROLES[second].value}, not {ROLES[first].value}"

    def _quoted(self, k: int) -> str:
        words = self._text[k].spaced.strip()
        return words[:CHARACTERS] + ("…" if len(words) > CHARACTERS else "")

    def _ending(self, k: int) -> str:
        words = self._text[k].spaced.strip()
        return ("…" if len(words) > CHARACTERS else "") + words[-CHARACTERS:]
