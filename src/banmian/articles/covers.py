"""Covers of a page's blocks by reading paths: the likeliest of all, as one decision.

Every block has at most one that it follows and one that follows it; given how likely each step and each beginning is,
the likeliest choice for all blocks at once is an assignment problem (minimum-cost path cover; H. Kuhn 1955, solved by
scipy's implementation of D. Crouse 2016) whose costs are the negative logarithms.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]

NEVER = 1e6
"""A cost that no cover pays while another is to be had."""


def cover(pairs: Ints, follows: Floats, begins: Floats, aside: Sequence[int]) -> list[list[int]]:
    """The likeliest cover of blocks by paths.

    Args:
        pairs: (pairs, 2) an earlier block and one that may be read right after it.
        follows: the probability of each pair.
        begins: for each block the probability that none is read before it.
        aside: blocks that stand outside any path.
    """
    count = len(begins)
    table = np.full((count, 2 * count), NEVER)
    table[np.arange(count), count + np.arange(count)] = -np.log(np.clip(begins, 1e-4, 1))
    if len(pairs):
        earlier, later = pairs.T
        table[later, earlier] = -np.log(np.clip(follows, 1e-5, 1))
    table[:, aside] = table[aside, :count] = NEVER
    return _cheapest(table)


def _cheapest(table: npt.NDArray[np.float64]) -> list[list[int]]:
    """The cheapest cover of items by paths.

    Args:
        table: for n items (n, 2n): in row j and column i what it costs that j follows i, in column n + j that none
            stands before it.
    """
    size = len(table)
    rows, columns = linear_sum_assignment(table)
    before = {int(j): int(i) for j, i in zip(rows, columns, strict=True) if i < size and table[j, i] < NEVER}
    for j in range(size):
        _uncircle(j, before, table)
    after = {i: j for j, i in before.items()}
    paths = []
    for j in range(size):
        if j in before:
            continue
        path: list[int] = []
        at: int | None = j
        while at is not None:
            path.append(at)
            at = after.get(at)
        paths.append(path)
    return paths


def _uncircle(start: int, before: dict[int, int], table: npt.NDArray[np.float64]) -> None:
    """Cuts a circle at its dearest step; the costs make circles rare, not impossible."""
    seen, at = [start], start
    while at in before:
        at = before[at]
        if at == start:
            worst = max(seen, key=lambda j: table[j, before[j]])
            del before[worst]
            return
        if at in seen:
            return
        seen.append(at)
