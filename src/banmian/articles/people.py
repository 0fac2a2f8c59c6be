"""Chinese names of people, told from those of bodies and streets, and from other words."""

from __future__ import annotations

import re
from functools import lru_cache

from opencc import OpenCC

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

DOUBLE = frozenset(
    (
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "司徒",
        "东方",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "宇文",
        "长孙",
        "皇甫",
        "夏侯",
        "端木",
    )
)
"""Surnames of two characters; others have given names of at most two."""

_simplify = OpenCC("t2s").convert


@lru_cache(maxsize=16384)
def simplified(text: str) -> str:
    """A copy in which Traditional glyphs are Simplified one for one, for dictionaries and patterns."""
    plain = _simplify(text)
    return plain if len(plain) == len(text) else "".join(_simplify(c)[:1] or c for c in text)


_BODIES = re.compile(
    r".{2}(?:院|所|局|委|[會会]|中心|校|社|[隊队]|部|公司|[館馆]|站|[辦办]|[鎮镇]|街道|花苑|小[區区]|[處处]|店|[廠厂])$"
)
"""Bodies that stand beside a name: the hospital of a doctor, the estate of a letter writer."""


def is_body(token: str) -> bool:
    """Whether a token names a body or a street rather than a person."""
    street = token[-1:] in "街路村里號号巷弄" and simplified(token)[0] not in SURNAMES
    return bool(_BODIES.search(token)) or street


def is_name(text: str) -> bool:
    """Whether a line is nothing but one or two Chinese names."""
    tokens = text.replace("\u3000", " ").split()
    if len(tokens) == 2 and len(tokens[0]) == len(tokens[1]) == 1:
        tokens = ["".join(tokens)]
    people = [t for t in tokens if not is_body(t)]
    return (
        0 < len(people) <= 3
        and len(tokens) <= 4
        and all(
            2 <= len(t) <= (4 if simplified(t)[:2] in DOUBLE or "·" in t else 3)
            and re.fullmatch(r"[\u3400-\u9fff·]+", t)
            and simplified(t)[0] in SURNAMES
            for t in people
        )
    )


_LATIN_NAME = re.compile(
    r"(?:(?:[Bb]y|BY|[Vv]on|[Pp]ar)\s+)?[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:de|von|van|la|du|d’|[A-ZÀ-ÖØ-Þ][\w.'’-]*)){1,3}"
)


def is_latin_name(text: str) -> bool:
    """Whether a line may be nothing but a name in Latin letters."""
    bare = text.strip()
    return len(bare) <= 34 and _LATIN_NAME.fullmatch(bare) is not None


def surnamed(text: str) -> bool:
    """Whether a text begins with a surname."""
    return simplified(text)[:1] in SURNAMES or simplified(text)[:2] in DOUBLE


def begins_like_name(text: str) -> bool:
    """Whether a text of two to four Han begins with a surname."""
    return 2 <= len(text) <= 4 and simplified(text)[0] in SURNAMES


def run_together(text: str) -> tuple[str, ...]:
    """Names that nothing parts (錢守信蘇國慶): each begins with a surname; none where the text is anything else.

    Of several ways to part them the one with the fewest rare surnames is taken, of these that with the longest names.
    """
    ways = [way for way in _ways(text) if len(way) <= TOGETHER]
    return min(ways, key=_rare, default=())


def _ways(text: str) -> list[tuple[str, ...]]:
    """All ways to part a text into names, those with the longest first names first."""
    if not text:
        return [()]
    heads = [text[:n] for n in (4, 3, 2) if len(text) >= n and is_name(text[:n])]
    return [(head, *rest) for head in heads for rest in _ways(text[len(head) :])] if len(text) <= LONGEST_ROW else []


def _rare(names: tuple[str, ...]) -> int:
    return sum(simplified(name[0]) not in USUAL and simplified(name)[:2] not in DOUBLE for name in names)


USUAL = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白"
    "孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
)
"""The hundred most frequent surnames (Ministry of Public Security, report on names of 2020)."""

LONGEST_ROW = 12
"""Characters of names run together at the most."""

TOGETHER = 3
"""Names at the most that stand in one row with nothing between them."""
