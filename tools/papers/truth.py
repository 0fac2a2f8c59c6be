"""What a perfect reader would find, and the proof that it stands on the pages and nothing else does."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2

from papers.model import HEAD, KEPT_SPACE, Article, Line
from typesetter.faults import OversetError, TypesettingError
from typesetter.words import SOFT_HYPHEN, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from papers.issue import Issue
    from papers.leaf import Leaf

FOLDS = str.maketrans(
    {"⺠": "民", "⻑": "長", "⻓": "长", "\ufffe": "-", "\x02": "-", "⼾": "户", "⻔": "门", "⻚": "页"}
)
"""What Chromium and pdfium make of some letters: radicals for Han, marks for hyphens."""
STANDING = {"brief", "notice", "promo"}
"""Kinds of articles whose label is printed once for several."""

Groups = dict[str, str]
"""For each item without a head the first one under its name: the article of which it is a part."""


def edition(issue: Issue) -> dict[str, Any]:
    """Edition JSON of an issue as set.

    Raises:
        TypesettingError: what was set is not what the articles say.
    """
    facts = issue.facts
    width, height = issue.look.size
    lines = _by_article(issue)
    kept = [a for a in issue.desk.articles if a.id in lines]
    groups = _groups(issue, kept)
    return {
        "schema": "banmian/edition/1",
        "title": facts.title,
        "date": facts.day.isoformat(),
        "number": facts.number,
        "total_number": facts.total,
        "registration": facts.registration,
        "language": issue.tongue.code,
        "channels": [],
        "pages": [
            {"number": leaf.number, "name": leaf.name or None, "width": width, "height": height, "dpi": 72.0}
            for leaf in issue.leaves
        ],
        "articles": _gathered([_listed(a, _article(issue, a, lines[a.id])) for a in kept], groups),
        "warnings": [],
    }


def printed_lines(issue: Issue) -> list[dict[str, Any]]:
    """Every printed line of every page; `item` is the article before items under one name are gathered."""
    orders: dict[int, int] = {}
    lines = _by_article(issue)
    kept = [a for a in issue.desk.articles if a.id in lines]
    groups = _groups(issue, kept)
    reached: Counter[str] = Counter()
    told: Counter[str] = Counter()
    before: dict[str, int] = {}
    for name in (a.id for a in kept):
        own, whole = lines[name], groups.get(name, name)
        before[name] = told[whole]
        told[whole] += len({_paragraph(line) for line in own} - {None})
        orders |= {id(line): reached[whole] + place for place, line in enumerate(own)}
        reached[whole] += len(own)
    return [
        {
            "page": leaf.number,
            "box": _corners(line),
            "text": line.text.replace(KEPT_SPACE, " "),
            "article": groups.get(line.article.id, line.article.id) if line.article else line.id or None,
            "item": line.article.id if line.article else line.id or None,
            "role": "body" if _is_row(line) else line.role,
            "paragraph": None
            if (number := _paragraph(line)) is None
            else number + before[line.article.id if line.article else ""],
            "frame": line.frame,
            "order": orders.get(id(line)),
            "size": round(line.type.size, 2),
            "face": line.type.face,
            "vertical": line.type.upright,
        }
        for leaf in issue.leaves
        for line in leaf.lines
    ]


def _is_row(line: Line) -> bool:
    """Whether a line is what a row of an index says."""
    return line.article is not None and line.article.listed and line.role == "headline"


def _paragraph(line: Line) -> int | None:
    """Which of its item's paragraphs a line is of."""
    return 0 if _is_row(line) else line.paragraph


def _listed(article: Article, told: dict[str, Any]) -> dict[str, Any]:
    """What is told of an article; a row of an index is a paragraph without a headline."""
    return {**told, "headline": None, "paragraphs": [told["headline"]]} if article.listed else told


OLD = {"dense", "fraktur", "republican"}
"""Families whose items under one name are stories: telegrams and letters from places, each with its own."""


def _groups(issue: Issue, articles: Sequence[Article]) -> Groups:
    """Items without heads that follow each other under one name, which stands over them all."""
    found: Groups = {}
    if issue.family in OLD:
        return found
    for a, b in pairwise(articles):
        names = [x.heads.get("label") for x in (a, b)]
        bare = not any(x.heads.get(n) and not x.listed for x in (a, b) for n in ("kicker", "headline"))
        together = a.kind == b.kind and a.kind in STANDING and a.pages[:1] == b.pages[:1]
        if bare and together and names[0] and names[1] and names[0].right == names[1].right:
            found[b.id] = found.get(a.id, a.id)
    return found


