"""Publishes one issue: read it, render its pages, build the site, put it in place all at once."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from banmian.edition import edition_of
from banmian.errors import OutsideMissing
from banmian.model.edition import Edition, EditionPage
from banmian.model.issue import Issue
from banmian.ports import ReadSettings
from banmian.publish import site
from banmian.run.plan import Grouped
from banmian.run.read import Progress, ReadIssue, read
from banmian.run.version import reader
from banmian.store.remembered import Remembered
from banmian.store.written import made_ready, written

PICTURE_DPI = 150.0
"""Body type of six points is read at this resolution; a tabloid page takes about 400 kB."""

WIDEST = 3000
"""Pixels; a broadsheet at 150 dpi is just below, and telephones show no more."""

SMALL_WIDTH = 480
"""Pixels of the picture for lists; twice what a telephone shows."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: the edition as it stands there, the folder and how many files."""

    edition: Edition
    folder: Path
    files: int


class Pictures:
    """Page pictures by path, those that were made before taken from the memory; `banmian.ports.Blobs`.

    Args:
        issue: whose pages they show.
        memory: pictures that were made before.
        progress: told of each.
    """

    def __init__(self, issue: ReadIssue, memory: Remembered[bytes] | None, progress: Progress) -> None:
        self._issue = issue
        self._memory = memory
        self._progress = progress
        self._made: dict[str, bytes] = {}
        self._count = len(issue.issue.pages)
        for page in issue.issue.pages:
            progress("rendering", page.index, self._count)
            data = self._rendered(page.index)
            if data is not None:
                self._made[path_of(page.index)] = data
                self._made[path_of(page.index, small=True)] = _small(data)
        progress("rendering", self._count, self._count)

    def __getitem__(self, path: str) -> bytes:
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._made))

    def __contains__(self, path: object) -> bool:
        return path in self._made

    def _rendered(self, index: int) -> bytes | None:
        page = self._issue.issue.pages[index]
        document, place = self._issue.pictures[index]
        width = page.width or 800.0
        dpi = min(PICTURE_DPI, WIDEST / width * 72)
        key = (reader(), self._issue.digests[index], f"{dpi:.2f}")
        known = self._memory.get(*key) if self._memory else None
        if known is not None:
            return known
        data = document.picture(place, dpi)
        if data is not None and self._memory:
            self._memory.put(data, *key)
        return data


def path_of(index: int, *, small: bool = False) -> str:
    """Where a page's picture lies in the edition."""
    return f"images/page-{index + 1:03d}{'-small' if small else ''}.webp"


def _small(data: bytes) -> bytes:
    image = Image.open(io.BytesIO(data))
    height = max(1, round(image.height * SMALL_WIDTH / image.width))
    out = io.BytesIO()
    image.resize((SMALL_WIDTH, height), Image.Resampling.LANCZOS).save(out, "WEBP", quality=78, method=2)
    return out.getvalue()


def publish(
    paths: Sequence[str], folder: Path, settings: ReadSettings, progress: Progress, cache: Path | None
) -> Published:
    """Reads an issue and writes its digital edition.

    Args:
        paths: the issue.
        folder: where the edition goes; an edition that is there already is replaced as a whole.
        settings: what the person asked for.
        progress: told of each step.
        cache: where pages are remembered; None remembers nothing.

    Raises:
        BanmianError: as its kind says; the folder is then as it was.
    """
    made_ready(folder)  # before any work is done
    with ExitStack() as stack:
        _, edition, blobs = with_pictures(paths, settings, stack, progress, cache)
        progress("publishing", 0, 1)
        try:
            count = written(folder, site.build(edition, blobs))
        except MemoryError as error:
            raise OutsideMissing(
                "There is not enough memory for this issue.", "Publish fewer pages at a time."
            ) from error
        progress("publishing", 1, 1)
    return Published(edition, folder, count)


def with_pictures(
    paths: Sequence[str], settings: ReadSettings, stack: ExitStack, progress: Progress, cache: Path | None
) -> tuple[Issue, Edition, Pictures]:
    """An issue that was read, its edition whose pages name their pictures, and these.

    Args:
        paths: the issue.
        settings: what the person asked for.
        stack: closes the documents when the caller is done with their pictures.
        progress: told of each page.
        cache: where pages are remembered; None remembers nothing.

    Raises:
        UnreadableInput: nothing can be read.
    """
    pages: Remembered[Grouped] | None = Remembered(cache / "pages", Grouped) if cache else None
    pictures: Remembered[bytes] | None = Remembered(cache / "pictures", bytes) if cache else None
    done = read(paths, settings, stack, progress, pages)
    blobs = Pictures(done, pictures, progress)
    edition = edition_of(done.issue)
    return done.issue, replace(edition, pages=tuple(_shown(p, i, blobs) for i, p in enumerate(edition.pages))), blobs


def _shown(page: EditionPage, index: int, blobs: Pictures) -> EditionPage:
    path = path_of(index)
    return replace(page, image=path) if path in blobs else page
