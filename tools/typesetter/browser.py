"""The only door to Chromium: it measures text, and prints pages."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from playwright.sync_api import sync_playwright

from typesetter.faults import OversetError, TypesettingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Piece:
    """Text to break into lines: its indent in ems, and the pieces of it in another face."""

    text: str
    indent: float
    leads: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: face (a class of the style sheet), size and measure (line length) in points."""

    face: str
    size: float
    measure: float
    vertical: bool = False
    balance: bool = False


class Ruler(Protocol):
    """Measures text."""

    def line_ends(self, pieces: Sequence[Piece], setting: Setting) -> list[list[int]]:
        """Where each piece's lines end, in characters."""
        ...

    def width(self, text: str, face: str, *, vertical: bool = False) -> float:
        """The width of one line, in ems."""
        ...


class Browser:
    """A Chromium page that measures and prints."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._widths: dict[tuple[str, str, bool], float] = {}
        page.set_content(document("<div id='bench'></div>", (100, 100)))
        page.evaluate((HERE / "ruler.js").read_text("utf-8"))

    def line_ends(self, pieces: Sequence[Piece], setting: Setting) -> list[list[int]]:
        """Where each piece's lines end, in characters."""
        ends: list[list[int]] = self._page.evaluate(
            "([p, s]) => lineEnds(p, s)", [[asdict(p) for p in pieces], asdict(setting)]
        )
        return ends

    def width(self, text: str, face: str, *, vertical: bool = False) -> float:
        """The width of one line, in ems."""
        key = text, face, vertical
        if key not in self._widths:
            self._widths[key] = self._page.evaluate("([t, f, v]) => textWidth(t, f, v)", list(key))
        return self._widths[key]

    def printed(self, html: str, size: tuple[float, float], *, draft: bool = False) -> bytes:
        """The PDF of a document.

        Raises:
            OversetError: a block set as a whole (an advertisement, a masthead) is larger than its place.
        """
        self._page.set_content(html, wait_until="load")
        self._page.evaluate((HERE / "ruler.js").read_text("utf-8"))
        overfull: list[str] = self._page.evaluate("() => overfull()")
        if overfull and not draft:
            raise OversetError("larger than its place: " + "; ".join(overfull))
        for block in overfull:
            print("larger than its place:", block)
        return self._page.pdf(
            width=f"{size[0] / 72}in", height=f"{size[1] / 72}in", print_background=True, tagged=False
        )


def document(body: str, size: tuple[float, float]) -> str:
    """A whole HTML document with the style sheet."""
    style = (HERE / "style.css").read_text("utf-8")
    page = f"@page {{ size: {size[0]}pt {size[1]}pt; margin: 0 }}"
    return f"<!doctype html><meta charset='utf-8'><style>{page}\n{style}</style><body>{body}"


@cache
def found() -> str | None:
    """The path of a Chromium that runs; Ubuntu's `chromium-browser` may be only a word to fetch a snap."""
    for path in filter(None, map(shutil.which, BROWSERS)):
        try:
            if subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0:
                return path
        except (OSError, subprocess.TimeoutExpired):
            continue
    return None


@contextmanager
def opened() -> Iterator[Browser]:
    """A headless Chromium.

    Raises:
        TypesettingError: none is installed.
    """
    path = found()
    if path is None:
        raise TypesettingError("no Chromium found: install one (Debian: apt install chromium)")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
        )
        try:
            page = browser.new_page()
            page.emulate_media(media="print")
            yield Browser(page)
        finally:
            browser.close()
