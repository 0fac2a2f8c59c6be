"""What repair changed in words, and what it left in doubt: strays of the other script and slips of a recogniser."""

from __future__ import annotations

from collections.abc import Iterator

from banmian.edition.doubtful import doubtful
from banmian.edition.proofs.places import Field, fields_of, place, read_articles
from banmian.model.issue import Issue
from banmian.model.proof import Fault, Finding
from banmian.model.text import Text, Version

_STEPS = {"script": Fault.STRAY, "slips": Fault.SLIP}


def changed(issue: Issue) -> Iterator[Finding]:
    """Findings on what was mended, and on glyphs that nothing decides."""
    for article in read_articles(issue):
        for field in fields_of(article):
            yield from _of_field(issue, field)
            yield from _flagged(issue, field)


def _flagged(issue: Issue, field: Field) -> Iterator[Finding]:
    for at, flag in doubtful(field.passage):
        printed = field.text[at]
        what = f"{printed} may stand for {' or '.join(flag.could_be)}: {flag.why}"
        yield Finding(Fault.STRAY, what, place(issue, field, at, at + 1), printed, next(iter(flag.could_be), None))


def _of_field(issue: Issue, field: Field) -> Iterator[Finding]:
    text = field.passage.text
    if not any(version.step in _STEPS for version in text.versions):
        return
    for number, version in enumerate(text.versions):
        if version.step not in _STEPS:
            continue
        later = text.versions[number + 1 :]
        was = Text(text.raw, text.versions[:number]).current
        shift = 0
        for edit in version.edits:
            start = edit.start + shift
            shift += len(edit.new) - (edit.end - edit.start)
            low, high = (_after(place_, later) for place_ in (start, start + len(edit.new)))
            printed = was[edit.start : edit.end]
            yield Finding(
                _STEPS[version.step],
                f"{printed} was printed; the edition has {edit.new}",
                place(issue, field, low, high),
                printed,
                edit.new,
                mended=True,
            )


def _after(at: int, later: tuple[Version, ...]) -> int:
    """Where a place between characters lies after further steps."""
    for version in later:
        shift = 0
        for edit in version.edits:
            if edit.start >= at:
                break
            shift += len(edit.new) - (edit.end - edit.start)
        at += shift
    return at
