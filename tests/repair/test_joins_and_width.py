"""Line breaks vanish between Han and become spaces between words; half-width marks between Han become full-width."""

from __future__ import annotations

import pytest

from banmian.model.text import Text
from banmian.repair.joins import Joins
from banmian.repair.width import Width


def joined(text: str, words: frozenset[str] = frozenset()) -> str:
    return Text(text).edited("joins", Joins(words).edits(text)).current


def widened(text: str) -> str:
    return Text(text).edited("width", Width().edits(text)).current


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("區裡的工作人\n員說", "區裡的工作人員說"),
        ("the harbor\nferry", "the harbor ferry"),
        ("the har-\nbor ferry", "the harbor ferry"),
        ("a twenty-\none year", "a twenty-one year"),
        ("Jean-\nLuc came", "Jean-Luc came"),
        ("　　本報訊\n昨日", "本報訊昨日"),
    ],
)
def test_lines_become_running_text(printed: str, whole: str) -> None:
    assert joined(printed) == whole


def test_a_hyphen_that_the_issue_prints_elsewhere_stays() -> None:
    assert joined("a well-\nkept lawn", frozenset(["well-kept"])) == "a well-kept lawn"


@pytest.mark.parametrize(
    ("printed", "wide"),
    [
        ("他說,明天來", "他說，明天來"),
        ("三件事:水、電", "三件事：水、電"),
        ("怎麼辦?等着", "怎麼辦？等着"),
        ("第28期(總第1734期)", "第28期（總第1734期）"),
        ("共3,200人,8:30開門", "共3,200人，8:30開門"),
        ("見https://a.example/b?c=1,好", "見https://a.example/b?c=1,好"),
        ("The end, he said (again).", "The end, he said (again)."),
    ],
)
def test_marks_between_han_are_full_width_and_no_others(printed: str, wide: str) -> None:
    assert widened(printed) == wide
