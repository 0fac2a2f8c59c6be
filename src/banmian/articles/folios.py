"""What pages call themselves: numbers and names from their folios, by which jumps and pointers name them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from banmian.model.page import Page, Role

_PAGE_LABEL = re.compile(
    r"第\s*(?P<n>[A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*[:：|｜·\s]*\s*(?P<name>[\u4e00-\u9fff·]{2,8})?"
    r"|(?P<n2>(?<![\d.])[A-D]?\d{1,2})\s*版\s*[:：|｜·\s]*\s*(?P<name2>[\u4e00-\u9fff·]{2,8})?"
    r"|\bpage\s+(?P<n3>[A-D]?\d{1,3})\b|^(?P<n4>[A-D]?\d{1,3})$"
    r"|^(?P<n5>[A-D]?\d{1,3})\s*[|｜·/]?\s*(?P<name5>[\u4e00-\u9fff·]{2,8})$"
    r"|^(?P<name6>[\u4e00-\u9fff·]{2,8})\s*[|｜·/]?\s*(?P<n6>[A-D]?\d{1,3})$",
    re.IGNORECASE,
)
_NAMELESS = re.compile(r"年|月|日|星期|期|編輯|编辑|[報报]$|[週周]刊$|電話|电话|校對|校对")
_COUNTED = re.compile(r"(?:今[日天]|本期|[每本]份|[共總总]|[對对四]開|[对四]开)\s*$")
"""What goes before the number of all pages: 「今日8版」."""

_LETTERED = re.compile(r"A\d{1,3}")


def numbered(pages: Sequence[Page]) -> tuple[tuple[Page, ...], str]:
    """Pages with number and name from their folios, and what is to be warned of; empty if nothing is.

    A page without a folio has the number that its file tells, else its place; a front before lettered pages is A1.
    """
    result = []
    labels = [_label(page) for page in pages]
    lettered = any(_LETTERED.fullmatch(number or "") for number, _ in labels)
    for page, (number, name) in zip(pages, labels, strict=True):
        from_file = page.number if page.number and re.fullmatch(r"[A-D]?\d{1,3}", page.number) else None
        place = "A1" if lettered and page.index == 0 else str(page.index + 1)
        result.append(replace(page, number=number or from_file or place, name=page.name or name))
    doubled = [n for n, count in Counter(p.number for p in result).items() if count > 1]
    if doubled:
        warning = f"more than one page calls itself {doubled[0]}; pages are numbered by their place instead"
        return tuple(replace(p, number=str(p.index + 1)) for p in result), warning
    return tuple(result), ""


def _label(page: Page) -> tuple[str | None, str | None]:
    """The number and the name of a page as its folio prints them."""
    rows = [str(line.text) for b in page.blocks if b.role is Role.FOLIO for line in b.lines]
    whole = "  ".join(rows)
    best: tuple[str | None, str | None] = (None, None)
    for text in [*rows, whole]:
        for piece in [text, *re.split(r"\s{2,}|　|[|｜]", text)]:
            match = _PAGE_LABEL.search(piece.strip())
            if not match or _COUNTED.search(piece.strip()[: match.start()]):
                continue
            groups = match.groupdict()
            number = next((groups[k] for k in ("n", "n2", "n3", "n4", "n5", "n6") if groups.get(k)), None)
            name = next((groups[k] for k in ("name", "name2", "name5", "name6") if groups.get(k)), None)
            if name and _NAMELESS.search(name):
                name = None
            if best[0] is None or (best[1] is None and name):
                best = (_digits(number or ""), name)
    if best[0] and best[1] is None:
        best = (best[0], _bare_name(rows))
    return best


def _bare_name(rows: list[str]) -> str | None:
    """A short row of Han in the folio that is neither date nor editors: the page's name."""
    for row in rows:
        bare = row.strip(" 　|｜·")
        if re.fullmatch(r"[\u4e00-\u9fff·]{2,6}", bare) and not _NAMELESS.search(bare):
            return bare
    return None


def _digits(number: str) -> str:
    numerals = {c: i for i, c in enumerate("一二三四五六七八九十", start=1)}
    return str(numerals[number]) if number in numerals else number
