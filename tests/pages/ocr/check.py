"""Holds the invented OCR pages against their truth: nothing missing, nothing left over.

`python tests/pages/ocr/check.py` exits 1 and names the fault where a page and its truth part ways.
Texts are folded as the score folds them (letters and digits alone, Traditional to Simplified sign by sign).
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from opencc import OpenCC

HERE = Path(__file__).parent
HEAD = ("label", "kicker", "headline", "deck")
ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "big5")  # right is the first that shows the paper's name
WEEK = "一二三四五六日"
# What may stand on a line besides the truth's names: words of bylines, furniture and the jumps' own forms.
BYLINE = re.compile(r"本报|首席|特约|融媒体?|摄影?|图|记者|通讯员|实习生|见习|报导|文")
FURNITURE = re.compile(r"\d*|第\d+版.*|责任?编辑?.*|美术编辑.*|编辑.*|值班编委.*|本版编辑.*|校对.*|图为.*|[▲△].*|.+摄")
JUMP = re.compile(r"文?下?转第?a?[\d一二三四]+版")
SIMPLIFY = OpenCC("t2s")


@cache
def sign(char: str) -> str:
    """One character as the score sees it; empty where it is neither letter nor digit."""
    kept = [c for c in unicodedata.normalize("NFKC", char) if unicodedata.category(c)[0] in "LN"]
    return "".join(SIMPLIFY.convert(c.lower()) for c in kept)


def letters(text: str) -> str:
    """Letters and digits alone, in the script form in which they are printed."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LN")


def fold(text: str) -> str:
    """A text as the score compares it."""
    return "".join(map(sign, text))


def decode(data: bytes, title: str) -> str:
    """The page's text, by the first encoding under which it names its paper."""
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if fold(title) in fold(text):
            return text
    raise ValueError("no encoding fits")


def parts(article: dict[str, Any]) -> list[str]:
    """The texts of an article in the order in which they are printed."""
    head: list[str] = [article[key] for key in HEAD if article[key]]
    return head + list(article["paragraphs"])


def masthead_faults(truth: dict[str, Any], top: str) -> list[str]:
    """What the truth says of the paper and the lines on top do not."""
    said = [truth["title"], truth["registration"]["number"], *(c["name"] for c in truth["channels"])]
    faults = [f"masthead lacks {text}" for text in said if fold(text) not in fold(top)]
    weekday = re.search(r"星期([一二三四五六日])", top)
    if weekday and WEEK.index(weekday[1]) != date.fromisoformat(truth["date"]).weekday():
        faults.append(f"{truth['date']} is no 星期{weekday[1]}")
    return faults


def printed_faults(article: dict[str, Any], shown: str) -> list[str]:
    """Whether the text as printed is the right one but for script forms, and stands so in the page."""
    right = "".join(parts(article))
    printed = article.get("printed", right)
    found = [] if fold(printed) == fold(right) else [f"{article['id']}: printed is another text"]
    return found if letters(printed) == letters(shown) else [*found, f"{article['id']}: not printed so"]


def line_faults(line: str, names: list[str], pointers: list[str]) -> list[str]:
    """What is left of a line when everything that may stand beside the articles' text is gone."""
    rest = fold(line)
    for known in sorted({*map(fold, names), *map(fold, pointers)}, key=len, reverse=True):
        rest = rest.replace(known, "")
    rest = BYLINE.sub("", JUMP.sub("", rest)) if not FURNITURE.fullmatch(rest) else ""
    return [f"left over: {line.strip()}"] if rest else []


def faults(truth: dict[str, Any], text: str) -> list[str]:
    """Everything in which a page and its truth differ."""
    folded = [(sign(c), at) for at, c in enumerate(text) if sign(c)]
    plain = "".join(s for s, _ in folded)
    place = [at for s, at in folded for _ in s]
    used = bytearray(len(text))
    found: list[str] = []
    cursor, top = 0, len(text)
    for article in truth["articles"]:
        shown = ""
        for part in parts(article):
            want = fold(part)
            at = plain.find(want, cursor)
            if at < 0:
                found.append(f"{article['id']}: not in the page: {part[:20]}")
                continue
            top = min(top, text.rfind("\n", 0, place[at]) + 1)
            cursor = at + len(want)
            if text[text.rfind("\n", 0, place[at]) + 1 : place[at]].strip(' \u3000—“"「『《〈【▲■●◆△○▷◎★·•'):
                found.append(f"{article['id']}: no line starts with {part[:20]}")
            for spot in place[at:cursor]:
                used[spot] = 1
            shown += "".join(text[spot] for spot in place[at:cursor])
        found += printed_faults(article, shown)
    found += masthead_faults(truth, text[:top])
    names = [name for article in truth["articles"] for name in article["byline"]]
    pointers = [ref["text"] for article in truth["articles"] for ref in article["references"]]
    left = "".join(" " if used[at] else c for at, c in enumerate(text))
    found += [f"nowhere printed: {known}" for known in names + pointers if fold(known) not in plain]
    for line in left[top:].splitlines():
        found += line_faults(line, names, pointers)
    return found


def main() -> int:
    """Checks every page beside this file; the exit status is 1 where one is at fault."""
    status = 0
    pages = sorted(HERE.glob("*/*.truth.json"))
    for path in pages:
        truth = json.loads(path.read_text(encoding="utf-8"))
        page = path.with_name(path.name.removesuffix(".truth.json") + ".txt")
        for fault in faults(truth, decode(page.read_bytes(), truth["title"])):
            sys.stdout.write(f"{path.parent.name}/{page.name}: {fault}\n")
            status = 1
    sys.stdout.write(f"{len(pages)} pages checked\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
