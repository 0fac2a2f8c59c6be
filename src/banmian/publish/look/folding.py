"""Texts made comparable: what typesetting, width and script change is no difference."""

from __future__ import annotations

import unicodedata
from functools import cache

from opencc import OpenCC

FIRST_IDEOGRAPH = 0x2E80
"""Where Unicode's blocks of Han begin (CJK Radicals Supplement); no script is converted below."""


def folded(text: str | None) -> str:
    """Letters and digits alone: compatibility forms (NFKC), lower case, Traditional read as Simplified.

    It is what `bench/scoring.py` compares, so that the figures agree.
    """
    return unicodedata.normalize("NFKC", text or "").translate(_FOLDS)


class _Folds(dict[int, str | None]):
    """What each character becomes, looked up once; `str.translate` leaves out what becomes None."""

    def __missing__(self, codepoint: int) -> str | None:
        character = chr(codepoint)
        kept = unicodedata.category(character)[0] in {"L", "N"}
        self[codepoint] = _one_script(character.lower()) if kept else None
        return self[codepoint]


_FOLDS = _Folds()


def _one_script(character: str) -> str:
    return str(_simplified().convert(character)) if ord(character[0]) >= FIRST_IDEOGRAPH else character


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")
