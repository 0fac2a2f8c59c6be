"""Articles of an issue from its pages' chains."""

from __future__ import annotations

from banmian.articles.reading import read_articles
from banmian.model.article import Chain, Part
from banmian.model.page import Block, Line, Page, Role
from banmian.model.text import Text


def test_names_that_stand_over_nothing_stop_no_issue() -> None:
    blocks = tuple(Block((Line(Text(words)),), Role.LABEL) for words in ("簡訊", "要聞"))
    chain = Chain(tuple(Part(0, k, Role.LABEL) for k in range(2)))
    assert [a.id for a in read_articles([Page(0, blocks=blocks)], [[chain]]).articles] == ["p001-a01"]
