"""Weekend papers: heads on pictures, boxes in reverse, covers and photo pages are printed as their truth says."""

from __future__ import annotations

import json
import random
import re
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from papers.fonts import style_sheet  # noqa: E402 the tools are no installed package
from papers.issue import Issue  # noqa: E402 likewise
from papers.program import STYLE, attempted, written  # noqa: E402 likewise
from papers.truth import edition, overlap, printed_lines, prove_print  # noqa: E402 likewise
from papers.webread import WebLeaf  # noqa: E402 likewise
from papers.weekhouse import drawn_weekly  # noqa: E402 likewise
from typesetter.browser import document, found, opened  # noqa: E402 likewise

pytestmark = [
    pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed"),
    pytest.mark.skipif(found() is None, reason="no Chromium that runs: apt-get install chromium"),
]
REPORTS = re.compile("[【〔□]?(?:本[報报])?[記记]者.{2,12}[報报][道導][】〕]?")

SEEDS = (6003, 6004, 6009)
"""An English cover, a district front in Traditional characters, and a French paper."""
seeds = pytest.mark.parametrize("seed", SEEDS)


@cache
def made(seed: int) -> Issue:
    return attempted(seed, "weekend", 2)


def told(issue: Issue) -> str:
    return json.dumps([edition(issue), printed_lines(issue)], ensure_ascii=False)


def test_a_seed_is_a_paper() -> None:
    assert told(made(6003)) == told(attempted(6003, "weekend", 2))


@seeds
def test_no_line_meets_another_or_leaves_its_page(seed: int) -> None:
    overlap(made(seed))


def test_the_print_has_each_line_where_it_was_read() -> None:
    with opened() as browser:
        for seed in SEEDS:
            issue = made(seed)
            html = document("\n".join(leaf.html() for leaf in issue.leaves), issue.look.size)
            html = html.replace("</style>", f"{STYLE}{style_sheet()}</style>", 1)
            prove_print(issue, browser.printed(html, issue.look.size))


def test_what_is_written_is_whole(tmp_path: Path) -> None:
    with opened() as browser:
        written(made(6004), browser, tmp_path)
    truth = json.loads((tmp_path / "truth.json").read_text("utf-8"))
    lines = json.loads((tmp_path / "lines.json").read_text("utf-8"))
    names = {a["id"] for a in truth["articles"]}
    assert names
    assert {x["article"] for x in lines if x["article"]} <= names | {
        x["article"] for x in lines if x["role"] == "advertisement"
    }


@seeds
def test_lines_of_a_paragraph_make_it(seed: int) -> None:
    truth, lines = edition(made(seed)), printed_lines(made(seed))
    for article in truth["articles"]:
        own = sorted((x for x in lines if x["article"] == article["id"]), key=lambda x: x["order"])
        said: dict[int, str] = {}
        for line in own:
            if line["paragraph"] is not None:
                said[line["paragraph"]] = said.get(line["paragraph"], "") + line["text"]
        meant = ["".join(filter(str.isalnum, text)) for text in article["paragraphs"]]
        texts = list(said.values())
        if texts and (about := REPORTS.match(texts[0])):  # a reporter's words about himself are his byline
            texts[0] = texts[0][about.end() :]
        if "printed" not in article:
            assert ["".join(filter(str.isalnum, text)) for text in texts] == meant


@seeds
def test_body_lines_stand_in_numbered_columns_from_top_to_bottom(seed: int) -> None:
    frames: dict[tuple[str, int], list[list[float]]] = {}
    for line in printed_lines(made(seed)):
        if line["role"] == "body":
            assert line["frame"] is not None
            if not line["vertical"] and len(line["text"]) > 1:
                frames.setdefault((line["page"], line["frame"]), []).append(line["box"])
    assert frames
    for boxes in frames.values():
        assert [b[1] for b in boxes] == sorted(b[1] for b in boxes)


def test_pages_are_full() -> None:
    for seed in SEEDS:
        issue = made(seed)
        width, height = issue.look.size
        for leaf in issue.leaves:
            assert isinstance(leaf, WebLeaf)
            assert max(line.box.y for line in leaf.lines) > height * 0.85
            assert max(line.box.x + line.box.w for line in leaf.lines) > width * 0.85


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
