"""Papers of the present day: what is a headline of its own, what is a label, and what belongs to no article."""

from __future__ import annotations

import random
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from papers.modern import begun  # noqa: E402 the tools are no installed package
from papers.present import Present  # noqa: E402 likewise
from papers.program import attempted  # noqa: E402 likewise
from papers.truth import edition, overlap, printed_lines  # noqa: E402 likewise

pytestmark = pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed")
SEEDS = range(17, 29)
seeds = pytest.mark.parametrize("seed", SEEDS)
MARKS = "■▲●▪►◆"


@cache
def told(seed: int) -> tuple[Present, dict[str, Any], list[dict[str, Any]]]:
    issue = attempted(seed, "modern", 4)
    assert isinstance(issue, Present)
    return issue, edition(issue), printed_lines(issue)


@seeds
def test_no_line_meets_another(seed: int) -> None:
    overlap(told(seed)[0])


@seeds
def test_what_has_a_headline_is_an_article_of_its_own(seed: int) -> None:
    _, truth, lines = told(seed)
    heads: dict[str, set[str]] = {}
    for line in lines:
        if line["role"] == "headline":
            heads.setdefault(line["article"], set()).add(line["item"])
    assert heads
    assert all(items == {name} for name, items in heads.items())
    assert set(heads) == {a["id"] for a in truth["articles"] if a["headline"]}


@seeds
def test_letters_are_signed_and_each_an_article(seed: int) -> None:
    issue, truth, _ = told(seed)
    letters = [a for a in issue.desk.articles if a.standing]
    by_name = {a["id"]: a for a in truth["articles"]}
    for letter in letters:
        found = by_name[letter.id]
        assert found["label"]
        assert len(found["byline"]) == 1


def test_some_letters_have_headlines_and_some_have_none() -> None:
    letters = [a for seed in SEEDS for a in told(seed)[0].desk.articles if a.standing]
    assert {"headline" in a.heads for a in letters} == {True, False}


def test_points_under_a_headline_are_one_deck() -> None:
    decks = [a["deck"] for seed in SEEDS for a in told(seed)[1]["articles"] if a["deck"]]
    pointed = [d for d in decks if d[0] in MARKS]
    assert pointed
    assert all(2 <= sum(d.count(m) for m in MARKS) <= 3 for d in pointed)


def test_pointers_to_pages_are_promos_with_references() -> None:
    for seed in SEEDS:
        issue, truth, lines = told(seed)
        labels = {leaf.number for leaf in issue.leaves}
        promos = {a["id"]: a for a in truth["articles"] if a["kind"] == "promo"}
        assert {line["article"] for line in lines if line["role"] == "pointer"} == set(promos)
        for promo in promos.values():
            assert promo["headline"] or (promo["label"] and len(promo["paragraphs"]) == len(promo["references"]))
            assert promo["references"][0]["pages"] in labels


def test_pages_are_numbered_as_they_are_printed() -> None:
    numbers = {p["number"] for seed in SEEDS for p in told(seed)[1]["pages"]}
    assert {"1", "A1", "A01"} <= numbers
    for seed in SEEDS:
        _, truth, lines = told(seed)
        for page in truth["pages"][1:]:
            folio = [x["text"] for x in lines if x["page"] == page["number"] and x["role"] == "folio"]
            assert any(page["number"] in text for text in folio)


def test_stories_that_go_on_say_so_at_both_ends() -> None:
    turned = 0
    for seed in SEEDS:
        _, truth, lines = told(seed)
        for article in truth["articles"]:
            jumps = [x for x in lines if x["article"] == article["id"] and x["role"] == "jump"]
            if article["continued_on"]:
                turned += 1
                assert {x["page"] for x in jumps} == {*article["continued_from"], *article["continued_on"]}
            else:
                assert not jumps
    assert turned > 3


def test_the_five_languages_are_drawn() -> None:
    issues = [begun(random.Random(seed)) for seed in range(60)]  # noqa: S311 no secrets
    assert {i.tongue.code for i in issues} == {"zh-Hant", "zh-Hans", "en", "de", "fr"}
    assert {i.tongue.region for i in issues if i.tongue.code == "zh-Hant"} == {"hk", "tw", "cn"}


def test_french_keeps_its_marks_with_their_words() -> None:
    seed = next(s for s in range(200) if begun(random.Random(f"{s}/modern/0")).tongue.code == "fr")  # noqa: S311 no secrets
    issue, _, lines = told(seed)
    assert issue.tongue.code == "fr"
    body = [x["text"] for x in lines if x["role"] == "body"]
    assert not [text for text in body if text[0] in "»:;?!"]
    assert not any("\u00a0" in x["text"] for x in lines)
