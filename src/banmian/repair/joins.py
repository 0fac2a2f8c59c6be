"""Lines made into running text: breaks between Han vanish, between Latin words they become a space.

Whether a hyphen at a line's end goes with the break is told by `hyphens`. Spaces that letterspacing or a recogniser
put between Han vanish too; those that part names, phrases of a headline or sentences without marks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from banmian.model.text import Edit
from banmian.repair.hyphens import DOUBLE, SOFT, met

NAME = "joins"

_HYPHENS = f"-\u2010{SOFT}{DOUBLE}"
_BREAK = re.compile(rf"[{_HYPHENS}–][ \t　]{{0,8}}\n[ \t　]{{0,8}}")
"""A hyphen, or the dash between two numbers, and the break after it; white is bounded so that none costs a square."""

_FIRST = re.compile(r"[^\W\d_]+$")
_SECOND = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\uac00-\ud7af\U00020000-\U0003ffff“”‘’…—]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_EITHER = "“”‘’…—"
NEAR = 4
"""Characters to each side of a mark that both scripts use which tell whose it is."""

_LONGEST = 60
"""Letters of a word at the most; so far back a hyphen's first half is looked for."""

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SPACED = re.compile(rf"(?<=[{_HAN}])[ \u00a0\u2000-\u200a\u202f]{{1,3}}(?=[{_HAN}])")
_PARTS = re.compile(rf"[^{_HAN}]")
_PROSE = re.compile(r"[，。；！？]")
_OFFICE = re.compile(r"(?:[記记]者|通[訊讯][員员]|[攝摄]影?|[撰供][稿文]|[編编][輯辑]|[責责]編|校[對对]|文|[圖图])$")
NAME_LENGTH = 4
"""Han of a name at the most."""


class Joins:
    """Joins the lines of one passage; `banmian.ports.Repair`.

    Args:
        words: words of the issue in lower case, hyphenated ones with their hyphen, as printed within lines.
        language: BCP 47 of the text where it is in Latin letters, None where unknown.
        old: whether a German issue is spelt as before 1996.
    """

    name = NAME

    def __init__(self, words: frozenset[str] = frozenset(), language: str | None = None, *, old: bool = False) -> None:
        self._words = words
        self._language = language
        self._old = old

    def edits(self, text: str) -> Sequence[Edit]:
        """Edits for every line break, for the white at both ends and for spaces between Han."""
        found = list(self._hyphens(text)) if "\n" in text else []
        taken = {place for edit in found for place in range(edit.start, edit.end)}
        for start, end in _breaks(text):
            if start in taken or end - 1 in taken:
                continue
            before, after = text[start - 1 : start], text[end : end + 1]
            wide = not before or not after or _is_wide(text, start, end)
            found.append(Edit(start, end, "" if wide else " "))
        lead = len(text) - len(text.lstrip(" \t　"))
        if lead and lead < len(text) and text[lead] != "\n":
            found.append(Edit(0, lead, ""))
        tail = len(text.rstrip(" \t　"))
        if tail < len(text) and tail > lead and text[tail - 1] != "\n":
            found.append(Edit(tail, len(text), ""))
        return [*found, *_between_han(text)]

    def _hyphens(self, text: str) -> Iterator[Edit]:
        for match in _BREAK.finditer(text):
            start, end, hyphen = match.start(), match.end(), match.group()[0]
            before, after = text[start - 1 : start], text[end : end + 1]
            if before.isdigit() and after.isalnum() and (after.isdigit() or hyphen != "–") and hyphen in "-\u2010–":
                yield Edit(start + 1, end, "")  # 1914-|1918, 12-|jährig
                continue
            first, second = _FIRST.search(text[max(0, start - _LONGEST) : start]), _SECOND.match(text, end)
            if hyphen == "–":
                continue
            if first and after.isdigit():
                yield Edit(start + 1, end, "")  # mid-|1990s
            elif first and second:
                mended = met(first.group(), hyphen, second.group(), self._words, self._language, old=self._old)
                if mended.between.startswith(hyphen):
                    yield Edit(start + 1, end, mended.between[1:])
                else:
                    yield Edit(start - mended.before, end, mended.between)


