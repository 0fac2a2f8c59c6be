"""Slips are mended where two witnesses agree, suggested where one speaks, and never seen in text that is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from banmian.model.article import Article, Kind, LineRef, Passage
from banmian.model.page import Block, Line, Page
from banmian.model.text import Text
from banmian.repair.misread import slips_mended
from banmian.repair.slips import Slips

PAGES = Path(__file__).parent.parent / "pages"
TRUTHS = sorted([*PAGES.rglob("truth.json"), *PAGES.rglob("*.truth.json")])
FIELDS = ("label", "kicker", "headline", "deck")


def read(text: str, elsewhere: str = "", confidence: float = 1.0) -> str:
    slips = Slips(f"{text}\n{elsewhere}", recognised=True, confidence=confidence)
    return Text(text).edited(slips.name, slips.edits(text)).current


@pytest.mark.parametrize(
    ("misread", "right", "elsewhere"),
    [
        ("工程己經完工", "工程已經完工", "道路已經通車"),
        ("他自已說的", "他自己說的", "自己動手"),
        ("乙已年春節", "乙巳年春節", "乙巳新春"),
        ("7月6曰開幕", "7月6日開幕", "8月1日閉幕"),
        ("今曰上午", "今日上午", "今日下午"),
        ("在2O24年", "在2024年", "自2024年起"),
        ("the c0uncil met", "the council met", "the council said"),
        ("the schoo1 gate", "the school gate", "a school bus"),
    ],
)
def test_a_slip_whose_word_the_issue_prints_elsewhere_is_mended(misread: str, right: str, elsewhere: str) -> None:
    assert read(misread, elsewhere) == right
    assert read(misread) == misread
    found = Slips(misread + elsewhere).slips(misread)  # of text that the file holds itself
    assert found[0].new in right
    assert not found[0].sure


def test_a_line_that_its_recogniser_doubted_is_a_witness() -> None:
    assert read("工程己經完工", confidence=0.5) == "工程已經完工"
    assert read("工程己經完工", confidence=0.95) == "工程己經完工"


def test_rn_for_m_needs_an_issue_that_prints_the_word_and_a_doubted_line() -> None:
    often = "The committee met. The committee rose. A committee of the committee."
    assert read("the cornmittee sat", often, confidence=0.5) == "the committee sat"
    assert read("the cornmittee sat", often) == "the cornmittee sat"
    assert read("a modem and a modem", "modern modern modern", confidence=0.5) == "a modem and a modem"


def test_a_suggestion_says_where_what_and_why() -> None:
    (slip,) = Slips("他自已說的").slips("他自已說的")
    assert (slip.start, slip.end, slip.was, slip.new, slip.sure) == (2, 3, "已", "己", False)
    assert "自己" in slip.why


@pytest.mark.parametrize(
    "right",
    [
        "己欲立而立人，己欲達而達人",
        "子曰：「學而時習之」，先生曰不可",
        "美其名曰改革",
        "己巳年己亥月，戊己庚辛",
        "H2O, CO2, MP3, A1, 1st, 20th and a 10l can",
        "the corn, the modem and Hornby",
        "年巳八十，事巳巳然",
        "5O2 glue and room 1O1a",
        "二○二四年",
    ],
)
def test_what_only_looks_like_a_slip_stays(right: str) -> None:
    assert read(right) == right


def test_a_form_that_an_issue_prints_as_its_custom_is_no_slip() -> None:
    custom = "事巳經成。人巳經去。船巳經開。"
    assert read("事巳經成", custom + "早已經說過", confidence=0.1) == "事巳經成"


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_text_of_the_pages_here_has_a_slip(path: Path) -> None:
    articles = json.loads(path.read_text("utf-8"))["articles"]
    texts = [text for a in articles for text in (*map(a.get, FIELDS), *(a.get("paragraphs") or ())) if text]
    slips = Slips("\n".join(texts), recognised=True, confidence=0.0)
    assert [found for text in texts for found in slips.slips(text)] == []


def test_only_what_was_recognised_is_touched() -> None:
    def page(*, recognised: bool) -> Page:
        lines = (Line(Text("工程己經完工。"), confidence=0.4),)
        return Page(0, width=600, height=800, blocks=(Block(lines),), recognised=recognised)

    refs = (LineRef(0, 0, 0),)
    article = Article("a", Kind.STORY, (), paragraphs=(Passage(Text("工程己經完工。"), refs),))
    for recognised, told in ((True, "工程已經完工。"), (False, "工程己經完工。")):
        (mended,) = slips_mended([article], [page(recognised=recognised)])
        assert str(mended.paragraphs[0]) == told
