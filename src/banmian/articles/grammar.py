"""What newspaper text says of itself: ends and beginnings, words cut in two, heads, bylines, labels, pointers.

Everything here looks at a string and nothing else. Patterns come in Traditional and Simplified, because a
stray glyph of the other script must not hide a byline.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import rjieba
from opencc import OpenCC

from banmian.articles.cut_words import cuts_a_word
from banmian.articles.people import DOUBLE, begins_like_name, is_name, simplified

SENTENCE_END = "。！？!?…"
CLOSERS = "」』”’）)】》〉］]\"'"
OPENERS = "「『“‘（(【《〈［["
PAIRS = {"」": "「", "』": "『", "”": "“", "’": "‘", ")": "(", "】": "【", "》": "《", "〉": "〈", "]": "["}
ONE_WIDTH = str.maketrans("（）［］", "()[]")
"""Brackets as pairs see them: print opens a bracket full-width and closes it half-width."""

NEVER_FIRST = "，。、；：！？,;:!?)）」』”’】》〉］％%的了着著們们"
"""What no sentence begins with: closing marks and words that lean on what stands before them."""

LEAD = re.compile(
    r"^[\s　【\[（(]*(?:本[報报刊台網网]\s*(?:綜合)?\s*(?:[訊讯]|消息|電|电)|[新晚日晨]?[報报]?[訊讯]\s*[（(]|據|记者從|【本[報报][訊讯]】|[A-Z]{3,}[A-Z .,]*[—–-])"
)
"""How news begins: 本報訊, 本報綜合消息, or a dateline in capitals."""

DATE_FIRST = re.compile(
    r"^[\s　]*(?:\d{1,2}月\d{1,2}日|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|近日|日前|昨[日天]|今[日年天]|連日來|连日来)"
)

MARK = r"[□■◆●○◇▲△☆★◎▪•]"
ROLE_WORD = (
    r"(?:本[報报刊校院]|[\u3400-\u9fff]{0,2}[日晚晨早周週時时商][報报]|本社|[學学]生|校[園园]|[見见][習习]|[實实][習习]|首席|特[約约]|[視视]覺|高級|[資资]深|[區区]?融媒[體体](?:中心)?){0,3}\s*"
    r"(?:[記记]者|通[訊讯][員员]|[實实][習习]生|特[約约][記记]者|[撰采採][稿寫写]人?|[編编][譯译]|[評评][論论][員员]|作者|文字|[攝摄]影(?:[記记]者|[報报][道導])?|[報报][道導]員?|供稿|整理|答疑|解答|主[講讲]|嘉[賓宾]|口述|[讀读]者)"
)
BYLINE = re.compile(
    rf"^\s*(?:{MARK}\s*{ROLE_WORD}.{{1,40}}|{MARK}\s*[\u3400-\u9fff·]{{2,4}}(?:[\s　、]+[\u3400-\u9fff·]{{1,4}}){{0,4}}|{MARK}?\s*{ROLE_WORD}(?:[\s　:：/／]|\b).{{1,40}}|{MARK}?\s*(?:文|圖|图|文圖|文图|撰文|整理)\s*[/／|｜:：]\s*.{{1,30}}"
    r"|(?:[Bb][Yy]|BY)\s+[A-Z].{2,60})$"
)
"""A line of its own that says who wrote it."""

REPORTED_FROM = r"[/∕／]\s*[\u3400-\u9fff]{2,6}(?:[報报][導道导]|[電电])\s*"
"""Where a report was made, after the name: the end of 「記者王小明／花蓮報導」."""

PLACED_BYLINE = re.compile(
    rf"^[〔【（(]?\s*(?:本[報报])?[記记]者[\u3400-\u9fff·\s　、]{{2,16}}{REPORTED_FROM}[〕】）)]?$"
)
"""Who reported, and from where: 「記者王小明／花蓮報導」."""

_STAFF_BYLINE = re.compile(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]+){1,3}, (?i:(?:(?:staff|news|sports|student|senior|guest) )?(?:writer|reporter|editor))"
)
"""A name and the post of who bears it: "Walter Whitcombe, staff writer"."""

SAYS_BY = re.compile(r"^\s*(?:by|par|von|por)\s+", re.IGNORECASE)
"""How a byline in Latin letters begins that says that it is one."""

INLINE_BYLINE = re.compile(
    rf"(?:[（(]|[【〔](?=本[報报刊社台]|[記记]者[^】〕]{{2,12}}[／/][^】〕]{{1,8}}[報报][道導导]))\s*{MARK}?\s*({ROLE_WORD}\s*[^（）()【】〔〕。，,]{{1,40}})[）)】〕]"
)
"""（記者 甲 乙） or 【本報記者甲報道】 at the beginning or the end of a paragraph."""

_NO = r"(?:[A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})"
"""A page's number, in digits or in Chinese numerals."""

