"""Repairs taken back, version by version."""

from __future__ import annotations

from banmian.model.text import Edit, Text


def undone(text: Text) -> str:
    """The print of a text, every edit of every version taken back."""
    states = [text.raw]
    for version in text.versions:
        states.append(Text(states[-1]).edited(version.step, version.edits).current)
    for before, version in zip(reversed(states[:-1]), reversed(text.versions), strict=True):
        now, shift, back = states.pop(), 0, []
        for edit in version.edits:
            start = edit.start + shift
            back.append(Edit(start, start + len(edit.new), before[edit.start : edit.end]))
            shift += len(edit.new) - (edit.end - edit.start)
        assert Text(now).edited("undo", back).current == before
    return states[0]
