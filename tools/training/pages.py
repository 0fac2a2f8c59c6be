"""A typeset page as the judges see it, with the truth of each block and of each pair."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from banmian.articles.evidence import Evidence
from banmian.articles.grouping import Scene, scene
from banmian.layout import lay_out
from banmian.ports import ReadSettings
from banmian.run.inputs import opened
from training.names import Named, names_of
from training.worn import worn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import numpy.typing as npt

    from banmian.articles.nodes import Node
    from banmian.model.geometry import Box

CLASSES = [
    *("body", "headline", "kicker", "deck", "byline", "label", "subheading", "caption", "pullquote"),
    *("jump", "pointer", "advertisement", "folio"),
]
"""Roles as `lines.json` names them, in the order of `banmian.articles.judges.ROLES`."""

SAME = {"table": "body", "credit": "caption", "jumphead": "headline", "masthead": "folio"}
OUT_OF_ORDER = {"caption", "credit", "pullquote"}


@dataclass(slots=True)
class Sample:
    """One page.

    Attributes:
        role: number of each block's role; -1 where the truth has no line for it.
        weight: share of the block's lines that have that role and article.
        before: the block that is read before each one in its story; -1 for none.
        follows: for each pair, whether the second is read right after the first.
        paper: family and seed of the paper, for cross-fitting.
        named: its names and items; None where it has no name.
    """

    seen: Evidence
    role: npt.NDArray[np.int64]
    weight: npt.NDArray[np.float64]
    before: npt.NDArray[np.int64]
    follows: npt.NDArray[np.bool_]
    paper: str
    named: Named | None = None


def samples(folder: Path, name: str = "issue.shuffled.pdf", *, as_worn: bool = False) -> Iterator[Sample]:
    """Every page of a typeset paper.

    Args:
        folder: of the paper.
        name: of its PDF.
        as_worn: as a library's file would give it.
    """
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    numbers = [page["number"] for page in truth["pages"]]
    labels = {a["id"]: a["label"] for a in truth["articles"] if a["label"]}
    lines: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for line in json.loads((folder / "lines.json").read_text("utf-8")):
        lines[numbers.index(line["page"])].append(line)
    with ExitStack() as stack:
        for document in opened([str(folder / name)], ReadSettings(), stack):
            for index in range(len(document.document)):
                page = document.document.page(index)
                page = lay_out(worn(page, f"{folder.name} {index}") if as_worn else page)
                if page.missing or not page.blocks or page.blocks[0].box is None:
                    continue
                found = scene(page)
                if found.text and lines[index]:
                    sample, articles = _sample(found, lines[index], f"{folder.parent.name}/{folder.name}")
                    sample.named = names_of(found, page.turning, sample.role, sample.before, articles, labels)
                    yield sample


def _sample(found: Scene, lines: list[dict[str, Any]], paper: str) -> tuple[Sample, list[str | None]]:
    """A page's sample, and the article of each of its blocks."""
    boxes = np.array([line["box"] for line in lines], float)
    count = len(found.text)
    role, weight = np.full(count, -1), np.zeros(count)
    articles: list[str | None] = [None] * count
    stories: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for k, node in enumerate(found.text):
        mine = [lines[i] for i in _lines_of(node, boxes)]
        if not mine:
            continue
        (article, name), times = Counter((m.get("item", m["article"]), m["role"]) for m in mine).most_common(1)[0]
        articles[k] = Counter(m["article"] for m in mine).most_common(1)[0][0]
        role[k], weight[k] = CLASSES.index(SAME.get(name, name)), times / len(mine)
        if article is not None and name not in OUT_OF_ORDER:
            stories[article].append((min(m["order"] or 0 for m in mine if m.get("item", m["article"]) == article), k))
    before = np.full(count, -1)
    for story in stories.values():
        story.sort()
        _signed_last(story, role, found)
        for (_, a), (_, b) in pairwise(story):
            before[b] = a
    pairs = found.seen.pairs
    follows = before[pairs[:, 1]] == pairs[:, 0] if len(pairs) else np.zeros(0, np.bool_)
    seen = replace(found.seen, joint=found.seen.joint.astype(np.float32))  # half the memory of millions of pairs
    return Sample(seen, role, weight, before, follows, paper), articles


def _signed_last(story: list[tuple[float, int]], role: npt.NDArray[np.int64], found: Scene) -> None:
    """Puts a byline that stands under its story's text after it, where `lines.json` has all bylines with the heads."""
    text = [found.text[k].box for _, k in story if CLASSES[role[k]] == "body"]
    if not text:
        return
    last = text[-1]
    under = [s for s in story if CLASSES[role[s[1]]] == "byline" and _stands_under(found.text[s[1]].box, last)]
    if len(under) < len(story):
        story[:] = [s for s in story if s not in under] + under


def _stands_under(box: Box, over: Box) -> bool:
    """Whether one box stands right under another one."""
    return box.y0 > over.y1 - 1 and box.shared_x(over) > 0


def _lines_of(node: Node, boxes: npt.NDArray[np.float64]) -> Sequence[int]:
    """The truth's lines that a block's lines cover."""
    found = []
    for line in node.block.lines:
        b = line.box
        if b is None:
            continue
        x = np.minimum(b.x1, boxes[:, 2]) - np.maximum(b.x0, boxes[:, 0])
        y = np.minimum(b.y1, boxes[:, 3]) - np.maximum(b.y0, boxes[:, 1])
        area = np.clip(x, 0, None) * np.clip(y, 0, None)
        best = int(area.argmax())
        if area[best] > 0.3 * max(1e-6, b.area):
            found.append(best)
    return found
