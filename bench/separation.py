"""How well articles are told apart on pages of other people, none of which anything was trained on.

    python bench/separation.py [DATA]

DATA is a folder with `citlab`, `bnf`, `rero` and `jingbao-1930` as shared/data has them; the pages keep their own
licences, and nothing of them is written anywhere. Three questions, each answered page by page and in the mean:

- citlab: lines in, articles out. Truth and read articles are paired one to one so that the most lines agree; the share
  of lines in the right article is told beside two trivial readings: every line an article, and a new article at every
  region (of the file's own, in its order) that begins in display type.
- bnf, rero: the file's own blocks in, articles out; the METS file's logical structure is the truth and hidden from the
  reader. Pairs of blocks of one article on one page: precision, recall, F1, beside all blocks as one article.
- jingbao: boxes without text or class in, articles out; the truth is the groups of the annotations. The same figures.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from scipy.optimize import linear_sum_assignment

import separation_truth as truths
from banmian.articles.reading import group_page
from banmian.layout import lay_out
from banmian.layout.piece import DISPLAY
from banmian.model.geometry import Box, around
from banmian.model.page import Block, Direction, Line, Page, Style
from banmian.model.text import Text
from banmian.ports import ReadSettings
from banmian.run.plan import judges
from banmian.sources import alto, page_xml

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
BARS = {"citlab": 0.90, "bnf": 0.90, "rero": 0.90, "jingbao": 0.85}
PAIR_NAMES = ("precision", "recall", "F1", "all one: F1")
LINE_NAMES = ("right", "a line each", "cut at heads")


def main() -> None:
    """Prints a table a collection."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=DATA)
    data = parser.parse_args().data
    if not data.is_dir():
        sys.exit(f"{data}: no such folder. Give the folder that holds citlab, bnf, rero and jingbao-1930.")
    tables: list[tuple[str, str, tuple[str, ...], Callable[[Path], Iterator[Row]]]] = [
        ("citlab", "citlab", LINE_NAMES, by_lines),
        ("bnf", "bnf", PAIR_NAMES, by_alto_blocks),
        ("rero", "rero", PAIR_NAMES, by_alto_blocks),
        ("jingbao", "jingbao-1930/regions", PAIR_NAMES, by_boxes),
    ]
    for name, folder, shown, rows in tables:
        _print(name, shown, list(rows(data / folder)))


@dataclass(frozen=True, slots=True)
class Row:
    """A page's figures; none where its truth says nothing to measure."""

    page: str
    figures: tuple[float, ...]


def _print(name: str, shown: tuple[str, ...], rows: Sequence[Row]) -> None:
    told = [row for row in rows if row.figures]
    silent = len(rows) - len(told)
    if not told:
        print(f"\n{name}: not measured; none of {silent} pages here says which of its parts are one article")
        return
    print(f"\n{name:32}" + "".join(f"{one:>14}" for one in shown))
    for row in told:
        print(f"{row.page:32}" + "".join(f"{v:14.3f}" for v in row.figures))
    means = [sum(column) / len(told) for column in zip(*(row.figures for row in told), strict=True)]
    print(f"{'mean (bar ' + format(BARS[name], '.2f') + ')':32}" + "".join(f"{v:14.3f}" for v in means))
    if silent:
        print(f"{silent} more pages say of no two of their parts that they are one article")


def read(page: Page) -> list[list[Line]]:
    """The lines of each article, as the plan reads a page that is laid out; masthead and folios are one each."""
    grouped, chains = group_page(page, judges())
    taken: set[int] = set()
    found = []
    for chain in chains:
        mine = [part.block for part in chain.parts if part.block not in taken]
        taken.update(mine)
        found.append([line for k in mine for line in grouped.blocks[k].lines])
    return [lines for lines in found if lines] + [
        list(block.lines) for k, block in enumerate(grouped.blocks) if k not in taken and block.lines
    ]


def by_lines(folder: Path) -> Iterator[Row]:
    """The citlab pages."""
    for path in sorted(folder.glob("*.xml")):
        data = path.read_bytes()
        page = page_xml.open_document(data, path.name, ReadSettings()).page(0)
        told = truths.lines(data)
        found = read(lay_out(replace(page, missing=None)))
        guess = _found_of(told, found)
        cut = _cut_at_heads(told, page)
        true = [line.article for line in told]
        yield Row(
            path.stem,
            (right_share(true, guess), right_share(true, list(range(len(told)))), right_share(true, cut)),
        )


def _found_of(told: Sequence[truths.ToldLine], found: Sequence[Sequence[Line]]) -> list[int]:
    """The read article of every line of the truth: of the read line that shares the most with it; -1 for none."""
    boxes = [(line.box, k) for k, lines in enumerate(found) for line in lines if line.box is not None]
    guess = []
    for line in told:
        shared, k = max((box.shared_area(line.box), k) for box, k in boxes)
        guess.append(k if shared > 0 else -1)
    return guess


