"""Rows that speak for themselves: a block cut at bylines, jumps, pointers, and where something new may begin."""

from __future__ import annotations

import itertools
import re

from banmian.articles import grammar as g
from banmian.articles.nodes import Node, look_of
from banmian.articles.openings import opens_item
from banmian.articles.people import is_latin_name, is_name
from banmian.articles.signatures import is_surely_byline
from banmian.model.geometry import Box
from banmian.model.page import Block, Direction, Role


def split_by_voice(block: Block, *, exact: bool = True) -> list[Block]:
    """A body block cut before and after rows that are bylines, jumps or pointers of their own.

    Of a head in large type a last row of names in brackets is one too.

    Args:
        block: as laid out.
        exact: whether its places are as they were set, so that a centred row is a head though it has a full stop.
    """
    if block.role is Role.HEADLINE and len(block.lines) > 1 and _names_in_brackets(str(block.lines[-1].text)):
        last = len(block.lines) - 1
        return [part_of(block, 0, last, Role.HEADLINE), part_of(block, last, last + 1, Role.HEADLINE)]
    if block.role is Role.HEADLINE and block.lines and _jumps(str(block.lines[0].text)):
        rest = len(block.lines)
        later = [part_of(block, 1, rest, Role.HEADLINE)] if rest > 1 else []
        return [part_of(block, 0, 1, Role.JUMP), *later]
    if block.role is not Role.BODY or not block.lines:
        return [block]
    rows = _rows(block)
    words = [str(line.text) for line in block.lines]
    texts = [" ".join(words[a:b]) for a, b in rows]
    roles = [voice(t) for t in texts]
    rows, texts, roles = _run_over(rows, texts, roles)
    cuts = _breaks(block, rows, texts, exact=exact)
    if not cuts and all(r is Role.BODY for r in roles):
        return [block]
    pieces: list[Block] = []
    begin = 0
    for i in range(1, len(roles) + 1):
        if i < len(roles) and i not in cuts and roles[i] is roles[begin] and roles[i] is Role.BODY:
            continue
        pieces.append(part_of(block, rows[begin][0], rows[i - 1][1], roles[begin]))
        begin = i
    return pieces


def _run_over(
    rows: list[tuple[int, int]], texts: list[str], roles: list[Role]
) -> tuple[list[tuple[int, int]], list[str], list[Role]]:
    """The rows with a byline that runs over into the next one as one row: 「本報記者 甲 通」「訊員 乙」."""
    for i in range(min(len(rows) - 1, FIRST_ROWS)):
        whole = texts[i] + texts[i + 1]
        if roles[i] is Role.BYLINE and is_surely_byline(whole) and not is_surely_byline(texts[i + 1]):
            merged = (rows[i][0], rows[i + 1][1])
            return (
                [*rows[:i], merged, *rows[i + 2 :]],
                [*texts[:i], whole, *texts[i + 2 :]],
                [*roles[:i], Role.BYLINE, *roles[i + 2 :]],
            )
    return rows, texts, roles


FIRST_ROWS = 3
"""Rows at a column's head among which a byline stands."""


