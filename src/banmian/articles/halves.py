"""Whether two lines are one headline that print broke, or a kicker over a headline: by their words alone."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from banmian.articles import grammar as g
from banmian.articles.cut_words import cuts_a_word
from banmian.articles.half_weights import INTERCEPT, WEIGHTS
from banmian.articles.people import simplified

COMMA = re.compile("[，,]")
"""Of either width."""

DANGLING = "的和與与及、，,為为在讓让將将把被對对向從从以給给於于或了到往"
"""A line that ends on one of these rarely stands by itself."""

FROM_TO = re.compile("[從从].{1,8}到.{2,}")
"""A phrase that stands by itself, as many headlines do: 從垃圾堆場到十里花溪."""

PREDICATE = "由同會会讓让把被將将要能已正是有為为向從从在到給给多再還还也都就才不去來来成變变走開开"
"""What begins the second half of a headline whose subject stands on the first line."""


TRANSITIVE = re.compile(
    r"(?:推进|推动|实现|打造|构建|加快|提升|深化|落实|开展|做好|绘就|聚焦|助力|赋能|书写|筑牢|守护|点亮|织密|跑出|走出|共建|共享|奏响|激活|擦亮|谱写|促进|服务|保障|建设|破解|解决)$"
)
"""Verbs that wait for what they do something to: a line that ends on one goes on."""

CLAUSE = 10
"""Ems of a line that with its comma says something whole."""

_ALSO = re.compile(".{1,3}(?:也|又|更)")
PARALLEL = frozenset("最越更又多少好新")
"""What the halves of a headline have both, where the second says "also": …最甜 訂單也最多."""

JOINING = frozenset("和与與跟及")
"""What joins two things, and so begins no headline; words with these characters (和平) do."""

VERBS = frozenset(("v", "vd", "d", "p", "ad"))
SUBJECT = 1.6
"""How much it says that the first line names somebody, and the second what these do."""

DONE = 0.6
"""What it says besides that the second line tells of something done: 跑進了…"""

_SOMEBODY = re.compile("(?:[人员师生户民队团排组班娘郎翁嫂哥姐妹爷婆伯叔童者家匠兵医警]|[老小阿][\u3400-\u9fff])$")


def _kind(text: str) -> str:
    """The kind of a text's first word."""
    said = rjieba.tag(simplified(text), False)
    return said[0][1] if said else ""


def _is_done(text: str) -> bool:
    """Whether a verb with 了, 過 or 着 stands at a text's head."""
    return any(kind in {"ul", "ug", "uz"} for _, kind in rjieba.tag(simplified(text), False)[:3])


def _is_somebody(text: str) -> bool:
    """Whether a line is the name of people or of what they form, and no clause."""
    plain = simplified(text)
    if not _SOMEBODY.search(plain) or COMMA.search(text) or " " in text.strip():
        return False
    kinds = [kind for _, kind in rjieba.tag(plain.rpartition("的")[2], False)]
    if not kinds:
        return False
    return kinds[-1][:1] != "v" if "的" in plain else all(k[:1] not in {"v", "d", "p"} or k == "vn" for k in kinds)


_LATELY = re.compile("(?:昨[天日晚]|今[天日晚]|本[月周]|[上下]周|日前|近日|目前|已经?)(?![的，、])")
"""A time at the head of a line that is no subject: 昨天在科技園開工."""

_AFTER = re.compile("[^此以前今]之?后$|那一?.?[天夜年日晚]$|(?:首|当)[日天晚]$|第一[天年]$")
"""How a clause ends that waits for another one: 裝上電梯後."""

_SECTION = re.compile("(?:[特专周副增]刊|[专特]辑|专[版题栏页]|周报|读本|选登)$")
"""What a part of an issue is called: it stands over what it points to."""

COUNTED = re.compile(r"[一二兩两三四五六七八九十百\d]+[塊块个個條条位名家次張张座間间場场份棟栋]")
"""How a phrase of its own begins: one thing, three people."""

