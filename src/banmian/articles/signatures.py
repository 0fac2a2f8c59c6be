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
    closed = _REPORTERS.fullmatch(bare)
    marked = None if closed else _MARKED_NAMES.fullmatch(bare)
    if marked and all(is_name(name) for name in re.split(r"[\s　、]+", marked.group("names"))):
        return True  # ●家長請願 is a head
    together = _RUN_TOGETHER.fullmatch(bare)
    if together and len(run_together(together.group("names"))) > 1:
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

_RUN_TOGETHER = re.compile(rf"{g.MARK}?\s*{_REPORTER}(?P<names>[\u3400-\u9fff]{{4,9}})")
"""A reporter's title and names in a row that fills its measure, so that nothing is left between them."""

_TITLE_AMID = re.compile(rf"(?<=[\s　、]){_REPORTER}[\s　:：]*")

_MARKED_NAMES = re.compile(rf"[□■◎○●◆◇▪][\s　]*(?P<names>{_NAME}(?:[\s　、]+{_NAME}){{0,3}})")
"""A mark and names."""
