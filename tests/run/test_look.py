"""`banmian look`: what a person types, what is written and told, and that nothing is half written."""

from __future__ import annotations

import copy
import json
import signal
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from banmian.edition import edition_of
from banmian.model.codec import encode
from banmian.ports import ReadSettings
from banmian.publish.look.comparing import compared
from banmian.run.look import truth_from
from banmian.run.read import read
from conftest import Ran
from handmade_pdf import Sheet, made, text
from programs import PAGES, contents, started
from scoring import scored

Banmian = Callable[..., Ran]
Json = dict[str, Any]

ROWS = ("今晨河上起了大霧，老橋邊的渡船停了一個鐘頭，", "岸上的人都在等，船家說霧散了就開，不必著急。")
STORY = text("東城大橋今天通車", 40, 80, 24) + "".join(text(row, 40, 120 + 14 * n) for n, row in enumerate(ROWS * 4))
OTHER = text("北門小學掛起銅鈴", 40, 80, 24) + "".join(
    text("孩子們在草地裡挖到一枚五十年前的銅鈴，校長很高興。", 40, 120 + 14 * n) for n in range(8)
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made([Sheet(STORY), Sheet(OTHER)]))
    return path


@pytest.fixture
def truth(banmian: Banmian, paper: Path) -> Json:
    """The edition JSON of the paper as it was read."""
    read: Json = json.loads(banmian("read", paper).out)
    return read


def written(truth: Json) -> str:
    Path("truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return "truth.json"


def test_look_prints_the_page_to_open_and_nothing_else(banmian: Banmian, paper: Path) -> None:
    ran = banmian("look", paper)
    assert (ran.status, ran.out, ran.err) == (0, "paper-look/index.html\n", "")
    folder = Path("paper-look")
    assert {p.name for p in folder.iterdir()} == {".banmian", "index.html", "page-1.svg", "page-2.svg", "images"}
    for number in (1, 2):
        root = ET.fromstring((folder / f"page-{number}.svg").read_bytes())  # noqa: S314 our own
        (picture,) = root.iter("{http://www.w3.org/2000/svg}image")
        assert (folder / picture.get("href", "")).read_bytes()[8:12] == b"WEBP"
    assert "東城大橋今天通車" in (folder / "index.html").read_text(encoding="utf-8")


def test_the_summary_is_told_and_shown(banmian: Banmian, paper: Path, truth: Json) -> None:
    ran = banmian("look", paper, "--truth", written(truth))
    assert (ran.status, ran.out) == (0, "paper-look/index.html\n")
    assert "the truth has 2 articles, 2 were read: 2 at least 90 % alike" in ran.err
    assert "headline 2 of 2" in ran.err
    assert "Held against the truth" in Path("paper-look/index.html").read_text(encoding="utf-8")


def test_two_bodies_swapped_in_the_truth_are_drawn_as_wrong(banmian: Banmian, paper: Path, truth: Json) -> None:
    one, other = truth["articles"]
    one["paragraphs"], other["paragraphs"] = other["paragraphs"], one["paragraphs"]
    one["regions"], other["regions"] = other["regions"], one["regions"]
    ran = banmian("look", paper, "--truth", written(truth))
    assert "blocks that are not where the truth has them: 2" in ran.err
    drawn = Path("paper-look/page-1.svg").read_text(encoding="utf-8")
    assert 'class="fault"' in drawn
    assert "belongs to “東城大橋今天通車” (#2)" in drawn, "the headline: the bodies are longer, and make the pairs"


def test_fields_that_edition_json_does_not_know_are_passed_over(banmian: Banmian, paper: Path, truth: Json) -> None:
    truth["made_by"] = "hand"
    for one in truth["articles"]:
        one["printed"] = "as printed"
        for region in one["regions"]:
            region["sure"] = True
    assert banmian("look", paper, "--truth", written(truth)).status == 0


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "truth.json: no such file. Check the spelling of --truth."),
        (b"{not json", "truth.json is no edition JSON: Expecting property name"),
        (b"\xff\xfe\x00", "truth.json is no edition JSON"),
        (b"[]", "truth.json is no edition JSON: no edition JSON: the object has no `schema`"),
        (b'{"schema": "banmian/edition/1", "articles": [{"id": "a"}]}', "the field 'kind' is missing"),
        (b'{"schema": "banmian/edition/1", "articles": [7]}', "edition/articles/0: an object was expected"),
        (b'{"schema": "banmian/edition/1", "articles": []}', "truth.json holds no articles"),
    ],
    ids=["none", "no JSON", "no text", "no object", "a field missing", "a number", "no articles"],
)
def test_a_bad_truth_is_told_before_anything_is_read(
    banmian: Banmian, tmp_path: Path, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / "truth.json").write_bytes(data)
    ran = banmian("look", "not-even-there.pdf", "--truth", "truth.json")
    assert (ran.status, ran.out) == (3, "")
    assert told in ran.err
    assert not (tmp_path / "not-even-there-look").exists()


def test_a_folder_is_no_truth(banmian: Banmian, tmp_path: Path, paper: Path) -> None:
    ran = banmian("look", paper, "--truth", tmp_path)
    assert ran.status == 3
    assert f"{tmp_path} cannot be read" in ran.err