_SPAN = rf"(?:第\s*)?{_NO}\s*版?\s*(?:[-－—–~～至到、]\s*(?:第\s*)?{_NO}\s*版?)*(?<=版)"
"""4-9版, 第4至9版, 3版、4版, 六、七版."""

_SEE = r"(?:相[關关](?:新[聞闻]|[報报][道導导]))?(?:[詳详][見见]|[請请]?看|[請请]?[讀读]|[見见]|全文[見见]?|[內内]容[見见]|[報报]道[詳详]?[見见]|[導导][讀读]|刊(?:[于於在]|(?=第?\s*[\dA-D一二三四五六七八九十]))|[請请]?翻[至到閱阅]|[轉转]|[詳详][細细][報报]道[見见]?|更多[內内]容[見见]?)\s*[:：·・]?\s*(?:今日|今天|本[報报]|本期|今[報报])?"
_OPEN, _CLOSE = r"[\[［【（(〔<＜〈《»〉》▶►→☞>＞●◆]", r"[\]］】）)〕>＞〉》«◀◄←]"

POINTER_PAGES = re.compile(
    rf"(?:第\s*)?(?P<first>{_NO})\s*版?\s*(?:[-－—–~～至到、]\s*(?:第\s*)?(?P<last>{_NO}))?\s*版"
    r"|(?:\b(?:pages?|seiten?|p[áa]ginas?)\s+|(?<=[\s,])[ps]\.\s*)(?P<efirst>[A-D]?\d{1,3})(?:\s*(?:[-–—]|to|and)\s*(?P<elast>[A-D]?\d{1,3}))?",
    re.IGNORECASE,
)
POINTER_LINE = re.compile(
    rf"^\s*{_OPEN}*\s*(?:{_SEE})?\s*{_SPAN}\s*{_CLOSE}*\s*[。.]?$|^\s*[ps]\.\s*[A-D]?\d{{1,3}}\s*$"
    r"|^\s*[(\[]?\s*(?:see|turn to|story on|more on|full report,?|details,?)?\s*pages?\s+[A-D]?\d{1,3}(?:\s*[-–]\s*[A-D]?\d{1,3})?\s*[)\]]?\.?$",
    re.IGNORECASE,
)
"""A line that is nothing but a pointer to pages: 詳見4-9版, [4-9版], see pages 4-9."""

POINTER_TAIL = re.compile(
    rf"\s*{_OPEN}+\s*(?:{_SEE})?\s*{_SPAN}\s*{_CLOSE}+\s*$|[\s，,;；—]*[▶►→☞]?\s*{_SEE}\s*{_SPAN}\s*$|\s*[▶►→☞>＞》〉]{{1,3}}\s*{_SPAN}\s*$|\s+{_SPAN}\s*$"
)
"""A pointer at the end of a line that says something else before it."""

PAGE_TAIL = re.compile(r"(?:[\s,.;–—-]+(?:[Pp]ages?|PAGES?|Seiten?|[Pp]áginas?)|[\s,]+(?:p|S)\.)\s*[A-D]?\d{1,3}\s*$")
"""A page at the end of a line of an index: "Obituaries  Page 2"."""

POINTER_WITHIN = re.compile(
    rf"[\[［【（(〔][^\[\]［］【】（）()〔〕\n]{{0,8}}?{_SPAN}[^\[\]［］【】（）()〔〕\n]{{0,3}}[\]］】）)〕]|{_SEE}\s*{_SPAN}|(?<=[\s　]){_SPAN}$"
    r"|\bsee\s+pages?\s+[A-D]?\d{1,3}(?:\s*[-–]\s*[A-D]?\d{1,3})?",
    re.IGNORECASE,
)
"""A pointer anywhere in a text."""

