"""A chain of parts to an article: its fields as passages, its paragraphs whole, its pictures with their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from banmian.articles import grammar as g
from banmian.articles.bylines import inline_names, names, reported, signature
from banmian.articles.jumps import Thread, without_jumps
from banmian.articles.nodes import TEXT
from banmian.articles.people import DOUBLE, is_name, simplified
from banmian.articles.promos import as_promo, page_span
from banmian.model.article import Article, Caption, Kind, LineRef, Part, Passage, Reference
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Direction, Page, Role
from banmian.model.text import Edit, Text


@dataclass(slots=True)
class _Row:
    """A body line on its way into a paragraph.

    Attributes:
        starts: what the setting shows, None where it shows nothing.
        alone: whether it is a paragraph whatever stands around it.
        short: whether it leaves more room at its end than the rows of its block do.
    """

    ref: LineRef
    text: str
    starts: bool | None
    alone: bool = False
    short: bool | None = None


def assembled(pages: tuple[Page, ...], thread: Thread, name: str) -> Article:
    """The article of one thread.

    Args:
        pages: with final blocks.
        thread: its parts in reading order, and the jumps found.
        name: its id.
    """
    by_role: dict[Role, list[Part]] = {}
    for part in thread.parts:
        by_role.setdefault(part.role, []).append(part)
    heads = by_role.get(Role.HEADLINE) or _said_loudest(pages, thread.parts)
    texts = tuple(part for part in thread.parts if part not in heads)
    paragraphs = tuple(_passage(pages, refs) for refs in _paragraphs(_rows(pages, texts)))
    paragraphs = tuple(p for p in (_cleared(q) for q in paragraphs) if str(p).strip())
    headline = _field(pages, heads)
    deck = _field(pages, by_role.get(Role.DECK))
    references = _references(pages, by_role.get(Role.POINTER, ()), [headline, deck, *paragraphs])
    byline = tuple(dict.fromkeys(n for row in _bylines(pages, by_role.get(Role.BYLINE, ())) for n in names(row)))
    if paragraphs:
        told, end = reported(str(paragraphs[0]))
        if told and end < len(str(paragraphs[0])):
            text = paragraphs[0].text.edited("bylines", [Edit(0, end, "")])
            paragraphs = (Passage(text, paragraphs[0].lines), *paragraphs[1:])
            byline = tuple(dict.fromkeys((*told, *byline)))
        first, last = (_set_apart_words(pages, p) for p in (paragraphs[0], paragraphs[-1]))
        signed = inline_names(last) if byline else inline_names(first) or inline_names(last)
        if not heads:  # items of one box, each with its reporter
            signed = tuple(n for p in paragraphs for n in inline_names(_set_apart_words(pages, p)))
        byline = tuple(dict.fromkeys((*byline, *signed))) or signature(last)
    article = Article(
        id=name,
        kind=Kind.STORY,
        parts=thread.parts,
        label=_field(pages, by_role.get(Role.LABEL)),
        kicker=_field(pages, by_role.get(Role.KICKER)),
        headline=_without_pointer(headline),
        deck=_without_pointer(deck),
        byline=byline,
        paragraphs=paragraphs,
        captions=_captions(pages, thread.parts),
        references=references,
        continued_from=thread.continued_from,
        continued_on=thread.continued_on,
        certainty=thread.certainty,
    )
    return as_promo(_with_kind(article, by_role))


def _said_loudest(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> list[Part]:
    """An advertisement's first words, where they are larger than all others, as its headline."""
    ads = [part for part in parts if part.role is Role.AD]
    sizes = [_block(pages, part).size for part in ads]
    return ads[:1] if len(ads) > 1 and sizes[0] > LOUDER * max(sizes[1:]) else []


def _is_centred(block: Block) -> bool:
    """Whether an advertisement's rows are of unlike lengths about one axis, or large: each is a saying of its own."""
    boxes = [line.box for line in block.lines if line.box is not None]
    em = block.size or 10.0
    middles = [b.x0 + b.x1 for b in boxes]
    unlike = max(b.width for b in boxes) - min(b.width for b in boxes) > em if boxes else False
    return bool(boxes) and unlike and max(middles) - min(middles) < em


LOUDER = 1.2
"""Times by which an advertiser's name is larger than what else the advertisement says."""


