"""Names out of bylines: 「□ 記者 甲 乙」, 「■本報記者 王小明/文 李大同/攝」, "By JANE DOE, Staff Writer"."""

from __future__ import annotations

import re

from banmian.articles.grammar import INLINE_BYLINE, simplified

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙"
    "叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农"
    "温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空"
    "曾毋沙乜养鞠须丰巢关蒯相查荆红游竺权逯盖益桓公肖岳帅涂代仝佟候原付"
)
"""The usual one-character surnames (百家姓 and the newer ones), Simplified."""

_ROLES = re.compile(
    r"(?:本[報报刊社]|新[華华]社|中新社|全媒[體体]|融媒[體体]中?心?|區融媒體中心|区融媒体中心|[見见][習习]|首席|特[約约]|[視视][覺觉]|[資资]深|高[級级])*"
    r"(?:[記记]者|通[訊讯][員员]|[實实][習习]生|特[約约]撰稿人?|撰[稿文寫写]人?|采[寫写]|採[寫写]|[編编][譯译]|[評评][論论][員员]|作者|文字|[攝摄]影[報报][道導]|[攝摄]影|[攝摄]|[報报][道導]|供稿|供[圖图]|整理|答疑|解答|主[講讲]|嘉[賓宾]|口述|[讀读]者|[圖图]文|文[圖图]?|[圖图]|并|並)"
)
_MARKS = re.compile(r"[□■◆●○◇▲△☆★◎▪•/／|｜:：,，、;；&＆()（）\[\]【】]+")
_ENGLISH = re.compile(r"^\s*by\s+", re.IGNORECASE)
_ENGLISH_ROLE = re.compile(
    r"(?:^|\s+)(?:staff reports?|from staff reports|compiled (?:by|from) .*|staff (?:writer|reporter|photographer|correspondent)|special to .*|for the .*|of the .* staff|(?:news |sports |city )?(?:correspondent|editor|columnist|stringer)|contributing (?:writer|editor)|the associated press)\s*$",
    re.IGNORECASE,
)
_ENGLISH_END = re.compile(
    r"\s*(?:,|/|\||\n|—|–)\s*(?:staff|special|the\b|of\b|for\b|correspondent|editor|reporter|contribut|associated|news\b|columnist|sports).*$",
    re.IGNORECASE | re.DOTALL,
)


def names(text: str) -> tuple[str, ...]:
    """The names in a byline, without roles, marks and spaces.

    A name of two characters is often set apart (「王 磊」); a lone surname and the lone character after it are
    one name.
    """
    line = text.strip()
    if re.search(r"[A-Za-z]{2}", line) and not re.search(r"[\u4e00-\u9fff]", line):
        return _english(line)
    spaced = _ROLES.sub(" ", _MARKS.sub(" ", line))
    tokens = spaced.split()
    found: list[str] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        follows = tokens[i + 1] if i + 1 < len(tokens) else ""
        if len(token) == 1 and len(follows) == 1 and simplified(token) in SURNAMES:
            found.append(token + follows)
            i += 2
            continue
        found.append(token)
        i += 1
    people = [t for t in found if not _is_body(t)] or found
    return tuple(dict.fromkeys(people))


_BODIES = re.compile(r".{2}(?:院|所|局|委|[會会]|中心|校|社|[隊队]|部|公司|[館馆]|站|[辦办]|[鎮镇]|街道|花苑|小[區区]|[處处]|店|[廠厂])$")
"""Bodies that stand beside a name: the hospital of a doctor, the estate of a letter writer."""


def _is_body(token: str) -> bool:
    """Whether a token names a body or a street rather than a person."""
    street = token[-1:] in "街路村里號号巷弄" and simplified(token)[0] not in SURNAMES
    return bool(_BODIES.search(token)) or street


def is_name(text: str) -> bool:
    """Whether a line is nothing but one or two Chinese names."""
    tokens = text.replace("\u3000", " ").split()
    if len(tokens) == 2 and len(tokens[0]) == len(tokens[1]) == 1:
        tokens = ["".join(tokens)]
    people = [t for t in tokens if not _is_body(t)]
    return 0 < len(people) <= 3 and len(tokens) <= 4 and all(
        2 <= len(t) <= 4 and re.fullmatch(r"[\u3400-\u9fff·]+", t) and simplified(t)[0] in SURNAMES for t in people
    )


def inline_names(paragraph: str) -> tuple[str, ...]:
    """Names of a byline in brackets at the beginning or the end of a paragraph."""
    for match in INLINE_BYLINE.finditer(paragraph):
        if match.start() < 12 or len(paragraph) - match.end() < 2:
            return names(match.group(1))
    return ()


def _english(line: str) -> tuple[str, ...]:
    line = _ENGLISH_ROLE.sub("", line)
    line = re.sub(r"^([A-Z][A-Z.'’ -]+),.*$", r"\1", line)
    line = _ENGLISH_END.sub("", _ENGLISH.sub("", line))
    parts = re.split(r"\s*(?:,|&|\band\b)\s*", line, flags=re.IGNORECASE)
    return tuple(_titled(p) for p in parts if p.strip())


def _titled(name: str) -> str:
    """A name set in capitals as a name is written."""
    if not name.isupper():
        return name.strip()
    return re.sub(r"[A-Z][A-Z]+", lambda m: _mac(m.group().capitalize()), name.strip())


def _mac(word: str) -> str:
    return "Mc" + word[2:].capitalize() if word.startswith("Mc") and len(word) > 3 else word
