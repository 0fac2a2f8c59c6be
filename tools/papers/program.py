"""The program: a seed in, a newspaper with its truth out."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

from papers.families import DRAWN, FAMILIES, made
from papers.fonts import style_sheet
from papers.issue import Issue
from papers.truth import edition, overlap, printed_lines, prove_print
from typesetter.browser import Browser, document, opened
from typesetter.faults import TypesettingError
from typesetter.program import finished

ATTEMPTS = 12
STYLE = """
.page > .l { white-space: pre; overflow: visible; }
.l b { position: absolute; font-weight: inherit; }
.l.vertical { text-orientation: mixed; }
body, .page { font-kerning: none; font-variant-ligatures: none; text-spacing-trim: space-all; hyphens: manual; }
"""


def attempted(seed: int, family: str, pages: int) -> Issue:
    """The issue of a seed: the first of its attempts that can be set.

    Raises:
        TypesettingError: none can.
    """
    family = family or random.Random(seed).choice(DRAWN)
    told = []
    for attempt in range(ATTEMPTS):
        try:
            issue = made(family, random.Random(f"{seed}/{family}/{attempt}"), pages)
            overlap(issue)
            edition(issue)
        except TypesettingError as fault:
            told.append(str(fault))
            continue
        return issue
    raise TypesettingError(f"seed {seed}, {family}: " + "; ".join(told))


def written(issue: Issue, browser: Browser, out: Path) -> None:
    """Prints an issue, proves the print, and writes the four files."""
    html = "\n".join(leaf.html() for leaf in issue.leaves)
    whole = document(html, issue.look.size).replace("</style>", f"{STYLE}{style_sheet()}</style>", 1)
    pdf = browser.printed(whole, issue.look.size)
    prove_print(issue, pdf)
    out.mkdir(parents=True, exist_ok=True)
    (out / "issue.pdf").write_bytes(finished(pdf))
    (out / "issue.shuffled.pdf").write_bytes(finished(pdf, shuffled=True))
    (out / "truth.json").write_text(json.dumps(edition(issue), ensure_ascii=False, indent=1) + "\n", "utf-8")
    rows = [json.dumps(line, ensure_ascii=False) for line in printed_lines(issue)]
    (out / "lines.json").write_text("[\n" + ",\n".join(rows) + "\n]\n", "utf-8")


def main() -> int:
    """Runs the program; 0 done, 1 a paper could not be set."""
    parser = argparse.ArgumentParser(prog="papers", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--family", choices=sorted(FAMILIES), default="", help="drawn by the seed if not given")
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--count", type=int, default=0, help="consecutive seeds, each into OUT/SEED")
    parser.add_argument("-o", "--out", type=Path, required=True)
    wished = parser.parse_args()
    failed = 0
    with opened() as browser:
        for seed in range(wished.seed, wished.seed + max(1, wished.count)):
            began = time.monotonic()
            out = wished.out / str(seed) if wished.count else wished.out
            try:
                issue = attempted(seed, wished.family, wished.pages)
                written(issue, browser, out)
            except TypesettingError as fault:
                print(f"{seed}: {fault}", file=sys.stderr)
                failed += 1
                continue
            lines = sum(len(leaf.lines) for leaf in issue.leaves)
            spent = (time.monotonic() - began) / len(issue.leaves)
            print(f"{seed} {issue.family}: {lines} lines, {len(issue.desk.articles)} articles, {spent:.1f} s a page")
    return 1 if failed else 0