def _set_apart_words(pages: tuple[Page, ...], passage: Passage) -> str:
    """A passage's text with a space where names are parted: by white, or by a row's end after a whole one."""
    text = str(passage)
    rows = text.split("\n")
    bracketed = "（" in text or "(" in text
    if not bracketed or len(rows) != len(passage.lines):
        return text.replace("\n", "")
    found = rows[0]
    for ref, row in zip(passage.lines[1:], rows[1:], strict=True):
        block = pages[ref.page].blocks[ref.block]
        within = block.box is not None and not _begins_row(block, ref.line)
        last, first = _LAST_NAME.search(found), _FIRST_NAME.match(row)
        names_meet = last is not None and first is not None and is_name(last.group(1)) and is_name(first.group(1))
        whole = names_meet and last is not None and simplified(last.group(1)) not in DOUBLE
        found += f" {row}" if within or whole else row
    return found


_LAST_NAME = re.compile(r"[（(][^）)]{0,40}[\s\u3000]([\u3400-\u9fff]{2,4})$")
_FIRST_NAME = re.compile(r"([\u3400-\u9fff]{2,4})(?=[\s\u3000）)])")
"""The name at the end of a row in an open bracket, and the one at the head of the next row."""


def _bylines(pages: tuple[Page, ...], parts: Sequence[Part]) -> list[str]:
    """A story's bylines, each as one row; a place that runs over into a block of its own goes with its name."""
    found: list[str] = []
    for part in parts:
        row = _one_row(_block(pages, part).words)
        if found and _RUNS_OVER.search(found[-1]) and _ONE_WORD.fullmatch(row.strip()):
            found[-1] += f" {row}"
        else:
            found.append(row)
    return found


_RUNS_OVER, _ONE_WORD = re.compile(r"[a-z]\.?,(?: [A-ZÀ-Þ][\w.'’-]*)?$"), re.compile(r"[A-ZÀ-Þ][\w.'’-]*")
"""The name of a letter's writer and the first word of a place, and the place's last word."""


def _one_row(words: str) -> str:
    """A byline's rows as one; a character by itself at the head of a row ends the name that the row before begins."""
    return _BROKEN_NAME.sub("", words).replace("\n", " ")


_BROKEN_NAME = re.compile(r"(?<=[\u3400-\u9fff]{2})\n(?=[\u3400-\u9fff](?:[\s\u3000]|$))")


def _block(pages: tuple[Page, ...], part: Part) -> Block:
    return pages[part.page].blocks[part.block]


def _refs(pages: tuple[Page, ...], part: Part) -> list[LineRef]:
    return [LineRef(part.page, part.block, n) for n in range(len(_block(pages, part).lines))]


def _passage(pages: tuple[Page, ...], refs: list[LineRef]) -> Passage:
    texts = [pages[r.page].blocks[r.block].lines[r.line].text for r in refs]
    return Passage(Text.joined(texts), tuple(refs))


def _field(pages: tuple[Page, ...], parts: list[Part] | None) -> Passage | None:
    if not parts:
        return None
    return _passage(pages, [ref for part in parts for ref in _refs(pages, part)])


