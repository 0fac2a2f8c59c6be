"""Names that sign an article lose their strays, and what they were is remembered."""

from __future__ import annotations

from collections import Counter

import pytest

from banmian.model.text import Text
from banmian.repair.bylines import Bylines

WHOLE = "這幾年，村裡的路修好了，老人們出門方便，离家又近。電話一打，車就來。記者張雲飛說，" * 3


def signed(name: str, script: str = "hant", whole: str = WHOLE) -> str:
    return Text(name).edited("script", Bylines(script, Counter(whole), whole).edits(name)).current


@pytest.mark.parametrize(("printed", "right"), [("陈家豪", "陳家豪"), ("張国強", "張國強"), ("鄭小红", "鄭小紅")])
def test_a_glyph_that_can_be_one_only_is_mended(printed: str, right: str) -> None:
    assert signed(printed) == right


@pytest.mark.parametrize("right", ["宋文斌", "余范干", "后立人", "种曉丹", "党懷瑾", "姜云", "J. 陈", "本報評論員陈"])
def test_what_may_be_right_or_is_no_name_stays(right: str) -> None:
    assert signed(right) == right


def test_a_name_is_spelt_as_the_text_spells_it() -> None:
    assert signed("张云飞") == "張雲飛"


def test_a_name_wholly_in_the_other_script_stays() -> None:
    clean = "這幾年，村裡的路修好了，老人們出門方便。電話一打，車就來。" * 20
    assert signed("刘晓东", whole=clean) == "刘晓东"


def test_a_traditional_glyph_in_a_simplified_paper() -> None:
    whole = "这几年，村里的路修好了，老人们出门方便，离家又近。电话一打，车就来。" * 3
    assert signed("陳家豪", "hans", whole) == "陈家豪"
