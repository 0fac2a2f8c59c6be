"""Characters as they fill a line, and as their ink tells how large the type is."""

from __future__ import annotations

import unicodedata

from banmian.model.geometry import Box

ASCENDERS = frozenset("bdfhijkltßſþ")
DESCENDERS = frozenset("gjpqyþ")


def is_han(character: str) -> bool:
    """Han, kana, Hangul and their marks: characters that fill an even cell."""
    return bool(character) and (
        "\u2e80" <= character <= "\ua4cf"
        or "\uac00" <= character <= "\ud7af"
        or "\uf900" <= character <= "\ufaff"
        or "\ufe10" <= character <= "\ufe4f"
        or "\uff00" <= character <= "\uffef"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def cells(text: str, box: Box, *, down: bool = False, backwards: bool = False) -> list[Box]:
    """A box spread over the characters of a text, Han twice as long as others.

    Args:
        text: any.
        box: around all of it.
        down: the characters follow each other downwards.
        backwards: they follow each other from right to left.
    """
    shares = [2.0 if is_han(c) or down else 1.0 for c in text]
    whole, found, at = sum(shares), [], 0.0
    for share in shares:
        begin, end = at / whole, (at + share) / whole
        at += share
        if down:
            found.append(Box(box.x0, box.y0 + begin * box.height, box.x1, box.y0 + end * box.height))
            continue
        if backwards:
            begin, end = 1 - end, 1 - begin
        found.append(Box(box.x0 + begin * box.width, box.y0, box.x0 + end * box.width, box.y1))
    return found


def reach(word: str) -> tuple[bool, bool] | None:
    """Whether a word's ink rises above its small letters, and whether it falls below the baseline.

    None where marks alone leave it open.
    """
    rises = falls = seen = False
    for c in unicodedata.normalize("NFD", word):
        if unicodedata.combining(c):
            rises = True
        elif c.isalnum():
            seen = True
            rises |= c.isupper() or c.isdigit() or c in ASCENDERS
            falls |= c in DESCENDERS
    return (rises, falls) if seen else None
