"""What holds of every repair and every text: done is done, all can be undone, and every change leads back to print."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banmian.model.text import Text
from banmian.ports import Repair
from banmian.repair.joins import Joins
from banmian.repair.slips import Slips
from banmian.repair.width import Width
from taken_back import undone

PIECES = st.sampled_from(
    [
        *"本報訊記者王明昨日到場 \n　\t-⸗=¬\u00ad,;:?!()（），。「」“”‘’—…0123456789",
        *("har", "bor", "two", "Zuk", "ker", "Schiff", "fahrt", "t", "il", "www.a.example", "8:30", "3,200", "a@b.c"),
        *("己經", "自已", "曰", "月", "2O24", "c0uncil", "cornmittee", "rn", "巳"),
        *("print(", "`", "、", "é", "ß", "ſ", "かな", "한글", "\U00020000", "\u0301", "\ufffd", "\x00"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join))
REPAIRS: list[Repair] = [
    Joins(),
    Joins(frozenset(["harbor"]), "en"),
    Joins(language="de", old=True),
    Joins(language="fr"),
]
REPAIRS += [Width(), Slips("已經 自己 2024 council committee committee committee", recognised=True, confidence=0.5)]


def ids(repair: Repair) -> str:
    return f"{repair.name}-{getattr(repair, '_language', None)}"


@pytest.mark.parametrize("repair", REPAIRS, ids=ids)
@settings(deadline=None)
@given(text=TEXTS)
def test_a_repaired_text_needs_no_repair(repair: Repair, text: str) -> None:
    once = Text(text).edited(repair.name, repair.edits(text)).current
    again = Text(once).edited(repair.name, repair.edits(once)).current
    assert again == once


@pytest.mark.parametrize("repair", REPAIRS, ids=ids)
@settings(deadline=None)
@given(text=TEXTS)
def test_print_can_be_had_back_byte_for_byte(repair: Repair, text: str) -> None:
    mended = Text(text).edited(repair.name, repair.edits(text))
    assert undone(mended) == text == mended.raw


@settings(deadline=None)
@given(text=TEXTS)
def test_every_character_leads_back_to_what_it_came_from(text: str) -> None:
    chain = Text(text)
    for repair in (Joins(), Width()):
        chain = chain.edited(repair.name, repair.edits(chain.current))
    full = dict(zip("，；：？！（）", ",;:?!()", strict=True))
    for place, char in enumerate(chain.current):
        start, end = chain.origin(place, place + 1)
        printed = text[start:end]
        assert char in printed or full.get(char, "\0\0") in printed or (char == " " and "\n" in printed)


@pytest.mark.parametrize(
    "text",
    [
        "-" * 60_000,
        "a" * 60_000,
        "a-\n" * 20_000,
        " \n" * 30_000,
        "本 " * 60_000,
        "本報訊息通 " * 20_000,
        "(" * 100_000 + "本",
        "本(" * 60_000 + ")" * 60_000,
        "本," * 80_000,
        "a)," * 60_000 + "本",
        "本" + " " * 60_000 + ",",
        "1,000" * 40_000,
        "a.b@" * 40_000 + "本,",
        "本f(" * 40_000,
        "本`" * 40_000 + ",",
        "\n" * 60_000,
        "己" * 60_000,
        "0O1l" * 20_000,
        "rnm" * 30_000,
        "1a" * 40_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_text_made_to_stall_them_does_not(text: str) -> None:
    for repair in REPAIRS:  # what needed time by the square would end at the suite's own limit
        assert isinstance(list(repair.edits(text)), list)
