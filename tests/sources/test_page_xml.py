"""PAGE XML: lines with text, places, sizes and directions from every habit of writing it, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from banmian.errors import BanmianError, DamagedInput, EmptyInput
from banmian.model.geometry import Box
from banmian.model.page import Direction, MarkKind, Page
from banmian.ports import ReadSettings
from banmian.sources import page_xml
from conftest import Ran
from library_files import LEADING, SCHEMA, STANDING, STORY, column, points, region, said, text_line
from library_files import page_xml as file_of

Banmian = Callable[..., Ran]


def page_of(data: bytes) -> Page:
    assert page_xml.sniff(data[:4096], "page.bin")
    document = page_xml.open_document(data, "page.xml", ReadSettings())
    assert len(document) == 1
    return document.page(0)


def texts(page: Page) -> list[str]:
    return [str(line.text) for line in page.lines]


def word(text: str, x0: float, x1: float, y0: float = 100, y1: float = 130, inner: str = "") -> str:
    return f"<Word>{points(x0, y0, x1, y1)}{inner}{said(text) if text else ''}</Word>"


@pytest.mark.parametrize("schema", ["2010-03-19", "2013-07-15", "2019-07-15"])
def test_every_schema_is_read(schema: str) -> None:
    page = page_of(file_of(column(), schema=schema))
    assert texts(page) == list(STORY)
    assert (page.width, page.height) == (1000, 1400)
    assert all(len(line.chars) == len(line.text.raw) for line in page.lines)


def test_points_as_elements_and_a_prefix_are_read_too() -> None:
    old = '<Coords><Point x="10" y="20"/><Point x="210" y="20"/><Point x="210" y="50"/><Point x="10" y="50"/></Coords>'
    data = file_of(f"<TextRegion>{old}<TextLine>{old}{said('old news')}</TextLine></TextRegion>").decode()
    prefixed = data.replace("<", "<pc:").replace("<pc:/", "</pc:").replace("<pc:?", "<?").replace("xmlns=", "xmlns:pc=")
    (line,) = page_of(prefixed.encode()).lines
    assert line.box is not None
    assert (line.box.x0, line.box.x1) == (10, 210)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_are_read_by_what_the_file_says(codec: str) -> None:
    data = file_of(column(["東湖大橋通車"])).decode().replace("UTF-8", codec.removesuffix("-sig"))
    assert texts(page_of(data.encode(codec))) == ["東湖大橋通車"]


def test_text_comes_from_the_line_else_its_words_else_their_glyphs() -> None:
    glyphs = "".join(
        f"<Glyph>{points(300 + 20 * k, 100, 318 + 20 * k, 130)}{said(c)}</Glyph>" for k, c in enumerate("one")
    )
    words = word("day", 100, 160) + word("", 300, 358, inner=glyphs)
    of_words = text_line("", 100, 96, inner=words)
    of_line = text_line("DAY one", 100, 196, inner=words)
    first, second = page_of(file_of(region(of_words + of_line))).lines
    assert str(first.text) == "day one"
    assert first.chars[4] == Box(300, 100, 318, 130)  # the glyph's own
    assert first.chars[0] == Box(100, 100, 120, 130)  # its share of the word
    assert str(second.text) == "DAY one"
    assert second.chars[0].x0 == 100
    assert second.chars[6].x1 == 700  # its share of the line, for the words say something else


def test_of_several_readings_the_first_by_index_counts() -> None:
    second, first = said("second", ' index="1"'), said("first", ' index="0" conf="0.7"')
    line = f"<TextLine>{points(100, 100, 700, 130)}{second}{first}</TextLine>"
    (found,) = page_of(file_of(region(line))).lines
    assert (str(found.text), found.confidence) == ("first", 0.7)


def test_a_region_without_lines_is_spread_and_said_to_be() -> None:
    page = page_of(file_of(region(said("\n".join(STORY[:4])))))
    assert texts(page) == list(STORY[:4])
    tops = [line.box.y0 for line in page.lines if line.box]
    assert tops == sorted(tops)
    assert any("no places" in note for note in page.notes)


def test_the_picture_is_only_named() -> None:
    document = page_xml.open_document(file_of(column()), "page.xml", ReadSettings())
    assert document.picture(0, 150) is None
    assert "scan.tif" in document.page(0).notes[0]


def test_sizes_are_one_though_outlines_are_not() -> None:
    rows = [text_line(row, 100, 100 + LEADING * k, height=30 + 4 * (k % 3)) for k, row in enumerate(STORY)]
    page = page_of(file_of(region("".join(rows))))
    assert len({line.size for line in page.lines}) == 1
    assert 0.7 * LEADING < page.lines[0].size < LEADING


def test_outlines_that_overlap_do_not_make_lines_that_do() -> None:
    rows = [text_line(row, 100, 100 + LEADING * k, height=1.5 * LEADING) for k, row in enumerate(STORY)]
    boxes = [line.box for line in page_of(file_of(region("".join(rows)))).lines if line.box]
    assert all(a.y1 <= b.y0 for a, b in pairwise(boxes))


def test_ink_tells_the_size_whatever_letters_a_line_has() -> None:
    rows = []
    for k, row in enumerate((*STORY, "man on sea, raw nose", "can we run?")):
        at, words = 100.0, []
        for one in row.split():
            rises, falls = any(c in "bdfhklitT" or c.isupper() for c in one), any(c in "gjpqy" for c in one)
            base = 130.0 + LEADING * k
            words.append(word(one, at, at + 15 * len(one), base - (25 if rises else 17), base + (8 if falls else 0)))
            at += 15 * (len(one) + 1)
        rows.append(text_line(row, 100, 95 + LEADING * k, height=45, inner="".join(words)))
    page = page_of(file_of(region("".join(rows))))
    assert {round(line.size) for line in page.lines} == {36}


def test_a_headline_keeps_its_size() -> None:
    head = region(text_line("BRIDGE OPENS", 100, 40, height=80))
    page = page_of(file_of(head + column()))
    assert page.lines[0].size > 1.8 * page.lines[1].size


def test_type_is_told_where_the_file_tells_it_of_most() -> None:
    style = '<TextStyle fontFamily="Times" bold="true"/>'
    rows = [text_line(row, 100, 100 + LEADING * k, inner=style) for k, row in enumerate(STORY)]
    some = [text_line(row, 100, 100 + LEADING * k, inner=style if not k else "") for k, row in enumerate(STORY)]
    (_, told), *_ = page_of(file_of(region("".join(rows)))).lines[0].styles
    (_, silent), *_ = page_of(file_of(region("".join(some)))).lines[0].styles
    assert (told.font, told.weight) == ("Times", 700)
    assert (silent.font, silent.weight) == ("", 0)


def standing(more: str = "") -> bytes:
    rows = "".join(
        f"<TextLine>{points(600 - 50 * k, 100, 640 - 50 * k, 420 if len(row) > 1 else 140)}{said(row)}</TextLine>"
        for k, row in enumerate((*STANDING, "完"))
    )
    return file_of(region(rows, more))


@pytest.mark.parametrize(
    "data",
    [standing(), standing(' readingDirection="top-to-bottom" textLineOrder="right-to-left"')],
    ids=["by shape", "as stated"],
)
def test_vertical_lines_stand(data: bytes) -> None:
    page = page_of(data)
    assert {line.direction for line in page.lines} == {Direction.VERTICAL}
    line = page.lines[0]
    assert [b.y0 for b in line.chars] == [100 + 40 * k for k in range(8)]
    assert page.turning.vertical
    assert line.size == pytest.approx(40, rel=0.1)


def test_arabic_begins_at_the_right() -> None:
    (line,) = page_of(file_of(region(text_line("سلام", 100, 100), ' readingDirection="right-to-left"'))).lines
    assert line.chars[0].x1 == 700


def test_a_sloping_line_is_followed() -> None:
    outline = '<Coords points="100,100 700,160 700,190 100,130"/><Baseline points="100,122 700,182"/>'
    rows = f"<TextLine>{outline}{said('a line that slopes down the page')}</TextLine>"
    (line,) = page_of(file_of(region(rows))).lines
    assert line.chars[31].y0 - line.chars[0].y0 == pytest.approx(60, abs=6)


def test_rules_and_pictures_are_seen_and_tables_are_read() -> None:
    rule, picture = points(50, 80, 900, 84), points(50, 600, 400, 900)
    drawn = f"<SeparatorRegion>{rule}</SeparatorRegion><ImageRegion>{picture}</ImageRegion>"
    cell = f'<TableRegion>{points(50, 1000, 900, 1200)}<TableCell row="0" col="0">{points(50, 1000, 400, 1100)}'
    table = f"{cell}{text_line('Rice 12', 60, 1010, width=200)}</TableCell></TableRegion>"
    page = page_of(file_of(column() + drawn + table))
    assert [(m.kind, m.box) for m in page.marks] == [
        (MarkKind.RULE, Box(50, 80, 900, 84)),
        (MarkKind.PICTURE, Box(50, 600, 400, 900)),
    ]
    assert texts(page)[-1] == "Rice 12"


def test_a_division_mark_is_a_hyphen_and_the_change_is_recorded() -> None:
    line = page_of(file_of(column(["the bridge was clo¬", "sed to carts"]))).lines[0]
    assert line.text.raw == "the bridge was clo¬"
    assert str(line.text) == "the bridge was clo\u00ad"


def test_lines_without_text_are_for_a_recogniser() -> None:
    page = page_of(file_of(region(text_line("", 100, 100) + text_line("", 100, 140))))
    assert page.missing
    assert page.recognise
    assert len(page.lines) == 2
    some = page_of(file_of(region(text_line("", 100, 100) + text_line("read", 100, 140))))
    assert texts(some) == ["read"]
    assert "1 lines without text" in some.warnings[0]


@pytest.mark.parametrize(
    "coords",
    ["", '<Coords points=""/>', '<Coords points="nan,1 2,inf 1e9,4"/>', '<Coords points="a,b 1 2,,3"/>'],
)
def test_a_line_without_a_place_is_left_out(coords: str) -> None:
    page = page_of(file_of(column() + region(f"<TextLine>{coords}{said('nowhere')}</TextLine>")))
    assert texts(page) == list(STORY)


BOMB = '<!DOCTYPE PcGts [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n'
OUTSIDE = '<!DOCTYPE PcGts [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (file_of(column(), before=BOMB).replace(b"bridge", b"&b;"), DamagedInput),
        (file_of(column(), before=OUTSIDE).replace(b"bridge", b"&a;"), DamagedInput),
        (file_of(column(), before='<!DOCTYPE PcGts SYSTEM "http://127.0.0.1:9/x.dtd">'), DamagedInput),
        (file_of(region("<a>" * 5000 + "</a>" * 5000)), DamagedInput),
        (file_of(column())[:-300], DamagedInput),
        (file_of(column()).replace(b"</TextLine>", b"", 1), DamagedInput),
        (file_of(column()).replace(b"bridge", b"br\xff\xfedge"), DamagedInput),
        (file_of(column()).replace(b"UTF-8", b"no-such"), DamagedInput),
        (file_of(""), EmptyInput),
        (f'<PcGts xmlns="{SCHEMA}2013-07-15"/>'.encode(), EmptyInput),
    ],
    ids=["bomb", "outside", "dtd", "deep", "cut", "unclosed", "bytes", "codec", "no lines", "no page"],
)
def test_what_is_no_whole_page_is_refused_in_words(data: bytes, kind: type[BanmianError]) -> None:
    assert page_xml.sniff(data[:4096], "page.xml")
    with pytest.raises(kind) as refused:
        page_xml.open_document(data, "page.xml", ReadSettings())
    assert "page.xml" in refused.value.what
    assert refused.value.do
    assert refused.value.exit_status == 3


@pytest.mark.parametrize(
    "head", [b"", b"%PDF-1.7", b"<html>", b"<alto>", b"PcGts", b"<!-- <PcGts> --><mets>", b"\xff\xfe<"]
)
def test_what_is_no_page_xml_is_left_to_others(head: bytes) -> None:
    assert not page_xml.sniff(head, "page.xml")


METS = b'<?xml version="1.0"?><mets xmlns="http://www.loc.gov/METS/"><fileSec/></mets>'


def test_a_page_is_read_from_the_command_line_by_its_content(banmian: Banmian) -> None:
    Path("scan.dat").write_bytes(file_of(column()))
    ran = banmian("read", "scan.dat")
    assert ran.status == 0, ran.err
    edition = json.loads(ran.out)
    (page,) = edition["pages"]
    assert (page["width"], page["height"], page["dpi"]) == (1000, 1400, None)
    assert "last trip in the evening" in json.dumps(edition["articles"])


def test_a_folder_of_pages_passes_over_the_xml_that_is_no_page(banmian: Banmian) -> None:
    folder = Path("issue")
    folder.mkdir()
    (folder / "page2.xml").write_bytes(file_of(column(["Second page of the paper.", "It is short, and ends here."])))
    (folder / "page10.xml").write_bytes(file_of(column()))
    (folder / "mets.xml").write_bytes(METS)
    (folder / "marked.xml").write_bytes(b"\xef\xbb\xbf" + METS)
    ran = banmian("read", folder)
    assert ran.status == 0, ran.err
    assert len(json.loads(ran.out)["pages"]) == 2


def test_a_damaged_page_of_a_folder_is_missing_and_named(banmian: Banmian) -> None:
    folder = Path("issue")
    folder.mkdir()
    (folder / "page1.xml").write_bytes(file_of(column()))
    (folder / "page2.xml").write_bytes(file_of(column())[:-200])
    ran = banmian("read", folder)
    assert ran.status == 4
    assert "page2.xml" in ran.err
    assert len(json.loads(ran.out)["pages"]) == 2


@pytest.mark.parametrize(
    "data",
    [METS, b"\xef\xbb\xbf" + METS, file_of(""), file_of(column())[:-200], file_of(region(text_line("", 100, 100)))],
    ids=["mets", "mets with a mark", "empty", "cut", "no text"],
)
def test_what_cannot_be_read_ends_with_status_3(banmian: Banmian, data: bytes) -> None:
    Path("page.xml").write_bytes(data)
    ran = banmian("read", "page.xml")
    assert (ran.status, ran.out) == (3, "")
    assert "page.xml" in ran.err
    assert "Traceback" not in ran.err
