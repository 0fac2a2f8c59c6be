"""The judge of a page in PyTorch, to be trained; `banmian.articles.network` evaluates the same in numpy.

Names and shapes of the parts are those of the file that the package brings.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.pages import CLASSES

DROPPED = 0.1
"""Share of what a layer adds that is left out at random while it learns."""

LOOKS = 2
"""After every so many layers it has to say what it thinks so far."""


@dataclass(slots=True)
class Graph:
    """Several pages as one graph; an edge's two blocks are always of one page.

    Attributes:
        source, target: (edges,) the blocks that each edge leads from and to.
        above, below: (blocks,) number of the nearest block over and under each; the count of blocks for none.
        page: (blocks,) which of the pages each is on.
        pages: how many.
    """

    source: Tensor
    target: Tensor
    above: Tensor
    below: Tensor
    page: Tensor
    pages: int

    def whole(self, x: Tensor) -> Tensor:
        """(blocks, width): each page's mean, for each of its blocks."""
        total = x.new_zeros(self.pages, x.shape[1]).index_add(0, self.page, x)
        count = torch.bincount(self.page, minlength=self.pages).clamp(min=1)
        return taken(total / count[:, None], self.page)


def taken(x: Tensor, rows: Tensor) -> Tensor:
    """Some rows of a table; quicker to learn through than by an index."""
    return x.index_select(0, rows)


def log_sums(edge: Tensor, none: Tensor, key: Tensor) -> Tensor:
    """(blocks,) log of the sum of exponentials over each block's edges and having none."""
    most = none.detach().scatter_reduce(0, key, edge.detach(), "amax", include_self=True)
    return most + torch.log(torch.exp(none - most).index_add(0, key, torch.exp(edge - taken(most, key))))


class Layer(nn.Module):
    """One round of messages."""

    def __init__(self, width: int) -> None:
        """A layer of so many numbers a block and an edge."""
        super().__init__()
        self.block_norm, self.edge_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.told = nn.Linear(width, 8 * width + 2)
        """What each block says: to its edges out and in, to itself, to the blocks before and after, to those under
        and over it, to the page; and how much it is for having none, out and in."""
        self.edge, self.edge_out = nn.Linear(width, width), nn.Linear(width, width)
        self.share = nn.Linear(width, 2)
        self.from_out, self.from_into = nn.Linear(width, width), nn.Linear(width, width)
        self.block_out = nn.Linear(width, width)
        self.drop = nn.Dropout(DROPPED)
        self.width = width

    def forward(self, block: Tensor, edge: Tensor, graph: Graph) -> tuple[Tensor, Tensor]:
        """Blocks (blocks, width) and edges (edges, width) after one round."""
        i, j, count = graph.source, graph.target, len(block)
        said = self.told(self.block_norm(block)).split([self.width] * 8 + [2], dim=1)
        to_edge, from_edge, own, to_first, to_second, over, under, whole, none = said
        y = torch.relu(self.edge(self.edge_norm(edge)) + taken(to_edge, i) + taken(from_edge, j))
        edge = edge + self.drop(self.edge_out(y))
        share = self.share(y)
        out = torch.exp(share[:, 0] - taken(log_sums(share[:, 0], none[:, 0], i), i))[:, None]
        into = torch.exp(share[:, 1] - taken(log_sums(share[:, 1], none[:, 1], j), j))[:, None]

        def gathered(key: Tensor, what: Tensor) -> Tensor:
            return what.new_zeros(count, what.shape[1]).index_add(0, key, what)

        def padded(what: Tensor) -> Tensor:
            return torch.cat((what, what.new_zeros(1, what.shape[1])))

        x = own + graph.whole(whole)
        x = x + self.from_out(gathered(i, y * out)) + self.from_into(gathered(j, y * into))
        x = x + gathered(i, taken(to_first, j) * out) + gathered(j, taken(to_second, i) * into)
        x = x + taken(padded(over), graph.above) + taken(padded(under), graph.below)
        return block + self.drop(self.block_out(torch.relu(x))), edge


@dataclass(slots=True)
class Said:
    """What the network says, as logits.

    Attributes:
        role: (blocks, roles).
        alone: (blocks, 2) that none stands before, and none after.
        step: (edges, 2) that the first stands before the second, and the second after the first.
    """

    role: Tensor
    alone: Tensor
    step: Tensor


class Network(nn.Module):
    """Codes in, what is said of blocks and edges out."""

    def __init__(self, block_codes: int, edge_codes: int, width: int, depth: int) -> None:
        """A network of so many layers, `depth`, of so many numbers a block and an edge, `width`."""
        super().__init__()
        self.block_in, self.edge_in = nn.Linear(block_codes, width), nn.Linear(edge_codes, width)
        self.layers = nn.ModuleList(Layer(width) for _ in range(depth))
        self.block_norm, self.edge_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.role, self.alone, self.step = nn.Linear(width, len(CLASSES)), nn.Linear(width, 2), nn.Linear(width, 2)

    def forward(self, block: Tensor, edge: Tensor, graph: Graph) -> list[Said]:
        """What it says after every second layer and, last, after all."""
        block, edge = self.block_in(block), self.edge_in(edge)
        said = []
        for number, layer in enumerate(self.layers, 1):
            block, edge = layer(block, edge, graph)
            if number % LOOKS == 0 or number == len(self.layers):
                of = self.block_norm(block)
                said.append(Said(self.role(of), self.alone(of), self.step(self.edge_norm(edge))))
        return said
