"""How well articles are read from random papers (tools/papers) of seeds that nothing was trained or tuned on.

    python bench/articles.py [--papers 3] [--seed 9001] [--family NAME]…

For each family so many four-page papers are made, and read from the PDF in shuffled and in ordered drawing order.
Trained on: seeds 5000 to 5139. Looked at while the reader was made: seeds 1 to 3, and 11 to 14 of `vertical`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import scoring
from banmian.edition import edition_of
from banmian.model.codec import encode
from banmian.ports import ReadSettings
from banmian.run.read import read

PAPERS = Path(__file__).parent.parent / "tools" / "papers" / "__main__.py"
FAMILIES = ("county", "daily", "vertical", "town", "dense", "feature")
SHOWN = ("article_f1@90", "headline", "kicker", "deck", "byline", "paragraph_f1")


def main() -> None:
    """Makes the papers, reads them, prints a row a family and drawing order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=3)
    parser.add_argument("--seed", type=int, default=9001)
    parser.add_argument("--family", action="append", choices=FAMILIES)
    words = parser.parse_args()
    print(f"| {'family':9} | {'order':8} | {'pages':>5} |" + "".join(f" {name:>13} |" for name in SHOWN))
    with tempfile.TemporaryDirectory() as folder:
        for family in words.family or FAMILIES:
            out = Path(folder, family)
            command = [sys.executable, str(PAPERS), "--seed", str(words.seed), "--count", str(words.papers)]
            subprocess.run([*command, "--family", family, "-o", str(out)], check=True, capture_output=True)
            papers = sorted(p.parent for p in out.rglob("truth.json"))
            for order, name in (("shuffled", "issue.shuffled.pdf"), ("ordered", "issue.pdf")):
                _row(family, order, [_read(paper, name) for paper in papers])


def _read(paper: Path, name: str) -> dict[str, object]:
    with ExitStack() as stack:
        issue = read([str(paper / name)], ReadSettings(), stack, lambda *_: None).issue
    truth = json.loads((paper / "truth.json").read_text("utf-8"))
    found = scoring.scored(truth, json.loads(encode(edition_of(issue))))
    return {**found, "pages": len(issue.pages)}


def _row(family: str, order: str, found: list[dict[str, object]]) -> None:
    pages = sum(int(str(f["pages"])) for f in found)
    means = []
    for name in SHOWN:
        values = [v for f in found if isinstance(v := f.get(name), float)]
        means.append(f" {sum(values) / len(values):13.3f} |" if values else f" {'-':>13} |")
    print(f"| {family:9} | {order:8} | {pages:5} |" + "".join(means), flush=True)


if __name__ == "__main__":
    main()
