"""What the judges' roles become when a block's words, or its company in a story, say otherwise."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from banmian.articles import grammar as g
from banmian.articles.bylines import names
from banmian.articles.latin_bylines import tells_who_wrote
from banmian.articles.nodes import HEADS, Node
from banmian.articles.openings import is_dateline
from banmian.articles.people import is_name
from banmian.articles.signatures import is_surely_byline
from banmian.model.page import Role


def by_its_words(n: Node, role: Role) -> Role:
    """The role of a block whose words leave no doubt of it, or the one that the judges give it."""
    short = n.rows <= SIGNED and len(n.words) < LONGEST
    if role in UNSURE and short and (is_surely_byline(n.words) or is_surely_byline(n.spaced)):
        return Role.BYLINE
    if n.rows == 1 and _ADVERTISEMENT.fullmatch(n.words.strip()):
        return Role.FOLIO  # what a corner of an advertisement says that it is
    if role is Role.BYLINE and _SAYS_MORE.search(n.spaced) and names(n.spaced) and not tells_who_wrote(n.spaced):
        return Role.DECK  # "Neighbors ask who will pay for it" names nobody
    if role is Role.KICKER and n.words.lstrip().startswith(("——", "──")):
        return Role.DECK  # ——記六旬老人
    if role is Role.LABEL and g.NOTICE.match(n.words.strip()):
        return Role.HEADLINE  # it says what is announced; a column's name does not
    if (
        role is Role.BODY
        and short
        and n.rows == 1
        and (credit := g.CREDIT.match(n.words))
        and credit.end() == len(n.words)
    ):
        return Role.CAPTION
    return role


def headed_alike(nodes: list[Node]) -> None:
    """Tells rows that are set as several heads of the page are, and as no text is, for heads as well.

    Args:
        nodes: the page's blocks, each with its likeliest role.
    """
    heads = Counter(n.setting for n in nodes if n.role is Role.HEADLINE and n.rows == 1)
    texts = {n.setting for n in nodes if n.role is Role.BODY and (n.rows > 1 or g.sentence_ended(n.words))}
    for n in nodes:
        if n.role is Role.BODY and n.rows == 1 and heads[n.setting] >= ALIKE_HEADS and n.setting not in texts:
            n.role = Role.HEADLINE


ALIKE_HEADS = 3
"""Heads of a page that are set alike, from which another row that is set so is one."""

_SAYS_MORE = re.compile(
    r"(?:^|[ ,])(?!(?:and|und|et|de|du|des|di|da|von|van|der|den|la|le|zu|y|e|by)\b)[a-zà-ÿ]{2,}[ ,].*\b[a-zà-ÿ]{3,}"
)
"""Words in small letters that no name has, two of them at the least."""

UNSURE = frozenset((Role.BODY, Role.DECK, Role.SUBHEADING, Role.KICKER, Role.AD, Role.HEADLINE))
"""Roles that a line with a reporter's title and name may be taken for."""

LONGEST = 60
"""Characters of a line that says who wrote or drew at the most."""

SIGNED = 2
"""Rows of a byline at the most."""


_ADVERTISEMENT = re.compile("[廣广]告|advertisement|anzeige|publicité|publicidad", re.IGNORECASE)


def headed_apart(path: list[Node]) -> list[list[Node]]:
    """A story cut where a later head is set as its own is: what stands over stories of one rank looks alike.

    Args:
        path: blocks in reading order. A column's name over it is given to every part.
    """
    _sign(path)
    item = _heads_item(path)
    above = path[: next((k for k, n in enumerate(path) if n.role is Role.BODY), 0)]
    first = item or max((n for n in above if n.role is Role.HEADLINE), key=lambda n: n.size, default=None)
    if first is None or first.rows > HEAD_ROWS:
        return [path]
    cuts = [
        k
        for k in range(max(1, len(above)) + 1, len(path) - 1)
        if (item or path[k].role in {Role.HEADLINE, Role.SUBHEADING, Role.DECK})
        and path[k].rows <= HEAD_ROWS
        and path[k].setting == first.setting
        and path[k - 1].role in {Role.BODY, Role.BYLINE}
        and path[k + 1].role is Role.BODY
        and _ended(path[:k])
    ]
    if not cuts:
        return [path]
    for n in (first, *(path[k] for k in cuts)):
        n.role = Role.HEADLINE
    named = path[:1] if path[0].role is Role.LABEL else []
    parts = [path[a:b] for a, b in zip([0, *cuts], [*cuts, len(path)], strict=True)]
    return [parts[0], *([*named, *part] for part in parts[1:])]


