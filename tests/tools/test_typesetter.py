"""The typesetter's promises: its truth is what is on the page, and it never loses or leaves text quietly."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from banmian.model import codec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from typesetter.browser import found, opened  # noqa: E402 the tools are no installed package
from typesetter.faults import OversetError, SourceError, TypesettingError  # noqa: E402 likewise
from typesetter.flow import Galley  # noqa: E402 likewise
from typesetter.program import finished, typeset  # noqa: E402 likewise
from typesetter.source import Paragraph, load  # noqa: E402 likewise
from typesetter.words import Words, hyphenated, parsed  # noqa: E402 likewise

PAPERS = sorted(folder.parent for folder in (ROOT / "tests/pages").glob("*/stories.txt"))
needs_chromium = pytest.mark.skipif(found() is None, reason="no Chromium that runs: apt-get install chromium")

FACTS = """
title = "Test Paper"
date = 2026-07-10
language = "{language}"
vertical = {vertical}
size = [400, 300]
folio = ["{{number}}"]
[[pages]]
number = "1"
[[pages]]
number = "2"
"""
LAYOUT = """
page 1 margins=20,20,20,20 font={font} size=10 hfont={font} kfont={font} dfont={font} bfont={font}
  story long cols=3 hsize=20 share=0.5
page 2 margins=20,20,20,20 font={font} size=10 hfont={font} kfont={font} dfont={font} bfont={font}
  story long cols=2 hsize=14 part=2
"""
ENGLISH = (
    "The municipal committee considered fourteen applications yesterday, and after an interesting discussion "
    "about photographs, harbors and the condition of every wooden staircase it adjourned without deciding. "
)
CHINESE = "入夏以來連日大雨，河水漲到了石階的第三級，渡口的老人把船拖上岸來，坐在樹下補網；孩子們卻盼着水再高。"


RADICALS = str.maketrans("⺠⻑\ufffe\x02", "民長--")
"""What NFKC leaves of the radicals that Chromium writes for some Han; pdfium's marks for a hyphen."""


def words(text: str) -> Counter[str]:
    """Letters and digits, counted, with radicals as the Han that they stand for."""
    folded = unicodedata.normalize("NFKC", text).translate(RADICALS)
    return Counter(c for c in folded if unicodedata.category(c)[0] in "LN")


