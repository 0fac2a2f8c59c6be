"""A page without geometry: one decision over all its lines, by beam search over label sequences.

Each line gets a label (masthead, label, kicker, headline, deck, byline, paragraph begins, paragraph goes on,
pointer, jump, caption, sub-heading). A labelling's score is the sum of what each line's own look says and what
each step from line to line says; the best one over the whole page wins, so that a short line is judged by what
comes before and after it and not by itself. Beam search: B. Lowerre, The Harpy Speech Recognition System (1976).

The weights are the author's, set on the pages of tests/pages/ocr/dev; docs/measured.md has the figures of their
first readings, before they were looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from banmian.articles import grammar as g
from banmian.articles.halves import COMMA, broken_head
from banmian.articles.rows import Row, Setting, masthead_end, row_of, usual_measure

BEAM = 48
"""Labellings kept at each line."""


class Label(StrEnum):
    """What a line is."""

    MASTHEAD = "M"
    COLUMN = "L"
    KICKER = "K"
    HEADLINE = "H"
    HEADLINE_GOES_ON = "h"
    DECK = "D"
    BYLINE = "Y"
    BEGINS = "B"
    GOES_ON = "C"
    POINTER = "P"
    JUMP = "J"
    CAPTION = "X"
    SUBHEADING = "S"


_HEADS = {Label.COLUMN, Label.KICKER, Label.HEADLINE}
_BODY = {Label.BEGINS, Label.GOES_ON}


@dataclass(frozen=True, slots=True)
class _Path:
    """A labelling of the lines so far."""

    score: float
    labels: tuple[Label, ...]
    body: int = -1
    """The last body line of the article at hand, -1 where it has none yet."""
    head: int = -1
    """The first line of its headline, -1 likewise."""
    headed: bool = False
    pointed: bool = False


def label_lines(lines: list[str], blanks: list[bool]) -> list[Label]:
    """The best labelling of a page's lines.

    Args:
        lines: as printed, without line feeds.
        blanks: whether a blank line stands before each.
    """
    rows = [row_of(t, b) for t, b in zip(lines, blanks, strict=True)]
    setting = Setting(usual_measure(lines, blanks), sum(r.indent for r in rows) >= max(3, 0.04 * len(rows)))
    top = masthead_end(rows)
    paths = [_Path(0.0, ())]
    for i, row in enumerate(rows):
        grown = []
        for path in paths:
            for label in Label:
                step = _own(row, label, i, top) + _step(rows, path, label, i, setting)
                if step > -25:
                    grown.append(_extended(path, label, i, row, step))
        grown.sort(key=lambda p: -p.score)
        paths = _distinct(grown)
    return list(max(paths, key=lambda p: p.score + _farewell(p)).labels) if rows else []


def _own(row: Row, label: Label, i: int, top: int) -> float:
    """What a line's own look says for a label."""
    if label is Label.MASTHEAD:
        if i < top:
            return 6.0 if row.masthead else (0.2 if row.pointer or row.pointed else 3.4 - (4 if row.lead else 0))
        if row.folio:
            return 3.0
        return -1.0 if row.masthead and row.width < 40 and not row.ended else -6.0
    if label is Label.JUMP:
        return 6.0 if row.jump else -30.0
    if label is Label.POINTER:
        return 5.0 if row.pointer and not row.jump else -30.0
    if label is Label.BYLINE:
        return 4.5 if row.byline else -30.0
    if row.jump or (row.byline and label in {Label.KICKER, Label.HEADLINE, Label.DECK, Label.SUBHEADING, Label.COLUMN}):
        return -8.0
    if label is Label.COLUMN:
        return 2.2 if row.label else 0.4 if row.topic else -30.0
    if label in {Label.KICKER, Label.HEADLINE, Label.HEADLINE_GOES_ON, Label.DECK, Label.SUBHEADING}:
        if row.width > 52 or row.lead:
            return -30.0
        score = 2.0 * row.head - (2.5 if row.text[-1:] == "。" else 0) - (1.0 if row.indent else 0)
        score -= 1.0 if row.caption else 0
        if label is Label.DECK:
            return score + (3.0 if row.text.startswith(("—", "──", "--", "－")) else -1.8)
        if label is Label.SUBHEADING:
            return score - 1.6 - (1.5 if row.width > 18 else 0)
        if row.text.startswith(("——", "──", "--")):
            return score - 2.5
        if row.pointed and label is not Label.HEADLINE:
            return score - 4.0
        return score - (1.2 if row.label and label is not Label.HEADLINE else 0)
    if label is Label.CAPTION:
        return 3.0 if row.caption else -30.0
    return _own_body(row, label)


