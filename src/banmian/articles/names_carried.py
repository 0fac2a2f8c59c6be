"""Names of columns that stand over items of the next page too: telegrams that go on there under no new head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from banmian.articles.nodes import HEADS
from banmian.articles.openings import opens_item
from banmian.articles.threads import Thread
from banmian.model.article import Part
from banmian.model.page import Block, Page, Role


def carried(pages: Sequence[Page], threads: Sequence[Thread]) -> list[Thread]:
    """The threads, a column's name over the last items of a page given to the first ones of the next page.

    These begin as that page's last item does, with a place and a day in the same type, and nothing heads them; an
    item under a head or under another name ends it.

    Args:
        pages: all pages, with final blocks.
        threads: the issue's stories in reading order.
    """
    over = Counter(part for t in threads for part in t.parts if part.role is Role.LABEL)
    found: list[Thread] = []
    last: Thread | None = None
    for thread in threads:
        found.append(thread)
        if not any(p.role is Role.BODY for p in thread.parts):
            continue
        name = _name(last)
        if last is not None and name is not None and over[name] > 1 and _goes_on(pages, last, thread):
            found[-1] = replace(thread, parts=(name, *thread.parts))
        last = found[-1]
    return found


def _name(thread: Thread | None) -> Part | None:
    """The name that a thread stands under; None for none."""
    return next((p for p in thread.parts if p.role is Role.LABEL), None) if thread is not None else None


def _goes_on(pages: Sequence[Page], last: Thread, thread: Thread) -> bool:
    """Whether an item without a name is one of those that the last item of the page before belongs to."""
    first = thread.parts[0]
    if first.role is not Role.BODY or any(p.role in HEADS or p.role is Role.LABEL for p in thread.parts):
        return False
    before, after = _text(pages, last), _text(pages, thread)
    named_here = any(p.role is Role.LABEL and p.page == first.page for p in last.parts)
    alike = _opens(before) and _opens(after) and before.region == after.region == 0
    return alike and not named_here and abs(before.size - after.size) < SAME_SIZE * before.size


SAME_SIZE = 0.03
"""Share of a type's size by which that of the next page's items may differ."""


def _text(pages: Sequence[Page], thread: Thread) -> Block:
    part = next(p for p in thread.parts if p.role is Role.BODY)
    return pages[part.page].blocks[part.block]


def _opens(block: Block) -> bool:
    return opens_item(block.words[:OPENING].replace("\n", " "))


OPENING = 80
"""Characters of an item that tell how it opens; loose type sets its first row in words of their own."""
