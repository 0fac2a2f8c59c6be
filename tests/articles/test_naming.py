"""Which name stands over which item, by the judges as the package brings them."""

from __future__ import annotations

import numpy as np
import pytest

from banmian.articles.names import named, seen_names
from banmian.articles.naming import looked_again
from banmian.articles.nodes import Ground, Node, node
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role, Style
from banmian.model.text import Text
from banmian.run.plan import judges

BODY = 10.0
LEVEL = Turning(vertical=False, width=600)
RULES = (Box(50, 350, 550, 351), Box(50, 375, 550, 376))


def block(role: Role, x: float, y: float, words: str, *, wide: float, high: float, size: float = BODY) -> Block:
    """A block of rows, each as wide as its column."""
    rows = max(1, round(high / 12))
    weight = 700 if role is Role.HEADLINE else 400
    lines = tuple(
        Line(Text(words), Box(x, y + 12 * k, x + wide, y + 12 * k + size), styles=((0, Style("Song", size, weight)),))
        for k in range(rows)
    )
    box = Box(x, y, x + wide, y + high)
    return Block(lines, role, box, box, 0, (0,))


def page(name: Block) -> list[list[Node]]:
    """A large story over three columns, and under it a band of items with small heads under one name."""
    blocks = [block(Role.HEADLINE, 50, 50, "老橋今天通車了", wide=480, high=40, size=36)]
    blocks += [block(Role.BODY, 50 + 170 * k, 100, "第一班車從橋上駛過，大家都", wide=160, high=228) for k in range(3)]
    blocks.append(name)
    for k in range(3):
        for y in (385, 485):
            blocks.append(block(Role.HEADLINE, 50 + 170 * k, y, "公園開門", wide=60, high=12, size=11))
            blocks.append(block(Role.BODY, 50 + 170 * k, y + 15, "公園昨天開門，遊人說很好。", wide=160, high=72))
    n = [node(k, b, LEVEL) for k, b in enumerate(blocks)]
    return [n[:4], n[4:5], *(n[k : k + 2] for k in range(5, len(n), 2))]


def told(chains: list[list[Node]]) -> list[list[int]]:
    return sorted([n.index for n in chain] for chain in chains)


@pytest.mark.parametrize("x", [50, 265])
def test_a_name_over_a_band_stands_over_the_items_in_all_its_columns_and_no_story_above(x: float) -> None:
    name = block(Role.LABEL, x, 357, "縣內簡訊", wide=60, high=14, size=14)
    chains = page(name)
    drawn = Ground(RULES, (), ())
    assert told(named(chains, judges(), LEVEL, drawn, BODY)) == [
        [0, 1, 2, 3],
        *([4, k, k + 1] for k in range(5, 17, 2)),
    ]


def test_a_page_without_names_is_left_as_it_is() -> None:
    chains = [c for c in page(block(Role.LABEL, 50, 357, "縣內簡訊", wide=60, high=14)) if c[0].index != 4]
    assert told(named(chains, judges(), LEVEL, Ground((), (), ()), BODY)) == told(chains)


def test_the_second_look_sees_what_the_first_said_of_the_neighbours_and_of_other_names() -> None:
    chains = page(block(Role.LABEL, 50, 357, "縣內簡訊", wide=60, high=14))
    seen = seen_names(chains, LEVEL, Ground(RULES, (), ()), BODY)
    count = seen.counts[1]
    assert seen.counts == (1, 7)
    chance = np.linspace(0.1, 0.7, count).astype(np.float32)
    more = looked_again(seen, chance)[:, seen.seen.shape[1] :]
    assert more[:, 0] == pytest.approx(chance)
    before = [chance[b] if b >= 0 else -1.0 for b in seen.before.tolist()]
    assert more[:, 2] == pytest.approx(before)
    assert (more[:, 4] == 0).all()
