"""Bare OCR text: a page as lines without geometry, blocks parted by blank lines.

A form feed, or each further file, begins a page. The encoding is found from the bytes: a byte order mark,
else UTF-16 by its zero bytes, else UTF-8 if it decodes, else GB18030 or Big5, whichever decodes into the more
usual characters (WHATWG Encoding Standard for the two legacy encodings).
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from banmian.errors import DamagedInput, EmptyInput, OversizedInput
from banmian.model.page import Block, Line, Page, PageSource
from banmian.model.text import Text
from banmian.ports import ReadSettings

NAME = "OCR text"

LONGEST = 20_000_000
"""Bytes; a daily's whole issue is below a million."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16 little endian"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16 big endian"),
)
_USUAL = "的一是在不了有和人這这中大為为上個个國国我以要他時时來来用們们到說说區区年月日報报訊讯記记者"
_PRINTED = re.compile(
    r"[\t\n\r\f\x20-\x7e\xa0-\u017f\u2010-\u2030\u2500-\u25ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]"
)
"""Latin, Han, kana, Hangul, their marks and white space: what newspapers are printed in."""


def sniff(head: bytes, name: str) -> bool:
    """Whether the bytes read as text; the last of the sources to be asked."""
    del name
    marked = next((codec for mark, codec, _ in _MARKS if head.startswith(mark)), "")
    if marked:  # XML and JSON may have a mark too
        return head.decode(marked, "ignore").lstrip("\ufeff \t\r\n")[:1] not in {"<", "{"}
    if _looks_utf16(head):
        return True
    if b"\x00" in head or head.lstrip()[:1] in {b"<", b"{"}:
        return False
    strange = sum(b < 0x20 and b not in b"\t\n\r\f\x1b" for b in head)
    return strange <= len(head) // 200


def open_document(data: bytes, name: str, settings: ReadSettings) -> TextDocument:
    """Opens a text.

    Raises:
        EmptyInput: nothing but white space.
        DamagedInput: in no encoding that newspapers' texts come in, or binary in disguise.
        OversizedInput: larger than any issue, or of more pages than the settings allow.
    """
    if len(data) > LONGEST:
        raise OversizedInput(
            f"{name} has {len(data) // 1_000_000} MB of text; the limit is {LONGEST // 1_000_000}.",
            "Give one issue at a time.",
        )
    text, encoding = decoded(data, name)
    if not text.strip():
        raise EmptyInput(f"{name} holds no text.", "Check that the recogniser wrote its result to this file.")
    pages = [p for p in text.split("\f") if p.strip()]
    if len(pages) > settings.max_pages:
        raise OversizedInput(
            f"{name} has {len(pages)} pages; the limit is {settings.max_pages}.",
            f"If it is one issue, allow more with --max-pages {len(pages)}.",
        )
    return TextDocument(pages, name, encoding)


class TextDocument:
    """Pages of text; `banmian.ports.Document`."""

    def __init__(self, pages: list[str], name: str, encoding: str) -> None:
        self._pages = pages
        self._name = name
        self.encoding = encoding

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, index: int) -> Page:
        """Reads one page; see `banmian.ports.Document`."""
        blocks = tuple(Block(lines) for lines in _chunks(self._pages[index]))
        return Page(
            index=index,
            lines=tuple(line for block in blocks for line in block.lines),
            blocks=blocks,
            notes=(f"{self._name} is {self.encoding}",),
            source=PageSource(self._name, index + 1),
        )

    def picture(self, index: int, dpi: float) -> bytes | None:
        """There is no picture of bare text."""
        del index, dpi
        return None

    def close(self) -> None:
        """Nothing to let go of."""


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text and the name of its encoding.

    Raises:
        DamagedInput: no encoding fits.
    """
    for mark, codec, spoken in _MARKS:
        if data.startswith(mark):
            return _plain(data.decode(codec, "replace").removeprefix("\ufeff"), name), spoken
    wide = _looks_utf16(data)  # before UTF-8: Latin with a zero byte after each letter is valid there too
    if wide:
        return _plain(data.decode(wide, "replace"), name), "UTF-16 without BOM"
    try:
        return _plain(data.decode("utf-8"), name), "UTF-8"
    except UnicodeDecodeError as error:
        if error.start > 0.9 * len(data) and len(data) > 4000:  # cut short in mid-character
            return _plain(data.decode("utf-8", "replace"), name), "UTF-8, damaged at its end"
    candidates = []
    for codec, spoken in (("gb18030", "GB18030"), ("big5hkscs", "Big5")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            text = data.decode(codec, "replace")
            if text.count("\ufffd") > len(text) / 100:
                continue
        candidates.append((_usual(text), text, spoken))
    if not candidates:
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") <= len(text) / 100:
            return _plain(text, name), "UTF-8, damaged"
        raise DamagedInput(
            f"{name} is text in no encoding known here (tried UTF-8, UTF-16, GB18030 and Big5).",
            "Save it as UTF-8 and try again.",
        )
    _, text, spoken = max(candidates, key=lambda c: c[0])
    return _plain(text, name), spoken


def _plain(text: str, name: str) -> str:
    """The text without byte order marks and with line feeds; refuses what is no text."""
    strange = sum(unicodedata.category(c) in {"Cc", "Cn", "Co"} and c not in "\t\n\r\f" for c in text[:20_000])
    if strange > max(3, len(text[:20_000]) / 50):
        raise DamagedInput(
            f"{name} is not text: it is full of control characters.", "Give the recogniser's text output."
        )
    return re.sub(r"\r\n?|\u2028|\u2029|\x0b", "\n", text).replace("\ufeff", "").replace("\x00", "")


def _usual(text: str) -> float:
    """How much of a text is made of the most usual characters of newspapers."""
    return sum(text.count(c) for c in _USUAL) / max(1, len(text))


def _looks_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: there are zero bytes, and read in the right order nearly all is usual in print."""
    head = data[:4000]
    if len(head) < 8 or len(data) % 2 or 0 not in head:
        return None
    orders = {"utf-16-le": head[1::2], "utf-16-be": head[0::2]}
    fit = [c for c, high in orders.items() if len(_PRINTED.findall(head.decode(c, "ignore"))) > 0.9 * len(high)]
    # Latin turned around looks like Han, but its zeros are then in the low bytes
    return max(fit, key=lambda codec: orders[codec].count(0), default=None)


def _chunks(text: str) -> list[tuple[Line, ...]]:
    """Lines between blank lines; a row of dashes or stars parts as a blank line does."""
    chunks: list[list[Line]] = [[]]
    for row in text.split("\n"):
        kept = row.rstrip()
        if not kept.strip() or re.fullmatch(r"\s*(?:[-=_*─━—]\s*){4,}", kept):
            chunks.append([])
        else:
            chunks[-1].append(Line(Text(kept)))
    return [tuple(chunk) for chunk in chunks if chunk]
