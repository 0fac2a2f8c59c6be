"""The learned judges: trees in numpy, what they see of a page, and the stories that come of it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest

from banmian.articles.evidence import Evidence, evidence
from banmian.articles.forest import CASCADE, Forest
from banmian.articles.grouping import grouped
from banmian.articles.judges import ROLES, Judgement
from banmian.articles.naming import Naming
from banmian.articles.nodes import Ground, Node, node
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Page, Role, Style
from banmian.model.text import Text
from banmian.run.plan import judges

PAGE = Box(0, 0, 600, 800)
DRAWN = Ground((), (), ())


def block(role: Role, box: Box, *rows: str, size: float = 10.0, region: int = 0) -> Block:
    """A block of rows one under the other."""
    high = box.height / len(rows)
    lines = tuple(
        Line(
            Text(t), Box(box.x0, box.y0 + k * high, box.x1, box.y0 + (k + 1) * high), styles=((0, Style("Song", size)),)
        )
        for k, t in enumerate(rows)
    )
    return Block(lines, role, box, box, region)


def nodes_of(*blocks: Block) -> list[Node]:
    """Nodes of a horizontal page's blocks."""
    return [node(k, b, Turning(vertical=False, width=600)) for k, b in enumerate(blocks)]


HEAD = block(Role.HEADLINE, Box(50, 50, 350, 80), "老橋開通以後的第一個早晨", size=28)
LEFT = block(
    Role.BODY,
    Box(50, 100, 190, 300),
    "　　本報訊　七月三日清晨，老橋開通，",
    "第一班公交車從橋上駛過，車上坐着二",
    size=10,
)
RIGHT = block(Role.BODY, Box(210, 100, 350, 300), "十三名乘客。他們說，等這一天等了三", "年。", size=10)


def test_a_tree_sends_each_sample_down_its_own_way() -> None:
    forest = Forest.of(
        {
            "one/roots": np.array([0]),
            "one/feature": np.array([1, 0, 0]),
            "one/bound": np.array([0.5, np.inf, np.inf], np.float32),
            "one/left": np.array([1, 1, 2]),
            "one/right": np.array([2, 1, 2]),
            "one/value": np.array([0.0, -2.0, 3.0], np.float32),
            "one/shape": np.array([1, 1]),
        },
        "one",
    )
    samples = np.array([[9.0, 0.5], [9.0, 0.6]], np.float32)
    assert forest.scores(samples)[:, 0].tolist() == [-2.0, 3.0]
    assert forest.shares(samples)[:, 0] == pytest.approx([1 / (1 + np.e**2), 1 / (1 + np.e**-3)])
    assert forest.shares(np.zeros((0, 2), np.float32)).shape == (0, 1)


def test_many_trees_leave_what_a_quarter_of_them_finds_hopeless() -> None:
    trees = 8
    stump: dict[str, list[float]] = {
        "feature": [0, 0, 0],
        "bound": [0.5, np.inf, np.inf],
        "left": [1, 1, 2],
        "right": [2, 1, 2],
    }
    arrays = {f"f/{key}": np.tile(values, trees) for key, values in stump.items()}
    for key in ("f/left", "f/right"):
        arrays[key] = arrays[key] + np.repeat(3 * np.arange(trees), 3)
    arrays["f/roots"] = 3 * np.arange(trees)
    arrays["f/value"] = np.tile([0.0, -3.0, 1.0], trees)
    arrays["f/shape"] = np.array([1, 1])
    arrays["f/steeper"] = np.array(-4.0)
    forest = Forest.of(arrays, "f")
    samples = np.array([[0.0], [1.0]] * CASCADE**2, np.float32)
    lost, kept = forest.scores(samples)[:2, 0].tolist()
    assert kept == trees
    assert lost == 2 * -3.0 - 4.0  # a quarter of eight trees, and what stands for the rest
    assert forest.scores(samples[:2])[0, 0] == trees * -3.0  # too few to be worth it


