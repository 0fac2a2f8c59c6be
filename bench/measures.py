"""How well a paper was read, by measures that others publish, beside those of scoring.py; all from text alone.

What is printed is told line by line (`lines.json` of tools/papers); a reading is edition JSON, whoever read. Every
line is looked for in the reading by its characters (aligning.py), so a program that knows no lines is measured as
one that does. Asked for are the lines of the truth's articles that are heads, body, sub-headings and tables;
captions, bylines, pull quotes and jump lines are neither asked for nor held against anyone, for one program prints
them within the text and another beside it; lines of advertisements and furniture are foreign in any article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein
from scipy.optimize import linear_sum_assignment

from aligning import NOWHERE, Alignment, aligned
from scoring import HEAD_FIELDS, folded

Json = Mapping[str, Any]
Group = tuple[list[int], list[int]]
"""True blocks that were run together, and the passages that were read for them."""

BODY = frozenset({"body", "subheading", "table"})
ASKED = BODY | {*HEAD_FIELDS}
FOREIGN = frozenset({"advertisement", "masthead", "folio"})
TURNS = frozenset({"jump", "jumphead"})
"""Lines between the two parts of a continued article."""

MISREAD = 2
"""Letters that may stand between two lines and be on no line of the truth: a hyphen read as a letter, an ornament."""

EDGE = 8
"""Letters of a line's end, or beginning, by most of which its place is told."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of the truth: its folded text, and where it belongs; `article` is None where the truth lists none."""

    text: str
    article: str | None
    role: str
    page: str = "1"
    frame: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: folded text, and for each letter its article and its passage (paragraph or head)."""

    text: str
    articles: Sequence[int]
    passages: Sequence[int]
    found: Alignment
    lines: Sequence[Printed]

    def homes(self, line: int) -> Counter[int]:
        """How many letters of a line stand in which article."""
        return Counter(self.articles[p] for p in self.stands(line))

    def stands(self, line: int) -> list[int]:
        """Places of a line's letters in the reading, those that were found."""
        start, end = self.found.starts[line : line + 2]
        return [p for p in self.found.places[start:end] if p != NOWHERE]

    def home(self, line: int) -> int | None:
        """The article in which at least half of a line stands."""
        (article, count), *_ = self.homes(line).most_common(1) or [(0, 0)]
        return article if 2 * count >= max(1, len(self.lines[line].text)) else None


def printed(lines: Sequence[Json], truth: Json) -> list[Printed]:
    """The truth's lines, article by article in reading order, what belongs to none behind; empty ones left out."""
    rank = {article["id"]: place for place, article in enumerate(truth["articles"])}
    last = len(rank)
    ordered = sorted(lines, key=lambda x: (rank.get(x["article"], last), x["order"] or 0))
    found = (
        Printed(
            text=folded(x["text"]),
            article=x["article"] if x["article"] in rank else None,
            role=x["role"],
            page=x["page"],
            frame=x["frame"],
            paragraph=x["paragraph"],
        )
        for x in ordered
    )
    return [line for line in found if line.text]


def reading(edition: Json, lines: Sequence[Printed]) -> Reading:
    """An edition's text in its order: heads, byline, paragraphs, captions, article by article; lines laid on it."""
    texts: list[tuple[int, str]] = []
    for number, article in enumerate(edition["articles"]):
        told = [article.get(name) for name in HEAD_FIELDS]
        told += [*article.get("byline", ()), *article.get("paragraphs", ())]
        told += [c.get(part) for c in article.get("captions", ()) for part in ("text", "credit")]
        texts += [(number, word) for text in told if (word := folded(text))]
    text = "".join(word for _, word in texts)
    return Reading(
        text=text,
        articles=[number for number, word in texts for _ in word],
        passages=[place for place, (_, word) in enumerate(texts) for _ in word],
        found=aligned([line.text for line in lines], text),
        lines=lines,
    )


