"""What a fresh machine installs is pinned, with hashes, and says no address."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("build", "base", "test", "bench")


def pins(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)(?:\[[^]]*\])?==([^ ;]+)", text, re.MULTILINE))


def wanted(requirements: list[str]) -> set[str]:
    return {usual(re.split(r"[<>=~!;\[ ]", r, maxsplit=1)[0]) for r in requirements}


def usual(name: str) -> str:
    """A project's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LISTS)
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert entries
    for entry in entries:
        assert re.match(r"\S+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_lists_hold_what_pyproject_asks_for_and_agree() -> None:
    facts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "build": facts["build-system"]["requires"],
        "base": facts["project"]["dependencies"],
        "test": facts["dependency-groups"]["test"],
        "bench": facts["dependency-groups"]["bench"],
    }
    for name, requirements in asked.items():
        assert wanted(requirements) <= {usual(n) for n in pins(name)}
    for name, other in pairwise(LISTS[1:]):
        assert pins(name).items() <= pins(other).items(), f"{other}.txt pins what {name}.txt does, alike"


def test_the_lock_of_the_scripts_names_no_registry() -> None:
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: facts for name, facts in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in facts and "resolved" not in facts for facts in packages.values())