WHOLE = re.compile(
    r"[觀观]察|系列|之[一二三四五六七八九十]$|[啟启][動动]$|召[開开]$|[舉举]行$|[揭掛挂]牌$|上[線线]$|落地$|[簽签][約约]$|[試试][點点]$|[開开閉闭]幕$"
    r"|[發发]布$|[會会][議议]?$|[儀仪]式$|[調调]研$|活[動动]$|行[動动]$|工作$|[學学][習习]$|教育$|[報报]告$|部署$|[紀纪][實实]$|[紀纪]事$|追[蹤踪]$|走基[層层]$|特[別别][報报]道$|[專专][題题]$"
)
"""Kickers say one thing whole, and often end on what took place: 會議, 儀式, 調研, 啟動."""


OCCASION = re.compile(r"^\d{1,2}[·.．]\d{1,2}.*[日節节周週月]$|(?:世界|[國国]際|全[國国]).*[日節节周週月]$")
"""Kickers that name a day: 5·12防災減災日, 國際護士節."""


def broken_head(first: str, second: str) -> float:
    """How well two lines read as one headline that print broke, against kicker over headline; 0 is undecided.

    The logit of a logistic regression on what the rules of `by_rule` say and on the kinds of words at the lines' edges;
    `tools/halves` fits it to the OCR pages that were worked with.
    """
    rule = by_rule(first, second)
    if rule >= CUT_WORD or not (_as_head(first) and _as_head(second)):
        return rule
    logit = INTERCEPT + sum(WEIGHTS[name] * value for name, value in seen(first, second, rule).items())
    logit = SHRUNK * logit + PRIOR
    return max(rule, logit) if rule > 0 else max(rule - MOST, min(rule + MOST, logit))


SHRUNK, PRIOR = 0.65, -1.0
"""What the logit counts beside the other scores of a reading, and how much rarer a broken headline is than among the
examples; tried on the pages that the weights are fitted to."""

MOST = 4.0
"""By how much the regression may change what the rules say: it knows kickers and headlines, and no other lines."""


HEAD = 22
"""Ems of a line of a head at the most."""


@lru_cache(maxsize=1024)
def _as_head(text: str) -> bool:
    """Whether a line may be a kicker or a headline: neither a sentence, a byline, a deck after its dash nor a lead."""
    bare = text.strip()
    if bare[:1] in "—－-─□■◆●▲" or bare[-1:] in "，、；：,;:" or "。" in bare or g.width(bare) > HEAD:
        return False
    return not (g.is_byline(bare) or g.LEAD.match(bare) or g.POINTER_TAIL.search(bare) or g.is_label(bare))


CUT_WORD = 3.0
"""What the rules say where a word is cut."""


def by_rule(first: str, second: str) -> float:
    """How well two lines read as one headline that print broke, against kicker over headline; 0 is undecided.

    A headline is broken into halves of about one length, often between subject and predicate or within a
    word; a kicker is set smaller, so it is as a rule longer than what stands under it, and says one thing whole.
    """
    if cuts_a_word(first, second) or second[:1] in g.NEVER_FIRST:
        return CUT_WORD
    score = -1.3
    apart = g.width(first) - g.width(second)
    if g.width(first) >= 13 and g.width(second) >= 10:
        score -= 1.5
    if "　" in first.strip() or re.search(r"[\u3400-\u9fff] +[\u3400-\u9fff]", first):
        score -= 1.2  # two phrases set side by side say something whole
    if first[-1:] in DANGLING:
        score += 2.0
    if abs(apart) <= 1 and g.width(first) <= 13:
        score += 1.6 if g.width(first) < 10 else 0.8
    elif apart < 0 and abs(apart) <= 3:
        score += 0.3
    elif apart >= 2:
        score -= 0.5
    if g.width(second) <= 4:
        score += 2.6
    clause = COMMA.search(second) and g.width(second) >= CLAUSE
    if TRANSITIVE.search(simplified(first)) and not clause:
        score += 1.8
    if _ALSO.match(second) and set(first) & set(second) & PARALLEL:
        score += 2.5
    if second[:1] in PREDICATE and not FROM_TO.match(second):
        score += 1.0
    if second[:1] in JOINING and _kind(second) == "c":
        score += 2.5
    elif _is_somebody(first) and _kind(second) in VERBS:
        score += SUBJECT + (DONE if _is_done(second) else 0.0)
    if COMMA.search(second) and not COMMA.search(first) and abs(apart) <= 3:
        score -= 1.8
    if COUNTED.match(second):
        score -= 0.8
    if "，" in first and "，" not in second and len(first.rsplit("，", 1)[1]) <= 6 and first[-1] != "，":
        score += 1.2
    if first[-1:].isascii() and first[-1:].isalpha() and second[:1].isascii():
        score += 2.2
    if _LATELY.match(simplified(second)):
        score += 1.8
    if _AFTER.search(simplified(first)):
        score += 2.0
    if _SECTION.search(simplified(first)):
        score -= 2.5
    quoted = first[-1:] in "」』”" and first[:1] in g.OPENERS
    if quoted or first[-1:] in "！？" or WHOLE.search(first) or OCCASION.search(first):
        score -= 1.0
    return score


