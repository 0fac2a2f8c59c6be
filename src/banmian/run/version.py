"""Which program read a page: what is remembered was read by the same one, or is read anew."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import banmian

READERS = ("sources", "recognise", "layout", "articles", "model", "run")
"""The rooms whose code decides what is made of a page by itself."""

PARTS = ("pypdfium2", "numpy", "pillow", "zxing-cpp")
"""The foreign parts that do."""


@cache
def reader() -> str:
    """A digest of the code and the parts that read a page."""
    whole = hashlib.sha256(banmian.__version__.encode())
    home = Path(banmian.__file__).parent
    for room in READERS:
        for path in sorted((home / room).rglob("*.py")):
            whole.update(f"\0{path.relative_to(home).as_posix()}\0".encode() + path.read_bytes())
    for part in PARTS:
        try:
            whole.update(f"\0{part} {version(part)}".encode())
        except PackageNotFoundError:
            continue
    return whole.hexdigest()
