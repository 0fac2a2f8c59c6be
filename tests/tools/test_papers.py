"""The generator of random papers: its truth is what is on its pages, and a seed is a paper."""

from __future__ import annotations

import json
import random
import re
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

from scoring import scored

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from papers.breaking import Breaker, Type, whole_lines  # noqa: E402 the tools are no installed package
from papers.carve import carved  # noqa: E402 likewise
from papers.families import DRAWN, FAMILIES  # noqa: E402 likewise
from papers.fonts import Scale  # noqa: E402 likewise
from papers.grammar import Teller, lexicon, topics  # noqa: E402 likewise
from papers.hyphens import hyphenated  # noqa: E402 likewise
from papers.issue import Issue  # noqa: E402 likewise
from papers.program import attempted, written  # noqa: E402 likewise
from papers.stories import Tongue  # noqa: E402 likewise
from papers.truth import edition, overlap, printed_lines  # noqa: E402 likewise
from typesetter.browser import found, opened  # noqa: E402 likewise
from typesetter.faults import OversetError, TypesettingError  # noqa: E402 likewise
from typesetter.sheet import Rect  # noqa: E402 likewise

pytestmark = pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed")
needs_chromium = pytest.mark.skipif(found() is None, reason="no Chromium that runs: apt-get install chromium")
BROWSED = ("webset", "weekend")
families = pytest.mark.parametrize(
    "family", [pytest.param(f, marks=needs_chromium) if f in BROWSED else f for f in sorted(FAMILIES)]
)


@cache
def made(family: str, seed: int = 17) -> Issue:
    return attempted(seed, family, 2)


def told(issue: Issue) -> str:
    return json.dumps([edition(issue), printed_lines(issue)], ensure_ascii=False)


@families
def test_a_seed_is_a_paper(family: str) -> None:
    assert told(made(family)) == told(attempted(17, family, 2))
    assert told(made(family)) != told(attempted(18, family, 2))


REPORTS = re.compile("[【〔□]?(?:本[報报])?[記记]者.{2,12}[報报][道導]")


@pytest.mark.parametrize(("family", "seed"), [("daily", 17), ("vertical", 17)])
def test_a_story_has_one_kind_of_byline_and_no_reporters_words_in_its_text(family: str, seed: int) -> None:
    issue = made(family, seed)
    articles = {a["id"]: a for a in edition(issue)["articles"]}
    assert not any(REPORTS.match(p) for a in articles.values() for p in a["paragraphs"])
    told_by = {x["article"] for x in printed_lines(issue) if x["role"] == "body" and REPORTS.match(x["text"])}
    printed = {x["article"] for x in printed_lines(issue) if x["role"] == "byline"}
    assert told_by
    assert all(articles[name]["byline"] for name in told_by)
    assert not told_by & printed


@families
def test_lines_in_reading_order_make_the_articles(family: str) -> None:
    truth, lines = edition(made(family)), printed_lines(made(family))
    for article in truth["articles"]:
        own = sorted((x for x in lines if x["article"] == article["id"]), key=lambda x: x["order"])
        assert [x["order"] for x in own] == list(range(len(own)))
        said: dict[int, str] = {}
        for line in own:
            if line["paragraph"] is not None:
                said[line["paragraph"]] = said.get(line["paragraph"], "") + line["text"]
        assert len(said) == len(article["paragraphs"])
        texts = list(said.values())
        if texts and (about := REPORTS.match(texts[0])):  # a reporter's words about himself are his byline
            texts[0] = texts[0][about.end() :]
        bare = ["".join(c for c in text if c.isalnum()) for text in texts]
        meant = ["".join(c for c in text if c.isalnum()) for text in article["paragraphs"]]
        assert bare == meant or "printed" in article
        assert list(map(len, bare)) == list(map(len, meant))
        headline = "".join(x["text"] for x in own if x["role"] == "headline")
        assert len("".join(headline.split())) == len("".join((article["headline"] or "").split()))


@families
def test_lines_stand_on_their_pages_and_on_no_other_line(family: str) -> None:
    issue = made(family)
    overlap(issue)
    width, height = issue.look.size
    for line in printed_lines(issue):
        x0, y0, x1, y1 = line["box"]
        assert 0 <= x0 < x1 <= width
        assert 0 <= y0 < y1 <= height


@families
def test_the_truth_scores_full_marks_against_itself(family: str) -> None:
    truth = edition(made(family))
    found = scored(truth, truth)
    for name in ("article_f1@90", "text", "headline", "kicker", "deck", "label", "byline", "paragraph_f1", "fields"):
        assert found.get(name, 1.0) == pytest.approx(1.0), name


def test_a_paragraph_that_is_not_set_whole_is_refused() -> None:
    issue = attempted(17, "county", 1)
    line = next(x for leaf in issue.leaves for x in leaf.lines if x.paragraph is not None)
    line.piece = (line.piece[0], line.piece[1] - 1)
    with pytest.raises(TypesettingError, match="not set whole"):
        edition(issue)


