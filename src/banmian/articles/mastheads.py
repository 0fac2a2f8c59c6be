"""Lines of a masthead or a folio, told by their words alone."""

from __future__ import annotations

import re

_CODE = "(?:[掃扫](?:一[掃扫]|[碼码]|描|我)|[長长]按|[識识][別别]|[關关]注|下[載载])"
"""How the caption of a QR code begins."""

_STRONG = re.compile(
    r"准印[證证]|刊[號号]\s*[:：]?|[國国][內内][統统]一|ISSN|\bCN\s*\d|[總总]第\s*\d|第\s*\d+\s*期|\bVol(?:ume)?\.?\s*[\dIVXLC]|\bNo\.\s*\d"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二一][〇○零九八][〇○零一二三四五六七八九]{2}年|民[國国]\s*\S{1,5}年"
    r"|^\s*\d{4}\s*年\s*\d{1,2}\s*月\s*$|(?:\d\s+){3}\d\s*年|机关报$|機關報$|^[\s　]*星期[一二三四五六日天][\s　]*$|[農农][曆历]|本[期報报]\s*(?:共|今日)?\s*[\d一二三四五六七八九十]+\s*版|今[日天]\s*[\d一二三四五六七八九十]+\s*版|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|[邮郵][發发]代[號号]|零售[價价]"
    r"|[發发]行(?:人|所|[單单]位)?\s*[:：]|公所[發发]行|社?[地址]址\s*[:：]|[電电][話话]\s*[:：]|[傳传]真\s*[:：]|主[辦办](?:[單单]位)?\s*[:：]?|出版(?:[單单]位)?\s*[:：]|主管\s*[:：]?|[編编][輯辑](?:部|出版)\s*[:：]?|承[辦办]\s*[:：]|印刷\s*[:：]|[內内]部[資资]料|免[費费][贈赠][閱阅]|[總总][編编][輯辑]?\s*[:：]"
    r"|公[眾众][號号]|官方微[博信]|微信|微博|抖音|[視视][頻频][號号]|客[戶户]端|\bAPP\b|[門门][戶户][網网]站|[網网][址站]|www\.|https?://|小[紅红][書书]|快手|今日[頭头][條条]|二[維维][碼码]|[掃扫](?:一[掃扫]|[碼码]|描)(?:二[維维][碼码])?(?:下[載载]|[關关]注|加入|[閱阅][讀读])|澎湃[號号]"
    r"|^[掃扫](?:一[掃扫]|[碼码]|描|我)[，,]?(?:下|加|看|聽|听|[讀读]|刷|[進进]|[裝装]|[報报]料|[訂订])[^\s，。]{0,5}$"
    rf"|^(?:{_CODE}[^\s，。]{{1,8}}(?:[\s　｜|、，,]+|$)){{2,}}$|^下[載载]\S{{1,8}}[\s　]+(?:看|[閱阅]?[讀读]|[獲获]取)\S{{2,8}}$"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+[A-Z][a-z]+\s+\d|\b(?:Established|Founded)\s+(?:in\s+)?\d{4}|\b\d+\s*cents\b|\$\d\.\d\d\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。！？]|，.{6,}，")

_FOLIO = re.compile(
    r"^\s*[-—–·]?\s*[A-D]?\d{1,3}\s*[-—–·]?\s*$|^\s*(?:第\s*)?[A-D]?\d{1,3}\s*版\s*(?:[:：|｜·\s]\s*\S{1,8})?\s*$|^\s*[A-D]\d{2}\s*\S{0,8}\s*$|^\s*\d{2}\s+[\u3400-\u9fff]{2,4}\s*$"
    r"|^.{0,10}(?:[責责]任?[編编][輯辑]?|[責责][編编]|本版[編编][輯辑]|[編编][輯辑]|[審审][校核]|值班(?:[編编][輯辑]|主任)?|美[術术]?[編编][輯辑]?|[組组]版|校[對对]|版面[設设][計计]|投稿[郵邮]箱|[電电]子[郵邮]箱|新[聞闻][熱热][線线]|[編编][輯辑]部?[電电][話话])\s*[:：\s].{0,60}$"
)


def masthead_words(line: str) -> bool:
    """Whether a line says what mastheads say: numbers, dates, registration, publisher, channels."""
    return bool(_STRONG.search(line)) and not _SENTENCE.search(line)


def folio_like(line: str) -> bool:
    """Whether a line is a folio or an editors' line."""
    return bool(_FOLIO.match(line)) and not _SENTENCE.search(line)
