"""The program: typeset papers in, the judges out: the network of a page, and the trees of its names.

    python tools/training/__main__.py PAPERS… [-o src/banmian/run/judges.npz] [--only network|names]

PAPERS are folders that `tools/papers` filled; every folder in them (at any depth) that holds `lines.json` is a paper.
The first judge of names is cross-fitted over two halves of the papers, so that the second does not learn from what it
remembered.
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

from banmian.articles.forest import HOPELESS, Forest
from banmian.articles.names import LIKELY
from banmian.articles.naming import looked_again
from training.learning import EPOCHS, EVEN, SEED, learned
from training.packed import Packed, joined, packed
from training.pages import Sample, samples

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from training.names import Named

COMMON = {
    "verbose": -1, "num_threads": 2, "seed": SEED, "deterministic": True, "force_row_wise": True,
    "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "min_data_in_leaf": 20,
    "min_sum_hessian_in_leaf": 2.0, "lambda_l2": 2.0, "max_delta_step": 2.0,
}  # fmt: skip
HOME = Path(__file__).resolve().parents[2] / "src" / "banmian" / "run" / "judges.npz"

Array: TypeAlias = "npt.NDArray[Any]"
Arrays: TypeAlias = dict[str, Array]


def main() -> None:
    """Trains and writes the judges."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", type=Path, nargs="+")
    parser.add_argument("-o", "--out", type=Path, default=HOME)
    parser.add_argument("--jobs", type=int, default=2, help="papers read at a time")
    parser.add_argument("--epochs", type=float, default=EPOCHS, help="times that the network sees every page")
    parser.add_argument("--only", choices=("network", "names"), help="these judges, beside the others as they are")
    words = parser.parse_args()
    folders = [p.parent for where in words.papers for p in sorted(where.rglob("lines.json"))]
    folders = [f for f in folders if not passed_over(f)]
    with ProcessPoolExecutor(words.jobs) as pool:
        told = [*pool.map(read, folders, chunksize=2), tried()]
    pages = joined([p for p, _ in told])
    print(f"{len(folders)} papers, {len(pages.blocks)} pages, {len(pages.pairs)} pairs", flush=True)
    print(f"steps that are among them: {pages.follows.sum() / (pages.before >= 0).sum():.4f}", flush=True)
    arrays = dict(np.load(words.out)) if words.only else {}
    if words.only != "names":
        arrays = {k: v for k, v in arrays.items() if k.startswith(NAMES)} | learned(pages, words.epochs)
    if words.only != "network":
        arrays |= grown_names([n for _, named in told for n in named])
    np.savez_compressed(words.out, allow_pickle=False, **arrays)


NAMES = ("names/", "renames/")
"""How the arrays of the judges of names begin."""

Read: TypeAlias = "tuple[Packed, list[tuple[str, Named]]]"
"""Pages, and of those that have names these, each with its paper."""


def passed_over(folder: Path) -> bool:
    """Most papers of items, whose pages have many times the blocks of others."""
    return zlib.crc32(folder.name.encode()) % ONE_OF.get(folder.parent.name, 1) > 0


ONE_OF = {"dense": 3, "republican": 2}
"""Families of which one of so many papers is read."""


def read(folder: Path) -> Read:
    """A paper's pages shuffled, of some in order too, and of some as a library's file would give them."""
    family, worn = folder.parent.name, int(folder.name) < WORN_BELOW if folder.name.isdecimal() else False
    ordered = family in BOTH or zlib.crc32(folder.name.encode()) % ORDERED == 0
    orders = ("issue.pdf", "issue.shuffled.pdf") if ordered else ("issue.shuffled.pdf",)
    found = [s for name in orders for s in samples(folder, name)]
    found += list(samples(folder, as_worn=True)) if family in WORN or (worn and family in WORN_SOME) else []
    return _told(found)


def _told(found: Sequence[Sample]) -> Read:
    return packed(found), [(s.paper, s.named) for s in found if s.named is not None]


ORDERED = 8
"""Of so many papers one is read in drawing order too."""

BOTH = frozenset(("weekend",))
"""Families of which every paper is."""

WORN = frozenset(("county", "town", "feature", "fraktur"))
"""Families of which every paper is also read as a library's file would give it."""

WORN_BELOW = 5040
"""Seeds below which papers of these further families are."""

WORN_SOME = frozenset(("daily", "vertical", "modern", "webset"))
"""Those families."""


def tried() -> Read:
    """The papers that the tests read, each counted so often that its kinds of pages weigh as much as a family's."""
    papers = [p.parent for p in sorted((HOME.parents[3] / "tests" / "pages").glob("*/lines.json"))]
    read = [s for folder in papers for name in ("issue.pdf", "issue.shuffled.pdf") for s in samples(folder, name)]
    return _told([replace(s, paper=f"{s.paper} {k}") for s in read for k in range(AGAIN)])


AGAIN = 20


def grown_names(every: Sequence[tuple[str, Named]]) -> Arrays:
    """The trees of both judges of names, from each page's names and its paper."""
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


def _even(counts: Sequence[int]) -> Array:
    """A weight for every sample: of a page with 32 times as many each weighs half, so that small pages are heard."""
    weight = np.repeat(np.maximum(1, counts) ** EVEN, counts)
    evened: Array = (weight / weight.mean()).astype(np.float32)
    return evened


def _binary(x: Array, y: Array, weight: Array, rounds: int, leaves: int) -> Arrays:
    settings = {**COMMON, "objective": "binary", "num_leaves": leaves, "max_depth": 9, "learning_rate": 0.12}
    found = _arrays(lgb.train(settings, lgb.Dataset(x, y, weight=weight), rounds))
    return {**found, "steeper": _steeper(Forest.of({f"x/{k}": v for k, v in found.items()}, "x"), x)}


def _steeper(forest: Forest, x: Array) -> Array:
    """What the later trees add on average to the samples that the first ones find hopeless; 0 for none."""
    some = np.ascontiguousarray(x[:: max(1, len(x) // 50_000)], np.float32)
    first, rest = (forest.sums(some, part)[:, 0] for part in forest.parts())
    lost = first <= HOPELESS
    return np.array(rest[lost].mean() if lost.any() else 0.0, np.float32)


def _arrays(model: lgb.Booster) -> Arrays:
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
        "shape": np.array([depth, 1], np.int32),  # steps, and one output
    }
