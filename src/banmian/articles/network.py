"""The judge of a page: a network that passes messages between its blocks, evaluated in numpy.

A page is a graph: its blocks are the nodes, and an edge leads from each block to every other one that may be read
right after it. A first glance drops the edges that nothing speaks for. Then, layer by layer, each edge hears its two
blocks, and each block hears its edges out and in, weighed against each other and against having none (attention),
the blocks above and below it, and the page as a whole. So whether a step is right is told by what else could stand
there, by the stories around it and by the page's custom, and no more by two blocks alone.

Message passing: J. Gilmer et al. 2017; updating edges and nodes in turn: P. Battaglia et al. 2018; normalised before
each layer: R. Xiong et al. 2020; numbers in piecewise linear codes: Y. Gorishniy et al. 2022. `tools/training` makes
the weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from banmian.articles.evidence import Evidence

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Arrays = Mapping[str, npt.NDArray[np.generic]]

TINY = np.float32(1e-5)
"""Added to a variance, as PyTorch's LayerNorm does."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Numbers as several that each run from 0 to 1 over a part of their range: where a tree would ask, a ramp stands.

    Attributes:
        feature: which number each code is of.
        low: where its ramp begins.
        rise: one over the ramp's length.
    """

    feature: Ints
    low: Floats
    rise: Floats

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Codes:
        """The codes that a file of arrays holds under `name/…`."""
        low, rise = (np.asarray(arrays[f"{name}/{key}"], np.float32) for key in ("low", "rise"))
        return cls(np.asarray(arrays[f"{name}/feature"], np.int64), low, rise)

    def __call__(self, numbers: npt.NDArray[np.floating]) -> Floats:
        """(samples, features) as (samples, codes)."""
        found: Floats = np.asarray(numbers, np.float32).take(self.feature, axis=1)
        found -= self.low
        found *= self.rise
        return np.clip(found, 0, 1, out=found)


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear map.

    Attributes:
        weight: (inputs, outputs).
        bias: (outputs,).
    """

    weight: Floats
    bias: Floats

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Linear:
        """One of a file of arrays, which holds it as PyTorch does."""
        weight = np.asarray(arrays[f"{name}.weight"], np.float32).T
        bias = arrays.get(f"{name}.bias")
        return cls(
            np.ascontiguousarray(weight),
            np.zeros(weight.shape[1], np.float32) if bias is None else np.asarray(bias, np.float32),
        )

    def __call__(self, x: Floats) -> Floats:
        """(samples, inputs) to (samples, outputs)."""
        found: Floats = x @ self.weight
        found += self.bias
        return found


@dataclass(frozen=True, slots=True)
class Norm:
    """Layer normalisation (J. Ba et al. 2016)."""

    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Norm:
        """One of a file of arrays."""
        return cls(np.asarray(arrays[f"{name}.weight"], np.float32), np.asarray(arrays[f"{name}.bias"], np.float32))

    def __call__(self, x: Floats) -> Floats:
        """(samples, features), each sample with mean 0 and variance 1 before scale and shift."""
        found: Floats = x - x.mean(axis=1, keepdims=True)
        found /= np.sqrt(np.einsum("ij,ij->i", found, found) / x.shape[1] + TINY)[:, None]
        found *= self.scale
        found += self.shift
        return found


