"""An opened PDF: its sheets, cut into pages where a sheet is a spread, read one at a time."""

from __future__ import annotations

import ctypes
import io
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2 as pdf
import pypdfium2.raw as pdfium
import zxingcpp

from banmian.errors import DamagedInput, EmptyInput, EncryptedInput, OversizedInput
from banmian.model.geometry import Box
from banmian.model.page import Line, Mark, MarkKind, Page, PageSource, QrCode
from banmian.ports import ReadSettings
from banmian.sources.pdf.codepoints import unreadable
from banmian.sources.pdf.glyphs import Frame, Glyphs, read_glyphs
from banmian.sources.pdf.lines import read_lines
from banmian.sources.pdf.marks import read_marks
from banmian.sources.pdf.visible import visible
from banmian.sources.pdf.words import joined_words, object_words

LARGEST_SIDE = 14_400.0
"""Points (five metres): the largest side of a PDF page (ISO 32000-1, annex C); no newspaper comes near."""

UNREADABLE_PAGE = 0.3
"""With more than this share of characters that say nothing, a page's text is of no use."""

SPREAD = 1.75
"""A sheet that is this many times wider than the file's narrow sheets of the same height is two pages."""

QR_SIDES = (18.0, 260.0)
"""Points: the smallest printed code that a telephone reads, and the largest that is not a picture."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page of the edition as part of a sheet of the file: `half` 0 is the whole sheet, 1 left, 2 right."""

    number: int
    half: int


class PdfDocument:
    """Pages of one PDF; `banmian.ports.Document`."""

    def __init__(self, data: bytes, name: str, settings: ReadSettings) -> None:
        self._name = name
        self._pdf = _opened(data, name, settings)
        count = len(self._pdf)
        if count == 0:
            raise EmptyInput(f"{name} has no pages.", "Check that the file is the issue that you mean.")
        if count > settings.max_pages:
            self._pdf.close()
            raise OversizedInput(
                f"{name} has {count} pages; the limit is {settings.max_pages}.",
                f"If it is one issue, allow more with --max-pages {count}.",
            )
        self._sheets = _sheets(self._pdf)

    def __len__(self) -> int:
        return len(self._sheets)

    def page(self, index: int) -> Page:
        """Reads one page; see `banmian.ports.Document`."""
        sheet = self._sheets[index]
        source = PageSource(self._name, sheet.number + 1, sheet.half)
        blank = Page(index=index, source=source)
        width, height = self._size(sheet.number)
        if width <= 0 or height <= 0:
            return replace(blank, missing=f"page {sheet.number + 1} of {self._name} is damaged and cannot be opened")
        if max(width, height) > LARGEST_SIDE:
            metres = max(width, height) * 0.0254 / 72
            return replace(
                blank,
                missing=f"page {sheet.number + 1} of {self._name} is {metres:.1f} m long; the limit is 5 m",
            )
        try:
            page = self._pdf[sheet.number]
        except pdf.PdfiumError:
            return replace(blank, missing=f"page {sheet.number + 1} of {self._name} is damaged and cannot be opened")
        try:
            return self._read(page, blank, sheet)
        except pdf.PdfiumError:
            return replace(blank, missing=f"page {sheet.number + 1} of {self._name} is damaged and cannot be read")
        finally:
            page.close()

    def picture(self, index: int, dpi: float) -> bytes | None:
        """The page as WebP, rendered at `dpi`; None where it cannot be rendered."""
        sheet = self._sheets[index]
        width, height = self._size(sheet.number)
        if width <= 0 or height <= 0 or max(width, height) > LARGEST_SIDE:
            return None
        try:
            page = self._pdf[sheet.number]
        except pdf.PdfiumError:
            return None
        scale = min(dpi / 72, 16_000 / max(width, height))
        crop = (0.0, 0.0, 0.0, 0.0)
        if sheet.half:
            crop = (0, 0, width / 2, 0) if sheet.half == 1 else (width / 2, 0, 0, 0)
        try:
            image = page.render(scale=scale, crop=crop).to_pil().convert("RGB")
        except (pdf.PdfiumError, ValueError):
            return None
        finally:
            page.close()
        out = io.BytesIO()
        image.save(out, "WEBP", quality=82, method=2)
        return out.getvalue()

    def close(self) -> None:
        """Closes the file."""
        self._pdf.close()

    def _size(self, number: int) -> tuple[float, float]:
        size = pdfium.FS_SIZEF()
        if not pdfium.FPDF_GetPageSizeByIndexF(self._pdf.raw, number, size):
            return 0.0, 0.0
        return size.width, size.height

    def _read(self, page: pdf.PdfPage, blank: Page, sheet: _Sheet) -> Page:
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page.raw, rect)
        frame = Frame(rect.left, rect.bottom, rect.right, rect.top, page.get_rotation() % 360)
        text_page = page.get_textpage()
        try:
            drawn = read_glyphs(_address(text_page), frame)
            marks = read_marks(page.raw, frame, drawn.objects)
            glyphs, scan = visible(drawn, marks, frame)
        finally:
            text_page.close()
        width, height = frame.size
        codes = tuple(_codes(page, marks, height))
        if sheet.half:
            width /= 2
            shift = width if sheet.half == 2 else 0.0
            glyphs = _half(glyphs, width, shift)
            marks = tuple(m for m in (_moved(mark, shift, width) for mark in marks) if m)
            codes = tuple(
                QrCode(_moved_box(c.box, shift), c.text) for c in codes if 0 <= c.box.center[0] - shift <= width
            )
        whole = replace(
            blank,
            number=self._label(sheet),
            width=width,
            height=height,
            marks=marks,
            codes=codes,
        )
        where = f"page {sheet.number + 1} of {self._name}"
        return _with_lines(whole, glyphs, where, scan=scan)

    def _label(self, sheet: _Sheet) -> str | None:
        """The file's own page label; the plain count that files without labels get says nothing."""
        label = str(self._pdf.get_page_label(sheet.number) or "").strip()
        return label or None


