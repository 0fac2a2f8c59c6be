"""Glyphs that both scripts use (后 里 余 准 …) judged by their word and their place."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from banmian.repair.estates import Inside
from banmian.repair.glyphs import (
    ALWAYS,
    ANIMAL,
    COUNTED,
    DRY,
    FIRST_IN_WORD,
    GIVEN,
    INNER,
    MASTER,
    MODEL,
    NAMED_AFTER_ALL,
    NO_GIVEN,
    NO_MEASURE,
    ONLY_IN,
    ROLES,
    TIMES,
)
from banmian.repair.names import FAMILY_PLACE, LIKELY, after_role, begins_name, given_weight, is_name, is_surname
from banmian.repair.places import PLACES, TOLD_FIRST
from banmian.repair.scripts import tables, traditional
from banmian.repair.usage import Usage
from banmian.repair.words import NEAR, Words, simplified

OFTEN = 3
"""How often an issue has what it has by habit."""


class ByWord:
    """Judges glyphs of both scripts in one issue.

    Args:
        usage: what the issue prints.
        whole: its text; where it is long and holds no stray that is certain, 后 and 里, which may be names, are
            changed only where their word or what stands before them says so.
    """

    def __init__(self, usage: Usage, whole: str) -> None:
        self._usage = usage
        run_on = "".join(whole.split())
        self._names = frozenset(m.group(m.lastindex or 0) for m in NAMED_AFTER_ALL.finditer(whole))
        self._inside = Inside(run_on)
        self._rowed = bool(_ROWED.search(simplified(run_on)))
        self._quoted = len(_SAID.findall(run_on)) >= OFTEN
        self._clean = usage.long and bool(usage.counts) and tables().simplified_only.isdisjoint(usage.counts)

    def __call__(self, text: str, plain: str, words: Words, i: int) -> str:
        """What a character of both scripts should be, by its word and its place; itself where nothing decides."""
        char = text[i]
        start, end = words[i]
        word = plain[start:end]
        if self._clean and (
            (char == "后" and end - start == 1) or (char == "里" and i == end - 1 and plain[i - 1 : i] not in INNER)
        ):
            return char
        before = text[:i].rstrip()
        numbered = bool(TIMES.search(before[-1:]))
        if char in NO_GIVEN and after_role(plain, words, i):
            return char
        if char == "只" and (
            COUNTED.search(before) or word in HERDS or _herd(plain, i, end - start) or "只只" in plain[i - 1 : i + 2]
        ):
            return "隻"
        if char == "余":
            if numbered or told_by_place(plain, i, char) != char:
                return "餘"
            lone = end - start == 1 or (i == start and word[:2] not in FIRST_IN_WORD["余"])
            return char if lone else "餘"
        if char in {"于", "干"} and FAMILY_PLACE.match(plain, i + 1):
            return char  # 干家港
        if (
            char in {"后", "于", "干", "云"}
            and plain[i + 1 : i + 2] not in NO_GIVEN.get(char, ())
            and (is_name(plain, words, i) or begins_name(plain, words, i))
        ):
            return char
        if char == "后":
            told = told_by_place(plain, i, char)
            return told if told != char or text[i : i + 2] in self._names else self._after(plain, words, i)
        if char == "划" and self._rowed and i == start and ROWS_ON.issuperset(plain[i + 1 : max(end, i + 2)]):
            return char  # what is done with a boat
        if char == "划" and word not in ONLY_IN["划"] and not BOATS.isdisjoint(plain[max(0, i - NEAR) : i + NEAR]):
            return char
        if char in ONLY_IN and not any(char in w and w in word for w in ONLY_IN[char]):
            return told_by_place(plain, i, char)
        if char == "范":
            teacher = plain[i - 2 : i] == "老师" and plain[i + 1 : i + 2] in GIVEN
            teacher |= bool(MASTER.search(plain[max(0, i - 3) : i])) and given_weight(plain[i + 1 : i + 3]) >= LIKELY
            return "範" if MODEL.search(word) and not teacher else char
        if char == "里":
            return self._inside(plain, words, i, numbered=numbered)
        if char == "只":
            measures = plain[i + 1 : i + 2] not in NO_MEASURE
            if before[-1:] == "每" and measures:
                return "隻"
            if before[-1:] in {"有", "每", "这", "那", "這", "哪"} and ANIMAL.match(plain[i + 1 :]):
                return "隻"
            if before[-1:] in {"几", "幾"} and measures and _thing(plain, i + 1):
                return "隻"
            counted = numbered and before[-1:] != "半" and measures
            return "隻" if counted and (end - start == 1 or traditional(word)[i - start] == "隻") else char
        if char == "云":
            named = plain[i - 1 : i] in GIVEN and bool(ROLES.search(plain[max(0, i - 5) : max(0, i - 2)]))
            if i > 1 and (named or words.guessed(i - 2, i + 1)):
                return "雲"  # a name that ends so
            quotes = plain[i - 1 : i] in SAYERS or plain[i + 1 : i + 2] in {"：", ":"}
            said = self._quoted and end - start == 1 and told_by_place(plain, i, char) == char
            return char if quotes or said else "雲"  # the word for "say" stands in sayings alone, and in old news
        if char == "台":
            storm = plain[i + 1 : i + 2] == "风" or traditional(word)[i - start] == "颱"
            return "颱" if storm or plain[i - 1 : i] == "防" else told_by_place(plain, i, char)
        if char == "喂" and end - start == 1:
            return char if _calls(plain, i) else "餵"
        if char == "于":
            return (
                "於"
                if word in {"于是", "于此", "于今", "于心", "于情", "于理"}
                or (end - start == 1 and not is_surname(plain, words, i))
                or (end - start > 1 and i > start)
                else char
            )
        if (
            char == "表"
            and (end - start == 1 or word == plain[i - 1 : i + 1])
            and sum(self._usage[c] for c in "錶鐘钟") > 1
            and plain[i - 1 : i] in {"老", "旧", "新", "名", "块"}
        ):
            return "錶"  # an issue that speaks of clocks
        told = told_by_place(plain, i, char)
        if char == "干" and plain[i + 1 : i + 2] == "有" and told == char:
            return char  # a name: nobody does what is there
        if char == "干" and (end - start == 1 or word == "不干"):
            return "乾" if DRY.search(plain[max(0, start - 2) : start]) else "幹" if told == char else told
        if end - start > 1 and (told == char or char not in TOLD_FIRST):
            return traditional(word)[i - start]
        return told if told != char or char not in ALWAYS else traditional(char)

    @staticmethod
    def _after(plain: str, words: Words, i: int) -> str:
        """后 is 後 unless its word is a queen's; 三天后 is no queen of heaven."""
        start, end = words[i]
        if plain[i - 1 : i] == "天" and plain[i + 1 : i + 2] not in {"宫", "庙", "娘", "圣", "像"}:
            counted = (
                i < 2 or bool(TIMES.search(plain[i - 2])) or plain[i - 2] in "今明昨前后每当几半整聊白夏冬春秋热冷阴晴"
            )
            return "後" if counted or plain[i + 1 : i + 2] not in PLACED else "后"
        if end - start > 1:
            return traditional(plain[start:end])[i - start]
        return "后" if plain[i - 1 : i] in QUEENS or plain[i + 1 : i + 2] in AFTER_QUEENS else "後"