def _gathered(articles: list[dict[str, Any]], groups: Groups) -> list[dict[str, Any]]:
    """The articles, items without heads under one name as one."""
    found: dict[str, dict[str, Any]] = {}
    for article in articles:
        whole = found.get(groups.get(article["id"], ""))
        if whole is None:
            found[article["id"]] = article
            continue
        if "printed" in whole or "printed" in article:
            first, more = (a.get("printed", _right(a)) for a in (whole, article))
            whole["printed"] = first + more[len(article["label"]) :]
        for name in ("byline", "paragraphs", "captions", "references", "regions"):
            whole[name] = whole[name] + [x for x in article[name] if name != "byline" or x not in whole[name]]
    return list(found.values())


def _right(article: dict[str, Any]) -> str:
    return "".join([*(article[name] or "" for name in HEAD), *article["paragraphs"]])


def _corners(line: Line) -> list[float]:
    x, y, w, h = line.box
    return [round(n, 2) for n in (x, y, x + w, y + h)]


def _by_article(issue: Issue) -> dict[str, list[Line]]:
    """Every article's lines in reading order."""
    found: dict[str, list[Line]] = {}
    for leaf in issue.leaves:
        for line in leaf.lines:
            if line.article is not None:
                found.setdefault(line.article.id, []).append(line)
    for own in found.values():
        own.sort(key=lambda line: line.rank)
    return found


def _article(issue: Issue, article: Article, lines: list[Line]) -> dict[str, Any]:
    _prove_heads(article, lines)
    bodies = _without(article.run_in, _proved_paragraphs(article, lines))
    joint = issue.tongue.joint
    heads = {name: _joined(article.heads.get(name), joint) for name in HEAD}
    found: dict[str, Any] = {
        "id": article.id,
        "kind": article.kind,
        **{name: words.right if words else None for name, words in heads.items()},
        "byline": article.byline,
        "paragraphs": [words.right.replace("\t", " ") for words in bodies],
        "captions": [
            {
                "text": c.text,
                "credit": c.credit,
                "image": {"page": c.page, "box": [round(n, 2) for n in c.box]},
            }
            for c in article.captions
        ],
        "references": article.references,
        "continued_from": article.pages[:-1] if article.jumps else [],
        "continued_on": article.pages[1:] if article.jumps else [],
        "language": article.language,
        "regions": [
            {"page": page, "polygon": [[round(x, 2), round(y, 2)] for x, y in _outline(rect)]}
            for page, rect in article.regions
        ],
    }
    every = [words for words in [*heads.values(), *bodies] if words]
    if any(words.printed != words.right for words in every):
        found["printed"] = "".join(words.printed for words in every).replace("\t", " ")
    return found


def _without(run_in: str, bodies: list[Words]) -> list[Words]:
    """The paragraphs, the first one without the byline that is set into its beginning."""
    if not run_in or not bodies or not bodies[0].right.startswith(run_in):
        return bodies
    first = bodies[0]
    cut = len(first.right) - len(first.right[len(run_in) :].lstrip("\u3000 "))
    return [Words(first.right[cut:], first.printed[cut:]), *bodies[1:]]


def _outline(rect: tuple[float, float, float, float]) -> list[tuple[float, float]]:
    x, y, w, h = rect
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def _joined(words: Words | None, joint: str) -> Words | None:
    if words is None:
        return None
    space = joint or "\u3000"
    return Words(words.right.replace(" /_ ", space), words.printed.replace(" /_ ", space))


def _bare(text: str) -> str:
    return "".join(text.replace("/_", "").split())


def _prove_heads(article: Article, lines: list[Line]) -> None:
    for name in HEAD:
        words = article.heads.get(name)
        said = "".join(line.text for line in lines if line.role == name)
        if name == "label" and (article.kind in STANDING or article.standing):
            continue
        if words is not None and _bare(said) != _bare(words.printed):
            raise TypesettingError(f"{article.id}: its {name} {words.printed!r} is set as {said!r}")


