"""What print had where a repair changed it, for a reader who wants to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from banmian.model.edition import EditionArticle, Repair

if TYPE_CHECKING:
    from banmian.publish.site.words import Words

CONTEXT = 8
"""Characters shown on each side of a change, enough to find the place by."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between print and the text here.

    Attributes:
        field: in words, "第3段".
        before: the text just before it.
        was: what print had, "" for nothing.
        now: what stands here, "" for nothing.
        after: the text just after it.
    """

    field: str
    before: str
    was: str
    now: str
    after: str


def changes_of(article: EditionArticle, words: Words) -> tuple[tuple[Change, ...], int]:
    """The changes worth showing, in the order of the record, and how many only joined lines or spaces."""
    shown, joins = [], 0
    for repair in article.repairs:
        text = _text_of(article, repair.field)
        if text is None or not 0 <= repair.start <= repair.end <= len(text):
            continue
        now = text[repair.start : repair.end]
        if not repair.printed.strip() and not now.strip():
            joins += 1
            continue
        shown.append(_change(repair, text, now, words))
    return tuple(shown), joins


def _change(repair: Repair, text: str, now: str, words: Words) -> Change:
    start, end = repair.start, repair.end
    name, _, place = repair.field.partition("/")
    named = words.fields.get(name, name)
    if name == "paragraphs":
        named = words.paragraph.replace("{}", str(int(place) + 1))
    return Change(
        field=named,
        before=("…" if start > CONTEXT else "") + text[max(0, start - CONTEXT) : start],
        was=" ".join(repair.printed.split()),
        now=now,
        after=text[end : end + CONTEXT] + ("…" if end + CONTEXT < len(text) else ""),
    )


def _text_of(article: EditionArticle, field: str) -> str | None:
    """The text that a repair's `field` names; None where the article has no such field."""
    name, *rest = field.split("/")
    value: object = getattr(article, name, None) if name in EditionArticle.__dataclass_fields__ else None
    for step in rest:
        if isinstance(value, Sequence) and not isinstance(value, str):
            value = value[int(step)] if step.isascii() and step.isdigit() and int(step) < len(value) else None
        else:
            value = getattr(value, step, None) if step in {"text", "credit"} else None
    return value if isinstance(value, str) else None
