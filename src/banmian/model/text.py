"""Text that remembers: what was printed, what each step changed, and the way back.

A `Text` is the printed characters and a chain of versions. A version is a step's name and its edits; an edit
replaces `[start, end)` of the text before that step. `origin` walks any piece of the final text back to the
printed characters that it came from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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


@dataclass(frozen=True, slots=True, order=True)
class Flag:
    """A doubt about `[start, end)` of a text, left for a person: nothing was changed.

    Attributes:
        start: of what is doubtful.
        end: likewise.
        could_be: what may be meant instead, the likeliest first.
        why: why nothing decides, in words for a person.
    """

    start: int
    end: int
    could_be: tuple[str, ...]
    why: str


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

        Args:
            step: its name.
            edits: on the text as it is now, in any order; insertions at one place stay in the order given.

        Raises:
            ValueError: an edit lies outside the text, runs backwards or overlaps another.
        """
        ordered = tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))
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
        empty where it was inserted; several give the span from where the first is from to where the last is.

        Raises:
            ValueError: the span lies outside the current text.
        """
        if not 0 <= start <= end <= len(self.current):
            raise ValueError(f"[{start}, {end}) lies outside a text of {len(self.current)} characters")
        first = last = (start, end)
        for way in reversed(self._ways):
            first, last = way.first_before(first), way.last_before(last)
        return first[0], last[1]

    @cached_property
    def _ways(self) -> tuple[_WayBack, ...]:
        return tuple(_WayBack.over(version.edits) for version in self.versions)

    def changes(self) -> list[Change]:
        """Every edit of every step, with the printed span that it touched and what stood there before."""
        found: list[Change] = []
        before = Text(self.raw)
        for version in self.versions:
            was = before.current
            found += [
                Change(version.step, before.origin(e.start, e.end), was[e.start : e.end], e.new) for e in version.edits
            ]
            before = Text(self.raw, (*before.versions, version))
        return found

    @staticmethod
    def joined(texts: Sequence[Text], separator: str = "\n") -> Text:
        """One text from several, each with its own history, as if printed with `separator` between.

        The separator is not empty: only then is it clear to which side an insertion at a seam belongs.
        Steps are matched by name in their order of first use, so a step that only some of the texts went
        through stays one step of the whole.
        """
        if len(texts) == 1:
            return texts[0]
        states = [text.raw for text in texts]
        waiting = [list(text.versions) for text in texts]
        versions: list[Version] = []
        while any(waiting):
            step = _next_step(waiting)
            edits: list[Edit] = []
            offset = 0
            for i, queue in enumerate(waiting):
                before = states[i]
                if queue and queue[0].step == step:
                    own = queue.pop(0).edits
                    edits += (Edit(e.start + offset, e.end + offset, e.new) for e in own)
                    states[i] = _applied(before, own)
                offset += len(before) + len(separator)
            versions.append(Version(step, tuple(edits)))
        return Text(separator.join(text.raw for text in texts), tuple(versions))


def _next_step(queues: list[list[Version]]) -> str:
    """The step that no text has still waiting behind another one, else simply the first."""
    heads = [q[0].step for q in queues if q]
    for head in heads:
        if not any(v.step == head for q in queues if q and q[0].step != head for v in q[1:]):
            return head
    return heads[0]


def _applied(text: str, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    place = 0
    for edit in edits:
        pieces += (text[place : edit.start], edit.new)
        place = edit.end
    pieces.append(text[place:])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class _WayBack:
    """From the text after a step to the text before it.

    Attributes:
        edits: of the step, in order.
        starts: where the new text of each edit begins, in the text after the step.
    """

    edits: tuple[Edit, ...]
    starts: tuple[int, ...]

    @classmethod
    def over(cls, edits: tuple[Edit, ...]) -> _WayBack:
        starts, shift = [], 0
        for edit in edits:
            starts.append(edit.start + shift)
            shift += len(edit.new) - (edit.end - edit.start)
        return cls(edits, tuple(starts))

    def first_before(self, span: Span) -> Span:
        """What the first character of a span came from; of an empty span, what the place came from."""
        return self._character_before(span[0]) if span[0] < span[1] else self._place_before(span[0])

    def last_before(self, span: Span) -> Span:
        """The same for the last character."""
        return self._character_before(span[1] - 1) if span[0] < span[1] else self._place_before(span[1])

    def _character_before(self, index: int) -> Span:
        """The character itself where it was kept, what it replaced where it is new."""
        nearest = bisect_right(self.starts, index) - 1
        if nearest < 0:
            return index, index + 1
        edit, beyond = self.edits[nearest], index - self.starts[nearest] - len(self.edits[nearest].new)
        if beyond < 0:
            return edit.start, edit.end
        return edit.end + beyond, edit.end + beyond + 1

    def _place_before(self, index: int) -> Span:
        """A place between characters: within a new text what that replaced, after a deletion its end."""
        following = bisect_left(self.starts, index)
        here = bisect_right(self.starts, index)
        while following < here and not self.edits[following].new:
            following += 1
        if following == 0:
            return index, index
        edit, beyond = self.edits[following - 1], index - self.starts[following - 1]
        beyond -= len(edit.new)
        return (edit.start, edit.end) if beyond < 0 else (edit.end + beyond, edit.end + beyond)
