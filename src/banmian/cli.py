"""The command line: what a person types, and what they are told."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from banmian import __version__
from banmian.errors import BanmianError, OutsideMissing, PagesMissing

if TYPE_CHECKING:
    from rich.progress import TaskID

    from banmian.model.edition import Edition
    from banmian.run.plan import Grouped
    from banmian.run.read import Progress
    from banmian.store.remembered import Remembered

FAULT_OF_OURS = 1
STOPPED = 130
"""128 and the number of the interrupt signal, as shells have it."""

Command = Callable[..., Any]
_ISSUE = click.argument("issue", nargs=-1, required=True, metavar="ISSUE…")
_DEBUG = click.option("--debug", is_flag=True, expose_value=False, help="Show where in the program an error arose.")
_OPTIONS = (
    click.option("--password", help="Opens an encrypted PDF."),
    click.option(
        "--max-pages",
        default=1000,
        show_default=True,
        type=click.IntRange(min=1),
        help="An issue with more pages is refused.",
    ),
    click.option(
        "--script",
        type=click.Choice(("hans", "hant", "hk", "tw", "printed")),
        help="Chinese text in another script; `printed` leaves every glyph as print has it.",
    ),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep pages that were read before."),
    _DEBUG,
)


def _reading(command: Command) -> Command:
    """The issue and the options of all commands that read one."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return _ISSUE(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="banmian")
@_DEBUG
def cli() -> None:
    """版面: reads one issue of a newspaper and gives back a digital newspaper.

    ISSUE… is one issue: a PDF, ALTO or PAGE XML, OCR text, or a folder with its pages; several arguments
    are its pages in order.
    """


@cli.command()
@_reading
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder for the edition; by default NAME-edition here.",
)
def publish(
    issue: tuple[str, ...],
    output: Path | None,
    password: str | None,
    max_pages: int,
    script: str | None,
    *,
    no_cache: bool,
) -> None:
    """Read an issue and write its digital edition."""
    from banmian.ports import ReadSettings  # noqa: PLC0415 --help answers without loading the readers
    from banmian.run import publish as publishing  # noqa: PLC0415 the same
    from banmian.store.remembered import cache_folder  # noqa: PLC0415 the same

    folder = output or _folder_for(issue, "edition")
    settings = ReadSettings(password, max_pages, script)
    with _progress() as progress:
        done = publishing.publish(issue, folder, settings, progress, None if no_cache else cache_folder())
    _warn(done.edition)
    _result(os.fsencode(folder / "index.html") + b"\n")
    _tell_missing(done.edition)


@cli.command()
@_reading
@click.option(
    "--json",
    "target",
    type=click.Path(path_type=Path),
    help="File for the edition JSON; by default standard output.",
)
def read(
    issue: tuple[str, ...],
    target: Path | None,
    password: str | None,
    max_pages: int,
    script: str | None,
    *,
    no_cache: bool,
) -> None:
    """Read an issue and write it as edition JSON."""
    from banmian.edition import edition_of  # noqa: PLC0415 as above
    from banmian.model.codec import encode  # noqa: PLC0415 as above
    from banmian.ports import ReadSettings  # noqa: PLC0415 as above
    from banmian.run import plan  # noqa: PLC0415 as above
    from banmian.run import read as reading  # noqa: PLC0415 as above
    from banmian.store.remembered import Remembered, cache_folder  # noqa: PLC0415 as above
    from banmian.store.written import replaced  # noqa: PLC0415 as above

    memory: Remembered[Grouped] | None = None if no_cache else Remembered(cache_folder() / "pages", plan.Grouped)
    with ExitStack() as stack, _progress() as progress:
        done = reading.read(issue, ReadSettings(password, max_pages, script), stack, progress, memory)
    edition = edition_of(done.issue)
    data = encode(edition)
    if target is None:
        _result(data)
    else:
        replaced(target, data)
    _warn(edition)
    _tell_missing(edition)


@cli.command()
@_reading
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder for the drawings; by default NAME-look here.",
)
@click.option(
    "--truth",
    type=click.Path(path_type=Path),
    metavar="TRUTH.json",
    help="Edition JSON of how the issue should be read; what is wrong is shown.",
)
def look(
    issue: tuple[str, ...],
    output: Path | None,
    truth: Path | None,
    password: str | None,
    max_pages: int,
    script: str | None,
    *,
    no_cache: bool,
) -> None:
    """Read an issue and draw how: blocks, roles, order and articles on every page."""
    from banmian.ports import ReadSettings  # noqa: PLC0415 as above
    from banmian.run import look as looking  # noqa: PLC0415 as above
    from banmian.store.remembered import cache_folder  # noqa: PLC0415 as above

    folder = output or _folder_for(issue, "look")
    settings = ReadSettings(password, max_pages, script)
    with _progress() as progress:
        done = looking.look(issue, folder, settings, progress, None if no_cache else cache_folder(), truth)
    _warn(done.edition)
    for line in done.summary.lines if done.summary else ():
        _say(line)
    _result(os.fsencode(folder / "index.html") + b"\n")
    _tell_missing(done.edition)


