"""Programs that tests start: banmian by itself, or with a fault of tests/faults built in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PAGES = TESTS / "pages"
LIMIT_S = 60


def started(
    *words: object, fault: str | None = None, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs banmian to its end in a process of its own."""
    program = [str(TESTS / "faults" / f"{fault}.py")] if fault else ["-m", "banmian"]
    return subprocess.run(
        [sys.executable, "-W", "error", *program, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        timeout=LIMIT_S,
        cwd=cwd,
        env={**os.environ, **environment},
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
