"""Items of a digest that are paragraphs of one text under its name."""

from __future__ import annotations

import pytest

from banmian.articles.items import DIGEST, apart
from banmian.articles.nodes import Node, node
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role
from banmian.model.text import Text

TURNED = Turning(vertical=False, width=400)


def block(role: Role, x: float, y: float, *rows: str, paragraphs: tuple[int, ...] = ()) -> Block:
    lines = tuple(Line(Text(t), Box(x, y + 12 * k, x + 150, y + 12 * k + 10)) for k, t in enumerate(rows))
    whole = Box(x, y, x + 150, y + 12 * len(rows) - 2)
    return Block(lines, role, whole, whole, paragraphs=paragraphs)


def read(*blocks: Block) -> list[list[str]]:
    """The first row of each part of each item."""
    nodes = [node(k, b, TURNED) for k, b in enumerate(blocks)]
    whole = list(blocks)
    chains, cut = apart([list(nodes)], nodes, whole, TURNED)
    assert len(nodes) == len(whole) == len(blocks) + len(cut)
    assert [whole[n.index].words for n in nodes] == [n.block.words for n in nodes]
    return [[n.words[:3] for n in chain] for chain in chains]


FIRST = block(
    Role.BODY,
    10,
    40,
    "圖書館今天開放",
    "歡迎前來。",
    "公園明天關閉",
    "請大家留意。",
    "街口換上了新",
    paragraphs=(0, 2, 4),
)
SECOND = block(Role.BODY, 180, 40, "的路燈。", "醫院週四義診", "可帶病歷。", paragraphs=(1,))


def test_each_paragraph_under_a_digests_name_is_an_item_and_one_goes_on_in_the_next_column() -> None:
    label = block(Role.LABEL, 10, 20, "縣內短波")
    assert read(label, FIRST, SECOND) == [
        ["縣內短", "圖書館"],
        ["縣內短", "公園明"],
        ["縣內短", "街口換", "的路燈"],
        ["縣內短", "醫院週"],
    ]


def test_a_column_of_one_story_and_one_with_a_head_stay_whole() -> None:
    large = block(Role.LABEL, 10, 20, "大字新聞")
    assert read(large, FIRST) == [["大字新", "圖書館"]]
    label, head = block(Role.LABEL, 10, 20, "簡訊"), block(Role.HEADLINE, 10, 30, "圖書館開放")
    assert read(label, head, FIRST) == [["簡訊", "圖書館", "圖書館"]]


@pytest.mark.parametrize("name", ["簡訊", "一周要聞", "便民信息", "News digest", "In brief", "Nouvelles brèves"])
def test_names_of_digests(name: str) -> None:
    assert DIGEST.search(name)


@pytest.mark.parametrize("name", ["大字版", "老人看這裡", "Police log", "社論", "讀者來信", "Opinion"])
def test_names_of_other_columns(name: str) -> None:
    assert not DIGEST.search(name)


def test_nothing_is_cut_without_a_name() -> None:
    chains: list[list[Node]] = [[node(0, FIRST, TURNED)]]
    assert apart(chains, [], [FIRST], TURNED) == (chains, {})
