"""Glyphs of the other script that strayed into a text, mended by their word; nothing else is touched.

In Traditional text a character that stands in Simplified text alone is a stray for certain; what it becomes is
read off OpenCC's conversion of the sentence, in which phrases decide (头发 头髮, 出发 出發). A character that
both scripts use (后, 里, 余, 准) is a stray only where a word says so: rjieba must see the word, OpenCC must
convert it, and neither the list of protected words nor the place (a surname, a measure) may speak against it.
Forms that Traditional print uses side by side (台 臺, 了 瞭, 周 週) are never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import rjieba

from banmian.model.text import Edit
from banmian.repair.estates import Inside
from banmian.repair.glyphs import (
    ALWAYS,
    ANIMAL,
    BY_WORD,
    COUNTED,
    DRY,
    FIRST_IN_WORD,
    FORMS,
    GIVEN,
    IN_SIMPLIFIED,
    INNER,
    KEPT,
    LONG,
    MASTER,
    MAY_BE_KEPT,
    MAY_BE_RIGHT,
    MODEL,
    NAMED_AFTER_ALL,
    NO_GIVEN,
    NO_MEASURE,
    OLDER_AND_NEWER,
    ONLY_IN,
    RIGHT,
    ROLES,
    TERRACES,
    TIMES,
)
from banmian.repair.names import (
    FAMILY_PLACE,
    LIKELY,
    NAME_ENDS,
    SIGNED,
    after_role,
    begins_name,
    ends_name,
    given_weight,
    is_name,
    is_surname,
    people_of,
)
from banmian.repair.places import PLACES, TOLD_FIRST
from banmian.repair.scripts import tables, traditional
from banmian.repair.words import NEAR, Places, Words, simplified

NAME = "script"

LONGEST = 4
"""Characters of the longest word among the kept and the right ones."""


class Strays:
    """Mends strays in one issue; `banmian.ports.Repair`.

    Args:
        script: the text's own script, "hant" or "hans".
        usage: how often each character stands in the whole issue; decides between forms of one word (裡 裏).
        whole: the issue's text; where it is long and holds no stray that is certain, a character of both scripts
            that may be a name (后, 里) is changed only where its word or what stands before it says so.
    """

    name = NAME

    def __init__(self, script: str, usage: Counter[str] | None = None, whole: str = "") -> None:
        self._script = script
        self._usage = usage or Counter()
        self._names = frozenset(m.group(m.lastindex or 0) for m in NAMED_AFTER_ALL.finditer(whole))
        self._people = people_of(whole) if script == "hant" else frozenset()
        run_on = "".join(whole.split())
        self._inside = Inside(run_on)
        self._spoken = frozenset(_SPOKEN_OF.findall(run_on))
        self._rowed = bool(_ROWED.search(simplified(run_on)))
        self._quoted = len(_SAID.findall(run_on)) >= OFTEN
        self._terraced = self._usage["臺"] > self._usage["台"]
        self._clean = len(whole) >= LONG and tables().simplified_only.isdisjoint(self._usage)

    def edits(self, text: str) -> Sequence[Edit]:
        """One edit for each stray."""
        return self._to_traditional(text) if self._script == "hant" else self._to_simplified(text)

    def _to_traditional(self, text: str) -> list[Edit]:
        classes = tables()
        suspects = _suspects()(text)
        if not suspects:
            return []
        plain = simplified(text)
        words = Words(plain)
        whole = ""
        signed = {k for m in SIGNED.finditer(plain) for k in range(m.start(1), m.end(1))}
        found = []
        for i in suspects:
            char = text[i]
            if char == "台" and self._terraced and not _within(TERRACES, plain, i):
                told = self._by_word(text, plain, words, i)
                found.append(Edit(i, i + 1, "臺" if told == char else told))
                continue
            if (char in MAY_BE_RIGHT and _within(RIGHT, text, i)) or self._is_spoken_of(text, words, i):
                continue
            if char in VARIANTS and self._usage[char] >= OFTEN and not self._usage[traditional(char)]:
                continue  # the issue's own form
            if char in classes.simplified_only:
                if char in NO_GIVEN and (after_role(plain, words, i) or plain[i : i + 3] in self._people):
                    continue  # a surname
                start, end = words[i]
                new = _told_by_place(plain, i, char)
                if new == char and end - start > 1:
                    new = traditional(plain[start:end])[i - start]
                elif new == char:
                    whole = whole or traditional(plain)
                    new = whole[i]
                if new == char or classes.simple.get(new, new) != char:
                    new = traditional(char)  # the phrase has another word's form: 資金鍊
            elif (
                i in signed
                or self._in_name(plain, i)
                or _titled(plain, words, i)
                or (char in NAME_ENDS and ends_name(plain, words, i))
                or (char in MAY_BE_KEPT and _within(KEPT, text, i))
            ):
                continue
            else:
                new = self._by_word(text, plain, words, i)
            new = self._as_used(new, char)
            if new != char and classes.simple.get(new, new) == classes.simple.get(char, char):
                found.append(Edit(i, i + 1, new))
        return found

    def _is_spoken_of(self, text: str, words: Words, i: int) -> bool:
        """Whether a character is named as such, 「里」字, or is one of a name that the issue explains: 「云」字."""
        if text[i] not in self._spoken:
            return False
        return bool(_SPOKEN_OF.match(text, max(0, i - 1))) or (text[i] in FAMILIES and words[i] == (i, i + 1))

    def _in_name(self, plain: str, i: int) -> bool:
        """Whether a name is told here, or one begins here that the issue says elsewhere."""
        return plain[i - 1 : i] == "姓" or plain[i : i + 3] in self._people or plain[i : i + 2] in self._people

    def _by_word(self, text: str, plain: str, words: Words, i: int) -> str:
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
            if numbered or _told_by_place(plain, i, char) != char:
                return "餘"
            lone = end - start == 1 or (i == start and word not in FIRST_IN_WORD["余"])
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
            told = _told_by_place(plain, i, char)
            return told if told != char or text[i : i + 2] in self._names else self._after(plain, words, i)
        if char == "划" and self._rowed and i == start and ROWS_ON.issuperset(plain[i + 1 : max(end, i + 2)]):
            return char  # what is done with a boat
        if char in ONLY_IN and not any(char in w and w in word for w in ONLY_IN[char]):
            return _told_by_place(plain, i, char)
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
            said = self._quoted and end - start == 1 and _told_by_place(plain, i, char) == char
            return char if quotes or said else "雲"  # the word for "say" stands in sayings alone, and in old news
        if char == "台":
            storm = plain[i + 1 : i + 2] == "风" or traditional(word)[i - start] == "颱"
            return "颱" if storm or plain[i - 1 : i] == "防" else _told_by_place(plain, i, char)
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
            and sum(self._usage[c] for c in "錶鐘钟") > 1
            and plain[i - 1 : i] in {"老", "旧", "新", "名", "块"}
        ):
            return "錶"  # an issue that speaks of clocks
        told = _told_by_place(plain, i, char)
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
        return (
            "后"
            if plain[i - 1 : i] in {"皇", "王", "太", "蜂", "蚁", "影"} or plain[i + 1 : i + 2] in {"羿", "妃", "冠"}
            else "後"
        )

    def _as_used(self, new: str, char: str) -> str:
        """The form that the issue itself uses, where Traditional print has two for the new character."""
        for forms in FORMS:
            if new in forms:
                best = max(forms, key=lambda f: (self._usage[f], f == forms[0]))
                if char not in forms:
                    return best
                more = self._usage[best] - self._usage[char]
                if more > 0 or (best != char and more == 0 and char in SIMPLIFIED_TOO):
                    return best
                if char in SIMPLIFIED_TOO and self._usage[forms[0]] >= self._usage[char]:
                    return forms[0]
                return new if self._older(forms) else char
        return new

    def _older(self, forms: str) -> bool:
        """Whether the issue, which says nothing of these forms, prints the older one of the others (戶, 內, 溫)."""
        if forms not in OLDER_AND_NEWER or any(self._usage[f] for f in forms[:1]):
            return False
        old, new = (sum(self._usage[pair[k]] for pair in OLDER_AND_NEWER if pair != forms) for k in (0, 1))
        return old > 2 * new

    def _to_simplified(self, text: str) -> list[Edit]:
        simple = tables().simple
        found = [Edit(m.start(), m.end(), simple[m.group()]) for m in _traditional_only().finditer(text)]
        for i, char in enumerate(text):
            if char in IN_SIMPLIFIED:
                new, kept = IN_SIMPLIFIED[char]
                if not _within(kept, text, i) and char not in tables().traditional_only:
                    found.append(Edit(i, i + 1, new))
        return sorted(found, key=lambda e: e.start)


SIMPLIFIED_TOO = frozenset("户内强温")
"""Forms that Simplified print has as well: where an issue has as many of the other, these strayed."""


def _titled(plain: str, words: Words, i: int) -> bool:
    """Whether a surname stands here, before a title that says so: 郁先生."""
    return plain[i] in FAMILIES and words[i][0] == i and bool(_TITLE.match(plain, i + 1))


FAMILIES = frozenset("郁卜朴涂范余干云姜谷游胡")
"""Surnames that are strays in other words."""

_TITLE = re.compile("先生|女士|小姐|老[师伯]|师傅|阿[姨婆公]|大[爷妈伯叔姐嫂夫]")
"""What follows a surname and nothing else."""


ROWS_ON = frozenset("进着著过到向得一了")
"""What may follow 划 where a boat is rowed."""

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

VARIANTS, OFTEN = frozenset("烟凉决况减净厨凭泪猫猪厦痴"), 3
"""Simplified forms that Traditional print has had too, and how often an issue has one that it prefers."""

_SPOKEN_OF = re.compile("[「『“‘]([\u3400-\u9fff])[」』”’]字")
"""A character that is spoken of: 「云」字."""

_ROWED = re.compile("龙舟|赛艇|划艇|划船|木船|渔船|小船|扒龙")
"""What is rowed."""


def _herd(plain: str, i: int, length: int) -> bool:
    """Whether 只 by itself is the measure of what stands before it: 犬只在."""
    return length == 1 and plain[i - 1 : i] in {"犬", "船", "舰", "禽", "畜"} and plain[i + 1 : i + 2] not in NO_MEASURE


PLACED = frozenset("桥站村街路巷镇码渡")
"""What a place is, after the name that a goddess gave it: 天后橋."""

HERDS = frozenset(("船只", "舰只", "犬只", "牛只", "羊只", "马只", "猪只", "鸟只", "禽只", "畜只"))
"""Nouns that end on their measure."""


def _within(words: re.Pattern[str], text: str, i: int) -> bool:
    """Whether the character at a place lies within one of the words, none of which is longer than `LONGEST`."""
    return any(m.start() <= i < m.end() for m in words.finditer(text, max(0, i + 1 - LONGEST), i + LONGEST + 1))


def _told_by_place(plain: str, i: int, char: str) -> str:
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


@cache
def _traditional_only() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(tables().traditional_only))}]")


@cache
def _suspects() -> Places:
    """Finds any character that may have strayed into Traditional text."""
    return Places(tables().simplified_only | ALWAYS | BY_WORD)
