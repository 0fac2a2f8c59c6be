"""Newspaper-like pages for measuring, set by Chromium from generated words: full columns, headlines, boxes.

The words are drawn at random from the usual characters, so they mean nothing, but they are as many, as varied
and as placed as a newspaper's. What is drawn is then put in random order, as many programs leave it.
"""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pikepdf

CHARACTERS_A_PAGE = 10_000
COLUMNS = 6
STORIES_A_PAGE = 14

FONTS = {
    "TrueType": ("AR PL UMing TW", "WenQuanYi Zen Hei"),
    "Type 3": ("Noto Serif CJK TC", "Noto Sans CJK TC"),
}
"""Body and headline fonts. Chromium embeds the first two as TrueType, with their names; the others, which are
OpenType with PostScript outlines, as Type 3 fonts without any."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

USUAL = (
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學"
    "法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前"
    "外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系"
    "軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組"
    "見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金"
)

STYLE = """
@page {{ size: 420mm 594mm; margin: 12mm 14mm }}
* {{ margin: 0; padding: 0 }}
body {{ font: 10.6px/1.45 "{body}"; text-align: justify }}
main {{ columns: {columns}; column-gap: 16px; column-fill: auto; height: 545mm }}
h1 {{ font: bold 40px/1.2 "{head}"; column-span: all; text-align: center; margin: 6px 0 10px }}
h2 {{ font: bold 20px/1.25 "{head}"; margin: 10px 0 4px; break-after: avoid }}
h2 small {{ display: block; font-size: 12px }}
p {{ text-indent: 2em }}
p.by {{ text-indent: 0; font-family: "{head}" }}
aside {{ border: 1px solid black; background: #eef2e4; padding: 6px; margin: 8px 0; break-inside: avoid }}
section {{ break-after: page }}
"""


def issue(kind: str, pages: int, seed: int = 1) -> bytes:
    """A PDF of so many pages.

    Args:
        kind: a name of `FONTS`.
        pages: how many.
        seed: other seeds give other words.

    Raises:
        RuntimeError: there is no Chromium.
    """
    random_words = random.Random(seed)
    body, head = FONTS[kind]
    style = STYLE.format(body=body, head=head, columns=COLUMNS)
    sections = "".join(f"<section>{_page(random_words)}</section>" for _ in range(pages))
    html = f'<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><style>{style}</style>{sections}'
    return _shuffled(_printed(html), random_words)


def blank() -> bytes:
    """A PDF of one page with nothing on it."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def _words(source: random.Random, count: int) -> str:
    """So many characters with the punctuation of prose."""
    pieces = []
    while count > 0:
        clause = min(count, source.randint(5, 16))
        pieces.append("".join(source.choices(USUAL, k=clause)))
        pieces.append(source.choices("，、。；", (8, 1, 3, 1))[0])
        count -= clause + 1
    return "".join(pieces)[:-1] + "。"


def _page(source: random.Random) -> str:
    parts = [f"<h1>{_words(source, 14)[:-1]}</h1><main>"]
    for number in range(STORIES_A_PAGE):
        kicker = f"<small>{_words(source, 12)[:-1]}</small>" if number % 3 == 0 else ""
        parts.append(f"<h2>{kicker}{_words(source, 14)[:-1]}</h2><p class=by>記者 {_words(source, 3)[:3]}</p>")
        paragraphs = "".join(f"<p>{_words(source, 110)}</p>" for _ in range(6))
        parts.append(f"<aside>{paragraphs}</aside>" if number % 5 == 4 else paragraphs)
    return "".join(parts) + "</main>"


def _printed(html: str) -> bytes:
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise RuntimeError("Chromium is not installed: the pages cannot be set.")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(html, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        options += [
            "--disable-quic",
            "--no-first-run",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/u",
        ]
        subprocess.run(
            [browser, *options, f"--print-to-pdf={target}", source.as_uri()],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return target.read_bytes()


def _shuffled(data: bytes, source: random.Random) -> bytes:
    """The same pages with their text objects drawn in another order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            pieces = _pieces(pikepdf.parse_content_stream(page))
            movable = [i for i, piece in enumerate(pieces) if str(piece[0].operator) == "BT"]
            order = movable.copy()
            source.shuffle(order)
            moved = pieces.copy()
            for place, taken in zip(movable, order, strict=True):
                moved[place] = pieces[taken]
            flat = [instruction for piece in moved for instruction in piece]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(flat))
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage


def _pieces(instructions: Iterable[Instruction]) -> list[list[Instruction]]:
    """Instructions, those between BT and ET in one piece each."""
    pieces: list[list[Instruction]] = []
    inside = False
    for instruction in instructions:
        if inside:
            pieces[-1].append(instruction)
        else:
            pieces.append([instruction])
        operator = str(instruction.operator)
        inside = operator == "BT" or (inside and operator != "ET")
    return pieces