@dataclass(frozen=True, slots=True)
class Graph:
    """Which blocks the edges join, sorted by the first one.

    Attributes:
        count: of blocks.
        source, target: of each edge.
        out: where each block's edges out begin, and where the last one's end.
        into: likewise those in, in the order `turned`.
        turned: the edges sorted by target.
        above, below: of each block the number of the nearest one over and under it; -1 for none.
    """

    count: int
    source: Ints
    target: Ints
    out: Ints
    into: Ints
    turned: Ints
    above: Ints
    below: Ints

    @classmethod
    def of(cls, seen: Evidence, kept: Ints) -> Graph:
        """A page's graph with some of its pairs."""
        count = len(seen.own)
        source, target = seen.pairs[kept].T

        def starts(key: Ints) -> Ints:
            return np.concatenate(([0], np.bincount(key, minlength=count).cumsum()))

        turned = np.argsort(target, kind="stable")
        return cls(count, source, target, starts(source), starts(target), turned, seen.above, seen.below)

    def shares_out(self, edge: Floats, none: Floats) -> tuple[Floats, Floats]:
        """Softmax over each block's edges out and having none: the edges' shares, and none's."""
        return self._shares(edge, none, self.source)

    def shares_into(self, edge: Floats, none: Floats) -> tuple[Floats, Floats]:
        """The same over its edges in."""
        return self._shares(edge, none, self.target)

    def _shares(self, edge: Floats, none: Floats, key: Ints) -> tuple[Floats, Floats]:
        most = none.copy()
        np.maximum.at(most, key, edge)
        grown, rest = np.exp(edge - most[key]), np.exp(none - most)
        whole = rest + np.bincount(key, grown, self.count).astype(np.float32)
        return grown / whole[key], rest / whole

    def heard(self, out: Floats, into: Floats) -> tuple[csr_array, csr_array, csr_array, csr_array]:
        """Matrices that gather, by the edges' shares, what a block hears.

        From its edges out and in, (blocks, edges) each, and from the blocks at their other ends, (blocks, blocks).
        """
        by_edge, by_block = (self.count, len(self.source)), (self.count, self.count)
        turned_in = into[self.turned]
        return (
            csr_array((out, np.arange(len(self.source)), self.out), shape=by_edge),
            csr_array((turned_in, self.turned, self.into), shape=by_edge),
            csr_array((out, self.target, self.out), shape=by_block),
            csr_array((turned_in, self.source[self.turned], self.into), shape=by_block),
        )


@dataclass(frozen=True, slots=True)
class Layer:
    """One round of messages; `tools/training/network.py` has the same in PyTorch and says what each part is for."""

    block_norm: Norm
    edge_norm: Norm
    told: Linear
    edge: Linear
    edge_out: Linear
    share: Linear
    from_out: Linear
    from_into: Linear
    block_out: Linear

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Layer:
        """One of a file of arrays."""

        def part(of: str) -> Linear:
            return Linear.of(arrays, f"{name}.{of}")

        return cls(
            block_norm=Norm.of(arrays, f"{name}.block_norm"),
            edge_norm=Norm.of(arrays, f"{name}.edge_norm"),
            told=part("told"),
            edge=part("edge"),
            edge_out=part("edge_out"),
            share=part("share"),
            from_out=part("from_out"),
            from_into=part("from_into"),
            block_out=part("block_out"),
        )

    def __call__(self, block: Floats, edge: Floats, graph: Graph) -> tuple[Floats, Floats]:
        """Blocks (blocks, width) and edges (edges, width) after one round."""
        width = block.shape[1]
        said = self.told(self.block_norm(block))
        cuts = np.arange(1, 9) * width
        to_edge, from_edge, own, to_first, to_second, over, under, whole, none = np.split(said, cuts, axis=1)
        y = self.edge(self.edge_norm(edge))
        y += to_edge[graph.source]
        y += from_edge[graph.target]
        y = np.maximum(y, 0, out=y)
        edge = edge + self.edge_out(y)
        share = self.share(y)
        out, _ = graph.shares_out(share[:, 0], none[:, 0])
        into, _ = graph.shares_into(share[:, 1], none[:, 1])
        edges_out, edges_into, blocks_out, blocks_into = graph.heard(out, into)
        x = own + whole.mean(axis=0, keepdims=True)
        x += self.from_out(edges_out @ y)
        x += self.from_into(edges_into @ y)
        x += blocks_out @ to_first
        x += blocks_into @ to_second
        x += _padded(over)[graph.above]
        x += _padded(under)[graph.below]
        return block + self.block_out(np.maximum(x, 0, out=x)), edge


