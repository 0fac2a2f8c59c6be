"""The three samples are read without a fault, in whatever order their PDF draws them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from programs import PAGES, started
from scoring import scored

FIGURES = ("article_f1@90", "label", "headline", "kicker", "deck", "byline", "paragraph_f1", "fields")
SAMPLES = ("district-weekly", "english-weekly", "vertical-weekly")
FILES = ("issue.pdf", "issue.shuffled.pdf")


@cache
def figures(sample: str, file: str) -> dict[str, float]:
    ran = started("read", PAGES / sample / file, "--no-cache")
    assert ran.returncode == 0, ran.stderr
    truth: dict[str, Any] = json.loads((PAGES / sample / "truth.json").read_text(encoding="utf-8"))
    return scored(truth, json.loads(ran.stdout))


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_read_without_a_fault(sample: str, file: str, figure: str) -> None:
    assert figures(sample, file).get(figure, 1.0) == 1.0
