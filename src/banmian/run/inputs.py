"""What a person gives on the command line, made into opened documents; the format is found from the content."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

import banmian.sources
from banmian.errors import DamagedInput, EmptyInput, NoSuchInput, UnknownFormat, UnreadableInput
from banmian.ports import Document, ReadSettings

LAST_ASKED = "text"
"""Almost anything can pass for text, so that source is asked last."""

LARGEST_FILE = 4 * 1024**3
"""Bytes; PDFium addresses no more."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, the file it came from and the hash of its bytes."""

    document: Document
    name: str
    digest: str


@cache
def sources() -> tuple[ModuleType, ...]:
    """Every module of `banmian.sources`, and those that entry points bring."""
    found = [
        importlib.import_module(f"banmian.sources.{m.name}") for m in pkgutil.iter_modules(banmian.sources.__path__)
    ]
    found += [e.load() for e in entry_points(group="banmian.sources")]
    return tuple(sorted(found, key=lambda m: m.__name__.endswith(f".{LAST_ASKED}")))


def opened(paths: Sequence[str], settings: ReadSettings) -> Iterator[Opened]:
    """Opens the files of one issue in their order.

    Raises:
        UnreadableInput: a file cannot be read; in a folder, files that no source knows are passed over.
    """
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise NoSuchInput(f"{name}: no such file or folder.", "Check the spelling.")
        if path.is_dir():
            yield from _folder(path, settings)
        else:
            yield _file(path, settings)


def _folder(folder: Path, settings: ReadSettings) -> Iterator[Opened]:
    try:
        inside = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
    except OSError as error:
        raise UnreadableInput(f"{folder} cannot be read: {error.strerror}.", "Check its permissions.") from error
    any_found = False
    for path in inside:
        try:
            one = _file(path, settings)
        except (UnknownFormat, EmptyInput):
            continue
        any_found = True
        yield one
    if not any_found:
        raise EmptyInput(f"{folder} holds nothing that can be read.", "Give a folder with the pages of one issue.")


def _file(path: Path, settings: ReadSettings) -> Opened:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableInput(f"{path} is larger than 4 GB.", "Split it into issues.")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    if not data:
        raise EmptyInput(f"{path} is empty.", "Get the file again.")
    for source in sources():
        if source.sniff(data[:4096], path.name):
            try:
                document = source.open_document(data, path.name, settings)
            except UnreadableInput:
                raise
            except (ValueError, IndexError, KeyError, AssertionError) as error:
                raise DamagedInput(f"{path} is damaged: {source.NAME} cannot be read from it.", "Get it again.") from error
            return Opened(document, path.name, hashlib.sha256(data).hexdigest())
    raise UnknownFormat(
        f"{path} is of no format known here.",
        f"Give one of: {', '.join(str(s.NAME) for s in sources())}.",
    )
