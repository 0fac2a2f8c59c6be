"""What a masthead says: name, numbers and registration."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banmian.edition.channels import kind_of
from banmian.model.issue import Registration

_NUMERAL = r"[\d〇零一二三四五六七八九十廿卅百千,，]+"
_TOTAL = re.compile(
    rf"(?:[總总]|累[計计])(?:第|[號号]|期[數数]?\s*[:：]?)\s*({_NUMERAL})\s*[期號号]?|[總总]\s*([\d,]+)\s*[期號号]"
    r"|\b(?:whole|serial|total)\s+(?:no|number)\.?\s*([\d,]+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?<![總总計计])第\s*({_NUMERAL})\s*[期號号](?![樓弄室路])|第\s*({_NUMERAL})\s*[號号](?![樓弄室路])"
    r"|\b(?:no|nr|num|núm|numéro|nummer|número|numero|n[°ºo])(?!\w)\.?\s*"
    r"(\d{1,3}(?:[ \u202f\xa0.]\d{3})+(?!\d)|\d[\d,]*)"
    r"|\bissue\s+(?:no\.?\s*)?(\d+)|\bnumber\s+(\d+)",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(rf"[（(]?(?:今年|本年|年[內内])第?\s*({_NUMERAL})\s*[期號号][)）]?")
"""第7311期（今年第228期）: the one in brackets counts in the year, the other one runs on."""

_VOLUME = re.compile(r"\bvol(?:ume)?\.?\s*([IVXLCDM]+|\d+)", re.IGNORECASE)
_PERMIT_NUMBER = (
    r"(?:[（(〔\[][\u4e00-\u9fffA-Za-z\d]{1,6}[)）〕\]])?\s*(?:字|年|[內内][資资])?\s*第?\s*"
    r"[A-Za-z]{0,4}[-－—–]?\s*[A-Za-z]?\d(?:[A-Za-z\d\-－—]{0,18}\d)?\s*[號号]?"
)
_PERMIT = re.compile(
    r"(?:[\u4e00-\u9fff]{0,14}?(?:[內内]部[資资]料|[連连][續续]性)[\u4e00-\u9fff]{0,12}?)?"
    rf"准印(?:[證证]|[號号])?\s*(?:[號号])?\s*[:：]?\s*(?P<n>[\u4e00-\u9fffA-Za-z]{{0,8}}\s*{_PERMIT_NUMBER})"
    rf"|(?P<n2>[\u4e00-\u9fff]{{1,2}}[內内](?:[資资]?准|登)字\s*[A-Z]?\s*{_PERMIT_NUMBER})"
)
_PERMIT_TOLD = re.compile(
    r"准印[證证](?:[號号])?\s*[:：]\s*(?P<n>(?=\S)(?:(?![\n|｜　]|  |准印[證证]).){0,24}?"
    r"(?<![（(〔\[])\d(?!\d*[)）〕\]])[A-Za-z\d\-－—–]{0,18}\s*[號号]?)"
)
"""A permit after a colon, whatever its form: up to its last digit or 號."""

_LICENCE = re.compile(r"登[記记][證证]\s*[:：]?\s*(?P<n>[\u4e00-\u9fff]{0,6}字第\s*\d+\s*[號号])")
_CN = re.compile(
    r"\bCN\s*[-:：]?\s*(?P<n>\d{2}\s*[-－—–]\s*\d{4}(?:\s*/\s*[A-Z\d]+|\s*/?\s*[（(][A-Z][)）])?)"
    r"|[統统]一刊[號号]\s*[:：]?\s*(?P<n2>\d{2}\s*[-－]\s*\d{4})",
    re.IGNORECASE,
)
_ISSN = re.compile(r"\bISSN\s*[:：]?\s*(?P<n>\d{4}\s*[-－–]\s*\d{3}[\dXx])")

_NAME_END = re.compile(
    r"(?:[報报]|日[報报]|[週周][報报刊]|新[聞闻]|[時时][報报]|通[訊讯]|之[聲声窗]"
    r"|[時时][訊讯]|[導导][報报]|快[訊讯]|月刊|[雜杂][誌志]|[僑侨][報报])$"
)
_NO_NAME = re.compile(
    r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|月[初十廿]|大[雪暑寒]|小[雪暑寒满滿]|[立]?[春夏秋冬][分至]?$"
    r"|^(?:[掃扫](?:一[掃扫]|[碼码]|描|我)|下[載载]|[關关]注|[長长]按|[識识][別别])"
    r"|\d{4}\s*年|[机機][关關][报報]|中共|星期|[農农][曆历]|主[辦办管]|出版|[編编][輯辑]|第\s*\d+\s*期|\d+\s*版|\d"
)
"""What stands beside a paper's name and is none: dates, seasons, publishers, codes' captions, anything with digits."""

_ENGLISH_NAME = re.compile(
    r"\b(?:times|news|herald|gazette|post|tribune|journal|star|courier|chronicle|mirror|record|press"
    r"|observer|sentinel|examiner|dispatch|weekly|daily|register|leader|echo|bugle|citizen|standard"
    r"|review|advocate|enterprise|pioneer|bee|sun|globe|argus|mercury|reporter|independent|bulletin"
    r"|ledger|telegraph|zeitung|blatt|anzeiger)\b",
    re.IGNORECASE,
)


def paper_name(rows: Sequence[tuple[str, float]]) -> str | None:
    """The paper's name among a masthead's rows.

    Args:
        rows: each row's text and its type size (0 where unknown), from top to bottom.
    """
    plain = [(re.sub(r"\s+", " ", t).strip(), s) for t, s in rows]
    plain = [(t, s) for t, s in plain if t]
    if not plain:
        return None
    largest = max(s for _, s in plain)
    if largest > 0:
        big = [t for t, s in plain if s > 0.8 * largest]
        named = [t for t in big if _NAME_END.search(_closed(t))]
        ends = [t for t, s in plain if s > 0.5 * largest and t not in big and _ends_name(_closed(t))]
        if len(big) == 1 and not named and len(ends) == 1 and re.fullmatch(r"[\u3400-\u9fff ]+", big[0]):
            return _closed(big[0]) + _closed(ends[0])  # 澜湾 in large type, 新报 beside it
        name = (
            named[0] if len(named) == 1 and len(big) > 1 and len(_closed(named[0])) > SHORTEST_NAME else " ".join(big)
        )
        return _closed(name)
    candidates = [t for t, _ in plain if not _numbers_or_channel(t) and len(t) <= 40]
    han = [t for t in candidates if re.search(r"[\u3400-\u9fff]{2}", _closed(t))]
    if len(han) * 3 >= len(candidates):
        candidates = han  # a Chinese paper's English name is its second
    for text in candidates:
        bare = _closed(text)
        if _NAME_END.search(bare) and len(bare) <= 12:
            return bare
        if _ENGLISH_NAME.search(bare) and re.search(r"[A-Za-z]", bare) and len(bare.split()) <= 7:
            return bare
    everything = "".join(t for t, _ in plain)
    for text in candidates:
        bare = _closed(text)
        if 2 <= len(bare) <= 8 and (bare.startswith(("今日", "新")) or everything.count(bare) > 1):
            return bare
    if candidates[:1] != [plain[0][0]]:  # the first row says more than a name: its pieces are asked
        for piece in (piece for t, _ in plain for piece in t.split()):
            bare = _closed(piece)
            if 2 < len(bare) <= 8 and _NAME_END.search(bare) and not _numbers_or_channel(bare):
                return bare
    return _closed(candidates[0]) if candidates else None


def _ends_name(text: str) -> bool:
    """Whether a row is nothing but how papers' names end: 新报, 周刊."""
    return len(text) <= LONGEST_END and bool(re.fullmatch(r"[\u3400-\u9fff]+", text)) and bool(_NAME_END.search(text))


