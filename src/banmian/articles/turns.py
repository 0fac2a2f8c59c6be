"""Stories that turn the page without a printed jump, or with one that only one of the two ends prints.

A story that stops in mid-sentence and one on a later page that begins in the middle of one may be the same; so may
two under one headline, or under a word of it. What speaks for each pair is added up, and the best choice for all of
them is an assignment (scipy's solver of D. Crouse, 2016).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Levenshtein
from scipy.optimize import linear_sum_assignment

from banmian.articles import grammar as g
from banmian.articles.nodes import HEADS, TEXT
from banmian.articles.openings import opens_item
from banmian.model.article import Part
from banmian.model.geometry import Box, Turning, around
from banmian.model.page import Block, Page, Role

# Weights set by hand on random papers of seeds 3001 to 3008, where they join no two stories wrongly that are whole.

LEAST = 3.0
"""What has to speak for a pair at least; see `_fit`."""

EDGE = 4.0
"""Ems from the foot or the head of a page's text within which a story stops or begins there."""

ALIKE = 0.8
"""Headlines this similar are one, misread or set in another way."""

SLUG = 4
"""Letters of a word that stands for its headline at least; Han, half as many."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What one page has of a story, as far as its ends tell.

    Attributes:
        page: index of the page.
        opening, closing: its first and its last words.
        indented: whether the first row is.
        head: its headline, letters and digits alone, in lower case; empty for none.
        words: of the headline, likewise.
        signed: whether a byline, a dateline or a column's name begins it, as only a story's own beginning has.
        at_head, at_foot: whether it begins where the page's text does, and stops where that stops.
        full: whether its last row reaches the column's end, as one does that a page's foot cuts.
        text: all its words.
        cellar: whether it fills the foot of its page from side to side, as a serial does.
        size: of its type, in page units.
    """

    page: int
    opening: str
    closing: str
    indented: bool
    head: str
    words: frozenset[str]
    signed: bool
    at_head: bool
    at_foot: bool
    full: bool
    text: str
    cellar: bool = False
    size: float = 0.0


