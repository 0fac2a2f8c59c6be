"""A story's parts over as many pages as it has, on the way to being an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from banmian.model.article import Certainty, Part
from banmian.model.page import Page, Role


@dataclass(frozen=True, slots=True)
class Thread:
    """The parts of one article in reading order, over as many pages as it has, and the jumps printed."""

    parts: tuple[Part, ...]
    continued_from: tuple[str, ...] = ()
    continued_on: tuple[str, ...] = ()
    certainty: Certainty | None = None


def body_of(pages: Sequence[Page], thread: Thread) -> str:
    """All of a story's running text, rows joined."""
    return "".join(pages[p.page].blocks[p.block].words.replace("\n", "") for p in thread.parts if p.role is Role.BODY)
