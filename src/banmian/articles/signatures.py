"""Lines that can be nothing but who reported."""

from __future__ import annotations

import re

from banmian.articles import grammar as g
from banmian.articles.people import is_name, run_together


def is_surely_byline(text: str) -> bool:
    """Whether a line of its own can be nothing but who reported: a title and names, with or without a place."""
    if _TOLD_BY.isdisjoint(text):
        return False  # most lines
    bare = _SAYS_SO.sub("", text.strip())
    if "攝" in bare or "摄" in bare or "圖" in bare or "图" in bare:
        return False  # a picture's
    said = _ENDS_SO.sub("", bare)
    closed = _REPORTERS.fullmatch(said)
    marked = None if closed else _MARKED_NAMES.fullmatch(bare)
    if marked and all(is_name(name) for name in re.split(r"[\s　、]+", marked.group("names"))):
        return True  # ●家長請願 is a head
    whole = (bare[:1] in _OPEN) == (bare[-1:] in _CLOSED)  # what closes only in the text is the text's
    together = _RUN_TOGETHER.fullmatch(_ENDS_SO.sub("", bare.strip(_OPEN + _CLOSED)))
    if whole and together and run_together(together.group("names")):
        return True
    names = _TITLE_AMID.sub("", closed.group("names")) if closed else ""
    return bool(g.PLACED_BYLINE.match(bare)) or (closed is not None and g.are_names(names, sure=True))


_NAME = r"[\u3400-\u9fff·]{2,4}"
_REPORTER = (
    r"(?:[\u3400-\u9fff]{0,4}[報报刊社])?(?:[見见][習习]|[實实][習习]|首席|特[約约]|全媒[體体])?"
    r"(?:[記记]者|通[訊讯][員员])"
)
_TOLD_BY = frozenset("者員员□■◎○●◆◇▪")
"""What such a line has at least: the end of a title, or a mark."""

_SAYS_SO = re.compile(r"(?<=[\u3400-\u9fff])[\s　]+[報报][導导道]$")
_REPORTERS = re.compile(
    rf"{g.MARK}?\s*{_REPORTER}[\s　:：]+(?P<names>{_NAME}(?:[\s　、]+(?:{_REPORTER}[\s　:：]*)?{_NAME}){{0,5}})"
)
"""A reporter's title, white, and names; perhaps another title and more names."""

_RUN_TOGETHER = re.compile(rf"{g.MARK}?\s*{_REPORTER}(?P<names>[\u3400-\u9fff]{{2,9}})")
"""A reporter's title and names with nothing between them."""

_OPEN, _CLOSED = "【〔", "】〕"

_ENDS_SO = re.compile(r"(?:[專专][題题][報报][導导道]|[專专][訪访]|(?<=[\u3400-\u9fff]{4})[報报][導导道])$")
"""What they did, at the end of such a row."""

_TITLE_AMID = re.compile(rf"(?<=[\s　、]){_REPORTER}[\s　:：]*")

_MARKED_NAMES = re.compile(rf"[□■◎○●◆◇▪][\s　]*(?P<names>{_NAME}(?:[\s　、]+{_NAME}){{0,3}})")
"""A mark and names."""
