"""Half-width marks between Han made full-width; decimals, times, page spans, addresses, code and Latin phrases stay.

Digits, quotation marks and everything in other languages stay as printed: French keeps its space before ; : ? !, German
its „ “. A bracket without its partner stays too; `edition.proofs` tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from banmian.model.text import Edit

NAME = "width"

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = re.compile(rf"[{_HAN}。，、；：？！「」『』（）《》〈〉“”‘’…—]")
_MAY_FOLLOW = re.compile(r"[\dA-Za-z\"'(]")
"""What may stand behind a mark that follows a Han, besides what is wide."""

_AFTER_LATIN = re.compile(rf"[{_HAN}「『“《]")
_NARROW = re.compile(r"[,;:?!()]")
_ANY_HAN = re.compile(rf"[{_HAN}]")
_ADDRESS = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}"
_CALL = r"(?<![A-Za-z_0-9.])[A-Za-z_][A-Za-z_0-9.]{0,40}\([ -~]{0,80}?\)"
_KEPT = re.compile(
    rf"(?:https?://|www\.)[!-~]+|{_ADDRESS}|{_CALL}|`[^`\n]{{0,200}}`|\d{{1,3}}(?:,\d{{3}})+|\d+:\d+(?::\d+)?"
)
"""Addresses, calls and other code, grouped figures, times and scores."""

WHITE = 2
"""Spaces at the most that stand between a mark and its neighbours."""


class Width:
    """Widens the half-width marks of Chinese text; `banmian.ports.Repair`."""

    name = NAME

    def edits(self, text: str) -> Sequence[Edit]:
        """Edits for marks that stand next to Han, and for brackets whose content or surroundings are Han.

        A mark that has become wide is a neighbour like any other: those beside it are asked again.
        """
        if not _NARROW.search(text) or not _ANY_HAN.search(text):
            return []
        state = _State(text)
        waiting = [*reversed(state.marks)]
        while waiting:
            place = waiting.pop()
            for changed in state.widened(place):
                waiting += state.beside(changed)
        return sorted(state.edits())


class _State:
    """A text on its way: its characters as they are by now, and what has been widened."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._now = list(text)
        kept = bytearray(len(text))
        for match in _KEPT.finditer(text):
            kept[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        self._partner = {a: b for pair in _brackets(text) for a, b in (pair, pair[::-1])}
        self.marks = [m.start() for m in _NARROW.finditer(text) if not kept[m.start()]]
        self._number = {place: n for n, place in enumerate(self.marks)}
        self._wide: set[int] = set()
        self._holds_han = dict(_holding(text, self._partner))

    def edits(self) -> Iterator[Edit]:
        """The edits so far; white between a mark and what is wide goes with it."""
        for place in self._wide:
            end = place + 1
            if self._text[place] != "(":
                while end - place <= WHITE and self._text[end : end + 1] == " ":
                    end += 1
                if not _WIDE.match("".join(self._now[end : end + 1])):
                    end = place + 1
            yield Edit(place, end, self._now[place])

    def beside(self, place: int) -> Iterator[int]:
        """Marks before and after a place, and a bracket's partner: what may look otherwise now."""
        number = self._number[place]
        for other in (number - 1, number + 1):
            if 0 <= other < len(self.marks) and abs(self.marks[other] - place) <= WHITE + 1:
                yield self.marks[other]
                partner = self._partner.get(self.marks[other])
                if partner in self._number:
                    yield partner

    def widened(self, place: int) -> list[int]:
        """The places that have become wide now: a mark, or a bracket and its partner."""
        if place in self._wide:
            return []
        if self._text[place] in "()":
            return self._bracket(place)
        if not self._between_han(place):
            return []
        return [self._widen(place)]

    def _widen(self, place: int) -> int:
        self._now[place] = _FULL[self._text[place]]
        self._wide.add(place)
        return place

    def _bracket(self, place: int) -> list[int]:
        other = self._partner.get(place)
        if other is None:
            return []
        half = [p for p in (place, other) if self._text[p] in "()" and p in self._number]
        opening, closing = sorted((place, other))
        mixed = len(half) == 1 and self._text[place] != self._text[other] and self._text[other] in "（）"
        before, after = self._neighbour(opening, -1), self._neighbour(closing, 1)
        wide = [bool(_WIDE.match(char)) for char in (before, after)]
        inner = self._text[opening + 1 : min(closing, opening + 80)]
        surrounded = wide[0] and (wide[1] or not after)
        if mixed or self._holds_han[opening] or surrounded or (any(wide) and not re.search(r"[A-Za-z]{3}", inner)):
            return [self._widen(p) for p in half]
        return []

    def _neighbour(self, place: int, step: int) -> str:
        """The character beside a place, a little white passed over; empty at the text's end."""
        at = place + step
        for _ in range(WHITE):
            if 0 <= at < len(self._now) and self._now[at] == " ":
                at += step
        return self._now[at] if 0 <= at < len(self._now) else ""

    def _between_han(self, place: int) -> bool:
        left, right = self._neighbour(place, -1), self._neighbour(place, 1)
        if not left:
            return False
        if _WIDE.match(left):
            return not right or not right.isascii() or bool(_MAY_FOLLOW.match(right))
        if left.isdigit():
            return self._text[place] != ":" and bool(_WIDE.match(right))
        if left in ")%\"'":
            return bool(_WIDE.match(right))
        # Yahoo!奇摩, a Latin sentence's own mark: only what parts is taken for Chinese
        return left.isalpha() and left.isascii() and self._text[place] in ",;:" and bool(_AFTER_LATIN.match(right))


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Round brackets of either width with their partners."""
    stack: list[int] = []
    for match in re.finditer(r"[()（）]", text):
        if match.group() in "(（":
            stack.append(match.start())
        elif stack:
            yield stack.pop(), match.start()


def _holding(text: str, partner: dict[int, int]) -> Iterator[tuple[int, bool]]:
    """For each opening bracket whether Han stands between it and its partner."""
    place, following = len(text), [len(text)] * (len(text) + 1)
    for at in range(len(text) - 1, -1, -1):
        if _ANY_HAN.match(text[at]):
            place = at
        following[at] = place
    yield from ((a, following[a] < b) for a, b in partner.items() if a < b)
