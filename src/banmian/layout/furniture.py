"""What belongs to the page and to no story: folios at its head and foot, and the masthead of a front page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from banmian.layout.piece import Piece
from banmian.layout.regions import Fences
from banmian.model.geometry import Box

HEAD_BAND = 0.075
"""Share of the page's height in which a folio line stands, at its head or its foot."""

WEEKDAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
)
"""Days as papers in Latin letters print them."""

FOLIO_WORDS = re.compile(
    r"第?\s*[A-D]?\d{1,3}\s*版|版\b|^[A-D]?\d{1,3}$|\d{4}\s*年|二[〇○零]|星期|民國|責任編輯|责任编辑|責編|责编|美編|美编|校對|校对|編輯|编辑|電話|电话"
    rf"|\b(?:page|seite|página|pagina)\b|\b(?:{WEEKDAYS})\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What folio lines say: page numbers and names, the date, the editors."""

HIGH_TINT = 4.0
"""Ems of a tint that is more than a folio's bar."""

TURNING = re.compile(
    r"下[轉转]|上接|[緊紧]接|文[轉转]|[續续][見见]|\b(?:continued|turn|see|from|suite|suivre|fortsetzung|siehe)\b",
    re.IGNORECASE,
)
"""What a jump says, which names a page as a folio does."""

MASTHEAD_WORDS = re.compile(
    r"准印|刊號|刊号|國內統一|国内统一|ISSN|CN\s*\d|總第|总第|第\s*\d+\s*期|\bVol\.?\b|\bNo\.|星期|農曆|农历|今日|本期|主辦|主办|出版"
    r"|微信|微博|抖音|公眾號|公众号|客戶端|客户端|(?<![A-Za-z])APP(?![A-Za-z])|網址|网址|www\.|https?:|\.(?:com|cn|org|net)\b|邮发|郵發|代號|代号|零售|編輯部|社址"
    rf"|^\W*(?:{WEEKDAYS})\b(?=.*\d)|\b(?:{WEEKDAYS})\b.*\d{{4}}|\d{{4}}.*\b(?:{WEEKDAYS})\b"
    r"|\bNr\.\s*\d|\bN[°º]\s*\d|\bJahrgang\b|\bann[ée]e\b.*\d"
    r"|登記證|登记证|發行人|发行人|每份|第\s*\d+\s*號|\bcents\b|\d\s*cent\b|established|founded|民國",
    re.IGNORECASE,
)
"""What the lines around a paper's name say."""


def folios(found: list[Piece], page: Box, body: float, fences: Fences) -> set[int]:
    """Indices of lines that are folios: small type in the page's head or foot, parted from all the rest."""
    if not found:
        return set()
    chosen: set[int] = set()
    top_rule = min(
        (r.y0 for r in fences.flat if r.width > 0.55 * page.width and r.y0 < 0.12 * page.height), default=0.0
    )
    foot_rule = max(
        (r.y1 for r in fences.flat if r.width > 0.55 * page.width and r.y1 > 0.9 * page.height),
        default=page.y1,
    )
    head = max(top_rule, page.y0 + HEAD_BAND * page.height)
    foot = min(foot_rule, page.y1 - HEAD_BAND * page.height)
    for at_head in (True, False):
        band = [
            p
            for p in found
            if not p.region
            and not any(f.height > HIGH_TINT * p.size and f.holds(p.middle) for f in fences.fills)
            and (p.y1 <= head + 1 if at_head else p.y0 >= foot - 1)
            and (p.size < 2.2 * body or len(p.text) <= 6)
        ]
        if not band:
            continue
        rows = _rows(band, from_top=at_head)
        edge = (top_rule or None) if at_head else (foot_rule if foot_rule < page.y1 else None)
        for row in rows:
            words = " ".join(p.text for p in row)
            beyond = edge is not None and all((p.y1 <= edge + 1) if at_head else (p.y0 >= edge - 1) for p in row)
            if TURNING.search(words):
                break
            if not (FOLIO_WORDS.search(words) or (beyond and len(words) < 40)) or len(words) > 120:
                break
            if edge is not None and not beyond:
                break
            if not beyond and not _parted(row, found, chosen, at_head=at_head):
                break
            chosen.update(p.index for p in row)
    return chosen


def _rows(band: list[Piece], *, from_top: bool) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for p in sorted(band, key=lambda q: q.y0 if from_top else -q.y1):
        if rows and any(min(p.y1, q.y1) - max(p.y0, q.y0) > 0.3 * min(p.height, q.height) for q in rows[-1]):
            rows[-1].append(p)
        else:
            rows.append([p])
    return rows


def _parted(row: list[Piece], found: list[Piece], chosen: set[int], *, at_head: bool) -> bool:
    """Whether white space parts the row from the rest of the page."""
    rest = [p for p in found if p not in row and p.index not in chosen]
    if not rest:
        return True
    em = min(p.size for p in row)
    if at_head:
        foot = max(p.y1 for p in row)
        return min((p.y0 for p in rest if p.y1 > foot), default=foot + 9 * em) - foot > 0.35 * em
    head = min(p.y0 for p in row)
    return head - max((p.y1 for p in rest if p.y0 < head), default=head - 9 * em) > 0.35 * em


def masthead(found: list[Piece], page: Box, body: float, fences: Fences) -> set[int]:
    """Indices of the masthead's lines on a front page, without a box of pointers that stands beside the name.

    Args:
        found: pieces of the page.
        page: the page in the writing's frame.
        body: usual type size.
        fences: of the page.
    """
    chosen = _masthead(found, page, body, fences)
    pointing = Counter(p.region for p in found if p.region and _TO_PAGE.search(p.text))
    boxes = {region for region, count in pointing.items() if count >= POINTERS}
    name = max((p for p in found if p.index in chosen), key=lambda p: p.size, default=None)
    if name is not None:
        boxes.discard(name.region)
    return {p.index for p in found if p.index in chosen and p.region not in boxes}


_TO_PAGE = re.compile(r"[A-D]?\d{1,2}\s*版\s*$|\b[Pp]age\s*[A-D]?\d{1,2}\s*$")
POINTERS = 2
"""Lines that end with a page, which make a box one of pointers."""


def _masthead(found: list[Piece], page: Box, body: float, fences: Fences) -> set[int]:
    """Indices of the masthead's lines on a front page; empty where the page has none.

    The paper's name is the largest type in the page's upper third (at least three times the body), and what
    masthead words, or mere closeness in the same band, bind to it goes with it.
    """
    upper = [p for p in found if p.y0 < page.y0 + 0.34 * page.height]
    if not upper:
        return set()
    boxed = _box_of_its_own(upper, found, body, page.y0 + AT_HEAD * page.height)
    if boxed:
        return {p.index for p in found if p.region == boxed}
    boxes = {p.region for p in upper if p.region and p.size >= 2.6 * body}
    near = [p for p in found if p.y0 < page.y0 + 0.5 * page.height or p.region in boxes]
    about = [p for p in near if MASTHEAD_WORDS.search(p.text) and p.size < 3 * body and not _runs_on(p, found)]
    names = [p for p in upper if p.size >= 2.6 * body and len(p.text) <= 40 and any(map(str.isalpha, p.text))]
    names = [p for p in names if p.y0 < page.y0 + 0.2 * page.height or p.height > 0.3 * page.height]
    if not names or not about:
        return set()
    names = _not_under_another(names, about, found, page, body)
    largest = max(p.size for p in names)
    large = [p for p in names if p.size > 0.55 * largest]
    grounds = (_ground_of(p, about, fences.fills, 0.7 * page.width) for p in sorted(names, key=lambda p: -p.size))
    if (ground := next(filter(None, grounds), None)) is not None:
        return {p.index for p in found if ground.holds(p.middle)}
    rules = [r for r in fences.flat if r.width > 0.55 * page.width]  # across the page
    name = max(large, key=lambda p: (_told_of(p, about, body), _first_of(p, large, rules), p.size, -p.y0))
    if name.region:
        return {p.index for p in found if p.region == name.region}
    if _stands(name):
        return _beside(name, about, found, body)
    about = [p for p in about if not _stands(p)]  # under a name that runs along, the tiers are text
    whole = [p for p in names if p.size > 0.55 * name.size and min(p.y1, name.y1) - max(p.y0, name.y0) > 0]
    top = min(p.y0 for p in whole)
    foot = max([p.y1 for p in whole] + [p.y1 for p in about if p.y0 < max(q.y1 for q in whole) + 9 * body])
    foot = _down_to_rule(found, rules, body, foot)
    flat = [p for p in upper if not _stands(p)]
    band = [p for p in flat if p.y1 <= foot + 0.3 * body and (p in whole or p.size < 2.6 * body)]
    chosen = {p.index for p in band if p.y0 >= top - 0.3 * page.height}
    return chosen | {p.index for p in whole}


def _box_of_its_own(upper: list[Piece], found: list[Piece], body: float, highest: float) -> int:
    """The box at the page's head that holds nothing but a name in larger type and what mastheads say; 0 for none.

    Args:
        upper: pieces in the page's upper third.
        found: all of the page.
        body: usual type size.
        highest: where the name begins at the lowest.
    """
    for region in sorted({p.region for p in upper if p.region}):
        held = [p for p in found if p.region == region]
        told = sum(bool(MASTHEAD_WORDS.search(p.text)) and not _runs_on(p, found) for p in held)
        name = max(held, key=lambda p: p.size)
        rest = [p for p in held if p is not name]
        short = all(len(p.text) < SHORT_ROW and p.size < 0.75 * name.size for p in rest)
        a_name = 1.6 * body < name.size and len(name.text) < SHORT_ROW and name.y0 < highest
        if a_name and short and told >= TOLD_ON_TINT and len(rest) <= 2 * told + 1:
            return region
    return 0


SHORT_ROW = 40
"""Characters of what a masthead says beside the name, at the most."""


def _not_under_another(
    names: list[Piece], about: list[Piece], found: list[Piece], page: Box, body: float
) -> list[Piece]:
    """Lines in large type but for headlines: what a masthead says stands between the paper's name and them.

    The name stands alone in its row at the page's head; what is announced over a name stands beside its like.
    """
    firsts = [
        p
        for p in names
        if p.y1 < page.y0 + AT_HEAD * page.height
        and not _stands(p)
        and not any(q is not p and q.size > 0.5 * p.size and min(p.y1, q.y1) > max(p.y0, q.y0) for q in found)
    ]
    under = []
    for p in names:
        beneath = sum(-0.5 * p.size < a.y0 - p.y1 < 4 * body for a in about)
        for q in firsts:
            amid = sum(q.y1 - body < a.y0 and a.y1 < p.y0 for a in about if a.y0 - q.y1 < 4 * body)
            if q is not p and q.y1 <= p.y0 and amid > beneath:
                under.append(p)
                break
    return [p for p in names if p not in under]


AT_HEAD = 0.12
"""Share of the page's height within which a name that headlines stand under ends."""


def _runs_on(piece: Piece, found: list[Piece]) -> bool:
    """Whether a line is one of a column's running text, whose neighbours begin and end where it does."""
    em = piece.size
    if _stands(piece) and piece.height > LEAST_ROW * em:
        beside = sum(
            q is not piece
            and abs(q.y0 - piece.y0) < 0.6 * em
            and abs(q.size - em) < 0.1 * em
            and abs(q.x0 - piece.x0) < 2.5 * em
            for q in found
        )
        return beside >= ROWS_ALIKE
    if piece.end - piece.x0 < LEAST_ROW * em:
        return False
    like = sum(
        q is not piece
        and abs(q.x0 - piece.x0) < 0.6 * em
        and abs(q.end - piece.end) < 0.6 * em
        and abs(q.size - em) < 0.1 * em
        and abs(q.y0 - piece.y0) < 2.5 * em
        for q in found
    )
    return like >= ROWS_ALIKE


LEAST_ROW, ROWS_ALIKE = 7.0, 2
"""Ems of a full row of text at the least; rows near it that are as it is."""

STANDING = 2.0
"""A paper's name, or a line, that is taller than its type by this factor runs from top to bottom."""


def _stands(piece: Piece) -> bool:
    return piece.height > STANDING * piece.size


def _ground_of(name: Piece, about: list[Piece], fills: Sequence[Box], widest: float) -> Box | None:
    """The tint on which a name and what is said with it stand, where the page's first story stands beside it."""
    held = [f for f in fills if f.width < widest and f.holds(name.middle)]
    told = [f for f in held if sum(f.holds(a.middle) for a in about) >= TOLD_ON_TINT]
    return min(told, key=lambda f: f.area, default=None)


TOLD_ON_TINT = 2
"""Masthead lines that stand on one tint with the paper's name at the least."""


def _beside(name: Piece, about: list[Piece], found: list[Piece], body: float) -> set[int]:
    """A name that runs from top to bottom, and what stands beside and under it within the width that it takes."""
    near = [
        a for a in about if min(a.y1, name.y1) > max(a.y0, name.y0) and max(a.x0 - name.x1, name.x0 - a.x1) < 6 * body
    ]
    x0, x1 = min(p.x0 for p in (name, *near)) - body, max(p.x1 for p in (name, *near)) + body
    y0, y1 = name.y0 - 2 * body, max(p.y1 for p in (name, *near)) + 2 * body
    inside = [p for p in found if p.x0 >= x0 and p.x1 <= x1 and p.y0 >= y0 and p.y1 <= y1]
    return {p.index for p in inside if not NO_HEAD * name.size < p.size < 0.9 * name.size}


NO_HEAD = 0.4
"""Share of the name's size from which what stands beside it, smaller than the name itself, is a story's head."""


def _first_of(name: Piece, large: list[Piece], rules: list[Box]) -> bool:
    """Whether no rule across the page parts a line of large type from another one above: then it is a headline."""
    return not any(p.y1 <= r.y0 + 1 and r.y1 <= name.y0 + 1 for r in rules for p in large if p is not name)


def _told_of(name: Piece, about: list[Piece], body: float) -> int:
    """How many masthead lines stand with a line of large type: in its box, or near it."""
    return sum(
        a.region == name.region
        and (
            bool(name.region)
            or (
                max(a.y0 - name.y1, name.y0 - a.y1) < 8 * body
                and (min(a.y1, name.y1) > max(a.y0, name.y0) or min(a.x1, name.x1) > max(a.x0, name.x0) - 8 * body)
            )
        )
        for a in about
    )


def _down_to_rule(found: list[Piece], rules: list[Box], body: float, foot: float) -> float:
    """The foot of the masthead moved down to the rule across the page, if only small type lies between."""
    for rule in sorted(rules, key=lambda r: r.y0):
        if not foot - body < rule.y0 < foot + 8 * body:
            continue
        between = [p for p in found if p.y0 >= foot - 0.3 * body and p.y1 <= rule.y1]
        if all(len(p.text) < 30 and p.size < 1.6 * body for p in between):
            return max(foot, rule.y0)
        return foot
    return foot
