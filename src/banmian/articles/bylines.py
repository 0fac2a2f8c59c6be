"""Names out of bylines: 「□ 記者 甲 乙」, 「■本報記者 王小明/文 李大同/攝」, "By JANE DOE, Staff Writer"."""

from __future__ import annotations

import re

from banmian.articles.grammar import INLINE_BYLINE, REPORTED_FROM, written_by
from banmian.articles.latin_bylines import latin_names
from banmian.articles.people import DOUBLE, SURNAMES, is_body, is_name, run_together, simplified

_ROLES = re.compile(
    r"(?:本[報报刊社校院]|[\u3400-\u9fff]{0,2}[日晚晨早周週時时商][報报](?=[記记通])|[學学]生(?=[記记]|通)|校[園园](?=[記记]|通)|新[華华]社|中新社|全媒[體体]|特派|[專专][題题]|採[訪访]|采访|融媒[體体]中?心?|區融媒體中心|区融媒体中心|[見见][習习]|[實实][習习](?=[記记])|自由(?=撰)|首席|特[約约]|[視视][覺觉]|[資资]深|高[級级])*"
    r"(?:[記记]者|通[訊讯][員员]|[實实][習习]生|特[約约]撰稿人?|撰[稿文寫写]人?|采[寫写]|採[寫写]|[編编][譯译]|[評评][論论][員员]|作者|文字|[攝摄]影[報报][道導]|[攝摄]影|[攝摄]|[報报][道導导]|[專专][訪访]|供稿|供[圖图]|整理|答疑|解答|主[講讲]|嘉[賓宾]|口述|[讀读]者|(?<![\u4e00-\u9fff])(?:[圖图]文|文[圖图]?|[圖图]|并|並)(?![\u4e00-\u9fff]))"
)
_MARKS = re.compile(r"[〔〕□■◆●○◇▲△☆★◎▪•/∕／|｜:：,，、;；&＆()（）\[\]【】]+")
_PLACE = re.compile(rf"{REPORTED_FROM}[〕】)）\]]?\s*$")
_WHO_IS = re.compile(r"作者[系係是為为][\u3400-\u9fff]{2,16}(?=[\s　])")
"""What a signature says of its author: 「作者系新聞學院學生」."""


_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""An e-mail address, as it stands under a reporter's name."""

_OFFICE = re.compile(
    r"[A-Z][\w'’-]+ (?:[Ss]taff|[Cc]orrespondent|[Nn]ews [Ss]taff)|(?:[Aa]us|[Ii]n|[Àà]|de|[Ff]rom) [A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+)*"
    r"|(?:[Kk]orrespondent(?:in)?|[Rr]edakteur(?:in)?|[Rr]eporter(?:in)?|[Ll]okalredaktion|[Rr]edaktion|[Vv]olontär(?:in)?|[Ff]reie[rn]? (?:Mitarbeiter|Autor)(?:in)?)"
    r"|(?:[Cc]orrespondante?|[Rr]édaction(?: locale| [A-ZÀ-Þ]\w+)?|[Ee]nvoyée? spéciale?|[Jj]ournaliste|[Rr]édact(?:eur|rice))"
    r"|(?:[Ee]nviad[oa] especial|[Cc]orresponsal|[Rr]edactora?|[Rr]edacción|[Pp]eriodista)"
    r"|(?:ist|schreibt|lehrt|lebt|est|écrit|enseigne|[Ii]s|writes|teaches) .{3,60}|作者[為为是系係][^\s\u3000]{2,24}|[\u3400-\u9fff]{2,6}[觀观]察[者員员]|[\u3400-\u9fff]{0,4}[評评][論论][員员]|[專专][欄栏]作家"
)
"""What stands in a row of its own under a name, and is none: an office, a place, who the author is."""

_FROM_PLACE = re.compile("([\u3400-\u9fff]{2,3})[，,][\u3400-\u9fff]{2,4}")
"""Who wrote a letter, and from where: 「程守信，瀾溪」."""


_FROM = re.compile(r"[【〔]?(?:本[報报])?[記记]者(?P<who>[\u3400-\u9fff]{4,6})(?<![專专][題题])[報报][導道导][】〕]?")


def _reports_from_place(line: str) -> str | None:
    """The reporter whose place stands right after his name (「記者康曉東金沙報導」); None where two names do."""
    match = _FROM.fullmatch(line)
    who = match.group("who") if match else ""
    for count in (3, 2):
        rest = who[count:]
        if is_name(who[:count]) and len(rest) in {2, 3} and not (len(rest) > SHORT_PLACE and is_name(rest)):
            return who[:count]
    return None


SHORT_PLACE = 2
"""Characters of a place that may be a name as well, which it hardly is there."""


