"""Quotation marks and brackets without a partner, by each language's custom; which one is missing is never guessed.

A speech of several paragraphs opens its marks at each of them and closes them once, so marks are followed over a whole
article. Apostrophes, inches, and the brackets of numbered lists are no marks of this kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from banmian.edition.proofs.places import Field, fields_of, place, read_articles
from banmian.model.article import Article
from banmian.model.issue import Issue
from banmian.model.proof import Fault, Finding

_ROUND = {"(": ")", "（": "）"}
_SAME = {"（": "(", "）": ")", "［": "[", "］": "]"}
_HAN_PAIRS = {"「": "」", "『": "』", "“": "”", "《": "》", "〈": "〉", "【": "】", "(": ")", "[": "]"}
_PAIRS: dict[str, dict[str, str]] = {
    "zh": _HAN_PAIRS,
    "en": {"“": "”", "(": ")", "[": "]"},
    "de": {"„": "“", "»": "«", "(": ")", "[": "]"},
    "fr": {"«": "»", "“": "”", "(": ")", "[": "]"},
    "es": {"«": "»", "“": "”", "¿": "?", "¡": "!", "(": ")", "[": "]"},
}
_LISTED = re.compile(r"(?:^|[\s，。；、:：])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})$")
"""What stands before the bracket of a numbered list: 1), a), 一）."""

_QUOTES = frozenset("「『“„«»")
SURE_ENOUGH = 0.8
"""Confidence of an article from which a mark that it lacks was not lost with some of its text."""


MOST = 2
"""Marks without a partner in one article at the most; where there are more, its lines were read wrongly."""


@dataclass(frozen=True, slots=True)
class _Mark:
    char: str
    field: Field
    at: int


def unbalanced(issue: Issue) -> Iterator[Finding]:
    """Findings on marks without a partner."""
    language = (issue.title.language or "")[:2]
    for article in read_articles(issue):
        if article.certainty is not None and article.certainty.confidence < SURE_ENOUGH:
            continue
        pairs = _PAIRS.get((article.language or language)[:2])
        if pairs is None:
            continue
        alone = _not_turned(_alone(article, pairs), pairs)
        for mark in alone if len(alone) <= MOST else ():
            opens = mark.char in pairs
            what = f"{mark.char} is opened and not closed" if opens else f"{mark.char} is closed and was not opened"
            yield Finding(Fault.UNBALANCED, what, place(issue, mark.field, mark.at, mark.at + 1))


def _alone(article: Article, pairs: dict[str, str]) -> list[_Mark]:
    """The marks of an article that have no partner; each head and caption is a text of its own."""
    found: list[_Mark] = []
    body: list[Field] = []
    for field in fields_of(article):
        if field.name.startswith("paragraphs"):
            body.append(field)
        elif not _is_credited(field):
            found += _of_texts([field], pairs)
    return sorted(found + _of_texts(body, pairs), key=lambda m: (m.field.name, m.at))


def _is_credited(field: Field) -> bool:
    """Whether a caption's credit was taken off it, perhaps with a bracket that it closes."""
    name, _, number = field.name.partition("/")
    return name == "captions" and field.article.captions[int(number)].credit is not None


def _not_turned(marks: list[_Mark], pairs: dict[str, str]) -> list[_Mark]:
    """The same without a close and an open after it: lines read in a wrong order look so, print hardly ever."""
    kept: list[_Mark] = []
    for mark in marks:
        before = _SAME.get(kept[-1].char, kept[-1].char) if kept else ""
        if before and pairs.get(mark.char) == before:
            kept.pop()
        else:
            kept.append(mark)
    return kept


def _of_texts(fields: list[Field], pairs: dict[str, str]) -> list[_Mark]:
    closing = {close: opening for opening, close in pairs.items() if close not in "?!"}
    opened: list[_Mark] = []
    alone: list[_Mark] = []
    waiting: Counter[str] = Counter()
    for field in fields:
        text = field.text
        first = len(text) - len(text.lstrip())
        for at, printed in enumerate(text):
            char = _SAME.get(printed, printed)
            if char in pairs and pairs[char] not in "?!":
                if at == first and char in _QUOTES and waiting[char]:
                    continue  # a speech goes on
                opened.append(_Mark(char, field, at))
                waiting[char] += 1
            elif char in closing:
                if waiting[closing[char]]:
                    while opened[-1].char != closing[char]:
                        waiting[opened[-1].char] -= 1
                        alone.append(opened.pop())
                    waiting[opened.pop().char] -= 1
                elif not (char == ")" and _LISTED.search(text[max(0, at - 5) : at])):
                    alone.append(_Mark(printed, field, at))
        # a bracket ends where its paragraph ends
        alone += (m for m in opened if m.char not in _QUOTES)
        opened = [m for m in opened if m.char in _QUOTES]
        waiting = Counter(m.char for m in opened)
    return alone + opened
