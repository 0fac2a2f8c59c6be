"""Born-digital PDF to pages, by PDFium."""

from __future__ import annotations

from banmian.ports import ReadSettings
from banmian.sources.pdf.document import PdfDocument

NAME = "PDF"


def sniff(head: bytes, name: str) -> bool:
    """Whether the file is a PDF: its mark stands within the first kilobyte (ISO 32000-1, annex H)."""
    del name
    return b"%PDF-" in head[:1024]


def open_document(data: bytes, name: str, settings: ReadSettings) -> PdfDocument:
    """Opens a PDF.

    Raises:
        EncryptedInput: it needs a password, or another one.
        DamagedInput: PDFium cannot make anything of it.
        EmptyInput: it has no pages.
        OversizedInput: it has more pages than the settings allow.
    """
    return PdfDocument(data, name, settings)
