"""Bare OCR text: what encoding it is in, where its pages and blocks end, and what is no text at all."""

from __future__ import annotations

import codecs

import pytest

from banmian.errors import BanmianError, DamagedInput, EmptyInput, OversizedInput
from banmian.model.page import Page
from banmian.ports import ReadSettings
from banmian.sources import text

TRADITIONAL = (
    "東湖日報\n\n區政府昨日公布今年的建設計劃，要為居民增設三個公園。\n"
    "記者在現場看到，工人們正在鋪路，預計下個月可以完工。\n"
)
SIMPLIFIED = (
    "东湖日报\n\n区政府昨日公布今年的建设计划，要为居民增设三个公园。\n"
    "记者在现场看到，工人们正在铺路，预计下个月可以完工。\n"
)


def pages_of(data: bytes, settings: ReadSettings | None = None) -> list[Page]:
    document = text.open_document(data, "page.txt", settings or ReadSettings())
    return [document.page(i) for i in range(len(document))]


def words_of(page: Page) -> list[list[str]]:
    return [[str(line.text) for line in block.lines] for block in page.blocks]


@pytest.mark.parametrize(
    ("words", "codec", "before", "said"),
    [
        (TRADITIONAL, "utf-8", b"", "UTF-8"),
        (TRADITIONAL, "utf-8", b"\xef\xbb\xbf", "UTF-8 with BOM"),
        (TRADITIONAL, "utf-16-le", b"\xff\xfe", "UTF-16 little endian"),
        (TRADITIONAL, "utf-16-be", b"\xfe\xff", "UTF-16 big endian"),
        (TRADITIONAL, "utf-16-le", b"", "UTF-16 without BOM"),
        (TRADITIONAL, "utf-16-be", b"", "UTF-16 without BOM"),
        (TRADITIONAL, "big5", b"", "Big5"),
        (TRADITIONAL, "gb18030", b"", "GB18030"),
        (SIMPLIFIED, "gb18030", b"", "GB18030"),
        (SIMPLIFIED, "utf-32-le", b"\xff\xfe\x00\x00", "UTF-32"),
    ],
)
def test_the_encoding_is_found_and_said(words: str, codec: str, before: bytes, said: str) -> None:
    data = before + words.encode(codec)
    assert text.sniff(data, "page.txt")
    (page,) = pages_of(data)
    first, *rows = [row for row in words.split("\n") if row]
    assert words_of(page) == [[first], rows]
    assert page.notes == (f"page.txt is {said}",)


@pytest.mark.parametrize(("first", "codec"), [("荻", "utf-16-le"), ("笀", "utf-16-be"), ("圼", "utf-16-le")])
def test_a_letter_half_of_which_is_a_brace_opens_no_json(first: str, codec: str) -> None:
    mark = codecs.BOM_UTF16_LE if codec.endswith("le") else codecs.BOM_UTF16_BE
    assert text.sniff(mark + f"{first}塘週報\n{{}}<a>".encode(codec), "page.txt")
    assert not text.sniff(mark + '{"a": 1}'.encode(codec), "page.txt")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", ["The park opens today.\nAll are welcome.\n", "一日一版\n一九三六年\n一月一日\n"])
def test_utf16_without_a_mark_is_told_from_its_mirror_image(words: str, codec: str) -> None:
    (page,) = pages_of(words.encode(codec))
    assert words_of(page) == [words.split()] if words[0] == "一" else [words.split("\n")[:-1]]
    assert page.notes == ("page.txt is UTF-16 without BOM",)


def test_a_file_cut_in_mid_character_loses_that_character_alone() -> None:
    data = (TRADITIONAL * 40).encode()[:-2]
    (page,) = pages_of(data)
    assert page.notes == ("page.txt is UTF-8, damaged at its end",)
    rows = [row for block in words_of(page) for row in block]
    assert rows[:-1] == [row for row in (TRADITIONAL * 40).split("\n") if row][:-1]


def test_a_form_feed_begins_a_page_and_empty_ones_do_not_count() -> None:
    pages = pages_of("第一版\n要聞\f\n \n\f第二版\n\n副刊\f".encode())
    assert [words_of(page) for page in pages] == [[["第一版", "要聞"]], [["第二版"], ["副刊"]]]
    assert [page.index for page in pages] == [0, 1]
    assert [page.source.page for page in pages if page.source] == [1, 2]


def test_line_ends_of_every_system_are_one() -> None:
    expected = [["甲", "乙"], ["丙"]]
    for end in ("\n", "\r\n", "\r", "\u2028"):
        (page,) = pages_of(f"甲{end}乙{end}{end}丙{end}".encode())
        assert words_of(page) == expected, repr(end)


@pytest.mark.parametrize("gap", ["", "   ", "　", "--------", "* * * *", "────────"])
def test_blank_lines_and_rows_of_dashes_part_blocks(gap: str) -> None:
    (page,) = pages_of(f"市場開張\n本報訊\n{gap}\n橋已修好\n".encode())
    assert words_of(page) == [["市場開張", "本報訊"], ["橋已修好"]]
    assert [str(line.text) for line in page.lines] == ["市場開張", "本報訊", "橋已修好"]


def test_a_dash_within_text_parts_nothing_and_indents_stay() -> None:
    (page,) = pages_of("　　清晨——霧起。\n—— 老王\n".encode())
    assert words_of(page) == [["　　清晨——霧起。", "—— 老王"]]


def test_text_has_no_geometry() -> None:
    (page,) = pages_of(TRADITIONAL.encode())
    assert page.width == 0
    assert all(line.box is None for line in page.lines)


@pytest.mark.parametrize(
    "head", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"<html>", b'{"a": 1}', b"\x00\x01\x02" * 200]
)
def test_what_is_no_text_is_left_to_others(head: bytes) -> None:
    assert not text.sniff(head, "page.txt")


@pytest.mark.parametrize("data", [bytes(range(1, 32)) * 40, bytes([0xFF]) * 400, b"\xff\xfe" + b"\x01\x00" * 300])
def test_binary_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(DamagedInput) as refused:
        pages_of(data)
    assert "page.txt" in refused.value.what
    assert refused.value.do


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b" \n\t\n\f", EmptyInput),
        ("\ufeff\n".encode(), EmptyInput),
        ("一\f二\f三".encode(), OversizedInput),
        (b"a" * (text.LONGEST + 1), OversizedInput),
    ],
)
def test_too_little_and_too_much_are_refused(data: bytes, kind: type[BanmianError]) -> None:
    with pytest.raises(kind) as refused:
        pages_of(data, ReadSettings(max_pages=2))
    assert refused.value.exit_status == 3
