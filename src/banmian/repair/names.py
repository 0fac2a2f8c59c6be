"""Where a surname stands: characters that are words elsewhere (余, 干, 后, 于) and stay in a name as they are."""

from __future__ import annotations

import re

import rjieba

from banmian.repair.glyphs import GIVEN, NO_GIVEN, PERSON, ROLES, TITLED
from banmian.repair.words import NEAR, Words, simplifying

SIGNED = re.compile(
    r"(?:记者|通讯员|特约|摄影|撰文|[文图摄]\s*[/／∕])[ \u3000]*"
    r"((?:[\u4e00-\u9fff]{2,4}[ \u3000、]*){1,4})(?=[）)】\]]|$)"
)
"""Names after the words of a byline, up to its end."""


def after_role(plain: str, words: Words, i: int) -> bool:
    """Whether a surname stands here: right after a word for a person's work, and before what may be a given name.

    A given name is one of usual characters, or what rjieba takes for a name with the surname before it or by itself.
    """
    if plain[i + 1 : i + 2] in NO_GIVEN[plain[i]] | _MARKS or not ROLES.search(plain[max(0, i - 3) : i]):
        return False
    given = plain[i + 1 : i + 3]
    short = given[:1] in GIVEN and (len(given) < 2 or given[1] in _MARKS | AFTER_NAMES)
    short |= plain[i : i + 2] == "余震" and given[1:] not in AFTER_SHOCKS
    usual = len(given) == 2 and GIVEN.issuperset(given)
    return short or usual or words.guessed(i, i + 3) or rjieba.tag(given, False)[0][1] in {"nr", "nz"}


AFTER_SHOCKS = frozenset("中后时不频来仍还区发监测前期，。、：；") | {""}
"""What follows 余震 where the earth shakes again."""

AFTER_NAMES = frozenset("说道讲问答看笑接捧把给在从和与是也就都没")
"""What may follow a name of two characters."""

_MARKS = frozenset("，。、；：！？,.;:!?“”‘’「」『』（）() \u3000") | {""}


_MAY_BE_SURNAMES = re.compile(f"[{''.join(NO_GIVEN)}]")


def people_of(whole: str) -> frozenset[str]:
    """The names of three characters that a text says at least once after a word for a person's work."""
    found: list[str] = []
    for match in _MAY_BE_SURNAMES.finditer(whole):
        low = max(0, match.start() - NEAR)
        near = whole[low : match.start() + NEAR].translate(simplifying())
        i = match.start() - low
        if ROLES.search(near[max(0, i - 3) : i]) and after_role(near, Words(near), i):
            found.append(near[i : i + 3])
    return frozenset(name for name in found if _MARKS.isdisjoint(name) and len(name) == len(name.strip()))


SPEAKS = re.compile(r"[\u4e00-\u9fff]{1,2}(?:说|道|介绍|告诉|表示|笑|回忆)")
"""A given name and a word for speaking."""

_TITLES = frozenset("某先女总老小阿")
_OFFICES = frozenset("长员任记师授士理手匠家者书")
_TIMES_OR_PLACES = frozenset("近今昨本当日月年此是上下前去同每其该一二三四五六七八九十0123456789")


def is_surname(plain: str, words: Words, i: int) -> bool:
    """Whether 于 at this place is a surname: before a title or a given name, or after an office and before no place."""
    after, before = plain[i + 1 : i + 2], plain[max(0, i - 1) : i]
    if after in GIVEN and plain[i + 2 : i + 3] in AFTER_NAMES and ROLES.search(plain[max(0, i - 3) : i]):
        return True
    if before in {"的", "叫", "和", "、"} and SPEAKS.match(plain[i + 1 : i + 6]):
        return True
    if before == "老" and words[i - 1] == (i - 1, i) and after != "世":
        return True  # 老于 is a man; 老于世故 is a saying
    if before == "民" and i + 2 < len(plain) and words[i + 1] == (i + 1, i + 2) and words[i + 2] == (i + 2, i + 3):
        return True  # 居民于慧珍: no word of the dictionary follows, so a name does
    return after in _TITLES or (before in _OFFICES and after not in _TIMES_OR_PLACES)


def is_name(plain: str, words: Words, i: int) -> bool:
    """Whether a surname stands here: after a word for a person or a mark, before a title or a given name."""
    if plain[i - 1 : i] not in PERSON and i:
        return False
    if TITLED.match(plain, i + 1) or words.guessed(i, i + 3):
        return True
    start, end = words[i + 1] if i + 1 < len(plain) else (0, 0)
    given = plain[start:end]
    if start != i + 1 or len(given) != 2 or plain[i - 1 : i] in {"的", ""}:
        return False
    return rjieba.tag(given, False)[0][1].startswith("nr") or GIVEN.issuperset(given)