def _own_body(row: Row, label: Label) -> float:
    """The same for the two body labels."""
    if row.byline or row.pointer:
        return -5.0
    score = (
        (0.8 if row.width > 22 else 0.0)
        + (0.8 if row.ended else 0.0)
        + (0.8 if "，" in row.text or "," in row.text else 0)
    )
    score += 0.6 if row.text[-1:] in "，、；,;" else 0.0
    score -= 2.5 if row.pointed and not row.ended and row.width < 36 else 0.0
    if re.fullmatch(r"(?:[（(][^（）()]{2,24}[）)])+", row.text):
        return -2.0 if label is Label.BEGINS else 2.5  # a signature after what it signs
    if label is Label.BEGINS:
        score += (3.0 if row.lead else 0.0) + (2.0 if row.indent else 0.0)
        score -= 4.0 if row.text[:1] in g.NEVER_FIRST else 0.0
        score -= 1.6 if row.width < 16 and not row.ended else 0.0
        return score
    return score - (5.0 if row.lead else 0.0) - (2.5 if row.indent else 0.0) - (1.0 if row.label and row.blank else 0)


def _step(rows: list[Row], path: _Path, label: Label, i: int, setting: Setting) -> float:
    """What the step from the line before says for a label."""
    row = rows[i]
    before = path.labels[-1] if path.labels else Label.MASTHEAD
    if label is Label.MASTHEAD:
        return 0.5 if before is Label.MASTHEAD else (0.0 if row.folio else -3.0)
    if label in _HEADS:
        return _to_head(rows, path, label, before, i)
    if label is Label.HEADLINE_GOES_ON:
        if before not in {Label.HEADLINE, Label.HEADLINE_GOES_ON}:
            return -30.0
        again = 1.8 if before is Label.HEADLINE_GOES_ON else 0.0
        again -= 1.0 if _under_kicker(path) and not _far_longer(rows, i) else 0.0  # two lines under a kicker
        return _broken(rows, i) - again - (2.0 if row.blank else 0.0) - (4.0 if rows[i - 1].label else 0.0)
    if label is Label.DECK:
        if before not in {Label.HEADLINE, Label.HEADLINE_GOES_ON, Label.DECK}:
            return -30.0
        longer = row.width - rows[i - 1].width
        dashed = row.text.startswith(("—", "──", "--", "－"))
        short = 1.5 if row.width < 10 and not dashed else 0.0
        told = 1.2 if longer >= 4 and COMMA.search(row.text) and not COMMA.search(rows[i - 1].text) else 0.0
        longer_by = 0.8 if longer >= 4 else -0.8 if longer < 0 else 0.0
        longer_by = 1.8 if not dashed and _under_kicker(path) and _far_longer(rows, i) else longer_by
        return longer_by + told - (1.0 if before is Label.DECK else 0.0) - short
    if label is Label.BYLINE:
        if before in _BODY:
            return -0.3 - (0.0 if g.sentence_ended(rows[path.body].text) else 4.0)
        return 1.0 if before in {Label.HEADLINE, Label.HEADLINE_GOES_ON, Label.DECK, Label.BYLINE} else -2.0
    if label is Label.SUBHEADING:
        if before not in _BODY or not g.sentence_ended(rows[path.body].text):
            return -30.0
        ahead = rows[i + 1] if i + 1 < len(rows) else None
        if ahead is None or ahead.lead or ahead.byline or ahead.pointer:
            return -9.0
        if ahead.text[:1] in "【◆●▲■△◎◇▪①" or re.match("[一1][、.．]", ahead.text):
            return -5.0  # items under a box's name
        return -2.5 if row.blank and not ahead.blank and _may_be_head(ahead) else 0.0
    if label is Label.GOES_ON:
        return _to_goes_on(rows, path, before, i, setting)
    if label is Label.BEGINS:
        return _to_begins(rows, path, before, i, setting)
    if label is Label.POINTER and before in _BODY:
        return 0.0 if g.sentence_ended(rows[i - 1].text) else -3.0
    if label in {Label.POINTER, Label.JUMP}:
        return -4.0 if before is Label.KICKER else 0.0
    return -1.0 if before == Label.KICKER else 0.0


def _under_kicker(path: _Path) -> bool:
    """Whether the line before is the only one of a headline so far, and a kicker stands over it."""
    return len(path.labels) > 1 and path.labels[-2] is Label.KICKER


def _far_longer(rows: list[Row], i: int) -> bool:
    """Whether a line is so much longer than a whole one before it that it is set smaller: halves are about equal."""
    return rows[i].width - rows[i - 1].width >= LONGER and rows[i - 1].width >= WHOLE_LINE


LONGER, WHOLE_LINE = 3, 7
"""Ems."""


def _to_head(rows: list[Row], path: _Path, label: Label, before: Label, i: int) -> float:
    row = rows[i]
    if before is Label.COLUMN:
        return -3.0 if label is Label.COLUMN else 0.0
    if before is Label.KICKER:
        if label is Label.COLUMN:
            return -6.0
        if label is Label.KICKER:
            return -3.5
        return 0.4 - 0.8 * _broken(rows, i)
    if before in _BODY:
        last = rows[path.body].text
        step = 0.3 if g.sentence_ended(last) else -4.5
        return step - (0.0 if row.blank else 2.0) - (0.6 if label is Label.COLUMN and not row.blank else 0)
    if before in {Label.HEADLINE, Label.HEADLINE_GOES_ON, Label.DECK}:
        return 0.2 if path.pointed else -6.5  # a headline with nothing under it
    if before is Label.BYLINE:
        return 0.3 if path.body >= 0 else -6.0
    if before is Label.SUBHEADING:
        return -30.0
    return 0.0 if before is not Label.MASTHEAD or i else 0.2


