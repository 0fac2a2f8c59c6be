"""Other programs reading papers, and how what they say is cut into articles; started by articles.py in a process.

    peers.py NAME ISSUE.pdf…

Prints the program's version, then for each file edition JSON (see below) on a line, or null where it failed.
Knows the standard library alone, for each program runs in an environment of its own.

No peer knows articles. From each is taken its text in its own order, with its own paragraphs and headings, and:
every heading begins an article; headings that follow each other make one head, of which the most prominent is the
headline, what stands before it the kicker, what stands after it the deck; text before a page's first heading is an
article without a head. A line that only names authors (By …; 记者 …) and begins one of the first two paragraphs, or
a heading, is read as the byline and taken out of the text. Letters that Chromium writes as radicals are read as Han.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

LARGER = 1.15
"""Type so many times as large as the most frequent one is a heading: between a deck's and an initial's excess."""

BOLD = 1.2
"""What a line wholly in bold counts for: a head in the body's size begins an article, where fonts have names."""

ALIKE = 0.06
"""Sizes that differ by less than this share are one."""

HAN = str.maketrans("⺠⻑⻓⼾⻔⻚", "民長长户门页")
"""Radicals that stand for Han in Chromium's files (see tools/papers/truth.py); PyMuPDF mends them itself."""

BYLINE = re.compile(
    r"^\W*(?:(?:By|Von|Par)\s+(?P<latin>[^\d.:;]{3,60})"
    r"|(?:本[报報])?(?:[记記]者|通[讯訊][员員]|作者|文)[\s/／∕:：]*(?P<han>\w{2,4}(?:[\s/／∕、]+\w{2,4})*))\W*$"
)
DATELINE = re.compile(r"\w*[报報][导導道]$")
WHOLLY_BOLD = re.compile(r"_?\*\*[^*]{2,}\*\*_?$")
LEAST = -7.0
"""The rank of a line wholly in bold: Markdown's headings go down to the sixth."""

LIMIT_S = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or heading that a program told; `rank` is None for a paragraph, more for a larger heading."""

    text: str
    rank: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text with its size; `block` counts the paragraphs that the program told."""

    text: str
    size: float
    block: int


@dataclass(slots=True)
class Story:
    """An article while it is gathered."""

    head: list[Piece] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


Pages = Iterable[Iterable[Piece]]


def edition(pages: Pages) -> dict[str, Any]:
    """Edition JSON of what a program told page by page."""
    stories: list[Story] = []
    for page in pages:
        first = True
        for piece in page:
            if not piece.text.strip():
                continue
            told = Piece(piece.text.translate(HAN).strip(), piece.rank)
            begins = told.rank is not None and not BYLINE.match(told.text)
            if first or (begins and stories[-1].paragraphs):
                stories.append(Story())
            first = False
            _told(stories[-1], told)
    return {
        "schema": "banmian/edition/1",
        "articles": [_article(number, story) for number, story in enumerate(stories, start=1)],
    }


def _told(story: Story, piece: Piece) -> None:
    text = piece.text
    if len(story.paragraphs) < 2:
        first, _, rest = text.partition("\n")
        if found := BYLINE.match(first):
            story.byline += _names(found)
            text = rest
    whole = " ".join(text.split())
    if whole and piece.rank is not None and not story.paragraphs:
        story.head.append(Piece(whole, piece.rank))
    elif whole:
        story.paragraphs.append(whole)


def _names(found: re.Match[str]) -> list[str]:
    if found["latin"]:
        return [name.strip() for name in re.split(r",| and | und | et ", found["latin"]) if name.strip()]
    return [name for name in re.split(r"[\s/／∕、]+", found["han"]) if name and not DATELINE.match(name)]


def _article(number: int, story: Story) -> dict[str, Any]:
    found: dict[str, Any] = {"id": f"article-{number}", "kind": "story", "kicker": None, "headline": None, "deck": None}
    if story.head:
        best = max(range(len(story.head)), key=lambda i: (story.head[i].rank or 0, -i))
        around = (("kicker", story.head[:best]), ("headline", [story.head[best]]), ("deck", story.head[best + 1 :]))
        found |= {name: " ".join(p.text for p in pieces) or None for name, pieces in around}
    return found | {"byline": story.byline, "paragraphs": story.paragraphs}


