"""Which characters are read from a PDF, and as what: those that a reader of the print sees."""

from __future__ import annotations

import pytest

from banmian.model.page import Page
from banmian.model.text import Edit
from banmian.ports import ReadSettings
from banmian.sources import pdf
from banmian.sources.pdf.glyphs import MODES_ASKED
from handmade_pdf import (
    NAVY,
    WHITE,
    Sheet,
    clipped,
    filled,
    made,
    picture,
    standing,
    text,
)


def page_of(content: str) -> Page:
    return pdf.open_document(made([Sheet(content)]), "paper.pdf", ReadSettings()).page(0)


def words_of(page: Page) -> list[str]:
    return sorted(str(line.text) for line in page.lines)


SEEN = text("看得見的字", 40, 500)


def test_radicals_are_brought_back_to_characters_and_the_change_is_recorded() -> None:
    (line,) = page_of(text("⽉亮⺠國⻑江", 40, 100)).lines
    assert str(line.text) == "月亮民國長江"
    assert line.text.raw == "⽉亮⺠國⻑江"
    assert [v.edits for v in line.text.versions] == [(Edit(0, 1, "月"), Edit(2, 3, "民"), Edit(4, 5, "長"))]
    assert len(line.chars) == len(line.text.raw)


def test_a_rare_twin_of_a_usual_character_is_the_usual_one() -> None:
    found = page_of(text("仍然㬵着", 40, 100)).lines[0].text
    assert (found.raw, found.current) == ("仍然㬵着", "仍然胶着")


def test_vertical_forms_become_ordinary_punctuation() -> None:
    (line,) = page_of(standing("他說︐﹃走吧﹄︒", 300, 100)).lines
    assert str(line.text) == "他說，『走吧』。"
    assert line.text.raw == "他說︐﹃走吧﹄︒"


def test_ligatures_are_letters_again() -> None:
    assert words_of(page_of(text("of\ufb01ce \ufb02oor", 40, 100))) == ["office floor"]


def test_a_full_width_slash_and_a_long_dash_are_what_was_set() -> None:
    assert words_of(page_of(text("文∕葉子涵", 40, 100))) == ["文／葉子涵"]
    assert words_of(page_of(text("⸺桐山見聞", 40, 100))) == ["——桐山見聞"]
    assert words_of(page_of(text("⽂∕⽂芳", 40, 100))) == ["文／文芳"]  # radicals beside it are Han too
    assert words_of(page_of(text("1∕2 inch", 40, 100))) == ["1∕2 inch"]


def test_characters_that_are_meant_are_left_alone() -> None:
    (line,) = page_of(text("月亮民國長江，「好」。①②㎏", 40, 100)).lines
    assert line.text.versions == ()


