"""The repairs of an issue, in order, over all passages of its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from banmian.model.article import Article, Caption, Passage
from banmian.model.text import Flag, Text
from banmian.ports import Repair
from banmian.repair.bylines import Bylines
from banmian.repair.hyphens import is_old, words_within
from banmian.repair.joins import Joins
from banmian.repair.scripts import MAJORITY, script_of
from banmian.repair.strays import Strays
from banmian.repair.tongues import tongue_of
from banmian.repair.whole_script import WholeScript
from banmian.repair.width import Width

LANGUAGES = {"hant": "zh-Hant", "hans": "zh-Hans", "hk": "zh-Hant-HK", "tw": "zh-Hant-TW"}
"""BCP 47 by script."""

KANA = 0.02
"""Share of kana from which a text is Japanese, whose characters are no strays and have no other script."""


def mended(articles: Sequence[Article], asked: str | None = None) -> tuple[tuple[Article, ...], str | None]:
    """The articles with every passage repaired, and the issue's language where it is Chinese of a known script.

    The script is measured over the whole issue, and per article where it has enough to tell by itself: an
    article wholly in the other script keeps it.

    Args:
        articles: of one issue.
        asked: the script that they are put into, "hans", "hant", "hk" or "tw"; "printed" joins lines and changes
            no glyph.
    """
    texts = ["\n".join(str(p) for p in passages(a)) for a in articles]
    whole = "\n".join(texts)
    script = None if _is_japanese(whole) else script_of(whole, MAJORITY)
    shop = _Shop(Counter(whole), whole, asked)
    result = []
    for article, text in zip(articles, texts, strict=True):
        own = script_of(text) or script
        steps, names = shop.steps(None if _is_japanese(text) else own)
        language = shop.language(own)
        result.append(
            replace(_mended(article, steps, names), language=language if language != shop.language(script) else None)
        )
    return tuple(result), shop.language(script)


def passages(article: Article) -> list[Passage]:
    """Every passage of an article."""
    heads = [article.label, article.kicker, article.headline, article.deck]
    captions = [p for c in article.captions for p in (c.text, c.credit)]
    return [p for p in (*heads, *article.paragraphs, *captions) if p is not None]


@dataclass
class _Shop:
    """The repairs of one issue, those that know the issue made once for each script."""

    usage: Counter[str]
    whole: str
    asked: str | None
    made: dict[str | None, tuple[list[Repair], list[Repair]]] = field(default_factory=dict)

    def steps(self, own: str | None) -> tuple[list[Repair], list[Repair]]:
        """The steps for passages in a script, and those for names."""
        if own not in self.made:
            self.made[own] = self._steps(own)
        return self.made[own]

    @cached_property
    def words(self) -> frozenset[str]:
        """The issue's own words, by which words broken at a line's end are told."""
        return words_within(self.whole)

    def language(self, own: str | None) -> str | None:
        """What the language of a text is after repair, by its script before."""
        if own is None:
            return None
        return LANGUAGES[own if self.asked in {None, "printed"} else self.asked or own]

    def _steps(self, own: str | None) -> tuple[list[Repair], list[Repair]]:
        language = None if own else tongue_of(self.whole)
        steps: list[Repair] = [Joins(self.words, language, old=language == "de" and is_old(self.whole))]
        names: list[Repair] = []
        if self.asked == "printed":
            return steps, names
        steps.append(Width())
        if own:
            steps.append(Strays(own, self.usage, self.whole))
            names.append(Bylines(own, self.usage, self.whole))
            if self.asked:
                whole = WholeScript(self.asked, own, self.whole)
                steps.append(whole)
                names.append(whole)
        return steps, names


def _is_japanese(text: str) -> bool:
    return sum("\u3041" <= c <= "\u30fa" for c in text) > KANA * len(text)


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


def _mended(article: Article, steps: Sequence[Repair], names: Sequence[Repair]) -> Article:
    signed = tuple(_sure(Passage(Text(name)), names) for name in article.byline) if names else ()
    return replace(
        each_passage(article, lambda passage: _sure(passage, steps)),
        byline=tuple(map(str, signed)) if names else article.byline,
        byline_texts=signed,
    )


def _sure(passage: Passage, steps: Sequence[Repair]) -> Passage:
    text = passage.text
    flags = list(passage.flags)
    for step in steps:
        if isinstance(step, Strays | Bylines):
            edits, doubts = step.found(text.current)
            flags += [Flag(*text.origin(f.start, f.end), f.could_be, f.why) for f in doubts]
        else:
            edits = list(step.edits(text.current))
        text = text.edited(step.name, edits)
    return Passage(text, passage.lines, tuple(flags))
