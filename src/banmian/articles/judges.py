"""The learned judges of a page: what each block is, which is read right after which, and where a story begins.

Each step sees what the ones before it said: roles from what a block looks like; pairs from place, type, rules, words
and the two roles; roles again with the neighbours' and with those that probably stand before and after; beginnings;
then, with a first cover of the page, pairs and beginnings again (`again`). `tools/training` grows the trees from
typeset papers of random layouts; docs/articles.md is their card.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from banmian.articles.again import second_look
from banmian.articles.covers import cover
from banmian.articles.evidence import Evidence
from banmian.articles.forest import Forest
from banmian.articles.naming import Naming, looked_again
from banmian.model.page import Role

Floats = npt.NDArray[np.float32]

ROLES: tuple[Role, ...] = (
    Role.BODY,
    Role.HEADLINE,
    Role.KICKER,
    Role.DECK,
    Role.BYLINE,
    Role.LABEL,
    Role.SUBHEADING,
    Role.CAPTION,
    Role.PULL_QUOTE,
    Role.JUMP,
    Role.POINTER,
    Role.AD,
    Role.FOLIO,
)
"""The roles that the judges tell apart, in the order of their outputs."""


OUTSIDE = [ROLES.index(role) for role in (Role.CAPTION, Role.PULL_QUOTE, Role.FOLIO)]
"""Roles of blocks that stand outside a story's reading order."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the judges say of a page.

    Attributes:
        roles: (blocks, roles) the probability of each role.
        follows: for each pair of the evidence, that the second is read right after the first.
        begins: for each block, that none is read before it in its story.
    """

    roles: Floats
    follows: Floats
    begins: Floats


class Ask(Protocol):
    """Judges a page; the room that may read files brings the trees."""

    def judged(self, seen: Evidence) -> Judgement:
        """What each block is, which is read after which, and where stories begin."""

    def named(self, seen: Naming) -> Floats:
        """For each pair of a name and an item, (pairs,), that the name stands over the item."""


@dataclass(frozen=True, slots=True)
class Judges:
    """The eight forests."""

    roles: Forest
    pairs: Forest
    second: Forest
    begins: Forest
    again: Forest
    last: Forest
    names: Forest
    renames: Forest

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[np.generic]]) -> Judges:
        """The judges out of a file's arrays."""
        return cls(*(Forest.of(arrays, name) for name in FORESTS))

    def judged(self, seen: Evidence) -> Judgement:
        """Judges a page by its evidence, pairs and beginnings at a second look."""
        first = self.first_look(seen)
        if not len(seen.pairs):
            return first
        likely = first.follows > FORLORN
        follows = np.zeros_like(first.follows)
        follows[likely] = self.again.shares(again_samples(seen, first.roles, first.follows, first.begins, likely))[:, 0]
        begins = self.last.shares(begin_samples(seen, first.roles, follows))[:, 0]
        return Judgement(first.roles, follows, begins)

    def named(self, seen: Naming) -> Floats:
        """Judges a page's names and items, at two looks."""
        if not len(seen.pairs):
            return np.zeros(0, np.float32)
        chance = self.names.shares(seen.seen)[:, 0]
        found: Floats = self.renames.shares(looked_again(seen, chance))[:, 0]
        return found

    def first_look(self, seen: Evidence) -> Judgement:
        """What can be said before any cover of the page is known."""
        guess = self.roles.shares(seen.own.astype(np.float32))
        some = len(seen.pairs) > 0
        follows = self.pairs.shares(pair_samples(seen, guess))[:, 0] if some else np.zeros(0, np.float32)
        roles = self.second.shares(role_samples(seen, guess, follows))
        return Judgement(roles, follows, self.begins.shares(begin_samples(seen, roles, follows))[:, 0])


FORESTS = ("roles", "pairs", "second", "begins", "again", "last", "names", "renames")
"""What the forests are called in their file."""


def pair_samples(seen: Evidence, guess: Floats) -> Floats:
    """What the judge of pairs sees: the pair and both blocks' probable roles."""
    i, j = seen.pairs.T
    return np.concatenate((seen.joint.astype(np.float32), guess[i], guess[j]), axis=1)


def again_samples(
    seen: Evidence, roles: Floats, follows: Floats, begins: Floats, likely: npt.NDArray[np.bool_]
) -> Floats:
    """What the judge of pairs sees at its second look, for the pairs that are likely at all."""
    best = roles.argmax(axis=1)
    paths = cover(seen.pairs, follows, begins, np.flatnonzero(np.isin(best, OUTSIDE)).tolist())
    i, j = seen.pairs[likely].T
    looked = second_look(seen, follows, begins, best == ROLES.index(Role.HEADLINE), paths)
    return np.concatenate((looked[likely], seen.joint[likely].astype(np.float32), roles[i], roles[j]), axis=1)


FORLORN = 0.003
"""Pairs that seem less likely than this at first sight are not looked at again."""


def role_samples(seen: Evidence, guess: Floats, follows: Floats) -> Floats:
    """What the second judge of roles sees: the block, the first guess, and that of its four neighbours."""
    count = len(guess)
    before, into = _likeliest(seen, follows, count, 1)
    after, out = _likeliest(seen, follows, count, 0)
    around = [_of(guess, other) for other in (seen.above, seen.below)]
    return np.concatenate(
        (
            seen.own.astype(np.float32),
            guess,
            *around,
            _of(guess, before) * into[:, None],
            _of(guess, after) * out[:, None],
            into[:, None],
            out[:, None],
        ),
        axis=1,
        dtype=np.float32,
    )


def begin_samples(seen: Evidence, roles: Floats, follows: Floats) -> Floats:
    """What the judge of beginnings sees: the block, its roles, and its likeliest predecessor."""
    before, into = _likeliest(seen, follows, len(roles), 1)
    return np.concatenate(
        (seen.own.astype(np.float32), roles, _of(roles, before), into[:, None]), axis=1, dtype=np.float32
    )


def _of(guess: Floats, other: npt.NDArray[np.int64]) -> Floats:
    """The guess of each block's neighbour; zeros where there is none."""
    found: Floats = np.where(other[:, None] >= 0, guess[np.maximum(other, 0)], np.float32(0))
    return found


def _likeliest(seen: Evidence, follows: Floats, count: int, side: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """For each block its likeliest neighbour in reading and how likely that is.

    Args:
        seen: the evidence.
        follows: the probability of each pair.
        count: blocks on the page.
        side: 1 for what stands before each block, 0 for what follows it.
    """
    best = np.full(count, -1, np.int64)
    most = np.zeros(count, np.float32)
    order = np.argsort(follows, kind="stable")
    best[seen.pairs[order, side]] = seen.pairs[order, 1 - side]
    most[seen.pairs[order, side]] = follows[order]
    return best, most
