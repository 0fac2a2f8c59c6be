"""Papers that a browser has laid out: what the script reads back is what is printed, and where."""

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
from papers.webhouse import drawn_house  # noqa: E402 likewise
from papers.webread import WebLeaf  # noqa: E402 likewise
from typesetter.browser import document, found, opened  # noqa: E402 likewise

pytestmark = [
    pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed"),
    pytest.mark.skipif(found() is None, reason="no Chromium that runs: apt-get install chromium"),
]
REPORTS = re.compile("[【〔□]?(?:本[報报])?[記记]者.{2,12}[報报][道導][】〕]?")

PAPERS = (("webset", 3), ("webset", 4), ("webset", 14), ("weekend", 6003), ("weekend", 6004), ("weekend", 6009))
"""Papers in Chinese and English with jumps, upright stories, text round pictures and items under names; and weekend
papers: an English cover, a district front in Traditional characters, and a French paper."""
papers = pytest.mark.parametrize("paper", PAPERS, ids=lambda p: f"{p[0]} {p[1]}")

Paper = tuple[str, int]


@cache
def made(paper: Paper) -> Issue:
    family, seed = paper
    return attempted(seed, family, 2)


def told(issue: Issue) -> str:
    return json.dumps([edition(issue), printed_lines(issue)], ensure_ascii=False)


@pytest.mark.parametrize("paper", [PAPERS[0], PAPERS[3]])
def test_a_seed_is_a_paper(paper: Paper) -> None:
    assert told(made(paper)) == told(attempted(paper[1], paper[0], 2))


@papers
def test_no_line_meets_another_or_leaves_its_page(paper: Paper) -> None:
    overlap(made(paper))


def test_the_print_has_each_line_where_it_was_read() -> None:
    with opened() as browser:
        for paper in PAPERS:
            issue = made(paper)
            html = document("\n".join(leaf.html() for leaf in issue.leaves), issue.look.size)
            html = html.replace("</style>", f"{STYLE}{style_sheet()}</style>", 1)
            prove_print(issue, browser.printed(html, issue.look.size))


def test_what_is_written_is_whole(tmp_path: Path) -> None:
    with opened() as browser:
        written(made(PAPERS[1]), browser, tmp_path)
    truth = json.loads((tmp_path / "truth.json").read_text("utf-8"))
    lines = json.loads((tmp_path / "lines.json").read_text("utf-8"))
    names = {a["id"] for a in truth["articles"]}
    assert names
    assert {x["article"] for x in lines if x["article"]} <= names | {
        x["article"] for x in lines if x["role"] == "advertisement"
    }


@papers
def test_lines_of_a_paragraph_make_it(paper: Paper) -> None:
    truth, lines = edition(made(paper)), printed_lines(made(paper))
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


@papers
def test_body_lines_stand_in_numbered_columns_from_top_to_bottom(paper: Paper) -> None:
    frames: dict[tuple[str, int], list[list[float]]] = {}
    for line in printed_lines(made(paper)):
        if line["role"] == "body":
            assert line["frame"] is not None
            if not line["vertical"] and len(line["text"]) > 1:
                frames.setdefault((line["page"], line["frame"]), []).append(line["box"])
    assert frames
    for boxes in frames.values():
        assert [b[1] for b in boxes] == sorted(b[1] for b in boxes)


def test_pages_are_full() -> None:
    for paper in PAPERS:
        issue = made(paper)
        width, height = issue.look.size
        for leaf in issue.leaves:
            assert isinstance(leaf, WebLeaf)
            assert max(line.box.y for line in leaf.lines) > height * 0.85
            assert max(line.box.x + line.box.w for line in leaf.lines) > width * 0.85


def test_styles_differ() -> None:
    houses = [drawn_house(random.Random(seed)) for seed in range(120)]  # noqa: S311 no secrets
    assert {h.tongue.code for h in houses} == {"zh-Hant", "zh-Hans", "en", "de", "fr"}
    assert len({(h.kind, h.mast, h.folio, h.parting) for h in houses}) > 80
