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
        ("the end \n\n of it\n\n", "the end of it"),
    ],
)
def test_lines_become_running_text(printed: str, whole: str) -> None:
    assert joined(printed) == whole


@pytest.mark.parametrize(
    ("printed", "closed"),
    [
        ("本 報 訊", "本報訊"),
        ("公 告", "公告"),
        ("會議通過了新的 預算案與計畫，代表都贊成。", "會議通過了新的預算案與計畫，代表都贊成。"),
    ],
)
def test_spaces_within_words_and_sentences_of_han_vanish(printed: str, closed: str) -> None:
    assert joined(printed) == closed


@pytest.mark.parametrize(
    "printed",
    [
        "（記者 王小明 李大華）昨日開會，今日散會。",
        "春風送暖入屠蘇 萬象更新又一年",
        "記者 王小明昨日到場採訪，今日才回。",
        "到者尤衆　警士法警都來，無一缺席。",
        "用 WeChat 報名，共 12 人。",
    ],
)
def test_spaces_that_print_means_stay(printed: str) -> None:
    assert joined(printed) == printed


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("he said “no”\nto all", "he said “no” to all"),
        ("gesagt.“\n„Wir", "gesagt.“ „Wir"),
        ("all of it\n— The end", "all of it — The end"),
        ("他說\n“不行”\n就走", "他說“不行”就走"),
    ],
)
def test_marks_of_both_scripts_are_joined_as_their_neighbours_are(printed: str, whole: str) -> None:
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
        ("7月6日-8日,見4-9版;8:30 開會", "7月6日-8日，見4-9版；8:30 開會"),
        ("長3.5米, 寬2米", "長3.5米，寬2米"),
        ("世界衛生組織(WHO)宣布", "世界衛生組織（WHO）宣布"),
        ("共一萬元（約合1,300美元)。", "共一萬元（約合1,300美元）。"),
        ("先輸入print(a, b),再看", "先輸入print(a, b)，再看"),
        ("寫信到 a.b@c.example,謝謝", "寫信到 a.b@c.example，謝謝"),
        ("他唱 Hello, my friend!然後走了", "他唱 Hello, my friend!然後走了"),
        ("比分是3:2,主隊勝", "比分是3:2，主隊勝"),
        ("1)開門 2)關門", "1)開門 2)關門"),
        ("他問:“你好嗎?”", "他問：“你好嗎？”"),
        ("他問:「你好嗎?」", "他問：「你好嗎？」"),
    ],
)
def test_marks_between_han_are_full_width_and_no_others(printed: str, wide: str) -> None:
    assert widened(printed) == wide


@pytest.mark.parametrize(
    "printed",
    [
        "« Vraiment ? » demanda-t-elle ; « oui : tout de suite ! »",
        "„Wirklich?“, fragte sie; „ja: sofort!“ (so war es)",
        "“Really?” she asked; ‘yes: at once!’ (It was so.)",
        "¿De verdad?, preguntó; «sí: ¡ahora!»",
        "「本当?」と聞いた。",
    ],
)
def test_other_languages_keep_their_own_marks(printed: str) -> None:
    assert widened(printed) == printed.replace("?」", "？」")


@pytest.mark.parametrize("printed", ["「不一定", "他說“不行", "（沒完", "開(到一半,人走了"])
def test_what_has_no_partner_is_not_given_one(printed: str) -> None:
    after = widened(printed)
    assert len(after) == len(printed)
    assert "）" not in after
    assert "」" not in after
    assert "”" not in after
