"""Paragraphs of lines without geometry are told by their length, their indents and their marks."""

from __future__ import annotations

import pytest

from banmian.articles.line_lists import is_old_print, old_labels, paragraph_starts
from banmian.articles.sequence import Label

FULL = "河水漲了三日、兩岸人家都往高處"  # fifteen, one of them half
SHORT = "堤上站滿了人、"
HEAD, NAMED = "河堤夜話", "（阿三）"


def starts(*lines: str) -> list[int]:
    return paragraph_starts(lines)


def test_a_short_line_between_full_ones_ends_a_paragraph() -> None:
    assert starts(FULL, FULL, SHORT, FULL, FULL, SHORT) == [0, 3]


def test_a_column_that_narrows_for_a_picture_ends_none() -> None:
    narrow = FULL[:8]
    assert starts(FULL, FULL, narrow, narrow, narrow, FULL, FULL) == [0]


def test_heads_and_names_stand_alone() -> None:
    assert starts(HEAD, NAMED, FULL, FULL, SHORT) == [0, 1, 2]
    assert starts(HEAD, FULL, FULL, SHORT) == [0, 1]


def test_a_mark_that_begins_no_line_keeps_the_paragraph() -> None:
    assert starts(FULL, SHORT, "、水退了才回去、路上還有泥、孩子走", FULL) == [0]


def test_items_with_a_mark_begin_and_a_picture_s_rows_with_marks_are_one() -> None:
    assert starts(FULL, FULL, "◘河邊有人拾得錢袋、送到廟裡等失主", SHORT) == [0, 2]
    assert starts(FULL, FULL, "◘新橋落成", "◘之日留影", FULL, FULL)[:2] == [0, 2]


def test_an_open_bracket_is_not_cut() -> None:
    assert starts(FULL, f"{FULL[:-3]}（阿", "三自橋頭寄）") == [0]


def test_an_aside_across_the_writing_is_one() -> None:
    assert starts(HEAD, "））", "河東", "來信", "（（", FULL, FULL, SHORT) == [0, 1, 5]


def test_indents_decide_where_the_list_has_them() -> None:
    assert starts(f"　　{FULL}", SHORT, FULL, f"　　{FULL}", FULL) == [0, 3]


@pytest.mark.parametrize("lines", [[], [""], ["（", "）"], ["　"] * 3, ["◘"] * 4, ["、" * 900] * 3])
def test_any_list_has_an_answer(lines: list[str]) -> None:
    found = paragraph_starts(lines)
    assert found == sorted(set(found))
    assert all(0 <= n < len(lines) for n in found)


def test_old_print_is_told_by_its_marks() -> None:
    old = [HEAD, NAMED, *[FULL, FULL, SHORT] * 6]
    assert is_old_print(old)
    assert not is_old_print([line.replace("、", "，") for line in old])
    assert not is_old_print([f"{line[:8]}それから川を" for line in old])
    assert not is_old_print(["The river rose for three days, and people moved uphill."] * 9)


def test_a_page_of_old_print_is_read_text_by_text() -> None:
    lines = [HEAD, NAMED, FULL, SHORT, FULL, f"◘{FULL}", SHORT]
    blanks = [True, False, False, False, False, True, False]
    assert old_labels(lines, blanks) == [
        Label.HEADLINE,
        Label.BYLINE,
        *(Label.BEGINS, Label.GOES_ON, Label.BEGINS),
        *(Label.BEGINS, Label.GOES_ON),
    ]
