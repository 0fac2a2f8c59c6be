"""What pages call themselves by their folios, and how jumps find them by that."""

from __future__ import annotations

import pytest

from banmian.articles.folios import numbered
from banmian.model.geometry import Box
from banmian.model.page import Block, Page, Role
from page_of_lines import HEIGHT, WIDTH, line


def with_rows(index: int, *rows: str) -> Page:
    """A page with nothing but a folio."""
    lines = tuple(line(words, 40, 20 + 15 * i, 10) for i, words in enumerate(rows))
    block = Block(lines, Role.FOLIO, Box(40, 20, 300, 20 + 15 * len(rows)))
    return Page(index=index, width=WIDTH, height=HEIGHT, blocks=(block,) if rows else ())


@pytest.mark.parametrize(
    ("folio", "number", "name"),
    [
        ("第A01版:要聞", "A01", "要聞"),
        ("第2版　綜合新聞", "2", "綜合新聞"),
        ("第三版：民生", "3", "民生"),
        ("A2版 | 副刊", "A2", "副刊"),
        ("04 副刊", "04", "副刊"),
        ("副刊 04", "04", "副刊"),
        ("Page 5", "5", None),
        ("7", "7", None),
        ("第2版 2023年5月6日 星期六", "2", None),
        ("責任編輯：王一", "9", None),
        ("今日 8 版", "9", None),
        ("本期共16版", "9", None),
    ],
)
def test_a_page_is_called_as_its_folio_calls_it(folio: str, number: str, name: str | None) -> None:
    ((page,), _) = numbered([with_rows(8, folio)])
    assert (page.number, page.name) == (number, name)


def test_the_label_may_stand_in_several_rows() -> None:
    ((page,), _) = numbered([with_rows(1, "2023年5月6日 星期六", "副刊", "第6版", "責任編輯：王一")])
    assert (page.number, page.name) == ("6", "副刊")


def test_pages_that_call_themselves_the_same_are_numbered_by_their_place() -> None:
    pages, warning = numbered([with_rows(0, "第2版 要聞"), with_rows(1, "第2版 副刊")])
    assert [(p.number, p.name) for p in pages] == [("1", "要聞"), ("2", "副刊")]
    assert "calls itself 2" in warning


def test_a_front_without_a_folio_is_the_first_of_its_letter() -> None:
    pages, warning = numbered([with_rows(0), with_rows(1, "A3"), with_rows(2, "A8")])
    assert ([p.number for p in pages], warning) == (["A1", "A3", "A8"], "")
    pages, _ = numbered([with_rows(0), with_rows(1, "2"), with_rows(2)])
    assert [p.number for p in pages] == ["1", "2", "3"]