def _cut_at_heads(told: Sequence[truths.ToldLine], page: Page) -> list[int]:
    """A new article at every region that begins in display type."""
    weights: Counter[float] = Counter()
    for line in page.lines:
        weights[line.size] += max(1, len(line.text.raw))
    body = max(weights, key=lambda size: weights[size])
    guess, article, region = [], 0, None
    for one in told:
        _, size = max((line.box.shared_area(one.box), line.size) for line in page.lines if line.box is not None)
        if one.region != region and size >= DISPLAY * body:
            article += 1
        region = one.region
        guess.append(article)
    return guess


def right_share(true: Sequence[str | None], guess: Sequence[int]) -> float:
    """The share of lines in the right article under the best one-to-one pairing; lines of no article do not count."""
    counted = [(t, g) for t, g in zip(true, guess, strict=True) if t is not None]
    names, numbers = sorted({t for t, _ in counted}), sorted({g for _, g in counted if g >= 0})
    both = Counter(counted)
    table = [[both[t, g] for g in numbers] for t in names]
    if not numbers:
        return 0.0
    rows, columns = linear_sum_assignment(table, maximize=True)
    return float(sum(table[i][j] for i, j in zip(rows, columns, strict=True)) / len(counted))


def by_alto_blocks(folder: Path) -> Iterator[Row]:
    """The issues of a collection that has METS beside a folder of ALTO pages."""
    for mets in sorted(folder.glob("*/*METS.xml")):
        articles = truths.mets_articles(mets.read_bytes())
        for path in sorted((mets.parent / "ALTO").glob("*.xml")):
            document = alto.open_document(path.read_bytes(), path.name, ReadSettings())
            held = [(name, lines) for name, lines in document.printed_blocks(0) if name in articles and lines]
            page = document.page(0)
            yield Row(f"{mets.parent.name[:22]} {path.stem[-4:]}", _pair_figures(page, held, articles))


def by_boxes(folder: Path) -> Iterator[Row]:
    """The folds of the annotator: boxes alone, vertical writing."""
    for path in sorted(folder.rglob("*.json")):
        boxes, groups = truths.annotated(path.read_bytes())
        whole = around(boxes.values())
        em = _guessed_em(list(boxes.values()))
        held = [(name, (_blank(box, em),)) for name, box in boxes.items()]
        blocks = tuple(Block(lines, box=boxes[name], column=boxes[name], paragraphs=()) for name, lines in held)
        lines = tuple(line for block in blocks for line in block.lines)
        page = Page(index=1, width=whole.x1, height=whole.y1, lines=lines, blocks=blocks)
        yield Row(path.stem, _pair_figures(page, held, groups) if groups else ())


EM_RANK = 0.1
"""Boxes without text say nothing of their type; the narrowest tenth are single lines, and so about an em."""


def _guessed_em(boxes: Sequence[Box]) -> float:
    sides = sorted(min(b.width, b.height) for b in boxes)
    return max(1.0, sides[int(EM_RANK * len(sides))])


def _blank(box: Box, em: float) -> Line:
    """A line without text in a box."""
    return Line(Text(""), box, styles=((0, Style(size=em)),), direction=Direction.VERTICAL)


def _pair_figures(
    page: Page, held: Sequence[tuple[str, Sequence[Line]]], articles: dict[str, str]
) -> tuple[float, ...]:
    """Precision, recall and F1 of pairs of blocks, and F1 of the trivial reading."""
    told = [articles.get(name) for name, _ in held]
    found = read(lay_out(page))
    article_of = {id(line): k for k, lines in enumerate(found) for line in lines}
    guess = []
    for _, lines in held:
        seen = Counter(article_of.get(id(line), -1) for line in lines)
        guess.append(max(seen, key=lambda k: seen[k]))
    true = _pairs(told)
    return () if not true else (*scores(true, _pairs(guess)), scores(true, _pairs([0] * len(told)))[2])


def _pairs(groups: Sequence[Hashable]) -> set[tuple[int, int]]:
    """Pairs of things in one group; None and -1 are in none."""
    return {(i, j) for (i, a), (j, b) in combinations(enumerate(groups), 2) if a == b and a is not None and a != -1}


def scores(true: set[tuple[int, int]], found: set[tuple[int, int]]) -> tuple[float, float, float]:
    """Precision, recall and F1; nothing found is precise."""
    hits = len(true & found)
    precision = hits / len(found) if found else 1.0
    recall = hits / len(true)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


if __name__ == "__main__":
    main()
