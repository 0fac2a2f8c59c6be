"""How separation on other people's pages is measured: what counts as right, and where files say the truth."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import separation
import separation_truth as truths
from banmian.model.geometry import Box
from library_files import alto, alto_column, page_xml, region, text_line

BENCH = Path(separation.__file__)


def test_the_best_pairing_counts_and_lines_of_no_article_do_not() -> None:
    true = ["a", "a", "a", "b", "b", None]
    assert separation.right_share(true, [7, 7, 7, 3, 3, 9]) == 1.0
    assert separation.right_share(true, [1, 1, 1, 1, 1, 1]) == pytest.approx(3 / 5)
    assert separation.right_share(true, [0, 1, 2, 3, 4, 5]) == pytest.approx(2 / 5)
    assert separation.right_share(true, [-1, -1, -1, -1, -1, -1]) == 0.0


def test_pairs_of_blocks_are_counted() -> None:
    true = {(0, 1), (0, 2), (1, 2)}
    assert separation.scores(true, true) == (1.0, 1.0, 1.0)
    assert separation.scores(true, {(0, 1), (3, 4)}) == pytest.approx((1 / 2, 1 / 3, 2 / 5))
    assert separation.scores(true, set()) == (1.0, 0.0, 0.0)


def told(text: str, y: float, article: str) -> str:
    custom = f' custom="readingOrder {{index:0;}} structure {{id:{article}; type:article;}}"'
    return text_line(text, 100, y).replace("<TextLine", f"<TextLine{custom}" if article else "<TextLine")


def test_lines_say_in_page_xml_which_article_they_are_of() -> None:
    data = page_xml(region(told("one", 100, "a1") + told("two", 140, "")) + region(told("three", 180, "a2")))
    assert truths.lines(data) == [
        truths.ToldLine(Box(100, 100, 700, 134), 0, "a1"),
        truths.ToldLine(Box(100, 140, 700, 174), 0, None),
        truths.ToldLine(Box(100, 180, 700, 214), 1, "a2"),
    ]


METS = """<mets xmlns="http://www.loc.gov/METS/"><structMap TYPE="PHYSICAL"><div><fptr><area BEGIN="P1"/></fptr></div>
</structMap><structMap TYPE="LOGICAL"><div TYPE="Newspaper"><div TYPE="CONTENT">
<div TYPE="Article" ID="D1"><div TYPE="HEADING"><fptr><area BEGIN="B1"/></fptr></div>
<div TYPE="BODY"><fptr><area BEGIN="B2"/></fptr></div></div>
<div TYPE="SECTION"><div TYPE="ADVERTISEMENT" ID="D2"><fptr><area BEGIN="B3"/></fptr></div></div>
</div></div></structMap></mets>"""


def test_the_logical_structure_says_which_blocks_are_an_article() -> None:
    assert truths.mets_articles(METS.encode()) == {"B1": "D1", "B2": "D1", "B3": "D2"}


def drawn(name: str, x: float) -> dict[str, object]:
    polygon = f'<g transform="matrix(1 0 0 1 {x} 50)"><polygon points="-5,-5 5,-5 5,5 -5,5 "/></g>'
    return {"id": name, "selector": {"value": polygon}}


def test_the_annotators_groups_say_which_regions_are_an_article() -> None:
    article = {"type": "CategoryLabel", "value": {"name": "article"}}
    items = [{"id": f"i{k}", "body": [article], "target": [drawn(f"r{k}", 50 + 100 * k)]} for k in range(3)]
    group = {"id": "g", "body": [{"type": "GroupAnnotation"}, article], "target": [drawn("r0", 50), drawn("r2", 250)]}
    boxes, groups = truths.annotated(json.dumps({"items": [*items, group]}).encode())
    assert boxes == {f"r{k}": Box(45 + 100 * k, 45, 55 + 100 * k, 55) for k in range(3)}
    assert groups == {"r0": "g", "r2": "g"}


def ran(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, BENCH, *map(str, words)], capture_output=True, text=True, check=False)


def test_every_collection_is_measured(tmp_path: Path) -> None:
    (tmp_path / "citlab").mkdir()
    lines = "".join(told(f"a line of the story, number {k}", 100 + 40 * k, "a1") for k in range(6))
    (tmp_path / "citlab" / "page.xml").write_bytes(page_xml(region(lines)))
    issue = tmp_path / "bnf" / "issue"
    (issue / "ALTO").mkdir(parents=True)
    (issue / "1-METS.xml").write_text(METS, encoding="utf-8")
    (issue / "ALTO" / "1.xml").write_bytes(alto(alto_column(name="B1") + alto_column(name="B2")))
    done = ran(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "citlab" in done.stdout
    assert "mean (bar 0.90)" in done.stdout
    assert done.stdout.count("not measured") == 2  # rero and jingbao are not there


def test_where_there_is_no_data_it_says_so(tmp_path: Path) -> None:
    done = ran(tmp_path / "none")
    assert done.returncode == 1
    assert "no such folder" in done.stderr
