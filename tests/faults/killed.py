"""banmian killed in the middle: KILLED_AT is what it was doing and the how manieth time, as in "page 3"."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from banmian.cli import main
from banmian.sources.pdf.document import PdfDocument
from banmian.store import written

doing, when = os.environ["KILLED_AT"].split()
counts: Counter[str] = Counter()


def dying(name: str, real: Callable[..., Any], *, after: bool = False) -> Callable[..., Any]:
    """The real thing, but for the time at which the process is killed before it, or right after it."""

    def once(*words: Any, **named: Any) -> Any:  # noqa: ANN401 it stands for anything
        counts[name] += 1
        now = doing == name and counts[name] == int(when)
        if now and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*words, **named)
        if now:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return once


PdfDocument.page = dying("page", PdfDocument.page)  # type: ignore[method-assign]
PdfDocument.picture = dying("picture", PdfDocument.picture)  # type: ignore[method-assign]
written._kept = dying("file", written._kept)
written._moved_in = dying("moved", dying("moving", written._moved_in), after=True)
if os.environ.get("WITHOUT_EXCHANGE"):
    written.__dict__["_exchanged"] = lambda *_: False
    Path.rename = dying("rename", Path.rename)  # type: ignore[method-assign]
main()
