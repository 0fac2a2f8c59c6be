"""Who wrote: bylines in every form, and what a reporter says of himself at a text's beginning."""

from __future__ import annotations

import pytest

from banmian.articles.bylines import names, reported, signature
from banmian.articles.signatures import is_surely_byline

ANNA, PAUL = "Anna Achenbach", "Paul Bertrand"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harriet Lindqvist reports", ("Harriet Lindqvist",)),
        ("— Harriet Lindqvist", ("Harriet Lindqvist",)),
        ("Story by MEI-LING YATES and THOMAS PRUITT", ("Mei-Ling Yates", "Thomas Pruitt")),
        ("From our correspondent Luis Cobb", ("Luis Cobb",)),
        ("Von Anna Achenbach und Lukas Lindemann", (ANNA, "Lukas Lindemann")),
        ("VON ANNA ACHENBACH UND LUKAS LINDEMANN", (ANNA, "Lukas Lindemann")),
        ("(Anna Achenbach)", (ANNA,)),
        ("Text: Anna Achenbach", (ANNA,)),
        ("Von unserer Redakteurin Anna Achenbach", (ANNA,)),
        ("Von unserem Mitarbeiter Jonas Bergmann", ("Jonas Bergmann",)),
        ("Es berichtet Jonas Bergmann", ("Jonas Bergmann",)),
        ("Von Jonas Bergmann Redaktion", ("Jonas Bergmann",)),
        ("Par Paul Bertrand et Anne Dufour", (PAUL, "Anne Dufour")),
        ("De notre correspondant Paul Bertrand", (PAUL,)),
        ("De nos envoyés spéciaux Paul Bertrand et Anne Dufour", (PAUL, "Anne Dufour")),
        ("Paul Bertrand Envoyé spécial", (PAUL,)),
        ("Reportage de Paul Bertrand", (PAUL,)),
        ("Textes : Paul Bertrand", (PAUL,)),
        ("Por Ana Ruiz y Luis Vega", ("Ana Ruiz", "Luis Vega")),
        ("特派記者 錢守信", ("錢守信",)),
        ("採訪撰文：蘇國慶 賴靜", ("蘇國慶", "賴靜")),
        ("記者錢守信專題報導", ("錢守信",)),
        ("□ 記 者 錢 守 信　蘇 國 慶 賴 靜", ("錢守信", "蘇國慶", "賴靜")),
        ("記 者 王 磊", ("王磊",)),
        ("王 磊 張 偉", ("王磊", "張偉")),
        ("◎記者錢守信蘇國慶", ("錢守信", "蘇國慶")),
        ("記者王磊張偉", ("王磊", "張偉")),
        ("記者 司馬相如", ("司馬相如",)),
        ("Ledger staff", ()),
    ],
)
def test_the_names_in_a_byline(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("【記者馬守信青石報導】青石縣今天", ("馬守信",), "青石縣今天"),
        ("記者魏文斌／金沙報導困擾學生", ("魏文斌",), "困擾學生"),
        ("□记者 邹明远 报道　入夏以来", ("邹明远",), "入夏以来"),
        ("本报记者何振华报道　“等划线", ("何振华",), "“等划线"),
        ("記者陳玉梅／東嶺報導「錢要花", ("陳玉梅",), "「錢要花"),
    ],
)
def test_what_a_reporter_says_of_himself(text: str, found: tuple[str, ...], rest: str) -> None:
    who, end = reported(text)
    assert (who, text[end:]) == (found, rest)


@pytest.mark.parametrize(
    "text", ["本報記者王小明報道的新聞", "記者昨日從縣政府獲悉，報道", "本報訊　昨日，記者從區政府獲悉"]
)
def test_a_text_that_only_speaks_of_reporters(text: str) -> None:
    assert reported(text) == ((), 0)


def test_names_alone_in_brackets_at_a_storys_end() -> None:
    assert signature("已經列入預算。（任 穎）") == ("任穎",)
    assert signature("大家都說好。（陳潔 王磊）") == ("陳潔", "王磊")
    assert signature("大家都說好。（資料圖片）") == ()


def test_names_that_nothing_parts_after_a_reporters_title_are_a_byline() -> None:
    assert is_surely_byline("◎記者錢守信蘇國慶")
    assert not is_surely_byline("本報記者前往現場")
