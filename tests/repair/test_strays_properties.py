"""What holds for every text: repair ends, can be undone, leads back to print, and stays within its article."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from banmian.model.article import Article, Kind, Passage
from banmian.model.text import Text
from banmian.ports import SCRIPTS, Repair
from banmian.repair.bylines import Bylines
from banmian.repair.joins import Joins
from banmian.repair.mending import mended, passages
from banmian.repair.strays import Strays
from banmian.repair.whole_script import WholeScript
from banmian.repair.width import Width
from taken_back import undone

PRINT = (
    "后里余准干只云台于范发面系历钟复汇卷征采制谷丑斗折划表松游签冲舍御群羣为爲裡裏着著决決内內這们说时個國学"
    "王三十五个了的之在老师先生、，。；「」“”（）()：:,.!?0123 \n　aZ-\u00ad\u3000\U00020000"
)
"""Glyphs that stray, those beside them, marks, digits, white, and what is none of these."""

TEXTS = st.text(st.sampled_from(PRINT), max_size=60) | st.text(max_size=40)


def steps(script: str, whole: str) -> list[Repair]:
    usage = Counter(whole)
    return [Width(), Strays(script, usage, whole), Bylines(script, usage, whole)]


@given(TEXTS, st.sampled_from(("hant", "hans")))
@example("兩圈，三天后后師傅后后里里余余", "hant")
@example("「这是国家发展」他說", "hant")
@settings(deadline=None, max_examples=300)
def test_what_is_repaired_needs_no_repair(text: str, script: str) -> None:
    usage = Counter(text)
    for step in (Strays(script, usage, text), Bylines(script, usage, text)):
        once = Text(text).edited(step.name, step.edits(text)).current
        assert not step.edits(once)


@given(TEXTS, st.sampled_from(("hans", "hant", "hk", "tw")), st.sampled_from(("hant", "hans")))
@settings(deadline=None, max_examples=150)
def test_what_is_in_a_script_needs_no_conversion(text: str, asked: str, printed: str) -> None:
    assume(asked != "hk" or "著" not in text)  # alone it may be 着 there, and no word tells
    step = WholeScript(asked, printed, text)
    once = Text(text).edited(step.name, step.edits(text)).current
    again = WholeScript(asked, "hans" if asked == "hans" else "hant", once)
    assert not again.edits(once)


@given(TEXTS, st.sampled_from(("hant", "hans")), st.sampled_from((None, *SCRIPTS)))
@settings(deadline=None, max_examples=150)
def test_every_change_can_be_undone_and_leads_back_to_print(text: str, script: str, asked: str | None) -> None:
    chain = [Joins(), *steps(script, text)]
    if asked and asked != "printed":
        chain.append(WholeScript(asked, script, text))
    done = Text(text)
    for step in chain:
        done = done.edited(step.name, step.edits(done.current))
    assert undone(done) == text
    for place in range(len(done.current)):
        start, end = done.origin(place, place + 1)
        assert 0 <= start <= end <= len(text)
        if end - start == 1 and text[start] == done.current[place]:
            continue
        assert any(change.printed == (start, end) for change in done.changes())


@given(st.lists(st.lists(TEXTS, max_size=3), max_size=3), st.sampled_from((None, *SCRIPTS)))
@settings(deadline=None, max_examples=60)
def test_repair_keeps_articles_and_passages_apart(texts: list[list[str]], asked: str | None) -> None:
    articles = [
        Article(f"a{k}", Kind.STORY, (), byline=("陈家豪",), paragraphs=tuple(Passage(Text(t)) for t in each))
        for k, each in enumerate(texts)
    ]
    done, _ = mended(articles, asked)
    assert [a.id for a in done] == [a.id for a in articles]
    for before, after in zip(articles, done, strict=True):
        assert [p.text.raw for p in passages(after)] == [p.text.raw for p in passages(before)]
        for passage in passages(after):
            assert undone(passage.text) == passage.text.raw
            assert all(0 <= f.start <= f.end <= len(passage.text.raw) for f in passage.flags)


@pytest.mark.parametrize(
    "text",
    [
        "后" * 20_000,
        "([{（" * 5_000,
        "「" * 10_000 + "」" * 10_000,
        "只" * 10_000 + "有",
        "从" + "里" * 20_000,
        "a-\n" * 8_000,
        "余" + "　" * 20_000 + "余",
        "\ud800\udfff后",
        "某君語記者云" * 3_000,
        "的后" * 8_000,
    ],
    ids=lambda text: f"{text[:4]!r} {len(text)}",
)
@pytest.mark.timeout(60)
def test_adversarial_texts_are_read_in_bounded_time(text: str) -> None:
    for asked in (None, "tw", "hans"):
        (article,), _ = mended([Article("a", Kind.STORY, (), paragraphs=(Passage(Text(text)),))], asked)
        assert undone(article.paragraphs[0].text) == text