def _sign(path: list[Node]) -> None:
    """Tells a letter's name and place from the next one's head: it stands after a full stop, over a head or nothing."""
    largest = max((n for n in path[:HEAD_BLOCKS] if n.role is Role.HEADLINE), key=lambda n: n.size, default=None)
    for n in path[:HEAD_BLOCKS] if largest is not None else ():
        named = n.rows == 1 and n.role in {Role.HEADLINE, Role.DECK} and is_name(n.words) and not g.is_word(n.words)
        if named and largest is not None and n.size < largest.size and n.box.y0 >= largest.box.y0:
            n.role = Role.BYLINE
    told = [
        k
        for k in range(1, len(path))
        if path[k].rows <= HEAD_ROWS
        and _NAME_AND_PLACE.fullmatch(path[k].spaced.strip())
        and path[k - 1].role is Role.BODY
        and _ended(path[:k])
        and (k + 1 == len(path) or path[k + 1].rows <= HEAD_ROWS)
    ]
    if any(k + 1 < len(path) for k in told):  # one over the next letter's head; the name at the end may be an office's
        for k in told:
            path[k].role = Role.BYLINE


HEAD_BLOCKS = 5
"""Blocks at a story's beginning among which its head and its writer are."""

_NAME_AND_PLACE = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}, [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3}"
)
"""Who wrote a letter, and from where: "Susan Ings, Corn Row"."""


def _heads_item(path: list[Node]) -> Node | None:
    """The row over the first item in a box, under the box's name if that goes before, that is set as no text is."""
    begin = 1 if path[0].role is Role.LABEL else 0
    if len(path) < begin + 2 or not path[begin].region or path[begin].role is Role.HEADLINE:
        return None
    head, text = path[begin], path[begin + 1]
    alike = head.rows <= HEAD_ROWS and head.look == text.look
    return None if alike or text.role is not Role.BODY or g.sentence_ended(head.words) else head


HEAD_ROWS = 2
"""Rows of such a head at the most."""


def _ended(path: list[Node]) -> bool:
    """Whether the text so far ends with a full stop, with who wrote it, or with a row or two after these."""
    last = path[-1]
    if last.role is Role.BYLINE or g.sentence_ended(last.words[-60:]):
        return True
    before = path[-2] if len(path) > 1 else None
    signed = before is not None and (before.role is Role.BYLINE or g.sentence_ended(before.words[-60:]))
    return signed and last.rows <= SIGNED and last.role is Role.BODY


def told_as_text(path: list[Node], body: float) -> None:
    """Gives blocks that were taken for what they cannot be the roles that their places in their story have.

    An advertisement's words amid a longer story are the story's; a headline alone that is a sentence is an item.
    """
    if len(path) == 1 and path[0].role is Role.HEADLINE and _is_sentences(path[0], body):
        path[0].role = Role.BODY
        return
    _told_within(path)
    _decked(path)
    for n, after in pairwise(path):
        if n.role is Role.HEADLINE and n.rows == 1 and n.size < 1.15 * body and after.role is Role.BODY:
            led = _LED_IN.match(n.spaced) or (n.words.isupper() and after.words[:1].islower())
            n.role = Role.BODY if led and after.box.y0 - n.box.y1 < body else n.role
        capitals = n.role is Role.HEADLINE and n.words.isupper() and n.words.rstrip()[-1:] == "."
        if capitals and after.role is Role.BODY and (n.look, n.size) == (after.look, after.size):
            n.role = Role.BODY  # the words in capitals with which an item opens, on a row of their own
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


def _told_within(path: list[Node]) -> None:
    """Tells heads amid a story's text, much smaller than the story's own, for sub-headings."""
    begun = next((k for k, n in enumerate(path) if n.role is Role.BODY), len(path))
    own = max((n.size for n in path[:begun] if n.role is Role.HEADLINE), default=0.0)
    for n in path[begun:]:
        if n.role is Role.HEADLINE and n.size < SMALLER * own:
            n.role = Role.SUBHEADING


def _decked(path: list[Node]) -> None:
    """Tells a row or a few right under a headline, in a look that the text does not have, for its deck."""
    for head, n, text in zip(path, path[1:], path[2:], strict=False):
        if head.role is not Role.HEADLINE or n.role is not Role.BODY or text.role is not Role.BODY:
            continue
        words = n.words.strip()
        apart = n.look != text.look and n.rows <= DECK_ROWS and n.box.y0 >= head.box.y0 and n.size <= head.size
        if apart and len(words) >= DECK and not (g.sentence_ended(words) or g.is_byline(words) or is_dateline(words)):
            n.role = Role.DECK


DECK_ROWS, DECK = 4, 8
"""Rows of such a deck at the most, and its characters at the least."""

SMALLER = 0.7
"""Share of the headline's size below which a head amid the text is a sub-heading."""

_LED_IN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]*(?: [A-ZÀ-Þ'’-]+)+ [a-zà-þß]{2,}")
"""First words in small capitals with which a text begins: "ELF JAHRE LANG schwieg die"."""


def _is_sentences(n: Node, body: float) -> bool:
    """Whether what stands alone as a headline is an item's text: in the size of the body, a full stop at its end."""
    return n.size < 1.1 * body and n.words.rstrip()[-1:] in "。！" and any(c in n.words for c in "，、")
