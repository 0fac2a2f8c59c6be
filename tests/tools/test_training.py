"""What the learned judges are taught from: every block is told, and every true next block is among those asked."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from banmian.layout import lay_out
from banmian.model.geometry import Box
from banmian.model.page import Block, Line, Page, Role
from banmian.model.text import Text
from banmian.ports import ReadSettings
from banmian.sources import pdf

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from training.pages import CLASSES, samples  # noqa: E402 the tools are no installed package
from training.worn import in_paragraphs  # noqa: E402 likewise

PAPERS = sorted(p.parent for p in (ROOT / "tests" / "pages").glob("*/lines.json"))


def test_the_sample_papers_tell_their_lines() -> None:
    assert [p.name for p in PAPERS] == ["district-weekly", "english-weekly", "vertical-weekly"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_every_block_of_a_sample_is_told_and_every_link_is_asked(paper: Path) -> None:
    for sample in samples(paper):
        assert (sample.role >= 0).all()
        assert (sample.before >= 0).sum() == sample.follows.sum()


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


def front(paper: Path) -> Page:
    """A paper's first page, laid out."""
    data = (paper / "issue.pdf").read_bytes()
    return lay_out(pdf.open_document(data, "issue.pdf", ReadSettings()).page(0))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_a_page_in_paragraphs_has_a_block_for_each_of_them(paper: Path) -> None:
    page = front(paper)
    cut = in_paragraphs(page)
    assert [line for b in cut.blocks for line in b.lines] == [line for b in page.blocks for line in b.lines]
    assert [b for b in cut.blocks if b.role is not Role.BODY] == [b for b in page.blocks if b.role is not Role.BODY]
    bodies = [b for b in cut.blocks if b.role is Role.BODY]
    assert all(set(b.paragraphs) <= {0} for b in bodies)
    begun = sum(bool(b.paragraphs) for b in bodies)
    assert begun == sum(len(b.paragraphs) for b in page.blocks if b.role is Role.BODY)
    assert len(cut.blocks) > len(page.blocks)


def test_only_text_is_cut_into_its_paragraphs() -> None:
    lines = tuple(Line(Text("今天開門。"), Box(0, 12 * k, 50, 12 * k + 10)) for k in range(3))
    text, caption = (Block(lines, role, Box(0, 0, 50, 34), paragraphs=(0, 2)) for role in (Role.BODY, Role.CAPTION))
    first, second, third = in_paragraphs(Page(0, blocks=(text, caption))).blocks
    assert (first.lines, first.paragraphs) == (lines[:2], (0,))
    assert (second.lines, second.paragraphs) == (lines[2:], (0,))
    assert third == caption


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_a_page_in_paragraphs_is_told_as_well(paper: Path) -> None:
    whole, cut = list(samples(paper)), list(samples(paper, cut=True))
    assert sum(len(s.role) for s in cut) > sum(len(s.role) for s in whole)
    for sample in cut:
        assert (sample.role >= 0).all()
        assert (sample.before >= 0).sum() >= sample.follows.sum()


def _bare(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