def seen(first: str, second: str, rule: float) -> dict[str, float]:
    """What two lines show, by name.

    Args:
        first: the upper line.
        second: the lower one.
        rule: what `by_rule` says of them.
    """
    a, b = simplified(first.strip()), simplified(second.strip())
    upper, lower = ([k for w, k in rjieba.tag(t, False) if w.strip()] for t in (a, b))
    begins, then = lower[0] if lower else "", lower[1] if len(lower) > 1 else ""
    wide, under = g.width(first), g.width(second)
    verbs = sum(_verbal(k) for k in upper)
    thing = "的" in a or not verbs
    thing &= not any(k[:1] in _CLAUSE and k != "vn" for k in [k for _, k in rjieba.tag(a.rpartition("的")[2], False)])
    told_when = begins[:1] in {"t", "f"} and then[:1] in _CLAUSE
    does = begins[:1] in _CLAUSE or told_when or b[:1] in "由让把被将为从在有是"
    flags = {
        "longer below": under - wide >= STEP,
        "longer above": wide - under >= STEP,
        "long together": wide + under > TWO_LINES,
        "short topic": wide <= TOPIC and not verbs,
        "verb below": begins[:1] == "v",
        "noun below": begins[:1] == "n",
        "number below": begins[:1] == "m",
        "time below": begins[:1] == "t",
        "who below": begins[:1] == "r",
        "noun ends": bool(upper) and upper[-1][:1] == "n",
        "verb begins": bool(upper) and _verbal(upper[0]),
        "two verbs": verbs > 1,
        "of": "的" in a,
        "thing": thing,
        "thing and does": thing and does,
        "thing and is done": thing and (told_when or b[:1] in "由让被将有是把"),
        "when": bool(_WHEN.search(a)) and (verbs > 0 or "那" in a),
        "number begins": bool(_NUMBER.match(a)),
        "comma above": bool(COMMA.search(a)),
        "comma below": bool(COMMA.search(b)),
        "space above": bool(_SPACE.search(first.strip())),
        "space below": bool(_SPACE.search(second.strip())),
        "mark ends": a[-1:] in set("！？：:；”」》"),
        "dot": bool(_DOT.search(a)),
        "whole": bool(WHOLE.search(first)),
        "done above": "ul" in upper,
        "done below": "ul" in lower,
        "doing below": any(k in {"ul", "ug", "uz"} for k in lower[:3]),
        "topic": bool(_TOPIC.search(a)),
    }
    return {
        "rule": rule,
        "above": wide / 10,
        "below": under / 10,
        "apart": abs(wide - under) / 5,
        **{name: float(told) for name, told in flags.items()},
    }


STEP, TWO_LINES, TOPIC = 2, 20, 6
"""Ems."""

_CLAUSE = frozenset("vdp")
_WHEN = re.compile("(?:后|时|之际|以前|之前|那一?.?[天夜年日晚]|期间)$")
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万]")
_SPACE = re.compile("[ \u3000]")
_DOT = re.compile("[·—]")
_TOPIC = re.compile(
    "(?:教育|治理|振兴|生活圈|发展|保障|文化|学习|服务|行动|工程|故事|新事|关注|扫描|观察|看点|观|记|录|篇|谈|探|访|问|行|特刊)$"
)
"""How kickers end that name what a story is one of."""


def _verbal(kind: str) -> bool:
    return kind[:1] == "v" and kind != "vn"
