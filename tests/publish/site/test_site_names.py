"""File names, page numbers, first words and dates: the small judgements behind the site."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banmian.model.issue import Registration
from banmian.publish.site.addresses import file_names, is_safe_path
from banmian.publish.site.album import small_path
from banmian.publish.site.arrange import first_words
from banmian.publish.site.references import page_indexes
from banmian.publish.site.setting import headline_markup
from banmian.publish.site.svg import svg_points
from banmian.publish.site.words import words_for

NASTY = st.one_of(
    st.text(max_size=120),
    st.sampled_from(["", ".", "..", "../a", "CON", "nul", "com1", "a", "A", "a-2", "index", "頭版", "\ud800", "a\x00"]),
)


@given(st.lists(NASTY, max_size=30))
def test_file_names_are_safe_and_differ_even_without_regard_to_case(names: list[str]) -> None:
    given_names = file_names(names)
    assert len({name.casefold() for name in given_names}) == len(names)
    for name in given_names:
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,90}", name)
        assert name not in {"con", "nul", "com1"}


def test_a_safe_name_stays_and_an_unsafe_one_keeps_what_it_can() -> None:
    assert file_names(["p1-a3", "A01"]) == ("p1-a3", "a01")
    (name,) = file_names(["第1版/頭條"])
    assert re.fullmatch(r"1-[0-9a-f]{10}", name)


@pytest.mark.parametrize("path", ["../a", "a/../b", "/a", "a//b", "a\\b", "c:/x", "a/", "", "a/NUL.webp", "a\n"])
def test_unsafe_paths(path: str) -> None:
    assert not is_safe_path(path)


@pytest.mark.parametrize("path", ["images/page-001.webp", "images/第一版 (1).webp", ".well-known"])
def test_safe_paths(path: str) -> None:
    assert is_safe_path(path)


@pytest.mark.parametrize(
    ("path", "small"),
    [("images/1.webp", "images/1-small.webp"), ("a.b/1", "a.b/1-small"), ("1.tar.gz", "1.tar-small.gz")],
)
def test_thumbnails_lie_beside_their_page(path: str, small: str) -> None:
    assert small_path(path) == small


@pytest.mark.parametrize(
    ("pages", "meant"),
    [
        ("4", ["4"]),
        ("2-4", ["2", "3", "4"]),
        ("2—3", ["2", "3"]),
        ("2至4", ["2", "3", "4"]),
        ("第2版", ["2"]),
        ("02、4", ["2", "4"]),
        ("4, 2 and 4", ["4", "2"]),
        ("4-A01", ["4", "A01"]),
        ("a1", ["A01"]),
        ("B-2", ["B-2"]),
        ("9", []),
        ("3-9", []),
        ("4-2", []),
        ("", []),
        ("--", []),
    ],
)
def test_page_numbers_as_print_writes_them(pages: str, meant: list[str]) -> None:
    numbers = ["1", "2", "3", "4", "A01", "B-2"]
    assert [numbers[index] for index in page_indexes(pages, numbers)] == meant


@given(st.text(max_size=40), st.lists(st.text(max_size=5), max_size=8))
def test_any_reference_means_pages_that_there_are(pages: str, numbers: list[str]) -> None:
    found = page_indexes(pages, numbers)
    assert len(set(found)) == len(found)
    assert all(0 <= index < len(numbers) for index in found)


@pytest.mark.parametrize(
    ("text", "width", "words"),
    [
        ("短句。", 5, "短句。"),
        ("一二三，四五六", 4, "一二三…"),
        ("The night market will close", 8, "The night…"),
        ("Unbreakablelongword", 4, "Unbreaka…"),
        ("斷\n行  空格", 9, "斷 行 空格"),
    ],
)
def test_first_words(text: str, width: int, words: str) -> None:
    assert first_words(text, width) == words


def test_polygons_that_are_none_have_no_points() -> None:
    assert svg_points(((0, 0), (1.005, 2.5), (3, 4))) == "0,0 1,2.5 3,4"
    assert svg_points(((0, 0), (1, 1))) is None
    assert svg_points(((0, 0), (1, float("inf")), (2, 2))) is None


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("zh-Hant", "zh-Hant"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh-HK", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("en-GB", "en"),
        ("ja", "en"),
        (None, "en"),
    ],
)
def test_words_of_a_language(language: str | None, tag: str) -> None:
    assert words_for(language).tag == tag


@pytest.mark.parametrize(
    ("language", "iso", "written"),
    [
        ("zh-Hans", "2023-07-09", "2023年7月9日 星期日"),
        ("en", "2024-02-29", "Thursday, 29 February 2024"),
        ("en", "2023-07", "2023-07"),
        ("zh-Hant", None, None),
    ],
)
def test_dates_are_written_out(language: str, iso: str | None, written: str | None) -> None:
    assert words_for(language).long_date(iso) == written


def test_numbers_that_bring_their_words_keep_them() -> None:
    words = words_for("zh-Hant")
    assert words.numbered(words.issue_number, "新字第3號") == "新字第3號"
    assert words.page("A01") == "A01版"
    assert words.registration(Registration("issn", "ISSN 1234-5678")) == "ISSN 1234-5678"


@pytest.mark.parametrize(
    ("headline", "whole"),
    [
        ("渡輪八月一日復航", ["八月一日"]),
        ("第三屆河燈節 12月28日開幕", ["第三屆", "12月28日"]),
        ("一河兩岸", []),
        ("二千零二十三年十二月二十八日", []),
    ],
)
def test_dates_and_quantities_in_headlines_stay_whole(headline: str, whole: list[str]) -> None:
    assert re.findall('<span class="whole">(.*?)</span>', headline_markup(headline)) == whole


@pytest.mark.parametrize(
    ("headline", "clauses"),
    [
        ("五雙鞋，量出城的遠近", ["五雙鞋，", "量出城的遠近"]),
        ("養蟹的人， 今年先養草", ["養蟹的人，", "今年先養草"]),
        ("「船開了！」他說", []),
        ("一句話", []),
        ("Night market: closed at eleven", []),
    ],
)
def test_a_headline_turns_after_marks_and_spaces(headline: str, clauses: list[str]) -> None:
    assert re.findall('<span class="clause">(.*?)</span>', headline_markup(headline)) == clauses


@given(st.text(alphabet="八月一日<&\"'>第12屆x，！」 　", max_size=30))
def test_a_headline_keeps_its_characters(headline: str) -> None:
    bare = re.sub('<span class="(whole|clause)">|</span>', "", headline_markup(headline))
    assert unescape(bare) == headline
