"""File names within the site: safe on every file system and in every address, unique, and readable."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_NAME = 80
"""Characters of a file name without its suffix; file systems allow 255 bytes, archives and people less."""

DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""Names that Windows keeps for devices, whatever their suffix."""

_SAFE_NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_UNSAFE_RUN = re.compile(r"[^a-z0-9]+")
_UNSAFE_IN_PATH = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|]")


def file_names(names: Iterable[str]) -> tuple[str, ...]:
    """A file name, without suffix, for each of the names, in their order.

    A name that is safe already stays, in lower case, since some file systems do not tell cases apart.
    Any other keeps its ASCII letters and digits and gets a digest of the whole, so that it does not change
    when its neighbours do. Names that still meet are numbered in their order.
    """
    taken: set[str] = set()
    given = []
    for name in names:
        base = _safe(name)
        candidate, count = base, 1
        while candidate in taken:
            count += 1
            candidate = f"{base}-{count}"
        taken.add(candidate)
        given.append(candidate)
    return tuple(given)


def is_safe_path(path: str) -> bool:
    """Whether a path stays in the folder that it is relative to, on every file system."""
    parts = path.split("/")
    return not _UNSAFE_IN_PATH.search(path) and all(
        part not in {"", ".", ".."} and part.split(".")[0].lower() not in DEVICES for part in parts
    )


def _safe(name: str) -> str:
    lower = name.lower()
    if len(lower) <= LONGEST_NAME and _SAFE_NAME.fullmatch(lower) and lower not in DEVICES:
        return lower
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    kept = _UNSAFE_RUN.sub("-", lower).strip("-")[:40].strip("-")
    return f"{kept}-{digest}" if kept else f"x-{digest}"
