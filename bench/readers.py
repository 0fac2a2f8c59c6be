"""One program reading a PDF, measured: started by bench/read.py in a process of its own.

    readers.py NAME WARM_UP.pdf MEASURED.pdf PAGES REPEATS

For a program that is no library but started for every file, the warm-up file is a blank page.

The warm-up file is read first, so that imports and what a program builds once are left out. Prints JSON: the
processor seconds a page of the best repeat, the peak memory of the process, how many characters came back.
"""

from __future__ import annotations

import ctypes
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Reader = Callable[[str, int], int]
"""Reads so many pages of a file and tells how many characters it found."""


def floor(path: str, pages: int) -> int:
    """Bare pypdfium2: every character with its box, by PDFium's own functions, into the same two places."""
    import pypdfium2  # noqa: PLC0415 each program is measured without the others
    import pypdfium2.raw as pdfium  # noqa: PLC0415 the same

    document = pypdfium2.PdfDocument(path)
    count = 0
    for number in range(pages):
        page = document[number]
        text_page = page.get_textpage()
        handle, rect = text_page.raw, pdfium.FS_RECTF()
        place = ctypes.byref(rect)
        character, box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        for i in range(text_page.count_chars()):
            character(handle, i)
            box(handle, i, place)
            count += 1
        text_page.close()
        page.close()
    return count


def addressed_floor(path: str, pages: int) -> int:
    """The same through prototypes that take bare addresses, the cheapest call that ctypes has."""
    import pypdfium2  # noqa: PLC0415 as above
    import pypdfium2.raw as pdfium  # noqa: PLC0415 as above

    pointer, whole = ctypes.c_void_p, ctypes.c_int
    character = ctypes.cast(pdfium.FPDFText_GetUnicode, ctypes.CFUNCTYPE(ctypes.c_uint, pointer, whole))
    box = ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.CFUNCTYPE(whole, pointer, whole, pointer))
    document = pypdfium2.PdfDocument(path)
    rect = pdfium.FS_RECTF()
    place = ctypes.addressof(rect)
    count = 0
    for number in range(pages):
        page = document[number]
        text_page = page.get_textpage()
        handle = ctypes.cast(text_page.raw, pointer).value
        for i in range(text_page.count_chars()):
            character(handle, i)
            box(handle, i, place)
            count += 1
        text_page.close()
        page.close()
    return count


def banmian(path: str, pages: int) -> int:
    """Ours, all the way to articles."""
    from contextlib import ExitStack  # noqa: PLC0415 as above

    from banmian.ports import ReadSettings  # noqa: PLC0415 as above
    from banmian.run.read import read  # noqa: PLC0415 as above

    with ExitStack() as stack:
        issue = read([path], ReadSettings(), stack, lambda _what, _done, _whole: None).issue
    if len(issue.pages) != pages:
        raise ValueError(f"{len(issue.pages)} pages were read, not {pages}")
    heads = ("label", "kicker", "headline", "deck")
    return sum(
        len(str(passage))
        for article in issue.articles
        for passage in (*(getattr(article, name) for name in heads), *article.paragraphs)
        if passage
    )


def pdfplumber(path: str, pages: int) -> int:
    """Characters alone."""
    import pdfplumber as plumber  # noqa: PLC0415 as above

    with plumber.open(path) as document:
        count = 0
        for page in document.pages[:pages]:
            count += len(page.chars)
            page.close()
        return count


def pdfminer(path: str, pages: int) -> int:
    """Characters alone: no layout analysis."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 as above
    from pdfminer.layout import LTChar, LTContainer  # noqa: PLC0415 as above

    def characters(holder: LTContainer[Any]) -> int:
        return sum(
            1 if isinstance(item, LTChar) else characters(item) if isinstance(item, LTContainer) else 0
            for item in holder
        )

    return sum(characters(page) for page in extract_pages(path, maxpages=pages, laparams=None))


def pymupdf4llm(path: str, pages: int) -> int:
    """Paragraphs, as Markdown."""
    import pymupdf4llm as program  # noqa: PLC0415 as above

    return len(program.to_markdown(path, pages=list(range(pages)), show_progress=False))


def opendataloader(path: str, pages: int) -> int:
    """Paragraphs, as Markdown; a Java program that is started for the file."""
    import opendataloader_pdf as program  # noqa: PLC0415 as above

    with tempfile.TemporaryDirectory() as folder:
        program.convert(input_path=[path], output_dir=folder, format="markdown", quiet=True, pages=f"1-{pages}")
        return sum(len(file.read_text(encoding="utf-8")) for file in Path(folder).rglob("*.md"))


READERS: dict[str, Reader] = {
    "floor": floor,
    "floor by address": addressed_floor,
    "banmian": banmian,
    "pdfplumber": pdfplumber,
    "pdfminer.six": pdfminer,
    "opendataloader-pdf": opendataloader,
    "PyMuPDF4LLM": pymupdf4llm,
}
STARTED_FOR_A_FILE = {"opendataloader-pdf"}
"""Programs that are no library: their child's time counts, less that of a run over a blank page."""


def spent() -> float:
    """Processor seconds of this process and of the children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def peak_mb() -> float:
    """Peak memory of this process, or of its largest child."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def main() -> None:
    """Measures one program."""
    name, warm_up, measured, pages, repeats = sys.argv[1:]
    reader = READERS[name]
    started = spent()
    reader(warm_up, 1)
    empty = spent() - started if name in STARTED_FOR_A_FILE else 0.0
    times, count = [], 0
    for _ in range(int(repeats)):
        started = spent()
        count = reader(measured, int(pages))
        times.append(spent() - started - empty)
    print(json.dumps({"seconds": min(times) / int(pages), "mb": peak_mb(), "characters": count / int(pages)}))


if __name__ == "__main__":
    main()
