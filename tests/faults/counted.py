"""banmian that tells what it really does: a line in the file COUNTED for every page read and picture made."""

from __future__ import annotations

import os
from pathlib import Path

from banmian.cli import main
from banmian.model.page import Page
from banmian.sources.pdf.document import PdfDocument

page, picture = PdfDocument.page, PdfDocument.picture


def told(what: str, index: int) -> None:
    """Writes one line."""
    with Path(os.environ["COUNTED"]).open("a", encoding="utf-8") as file:
        file.write(f"{what} {index}\n")


def told_page(self: PdfDocument, index: int) -> Page:
    """As PdfDocument.page."""
    told("page", index)
    return page(self, index)


def told_picture(self: PdfDocument, index: int, dpi: float) -> bytes | None:
    """As PdfDocument.picture."""
    told("picture", index)
    return picture(self, index, dpi)


PdfDocument.page = told_page  # type: ignore[method-assign]
PdfDocument.picture = told_picture  # type: ignore[method-assign]
main()
