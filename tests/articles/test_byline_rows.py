"""Bylines over several rows, what else stands among them, and who signs below a story."""

from __future__ import annotations

import pytest

from banmian.articles.byline_rows import names_of, signed_above, signed_below

ANNA, RUTH = "Anna Achenbach", "Ruth Whitcombe"


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (["By ANNA", "ACHENBACH"], (ANNA,)),
        (["Textes : Ruth Whitcombe et Anna", "Achenbach"], (RUTH, ANNA)),
        (["Ruth Whitcombe and Anna", "Achenbach reports"], (RUTH, ANNA)),
        (["By Anna Achenbach Photo:", RUTH], (ANNA,)),
        ([ANNA, "Crossing"], (ANNA,)),
        ([ANNA, "Education writer"], (ANNA,)),
        ([ANNA, "reports"], (ANNA,)),
        ([ANNA, "Aus Rosenthal"], (ANNA,)),
        ([ANNA, "Picture: Ruth Whitcombe"], (ANNA,)),
        (["By Anna Achenbach."], (ANNA,)),
        (["宋", "阿", "福"], ("宋阿福",)),
        (["本", "報", "記", "者", "姚", "超", "史", "敏"], ("姚超", "史敏")),
        (["本報記者龍麗華報", "道"], ("龍麗華",)),
        (["王磊", "專題組"], ("王磊",)),
        (["王磊", "退休教師"], ("王磊",)),
        (["王磊", "實習記者"], ("王磊",)),
        (["王磊", "自由撰稿人"], ("王磊",)),
        (["Reportage de Ruth", "Whitcombe"], (RUTH,)),
        (["Ruth Whitcombe Redacción"], (RUTH,)),
        (["INÈS GARNIER"], ("Inès Garnier",)),
        (["Anna Achenbach etRuth Whitcombe"], (ANNA, RUTH)),
        (["【記者康曉東金沙報導】"], ("康曉東",)),
        (["記者錢守信蘇國慶報導"], ("錢守信", "蘇國慶")),
        (["記者薛玉梅／望江", "導\n報"], ("薛玉梅",)),
        (["Words: Ruth Whitcombe", "Pictures: Anna Achenbach"], (RUTH, ANNA)),
        (["Text: Ruth Whitcombe Fotos: Anna Achenbach"], (RUTH, ANNA)),
        (["(Ruth Whitcombe und Anna", "Achenbach)"], (RUTH, ANNA)),
        ([RUTH, "Enviada especial"], (RUTH,)),
        (["本报记者钟丽华报"], ("钟丽华",)),
        (["通 讯 员 汪 超 范 明 远"], ("汪超", "范明远")),
        (["晨曦"], ("晨曦",)),
        (["文／晨曦 圖／王磊"], ("晨曦", "王磊")),
        ([], ()),
    ],
)
def test_who_wrote(blocks: list[str], found: tuple[str, ...]) -> None:
    assert names_of(blocks) == found


@pytest.mark.parametrize(
    ("last", "before", "found"),
    [
        ("(Ruth Whitcombe)", "Not everyone agrees.", (RUTH,)),
        ("(Anna Achenbach and Ruth Whitcombe)", "and then how quiet it was.”", (ANNA, RUTH)),
        ("Von unserem Mitarbeiter Anna Achenbach", "Nicht alle sind damit einverstanden.", (ANNA,)),
        ("Textes : Anna Achenbach", "Depuis, rien n'a changé.", (ANNA,)),
        ("□通訊員 王子涵", "市場管理員的抱怨也少了。", ("王子涵",)),
        ("Le Maire.", "Les remarques peuvent être adressées par écrit.", ()),
        ("Anna Achenbach", "which was named after", ()),
        ("Not everyone agrees with her.", "It rained.", ()),
    ],
)
def test_who_signs_below_a_story(last: str, before: str, found: tuple[str, ...]) -> None:
    assert signed_below(last, before) == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Par Anna Achenbach", (ANNA,)),
        ("Ruth Whitcombe reports", (RUTH,)),
        ("— Anna Achenbach", (ANNA,)),
        ("By the time the council met", ()),
        ("— Not everyone agrees", ()),
    ],
)
def test_who_signs_above_a_story(row: str, found: tuple[str, ...]) -> None:
    assert signed_above(row) == found
