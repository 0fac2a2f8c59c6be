"""The program: typeset papers in, the judges' trees out.

    python tools/training/__main__.py PAPERS [-o src/banmian/run/judges.npz] [--names-only]

PAPERS is a folder that `tools/papers` filled; every folder in it (at any depth) that holds `lines.json` is a paper.
The first guess of roles and the pairs are cross-fitted over two halves of the papers, so that no judge learns from
what another one remembered.
"""

from __future__ import annotations

import argparse
import zlib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import lightgbm as lgb
import numpy as np

from banmian.articles import judges
from banmian.articles.forest import HOPELESS, Forest
from banmian.articles.names import LIKELY
from banmian.articles.naming import looked_again
from training.pages import CLASSES, Sample, samples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from training.names import Named

SEED = 20231
COMMON = {
    "verbose": -1, "num_threads": 2, "seed": SEED, "deterministic": True, "force_row_wise": True,
    "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "min_data_in_leaf": 20,
    "min_sum_hessian_in_leaf": 2.0, "lambda_l2": 2.0, "max_delta_step": 2.0,
}  # fmt: skip
SHAPE = {"num_leaves": 16, "max_depth": 7}
HOME = Path(__file__).resolve().parents[2] / "src" / "banmian" / "run" / "judges.npz"

Array: TypeAlias = "npt.NDArray[Any]"
Arrays: TypeAlias = dict[str, Array]


def main() -> None:
    """Grows and writes the trees."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=HOME)
    parser.add_argument("--jobs", type=int, default=2, help="papers read at a time")
    parser.add_argument("--names-only", action="store_true", help="the judges of names, beside the others as they are")
    words = parser.parse_args()
    folders = [p.parent for p in sorted(words.papers.rglob("lines.json")) if not passed_over(p.parent)]
    with ProcessPoolExecutor(words.jobs) as pool:
        pages = [s for found in pool.map(read, folders) for s in found] + tried()
    print(f"{len(folders)} papers, {len(pages)} pages, {sum(len(p.follows) for p in pages)} pairs")
    if words.names_only:
        told = {**np.load(words.out), **grown_names(pages)}
        np.savez_compressed(words.out, allow_pickle=False, **told)
        return
    print(f"pairs seen: {sum(p.follows.sum() for p in pages) / sum((p.before >= 0).sum() for p in pages):.3f}")
    np.savez_compressed(words.out, allow_pickle=False, **grown(pages), **grown_names(pages))


def passed_over(folder: Path) -> bool:
    """Most papers of items, whose pages have many times the blocks of others."""
    return zlib.crc32(folder.name.encode()) % ONE_OF.get(folder.parent.name, 1) > 0


ONE_OF = {"dense": 3, "republican": 2}
"""Families of which one of so many papers is read."""


def read(folder: Path) -> list[Sample]:
    """A paper's pages shuffled, of some in order too, and of some as a library's file would give them."""
    family, worn = folder.parent.name, int(folder.name) < WORN_BELOW if folder.name.isdecimal() else False
    ordered = zlib.crc32(folder.name.encode()) % ORDERED == 0
    orders = ("issue.pdf", "issue.shuffled.pdf") if ordered else ("issue.shuffled.pdf",)
    found = [s for name in orders for s in samples(folder, name)]
    return found + (list(samples(folder, as_worn=True)) if family in WORN or (worn and family in WORN_SOME) else [])


ORDERED = 8
"""Of so many papers one is read in drawing order too."""

WORN = frozenset(("county", "town", "feature", "fraktur"))
"""Families of which every paper is also read as a library's file would give it."""

WORN_BELOW = 5040
"""Seeds below which papers of these further families are."""

WORN_SOME = frozenset(("daily", "vertical", "modern", "webset"))
"""Those families."""


def tried() -> list[Sample]:
    """The papers that the tests read, each counted so often that its kinds of pages weigh as much as a family's."""
    papers = [p.parent for p in sorted((HOME.parents[3] / "tests" / "pages").glob("*/lines.json"))]
    read = [s for folder in papers for name in ("issue.pdf", "issue.shuffled.pdf") for s in samples(folder, name)]
    return [replace(s, paper=f"{s.paper} {k}") for s in read for k in range(AGAIN)]


AGAIN = 20


