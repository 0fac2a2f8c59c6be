"""A library file as an opened document: its pages were read as it was opened, for a tree of XML is larger than they."""

from __future__ import annotations

from dataclasses import replace

from banmian.errors import EmptyInput, OversizedInput
from banmian.model.geometry import around
from banmian.model.page import Line, Page
from banmian.ports import ReadSettings


class LibraryDocument:
    """Pages of one library file; `banmian.ports.Document`."""

    def __init__(self, pages: tuple[Page, ...], name: str, settings: ReadSettings) -> None:
        if len(pages) > settings.max_pages:
            raise OversizedInput(
                f"{name} has {len(pages)} pages; the limit is {settings.max_pages}.",
                f"If it is one issue, allow more with --max-pages {len(pages)}.",
            )
        if not any(page.lines for page in pages):
            raise EmptyInput(f"{name} holds no line of text.", "Check that its page was recognised.")
        self._pages = pages

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, index: int) -> Page:
        """One page; see `banmian.ports.Document`."""
        return replace(self._pages[index], index=index)

    def picture(self, index: int, dpi: float) -> bytes | None:
        """There is none: the file has the name of the page's picture, and a source gets bytes alone."""
        del index, dpi
        return None

    def close(self) -> None:
        """Nothing to let go of."""


def with_lines(page: Page, lines: tuple[Line, ...]) -> Page:
    """The page with its lines.

    Lines without text are kept only where no line has any: then they say where a recogniser should read.
    """
    told = tuple(line for line in lines if line.text.raw)
    where = f"page {page.source.page} of {page.source.name}" if page.source else "the page"
    if lines and not told:
        reason = f"{where} has lines without text; it needs recognition, which this version does not do yet"
        return replace(page, lines=lines, missing=reason, recognise="lines without text")
    if not told:
        return replace(page, missing=f"{where} holds no line of text")
    if len(told) == len(lines):
        return replace(page, lines=told)
    count = len(lines) - len(told)
    warning = f"{where} has {count} lines without text among its {len(lines)}; they are left out"
    return replace(page, lines=told, warnings=(*page.warnings, warning), recognise="some lines without text")


def framed(page: Page) -> Page:
    """The page as large as its file says, else as what stands on it."""
    if page.width > 0 and page.height > 0:
        return page
    boxes = [line.box for line in page.lines if line.box is not None] + [mark.box for mark in page.marks]
    if not boxes:
        return page
    whole = around(boxes)
    return replace(page, width=max(page.width, whole.x1), height=max(page.height, whole.y1))
