"""The web-to-print press: Chromium lays out an issue's HTML, and says where every line came to stand.

It has a thread of its own, for the program's own session (`typesetter.browser.opened`) may be open at the same time,
and of Playwright's sessions a thread may have one.
"""

from __future__ import annotations

import atexit
import queue
import threading
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typesetter.browser import Browser, opened
from typesetter.faults import TypesettingError

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPT = Path(__file__).with_name("webset.js")
PATIENCE = 120.0
"""Seconds after which a layout is given up."""


def laid(browser: Browser, html: str, flows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What became of a document: the sentences that its boxes hold, and its lines."""
    page = browser._page  # noqa: SLF001 the session's own page
    page.set_content(html, wait_until="load")
    page.evaluate(SCRIPT.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("(flows) => webset(flows)", list(flows))
    return found


Work = tuple[str, "Sequence[dict[str, Any]]", "queue.Queue[dict[str, Any] | BaseException]"]


@dataclass(slots=True)
class Press:
    """Takes documents one after the other."""

    work: queue.Queue[Work | None] = field(default_factory=queue.Queue)
    thread: threading.Thread | None = None

    def start(self) -> None:
        """Opens the session; it is closed when the program ends."""
        self.thread = threading.Thread(target=self._run, daemon=True, name="webpress")
        self.thread.start()
        atexit.register(self.stop)

    def stop(self) -> None:
        """Closes the session."""
        self.work.put(None)
        if self.thread is not None:
            self.thread.join(PATIENCE)

    def laid(self, html: str, flows: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """Lays out a document.

        Raises:
            TypesettingError: there is no Chromium, or it does not answer.
        """
        answer: queue.Queue[dict[str, Any] | BaseException] = queue.Queue()
        self.work.put((html, flows, answer))
        try:
            found = answer.get(timeout=PATIENCE)
        except queue.Empty:
            raise TypesettingError("Chromium does not answer") from None
        if isinstance(found, BaseException):
            raise TypesettingError(f"Chromium: {found}") from found
        return found

    def _run(self) -> None:
        try:
            with opened() as browser:
                while (work := self.work.get()) is not None:
                    html, flows, answer = work
                    try:
                        answer.put(laid(browser, html, flows))
                    except Exception as fault:  # noqa: BLE001 it is handed to the thread that asked
                        answer.put(fault)
        except Exception as fault:  # noqa: BLE001 likewise
            while (work := self.work.get()) is not None:
                work[2].put(fault)


@cache
def press() -> Press:
    """The one press of the program."""
    made = Press()
    made.start()
    return made