def _proved_paragraphs(article: Article, lines: list[Line]) -> list[Words]:
    """The paragraphs, proved to be what stands in the frames: whole, once, in order."""
    found = []
    body = [line for line in lines if line.paragraph is not None]
    for index, para in enumerate(p for p in article.paragraphs if p.is_text):
        own = [line for line in body if line.paragraph == index]
        joints = [line.piece for line in own]
        whole = joints and joints[0][0] == 0 and joints[-1][1] == len(para.setting)
        if not whole or any(a[1] != b[0] for a, b in pairwise(joints)):
            raise TypesettingError(f"{article.id}: paragraph {index + 1} is not set whole")
        if para.setting.replace(SOFT_HYPHEN, "").replace(KEPT_SPACE, " ") != para.words.printed:
            raise TypesettingError(f"{article.id}: paragraph {index + 1} is not set as it is written")
        found.append(para.words)
    numbers = [line.paragraph for line in body]
    if numbers != sorted(n for n in numbers if n is not None):
        raise TypesettingError(f"{article.id}: its paragraphs are set out of order")
    if numbers and len(found) != len(set(numbers)):
        raise TypesettingError(f"{article.id}: lines of a paragraph that it does not have")
    return found


def overlap(issue: Issue) -> None:
    """Proves that no line stands on another, and that all stand on their page.

    Raises:
        OversetError: two lines overlap, or one leaves the page.
    """
    width, height = issue.look.size
    for leaf in issue.leaves:
        boxes = sorted(((_shrunk(line), line) for line in leaf.lines), key=lambda b: b[0][1])
        for index, ((x0, y0, x1, y1), line) in enumerate(boxes):
            if x0 < 0 or y0 < 0 or x1 > width or y1 > height:
                raise OversetError(f"page {leaf.number}: {line.text!r} leaves the page")
            for (a0, b0, a1, _), other in boxes[index + 1 :]:
                if b0 >= y1:
                    break
                if a0 < x1 and x0 < a1:
                    raise OversetError(f"page {leaf.number}: {line.text!r} meets {other.text!r}")


def _shrunk(line: Line) -> tuple[float, float, float, float]:
    """A line's box less a tenth of its type all round: leadings may be tighter than the em square."""
    x, y, w, h = line.box
    by = min(0.1 * line.type.size, w / 3, h / 3)
    return x + by, y + by, x + w - by, y + h - by


def folded(text: str) -> Counter[str]:
    """Letters and marks, counted, as they may come out of a PDF."""
    text = unicodedata.normalize("NFKC", text.translate(FOLDS)).translate(FOLDS)
    return Counter(c for c in text if not c.isspace() and unicodedata.category(c)[0] in "LN")


def prove_print(issue: Issue, pdf: bytes) -> None:
    """Proves that every letter of the PDF stands on a line, and every line's letters on it.

    Raises:
        TypesettingError: a line is not printed as it should be, or something else is.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        if len(document) != len(issue.leaves):
            raise TypesettingError(f"{len(document)} pages are printed for {len(issue.leaves)}")
        for page, leaf in zip(document, issue.leaves, strict=True):
            _prove_page(page.get_textpage(), leaf)


def _prove_page(text: pypdfium2.PdfTextPage, leaf: Leaf) -> None:
    height = leaf.sheet.height
    rows: dict[int, list[int]] = {}
    for index, line in enumerate(leaf.lines):
        _, y, _, h = line.box
        for row in range(int(y // 20) - 1, int((y + h) // 20) + 2):
            rows.setdefault(row, []).append(index)
    seen: list[list[str]] = [[] for _ in leaf.lines]
    whole = text.get_text_range(0, -1)
    count = text.count_chars()
    for place in range(count):
        letter = whole[place] if len(whole) == count else text.get_text_range(place, 1)
        if letter.isspace() or unicodedata.category(letter)[0] not in "LN":
            continue
        left, bottom, right, top = text.get_charbox(place)
        x, y = (left + right) / 2, height - (top + bottom) / 2
        near = [i for i in rows.get(int(y // 20), ()) if _holds(leaf.lines[i], x, y)]
        if not near:
            raise TypesettingError(f"page {leaf.number}: {letter!r} at {x:.0f}, {y:.0f} belongs to no line")
        best = min(near, key=lambda i: _miss(leaf.lines[i], x, y))
        seen[best].append(letter)
    for line, letters in zip(leaf.lines, seen, strict=True):
        if folded("".join(letters)) != folded(line.text):
            raise TypesettingError(
                f"page {leaf.number}: {line.text!r} is printed as {''.join(letters)!r} in {line.type.face}"
            )


def _holds(line: Line, x: float, y: float) -> bool:
    left, top, w, h = line.box
    by = 0.3 * line.type.size
    return left - by <= x <= left + w + by and top - by <= y <= top + h + by


def _miss(line: Line, x: float, y: float) -> float:
    left, top, w, h = line.box
    if line.type.upright:
        return abs(x - left - w / 2) + max(0.0, top - y, y - top - h)
    return abs(y - top - h * 0.55) + max(0.0, left - x, x - left - w)
