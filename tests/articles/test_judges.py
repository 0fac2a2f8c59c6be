"""The learned judges: trees in numpy, what they see of a page, and the stories that come of it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from banmian.articles.evidence import evidence
from banmian.articles.forest import CASCADE, Forest
from banmian.articles.grouping import grouped
from banmian.articles.judges import ROLES
from banmian.articles.names import named_briefs
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


def test_a_columns_name_is_given_to_every_item_in_its_box() -> None:
    label = block(Role.LABEL, Box(50, 400, 110, 415), "簡訊", region=1)
    items = [block(Role.BODY, Box(50, 420 + 60 * k, 190, 470 + 60 * k), "一則短消息。", region=1) for k in range(2)]
    other = block(Role.BODY, Box(400, 420, 540, 470), "別的消息。")
    nodes = nodes_of(label, *items, other)
    chains = named_briefs([[n] for n in nodes], (), 10.0)
    assert [[n.words for n in c] for c in chains] == [
        ["簡訊", "一則短消息。"],
        ["簡訊", "一則短消息。"],
        ["別的消息。"],
    ]


def test_a_name_in_the_middle_of_a_bar_stands_over_all_that_the_bar_does() -> None:
    label = block(Role.LABEL, Box(180, 400, 220, 415), "簡訊")
    items = [block(Role.BODY, Box(50, 422 + 60 * k, 150, 470 + 60 * k), "一則短消息。") for k in range(2)]
    chains = named_briefs([[n] for n in nodes_of(label, *items)], (Box(50, 398, 350, 418),), 10.0)
    assert [[n.words for n in c] for c in chains] == [["簡訊", "一則短消息。"]] * 2


def test_a_columns_name_goes_with_its_items_into_the_next_column() -> None:
    label = block(Role.LABEL, Box(50, 400, 110, 415), "簡訊")
    first = block(Role.BODY, Box(50, 420, 190, 470), "一則短消息。")
    turned = [block(Role.BODY, Box(50, 480, 190, 560), "另一則，"), block(Role.BODY, Box(205, 420, 345, 450), "說完。")]
    under = block(Role.BODY, Box(205, 490, 345, 560), "第三則短消息。")
    headed = block(Role.HEADLINE, Box(205, 580, 345, 610), "大標題", size=24)
    nodes = nodes_of(label, first, *turned, under, headed)
    chains = named_briefs([[nodes[0]], [nodes[1]], nodes[2:4], [nodes[4]], [nodes[5]]], (), 10.0)
    assert [[n.index for n in c] for c in chains] == [[0, 1], [0, 2, 3], [0, 4], [5]]


def test_a_name_over_a_story_takes_no_neighbours_that_begin_as_high() -> None:
    label = block(Role.LABEL, Box(50, 400, 110, 415), "時評", size=14)
    story = block(Role.HEADLINE, Box(50, 420, 190, 440), "甲題", size=13)
    text = block(Role.BODY, Box(50, 445, 190, 560), "說完了。")
    aside = [block(Role.HEADLINE, Box(50 + 155 * k, 420, 190 + 155 * k, 440), "無關的新聞", size=13) for k in (1, 2)]
    nodes = nodes_of(label, story, text, *aside)
    chains = named_briefs([[nodes[0]], nodes[1:3], [nodes[3]], [nodes[4]]], (), 10.0)
    assert [[n.index for n in c] for c in chains] == [[0, 1, 2], [3], [4]]


def test_items_that_fill_their_column_go_on_at_the_next_ones_head() -> None:
    label = block(Role.LABEL, Box(50, 400, 110, 415), "簡訊")
    items = [block(Role.BODY, Box(50 + 155 * k, 420, 190 + 155 * k, 560), "一則短消息。") for k in (0, 1)]
    larger = block(Role.BODY, Box(360, 420, 500, 560), "別的消息。", size=14)
    chains = named_briefs([[n] for n in nodes_of(label, *items, larger)], (), 10.0)
    assert [[n.index for n in c] for c in chains] == [[0, 1], [0, 2], [3]]


def test_items_go_on_at_the_head_of_the_next_column_wherever_their_name_stands() -> None:
    above = block(Role.BODY, Box(50, 100, 190, 380), "別的消息。")
    label = block(Role.LABEL, Box(80, 400, 140, 415), "簡訊")
    items = [block(Role.BODY, box, "一則短消息。") for box in (Box(50, 420, 190, 560), Box(205, 102, 345, 200))]
    chains = named_briefs([[n] for n in nodes_of(above, label, *items)], (), 10.0)
    assert [[n.index for n in c] for c in chains] == [[0], [1, 2], [1, 3]]


def test_a_name_over_briefs_reaches_no_story_with_a_head_and_nothing_under_another_name() -> None:
    rows = [
        block(Role.LABEL, Box(80, 100, 140, 115), "簡訊"),
        block(Role.BODY, Box(50, 120, 190, 160), "一則短消息。"),
        block(Role.HEADLINE, Box(50, 170, 190, 182), "有題的一條"),
        block(Role.BODY, Box(50, 184, 190, 220), "有題的消息。"),
        block(Role.BODY, Box(50, 225, 190, 260), "題後的消息。"),
        block(Role.LABEL, Box(80, 275, 140, 290), "要電"),
        block(Role.BODY, Box(50, 295, 190, 330), "電報一則。"),
    ]
    nodes = nodes_of(*rows)
    chains = named_briefs([[nodes[0]], [nodes[1]], nodes[2:4], [nodes[4]], [nodes[5]], [nodes[6]]], (), 10.0)
    assert [[n.index for n in c] for c in chains] == [[0, 1], [2, 3], [4], [5, 6]]


def test_a_story_is_read_from_its_head_over_its_columns() -> None:
    aside = block(Role.HEADLINE, Box(400, 50, 560, 70), "橋下理髮", size=18)
    page = Page(index=0, width=600, height=800, blocks=(RIGHT, LEFT, HEAD, aside))
    told, chains = grouped(page, judges().judged)
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
    read, chains = grouped(page, judges().judged)
    first = [read.blocks[c.parts[0].block].words for c in chains]
    assert first[0] == lead.words
    assert [words for words in first if "欄第" in words] == [b.words for b in blocks if "欄第" in b.words]
