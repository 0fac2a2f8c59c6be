"""How sure a story's edges are, and what is said of the doubtful ones."""

from __future__ import annotations

import numpy as np
import pytest

from banmian.articles.doubts import Doubts
from banmian.articles.judges import ROLES, Judgement
from banmian.articles.jumps import _both
from banmian.articles.nodes import Node, node
from banmian.articles.threads import Thread
from banmian.model.article import Certainty
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role
from banmian.model.text import Text

WORDS = ("老橋今晨通車", "第一班車駛過橋面，車上坐着", "二十三名乘客。", "菜場搬家，攤主都說好。")


def blocks() -> list[Node]:
    """Four blocks of one row each."""
    turned = Turning(vertical=False, width=600)
    boxes = [Box(50, 50 + 20 * k, 200, 60 + 20 * k) for k in range(4)]
    return [
        node(k, Block((Line(Text(words), box),), box=box), turned)
        for k, (words, box) in enumerate(zip(WORDS, boxes, strict=True))
    ]


PAIRS = np.array([[0, 1], [1, 2], [1, 3]])


def told(follows: list[float], begins: list[float], head: float = 1.0) -> Doubts:
    """What the judges say; the first block is a headline with so much certainty, else a kicker."""
    roles = np.zeros((4, len(ROLES)), np.float32)
    roles[1:, ROLES.index(Role.BODY)] = 1
    roles[0, ROLES.index(Role.HEADLINE)], roles[0, ROLES.index(Role.KICKER)] = head, 1 - head
    said = Judgement(roles, np.array(follows, np.float32), np.array(begins, np.float32))
    return Doubts(blocks(), said, PAIRS)


def test_a_story_that_nothing_speaks_against_is_sure() -> None:
    certainty = told([1.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]).of([0, 1, 2])
    assert certainty.confidence == pytest.approx(1.0, abs=0.05)
    assert certainty.doubts == ()


def test_two_ways_on_halve_the_confidence_and_are_both_named() -> None:
    certainty = told([1.0, 0.5, 0.5], [1.0, 0.0, 0.0, 0.5]).of([0, 1, 2])
    assert certainty.confidence == pytest.approx(0.5, abs=0.02)
    (doubt,) = certainty.doubts
    assert doubt.startswith("after “…")
    assert doubt.endswith("it may go on with “菜場搬家，攤主都說好。” instead of “二十三名乘客。”")


def test_an_end_that_may_go_on_and_a_beginning_that_may_follow_are_doubtful() -> None:
    doubts = told([0.8, 0.9, 0.6], [1.0, 0.1, 0.1, 0.4])
    ended, begun = doubts.of([0]), doubts.of([3])
    assert ended.confidence == pytest.approx(0.2, abs=0.02)
    assert ended.doubts == ("after “老橋今晨通車” it may go on with “第一班車駛過橋面，車上坐…”",)
    assert begun.confidence == pytest.approx(0.4, abs=0.02)
    assert begun.doubts[0].startswith("“菜場搬家，攤主都說好。” may go on from")


def test_a_head_of_doubtful_rank_is_named_and_costs_no_confidence() -> None:
    certainty = told([1.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0], head=0.6).of([0, 1, 2])
    assert certainty.confidence == pytest.approx(1.0, abs=0.05)
    assert certainty.doubts == ("“老橋今晨通車” may be kicker, not headline",)


def test_parts_on_two_pages_are_as_sure_as_both() -> None:
    first, second = Certainty(0.8, ("a",)), Certainty(0.5, ("b",))
    assert _both(first, second) == Certainty(0.4, ("a", "b"))
    assert _both(None, second) == second
    assert Thread(()).certainty is None
