"""How items begin that have no head: with a place, marked or dated, that says where the news is from."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:[Jj]an|[Ff]e[bv]|[FfMm]é?v|[Mm]är|[Mm]ar|[Aa][pv]r|[Mm]a[iy]|[Jj]u[nil]|[Aa]ug|[Aa]go|[Aa]oû|[Ss]ep|[Oo][ck]t|[Nn]ov|[Dd]e[cz]|[Dd]éc|[Jj]än)"
    r"[a-zäéû]{0,7}\.?"
)
_TOWN = r"[A-ZÄÖÜÉÈÀ][\w'’-]+\.?(?: (?:[A-ZÄÖÜÉÈÀ][\w'’-]*\.?|am|an|der|a\.|i\.|sur|upon|on|de|la|le)){0,4}"
_WEEKDAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:[Mm]orning|[Nn]ight|[Ee]vening|[Aa]fternoon))?"
    r"|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
)
_MARKED = r"(?:[\[【〔（(▲●△◎○]|[*†—–-] ?)?"

DATED_PLACE = re.compile(
    rf"{_MARKED}(?:本[報报])?(?![\u3400-\u9fff]{{0,3}}[月於于在昨今明])[\u3400-\u9fff]{{2,4}}"
    r"(?:[一二三四五六七八九十〇○廿卅\d]{1,3}日(?:上午|下午|晚|晨)?[\u3400-\u9fff]{0,2}(?:[專专特快急][電电]|[電电][訊讯]?|[特專专][訊讯])"
    r"|[專专特急][電电]|特[訊讯])(?![話话價价量力視视腦脑影台池車车])"
    rf"|{_MARKED}{_TOWN}, (?:{_WEEKDAY})[.:—–]"
    rf"|{_MARKED}{_TOWN}, (?:den |le |the )?(?:\d{{1,2}}(?:\.|st|nd|rd|th|er)? {_MONTH}|{_MONTH} \d{{1,2}})"
    r"(?:[.,:;—–-]| \d{4}|$)"
)
"""The place and day with which an item without a head begins: 柳河八日電, 「Berlin, 3. Mai.」."""

_ITEM = re.compile(
    r"(?:[▲●△◎○◆■□☆★※][\u3400-\u9fff]{2,4}|[（(〔【\[〖][\u3400-\u9fff○〇]{2,14}[）)〕】\]〗]"
    r"|[\u3400-\u9fff]{2,4}(?:[一二三四五六七八九十〇○廿卅]{1,3}日)?(?:[專专特急快]?[電电]|[特通專专]?[訊讯]))[ \u3000]"
    rf"|{_MARKED}(?:On (?:nous )?(?:écrit|mande)|Man (?:schreibt|meldet)(?: uns)?)(?: de| aus| d['’]) ?{_TOWN} ?:"
    rf"|{_MARKED}(?:Aus|De) {_TOWN} (?:wird|on)\b"
)
"""The same without a day: 「▲柳河電　」, 「（柳河）　」, 「On écrit de Paris :」."""


def opens_item(text: str) -> bool:
    """Whether a text begins as items without heads do: with a place that is marked as such."""
    if "\u3400" <= text[:1] <= "\u9fff" and _WIRED.isdisjoint(text[:16]):
        return False  # most rows
    return bool(DATED_PLACE.match(text) or _ITEM.match(text))


def is_dateline(text: str) -> bool:
    """Whether a text is nothing but the place and the day with which an item begins, in type of its own perhaps."""
    close = text.replace("\n", " ").strip()
    match = DATED_PLACE.match(close)
    return match is not None and match.end() == len(close)


_WIRED = frozenset("電电訊讯")
"""What a place of Han without a mark is followed by."""
