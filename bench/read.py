"""What reading a page costs: processor seconds and peak memory, ours beside others', on the same pages.

    python bench/read.py [--pages 6] [--repeats 3] [--long 100] [--only NAME]…

Each figure is the least of all repeats; those of the floor and of banmian are of several rounds, in turn.
The pages are set in the run (see newsprint.py). PyMuPDF4LLM is AGPL: it gets an environment of its own, which
is no part of this project's.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import newsprint
from readers import READERS, STARTED_FOR_A_FILE

HERE = Path(__file__).parent
APART = {"PyMuPDF4LLM": ("pymupdf4llm==1.28.2", "pymupdf==1.28.2")}
"""Programs with an environment of their own, and what is installed there."""

LIMIT_S = 1200

ROUNDS = 5
"""How often the programs of the aim are measured, in turn: a slow minute of the machine falls on all of them."""

IN_TURN = ("floor", "floor by address", "banmian")
"""Those programs."""


def main() -> None:
    """Sets the pages, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=6)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--long", type=int, default=100, help="pages of the long issue; 0 leaves it out")
    parser.add_argument("--only", action="append", choices=list(READERS))
    words = parser.parse_args()
    names = words.only or list(READERS)
    print("Reading born-digital pages: processor seconds a page (times the floor), peak memory.\n")
    print(f"| {'program':20} | {'fonts':8} | {'s/page':>8} | {'× floor':>7} | {'MB':>6} | {'characters':>10} |")
    print(f"|{'-' * 22}|{'-' * 10}|{'-' * 9}:|{'-' * 8}:|{'-' * 7}:|{'-' * 11}:|")
    with tempfile.TemporaryDirectory() as folder:
        for kind in newsprint.FONTS:
            _compared(kind, names, Path(folder), words.pages, words.repeats)
        if words.long and "banmian" in names:
            long = Path(folder, "long.pdf")
            long.write_bytes(newsprint.issue("TrueType", words.long, seed=3))
            found = _measured("banmian", Path(folder, "warm.pdf"), long, words.long, 1)
            print(f"| {f'banmian, {words.long} pages':20} {_row('TrueType', found, 0)}")
    _help()


def _compared(kind: str, names: list[str], folder: Path, pages: int, repeats: int) -> None:
    warm, blank, measured = folder / "warm.pdf", folder / "blank.pdf", folder / f"{kind}.pdf"
    warm.write_bytes(newsprint.issue(kind, 1, seed=2))
    blank.write_bytes(newsprint.blank())
    measured.write_bytes(newsprint.issue(kind, pages))
    turns = [n for n in names if n in IN_TURN]
    found: dict[str, dict[str, float]] = {}
    for name in (*turns * ROUNDS, *(n for n in names if n not in turns)):
        first = blank if name in STARTED_FOR_A_FILE else warm
        try:
            told = _measured(name, first, measured, pages, repeats)
        except (OSError, subprocess.SubprocessError) as error:
            said = getattr(error, "stderr", "") or str(error)
            print(f"| {name:20} | {kind:8} | not measured: {said.strip().splitlines()[-1][:200]}", flush=True)
            continue
        told["seconds"] = min(told["seconds"], found.get(name, told)["seconds"])
        found[name] = told
    floor = 0.0
    for name in [n for n in names if n in found]:
        floor = floor or found[name]["seconds"]
        print(f"| {name:20} {_row(kind, found[name], floor)}", flush=True)


def _row(kind: str, found: dict[str, float], floor: float) -> str:
    ratio = f"{found['seconds'] / floor:7.2f}" if floor else " " * 7
    return f"| {kind:8} | {found['seconds']:8.4f} | {ratio} | {found['mb']:6.0f} | {found['characters']:10.0f} |"


def _measured(name: str, warm: Path, measured: Path, pages: int, repeats: int) -> dict[str, float]:
    python = environment(name) if name in APART else sys.executable
    ran = subprocess.run(
        [python, HERE / "readers.py", name, warm, measured, str(pages), str(repeats)],
        capture_output=True,
        text=True,
        check=True,
        timeout=LIMIT_S,
    )
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def environment(name: str) -> str:
    """The Python of a program's own environment, made where it is missing."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "banmian-bench" / name
    python = base / "bin" / "python"
    if not (base / "installed").exists():
        for command in (
            ["uv", "venv", "--clear", str(base)],
            ["uv", "pip", "install", "--python", str(python), *APART[name]],
        ):
            subprocess.run(command, check=True, capture_output=True, text=True, timeout=LIMIT_S)
        (base / "installed").touch()
    return str(python)


def _help() -> None:
    """How long `banmian --help` takes beside an empty Python."""
    print("\nStarting, wall seconds, median of 20:")
    for told, command in (
        ("python -c pass", ["-c", "pass"]),
        ("banmian --help", ["-m", "banmian", "--help"]),
    ):
        times = []
        for _ in range(20):
            started = time.perf_counter()
            subprocess.run([sys.executable, *command], check=True, capture_output=True, timeout=LIMIT_S)
            times.append(time.perf_counter() - started)
        print(f"  {told:16} {statistics.median(times):.3f}")


if __name__ == "__main__":
    main()
