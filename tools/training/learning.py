"""How the network learns: codes from the numbers' ranges, the glance, and then the whole by its pages' truth.

What is asked of it is what the reader needs: of each block its role, and which of those that might stand before it
does, or that none does; and the same of what stands after it.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from banmian.articles.evidence import NONE
from banmian.articles.network import Codes
from training.network import Graph, Network, Said, log_sums, taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from training.packed import Packed

Array: TypeAlias = "npt.NDArray[np.generic]"
Floats: TypeAlias = "npt.NDArray[np.float32]"
Ints: TypeAlias = "npt.NDArray[np.int64]"

SEED = 20231
WIDTH, DEPTH, MEMBERS = 96, 5, 2
EPOCHS = 8
RATE, WARM, DECAY = 2e-3, 200, 1e-3
"""The step of the optimiser at its height, steps until it is reached, and the weights' decay."""

CAP = 6000
"""Edges of a step, each block counted as three."""

AVERAGED = 0.005
"""Share of the running mean of the weights, which is what the package gets, that each step replaces."""

BINS, ASKED = 8, 150_000
"""Codes of a number at the most, and samples that they are told from."""

SHORT, GLIMPSES, GLANCED = 32, 8000, 1500
"""Width of the glance, and pairs a step, one in four true, and steps that it learns from."""

LOST = 0.0015
"""Share of the true pairs that the glance may drop."""

EARLY = 0.3
"""Weight of what is said before the last layer."""

EVEN = -0.2
"""Power of a page's blocks by which each of them weighs: one of a page with 32 times as many weighs half."""


def learned(pages: Packed, epochs: float = EPOCHS) -> dict[str, Array]:
    """The package's arrays, from pages with their truth."""
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    block, edge = (codes(_some(x, chance)) for x in (pages.own, pages.joint))
    glance, least, kept = glanced(pages, edge, chance)
    muted = Muted(block, pages.own, chance), Muted(edge, pages.joint, chance)
    found: dict[str, Array] = {}
    for member in range(MEMBERS):
        network = Network(len(block.low), len(edge.low), WIDTH, DEPTH)
        weights = trained(network, pages, muted, kept, chance, epochs)
        found |= {f"net{member}/{name}": value.numpy().astype(np.float16) for name, value in weights.items()}
    for name, of in (("block", block), ("edge", edge)):
        found |= {f"{name}/feature": of.feature, f"{name}/low": of.low, f"{name}/rise": of.rise}
    found |= {f"glance/{name}": value.numpy() for name, value in glance.items()}
    return {**found, "glance/least": np.array(least, np.float32)}


def _some(x: Floats, chance: np.random.Generator) -> Floats:
    return x[np.sort(chance.choice(len(x), min(len(x), ASKED), replace=False))]


def codes(x: Floats) -> Codes:
    """Codes of some numbers, (samples, features): ramps between their quantiles, and one for what is not there."""
    feature, low, rise = [], [], []
    for number, column in enumerate(x.T):
        missing = [m for m in (NONE, -9.0) if (column == m).mean() > 1e-3]
        told = column[~np.isin(column, missing)]
        bounds = _bounds(told)
        for a, b in (*pairwise(bounds), *((m - 1, m) if m > 0 else (m, m + 1) for m in missing)):
            feature.append(number)
            low.append(a)
            rise.append(1 / (b - a))
    return Codes(np.array(feature, np.int64), np.array(low, np.float32), np.array(rise, np.float32))


class Muted:
    """Codes of which some are not told: of each page a few numbers at random say no more than their mean.

    So the network learns to do without any of them, as other people's pages want it to (N. Srivastava et al. 2014,
    for whole inputs).

    Args:
        coded: the codes.
        x: (samples, features) what their means are told from.
        chance: the one that mutes.
    """

    def __init__(self, coded: Codes, x: Floats, chance: np.random.Generator) -> None:
        self._codes, self._chance, self._features = coded, chance, x.shape[1]
        self._mean = coded(_some(x, chance)).mean(axis=0).astype(np.float32)

    def __call__(self, numbers: Floats, page: Ints, pages: int) -> Tensor:
        """(samples, codes), given the samples' numbers and pages, and how many pages there are."""
        share = 2 * MUTED * self._chance.random((pages, 1))
        told = (self._chance.random((pages, self._features)) >= share)[:, self._codes.feature][page]
        return torch.from_numpy(np.where(told, self._codes(numbers), self._mean))


