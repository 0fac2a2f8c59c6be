"""Old papers of plain columns, as libraries' files give them: heads begin stories, columns tell the order."""

from __future__ import annotations

from dataclasses import replace

from banmian.articles.reading import group_page
from banmian.layout import lay_out
from banmian.model.geometry import Box, around
from banmian.model.page import Block, Line, Page, Role, Style
from banmian.model.text import Text
from banmian.run.plan import judges

EM, LEADING, MEASURE, GUTTER = 30.0, 36.0, 750.0, 40.0
ROWS = 24
PROSE = "the ship came into port with cotton and coal for the mills of the town where "


def _left(column: int) -> float:
    return 100 + column * (MEASURE + GUTTER)


def _line(words: str, x0: float, x1: float, row: float, size: float = EM) -> Line:
    box = Box(x0, 200 + row * LEADING, x1, 200 + row * LEADING + size)
    return Line(Text(words), box, styles=((0, Style(size=size)),))


def _head(words: str, column: int, row: float, size: float = EM) -> Line:
    middle = _left(column) + MEASURE / 2
    width = min(MEASURE - 4 * EM, 0.6 * size * len(words))
    return _line(words, middle - width / 2, middle + width / 2, row, size)


def _text(column: int, first: int, last: int, say: str = "", *, stops: bool = True) -> list[Line]:
    """Rows of a column; the first one is indented, the last one ends a sentence short of the measure."""
    x = _left(column)
    rows = []
    for row in range(first, last):
        words = f"{say} {row} {PROSE}"[:58].strip()
        begin = x + EM * (row == first and bool(say))
        ended = row == last - 1 and stops
        rows.append(_line(f"{words[:30]}." if ended else words, begin, x + MEASURE * (0.6 if ended else 1), row))
    return rows


def _stories(page: Page) -> list[list[str]]:
    """Each story's heads, and the first word of each row of its text."""
    grouped, chains = group_page(lay_out(page), judges())
    found = []
    for chain in chains:
        roles = {part.role for part in chain.parts}
        if roles <= {Role.MASTHEAD, Role.FOLIO}:
            continue
        lines = [line for part in chain.parts for line in grouped.blocks[part.block].lines]
        words = [line.text.raw.split(" ")[0] for line in lines]
        found.append(list(dict.fromkeys(w for w in words if w.isupper())))
    return found


def _page(lines: list[Line], zones: tuple[Block, ...] = ()) -> Page:
    return Page(
        index=1, width=100 + 3 * (MEASURE + GUTTER) + 60, height=1200, lines=tuple(lines), recognised=True, zones=zones
    )


LINES = [
    _line("2", 130, 150, -1.6),
    _head("THE EVENING POST", 1, -1.6),
    *_text(0, 0, 8, "ZERO"),
    _head("PORT NEWS FROM ABROAD", 0, 9),
    _head("(BY OUR OWN WIRE)", 0, 10.4),
    *_text(0, 12, ROWS, "ONE", stops=False),
    *_text(1, 0, 10, stops=False),
    _head("By the Mail.", 1, 11),
    *_text(1, 12, 16, "TWO"),
    _head("PRICES OF CORN", 1, 17),
    *_text(1, 19, ROWS, "THREE"),
    *_text(2, 0, 14, "FOUR"),
    _head("SHIPS ARRIVED", 2, 15),
    *_text(2, 17, ROWS, "FIVE"),
]


def test_columns_are_read_down_and_heads_in_capitals_begin_stories() -> None:
    assert _stories(_page(LINES)) == [
        ["ZERO"],
        ["PORT", "(BY", "ONE", "TWO"],
        ["PRICES", "THREE", "FOUR"],
        ["SHIPS", "FIVE"],
    ]


def test_a_running_head_breaks_no_story() -> None:
    assert not any("THE" in story for story in _stories(_page(LINES)))


def test_without_heads_in_capitals_other_centred_lines_begin_stories() -> None:
    lower = [
        replace(line, text=Text(line.text.raw.capitalize())) if line.text.raw.isupper() else line for line in LINES
    ]
    firsts = [story[0] for story in _stories(_page(lower)) if story]
    assert firsts == ["ZERO", "ONE", "TWO", "THREE", "FIVE"]


def test_lines_without_text_are_told_by_their_places() -> None:
    silent = [line for line in LINES[2:] if not line.text.raw.startswith(("(BY", "By the"))]
    blank = [replace(line, text=Text("")) for line in silent]
    grouped, chains = group_page(lay_out(replace(_page(blank), missing=None)), judges())
    heads = [c for c in chains if c.parts[0].role is Role.HEADLINE]
    assert len(heads) == 3
    assert all(len(grouped.blocks[c.parts[0].block].lines) == 1 for c in heads)


def _zoned(parts: list[list[Line]]) -> tuple[Block, ...]:
    return tuple(
        Block(tuple(lines), box=around(b for line in lines if (b := line.box)), zone=f"z{k}")
        for k, lines in enumerate(parts)
    )


def test_a_head_within_one_of_the_files_own_blocks_begins_nothing() -> None:
    parts: list[list[Line]] = [[]]
    for before, line in zip([None, *LINES], LINES, strict=False):
        words = line.text.raw
        apart = words.isupper() and words != "PRICES OF CORN"
        new_column = before is not None and before.box and line.box and line.box.y0 < before.box.y0
        if apart or new_column or (before is not None and len(parts[-1]) == 1 and parts[-1][0].text.raw.isupper()):
            parts.append([])
        parts[-1].append(line)
    told = _stories(_page(LINES, _zoned([p for p in parts if p])))
    assert told == [["ZERO"], ["PORT", "(BY", "ONE", "TWO", "PRICES", "THREE", "FOUR"], ["SHIPS", "FIVE"]]


def test_blocks_that_are_whole_columns_are_passed_over() -> None:
    columns = [[line for line in LINES if line.box and _left(c) <= line.box.x0 < _left(c) + MEASURE] for c in range(3)]
    assert _stories(_page(LINES, _zoned(columns))) == _stories(_page(LINES))


def test_a_page_made_up_by_its_stories_is_left_to_the_judges() -> None:
    wide = [_line("A HEAD OVER ALL OF THE THREE COLUMNS", _left(0), _left(2) + MEASURE, row, 2 * EM) for row in (8, 16)]
    kept = [line for line in LINES if line.box and not any(w.box and w.box.shared_y(line.box) > -20 for w in wide)]
    grouped, _ = group_page(lay_out(_page([*kept, *wide])), judges())
    assert not any(block.zone for block in grouped.blocks)
    assert sum(block.role is Role.HEADLINE for block in grouped.blocks) >= 2
