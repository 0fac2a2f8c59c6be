"""ALTO: words into lines with their places and hyphens, in every version and unit, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from banmian.errors import BanmianError, DamagedInput, EmptyInput, OversizedInput
from banmian.model.geometry import Box
from banmian.model.page import Direction, MarkKind, Page
from banmian.ports import ReadSettings
from banmian.sources import alto
from conftest import Ran
from library_files import LEADING, STANDING, STORY, alto_column, alto_line, place, string
from library_files import alto as file_of

Banmian = Callable[..., Ran]


def document_of(data: bytes) -> alto.AltoDocument:
    assert alto.sniff(data[:4096], "page.bin")
    return alto.open_document(data, "page.xml", ReadSettings())


def page_of(data: bytes) -> Page:
    return document_of(data).page(0)


def texts(page: Page) -> list[str]:
    return [str(line.text) for line in page.lines]


def block(*lines: str, name: str = "B1", more: str = "") -> str:
    return f'<TextBlock ID="{name}" {place(100, 100, 600, 600)} {more}>{"".join(lines)}</TextBlock>'


def line(*words: str, y: float = 100, more: str = "") -> str:
    return f"<TextLine {place(100, y, 600, 30)} {more}>{''.join(words)}</TextLine>"


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_every_version_is_read(version: int) -> None:
    page = page_of(file_of(alto_column(), version=version))
    assert texts(page) == list(STORY)
    assert (page.width, page.height) == (1000, 1400)
    assert all(len(one.chars) == len(one.text.raw) for one in page.lines)
    assert len({one.size for one in page.lines}) == 1


@pytest.mark.parametrize(("unit", "dpi"), [("pixel", 0), ("mm10", 254), ("inch1200", 1200)])
def test_the_unit_says_how_fine_the_frame_is(unit: str, dpi: float) -> None:
    assert page_of(file_of(alto_column(), unit=unit)).dpi == dpi


def test_what_is_printed_counts_and_the_hyphen_stands_where_it_was() -> None:
    cut = string("brid", 100, 100, 64, more='SUBS_TYPE="HypPart1" SUBS_CONTENT="bridge"')
    first = line(cut, '<HYP HPOS="166" VPOS="100" WIDTH="10" CONTENT="-"/>')
    bare = line(string("fer", 100, 140, 48), '<HYP CONTENT="\u00ad"/>', y=140)
    one, other = page_of(file_of(block(first, bare))).lines
    assert str(one.text) == "brid-"
    assert one.chars[4] == Box(166, 100, 176, 128)
    assert str(other.text) == "fer\u00ad"


def test_marks_that_were_cut_off_a_word_are_put_back_and_words_stay_apart() -> None:
    words = (
        string("today", 100, 100, 80),
        string(",", 181, 100, 8),
        string("all", 200, 100, 40),
        string("day", 241, 100, 40),
    )
    assert texts(page_of(file_of(block(line(*words))))) == ["today, all day"]


def test_spaces_of_the_file_count_where_it_has_them() -> None:
    words = (string("l'", 100, 100, 20), string("eau", 121, 100, 40), '<SP WIDTH="12"/>', string("pure", 175, 100, 60))
    assert texts(page_of(file_of(block(line(*words))))) == ["l'eau pure"]


def test_han_that_were_written_as_words_are_one_line() -> None:
    words = [string(c, 100 + 30 * k, 100, 28) for k, c in enumerate("東湖大橋")]
    assert texts(page_of(file_of(block(line('<SP WIDTH="2"/>'.join(words)))))) == ["東湖大橋"]


def test_words_in_the_wrong_lines_are_put_by_their_places() -> None:
    rows = [row.split() for row in STORY[:3]]
    empty = [f"<TextLine {place(100, 95 + LEADING * k, 600, 50)}/>" for k in range(2)]
    crowd = "".join(
        string(w, 100 + 90 * i, 105 + LEADING * k, 80, height=30) for k in (2, 0, 1) for i, w in enumerate(rows[k])
    )
    last = f"<TextLine {place(100, 95 + LEADING * 2, 600, 50)}>{crowd}</TextLine>"
    page = page_of(file_of(block(*empty, last)))
    assert texts(page) == list(STORY[:3])
    assert any("words" in note for note in page.notes)


def test_confidence_is_of_words_or_of_their_characters() -> None:
    sure = line(string("sure", 100, 100, 64, more='WC="0.9"'))
    percent = line(string("sure", 100, 140, 64, more='WC="90"'), y=140)
    digits = line(string("sure", 100, 180, 64, more='CC="0 9 0 9"'), y=180)
    silent = line(string("sure", 100, 220, 64), y=220)
    found = page_of(file_of(block(sure, percent, digits, silent))).lines
    assert [one.confidence for one in found] == pytest.approx([0.9, 0.9, 0.5, 1.0])


def test_glyphs_have_their_own_places() -> None:
    glyphs = "".join(f'<Glyph {place(100 + 40 * k, 100, 20, 28)} CONTENT="{c}"/>' for k, c in enumerate("day"))
    word = f'<String {place(100, 100, 120, 28)} CONTENT="day">{glyphs}</String>'
    (found,) = page_of(file_of(block(line(word)))).lines
    assert [b.x0 for b in found.chars] == [100, 140, 180]


def test_type_comes_from_the_styles_that_are_referred_to() -> None:
    styles = (
        '<TextStyle ID="T1" FONTFAMILY="Times" FONTSIZE="9"/>'
        '<TextStyle ID="T2" FONTFAMILY="Arial" FONTSIZE="9" FONTSTYLE="bold italics"/>'
    )
    bold = line(string("Loud", 100, 140, 64, more='STYLEREFS="T2"'), y=140)
    data = file_of(block(line(string("calm", 100, 100, 64)), bold, more='STYLEREFS="T1 PAR"'), styles=styles)
    (_, calm), (_, loud) = (one.styles[0] for one in page_of(data).lines)
    assert (calm.font, calm.weight, calm.italic) == ("Times", 400, False)
    assert (loud.font, loud.weight, loud.italic) == ("Arial", 700, True)


def test_sizes_in_points_tell_where_boxes_do_not() -> None:
    styles = '<TextStyle ID="T1" FONTSIZE="9"/><TextStyle ID="T2" FONTSIZE="18"/>'
    head = block(line(string("OPENS", 100, 40, 200), y=40), name="B0", more='STYLEREFS="T2"')
    body = alto_column().replace("<TextBlock", '<TextBlock STYLEREFS="T1"')
    page = page_of(file_of(head + body, styles=styles))
    assert page.lines[0].size == pytest.approx(2 * page.lines[1].size, rel=0.02)


def test_rules_pictures_margins_and_nested_blocks_are_seen() -> None:
    nested = (
        f'<ComposedBlock TYPE="Advertisement"><ComposedBlock>{alto_column(name="B9")}</ComposedBlock></ComposedBlock>'
    )
    drawn = f"<GraphicalElement {place(50, 80, 900, 4)}/><Illustration {place(50, 700, 300, 300)}/>"
    data = file_of(nested + drawn).decode()
    margin = f"<TopMargin>{block(line(string('No.', 100, 10, 40), y=10), name='B0')}</TopMargin><PrintSpace>"
    document = document_of(data.replace("<PrintSpace>", margin).encode())
    page = document.page(0)
    assert texts(page) == ["No.", *STORY]
    assert [m.kind for m in page.marks] == [MarkKind.RULE, MarkKind.PICTURE]
    assert [(name, len(lines)) for name, lines in document.printed_blocks(0)] == [("B0", 1), ("B9", len(STORY))]


@pytest.mark.parametrize("stated", ["", 'BASEDIRECTION="ttb-rtl"'], ids=["by shape", "as stated"])
def test_vertical_lines_stand(stated: str) -> None:
    lines = [
        f"<TextLine {place(600 - 50 * k, 100, 40, 320)} {stated}>"
        f'<String {place(600 - 50 * k, 100, 40, 320)} CONTENT="{row}"/></TextLine>'
        for k, row in enumerate(STANDING)
    ]
    page = page_of(file_of(block(*lines)))
    assert {one.direction for one in page.lines} == {Direction.VERTICAL}
    assert texts(page) == list(STANDING)
    assert [b.y0 for b in page.lines[0].chars] == [100 + 40 * k for k in range(8)]


def test_a_file_may_hold_several_pages() -> None:
    document = document_of(file_of(alto_column(), pages=3))
    assert len(document) == 3
    assert [document.page(k).index for k in range(3)] == [0, 1, 2]
    with pytest.raises(OversizedInput):
        alto.open_document(file_of(alto_column(), pages=3), "page.xml", ReadSettings(max_pages=2))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (file_of(alto_column()).replace(b"<alto", b'<!DOCTYPE alto [<!ENTITY a "ha">]><alto', 1), DamagedInput),
        (file_of(alto_column())[:-150], DamagedInput),
        (file_of(""), EmptyInput),
        (b"<alto/>", EmptyInput),
    ],
    ids=["entities", "cut", "no lines", "no page"],
)
def test_what_is_no_whole_page_is_refused_in_words(data: bytes, kind: type[BanmianError]) -> None:
    assert alto.sniff(data[:4096], "page.xml")
    with pytest.raises(kind) as refused:
        alto.open_document(data, "page.xml", ReadSettings())
    assert "page.xml" in refused.value.what
    assert refused.value.do


def test_places_that_are_no_numbers_cost_their_words_alone() -> None:
    broken = line(string("here", 100, 140, 64), '<String HPOS="x" VPOS="1" WIDTH="inf" CONTENT="lost"/>', y=140)
    assert texts(page_of(file_of(block(line(string("first", 100, 100, 80)), broken)))) == ["first", "here"]


def test_an_issue_of_several_pages_is_read_from_the_command_line(banmian: Banmian) -> None:
    folder = Path("issue")
    folder.mkdir()
    (folder / "0001.xml").write_bytes(file_of(alto_column()))
    (folder / "0002.xml").write_bytes(
        file_of(block(alto_line(["Second", "page."], 100), alto_line(["It", "ends."], 140)))
    )
    (folder / "issue-METS.xml").write_bytes(b"<mets:mets xmlns:mets='http://www.loc.gov/METS/'/>")
    ran = banmian("read", folder)
    assert ran.status == 0, ran.err
    edition = json.loads(ran.out)
    assert len(edition["pages"]) == 2
    assert "The bridge at East Lake opens" in json.dumps(edition["articles"])
    published = banmian("publish", folder, "-o", "edition")
    assert published.status == 0, published.err