LONGEST_END = 3
"""Characters."""

_PAGES_TODAY = re.compile(r"[\s\u3000]+(?:今[日天]|本期|本[報报]|共)\s*(?:共)?[\d一二三四五六七八九十]+\s*版\s*$")


SHORTEST_NAME = 2
"""Characters of a name that needs nothing before it."""


def _closed(name: str) -> str:
    """A name without the spaces that set Han apart, without decoration, and without how many pages there are."""
    name = _PAGES_TODAY.sub("", name)
    name = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", name)
    if re.match(r"[\u3400-\u9fff]{2,}", name):
        name = re.sub(r"[\s　]+[A-Za-z][A-Za-z .&'-]+$", "", name)
    return name.strip(" 　《》〈〉「」【】|｜·*#")


def _numbers_or_channel(text: str) -> bool:
    if _PERMIT.search(text) or _CN.search(text) or _ISSN.search(text) or _TOTAL.search(text):
        return True
    if _NO_NAME.search(text):
        return True
    return kind_of(text) is not None


def numbers(text: str) -> tuple[str | None, str | None]:
    """Issue number and running number as printed; a volume counts as no number where a number stands too."""
    of_year = _OF_YEAR.search(text)
    total = _TOTAL.search(text)
    if of_year and not total:
        return _first(of_year), _first(_NUMBER.search(text[: of_year.start()]))
    rest = text[: total.start()] + text[total.end() :] if total else text
    rest = _LICENCE.sub(" ", _PERMIT.sub(" ", _CN.sub(" ", rest)))
    said = _NUMBER.search(rest)
    number, whole = _first(said), _first(total)
    runs_on = _RUNS_ON.match(rest, said.end()) if said and whole is None else None
    if runs_on:
        whole = _first(runs_on)
    if number is not None and whole is None and number.isdecimal() and int(number) > MOST_A_YEAR:
        return None, number
    return number, whole