def from_markdown(text: str) -> Iterator[Piece]:
    """Pieces of Markdown: `#` and wholly bold lines are headings, a table's row is a paragraph."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|\*\*==>.*?<==\*\*|<!--.*?-->", "\n\n", text, flags=re.DOTALL)
    text = re.sub(r"\*\*-----.*?-----\*\*", "\n\n", text)
    text = re.sub(r"(?m)^\|?(?:\s*:?-{3,}:?\s*\|)+.*$", "\n", text)
    text = re.sub(r"(?:<br>\s*){2,}", "\n\n", text).replace("<br>", "\n")
    text = re.sub(r"(?m)^(\|.*)\|\s*$", r"\n\1\n", text)
    for block in re.split(r"\n\s*\n", text):
        plain: list[str] = []
        for line in block.splitlines():
            marked = re.match(r"\s*(#{1,6})\s+(.*)", line)
            if marked is None:
                plain.append(line)
                continue
            yield Piece(_unmarked("\n".join(plain)))
            plain = []
            yield Piece(_unmarked(marked[2]), float(-len(marked[1])))
        bold = WHOLLY_BOLD.match("\n".join(plain).strip())
        yield Piece(_unmarked("\n".join(plain)), LEAST if bold else None)


def _unmarked(text: str) -> str:
    text = re.sub(r"(?<!\\)(?:\*\*|__|~~|`|(?<!\w)_|_(?!\w)|\*)|</?\w+[^>]*>|(?<!\\)\|", " ", text)
    return unescape(re.sub(r"\\([\\`*_{}\[\]()#+.!|-])", r"\1", text)).strip()


def from_rows(pages: list[list[Row]]) -> Iterator[list[Piece]]:
    """Pieces of lines with sizes, page by page: the issue's most frequent size is the body's."""
    sizes: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            sizes[round(row.size, 1)] += len(row.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    for rows in pages:
        yield list(_pieces(rows, body))


def _pieces(rows: list[Row], body: float) -> Iterator[Piece]:
    held: list[Row] = []
    for row in rows:
        if held and not _joined(held[-1], row, body):
            yield _piece(held, body)
            held = []
        held.append(row)
    if held:
        yield _piece(held, body)


def _heading(row: Row, body: float) -> bool:
    return row.size > LARGER * body and len(row.text.strip()) > 1  # one letter is an initial


def _joined(one: Row, other: Row, body: float) -> bool:
    """Lines of one paragraph stand in one block; a heading's are of one size, whatever their block."""
    if _heading(one, body) or _heading(other, body):
        return _heading(one, body) == _heading(other, body) and abs(one.size - other.size) <= ALIKE * one.size
    return one.block == other.block


def _piece(rows: list[Row], body: float) -> Piece:
    rank = max(row.size for row in rows) if _heading(rows[0], body) else None
    return Piece("\n".join(row.text.strip() for row in rows), rank)


def pymupdf4llm(path: str) -> Pages:
    """Its Markdown as it comes, layout analysis included: `#` or a line wholly in bold begins an article."""
    import pymupdf4llm as program  # noqa: PLC0415 each program is read with in its own environment

    pages = program.to_markdown(path, page_chunks=True, show_progress=False)
    return [list(from_markdown(page["text"])) for page in pages]


def opendataloader(path: str) -> Pages:
    """Its Markdown as it comes: `#` or a line wholly in bold begins an article."""
    import opendataloader_pdf as program  # noqa: PLC0415 as above

    with tempfile.TemporaryDirectory() as folder:
        program.convert(
            input_path=[path],
            output_dir=folder,
            format="markdown",
            quiet=True,
            image_output="off",
            markdown_page_separator="\f",
        )
        text = next(Path(folder).rglob("*.md")).read_text(encoding="utf-8")
    return [list(from_markdown(page)) for page in text.split("\f")]


def pdf_oxide(path: str) -> Pages:
    """Its Markdown as it comes: `#` or a line wholly in bold begins an article."""
    import pdf_oxide as program  # noqa: PLC0415 as above

    document = program.PdfDocument(path)
    return [list(from_markdown(document.to_markdown(page))) for page in range(document.page_count())]


def pdfminer(path: str) -> Pages:
    """Its text boxes (vertical ones sought) are paragraphs; lines larger than the body's, or bold, begin an article."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 as above
    from pdfminer.layout import LAParams, LTChar, LTTextBox, LTTextLine  # noqa: PLC0415 as above

    pages = []
    for page in extract_pages(path, laparams=LAParams(detect_vertical=True)):
        rows = []
        for block, box in enumerate(item for item in page if isinstance(item, LTTextBox)):
            for line in box:
                if isinstance(line, LTTextLine):
                    letters = [(letter.size, letter.fontname) for letter in line if isinstance(letter, LTChar)]
                    rows.append(Row(line.get_text(), _weight(letters), block))
        pages.append(rows)
    return from_rows(pages)


def pdfplumber(path: str) -> Pages:
    """Its text lines (across columns): white parts paragraphs, lines larger than the body's, or bold, an article."""
    import pdfplumber as plumber  # noqa: PLC0415 as above

    pages = []
    with plumber.open(path) as document:
        for page in document.pages:
            rows: list[Row] = []
            block, bottom = 0, 0.0
            for line in page.extract_text_lines():
                letters = [(letter["size"], letter["fontname"]) for letter in line["chars"]]
                block += line["top"] - bottom > (line["bottom"] - line["top"]) / 2
                bottom = line["bottom"]
                rows.append(Row(line["text"], _weight(letters), block))
            pages.append(rows)
            page.close()
    return from_rows(pages)


