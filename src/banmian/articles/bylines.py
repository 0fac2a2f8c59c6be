"""Names out of bylines: 「□ 記者 甲 乙」, 「■本報記者 王小明/文 李大同/攝」, "By JANE DOE, Staff Writer"."""

from __future__ import annotations

import re

from banmian.articles.grammar import INLINE_BYLINE, REPORTED_FROM, SAYS_BY, written_by
from banmian.articles.people import SURNAMES, is_body, is_name, simplified

_ROLES = re.compile(
    r"(?:本[報报刊社校院]|[\u3400-\u9fff]{0,2}[日晚晨早周週時时商][報报](?=[記记通])|[學学]生(?=[記记]|通)|校[園园](?=[記记]|通)|新[華华]社|中新社|全媒[體体]|融媒[體体]中?心?|區融媒體中心|区融媒体中心|[見见][習习]|首席|特[約约]|[視视][覺觉]|[資资]深|高[級级])*"
    r"(?:[記记]者|通[訊讯][員员]|[實实][習习]生|特[約约]撰稿人?|撰[稿文寫写]人?|采[寫写]|採[寫写]|[編编][譯译]|[評评][論论][員员]|作者|文字|[攝摄]影[報报][道導]|[攝摄]影|[攝摄]|[報报][道導导]|[專专][訪访]|供稿|供[圖图]|整理|答疑|解答|主[講讲]|嘉[賓宾]|口述|[讀读]者|(?<![\u4e00-\u9fff])(?:[圖图]文|文[圖图]?|[圖图]|并|並)(?![\u4e00-\u9fff]))"
)
_MARKS = re.compile(r"[〔〕□■◆●○◇▲△☆★◎▪•/∕／|｜:：,，、;；&＆()（）\[\]【】]+")
_PLACE = re.compile(rf"{REPORTED_FROM}[〕】)）\]]?\s*$")
_ENGLISH_ROLE = re.compile(
    r"(?:^|\s+)(?:staff reports?|from staff reports|compiled (?:by|from) .*|staff (?:writer|reporter|photographer|correspondent)|special to .*|for the .*|of the .* staff|(?:news |sports |city )?(?:correspondent|editor|columnist|stringer)|contributing (?:writer|editor)|the associated press)\s*$",
    re.IGNORECASE,
)
_ENGLISH_END = re.compile(
    r"\s*(?:,|/|\||\n|—|–)\s*(?:staff|special|the\b|of\b|for\b|correspondent|editor|reporter|contribut|associated|news\b|columnist|sports).*$",
    re.IGNORECASE | re.DOTALL,
)

_CLASS_OF = re.compile(r"\s*['’‘]\d{2}\b\.?$")
"""The class of a student: 「Omar Ransome ’19」."""

_TALE_BY = re.compile(
    r"^(?:An? )?(?:(?:original|short|[Hh]istorische|[Kk]leine) )?"
    r"(?:(?:[Ee]rzählung|ROMAN|[Nn]ovelle|[Hh]umoreske|[Ss]kizze|[Gg]eschichte) von|Roman von(?= [A-ZÀ-Þ]\S+ [A-ZÀ-Þ])"
    r"|(?:[Tt]ale|[Ss]tory|[Ss]ketch|[Nn]ovel|[Rr]omance) by|(?:[Rr]écit|[Nn]ouvelle|[Cc]onte) (?:par|de))\s+(?=[A-ZÀ-Þ])"
)
"""What stands before a novel's author: „Erzählung von“, "A Tale by"."""


_WHO_IS = re.compile(r"作者[系係是為为][\u3400-\u9fff]{2,16}(?=[\s　])")
"""What a signature says of its author: 「作者系新聞學院學生」."""


_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""An e-mail address, as it stands under a reporter's name."""

_OFFICE = re.compile(
    r"(?:aus|in|à|de|from|in) [A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+)*"
    r"|(?:[Kk]orrespondent(?:in)?|[Rr]edakteur(?:in)?|[Rr]eporter(?:in)?|[Ll]okalredaktion|[Rr]edaktion|[Vv]olontär(?:in)?|[Ff]reie[rn]? (?:Mitarbeiter|Autor)(?:in)?)"
    r"|(?:[Cc]orrespondante?|[Rr]édaction(?: locale| [A-ZÀ-Þ]\w+)?|[Ee]nvoyée? spéciale?|[Jj]ournaliste|[Rr]édact(?:eur|rice))"
    r"|(?:ist|schreibt|lehrt|lebt|est|écrit|enseigne|is|writes|teaches) .{3,60}|作者[為为是系係][^\s\u3000]{2,24}|[\u3400-\u9fff]{2,6}[觀观]察[者員员]|[\u3400-\u9fff]{0,4}[評评][論论][員员]|[專专][欄栏]作家"
)
"""What stands in a row of its own under a name, and is none: an office, a place, who the author is."""

