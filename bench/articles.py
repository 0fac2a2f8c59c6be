"""How well articles are read from random papers (tools/papers) that nothing was trained or tuned on, and by whom.

    python bench/articles.py [--papers 9] [--seed 9501] [--family NAME]… [--peers all|none|NAME…]
                             [--order both|shuffled|ordered] [--quick]

For each family so many four-page papers are made, and read from the PDF in shuffled and in ordered drawing order by
banmian and by other programs (peers.py), each in a process of its own. Prints Markdown. With `--peers none`: a row a
family and order, our six figures alone. `--quick`: a paper a family, shuffled alone.
Trained on: seeds 5000 to 5649 and 6000 to 6399; judges that were not taken, 5500 to 5659. Looked at while it was made:
seeds 1 to 3, 11 to 14, 3001 to 3008, 3101 to 3106, 3201 to 3214, 9004 to 9009, 9301 to 9306, 9401 to 9403, 9501 to
9505, 9601 to 9604, 9721, 9722, 9801 to 9805, 9811 to 9815 and 9821 to 9825 (after
their figures were taken), 9901 to 9906.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import measures
import peers
import scoring
from read import APART, environment

HERE = Path(__file__).parent
PAPERS = HERE.parent / "tools" / "papers" / "__main__.py"
FAMILIES = (
    "county",
    "daily",
    "vertical",
    "town",
    "dense",
    "feature",
    "republican",
    "fraktur",
    "campus",
    "modern",
    "webset",
    "weekend",
)
SEEN = (
    *(range(1, 4), range(11, 15), range(3001, 3009), range(3101, 3107), range(3201, 3215), range(9004, 9010)),
    *(range(5000, 5660), range(6000, 6500), range(7000, 7002), range(9301, 9307), range(9401, 9404)),
    *(range(9501, 9506), range(9601, 9605), range(9721, 9723), range(9801, 9806), range(9811, 9816)),
    *(range(9821, 9826), range(9831, 9836), range(9841, 9846), range(9851, 9855), range(9861, 9866)),
    *(range(7100, 7200), range(8101, 8111), range(9871, 9876), range(9901, 9907)),
)
"""Seeds that were trained on or looked at."""

OURS = "banmian"
SHOWN = ("article_f1@90", "headline", "kicker", "deck", "byline", "paragraph_f1")
MEASURES = ("links", "successor", "b3", "1-AER", "text_edit", "order_edit", "order_free")
TITLES = {
    "article_f1@90": "f1@90",
    "paragraph_f1": "paragraph",
    "links": "column links",
    "b3": "B³",
    "text_edit": "text edit ↓",
    "order_edit": "order edit ↓",
    "order_free": "order edit, articles free ↓",
}
ORDERS = {"shuffled": "issue.shuffled.pdf", "ordered": "issue.pdf"}
WORKERS = 2
LIMIT_S = 600
"""Seconds a paper that a program may take before its batch is given up; PyMuPDF4LLM takes 200 for vertical lines."""

LEGEND = """
Figures are means over a family's papers, and over families; ↓ is a distance, 0 without a fault. First six: scoring.py.
Column links: of the body lines that are the last of a column, the share after which the right one is read next;
successor: of all body lines. B³: over characters. 1-AER: of lines, mean over articles (Girdhar et al. 2023). Text and
order edit: OmniDocBench's, a mean over pages; the last takes articles in the order in which a program reads them. See
bench/measures.py. A paper that a program could not read counts as an empty edition.
"""

Values = dict[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """What one program made of the papers of a family in one order, paper by paper."""

    version: str
    figures: list[Values]
    unread: int = 0
    fault: str = ""


def main() -> None:
    """Makes the papers, has them read, prints the tables."""
    words = _words()
    orders = [words.order] if words.order != "both" else list(ORDERS)
    names = [OURS, *_peers(words.peers)]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(WORKERS) as pool:
        families = words.family or FAMILIES
        making = {f: pool.submit(made, f, words.seed, words.papers, Path(folder, f)) for f in families}
        papers = {family: found.result() for family, found in making.items()}
        if len(names) == 1:
            _six(papers, orders, pool)
            return
        pythons = {name: _python(name) for name in names}
        jobs: dict[tuple[str, str, str], Future[Judged]] = {
            (family, name, order): pool.submit(judged, name, pythons[name], papers[family], order)
            for name in sorted(names, key=lambda n: n not in APART)  # the slowest first
            for family in sorted(families, key=lambda f: f != "vertical")
            for order in orders
        }
        _tables(names, orders, {key: job.result() for key, job in jobs.items()}, papers)
        print(LEGEND)
        for name in names[1:]:
            print(f"- {name}: {(peers.PEERS[name][1].__doc__ or '').strip()}")
        print(f"\n{(peers.__doc__ or '').split('No peer knows', 1)[1].join(['No peer knows', ''])}")
        print(f"Took {(time.monotonic() - began) / 60:.0f} minutes.")


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=9, help="a family, of four pages each")
    parser.add_argument("--seed", type=int, default=9501, help="the first of consecutive ones")
    parser.add_argument("--family", action="append", choices=FAMILIES)
    parser.add_argument("--peers", nargs="+", default=["all"], choices=["all", "none", *peers.PEERS])
    parser.add_argument("--order", default="both", choices=["both", *ORDERS])
    parser.add_argument("--quick", action="store_true", help="a paper a family, shuffled")
    words = parser.parse_args()
    if words.quick:
        words.papers, words.order = 1, "shuffled"
    if any(seed in seen for seed in range(words.seed, words.seed + words.papers) for seen in SEEN):
        parser.error("among these seeds are some that were trained on or looked at")
    return words


def _peers(wished: Sequence[str]) -> list[str]:
    if "none" in wished:
        return []
    return [name for name in peers.PEERS if "all" in wished or name in wished]


def made(family: str, seed: int, count: int, out: Path) -> list[Path]:
    """The papers of a family; a seed that cannot be set is left out, which the count of pages shows."""
    command = [sys.executable, str(PAPERS), "--seed", str(seed), "--count", str(count), "--family", family]
    ran = subprocess.run([*command, "-o", str(out)], check=False, capture_output=True, text=True)
    found = sorted(p.parent for p in out.rglob("truth.json"))
    if not found:
        sys.exit(f"no paper of {family} was made: {ran.stderr.strip()}")
    return found


def _python(name: str) -> str:
    """The Python that a program runs in, or an empty string where its environment cannot be made."""
    if name not in APART:
        return sys.executable
    try:
        return environment(name)
    except (OSError, subprocess.SubprocessError):
        return ""


def judged(name: str, python: str, papers: Sequence[Path], order: str) -> Judged:
    """Has one program read papers, and judges what it read."""
    if not python:
        return Judged("", [], fault="its environment could not be made (uv, PyPI)")
    files = [str(paper / ORDERS[order]) for paper in papers]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+") as err:
        try:
            subprocess.run(
                [python, str(HERE / "peers.py"), name, *files],
                stdout=out,
                stderr=err,
                check=False,
                timeout=LIMIT_S * len(files),
            )
        except subprocess.TimeoutExpired:
            print(f"{name} took too long", file=sys.stderr)
        out.seek(0)
        err.seek(0)
        said = [json.loads(line) for line in out.read().splitlines() if line.endswith(("}", '"', "null"))]
        if not said:
            return Judged("", [], fault=(err.read().strip().splitlines() or ["it said nothing"])[-1][:200])
    editions = [*said[1:], *[None] * (len(files) - len(said) + 1)]
    figures = [_figures(paper, edition) for paper, edition in zip(papers, editions, strict=True)]
    return Judged(said[0], figures, unread=sum(edition is None for edition in editions))


def _figures(paper: Path, edition: dict[str, Any] | None) -> Values:
    truth = json.loads((paper / "truth.json").read_text("utf-8"))
    lines = measures.printed(json.loads((paper / "lines.json").read_text("utf-8")), truth)
    found = edition or {"articles": []}
    return {
        **scoring.scored(truth, found),
        **measures.measured(found, lines),
        **{f"jumps {name}": count for name, count in measures.jumps(found, truth, lines).items()},
    }


def _six(papers: dict[str, list[Path]], orders: Iterable[str], pool: ProcessPoolExecutor) -> None:
    """Our six figures, a row a family and order."""
    print(f"| {'family':9} | {'order':8} | {'pages':>5} |" + "".join(f" {name:>13} |" for name in SHOWN))
    jobs = {(f, o): pool.submit(judged, OURS, sys.executable, papers[f], o) for f in papers for o in orders}
    for (family, order), job in jobs.items():
        means = _means(job.result().figures)
        cells = (f" {means[name]:13.3f} |" if name in means else f" {'-':>13} |" for name in SHOWN)
        print(f"| {family:9} | {order:8} | {_pages(papers[family]):5} |" + "".join(cells), flush=True)


def _pages(papers: Iterable[Path]) -> int:
    return sum(len(json.loads((paper / "truth.json").read_text("utf-8"))["pages"]) for paper in papers)


def _means(figures: Iterable[Values]) -> Values:
    """Each figure's mean over those that have one."""
    every = list(figures)
    names = dict.fromkeys(name for values in every for name in values)
    return {name: fmean(values[name] for values in every if name in values) for name in names}