_BEFORE, _AFTER = rf"[◀◄←]*{_OPEN}*", rf"(?:{_CLOSE}|[▶►→])*"
"""What may stand around an arrival, and after either: brackets and arrows."""

_MARKED = r"(?P<mark>[①-⑳])?"
"""Which of several jumps between two pages it is."""

JUMP_ON = re.compile(
    rf"^\s*{_OPEN}*\s*(?:下[轉转]|文[轉转]|全文[轉转]|[轉转]入?|[緊紧]接|[續续][見见])\s*(?:第\s*)?"
    rf"(?P<page>{_NO})\s*版?\s*{_MARKED}\s*{_AFTER}\s*[。.]?$"
    r"|^\W*(?:please\s+)?(?:see|turn to|continued on)\s+(?:(?P<slug>[A-Z][A-Z'’ -]{1,30}),?\s+(?:on\s+)?)?page\s+(?P<epage>[A-D]?\d{1,3})\W*$"
    r"|^\W*(?:(?P<slug2>(?-i:[A-Z][A-Z'’ -]{1,30}?))\s*[/|–—-]\s*page|see\s+(?P<slug3>(?-i:[A-Z][A-Z'’ -]{1,30}?)),)\s+(?P<page3>[A-D]?\d{1,3})\W*$"
    r"|^\W*(?:(?:[àa] )?suivre|(?:lire la )?suite|fortsetzung|weiter|siehe|contin[úu]a)(?:\s+(?:en|à la|auf|la)){0,2}\s+(?:page|p\.|seite|s\.|p[áa]g(?:ina|\.))\s*(?P<page2>[A-D]?\d{1,3})\W*$",
    re.IGNORECASE,
)
JUMP_FROM = re.compile(
    rf"^\s*{_BEFORE}\s*(?:上接|[緊紧]接|接|[續续])\s*(?:第\s*)?"
    rf"(?P<page>{_NO})\s*版?\s*{_MARKED}\s*{_AFTER}\s*[。.]?$"
    rf"|^\s*{_BEFORE}\s*(?:上接|上?文接)\s*(?:第\s*)?(?P<page4>{_NO})\s*版[\s:：|｜]*(?P<slug4>[^。]{{2,20}})$"
    r"|^\W*(?:(?P<slug>[A-Z][A-Z'’ -]{1,30})[,:]?\s+)?(?:continued\s+)?from\s+page\s+(?P<epage>[A-D]?\d{1,3})\W*$"
    r"|^\W*(?:suite|fortsetzung|viene|continuaci[óo]n)\s+(?:de|von|vom)(?:\s+la)?\s+(?:page|p\.|seite|s\.|p[áa]g(?:ina|\.))\s*(?P<page2>[A-D]?\d{1,3})\W*$",
    re.IGNORECASE,
)
MORE_ON = re.compile(
    r"^\W*(?:turn to|continued on|continues on)\s+(?:page\s+)?(?P<page5>[A-D]?\d{1,3})\W*$"
    r"|^\W*(?:lire|voir|siehe|mehr auf|ver|véase)\s+(?:la\s+)?(?:page|p\.|seite|s\.|p[áa]g(?:ina|\.))\s*(?P<page7>[A-D]?\d{1,3})\W*$"
    r"|^\W*(?P<slug5>(?-i:[A-Z][A-Z'’ -]{1,30})),\s*page\s+(?P<page6>[A-D]?\d{1,3})\W*$",
    re.IGNORECASE,
)
"""Further ways to go on, which are jumps where the judges say so too."""

MORE_FROM = re.compile(
    r"^\W*continued\s+from\s+(?P<page5>[A-D]?\d{1,3})\W*$|^\W*(?:von|aus)\s+(?:seite|s\.)\s*(?P<page6>[A-D]?\d{1,3})\W*$",
    re.IGNORECASE,
)

