"""What each kind of evidence is worth: it is taken away while papers are read, and the articles are counted again.

    python bench/ablation.py [--papers 2] [--seed 9101] [--family NAME]…

The judges are not grown anew without it, so a row says what the reader as it is leans on, not what one could do
without.
Papers are random ones (tools/papers) of seeds that nothing was trained on, in shuffled drawing order.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from unittest.mock import patch

import scoring
from articles import FAMILIES, made
from banmian.edition import edition_of
from banmian.layout import lay_out
from banmian.model.codec import encode
from banmian.model.page import MarkKind, Page
from banmian.ports import ReadSettings
from banmian.run.read import read

SAID = 23
"""Numbers that a block's words give."""


def without_rules(page: Page) -> Page:
    """No rules, frames and tints."""
    return replace(page, marks=tuple(m for m in page.marks if m.kind is MarkKind.PICTURE))


def without_pictures(page: Page) -> Page:
    """No pictures."""
    return replace(page, marks=tuple(m for m in page.marks if m.kind is not MarkKind.PICTURE))


def without_fonts(page: Page) -> Page:
    """No fonts, weights, slants and colours; sizes stay."""
    lines = (
        replace(
            line,
            styles=tuple(
                (at, replace(s, font="", weight=0, italic=False, color=(0, 0, 0, 255))) for at, s in line.styles
            ),
        )
        for line in page.lines
    )
    return replace(page, lines=tuple(lines))


@contextmanager
def _pages(change: Callable[[Page], Page]) -> Iterator[None]:
    with patch("banmian.run.plan.PAGE_STAGES", (change, lay_out)):
        yield


@contextmanager
def _mute() -> Iterator[None]:
    with (
        patch("banmian.articles.evidence.said", lambda _: [0.0] * SAID),
        patch("banmian.articles.evidence.goes_on", lambda *_: 0.0),
    ):
        yield


@contextmanager
def _whole() -> Iterator[None]:
    yield


TAKEN = {
    "nothing": _whole,
    "rules, frames and tints": lambda: _pages(without_rules),
    "pictures": lambda: _pages(without_pictures),
    "fonts, weights and colours": lambda: _pages(without_fonts),
    "what the words say": _mute,
}


def main() -> None:
    """Makes the papers, reads them once for each kind of evidence, prints a row each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=9101)
    parser.add_argument("--family", action="append", choices=FAMILIES)
    words = parser.parse_args()
    families = words.family or FAMILIES
    print("article_f1@90 without …\n")
    print(f"| {'taken away':28} |" + "".join(f" {name:>8} |" for name in families) + f" {'mean':>8} |")
    with tempfile.TemporaryDirectory() as folder:
        papers = {family: made(family, words.seed, words.papers, Path(folder, family)) for family in families}
        for name, taken in TAKEN.items():
            with taken():
                means = [fmean(_read(paper) for paper in papers[family]) for family in families]
            print(f"| {name:28} |" + "".join(f" {m:8.3f} |" for m in [*means, fmean(means)]), flush=True)


def _read(paper: Path) -> float:
    with ExitStack() as stack:
        issue = read([str(paper / "issue.shuffled.pdf")], ReadSettings(), stack, lambda *_: None).issue
    truth = json.loads((paper / "truth.json").read_text("utf-8"))
    return scoring.scored(truth, json.loads(encode(edition_of(issue))))["article_f1@90"]


if __name__ == "__main__":
    main()