_RUNS_ON = re.compile(r"\s*[（(]\s*(\d{1,3}(?:[ .,]\d{3})+|\d{3,6})\s*[)）]")
"""The running number in brackets after the year's: Nr. 242 (17946)."""

MOST_A_YEAR = 400
"""More issues than a year's: a number beyond is the running one."""


def volume(text: str) -> str | None:
    """The volume, as printed."""
    match = _VOLUME.search(text)
    return match.group(1) if match else None


def _first(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    found = next((m for m in match.groups() if m), None)
    return _arabic(_THOUSANDS.sub("", found)) if found else None


_THOUSANDS = re.compile(r"[,，]|(?<=\d)[ .\u202f\xa0](?=\d{3})")
"""What parts thousands: 48,219, 21 604, 3.412."""


def _arabic(printed: str) -> str:
    """A number in Arabic digits: 四十八 and 廿八 are 48 and 28, 二〇一一 is 2011, １２ is 12."""
    digits = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
    printed = "".join(str(int(c)) if c.isdecimal() else c for c in printed)
    printed = printed.replace("廿", "二十").replace("卅", "三十")
    if not any(c in printed for c in "十百千"):
        return "".join(str(digits.get(c, c)) for c in printed)
    total, current = 0, 0
    for c in printed:
        if c in "十百千":
            total += (current or 1) * {"十": 10, "百": 100, "千": 1000}[c]
            current = 0
        elif c in digits:
            current = digits[c]
        elif c.isdigit():
            current = current * 10 + int(c)
        else:
            return printed
    return str(total + current)


def registration(text: str) -> Registration | None:
    """CN number, ISSN or printing permit, as printed; the first of these that stands there."""
    text = re.sub(r"(?<=[准印證证號号])[ 　]+(?=[准印證证號号])", "", text)
    cn, issn, permit = _CN.search(text), _ISSN.search(text), _PERMIT.search(text)
    if cn:
        return Registration("cn", re.sub(r"\s", "", "CN" + (cn.group("n") or cn.group("n2"))))
    told = _PERMIT_TOLD.search(text)
    if told:
        return Registration("permit", re.sub(r"\s", "", told.group("n")))
    if permit:
        return Registration("permit", re.sub(r"\s", "", permit.group("n") or permit.group("n2")))
    licence = _LICENCE.search(text)
    if licence:
        return Registration("permit", re.sub(r"\s", "", licence.group("n")))
    if issn:
        return Registration("issn", re.sub(r"\s", "", issn.group("n")))
    return None
