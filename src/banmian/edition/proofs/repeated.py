"""Words that print has twice in a row: "the the", 的的, 工作人員工作人員; never what is said twice on purpose.

Closed lists of words that no sentence doubles, and stretches of three Han or more that come again at once.
Reduplication (研究研究, 天天, very very), names (New York New York) and what stands in quotation marks are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from banmian.edition.proofs.places import Field, fields_of, place, read_articles
from banmian.model.issue import Issue
from banmian.model.proof import Fault, Finding

_NEVER_TWICE = {
    "en": "the a an of to and with from at or but their our its he we they this these those is was are were has have",
    "de": "und von mit auf im ein eine einen einer eines für oder aber auch nicht bei zum zur am wurde wird",
    "fr": "le la les de des du et un une dans pour sur au aux par avec est sont",
    "es": "el la los las de y en un una por con para del al se",
}
_EMPHATIC = frozenset(
    "very many long away again never more much really pretty quite that what bye knock vous nous".split()
)
_LATIN = {
    code: re.compile(
        rf"(?<![\w'’-])({'|'.join(sorted(words.split(), key=len, reverse=True))})\s+(\1)(?![\w'’-])", re.IGNORECASE
    )
    for code, words in _NEVER_TWICE.items()
}
_LOWER = re.compile(r"(?<![\w'’-])([a-zà-ÿ]{4,24})\s+(\1)(?![\w'’-])")
_WORDS = (
    "因為|因为|所以|以及|我們|我们|他們|他们|她們|她们|你們|你们|已經|已经|可以|但是|由於|由于|根據|根据|目前|雖然|虽然|而且|並且|并且|或者|"
    "記者|记者|居民|進行|进行|關於|关于|通過|通过|其中|同時|同时|對於|对于"
)
_HAN_WORD = re.compile(rf"({_WORDS})(\1)")
_HAN_LONG = re.compile(r"([\u4e00-\u9fff]{3,12})(\1)(?!\1)")
_HAN_ONE = re.compile(r"(?<![目標标鵠中有打箭端眾众紅红綠绿黃黄白黑藍蓝藍是])(的)(的)(?![確确喀士])|(們|们)(\3)")
_STEPS = re.compile(r"^[一兩两]|[一二三四五六七八九十百千]{2}")
_OPEN, _CLOSE = '「『“‘«„"', "」』”’»"
FROM = 12
"""Characters of a text in which a dateline stands."""

LOOK_BACK = 200
"""Characters before a place in which an open quotation mark is looked for."""


def repeated(issue: Issue) -> Iterator[Finding]:
    """Findings on doubled words."""
    language = (issue.title.language or "")[:2]
    for article in read_articles(issue):
        for field in fields_of(article):
            for start, end, second in sorted(_places(field, language)):
                where = place(issue, field, start, end)
                yield Finding(Fault.REPEATED, f"“{field.text[second:end]}” stands twice", where)


def _places(field: Field, language: str) -> Iterator[tuple[int, int, int]]:
    """Begin, end, and where the second of two begins."""
    text = field.text
    for pattern in (_LATIN.get(language), _LOWER if language in _LATIN else None):
        for match in pattern.finditer(text) if pattern else ():
            if match.group(1).lower() in _EMPHATIC or _is_said(text, match.start()):
                continue
            if match.group(1).islower() and not match.group(2).islower():
                continue  # de De Maistre
            if pattern is _LOWER and _LATIN[language].match(text, match.start()):
                continue
            yield match.start(), match.end(), match.start(2)
    if not any("\u4e00" <= c <= "\u9fff" for c in text):
        return
    taken = -1
    for pattern in (_HAN_LONG, _HAN_WORD, _HAN_ONE):
        for match in pattern.finditer(text):
            word = next(g for g in match.groups() if g)
            if match.start() < taken or _is_said(text, match.start()):
                continue
            if pattern is _HAN_LONG and (len(set(word)) < len(word) or _STEPS.search(word)):
                continue  # 加油呀加油呀, 一步步: a sound or a count
            if pattern is _HAN_LONG and match.start() < FROM:
                continue  # a dateline's place, and the text that begins with it
            taken = match.end() if pattern is _HAN_LONG else taken
            yield match.start(), match.end(), match.start() + len(word)


def _is_said(text: str, at: int) -> bool:
    """Whether a place stands within quotation marks, where people say things twice."""
    before = text[max(0, at - LOOK_BACK) : at]
    last_open = max(before.rfind(c) for c in _OPEN if c != '"')
    last_close = max(before.rfind(c) for c in _CLOSE)
    return last_open > last_close or before.count('"') % 2 == 1
