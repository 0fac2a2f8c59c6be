"""What goes with a story: pictures and their words; and what a chain of blocks is that is no story."""

from __future__ import annotations

import re

from banmian.articles import grammar as g
from banmian.articles.nodes import Ground, Node
from banmian.model.geometry import Box, around
from banmian.model.page import Role

AD_WORDS = re.compile(
    r"廣告|广告|電話[:：]|电话[:：]|熱線|热线|咨詢|咨询|諮詢|地址[:：]|訂購|订购|優惠|优惠|特價|特价|促銷|折扣|開業|招商|招租|出租|出售|歡迎[光惠]|欢迎[光惠]|營業時間|营业时间|"
    r"全場|全场|新品|預約|预约|買一送|\d+\s*折|元起|\bcall\b|\bphone\b|\bsale\b|\bopen daily\b|\bfree (?:estimate|delivery)|\$\d|\bwww\.|\bTel\b|\d{3}[-.]\d{4}|\d{7,8}",
    re.IGNORECASE,
)
NOTICE_WORDS = re.compile(r"公告|通告|告示|啟事|启事|聲明|声明|公示|通知|更正|\b(?:public|legal) notice", re.IGNORECASE)


def captions_of(nodes: list[Node], body: float) -> None:
    """Gives the role CAPTION to small text that a picture claims."""
    pictures = [n for n in nodes if n.role is Role.PICTURE]
    if not pictures:
        return
    bodies: dict[tuple[tuple[str, int], float], int] = {}
    for n in nodes:
        if n.role is Role.BODY:
            key = (n.look, round(n.size * 4) / 4)
            bodies[key] = bodies.get(key, 0) + len(n.words)
    usual = max(bodies, key=lambda k: bodies[k]) if bodies else (("", 0), body)
    for n in nodes:
        if n.role is not Role.BODY or len(n.words) > 260:
            continue
        mine = _placed(n)
        picture = min((_placed(p) for p in pictures), key=lambda b: _away(mine, b))
        away = _away(mine, picture)
        other = (n.look, round(n.size * 4) / 4) != usual
        says = any(g.CAPTION.search(str(line.text)) for line in n.block.lines)
        beside = mine.shared_y(picture) > 0.5 * mine.height
        within = mine.x0 >= picture.x0 - body and mine.x1 <= picture.x1 + body
        over = mine.y1 <= picture.y0 + 0.3 * body
        if away > (2.2 if says else 1.5) * body or (over and not says):
            continue
        if (says and (within or beside or other)) or (other and within and n.rows <= 8 and n.size < 1.1 * body):
            n.role = Role.CAPTION


def _placed(n: Node) -> Box:
    """A node's box on the page: pictures and their words stand upright on it, whatever the writing."""
    return n.block.box or n.box


def _away(a: Box, b: Box) -> float:
    return max(0.0, -a.shared_x(b)) + max(0.0, -a.shared_y(b))


def pull_quotes(nodes: list[Node]) -> None:
    """Gives the role PULL_QUOTE to blocks that repeat what the page's text says, set apart from it."""
    bodies = [n for n in nodes if n.role is Role.BODY]
    plain = {n.index: "".join(filter(str.isalnum, n.words)) for n in nodes}
    whole = "".join(plain[n.index] for n in bodies)
    for n in nodes:
        if n.role not in {Role.BODY, Role.HEADLINE} or n.rows > 8:
            continue
        words = plain[n.index]
        others = whole if n.role is Role.HEADLINE else whole.replace(words, "", 1)
        if len(words) >= 12 and n.rows >= 2 and words in others and not g.is_label(n.words):
            n.role = Role.PULL_QUOTE


def attach(chains: list[list[Node]], nodes: list[Node], body: float) -> list[list[Node]]:
    """Chains with the pictures and captions that belong to them; the rest as chains of their own."""
    bundles: list[list[Node]] = [[n] for n in nodes if n.role is Role.PICTURE]
    for n in nodes:
        if n.role is Role.CAPTION:
            near = min(bundles, key=lambda b: _away(_placed(n), _placed(b[0])), default=None)
            if near is None or _away(_placed(n), _placed(near[0])) > 3 * body:
                bundles.append([n])
            else:
                near.append(n)
    result = [list(c) for c in chains]
    hosts = [c for c in result if any(n.role in {Role.HEADLINE, Role.BODY} for n in c)]
    for bundle in bundles:
        host = _host(bundle, hosts, body)
        if host is None:
            result.append(bundle)
        else:
            host += bundle
    furniture = [[n] for n in nodes if n.role in {Role.MASTHEAD, Role.FOLIO}]
    return furniture + result


