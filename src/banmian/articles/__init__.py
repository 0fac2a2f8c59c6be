"""Pages to articles: which blocks make one story, in which role and order, over columns and pages."""

from banmian.articles.reading import read_articles

__all__ = ["read_articles"]
