"""How well lines become paragraphs and halves of words become words, beside the usual rules.

    python bench/joins.py [DATA] [--seeds 8201:8205] [--families NAME…]

Two tables. First 晶報 of April 1930 (DATA/jingbao-1930/text, which is not part of this repository): every text as the
list of its lines, paragraph marks hidden; what a rule may use is a line's text and its indent where the file has one.
Issues of odd number were tuned on, those of even number are the report; paragraph ends are pooled. Then random papers
(tools/papers) in English and German, read from the shuffled PDF: `paragraph_f1` of bench/scoring.py, pooled by
language; and of the typesetter's own lines the share of paragraphs that `Joins` makes whole to the letter. Looked at
while this was made: seeds 8101 to 8104.
Peers: every line a paragraph; all one paragraph; a line shorter than nine tenths of the text's longest ends one (how
text is usually unwrapped); every hyphen at a line's end dropped (what text normalisers do); every hyphen kept.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import scoring
from banmian.articles.line_lists import paragraph_starts, reach
from banmian.edition import edition_of
from banmian.model.codec import encode
from banmian.model.text import Text
from banmian.ports import ReadSettings
from banmian.repair.hyphens import is_old, words_within
from banmian.repair.joins import Joins
from banmian.run.read import read

PAPERS = Path(__file__).parent.parent / "tools" / "papers" / "__main__.py"
FAMILIES = ("town", "dense", "fraktur")
SEEN = range(8101, 8105)
SHORT = 0.9
"""Share of the longest line below which the usual rule ends a paragraph."""

Rule = Callable[[Sequence[str]], Sequence[int]]


@dataclass(slots=True)
class Tally:
    """Paragraph ends: found, found wrongly and missed."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def add(self, truth: set[int], told: set[int]) -> None:
        """Counts one text."""
        self.hits += len(truth & told)
        self.false += len(told - truth)
        self.missed += len(truth - told)

    @property
    def f1(self) -> float:
        """Of all that was counted."""
        return 2 * self.hits / (2 * self.hits + self.false + self.missed or 1)


def texts(path: Path) -> Iterator[list[list[str]]]:
    """The articles of one file: lines by paragraph."""
    source = re.sub(r"<!DOCTYPE.*?\]>", "", path.read_text("utf-8"), flags=re.DOTALL)
    root = ET.fromstring(re.sub(r"&(?!amp;|lt;|gt;|#)\w+;", "〓", source))  # noqa: S314 a file of the bench's own
    for text in root.iter("div"):
        if text.get("type") == "article":
            paragraphs = [list(_lines(p)) for p in text.iter("p")]
            yield [p for p in paragraphs if p]


def _lines(paragraph: ET.Element) -> Iterator[str]:
    pieces = [paragraph.text or ""]
    for child in paragraph.iter():
        if child is paragraph:
            continue
        pieces.append("\n" if child.tag == "lb" else child.text or "")
        pieces.append(child.tail or "")
    # the file's own line ends say nothing
    flat = "".join("\0" if piece == "\n" else re.sub(r"[ \t\r]*\n[ \t\r]*", "", piece) for piece in pieces)
    yield from (line.strip(" \t\r\n") for line in flat.split("\0") if line.strip())


def starts_by_length(lines: Sequence[str]) -> list[int]:
    """The usual rule."""
    longest = max(map(reach, lines))
    return [0, *(i + 1 for i in range(len(lines) - 1) if reach(lines[i]) < SHORT * longest)]


RULES: dict[str, Rule] = {
    "banmian": paragraph_starts,
    "short lines": starts_by_length,
    "every line": lambda lines: range(len(lines)),
    "one paragraph": lambda _lines: [0],
}


def old_paper(folder: Path) -> None:
    """The first table."""
    print("| 晶報, paragraph_f1 | odd numbers (tuned on) | even numbers | false, missed |")
    print("|---|---|---|---|")
    articles = [(int(p.name[3:7]) % 2, text) for p in sorted(folder.rglob("*.xml")) for text in texts(p)]
    for name, rule in RULES.items():
        tallies = {0: Tally(), 1: Tally()}
        for odd, paragraphs in articles:
            lines = [line for paragraph in paragraphs for line in paragraph]
            ends, place = set(), 0
            for paragraph in paragraphs[:-1]:
                place += len(paragraph)
                ends.add(place)
            if lines:
                tallies[odd].add(ends, set(rule(lines)) - {0})
        even = tallies[0]
        print(f"| {name} | {tallies[1].f1:.3f} | {even.f1:.3f} | {even.false}, {even.missed} |")
    print()


