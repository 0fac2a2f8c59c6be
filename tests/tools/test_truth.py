"""The truth of items that stand under one name without heads: they are one article, a paragraph each or more."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from papers.program import attempted  # noqa: E402 the tools are no installed package
from papers.truth import edition, printed_lines  # noqa: E402 likewise

pytestmark = pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed")
digests = pytest.mark.parametrize(("family", "seed"), [("campus", 19), ("county", 38), ("town", 18), ("vertical", 31)])
"""Papers of one page that have items without heads under one name."""


@cache
def told(family: str, seed: int) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """A paper's articles by their names, and its lines in reading order."""
    issue = attempted(seed, family, 1)
    lines = sorted(printed_lines(issue), key=lambda line: line["order"] or 0)
    return {a["id"]: a for a in edition(issue)["articles"]}, lines


def gathered(lines: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Of each article that has several items, these in reading order."""
    items: dict[str, list[str]] = {}
    for line in lines:
        if line["article"] and line["item"] not in items.setdefault(line["article"], []):
            items[line["article"]].append(line["item"])
    return {name: several for name, several in items.items() if len(several) > 1}


def letters(words: Iterable[str]) -> str:
    return "".join(c for c in "".join(words) if c.isalnum())


@digests
def test_items_under_one_name_are_one_article(family: str, seed: int) -> None:
    articles, lines = told(family, seed)
    found = gathered(lines)
    assert found
    assert set(articles) <= {line["article"] for line in lines}
    for name, items in found.items():
        assert items[0] == name
        assert not set(items[1:]) & set(articles)
        assert articles[name]["label"]
        assert articles[name]["headline"] is None
        assert len(articles[name]["paragraphs"]) >= len(items)
        assert len(articles[name]["regions"]) >= len(items)


@pytest.mark.parametrize(("family", "seed"), [("campus", 17), ("county", 32), ("town", 17)])
def test_items_with_heads_under_one_name_are_articles_of_their_own(family: str, seed: int) -> None:
    articles, lines = told(family, seed)
    assert not gathered(lines)
    headed = [a["label"] for a in articles.values() if a["label"] and a["headline"]]
    assert len(headed) > len(set(headed)) > 0


@digests
def test_lines_of_gathered_items_go_on_counting(family: str, seed: int) -> None:
    articles, lines = told(family, seed)
    for name, items in gathered(lines).items():
        own = [line for line in lines if line["article"] == name]
        assert [line["order"] for line in own] == list(range(len(own)))
        assert [i for k, i in enumerate(line["item"] for line in own) if not k or i != own[k - 1]["item"]] == items
        numbers = [line["paragraph"] for line in own if line["paragraph"] is not None]
        assert numbers == sorted(numbers)
        assert set(numbers) == set(range(len(articles[name]["paragraphs"])))
        for n, said in enumerate(articles[name]["paragraphs"]):
            words = letters(line["text"] for line in own if line["paragraph"] == n)
            assert words == letters(said) or "printed" in articles[name]


@pytest.mark.parametrize(("family", "seed"), [("campus", 19), ("feature", 37), ("daily", 34)])
def test_what_is_printed_of_gathered_items_is_all_their_lines(family: str, seed: int) -> None:
    articles, lines = told(family, seed)
    names = [name for name in gathered(lines) if "printed" in articles[name]]
    assert names
    for name in names:
        own = letters(line["text"] for line in lines if line["article"] == name)
        assert letters([articles[name]["printed"]]).endswith(own.removeprefix(letters([articles[name]["label"]])))
        assert articles[name]["printed"].count(articles[name]["label"]) == 1


@pytest.mark.parametrize("family", ["fraktur", "republican"])
def test_telegrams_under_one_name_are_articles_of_their_own(family: str) -> None:
    articles, lines = told(family, 17)
    assert not gathered(lines)
    named = [a["label"] for a in articles.values() if a["label"] and not a["headline"]]
    assert len(named) > len(set(named)) > 0
