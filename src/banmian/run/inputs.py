"""What a person gives on the command line, made into opened documents; the content tells the format."""

from __future__ import annotations

import hashlib
import importlib
import os
import pkgutil
import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

import banmian.sources
from banmian.errors import (
    DamagedInput,
    EmptyInput,
    NoSuchInput,
    OversizedInput,
    UnknownFormat,
    UnreadableInput,
)
from banmian.model.page import Page, PageSource
from banmian.ports import Document, ReadSettings

LAST_ASKED = "text"
"""Almost anything can pass for text, so that source is asked last."""

LARGEST_FILE = 4 * 1024**3
"""Bytes; PDFium addresses no more."""

HEAD = 4096
"""Bytes that a source sees to tell its format."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, the file it came from, and the hash of its bytes."""

    document: Document
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class _File:
    """A file to open, and whether it was found in a folder."""

    path: Path
    in_folder: bool


class MissingFile:
    """A file that cannot be read among others that can: one missing page; `banmian.ports.Document`."""

    def __init__(self, name: str, error: UnreadableInput) -> None:
        self._name = name
        self.error = error

    def __len__(self) -> int:
        return 1

    def page(self, index: int) -> Page:
        """The page, which is missing."""
        return Page(index=index, missing=self.error.what.rstrip("."), source=PageSource(self._name, 1))

    def picture(self, index: int, dpi: float) -> bytes | None:
        """There is none."""
        del index, dpi
        return None

    def close(self) -> None:
        """Nothing was opened."""


@cache
def sources() -> tuple[ModuleType, ...]:
    """Every module of `banmian.sources` that can tell its format, and those that entry points bring."""
    names = [module.name for module in pkgutil.iter_modules(banmian.sources.__path__)]
    found = [importlib.import_module(f"banmian.sources.{name}") for name in names]
    found += [e.load() for e in entry_points(group="banmian.sources")]
    able = [module for module in found if hasattr(module, "sniff")]  # others are what several formats share
    return tuple(sorted(able, key=lambda m: m.__name__.endswith(f".{LAST_ASKED}")))


def opened(paths: Sequence[str], settings: ReadSettings, stack: ExitStack) -> list[Opened]:
    """Opens the files of one issue in their order.

    A folder's files come in the order of their names, numbers in them by value. One that no source knows is
    passed over, unless files of the same ending are pages; XML that no source knows always is.

    Args:
        paths: what the person gave.
        settings: what the person asked for.
        stack: closes the documents.

    Raises:
        UnreadableInput: nothing can be read, or there are more pages than the settings allow. A file that
            cannot be read among others is a missing page.
    """
    files = [file for name in paths for file in _files(Path(name))]
    found: list[tuple[_File, Opened | UnreadableInput]] = []
    count = 0
    for file in files:
        one = _tried(file.path, settings, alone=len(files) == 1)
        if isinstance(one, Opened):
            stack.callback(one.document.close)
            count += len(one.document)
        if count > settings.max_pages:
            raise OversizedInput(
                f"{', '.join(paths)}: these are {count} pages or more; the limit is {settings.max_pages}.",
                f"If it is one issue, allow more with --max-pages {count}.",
            )
        found.append((file, one))
    if not count:
        raise _nothing(paths, [one for _, one in found if not isinstance(one, Opened)])
    usual = {file.path.suffix.lower() for file, one in found if isinstance(one, Opened)}
    return [
        one if isinstance(one, Opened) else Opened(MissingFile(shown(file.path), one), shown(file.path), "")
        for file, one in found
        if isinstance(one, Opened) or not file.in_folder or _a_page(file, one, usual)
    ]


NAMES_ITSELF = frozenset((".xml",))
"""Endings that many formats share and whose files say what they are: one that no source knows is no page, but an index
(METS) or a description (MODS) of pages."""


def _a_page(file: _File, error: UnreadableInput, usual: set[str]) -> bool:
    """Whether a file of a folder that cannot be read is a page all the same: others of its ending are."""
    ending = file.path.suffix.lower()
    return ending in usual and not (ending in NAMES_ITSELF and isinstance(error, UnknownFormat))


def _tried(path: Path, settings: ReadSettings, *, alone: bool) -> Opened | UnreadableInput:
    """The opened file, or why it is none; raises what concerns the whole issue."""
    try:
        return _file(path, settings)
    except OversizedInput:
        raise
    except UnreadableInput as error:
        if alone:
            raise
        return error


def shown(path: Path) -> str:
    """A file's name without its folder, fit to be written: bytes that are no text are replaced."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _nothing(paths: Sequence[str], errors: Sequence[UnreadableInput]) -> UnreadableInput:
    """Why none of several files can be read: what the first is to blame for, or that there is nothing."""
    for error in errors:
        if not isinstance(error, UnknownFormat | EmptyInput):
            return error
    return EmptyInput(
        f"{', '.join(paths)} holds nothing that can be read.", "Give a folder with the pages of one issue."
    )


def _files(path: Path) -> list[_File]:
    """The files that a person's word stands for."""
    try:
        if not path.exists():
            raise NoSuchInput(f"{path}: no such file or folder.", "Check the spelling.")
        if not path.is_dir():
            return [_File(path, in_folder=False)]
        inside = [p for p in path.iterdir() if p.is_file() and not p.name.startswith(".")]
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    if not inside:
        raise EmptyInput(f"{path} holds no files.", "Give a folder with the pages of one issue.")
    return [_File(p, in_folder=True) for p in sorted(inside, key=_by_number)]


def _by_number(path: Path) -> list[tuple[int, int, str]]:
    """A key by which page 2 comes before page 10."""
    words = re.findall(r"\d+|\D+", path.name)
    return [(0, int(word), "") if word.isdecimal() else (1, 0, word) for word in words]


def _refused(path: Path, error: Exception) -> UnreadableInput:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return UnreadableInput(f"{path} cannot be read: {reason}.", "Check its name and its permissions.")


def _file(path: Path, settings: ReadSettings) -> Opened:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableInput(f"{path} is larger than 4 GB.", "Split it into issues.")
        data = path.read_bytes()
    except OSError as error:
        raise _refused(path, error) from error
    if not data:
        raise EmptyInput(f"{path} is empty.", "Get the file again.")
    for source in sources():
        if source.sniff(data[:HEAD], path.name):
            try:
                document = source.open_document(data, shown(path), settings)
            except (ValueError, IndexError, KeyError, AssertionError) as error:
                raise DamagedInput(
                    f"{path} is damaged: {source.NAME} cannot be read from it.", "Get the file again."
                ) from error
            return Opened(document, shown(path), hashlib.sha256(data).hexdigest())
    raise UnknownFormat(
        f"{path} is of no format known here.", f"Give one of: {', '.join(str(s.NAME) for s in sources())}."
    )
