"""Files put in place all at once: an output folder is either the old edition or the new one, whole.

The new edition is written into a folder beside the old one. When it is complete the two change names in one
step, where the system has one (Linux: renameat2), else in two; then the old one is removed. What a killed run
left behind is put right by the next one.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import re
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from banmian.errors import OutputOccupied, OutsideMissing, UsageError

MARK = ".banmian"
"""The file by which an output folder is known as ours."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Of renameat2(2)."""


def made_ready(folder: Path) -> None:
    """Puts right what killed runs left, and refuses a folder that an edition may not replace.

    Raises:
        OutputOccupied: it holds something that banmian did not write, or is no folder.
        OutsideMissing: it cannot be looked into.
    """
    folder = folder.resolve()
    try:
        _recovered(folder)
        if folder.is_dir():
            if any(folder.iterdir()) and not (folder / MARK).is_file():
                raise OutputOccupied(
                    f"{folder} holds something that banmian did not write.",
                    "Choose an empty or a new folder with -o.",
                )
            if os.path.ismount(folder):
                raise OutputOccupied(
                    f"{folder} is where a disk is mounted, and cannot be replaced as a whole.",
                    f"Choose a folder in it: -o {folder / 'edition'}.",
                )
        elif folder.exists():
            raise OutputOccupied(f"{folder} is a file.", "Choose a folder with -o.")
    except OSError as error:
        raise _outside(folder, error) from error


def written(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Writes an edition; returns how many files it has.

    Raises:
        OutputOccupied: the folder holds something that banmian did not write.
        OutsideMissing: the disk is full or the place cannot be written; the old edition is as it was.
    """
    folder = folder.resolve()
    made_ready(folder)
    fresh = _beside(folder, "new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        count = 0
        for path, data in files:
            _one(fresh, path, data)
            count += 1
        _one(fresh, MARK, b"Written by banmian; this folder is replaced as a whole.\n")
        _moved_in(fresh, folder)
    except OSError as error:
        raise _outside(folder, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def replaced(path: Path, data: bytes) -> None:
    """Writes one file, whole or not at all.

    Raises:
        OutsideMissing: the disk is full or the place cannot be written.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _kept(partial, data)
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise _outside(path, error) from error


def _beside(folder: Path, what: str) -> Path:
    """A neighbour's name that no other running banmian uses: it ends with the number of this process."""
    return folder.with_name(f".{folder.name}.banmian-{what}.{os.getpid()}")


def _recovered(folder: Path) -> None:
    """Puts right what runs that were killed left behind; leaves those alone that still run."""
    pattern = re.compile(re.escape(f".{folder.name}.banmian-") + r"(new|old)\.(\d+)")
    try:
        beside = [(path, pattern.fullmatch(path.name)) for path in folder.parent.iterdir()]
    except OSError:
        return
    for path, found in beside:
        if found is None or _runs(int(found[2])):
            continue
        if found[1] == "old" and not folder.exists():
            path.rename(folder)
        else:
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _one(folder: Path, path: str, data: bytes) -> None:
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"{path} lies outside the edition.", "This is a fault of the channel that named it.")
    target.parent.mkdir(parents=True, exist_ok=True)
    _kept(target, data)


def _kept(path: Path, data: bytes) -> None:
    """Writes a file and asks the system to have it on the disk, so that a name never stands for less."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _moved_in(fresh: Path, folder: Path) -> None:
    """Gives the new edition its name; the old one, if there is one, is where the new one was or gone."""
    if not folder.exists():
        fresh.rename(folder)
    elif not _exchanged(fresh, folder):
        aside = _beside(folder, "old")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
        try:
            fresh.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders could change names in one step; False where the system does not know how."""
    call = _renameat2()
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(number, os.strerror(number))


@cache
def _renameat2() -> ctypes._NamedFuncPointer | None:
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, TypeError, AttributeError):
        return None
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return call


def _outside(place: Path, error: OSError) -> OutsideMissing:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return OutsideMissing(f"The disk is full: {place} cannot be written.", "Free some space; nothing was changed.")
    return OutsideMissing(f"{place} cannot be written: {error.strerror}.", "Choose another place; nothing was changed.")