def _breaks(block: Block, rows: list[tuple[int, int]], texts: list[str], *, exact: bool) -> set[int]:
    """Rows at which something new may begin within a column.

    These are centred rows that end no sentence (the heads of notices and items in body type) and what follows them,
    names by themselves, and after a full stop capitals, other type or more white.
    """
    if len(rows) < 2:
        return set()
    spans = [_span(block, a, b) for a, b in rows]
    if any(s is None for s in spans):
        return set()
    found = [s for s in spans if s is not None]
    left, right = min(s[0] for s in found), max(s[1] for s in found)
    em = block.lines[0].size or 10.0
    leads = sorted(b[2] - a[2] for a, b in itertools.pairwise(found))
    usual = leads[len(leads) // 2]
    ends = [g.sentence_ended(t) for t in texts]
    axial = [
        s[0] - left > 1.5 * em
        and right - s[1] > 1.5 * em
        and abs((s[0] - left) - (right - s[1])) < 1.2 * em
        and (s[1] - s[0] > 2.6 * em or bool(_ANNOUNCED.fullmatch(text.strip())))
        for s, text in zip(found, texts, strict=True)
    ]
    centred = [
        axial[i] and (not end or (exact and _heads_text(i, ends, found, right, em) and not any(axial[i + 1 : i + 2])))
        for i, end in enumerate(ends)
    ]
    if sum(centred) > 0.5 * len(rows) and len(rows) > 2:
        return set()  # an advertisement or a poem
    cuts = {i for i in range(1, len(rows)) if centred[i] != centred[i - 1]}
    capitals: list[bool] = []
    for t in texts:
        capitals.append(t.isupper() and (len(t) > SHORT_WORD or capitals[-1:] == [True]))
    cuts |= {
        i
        for i in range(1, len(rows))
        if capitals[i] != capitals[i - 1]
        and (len(rows) <= SMALL_HEAD or all(capitals[:i]) or _one_axis(found[i], found[i - 1], em))
        and not ends[i]
    }
    if (stopped := _broken_early(block, rows, found, texts)) is not None:
        cuts.add(stopped)
    if (led := _led_in(block, rows, texts)) is not None:
        cuts.add(led)
    for i in range(len(rows) - 1):
        begin, end, _ = found[i]
        alone = begin - left < 0.3 * em and right - end > em
        alone |= i == 0 and texts[0][:1].isascii() and begin - left < 1.6 * em  # set as wide as the column
        alone &= found[i + 1][0] - left > INDENTED * em and not (capitals[i] and capitals[i + 1])
        if not alone or ends[i] or not (i == 0 or ends[i - 1]):
            continue
        if g.looks_like_head(texts[i]) > 0 and texts[i].rstrip()[-1:] not in "：:，、；,;—-":
            cuts |= {i, i + 1}  # a head in body type, over a paragraph that is indented
    if exact:
        cuts |= _set_as_text([(s[0] - left, right - s[1]) for s in found], texts, ends, em)
    for i, text in enumerate(texts):
        if text[:1] in "（(" and _names_in_brackets(text):
            cuts |= {i, i + 1}  # over a column that goes on, or between a deck and the text
        if found[i][1] - found[i][0] >= 0.7 * (right - left):
            continue  # no signature is as long
        aside = found[i][0] - left > ASIDE * (right - left) and right - found[i][1] < 0.5 * em
        signed = i == 0 or bool(_STOPPED.search(texts[i - 1]))
        signed &= i + 1 == len(rows) or rows[i + 1][0] in block.paragraphs or aside or opens_item(texts[i + 1])
        flush = found[i][0] - left > 0.25 * (right - left) and right - found[i][1] < em and len(text) < 40
        signed |= aside and i + 1 == len(rows) and is_name(text)  # under a text without full stops too
        if signed and (is_latin_name(g.SAYS_BY.sub("", text)) or is_name(text) or (flush and i)):
            cuts |= {i, i + 1}
    for i in range(1, len(rows)):
        ended = ends[i - 1]
        bare = texts[i].lstrip(" \u3000")
        latin = bare[:1].isascii()
        short = right - found[i - 1][1] > 0.7 * em and (rows[i][0] in block.paragraphs or not latin)
        if (not latin and opens_item(texts[i])) or (
            (ended or short) and opens_item(bare + "".join(texts[i + 1 : i + 2]))
        ):
            cuts.add(i)
        if not ended:
            continue
        loud = bool(LOUD.match(texts[i])) and not LOUD.match(texts[i - 1])
        other = look_of(block, rows[i][0]) != look_of(block, rows[i - 1][0])
        apart = found[i][2] - found[i - 1][2] > usual + 0.45 * em
        if loud or other or apart:
            cuts.add(i)
    return cuts


def _set_as_text(white: list[tuple[float, float]], texts: list[str], ends: list[bool], em: float) -> set[int]:
    """Where heads of Han begin and end that are set as the text is, which fills its column.

    A row of such text that ends short ends a paragraph, and so with a stop; a head has none.

    Args:
        white: before and after each row in its column.
        texts: the rows' words.
        ends: for each row whether a sentence ends with it.
        em: type size.
    """
    count = len(texts)
    short = [
        not end and after > SHORT_BY * em and before < SET_IN * em
        for (before, after), end in zip(white, ends, strict=True)
    ]
    if sum(short) > 0.4 * count or not any(t.rstrip()[-1:] in STOPS for t in texts):
        return set()
    found: set[int] = set()
    for i in range(count - 1):
        if not short[i] or not "\u3400" <= texts[i + 1].lstrip(" \u3000")[:1] <= "\u9fff":
            continue
        for begin in (i, i - 1):
            if begin < 0 or (begin and not ends[begin - 1]) or (begin < i and ends[begin]):
                continue
            words = "".join(texts[begin : i + 1])
            if g.looks_like_head(words) > 0 and STOPS.isdisjoint(words):
                found |= {begin, i + 1}
    return found - {0}


SET_IN = 2.6
"""Ems by which such a head may be set in; one in the middle of its column is told by that."""

SHORT_BY = 1.5
"""Ems by which a row ends short of its column; a mark that may not begin the next row takes no more than one."""

STOPS = frozenset("。！？」』…”")
"""How paragraphs of Chinese text end."""


def _heads_text(i: int, ends: list[bool], spans: list[tuple[float, float, float]], right: float, em: float) -> bool:
    """Whether a row with a full stop may be a head („Steckbrief.“): after one, and over a row that fills its column."""
    return (i == 0 or ends[i - 1]) and i + 1 < len(spans) and right - spans[i + 1][1] < 0.5 * em


def _led_in(block: Block, rows: list[tuple[int, int]], texts: list[str]) -> int | None:
    """The row at which a text begins under a head: rows in one look, or of points, before a paragraph that is not so.

    The text may open in the head's bold type, if it goes on in another.
    """
    looks = [{(s.font, s.weight) for line in block.lines[a:b] for _, s in line.styles} for a, b in rows]
    head, pointed = looks[0], [bool(_POINT.match(t)) for t in texts]
    for i, (begin, _) in enumerate(rows[: SMALL_HEAD + 1]):
        if i and begin in block.paragraphs and STOPS.isdisjoint(texts[i - 1][-1:]) and texts[i - 1][-1:] != ".":
            if len(head) == 1 and looks[i] != head and not any(head <= more for more in looks[i + 1 :]):
                return i
            if all(pointed[:i]) and not pointed[i]:
                return i
        if looks[i] != head:
            return None
    return None


_POINT = re.compile(r"[–—■□●○►▶▪•◆◇★]\s*\w")
"""How a point of a deck begins."""


def _broken_early(
    block: Block, rows: list[tuple[int, int]], spans: list[tuple[float, float, float]], texts: list[str]
) -> int | None:
    """The first row of a bold head at which a new one begins: its first word had room above, or the row above ended."""
    if not 1 < len(rows) <= BOLD_HEAD or any(look_of(block, a)[1] < BOLD for a, _ in rows):
        return None
    measure = max(s[1] for s in spans) - min(s[0] for s in spans)
    for i in range(1, len(rows)):
        first, chars = texts[i].split(" ", 1)[0], block.lines[rows[i][0]].chars
        if not (first[:1].isupper() and first[:1].isascii() and len(first) <= len(chars)):
            continue
        if texts[i - 1].rstrip()[-1:] in "?!.":
            return i
        if texts[i - 1].rstrip()[-1:] in "-–—,;:" or block.lines[rows[i][0]].direction is not Direction.HORIZONTAL:
            continue
        word = chars[len(first) - 1].x1 - chars[0].x0
        if spans[i - 1][1] - spans[i - 1][0] + word < ROOM * measure:
            return i
    return None


BOLD_HEAD, BOLD, ROOM = 8, 600, 0.85
"""Rows at the most of a bold head in body type and its deck; its weight; the share of the measure that a row fills."""


def _one_axis(row: tuple[float, float, float], other: tuple[float, float, float], em: float) -> bool:
    """Whether two rows of unlike length are centred on one axis."""
    return abs(row[0] + row[1] - other[0] - other[1]) < 1.6 * em and abs(row[0] - other[0]) > 0.3 * em


INDENTED = 0.8
"""Ems by which a paragraph's first row is set in at the least."""

ASIDE = 0.4
"""Of the measure: a row that begins further right and ends with its column is a signature, whatever follows it."""

SHORT_WORD = 3
"""Letters of a word in capitals that by itself may be an abbreviation."""

SMALL_HEAD = 4
"""Rows of a head and its deck in body type at the most."""

_ANNOUNCED = re.compile("[公通佈布啟启聲声][ \u3000]*[告知示事明]")
"""The head of a notice of two characters, which may stand close."""

_STOPPED = re.compile(r"[.!?。！？…][»›“”’\"'」』）) ]*$")
"""A full stop at a row's end; before a signature an abbreviation is none."""

_IN_BRACKETS = re.compile(r"[（(]([\u3400-\u9fff·]{2,4}(?:[ \u3000、]+[\u3400-\u9fff·]{2,4}){0,2})[）)]")


def _names_in_brackets(text: str) -> bool:
    """Whether a row is nothing but names in brackets."""
    found = _IN_BRACKETS.fullmatch(text.strip())
    return found is not None and g.are_names(found.group(1))


LOUD = re.compile(r"\W*(?:[A-ZÄÖÜÉÈ][A-ZÄÖÜÉÈ'’.-]+[ ,]+){2}|\W*[A-ZÄÖÜÉÈ]{4,}[^a-z]*[.—–:]|[【〔▲●◆■○◎]")
"""How an item begins that has no head: words in capitals, a mark, a bracketed place."""


def _span(block: Block, begin: int, end: int) -> tuple[float, float, float] | None:
    """A row's beginning and end along the lines and its place across them."""
    boxes = [line.box for line in block.lines[begin:end] if line.box is not None]
    if not boxes:
        return None
    if len(boxes) == 1:
        b = boxes[0]
        return (b.x0, b.x1, b.y0) if block.lines[begin].direction is Direction.HORIZONTAL else (b.y0, b.y1, -b.x1)
    if block.lines[begin].direction is Direction.HORIZONTAL:
        return min(b.x0 for b in boxes), max(b.x1 for b in boxes), min(b.y0 for b in boxes)
    return min(b.y0 for b in boxes), max(b.y1 for b in boxes), -max(b.x1 for b in boxes)


def _rows(block: Block) -> list[tuple[int, int]]:
    """Runs of lines that stand on one row, as (first, one past the last)."""
    rows: list[tuple[int, int]] = []
    for i, line in enumerate(block.lines):
        last = block.lines[i - 1].box if i else None
        same = False
        if line.box is not None and last is not None:
            flat = line.direction is Direction.HORIZONTAL
            shared = line.box.shared_y(last) if flat else line.box.shared_x(last)
            extents = (line.box.height, last.height) if flat else (line.box.width, last.width)
            same = shared > 0.5 * min(extents)
        if same:
            rows[-1] = (rows[-1][0], i + 1)
        else:
            rows.append((i, i + 1))
    return rows


def part_of(block: Block, begin: int, end: int, role: Role) -> Block:
    """Some of a block's lines as a block of their own."""
    lines = block.lines[begin:end]
    boxes = [line.box for line in lines if line.box]
    box = Box(min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))
    if role is Role.BODY and block.box is not None and len(lines) == 1:
        vertical = bool(lines) and lines[0].direction.value == "vertical"
        box = (
            Box(box.x0, block.box.y0, box.x1, block.box.y1)
            if vertical
            else Box(block.box.x0, box.y0, block.box.x1, box.y1)
        )
    firsts = tuple(p - begin for p in block.paragraphs if begin <= p < end)
    return Block(lines, role, box, block.column, block.region, firsts, block.zone)


