"""The channels that a masthead names: app, WeChat, Weibo, Douyin, website, each with its own name.

Print puts the kind before the name (微信公眾號：鷺洲發布), behind it (鷺洲發布微信), beside it (微信 鷺洲發布) or in
brackets (鷺洲發布（微信）), and one name may serve several kinds (鷺洲日報 客戶端 微信 抖音). A row is cut into
pieces; each says kinds, a name, or both; a kind without a name takes the one beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from banmian.model.issue import Channel
from banmian.model.page import QrCode

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("wechat", re.compile(r"微信|公[眾众][號号]|wechat|weixin", re.IGNORECASE)),
    ("weibo", re.compile(r"微博|weibo", re.IGNORECASE)),
    ("douyin", re.compile(r"抖音|douyin|tiktok", re.IGNORECASE)),
    ("video", re.compile(r"[視视][頻频][號号]")),
    ("xiaohongshu", re.compile(r"小[紅红][書书]|xiaohongshu", re.IGNORECASE)),
    ("kuaishou", re.compile(r"快手")),
    ("toutiao", re.compile(r"[頭头][條条][號号]?|toutiao", re.IGNORECASE)),
    ("app", re.compile(r"客[戶户]端|\bapp\b|(?<![a-z])app", re.IGNORECASE)),
    ("facebook", re.compile(r"facebook", re.IGNORECASE)),
    (
        "website",
        re.compile(
            r"[網网][站址]|官[網网]|[門门][戶户]|[電电]子版|www\.|https?://|\.(?:com|cn|org|net|gov|example)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Channels by what their name or address says; the first that fits."""

_OWNER = r"(?:新浪|[騰腾][訊讯]|官方|手[機机]|移[動动]|本[報报刊])*"
_WORD = (
    r"(?:(?:公[眾众])?微信(?:公[眾众](?:[號号]|平台)|平台|[號号])?|公[眾众](?:[號号]|平台|微信[號号]?)|微博[號号]?|抖音[號号]?|[視视][頻频][號号]|小[紅红][書书]"
    r"|快手[號号]?|[頭头][條条][號号]?|(?:新[聞闻])?客[戶户]端|app|[門门][戶户][網网]站|[網网][站址]|官[網网]|[電电]子版)"
)
_SAID = re.compile(rf"{_OWNER}{_WORD}", re.IGNORECASE)
"""Words that say a kind; what a piece holds besides them is the name."""

_ADVICE = re.compile(
    r"[掃扫](?:一[掃扫]|[碼码]|描)?(?:二[維维][碼码])?|[關关]注(?:我[們们])?|[訂订][閱阅]|下[載载]|二[維维][碼码]|加入"
)
URL = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9./_~%#?=&:-]+"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|org|net|gov|example)(?:/[A-Za-z0-9./_~%-]*)?\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\S+@\S+\.\w+")
_APART = re.compile(r"[\s　|｜·•/／、,，;；◆●■◎○◇□▪:：()（）\[\]【】“”\"「」『』《》]+")
_OTHER = re.compile(
    r"\d{3,}|第\S+期|[總总]第|\d+\s*[版元月日年]|主[辦办管]|出版|[編编][輯辑]|准印|刊[號号]|星期|[農农][曆历]|[電电][話话]|[熱热][線线]|[郵邮]箱|投稿|地址|[發发]行|零售|[內内]部"
)
"""What else stands in a masthead and is no channel's name."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a piece of a row says: kinds, a name, an address; `text` is the piece as printed."""

    text: str
    kinds: tuple[str, ...]
    name: str | None
    url: str | None = None


def kind_of(text: str) -> str | None:
    """The kind of channel that a text speaks of; None for none."""
    return next((kind for kind, pattern in KINDS if pattern.search(text)), None)


def channels(rows: Sequence[str], codes: Sequence[QrCode], near: Sequence[str | None]) -> tuple[Channel, ...]:
    """The paper's own channels.

    Args:
        rows: the masthead's rows of text.
        codes: QR codes of the masthead.
        near: for each code the text that stands under or beside it, None where there is none.
    """
    found: list[Channel] = []
    for code, words in zip(codes, near, strict=True):
        kind = kind_of(words or "") or kind_of(code.text) or "website"
        found.append(Channel(kind, words, code.text))
    for row in rows:
        for channel in _of_row(row):
            if not any(c.kind == channel.kind and _one(c, channel) for c in found):
                found.append(channel)
    return tuple(found)


def _one(known: Channel, new: Channel) -> bool:
    """Whether two channels of a kind are one: they share name or address, or one of them says neither."""
    a, b = (_bare(c.name) for c in (known, new))
    if not a or not b or known.kind == "website":
        return True
    return a in b or b in a


def _bare(name: str | None) -> str:
    return _SAID.sub("", name or "").strip(" @:：")


def _of_row(row: str) -> Iterator[Channel]:
    pieces = list(_pieces(row))
    if not any(p.kinds for p in pieces):
        return
    names_first = pieces[0].name is not None and not pieces[0].kinds
    spare: str | None = None  # a name that waits for its kind, or serves the kinds behind it
    for i, piece in enumerate(pieces):
        if not piece.kinds:
            spare = piece.name if names_first or spare is None else spare
            continue
        name = piece.name
        if name is None and piece.url is None:
            after = next((p for p in pieces[i + 1 :] if p.name or p.url), None)
            ahead = after.name if after and not after.kinds else None
            name = spare if names_first and spare else ahead or spare
        elif piece.url and names_first and spare and piece.kinds == ("website",) and len(pieces) == 2:
            name = spare
        for kind in piece.kinds:
            yield Channel(kind, name or (None if piece.url else piece.text), piece.url)


def _pieces(row: str) -> Iterator[_Piece]:
    """What a row says, piece by piece; other things that mastheads say are left out."""
    plain = _ADVICE.sub(" ", _MAIL.sub(" ", row))
    place = 0
    for match in URL.finditer(plain):
        yield from _words(plain[place : match.start()])
        yield _Piece(match.group(), ("website",), None, match.group())
        place = match.end()
    yield from _words(plain[place:])


def _words(text: str) -> Iterator[_Piece]:
    pieces: list[_Piece] = []
    for token in _APART.split(text):
        if not token or (_OTHER.search(token) and not _SAID.search(token)):
            continue
        kinds = tuple(k for m in _SAID.finditer(token) if (k := kind_of(m.group())))
        if not kinds and (kind := kind_of(token)):
            kinds = (kind,)
        name = _SAID.sub("", token).strip("@＠-—和与與及 ") or None
        marked = f"@{name}" if name and token.startswith(("@", "＠")) else name
        pieces.append(_Piece(token, tuple(dict.fromkeys(kinds)), marked))
    # 網址: before an address says nothing that the address does not
    yield from (p for p in pieces if p.name or p.kinds != ("website",) or p.text.endswith(("網", "网")))
