"""Pages and articles to an issue: title from the masthead, sections from the pages' names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banmian.edition.channels import channels
from banmian.edition.dates import find_date
from banmian.edition.mastheads import numbers, paper_name, registration
from banmian.model.article import Article
from banmian.model.geometry import Box
from banmian.model.issue import Channel, Issue, Section, Title
from banmian.model.page import Block, Page, Role


def issue_of(
    pages: Sequence[Page], articles: Sequence[Article], warnings: Sequence[str], language: str | None
) -> Issue:
    """The issue of grouped pages and repaired articles.

    Args:
        pages: in their order with their numbers and names, missing ones too.
        articles: in reading order.
        warnings: of the rooms before; those found here are added.
        language: BCP 47 with script, as measured over the whole issue.
    """
    told = list(warnings)
    title = _title(pages, told, language)
    for page in pages:
        told += page.warnings
    return Issue(
        title=title,
        pages=tuple(pages),
        articles=tuple(articles),
        sections=_sections(pages),
        warnings=tuple(dict.fromkeys(told)),
    )


def _rows(blocks: Sequence[Block], role: Role) -> list[tuple[str, float]]:
    return [(str(line.text), line.size) for b in blocks if b.role is role for line in b.lines]


def _title(pages: Sequence[Page], told: list[str], language: str | None) -> Title:
    front = next((p for p in pages if any(b.role is Role.MASTHEAD for b in p.blocks)), None)
    folios = [t for p in pages for t, _ in _rows(p.blocks, Role.FOLIO)]
    if front is None:
        found = next((f for f in (find_date(t) for t in folios) if f), None)
        return Title(date=found.day.isoformat() if found else None, language=language)
    rows = _rows(front.blocks, Role.MASTHEAD)
    text = "\n".join(t for t, _ in rows)
    found = find_date(text) or next((f for f in (find_date(t) for t in folios) if f), None)
    if found and found.agrees is False:
        told.append(f"the masthead says {found.weekday}, but {found.day.isoformat()} is a {found.day:%A}")
    number, total = numbers(text)
    if number is None and total is None:
        number, total = numbers("\n".join(t for t, _ in _rows(front.blocks, Role.FOLIO)))
    name = paper_name(rows)
    return Title(
        name=_as_elsewhere(name, folios),
        date=found.day.isoformat() if found else None,
        number=number,
        total_number=total,
        registration=registration(text),
        channels=_channels(front, [t for t, _ in rows]),
        language=language,
    )


def _as_elsewhere(name: str | None, folios: list[str]) -> str | None:
    """The name as folios print it where they differ from the title's lettering in spaces or case alone."""
    if name is None:
        return None
    plain = re.sub(r"\W", "", name).lower()
    if name.isupper():
        for folio in folios:
            for piece in re.split(r"\s{2,}|[|｜·•—–]", folio):
                if re.sub(r"\W", "", piece).lower() == plain and not piece.strip().isupper():
                    return piece.strip()
    return name


def _channels(front: Page, rows: list[str]) -> tuple[Channel, ...]:
    mast = next((b.box for b in front.blocks if b.role is Role.MASTHEAD and b.box), None)
    codes = [c for c in front.codes if mast is None or c.box.shared_area(mast.grown(30)) > 0.5 * c.box.area]
    lines = [line for b in front.blocks if b.role is Role.MASTHEAD for line in b.lines if line.box]
    near = []
    for code in codes:
        close = [(_under(code.box, line.box), str(line.text)) for line in lines if line.box is not None]
        away, words = min(close, default=(99.0, ""))
        near.append(words.strip() if away < 1.2 * code.box.height and words.strip() else None)
    return channels(rows, codes, near)


def _under(code: Box, line: Box) -> float:
    """How far a line is from a code, lines below it and within its width first."""
    dx, dy = max(0.0, -code.shared_x(line)), line.center[1] - code.y1
    off = abs(code.center[0] - line.center[0])
    return (dy if dy > 0 else 8 - 2 * dy) + 2 * dx + 0.5 * off


def _sections(pages: Sequence[Page]) -> tuple[Section, ...]:
    """Runs of pages with one name."""
    found: list[Section] = []
    for page in pages:
        if not page.name:
            continue
        if found and found[-1].name == page.name and found[-1].pages[-1] == page.index - 1:
            found[-1] = Section(page.name, (*found[-1].pages, page.index))
        else:
            found.append(Section(page.name, (page.index,)))
    return tuple(found)
