"""The learned judges of a page: what each block is, which is read right after which, and where a story begins.

A network says all three of a page's blocks at once (`network`); two forests say which name stands over which item
(`naming`). `tools/training` trains them on typeset papers of random layouts; docs/articles.md is their card.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from banmian.articles.evidence import Evidence
from banmian.articles.forest import Forest
from banmian.articles.naming import Naming, looked_again
from banmian.articles.network import Network
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
    """Judges a page; the room that may read files brings the weights."""

    def judged(self, seen: Evidence) -> Judgement:
        """What each block is, which is read after which, and where stories begin."""

    def named(self, seen: Naming) -> Floats:
        """For each pair of a name and an item, (pairs,), that the name stands over the item."""


@dataclass(frozen=True, slots=True)
class Judges:
    """The network of a page, and the two forests of its names."""

    network: Network
    names: Forest
    renames: Forest

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[np.generic]]) -> Judges:
        """The judges out of a file's arrays."""
        return cls(Network.of(arrays), *(Forest.of(arrays, name) for name in ("names", "renames")))

    def judged(self, seen: Evidence) -> Judgement:
        """Judges a page by its evidence."""
        return Judgement(*self.network.read(seen))

    def named(self, seen: Naming) -> Floats:
        """Judges a page's names and items, at two looks."""
        if not len(seen.pairs):
            return np.zeros(0, np.float32)
        chance = self.names.shares(seen.seen)[:, 0]
        found: Floats = self.renames.shares(looked_again(seen, chance))[:, 0]
        return found