def _rows(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> list[_Row]:
    rows: list[_Row] = []
    verse = _is_verse(pages, parts)
    above: Part | None = None
    turned: dict[int, Turning] = {}
    for part in parts:
        if part.role not in TEXT | {Role.AD}:
            continue
        block = _block(pages, part)
        decided = block.box is None
        apart = False
        if above is not None and above.page == part.page and rows and g.sentence_ended(rows[-1].text):
            if part.page not in turned:
                turned[part.page] = pages[part.page].turning
            apart = _set_apart(_block(pages, above), block, turned[part.page])
        above = part
        for n, ref in enumerate(_refs(pages, part)):
            text = str(block.lines[n].text)
            if part.role is Role.SUBHEADING:
                rows.append(_Row(ref, text, starts=n == 0, alone=True))
            elif part.role is Role.AD:
                rows.append(
                    _Row(ref, text, starts=_begins_row(block, n) and (n in block.paragraphs or _is_centred(block)))
                )
            elif n in block.paragraphs or (verse and _begins_row(block, n)) or (apart and n == 0):
                rows.append(_Row(ref, text, starts=True))
            else:
                rows.append(_Row(ref, text, starts=False if n or decided else None))
        if rows and not decided and part.role is Role.BODY:
            rows[-1].short = _ends_short(block)
    return rows


def _ends_short(block: Block) -> bool | None:
    """Whether a block's last row leaves more room at its end than its other rows; None where these do not tell."""
    flat = block.lines[0].direction is Direction.HORIZONTAL
    ends = [b.x1 if flat else b.y1 for b in (line.box for line in block.lines) if b is not None]
    if len(ends) < TELLING_ROWS or block.box is None:
        return None
    edge, em = (block.box.x1 if flat else block.box.y1), block.size or 10.0
    room = sorted(edge - end for end in ends[:-1])
    return edge - ends[-1] > room[len(room) * 9 // 10] + SHORT * em


TELLING_ROWS, SHORT = 4, 1.2
"""Rows of such a block at the least, and ems by which the last one then ends short."""


def _set_apart(first: Block, second: Block, turned: Turning) -> bool:
    """Whether a block stands right under another one of its column, with white between them."""
    if first.box is None or second.box is None or first.region != second.region:
        return False
    a, b = turned.there(first.box), turned.there(second.box)
    em = second.size or 10.0
    own = max(_white(first, a, em), _white(second, b, em))
    return own + APART * em < b.y0 - a.y1 < 3 * em and a.shared_x(b) > 0.7 * min(a.width, b.width)


def _white(block: Block, box: Box, em: float) -> float:
    """White between a block's rows, where it has several.

    Args:
        block: the rows.
        box: its place in the writing's frame.
        em: type size.
    """
    rows = sum(_begins_row(block, n) for n in range(len(block.lines)))
    return (box.height - em) / max(1, rows - 1) - em if rows > 1 else 0.0


APART = 0.4
"""Ems of white, beyond what rows have between them, that part paragraphs."""


def _is_verse(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> bool:
    """Whether an article's body, four rows or more, has no mark of prose in it, nor rows that all fill a measure."""
    bodies = [_block(pages, p) for p in parts if p.role is Role.BODY]
    text = "".join(b.words for b in bodies)
    rows = text.count("\n") + len(bodies)
    return (
        rows >= 4
        and bool(bodies[0].box)
        and len(text) < 30 * rows
        and not any(c in text for c in "，。；：,.;:")
        and text > "\u2e80"
        and not _one_measure([len(row) for b in bodies for row in b.words.split("\n")])
    )


def _one_measure(lengths: list[int]) -> bool:
    """Whether most rows fill one measure, indented or not, that is longer than verse of one metre."""
    measure = max((n for n, count in Counter(lengths).items() if count > 1), default=0)
    return measure > LONGEST_METRE and 2 * sum(measure - INDENTED <= n <= measure for n in lengths) > len(lengths)


INDENTED = 2
"""Characters by which a paragraph's first row is set in."""

LONGEST_METRE = 7
"""Characters of a row of Chinese verse in a fixed metre, at the most."""


def _begins_row(block: Block, n: int) -> bool:
    """Whether a line is the first on its row."""
    box, before = block.lines[n].box, block.lines[n - 1].box if n else None
    if box is None or before is None:
        return True
    flat = block.lines[n].direction is Direction.HORIZONTAL
    return (box.shared_y(before) if flat else box.shared_x(before)) <= 0


def _paragraphs(rows: list[_Row]) -> list[list[LineRef]]:
    """Lines in paragraphs; where the setting says nothing (a column's head) the grammar decides.

    In a story that indents its paragraphs, a column's first row without indent goes on, unless the grammar
    says otherwise with certainty; one with an indent begins.
    """
    indents = sum(r.starts is True for r in rows)
    paragraphs: list[list[LineRef]] = []
    said = ""
    previous: _Row | None = None
    for row in rows:
        if previous is None or row.alone != previous.alone:
            fresh = True
        elif row.starts is None:
            goes = g.goes_on(said, row.text)
            fresh = goes <= (-0.9 if indents else -0.2) and (bool(indents) or previous.short is not False)
        elif row.starts and not row.alone:
            fresh = row.text.strip()[:1] not in "，。、；：！？）」』”"
        else:
            fresh = bool(row.starts)
        if fresh or not paragraphs:
            paragraphs.append([row.ref])
            said = row.text
        else:
            paragraphs[-1].append(row.ref)
            said = (said + row.text)[-600:]
        previous = row
    return paragraphs


def _cleared(passage: Passage) -> Passage:
    """The passage without jump lines at its ends and without the indent."""
    return Passage(without_jumps(passage.text), passage.lines)


def _without_pointer(passage: Passage | None) -> Passage | None:
    """A headline without the bracketed pages at its end, which are a reference."""
    if passage is None:
        return None
    text = passage.text
    match = g.POINTER_TAIL.search(text.current)
    if not match or match.start() == 0:
        return passage
    return Passage(text.edited("pointers", [Edit(match.start(), len(text.current), "")]), passage.lines)


_MAY_POINT = re.compile(r"版|\bpage", re.IGNORECASE)
"""What a pointer holds at least; most paragraphs hold none of it."""


def _references(
    pages: tuple[Page, ...], parts: list[Part] | tuple[Part, ...], passages: list[Passage | None]
) -> tuple[Reference, ...]:
    found: list[Reference] = []
    for part in parts:
        printed = _block(pages, part).words.replace("\n", "").strip()
        span = page_span(printed)
        if span:
            found.append(Reference(span, printed))
    for passage in passages:
        text = str(passage) if passage else ""
        for match in g.POINTER_WITHIN.finditer(text) if _MAY_POINT.search(text) else ():
            span = page_span(match.group())
            if span:
                found.append(Reference(span, match.group().strip()))
    return tuple(dict.fromkeys(found))


def _captions(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> tuple[Caption, ...]:
    pictures = [p for p in parts if p.role is Role.PICTURE]
    free = list(pictures)
    found: list[Caption] = []
    spoken: dict[int, list[Part]] = {}
    loose: list[Part] = []
    for part in parts:
        if part.role is Role.CAPTION:
            picture = _nearest(pages, part, pictures)
            if picture is None:
                loose.append(part)
            else:
                spoken.setdefault(pictures.index(picture), []).append(part)
    for number, picture in enumerate(pictures):
        words = spoken.get(number)
        if words:
            refs = [ref for part in words for ref in _refs(pages, part)]
            found.append(_credited(_passage(pages, refs), picture.page, _block(pages, picture).box))
            free.remove(picture)
    found += [_credited(_passage(pages, _refs(pages, part)), None, None) for part in loose]
    found += [Caption(None, None, p.page, _block(pages, p).box) for p in free]
    return tuple(found)


def _credited(passage: Passage, page: int | None, box: object) -> Caption:
    """The caption with its credit split off: 「圖為… 王一/攝」."""
    text = passage.text
    flat = text.current
    match = g.CREDIT.search(flat.replace("\n", " "))
    if not match or match.start() == 0:
        return Caption(passage, None, page, box)  # type: ignore[arg-type]
    credit = Passage(text.edited("credits", [Edit(0, match.start(), "")]), passage.lines)
    words = Passage(text.edited("credits", [Edit(match.start(), len(flat), "")]), passage.lines)
    return Caption(words, credit, page, box)  # type: ignore[arg-type]


def _nearest(pages: tuple[Page, ...], caption: Part, pictures: list[Part]) -> Part | None:
    box = _block(pages, caption).box
    if box is None:
        return None
    best, least = None, 60.0
    for picture in pictures:
        other = _block(pages, picture).box
        if other is None or picture.page != caption.page:
            continue
        away = max(0.0, -box.shared_x(other)) + max(0.0, -box.shared_y(other))
        if away < least:
            best, least = picture, away
    return best


def _with_kind(article: Article, by_role: dict[Role, list[Part]]) -> Article:
    kind = article.kind
    if set(by_role) <= {Role.MASTHEAD}:
        kind = Kind.MASTHEAD
    elif set(by_role) <= {Role.FOLIO, Role.LABEL}:
        kind = Kind.FURNITURE  # a name over nothing is a page's
    elif Role.AD in by_role:
        kind = Kind.AD
    elif Role.NOTICE in by_role or (article.headline and g.NOTICE.match(str(article.headline).strip())):
        kind = Kind.NOTICE
    elif not article.paragraphs and article.captions and not article.references:
        kind = Kind.PHOTO
    elif article.references and sum(len(str(p)) for p in article.paragraphs) < 60 and not article.byline:
        kind = Kind.PROMO
    elif sum(len(str(p)) for p in article.paragraphs) < 120 and len(article.paragraphs) == 1 and not article.byline:
        kind = Kind.BRIEF
    return replace(article, kind=kind)
