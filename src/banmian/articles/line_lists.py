"""Paragraphs of a list of lines that carries no geometry: told by how far each line reaches.

Old papers mark a paragraph by nothing but its last line, which ends short, and pictures and advertisements narrow the
column for a few lines. So a line ends a paragraph where it is shorter than the line before it and than the line after
it; where the lines after it are as short, the measure has changed. Where the list keeps indents, these decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from banmian.articles import grammar as g
from banmian.articles.sequence import Label

BULLETS = "◘◙◆◇■□▲△▼▽○◎●★☆※◤◢"
"""Marks before an item or on both sides of a picture's words."""

NEVER_FIRST = "，。、；：！？,.;:!?）)」』”’】》〉〕"
"""Marks that no paragraph begins with."""

ENDS = "。、！？，.!?…"
"""Marks that end a paragraph's last line; papers without full stops end it with 、."""

POINTED, BARE = 1.4, 2.2
"""Ems by which a line with such a mark is short, and one without (晶報 of 1930, odd numbers; `make bench-joins`)."""

HEAD_DIFFERS = 1.2
"""Ems by which a headline's length differs from the first line of its text."""

SHORTEST_NAMED = 2
"""Ems by which a name in brackets at a text's end is shorter than the text's line."""

ASIDE = 8
"""Lines at the most of an aside in brackets that stands across the writing."""

_NARROW = frozenset("、。，；：！？「」『』（）()《》〈〉⋯…“”‘’,.;:!? ")
_NAMED = re.compile(r"[（(〔]?[^、。，（(〔]{1,8}[）)〕]")
_CLOSING, _OPENING = re.compile(r"[）)〕]+"), re.compile(r"[（(〔]+")
_MARKS = re.compile(r"[、。，；：！？,.;:!?]")
_INDENT = re.compile(r"^(?:　{1,3}| {2,8}|\t)(?=\S)")
_UNCLOSED, _CLOSES = re.compile(r"[（(〔][^）)〕]*$"), re.compile(r"[^（(〔]*[）)〕]")
_CLOSERS = "」』”’）)】"


def paragraph_starts(lines: Sequence[str]) -> list[int]:
    """The numbers of the lines that begin a paragraph; a headline and a name in brackets are paragraphs of their own.

    Args:
        lines: one text's, as printed, its indents kept where the source has them.
    """
    bare = [line.strip(" \t　") for line in lines]
    if not bare:
        return []
    indented = [_INDENT.match(line) is not None for line in lines]
    if sum(indented) >= 2 and not all(indented):
        return [0, *(i for i in range(1, len(bare)) if indented[i] and bare[i][:1] not in NEVER_FIRST)]
    room = [reach(line) for line in bare]
    starts, first, aside = [0], 0, False
    for i in range(len(bare) - 1):
        aside = aside or _stands_across(bare, i)
        if aside:
            ends = _OPENING.fullmatch(bare[i]) is not None
            aside = not ends
        else:
            ends = _stands_across(bare, i + 1) or _ends(bare, room, i, first)
        if ends:
            first = i + 1
            starts.append(first)
    return starts


@lru_cache(maxsize=8192)
def reach(line: str) -> float:
    """How far a line reaches in ems: marks and brackets are set on half a body in old print."""
    return sum(0.5 if c in _NARROW else g.width(c) if c not in BULLETS else 1.0 for c in line)


def _ends(bare: Sequence[str], room: Sequence[float], i: int, first: int) -> bool:
    """Whether a line ends a paragraph that began with the line `first`."""
    line, after = bare[i], bare[i + 1]
    if after[:1] in NEVER_FIRST or not line or not after:
        return False
    if after[0] in BULLETS:
        return not (line[0] == after[0] and not _marked(line) and abs(room[i] - room[i + 1]) < HEAD_DIFFERS)
    if _UNCLOSED.search(line) and _CLOSES.match(after):
        return False
    named, then_named = (_NAMED.fullmatch(text) is not None for text in (line, after))
    if line[0] in BULLETS and (line[-1] in BULLETS or then_named):
        return not then_named
    if named != then_named:
        return named or i <= first + 2 <= 3 or not (_marked(line) and room[i + 1] < room[i] - SHORTEST_NAMED)
    if i == 0 and _is_head(line, room):
        return True
    return _falls_short(bare, room, i, first)