JUMP_ON_TAIL = re.compile(
    rf"\s*{_OPEN}+\s*(?:下[轉转]|文[轉转]|[轉转])\s*(?:第\s*)?"
    rf"(?P<page>{_NO})\s*版\s*{_MARKED}\s*{_AFTER}\s*$"
    r"|\s*下[轉转]\s*第?\s*(?P<page2>[A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*[①-⑳]?\s*$"
)
JUMP_FROM_HEAD = re.compile(
    rf"^\s*{_BEFORE}\s*上接\s*(?:第\s*)?"
    rf"(?P<page>{_NO})\s*版\s*{_MARKED}\s*{_AFTER}\s*"
)
CAPTION = re.compile(
    r"^[\s　]*(?:[▲△◀▶▼↑↓←→]|[圖图](?:[為为]|[①②③④⑤⑥\d一二三]|[說说]|片[說说]明|[：:])|(?:上|下|左|右)[圖图]|[攝摄]影[：:])"
    r"|(?:[\s　/／|｜（(](?:[記记]者|通[訊讯][員员]|本[報报][記记]者)?[\s　]*\S{2,8}[\s　]*[/／]?\s*(?:[攝摄]影?|供[圖图]|[圖图])[)）]?)\s*$"
    r"|\b(?:photo|picture|courtesy)\b.{0,40}$",
    re.IGNORECASE,
)
"""Words under a picture."""

CREDIT = re.compile(
    r"[\s　]*[（(]?\s*(?P<who>(?:本[報报])?(?:[記记]者|通[訊讯][員员]|[攝摄]影(?:[：:／/])?)?[\s　]*[^\s　。，,（(）)]{2,10}(?:[\s　][^\s　。，,（(）)]{1,4})?)[\s　]*[/／]?\s*(?:[攝摄]影?|供[圖图])\s*[)）]?\s*$"
    r"|[\s　]*[（(]?\s*[攝摄]影?\s*[/／：:]\s*(?P<who2>[^\s　]{2,10})\s*[)）]?\s*$"
    r"|(?:^|\s+|—\s*)[(\[]?(?:Staff\s+)?(?:photos?|picture)\s+(?:by|courtesy(?:\s+of)?:?)\s*(?P<who3>[A-Z].{2,40}?)[)\]]?\.?\s*$",
    re.IGNORECASE,
)

_LABEL_WORDS = (
    "新聞|要聞|簡訊|短訊|快訊|動態|速覽|速遞|集錦|掃描|瞭望|廣角|視點|焦點|聚焦|觀察|短評|時評|評論|社論|專欄|漫談|隨筆|雜談|論壇|"
    "之窗|之聲|天地|園地|信箱|回音壁|公告|通告|告示|啟事|提示|提醒|預告|預報|連線|直擊|現場|人物|風采|故事|記憶|影像|圖片|圖說|便民|服務|"
    "短波|快遞|播報|拾零|集萃|窗口|點滴|直通車|早知道|傳真|欄|欄目|專欄|資訊|信息|導讀|導覽|副刊|文苑|詩苑|讀者|來信|問答|解讀|一覽|摘要|快報|特寫|專訪|特稿|通訊|簡報|話題|熱線|百科|健康|生活|天氣|節氣|聲音|數字|看點"
)
LABEL = re.compile(
    rf"^[【\[《「『◆■□●▌|｜\s]*(?:[^\s，。、；：！？]{{0,6}}(?:{_LABEL_WORDS})|大字[^\s，。]{{1,3}})[】\]》」』◆■□●|｜\s]*$"
)
"""A standing column's name: short, and ending in what columns are called."""

FOLIO = re.compile(
    r"^(?:第?\s*[A-D]?\d{1,3}\s*版?\s*[:：|｜·]?\s*\S{0,8}|.{0,12}(?:責任?編輯|責編|版面|美術編輯|美編|校對|組版|電子郵箱|投稿郵箱|新聞熱線|編輯部電話).{0,60})$"
)


_NUMERALS = {c: i for i, c in enumerate("一二三四五六七八九", start=1)}


def arabic(printed: str) -> str:
    """A page's number in digits: 十二 is 12, A03 stays."""
    if not printed or not all(c in "一二三四五六七八九十" for c in printed):
        return printed
    if "十" not in printed:
        return "".join(str(_NUMERALS[c]) for c in printed)
    tens, ones = printed.split("十", 1)
    return str(10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0))


def is_han(char: str) -> bool:
    """Whether a character is a Han one."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


class _Ems(dict[str, float]):
    """A character's width in ems, looked up once for each."""

    def __missing__(self, char: str) -> float:
        wide = self[char] = 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5
        return wide


_EMS = _Ems()


def width(text: str) -> float:
    """Its length in ems: a full-width character is one, a half-width one half."""
    return sum(map(_EMS.__getitem__, text))


