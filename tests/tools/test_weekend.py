"""Weekend papers: covers point inside, district fronts have their permit, and styles differ."""

from __future__ import annotations

import random
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from papers.issue import Issue  # noqa: E402 the tools are no installed package
from papers.program import attempted  # noqa: E402 likewise
from papers.truth import edition, printed_lines  # noqa: E402 likewise
from papers.weekhouse import drawn_weekly  # noqa: E402 likewise
from typesetter.browser import found  # noqa: E402 likewise

pytestmark = [
    pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed"),
    pytest.mark.skipif(found() is None, reason="no Chromium that runs: apt-get install chromium"),
]


@cache
def made(seed: int) -> Issue:
    return attempted(seed, "weekend", 2)


def test_a_cover_points_inside() -> None:
    truth, lines = edition(made(6003)), printed_lines(made(6003))
    front = truth["pages"][0]["number"]
    sizes = {x["article"]: x["size"] for x in lines if x["role"] == "headline" and x["page"] == front}
    cover = next(a for a in truth["articles"] if a["id"] == max(sizes, key=lambda name: sizes[name]))
    assert cover["kind"] == "promo"
    assert cover["references"]
    assert front not in {r["pages"] for r in cover["references"]}
    assert not cover["paragraphs"]
    assert cover["captions"]


def test_a_district_front_has_its_permit_and_numbers() -> None:
    truth = edition(made(6004))
    assert truth["registration"]["kind"] == "permit"
    printed = "".join(x["text"] for x in printed_lines(made(6004)) if x["role"] == "masthead")
    assert truth["registration"]["number"] in printed
    assert f"第{truth['number']}期" in printed


def test_half_of_the_styles_are_chinese_and_all_differ() -> None:
    drawn = [drawn_weekly(random.Random(seed)) for seed in range(200)]  # noqa: S311 no secrets
    codes = [house.tongue.code for house, _ in drawn]
    assert set(codes) == {"zh-Hant", "zh-Hans", "en", "de", "fr", "es"}
    assert 80 < sum(code.startswith("zh") for code in codes) < 120
    assert {habits.mast for _, habits in drawn} == {"across", "codes", "side", "corner", "box"}
    assert {front for _, habits in drawn for front in habits.fronts} >= {"community", "cover", "poster", "railed"}
    assert len({habits for _, habits in drawn}) == len(drawn)
