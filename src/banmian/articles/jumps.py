"""Stories that go on on another page: both ends found, checked against each other, and joined.

A printed jump (下轉第2版, "See COUNCIL, page 3") is matched with a printed arrival (上接第1版, "from page 1") on
the page that it names; where several could meet, the pairs whose sentences run on into each other and whose
headlines share words are chosen, all at once, by assignment (scipy's solver of D. Crouse, 2016).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from banmian.articles import grammar as g
from banmian.articles.nodes import HEADS
from banmian.articles.promos import page_span
from banmian.articles.spreads import over_the_fold
from banmian.articles.threads import Thread, body_of
from banmian.articles.turns import KIN, frame_of, grams_of, kinship, leaf, turned
from banmian.model.article import Certainty, Part
from banmian.model.page import Page, Role, plain_label
from banmian.model.text import Edit, Text


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a jump: which thread, on which page, and which page it names."""

    thread: int
    page: int
    names: str
    slug: str
    weak: bool = False
    """Whether a pointer names the page, which leads on only to a story that says that it comes from here."""


def without_jumps(text: Text) -> Text:
    """The text without a jump at its end or an arrival at its beginning."""
    edits = []
    head = g.JUMP_FROM_HEAD.match(text.current)
    tail = g.JUMP_ON_TAIL.search(text.current)
    if head and head.end() < len(text.current):
        edits.append(Edit(0, head.end(), ""))
    if tail and tail.start() > (head.end() if head else 0):
        edits.append(Edit(tail.start(), len(text.current), ""))
    return text.edited("jumps", edits)


def joined_over_pages(pages: tuple[Page, ...], threads: list[Thread]) -> tuple[list[Thread], list[str]]:
    """Threads with continuations joined to their beginnings, and a warning for each end left alone."""
    numbers = {page.index: page.label for page in pages}
    leaving, arriving = [], []
    for i, thread in enumerate(threads):
        for match, page in _printed(pages, thread, numbers, leaving=True):
            leaving.append(_End(i, page, _named(match), _slug(match)))
        for match, page in _printed(pages, thread, numbers, leaving=False):
            arriving.append(_End(i, page, _named(match), _slug(match)))
        leaving += _pointing(pages, i, thread)
    pairs = _pairs(pages, threads, leaving, arriving, numbers)
    pairs, leaving = _without_lone_pointers(pairs, leaving)
    follows = {leaving[a].thread: arriving[b].thread for a, b in pairs.items()}
    lone = (
        [e for k, e in enumerate(leaving) if k not in pairs],
        [e for k, e in enumerate(arriving) if k not in set(pairs.values())],
    )
    unprinted = _unprinted(pages, threads, follows, *lone, numbers)
    met = {e for e in lone[0] if e.thread in unprinted} | {e for e in lone[1] if e.thread in unprinted.values()}
    warnings = [
        f"page {numbers[e.page]}: a story goes on on page {e.names}, but no story there says so"
        for e in lone[0]
        if e not in met
    ]
    warnings += [
        f"page {numbers[e.page]}: a story comes from page {e.names}, but no story there says so"
        for e in lone[1]
        if e not in met
    ]
    follows |= unprinted
    spread = over_the_fold(pages, threads, set(follows) | set(follows.values()))
    told = [
        replace(
            t,
            continued_on=tuple(dict.fromkeys(e.names for e in leaving if e.thread == i)),
            continued_from=tuple(dict.fromkeys(e.names for e in arriving if e.thread == i)),
        )
        for i, t in enumerate(threads)
    ]
    return _followed(_both_ends(told, follows, numbers), follows, spread, set(unprinted)), warnings


def _both_ends(threads: list[Thread], follows: dict[int, int], numbers: dict[int, str]) -> list[Thread]:
    """The threads, where one end of a jump was read and the other was not, with what that one must have said."""
    found = list(threads)
    for a, b in follows.items():
        here, there = (numbers.get(page, "") for page in (threads[a].parts[-1].page, threads[b].parts[0].page))
        leads = any(_same(name, there) for name in found[a].continued_on)
        comes = any(_same(name, here) for name in found[b].continued_from)
        if comes and not leads and there:
            found[a] = replace(found[a], continued_on=(*found[a].continued_on, there))
        if leads and not comes and here:
            found[b] = replace(found[b], continued_from=(*found[b].continued_from, here))
    return found