def sentence_ended(text: str) -> bool:
    """Whether a paragraph may end here: an end mark, perhaps with quotes or brackets closed after it."""
    if text[-1:].isalnum():
        return False  # most lines end so
    if text.rstrip()[-1:] in "»«“":
        text = _CLOSED_STOP.sub(r"\1", text)
    bare = text.rstrip().rstrip(CLOSERS).rstrip()
    closed = text.rstrip()[len(bare) :]
    if not bare:
        return bool(closed)
    if bare[-1] in SENTENCE_END or (bare[-1] == "." and not re.search(r"\b[A-Z][a-z]{0,3}\.$", bare)):
        return True
    return bool(closed) and closed[-1] in "）)】］]" and not is_open(text)


_CLOSED_STOP = re.compile(r"([.!?…])[\s\u202f]*[»«“]\s*$")
"""A full stop and the close of a quotation by marks that open one in other languages."""


def is_open(text: str) -> bool:
    """Whether a quotation or bracket that begins in it does not end in it."""
    stack: list[str] = []
    for char in text.translate(ONE_WIDTH):
        if char in OPENERS:
            stack.append(char)
        elif char in PAIRS and PAIRS[char] in stack:
            while stack.pop() != PAIRS[char]:
                pass
    return bool(stack)


def goes_on(before: str, after: str, *, indented: bool = False) -> float:
    """How strongly the grammar says that `after` continues the sentence or paragraph that `before` leaves.

    From -1 (surely a new paragraph) to 1 (surely the same). Evidence: end marks, open quotations, words cut in
    two, hyphens, beginnings that cannot begin.
    """
    right = after.lstrip(" \t　")
    left, ended, quoted = _end_of(before)
    if not left or not right:
        return 0.0
    if right[0] in NEVER_FIRST and not (right[0] == "的" and len(right) < 3):
        return 1.0
    if not ended:
        if left[-1] in "：:" and indented:
            return -0.3
        if left[-1].isascii() and left[-1].isalpha() and right[0].isupper() and indented:
            return 0.1
        return 1.0 if cuts_a_word(left, right) or left[-1] in "，、；,;-" else 0.8
    if indented:
        return -0.9
    if quoted and right[0] not in OPENERS:
        return 0.3
    return -0.5


@lru_cache(maxsize=4096)
def _end_of(before: str) -> tuple[str, bool, bool]:
    """A text without white at its end, whether it ends a sentence, and whether a quotation is open at its end."""
    left = before.rstrip()
    return left, sentence_ended(left), is_open(left[-400:])