def measured(edition: Json, lines: Sequence[Printed]) -> dict[str, float]:
    """Every measure of a reading, by name; the three of OmniDocBench are distances, 0.0 without a fault."""
    read = reading(edition, lines)
    text, order, free = omnidocbench(read)
    followed, turned = successors(read)
    found = {
        "b3": b_cubed(read),
        "1-AER": article_accuracy(read),
        "text_edit": text,
        "order_edit": order,
        "order_free": free,
    }
    return found | {
        name: sum(rights) / len(rights) for name, rights in (("links", turned), ("successor", followed)) if rights
    }


def b_cubed(read: Reading) -> float:
    """B³ over characters, as F1: A. Bagga and B. Baldwin, "Algorithms for scoring coreference chains", LREC 1998.

    For each character, precision is the share of its read article's characters that are of its own article,
    recall the share of its own article's that are in its read article. Precision is the mean over the characters
    that were found, recall over all asked for; one that was not found has recall 0. Characters of advertisements
    and furniture count in the sizes of read articles and have no precision of their own.
    """
    both: Counter[tuple[str, int]] = Counter()
    true_size: Counter[str] = Counter()
    read_size: Counter[int] = Counter()
    for number, line in enumerate(read.lines):
        if not _asked(line) and line.role not in FOREIGN:
            continue
        homes = read.homes(number)
        read_size.update(homes)
        if line.article is not None and _asked(line):
            true_size[line.article] += len(line.text)
            both.update({(line.article, home): count for home, count in homes.items()})
    found, asked = sum(both.values()), sum(true_size.values())
    if not found or not asked:
        return 0.0 if asked else 1.0
    precision = sum(n * n / read_size[home] for (_, home), n in both.items()) / found
    recall = sum(n * n / true_size[article] for (article, _), n in both.items()) / asked
    return 2 * precision * recall / (precision + recall)


def article_accuracy(read: Reading) -> float:
    """Mean 1 - AER over the truth's articles, the article error rate of N. Girdhar et al. on NewsEye's NAS.

    "Benchmarking NAS for Article Separation in Historical Newspapers", ICADL 2023 (hal-04676763). By the authors'
    own evaluation script, an article's AER is the number of regions that are in the true or in the read article but
    not in both, over the number that are in either. Regions here are printed lines, each in the read article that
    has at least half of it. The script is given which read article stands for which true one; here they are paired
    one to one so that the sum is best, and an article without a pair has AER 1.
    """
    true: dict[str, set[int]] = defaultdict(set)
    theirs: dict[int, set[int]] = defaultdict(set)
    for number, line in enumerate(read.lines):
        if not _asked(line) and line.role not in FOREIGN:
            continue
        if line.article is not None and _asked(line):
            true[line.article].add(number)
        if (home := read.home(number)) is not None:
            theirs[home].add(number)
    if not true:
        return 1.0
    alike = np.array([[len(a & b) / len(a | b) for b in theirs.values()] or [0.0] for a in true.values()])
    rows, columns = linear_sum_assignment(-alike)
    return float(alike[rows, columns].sum()) / len(true)


def successors(read: Reading) -> tuple[list[bool], list[bool]]:
    """For each two body lines that follow each other in an article, whether the second is read right after the first.

    The second list is of those pairs alone that stand in two frames: the first is a column's last line (of its
    article), the second another column's first, on the same page or another. As the successor accuracy of
    reading-order papers (e.g. Z. Wang et al., "LayoutReader", EMNLP 2021, count by places instead; C. Clausner et
    al., "The significance of reading order in document recognition", ICDAR 2013, by relations).

    Right after: between the last found letter of the one and the first of the other stands nothing but a jump line
    or continued head of that article, and at most two letters that are on no line at all. An article's end and its
    beginning are no pair, nor is anything but body, sub-headings and tables.
    """
    followed: list[bool] = []
    turned: list[bool] = []
    for one, other in body_pairs(read.lines):
        right = _read_on(read, one, other)
        followed.append(right)
        if (read.lines[one].page, read.lines[one].frame) != (read.lines[other].page, read.lines[other].frame):
            turned.append(right)
    return followed, turned