def turned(
    leaves: Sequence[Leaf], leads_to: Mapping[int, int | None], comes_from: Mapping[int, int | None]
) -> dict[int, int]:
    """Which leaf goes on with which other one on a later page.

    Args:
        leaves: those that no printed jump has joined, in reading order.
        leads_to: for leaves that must not be gone on from None, for those with a printed jump the page it names.
        comes_from: likewise for beginnings.
    """
    fits: dict[tuple[int, int], float] = {}
    seconds = [b for b, leaf in enumerate(leaves) if not leaf.signed and comes_from.get(b, leaf.page) is not None]
    open_ends = {a for a, leaf in enumerate(leaves) if leads_to.get(a, leaf.page) is not None and _open_end(leaf)}
    alone = _alone([leaves[a] for a in open_ends], [leaves[b] for b in seconds])
    for a, first in enumerate(leaves):
        if leads_to.get(a, first.page) is None:
            continue
        open_end = a in open_ends
        for b in seconds:
            second = leaves[b]
            if second.page <= first.page:
                continue
            printed = (a in leads_to) + (b in comes_from)
            lone = open_end and first.page in alone and _next(first, second) and _in_midst(second)
            cut = open_end and (first.head if second.head else lone or _foot_to_head(first, second))
            if not (printed or cut or _serial(first, second)):
                continue  # most pairs
            if leads_to.get(a, second.page) != second.page or comes_from.get(b, first.page) != first.page:
                continue
            told = _fit(first, second, PRINTED * printed, lone=lone)
            if told > 0:
                fits[a, b] = told
    if not fits:
        return {}
    sample = leaves[:: 1 + len(leaves) // SAMPLE]
    common = Counter(pair for leaf in sample for pair in grams_of(leaf.text))
    grams = {k: grams_of(leaves[k].text) for k in {k for pair in fits for k in pair}}
    rows, columns = (sorted({pair[side] for pair in fits}) for side in (0, 1))
    table = np.zeros((len(rows), len(columns)))
    for (a, b), told in fits.items():
        table[rows.index(a), columns.index(b)] = told + KIN * kinship(grams[a], grams[b], common)
    table[table < LEAST] = 0.0
    best = zip(*linear_sum_assignment(-table), strict=True)
    return {rows[i]: columns[j] for i, j in best if table[i, j] >= LEAST}


def _alone(open_ends: Sequence[Leaf], seconds: Sequence[Leaf]) -> set[int]:
    """Pages of which one story alone is cut, where one alone begins the next page in mid-sentence."""
    cut = Counter(leaf.page for leaf in open_ends)
    begun = Counter(leaf.page - 1 for leaf in seconds if _in_midst(leaf))
    return {page for page, count in cut.items() if count == begun[page] == 1}


def _in_midst(leaf: Leaf) -> bool:
    """Whether a leaf at its page's head may begin in mid-sentence."""
    begins = leaf.opening[:1].isupper() or leaf.opening[:1] in g.OPENERS or opens_item(leaf.opening)
    return leaf.at_head and not (leaf.head or leaf.indented or begins)


def _next(first: Leaf, second: Leaf) -> bool:
    return second.page == first.page + 1


def _foot_to_head(first: Leaf, second: Leaf) -> bool:
    """Whether one stops at its page's foot and the other begins at the next one's head."""
    return first.at_foot and second.at_head and _next(first, second)


def _serial(first: Leaf, second: Leaf) -> bool:
    """Whether both fill the foot of their pages in one type, and the second has no head: a serial that goes on."""
    both = first.cellar and second.cellar and second.page == first.page + 1
    return both and not second.head and abs(first.size - second.size) < 0.1 * first.size


def _open_end(first: Leaf) -> bool:
    """Whether a leaf stops in a full row where a sentence may be cut."""
    return first.full and (first.closing[-1:].isalpha() or first.closing[-1:] in CUT)


SAMPLE = 200
"""Leaves, of a long issue, that tell how common a pair of letters is."""

READ = 600
"""Letters of a leaf that are compared with another one's."""


def _surely_cut(first: Leaf, second: Leaf, runs: float) -> bool:
    """Whether a word or a clause is cut, and not only a full stop wanting, as after an advertisement."""
    if second.opening[:1].isascii() and second.opening[:1].isalpha():
        return second.opening[0].islower()
    return runs >= 1.0 and first.closing[-1:] != "："


CUT = "，、；：,;-—"
"""Marks at which a sentence may be cut; else it is cut after a letter."""

KIN = 6.0
"""What the same names and things in both parts add, if all of them were the same; unrelated stories share a tenth."""

RUNS_ON = 0.8
"""What the grammar says at least of two ends that nothing printed brings together."""

PRINTED = 2.0
"""What a jump that one of the two ends prints adds."""


SERIAL = 4.0
"""What two feet of consecutive pages say that are filled alike."""


def _fit(first: Leaf, second: Leaf, printed: float = 0.0, *, lone: bool = False) -> float:
    """How much speaks for a pair: the sentence that runs on, the headline that comes again, the place of both.

    Args:
        first: what is cut.
        second: what may go on with it.
        printed: what jumps say that only one of them prints.
        lone: whether nothing else is cut on the first page or begins the second in mid-sentence.
    """
    named = _named_again(first, second)
    if named is None:
        return -1.0
    if _serial(first, second):
        return SERIAL + printed
    runs = g.goes_on(first.closing, second.opening, indented=second.indented)
    if second.indented or not _open_end(first):
        runs = min(runs, 0.0)  # a sentence is cut in a full row, and goes on without an indent
    cut = named or lone or (_foot_to_head(first, second) and _surely_cut(first, second, runs))
    if not printed and not (cut and runs >= RUNS_ON):
        return -1.0
    place = float(first.at_foot) + float(second.at_head) + float(second.page == first.page + 1)
    return 2.0 * runs + named + place + printed


def kinship(first: Counter[str], second: Counter[str], common: Counter[str]) -> float:
    """Cosine of two texts' pairs of letters, rare ones weighing more (tf-idf: K. Spärck Jones 1972).

    Args:
        first: how often a text has each pair.
        second: likewise.
        common: in how many texts each pair is.
    """
    weight = {pair: 1.0 / max(1, common[pair]) for pair in first.keys() | second.keys()}
    both: float = sum(first[p] * second[p] * weight[p] ** 2 for p in first.keys() & second.keys())
    sizes = [math.hypot(*(n * weight[p] for p, n in grams.items())) for grams in (first, second)]
    return both / max(1e-9, sizes[0] * sizes[1])


def _named_again(first: Leaf, second: Leaf) -> float | None:
    """What the second leaf's headline says: 4 if it is the first's, 2.5 if a word of it, 0 without one, else None."""
    if not second.head:
        return 0.0
    if not first.head or g.NOTICE.match(second.head):
        return None  # two notices under one word are two
    if Levenshtein.normalized_similarity(first.head, second.head) >= ALIKE:
        return 4.0
    long = SLUG if second.head.isascii() else SLUG // 2
    part = second.head in first.words or (len(second.head) >= 2 * long and second.head in first.head)
    return 2.5 if part and len(second.head) >= long else None


@dataclass(frozen=True, slots=True)
class Frame:
    """Around a page's text, in the writing's frame, and the way to that frame."""

    box: Box
    turned: Turning

    def there(self, block: Block) -> Box:
        """A block's place in the writing's frame."""
        return self.turned.there(block.box or Box(0, 0, 0, 0))


def leaf(pages: Sequence[Page], parts: Sequence[Part], frames: Mapping[int, Frame]) -> Leaf | None:
    """A story's part on one page; None where it has no text, or is on several pages.

    Args:
        pages: all pages.
        parts: of the story.
        frames: of the pages that have text with a place.
    """
    page = parts[0].page
    blocks = [(p.role, pages[p.page].blocks[p.block]) for p in parts]
    text = [b for role, b in blocks if role in TEXT and b.box is not None and b.lines]
    if not text or any(p.page != page for p in parts) or page not in frames:
        return None
    heads = [b for role, b in blocks if role is Role.HEADLINE]
    head = " ".join(b.words.replace("\n", " ") for b in heads).lower()
    opening = str(text[0].lines[0].text)
    begun = next((n for n, (role, _) in enumerate(blocks) if role in TEXT), 0)
    before = {role for role, _ in blocks[:begun]}
    signed = bool(g.LEAD.match(opening)) or Role.BYLINE in before or (Role.LABEL in before and not heads)
    frame = frames[page]
    first, last = frame.there(text[0]), frame.there(text[-1])
    em = text[0].size or 10.0
    return Leaf(
        page=page,
        opening=opening[:60],
        closing=text[-1].words.replace("\n", "")[-60:],
        indented=_indented(frame, text[0], em),
        head=_letters(head),
        words=frozenset(map(_letters, re.split(r"[\s　]+", head))),
        signed=signed,
        at_head=first.y0 < frame.box.y0 + EDGE * em or any(role in HEADS for role, _ in blocks),
        at_foot=last.y1 > frame.box.y1 - EDGE * em,
        full=_full(frame, text[-1], em),
        text="".join(b.words for b in text),
        cellar=_cellar(frame, around([frame.there(b) for b in text]), em),
        size=em,
    )


def _cellar(frame: Frame, hull: Box, em: float) -> bool:
    """Whether a story fills the foot of its page, below a third of it, from side to side."""
    whole = frame.box
    wide = hull.x0 < whole.x0 + 2 * em and hull.x1 > whole.x1 - 2 * em
    return wide and hull.y1 > whole.y1 - EDGE * em and hull.y0 > whole.y0 + whole.height / 3


def _indented(frame: Frame, block: Block, em: float) -> bool:
    """Whether a block's first row begins further in than its other rows do; a row by itself tells nothing."""
    begins = [frame.turned.there(line.box).x0 for line in block.lines if line.box is not None]
    return len(begins) > 1 and 0 in block.paragraphs and begins[0] > min(begins) + 0.5 * em


def _full(frame: Frame, block: Block, em: float) -> bool:
    """Whether a block's last row reaches as far as the block does."""
    line = block.lines[-1].box
    return line is not None and frame.turned.there(line).x1 > frame.there(block).x1 - em


def grams_of(text: str, read: int = READ) -> Counter[str]:
    """How often a text has each pair of letters, as far as it is read."""
    bare = _letters(text[:read].lower())
    return Counter(bare[i : i + 2] for i in range(len(bare) - 1))


def frame_of(page: Page) -> Frame | None:
    """The frame of a page's text; None where it has none with a place."""
    turned = page.turning
    boxes = [turned.there(b.box) for b in page.blocks if b.role is Role.BODY and b.box is not None]
    return Frame(around(boxes), turned) if boxes else None


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
