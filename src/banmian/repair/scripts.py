"""Which script a text is in, and which characters say so.

A Han character is *Traditional alone* if OpenCC's character dictionary simplifies it, *Simplified alone* if
it is the Simplified form of others and Traditional print does not use it, and *of both* otherwise. Whether
Traditional print uses it is read off Big5: its first level holds the 5,401 usual characters of Traditional text,
its second the rare ones, among which Simplified forms are coincidences (确, 体, 万); likewise GB 2312 for
Simplified text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
from opencc import OpenCC

FIRST, LAST = 0x4E00, 0x9FA6
MEASURED = 12
"""Characters of one script alone that a text needs before its script is called known."""

PURE = 0.75
"""Share of the one script among characters of one script alone, from which a text is of that script."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Character classes.

    Attributes:
        simple: what each Traditional character is simplified to, those alone that change.
        traditional_only: characters that stand in Traditional text alone.
        simplified_only: characters that stand in Simplified text alone.
        both: Simplified forms that Traditional text uses too (后, 里, 余), with what they may stand for.
    """

    simple: dict[str, str]
    traditional_only: frozenset[str]
    simplified_only: frozenset[str]
    both: dict[str, str]


@cache
def tables() -> Tables:
    """The classes, built once from OpenCC's character dictionary."""
    chars = [chr(c) for c in range(FIRST, LAST)]
    simple = dict(zip(chars, OpenCC("t2s").convert("\n".join(chars)).split("\n"), strict=True))
    simple = {c: s for c, s in simple.items() if c != s and len(s) == 1}
    forms: dict[str, list[str]] = defaultdict(list)
    for c, s in simple.items():
        forms[s].append(c)
    level_one = {s for s in forms if _big5_level(s) == 1 or s in RARE_BUT_USED}
    return Tables(
        simple=simple,
        traditional_only=frozenset(
            c
            for c in simple
            if (c in UNUSED_ALL_THE_SAME or not _in_gb2312(c)) and (c in OTHER_FORMS or _big5_level(c))
        ),
        simplified_only=frozenset(s for s in forms if s not in level_one and _supplanted(s, forms[s])),
        both={s: "".join(c for c in forms[s] if _big5_level(c)) for s in level_one},
    )


def _supplanted(char: str, forms: list[str]) -> bool:
    """Whether Traditional print has a form that is used more than this one."""
    levels = [level for form in forms if (level := _big5_level(form))]
    return bool(levels) and (min(levels) == 1 or not _big5_level(char))


UNUSED_ALL_THE_SAME = frozenset("後於捱菸")
"""Characters of GB 2312 that Simplified text does not use but in names."""

OTHER_FORMS = frozenset("衆爲裏麪綫啓溼衞産説敎絶録")
"""Traditional forms that Big5 lacks or that are variants of what it has."""

RARE_BUT_USED = frozenset("涂糍恒棱")
"""Characters of Big5's second level, or of none, that Traditional names and kitchens use."""


def _big5_level(char: str) -> int:
    try:
        first = char.encode("big5")[0]
    except UnicodeEncodeError:
        return 0
    return 1 if first < 0xC9 else 2


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """By code point: 1 for what stands in Traditional text alone, 2 in Simplified alone, 0 in both and at the last."""
    alone = [[ord(c) for c in each] for each in (tables().traditional_only, tables().simplified_only)]
    kinds = np.zeros(max(map(max, alone)) + 2, np.uint8)
    kinds[alone[0]], kinds[alone[1]] = 1, 2
    return kinds


MAJORITY = 0.58
"""The same for a whole issue: every second glyph may be a stray, but the paper has one script."""


def script_of(text: str, share: float = PURE) -> str | None:
    """The script of a text, "hant" or "hans"; None where it is too short or too mixed to tell.

    Args:
        text: to be measured.
        share: of the one script among characters of one script alone, from which it is called that.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    kinds = _kinds()
    _, traditional, simplified = np.bincount(kinds[np.minimum(codes, len(kinds) - 1)], minlength=3).tolist()
    known = traditional + simplified
    if known < MEASURED:
        return None
    if traditional >= share * known:
        return "hant"
    return "hans" if simplified >= share * known else None


@cache
def _converter() -> OpenCC:
    return OpenCC("s2tw")


@lru_cache(maxsize=65536)
def traditional(text: str) -> str:
    """Simplified to Traditional by OpenCC's phrases, in Taiwan's forms; of equal length."""
    done = _converter().convert(text)
    return done if len(done) == len(text) else "".join(_converter().convert(c)[:1] or c for c in text)
