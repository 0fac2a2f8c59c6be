"""Whole texts in another script, with names and words kept that blind conversion gets wrong."""

from __future__ import annotations

import pytest

from banmian.model.article import Article, Kind, Passage
from banmian.model.text import Text
from banmian.repair.mending import mended
from banmian.repair.whole_script import WholeScript


def put(text: str, script: str, printed: str | None = None) -> str:
    step = WholeScript(script, printed, text)
    return Text(text).edited(step.name, step.edits(text)).current


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("坐地日行八万里", "坐地日行八萬里"),
        ("走了几十里", "走了幾十里"),
        ("利润是几倍", "利潤是幾倍"),
        ("他是只有三岁", "他是只有三歲"),
        ("这是被发明的", "這是被發明的"),
        ("为了如何解决", "為了如何解決"),
        ("参与制造", "參與製造"),
        ("接受采访", "接受採訪"),
        ("他自制的机器", "他自製的機器"),
        ("缺乏自制力", "缺乏自制力"),
        ("徐乾学是清代人", "徐乾學是清代人"),
        ("街头发现一只狗", "街頭發現一隻狗"),
        ("准印证号", "准印證號"),
        ("余先生说群众满意", "余先生說群眾滿意"),
        ("皇后和头发", "皇后和頭髮"),
        ("香蕉干和干炒牛河", "香蕉乾和乾炒牛河"),
    ],
)
@pytest.mark.parametrize("script", ["hant", "tw"])
def test_simplified_text_in_traditional_script(text: str, right: str, script: str) -> None:
    assert put(text, script, "hans") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("徐乾學是清代人", "徐乾学是清代人"),
        ("乾隆年間的乾杯", "乾隆年间的干杯"),
        ("她看著著名的瞭望塔", "她看着著名的瞭望塔"),
        ("後來皇后來了", "后来皇后来了"),
        ("梅乾和餅乾", "梅干和饼干"),
    ],
)
def test_traditional_text_in_simplified_script(text: str, right: str) -> None:
    assert put(text, "hans", "hant") == right


def test_places_have_their_own_forms() -> None:
    assert put("裡面的群眾說", "hk", "hant") == "裏面的群眾説"
    assert put("裏面的羣衆說", "tw", "hant") == "裡面的群眾說"
    assert put("高峰時睡在床上，看著著名的湖", "hk", "hant") == "高峰時睡在床上，看着著名的湖"
    assert put("里面的群众说", "hk", "hans") == "裏面的群眾説"


@pytest.mark.parametrize("text", ["", "plain ASCII", "https://例.test/后", "\ud800", "ひらがな", "𠀀𠀁"])
@pytest.mark.parametrize("script", ["hans", "hant", "hk", "tw"])
def test_what_has_no_other_script_stays(text: str, script: str) -> None:
    assert put(text, script) in {text, text.replace("后", "後")}


PRINTED = "這幾年，村裡的路修好了，老人們出門方便，离家又近。電話一打,車就來。歡迎讀者來電談談自己的經歷。"


@pytest.mark.parametrize(
    ("asked", "language", "words"),
    [
        (None, "zh-Hant", "離家又近。電話一打，車"),
        ("hant", "zh-Hant", "離家又近。電話一打，車"),
        ("hans", "zh-Hans", "离家又近。电话一打，车"),
        ("tw", "zh-Hant-TW", "離家又近。電話一打，車"),
        ("hk", "zh-Hant-HK", "離家又近。電話一打，車"),
        ("printed", "zh-Hant", "离家又近。電話一打,車"),
    ],
)
def test_an_issue_in_the_script_that_is_asked_for(asked: str | None, language: str, words: str) -> None:
    article = Article("a", Kind.STORY, (), byline=("陈家豪",), paragraphs=(Passage(Text(PRINTED)),))
    (done,), told = mended([article], asked)
    assert told == language
    assert words in str(done.paragraphs[0])
    assert done.paragraphs[0].text.raw == PRINTED
    assert done.byline == (("陈家豪",) if asked in {"hans", "printed"} else ("陳家豪",))


def test_japanese_is_no_other_script_of_chinese() -> None:
    text = "国会は今日、新しい法律を可決した。学校では先生たちが説明を聞いた。" * 4
    (done,), told = mended([Article("a", Kind.STORY, (), paragraphs=(Passage(Text(text)),))], "tw")
    assert str(done.paragraphs[0]) == text
    assert told is None
