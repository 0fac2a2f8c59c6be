"""Reads one issue: documents opened, pages read one at a time and remembered, the issue put together."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace

from banmian.errors import EmptyInput, UnreadableInput
from banmian.model.issue import Issue
from banmian.model.page import Page
from banmian.ports import Document, ReadSettings
from banmian.run.inputs import Opened, opened
from banmian.run.plan import Grouped, read_issue, read_page
from banmian.run.version import reader
from banmian.store.remembered import Remembered

_log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done and how many there are."""


@dataclass(frozen=True, slots=True)
class ReadIssue:
    """An issue, and for each page the document and the place in it that it came from."""

    issue: Issue
    pictures: tuple[tuple[Document, int], ...] = field(repr=False)
    digests: tuple[str, ...] = ()


def read(
    paths: Sequence[str],
    settings: ReadSettings,
    stack: ExitStack,
    progress: Progress,
    memory: Remembered[Grouped] | None = None,
) -> ReadIssue:
    """Reads an issue.

    Args:
        paths: what the person gave, in order.
        settings: what the person asked for.
        stack: closes the documents when the caller is done with their pictures.
        progress: told of each page.
        memory: pages that were read before.

    Raises:
        UnreadableInput: nothing can be read; a page that cannot be read is no error but a missing page.
    """
    documents = opened(paths, settings, stack)
    places = [(d, i) for d in documents for i in range(len(d.document))]
    grouped: list[Grouped] = []
    with _seldom_collected():
        for index, (document, place) in enumerate(places):
            progress("reading", index, len(places))
            grouped.append(_page(document, place, index, memory))
        progress("reading", len(places), len(places))
        if not any(page.missing is None for page, _ in grouped):
            raise _nothing(documents, [page for page, _ in grouped])
        issue = read_issue(grouped, settings.script)
    return ReadIssue(issue, tuple((d.document, i) for d, i in places), tuple(f"{d.digest}/{i}" for d, i in places))


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Lets the collector of reference cycles run seldom: a page is many small objects and hardly any cycle."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


SELDOM = 100_000
"""New objects after which the collector looks: about what three pages are."""


def _page(document: Opened, place: int, index: int, memory: Remembered[Grouped] | None) -> Grouped:
    key = (reader(), document.digest, document.name, str(place), str(index))
    if memory is not None:
        known = memory.get(*key)
        if known is not None:
            return known
    try:
        page = document.document.page(place)
        grouped, chains = read_page(replace(page, index=index))
    except UnreadableInput as error:
        return Page(index=index, missing=error.what.rstrip(".")), ()
    except (MemoryError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 one page that we stumble over must not cost all the others
        _log.debug("page %d of %s", place + 1, document.name, exc_info=True)
        return Page(index=index, missing=_stumbled(document, place, error)), ()
    result = (replace(grouped, lines=()), chains)  # its blocks hold them
    if memory is not None and grouped.missing is None:
        memory.put(result, *key)
    return result


def _stumbled(document: Opened, place: int, error: Exception) -> str:
    return (
        f"page {place + 1} of {document.name} could not be read by a fault of ours "
        f"({type(error).__name__}: {error}); run with --debug and report it"
    )


def _nothing(documents: list[Opened], pages: list[Page]) -> UnreadableInput:
    """Why an issue without a single readable page cannot be read."""
    reasons = [page.missing for page in pages if page.missing]
    more = f" (and {len(reasons) - 1} more pages like it)" if len(reasons) > 1 else ""
    names = ", ".join(d.name for d in documents)
    if not reasons:
        return EmptyInput(f"{names} holds no pages.", "Check that it is the issue that you mean.")
    return UnreadableInput(f"{names}: {reasons[0]}{more}.", "Give a PDF with text, ALTO, PAGE XML, or OCR text.")