def names(text: str) -> tuple[str, ...]:
    """The names in a byline, without roles, marks and spaces.

    A name of two characters is often set apart (「王 磊」); a lone surname and the lone character after it are
    one name, and so are two lone characters with nobody else beside them (a pen name, 「麥 穗」).
    """
    line = re.sub(r"[（(]?\s*[下文]?[轉转]\s*第?\s*\S{1,4}版\s*[）)]?", " ", text).strip()
    line = _ADDRESS.sub(" ", line).strip()
    if not line or _OFFICE.fullmatch(line):
        return ()
    if re.search(r"[A-Za-z]{2}", line) and not re.search(r"[\u4e00-\u9fff]", line):
        return latin_names(line)
    placed_reporter = _reports_from_place(line)
    if placed_reporter:
        return (placed_reporter,)
    line = _WHO_IS.sub("", line)
    placed_name = _FROM_PLACE.fullmatch(line)
    if placed_name and is_name(placed_name.group(1)):
        return (placed_name.group(1),)
    author = written_by(line)
    if author:
        return (author,)
    placed = _PLACE.search(line)
    if placed and len(_ROLES.sub("", _MARKS.sub("", line[: placed.start()])).replace(" ", "")) > 1:
        line = line[: placed.start()]
    line = _PAPERS_OWN.sub(lambda m: m.group() if is_name(m.group(1)) else "", line)
    tokens = _ROLES.sub(" ", _MARKS.sub(" ", _closed_up(line))).split()
    tokens = [t for t in tokens if t not in _WORKS] or tokens
    found: list[str] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        follows = tokens[i + 1] if i + 1 < len(tokens) else ""
        pen_name = len(tokens) == 2 and len(follows) == 1
        if len(token) == 1 and len(follows) in {1, 2} and (pen_name or simplified(token) in SURNAMES):
            found.append(token + follows)
            i += 2
            continue
        several = len(token) >= LONGEST_NAME and not is_body(token) and simplified(token)[:2] not in DOUBLE
        found += run_together(token) if several else ()
        found += [] if found and token.endswith(found[-1]) else [token]
        i += 1
    people = [t for t in found if not is_body(t)] or found
    return tuple(dict.fromkeys(people))


_PAPERS_OWN = re.compile(r"^([\u3400-\u9fff]{2,6})(?=(?:首席|特[約约]|[見见][習习]|[實实][習习])?[記记]者[ \u3000])")
"""The paper's own name before what its reporter is: 「星晚记者 …」."""

_WORKS = frozenset("著文圖图攝摄撰繪绘譯译編编")
"""What somebody did, as a word by itself."""


def _closed_up(line: str) -> str:
    """A line whose letters stand apart (「記 者 錢 守 信　蘇 國 慶」) as it is otherwise set."""
    tokens = _MARKS.sub(" ", line).split()
    if len(tokens) < SPACED_OUT or max(map(len, tokens)) > 2 or sum(len(t) == 1 for t in tokens) < len(tokens) / 2:
        return line
    return " ".join(run_together(_ROLES.sub("", "".join(tokens)))) or line


LONGEST_NAME = 4
"""Characters of a name at the most."""

SPACED_OUT = 3
"""Pieces of a line whose letters stand apart at the least."""


def reported(paragraph: str) -> tuple[tuple[str, ...], int]:
    """The names of who reports at a paragraph's beginning, and where his words about himself end.

    「【記者馬守信青石報導】青石縣…」, 「記者魏超／東嶺報導　清晨…」, 「□記者 甲 報道　…」; nobody and 0 for any other paragraph.
    """
    placed = _REPORTS_FROM.match(paragraph)
    match = placed or _REPORTS.match(paragraph)
    if match is None:
        return (), 0
    who = match.group("who").replace("\n", "").strip()
    if placed is None and " " not in who and "、" not in who:
        who = next((who[:n] for n in (len(who), 3, 2) if is_name(who[:n]) and len(who[n:]) != 1), "")
    found = names(who) if who else ()
    return (found, match.end()) if found and all(is_name(n) for n in found) else ((), 0)


_BY_HIMSELF = (
    r"\s*[【〔]?[□■◆●○◎▪]?[ \u3000]*(?:本[報报社])?[記记]者[ \u3000]*(?P<who>[\u3400-\u9fff·、 \u3000\n]{2,18}?)"
)
_REPORTS = re.compile(
    _BY_HIMSELF + r"[ \u3000]*(?:[專专][題题])?[報报]\n?[道導导](?:[】〕][ \u3000\n]*|[ \u3000\n]+|(?=[「“【〔])|$)"
)
"""A reporter's words about himself, closed by a bracket, white, or what somebody says."""

_REPORTS_FROM = re.compile(_BY_HIMSELF + r"[／/∕][\u3400-\u9fff\n]{2,5}?[ \u3000]*[報报]\n?[道導导][】〕]?[ \u3000\n]*")
"""The same with the place after a stroke, which nothing needs to close."""


def inline_names(paragraph: str) -> tuple[str, ...]:
    """Names of a byline in brackets at the beginning or the end of a paragraph."""
    for match in INLINE_BYLINE.finditer(paragraph):
        sent = match.start() < LONGEST_DATELINE and paragraph[match.start() - 1] in "電电訊讯"
        if match.start() < 12 or sent or len(paragraph) - match.end() < 2:
            return names(match.group(1))
    return ()


def signature(paragraph: str) -> tuple[str, ...]:
    """Names alone in brackets after a story's last full stop: 「……由執法人員勸離。（陳潔）」."""
    match = _SIGNATURE.search(paragraph)
    if match is None:
        return ()
    found = names(match.group(1))
    return found if found and all(is_name(n) for n in found) else ()


_SIGNATURE = re.compile(
    r"[。！？!?」』”][（(]\s*([\u3400-\u9fff·]{2,4}(?:[ \u3000、]+[\u3400-\u9fff·]{2,4}){0,2}"
    r"|[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff])\s*[）)]\s*$"
)

LONGEST_DATELINE = 30
"""Characters of an agency, a place and a day before the reporter's name: 環洲社聖卡洛港7月3日電（記者 …）."""
