"""Front pages as OCR text: how well they are read, page by page, against their truth.

`dev` pages were worked with; `held` pages were never looked at while the reader was made, and are the figures that
count. Run `python bench/text.py` for both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

import scoring
from banmian.edition import edition_of
from banmian.model.codec import encode
from banmian.ports import ReadSettings
from banmian.run.read import read

PAGES = Path(__file__).parent.parent / "tests" / "pages" / "ocr"
SHOWN = ("article_f1@90", "headline", "kicker", "byline", "paragraph_f1", "fields", "script_wrong", "script_missed")


def scores(page: Path) -> dict[str, object]:
    """The figures of one page, or of one issue."""
    with ExitStack() as stack:
        issue = read([str(page)], ReadSettings(), stack, lambda *_: None).issue
    truth = json.loads(page.with_name(f"{page.stem}.truth.json").read_text(encoding="utf-8"))
    return dict(scoring.scored(truth, json.loads(encode(edition_of(issue)))))


def table(title: str, pages: Iterable[Path], shown: Sequence[str] = SHOWN) -> None:
    """Prints a row a page, and the mean of each figure."""
    print(f"{title:24}" + "".join(f"{name:>15}" for name in shown))
    sums: dict[str, list[float]] = {name: [] for name in shown}
    for page in pages:
        found = scores(page)
        row = []
        for name in shown:
            value = found.get(name)
            row.append(f"{value:15.3f}" if isinstance(value, float) else f"{'-':>15}")
            if isinstance(value, float):
                sums[name].append(value)
        print(f"{page.stem:24}" + "".join(row))
    means = (f"{sum(v) / len(v):15.3f}" if v else f"{'-':>15}" for v in sums.values())
    print(f"{'mean':24}" + "".join(means) + "\n")


def main() -> None:
    """Prints one table a folder."""
    for folder in ("dev", "held"):
        table(folder, sorted((PAGES / folder).glob("*.txt")))


if __name__ == "__main__":
    main()
