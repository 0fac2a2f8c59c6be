"""What the judges' roles become when a block's words, or its company in a story, say otherwise."""

from __future__ import annotations

from banmian.articles import grammar as g
from banmian.articles.nodes import HEADS, Node
from banmian.model.page import Role


def by_its_words(n: Node, role: Role) -> Role:
    """The role of a block whose words leave no doubt of it, or the one that the judges give it."""
    if role in UNSURE and n.rows <= SIGNED and g.is_surely_byline(n.words):
        return Role.BYLINE
    if role is Role.LABEL and g.NOTICE.match(n.words.strip()):
        return Role.HEADLINE  # it says what is announced; a column's name does not
    if role is Role.BODY and n.rows == 1 and (credit := g.CREDIT.match(n.words)) and credit.end() == len(n.words):
        return Role.CAPTION
    return role


UNSURE = frozenset((Role.BODY, Role.DECK, Role.SUBHEADING, Role.KICKER, Role.AD, Role.HEADLINE))
"""Roles that a line with a reporter's title and name may be taken for."""

SIGNED = 2
"""Rows of a byline at the most."""


def headed_apart(path: list[Node]) -> list[list[Node]]:
    """A story cut where a later head is set as its own headline is: what stands over stories of one rank looks alike.

    Args:
        path: blocks in reading order.
    """
    heads = [n for n in path[: next((k for k, n in enumerate(path) if n.role is Role.BODY), 0)] if n.role in HEADS]
    first = max(heads, key=lambda n: n.size, default=None)
    if first is None or first.rows > 2:
        return [path]
    cuts = [
        k
        for k in range(1, len(path) - 1)
        if path[k].role in {Role.HEADLINE, Role.SUBHEADING}
        and path[k].rows <= 2
        and (path[k].look, round(path[k].size, 1)) == (first.look, round(first.size, 1))
        and path[k - 1].role in {Role.BODY, Role.BYLINE}
        and path[k + 1].role is Role.BODY
        and _ended(path[:k])
    ]
    for k in cuts:
        path[k].role = Role.HEADLINE
    return [path[a:b] for a, b in zip([0, *cuts], [*cuts, len(path)], strict=True)]


def _ended(path: list[Node]) -> bool:
    """Whether the text so far ends with a full stop, or with who wrote it."""
    return path[-1].role is Role.BYLINE or g.sentence_ended(path[-1].words[-60:])


def told_as_text(path: list[Node], body: float) -> None:
    """Gives blocks that were taken for what they cannot be the roles that their places in their story have.

    An advertisement's words amid a longer story are the story's; a headline alone that is a sentence is an item.
    """
    if len(path) == 1 and path[0].role is Role.HEADLINE and _is_sentences(path[0], body):
        path[0].role = Role.BODY
        return
    ads = [n for n in path if n.role is Role.AD]
    text = sum(len(n.words) for n in path if n.role is Role.BODY)
    if not ads or text <= sum(len(n.words) for n in ads):
        return
    first = next((k for k, n in enumerate(path) if n.role is Role.BODY), 0)
    heads = [n for n in path[:first] if n.role in HEADS or n.role is Role.AD]
    largest = max((n.size for n in heads), default=0.0)
    named = any(n.role is Role.HEADLINE for n in heads)
    for k, n in enumerate(path):
        if n.role is Role.AD:
            over = k < first and n.size > 1.15 * body
            n.role = Role.HEADLINE if over and not named and n.size == largest else Role.DECK if over else Role.BODY


def _is_sentences(n: Node, body: float) -> bool:
    """Whether what stands alone as a headline is an item's text: in the size of the body, a full stop at its end."""
    return n.size < 1.1 * body and n.words.rstrip()[-1:] in "。！" and any(c in n.words for c in "，、")
