"""Pages to articles: each page grouped in its own way, parts joined across pages, words gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from banmian.articles.assembly import assembled
from banmian.articles.folios import numbered
from banmian.articles.grouping import grouped
from banmian.articles.judges import Ask
from banmian.articles.jumps import joined_over_pages
from banmian.articles.line_lists import is_marked, is_old_print, old_labels
from banmian.articles.names_carried import carried
from banmian.articles.sequence import Label, label_lines
from banmian.articles.threads import Thread
from banmian.model.article import Article, Chain, Part
from banmian.model.page import Block, Line, Page, Role


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of the pages: the same pages with blocks in final roles, the articles, and what to warn of."""

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    warnings: tuple[str, ...]


def group_page(page: Page, ask: Ask) -> tuple[Page, tuple[Chain, ...]]:
    """One page with final roles, and its articles as chains of parts; needs no other page.

    Args:
        page: laid out, or without geometry.
        ask: the learned judges.
    """
    if page.missing or not page.blocks:
        return page, ()
    if page.blocks[0].box is None:
        return _from_sequence(page)
    return grouped(page, ask)


def read_articles(pages: Sequence[Page], chains: Sequence[Sequence[Chain]]) -> Reading:
    """The articles of an issue from its grouped pages."""
    pages, doubled = numbered(pages)
    threads = [Thread(c.parts, certainty=c.certainty) for page_chains in chains for c in page_chains]
    threads, warnings = joined_over_pages(pages, threads)
    threads = carried(pages, threads)
    counts: dict[int, int] = {}
    articles = []
    for thread in threads:
        page = next((p for p in thread.parts if p.role is not Role.LABEL), thread.parts[0]).page
        counts[page] = counts.get(page, 0) + 1
        articles.append(assembled(pages, thread, f"p{page + 1:03d}-a{counts[page]:02d}"))
    return Reading(pages, tuple(articles), (doubled, *warnings) if doubled else tuple(warnings))


_ROLES = {
    Label.MASTHEAD: Role.MASTHEAD,
    Label.COLUMN: Role.LABEL,
    Label.KICKER: Role.KICKER,
    Label.HEADLINE: Role.HEADLINE,
    Label.HEADLINE_GOES_ON: Role.HEADLINE,
    Label.DECK: Role.DECK,
    Label.BYLINE: Role.BYLINE,
    Label.BEGINS: Role.BODY,
    Label.GOES_ON: Role.BODY,
    Label.POINTER: Role.POINTER,
    Label.JUMP: Role.JUMP,
    Label.CAPTION: Role.CAPTION,
    Label.SUBHEADING: Role.SUBHEADING,
}


def _from_sequence(page: Page) -> tuple[Page, tuple[Chain, ...]]:
    """A page without geometry: labels of its lines made into blocks and chains."""
    lines: list[Line] = []
    blanks: list[bool] = []
    for block in page.blocks:
        for n, line in enumerate(block.lines):
            lines.append(line)
            blanks.append(n == 0)
    rows = [str(line.text) for line in lines]
    is_old = is_old_print(rows)
    labels = old_labels(rows, blanks) if is_old else label_lines(rows, blanks)
    blocks: list[Block] = []
    chains: list[list[Part]] = []
    masthead: list[Part] = []
    previous: Label | None = None
    for line, label, blank in zip(lines, labels, blanks, strict=True):
        role = _ROLES[label]
        starts = label is Label.BEGINS
        fresh = _begins_article(label, previous) or (is_old and blank and is_marked(str(line.text)))
        same = (
            previous is not None
            and not fresh
            and _ROLES[previous] is role
            and role in {Role.BODY, Role.MASTHEAD, Role.HEADLINE, Role.KICKER}
        )
        if same:
            last = blocks[-1]
            firsts = (*last.paragraphs, len(last.lines)) if starts else last.paragraphs
            blocks[-1] = replace(last, lines=(*last.lines, line), paragraphs=firsts)
        else:
            first = (0,) if role is not Role.BODY or starts else ()
            blocks.append(Block((line,), role, paragraphs=first))
            part = Part(page.index, len(blocks) - 1, role)
            if role is Role.MASTHEAD:
                masthead.append(part)
            elif fresh or not chains:
                chains.append([part])
            else:
                chains[-1].append(part)
        previous = label
    found = ([tuple(masthead)] if masthead else []) + [tuple(c) for c in chains]
    return replace(page, blocks=tuple(blocks)), tuple(Chain(parts) for parts in found)


def _begins_article(label: Label, previous: Label | None) -> bool:
    if label in {Label.COLUMN, Label.KICKER}:
        return previous is not Label.COLUMN and not (label is Label.KICKER and previous is Label.KICKER)
    if label is Label.HEADLINE:
        return previous not in {Label.COLUMN, Label.KICKER}
    return previous in {None, Label.MASTHEAD} and label is not Label.MASTHEAD
