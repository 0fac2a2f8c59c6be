"""The program: a paper's folder in, `issue.pdf`, `issue.shuffled.pdf` and `truth.json` out."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path
from typing import Any

import pikepdf

from typesetter.browser import Browser, document, opened
from typesetter.faults import TypesettingError
from typesetter.press import Press
from typesetter.shuffle import shuffle
from typesetter.source import Paper, load
from typesetter.thin import thin
from typesetter.tree import PageLayout
from typesetter.truth import edition

SEED = 28
"""Of the shuffled drawing order; any number will do."""
MADE = "D:20260101000000Z"
"""The time that every PDF claims, so that setting again changes nothing."""


def typeset(paper: Paper, browser: Browser, *, draft: bool = False) -> tuple[bytes, dict[str, Any]]:
    """Sets a paper.

    Args:
        paper: as described.
        browser: measures and prints.
        draft: print what does not fit, too, and report it on standard error.

    Returns:
        The PDF and the edition JSON of what is in it.

    Raises:
        TypesettingError: something does not fit, or leaves a hole.
    """
    spots: dict[str, tuple[int, int]] = {}
    layouts, troubles = [], []
    press = Press(paper, browser)
    for page in paper.pages:
        layout = PageLayout(paper, page, browser, spots, draft=True)
        layout.run()
        troubles += [f"page {page.args[0]}, {trouble}" for trouble in layout.troubles]
        layouts.append(layout)
        press.print_page(layout)
    if troubles and not draft:
        raise TypesettingError("\n".join(troubles))
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    truth = {} if draft and troubles else edition(paper, layouts, press)
    html = "\n".join(sheet.html() for sheet in press.sheets)
    return browser.printed(document(html, paper.size), paper.size, draft=draft), truth


def finished(pdf: bytes, *, shuffled: bool = False) -> bytes:
    """The PDF as it is kept: packed, without a tag tree or a date of its own, and shuffled if wished."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened_pdf:
        thin(opened_pdf)
        if shuffled:
            shuffle(opened_pdf, SEED)
        for key in ("/CreationDate", "/ModDate"):
            opened_pdf.docinfo[key] = MADE
        opened_pdf.remove_unreferenced_resources()
        opened_pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
            deterministic_id=True,
        )
    return out.getvalue()


def main() -> int:
    """Runs the program; 0 done, 1 the paper cannot be set."""
    parser = argparse.ArgumentParser(prog="typesetter", description=__doc__)
    parser.add_argument("folder", type=Path, help="the paper's folder")
    parser.add_argument("-o", "--out", type=Path, help="where to write; the folder itself if not given")
    parser.add_argument("--draft", action="store_true", help="print what does not fit, too")
    wished = parser.parse_args()
    out: Path = wished.out or wished.folder
    try:
        paper = load(wished.folder)
        with opened() as browser:
            pdf, truth = typeset(paper, browser, draft=wished.draft)
    except TypesettingError as fault:
        print(fault, file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    (out / "issue.pdf").write_bytes(finished(pdf))
    (out / "issue.shuffled.pdf").write_bytes(finished(pdf, shuffled=True))
    (out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
    strays = sum(p.words.strays for s in paper.stories.values() for p in s.paragraphs)
    print(f"{len(truth.get('articles', []))} articles, {strays} stray glyphs in paragraphs, {len(pdf)} bytes")
    return 0
