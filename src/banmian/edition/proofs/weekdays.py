"""Weekdays that are not their date's: in the masthead, in folios and in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from banmian.edition.dates import DAYS, MONTHS, NAMED_DAYS, NAMES_OF_DAYS, find_date, number_of
from banmian.edition.proofs.places import Field, fields_of, on_page, place, read_articles
from banmian.model.issue import Issue
from banmian.model.page import Role
from banmian.model.proof import Fault, Finding

_N = r"[\d一二三四五六七八九十廿]"
_WRITTEN_YEAR = r"(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3}"
_CHINESE = re.compile(
    rf"(?:(?P<y>{_WRITTEN_YEAR})年)?(?P<m>{_N}{{1,3}})月(?P<d>{_N}{{1,3}})[日號号][ 　]?[（(，,]?[ 　]?"
    r"(?:星期|禮拜|礼拜|週|周)(?P<c>[一二三四五六日天])(?![報报刊年])"
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(NAMED_DAYS, key=len, reverse=True))
_YEAR = r"(?:,?\s+(?:de\s+|del\s+)?(?P<y>(?:1[89]|20)\d\d)\b)?"
_DAY_THEN_MONTH = re.compile(
    rf"\b(?P<w>{_DAY}),?\s+(?:(?:den|dem|le|the)\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?"
    rf"(?P<m>{_MONTH})\b\.?{_YEAR}",
    re.IGNORECASE,
)
_MONTH_THEN_DAY = re.compile(
    rf"\b(?P<w>{_DAY}),?\s+(?P<m>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:st|nd|rd|th|[.:]\d))"
    rf"(?:,\s+(?P<y>(?:1[89]|20)\d\d)\b)?",
    re.IGNORECASE,
)
_LUNAR = re.compile(r"[農农陰阴舊旧][曆历][^，。]{0,6}$")


def weekdays(issue: Issue) -> Iterator[Finding]:
    """Findings on dates whose weekday is another's."""
    yield from _of_pages(issue)
    today = _issue_day(issue)
    for article in read_articles(issue):
        for field in fields_of(article):
            yield from _of_text(issue, field, today)


def _issue_day(issue: Issue) -> date | None:
    return date.fromisoformat(issue.title.date) if issue.title.date else None


def _of_pages(issue: Issue) -> Iterator[Finding]:
    """Mastheads and folios, each row by itself where it has both, else the whole."""
    told: dict[date, str] = {}
    for page in issue.pages:
        for role, field in ((Role.MASTHEAD, "masthead"), (Role.FOLIO, "folio")):
            blocks = [b for b in page.blocks if b.role is role]
            rows = "\n".join(b.words for b in blocks)
            found = find_date(rows) if rows else None
            if found is None:
                continue
            block = next((b for b in blocks if find_date(b.words)), blocks[0])
            where = on_page(page, block, field, " ".join(block.words.split()))
            if found.agrees is False:
                yield Finding(Fault.WEEKDAY, _says(found.weekday or "", found.day), where)
            told.setdefault(found.day, where.page)
            first = next(iter(told))
            if found.day != first:
                what = f"this page is dated {found.day}, page {told[first]} is dated {first}"
                yield Finding(Fault.WEEKDAY, what, where)


def _of_text(issue: Issue, field: Field, today: date | None) -> Iterator[Finding]:
    text = field.text
    for pattern in (_CHINESE, _DAY_THEN_MONTH, _MONTH_THEN_DAY):
        for match in pattern.finditer(text):
            if _LUNAR.search(text[max(0, match.start() - 10) : match.start()]):
                continue
            named = match.group("c") if pattern is _CHINESE else match.group("w")
            weekday = DAYS[named] if pattern is _CHINESE else NAMED_DAYS[named.lower()]
            day = _day(match, today)
            if day is not None and day.weekday() != weekday:
                yield Finding(Fault.WEEKDAY, _says(named, day), place(issue, field, match.start(), match.end()))


def _day(match: re.Match[str], today: date | None) -> date | None:
    """The day that is meant: of the year that is printed, else the one nearest to the issue's own day."""
    printed = match.group("m").lower()
    month = MONTHS.get(printed) or number_of(printed)
    day = number_of(match.group("d"))
    year = number_of(match.group("y")) if match.group("y") else None
    if month is None or day is None or (year is None and today is None):
        return None
    years = [year] if year else [today.year - 1, today.year, today.year + 1] if today else []
    days = [d for y in years if y and (d := _exists(y, month, day))]
    if year or not days or today is None:
        return days[0] if days else None
    nearest = min(days, key=lambda d: abs(d - today))
    return nearest if abs(nearest - today) < NEAR else None


NEAR = timedelta(days=150)
"""A date without a year that is farther from the issue's day may be of either year."""


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _says(named: str, day: date) -> str:
    return f"{day.isoformat()} is a {NAMES_OF_DAYS[day.weekday()]}; print says {named}"
