"""Where a surname stands: characters that are words elsewhere (余, 干, 后, 于) and stay in a name as they are."""

from __future__ import annotations

import re
from collections import Counter

import rjieba

from banmian.repair.given import FIRST, SECOND, STEP, UNKNOWN
from banmian.repair.glyphs import GIVEN, NO_GIVEN, PERSON, ROLES, TITLED
from banmian.repair.words import NEAR, Words, asked

SIGNED = re.compile(
    r"(?:记者|通讯员|特约|摄影|撰文|[文图摄]\s*[/／∕])[ \u3000]*"
    r"((?:[\u4e00-\u9fff]{2,4}[ \u3000、]*){1,4})(?=[）)】\]]|$)"
)
"""Names after the words of a byline, up to its end."""


_FIRST, _SECOND = ({c: step for step, chars in table.items() for c in chars} for table in (FIRST, SECOND))


def given_weight(name: str) -> float:
    """How much likelier two characters are as a given name than in any text: a natural logarithm."""
    return STEP * (_FIRST.get(name[:1], UNKNOWN) + _SECOND.get(name[1:2], UNKNOWN))


LIKELY = 0.5
"""The weight from which two characters between a person and what they do are a given name."""


def begins_name(plain: str, words: Words, i: int) -> bool:
    """Whether a surname stands here by itself: after a person's work, a mark or 的, before a likely given name."""
    given, after = plain[i + 1 : i + 3], plain[i + 1 : i + 2]
    if len(given) < 2 or words[i] != (i, i + 1) or after in NO_GIVEN.get(plain[i], ()) or after in _TIMES_OR_PLACES:
        return False
    if not (i == 0 or plain[i - 1] in PERSON) or not all("\u4e00" <= c <= "\u9fff" for c in given):
        return False
    word = rjieba.tag(given, False)[0]
    return given_weight(given) >= LIKELY + (len(word[0]) > 1 and word[1][:2] not in {"nr", "ns", "nz"}) * A_WORD


A_WORD = 1.5
"""How much heavier two characters must weigh that are a word of the dictionary."""

FAMILY_PLACE = re.compile("家[港浜宅桥湾村庄坞沟塘嘴渡店楼巷弄埭坪岭坡坝圩墩堰]")
"""What places are called after a family."""

FAMILIES = frozenset("郁卜朴涂范余干云姜谷游胡")
"""Surnames that are strays in other words."""

NAME_ENDS = frozenset("松后谷斗才")
"""Characters that end given names as they are and are strays elsewhere."""

SURELY = 2.0
"""The weight from which two characters after a surname are a given name whatever follows."""


def ends_name(plain: str, words: Words, i: int) -> bool:
    """Whether a name of three characters ends here: 郭長松."""
    if i < 2 or plain[i - 2] not in SURNAMES or words[i][1] > i + 1:
        return False
    left = i == 2 or plain[i - 3] in PERSON or bool(ROLES.search(plain[max(0, i - 6) : i - 2]))
    return left and words[i - 2][0] == i - 2 and given_weight(plain[i - 1 : i + 1]) >= SURELY


SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷倪汤滕殷罗毕郝邬"
    "安常乐于傅齐康伍余卜顾孟黄穆萧尹姚邵汪祁毛狄臧计戴宋庞熊纪舒屈项祝董梁杜阮蓝席季贾江颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫解丁邓"
    "单杭洪左石崔吉龚程邢裴陆荣翁羊惠甄封储靳段焦侯秋仇甘武符刘景詹龙叶黎薄白蒲赖卓屠池乔谭申冉桑牛边冀尚温庄柴瞿阎习艾向古易廖耿匡寇欧沙聂曾岳"
)
"""The usual surnames."""


def after_role(plain: str, words: Words, i: int) -> bool:
    """Whether a surname stands here: right after a word for a person's work, and before what may be a given name.

    A given name is one of usual characters, or what rjieba takes for a name with the surname before it or by itself.
    """
    if plain[i + 1 : i + 2] in NO_GIVEN[plain[i]] | _MARKS or not ROLES.search(plain[max(0, i - 3) : i]):
        return False
    given = plain[i + 1 : i + 3]
    short = given[:1] in GIVEN and (len(given) < 2 or given[1] in _MARKS | AFTER_NAMES)
    short |= plain[i : i + 2] == "余震" and given[1:] not in AFTER_SHOCKS
    usual = len(given) == 2 and GIVEN.issuperset(given)
    return short or usual or words.guessed(i, i + 3) or rjieba.tag(given, False)[0][1] in {"nr", "nz"}


AFTER_SHOCKS = frozenset("中后时不频来仍还区发监测前期，。、：；") | {""}
"""What follows 余震 where the earth shakes again."""

AFTER_NAMES = frozenset("说道讲问答看笑接捧把给在从和与是也就都没")
"""What may follow a name of two characters."""

_MARKS = frozenset("，。、；：！？,.;:!?“”‘’「」『』（）() \u3000") | {""}