def _is_wide(text: str, start: int, end: int) -> bool:
    """Whether nothing stands between two lines: one of them ends or begins with what has its own width.

    A curly quotation mark is as wide as a Han in Chinese, and a letter beside it says that it is not.
    """
    before, after = text[start - 1], text[end]
    beside = text[max(0, start - NEAR) : start] + text[end : end + NEAR]
    if (before in _EITHER or after in _EITHER) and _LATIN.search(beside):
        left, right = text[start - 2 : start - 1], text[end + 1 : end + 2]
        return (before == "—" and not left.isspace()) or (after == "—" and not right.isspace())
    return bool(_WIDE.match(before) or _WIDE.match(after))


def _between_han(text: str) -> Iterator[Edit]:
    """Edits for spaces within words of Han and within sentences."""
    prose = len(_PROSE.findall(text)) > 1
    places = [(m.start(), m.end()) for m in _SPACED.finditer(text)]
    for stretch in _stretches(text, places):
        open_ends = (
            text[max(0, stretch[0][0] - 2 * NAME_LENGTH) : stretch[0][0]],
            text[stretch[-1][1] :][: 2 * NAME_LENGTH],
        )
        lengths = [len(_PARTS.split(open_ends[0])[-1])]
        lengths += [after[0] - before[1] for before, after in pairwise(stretch)]
        lengths.append(len(_PARTS.split(open_ends[1])[0]))
        free = [not _in_brackets(text, start) for start, _ in stretch]
        said = [prose and not _OFFICE.search(text[max(0, start - NAME_LENGTH) : start]) for start, _ in stretch]
        gone = _closed_up(lengths, free, said)
        yield from (Edit(*place, "") for place, is_gone in zip(stretch, gone, strict=True) if is_gone)


def _stretches(text: str, places: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Spaces with nothing but Han between one and the next."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and _PARTS.search(text, found[-1][1], place[0]):
            yield found
            found = []
        found.append(place)
    if found:
        yield found


def _closed_up(lengths: list[int], free: Sequence[bool], said: Sequence[bool]) -> list[bool]:
    """Which spaces of a stretch go; what two pieces become when they meet decides again, so that nothing is left to do.

    Args:
        lengths: Han before, between and after the spaces.
        free: for each space whether it stands outside brackets.
        said: for each space whether it may stand within a sentence.
    """
    gone = [False] * len(free)
    while True:
        left = [i for i, is_gone in enumerate(gone) if not is_gone]
        pieces = [lengths[0]]
        for i, is_gone in enumerate(gone):
            if is_gone:
                pieces[-1] += lengths[i + 1]
            else:
                pieces.append(lengths[i + 1])
        many = pieces.count(1) > FEW
        more = [i for n, i in enumerate(left) if free[i] and _goes(pieces, n, many=many, within=said[i])]
        if not more:
            return gone
        for i in more:
            gone[i] = True


def _goes(pieces: Sequence[int], n: int, *, many: bool, within: bool) -> bool:
    """Whether a space goes: it sets single characters apart, or parts what is too long for names.

    Args:
        pieces: Han between the spaces.
        n: the space behind this piece.
        many: whether more than two pieces are single characters.
        within: whether the space may stand within a sentence.
    """
    one, other = pieces[n], pieces[n + 1]
    if one == 1 == other:
        return len(pieces) == 2 or many  # two of a word, or a row of them
    if (one == 1 and n and pieces[n - 1] == 1) or (other == 1 and n + 2 < len(pieces) and pieces[n + 2] == 1):
        return many
    return within and one > NAME_LENGTH and other > NAME_LENGTH


FEW = 2
"""Characters set apart that make no row yet."""


def _in_brackets(text: str, place: int) -> bool:
    """Whether a place stands in brackets, where spaces part names."""
    before = text[max(0, place - _LONGEST) : place]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of every line break with the white around it; blank lines are one with it."""
    end = 0
    while (place := text.find("\n", end)) >= 0:
        start = end + len(text[end:place].rstrip(" \t　"))
        end = place + 1
        while end < len(text) and text[end] in " \t　\n":
            end += 1
        yield start, end