def body_pairs(lines: Sequence[Printed]) -> list[tuple[int, int]]:
    """Body lines that follow each other in an article."""
    body = [n for n, x in enumerate(lines) if x.article is not None and x.role in BODY and x.paragraph is not None]
    return [(one, other) for one, other in pairwise(body) if lines[one].article == lines[other].article]


def _read_on(read: Reading, one: int, other: int) -> bool:
    start, end = read.found.starts[one : one + 2]
    last = _edge(read.found.places, range(max(start, end - EDGE), end), end - 1)
    start, end = read.found.starts[other : other + 2]
    first = _edge(read.found.places, range(start, min(end, start + EDGE)), start)
    if last is None or first is None or first < last:
        return False
    unknown = 0
    for owner in read.found.owners[last + 1 : first]:
        if owner == NOWHERE:
            unknown += 1
        elif not _turn(read, owner, read.lines[one].article):
            return False
        if unknown > MISREAD:
            return False
    return True


def _edge(places: Sequence[int], letters: range, at: int) -> int | None:
    """Where a letter stands, or would, by what most of these letters say."""
    said = Counter(places[i] + at - i for i in letters if places[i] != NOWHERE)
    if not said:
        return None
    (place, count), *_ = said.most_common(1)
    return place if 2 * count >= len(letters) else None


def _turn(read: Reading, letter: int, article: str | None) -> bool:
    line = read.lines[int(np.searchsorted(read.found.starts, letter, side="right")) - 1]
    return line.role in TURNS and line.article == article


def omnidocbench(read: Reading) -> tuple[float, ...]:
    """OmniDocBench's text and reading-order edit distances, and the latter with articles free; means over pages.

    L. Ouyang et al., "OmniDocBench", CVPR 2025; its `Edit_dist`, `ALL_page_avg`. True blocks are an article's heads
    and paragraphs on one page. Each is matched with a passage that was read; passages cut from a block and blocks
    run into a passage are merged first (its quick_match; here by characters in common instead of by likeness, see
    `_merged`). Text: on a page, the Levenshtein distances of the matched texts over the sum of the longer lengths, an
    unmatched block being all wrong. Order: the Levenshtein distance between the blocks' numbers in true order and
    in the order of their passages, over the longer; an unmatched one is missing. What was read beyond the truth
    costs nothing, as there.

    On a newspaper's page the order among articles is anybody's choice, so the third figure takes, for each reading,
    the true articles in the order in which the reading comes to them: what is left is wrong within articles.
    """
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, line in enumerate(read.lines):
        if line.article is not None and _asked(line) and line.role != "table":
            blocks[line.page, line.article, line.role if line.paragraph is None else line.paragraph].append(number)
    pages: dict[object, list[int]] = defaultdict(list)
    for block, key in enumerate(blocks):
        pages[key[0]].append(block)
    merged = _merged(read, list(blocks.values()))
    texts = ["".join(read.lines[n].text for n in numbers) for numbers in blocks.values()]
    where = {block: passages[0] for group, passages in merged for block in group if passages}
    articles = [key[1] for key in blocks]
    text_edits = [_text_edit(read, texts, [m for m in merged if m[0][0] in set(own)]) for own in pages.values()]
    fixed = [_order_edit(own, where) for own in pages.values()]
    free = [_order_edit(_as_reached(own, articles, where), where) for own in pages.values()]
    return tuple(fmean(edits) if edits else 0.0 for edits in (text_edits, fixed, free))


def _text_edit(read: Reading, texts: Sequence[str], merged: Sequence[Group]) -> float:
    bounds = _bounds(read.passages)
    wrong = whole = 0
    for group, passages in merged:
        true = "".join(texts[block] for block in group)
        said = "".join(read.text[slice(*bounds[passage])] for passage in passages)
        wrong += Levenshtein.distance(true, said)
        whole += max(len(true), len(said))
    return wrong / whole if whole else 0.0