_MAY_BE_SURNAMES = re.compile(f"[{''.join(NO_GIVEN)}于后]")


def people_of(whole: str) -> frozenset[str]:
    """The names of two and three characters that a text says as such at least once.

    That is after a word for a person's work, or again and where rjieba takes three characters for a name, or again
    after such a word though no dictionary has it.
    """
    plain = asked(whole)
    places = [m.start() for m in _MAY_BE_SURNAMES.finditer(whole)]
    often = Counter(plain[k : k + 3] for k in places)
    found: set[str] = set()
    for place in places:
        near = plain[max(0, place - NEAR) : place + NEAR]
        i = min(place, NEAR)
        name, short = near[i : i + 3], near[i : i + 2]
        told = bool(ROLES.search(near[max(0, i - 3) : i]))
        if near[i] in NO_GIVEN and told:
            if after_role(near, Words(near), i):
                found.add(name)
            elif short[1:] not in NO_GIVEN[near[i]] and _again(short, plain):
                found.add(short)
        elif (
            (told or often[name] > 1)
            and short[1:] not in NO_GIVEN.get(near[i], ())
            and ((name, "nr") in rjieba.tag(near, True) or (told and often[name] > 1 and _may_be_given(name[1:])))
        ):
            found.add(name)
    found |= _kin(plain, {name[0] for name in found if len(name) > 2})
    return frozenset(name for name in found if _MARKS.isdisjoint(name) and len(name) == len(name.strip()) > 1)


def _may_be_given(name: str) -> bool:
    """Whether two characters may be a given name: no word, or one that is a name's or a place's; no time or number."""
    said = rjieba.tag(name, False)
    return _TIMES_OR_PLACES.isdisjoint(name) and (len(said) > 1 or said[0][1][:2] in {"nr", "ns", "nz"})


def _kin(plain: str, families: set[str]) -> set[str]:
    """Further names of families that the text names: two characters that are no word, said again after the surname."""
    places = [m for family in families for m in re.finditer(f"(?=({family}[\u4e00-\u9fff]{{2}}))", plain)]
    said = Counter(m.group(1) for m in places)
    told = {m.group(1) for m in places if plain[m.start() - 1 : m.start()] in _BEFORE_KIN}
    return {
        name
        for name, count in said.items()
        if (count > 1 or name in told)
        and _TIMES_OR_PLACES.isdisjoint(name[1:])
        and name[1] not in NO_GIVEN.get(name[0], ())
        and len(rjieba.cut(name[1:], False)) > 1
    }


_BEFORE_KIN = frozenset("是叫和与跟给、")
"""What stands before a name that its family's other names make likely."""


def _again(short: str, plain: str) -> bool:
    """Whether a text says two characters again that are no word of the dictionary, before another character."""
    after = {m.group(1) for m in re.finditer(re.escape(short) + "(.)", plain)}
    return len(after) > 1 and len(rjieba.cut(short, False)) > 1


SPEAKS = re.compile(r"[\u4e00-\u9fff]{1,2}(?:说|道|介绍|告诉|表示|笑|回忆)")
"""A given name and a word for speaking."""

_TITLES = frozenset("某先女总老小阿")
_OFFICES = frozenset("长员任记师授士理手匠家者书")
_TIMES_OR_PLACES = frozenset("近今昨本当日月年此是上下前去同每其该一二三四五六七八九十0123456789")


def is_surname(plain: str, words: Words, i: int) -> bool:
    """Whether 于 at this place is a surname: before a title or a given name, or after an office and before no place."""
    after, before = plain[i + 1 : i + 2], plain[max(0, i - 1) : i]
    if after in GIVEN and plain[i + 2 : i + 3] in AFTER_NAMES and ROLES.search(plain[max(0, i - 3) : i]):
        return True
    if before in {"的", "叫", "和", "、"} and SPEAKS.match(plain[i + 1 : i + 6]):
        return True
    if before == "老" and words[i - 1] == (i - 1, i) and after != "世":
        return True  # 老于 is a man; 老于世故 is a saying
    if before == "民" and i + 2 < len(plain) and words[i + 1] == (i + 1, i + 2) and words[i + 2] == (i + 2, i + 3):
        return True  # 居民于慧珍: no word of the dictionary follows, so a name does
    return after in _TITLES or (before in _OFFICES and after not in _TIMES_OR_PLACES)


def is_name(plain: str, words: Words, i: int) -> bool:
    """Whether a surname stands here: after a word for a person or a mark, before a title or a given name."""
    if plain[i - 1 : i] not in PERSON and i:
        return False
    if TITLED.match(plain, i + 1) or words.guessed(i, i + 3):
        return True
    start, end = words[i + 1] if i + 1 < len(plain) else (0, 0)
    given = plain[start:end]
    if start != i + 1 or len(given) != 2 or plain[i - 1 : i] in {"的", ""}:
        return False
    return rjieba.tag(given, False)[0][1].startswith("nr") or GIVEN.issuperset(given)