@cli.command()
@_reading
@click.option("--json", "as_json", type=click.Path(path_type=Path), metavar="FILE", help="File for the report as JSON.")
@click.option("--html", "as_html", type=click.Path(path_type=Path), metavar="FILE", help="File for a browser.")
@click.option(
    "--after",
    type=click.Path(path_type=Path),
    metavar="EDITION.json",
    help="Edition JSON of the issue right before: the numbers must follow.",
)
def proof(
    issue: tuple[str, ...],
    as_json: Path | None,
    as_html: Path | None,
    after: Path | None,
    password: str | None,
    max_pages: int,
    script: str | None,
    *,
    no_cache: bool,
) -> None:
    """Proof-read an issue: what print got wrong or left doubtful, as text, JSON or HTML."""
    from banmian.ports import ReadSettings  # noqa: PLC0415 as above
    from banmian.publish import proof as reports  # noqa: PLC0415 as above
    from banmian.run import proof as proofing  # noqa: PLC0415 as above
    from banmian.store.remembered import cache_folder  # noqa: PLC0415 as above
    from banmian.store.written import replaced  # noqa: PLC0415 as above

    settings = ReadSettings(password, max_pages, script)
    with _progress() as progress:
        done = proofing.proof_read(issue, settings, progress, None if no_cache else cache_folder(), after)
    if as_json is not None:
        replaced(as_json, reports.as_json(done.proof))
    if as_html is not None:
        replaced(as_html, reports.as_html(done.proof))
    if as_json is None and as_html is None:
        _result(reports.as_text(done.proof).encode("utf-8", "replace"))
    _warn(done.edition)
    _tell_missing(done.edition)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@_DEBUG
def serve(folder: Path, port: int) -> None:
    """Serve what `publish` wrote, on this machine alone."""
    from banmian.serve import serve_folder  # noqa: PLC0415 as above

    serve_folder(folder, port, lambda url: _result(url.encode() + b"\n"))


@cli.command()
@_DEBUG
def schema() -> None:
    """Print the JSON Schema of edition JSON."""
    from banmian.model.codec import schema as edition_schema  # noqa: PLC0415 as above

    _result(json.dumps(edition_schema(), ensure_ascii=False, indent=2).encode() + b"\n")


def _folder_for(issue: Sequence[str], what: str) -> Path:
    """Where what is made of an issue goes unless the person says otherwise."""
    return Path(f"{Path(issue[0]).resolve().stem or 'issue'}-{what}")


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on standard error where that is a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _whole: None
        return
    from rich.console import Console  # noqa: PLC0415 only terminals need it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def told(what: str, done: int, whole: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=whole)
            bar.update(tasks[what], completed=done, total=whole)

        yield told


def _warn(edition: Edition) -> None:
    for warning in edition.warnings:
        _say(f"note: {warning.rstrip('.')}.")


def _tell_missing(edition: Edition) -> None:
    """Ends with status 4 where pages are missing; each is named."""
    lost = [page for page in edition.pages if page.missing]
    if lost:
        named = "".join(f"\n  page {page.number}: {page.missing}" for page in lost)
        raise PagesMissing(f"{len(lost)} of {len(edition.pages)} pages could not be read:{named}")


class _SeenEnough(Exception):  # noqa: N818 no error: whoever reads our output has gone, as `head` does
    pass


def _result(data: bytes) -> None:
    """Writes to standard output."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise _SeenEnough from None


def _say(message: str) -> None:
    """Tells a person; a name that is no text, or nobody there to listen, is no reason to fail."""
    with suppress(OSError):
        click.echo(f"banmian: {message}".encode("utf-8", "replace"), err=True)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Runs the command line and ends with the exit status of the contract."""
    words = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in words
    if debug:
        import logging  # noqa: PLC0415 people do without

        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
    try:
        status = cli.main(words, prog_name="banmian", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; nothing was changed.")
        status = STOPPED
    except _SeenEnough:
        status = 0
    except Exception as error:  # noqa: BLE001 whatever it is, people are told in words
        if debug:
            import traceback  # noqa: PLC0415 people do without

            traceback.print_exc()
        told = _in_words(error)
        _say(str(told))
        status = told.exit_status
    _close_output()
    sys.exit(status if isinstance(status, int) else 0)


def _in_words(error: Exception) -> BanmianError:
    if isinstance(error, BanmianError):
        return error
    if isinstance(error, OSError):
        named = f": {error.filename}" if error.filename else ""
        return OutsideMissing(
            f"The system refused: {error.strerror or error}{named}.", "Check disk space and permissions."
        )
    if isinstance(error, MemoryError):
        return OutsideMissing("There is not enough memory.", "Give fewer pages at a time.")
    return BanmianError(
        f"a fault of ours: {type(error).__name__}: {error}.", "Run with --debug and report what it says."
    )


def _close_output() -> None:
    """Leaves nothing for the interpreter to fail at when it flushes standard output at the end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