def _unprinted(
    pages: tuple[Page, ...],
    threads: list[Thread],
    follows: dict[int, int],
    leaving: list[_End],
    arriving: list[_End],
    numbers: dict[int, str],
) -> dict[int, int]:
    """Stories that turn the page though no two printed jumps say so; see `turns`.

    Args:
        pages: all pages.
        threads: all parts of stories.
        follows: what printed jumps have joined.
        leaving: printed jumps that found no partner.
        arriving: likewise at the other end.
        numbers: of each page, as printed.
    """
    frames = {page.index: found for page in pages if (found := frame_of(page)) is not None}
    leaves = [(i, told) for i, t in enumerate(threads) if (told := leaf(pages, t.parts, frames)) is not None]
    place = {i: k for k, (i, _) in enumerate(leaves)}

    def named(ends: list[_End], done: Iterable[int]) -> dict[int, int | None]:
        known: dict[int, int | None] = {place[i]: None for i in done if i in place}
        for e in ends:
            if e.thread in place:
                known.setdefault(place[e.thread], _page_named(e, numbers))
        return known

    pairs = turned([told for _, told in leaves], named(leaving, follows), named(arriving, follows.values()))
    return {leaves[a][0]: leaves[b][0] for a, b in pairs.items()}


def _page_named(end: _End, numbers: dict[int, str]) -> int | None:
    """Index of the page that a jump names: that very number, else one that is the same but for its section."""
    exact = [index for index, number in numbers.items() if number.upper() == end.names.upper()]
    alike = [index for index, number in numbers.items() if _same(end.names, number)]
    return next(iter(exact or alike), None)


def _followed(
    threads: list[Thread], follows: dict[int, int], spread: dict[int, int], unprinted: set[int]
) -> list[Thread]:
    after = follows | spread
    for i in list(after):
        at, seen = i, {i}
        while at in after:
            if after[at] in seen:
                del after[at]  # two ends that name each other make no circle
                break
            at = after[at]
            seen.add(at)
    later = set(after.values())
    result = []
    for i, thread in enumerate(threads):
        if i in later:
            continue
        whole, at, seen = thread, i, {i}
        while at in after and after[at] not in seen:
            facing, guessed = at in spread, at in unprinted
            at = after[at]
            seen.add(at)
            more = threads[at]
            # the headline over the continuation repeats the story's own: it is a sign, not a field
            parts = tuple(p if facing or p.role not in HEADS else Part(p.page, p.block, Role.JUMP) for p in more.parts)
            whole = Thread(
                (*whole.parts, *parts),
                tuple(dict.fromkeys((*whole.continued_from, *more.continued_from))),
                tuple(dict.fromkeys((*whole.continued_on, *more.continued_on))),
                _both(whole.certainty, _guessed(more) if guessed else more.certainty),
            )
        result.append(whole)
    return result


UNPRINTED = 0.85
"""How sure a turn of the page is that no two printed jumps tell (random papers of all families, seeds 3001 to 3008)."""


def _guessed(more: Thread) -> Certainty | None:
    """The certainty of a story's part that no printed jump joins to it."""
    told = more.certainty
    if told is None:
        return None
    doubt = f"its part on page {more.parts[0].page + 1} is joined to it without a printed jump"
    return Certainty(round(told.confidence * UNPRINTED, 3), (doubt, *told.doubts))


def _both(first: Certainty | None, second: Certainty | None) -> Certainty | None:
    """The certainty of two parts of a story that a printed jump or a spread's headline joins."""
    if first is None or second is None:
        return first or second
    return Certainty(round(first.confidence * second.confidence, 3), first.doubts + second.doubts)


def _printed(
    pages: tuple[Page, ...], thread: Thread, numbers: dict[int, str], *, leaving: bool
) -> list[tuple[re.Match[str], int]]:
    """The jumps of a thread that lead away, or those that lead here, and the page of each.

    緊接第3版 may be either: it leads away where the page that it names comes later.
    """
    found = []
    line_pattern, other = (g.JUMP_ON, g.JUMP_FROM) if leaving else (g.JUMP_FROM, g.JUMP_ON)
    text_pattern = g.JUMP_ON_TAIL if leaving else g.JUMP_FROM_HEAD
    for part in thread.parts:
        block = pages[part.page].blocks[part.block]
        if part.role is Role.JUMP:
            words = block.words.replace("\n", " ")
            match = line_pattern.match(words) or (g.MORE_ON if leaving else g.MORE_FROM).match(words)
            if match and other.match(words) and leaving != _comes_later(_named(match), numbers[part.page]):
                match = None
        elif part.role is Role.BODY:
            match = text_pattern.search(block.words)
        elif part.role is Role.HEADLINE and not leaving:
            match = _HEAD_FROM.match(block.words.replace("\n", ""))
        else:
            continue
        if match:
            found.append((match, part.page))
    return found


_HEAD_FROM = re.compile(
    r"^(?P<slug>[^（(\[［【〔]{2,24}?)\s*[（(\[［【〔]\s*(?:上接|[緊紧]接|接|[續续])\s*(?:第\s*)?"
    r"(?P<page>[A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*[）)\]］】〕]\s*$"
)
"""A head over a continuation with the page that it comes from behind it."""


