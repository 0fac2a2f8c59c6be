"""The report on paper: every finding with its place, nothing of the paper taken for markup, readable and printable."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser

from banmian.edition.proofs import findings_of
from banmian.model.issue import Title
from banmian.model.proof import Fault, Finding, Proof, Where
from banmian.publish.proof import NAMES, as_html, as_json, as_text
from issue_of_texts import issue

NASTY = "<script>alert(1)</script>&\"'\x00\ud800\u202e"


def proof(*texts: str) -> Proof:
    return findings_of(issue(*texts, title=Title(name="河堤報", date="2026-07-10", language="zh-Hant")))


def test_the_text_says_what_where_and_in_which_words() -> None:
    told = as_text(proof("他是鎮上的的老師。"))
    assert "河堤報 · 2026-07-10 · 1 pages" in told
    assert "repeated words: “的” stands twice" in told
    assert "…他是鎮上[的的]老師。…" in told
    assert told.endswith("1 found: repeated words 1\n")
    assert "Nothing was found." in as_text(proof("他是老師。"))


def test_json_has_every_field_of_a_finding() -> None:
    whole = json.loads(as_json(proof("他說：「明天再來。")))
    assert whole["schema"] == "banmian/proof/1"
    (found,) = whole["findings"]
    assert found["fault"] == "unbalanced mark"
    assert found["where"]["page"] == "1"
    assert found["where"]["box"] == {"x0": 30.0, "y0": 0.0, "x1": 40.0, "y1": 10.0}
    assert (found["where"]["start"], found["where"]["end"]) == (3, 4)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.outside += [value or "" for name, value in attrs if name in {"src", "href"}]


def test_html_is_one_file_that_escapes_the_paper_s_words() -> None:
    where = Where("1", None, "a", NASTY, "paragraphs/0", 0, 1, NASTY, NASTY, NASTY)
    findings = tuple(Finding(fault, NASTY, where, others=(where,)) for fault in Fault)
    page = as_html(Proof(NASTY, NASTY, None, None, (NASTY,), ((NASTY, NASTY),), findings)).decode()
    read = _Tags()
    read.feed(page)
    assert "script" not in read.tags
    assert all(place.startswith("#") for place in read.outside)
    assert "url(" not in page
    assert "\x00" not in page
    assert re.search(r'<meta name="viewport" content="width=device-width', page)
    assert "@media print" in page


def test_every_kind_has_a_name() -> None:
    assert set(NAMES) == set(Fault)


@pytest.mark.parametrize("width", [360, 1280])
def test_no_line_is_wider_than_the_screen(browser: Browser, width: int) -> None:
    long = "字" * 40 + "a" * 200
    where = Where("1", None, "a", long, "paragraphs/0", 0, 1, long, long, long)
    shown = as_html(Proof(long, None, None, None, ("1",), (), (Finding(Fault.STRAY, long, where),))).decode()
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.set_content(shown)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