def _opened(data: bytes, name: str, settings: ReadSettings) -> pdf.PdfDocument:
    try:
        return pdf.PdfDocument(data, password=settings.password)
    except pdf.PdfiumError as error:
        locked = b"/Encrypt" in data  # PDFium repeats its last error where it has no new one
        if locked and getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            if settings.password is None:
                raise EncryptedInput(f"{name} is encrypted.", "Give its password with --password.") from error
            raise EncryptedInput(f"{name} does not open with this password.", "Check --password.") from error
        if locked and getattr(error, "err_code", None) == pdfium.FPDF_ERR_SECURITY:
            raise EncryptedInput(
                f"{name} is locked in a way that cannot be opened here.", "Ask for a copy without protection."
            ) from error
        raise DamagedInput(
            f"{name} is a PDF, but it is damaged or cut short and no page can be found in it.",
            "Get the file again, or mend it with a PDF repair program.",
        ) from error


def _sheets(document: pdf.PdfDocument) -> list[_Sheet]:
    """Whole sheets, and halves where a sheet is twice as wide as its sisters."""
    sizes = []
    for number in range(len(document)):
        size = pdfium.FS_SIZEF()
        known = pdfium.FPDF_GetPageSizeByIndexF(document.raw, number, size)
        sizes.append((size.width, size.height) if known else (0.0, 0.0))
    sheets = []
    for number, (width, height) in enumerate(sizes):
        sisters = [w for w, h in sizes if h > 0 and abs(h - height) < 0.06 * height and w < 0.75 * width]
        spread = width > 1.2 * height and bool(sisters) and width > SPREAD * min(sisters)
        spread = spread or _halves_apart(document, number, width, height)
        sheets += [_Sheet(number, 1), _Sheet(number, 2)] if spread else [_Sheet(number, 0)]
    return sheets


def _halves_apart(document: pdf.PdfDocument, number: int, width: float, height: float) -> bool:
    """Whether a landscape sheet holds two pages: two folios, and no ink of type across its middle."""
    if not 1.2 * height < width < 2.2 * height or max(width, height) > LARGEST_SIDE:
        return False
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pdf.PdfiumError:
        return False
    try:
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page.raw, rect)
        frame = Frame(rect.left, rect.bottom, rect.right, rect.top, page.get_rotation() % 360)
        lines = read_lines(read_glyphs(_address(text_page), frame))
    finally:
        text_page.close()
        page.close()
    boxes = [line.box for line in lines if line.box and len(line.text.raw) > 1]
    if len(boxes) < 40:
        return False
    middle = width / 2
    if any(b.x0 < middle - 4 and b.x1 > middle + 4 for b in boxes):
        return False
    return _folio(lines, 0, middle, height) and _folio(lines, middle, width, height)


