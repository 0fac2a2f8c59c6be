"""Where nothing decides, the glyph stays and a flag says where it is, what it may be and why."""

from __future__ import annotations

from collections import Counter

import pytest

from banmian.model.article import Article, Kind, Passage
from banmian.model.text import Text
from banmian.repair.mending import mended
from banmian.repair.strays import Strays

STRAYED = "這幾年，村裡的路修好了，老人們出門方便，离家又近。电話一打，車就來。" * 3
"""Traditional, with strays that are certain."""


def found(text: str, whole: str = STRAYED) -> tuple[dict[int, str], dict[int, tuple[str, ...]]]:
    strays = Strays("hant", Counter(whole + text), whole + text)
    edits, flags = strays.found(text)
    return {e.start: e.new for e in edits}, {f.start: f.could_be for f in flags}


@pytest.mark.parametrize(("text", "place", "form"), [("他看了看表", 4, "錶"), ("老人松了", 2, "鬆"), ("說干", 1, "乾")])
def test_a_glyph_that_nothing_decides_is_mended_or_flagged(text: str, place: int, form: str) -> None:
    edits, flags = found(text)
    assert place in edits or form in flags[place]


def test_what_its_word_protects_is_neither_changed_nor_flagged() -> None:
    for text in ("准印證", "皇后", "公里", "台州", "干涉", "余先生說"):
        assert found(text) == ({}, {})


def test_a_clean_issue_has_no_flags() -> None:
    clean = "這幾年，村裡的路修好了，老人們出門方便。" * 40
    assert found("他看了看表，只說好", clean) == ({}, {})


def test_a_flag_leads_to_print_through_joined_lines() -> None:
    raw = STRAYED + "\n　　他看了看\n表"
    (article,), _ = mended([Article("a", Kind.STORY, (), paragraphs=(Passage(Text(raw)),))])
    passage = article.paragraphs[0]
    assert passage.text.current.endswith("他看了看表")
    flags = [f for f in passage.flags if f.end == len(raw)]
    assert [raw[f.start : f.end] for f in flags] == ["表"]
    assert "錶" in flags[0].could_be
    assert flags[0].why


@pytest.mark.parametrize("quoted", ["「这是国家发展战略」", "《汉语词汇学习》"])
def test_a_quotation_wholly_in_the_other_script_stays(quoted: str) -> None:
    text = f"牆上寫著{quoted}，大家都認得。"
    edits, _ = found(text, "這幾年，村裡的路修好了，老人們出門方便。電話一打，車就來。" * 10 + text)
    assert not edits


def test_a_quotation_with_a_stray_is_mended() -> None:
    edits, _ = found("他說「發展经濟」。")
    assert edits == {5: "經"}


def test_an_old_form_that_an_issue_prints_is_its_own() -> None:
    literary = "某君之言，決議之事，社會之人，國家之法，學生之書，" * 30
    own = literary.replace("決", "决")
    assert found("决議", own + "这们说時")[0] == {}
    assert found("决議", literary + "这们说時")[0] == {0: "決"}


def test_the_issue_s_own_form_of_a_word_is_kept_to() -> None:
    whole = STRAYED + "每週一次，上週三，下週五，本週六。"
    assert found("每周一次", whole)[0] == {1: "週"}
    assert found("四周都是田", whole)[0] == {}