def test_lines_that_meet_are_refused() -> None:
    issue = attempted(17, "town", 1)
    first, second = issue.leaves[0].lines[-2:]
    second.box = first.box
    with pytest.raises(OversetError, match="meets"):
        overlap(issue)


@needs_chromium
@pytest.mark.parametrize("family", ["campus", "county", "fraktur", "modern", "republican", "vertical"])
def test_every_letter_of_the_print_stands_on_a_line(tmp_path: Path, family: str) -> None:
    with opened() as browser:
        written(made(family), browser, tmp_path)
        issue = attempted(17, family, 1)
        issue.leaves[0].lines[3].text += "甲"
        with pytest.raises(TypesettingError, match=r"is printed as|belongs to no line"):
            written(issue, browser, tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"issue.pdf", "issue.shuffled.pdf", "truth.json", "lines.json"}


@pytest.mark.parametrize(
    "name",
    [
        *("zh", "en", "de", "fr", "zh+republican", "zh+campus", "en+campus", "en+press", "de+press", "fr+press"),
        *("zh+modern", "en+modern", "de+modern", "fr+modern"),
    ],
)
def test_every_line_of_a_lexicon_can_be_told(name: str) -> None:
    words = lexicon(name)
    chance = random.Random(1)  # noqa: S311 no secrets
    for topic in topics(words):
        teller = Teller(words, chance, topic, "tw", bound={"page": "2", "word": "Story", "name": "N. N."})
        for section, lines in words.items():
            if "." in section and not section.startswith(topic):
                continue
            for line in lines:
                assert "{" not in teller.say(line)


def test_a_lexicon_over_another_brings_its_own_topics_and_keeps_the_rest() -> None:
    base, campus = lexicon("zh"), lexicon("zh+campus")
    assert not set(topics(campus)) - set(topics(lexicon("zh-campus")))
    assert campus["headline"] != base["headline"]
    assert campus["surname"] == base["surname"]


def test_a_seed_without_a_family_means_what_it_meant() -> None:
    assert set(DRAWN) < set(FAMILIES)
    assert [attempted(seed, "", 1).family for seed in (9001, 5003)] == ["county", "daily"]


def test_old_chinese_is_punctuated_little_or_not() -> None:
    chance = random.Random(1)  # noqa: S311 no secrets
    text = "他說，“今天下雨；”大家都帶了傘。"
    assert Tongue("zh-Hant", points="dots").words(text, chance).right == "他說、今天下雨、大家都帶了傘。"
    assert Tongue("zh-Hant", points="none").words(text, chance).right == "他說今天下雨大家都帶了傘"


def test_a_republican_paper_counts_its_years_from_the_republic() -> None:
    issue = made("republican")
    assert issue.facts.date_line().startswith("中華民國")
    assert 1912 <= issue.facts.day.year <= 1949
    assert any(line.role == "advertisement" for line in issue.leaves[0].lines)


def test_letter_spaced_heads_are_as_long_as_they_are_printed() -> None:
    scale = Scale()
    plain, spaced = Type("times", 10), Type("times", 10, track=2.0)
    width = Breaker(scale, "Berlin", plain).cut(0, 200).width
    assert Breaker(scale, "Berlin", spaced).cut(0, 200).width == pytest.approx(width + 12.0)


def test_print_and_truth_differ_in_script_alone() -> None:
    words = Tongue("zh-Hans", strays=10_000).words("層樓的門", random.Random(1))  # noqa: S311 no secrets
    assert (words.right, words.printed) == ("层楼的门", "層樓的門")


def test_lines_neither_begin_nor_end_with_the_wrong_marks() -> None:
    lines = whole_lines(Scale(), "他說，“今天下雨。”大家（都）帶了傘，一起走。" * 4, Type("song", 10), 75)
    assert not {line[0] for line in lines} & set("，。”）")
    assert not {line[-1] for line in lines} & set("“（")


def test_a_line_may_end_within_a_word_at_a_hyphen() -> None:
    breaker = Breaker(Scale(), hyphenated("Eisen·bahn·brücke", "de").replace("·", ""), Type("times", 10))
    cut = breaker.cut(0, 40)
    assert cut.hyphen
    assert breaker.text[: cut.end].replace("\u00ad", "") == "Eisen"


def test_consonants_that_belong_together_are_not_parted() -> None:
    assert hyphenated("Wissenschaft", "de").split("\u00ad") == ["Wis", "sen", "schaft"]
    assert "\u00ad" not in hyphenated("Rat", "de")


def test_text_stands_beside_what_covers_half_a_column() -> None:
    frames = carved(Rect(0, 0, 200, 300), [Rect(100, 100, 300, 50)], 10, 12, 6)
    assert frames == [Rect(0, 0, 200, 94), Rect(0, 94, 94, 62), Rect(0, 156, 200, 144)]
    assert len(carved(Rect(0, 0, 200, 300), [Rect(20, 100, 300, 50)], 10, 12, 6)) == 2
