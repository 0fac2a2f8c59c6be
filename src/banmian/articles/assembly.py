"""A chain of parts to an article: its fields as passages, its paragraphs whole, its pictures with their words."""

from __future__ import annotations

import re
from dataclasses import replace

from banmian.articles import grammar as g
from banmian.articles.byline_rows import cut_report, names_of, signed_above, signed_below
from banmian.articles.bylines import inline_names, names, reported, signature
from banmian.articles.jumps import without_jumps
from banmian.articles.paragraphs import begins_row, block_of, paragraph_refs, refs_of
from banmian.articles.people import DOUBLE, is_name, simplified
from banmian.articles.promos import as_promo, page_span
from banmian.articles.signatures import is_surely_byline
from banmian.articles.threads import Thread
from banmian.model.article import Article, Caption, Kind, LineRef, Part, Passage, Reference
from banmian.model.page import Page, Role
from banmian.model.text import Edit, Text


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
    paragraphs = tuple(_passage(pages, refs) for refs in paragraph_refs(pages, texts))
    paragraphs = tuple(p for p in (_cleared(q) for q in paragraphs) if str(p).strip())
    headline = _field(pages, heads)
    deck = _field(pages, by_role.get(Role.DECK))
    references = _references(pages, by_role.get(Role.POINTER, ()), [headline, deck, *paragraphs])
    signing = [block_of(pages, part).words for part in by_role.get(Role.BYLINE, ())]
    byline = names_of(signing)
    if paragraphs and any(cut_report(words, str(paragraphs[0])) for words in signing):
        paragraphs = _without_start(paragraphs, 1)
    if len(paragraphs) > 1 and not byline and not {Role.AD, Role.NOTICE} & set(by_role):
        byline, paragraphs = _signed(paragraphs)
    if paragraphs:
        told, end = reported(str(paragraphs[0]))
        row = str(paragraphs[0]).replace("\n", "")
        if len(paragraphs) > 1 and (is_surely_byline(row) or (told and end >= len(str(paragraphs[0])))):
            byline = tuple(dict.fromkeys((*(told or names(row)), *byline)))
            paragraphs = paragraphs[1:]
        elif told and end < len(str(paragraphs[0])):
            paragraphs = _without_start(paragraphs, end)
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


def _signed(paragraphs: tuple[Passage, ...]) -> tuple[tuple[str, ...], tuple[Passage, ...]]:
    """Who wrote a story, from the last rows of its text or from the first one; and the text without these."""
    rows = [str(p).replace("\n", " ") for p in paragraphs]
    for count in range(1, min(SIGNING, len(rows) - 1) + 1):
        found = signed_below(" ".join(rows[-count:]), rows[-count - 1])
        if found:
            return found, paragraphs[:-count]
    first, _, rest = str(paragraphs[0]).partition("\n")
    found = signed_above(first) if rest else ()
    if not found:
        return (), paragraphs
    return found, _without_start(paragraphs, len(first) + 1)


def _without_start(paragraphs: tuple[Passage, ...], count: int) -> tuple[Passage, ...]:
    """The paragraphs, so many characters at the first one's beginning taken off as a byline's."""
    text = paragraphs[0].text.edited("bylines", [Edit(0, count, "")])
    return Passage(text, paragraphs[0].lines), *paragraphs[1:]


SIGNING = 2
"""Rows under a story that say who wrote it, at the most."""


def _said_loudest(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> list[Part]:
    """An advertisement's first words, where they are larger than all others, as its headline."""
    ads = [part for part in parts if part.role is Role.AD]
    sizes = [block_of(pages, part).size for part in ads]
    return ads[:1] if len(ads) > 1 and sizes[0] > LOUDER * max(sizes[1:]) else []


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
        within = block.box is not None and not begins_row(block, ref.line)
        last, first = _LAST_NAME.search(found), _FIRST_NAME.match(row)
        names_meet = last is not None and first is not None and is_name(last.group(1)) and is_name(first.group(1))
        whole = names_meet and last is not None and simplified(last.group(1)) not in DOUBLE
        found += f" {row}" if within or whole else row
    return found


_LAST_NAME = re.compile(r"[（(][^）)]{0,40}[\s\u3000]([\u3400-\u9fff]{2,4})$")
_FIRST_NAME = re.compile(r"([\u3400-\u9fff]{2,4})(?=[\s\u3000）)])")
"""The name at the end of a row in an open bracket, and the one at the head of the next row."""


def _passage(pages: tuple[Page, ...], refs: list[LineRef]) -> Passage:
    texts = [pages[r.page].blocks[r.block].lines[r.line].text for r in refs]
    return Passage(Text.joined(texts), tuple(refs))


def _field(pages: tuple[Page, ...], parts: list[Part] | None) -> Passage | None:
    if not parts:
        return None
    return _passage(pages, [ref for part in parts for ref in refs_of(pages, part)])


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
        printed = block_of(pages, part).words.replace("\n", "").strip()
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
            refs = [ref for part in words for ref in refs_of(pages, part)]
            found.append(_credited(_passage(pages, refs), picture.page, block_of(pages, picture).box))
            free.remove(picture)
    found += [_credited(_passage(pages, refs_of(pages, part)), None, None) for part in loose]
    found += [Caption(None, None, p.page, block_of(pages, p).box) for p in free]
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
    box = block_of(pages, caption).box
    if box is None:
        return None
    best, least = None, 60.0
    for picture in pictures:
        other = block_of(pages, picture).box
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
