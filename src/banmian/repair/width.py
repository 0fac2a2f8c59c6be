"""Half-width marks between Han made full-width; decimals, times, page spans, addresses and Latin phrases stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banmian.model.text import Edit

NAME = "width"

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = rf"{_HAN}。，、；：？！「」『』（）《》〈〉“”‘’…—"
_NARROW = re.compile(r"[,;:?!()]")
_ANY_HAN = re.compile(rf"[{_HAN}]")
_MARK = re.compile(r"[,;:?!]")
_BRACKET = re.compile(r"[()]")
_LATIN = re.compile(r"(?:https?://|www\.)\S+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|\d{1,3}(?:,\d{3})+|\d+:\d+(?::\d+)?")


class Width:
    """Widens the half-width marks of Chinese text; `banmian.ports.Repair`."""

    name = NAME

    def edits(self, text: str) -> Sequence[Edit]:
        """Edits for marks that stand next to Han, and for brackets whose content or surroundings are Han."""
        if not _NARROW.search(text) or not _ANY_HAN.search(text):
            return []
        kept = {i for m in _LATIN.finditer(text) for i in range(m.start(), m.end())}
        found = [
            Edit(m.start(), m.end(), _FULL[m.group()])
            for m in _MARK.finditer(text)
            if m.start() not in kept and self._between_han(text, m.start())
        ]
        for opening, closing in _brackets(text):
            inner = text[opening + 1 : closing]
            outer = text[max(0, opening - 1) : opening] + text[closing + 1 : closing + 2]
            if re.search(rf"[{_HAN}]", inner) or (
                re.search(rf"[{_WIDE}]", outer) and not re.search(r"[A-Za-z]{3}", inner)
            ):
                found += [Edit(opening, opening + 1, "（"), Edit(closing, closing + 1, "）")]
        return sorted(found)

    @staticmethod
    def _between_han(text: str, place: int) -> bool:
        before, after = text[:place].rstrip(" "), text[place + 1 :].lstrip(" ")
        left, right = before[-1:], after[:1]
        if re.match(rf"[{_WIDE}]", left):
            return not right or not right.isascii() or bool(re.match(r"[\dA-Za-z\"'(]", right))
        if left in ")%\"'" or left.isdigit():
            return (
                bool(re.match(rf"[{_WIDE}]", right)) and text[place] != ":"
                if left.isdigit()
                else bool(re.match(rf"[{_WIDE}]", right))
            )
        return left.isalpha() and left.isascii() and bool(re.match(rf"[{_HAN}「『“《]", right))


def _brackets(text: str) -> list[tuple[int, int]]:
    pairs, stack = [], []
    for match in _BRACKET.finditer(text):
        if match.group() == "(":
            stack.append(match.start())
        elif stack:
            pairs.append((stack.pop(), match.start()))
    return pairs