def _is_head(line: str, room: Sequence[float]) -> bool:
    """Whether a first line without a mark is a headline: shorter than the text's lines, or longer than all of them."""
    if _MARKS.search(line):
        return False
    return room[0] < room[1] - HEAD_DIFFERS or room[0] > max(room[1:]) + HEAD_DIFFERS


def _falls_short(bare: Sequence[str], room: Sequence[float], i: int, first: int) -> bool:
    """Whether a line is shorter than its neighbours."""
    ended = _marked(bare[i])
    slack = POINTED if ended else BARE
    before = room[i - 1] if i > first else None
    if before is None:
        return ended and room[i] < room[i + 1] - slack
    if room[i] >= before - slack:
        return False
    if room[i] < room[i + 1] - slack:
        return ended or abs(room[i + 1] - before) < slack
    last_of_all = i + 2 == len(bare)
    return last_of_all and ended and room[i + 1] - room[i] > 1 and room[i + 1] < before - slack


def _marked(line: str) -> bool:
    """Whether a line ends with a mark, perhaps with quotation marks closed after it."""
    return line.rstrip(_CLOSERS)[-1:] in tuple(ENDS)


def _stands_across(bare: Sequence[str], i: int) -> bool:
    """Whether an aside begins here whose brackets are set over and under it: ））, its lines, （（."""
    return _CLOSING.fullmatch(bare[i]) is not None and any(map(_OPENING.fullmatch, bare[i + 1 : i + ASIDE]))


def is_old_print(lines: Sequence[str]) -> bool:
    """Whether lines without geometry are of a paper that parts sentences by 、 and tells paragraphs by short lines."""
    text = "".join(lines)
    if sum("\u3040" <= c <= "\u30ff" for c in text) > KANA * len(text):
        return False  # Japanese points so to this day
    pointed = text.count("、")
    broken = sum(line.rstrip()[-1:] not in tuple(ENDS) for line in lines)
    return (
        pointed >= ENOUGH
        and pointed > OFTENER * (text.count("，") + text.count(","))
        and len(text) > OFTENER * text.count("。") * POINTS_APART
        and broken > len(lines) / 3
        and max(map(reach, lines)) < LONGEST_LINE
    )


KANA = 0.05
"""Share of kana beyond which a text is Japanese."""

ENOUGH, OFTENER, POINTS_APART, LONGEST_LINE = 8, 5, 8, 50
"""Of 、 in such a text at the least; times that it outnumbers commas; characters between two 。; ems of its lines."""


def is_marked(line: str) -> bool:
    """Whether a line begins with a mark, as items without a headline do in such a paper."""
    return line.strip(" \t　")[:1] in tuple(BULLETS)


def old_labels(lines: Sequence[str], blanks: Sequence[bool]) -> list[Label]:
    """What each line of such a page is.

    Args:
        lines: as printed.
        blanks: whether a blank line stands before each.
    """
    found: list[Label] = []
    edges = [i for i, blank in enumerate(blanks) if blank or not i]
    for start, end in zip(edges, [*edges[1:], len(lines)], strict=True):
        found += _labels_of_text(lines[start:end])
    return found


def _labels_of_text(lines: Sequence[str]) -> list[Label]:
    """The same of one text, whose headline and writer stand over it."""
    starts = paragraph_starts(lines)
    found: list[Label] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        bare = lines[start].strip(" \t　")
        over = Label.BEGINS not in found
        if over and end == start + 1 and end < len(lines) and not _MARKS.search(bare):
            if _NAMED.fullmatch(bare):
                found.append(Label.BYLINE)
                continue
            if Label.HEADLINE not in found:
                found.append(Label.HEADLINE)
                continue
        if over and found and _stands_across([line.strip(" \t　") for line in lines], start):
            found += [Label.DECK] * (end - start)
            continue
        found += [Label.BEGINS, *[Label.GOES_ON] * (end - start - 1)]
    return found
