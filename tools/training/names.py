"""The names and items of a typeset page as their judge sees them, with the truth of each pair."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from banmian.articles.judges import ROLES
from banmian.articles.names import seen_names
from banmian.model.page import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from banmian.articles.grouping import Scene
    from banmian.articles.naming import Naming
    from banmian.articles.nodes import Node
    from banmian.model.geometry import Turning

ASIDE = frozenset((Role.CAPTION, Role.PULL_QUOTE, Role.FOLIO))


@dataclass(slots=True)
class Named:
    """A page's names and items.

    Attributes:
        stands: for each pair, whether the name stands over the item.
    """

    seen: Naming
    stands: npt.NDArray[np.bool_]


def names_of(
    found: Scene,
    turned: Turning,
    role: npt.NDArray[np.int64],
    before: npt.NDArray[np.int64],
    articles: Sequence[str | None],
    labels: Mapping[str, str],
) -> Named | None:
    """A page's names and items by the truth of its blocks; None where it has no name.

    Args:
        found: the page; its blocks get their true roles.
        turned: the way to the writing's frame.
        role: number of each block's role; -1 where it is not known.
        before: the block that is read before each one in its story; -1 for none.
        articles: the article of each block.
        labels: the label of each article that has one.
    """
    for node, number in zip(found.text, role.tolist(), strict=True):
        node.role = ROLES[number] if number >= 0 else node.role
    if not any(n.role is Role.LABEL for n in found.text):
        return None
    home = {id(n): a for n, a in zip(found.text, articles, strict=True)}
    seen = seen_names(_chains(found.text, before), turned, found.drawn, found.body)
    if not len(seen.pairs):
        return None
    told = [_label([home[id(n)] for n in item.nodes], labels) for item in seen.items]
    stands = np.zeros((len(seen.names), len(seen.items)), np.bool_)
    words = [_folded(n.spaced) for n in seen.names]
    for k, label in enumerate(told):
        fit = [i for i, said in enumerate(words) if label and said == label]
        if fit:
            stands[_nearest(fit, k, seen), k] = True
    return Named(replace(seen, names=(), items=()), stands.ravel())  # the blocks would take most of the memory


def _chains(text: Sequence[Node], before: npt.NDArray[np.int64]) -> list[list[Node]]:
    after = {b: k for k, b in enumerate(before.tolist()) if b >= 0}
    chains = []
    for k, b in enumerate(before.tolist()):
        if b >= 0 or text[k].role in ASIDE:
            continue
        chain, at = [], k
        while True:
            chain.append(text[at])
            if at not in after or len(chain) > len(text):
                break
            at = after[at]
        chains.append(chain)
    return chains


def _label(articles: Sequence[str | None], labels: Mapping[str, str]) -> str:
    """The folded label of the article that most of an item's blocks are of; an empty text for none."""
    most = Counter(a for a in articles if a is not None).most_common(1)
    return _folded(labels.get(most[0][0], "")) if most else ""


def _nearest(fit: Sequence[int], item: int, seen: Naming) -> int:
    """Of several names of the same words the one that an item stands under."""
    if len(fit) == 1:
        return fit[0]
    linked = [i for i in fit if seen.items[item].named is seen.names[i]]
    box = seen.items[item].nodes[0].box

    def away(i: int) -> tuple[bool, float]:
        name = seen.names[i].box
        gap = box.y0 - name.y1
        return not (gap > -name.height and name.shared_x(box) > 0), abs(gap) + abs(box.x0 - name.x0)

    return linked[0] if linked else min(fit, key=away)


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).casefold()