def _order_edit(blocks: Sequence[int], where: Mapping[int, int]) -> float:
    said = sorted((b for b in blocks if b in where), key=lambda b: (where[b], blocks.index(b)))
    return Levenshtein.distance(blocks, said) / len(blocks)


def _as_reached(blocks: Sequence[int], articles: Sequence[object], where: Mapping[int, int]) -> list[int]:
    """Blocks with their articles in the order in which the reading comes to them, those it never does last."""
    first: dict[object, int] = {}
    for block in blocks:
        if block in where:
            first[articles[block]] = min(where[block], first.get(articles[block], where[block]))
    never = max(where.values(), default=0) + 1
    return sorted(blocks, key=lambda b: first.get(articles[b], never))


def _merged(read: Reading, blocks: Sequence[Sequence[int]]) -> list[Group]:
    """Blocks with the passages matched with them; each block is in one group, each passage in one or none.

    A block is at home in the passage that holds at least half of it, together with others there; else in the
    passage that holds most of it among those that are mostly its own. Passages next to a home that are mostly of
    its blocks are joined with it.
    """
    letters = Counter(read.passages)
    shared = [Counter(read.passages[p] for number in numbers for p in read.stands(number)) for numbers in blocks]
    sizes = [sum(len(read.lines[n].text) for n in numbers) for numbers in blocks]
    groups: dict[int, list[int]] = defaultdict(list)
    lost = []
    for block, counts in enumerate(shared):
        fit = [(n, -p) for p, n in counts.items() if 2 * n >= min(sizes[block], letters[p])]
        if fit:
            groups[-max(fit)[1]].append(block)
        else:
            lost.append(block)
    found = []
    for home, group in groups.items():
        passages = [home]
        for step in (-1, 1):
            beside = home + step
            while beside not in groups and 2 * sum(shared[b][beside] for b in group) >= letters[beside] > 0:
                passages.append(beside)
                beside += step
        found.append((group, sorted(passages)))
    taken: set[int] = set()
    for _, passages in found:  # one that lies between two homes of a block's letters goes to the first
        passages[:] = [p for p in passages if p not in taken]
        taken.update(passages)
    return [*found, *(([block], []) for block in lost)]


def _bounds(passages: Sequence[int]) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for place, passage in enumerate(passages):
        found[passage] = (found.get(passage, (place, place))[0], place + 1)
    return found


def jumps(edition: Json, truth: Json, lines: Sequence[Printed]) -> dict[str, int]:
    """Printed jumps: how many there are, how many were resolved, and how many articles were joined wrongly.

    A jump is printed from page to page where the truth states `continued_on`. It is resolved where the last body
    line before it and the first behind it stand in one read article, and that article's `continued_on` names the
    page. Wrong is each turn of a read article to a page that its `continued_on` names, where most letters of its
    body on that page are of another true article than most before it.
    """
    read = reading(edition, lines)
    stated = [{folded(p) for p in a.get("continued_on") or ()} for a in edition["articles"]]
    named = {a["id"] for a in truth["articles"] if a.get("continued_on")}
    printed_jumps = resolved = 0
    for one, other in body_pairs(lines):
        page = lines[other].page
        if lines[one].article in named and lines[one].page != page:
            printed_jumps += 1
            home = read.home(one)
            resolved += home is not None and home == read.home(other) and folded(page) in stated[home]
    parts: dict[int, dict[str, Counter[str | None]]] = defaultdict(lambda: defaultdict(Counter))
    for number, line in sorted(enumerate(lines), key=lambda x: min(read.stands(x[0]), default=0)):
        home = read.home(number) if line.role in BODY else None
        if home is not None and stated[home]:
            parts[home][line.page][line.article] += len(line.text)
    wrong = 0
    for home, pages in parts.items():
        for (_, before), (page, behind) in pairwise(pages.items()):
            other_article = before.most_common(1)[0][0] != behind.most_common(1)[0][0]
            wrong += other_article and folded(page) in stated[home]
    return {"printed": printed_jumps, "resolved": resolved, "wrong": wrong}


def _asked(line: Printed) -> bool:
    return line.article is not None and line.role in ASKED
