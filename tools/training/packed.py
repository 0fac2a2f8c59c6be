"""Typeset pages as arrays: every block and every pair of all papers in a row, as the network is fed with them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from training.pages import Sample

Floats: TypeAlias = "npt.NDArray[np.float32]"
Ints: TypeAlias = "npt.NDArray[np.int64]"


@dataclass(slots=True)
class Packed:
    """Pages in a row.

    Attributes:
        blocks, edges: how many each page has.
        own: (blocks, features) the evidence of each block.
        joint: (pairs, features) the evidence of each pair.
        pairs: (pairs, 2) numbers of blocks on their page.
        above, below: (blocks,) numbers on the page; -1 for none.
        role: (blocks,) the true one; -1 where it is not known.
        weight: (blocks,) share of the block's lines that have it.
        before: (blocks,) number on the page of the one read before it; -1 for none.
    """

    blocks: Ints
    edges: Ints
    own: Floats
    joint: Floats
    pairs: npt.NDArray[np.int32]
    above: npt.NDArray[np.int32]
    below: npt.NDArray[np.int32]
    role: npt.NDArray[np.int8]
    weight: Floats
    before: npt.NDArray[np.int32]

    @property
    def follows(self) -> npt.NDArray[np.bool_]:
        """(pairs,) whether the second is read right after the first."""
        first = np.repeat(np.concatenate(([0], self.blocks[:-1].cumsum())), self.edges)
        found: npt.NDArray[np.bool_] = self.before[first + self.pairs[:, 1]] == self.pairs[:, 0]
        return found


def packed(samples: Sequence[Sample]) -> Packed:
    """Some pages in a row."""

    def row(arrays: Sequence[npt.NDArray[Any]], kind: type) -> npt.NDArray[Any]:
        return np.concatenate([np.asarray(a, kind) for a in arrays])

    held = [s for s in samples if len(s.follows)]  # a page of one block or of none tells nothing
    return Packed(
        blocks=np.array([len(s.role) for s in held], np.int64),
        edges=np.array([len(s.follows) for s in held], np.int64),
        own=row([s.seen.own for s in held], np.float32),
        joint=row([s.seen.joint for s in held], np.float32),
        pairs=row([s.seen.pairs for s in held], np.int32),
        above=row([s.seen.above for s in held], np.int32),
        below=row([s.seen.below for s in held], np.int32),
        role=row([s.role for s in held], np.int8),
        weight=row([s.weight for s in held], np.float32),
        before=row([s.before for s in held], np.int32),
    )


def joined(parts: Sequence[Packed]) -> Packed:
    """Several rows as one."""
    return Packed(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Packed)))
