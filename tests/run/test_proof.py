"""`banmian proof`: what a person types, what is written and told, and by which exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from banmian.model.proof import Fault
from banmian.ports import ReadSettings
from banmian.run.proof import proofs_of
from banmian.run.read import read
from conftest import Ran
from handmade_pdf import Sheet, made, text
from programs import PAGES

Banmian = Callable[..., Ran]

STORY = text("東城大橋今天通車", 40, 80, 24) + "".join(
    text("今晨河上起了大霧，老橋邊的渡船停了的的鐘頭，", 40, 120 + 14 * n) for n in range(8)
)
OCR = """\
東河週報
2026年7月10日 星期四 總第1734期

大橋通車
本報訊 工程己經完工，居民說：「明天再走。河上霧大。
道路已經通車。
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made([Sheet(STORY), Sheet(STORY)]))
    return path


def test_the_report_goes_to_standard_output_as_text(banmian: Banmian, paper: Path) -> None:
    ran = banmian("proof", paper)
    assert ran.status == 0, ran.err
    assert "repeated words: “的” stands twice" in ran.out
    assert "p. 1" in ran.out


def test_or_to_files_as_json_and_html(banmian: Banmian, paper: Path) -> None:
    ran = banmian("proof", paper, "--json", "proof.json", "--html", "proof.html")
    assert (ran.status, ran.out) == (0, "")
    whole = json.loads(Path("proof.json").read_text(encoding="utf-8"))
    assert {f["fault"] for f in whole["findings"]} == {"repeated words"}
    assert whole["findings"][0]["where"]["box"] is not None
    assert Path("proof.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_earlier_issue_says_which_number_comes_next(banmian: Banmian, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(OCR, encoding="utf-8")
    Path("before.json").write_text(
        json.dumps({"schema": "banmian/edition/1", "date": "2026-07-03", "total_number": "1732", "articles": []}),
        encoding="utf-8",
    )
    told = banmian("proof", "page.txt", "--after", "before.json").out
    assert "should be 1733" in told
    assert "「 is opened and not closed" in told
    assert "2026-07-10 is a Friday; print says 星期四" in told
    assert "己 was printed; the edition has 已" in told, "the slip is mended, for the word stands elsewhere"


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["nowhere.pdf"], 3, "nowhere.pdf"),
        ([], 2, "ISSUE"),
        (["paper.pdf", "--after", "nowhere.json"], 3, "--after"),
        (["paper.pdf", "--after", "paper.pdf"], 3, "edition JSON"),
        (["paper.pdf", "--html", "no/such/folder/x.html"], 5, ""),
    ],
)
def test_what_cannot_be_done_ends_as_the_contract_says(
    banmian: Banmian, paper: Path, words: list[str], status: int, told: str
) -> None:
    assert paper.name == "paper.pdf"
    ran = banmian("proof", *words)
    assert ran.status == status, ran.err
    assert told in ran.err


@pytest.mark.parametrize("name", ["district-weekly", "english-weekly", "vertical-weekly"])
@pytest.mark.parametrize("file", ["issue.pdf", "issue.shuffled.pdf"])
def test_of_the_sample_papers_nothing_is_told_but_their_strays(name: str, file: str) -> None:
    with ExitStack() as stack:
        issue = read([str(PAGES / name / file)], ReadSettings(), stack, lambda *_: None).issue
    assert [f.what for f in proofs_of(issue).findings if f.fault is not Fault.STRAY] == []
