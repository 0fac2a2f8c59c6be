"""Glyphs that repair found doubtful and left as they were printed."""

from __future__ import annotations

from collections.abc import Iterator

from banmian.model.article import Passage
from banmian.model.text import Flag


def doubtful(passage: Passage) -> Iterator[tuple[int, Flag]]:
    """Where each stands in the final text, and what was said of it; what has been changed since is doubtful no more."""
    if not passage.flags:
        return
    text, final = passage.text, str(passage)
    waiting = {(f.start, f.end): f for f in passage.flags}
    for place, char in enumerate(final):
        flag = waiting.get(text.origin(place, place + 1))
        if flag and text.raw[flag.start : flag.end] == char:
            yield place, flag
