"""What other programs say is cut into articles where their headings are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import peers
from peers import Piece, Row, boxed_rows, edition, from_markdown, from_rows

BENCH = Path(peers.__file__).parent


def told(article: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(article[name] for name in ("kicker", "headline", "deck", "byline", "paragraphs"))


def articles(*pages: list[Piece]) -> list[tuple[Any, ...]]:
    return [told(article) for article in edition(pages)["articles"]]


def test_headings_begin_articles_and_the_largest_is_the_headline() -> None:
    text = """_Saturday_

### Town hall
# Bridge *shut*
#### for a year
**By Ana Osei and Tom Reed**

It is **closed**.
Nobody knows \\*why\\*.

| Day | Bus |
|---|---|
| Mon | 4<br><br>5 |

![](x.png)

## Second

**Third of all**

Text."""
    assert articles(list(from_markdown(text))) == [
        (None, None, None, [], ["Saturday"]),
        (
            "Town hall",
            "Bridge shut",
            "for a year",
            ["Ana Osei", "Tom Reed"],
            ["It is closed . Nobody knows *why*.", "Day Bus", "Mon 4", "5"],
        ),
        (None, "Second", "Third of all", [], ["Text."]),
    ]


def test_a_page_begins_an_article_and_radicals_are_read_as_han() -> None:
    found = articles([Piece("一版"), Piece("⼾口⻔前", 1.0), Piece("人⺠。")], [Piece("二版")])
    assert found == [
        (None, None, None, [], ["一版"]),
        (None, "户口门前", None, [], ["人民。"]),
        *articles([Piece("二版")]),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Osei", ["Ana Osei"]),
        ("Von Karl Weber", ["Karl Weber"]),
        ("本报记者 李明 王小芳", ["李明", "王小芳"]),
        ("記者陸明遠∕梅塢報導", ["陸明遠"]),
        ("By 5 o'clock the hall was full", []),
        ("記者昨天下午從縣政府獲悉這件事情", []),
    ],
)
def test_lines_that_only_name_authors_are_bylines(line: str, names: list[str]) -> None:
    ((_, _, _, byline, paragraphs),) = articles([Piece("Head", 1.0), Piece(f"{line}\nIt rained.")])
    assert byline == names
    assert paragraphs == (["It rained."] if names else [f"{line} It rained."])


def test_lines_in_larger_type_begin_articles() -> None:
    rows = [
        Row("Folio", 9.0, 0),
        Row("Large head", 24.0, 1),
        Row("of two lines", 24.5, 2),
        Row("its deck", 14.0, 2),
        Row("P", 40.0, 3),
        Row("Body text that goes", 9.0, 3),
        Row("on here.", 9.1, 3),
        Row("Next paragraph.", 9.0, 4),
        Row("Small head", 12.0, 4),
        Row("More.", 9.0, 5),
    ]
    assert articles(*from_rows([rows])) == [
        (None, None, None, [], ["Folio"]),
        (None, "Large head of two lines", "its deck", [], ["P Body text that goes on here.", "Next paragraph."]),
        (None, "Small head", None, [], ["More."]),
    ]


def test_lines_of_pdftotext_have_the_size_of_their_words() -> None:
    said = """<page width="9" height="9"><flow>
<block xMin="1" yMin="1" xMax="9" yMax="9"><line xMin="1" yMin="1" xMax="9" yMax="3">
<word xMin="1.0" yMin="1.0" xMax="3.0" yMax="21.0">A &amp;</word>
<word xMin="1.0" yMin="1.0" xMax="3.0" yMax="21.0">B</word></line></block>
<block xMin="1" yMin="1" xMax="9" yMax="9"><line xMin="1" yMin="1" xMax="9" yMax="3">
<word xMin="1.0" yMin="1.0" xMax="3.0" yMax="10.5">text</word></line></block>
</flow></page><page width="9" height="9"></page>"""
    assert boxed_rows(said) == [[Row("A & B", 20.0, 0), Row("text", 9.5, 1)], []]


def test_a_program_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, BENCH / "peers.py", "pdftotext", tmp_path / "x.pdf"],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(tmp_path)},
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert "pdftotext is not installed" in ran.stderr


def test_a_file_that_cannot_be_read_leaves_its_place_empty(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, BENCH / "peers.py", "banmian", tmp_path / "x.pdf"], capture_output=True, text=True, check=False
    )
    version, read = map(json.loads, ran.stdout.splitlines())
    assert isinstance(version, str)
    assert read is None
