"""Dates as mastheads print them, in every usual form, and the weekday beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "О": 0, "Ｏ": 0, "元": 1}
_MONTH_NAMES = (
    "january jan januar jänner janvier enero gennaio janeiro januari",
    "february feb februar février fevrier febrero febbraio fevereiro februari",
    "march mar märz maerz mars marzo março marco maart",
    "april apr avril abril aprile",
    "may mai mayo maggio maio mei",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug août aout agosto augustus",
    "september sep sept septembre septiembre setiembre settembre setembro",
    "october oct oktober octobre octubre ottobre outubro okt",
    "november nov novembre noviembre novembro",
    "december dec dezember décembre decembre diciembre dicembre dezembro dez",
)
"""Each month in English, German, French, Spanish, Italian, Portuguese and Dutch."""

MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
"""The number of a month by its name in lower case."""

_DAY_NAMES = (
    "monday montag lundi lunes lunedì segunda-feira maandag",
    "tuesday dienstag mardi martes martedì terça-feira dinsdag",
    "wednesday mittwoch mercredi miércoles mercoledì quarta-feira woensdag",
    "thursday donnerstag jeudi jueves giovedì quinta-feira donderdag",
    "friday freitag vendredi viernes venerdì sexta-feira vrijdag",
    "saturday samstag sonnabend samedi sábado sabato zaterdag",
    "sunday sonntag dimanche domingo domenica zondag",
)
NAMED_DAYS = {name: number for number, names in enumerate(_DAY_NAMES) for name in names.split()}
"""The number of a weekday by its name in lower case, Monday's 0."""

NAMES_OF_DAYS = tuple(names.split()[0].capitalize() for names in _DAY_NAMES)
"""Weekdays in English, Monday first."""

_ERAS = {"民": 1911, "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before each era's first: 民國 and the Japanese ones."""

DAYS = {d: i for i, d in enumerate("一二三四五六")} | {"日": 6, "天": 6, "七": 6}

_H = r"[〇零○ОＯ元一二三四五六七八九十廿卅百\d]"
_CHINESE = re.compile(
    r"(?:中[華华])?(?P<era>民[國国]|明治|大正|昭和|平成|令和)?\s*(?:[西公]元)?\s*"
    rf"(?P<y>{_H}{{1,8}})\s*[年년]\s*(?P<m>{_H}{{1,3}})\s*[月월]\s*(?P<d>{_H}{{1,4}})\s*[日號号일]?"
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<y>(?:1[6-9]|20)\d\d)\s*[-./．－]\s*(?P<m>\d{1,2})\s*[-./．－]\s*(?P<d>\d{1,2})(?!\d)"
)
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![^\W\d_])\.?"
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y>(?:1[6-9]|20)\d\d)\b", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)?\s+(?:(?:of|de|den)\s+)?{_MONTH}\s*,?\s+(?:de\s+|del\s+)?(?P<y>(?:1[6-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:星期|禮拜|礼拜|週|周)\s*(?P<c>[一二三四五六日天])(?![報报刊年])"
    rf"|\b(?P<e>{'|'.join(NAMED_DAYS)})\b|(?P<j>[月火水木金土日])曜日?|(?P<k>[월화수목금토일])요일",
    re.IGNORECASE,
)


_DIGIT = r"[\d〇零一二三四五六七八九]"
_SET_APART = re.compile(
    r"(?<![\d〇零一二三四五六七八九])[\d〇零一二三四五六七八九](?:[ 　][\d〇零一二三四五六七八九]){3}(?=\s*年)"
)
"""A year whose figures are set apart: 2 0 1 8 年."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text.

    Attributes:
        day: the date.
        start: where it stands, in characters.
        weekday: the one printed nearest to it; None where none is printed.
        agrees: whether that is the day's; None where none is printed.
    """

    day: date
    start: int
    weekday: str | None
    agrees: bool | None


def find_date(text: str) -> Found | None:
    """The first date in a text that exists, of whatever form; lunar dates (農曆) are passed over."""
    text = _SET_APART.sub(lambda m: re.sub(r"\s", "", m.group()).ljust(len(m.group())), text)
    found = []
    for pattern in (_CHINESE, _NUMERIC, _MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(text):
            if re.search(r"[農农][曆历]", text[max(0, match.start() - 3) : match.start()]):
                continue
            day = _day(match)
            if day:
                start = match.start() + len(match.group()) - len(match.group().lstrip())
                found.append((start, day, match.end()))
    if not found:
        return None
    start, day, end = min(found)
    weekdays = list(_WEEKDAY.finditer(text))
    if not weekdays:
        return Found(day, start, None, None)
    # beside the date; of two that are equally near the one behind it, as Chinese mastheads have it
    near = min(weekdays, key=lambda m: (max(m.start() - end, start - m.end()), m.end() <= start))
    return Found(day, start, near.group(), _index(near) == day.weekday())


def _index(weekday: re.Match[str]) -> int:
    """The number of a weekday, Monday's 0."""
    for group, names in (("j", "月火水木金土日"), ("k", "월화수목금토일")):
        if weekday.group(group):
            return names.index(weekday.group(group))
    named = weekday.group("e")
    return NAMED_DAYS[named.lower()] if named else DAYS[weekday.group("c")]


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    year = number_of(groups["y"])
    month = MONTHS[groups["month"].lower()] if groups.get("month") else number_of(groups["m"])
    day = number_of(groups["d"])
    if year is None or month is None or day is None:
        return None
    if era := groups.get("era"):
        year += _ERAS[era[:1] if era.startswith("民") else era]
    elif year < 100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def number_of(text: str) -> int | None:
    """A number in digits, in Chinese digits (二〇二三) or in Chinese numerals (一百一十二, 廿八)."""
    if text.isascii() and text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" not in text and "百" not in text:
        digits = [_DIGITS.get(c, int(c) if c.isdigit() else -1) for c in text]
        return None if -1 in digits else int("".join(map(str, digits)))
    total = 0
    if "百" in text:
        head, text = text.split("百", 1)
        total += 100 * (_DIGITS.get(head, 1) if head else 1)
        text = text.removeprefix("零").removeprefix("〇")
    if "十" in text:
        head, text = text.split("十", 1)
        total += 10 * (_DIGITS.get(head, 1) if head else 1)
    if text:
        last = _DIGITS.get(text)
        if last is None:
            return None
        total += last
    return total
