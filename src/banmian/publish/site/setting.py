"""Setting of headlines: where their lines may turn.

Browsers break Chinese between any two characters. A compositor turns the line after a mark or a space, and
never within a date.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

LONGEST_WHOLE = 9
"""Characters; a longer date or quantity may break, since a phone's line holds about ten of a headline's."""

_NUMERAL = "[0-9０-９〇零一二三四五六七八九十百千萬万億亿兩两]"
_UNIT = "[年月日时時点點分秒屆届期版次號号歲岁元角個个名位條条項项宗間间所座週周％%]"
_QUANTITY = re.compile(f"(?:第?{_NUMERAL}+{_UNIT})+")

_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TURN = re.compile(r"(?<=[，。：；！？…—])(?![，。：；！？…—」』”’》）\s])|(?=\s)|(?<=\s)")


def headline_markup(headline: str) -> Markup:
    """A headline as HTML: clauses that stay whole where they fit, dates that never break."""
    if not _IDEOGRAPH.search(headline):
        return escape(headline)
    pieces = [piece for piece in _TURN.split(headline) if piece]
    if sum(not piece.isspace() for piece in pieces) < 2:
        return _unbroken(headline)
    clause = Markup('<span class="clause">{}</span>')
    return Markup("").join(escape(piece) if piece.isspace() else clause.format(_unbroken(piece)) for piece in pieces)


def _unbroken(text: str) -> Markup:
    """Text as HTML whose dates and quantities (八月一日, 第三屆) stay on one line."""
    pieces, place = [], 0
    for found in _QUANTITY.finditer(text):
        whole = escape(found[0])
        if 1 < len(found[0]) <= LONGEST_WHOLE:
            whole = Markup('<span class="whole">{}</span>').format(found[0])
        pieces += [escape(text[place : found.start()]), whole]
        place = found.end()
    return Markup("").join([*pieces, escape(text[place:])])
