"""The network that judges a page: what it makes of numbers, of blocks and of what they say to each other."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pytest

from banmian.articles.evidence import Evidence
from banmian.articles.network import Codes, Graph, Linear, Network, Norm

Array: TypeAlias = npt.NDArray[np.float32]

WIDTH, ROLES = 4, 3


def evidence_of(count: int, pairs: list[tuple[int, int]], seed: int = 7) -> Evidence:
    """Blocks one under the other, with random numbers."""
    chance = np.random.default_rng(seed)
    above = np.arange(count) - 1
    below = np.where(np.arange(count) + 1 < count, np.arange(count) + 1, -1)
    asked = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    joint = np.array([np.random.default_rng(1000 * i + j).random(2) for i, j in asked]).reshape(-1, 2)
    return Evidence(chance.random((count, 3)), asked, joint, above, below)


def arrays(layers: int = 2, least: float = -99.0) -> dict[str, Array]:
    """A network of random weights: three numbers a block, two a pair."""
    chance = np.random.default_rng(3)

    def some(*shape: int) -> Array:
        return chance.normal(0, 0.5, shape).astype(np.float32)

    found: dict[str, Array] = {"glance/least": np.array(least, np.float32)}
    for name, count in (("block", 3), ("edge", 2)):
        found[f"{name}/feature"] = np.arange(count).astype(np.float32)
        found[f"{name}/low"], found[f"{name}/rise"] = np.zeros(count, np.float32), np.ones(count, np.float32)

    def linear(name: str, inputs: int, outputs: int) -> None:
        found[f"{name}.weight"], found[f"{name}.bias"] = some(outputs, inputs), some(outputs)

    linear("glance/0", 2, 5)
    linear("glance/1", 5, 1)
    linear("net/block_in", 3, WIDTH)
    linear("net/edge_in", 2, WIDTH)
    for k in range(layers):
        linear(f"net/layers.{k}.told", WIDTH, 8 * WIDTH + 2)
        linear(f"net/layers.{k}.share", WIDTH, 2)
        for part in ("edge", "edge_out", "from_out", "from_into", "block_out"):
            linear(f"net/layers.{k}.{part}", WIDTH, WIDTH)
    for norm in ("net/block_norm", "net/edge_norm", *(f"net/layers.{k}.{n}_norm" for k in (0, 1) for n in NORMED)):
        found[f"{norm}.weight"], found[f"{norm}.bias"] = 1 + some(WIDTH), some(WIDTH)
    for name, outputs in (("role", ROLES), ("alone", 2), ("step", 2)):
        linear(f"net/{name}", WIDTH, outputs)
    return found


NORMED = ("block", "edge")

PAIRS = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 1), (1, 3)]


def test_a_code_rises_over_its_part_of_a_numbers_range() -> None:
    codes = Codes(np.array([0, 0, 1]), np.array([0, 2, 5], np.float32), np.array([0.5, 1, 1], np.float32))
    assert codes(np.array([[1.0, 99.0], [2.5, 0.0]])).tolist() == [[0.5, 0.0, 1.0], [1.0, 0.5, 0.0]]


def test_what_is_normed_has_mean_nought_and_variance_one() -> None:
    normed = Norm(np.ones(5, np.float32), np.zeros(5, np.float32))(
        9 * np.random.default_rng(1).random((3, 5), np.float32)
    )
    assert normed.mean(axis=1) == pytest.approx(0, abs=1e-5)
    assert normed.var(axis=1) == pytest.approx(1, abs=1e-3)


def test_a_blocks_shares_and_having_none_are_one_together() -> None:
    graph = Graph.of(evidence_of(4, PAIRS), np.arange(len(PAIRS)))
    edge, none = np.arange(6, dtype=np.float32) * 30, np.zeros(4, np.float32)
    for shares, key in ((graph.shares_out, graph.source), (graph.shares_into, graph.target)):
        share, left = shares(edge, none)
        assert np.bincount(key, share, 4) + left == pytest.approx(1)
    assert graph.shares_into(edge, none)[1][0] == 1  # no edge leads to the first block


def test_every_block_has_one_role_and_one_before_it_or_none() -> None:
    seen = evidence_of(4, PAIRS)
    roles, follows, begins = Network.of(arrays()).read(seen)
    assert roles.sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert np.bincount(seen.pairs[:, 1], follows, 4) + begins == pytest.approx(1, abs=1e-5)


def test_the_order_in_which_blocks_are_numbered_tells_nothing() -> None:
    seen = evidence_of(4, PAIRS)
    new = np.array([2, 0, 3, 1])  # the new number of each block
    old = np.argsort(new)
    pairs = new[seen.pairs]
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    renamed = Evidence(
        seen.own[old],
        pairs[order],
        seen.joint[order],
        np.where(seen.above[old] >= 0, new[seen.above[old]], -1),
        np.where(seen.below[old] >= 0, new[seen.below[old]], -1),
    )
    network = Network.of(arrays())
    roles, follows, begins = network.read(seen)
    again = network.read(renamed)
    assert again[0][new] == pytest.approx(roles, abs=1e-5)
    assert again[1] == pytest.approx(follows[order], abs=1e-5)
    assert again[2][new] == pytest.approx(begins, abs=1e-5)


def test_what_a_layer_does_edge_by_edge_and_block_by_block() -> None:
    seen, told = evidence_of(4, PAIRS), arrays(1)
    network = Network.of(told)
    graph = Graph.of(seen, np.arange(len(PAIRS)))
    block = np.random.default_rng(5).normal(size=(4, WIDTH)).astype(np.float32)
    edge = np.random.default_rng(6).normal(size=(6, WIDTH)).astype(np.float32)
    new_block, new_edge = network.members[0].layers[0](block, edge, graph)

    def linear(name: str, x: Array) -> Array:
        return Linear.of(told, f"net/layers.0.{name}")(x)

    layer = network.members[0].layers[0]
    parts = np.split(linear("told", layer.block_norm(block)), np.arange(1, 9) * WIDTH, axis=1)
    to_edge, from_edge, own, to_first, to_second, over, under, whole, none = parts
    heard = linear("edge", layer.edge_norm(edge))
    y = np.array([np.maximum(h + to_edge[i] + from_edge[j], 0) for h, (i, j) in zip(heard, seen.pairs, strict=True)])
    assert new_edge == pytest.approx(edge + linear("edge_out", y), abs=1e-5)
    share = np.exp(linear("share", y))
    for k in range(4):
        out = [e for e in range(6) if seen.pairs[e, 0] == k]
        into = [e for e in range(6) if seen.pairs[e, 1] == k]
        x = own[k] + whole.mean(axis=0)
        for edges, side, from_edges, message in ((out, 0, "from_out", to_first), (into, 1, "from_into", to_second)):
            weight = share[edges, side] / (share[edges, side].sum() + np.exp(none[k, side]))
            x = x + linear(from_edges, (weight[:, None] * y[edges]).sum(axis=0)[None])[0]
            x = x + (weight[:, None] * message[seen.pairs[edges, 1 - side]]).sum(axis=0)
        x = x + (over[k - 1] if k else 0) + (under[k + 1] if k < 3 else 0)
        assert new_block[k] == pytest.approx(block[k] + linear("block_out", np.maximum(x, 0)[None])[0], abs=1e-4)


def test_of_several_members_the_mean_counts() -> None:
    seen, first = evidence_of(4, PAIRS), arrays()
    second = {name: -value if name.startswith("net/") else value for name, value in first.items()}
    both = {name: value for name, value in first.items() if not name.startswith("net/")}
    for number, member in enumerate((first, second)):
        both |= {name.replace("net/", f"net{number}/"): v for name, v in member.items() if name.startswith("net/")}
    found = zip(Network.of(both).read(seen), Network.of(first).read(seen), Network.of(second).read(seen), strict=True)
    for mean, one, other in found:
        assert mean == pytest.approx((one + other) / 2, abs=1e-6)
        assert one != pytest.approx(other, abs=1e-3)


def test_a_pair_that_the_glance_drops_is_no_step() -> None:
    seen = evidence_of(4, PAIRS)
    _, follows, begins = Network.of(arrays(least=99.0)).read(seen)
    assert follows.tolist() == [0] * len(PAIRS)
    assert begins.tolist() == [1] * 4


def test_a_page_of_one_block_is_judged() -> None:
    roles, follows, begins = Network.of(arrays()).read(evidence_of(1, []))
    assert (roles.shape, follows.shape, begins.tolist()) == ((1, ROLES), (0,), [1.0])