def _address(text_page: pdf.PdfTextPage) -> int:
    """Where an open text page lies in PDFium's memory; an open one is never at 0."""
    return ctypes.cast(text_page.raw, ctypes.c_void_p).value or 0


def _folio(lines: tuple[Line, ...], x0: float, x1: float, height: float) -> bool:
    """Whether a line with a number stands at the head or the foot of this half."""
    return any(
        x0 <= line.box.center[0] <= x1
        and (line.box.y1 < 0.09 * height or line.box.y0 > 0.93 * height)
        and any(c.isdigit() for c in str(line.text))
        and len(str(line.text)) < 60
        for line in lines
        if line.box is not None
    )


def _half(glyphs: Glyphs, width: float, shift: float) -> Glyphs:
    middle = (glyphs.box[:, 0] + glyphs.box[:, 2]) / 2 - shift
    kept = glyphs.kept((middle >= 0) & (middle <= width))
    box = kept.box.copy()
    box[:, [0, 2]] -= shift
    sideways = (kept.turn == 90) | (kept.turn == 270)
    return replace(kept, box=box, base=np.where(sideways, kept.base - shift, kept.base))


def _moved_box(box: Box, shift: float) -> Box:
    return Box(box.x0 - shift, box.y0, box.x1 - shift, box.y1)


def _moved(mark: Mark, shift: float, width: float) -> Mark | None:
    box = _moved_box(mark.box, shift)
    if box.x1 <= 0 or box.x0 >= width:
        return None
    return replace(mark, box=Box(max(0.0, box.x0), box.y0, min(width, box.x1), box.y1))


def _with_lines(page: Page, glyphs: Glyphs, where: str, *, scan: bool) -> Page:
    """The page with its lines, or with the reason why it has none; `where` names it to people."""
    dead = unreadable(glyphs.code)
    share = float(dead.mean()) if len(glyphs) else 0.0
    if not len(glyphs):
        pictured = sum(m.box.area for m in page.marks if m.kind is MarkKind.PICTURE) > 0.3 * page.box.area
        if pictured:
            reason = f"{where} is a picture without text; it needs recognition, which this version does not do yet"
            return replace(page, missing=reason, recognise="a picture without text")
        if not page.marks:
            return replace(page, missing=f"{where} is blank, or damaged so that nothing of it can be drawn")
        return replace(page, warnings=(f"{where} has no text",))
    if share > UNREADABLE_PAGE:
        reason = (
            f"{where} does not say which characters its glyphs are (no ToUnicode, or private code points); "
            "it needs recognition, which this version does not do yet"
        )
        return replace(page, missing=reason, recognise="glyphs without characters")
    warnings: tuple[str, ...] = ()
    recognise = None
    if dead.any():
        count = int(dead.sum())
        warnings = (f"{where} has {count} characters that say nothing (private code points); they are left out",)
        recognise = "some glyphs without characters"
        glyphs = glyphs.kept(~dead)
    lines = joined_words(object_words(glyphs)) if scan else read_lines(glyphs, page.marks)
    return replace(page, lines=lines, warnings=warnings, recognise=recognise, recognised=scan)


def _codes(page: pdf.PdfPage, marks: tuple[Mark, ...], height: float) -> list[QrCode]:
    """QR codes among the small square pictures of a page."""
    low, high = QR_SIDES
    found: list[QrCode] = []
    width, page_height = page.get_size()
    for mark in marks:
        b = mark.box
        if mark.kind is not MarkKind.PICTURE or not low <= b.width <= high:
            continue
        if not 0.85 < b.width / max(b.height, 0.1) < 1.18 or any(b.shared_area(c.box) > 0.5 * b.area for c in found):
            continue
        room = b.grown(4)
        crop = (max(0, room.x0), max(0, height - room.y1), max(0, width - room.x1), max(0, room.y0))
        if crop[0] + crop[2] >= width - 2 or crop[1] + crop[3] >= page_height - 2:
            continue
        image = page.render(scale=max(2.0, 160 / b.width), crop=crop, grayscale=True).to_numpy()
        for code in zxingcpp.read_barcodes(np.ascontiguousarray(image.squeeze())):
            if code.text:
                found.append(QrCode(b, code.text))
                break
    return found
