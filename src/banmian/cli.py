"""The command line: what a person types, and what they are told."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from banmian import __version__
from banmian.errors import BanmianError, OutsideMissing, PagesMissing

if TYPE_CHECKING:
    from banmian.model.edition import Edition
    from banmian.run.read import Progress

ISSUE = click.argument("issue", nargs=-1, required=True, metavar="ISSUE…")
PASSWORD = click.option("--password", help="Opens an encrypted PDF.")
MAX_PAGES = click.option(
    "--max-pages", default=1000, show_default=True, type=click.IntRange(min=1), help="An issue with more pages is refused."
)
NO_CACHE = click.option("--no-cache", is_flag=True, help="Neither use nor keep pages that were read before.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="banmian")
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
@click.pass_context
def cli(context: click.Context, *, debug: bool) -> None:
    """版面: reads one issue of a newspaper and gives back a digital newspaper.

    ISSUE… is one issue: a PDF, OCR text, or a folder with its pages; several arguments are its pages in order.
    """
    context.obj = debug


@cli.command()
@ISSUE
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the edition; by default NAME-edition here.")
@PASSWORD
@MAX_PAGES
@NO_CACHE
def publish(issue: tuple[str, ...], output: Path | None, password: str | None, max_pages: int, *, no_cache: bool) -> None:
    """Read an issue and write its digital edition."""
    from banmian.ports import ReadSettings  # noqa: PLC0415 --help answers without loading the readers
    from banmian.run import publish as publishing  # noqa: PLC0415 the same
    from banmian.store.remembered import cache_folder  # noqa: PLC0415 the same

    folder = output or Path(f"{Path(issue[0].rstrip('/')).stem or 'issue'}-edition")
    settings = ReadSettings(password, max_pages)
    with _progress() as progress:
        done = publishing.publish(issue, folder, settings, progress, None if no_cache else cache_folder())
    _warn(done.edition)
    click.echo(folder / "index.html")
    _tell_missing(done.edition)


@cli.command()
@ISSUE
@click.option("--json", "target", type=click.Path(path_type=Path), help="File for the edition JSON; by default standard output.")
@PASSWORD
@MAX_PAGES
@NO_CACHE
def read(issue: tuple[str, ...], target: Path | None, password: str | None, max_pages: int, *, no_cache: bool) -> None:
    """Read an issue and write it as edition JSON."""
    from banmian.edition import edition_of  # noqa: PLC0415 as above
    from banmian.model.codec import encode  # noqa: PLC0415 as above
    from banmian.ports import ReadSettings  # noqa: PLC0415 as above
    from banmian.run import read as reading  # noqa: PLC0415 as above
    from banmian.run.plan import Grouped  # noqa: PLC0415 as above
    from banmian.store.remembered import Remembered, cache_folder  # noqa: PLC0415 as above
    from banmian.store.written import replaced  # noqa: PLC0415 as above

    memory = None if no_cache else Remembered(cache_folder() / "pages", Grouped)
    with ExitStack() as stack, _progress() as progress:
        done = reading.read(issue, ReadSettings(password, max_pages), stack, progress, memory)
    edition = edition_of(done.issue)
    data = encode(edition)
    if target is None:
        click.get_binary_stream("stdout").write(data)
    else:
        replaced(target, data)
    _warn(edition)
    _tell_missing(edition)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
def serve(folder: Path, port: int) -> None:
    """Serve what `publish` wrote, on this machine alone."""
    from banmian.serve import serve_folder  # noqa: PLC0415 as above

    serve_folder(folder, port, lambda url: click.echo(url))


@cli.command()
def schema() -> None:
    """Print the JSON Schema of edition JSON."""
    from banmian.model.codec import schema as edition_schema  # noqa: PLC0415 as above

    click.echo(json.dumps(edition_schema(), ensure_ascii=False, indent=2))


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on standard error where that is a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _whole: None
        return
    from rich.console import Console  # noqa: PLC0415 only terminals need it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, object] = {}

        def told(what: str, done: int, whole: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=whole)
            bar.update(tasks[what], completed=done, total=whole)  # type: ignore[arg-type]

        yield told


def _warn(edition: Edition) -> None:
    for warning in edition.warnings:
        click.echo(f"banmian: note: {warning}.", err=True)


def _tell_missing(edition: Edition) -> None:
    """Ends with status 4 where pages are missing; each is named."""
    lost = [page for page in edition.pages if page.missing]
    if lost:
        named = "".join(f"\n  page {page.number}: {page.missing}" for page in lost)
        raise PagesMissing(f"{len(lost)} of {len(edition.pages)} pages could not be read:{named}")


def main(arguments: list[str] | None = None) -> NoReturn:
    """Runs the command line and ends with the exit status of the contract."""
    words = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in words
    try:
        status = cli.main(words, prog_name="banmian", standalone_mode=False)
    except BanmianError as error:
        if debug:
            raise
        click.echo(f"banmian: {error}", err=True)
        sys.exit(error.exit_status)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("banmian: stopped; nothing was changed.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except (OSError, MemoryError) as error:
        if debug:
            raise
        what = OutsideMissing(f"The system refused: {error}.", "Check disk space, memory and permissions.")
        click.echo(f"banmian: {what}", err=True)
        sys.exit(what.exit_status)
    except Exception as error:
        if debug:
            raise
        click.echo(f"banmian: a fault of ours: {type(error).__name__}: {error}. Run with --debug and report it.", err=True)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)