_FROM_PLACE = re.compile("([\u3400-\u9fff]{2,3})[，,][\u3400-\u9fff]{2,4}")
"""Who wrote a letter, and from where: 「程守信，瀾溪」."""


def names(text: str) -> tuple[str, ...]:
    """The names in a byline, without roles, marks and spaces.

    A name of two characters is often set apart (「王 磊」); a lone surname and the lone character after it are
    one name.
    """
    line = re.sub(r"[（(]?\s*[下文]?[轉转]\s*第?\s*\S{1,4}版\s*[）)]?", " ", text).strip()
    line = _ADDRESS.sub(" ", line).strip()
    if not line or _OFFICE.fullmatch(line):
        return ()
    if re.search(r"[A-Za-z]{2}", line) and not re.search(r"[\u4e00-\u9fff]", line):
        return _english(line)
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
    spaced = _ROLES.sub(" ", _MARKS.sub(" ", line))
    tokens = spaced.split()
    found: list[str] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        follows = tokens[i + 1] if i + 1 < len(tokens) else ""
        if len(token) == 1 and len(follows) in {1, 2} and simplified(token) in SURNAMES:
            found.append(token + follows)
            i += 2
            continue
        found.append(token)
        i += 1
    people = [t for t in found if not is_body(t)] or found
    return tuple(dict.fromkeys(people))


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
    return names(match.group(1)) if match and is_name(match.group(1)) else ()


_SIGNATURE = re.compile(
    r"[。！？!?」』”][（(]\s*([\u3400-\u9fff·]{2,4}(?:[ \u3000、]+[\u3400-\u9fff·]{2,4}){0,2})\s*[）)]\s*$"
)

LONGEST_DATELINE = 30
"""Characters of an agency, a place and a day before the reporter's name: 環洲社聖卡洛港7月3日電（記者 …）."""

_ONLY_A_ROLE = re.compile(r"(?:staff )?(?:writer|reporter|photographer|correspondent|editor)\.?", re.IGNORECASE)
"""What is left of a role that ran over into a row of its own."""


_PHOTOGRAPHED = re.compile(
    r"\s*(?:[|/•·–—-]\s*)?\b(?:[Pp]hotos?|[Ff]otos?|[Pp]hotographs?|[Bb]ilder|[Pp]hotographies?)\b\s*(?::|by|von|par)\s*\S.*$"
)
"""Who made the pictures, in the same row."""

_NAMED = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]+)+$")
"""Two words or more with capitals."""


def _english(line: str) -> tuple[str, ...]:
    if _ONLY_A_ROLE.fullmatch(line):
        return ()
    line = _PHOTOGRAPHED.sub("", line).strip("()（） ")
    said_by = bool(SAYS_BY.match(line))
    line = _CLASS_OF.sub("", _ENGLISH_ROLE.sub("", line))
    line = _TALE_BY.sub("", line).rstrip(" .") if _TALE_BY.match(line) else line
    line = re.sub(r"^([A-Z][A-Z.'’ -]+),.*$", r"\1", line)
    line = _ENGLISH_END.sub("", SAYS_BY.sub("", line))
    parts = re.split(r"\s*(?:,|&|\band\b)\s*", line, flags=re.IGNORECASE)
    if len(parts) == 2 and "," in line and " " in parts[0] and (not _NAMED.match(parts[1]) or not said_by):
        parts = parts[:1]  # and the place that a letter comes from
    return tuple(_titled(p) for p in parts if p.strip())


def _titled(name: str) -> str:
    """A name set in capitals as a name is written."""
    if not name.isupper():
        return name.strip()
    return re.sub(r"[A-Z][A-Z]+", lambda m: _mac(m.group().capitalize()), name.strip())


def _mac(word: str) -> str:
    return "Mc" + word[2:].capitalize() if word.startswith("Mc") and len(word) > 3 else word
