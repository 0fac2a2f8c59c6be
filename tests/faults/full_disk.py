"""banmian on a disk that fills up: FULL_AFTER bytes of the edition are written, then there is no room."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from banmian.cli import main
from banmian.store import written

left = int(os.environ["FULL_AFTER"])
kept = written._kept


def filling_up(path: Path, data: bytes) -> None:
    """Writes as much as there is room for, as a disk does."""
    global left  # noqa: PLW0603 the disk is one
    kept(path, data[:left])
    if len(data) > left:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    left -= len(data)


written._kept = filling_up
main()
