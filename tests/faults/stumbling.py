"""banmian with a fault of ours in page STUMBLES_AT (from 1), or for "issue" in putting it together."""

from __future__ import annotations

import os

from banmian.cli import main
from banmian.model.page import Page
from banmian.run import read
from banmian.sources.pdf.document import PdfDocument

page = PdfDocument.page
where = os.environ["STUMBLES_AT"]


def stumbling(self: PdfDocument, index: int) -> Page:
    """As PdfDocument.page."""
    if str(index + 1) == where:
        raise LookupError("no such thing")
    return page(self, index)


def failing(_grouped: object, _script: object) -> object:
    """As run.plan.read_issue, but for what it does."""
    raise LookupError("no such thing")


PdfDocument.page = stumbling  # type: ignore[method-assign]
if where == "issue":
    read.__dict__["read_issue"] = failing
main()
