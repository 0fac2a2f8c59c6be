"""Files put in their final place all at once: an output folder is either the old edition or the new one, whole.

The new edition is written into a folder beside the old one. When it is complete the old one is moved aside, the
new one moved in, and the old one removed; a run that is killed in between is put right by the next one.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from banmian.errors import OutputOccupied, OutsideMissing, UsageError

MARK = ".banmian"
"""The file by which an output folder is known as ours."""


def written(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Writes an edition; returns how many files it has.

    Raises:
        OutputOccupied: the folder holds something that banmian did not write.
        OutsideMissing: the disk is full or the place cannot be written; the old edition is as it was.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 resolve() would follow a link that the person set
    _recovered(folder)
    _refuse_foreign(folder)
    fresh, aside = _beside(folder, "new"), _beside(folder, "old")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        count = 0
        for path, data in files:
            _one(fresh, path, data)
            count += 1
        (fresh / MARK).write_text("written by banmian; this folder is replaced as a whole\n", encoding="utf-8")
        _synced(fresh)
        if folder.exists():
            folder.rename(aside)
        fresh.rename(folder)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        if aside.exists() and not folder.exists():
            aside.rename(folder)
        raise _outside(folder, error) from error
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(aside, ignore_errors=True)
    return count


def replaced(path: Path, data: bytes) -> None:
    """Writes one file, whole or not at all.

    Raises:
        OutsideMissing: the disk is full or the place cannot be written.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise _outside(path, error) from error


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f".{folder.name}.banmian-{what}")


def _recovered(folder: Path) -> None:
    """Puts right what a run that was killed between its two moves left behind."""
    aside = _beside(folder, "old")
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)


def _refuse_foreign(folder: Path) -> None:
    if folder.is_dir():
        if any(folder.iterdir()) and not (folder / MARK).is_file():
            raise OutputOccupied(
                f"{folder} holds something that banmian did not write.", "Choose an empty or a new folder with -o."
            )
    elif folder.exists():
        raise OutputOccupied(f"{folder} is a file.", "Choose a folder with -o.")


def _one(folder: Path, path: str, data: bytes) -> None:
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"{path} lies outside the edition.", "This is a fault of the channel that named it.")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _synced(folder: Path) -> None:
    """Asks the system to have it on the disk before the old edition goes; some file systems cannot say."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _outside(place: Path, error: OSError) -> OutsideMissing:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return OutsideMissing(f"The disk is full: {place} cannot be written.", "Free some space; nothing was changed.")
    return OutsideMissing(
        f"{place} cannot be written: {error.strerror}.", "Choose another place with -o; nothing was changed."
    )
