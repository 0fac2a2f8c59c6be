"""Slips of a recogniser between forms that look alike: 日 曰, 己 已 巳, 0 O, 1 l, rn m.

A slip is told by words: what stands there is none, what it becomes is one. It is mended only in text that was
recognised, and only where a second witness says the same: the issue prints the right word elsewhere, or the recogniser
doubted the line. All else is a suggestion for the desk and changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from banmian.model.text import Edit

NAME = "slips"

DOUBTED = 0.9
"""Confidence of a line below which its recogniser doubted it."""

WITNESSES = 2
"""Witnesses that a mended slip has: its word, and one more."""

CUSTOM = 3
"""Times that an issue prints a form with which it is its custom (巳 for 已 in old print) and no slip."""

LONG_ENOUGH = 5
"""Letters of a word in which rn is read for m; shorter ones are too often words both ways (corn, com)."""

_STEMS, _BRANCHES = tuple("乙丁己辛癸"), tuple("亥丑卯未酉巳")
_WORDS = {
    "已": "已經 已经 早已 業已 业已 而已 久已 已久 已然 已故 已婚 已知 已於 不已 已逾",
    "己": "自己 知己 己方 己任 一己 己見 己见 異己 异己 利己 克己 己欲 貼己 贴己 律己 修己",
    "巳": "巳時 巳时 乙巳 丁巳 己巳 辛巳 癸巳",
}
_ITS_OWN = {char: frozenset(words.split()) for char, words in _WORDS.items()}
_EITHER = frozenset(("一己", "任己"))
"""Words that two others beside each other look like: 一已歷三年."""

_ALIKE = re.compile("[己已巳]")
_NUMERAL = r"[\d一二三四五六七八九十廿卅０-９]"
_DAY = re.compile(
    rf"(?<=月){_NUMERAL}{{1,3}}(曰)|(?<=[今昨明])(曰)(?![：:，「『“])|(?<![子詩诗書书又或])(曰)(?=[報报期曆])"
)
_FIGURES = re.compile(r"(?<![A-Za-z\d.])(?=[\dOolI]{0,12}[OolI])\d[\dOolI]{1,11}(?![A-Za-z\d])")
_MIXED = re.compile(r"(?<![\w-])(?=[^\W_]{0,30}[01])[^\W_]{3,30}(?![\w-])")
_TOKEN = re.compile(r"[^\W\d_]{3,30}")


@dataclass(frozen=True, slots=True)
class Slip:
    """What was probably misread.

    Attributes:
        start: where, in characters.
        end: likewise.
        was: what stands there.
        new: what it should be.
        why: the reason, for a person.
        sure: whether it is mended; else it is a suggestion.
    """

    start: int
    end: int
    was: str
    new: str
    why: str
    sure: bool


class Slips:
    """Finds slips in the passages of one issue; `banmian.ports.Repair`.

    Args:
        whole: the issue's text.
        recognised: whether the passage was read from a picture.
        confidence: of its most doubtful line, 0 to 1.
    """

    name = NAME

    def __init__(self, whole: str = "", *, recognised: bool = False, confidence: float = 1.0) -> None:
        self._whole = whole
        self._words = Counter(word.lower() for word in _TOKEN.findall(whole))
        self._figures_there = frozenset(re.findall(r"\d+", whole))
        self._said: dict[str, int] = {}
        self._recognised = recognised
        self._doubted = confidence < DOUBTED

    def of(self, *, recognised: bool, confidence: float) -> Slips:
        """The same for another passage of the issue."""
        other = copy(self)  # what the issue says is shared
        other._recognised, other._doubted = recognised, confidence < DOUBTED  # noqa: SLF001 its own kind
        return other

    def edits(self, text: str) -> Sequence[Edit]:
        """Edits for the slips that are sure."""
        if not self._recognised:
            return []
        return [Edit(slip.start, slip.end, slip.new) for slip in self.slips(text) if slip.sure]

    def slips(self, text: str) -> list[Slip]:
        """All slips in their order, sure or suggested; none overlaps another."""
        found: list[Slip] = []
        for slip in sorted(self._all(text), key=lambda s: (s.start, s.end)):
            if not found or found[-1].end <= slip.start:
                found.append(slip)
        return found

    def _all(self, text: str) -> Iterator[Slip]:
        yield from self._days(text)
        yield from self._selves(text)
        yield from self._figures(text)
        yield from self._mixed(text)
        yield from self._joined_letters(text)

    def _slip(self, text: str, start: int, end: int, new: str, word: str, why: str) -> Slip:
        """A slip whose word is its first witness."""
        elsewhere = self._count(word) > 0
        sure = self._recognised and 1 + elsewhere + self._doubted >= WITNESSES
        also = "; the issue prints it elsewhere" if elsewhere else ""
        return Slip(start, end, text[start:end], new, why + also, sure)

    def _count(self, word: str) -> int:
        """How often the issue prints a word; of Han it is looked for once."""
        if word.isdigit():
            return int(word in self._figures_there)
        if word.isascii():
            return self._words[word.lower()]
        if word not in self._said:
            self._said[word] = self._whole.count(word)
        return self._said[word]

    def _days(self, text: str) -> Iterator[Slip]:
        for match in _DAY.finditer(text) if "曰" in text else ():
            start = match.start(match.lastindex or 0)
            word = text[start - 1] + "日" if not match.group(3) else "日" + text[start + 1]
            if match.group(1):
                word = "日"
            yield self._slip(text, start, start + 1, "日", word, f"曰 where 「{word}」 is meant")

    def _selves(self, text: str) -> Iterator[Slip]:
        for match in _ALIKE.finditer(text):
            place, char = match.start(), match.group()
            before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
            in_cycle = (char == "巳" and before in _STEMS) or (char == "己" and (after in _BRANCHES or before == "戊"))
            if in_cycle or {before + char, char + after} & _ITS_OWN[char]:
                continue
            told = {
                other: found
                for other in "己已巳"
                if other != char and (found := {before + other, other + after} & _ITS_OWN[other] - _EITHER)
            }
            if len(told) != 1:
                continue
            ((other, words),) = told.items()
            word = min(words)
            wrong = word.replace(other, char)
            if self._count(wrong) >= CUSTOM or (char == "巳" and self._count(char) >= CUSTOM):
                continue  # old print has 巳 for 已
            yield self._slip(text, place, place + 1, other, word, f"「{wrong}」 is no word, 「{word}」 is")

    def _figures(self, text: str) -> Iterator[Slip]:
        """Letters in figures: 2O04, 1l2."""
        for match in _FIGURES.finditer(text):
            figure = match.group()
            right = figure.translate(_DIGITS)
            within = re.fullmatch(r"\d[\dOolI]*\d", figure) is not None and sum(map(str.isdigit, figure)) > 1
            if within and not figure.islower():
                yield self._slip(text, match.start(), match.end(), right, right, f"{figure} mixes letters and figures")

    def _mixed(self, text: str) -> Iterator[Slip]:
        """Figures in words: c0uncil, hal1."""
        for match in _MIXED.finditer(text):
            word = match.group()
            if not _IN_WORD.fullmatch(word):
                continue
            for letters in ("ol", "oi", "Ol", "OI"):
                right = word.translate(str.maketrans("01", letters))
                if self._words[right.lower()]:
                    why = f"{word} mixes letters and figures"
                    yield self._slip(text, match.start(), match.end(), right, right, why)
                    break

    def _joined_letters(self, text: str) -> Iterator[Slip]:
        """The letters rn for m and m for rn, where the issue prints the other word and this one once."""
        for match in _TOKEN.finditer(text):
            word = match.group()
            plain = word.lower()
            if len(word) < LONG_ENOUGH or self._words[plain] > 1 or not ("rn" in plain or "m" in plain):
                continue
            for one, other in (("rn", "m"), ("m", "rn")):
                for place in _places(plain, one):
                    right = word[:place] + other + word[place + len(one) :]
                    if self._words[right.lower()] >= CUSTOM:
                        sure = self._recognised and self._doubted
                        why = f"“{right}” stands {self._words[right.lower()]} times in the issue, “{word}” once"
                        yield Slip(match.start(), match.end(), word, right, why, sure)


_DIGITS = str.maketrans("OolI", "0011")
_IN_WORD = re.compile(r"[^\W\d_]*(?:[a-zà-ÿ][01]|[01][a-zà-ÿ]{2})[^\W\d_]*[01]?[^\W\d_]*")
"""A word with a figure among its small letters; 1st, A1 and H2O are none."""


def _places(word: str, piece: str) -> Iterator[int]:
    place = word.find(piece)
    while place >= 0:
        yield place
        place = word.find(piece, place + 1)
