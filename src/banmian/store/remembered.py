"""Results by key on disk, so that a second run, or one after a kill, redoes only what is missing.

A result is written to a file of its own beside its final name and then renamed, so that a reader sees all of
it or nothing. A full disk or a folder that cannot be written costs the memory, never the run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """Values of one type by key.

    Args:
        folder: where they are kept; made when needed.
        kind: the values' type, anything that msgspec decodes.
    """

    def __init__(self, folder: Path, kind: Any) -> None:  # noqa: ANN401 a tuple of types is one, too
        self._folder = folder
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._encoder = msgspec.msgpack.Encoder()

    def get(self, *key: str) -> Value | None:
        """The value, or None where it was never kept or the file is damaged."""
        try:
            value: Value = self._decoder.decode(self._path(key).read_bytes())
        except (OSError, msgspec.MsgspecError, ValueError):
            return None
        return value

    def put(self, value: Value, *key: str) -> None:
        """Keeps a value; does nothing where that is not possible."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(self._encoder.encode(value))
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)

    def _path(self, key: tuple[str, ...]) -> Path:
        digest = hashlib.sha256("\0".join(key).encode()).hexdigest()
        return self._folder / digest[:2] / digest[2:]


def cache_folder() -> Path:
    """Where this machine keeps what can be made again (XDG Base Directory Specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or ""
    return (Path(base) if base else Path.home() / ".cache") / "banmian"
