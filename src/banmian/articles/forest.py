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


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as arrays over all their nodes.

    Attributes:
        roots: where each tree begins.
        feature: the feature that a node asks for; -1 at a leaf.
        bound: samples at or below it go left.
        next: two for each node, where those go that are at or below the bound, and the others.
        value: what a leaf adds.
        depth: steps of the deepest tree.
        classes: how many outputs; tree number t adds to output t modulo classes.
    """

    roots: Ints
    feature: Ints
    bound: Floats
    next: Ints
    value: Floats
    depth: int
    classes: int

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> Forest:
        """One of the forests that a file of arrays holds under `name/…`."""
        depth, classes = (int(n) for n in np.asarray(arrays[f"{name}/shape"]))
        whole = {key: np.asarray(arrays[f"{name}/{key}"], np.intp) for key in ("roots", "feature", "left", "right")}
        parts = {key: np.asarray(arrays[f"{name}/{key}"], np.float32) for key in ("bound", "value")}
        return cls(
            roots=whole["roots"],
            feature=whole["feature"],
            bound=parts["bound"],
            next=np.stack((whole["left"], whole["right"]), axis=1).ravel(),
            value=parts["value"],
            depth=depth,
            classes=classes,
        )

    def scores(self, samples: Floats) -> Floats:
        """Sums of leaves, (samples, classes), before any link function."""
        count, trees = len(samples), len(self.roots)
        if not count:
            return np.zeros((0, self.classes), np.float32)
        at = np.broadcast_to(self.roots, (count, trees)).copy()
        flat = np.ascontiguousarray(samples, np.float32).ravel()
        start = (np.arange(count) * samples.shape[1])[:, None]
        for _ in range(self.depth):
            asked = np.take(flat, start + np.take(self.feature, at))
            at = np.take(self.next, 2 * at + (asked > np.take(self.bound, at)))
        leaves = np.take(self.value, at).reshape(count, trees // self.classes, self.classes)
        found: Floats = leaves.sum(axis=1, dtype=np.float32)
        return found

    def shares(self, samples: Floats) -> Floats:
        """Probabilities, (samples, classes): softmax over the classes, the logistic of one."""
        raw = self.scores(samples)
        if self.classes == 1:
            chance: Floats = (1 / (1 + np.exp(-raw))).astype(np.float32)
            return chance
        grown = np.exp(raw - raw.max(axis=1, keepdims=True))
        found: Floats = grown / grown.sum(axis=1, keepdims=True)
        return found