def grown(pages: Sequence[Sample]) -> Arrays:
    """The six judges' trees, as one file's arrays."""
    halves = [[p for p in pages if zlib.crc32(p.paper.encode()) % 2 == k] for k in (0, 1)]
    other = {id(p): 1 - k for k, half in enumerate(halves) for p in half}

    def crossed(grow: Callable[[Sequence[Sample]], Arrays], see: Callable[[Forest, Sample], Any]) -> dict[int, Any]:
        forests = [Forest.of({f"x/{k}": v for k, v in grow(half).items()}, "x") for half in halves]
        return {id(p): see(forests[other[id(p)]], p) for p in pages}

    guess = crossed(_roles, lambda forest, p: forest.shares(p.seen.own.astype(np.float32)))
    _told("first roles", pages, guess)

    def pairs(some: Sequence[Sample]) -> Arrays:
        held = [p for p in some if len(p.follows)]
        x = np.concatenate([judges.pair_samples(p.seen, guess[id(p)]) for p in held])
        weight = _even([len(p.follows) for p in held])
        return _binary(x, np.concatenate([p.follows for p in held]), weight, rounds=120, leaves=63)

    def see_pairs(forest: Forest, p: Sample) -> Array:
        if not len(p.follows):
            return np.zeros(0, np.float32)
        return forest.shares(judges.pair_samples(p.seen, guess[id(p)]))[:, 0]

    follows = crossed(pairs, see_pairs)

    def seconds(some: Sequence[Sample]) -> Arrays:
        return _many(some, [judges.role_samples(p.seen, guess[id(p)], follows[id(p)]) for p in some], rounds=60)

    roles = crossed(seconds, lambda forest, p: forest.shares(judges.role_samples(p.seen, guess[id(p)], follows[id(p)])))
    _told("second roles", pages, roles)

    def beginnings(some: Sequence[Sample]) -> Arrays:
        x = np.concatenate([judges.begin_samples(p.seen, roles[id(p)], follows[id(p)]) for p in some])
        weight = _even([len(p.before) for p in some])
        return _binary(x, np.concatenate([p.before < 0 for p in some]), weight, rounds=100, leaves=31)

    def see_beginnings(forest: Forest, p: Sample) -> Array:
        return forest.shares(judges.begin_samples(p.seen, roles[id(p)], follows[id(p)]))[:, 0]

    begins = crossed(beginnings, see_beginnings)
    likely = {id(p): follows[id(p)] > judges.FORLORN for p in pages}

    def looked(p: Sample) -> Array:
        k = id(p)
        return judges.again_samples(p.seen, roles[k], follows[k], begins[k], likely[k])

    def again(some: Sequence[Sample]) -> Arrays:
        held = [p for p in some if likely[id(p)].any()]
        truth = np.concatenate([p.follows[likely[id(p)]] for p in held])
        weight = _even([int(likely[id(p)].sum()) for p in held])
        return _binary(np.concatenate([looked(p) for p in held]), truth, weight, rounds=300, leaves=63)

    def see_again(forest: Forest, p: Sample) -> Array:
        found = np.zeros(len(p.follows), np.float32)
        if likely[id(p)].any():
            found[likely[id(p)]] = forest.shares(looked(p))[:, 0]
        return found

    whole = {"roles": _roles(pages), "pairs": pairs(pages), "second": seconds(pages), "begins": beginnings(pages)}
    whole["again"] = again(pages)
    follows = crossed(again, see_again)
    whole["last"] = beginnings(pages)
    return {f"{name}/{key}": array for name, arrays in whole.items() for key, array in arrays.items()}


def grown_names(pages: Sequence[Sample]) -> Arrays:
    """The trees of both judges of names."""
    every = [(p.paper, p.named) for p in pages if p.named is not None]
    halves = [[n for paper, n in every if zlib.crc32(paper.encode()) % 2 == k] for k in (0, 1)]
    first = [Forest.of({f"x/{k}": v for k, v in _named(half).items()}, "x") for half in halves]
    chance = {id(n): first[1 - k].shares(n.seen.seen)[:, 0] for k, half in enumerate(halves) for n in half}

    def again(some: Sequence[Named]) -> Arrays:
        return _named(some, [looked_again(n.seen, chance[id(n)]) for n in some])

    second = [Forest.of({f"x/{k}": v for k, v in again(half).items()}, "x") for half in halves]
    missed = wrong = stand = 0
    for k, half in enumerate(halves):
        for n in half:
            said = second[1 - k].shares(looked_again(n.seen, chance[id(n)]))[:, 0] > LIKELY
            missed, wrong = missed + int((n.stands & ~said).sum()), wrong + int((said & ~n.stands).sum())
            stand += int(n.stands.sum())
    print(f"names, cross-fitted: of {stand} items {missed} missed, {wrong} wrong")
    some = [n for _, n in every]
    whole = {"names": _named(some), "renames": again(some)}
    return {f"{name}/{key}": array for name, arrays in whole.items() for key, array in arrays.items()}


