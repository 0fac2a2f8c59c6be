"""Text that remembers: what was printed, what each step changed, and the way back.

A `Text` is the printed characters and a chain of versions. A version is a step's name and its edits; an edit
replaces `[start, end)` of the text before that step. `origin` walks any piece of the final text back to the
printed characters that it came from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replaces `[start, end)` of the text before it by `new`; an empty span inserts."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Version:
    """What one step did: its name and its edits, in order and without overlap."""

    step: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between print and final text, for people to look at."""

    step: str
    printed: Span
    was: str
    new: str


@dataclass(frozen=True)
class Text:
    """Printed characters and every change made to them since.

    Attributes:
        raw: the characters as printed (or as the engine gave them).
        versions: the steps, oldest first.
    """

    raw: str
    versions: tuple[Version, ...] = ()

    def __str__(self) -> str:
        return self.current

    @cached_property
    def current(self) -> str:
        """The text after all steps."""
        text = self.raw
        for version in self.versions:
            text = _applied(text, version.edits)
        return text

    def edited(self, step: str, edits: Iterable[Edit]) -> Text:
        """The text with one more step; without edits it is the same text.

        Raises:
            ValueError: an edit lies outside the text, runs backwards or overlaps another.
        """
        ordered = tuple(sorted(edits))
        if not ordered:
            return self
        place = 0
        for edit in ordered:
            if edit.start < place or edit.end < edit.start or edit.end > len(self.current):
                raise ValueError(f"{step}: edit {edit} does not fit a text of {len(self.current)} characters")
            place = edit.end
        return Text(self.raw, (*self.versions, Version(step, ordered)))

    def origin(self, start: int, end: int) -> Span:
        """The printed span that `[start, end)` of the current text came from.

        A kept character gives the very character; a new one gives the span that it replaced, which is
        empty where it was inserted.

        Raises:
            ValueError: the span lies outside the current text.
        """
        if not 0 <= start <= end <= len(self.current):
            raise ValueError(f"[{start}, {end}) lies outside a text of {len(self.current)} characters")
        for version in reversed(self.versions):
            start, end = _before(version.edits, start, end)
        return start, end

    def changes(self) -> list[Change]:
        """Every edit of every step, with the printed span that it touched and what stood there before."""
        found, before = [], Text(self.raw)
        for version in self.versions:
            for edit in version.edits:
                found.append(
                    Change(
                        version.step,
                        before.origin(edit.start, edit.end),
                        before.current[edit.start : edit.end],
                        edit.new,
                    )
                )
            before = Text(self.raw, (*before.versions, version))
        return found

    @staticmethod
    def joined(texts: Sequence[Text], separator: str = "\n") -> Text:
        """One text from several, each with its own history, as if they had been printed with `separator` between.

        Steps are matched by name in their order of first use, so a step that only some of the texts went
        through stays one step of the whole.
        """
        if len(texts) == 1:
            return texts[0]
        raw = separator.join(t.raw for t in texts)
        if not any(t.versions for t in texts):
            return Text(raw)
        versions = []
        states = [t.raw for t in texts]
        steps = [list(t.versions) for t in texts]
        while any(steps):
            name = _next_step(steps)
            edits, offset = [], 0
            for i, queue in enumerate(steps):
                length = len(states[i])
                if queue and queue[0].step == name:
                    own = queue.pop(0).edits
                    edits.extend(Edit(e.start + offset, e.end + offset, e.new) for e in own)
                    states[i] = _applied(states[i], own)
                offset += length + len(separator)
            versions.append(Version(name, tuple(edits)))
        return Text(raw, tuple(versions))


def _next_step(queues: list[list[Version]]) -> str:
    """The step that no text has still waiting behind another one, else simply the first."""
    heads = [q[0].step for q in queues if q]
    for head in heads:
        if not any(v.step == head for q in queues if q and q[0].step != head for v in q[1:]):
            return head
    return heads[0]


def _applied(text: str, edits: Sequence[Edit]) -> str:
    pieces, place = [], 0
    for edit in edits:
        pieces += (text[place : edit.start], edit.new)
        place = edit.end
    pieces.append(text[place:])
    return "".join(pieces)


def _before(edits: Sequence[Edit], start: int, end: int) -> Span:
    """Walks a span back over one version."""
    if start == end:
        point = _spans_before(edits, start, start)
        return point
    first = _char_before(edits, start)
    last = first if end == start + 1 else _char_before(edits, end - 1)
    return min(first[0], last[0]), max(first[1], last[1])


def _char_before(edits: Sequence[Edit], index: int) -> Span:
    """The span, before the edits, that the character at `index` after them came from."""
    shift = 0
    for edit in edits:
        here = edit.start + shift
        if index < here:
            break
        if index < here + len(edit.new):
            return edit.start, edit.end
        shift += len(edit.new) - (edit.end - edit.start)
    return index - shift, index - shift + 1


def _spans_before(edits: Sequence[Edit], start: int, end: int) -> Span:
    """An empty span: the place between characters, before the edits."""
    shift = 0
    for edit in edits:
        here = edit.start + shift
        if start < here or (start == here and edit.new):
            break
        if start < here + len(edit.new):
            return edit.start, edit.end
        shift += len(edit.new) - (edit.end - edit.start)
    return start - shift, end - shift
