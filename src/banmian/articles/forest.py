"""Gradient-boosted trees, evaluated in numpy: every sample goes down every tree at once.

Trees are grown elsewhere (tools/training); here they are arrays. Gradient boosting: J. Friedman, Greedy Function
Approximation (2001); the trees come from LightGBM (G. Ke et al. 2017).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]

CASCADE = 4
"""The part of a forest that judges first: one in so many of its trees."""

HOPELESS = -5.0
"""Log odds below which that part's judgement stands; four of five pairs are, and hardly a true one."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as arrays with two places for each of their nodes, so that node k stands at 2k and at 2k + 1.

    Attributes:
        roots: where each tree begins.
        feature: the feature that a node asks for.
        bound: samples at or below it go left.
        next: the place of the node to which those go that are at or below the bound, and of that for the others; a
            leaf leads to itself.
        value: what a leaf adds.
        depth: steps of the deepest tree.
        steeper: what the other trees add on average to a sample that the first ones find hopeless; training tells it.
    """

    roots: Ints
    feature: Ints
    bound: Floats
    next: Ints
    value: Floats
    depth: int
    steeper: float

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> Forest:
        """One of the forests that a file of arrays holds under `name/…`."""
        whole = {key: np.asarray(arrays[f"{name}/{key}"], np.intp) for key in ("roots", "feature", "left", "right")}
        parts = {key: np.asarray(arrays[f"{name}/{key}"], np.float32) for key in ("bound", "value")}
        return cls(
            roots=2 * whole["roots"],
            feature=np.repeat(whole["feature"], 2),
            bound=np.repeat(parts["bound"], 2),
            next=2 * np.stack((whole["left"], whole["right"]), axis=1).ravel(),
            value=np.repeat(parts["value"], 2),
            depth=int(np.asarray(arrays[f"{name}/shape"])[0]),
            steeper=float(np.asarray(arrays[f"{name}/steeper"])) if f"{name}/steeper" in arrays else 0.0,
        )

    def scores(self, samples: Floats) -> Floats:
        """Sums of leaves, (samples, 1), before any link function.

        A sample that a quarter of many trees finds all but impossible is not sent down the others, whose usual word
        on such ones stands for theirs (a cascade: P. Viola and M. Jones 2001). A few samples are judged by all trees.
        """
        if not self.steeper or len(samples) < CASCADE * CASCADE:
            return self.sums(samples, slice(None))
        few, many = self.parts()
        found = self.sums(samples, few)
        left = np.flatnonzero(found[:, 0] > HOPELESS)
        rest = np.full_like(found, self.steeper)
        rest[left] = self.sums(samples[left], many)
        return found + rest

    def parts(self) -> tuple[slice, slice]:
        """The trees that judge first, and the others."""
        some = len(self.roots) // CASCADE
        return slice(0, some), slice(some, None)

    def sums(self, samples: Floats, which: slice) -> Floats:
        """What some of the trees add, (samples, 1)."""
        roots, count = self.roots[which], len(samples)
        flat = np.ascontiguousarray(samples, np.float32).ravel()
        start = (np.arange(count) * samples.shape[1])[:, None]
        at = np.broadcast_to(roots, (count, len(roots))).copy()
        asked, bound = np.empty(at.shape, np.float32), np.empty(at.shape, np.float32)
        place = np.empty_like(at)
        for _ in range(self.depth):  # every place is in bounds: "clip" only spares the check
            self.feature.take(at, mode="clip", out=place)
            place += start
            flat.take(place, mode="clip", out=asked)
            self.bound.take(at, mode="clip", out=bound)
            at += asked > bound
            at = self.next.take(at, mode="clip")
        found: Floats = self.value.take(at, mode="clip").sum(axis=1, dtype=np.float32, keepdims=True)
        return found

    def shares(self, samples: Floats) -> Floats:
        """Probabilities, (samples, 1): the logistic of the scores."""
        chance: Floats = (1 / (1 + np.exp(-self.scores(samples)))).astype(np.float32)
        return chance