def _padded(x: Floats) -> Floats:
    """With a row of zeros at the end, which the number -1 finds."""
    return np.concatenate((x, np.zeros((1, x.shape[1]), np.float32)))


@dataclass(frozen=True, slots=True)
class Member:
    """One of the networks: layers between the codes and what is said at the end."""

    block_in: Linear
    edge_in: Linear
    layers: tuple[Layer, ...]
    block_norm: Norm
    edge_norm: Norm
    role: Linear
    alone: Linear
    step: Linear

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Member:
        """One of a file of arrays."""
        start, end = f"{name}/layers.", ".told.bias"
        layers = sum(key.startswith(start) and key.endswith(end) for key in arrays)
        return cls(
            block_in=Linear.of(arrays, f"{name}/block_in"),
            edge_in=Linear.of(arrays, f"{name}/edge_in"),
            layers=tuple(Layer.of(arrays, f"{start}{k}") for k in range(layers)),
            block_norm=Norm.of(arrays, f"{name}/block_norm"),
            edge_norm=Norm.of(arrays, f"{name}/edge_norm"),
            role=Linear.of(arrays, f"{name}/role"),
            alone=Linear.of(arrays, f"{name}/alone"),
            step=Linear.of(arrays, f"{name}/step"),
        )

    def says(self, blocks: Floats, edges: Floats, graph: Graph) -> tuple[Floats, Floats, Floats]:
        """What this network says of a page.

        Args:
            blocks: (blocks, codes).
            edges: (edges, codes) of the graph's edges.
            graph: the page.

        Returns:
            (blocks, roles), (edges,) and (blocks,): as `Network.read`.
        """
        block, edge = self.block_in(blocks), self.edge_in(edges)
        for layer in self.layers:
            block, edge = layer(block, edge, graph)
        block = self.block_norm(block)
        step, begins = graph.shares_into(self.step(self.edge_norm(edge))[:, 0], self.alone(block)[:, 0])
        raw = self.role(block)
        roles = np.exp(raw - raw.max(axis=1, keepdims=True))
        return roles / roles.sum(axis=1, keepdims=True), step, begins


@dataclass(frozen=True, slots=True)
class Network:
    """The whole: codes, the glance, and members whose mean counts (bagging over seeds; L. Hansen, P. Salamon 1990)."""

    block_codes: Codes
    edge_codes: Codes
    glance: tuple[Linear, Linear]
    least: float
    members: tuple[Member, ...]

    @classmethod
    def of(cls, arrays: Arrays) -> Network:
        """The network out of a file's arrays."""
        members = sorted({name.split("/")[0] for name in arrays if name.startswith("net")})
        return cls(
            block_codes=Codes.of(arrays, "block"),
            edge_codes=Codes.of(arrays, "edge"),
            glance=(Linear.of(arrays, "glance/0"), Linear.of(arrays, "glance/1")),
            least=float(np.asarray(arrays["glance/least"])),
            members=tuple(Member.of(arrays, name) for name in members),
        )

    def read(self, seen: Evidence) -> tuple[Floats, Floats, Floats]:
        """What is said of a page.

        Returns:
            (blocks, roles) the probability of each role; for each pair of the evidence that the second is read
            right after the first; for each block that none is read before it.
        """
        codes = self.edge_codes(seen.joint) if len(seen.pairs) else np.zeros((0, len(self.edge_codes.low)), np.float32)
        first, second = self.glance
        kept = np.flatnonzero(second(np.maximum(first(codes), 0))[:, 0] > self.least)
        graph = Graph.of(seen, kept)
        blocks, edges = self.block_codes(seen.own), codes[kept]
        said = [member.says(blocks, edges, graph) for member in self.members]
        roles, step, begins = (sum(parts[1:], parts[0]) / np.float32(len(parts)) for parts in zip(*said, strict=True))
        follows = np.zeros(len(seen.pairs), np.float32)
        follows[kept] = step
        return roles, follows, begins