def placed(pdf: bytes) -> list[Counter[tuple[str, int, int]]]:
    """Every page's characters with their places in points."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            here: Counter[tuple[str, int, int]] = Counter()
            for i in range(text.count_chars()):
                if (character := text.get_text_range(i, 1)).strip():
                    left, bottom, _, _ = text.get_charbox(i)
                    here[character.translate(RADICALS), round(left), round(bottom)] += 1
            found.append(here)
    return found


def page_texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def paper_folder(folder: Path, body: str, *, language: str, vertical: bool = False) -> Path:
    font = "times" if language == "en" else "serif"
    facts = FACTS.format(language=language, vertical=str(vertical).lower())
    (folder / "paper.toml").write_text(facts, "utf-8")
    (folder / "layout.txt").write_text(LAYOUT.format(font=font), "utf-8")
    head = "=== long\nheadline: 甲 / 乙\njump: 3 J\nfrom: 4 F\njumphead: 5 H\n\n"
    (folder / "stories.txt").write_text(head + body + "\n", "utf-8")
    return folder


@needs_chromium
@pytest.mark.parametrize(
    ("language", "vertical", "text"),
    [("en", False, ENGLISH), ("zh-Hant", False, CHINESE), ("zh-Hant", True, CHINESE)],
)
def test_truth_is_what_stands_on_the_pages(tmp_path: Path, language: str, vertical: bool, text: str) -> None:
    with opened() as browser:
        for times in range(1, 20):  # How much fills the pages depends on the fonts that are installed.
            folder = paper_folder(tmp_path, "\n".join([text * times] * 3), language=language, vertical=vertical)
            try:
                pdf, truth = typeset(load(folder), browser)
            except TypesettingError:
                continue
            break
        else:
            pytest.fail("no length of text fills these pages")
    (article,) = truth["articles"]
    assert article["paragraphs"] == [(text * times).strip()] * 3
    assert (article["continued_on"], article["continued_from"]) == (["2"], ["1"])
    printed = sum((words(page) for page in page_texts(pdf)), Counter[str]())
    assert printed == words(article["headline"] + "".join(article["paragraphs"]) + "3J4F5H")


@needs_chromium
def test_too_much_text_is_refused_and_named(tmp_path: Path) -> None:
    folder = paper_folder(tmp_path, "\n".join([CHINESE * 12] * 6), language="zh-Hant")
    with opened() as browser, pytest.raises(TypesettingError, match=r"long has \d+ characters too many"):
        typeset(load(folder), browser)


@needs_chromium
def test_a_hole_is_refused_and_named(tmp_path: Path) -> None:
    folder = paper_folder(tmp_path, CHINESE, language="zh-Hant")
    with opened() as browser, pytest.raises(TypesettingError, match="long"):
        typeset(load(folder), browser)


@needs_chromium
def test_shuffling_keeps_every_character_in_its_place_and_only_the_order_changes() -> None:
    pdf = (ROOT / "tests/pages/english-weekly/issue.pdf").read_bytes()
    shuffled = finished(pdf, shuffled=True)
    assert placed(shuffled) == placed(pdf)
    assert page_texts(shuffled) != page_texts(pdf)
    assert b"StructTreeRoot" not in shuffled


@pytest.mark.parametrize("folder", PAPERS, ids=lambda f: f.name)
class TestCommittedPaper:
    """What is in the tree."""

    def truth(self, folder: Path) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((folder / "truth.json").read_text("utf-8"))
        return found

    def test_its_truth_decodes(self, folder: Path) -> None:
        truth = self.truth(folder)
        for article in truth["articles"]:
            article.pop("printed", None)  # The score's, beyond the schema.
        edition = codec.decode(json.dumps(truth))
        assert edition.title
        assert len(edition.articles) == len({a.id for a in edition.articles}) > 10

    def test_its_regions_and_pictures_lie_on_its_pages(self, folder: Path) -> None:
        truth = self.truth(folder)
        sizes = {p["number"]: (p["width"], p["height"]) for p in truth["pages"]}
        for article in truth["articles"]:
            assert article["regions"], article["id"]
            corners = [(r["page"], x, y) for r in article["regions"] for x, y in r["polygon"]]
            for caption in article["captions"]:
                x0, y0, x1, y1 = caption["image"]["box"]
                assert x0 < x1
                assert y0 < y1
                corners += [(caption["image"]["page"], x0, y0), (caption["image"]["page"], x1, y1)]
            for page, x, y in corners:
                assert 0 <= x <= sizes[page][0], article["id"]
                assert 0 <= y <= sizes[page][1], article["id"]

    def test_its_words_stand_in_both_its_pdfs(self, folder: Path) -> None:
        truth = self.truth(folder)
        stated = Counter[str]()
        for article in truth["articles"]:
            heads = "".join(article[k] or "" for k in ("kicker", "headline", "deck"))
            text = article.get("printed") or heads + "".join(article["paragraphs"])
            stated += words(text.replace(article["label"] or "\0", ""))
        for name in ("issue.pdf", "issue.shuffled.pdf"):
            printed = Counter[str]()
            for page in page_texts((folder / name).read_bytes()):
                printed += words(page)
            assert not stated - printed, name

    def test_print_differs_from_truth_in_glyphs_alone(self, folder: Path) -> None:
        for article in self.truth(folder)["articles"]:
            if "printed" in article:
                heads = "".join(article[k] or "" for k in ("label", "kicker", "headline", "deck"))
                right = heads + "".join(article["paragraphs"])
                assert sum(words(right).values()) == sum(words(article["printed"]).values())

    def test_its_printed_weekday_is_right(self, folder: Path) -> None:
        masthead = (folder / "masthead.html").read_text("utf-8")
        day = date.fromisoformat(self.truth(folder)["date"])
        assert re.search(f"星期{'一二三四五六日'[day.weekday()]}|{day:%A}", masthead)


def test_marked_words_have_a_right_and_a_printed_form() -> None:
    found = parsed("[[本報訊]]基{層|层}，準備", half_width=True)
    assert (found.right, found.printed) == ("本報訊基層，準備", "本報訊基层,準備")
    assert (found.leads, found.strays) == (((0, 3),), 1)


def test_forms_of_different_length_are_refused() -> None:
    with pytest.raises(SourceError, match="same length"):
        parsed("{三十|卅}")


def test_hyphens_part_no_sound_and_leave_three_letters() -> None:
    parts = hyphenated("weather looked photographs committee").replace("\u00ad", "-")
    assert "t-h" not in parts
    assert "p-h" not in parts
    assert all(len(p) > 2 for w in parts.split() for p in w.split("-"))
    assert parts.replace("-", "") == "weather looked photographs committee"


class TenToALine:
    """A ruler for which every line holds ten characters."""

    def line_ends(self, pieces: Any, setting: Any) -> list[list[int]]:  # noqa: ANN401, ARG002 a stand-in
        return [[*range(10, len(p.text), 10), len(p.text)] for p in pieces]

    def width(self, text: str, face: str, *, vertical: bool = False) -> float:  # noqa: ARG002 a stand-in
        return float(len(text))


def galley(*texts: str, kind: str = "p") -> Galley:
    paragraphs = tuple(Paragraph(kind, Words(t, t), t) for t in texts)
    return Galley(TenToALine(), paragraphs, "serif", 10, 2)


def test_text_goes_on_in_the_next_frame_where_the_last_one_ended() -> None:
    flow = galley("一" * 35, "二" * 12).poured([(100, 30), (100, 100)], 10, (0, 0))
    assert [(line.paragraph, line.start, line.end) for line in flow.frames[0].lines] == [
        (0, 0, 10),
        (0, 10, 20),
        (0, 20, 30),
    ]
    assert [(line.paragraph, line.start) for line in flow.frames[1].lines] == [(0, 30), (1, 0), (1, 10)]
    assert flow.done
    assert not flow.frames[1].lines[0].indented


def test_what_does_not_fit_is_said() -> None:
    flow = galley("一" * 100).poured([(100, 30)], 10, (0, 0))
    assert not flow.done
    assert flow.stop == (0, 30)


def test_a_line_of_verse_that_is_too_long_is_refused() -> None:
    with pytest.raises(OversetError, match="does not fit on a line"):
        galley("一" * 11, kind="verse").poured([(100, 30)], 10, (0, 0))
