"""Centre spreads: a headline that runs over the fold, and the story under it on both pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banmian.articles import grammar as g
from banmian.articles.cut_words import cuts_a_word
from banmian.articles.threads import Thread, body_of
from banmian.articles.turns import frame_of
from banmian.model.article import Part
from banmian.model.geometry import Box
from banmian.model.page import Page, Role

LEVEL = 0.05
"""Two headline halves of a spread stand level within this share of the page's height."""

AT_FOLD = 1.0
"""Ems of a headline that it ends from the edge of its page's text at the most, if it runs on over the fold."""


def over_the_fold(pages: Sequence[Page], threads: Sequence[Thread], taken: set[int]) -> dict[int, int]:
    """Stories of a centre spread: a headline that runs on, level and in one size, on the facing page."""
    tops: dict[int, list[tuple[int, Part]]] = {}
    for i, thread in enumerate(threads):
        part = next((p for p in thread.parts if p.role is Role.HEADLINE), None)
        if part is not None and i not in taken:
            tops.setdefault(part.page, []).append((i, part))
    found: dict[int, int] = {}
    for page, mine in tops.items():
        if not _faces_next(pages[page]):
            continue
        for i, left in mine:
            for j, right in tops.get(page + 1, []):
                if _one_headline(pages, threads[i], threads[j], left, right):
                    found[i] = j
    return found


def _faces_next(page: Page) -> bool:
    """Whether the next page lies beside a page when the paper is open: an even one, by its printed number if any."""
    number = re.search(r"\d+$", page.label)
    return number is not None and int(number.group()) % 2 == 0


def _one_headline(pages: Sequence[Page], first: Thread, second: Thread, left: Part, right: Part) -> bool:
    a, b = pages[left.page].blocks[left.block], pages[right.page].blocks[right.block]
    if a.box is None or b.box is None or not a.size or abs(a.size - b.size) > 0.03 * a.size:
        return False
    body = [pages[p.page].blocks[p.block].size for p in first.parts if p.role is Role.BODY]
    large = bool(body) and a.size > 2.2 * max(body)
    level = abs(a.box.center[1] - b.box.center[1]) < LEVEL * pages[left.page].height
    starts = any(p.role is Role.BYLINE for p in second.parts)
    if not (large and level) or starts or len(a.lines) > 1 or len(b.lines) > 1:
        return False
    meet, alone = _at_fold(pages[left.page], pages[right.page], a.box, b.box, AT_FOLD * a.size)
    words = a.words.rstrip()
    runs_on = g.goes_on(body_of(pages, first)[-60:], body_of(pages, second)[:60])
    marked = words[-1:] in "，、—：,:"
    if marked and runs_on > 0.5:
        return True  # wherever the halves stand
    unfinished = marked or alone or cuts_a_word(words, b.words)
    return meet and ((unfinished and runs_on > -0.55) or runs_on >= 0.8)


def _at_fold(left: Page, right: Page, ending: Box, beginning: Box, near: float) -> tuple[bool, bool]:
    """Whether two heads meet at the fold between two pages, and whether they stand at no other edge of the text.

    Args:
        left: the page before the fold.
        right: the one after it.
        ending: the head on the first.
        beginning: the head on the second.
        near: how far from an edge is at it, page units.
    """
    frames = [frame_of(page) for page in (left, right)]
    before, after = (f.box if f is not None and not f.turned.vertical else None for f in frames)
    if before is None or after is None:
        return True, False  # a vertical page is bound at its other side
    meet = ending.x1 > before.x1 - near and beginning.x0 < after.x0 + near
    return meet, meet and ending.x0 > before.x0 + near and beginning.x1 < after.x1 - near
