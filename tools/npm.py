"""npm in web/ (`tools/npm.py run check`), with the parts that its lock names; Node from PATH or PyPI."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import hatch_build  # noqa: E402 it lies in the root, for hatchling to find


def main() -> int:
    """Fetches the parts where they are missing or other ones, then runs npm."""
    web = ROOT / "web"
    npm, environment = hatch_build._npm()  # noqa: SLF001 the build and the check want the same Node
    environment.setdefault("NODE_USE_SYSTEM_CA", "1")  # for networks that have certificates of their own
    fetched = web / "node_modules" / ".package-lock.json"
    lock = web / "package-lock.json"
    if not fetched.is_file() or fetched.stat().st_mtime < lock.stat().st_mtime:
        done = subprocess.run([*npm, "ci"], cwd=web, env=environment, check=False)
        if done.returncode:
            return done.returncode
    return subprocess.run([*npm, *sys.argv[1:]], cwd=web, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
