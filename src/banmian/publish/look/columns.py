"""A page without places as columns of text: its blocks in the order in which they were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from banmian.model.article import Part
from banmian.publish.look.names import block_anchor, entry_anchor
from banmian.publish.look.subject import Subject


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block as text.

    Attributes:
        entry: anchor of its article in the list; None for a block that is in none.
        colour: its article's, None for what nobody reads as an article.
        tag: the article's number, the block's number in it, and its role.
    """

    anchor: str
    entry: str | None
    colour: int | None
    tag: str
    words: str
    verdict: str
    note: str | None
    fine: bool


def columns(subject: Subject, page: int) -> Iterator[TextBlock]:
    """Every block of a page."""
    parts: dict[int, tuple[int, int, Part]] = {}
    for article in subject.on_pages[page]:
        for number, part in subject.parts_on(page, article):
            parts.setdefault(part.block, (article, number, part))
    for index, block in enumerate(subject.issue.pages[page].blocks):
        found = parts.get(index)
        verdict = subject.belonging(page, index).verdict
        yield TextBlock(
            anchor=block_anchor(page, index),
            entry=entry_anchor(page, found[0]) if found else None,
            colour=subject.colours[found[0]] if found else None,
            tag=f"#{found[0] + 1} · {found[1]} {found[2].role.value}" if found else block.role.value,
            words=block.words,
            verdict=verdict.value,
            note=subject.note(page, index),
            fine=subject.is_fine(found[0]) if found else not verdict.is_fault,
        )