def test_every_block_is_judged_and_only_likely_pairs_are_asked() -> None:
    nodes = nodes_of(HEAD, LEFT, RIGHT)
    seen = evidence(nodes, DRAWN, [], 10.0, PAGE)
    pairs = {tuple(p) for p in seen.pairs.tolist()}
    assert {(0, 1), (1, 2)} <= pairs
    assert all(a != b for a, b in pairs)
    said = judges().judged(seen)
    assert said.roles.shape == (3, len(ROLES))
    assert said.roles.sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-4)
    assert [ROLES[k] for k in said.roles.argmax(axis=1)] == [Role.HEADLINE, Role.BODY, Role.BODY]
    chance = dict(zip(map(tuple, seen.pairs.tolist()), said.follows.tolist(), strict=True))
    assert chance[0, 1] > 0.5 > chance.get((2, 1), 0.0)
    assert chance[1, 2] > 0.5


def test_a_page_without_text_has_nothing_to_judge() -> None:
    seen = evidence([], DRAWN, [], 10.0, PAGE)
    assert len(seen.pairs) == 0


def test_a_story_is_read_from_its_head_over_its_columns() -> None:
    aside = block(Role.HEADLINE, Box(400, 50, 560, 70), "橋下理髮", size=18)
    page = Page(index=0, width=600, height=800, blocks=(RIGHT, LEFT, HEAD, aside))
    told, chains = grouped(page, judges())
    assert [[part.block for part in c.parts] for c in chains if len(c.parts) > 1] == [[2, 1, 0]]
    assert told.blocks[2].role is Role.HEADLINE


STORY = (
    "　　本報訊　今天新橋通車了，車上坐着二十",
    "三名乘客，第一班公交車從橋上駛過。",
    "　　他們說，等這一天等了三年，今天終於通",
    "車了，大家都很高興。",
)


def test_stories_come_column_by_column_under_what_stands_over_all() -> None:
    lead = block(Role.HEADLINE, Box(50, 50, 550, 80), "跨欄的頭條在上", size=28)
    blocks = [lead, block(Role.BODY, Box(50, 85, 550, 125), *STORY[:3])]
    for x, tops in ((50, (150, 320, 520, 700)), (320, (150, 260, 480, 700))):
        for top, foot in pairwise(tops):
            blocks.append(block(Role.HEADLINE, Box(x, top, x + 230, top + 20), f"{x}欄第{top}條", size=16))
            rows = [STORY[0], *(STORY[1 + k % 3] for k in range((foot - top - 37) // 14 - 1))]
            blocks.append(block(Role.BODY, Box(x, top + 25, x + 230, foot - 12), *rows))
    page = Page(index=0, width=600, height=800, blocks=tuple(reversed(blocks)))
    read, chains = grouped(page, judges())
    first = [read.blocks[c.parts[0].block].words for c in chains]
    assert first[0] == lead.words
    assert [words for words in first if "欄第" in words] == [b.words for b in blocks if "欄第" in b.words]


class Begins:
    """Judges to whom every block is text and begins a story."""

    def judged(self, seen: Evidence) -> Judgement:
        roles = np.zeros((len(seen.own), len(ROLES)), np.float32)
        roles[:, ROLES.index(Role.BODY)] = 1
        chance = np.full(len(seen.pairs), 0.3, np.float32)
        return Judgement(roles, chance, np.full(len(seen.own), 0.6, np.float32))

    def named(self, seen: Naming) -> npt.NDArray[np.float32]:
        return np.zeros(len(seen.pairs), np.float32)


def test_no_story_begins_with_a_question_or_an_answer_where_several_open_so() -> None:
    def stories(*opens: str) -> int:
        blocks = tuple(
            block(Role.BODY, Box(50, 50 + 60 * k, 190, 100 + 60 * k), f"{mark}這座橋修了三年，大家都等着通車。")
            for k, mark in enumerate(opens)
        )
        _, chains = grouped(Page(index=0, width=600, height=800, blocks=blocks), Begins())
        return len(chains)

    assert stories("問：", "答：", "問：", "答：") == 1
    assert stories("問：", "", "", "答：") == 4
