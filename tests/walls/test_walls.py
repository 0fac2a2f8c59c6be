"""The walls of the house: who imports whom, who touches the world, how long a module may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "banmian"
LINE_LIMIT = 400
PURE = ("model", "layout", "articles", "repair", "edition", "publish")
"""Rooms that think: no disk, socket, process or clock."""

MODULES = sorted(SOURCE.rglob("*.py"))
WORLDLY_NAMES = {"open", "Path", "input", "print", "exec", "eval", "__import__", "breakpoint"}
WORLDLY_METHODS = {
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "urlopen",
    "now",
    "today",
    "utcnow",
}


def test_the_contracts_of_the_rooms_are_kept() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_no_module_is_longer_than_a_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINE_LIMIT


def worldly(tree: ast.Module) -> list[str]:
    """Names in a module by which it would reach out, with their lines."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in WORLDLY_NAMES:
            found.append(f"{node.lineno}: {node.id}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            whole = ast.unparse(node.func)
            own = whole.startswith(("Image.", "(files(__name__)"))  # from bytes; the package's own data
            if name in {*WORLDLY_METHODS, "open"} and not own:
                found.append(f"{node.lineno}: {whole}")
    return sorted(found)


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if p.relative_to(SOURCE).parts[0] in PURE],
    ids=lambda p: p.relative_to(SOURCE).as_posix(),
)
def test_the_rooms_that_think_do_not_reach_out(path: Path) -> None:
    assert worldly(ast.parse(path.read_text(encoding="utf-8"))) == []


def test_the_test_for_reaching_out_can_fail() -> None:
    code = "import pathlib\nwith open('x') as f:\n    pass\npathlib.Path('x').read_text()\n"
    assert worldly(ast.parse(code)) == ["2: open", "4: pathlib.Path('x').read_text"]


def test_every_room_says_what_it_is_for() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), path
