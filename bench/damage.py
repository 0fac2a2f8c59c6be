"""Damaged inputs, made by a seed from the samples: PDFs, PDFs without compression, OCR texts of them."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf

PAGES = Path(__file__).resolve().parents[1] / "tests" / "pages"
SAMPLES = ("district-weekly", "english-weekly", "vertical-weekly")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs")
LINE = 22
"""Characters on a line of the OCR texts."""

Damage = Callable[[bytearray, random.Random], None]


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged input: its number, what was done to what, and its bytes."""

    number: int
    name: str
    told: str
    data: bytes


def cases(count: int, seed: int = 1) -> Iterator[Case]:
    """So many damaged inputs; the same seed and number give the same bytes."""
    for number in range(count):
        yield case(number, seed)


def case(number: int, seed: int = 1) -> Case:
    """One of them."""
    source = random.Random(f"{seed}/{number}")
    kind = ("pdf", "plain pdf", "text")[number % 3]
    sample = source.choice(SAMPLES)
    encoding = source.choice(ENCODINGS)
    original = {"pdf": _pdf, "plain pdf": _plain_pdf}.get(kind, lambda s: _text(s, encoding))(sample)
    data = bytearray(original)
    done = []
    for _ in range(source.choice((1, 1, 1, 2, 4))):
        damage = source.choice(DAMAGES)
        damage(data, source)
        done.append(damage.__name__.strip("_"))
    name = f"case-{number:03d}.{'txt' if kind == 'text' else 'pdf'}"
    about = f"{kind}{f' ({encoding})' if kind == 'text' else ''} of {sample}: {', '.join(done)}"
    return Case(number, name, about, bytes(data))


def _flip(data: bytearray, source: random.Random) -> None:
    """Some bits of some bytes turned."""
    for _ in range(min(len(data), source.choice((1, 10, 100, 1000)))):
        data[source.randrange(len(data))] ^= 1 << source.randrange(8)


def _cut(data: bytearray, source: random.Random) -> None:
    """The end is missing."""
    del data[source.randrange(len(data) + 1) :]


def _behead(data: bytearray, source: random.Random) -> None:
    """The beginning is missing."""
    del data[: source.randrange(len(data) // 4 + 1)]


def _block(data: bytearray, source: random.Random) -> slice:
    start = source.randrange(len(data) + 1)
    return slice(start, min(len(data), start + source.choice((1, 16, 512, 4096, 65536))))


def _zero(data: bytearray, source: random.Random) -> None:
    """A block of zeros."""
    block = _block(data, source)
    data[block] = bytes(block.stop - block.start)


def _noise(data: bytearray, source: random.Random) -> None:
    """A block of anything."""
    block = _block(data, source)
    data[block] = source.randbytes(block.stop - block.start)


def _swap(data: bytearray, source: random.Random) -> None:
    """Two blocks in each other's place."""
    size = min(source.choice((16, 512, 4096)), len(data) // 2)
    first, second = sorted(source.randrange(len(data) - size + 1) for _ in range(2))
    if second - first >= size:
        one, other = slice(first, first + size), slice(second, second + size)
        data[one], data[other] = data[other], data[one]


def _double(data: bytearray, source: random.Random) -> None:
    """A block twice."""
    block = _block(data, source)
    data[block.start : block.start] = data[block]


def _lose(data: bytearray, source: random.Random) -> None:
    """A block is missing."""
    del data[_block(data, source)]


def _misnumber(data: bytearray, source: random.Random) -> None:
    """Some numbers are other numbers: lengths, offsets, sizes that lie."""
    places = [i for i in range(len(data)) if 0x30 <= data[i] <= 0x39]
    for place in source.choices(places, k=source.choice((1, 5, 50))) if places else ():
        data[place] = 0x30 + source.randrange(10)


DAMAGES: tuple[Damage, ...] = (_flip, _cut, _behead, _zero, _noise, _swap, _double, _lose, _misnumber)


@cache
def _pdf(sample: str) -> bytes:
    return (PAGES / sample / "issue.pdf").read_bytes()


@cache
def _plain_pdf(sample: str) -> bytes:
    """Without compression, so that damage meets words and not only what packs them."""
    out = io.BytesIO()
    with pikepdf.open(PAGES / sample / "issue.pdf") as pdf:
        pdf.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return out.getvalue()


@cache
def _text(sample: str, encoding: str) -> bytes:
    """The sample's articles as an OCR program writes them: short lines, blank lines, a form feed a page."""
    truth = json.loads((PAGES / sample / "truth.json").read_text(encoding="utf-8"))
    blocks = []
    for number, article in enumerate(truth["articles"]):
        heads = [article.get(name) for name in ("label", "kicker", "headline", "deck")]
        blocks += [head for head in heads if head]
        for paragraph in article.get("paragraphs") or ():
            blocks.append("\n".join(paragraph[i : i + LINE] for i in range(0, len(paragraph), LINE)))
        if number % 6 == 5:
            blocks.append("\f")
    return "\n\n".join(blocks).encode(encoding, "replace")