def _tables(
    names: Sequence[str],
    orders: Sequence[str],
    found: dict[tuple[str, str, str], Judged],
    papers: dict[str, list[Path]],
) -> None:
    """A block a family, and one of the means over families."""
    families = list(papers)
    means = {key: _means(job.figures) for key, job in found.items()}
    for family in families:
        print(f"\n### {family}: {_pages(papers[family])} pages\n")
        _block(names, orders, {(n, o): found[family, n, o] for n in names for o in orders})
        _jumps([found[family, OURS, order] for order in orders], orders)
    print(f"\n### all: {sum(map(_pages, papers.values()))} pages, mean over families\n")
    overall = {}
    for name in names:
        for order in orders:
            own = [found[family, name, order] for family in families]
            faults = [job.fault for job in own if job.fault]
            figures = [_means(means[family, name, order] for family in families)]
            overall[name, order] = Judged(
                own[0].version, figures, sum(job.unread for job in own), "; ".join(faults[:1])
            )
    _block(names, orders, overall)


def _block(names: Sequence[str], orders: Sequence[str], found: dict[tuple[str, str], Judged]) -> None:
    columns = (*SHOWN, *MEASURES)
    print("| program | order | " + " | ".join(TITLES.get(name, name) for name in columns) + " |")
    print("|---|---|" + "---|" * len(columns))
    for name in names:
        for order in orders:
            job = found[name, order]
            if job.fault:
                print(f"| {name} | {order} | not run: {job.fault} |" + " |" * (len(columns) - 1))
                continue
            told = f"{name} {job.version}" + (f" ({job.unread} unread)" if job.unread else "")
            print(f"| {told} | {order} | {_cells(_means(job.figures), columns)} |")
        if name == OURS and len(orders) > 1 and not any(found[name, order].fault for order in orders):
            one, other = (_means(found[name, order].figures) for order in orders)
            apart = {n: abs(one[n] - other[n]) for n in columns if n in one and n in other}
            print(f"| {OURS} | difference (most: {max(apart.values()):.3f}) | {_cells(apart, columns)} |")


def _cells(values: Values, columns: Iterable[str]) -> str:
    return " | ".join(f"{values[name]:.3f}" if name in values else "-" for name in columns)


def _jumps(ours: Sequence[Judged], orders: Sequence[str]) -> None:
    for job, order in zip(ours, orders, strict=True):
        sums = [int(sum(f[f"jumps {name}"] for f in job.figures)) for name in ("printed", "resolved", "wrong")]
        print(f"\nJumps, {OURS}, {order}: {sums[0]} printed, {sums[1]} resolved, {sums[2]} wrongly resolved.")


if __name__ == "__main__":
    main()
