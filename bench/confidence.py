"""How often articles of each confidence are right, and how much of what is wrong the least sure ones hold.

    python bench/confidence.py [--papers 3] [--seed 9701] [--family NAME]…

Papers are random ones (tools/papers) of seeds that nothing was trained on, in shuffled drawing order. An article is
right if a true one of at least 0.90 of its text is paired with it (scoring.py); advertisements, mastheads and what else
no truth asks for do not count.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path

import peers
import scoring
from articles import FAMILIES, made

BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97, 1.01)
RIGHT = 0.9
WORKERS = 2

Told = list[tuple[float, bool]]


def main() -> None:
    """Makes the papers, reads them, prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=3, help="a family, of four pages each")
    parser.add_argument("--seed", type=int, default=9701, help="the first of consecutive ones")
    parser.add_argument("--family", action="append", choices=FAMILIES)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(WORKERS) as pool:
        families = words.family or FAMILIES
        making = [pool.submit(made, f, words.seed, words.papers, Path(folder, f)) for f in families]
        papers = [paper for found in making for paper in found.result()]
        told = [each for found in pool.map(judged, papers) for each in found]
    print(f"{len(told)} articles of {len(papers)} papers, {share(told):.0%} right\n")
    print("| confidence | articles | right |\n|---|---|---|")
    for low, high in pairwise(BOUNDS):
        some = [each for each in told if low <= each[0] < high]
        if some:
            print(f"| {low:.2f} to {min(high, 1.0):.2f} | {len(some)} | {share(some):.0%} |")
    fifth = sorted(told)[: len(told) // 5]
    wrong = sum(not right for _, right in told)
    print(f"\nThe least sure fifth holds {sum(not right for _, right in fifth) / max(1, wrong):.0%} of what is wrong.")


def share(told: Told) -> float:
    """The share of articles that are right."""
    return sum(right for _, right in told) / max(1, len(told))


def judged(paper: Path) -> Told:
    """Each article's confidence, and whether it is right."""
    truth = json.loads((paper / "truth.json").read_text("utf-8"))
    read = peers.banmian(str(paper / "issue.shuffled.pdf"))
    answers = [a for a in read["articles"] if scoring.words_of(a)]
    pairs = scoring.paired(list(truth["articles"]), answers)
    likeness = {id(p.read): p.likeness for p in pairs if p is not None}
    return [
        (a["confidence"], likeness.get(id(a), 0.0) >= RIGHT)
        for a in answers
        if a.get("confidence") is not None and (id(a) in likeness or a["kind"] not in scoring.UNASKED_KINDS)
    ]


if __name__ == "__main__":
    main()