def _named(some: Sequence[Named], seen: Sequence[Array] | None = None) -> Arrays:
    x = np.concatenate(seen if seen is not None else [n.seen.seen for n in some])
    weight = _even([len(n.stands) for n in some])
    return _binary(x, np.concatenate([n.stands for n in some]), weight, rounds=80, leaves=31)


def _told(what: str, pages: Sequence[Sample], shares: dict[int, Any]) -> None:
    right = np.concatenate([shares[id(p)].argmax(axis=1)[p.role >= 0] == p.role[p.role >= 0] for p in pages])
    print(f"{what}, cross-fitted: {right.mean():.3f} of {len(right)} blocks right")


def _roles(some: Sequence[Sample]) -> Arrays:
    return _many(some, [p.seen.own.astype(np.float32) for p in some], rounds=45)


def _many(some: Sequence[Sample], seen: list[Any], rounds: int) -> Arrays:
    x, y = np.concatenate(seen), np.concatenate([p.role for p in some])
    weight = np.concatenate([p.weight for p in some])
    told = y >= 0
    settings = {**COMMON, "objective": "multiclass", "num_class": len(CLASSES), **SHAPE, "learning_rate": 0.14}
    return _arrays(lgb.train(settings, lgb.Dataset(x[told], y[told], weight=weight[told]), rounds), len(CLASSES))


def _even(counts: Sequence[int]) -> Array:
    """A weight for every sample: of a page with 32 times as many each weighs half, so that small pages are heard."""
    weight = np.repeat(np.maximum(1, counts) ** -0.2, counts)
    evened: Array = (weight / weight.mean()).astype(np.float32)
    return evened


def _binary(x: Array, y: Array, weight: Array, rounds: int, leaves: int) -> Arrays:
    settings = {**COMMON, "objective": "binary", "num_leaves": leaves, "max_depth": 9, "learning_rate": 0.12}
    found = _arrays(lgb.train(settings, lgb.Dataset(x, y, weight=weight), rounds), 1)
    return {**found, "steeper": _steeper(Forest.of({f"x/{k}": v for k, v in found.items()}, "x"), x)}


def _steeper(forest: Forest, x: Array) -> Array:
    """What the later trees add on average to the samples that the first ones find hopeless; 0 for none."""
    some = np.ascontiguousarray(x[:: max(1, len(x) // 50_000)], np.float32)
    first, rest = (forest.sums(some, part)[:, 0] for part in forest.parts())
    lost = first <= HOPELESS
    return np.array(rest[lost].mean() if lost.any() else 0.0, np.float32)


def _arrays(model: lgb.Booster, classes: int) -> Arrays:
    """A model's trees as the arrays that `Forest` reads."""
    nodes: list[tuple[int, float, int, int, float]] = []
    depth = 1

    def walk(tree: dict[str, Any], level: int) -> int:
        nonlocal depth
        depth = max(depth, level)
        at = len(nodes)
        if "leaf_value" in tree:
            nodes.append((0, float("inf"), at, at, float(tree["leaf_value"])))
            return at
        nodes.append((0, 0.0, 0, 0, 0.0))
        left, right = walk(tree["left_child"], level + 1), walk(tree["right_child"], level + 1)
        nodes[at] = (int(tree["split_feature"]), float(tree["threshold"]), left, right, 0.0)
        return at

    roots = [walk(tree["tree_structure"], 0) for tree in model.dump_model()["tree_info"]]
    feature, bound, left, right, value = zip(*nodes, strict=True)
    return {
        "roots": np.array(roots, np.int32),
        "feature": np.array(feature, np.int16),
        "bound": np.array(bound, np.float32),
        "left": np.array(left, np.int32),
        "right": np.array(right, np.int32),
        "value": np.array(value, np.float32),
        "shape": np.array([depth, classes], np.int32),
    }
