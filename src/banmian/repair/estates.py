"""里: the measure, the lane and the estate that stay, and the "inside" that is 裡."""

from __future__ import annotations

import re
from collections import Counter

import rjieba

from banmian.repair.glyphs import INNER, WITHIN
from banmian.repair.scripts import traditional
from banmian.repair.words import Words, asked, simplified


class Inside:
    """Tells 里 from 裡 in an issue.

    Args:
        run_on: the issue's text without its spaces, whose lanes and estates keep their names.
    """

    def __init__(self, run_on: str) -> None:
        self._lanes = frozenset(map(simplified, _LANE.findall(run_on)))
        self._estates = _estates(run_on)

    def __call__(self, plain: str, words: Words, i: int, *, numbered: bool) -> str:
        """里 or 裡 at a place.

        Args:
            plain: the text, simplified.
            words: its words.
            i: the place.
            numbered: whether a number stands before it.
        """
        if plain[max(0, i - 2) : i] in self._lanes:
            return "里"
        start, end = words[i]
        if numbered or plain[i + 1 : i + 2] in {"弄", "程", "巷", "坊"}:
            return "里"
        if plain[i + 1 : i + 2] in OUT and _OUT_OF.search(plain, max(0, i - 10), i):
            return "裡"
        if end - start > 1:
            return "裡" if traditional(plain[start:end])[i - start] != "里" else "里"
        if i == 0:
            return "里"
        left, right = plain[words[i - 1][0] : i], plain[i + 1 : i + 2]
        if (right.isdecimal() and NUMBERED.match(plain, i + 1)) or LAST_NAMED.search(plain[max(0, i - 4) : i + 5]):
            return "里"  # 松雲里14號
        inner = left[-1:] in INNER and right in {"一", "二", "三"} and not _NUMBERED_BLOCK.match(plain, i + 1)
        if right in {"小", "社", "号", "居", "委", "一", "二", "三", "新"} and len(left) > 1 and not inner:
            return "里"
        if left in WITHIN or left[-2:] in WITHIN or left[-1:] in INNER:
            return "裡"
        inside = i > 2 and plain[i - 2 : i] not in self._estates and _is_place_or_thing(plain, words, i)
        return "裡" if inside else "里"


_NUMBERED_BLOCK = re.compile("[一二三]+[村号號街弄巷区區居座条條期]")
"""What follows an estate's name: 東安里一村."""

_OUT_OF = re.compile(r"[从從][^，。、；：]{1,8}$")
OUT = frozenset("长走飞跑看读学听拿取出挖钻冒涌传流透渗掏抽挑选找抢省挤捞拉救長飛讀學聽鑽傳滲選搶擠撈")
"""從…裡長出來: what comes out of something."""

_LANE = re.compile(
    r"里(?<=([\u3400-\u9fff]{2})里)(?=\d+[號号弄幢]|[一二三四五六七八九十]+[號号弄幢村樓楼]|[社小][區区]|居[委民]|[集菜][市场場]|花[园園]|新村|牌坊)"
)
"""A lane's name, where what follows leaves no doubt that it is one."""

NUMBERED = re.compile(r"\d+(?:[号弄幢室]|-\d)")
"""A house's number."""

LAST_NAMED = re.compile(r"、[\u3400-\u9fff]{2,3}里[一二两三四五六七八九十]+[座条][车站桥路]")
"""The last of several places that are counted: 谷水路、雲間里四座車站."""


def _estates(whole: str) -> frozenset[str]:
    """What stands before 里 again and again and never before 裡: names of lanes and estates, so far as can be told."""
    plain = asked(whole)
    said = Counter(plain[m.start() - 2 : m.start()] for m in re.finditer("里", whole) if m.start() > 1)
    inside = {plain[m.start() - 2 : m.start()] for m in re.finditer("[裡裏]", whole)}
    return frozenset(name for name, times in said.items() if times > 1 and name not in inside)


def _is_place_or_thing(plain: str, words: Words, i: int) -> bool:
    """Whether a word of the dictionary ends here that one can be in; a name that no dictionary has is an estate's."""
    start, end = words[i - 1]
    if end - start == 1 and plain[start] in "」』”’":
        return True
    if end - start == 1 and plain[start] == "往":
        return True
    if end - start == 1 and (start == 0 or (words[start - 1][0] == start - 1 and plain[start - 1] not in BEFORE_NOUN)):
        return False
    kind = rjieba.tag(plain[start:end], False)[0][1]
    return kind[:1] in NOUNS and kind[:2] not in NAMES


NOUNS, NAMES = frozenset("nsftri"), frozenset(("nr", "ns", "nt", "nz"))
"""Kinds of words that name a thing, a place or a time; those that name one of a kind."""

BEFORE_NOUN = frozenset("的在从到向了着著过和与是把被个一，。、；：！？「『“")
"""What stands before a noun of one character."""
