"""Lines made into running text: breaks between Han vanish, between Latin words they become a space.

A hyphen at a line's end is taken away where the joined word is known or the second half begins in lower case
and the word with hyphen is not one that the issue prints elsewhere; "twenty-one" and "Jean-Luc" keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from banmian.model.text import Edit

NAME = "joins"

_HYPHEN = re.compile(r"(?P<a>[^\W\d_]+)(?P<h>[-\u00ad\u2010⸗])[ \t]*\n[ \t　]*(?P<b>[^\W\d_]+)")
_HYPHEN_THERE = re.compile(r"[-\u00ad\u2010⸗][ \t]*\n")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\uac00-\ud7af\U00020000-\U0003ffff“”‘’…—]")
_COMPOUND = re.compile(
    r"^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|self|ex|vice|all|well|non|co|mid|half|cross|anti|"
    r"two|three|four|five|six|seven|eight|nine|ten|one|first|second|third|long|short|high|low|full|part|old|new|part)$",
    re.IGNORECASE,
)


class Joins:
    """Joins the lines of one passage; `banmian.ports.Repair`.

    Args:
        words: words of the issue in lower case, hyphenated ones with their hyphen, as printed within lines.
    """

    name = NAME

    def __init__(self, words: frozenset[str] = frozenset()) -> None:
        self._words = words

    def edits(self, text: str) -> Sequence[Edit]:
        """Edits for every line break and for the indent before the first character."""
        found: list[Edit] = []
        taken: set[int] = set()
        for match in _HYPHEN.finditer(text) if _HYPHEN_THERE.search(text) else ():
            start, end = match.start("h"), match.start("b")
            taken.update(range(start, end))
            keep = self._keeps_hyphen(match.group("a"), match.group("b"), match.group("h"))
            found.append(Edit(start + 1, end, "") if keep else Edit(start, end, ""))
        for start, end in _breaks(text):
            if start in taken or end - 1 in taken:
                continue
            before, after = text[start - 1 : start], text[end : end + 1]
            wide = not before or not after or _WIDE.match(before) or _WIDE.match(after)
            found.append(Edit(start, end, "" if wide else " "))
        lead = len(text) - len(text.lstrip(" \t　"))
        if lead and lead < len(text):
            found.append(Edit(0, lead, ""))
        tail = len(text.rstrip(" \t　"))
        if tail < len(text) and tail > lead:
            found.append(Edit(tail, len(text), ""))
        return found

    def _keeps_hyphen(self, first: str, second: str, hyphen: str) -> bool:
        if hyphen in "\u00ad⸗":
            return False
        whole, hyphenated = (first + second).lower(), f"{first}-{second}".lower()
        if whole in self._words:
            return False
        if hyphenated in self._words:
            return True
        return second[:1].isupper() or bool(_COMPOUND.match(first) and len(second) > 2)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of every line break with the white around it."""
    end = 0
    while (place := text.find("\n", end)) >= 0:
        start = end + len(text[end:place].rstrip(" \t　"))
        end = place + 1
        while end < len(text) and text[end] in " \t　":
            end += 1
        yield start, end