ROWS_ON = frozenset("进着著过到向得一了")
"""What may follow 划 where a boat is rowed."""

BOATS = frozenset("船艇舟桨橹筏")
"""What is rowed, and with what."""

SAYERS = frozenset("诗书曰谚语经传")
"""Before these 云 is "says"."""


def _thing(plain: str, i: int) -> bool:
    """Whether a thing is named at a place, as 只 counts it."""
    said = rjieba.tag(plain[i : i + NEAR], False)
    return bool(said) and said[0][1][:1] == "n" and len(said[0][0]) > 1


def _calls(plain: str, i: int) -> bool:
    """Whether 喂 is what one calls out: with a mark before and after it."""
    return (not i or not plain[i - 1].isalnum()) and not plain[i + 1 : i + 2].isalnum()


_SAID = re.compile("云云|而已云|[語语][記记]者云|某君云|[咸略][謂谓][^。，]{2,40}云")
"""How old newspapers tell what was said: 某君語記者云, 咸謂……而已云."""


_ROWED = re.compile("龙舟|赛艇|划艇|划船|木船|渔船|小船|扒龙")
"""What is rowed."""


def _herd(plain: str, i: int, length: int) -> bool:
    """Whether 只 by itself is the measure of what stands before it: 犬只在."""
    return length == 1 and plain[i - 1 : i] in {"犬", "船", "舰", "禽", "畜"} and plain[i + 1 : i + 2] not in NO_MEASURE


QUEENS, AFTER_QUEENS = frozenset("皇王太母帝蜂蚁影歌视"), frozenset("羿妃冠稷土")
"""What stands before and after a queen's 后."""

PLACED = frozenset("桥站村街路巷镇码渡")
"""What a place is, after the name that a goddess gave it: 天后橋."""

HERDS = frozenset(("船只", "舰只", "犬只", "牛只", "羊只", "马只", "猪只", "鸟只", "禽只", "畜只"))
"""Nouns that end on their measure."""


def told_by_place(plain: str, i: int, char: str) -> str:
    """What a character of both scripts is by its neighbours; itself where they say nothing."""
    told = _places().get(char)
    if told is None:
        return char
    begin = max(0, i - 6)
    near, here = plain[begin : i + 5], i - begin
    for place, new in told:
        if any(m.start() <= here < m.end() for m in place.finditer(near)):
            return new
    return char


@cache
def _places() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """The places by their character, in their order."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for char, place, new in PLACES:
        found.setdefault(char, []).append((place, new))
    return found