@pytest.mark.parametrize(
    "hidden",
    [
        text("看不見的字", 40, 100, state="Clear"),
        text("看不見的字", 40, 100, mode=3),
        text("看不見的字", 40, 100, mode=7),
        text("看不見的字", 40, 100, color=WHITE),
        text("看不見的字", 40, 100, color=(0.97, 0.98, 0.97)),
        text("看不見的字", 40, -30),
        text("看不見的字", 40, 640),
        text("看不見的字", 460, 100),
        text("看不見的字", -200, 100),
        clipped((40, 300, 200, 340), text("看不見的字", 40, 100)),
        filled((30, 80, 200, 120), (1, 1, 1)) + text("看不見的字", 40, 100, color=WHITE),
    ],
    ids=[
        "transparent",
        "render mode 3",
        "render mode 7",
        "white on white",
        "nearly white on white",
        "above the page",
        "below the page",
        "right of the page",
        "left of the page",
        "outside its clip",
        "white in a white box",
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    assert words_of(page_of(hidden + SEEN)) == ["看得見的字"]


def test_a_row_that_nobody_sees_is_left_out_of_a_page_drawn_character_by_character() -> None:
    signs = "天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽雲騰致雨露結為霜金生麗水玉出崑岡"
    drawn = [
        text(sign, 10 + 8 * n, 20 + 8 * row, 6, color=WHITE if row == 30 else (0, 0, 0))
        for row in range(70)
        for n, sign in enumerate(signs)
    ]
    assert len(drawn) > MODES_ASKED
    lines = page_of("".join(drawn)).lines
    assert len(lines) == 69
    assert {str(line.text) for line in lines} == {signs}


@pytest.mark.parametrize(
    "shown",
    [
        text("也看得見", 40, 100, state="Veiled"),
        text("也看得見", 40, 100, mode=1),
        text("也看得見", 40, 100, color=(0.6, 0.6, 0.6)),
        filled((30, 80, 200, 120)) + text("也看得見", 40, 100, color=WHITE),
        filled((30, 80, 200, 120), (0.8, 0.1, 0.1)) + text("也看得見", 40, 100, color=WHITE),
        picture((30, 60, 200, 120)) + text("也看得見", 40, 100, color=WHITE),
        clipped((30, 80, 200, 120), text("也看得見", 40, 100)),
    ],
    ids=[
        "half transparent",
        "outlined",
        "grey",
        "white on navy",
        "white on red",
        "white on a picture",
        "within its clip",
    ],
)
def test_what_can_be_seen_is_read(shown: str) -> None:
    assert words_of(page_of(shown + SEEN)) == sorted(["也看得見", "看得見的字"])


def test_of_a_clipped_line_the_part_that_shows_is_read() -> None:
    assert words_of(page_of(clipped((30, 80, 71, 120), text("只見三個字的", 40, 100)) + SEEN)) == sorted(
        ["只見三", "看得見的字"]
    )


@pytest.mark.parametrize(
    ("size", "dx", "dy"),
    [(10, 0, 0), (10, 0.25, 0), (10, 0.2, 0.2), (10, 0.8, 0.8), (40, 1.2, 1.2), (40, 4, 3)],
    ids=["exactly", "fake bold", "fake bold aslant", "shadow", "large shadow", "far shadow of a headline"],
)
def test_text_drawn_twice_is_read_once(size: float, dx: float, dy: float) -> None:
    shadow = text("謝謝天天", 40 + dx, 100 + dy, size, color=(0.6, 0.6, 0.6))
    assert words_of(page_of(shadow + text("謝謝天天", 40, 100, size))) == ["謝謝天天"]


def test_fake_bold_of_four_strokes_is_read_once() -> None:
    strokes = (text("謝謝天天", 40 + dx, 100 + dy, 20) for dx in (0, 0.4) for dy in (0, 0.4))
    assert words_of(page_of("".join(strokes))) == ["謝謝天天"]


def test_the_same_words_in_two_places_are_read_twice() -> None:
    assert words_of(page_of(text("天天", 40, 100) + text("天天", 40, 112))) == ["天天", "天天"]


def test_doubled_latin_letters_stay() -> None:
    assert words_of(page_of(text("Illness will call, Aaron", 40, 100, 8))) == ["Illness will call, Aaron"]


def test_private_characters_are_left_out_and_said() -> None:
    page = page_of(text("好消息\ue000\ue001多得很", 40, 100) + SEEN)
    assert any("看得見" in words for words in words_of(page))
    assert not any("\ue000" in words for words in words_of(page))
    assert any("page 1 of paper.pdf" in w and "2 characters" in w for w in page.warnings)
    assert page.recognise


PRIVATE = text("\ue000\ue001\ue002\ue003\ue004\ue005好", 40, 100)
GLYPH_NUMBERS = "".join(
    text("".join(chr(0x4E00 + 12 * row + i) for i in range(12)), 40, 60 + 14 * row) for row in range(12)
)


@pytest.mark.parametrize(
    ("content", "unmapped"),
    [(PRIVATE, False), (GLYPH_NUMBERS, True)],
    ids=["private characters", "fonts without ToUnicode"],
)
def test_a_page_of_glyphs_without_meaning_is_missing_with_its_reason(content: str, unmapped: bool) -> None:
    data = made([Sheet(content)], unmapped=unmapped)
    page = pdf.open_document(data, "paper.pdf", ReadSettings()).page(0)
    assert page.missing is not None
    assert "page 1 of paper.pdf" in page.missing
    assert page.recognise


def test_hidden_text_over_a_scan_is_the_text() -> None:
    page = page_of(picture((0, 0, 400, 600)) + text("掃描下的字", 40, 100, mode=3))
    assert words_of(page) == ["掃描下的字"]


def test_a_picture_without_text_is_missing_with_its_reason() -> None:
    page = page_of(picture((0, 0, 400, 600)))
    assert page.missing is not None
    assert "page 1 of paper.pdf" in page.missing
    assert page.recognise


def test_a_page_on_which_nothing_is_drawn_is_missing_with_its_reason() -> None:
    page = page_of("")
    assert page.missing == "page 1 of paper.pdf is blank, or damaged so that nothing of it can be drawn"
    assert page.lines == ()


def test_white_text_on_a_dark_box_keeps_its_colour() -> None:
    (line,) = page_of(filled((30, 80, 200, 120), NAVY) + text("也看得見", 40, 100, color=WHITE)).lines
    assert line.styles[0][1].color == (255, 255, 255, 255)
