"""Where words may be parted, by the rules of each language (Duden K 163-167 for German)."""

from __future__ import annotations

import re
from itertools import pairwise

from typesetter.words import SOFT_HYPHEN
from typesetter.words import hyphenated as english

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿßœŒ·]{5,}")
JOINT = "·"
"""In the lexicon, between the parts of a compound."""
_ONE = {
    "de": ("sch", "ch", "ck", "ph", "th", "qu"),
    "fr": ("ch", "ph", "th", "gn", "qu", "gu", *(a + b for a in "bcfgpv" for b in "lr"), "dr", "tr"),
    "es": ("ch", "ll", "rr", "qu", "gu", *(a + b for a in "bcfgp" for b in "lr"), "dr", "tr"),
}
"""Consonants that stay together, at the head of the next syllable."""
_VOWELS = "aeiouyäöüàâéèêëîïôùûœáíóúAEIOUYÄÖÜÀÂÉÈÊËÎÏÔÙÛŒÁÍÓÚ"
_BEFORE = re.compile(r"^(?:ver|zer|ent|be|ge|er|vor|auf|aus|ein|ab|an|un)(?=[bcdfgklmnprstvwz]{1,2}[aeiouäöü])")


def hyphenated(text: str, language: str) -> str:
    """Text with soft hyphens; of compounds the joints too."""
    if language.startswith("zh"):
        return text
    if language == "en":
        return english(text)
    return _WORD.sub(lambda m: _word(m[0], language), text)


def _word(word: str, language: str) -> str:
    parts = word.split(JOINT)
    return SOFT_HYPHEN.join(SOFT_HYPHEN.join(_syllables(p, language)) for p in parts)


def _syllables(word: str, language: str) -> list[str]:
    if word.isupper():
        return [word]
    found, start = [], 0
    head = _BEFORE.match(word.lower()) if language == "de" else None
    if head and len(word) - head.end() >= 3 and head.end() >= 2:
        found.append(word[: head.end()])
        start = head.end()
    runs = list(re.finditer(f"[{_VOWELS}]+", word[start:]))
    offset = start
    for left, right in pairwise(runs):
        between = word[offset + left.end() : offset + right.start()].lower()
        place = offset + right.start() - _kept(between, language)
        if place - start >= 2 and len(word) - place >= 3:
            found.append(word[start:place])
            start = place
    return [*found, word[start:]]


def _kept(between: str, language: str) -> int:
    """How many of the consonants between two vowels go to the second."""
    for group in _ONE[language]:
        if between.endswith(group):
            return len(group)
    return 1
