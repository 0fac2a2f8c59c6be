"""What articles and pages are called in the drawing and in the list, and where each has its anchor."""

from __future__ import annotations

from banmian.model.edition import EditionArticle, EditionPage

LONGEST = 40
"""Characters of a name in the list: about a line."""

LONGEST_NOTE = 14
"""Characters of an article's name in a note on the page."""


def shortened(text: str, longest: int = LONGEST) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def name_of(article: EditionArticle, longest: int = LONGEST) -> str:
    """An article's headline, else the first words that it has, if any."""
    captions = (caption.text for caption in article.captions)
    first = next(filter(None, (article.headline, *article.paragraphs, article.label, article.kicker, *captions)), "")
    return shortened(first, longest)


def page_name(page: EditionPage) -> str:
    """A page as people name it."""
    return f"p. {page.number}"


def group_anchor(page: int, article: int) -> str:
    """Of an article's drawing on a page, by indexes."""
    return f"p{page + 1}-a{article + 1}"


def entry_anchor(page: int, article: int) -> str:
    """Of its entry in the page's list."""
    return f"list-{group_anchor(page, article)}"


def block_anchor(page: int, block: int) -> str:
    """Of a block."""
    return f"p{page + 1}-b{block + 1}"


def unread_anchor(truth: int) -> str:
    """Of the entry of a truth article that has no partner."""
    return f"unread-{truth + 1}"
