"""Truth articles and read ones paired one to one, so that the most text is alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist
from scipy.optimize import linear_sum_assignment

from banmian.model.edition import EditionArticle
from banmian.publish.look.findings import Pair
from banmian.publish.look.folding import folded

ALIKE_AT_ALL = 0.2
"""Likeness; articles below it share nothing but chance characters, as in `bench/scoring.py`."""


def words_of(article: EditionArticle) -> str:
    """An article's folded text: its heads and paragraphs."""
    parts = [article.label, article.kicker, article.headline, article.deck, *article.paragraphs]
    return folded("".join(part or "" for part in parts))


def paired(truth: Sequence[EditionArticle], read: Sequence[EditionArticle]) -> tuple[Pair, ...]:
    """The pairs in the order of the truth.

    An assignment problem (H. Kuhn 1955; SciPy's implementation of D. Crouse 2016) whose gain is the likeness
    times the length of the truth article; likeness is 1 less the edit distance over the longer length.
    """
    asked, given = _with_words(truth), _with_words(read)
    if not asked or not given:
        return ()
    likeness = cdist(list(asked.values()), list(given.values()), scorer=Levenshtein.normalized_similarity)
    lengths = np.array([[len(words)] for words in asked.values()])
    rows, columns = linear_sum_assignment(likeness * lengths, maximize=True)
    indexes = list(asked), list(given)
    return tuple(
        Pair(indexes[0][row], indexes[1][column], float(likeness[row, column]))
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        if likeness[row, column] > ALIKE_AT_ALL
    )


def _with_words(articles: Sequence[EditionArticle]) -> dict[int, str]:
    """The text of those articles that have any, by index; a photo that has none is known by its captions."""
    every = {
        index: words_of(article) or folded("".join(caption.text or "" for caption in article.captions))
        for index, article in enumerate(articles)
    }
    return {index: words for index, words in every.items() if words}
