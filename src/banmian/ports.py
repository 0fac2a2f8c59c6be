"""The doors between the rooms and the world, each small enough that its fake fits on a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from banmian.model.edition import Edition
from banmian.model.page import Line, Page
from banmian.model.text import Edit

Value = TypeVar("Value")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What a person may ask of a source.

    Attributes:
        password: opens an encrypted file.
        max_pages: an issue with more pages is refused.
        script: that the text is put into, one of `SCRIPTS`; None leaves it in its own, repaired.
    """

    password: str | None = None
    max_pages: int = 1000
    script: str | None = None


SCRIPTS = ("hans", "hant", "hk", "tw", "printed")
"""What a person may ask for; "printed" is every glyph as print has it, lines joined."""


class Document(Protocol):
    """An opened input: pages that are read one at a time, each on its own."""

    def __len__(self) -> int:
        """How many pages it has."""
        ...

    def page(self, index: int) -> Page:
        """Reads one page, from 0; a page that cannot be read comes back with its reason in `missing`."""
        ...

    def picture(self, index: int, dpi: float) -> bytes | None:
        """The page as an image file (WebP), or None where the input has no picture of it."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...


class Source(Protocol):
    """One input format. A module of `sources/` is one."""

    def sniff(self, head: bytes, name: str) -> bool:
        """Whether a file that starts with these bytes is of this format."""
        ...

    def open(self, data: bytes, name: str, settings: ReadSettings) -> Document:
        """Opens a file of this format; raises an `UnreadableInput` that says why it cannot."""
        ...


class Recogniser(Protocol):
    """Pixels to lines. A module of `recognise/` is one."""

    def lines(self, picture: bytes, languages: Sequence[str]) -> Sequence[Line]:
        """The lines of a page picture, in its pixels."""
        ...


class Repair(Protocol):
    """One repair: gets a text and says what it would change."""

    name: str

    def edits(self, text: str) -> Sequence[Edit]:
        """The edits, none where nothing is wrong."""
        ...


class Blobs(Protocol):
    """Pictures and other bytes that belong to an issue, by path."""

    def __getitem__(self, path: str) -> bytes:
        """The bytes; raises KeyError where there are none."""
        ...

    def __iter__(self) -> Iterator[str]:
        """Every path."""
        ...

    def __contains__(self, path: object) -> bool:
        """Whether there are bytes at this path."""
        ...


class Channel(Protocol):
    """One way out. A module of `publish/` is one."""

    def build(self, edition: Edition, blobs: Blobs) -> Iterable[tuple[str, bytes]]:
        """The files to write, as paths relative to the output folder and their bytes; writes nothing."""
        ...


class Runner(Protocol):
    """Maps a stage over values: in one process, in a pool, on a cluster. The stage does not know which."""

    def map(self, stage: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Result]:
        """Results in the order of the values."""
        ...
