"""What the learned judges are taught from: every block is told, and every true next block is among those asked."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from training.packed import joined, packed  # noqa: E402 the tools are no installed package
from training.pages import CLASSES, samples  # noqa: E402

PAPERS = sorted(p.parent for p in (ROOT / "tests" / "pages").glob("*/lines.json"))


def test_the_sample_papers_tell_their_lines() -> None:
    assert [p.name for p in PAPERS] == ["district-weekly", "english-weekly", "vertical-weekly"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_every_block_of_a_sample_is_told_and_every_link_is_asked(paper: Path) -> None:
    for sample in samples(paper):
        assert (sample.role >= 0).all()
        assert (sample.before >= 0).sum() == sample.follows.sum()


def test_pages_in_a_row_keep_their_steps() -> None:
    papers = [list(samples(paper)) for paper in PAPERS[:2]]
    row = joined([packed(pages) for pages in papers])
    pages = [page for paper in papers for page in paper]
    assert row.blocks.tolist() == [len(page.role) for page in pages]
    assert row.follows.tolist() == [bool(f) for page in pages for f in page.follows]
    assert row.own[: len(pages[0].role)] == pytest.approx(pages[0].seen.own, rel=1e-6)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_the_lines_are_those_of_the_truth(paper: Path) -> None:
    lines = json.loads((paper / "lines.json").read_text("utf-8"))
    truth = json.loads((paper / "truth.json").read_text("utf-8"))
    heads: dict[str, str] = {}
    for line in lines:
        assert line["role"] in {*CLASSES, "masthead"}
        if line["role"] == "headline":
            heads[line["article"]] = heads.get(line["article"], "") + _bare(line["text"])
    told = set(heads.values()) | {a + b for a in heads.values() for b in heads.values()}  # one may cross the fold
    assert {_bare(a["headline"]) for a in truth["articles"] if a.get("headline")} <= told


def _bare(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
