"""A PDF as a whole: its labels, its sheets, its pictures, its locks, and what is wrong with it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from banmian.errors import DamagedInput, EmptyInput, EncryptedInput, OversizedInput
from banmian.model.page import PageSource
from banmian.ports import Document, ReadSettings
from banmian.sources import pdf
from handmade_pdf import Sheet, made, text

FULL = "".join(text(f"第{i}行的字都在這裡", 40, 60 + 14 * i) for i in range(1, 36))


def opened(data: bytes, settings: ReadSettings | None = None) -> Document:
    return pdf.open_document(data, "paper.pdf", settings or ReadSettings())


def test_a_pdf_is_known_by_its_mark_not_by_its_name() -> None:
    data = made([Sheet(FULL)])
    assert pdf.sniff(data[:4096], "paper.txt")
    assert pdf.sniff(b"\r\n junk from a mail program\n" + data[:100], "x")
    assert not pdf.sniff(b"PDF is a format", "paper.pdf")


def test_page_labels_are_the_files_own() -> None:
    labels: dict[int, dict[str, Any]] = {0: {"S": Name.D, "P": "A0"}, 2: {"P": "特1"}}
    document = opened(made([Sheet(FULL)] * 3, labels=labels))
    assert [document.page(i).number for i in range(3)] == ["A01", "A02", "特1"]


def test_a_page_says_where_it_came_from() -> None:
    document = opened(made([Sheet(FULL)] * 2))
    assert document.page(1).source == PageSource("paper.pdf", 2)


def spread() -> bytes:
    """Two single pages around a sheet of two."""
    right = "".join(text(f"右邊第{i}行的字", 440, 60 + 14 * i) for i in range(1, 36))
    return made([Sheet(FULL), Sheet(FULL + right, width=800), Sheet(FULL)])


def test_a_sheet_of_two_pages_is_cut_in_two() -> None:
    document = opened(spread())
    assert len(document) == 4
    left, right = document.page(1), document.page(2)
    assert (left.source, right.source) == (PageSource("paper.pdf", 2, 1), PageSource("paper.pdf", 2, 2))
    assert (left.width, right.width) == (400, 400)
    assert {str(line.text)[:2] for line in left.lines} == {"第1", "第2", "第3"} | {f"第{i}" for i in range(4, 10)}
    assert {str(line.text)[:2] for line in right.lines} == {"右邊"}
    assert all(line.box is not None and 0 <= line.box.x0 < line.box.x1 <= 400 for line in right.lines)


def test_each_half_of_a_sheet_has_its_own_picture() -> None:
    document = opened(spread())
    for index in range(4):
        data = document.picture(index, 72)
        assert data is not None
        with Image.open(io.BytesIO(data)) as image:
            assert image.format == "WEBP"
            assert image.size == (400, 600)


def test_a_landscape_page_alone_is_one_page() -> None:
    content = "".join(text("一行很長很長的字從左邊一直寫到右邊去", 40, 60 + 14 * i, 36) for i in range(1, 36))
    assert len(opened(made([Sheet(content, width=800)]))) == 1


LOCKED = made([Sheet(FULL)], encryption=pikepdf.Encryption(owner="掌櫃", user="sesame"))


@pytest.mark.parametrize("password", ["sesame", "掌櫃"], ids=["of the user", "of the owner"])
def test_a_locked_file_opens_with_its_password(password: str) -> None:
    assert len(opened(LOCKED, ReadSettings(password=password)).page(0).lines) == 35


@pytest.mark.parametrize("password", [None, "", "open"])
def test_a_locked_file_says_that_it_wants_a_password(password: str | None) -> None:
    with pytest.raises(EncryptedInput, match=r"paper.pdf.*--password"):
        opened(LOCKED, ReadSettings(password=password))


def test_a_file_locked_against_copying_alone_is_read() -> None:
    locked = pikepdf.Encryption(owner="掌櫃", user="", allow=pikepdf.Permissions(extract=False))
    assert len(opened(made([Sheet(FULL)], encryption=locked)).page(0).lines) == 35


def test_more_pages_than_allowed_are_refused_before_any_is_read() -> None:
    with pytest.raises(OversizedInput, match=r"paper.pdf has 12 pages; the limit is 10.*--max-pages 12"):
        opened(made([Sheet()] * 12), ReadSettings(max_pages=10))


def test_a_page_of_ten_metres_is_missing_with_its_reason() -> None:
    document = opened(made([Sheet(FULL), Sheet(FULL, height=28_346)]))
    missing = document.page(1).missing
    assert missing is not None
    assert "page 2 of paper.pdf is 10.0 m long" in missing
    assert document.picture(1, 150) is None
    assert document.page(0).missing is None


def test_a_page_of_four_metres_is_read_and_its_picture_stays_small() -> None:
    document = opened(made([Sheet(text("很長的一頁", 40, 100, height=11_000), height=11_000)]))
    assert [str(line.text) for line in document.page(0).lines] == ["很長的一頁"]
    data = document.picture(0, 300)
    assert data is not None
    with Image.open(io.BytesIO(data)) as image:
        assert max(image.size) <= 16_000


def no_page(pdf_file: pikepdf.Pdf) -> None:
    pdf_file.Root.Pages.Kids[1] = pdf_file.make_indirect(pikepdf.Dictionary(Type=Name.Font))


def nothing_inside(pdf_file: pikepdf.Pdf) -> None:
    for key in list(pdf_file.pages[1].obj.keys()):
        del pdf_file.pages[1].obj[key]


def noise_inside(pdf_file: pikepdf.Pdf) -> None:
    pdf_file.pages[1].obj.Contents = pikepdf.Stream(pdf_file, bytes(range(256)) * 40)


def damaged_stream(pdf_file: pikepdf.Pdf) -> None:
    stream = pikepdf.Stream(pdf_file, b"")
    stream.write(b"\x00no deflated bytes" * 50, filter=Name.FlateDecode)
    pdf_file.pages[1].obj.Contents = stream


@pytest.mark.parametrize("broken", [no_page, nothing_inside, noise_inside, damaged_stream])
def test_a_broken_page_is_missing_and_costs_no_other(broken: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(io.BytesIO(made([Sheet(FULL)] * 3))) as whole:
        broken(whole)
        out = io.BytesIO()
        whole.save(out)
    document = opened(out.getvalue())
    found = [document.page(i) for i in range(len(document))]
    assert [len(page.lines) for page in found] == [35, 0, 35]
    assert found[1].missing is not None
    assert "page 2 of paper.pdf" in found[1].missing


def test_a_file_without_pages_is_empty() -> None:
    with pytest.raises(EncryptedInput):
        opened(LOCKED)  # PDFium remembers its last error
    with pytest.raises((EmptyInput, DamagedInput), match=r"paper.pdf"):
        opened(made([]))


@pytest.mark.parametrize("kept", [9, 60, 300])
def test_a_file_cut_short_says_so(kept: int) -> None:
    with pytest.raises(DamagedInput, match=r"paper.pdf.*damaged or cut short.*Get the file again"):
        opened(made([Sheet(FULL)])[:kept])