def _pointing(pages: tuple[Page, ...], number: int, thread: Thread) -> list[_End]:
    """The page that a pointer under a story's text names: "Full story: page 3" may lead on to the story's rest."""
    last = thread.parts[-1]
    if last.role not in {Role.POINTER, Role.JUMP} or not any(p.role is Role.BODY for p in thread.parts):
        return []
    words = pages[last.page].blocks[last.block].words.replace("\n", " ")
    if g.JUMP_ON.match(words) or g.JUMP_FROM.match(words) or g.MORE_ON.match(words):
        return []
    named = page_span(words)
    return [_End(number, last.page, named, "", weak=True)] if named and "-" not in named else []


def _without_lone_pointers(pairs: dict[int, int], leaving: list[_End]) -> tuple[dict[int, int], list[_End]]:
    """The same without the pointers that no arrival answers."""
    kept = [k for k, e in enumerate(leaving) if not e.weak or k in pairs]
    return {n: pairs[k] for n, k in enumerate(kept) if k in pairs}, [leaving[k] for k in kept]


def _comes_later(named: str, number: str) -> bool:
    """Whether a page that is named comes after another one."""
    return plain_label(named).zfill(4) > plain_label(number).zfill(4)


def _named(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return g.arabic(
        next((name for key in ("page", "epage", *(f"page{n}" for n in range(2, 8))) if (name := groups.get(key))), "")
    )


def _slug(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return next(
        (name.strip() for key in ("slug", "slug2", "slug3", "slug4", "slug5", "mark") if (name := groups.get(key))), ""
    )


def _pairs(
    pages: tuple[Page, ...],
    threads: list[Thread],
    leaving: list[_End],
    arriving: list[_End],
    numbers: dict[int, str],
) -> dict[int, int]:
    if not leaving or not arriving:
        return {}
    grams = {e.thread: grams_of(body_of(pages, threads[e.thread]), READ) for e in (*leaving, *arriving)}
    common = Counter(pair for found in grams.values() for pair in found)
    fit = np.full((len(leaving), len(arriving)), -50.0)
    for a, out in enumerate(leaving):
        for b, back in enumerate(arriving):
            if out.thread == back.thread or not _same(out.names, numbers[back.page]):
                continue
            if (back.names or out.weak) and not _same(back.names, numbers[out.page]):
                continue
            fit[a, b] = _affinity(pages, threads[out.thread], threads[back.thread], out, back) - WEAKER * out.weak
            fit[a, b] += KIN * max(0.0, kinship(grams[out.thread], grams[back.thread], common) - CHANCE)
    rows, columns = linear_sum_assignment(-fit)
    return {int(a): int(b) for a, b in zip(rows, columns, strict=True) if fit[a, b] > -20}


CHANCE = 0.1
"""Kinship that unrelated stories have; see `turns.KIN`."""

READ = 3000
"""Letters of a story's part that are compared with another's."""

WEAKER = 3.0
"""What a pointer has less for it than a jump, to one arrival."""


def _same(named: str, number: str) -> bool:
    """Whether a jump's page and a page's number are one: 3, 03 and A03 name the same page."""
    return plain_label(named) == plain_label(number)


def _affinity(pages: tuple[Page, ...], first: Thread, second: Thread, out: _End, back: _End) -> float:
    """How well a continuation fits by its ends: the sentence runs on, the headlines share words, slugs agree."""
    score = 2.0 * g.goes_on(body_of(pages, first)[-60:], body_of(pages, second)[:60])
    mine, theirs = _heads(pages, first), _heads(pages, second)
    shared = _bigrams(mine) & _bigrams(theirs)
    score += 3.0 * len(shared) / max(1, min(len(_bigrams(mine)), len(_bigrams(theirs))))
    body = _bigrams(body_of(pages, first)[:400])
    score += 1.0 * len(body & _bigrams(theirs)) / max(1, len(_bigrams(theirs)))
    if out.slug and (out.slug.lower() in theirs.lower() or out.slug.lower() == back.slug.lower()):
        score += 3.0
    if back.slug and _bigrams(back.slug) and _bigrams(back.slug) <= _bigrams(mine):
        score += 3.0  # the arrival says the story's headline, or its words
    return score


def _heads(pages: tuple[Page, ...], thread: Thread) -> str:
    wanted = {Role.HEADLINE, Role.KICKER, Role.DECK}
    return "".join(pages[p.page].blocks[p.block].words for p in thread.parts if p.role in wanted)


def _bigrams(text: str) -> set[str]:
    plain = "".join(c for c in text.lower() if c.isalnum())
    return {plain[i : i + 2] for i in range(len(plain) - 1)}
