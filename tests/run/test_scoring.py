"""The yardstick: a perfect reading scores one everywhere; each fault shows in the figure that is its own."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from programs import PAGES
from scoring import folded, scored

Json = dict[str, Any]
COUNTS = {"truth_articles", "read_articles"}


@pytest.fixture
def truth() -> Json:
    whole: Json = json.loads((PAGES / "district-weekly/truth.json").read_text(encoding="utf-8"))
    return whole


def story(edition: Json) -> Json:
    """Its longest story."""
    found: Json = max(edition["articles"], key=lambda a: sum(map(len, a.get("paragraphs") or ())))
    return found


def less_than_one(truth: Json, change: Callable[[Json], None]) -> set[str]:
    read = copy.deepcopy(truth)
    change(read)
    scores = scored(truth, read)
    return {
        name
        for name, value in scores.items()
        if name not in COUNTS and (value > 0 if name.startswith("script") else value < 1)
    }


def test_a_perfect_reading_has_no_fault(truth: Json) -> None:
    assert less_than_one(truth, lambda _: None) == set()


def test_a_lost_article_costs_articles(truth: Json) -> None:
    assert {"article_f1@90", "article_f1@75", "text"} <= less_than_one(
        truth, lambda read: read["articles"].remove(story(read))
    )


def test_joined_paragraphs_cost_paragraphs_alone(truth: Json) -> None:
    def joined(read: Json) -> None:
        story(read)["paragraphs"] = ["".join(story(read)["paragraphs"])]

    assert less_than_one(truth, joined) == {"paragraph_f1"}


def test_a_wrong_name_costs_the_byline(truth: Json) -> None:
    def renamed(read: Json) -> None:
        next(a for a in read["articles"] if a.get("byline"))["byline"] = ["某某"]

    assert less_than_one(truth, renamed) == {"byline"}


def test_a_wrong_date_costs_fields(truth: Json) -> None:
    assert less_than_one(truth, lambda read: read.update(date="1999-01-01")) == {"fields"}


def test_what_is_read_as_furniture_is_not_counted(truth: Json) -> None:
    extra = {"kind": "furniture", "headline": "第二版"}
    assert less_than_one(truth, lambda read: read["articles"].append(extra)) == set()
    extra = {"kind": "story", "headline": "第二版"}
    assert "article_f1@90" in less_than_one(truth, lambda read: read["articles"].append(extra))


def test_nothing_read_is_nothing_scored(truth: Json) -> None:
    scores = scored(truth, {"articles": []})
    assert scores["article_f1@90"] == 0
    assert scores["headline"] == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("東城，大橋！", "东城大桥"), ("ＡＢＣ １２", "abc12"), ("①", "1"), (None, "")],
)
def test_folding_forgets_what_is_not_judged(one: str | None, other: str) -> None:
    assert folded(one) == other
