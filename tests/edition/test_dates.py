"""Dates as mastheads print them, in every usual form, checked against the weekday beside them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banmian.edition.dates import find_date

SATURDAY = date(2023, 5, 6)


@pytest.mark.parametrize(
    "printed",
    [
        "2023年5月6日",
        "2023 年 05 月 06 日",
        "２０２３年５月６日",
        "二〇二三年五月六日",
        "二○二三年五月六日",
        "二零二三年五月六號",
        "公元2023年5月6日",
        "西元二〇二三年五月六日",
        "民國112年5月6日",
        "中華民國一百一十二年五月六日",
        "民國一百十二年五月六日",
        "2023-05-06",
        "2023/5/6",
        "2023.5.6",
        "May 6, 2023",
        "MAY 6th 2023",
        "6 May 2023",
        "6th of May, 2023",
        "6. Mai 2023",
        "den 6. Mai 2023",
        "6 mai 2023",
        "6 de mayo de 2023",
        "6 maggio 2023",
        "6 de maio de 2023",
        "6 mei 2023",
        "2023년 5월 6일",
        "令和5年5月6日",
    ],
)
def test_a_date_is_found_in_every_form(printed: str) -> None:
    found = find_date(f"東湖報 {printed} 第12期")
    assert found is not None
    assert found.day == SATURDAY
    assert (found.weekday, found.agrees) == (None, None)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("民國元年一月一日", date(1912, 1, 1)),
        ("民國二十五年五月廿八日", date(1936, 5, 28)),
        ("民國廿五年五月卅一日", date(1936, 5, 31)),
        ("中華民國一百零二年十月十日", date(2013, 10, 10)),
        ("一九四九年十一月二十日", date(1949, 11, 20)),
        ("Sept. 9, 1921", date(1921, 9, 9)),
        ("二〇二四年二月二十九日", date(2024, 2, 29)),
    ],
)
def test_numerals_and_eras(printed: str, day: date) -> None:
    found = find_date(printed)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize("weekday", ["星期六", "禮拜六", "週六", "周六", "Saturday", "SATURDAY"])
def test_the_weekday_beside_it_agrees(weekday: str) -> None:
    found = find_date(f"{weekday}, 2023年5月6日")
    assert found is not None
    assert (found.weekday, found.agrees) == (weekday, True)


@pytest.mark.parametrize("weekday", ["星期日", "星期天", "週一", "Friday"])
def test_a_wrong_weekday_is_told(weekday: str) -> None:
    found = find_date(f"2023年5月6日 {weekday}")
    assert found is not None
    assert (found.weekday, found.agrees) == (weekday, False)


def test_of_several_weekdays_the_one_beside_the_date_counts() -> None:
    found = find_date("逢星期三出版，下期改在星期四　2023年5月6日 星期六　廣告請於星期一前送到")
    assert found is not None
    assert (found.weekday, found.agrees) == ("星期六", True)


def test_a_weekly_is_no_weekday() -> None:
    found = find_date("東湖周日報 2023年5月6日 週六出版")
    assert found is not None
    assert found.agrees is True


def test_the_lunar_date_is_passed_over() -> None:
    for printed in ("農曆癸卯年三月十七 2023年5月6日", "农历2023年三月十七日 2023年5月6日"):
        found = find_date(printed)
        assert found is not None
        assert found.day == SATURDAY


def test_the_first_date_counts() -> None:
    found = find_date("2023年5月6日 創刊於1921年5月20日")
    assert found is not None
    assert found.day == SATURDAY


@pytest.mark.parametrize(
    "printed",
    ["", "今日8版", "2023年2月30日", "2023年13月1日", "12年5月6日", "第2023期", "12023-05-067", "May 2023"],
)
def test_what_is_no_date(printed: str) -> None:
    assert find_date(printed) is None


@given(st.dates(date(1912, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    weekday = "星期" + "一二三四五六日"[day.weekday()]
    numerals = {str(i): c for i, c in enumerate("〇一二三四五六七八九")}
    year = "".join(numerals[c] for c in str(day.year))
    forms = (
        f"{day.year}年{day.month}月{day.day}日",
        f"{year}年{_counted(day.month)}月{_counted(day.day)}日",
        f"民國{_counted(day.year - 1911)}年{_counted(day.month)}月{_counted(day.day)}日",
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
    )
    for form in forms:
        found = find_date(f"{form} {weekday}")
        assert found is not None, form
        assert (found.day, found.agrees) == (day, True), form


def _counted(number: int) -> str:
    """A number below two hundred in Chinese numerals."""
    digits = "〇一二三四五六七八九"
    hundred, rest = ("一百", number - 100) if number >= 100 else ("", number)
    tens, ones = divmod(rest, 10)
    if tens == 0:
        return (hundred + "零" if hundred and ones else hundred) + (digits[ones] if ones else "")
    head = "" if tens == 1 and not hundred else digits[tens]
    return hundred + head + "十" + (digits[ones] if ones else "")


@pytest.mark.parametrize(
    "weekday", ["Samstag", "Sonnabend", "samedi", "sábado", "sabato", "zaterdag", "土曜日", "토요일"]
)
def test_a_weekday_is_known_in_every_language_of_the_dates(weekday: str) -> None:
    found = find_date(f"{weekday}, 6 May 2023")
    assert found is not None
    assert (found.weekday, found.agrees) == (weekday, True)
    wrong = find_date(f"{weekday}, 7 May 2023")
    assert wrong is not None
    assert wrong.agrees is False


def test_the_first_of_a_month_and_the_eras_of_japan() -> None:
    first = find_date("Paris, 1er août 1914")
    assert first is not None
    assert first.day == date(1914, 8, 1)
    assert [found.day for t in ("昭和五年四月三日", "明治45年7月30日") if (found := find_date(t))] == [
        date(1930, 4, 3),
        date(1912, 7, 30),
    ]
