"""Names that an issue spells in two ways, where the evidence is strong.

王曉明 and 王晓明 are one name in two scripts, 李峰 and 李峯 in two forms. 陳家豪 and 陳家濠 are one man only where both
bear the same office in the same story, for brothers share a character too. "Karl Hoffmann" and "Karl Hofmann" in one
story are one man. Which form is right is not said.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations

import rjieba
from opencc import OpenCC
from rapidfuzz.distance import Levenshtein

from banmian.edition.proofs.places import Field, fields_of, place, read_articles, title_of
from banmian.model.article import Article
from banmian.model.issue import Issue
from banmian.model.proof import Fault, Finding, Where

_OFFICES = (
    "記者|记者|通訊員|通讯员|局長|局长|校長|校长|院長|院长|主任|書記|书记|教授|經理|经理|董事長|董事长|館長|馆长|鎮長|镇长|區長|区长|市長|市长|"
    "縣長|县长|會長|会长|隊長|队长|站長|站长|所長|所长|處長|处长|科長|科长|議員|议员|律師|律师|醫生|医生|老師|老师|工程師|工程师|教練|教练"
)
_NAMED = re.compile(rf"({_OFFICES})([\u4e00-\u9fff]{{3}})")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_FULL = re.compile(r"(?<![\w’'-])(?=([A-ZÀ-ÖØ-Þ][a-zà-ÿ]{2,15}) ([A-ZÀ-ÖØ-Þ][a-zà-ÿ]{4,20})(?![\w-]))")
"""A given name and a surname, or an office and one."""
_FAMILY = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭鲁韦马方俞任袁柳唐薛雷贺倪汤罗毕郝安常傅顾孟黄萧尹姚邵汪毛戴宋庞熊"
    "项祝董梁杜阮季贾江颜郭梅林钟徐邱高夏蔡田胡凌霍虞万柯管卢莫丁邓洪崔龚程陆荣翁段焦侯叶黎白龙温庄阎易廖曾"
)
MOST_ALIKE = 30
"""Surnames with one given name that are compared; no story has as many."""

LEAST_USUAL = 2
"""Times that the usual form stands in the story, against once of the other."""


def names(issue: Issue) -> Iterator[Finding]:
    """Findings on names in two forms."""
    yield from _of_variants(issue)
    for article in read_articles(issue):
        fields = list(fields_of(article))
        yield from _of_offices(issue, fields)
        if (article.language or issue.title.language or "")[:2] != "zh":
            yield from _of_letters(issue, fields)


@cache
def _plain() -> OpenCC:
    return OpenCC("t2s")


@cache
def _folded(char: str) -> str:
    found = str(_plain().convert(char))
    return found if len(found) == 1 else char


def folded(text: str) -> str:
    """A text with every character in the one form that its variants share; of equal length."""
    return "".join(map(_folded, text))


def _may_be_name(text: str) -> bool:
    """Whether three Han are a usual surname and two that are no word: 老師傅現場 names nobody."""
    plain = folded(text)
    said = rjieba.tag(plain[1:], False)
    return plain[0] in _FAMILY and (len(said) > 1 or said[0][1][:2] in {"nr", "ns", "nz"})


def _of_variants(issue: Issue) -> Iterator[Finding]:
    """Names of bylines and after offices that print has elsewhere in other forms of the same characters."""
    articles = list(read_articles(issue))
    fields = [field for article in articles for field in fields_of(article)]
    forms: dict[str, dict[str, list[Where]]] = defaultdict(lambda: defaultdict(list))
    for article in articles:
        for name in article.byline:
            if _NAME.fullmatch(name):
                forms[folded(name)][name].append(_byline(issue, article, name))
    for field in fields:
        for match in _NAMED.finditer(field.text):
            if _may_be_name(match.group(2)):
                forms.setdefault(folded(match.group(2)), defaultdict(list))
    if not forms:
        return
    any_name = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    for field in fields:
        for match in any_name.finditer(folded(field.text)):
            low, high = field.passage.text.origin(match.start(), match.end())
            printed = "".join(field.passage.text.raw[low:high].split())
            if len(printed) == match.end() - match.start():
                forms[match.group()][printed].append(place(issue, field, match.start(), match.end()))
    for name, said in forms.items():
        several = sorted(said, key=lambda form: (-len(said[form]), form))
        if len(several) > 1 and len(name) > 2:
            yield _finding(several, [said[form][0] for form in reversed(several)])


def _byline(issue: Issue, article: Article, name: str) -> Where:
    page = article.parts[0].page if article.parts else 0
    return Where(issue.pages[page].label, None, article.id, title_of(article), "byline", words=name)


def _of_offices(issue: Issue, fields: list[Field]) -> Iterator[Finding]:
    """Names of three characters under one office that differ in one, the other form once against several."""
    text = "\n".join(field.text for field in fields)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, tuple[Field, int]] = {}
    for field in fields:
        for match in _NAMED.finditer(field.text):
            if _may_be_name(match.group(2)):
                found[match.group(1)][match.group(2)] += 1
                first.setdefault(match.group(2), (field, match.start(2)))
    for said in found.values():
        for a, b in combinations(sorted(said, key=lambda n: (-text.count(n), n)), 2):
            differ = [i for i in range(3) if a[i] != b[i]]
            alike = differ in ([1], [2]) and _component(a[differ[0]], b[differ[0]])
            if alike and text.count(a) >= LEAST_USUAL and text.count(b) == 1 and folded(a) != folded(b):
                wheres = [place(issue, f, at, at + 3) for f, at in (first[b], first[a])]
                yield _finding([a, b], wheres)


def _component(one: str, other: str) -> bool:
    """Whether a character is the other one with a radical more, as far as their names in sound series tell."""
    return any({one, other} <= set(series) for series in _SERIES)


_SERIES = (
    "豪濠壕嚎蠔 峰鋒锋烽蜂峯 曉晓嘵 明鳴鸣名銘铭 輝辉暉晖煇 華华樺桦驊骅 英瑛媖 玲鈴铃伶羚 國国幗 "
    "強强彊 偉伟瑋玮煒炜緯纬 文紋纹雯汶 志誌智 紅红虹鴻鸿 平萍坪 軍军君 俊峻駿骏浚 建健 慧惠蕙 "
    "嘉佳家 林琳霖 龍龙瓏珑 新欣鑫馨 麗丽莉 靜静婧靖 芳方 霞侠俠 勇永詠咏 楊杨 波博 超朝 濤涛 "
    "良梁樑 榮荣蓉融 清青菁晴 婷亭廷庭 燕艷艳 倩茜 潔洁傑杰 嵐岚蘭兰 佩珮 珍真楨桢 琪琦祺騏 "
    "淇其 宇雨羽 浩皓昊 晨辰宸 怡宜儀仪 敏閔 敬靜 珊姍 秀繡 "
).split()
"""Characters of given names that share a sound or a part, each with its forms."""


def _of_letters(issue: Issue, fields: list[Field]) -> Iterator[Finding]:
    """Full names in Latin letters with one given name, whose surnames differ by a letter."""
    said: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], tuple[Field, re.Match[str]]] = {}
    for field in fields:
        if not field.name.startswith("paragraphs"):
            continue
        for match in _FULL.finditer(field.text):
            name = match.group(1), match.group(2).removesuffix("’s")
            said[name] += 1
            first.setdefault(name, (field, match))
    by_given: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(said, key=lambda n: (-said[n], n)):
        by_given[name[0]].append(name)
    for a, b in chain.from_iterable(combinations(several[:MOST_ALIKE], 2) for several in by_given.values()):
        if said[b] != 1 or a[1][:1] != b[1][:1]:
            continue
        inflected = any(x == y + ending for x, y in ((a[1], b[1]), (b[1], a[1])) for ending in ("s", "n", "en", "es"))
        if not inflected and Levenshtein.distance(a[1], b[1]) == 1:
            wheres = [place(issue, first[n][0], first[n][1].start(1), first[n][1].end(2)) for n in (b, a)]
            yield _finding([" ".join(a), " ".join(b)], wheres)


def _finding(forms: list[str], wheres: list[Where]) -> Finding:
    return Finding(Fault.NAMES, "one name in several forms: " + ", ".join(forms), wheres[0], others=tuple(wheres[1:]))