def pdftotext(path: str) -> Pages:
    """With `-bbox-layout`: its blocks are paragraphs; lines higher than the body's begin an article."""
    ran = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True, check=True, timeout=LIMIT_S)  # noqa: S607 found on the path, as it is installed
    return from_rows(boxed_rows(ran.stdout.decode("utf-8", "replace")))


def boxed_rows(said: str) -> list[list[Row]]:
    """The lines of what `pdftotext -bbox-layout` writes, page by page."""
    word = re.compile(r'<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*?)</word>', re.DOTALL)
    pages = []
    for page in re.findall(r"<page .*?</page>", said, re.DOTALL):
        rows = []
        for block, inside in enumerate(re.findall(r"<block .*?</block>", page, re.DOTALL)):
            for line in re.findall(r"<line .*?</line>", inside, re.DOTALL):
                words = word.findall(line)
                sizes = [float(y1) - float(y0) for _, y0, _, y1, text in words for _ in unescape(text)]
                rows.append(Row(" ".join(unescape(w[4]) for w in words), _middle(sizes), block))
        pages.append(rows)
    return pages


def _weight(letters: list[tuple[float, str]]) -> float:
    """A line's size; one that is bold to its end counts as larger."""
    size = _middle([size for size, _ in letters])
    return size * BOLD if letters and all("Bold" in font for _, font in letters) else size


def _middle(sizes: list[float]) -> float:
    return sorted(sizes)[len(sizes) // 2] if sizes else 0.0


def banmian(path: str) -> dict[str, Any]:
    """Ours: its own edition."""
    from banmian.edition import edition_of  # noqa: PLC0415 as above
    from banmian.model.codec import encode  # noqa: PLC0415 as above
    from banmian.ports import ReadSettings  # noqa: PLC0415 as above
    from banmian.run.read import read  # noqa: PLC0415 as above

    with contextlib.ExitStack() as stack:
        issue = read([path], ReadSettings(), stack, lambda *_: None).issue
    found: dict[str, Any] = json.loads(encode(edition_of(issue)))
    return found


PEERS: dict[str, tuple[str, Callable[[str], Pages]]] = {
    "PyMuPDF4LLM": ("pymupdf4llm", pymupdf4llm),
    "pdfplumber": ("pdfplumber", pdfplumber),
    "pdfminer.six": ("pdfminer.six", pdfminer),
    "pdftotext": ("", pdftotext),
    "opendataloader-pdf": ("opendataloader-pdf", opendataloader),
    "pdf_oxide": ("pdf-oxide", pdf_oxide),
}
"""What each is called on PyPI, and how it is read with."""


def version(name: str) -> str:
    """A program's version.

    Raises:
        FileNotFoundError: it is not installed.
    """
    if name == "pdftotext":
        if shutil.which(name) is None:
            raise FileNotFoundError("pdftotext is not installed (Debian: poppler-utils)")
        ran = subprocess.run([name, "-v"], capture_output=True, text=True, check=False, timeout=LIMIT_S)
        return (re.search(r"[\d.]+\d", ran.stderr + ran.stdout) or ["unknown"])[0]
    package = "banmian" if name == "banmian" else PEERS[name][0]
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError as error:
        raise FileNotFoundError(f"{package} is not installed here") from error


def main() -> None:
    """Reads files with one program; what the program itself prints goes to standard error."""
    name, *paths = sys.argv[1:]
    try:
        told = version(name)
    except FileNotFoundError as error:
        sys.exit(str(error))
    out = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        print(json.dumps(told), file=out)
        for path in paths:
            try:
                found = banmian(path) if name == "banmian" else edition(PEERS[name][1](path))
            except Exception:  # noqa: BLE001 a file that a program cannot read is one that it did not
                traceback.print_exc()
                found = None
            print(json.dumps(found), file=out, flush=True)


if __name__ == "__main__":
    main()