MUTED = 0.1
"""Share of a page's numbers that are not told, in the mean; of some pages none, of some twice as many."""

LEAST = 1e-3
"""Length of a ramp at the least."""


def _bounds(told: Floats) -> list[float]:
    """Where a number's ramps begin and end: at its values if these are few, else at quantiles.

    Of a number that mostly has one value also at the quantiles of the others.
    """
    values = np.unique(told)
    if len(values) > BINS + 1:
        values = np.unique(np.quantile(told, np.linspace(0.005, 0.995, BINS + 1)))
        others = told[np.abs(told - np.median(told)) > LEAST]
        if len(values) < BINS // 2 and len(others) > ASKED // 3000:
            values = np.unique(np.concatenate((values, np.quantile(others, np.linspace(0.01, 0.99, BINS)))))
    kept = [float(values[0])] if len(values) else [0.0]
    for value in values[1:].tolist():
        if value - kept[-1] > LEAST:
            kept.append(value)
    return kept if len(kept) > 1 else [kept[0], kept[0] + 1]


def glanced(
    pages: Packed, edge: Codes, chance: np.random.Generator
) -> tuple[dict[str, Tensor], float, npt.NDArray[np.bool_]]:
    """The glance's weights, the least that a pair has to have of it, and which pairs have that."""
    follows = pages.follows
    true, false = np.flatnonzero(follows), np.flatnonzero(~follows)
    glance = nn.Sequential(nn.Linear(len(edge.low), SHORT), nn.ReLU(), nn.Linear(SHORT, 1))
    optimiser = torch.optim.Adam(glance.parameters(), 3e-3)
    for step in range(GLANCED):
        k = np.concatenate((chance.choice(true, GLIMPSES // 4), chance.choice(false, GLIMPSES - GLIMPSES // 4)))
        said = glance(torch.from_numpy(edge(pages.joint[k])))[:, 0]
        loss = functional.binary_cross_entropy_with_logits(said, torch.from_numpy(follows[k].astype(np.float32)))
        for group in optimiser.param_groups:
            group["lr"] = 3e-3 * (1 - step / GLANCED)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    with torch.no_grad():
        parts = range(0, len(follows), 50_000)
        said = torch.cat([glance(torch.from_numpy(edge(pages.joint[a : a + 50_000])))[:, 0] for a in parts]).numpy()
    least = float(np.quantile(said[true], LOST))
    kept = said > least
    print(f"the glance keeps {kept.mean():.3f} of the pairs, {kept[true].mean():.4f} of the true ones", flush=True)
    named = {f"{number // 2}.{part}": value for number, (part, value) in enumerate(_parts(glance))}
    return named, least, kept


def _parts(glance: nn.Sequential) -> list[tuple[str, Tensor]]:
    return [(name.split(".")[1], value.detach()) for name, value in glance.state_dict().items()]


def trained(
    network: Network,
    pages: Packed,
    muted: tuple[Muted, Muted],
    kept: npt.NDArray[np.bool_],
    chance: np.random.Generator,
    epochs: float,
) -> dict[str, Tensor]:
    """The running mean of the weights after so many times all pages."""
    optimiser = torch.optim.AdamW(network.parameters(), RATE, betas=(0.9, 0.98), weight_decay=DECAY)
    batches = Batches(pages, kept)
    total = int(sum(1 for _ in batches.shuffled(chance)) * epochs)
    mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
    lost, step = np.zeros(3), 0
    network.train()
    while step < total:
        for some in batches.shuffled(chance):
            graph, truth, numbers = batches.of(some)
            page = graph.page.numpy()
            pages_of = page, page[graph.source.numpy()]
            told = [m(x, of, graph.pages) for m, x, of in zip(muted, numbers, pages_of, strict=True)]
            said = network(*told, graph)
            losses = [truth.losses(s, graph) for s in said]
            loss = sum(losses[-1]) + EARLY * sum(sum(early) for early in losses[:-1])
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / WARM) * (1 + math.cos(math.pi * step / total)) / 2
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    mean[name].lerp_(value, AVERAGED)
            lost += [part.item() for part in losses[-1]]
            step += 1
            if step % TOLD == 0:
                print(f"{step} of {total}: roles {lost[0] / TOLD:.4f}, before and after {lost[1:] / TOLD}", flush=True)
                lost[:] = 0
            if step >= total:
                break
    return mean


TOLD = 500
"""Steps after which the program says how far it is."""


class Truth:
    """What is true of some pages as one graph.

    Args:
        role: (blocks,); -1 where it is not known.
        weight: (blocks,) of the role.
        page_weight: (blocks,) of all that is asked of a block.
        before: (blocks,) the block before each; -1 for none.
        graph: the pages.
    """

    def __init__(self, role: Tensor, weight: Tensor, page_weight: Tensor, before: Tensor, graph: Graph) -> None:
        count = len(role)
        self._role = role.clamp(min=0)
        self._known = (role >= 0) * page_weight
        self._weight = self._known * weight
        after = torch.zeros(count, dtype=torch.bool)
        after[before[before >= 0]] = True
        self._first, self._last = self._known * (before < 0), self._known * ~after
        self._step = page_weight[graph.target] * (before[graph.target] == graph.source)
        self._count = count

    def losses(self, said: Said, graph: Graph) -> tuple[Tensor, Tensor, Tensor]:
        """Cross entropy of the roles, of what stands before each block, and of what after."""
        i, j = graph.source, graph.target
        roles = functional.cross_entropy(said.role, self._role, reduction="none") * self._weight
        into = log_sums(said.step[:, 0], said.alone[:, 0], j)
        out = log_sums(said.step[:, 1], said.alone[:, 1], i)
        before = ((into - said.alone[:, 0]) * self._first).sum() + (
            (taken(into, j) - said.step[:, 0]) * self._step
        ).sum()
        after = ((out - said.alone[:, 1]) * self._last).sum() + ((taken(out, i) - said.step[:, 1]) * self._step).sum()
        return roles.sum() / self._count, before / self._count, after / self._count


class Batches:
    """Pages taken some at a time.

    Args:
        pages: all.
        kept: (pairs,) those that the network sees.
    """

    def __init__(self, pages: Packed, kept: npt.NDArray[np.bool_]) -> None:
        self._pages = pages
        self._block = np.concatenate(([0], pages.blocks.cumsum()))
        ends = np.concatenate(([0], pages.edges.cumsum()))
        self._edge = np.flatnonzero(kept)
        self._at = np.searchsorted(self._edge, ends)

    def shuffled(self, chance: np.random.Generator) -> Iterator[Ints]:
        """All pages in random order, some at a time."""
        some: list[int] = []
        full = 0
        for page in chance.permutation(len(self._pages.blocks)).tolist():
            more = int(self._at[page + 1] - self._at[page] + 3 * self._pages.blocks[page])
            if some and full + more > CAP:
                yield np.array(some)
                some, full = [], 0
            some.append(page)
            full += more
        yield np.array(some)

    def of(self, some: Ints) -> tuple[Graph, Truth, tuple[Floats, Floats]]:
        """Some pages as one graph, what is true of it, and the numbers of its blocks and edges."""
        pages = self._pages
        count = pages.blocks[some]
        blocks = np.concatenate([np.arange(self._block[p], self._block[p + 1]) for p in some])
        edges = np.concatenate([self._edge[self._at[p] : self._at[p + 1]] for p in some])
        first = np.concatenate(([0], count.cumsum()[:-1]))
        own_first = np.repeat(first, count)
        edge_first = np.repeat(first, self._at[some + 1] - self._at[some])

        def there(number: npt.NDArray[np.int32], none: int) -> Tensor:
            found = number[blocks].astype(np.int64)
            return torch.from_numpy(np.where(found >= 0, found + own_first, none))

        source, target = (torch.from_numpy(edge_first + pages.pairs[edges, side]) for side in (0, 1))
        above, below = there(pages.above, len(blocks)), there(pages.below, len(blocks))
        page = torch.from_numpy(np.repeat(np.arange(len(some)), count))
        graph = Graph(source, target, above, below, page, len(some))
        even = torch.from_numpy(np.repeat(3 * count**EVEN, count).astype(np.float32))
        role = torch.from_numpy(pages.role[blocks].astype(np.int64))
        truth = Truth(role, torch.from_numpy(pages.weight[blocks]), even, there(pages.before, -1), graph)
        return graph, truth, (pages.own[blocks], pages.joint[edges])
