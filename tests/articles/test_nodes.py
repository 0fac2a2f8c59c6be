"""Where a block of body type is cut: heads, names and items that stand in it."""

from __future__ import annotations

from banmian.articles.nodes import split_by_voice
from banmian.model.geometry import Box
from banmian.model.page import Block, Line, Role
from banmian.model.text import Text

EM, LEADING, WIDTH = 10.0, 12.0, 200.0


def block(*rows: tuple[str, float, float]) -> Block:
    """Rows with their indent and the white that they leave at their end, in points."""
    lines = tuple(
        Line(Text(words), Box(indent, k * LEADING, WIDTH - rest, k * LEADING + EM))
        for k, (words, indent, rest) in enumerate(rows)
    )
    starts = tuple(k for k, (_, indent, _) in enumerate(rows) if indent)
    whole = Box(0, 0, WIDTH, len(rows) * LEADING)
    return Block(lines, Role.BODY, whole, whole, paragraphs=starts)


def pieces(*rows: tuple[str, float, float]) -> list[tuple[Role, str]]:
    return [(b.role, b.words.split("\n")[0]) for b in split_by_voice(block(*rows))]


def test_a_latin_head_as_wide_as_its_column_is_cut_off() -> None:
    found = pieces(
        ("Gegen die Spekulation in unserer Stadt", 2, 2),
        ("Leipzig, 22. Mai. Die Bauverwaltung hat", 10, 0),
        ("beschlossen, die Markthalle nun doch", 0, 0),
        ("herrichten zu lassen.", 0, 90),
    )
    assert [words[:10] for _, words in found] == ["Gegen die ", "Leipzig, 2"]


def test_a_name_in_brackets_over_a_column_that_goes_on_is_cut_off() -> None:
    found = pieces(("（汪家豪）", 80, 80), ("造其中新生占了很多，", 0, 0), ("大家都說好。", 0, 90))
    assert [words for _, words in found] == ["（汪家豪）", "造其中新生占了很多，"]


def test_an_author_who_says_that_it_is_his_work_is_a_byline() -> None:
    found = pieces(("喬雲階作", 40, 120), ("過了九日果然接到一封信，", 20, 0), ("拆開看時只有寥寥數語。", 0, 20))
    assert found[0] == (Role.BYLINE, "喬雲階作")


def test_items_are_cut_though_the_row_before_them_is_full_and_has_no_mark() -> None:
    found = pieces(
        ("▲柳河電　外訊大水為災輪船停", 0, 0),
        ("駛商民恐慌當局已籌救濟善後", 0, 0),
        ("▲清源電　鹽務署今晨開會對於", 0, 0),
        ("展築路線有所說明", 0, 90),
    )
    assert [words[:4] for _, words in found] == ["▲柳河電", "▲清源電"]


def test_items_are_cut_where_an_abbreviation_ends_the_one_before() -> None:
    found = pieces(
        ("Berlin, 22. November. Der Prinz ist hier", 10, 0),
        ("abgestiegen; die Abreise am 9. d. M.", 0, 40),
        ("Petersburg, 25. Oktober. Die Blätter melden", 10, 0),
        ("nichts Neues.", 0, 120),
    )
    assert [words[:6] for _, words in found] == ["Berlin", "Peters"]
