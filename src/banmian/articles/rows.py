"""The lines of a page without geometry, each with what can be seen of it without its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from banmian.articles import grammar as g
from banmian.articles.mastheads import folio_like, masthead_words


@dataclass(frozen=True, slots=True)
class Row:
    """A line and what its own look says."""

    text: str
    blank: bool
    width: float
    head: float
    masthead: bool
    label: bool
    topic: bool
    byline: bool
    pointer: bool
    pointed: bool
    jump: bool
    caption: bool
    lead: bool
    indent: bool
    ended: bool
    folio: bool

    @property
    def reach(self) -> float:
        """Where it ends in its column, in ems: its width and its indent."""
        return self.width + (2.0 if self.indent else 0.0)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page was set, as far as its text shows.

    Attributes:
        measure: the column's, in ems; 0 where a line is a paragraph.
        indents: whether paragraphs are indented.
    """

    measure: float
    indents: bool


def usual_measure(lines: list[str], blanks: list[bool]) -> float:
    """The column's measure in ems where the text was broken into lines as printed; 0 where a line is a paragraph."""
    inner = [
        g.width(lines[i].strip()) for i in range(len(lines) - 1) if not blanks[i + 1] and not g.sentence_ended(lines[i])
    ]
    if len(inner) < 6 or len(inner) < 0.25 * len(lines):
        return 0.0
    rounded = Counter(round(w) for w in inner if w >= 6)
    if not rounded:
        return 0.0
    best = max(rounded, key=lambda w: rounded[w - 1] + rounded[w] + rounded[w + 1])
    near = sum(rounded[w] for w in range(best - 2, best + 3))
    if sum(g.width(line.strip()) > best + 3 for line in lines) > 0.1 * len(lines):
        return 0.0  # those were heads; the paragraphs are not broken
    best = max((best - 1, best, best + 1), key=lambda w: rounded[w])
    return float(best) if near > 0.5 * sum(rounded.values()) and best <= 60 else 0.0


def row_of(text: str, blank: bool) -> Row:
    """What a line's own look says.

    Args:
        text: as printed.
        blank: whether a blank line stands before it.
    """
    bare = text.strip()
    return Row(
        text=bare,
        blank=blank,
        width=g.width(bare),
        head=g.looks_like_head(g.POINTER_TAIL.sub("", bare)),
        masthead=masthead_words(bare),
        label=g.is_label(bare),
        topic=blank and bool(_TOPIC.fullmatch(bare)),
        byline=g.is_byline(bare) and (blank or bare[:1] not in "（("),
        pointer=bool(g.POINTER_LINE.match(bare)),
        pointed=bool(g.POINTER_TAIL.search(bare)),
        jump=bool(g.JUMP_ON.match(bare) or g.JUMP_FROM.match(bare)),
        caption=bool(g.CAPTION.search(bare)),
        lead=bool(g.LEAD.match(bare)),
        indent=text.startswith(("　　", "    ", "\t")),
        ended=g.sentence_ended(g.POINTER_TAIL.sub("", bare)),
        folio=folio_like(bare),
    )


_TOPIC = re.compile(rf"{g.MARK}?[\u3400-\u9fff]{{4,6}}")
"""A line that may name what a story is one of, over its kicker: 民生實事."""


def masthead_end(rows: list[Row]) -> int:
    """One past the last line of the blocks of masthead lines at the top; 0 where there are none.

    A block without a masthead word ends the masthead, unless it is one short line (the paper's name) with
    such a block right under it.
    """
    starts = [i for i, row in enumerate(rows[:60]) if row.blank or i == 0]
    blocks = [rows[a:b] for a, b in zip(starts, [*starts[1:], min(60, len(rows))], strict=True)]
    told = [sum(r.masthead for r in block) for block in blocks]
    end = 0
    for k, block in enumerate(blocks):
        if any(r.lead or r.byline or r.pointer or (r.width > 30 and r.ended and not r.masthead) for r in block):
            break
        name_alone = (
            len(block) == 1 and block[0].width <= 24 and k + 1 < len(blocks) and told[k + 1] * 2 >= len(blocks[k + 1])
        )
        if told[k] or (name_alone and not block[0].pointed):
            end = starts[k] + max((n + 1 for n, r in enumerate(block) if r.masthead), default=len(block))
        elif end or k > 1:
            break
    named = end < len(rows) and not rows[end].blank and rows[end].width <= 10 and not rows[end].ended
    if end and named and KIND_ALONE.fullmatch(rows[end - 1].text):
        end += 1
    rest = next((n for n, row in enumerate(rows[end:]) if row.blank), 0) if end else 0
    imprint = rest <= 2 and all(r.width <= 16 and not (r.ended or r.pointed or r.lead) for r in rows[end : end + rest])
    return end + rest if imprint else end  # the publisher's name under the numbers


KIND_ALONE = re.compile(
    r"(?:新浪|官方|手[機机])?(?:微信(?:公[眾众][號号])?|公[眾众][號号]|微博|抖音[號号]?|[視视][頻频][號号]|(?:新[聞闻])?客[戶户]端|APP)[:：]?",
    re.IGNORECASE,
)
"""A kind of channel alone on its line: the name is on the next."""
