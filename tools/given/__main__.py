"""Makes `src/banmian/repair/given.py` from the names of people in jieba's dictionary (MIT).

    uv pip install jieba
    python tools/given/__main__.py

Of every character it is counted how often it is the first and the second of a given name after a usual surname, and how
often it stands in any word; the ratio's logarithm is kept in whole steps.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

from banmian.articles.people import SURNAMES

HOME = Path(__file__).resolve().parents[2] / "src" / "banmian" / "repair" / "given.py"
SEEN = 4
"""Names at the least in which a character stands at its place."""

HEAD = '''"""What given names are made of; written by `tools/given` from the names in jieba's dictionary (MIT)."""

from __future__ import annotations

STEP = 0.5
"""Of the natural logarithm; a character's weight is a whole number of steps."""

UNKNOWN = -6
"""The weight of a character that begins or ends no name in the dictionary, in steps."""

'''


def main() -> None:
    """Counts, and writes the module."""
    place: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    every: Counter[str] = Counter()
    for row in (files("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, times, kind = row.split()
        for char in word:
            every[char] += int(times)
        if kind == "nr" and len(word) == 3 and word[0] in SURNAMES:
            for number, char in enumerate(word[1:]):
                place[number][char] += 1
    total = every.total()
    parts = [HEAD]
    for name, what, seen in (("FIRST", "first", place[0]), ("SECOND", "second", place[1])):
        steps: defaultdict[int, list[str]] = defaultdict(list)
        for char, count in seen.items():
            if count >= SEEN:
                share = math.log(count / seen.total()) - math.log((every[char] + 50) / total)
                steps[round(2 * share)].append(char)
        parts.append(f"{name} = {{\n")
        for step, chars in sorted(steps.items(), reverse=True):
            words = "".join(sorted(chars))
            cut = [words[i : i + 50] for i in range(0, len(words), 50)]
            inner = f'"{cut[0]}"' if len(cut) == 1 else "(\n" + "".join(f'        "{c}"\n' for c in cut) + "    )"
            parts.append(f"    {step}: {inner},\n")
        parts.append(f'}}\n"""Steps, and the characters that weigh so many as a given name\'s {what} one."""\n\n')
    HOME.write_text("".join(parts).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