def papers(families: Sequence[str], seeds: range, out: Path) -> Iterator[Path]:
    """Random papers, made here."""
    for family in families:
        command = [sys.executable, str(PAPERS), "--family", family, "--seed", str(seeds.start)]
        subprocess.run([*command, "--count", str(len(seeds)), "-o", str(out / family)], check=True, capture_output=True)
        yield from sorted(p for p in (out / family).iterdir() if p.is_dir())


def read_ends(folder: Path, truth: Any) -> tuple[int, int, int]:  # noqa: ANN401 edition JSON
    """Paragraph ends of a paper read from its PDF: found, in the truth, read."""
    with ExitStack() as stack:
        done = read([str(folder / "issue.shuffled.pdf")], ReadSettings(), stack, lambda *_: None)
    edition = json.loads(encode(edition_of(done.issue)))
    pairs = scoring.paired(list(truth["articles"]), [a for a in edition["articles"] if scoring.words_of(a)])
    found = asked = told = 0
    for pair in pairs:
        if pair is None or pair.likeness < scoring.ALIKE_ENOUGH_FOR_PARAGRAPHS or not pair.truth.get("paragraphs"):
            continue
        ends, theirs = scoring._ends(pair.truth), scoring._ends(pair.read)  # noqa: SLF001 the yardstick's own count
        place = scoring._same_places(scoring.words_of(pair.truth), scoring.words_of(pair.read))  # noqa: SLF001 the same
        found += sum(place.get(end) in theirs for end in ends)
        asked, told = asked + len(ends), told + len(theirs)
    return found, asked, told


def joined(raw: str, joins: Joins) -> str:
    """A paragraph's lines as `Joins` joins them."""
    return Text(raw).edited(joins.name, joins.edits(raw)).current


def typeset(families: Sequence[str], seeds: range) -> None:
    """The second table."""
    ends: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    whole: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    with tempfile.TemporaryDirectory() as out:
        for folder in papers(families, seeds, Path(out)):
            truth = json.loads((folder / "truth.json").read_text("utf-8"))
            language = truth["language"]
            if language not in {"en", "de"}:
                continue
            ends[language].append(read_ends(folder, truth))
            rows = json.loads((folder / "lines.json").read_text("utf-8"))
            printed = "\n".join(row["text"] for row in rows)
            joins = Joins(words_within(printed), language, old=language == "de" and is_old(printed))
            right = {p for a in truth["articles"] for p in a["paragraphs"]}
            counts = whole[language]
            for raw in _broken(rows):
                told = {
                    "banmian": joined(raw, joins),
                    "dropped": re.sub(r"\s*\n\s*", " ", re.sub(r"-\n", "", raw)),
                    "kept": re.sub(r"\s*\n\s*", " ", re.sub(r"-\n", "-", raw)),
                }
                if right.isdisjoint(told.values()):
                    continue  # the truth has it elsewhere than as a paragraph
                counts["all"] += 1
                for name, text in told.items():
                    counts[name] += text in right
    print("| | papers | paragraph_f1 | hyphenated paragraphs | whole: banmian | hyphens dropped | hyphens kept |")
    print("|---|---|---|---|---|---|---|")
    for language, found in sorted(ends.items()):
        hits, asked, given = map(sum, zip(*found, strict=True))
        counts = whole[language]
        shares = " | ".join(f"{counts[name] / max(1, counts['all']):.4f}" for name in ("banmian", "dropped", "kept"))
        print(f"| {language} | {len(found)} | {2 * hits / (asked + given):.3f} | {counts['all']} | {shares} |")


def _broken(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Paragraphs of the typesetter's lines that have a hyphen at a line's end."""
    paragraphs: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["role"] == "body" and row["article"] is not None and row["paragraph"] is not None:
            paragraphs[row["article"], row["paragraph"]].append(row)
    for lines in paragraphs.values():
        raw = "\n".join(row["text"] for row in sorted(lines, key=lambda row: row["order"]))
        if "-\n" in raw:
            yield raw


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--seeds", default="8201:8205")
    parser.add_argument("--families", nargs="*", default=FAMILIES)
    wished = parser.parse_args()
    first, last = map(int, wished.seeds.split(":"))
    if wished.data:
        old_paper(wished.data / "jingbao-1930" / "text")
    if wished.families:
        typeset(wished.families, range(first, last + 1))


if __name__ == "__main__":
    main()
