"""Fits the logistic regression of `banmian.articles.halves` to the OCR pages that were worked with.

    python tools/halves/__main__.py [FOLDER]

Every headline that a page prints on two lines is an example of one, every kicker over a headline one of two. Prints how
many are told wrongly when the page was left out (eight parts), then writes `src/banmian/articles/half_weights.py`.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from banmian.articles.halves import CUT_WORD, by_rule, seen
from banmian.articles.people import simplified
from banmian.ports import ReadSettings
from banmian.sources.text import open_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "src" / "banmian" / "articles" / "half_weights.py"
PAGES = ROOT / "tests" / "pages" / "ocr" / "dev"
RIDGE, STEPS, PARTS = 4.0, 60, 8
Array: TypeAlias = "npt.NDArray[np.float64]"


def examples(folder: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Page, upper line, lower line, and whether they are one headline."""
    for path in sorted(folder.glob("*.txt")):
        truth = json.loads(path.with_name(f"{path.stem}.truth.json").read_text("utf-8"))
        page = open_document(path.read_bytes(), path.name, ReadSettings()).page(0)
        lines = [str(line.text).strip() for block in page.blocks for line in block.lines]
        lines = [line for line in lines if line]
        plain = [_plain(line) for line in lines]
        for article in truth["articles"]:
            head, *over = (_plain(article.get(name) or "") for name in ("headline", "kicker", "label"))
            for i in (i for i, line in enumerate(plain) if head and head.startswith(line)):
                end = _end(plain, i, head)
                if end is None:
                    continue
                yield from ((path.stem, lines[k], lines[k + 1], True) for k in range(i, end - 1))
                if i and plain[i - 1] and plain[i - 1] in over:
                    yield path.stem, lines[i - 1], lines[i], False
                break


def _end(plain: list[str], begin: int, head: str) -> int | None:
    """One past the last line of a headline that begins at one; None where it does not."""
    so_far = ""
    for k in range(begin, len(plain)):
        so_far += plain[k]
        if so_far == head:
            return k + 1
        if not head.startswith(so_far):
            return None
    return None


def _plain(text: str) -> str:
    return re.sub(r"[\s\u3000]+", "", simplified(text)).replace(",", "，")


def fitted(x: Array, y: Array) -> Array:
    """Weights of a ridge logistic regression, the constant last (Newton's method)."""
    share = y.mean()
    weight = np.sqrt(np.where(y > 0, 0.5 / share, 0.5 / (1 - share)))
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[-1, -1] = 0
    found: Array = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (weight * (p - y)) + ridge @ found
        found -= np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + ridge, slope)
    return found


def main() -> None:
    """Fits, prints, writes."""
    told = [
        (page, seen(a, b, rule), one)
        for page, a, b, one in examples(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
        if (rule := by_rule(a, b)) < CUT_WORD
    ]
    names = list(told[0][1])
    raw = np.array([[row[name] for name in names] for _, row, _ in told])
    y = np.array([float(one) for *_, one in told])
    middle, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-6
    x = np.c_[(raw - middle) / spread, np.ones(len(raw))]
    part = np.array([zlib.crc32(page.encode()) % PARTS for page, *_ in told])
    out = np.zeros(len(y))
    for k in range(PARTS):
        out[part == k] = x[part == k] @ fitted(x[part != k], y[part != k])
    wrong = int(((out > 0) != (y > 0)).sum())
    by_rules = int(((raw[:, names.index("rule")] > 0) != (y > 0)).sum())
    print(f"{len(y)} pairs, {int(y.sum())} one headline: {wrong} told wrongly with the page left out,", end=" ")
    print(f"{by_rules} by the rules alone")
    weights = fitted(x, y)
    scaled = weights[:-1] / spread
    rows = "".join(f'    "{name}": {value:.4f},\n' for name, value in zip(names, scaled, strict=True))
    constant = weights[-1] - scaled @ middle
    HOME.write_text(f"{HEAD}INTERCEPT = {constant:.4f}\n\nWEIGHTS = {{\n{rows}}}\n", "utf-8")


HEAD = '''"""Weights of `banmian.articles.halves`, written by `tools/halves`."""

from __future__ import annotations

'''


if __name__ == "__main__":
    main()
