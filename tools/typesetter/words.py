"""Words as they should be and as they were printed, character for character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from typesetter.faults import SourceError

SOFT_HYPHEN = "\u00ad"
HALF_WIDTH = str.maketrans("，：；？！（）", ",:;?!()")
_MARKUP = re.compile(r"\{(?P<right>[^{}|]+)\|(?P<printed>[^{}|]+)\}|\[\[(?P<lead>[^\[\]]+)\]\]")
_WORD = re.compile(r"[A-Za-z]{6,}")
_BREAK_AFTER = re.compile(
    r"(?<=[aeiouy])(?=(?:[bcdfgklmnprstvz])[aeiouy])"  # o-pen
    r"|(?<=[aeiouy][bcdfglmnprstxz])(?=[bcdfghjklmnprstvwz][aeiouy])"  # win-ter
    r"|(?<=[a-z])(?=(?:ing|ment|ness|less|tion|sion|ship|ward)s?$)",  # build-ing
)
_PAIRS = ("ch", "sh", "th", "ph", "gh", "ck", "wh", "qu", "ng")
"""Two letters for one sound; never parted."""


@dataclass(frozen=True, slots=True)
class Words:
    """One stretch of text.

    Attributes:
        right: as it should read: the truth.
        printed: as the paper has it; as many characters as `right`.
        leads: `(start, end)` of pieces set in another face (本報訊, datelines).
    """

    right: str
    printed: str
    leads: tuple[tuple[int, int], ...] = ()

    @property
    def strays(self) -> int:
        """Letters and digits that print has wrong."""
        return sum(a != b and a.isalnum() for a, b in zip(self.right, self.printed, strict=True))


def parsed(text: str, *, half_width: bool = False) -> Words:
    """Reads `{right|printed}` and `[[set in another face]]`.

    Args:
        text: with markup.
        half_width: whether the paper has half-width marks where full-width ones belong.

    Raises:
        SourceError: right and printed forms differ in length.
    """
    right, printed, leads, place = "", "", [], 0
    for match in _MARKUP.finditer(text):
        right += text[place : match.start()]
        printed += text[place : match.start()]
        place = match.end()
        lead = match["lead"]
        if lead:
            leads.append((len(right), len(right) + len(lead)))
            right += lead
            printed += lead
            continue
        if len(match["right"]) != len(match["printed"]):
            raise SourceError(f"{match.group()}: both forms must have the same length")
        right += match["right"]
        printed += match["printed"]
    right += text[place:]
    printed += text[place:]
    return Words(right, printed.translate(HALF_WIDTH) if half_width else printed, tuple(leads))


def hyphenated(text: str) -> str:
    """English text with soft hyphens where a word may be parted: between syllables, by rule of thumb."""
    return _WORD.sub(lambda m: _parted(m.group()), text)


def _parted(word: str) -> str:
    lower = word.lower()
    if word.isupper() or not word[1:].islower():
        return word
    places = [m.start() for m in _BREAK_AFTER.finditer(lower)]
    good = [i for i in sorted(set(places)) if 2 < i < len(word) - 2 and _good(lower, i)]
    return SOFT_HYPHEN.join(word[a:b] for a, b in pairwise([0, *good, len(word)]))


def _good(word: str, place: int) -> bool:
    return word[place - 1 : place + 1] not in _PAIRS and word[place:][1:] not in {"ed", "es"}
