"""The repairs of an issue, in order, over all passages of its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from banmian.model.article import Article, Caption, Passage
from banmian.ports import Repair
from banmian.repair.hyphens import is_old, words_within
from banmian.repair.joins import Joins
from banmian.repair.scripts import MAJORITY, script_of
from banmian.repair.strays import Strays
from banmian.repair.tongues import tongue_of
from banmian.repair.width import Width


def mended(articles: Sequence[Article]) -> tuple[tuple[Article, ...], str | None]:
    """The articles with every passage repaired, and the issue's script ("hant", "hans" or None).

    The script is measured over the whole issue, and per article where it has enough to tell by itself: an
    article wholly in the other script keeps it.
    """
    texts = ["\n".join(str(p) for p in passages(a)) for a in articles]
    whole = "\n".join(texts)
    script = script_of(whole, MAJORITY)
    usage = Counter(whole)
    words = words_within(whole)
    language = None if script else tongue_of(whole)
    joins = Joins(words, language, old=language == "de" and is_old(whole))
    strays: dict[str, Strays] = {}
    result = []
    for article, text in zip(articles, texts, strict=True):
        own = script_of(text) or script
        steps: list[Repair] = [joins, Width()]
        if own:
            if own not in strays:
                strays[own] = Strays(own, usage, whole)
            steps.append(strays[own])
        own_language = {"hant": "zh-Hant", "hans": "zh-Hans"}.get(own or "")
        result.append(replace(_mended(article, steps), language=own_language if own != script else None))
    return tuple(result), script


def passages(article: Article) -> list[Passage]:
    """Every passage of an article."""
    heads = [article.label, article.kicker, article.headline, article.deck]
    captions = [p for c in article.captions for p in (c.text, c.credit)]
    return [p for p in (*heads, *article.paragraphs, *captions) if p is not None]


def each_passage(article: Article, change: Callable[[Passage], Passage]) -> Article:
    """The article with every passage changed."""

    def changed(passage: Passage | None) -> Passage | None:
        return None if passage is None else change(passage)

    return replace(
        article,
        label=changed(article.label),
        kicker=changed(article.kicker),
        headline=changed(article.headline),
        deck=changed(article.deck),
        paragraphs=tuple(change(p) for p in article.paragraphs),
        captions=tuple(Caption(changed(c.text), changed(c.credit), c.page, c.box) for c in article.captions),
    )


def _mended(article: Article, steps: Sequence[Repair]) -> Article:
    def stepped(passage: Passage) -> Passage:
        text = passage.text
        for step in steps:
            text = text.edited(step.name, step.edits(text.current))
        return Passage(text, passage.lines)

    return each_passage(article, stepped)