def _host(bundle: list[Node], hosts: list[list[Node]], body: float) -> list[Node] | None:
    """The story that a picture stands in: the one whose text touches most of its edge."""
    room = around(n.box for n in bundle)
    best, most = None, 0.35
    for host in hosts:
        touch = sum(_touch(n.box, room, 2.6 * body) for n in host if n.role is not Role.PICTURE)
        hull = around(n.box for n in host if n.role not in {Role.PICTURE, Role.CAPTION})
        held = hull.shared_area(room) / max(room.area, 1.0)
        score = touch / max(1.0, room.width + room.height) + 1.5 * held
        if score > most:
            best, most = host, score
    return best


def _touch(a: Box, room: Box, within: float) -> float:
    """Length of the room's edge that a box stands along."""
    if _away(a, room) > within:
        return 0.0
    return max(0.0, a.shared_x(room)) + max(0.0, a.shared_y(room))


def kinds_of(chains: list[list[Node]], drawn: Ground, body: float) -> None:
    """Marks advertisements by their nodes' role; the rest stays."""
    for chain in chains:
        text = [n for n in chain if n.role not in {Role.PICTURE, Role.CAPTION, Role.MASTHEAD, Role.FOLIO}]
        if text and _is_ad(text, drawn, body):
            for n in text:
                n.role = Role.AD
    boxed = {n.region for chain in chains for n in chain if n.role is Role.AD and n.region}
    for chain in chains:
        same = chain[0].region in boxed and not any(n.role in _NEVER_AD or n.words.count("。") > 1 for n in chain)
        for n in chain:
            if same and n.role not in {Role.PICTURE, Role.CAPTION}:
                n.role = Role.AD


_NEVER_AD = frozenset((Role.BYLINE, Role.POINTER, Role.JUMP, Role.MASTHEAD, Role.FOLIO))


def _is_ad(text: list[Node], drawn: Ground, body: float) -> bool:
    """An advertisement shows itself: boxed, centred or loud, selling words, no byline, little running text."""
    if any(n.role in {Role.BYLINE, Role.POINTER, Role.JUMP} for n in text):
        return False
    words = "".join(n.words for n in text)
    if g.LEAD.search(words[:40]) or NOTICE_WORDS.search(words[:30]) or len(words) > 420:
        return False
    hull = around(n.box for n in text)
    framed = any(n.region for n in text) or any(f.shared_area(hull) > 0.95 * hull.area for f in drawn.fills)
    prose = sum(len(n.words) for n in text if n.role is Role.BODY and n.rows >= 3 and n.words.count("。") >= 1)
    loud = sum(len(n.words) for n in text if n.size > 1.15 * body) / max(1, len(words))
    hits = len({m.lower() for m in AD_WORDS.findall(words)})
    if not hits and any(n.role is Role.LABEL for n in text) and prose:
        return False
    centred = _centred_share(text, body)
    score = (
        min(hits, 4) * 0.6 + (1.0 if framed else 0.0) + 1.5 * loud + 1.4 * centred - 2.6 * prose / max(1, len(words))
    )
    return score > (2.0 if framed else 3.2) and (hits > 0 or (framed and centred > 0.8 and len(text) > 1))


def _centred_share(text: list[Node], body: float) -> float:
    """Share of the rows that are centred on one axis."""
    boxes = [line.box for n in text for line in n.block.lines if line.box is not None]
    if len(boxes) < 2:
        return 0.0
    axis = around(boxes).center[0]
    rows: list[list[Box]] = []
    for b in sorted(boxes, key=lambda b: b.center[1]):
        if rows and b.shared_y(rows[-1][0]) > 0.5 * min(b.height, rows[-1][0].height):
            rows[-1].append(b)
        else:
            rows.append([b])
    return sum(abs(around(r).center[0] - axis) < 1.2 * body for r in rows) / len(rows)
