"""Proof-reads an issue: reads it, asks every finder, and puts the recogniser's doubtful words beside what they find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from banmian.edition import edition_of
from banmian.edition.proofs import findings_of
from banmian.edition.proofs.places import fields_of, place, read_articles
from banmian.model.edition import Edition
from banmian.model.issue import Issue
from banmian.model.proof import Fault, Finding, Proof
from banmian.ports import ReadSettings
from banmian.repair.misread import slips_of
from banmian.repair.slips import Slips
from banmian.run.look import edition_from
from banmian.run.plan import Grouped
from banmian.run.read import Progress, read
from banmian.store.remembered import Remembered


@dataclass(frozen=True, slots=True)
class ProofRead:
    """The report, and the edition that it is about."""

    proof: Proof
    edition: Edition


def proof_read(
    paths: Sequence[str],
    settings: ReadSettings,
    progress: Progress,
    cache: Path | None,
    after: Path | None = None,
) -> ProofRead:
    """Reads an issue and proof-reads it.

    Args:
        paths: the issue.
        settings: what the person asked for.
        progress: told of each step.
        cache: where pages are remembered; None remembers nothing.
        after: edition JSON of the issue that this one comes right after.

    Raises:
        BanmianError: as its kind says.
    """
    earlier = edition_from(after, "--after") if after else None
    memory: Remembered[Grouped] | None = Remembered(cache / "pages", Grouped) if cache else None
    with ExitStack() as stack:
        issue = read(paths, settings, stack, progress, memory).issue
    return ProofRead(proofs_of(issue, earlier), edition_of(issue))


def proofs_of(issue: Issue, earlier: Edition | None = None) -> Proof:
    """The report on an issue that has been read."""
    return findings_of(issue, earlier, suggestions(issue))


def suggestions(issue: Issue) -> Iterator[Finding]:
    """Words that may be misread, and were left as they are."""
    fields = [field for article in read_articles(issue) for field in fields_of(article)]
    slips = Slips("\n".join(field.text for field in fields))
    for field in fields:
        for slip in slips_of(field.passage, issue.pages, slips).slips(field.text):
            where = place(issue, field, slip.start, slip.end)
            yield Finding(Fault.SLIP, f"{slip.why}; {slip.new}?", where, slip.was, slip.new)