def is_byline(text: str) -> bool:
    """Whether a line of its own says who wrote the story."""
    bare = text.strip()
    bracketed = re.fullmatch(r"\s*([（(【])(.{2,40})[）)】]\s*", text)
    if bracketed:
        inner = bracketed.group(2)
        closed = _ROLE_AND_NAMES.fullmatch(inner)
        named = are_names(closed.group(1) if closed else inner)
        return named or (bracketed.group(1) != "【" and bool(INLINE_BYLINE.search(text)))
    if _BY_PART.fullmatch(bare) or written_by(bare):
        return True
    signed = re.fullmatch(
        r"\s*([\u3400-\u9fff·]{2,4})(?:[\s　、]+[\u3400-\u9fff·]{2,4}){0,3}[\s　]*[/／]?[\s　]*"
        r"(?:整理|撰文|文|[報报][道導]|[攝摄]影[報报][道導]|供稿|口述|[編编][譯译])",
        text,
    )
    if signed and begins_like_name(signed.group(1)):
        return True
    if PLACED_BYLINE.match(bare):
        return True
    closed = _ROLE_AND_NAMES.fullmatch(bare)
    if closed and re.search(r"[\s　、]", closed.group(1)) and are_names(closed.group(1), sure=True):
        return True
    if closed and width(bare) <= 9:
        return are_names(closed.group(1), sure=True)
    if re.fullmatch(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}, [A-Z][\w .'-]{3,30}", bare):
        return True
    if _STAFF_BYLINE.fullmatch(bare):
        return True
    if re.match(r"(?:staff reports?|from staff reports|compiled (?:by|from) .{2,50})$", bare, re.IGNORECASE):
        return True
    if (marked := _FOUR_MARKED.fullmatch(bare)) and marked.group(1)[:2] not in DOUBLE:
        return False  # four characters are two words: ◆大字速讀
    return width(text) <= 32 and bool(BYLINE.match(bare)) and not sentence_ended(text)


_FOUR_MARKED = re.compile(rf"{MARK}\s*([\u3400-\u9fff]{{4}})")
"""Four characters after a mark and nothing else."""

_NAME = r"[\u3400-\u9fff·]{2,4}"

_BY_PART = re.compile(
    rf"{MARK}?\s*(?:{_NAME}\s*[/／]\s*(?:文|[圖图]|[攝摄]影?|撰文|[編编][譯译]|[圖图]文|整理)(?:[\s　、，,;；]+|$)){{1,4}}"
)
"""Who did which part: 「沈一禾/文 葉帆/攝」."""

_ROLE_AND_NAMES = re.compile(rf"{MARK}?\s*{ROLE_WORD}({_NAME}(?:[\s　、]+{_NAME}){{0,4}})")

_WRITTEN_BY = re.compile(rf"({_NAME})(?:\s+|(?<=.{{3}}))(?:著|作|撰|譯|译|述|輯|辑)")
"""The author of a novel or an essay: 「喬雲階作」."""


def written_by(text: str) -> str | None:
    """The author whom a line of its own names; None where it names none."""
    found = _WRITTEN_BY.fullmatch(text)
    if found is None or not are_names(found.group(1)):
        return None
    alone = len(list(rjieba.cut(simplified(text), False))[-1]) == 1  # 安全工作 ends on a word
    return found.group(1) if alone else None


def are_names(text: str, *, sure: bool = False) -> bool:
    """Whether a text is nothing but Chinese names with spaces between them.

    Args:
        text: of a line, or of what a bracket holds.
        sure: that something else says so, a word for a reporter before them; then a word of the dictionary may be one.
    """
    parts = [p for p in re.split(r"[\s　、]+", text) if p]
    every = all(re.fullmatch(_NAME, p) and begins_like_name(p) for p in parts)
    return 0 < len(parts) <= 5 and every and (sure or all(is_name(p) and not is_word(p) for p in parts))


@lru_cache(maxsize=4096)
def is_word(text: str) -> bool:
    """Whether rjieba's dictionary has a text as one word that is no person's name."""
    found = rjieba.tag(simplified(text), False)
    return len(found) == 1 and not found[0][1].startswith("nr")


NOTICE = re.compile(
    r"^(?!便民|本[報报]|政[務务府]|重要|[社小][區区]|今日)[^\s，。、；：！？]{2,12}(?:公告|通告|[佈布]告|[啟启]事|通知|公示|聲明|声明)$"
)
"""A notice's headline, which says what it is about: 停水公告, 招聘啟事; a column of notices says only 公告."""


_PAGES_OF = re.compile(
    r"第?\s*\d{1,2}(?:\s*[、,，\-—–－至到]\s*(?:第\s*)?\d{1,2})+\s*版[·:：｜|　 ]\s*[\u3400-\u9fff]{2,6}$"
)
"""The pages of a special section and its name: 「第4、5版·專題」; a single page and its name are a folio."""


def is_label(text: str) -> bool:
    """Whether a line is the name of a standing column."""
    bare = text.strip()
    if NOTICE.match(bare):
        return False
    if re.fullmatch(r"【.{2,10}】|\[[^\d\[\]]{2,10}\]", bare):
        return not POINTER_LINE.match(bare)
    return (width(bare) <= 9 and bool(LABEL.match(traditional_pattern(bare)))) or bool(_PAGES_OF.match(bare))


_traditional = OpenCC("s2t").convert


@lru_cache(maxsize=1024)
def traditional_pattern(text: str) -> str:
    """A Traditional copy for patterns that are written in Traditional."""
    return str(_traditional(text))


def looks_like_head(text: str) -> float:
    """How much a line reads like a headline, from -1 to 1, by its length and marks alone."""
    bare = text.strip()
    size = width(bare)
    if not bare or size > 46:
        return -1.0
    if bare[-1] in "。，、；,;：:":
        return -1.0
    if LEAD.match(bare) or (DATE_FIRST.match(bare) and "，" in bare):
        return -0.9
    commas = sum(bare.count(c) for c in "，,。；;")
    score = 0.8 if size <= 24 else 0.4 if size <= 32 else -0.3
    return score - (0.3 if size <= 20 else 0.45) * commas