def _may_be_head(row: Row) -> bool:
    """Whether a line that stands where a body may begin could as well be the headline over it."""
    return row.head > 0 and not (row.indent or row.lead or row.text[-1:] in "，、；,;")


def _broken(rows: list[Row], i: int) -> float:
    """How well a line goes on the headline that the line before it begins; a short line may begin one itself."""
    score = broken_head(rows[i - 1].text, rows[i].text)
    after = rows[i + 1] if i + 1 < len(rows) else None
    begins = after is not None and not (after.blank or after.byline or after.lead or after.ended or after.indent)
    if rows[i].width <= 4 and begins and after is not None and after.head > 0 and after.text[:1] not in "—─-":
        score -= 2.2
    return score


def _to_goes_on(rows: list[Row], path: _Path, before: Label, i: int, setting: Setting) -> float:
    if path.body < 0:
        return -30.0
    row, last = rows[i], rows[path.body]
    score = 2.6 * g.goes_on(last.text, row.text, indented=row.indent)
    if before not in _BODY:
        score -= 1.5
    if row.blank and row.text[:1] in g.OPENERS and g.is_han(last.text[-1:]):
        score -= 1.2  # somebody speaks at last: rather a paragraph under its head than a sentence cut here
    if not row.blank and path.body == i - 1:
        if setting.measure:
            room = setting.measure - last.reach
            score += 1.6 if room <= 0.6 else 0.6 if room <= 1.6 else (-2.2 if last.ended else -0.6)
            score -= 5.0 if room > 4 and not last.ended else 0.0  # print breaks no line so early
        elif last.width < 40:
            score -= 3.0  # where a line is a paragraph, nothing but a column's end breaks one
    return score


def _to_begins(rows: list[Row], path: _Path, before: Label, i: int, setting: Setting) -> float:
    row = rows[i]
    if before in {Label.MASTHEAD, Label.JUMP}:
        return -1.5
    if before is Label.KICKER:
        return -6.0
    bare = 2.0 if setting.indents and not row.indent else 0.0
    if path.body < 0:
        over = before is Label.HEADLINE and rows[i - 1].width <= 5
        over = over or (setting.indents and before is Label.COLUMN)
        over = over or (before is Label.COLUMN and not rows[i - 1].label)
        curt = 2.4 if over and _may_be_head(row) else 0.0
        return 0.3 - bare - curt
    last = rows[path.body]
    score = -2.2 * g.goes_on(last.text, row.text, indented=row.indent)
    score += 0.6 if last.ended and row.text[:1] in g.OPENERS else 0.0  # somebody else speaks
    if row.blank and not (setting.measure or row.ended or row.text[-1:] in "，、；：,;:") and row.width < 26:
        score -= 1.2  # where a line is a paragraph, few are cut so soon
    full = setting.measure > 0 and last.reach >= setting.measure - 1.6
    if not row.blank and path.body == i - 1 and full and not row.indent:
        score -= 1.2 if setting.indents else 1.8  # more sentences than paragraphs end on a full line
    return score - bare


def _extended(path: _Path, label: Label, i: int, row: Row, step: float) -> _Path:
    before = path.labels[-1] if path.labels else Label.MASTHEAD
    fresh = label in _HEADS and before not in {Label.COLUMN, Label.KICKER}
    body, head, headed, pointed = path.body, path.head, path.headed, path.pointed
    if fresh or label is Label.MASTHEAD:
        body, head, headed, pointed = -1, -1, False, False
    if label is Label.HEADLINE:
        head, headed = i, True
    if label in {Label.BEGINS, Label.GOES_ON}:
        body = i
    pointed = pointed or label is Label.POINTER or row.pointed
    return _Path(path.score + step, (*path.labels, label), body, head, headed, pointed)


def _distinct(grown: list[_Path]) -> list[_Path]:
    """The best paths; of those that the future cannot tell apart only the best one."""
    kept: list[_Path] = []
    seen: set[tuple[object, ...]] = set()
    for path in grown:
        key = (path.labels[-2:], path.body, path.head, path.headed, path.pointed)
        if key not in seen:
            seen.add(key)
            kept.append(path)
            if len(kept) == BEAM:
                break
    return kept


def _farewell(path: _Path) -> float:
    """A page does not end on a headline that has nothing under it."""
    last = path.labels[-1]
    bare = last in {Label.KICKER, Label.HEADLINE, Label.HEADLINE_GOES_ON, Label.COLUMN, Label.DECK}
    return -5.0 if bare and not path.pointed else 0.0
