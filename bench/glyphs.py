"""Glyphs of both scripts, each strayed alone where the truth of an OCR page has its Traditional form.

    python bench/glyphs.py [FOLDER]

Every page of `tests/pages/ocr/dev` is Traditional text with some strays, and the reader was mended on those. Here each
other glyph that Simplified print shares with another word (裡 後 於 乾 …) is put in its place, one at a time, and told
again. Printed: how many stay unmended or become another one, by glyph; and right glyphs that are changed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from banmian.repair.glyphs import ALWAYS, BY_WORD
from banmian.repair.scripts import tables
from banmian.repair.strays import Strays

PAGES = Path(__file__).parent.parent / "tests" / "pages" / "ocr" / "dev"
STRAYED = "们这说时"
"""Glyphs that tell the reader that there are strays at all."""

FIELDS = ("label", "kicker", "headline", "deck")
NEAR = 8
"""Characters to each side that are printed."""


def main() -> None:
    """Prints the figures, then every fault."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    simple = tables().simple
    asked: Counter[str] = Counter()
    left: Counter[str] = Counter()
    faults = []
    for path in sorted(folder.glob("*.truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        if truth.get("language") != "zh-Hant":
            continue
        texts = [x for a in truth["articles"] for x in (*map(a.get, FIELDS), *(a.get("paragraphs") or ())) if x]
        names = [n for a in truth["articles"] for n in a.get("byline") or ()]
        whole = "\n".join([*texts, *names, STRAYED])
        strays = Strays("hant", Counter(whole), whole)
        for text in texts:
            faults += [f"changed {path.stem} {_near(text, e.start)} {e.new}" for e in strays.edits(text)]
            for i, char in enumerate(text):
                stray = simple.get(char, char)
                if stray == char or stray not in BY_WORD | ALWAYS:
                    continue
                asked[char] += 1
                told = {e.start: e.new for e in strays.edits(text[:i] + stray + text[i + 1 :])}
                if told.get(i) != char:
                    left[char] += 1
                    faults.append(f"left {path.stem} {_near(text, i)} {told.get(i, stray)}")
    count, kept = asked.total(), left.total()
    wrong = sum(f.startswith("changed") for f in faults)
    print(f"{count} glyphs: {kept} left or wrong ({1e4 * kept / count:.0f} of 10,000); {wrong} right changed")
    print(" ".join(f"{char} {n}/{asked[char]}" for char, n in left.most_common()))
    print("\n".join(faults))


def _near(text: str, i: int) -> str:
    return f"{text[max(0, i - NEAR) : i]}[{text[i]}]{text[i + 1 : i + 1 + NEAR]}"


if __name__ == "__main__":
    main()
