"""A concordance: which articles hold which pieces of text, so that a block's or a paragraph's home is found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from banmian.model.edition import EditionArticle
from banmian.publish.look.folding import FIRST_IDEOGRAPH, folded

HAN_PIECE, LETTER_PIECE = 4, 8
"""Characters of a piece: shorter ones stand in any long article by chance."""

Holders = frozenset[int]
"""Indexes of articles."""

_NOBODY: Holders = frozenset()


class Concordance:
    """The pieces of several articles.

    Args:
        articles: found again by their index.
    """

    def __init__(self, articles: Sequence[EditionArticle]) -> None:
        holders: defaultdict[str, set[int]] = defaultdict(set)
        wholes: defaultdict[str, set[int]] = defaultdict(set)
        names: defaultdict[str, set[int]] = defaultdict(set)
        for index, article in enumerate(articles):
            for text in map(folded, _texts(article)):
                wholes[text].add(index)
                for width in (HAN_PIECE, LETTER_PIECE):
                    for piece in _pieces(text, width):
                        holders[piece].add(index)
            for name in filter(None, map(folded, article.byline)):
                names[name].add(index)
        self._holders, self._wholes, self._names = _kept(holders), _kept(wholes), _kept(names)

    def found(self, text: str) -> list[Holders]:
        """For every piece of a text the articles that hold it; a text too short for one is sought whole."""
        plain = folded(text)
        width = _width(plain)
        if len(plain) < width:
            return [self._wholes[plain]] if plain in self._wholes else []
        return [self._holders.get(piece, _NOBODY) for piece in _pieces(plain, width)]

    def signed(self, text: str) -> list[Holders]:
        """For every name of a byline that stands in a text the articles that it signs."""
        plain = folded(text)
        return [articles for name, articles in self._names.items() if name in plain]


def share(found: Sequence[Holders], articles: Collection[int]) -> float:
    """How much of a text any of these articles hold, 0 to 1."""
    return sum(not holders.isdisjoint(articles) for holders in found) / max(1, len(found))


def others(found: Sequence[Holders], besides: Collection[int]) -> list[tuple[int, float]]:
    """The articles that hold what these do not, and how much of the text that is; who holds most comes first."""
    counted = Counter(index for holders in found if holders.isdisjoint(besides) for index in sorted(holders))
    return [(index, count / len(found)) for index, count in counted.most_common()]


def _texts(article: EditionArticle) -> Iterator[str]:
    """Every printed text that an article has; bylines apart, which are names alone."""
    heads = (article.label, article.kicker, article.headline, article.deck)
    yield from (text for text in heads if text)
    yield from article.paragraphs
    for caption in article.captions:
        yield from (text for text in (caption.text, caption.credit) if text)
    yield from (reference.text for reference in article.references)
    # Blocks run over the ends of paragraphs.
    yield "".join(article.paragraphs)


def _width(text: str) -> int:
    han = sum(ord(character) >= FIRST_IDEOGRAPH for character in text)
    return HAN_PIECE if 2 * han > len(text) else LETTER_PIECE


def _pieces(text: str, width: int) -> list[str]:
    """Each once, in their order, so that a tie is always decided alike."""
    return list(dict.fromkeys(text[start : start + width] for start in range(len(text) - width + 1)))


def _kept(found: defaultdict[str, set[int]]) -> dict[str, Holders]:
    return {text: frozenset(articles) for text, articles in found.items()}
