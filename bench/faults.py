"""Damaged inputs published over an older edition: no crash, no hang, no traceback, no half-written edition.

    python bench/faults.py [--count 300] [--seed 1] [--only NUMBER]…

Each input is published in a process of its own, forked from one that has loaded the program. Prints a table
of what became of them and names every violation with the number that makes it again; exits 1 if there is one.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from banmian.cli import main as banmian
from banmian.run import publish, read  # noqa: F401 loaded once, before the first fork
from banmian.store.written import MARK
from damage import Case, case, cases

LIMIT_S = 20.0
ALLOWED = {0, 2, 3, 4, 5}
DPI = 40.0
"""Page pictures are made small: what is tried here is damage, not patience."""

OLD_EDITION = {"index.html": b"<p>an older edition", "articles/a.html": b"<p>its one article", MARK: b"ours"}
_LINKS = re.compile(r"""(?:href|src)="([^"#?:]+)(?:[#?][^"]*)?\"""")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: exit status (or minus a signal's number), time, what is wrong with that."""

    case: Case
    status: int
    seconds: float
    wrong: tuple[str, ...]
    said: str


def outcomes(inputs: Iterable[Case]) -> Iterator[Outcome]:
    """Publishes each input."""
    with tempfile.TemporaryDirectory() as base:
        for one in inputs:
            folder = Path(base, f"{one.number}")
            folder.mkdir()
            yield _tried(one, folder)
            shutil.rmtree(folder)


def _tried(one: Case, folder: Path) -> Outcome:
    (folder / one.name).write_bytes(one.data)
    out = folder / "out"
    for path, data in OLD_EDITION.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
    said = folder / "said"
    started = time.monotonic()
    child = os.fork()
    if not child:
        _publish(folder / one.name, out, said)
    status = _ended(child, started)
    seconds = time.monotonic() - started
    words = said.read_text(encoding="utf-8", errors="replace") if said.exists() else ""
    return Outcome(one, status, seconds, tuple(_wrong(status, seconds, words, folder)), words)


def _publish(path: Path, out: Path, said: Path) -> None:
    """The child: never returns."""
    handle = os.open(said, os.O_WRONLY | os.O_CREAT, 0o600)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    publish.PICTURE_DPI = DPI
    status = 1
    try:
        banmian(["publish", str(path), "-o", str(out), "--no-cache"])
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _ended(child: int, started: float) -> int:
    """Its exit status; a child that hangs is ended, and counts as if by that signal."""
    while True:
        done, how = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(how)
        if time.monotonic() - started > LIMIT_S:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return -signal.SIGKILL
        time.sleep(0.005)


def _wrong(status: int, seconds: float, said: str, folder: Path) -> Iterator[str]:
    """What may not be."""
    if seconds > LIMIT_S:
        yield f"a hang of more than {LIMIT_S:.0f} s"
    elif status < 0:
        yield f"a crash by signal {-status}"
    elif status not in ALLOWED:
        yield f"status {status}"
    if "Traceback" in said:
        yield "a traceback"
    if "fault of ours" in said:
        yield "a fault of ours"
    out = folder / "out"
    found = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    if status in {0, 4}:
        yield from _torn(found)
    elif found != OLD_EDITION:
        yield "the older edition is not whole"
    left = [p.name for p in folder.iterdir() if p.name.startswith(".")]
    if left and status >= 0:
        yield f"left behind: {', '.join(left)}"


def _torn(found: dict[str, bytes]) -> Iterator[str]:
    """What a new edition lacks."""
    if MARK not in found or found.get("index.html") in {None, OLD_EDITION["index.html"]}:
        yield "no new edition"
    for path, data in found.items():
        if path.endswith(".html"):
            for link in _LINKS.findall(data.decode("utf-8")):
                target = os.path.normpath(os.path.join(os.path.dirname(path), link))  # noqa: PTH118, PTH120 URLs
                if target not in found and f"{target}/index.html" not in found:
                    yield f"{path} leads to {link}, which is not there"
                    return


def main() -> None:
    """Tries them, prints the table, exits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, action="append", help="these numbers alone, with what was said")
    words = parser.parse_args()
    chosen = [case(n, words.seed) for n in words.only] if words.only else cases(words.count, words.seed)
    table: Counter[tuple[str, int]] = Counter()
    bad: list[Outcome] = []
    slowest = 0.0
    for outcome in outcomes(chosen):
        kind = outcome.case.told.split(" of ")[0].split(" (")[0]
        table[kind, outcome.status] += 1
        slowest = max(slowest, outcome.seconds)
        if outcome.wrong:
            bad.append(outcome)
        if words.only:
            print(f"{outcome.case.number}: {outcome.case.told}\n{outcome.status}: {outcome.said}")
    statuses = sorted({status for _, status in table})
    print(f"\n| {'input':10} |" + "".join(f" {f'status {s}':>9} |" for s in statuses))
    print(f"|{'-' * 12}|" + f"{'-' * 10}:|" * len(statuses))
    for kind in sorted({kind for kind, _ in table}):
        print(f"| {kind:10} |" + "".join(f" {table[kind, s]:9} |" for s in statuses))
    print(f"\n{sum(table.values())} inputs, seed {words.seed}; slowest {slowest:.1f} s; {len(bad)} violations.")
    for outcome in bad:
        print(f"  {outcome.case.number}: {outcome.case.told}: {'; '.join(outcome.wrong)}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
