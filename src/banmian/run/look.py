"""Looks at a reading: reads an issue, holds it against the truth where there is one, and draws every page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from banmian.errors import NoSuchInput, OutputOccupied, UnreadableInput
from banmian.model.article import Reference
from banmian.model.codec import CodecError, decode
from banmian.model.edition import (
    Edition,
    EditionArticle,
    EditionCaption,
    EditionPage,
    Picture,
    Region,
    Repair,
)
from banmian.model.issue import Channel, Registration
from banmian.ports import ReadSettings
from banmian.publish import look as channel
from banmian.publish.look.comparing import compared
from banmian.publish.look.findings import Summary
from banmian.publish.look.subject import Subject
from banmian.run.publish import with_pictures
from banmian.run.read import Progress
from banmian.store.written import made_ready, written

_HELD: dict[str, type] = {
    "pages": EditionPage,
    "articles": EditionArticle,
    "captions": EditionCaption,
    "image": Picture,
    "references": Reference,
    "regions": Region,
    "repairs": Repair,
    "channels": Channel,
    "registration": Registration,
}
"""What stands in the fields of edition JSON that hold objects."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was written: the edition that is looked at, the folder, and the comparison with the truth in figures."""

    edition: Edition
    folder: Path
    summary: Summary | None


def look(
    paths: Sequence[str],
    folder: Path,
    settings: ReadSettings,
    progress: Progress,
    cache: Path | None,
    truth: Path | None = None,
) -> Looked:
    """Reads an issue and writes a folder with its drawing.

    Args:
        paths: the issue.
        folder: where the drawing goes; an older one that is there is replaced as a whole.
        settings: what the person asked for.
        progress: told of each step.
        cache: where pages are remembered; None remembers nothing.
        truth: edition JSON of how the issue should be read.

    Raises:
        BanmianError: as its kind says; the folder is then as it was.
    """
    made_ready(folder)  # before any work is done
    if (folder / "edition.json").exists():
        raise OutputOccupied(f"{folder} holds a published edition.", "Choose another folder with -o.")
    wanted = truth_from(truth) if truth else None
    with ExitStack() as stack:
        issue, edition, blobs = with_pictures(paths, settings, stack, progress, cache)
        findings = compared(issue, edition, wanted) if wanted else None
        progress("drawing", 0, 1)
        written(folder, channel.build(Subject(issue, edition, findings), blobs))
        progress("drawing", 1, 1)
    return Looked(edition, folder, findings.summary if findings else None)


def truth_from(path: Path) -> Edition:
    """The truth from its file.

    Raises:
        UnreadableInput: there is no such file, it is no edition JSON, or it has no articles.
    """
    edition = edition_from(path, "--truth")
    if not edition.articles:
        raise UnreadableInput(f"{path} holds no articles.", "Give --truth the edition JSON of this issue.")
    return edition


def edition_from(path: Path, option: str) -> Edition:
    """An edition from its file; fields that edition JSON does not know are passed over.

    Args:
        path: of the file.
        option: by which a person gave it.

    Raises:
        UnreadableInput: there is no such file, or it is no edition JSON.
    """
    try:
        value = json.loads(path.read_bytes())
        return decode(json.dumps(_known(value, Edition)))
    except FileNotFoundError as error:
        raise NoSuchInput(f"{path}: no such file.", f"Check the spelling of {option}.") from error
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read: {error.strerror}.", f"Give {option} a file.") from error
    except (CodecError, ValueError, RecursionError) as error:
        raise UnreadableInput(
            f"{path} is no edition JSON: {error}.",
            f"Give {option} a file such as `banmian read --json` writes; `banmian schema` says what it holds.",
        ) from error


def _known(value: Any, kind: type) -> Any:  # noqa: ANN401 a JSON value can be anything
    """A JSON value without those fields of its objects that are not known; what is no object is left to the codec."""
    if isinstance(value, list):
        return [_known(item, kind) for item in value]
    if not isinstance(value, dict):
        return value
    names = {field.name for field in fields(kind)}
    return {n: _known(v, _HELD[n]) if n in _HELD else v for n, v in value.items() if n in names}
