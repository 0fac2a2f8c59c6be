"""A headline that runs over the fold between two facing pages makes one story of what stands under it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banmian.articles.spreads import over_the_fold
from banmian.articles.threads import Thread
from banmian.model.article import Part
from banmian.model.geometry import Box
from banmian.model.page import Block, Line, Page, Role, Style
from banmian.model.text import Text

TEXT = "老人天天在岸上等着渡船。"


def page(index: int, head: Box, number: str | None = None, words: str = "老橋通車") -> Page:
    """A page of one headline over a text from side to side."""

    def block(role: Role, box: Box, text: str, size: float) -> Block:
        return Block((Line(Text(text), box, styles=((0, Style("Song", size, 400)),)),), role, box, box)

    blocks = block(Role.HEADLINE, head, words, 40.0), block(Role.BODY, Box(50, 200, 550, 700), TEXT, 10.0)
    return Page(index, number, width=600, height=800, blocks=blocks)


def met(*found: Page) -> dict[int, int]:
    threads = [Thread((Part(p.index, 0, Role.HEADLINE), Part(p.index, 1, Role.BODY))) for p in found]
    return over_the_fold(found, threads, set())


LEFT, RIGHT = Box(300, 100, 550, 140), Box(50, 100, 300, 140)


def test_a_headline_in_two_halves_at_the_fold_is_one() -> None:
    assert met(page(0, RIGHT), page(1, LEFT), page(2, RIGHT, words="家長：別再拖")) == {1: 2}


@pytest.mark.parametrize(
    ("left", "right"),
    [(Box(200, 100, 450, 140), RIGHT), (LEFT, Box(150, 100, 400, 140)), (LEFT, Box(50, 160, 300, 200))],
    ids=["away from the fold", "away on the other side", "not level"],
)
def test_heads_that_do_not_meet_at_the_fold_are_two(left: Box, right: Box) -> None:
    assert met(page(0, RIGHT), page(1, left), page(2, right)) == {}


def test_a_head_that_breaks_off_at_a_comma_over_a_sentence_that_runs_on_needs_no_fold() -> None:
    left, right = page(1, Box(100, 100, 350, 140), words="五雙鞋，"), page(2, RIGHT, words="量出遠近")
    one = left.blocks[1].lines[0]
    cut, on = (
        replace(left.blocks[1], lines=(replace(one, text=Text(words)),))
        for words in ("中間加一段可以停下", "來喘氣的平台。")
    )
    left, right = (replace(p, blocks=(p.blocks[0], b)) for p, b in ((left, cut), (right, on)))
    assert met(page(0, RIGHT), left, right) == {1: 2}


def test_banners_over_two_whole_pages_are_two() -> None:
    assert met(page(0, RIGHT), page(1, Box(50, 100, 550, 140)), page(2, Box(50, 100, 550, 140))) == {}


def test_an_odd_page_and_the_next_do_not_face_each_other() -> None:
    assert met(page(0, LEFT), page(1, RIGHT)) == {}
    assert met(page(0, LEFT, "4"), page(1, RIGHT, "5")) == {0: 1}
