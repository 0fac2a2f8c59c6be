"""Numbers that do not follow: the issue's against an earlier issue's and among its own pages, and the pages' labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from banmian.edition.mastheads import numbers
from banmian.edition.proofs.places import on_page
from banmian.model.edition import Edition
from banmian.model.issue import Issue
from banmian.model.page import Role
from banmian.model.proof import Fault, Finding, Where

_LABEL = re.compile(r"([A-Z]?)0*(\d{1,3})")
_DOUBLED = re.compile(r"more than one page calls itself (\S+?);")


def numbering(issue: Issue, earlier: Edition | None = None) -> Iterator[Finding]:
    """Findings on the issue's numbers.

    Args:
        issue: the one that is proof-read.
        earlier: the issue that it comes right after, where somebody gave it.
    """
    title = issue.title
    mine = {"issue number": title.number, "running number": title.total_number}
    front = _masthead(issue)
    for page in issue.pages:
        blocks = [b for b in page.blocks if b.role is Role.FOLIO]
        told = numbers("\n".join(b.words for b in blocks)) if blocks else (None, None)
        for (name, number), printed in zip(mine.items(), told, strict=True):
            if number and printed and _digits(number) != _digits(printed):
                block = next((b for b in blocks if printed in b.words), blocks[0])
                where = on_page(page, block, "folio", " ".join(block.words.split()))
                yield Finding(Fault.NUMBER, f"the {name} is {printed} here and {number} in the masthead", where)
    if earlier is None:
        return
    same_year = bool(title.date and earlier.date and title.date[:4] == earlier.date[:4])
    if title.date and earlier.date and date.fromisoformat(title.date) <= date.fromisoformat(earlier.date):
        yield Finding(Fault.NUMBER, f"this issue is dated {title.date}, the earlier one {earlier.date}", front)
    pairs = (
        ("running number", title.total_number, earlier.total_number, True),
        ("issue number", title.number, earlier.number, same_year),
    )
    for name, number, before, runs_on in pairs:
        now, then = _digits(number), _digits(before)
        if now is None or then is None or not runs_on:
            continue
        if now != then + 1:
            yield Finding(Fault.NUMBER, f"the {name} is {number}; after {before} it should be {then + 1}", front)


def _digits(number: str | None) -> int | None:
    plain = re.sub(r"[,.\s]", "", number or "")
    return int(plain) if plain.isdecimal() else None


def _masthead(issue: Issue) -> Where:
    for page in issue.pages:
        for block in page.blocks:
            if block.role is Role.MASTHEAD and numbers(block.words) != (None, None):
                return on_page(page, block, "masthead", " ".join(block.words.split()))
    return on_page(issue.pages[0], None, "masthead")


def page_labels(issue: Issue) -> Iterator[Finding]:
    """Findings on labels that stand twice or before a smaller one of their section."""
    for warning in issue.warnings:
        doubled = _DOUBLED.match(warning)
        if doubled:
            yield Finding(Fault.PAGES, f"more than one page calls itself {doubled.group(1)}", on_page(issue.pages[0]))
    seen: dict[str, tuple[int, str]] = {}
    for page in issue.pages:
        label = page.label
        match = _LABEL.fullmatch(label.upper())
        if match is None:
            continue
        section, number = match.group(1), int(match.group(2))
        if section in seen and number <= seen[section][0]:
            yield Finding(Fault.PAGES, f"page {label} comes after page {seen[section][1]}", on_page(page))
        seen[section] = max(seen.get(section, (0, "")), (number, label))