def test_a_missing_page_is_shown_and_told(banmian: Banmian, tmp_path: Path, paper: Path) -> None:
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7 and no more")
    ran = banmian("look", paper, "torn.pdf", "-o", "out")
    assert (ran.status, ran.out) == (4, "out/index.html\n")
    assert "page 3: torn.pdf is a PDF, but it is damaged" in ran.err
    assert "torn.pdf is a PDF, but it is damaged" in Path("out/index.html").read_text(encoding="utf-8")
    assert "could not be read" in Path("out/page-3.svg").read_text(encoding="utf-8")


def test_text_without_places_is_shown_as_text(banmian: Banmian, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("東城大橋通車\n\n本報訊　今晨通車了，人人都高興。\n", encoding="utf-8")
    ran = banmian("look", "page.txt")
    assert (ran.status, ran.out) == (0, "page-look/index.html\n")
    shown = Path("page-look/index.html").read_text(encoding="utf-8")
    assert "tells no places" in shown
    assert "人人都高興" in shown


def test_the_same_reading_gives_the_same_bytes(banmian: Banmian, paper: Path, truth: Json) -> None:
    for folder in ("one", "two"):
        assert banmian("look", paper, "-o", folder, "--truth", written(truth)).status == 0
    assert contents(Path("one")) == contents(Path("two"))


@pytest.mark.parametrize("killed_at", ["picture 1", "file 4", "moving 1"])
def test_a_killed_run_leaves_the_older_drawing_whole(tmp_path: Path, paper: Path, killed_at: str) -> None:
    assert started("look", paper, "-o", "out", "--no-cache", cwd=tmp_path).returncode == 0
    old = contents(tmp_path / "out")
    (tmp_path / "new.pdf").write_bytes(made([Sheet(OTHER), Sheet(STORY), Sheet(OTHER)]))
    words = ("look", "new.pdf", "-o", "out", "--no-cache")
    ran = started(*words, cwd=tmp_path, fault="killed", KILLED_AT=killed_at)
    assert ran.returncode == -signal.SIGKILL
    assert contents(tmp_path / "out") == old
    assert started(*words, cwd=tmp_path).returncode == 0
    assert (tmp_path / "out" / "page-3.svg").is_file()
    assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".")], "nothing is left beside it"


def test_a_full_disk_leaves_nothing(tmp_path: Path, paper: Path) -> None:
    ran = started("look", paper, "-o", "out", cwd=tmp_path, fault="full_disk", FULL_AFTER="9000")
    assert (ran.returncode, ran.stdout) == (5, "")
    assert "The disk is full" in ran.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["paper.pdf"]


def test_other_folders_are_left_alone(banmian: Banmian, tmp_path: Path, paper: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "one.tex").write_text("years of work", encoding="utf-8")
    ran = banmian("look", paper, "-o", "thesis")
    assert ran.status == 2
    assert "thesis holds something that banmian did not write" in ran.err
    assert banmian("publish", paper, "-o", "edition").status == 0
    before = contents(tmp_path / "edition")
    ran = banmian("look", paper, "-o", "edition")
    assert ran.status == 2
    assert "edition holds a published edition. Choose another folder with -o." in ran.err
    assert contents(tmp_path / "edition") == before


def test_help_says_what_look_does(banmian: Banmian) -> None:
    ran = banmian("look", "--help")
    assert ran.status == 0
    for option in ("--truth", "--output", "--password", "--max-pages", "--no-cache"):
        assert option in ran.out


@pytest.mark.parametrize("changed", [False, True])
def test_the_figures_are_those_of_the_yardstick(tmp_path: Path, *, changed: bool) -> None:
    """On a sample read without a fault, and on one whose truth was changed in every way that counts."""
    truth: Json = json.loads((PAGES / "english-weekly/truth.json").read_text(encoding="utf-8"))
    if changed:
        truth = astray(truth)
    path = tmp_path / "truth.json"
    path.write_text(json.dumps(truth), encoding="utf-8")
    with ExitStack() as stack:
        issue = read([str(PAGES / "english-weekly/issue.pdf")], ReadSettings(), stack, lambda *_: None).issue
    edition = edition_of(issue)
    summary = compared(issue, edition, truth_from(path)).summary

    scores = scored(truth, json.loads(encode(edition)))
    assert summary.truth_articles == scores["truth_articles"]
    assert summary.read_articles == scores["read_articles"]
    found = 2 * summary.alike / (summary.truth_articles + summary.read_articles)
    assert found == pytest.approx(scores["article_f1@90"])
    counts = {count.name: count.right / count.stated for count in summary.fields}
    assert counts.pop("masthead") == pytest.approx(scores["fields"])
    assert counts == {name: pytest.approx(scores[name]) for name in counts}
    assert {"headline", "byline"} <= set(counts)


def astray(truth: Json) -> Json:
    """The truth as if the issue were another one in part."""
    other = copy.deepcopy(truth)
    stories = [a for a in other["articles"] if len(a["paragraphs"]) > 2]
    one, two, three = stories[:3]
    one["paragraphs"], two["paragraphs"] = two["paragraphs"], one["paragraphs"]
    three["headline"] = "Another headline"
    three["byline"] = ["Nobody Atall"]
    other["articles"].remove(stories[3])
    other["date"] = "1999-01-01"
    return other
