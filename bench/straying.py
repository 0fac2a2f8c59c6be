"""Mixed text that is known to the glyph: texts of one script, some of their glyphs strayed to the other by a seed.

Traditional texts, each with a part that rules were made on and a part that is only measured:

- `modern`: what stands in the truth of tests/pages (invented weeklies); a quarter of them is measured.
- `1930`: 晶報 of ../shared/data/jingbao-1930, an issue a text; issues of odd number are measured.

To each text comes `PROTECTED`: every word of the other script's look that is right as it stands.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import rjieba
from opencc import OpenCC

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages"
JINGBAO = ROOT.parent / "shared" / "data" / "jingbao-1930" / "text"
FIELDS = ("label", "kicker", "headline", "deck")

PROTECTED = (
    "准印證號：（浦）字第0042號，內部資料，免費交流。",
    "群眾在平台上了解情況，依托里弄開展活動，電台和月台都貼了通知。",
    "余先生說，余家三代住在公里數最遠的里弄，離車站八公里。",
    "皇后和王后的畫像掛在天后宮，母后、影后、蜂后各有說法。",
    "范老師帶著范家村的孩子去台州，干涉、干擾、若干、欄干都念對了。",
    "鄰里和睦，里程碑前合影；茶几上放著一本里爾克詩集。",
    "批准、准予、不准、准許、核准五個詞寫在黑板上。",
    "人云亦云，子曰詩云，曲終人散；松江的松樹，松香與松子。",
    "老舍的小說，宿舍和校舍，寒舍、鄰舍、舍弟。",
    "只要、只有、只是、不只，干戈、干支、天干地支。",
    "采風、風采、神采、采邑，丰采依舊，三丰道人。",
    "山谷、河谷、谷底，千里之外，萬里長城，故里。",
    "占卜、卜卦，前仆後繼，小丑、丑時、辛丑年，乙丑。",
    "胡同里的胡琴，二胡、胡說，葉公好龍，向日葵，方向。",
    "發出、出門、出租，回收、回音，面對、面前、表面、見面。",
    "制度、控制、限制、制服，系統、關鍵、中文系，直系親屬。",
    "征途、長征、遠征、出征，曲線、歌曲、戲曲，才能、人才、剛才。",
    "划船、划算、划槳，折扣、打折、骨折，巨蟹，卷宗、試卷、第一卷。",
    "游泳、上游、下游、游水，涌金門，升降、公升，周先生、四周。",
    "松雲里14號，錦繡里二弄，同德里的老人，走了十里路，三里地。",
    "複雜與復興，鐘錶與鍾情，頭髮與出發，歷史與日曆，匯報與詞彙。",
)
"""Sentences of words that are right as they are, though their glyphs are those of other words in Simplified text."""


@dataclass(frozen=True)
class Known:
    """A text of one script: passages, whether it is measured only, and what it is called."""

    name: str
    passages: tuple[str, ...]
    measured: bool


@dataclass(frozen=True)
class Mixed:
    """A passage with strays.

    Attributes:
        right: as it should be.
        text: with strays, of equal length.
        decided: places of strays that a phrase (or the glyph by itself) decides.
        open: places of the other strays.
    """

    right: str
    text: str
    decided: frozenset[int]
    open: frozenset[int]


def known() -> Iterator[Known]:
    """Every text."""
    pages = [*sorted(PAGES.glob("*/truth.json")), *sorted((PAGES / "ocr").glob("*/*.truth.json"))]
    for place, path in enumerate(pages):
        truth = json.loads(path.read_text("utf-8"))
        if truth.get("language") == "zh-Hant":
            articles = [a for a in truth["articles"] if a.get("language") in {None, "zh-Hant"}]
            texts = [x for a in articles for x in (*map(a.get, FIELDS), *(a.get("paragraphs") or ())) if x]
            yield Known("modern", tuple(texts), measured=place % 4 == 2)
    issues: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(JINGBAO.glob("*/*.xml")):
        issues[path.name.split("_")[1]] += _paragraphs(path)
    for number, texts in issues.items():
        yield Known("1930", tuple(texts), measured=int(number) % 2 == 1)


def _paragraphs(path: Path) -> list[str]:
    """Paragraphs of a fold, lines joined; what no font has is left out."""
    tree = ET.fromstring(path.read_text("utf-8").replace("&gaiji;", "〓"))  # noqa: S314 our own data
    joined = ("".join("".join(p.itertext()).split()) for p in tree.iter("p"))
    return [text for text in joined if len(text) > 1 and "〓" not in text]


class Straying:
    """Lets glyphs stray, each to the Simplified form that OpenCC's character dictionary gives it.

    A stray is decided where OpenCC, asked for its word alone (as the dictionary of words cuts the passage in
    Simplified script), says the right glyph in one of its configurations; or where the glyph by itself stands for
    one Traditional glyph only; but not where papers of the same kind print that very word so as well (每周 beside
    每週), nor in papers of 1930 between two forms of one word that was printed long before it was Simplified print's
    (决 beside 決): those of Japan's codes and those that these papers print.

    Args:
        texts: of one kind.
        seed: of the strays.
    """

    def __init__(self, texts: Sequence[Known], seed: int = 20261201) -> None:
        self._random = random.Random(seed)
        self._simplified = OpenCC("t2s")
        self._back = [OpenCC(name) for name in ("s2t", "s2tw", "s2hk")]
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        chars = [chr(c) for c in range(0x4E00, 0x9FA6)]
        self._simple = {}
        for char, simple in zip(chars, self._simplified.convert("\n".join(chars)).split("\n"), strict=True):
            self._forms[simple].add(char)
            if simple != char and len(simple) == 1:
                self._simple[char] = simple
        self._words: dict[str, list[str]] = {}
        self._printed = {word for t in texts for p in t.passages for word in self._words_of(p)}
        old = [t for t in texts if t.name == "1930"]
        self._old_forms = {c for t in old for p in t.passages for c in p if not _usual(c)}
        self._old_forms |= {c for c in self._simple.values() if old and not _usual(c) and _in_japan(c)}

    def _words_of(self, right: str) -> Iterator[str]:
        start = 0
        for word in rjieba.cut("".join(self._simple.get(c, c) for c in right), False):
            yield right[start : start + len(word)]
            start += len(word)

    def mixed(self, passages: Sequence[str], share: float) -> list[Mixed]:
        """Passages with a share of their convertible characters strayed."""
        return [self._one(right, share) for right in passages]

    def _one(self, right: str, share: float) -> Mixed:
        chosen = [i for i, c in enumerate(right) if c in self._simple and self._random.random() < share]
        if not chosen:
            return Mixed(right, right, frozenset(), frozenset())
        glyphs = list(right)
        for i in chosen:
            glyphs[i] = self._simple[right[i]]
        plain = "".join(self._simple.get(c, c) for c in right)
        decided = {i for i in chosen if self._decides(right, plain, i)}
        return Mixed(right, "".join(glyphs), frozenset(decided), frozenset(chosen) - decided)

    def _decides(self, right: str, plain: str, i: int) -> bool:
        if plain[i] in self._old_forms:
            return False
        start, end = _word_at(plain, i)
        if end - start > 1 and right[start:i] + plain[i] + right[i + 1 : end] in self._printed:
            return False  # papers of the kind print the stray's word so and mean it: 每周 beside 每週
        if self._forms[plain[i]] == {right[i]}:
            return True
        asked = (t for t in self._asked(plain[start:end]) if len(t) == end - start)
        return end - start > 1 and any(t[i - start] == right[i] for t in asked)

    def _asked(self, word: str) -> list[str]:
        if word not in self._words:
            self._words[word] = [back.convert(word) for back in self._back]
        return self._words[word]


def _word_at(plain: str, i: int) -> tuple[int, int]:
    """Begin and end of the word that holds a place."""
    start = 0
    for word in rjieba.cut(plain, False):
        if i < start + len(word):
            return start, start + len(word)
        start += len(word)
    return i, i + 1


def _usual(char: str) -> bool:
    """Whether a character is among the usual ones of Traditional print: the first level of Big5, its code here."""
    try:
        return char.encode("big5")[0] < 0xC9
    except UnicodeEncodeError:
        return False


def _in_japan(char: str) -> bool:
    return bool(char.encode("euc_jis_2004", "ignore"))


def opencc_cases(path: Path) -> list[tuple[str, str, str]]:
    """OpenCC's own cases as configuration, input and what it should become; the file has comments and loose commas."""
    text = re.sub(r"(?m)^\s*//.*$", "", path.read_text("utf-8"))
    cases = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]
    return [(name, case["input"], right) for case in cases for name, right in case["expected"].items()]