_MAY_SPEAK = re.compile(
    r"[版□■◆●○◇▲△☆★◎▪•]|[記记]者|通[訊讯][員员]|[實实][習习]|[攝摄]|[撰采採整供口][稿寫写文理述]|[圖图文][/／|｜:：\s]|[報报][道導]|[編编][譯译]|[評评答解主][論论疑答講讲]"
    r"|^[\u3400-\u9fff]{2,4}[作著撰譯译]$|作者|[讀读]者|嘉[賓宾]|特[約约]|文$|[Bb][Yy]\s|BY\s|[Pp]age|PAGE|[Ss]eite|[Pp][áa]g|[A-Z]{2}|[Ss]taff|[Cc]ompiled"
    r"|[Tt]urn to|[Cc]ontinue[ds] "
)
"""What a byline, a jump or a pointer has at least; most lines have none of it and are passed by quickly."""

_SPEAKERS = frozenset("版□■◆●○◇▲△☆★◎▪•記记通實实攝摄撰採采整供口圖图文報报編编評评答解主作著撰譯译讀读嘉特")
"""The characters with which such a thing begins where it is not in Latin letters."""

_LATIN = re.compile("[A-Za-z]")

_TURNS = re.compile(r"\W*(?:turn to|continue[ds] on|continued from)\s+[A-D]?\d{1,3}\W*$", re.IGNORECASE)
"""A jump or an arrival that names the page by its number alone: "Turn to 4"."""


def signs(n: Node) -> bool:
    """Whether a row of text that ends a story is nothing but who wrote it."""
    text = n.words.strip()
    if n.role is not Role.BODY or n.rows > 1 or not text:
        return False
    return (text[0] in "（(" and g.is_byline(text)) or is_name(text)


def _jumps(text: str) -> bool:
    """Whether a row in display type says where its story comes from or goes on."""
    return bool(_MAY_SPEAK.search(text)) and bool(g.JUMP_FROM.match(text) or g.JUMP_ON.match(text))


def voice(text: str) -> Role:
    """What a body line is that speaks of itself."""
    if (_SPEAKERS.isdisjoint(text) and not _LATIN.search(text)) or not _MAY_SPEAK.search(text):
        return Role.BODY
    if g.JUMP_ON.match(text) or g.JUMP_FROM.match(text) or _TURNS.match(text):
        return Role.JUMP
    if g.POINTER_LINE.match(text):
        return Role.POINTER
    return Role.BYLINE if g.is_byline(text) else Role.BODY
