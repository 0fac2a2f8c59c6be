"""How well faults of print are found: planted into random papers, kind by kind, and what is told of the clean ones.

    python bench/proof.py [--seeds 8201:8202] [--families NAME…] [--show]

Papers of tools/papers are read from their PDF; of each the clean reading is proof-read (whatever is told of it is a
false alarm, for the typesetter prints no such fault), and then once more for each fault that a seeded script can plant
in it: a word doubled, a mark taken away, another weekday, a jump to a page that knows nothing of it, numbers that skip,
two pages' labels exchanged, another form of a name, a recogniser's slip. Found is what is told beyond the clean report,
with the kind and the page. Looked at while this was made: seeds 8101 to 8106. Strays have a bench of their own.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from opencc import OpenCC

from banmian.edition import edition_of
from banmian.edition.dates import DAYS, NAMED_DAYS, find_date
from banmian.edition.proofs.places import read_articles
from banmian.model.article import Article, Kind, Passage
from banmian.model.edition import Edition
from banmian.model.issue import Issue
from banmian.model.page import Role
from banmian.model.proof import Fault, Finding
from banmian.model.text import Text
from banmian.ports import ReadSettings
from banmian.run.proof import proofs_of
from banmian.run.read import read

PAPERS = Path(__file__).parent.parent / "tools" / "papers" / "__main__.py"
FAMILIES = (
    *("county", "daily", "vertical", "town", "dense", "feature"),
    *("republican", "fraktur", "campus", "modern", "webset", "weekend"),
)
EVEN = 0.5
TRIES = 40
"""Places at which a fault is tried before a paper counts as having none for it."""

_SMALL = {
    "en": r"\b(?:the|of|and|to|from|with)\b",
    "de": r"\b(?:und|von|mit|auf|nicht|auch)\b",
    "fr": r"\b(?:le|la|les|de|des|dans|pour)\b",
    "es": r"\b(?:el|los|de|en|con|para)\b",
}
_MARKS = {"en": "“”()", "de": "„“()", "fr": "«»()", "es": "«»()", "zh": "「」『』“”（）《》"}


@dataclass(frozen=True, slots=True)
class Planted:
    """An issue with one fault: where it is, and the earlier issue that shows it."""

    issue: Issue
    page: str | None = None
    earlier: Edition | None = None


Plant = Callable[[Issue, random.Random], Planted | None]


def _rewritten(issue: Issue, article: Article, number: int, text: str) -> Planted:
    """An issue with another text for one paragraph."""
    passage = article.paragraphs[number]
    paragraphs = (*article.paragraphs[:number], Passage(Text(text), passage.lines), *article.paragraphs[number + 1 :])
    articles = tuple(replace(a, paragraphs=paragraphs) if a is article else a for a in issue.articles)
    return Planted(replace(issue, articles=articles), issue.pages[passage.lines[0].page].label)


def _paragraphs(issue: Issue, chance: random.Random) -> Iterator[tuple[Article, int, str]]:
    """Random paragraphs of stories that are surely read."""
    stories = [
        a
        for a in read_articles(issue)
        if a.kind is not Kind.PROMO and a.paragraphs and (a.certainty is None or a.certainty.confidence > 0.8)
    ]
    for _ in range(TRIES if stories else 0):
        article = chance.choice(stories)
        number = chance.randrange(len(article.paragraphs))
        yield article, number, str(article.paragraphs[number])


def _language(issue: Issue) -> str:
    return (issue.title.language or "")[:2]


def doubled(issue: Issue, chance: random.Random) -> Planted | None:
    """A small word, or four Han, twice."""
    pattern = _SMALL.get(_language(issue), r"(?<=[\u4e00-\u9fff]{16})[\u4e00-\u9fff]{4}(?=[\u4e00-\u9fff])")
    for article, number, text in _paragraphs(issue, chance):
        places = list(re.finditer(pattern, text))
        if places:
            match = chance.choice(places)
            between = " " if match.group().isascii() or _language(issue) != "zh" else ""
            new = f"{text[: match.end()]}{between}{match.group()}{text[match.end() :]}"
            return _rewritten(issue, article, number, new)
    return None


def opened(issue: Issue, chance: random.Random) -> Planted | None:
    """A mark taken away."""
    marks = _MARKS.get(_language(issue), "")
    for article, number, text in _paragraphs(issue, chance):
        places = [i for i, c in enumerate(text) if c in marks]
        if places:
            at = chance.choice(places)
            return _rewritten(issue, article, number, text[:at] + text[at + 1 :])
    return None


def other_day(issue: Issue, chance: random.Random) -> Planted | None:
    """Another weekday in the masthead or a folio."""
    for page in issue.pages:
        for n, block in enumerate(page.blocks):
            if block.role not in {Role.MASTHEAD, Role.FOLIO}:
                continue
            for k, line in enumerate(block.lines):
                found = find_date(str(line.text))
                if found is None or not found.agrees or found.weekday is None:
                    continue
                printed = str(line.text)
                at = printed.find(found.weekday)
                char = found.weekday[-1]
                if char in DAYS:
                    new = found.weekday[:-1] + chance.choice([c for c in "一二三四五六" if c != char])
                else:
                    own = NAMED_DAYS[found.weekday.lower()]
                    same = [w for w in _SAME_TONGUE[_language(issue)] if NAMED_DAYS[w] != own]
                    new = chance.choice(same).capitalize()
                text = printed[:at] + new + printed[at + len(found.weekday) :]
                lines = (*block.lines[:k], replace(line, text=Text(text)), *block.lines[k + 1 :])
                blocks = (*page.blocks[:n], replace(block, lines=lines), *page.blocks[n + 1 :])
                pages = tuple(replace(p, blocks=blocks) if p is page else p for p in issue.pages)
                return Planted(replace(issue, pages=pages), page.label)
    return None


_SAME_TONGUE = {
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "de": ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}


def sent_away(issue: Issue, chance: random.Random) -> Planted | None:
    """A story that goes on on a page, or comes from one, that knows nothing of it."""
    for article, _, _ in _paragraphs(issue, chance):
        on = {p.page for p in article.parts}
        free = [p for p in issue.pages if p.index not in on]
        if free and not article.continued_on and not article.continued_from:
            number = (chance.choice(free).label,)
            sent = replace(article, continued_on=number) if chance.random() < EVEN else article
            sent = replace(article, continued_from=number) if sent is article else sent
            articles = tuple(sent if a is article else a for a in issue.articles)
            return Planted(replace(issue, articles=articles))
    return None


def skipping(issue: Issue, chance: random.Random) -> Planted | None:
    """An earlier issue whose number is not the one before."""
    number = issue.title.total_number or issue.title.number
    if not number or not number.isdecimal() or not issue.title.date:
        return None
    before = str(int(number) - chance.choice((0, 2, 3, 11)))
    runs_on = issue.title.total_number is not None
    earlier = replace(
        edition_of(issue),
        date=issue.title.date[:5] + "01-01",
        number=None if runs_on else before,
        total_number=before if runs_on else None,
    )
    if issue.title.date == earlier.date:
        return None
    return Planted(issue, None, earlier)


def exchanged(issue: Issue, chance: random.Random) -> Planted | None:
    """Two pages with each other's label."""
    if len(issue.pages) < 2:
        return None
    one, other = sorted(chance.sample(range(len(issue.pages)), 2))
    labels = [p.number for p in issue.pages]
    labels[one], labels[other] = labels[other], labels[one]
    pages = tuple(replace(p, number=label) for p, label in zip(issue.pages, labels, strict=True))
    return Planted(replace(issue, pages=pages))


def respelt(issue: Issue, chance: random.Random) -> Planted | None:
    """A name that comes twice in a story, once in another form."""
    if _language(issue) == "zh":
        return _respelt_han(issue, chance)
    for article, number, text in _paragraphs(issue, chance):
        whole = "\n".join(str(p) for p in article.paragraphs)
        names = [
            m
            for m in re.finditer(r"\b([A-Z][a-zà-ÿ]{2,15}) ([A-Z][a-zà-ÿ]{5,20})\b", text)
            if whole.count(m.group()) > 1
        ]
        if names:
            name = chance.choice(names)
            surname = name.group(2)
            at = chance.randrange(2, len(surname) - 1)
            new = surname[:at] + chance.choice([c for c in "aeilnrt" if c != surname[at]]) + surname[at + 1 :]
            return _rewritten(issue, article, number, text[: name.start(2)] + new + text[name.end(2) :])
    return None


def _respelt_han(issue: Issue, chance: random.Random) -> Planted | None:
    other = OpenCC("t2s" if issue.title.language == "zh-Hant" else "s2t")
    names = [n for a in read_articles(issue) for n in a.byline if len(n) > 2]
    for article, number, text in _paragraphs(issue, chance):
        for name in names:
            places = [i for i, c in enumerate(name) if other.convert(c) != c]
            if name in text and places:
                at = text.find(name) + chance.choice(places)
                return _rewritten(issue, article, number, text[:at] + other.convert(text[at]) + text[at + 1 :])
    return None


def misread(issue: Issue, chance: random.Random) -> Planted | None:
    """A recogniser's slip."""
    pairs = {"已經": "己經", "已经": "己经", "自己": "自已"}
    for article, number, text in _paragraphs(issue, chance):
        right = next((w for w in pairs if w in text), None)
        if right:
            return _rewritten(issue, article, number, text.replace(right, pairs[right], 1))
    return None


PLANTS: dict[Fault, Plant] = {
    Fault.REPEATED: doubled,
    Fault.UNBALANCED: opened,
    Fault.WEEKDAY: other_day,
    Fault.JUMP: sent_away,
    Fault.NUMBER: skipping,
    Fault.PAGES: exchanged,
    Fault.NAMES: respelt,
    Fault.SLIP: misread,
}


def told(issue: Issue, earlier: Edition | None = None) -> Counter[tuple[Fault, str, str]]:
    """What is told of an issue, countable."""
    return Counter((f.fault, f.where.page, f.what) for f in proofs_of(issue, earlier).findings)


def main() -> None:
    """Makes the papers, plants, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="8201:8202")
    parser.add_argument("--families", nargs="*", default=FAMILIES, choices=FAMILIES)
    parser.add_argument("--show", action="store_true", help="print every false alarm and every fault that is missed")
    wished = parser.parse_args()
    first, last = map(int, wished.seeds.split(":"))
    planted: Counter[Fault] = Counter()
    found: Counter[Fault] = Counter()
    alarms: Counter[Fault] = Counter()
    count = pages = 0
    with tempfile.TemporaryDirectory() as out:
        for path in _papers(wished.families, range(first, last + 1), Path(out)):
            with ExitStack() as stack:
                issue = read([str(path)], ReadSettings(), stack, lambda *_: None).issue
            count, pages = count + 1, pages + len(issue.pages)
            clean = told(issue)
            for finding in proofs_of(issue).findings:
                alarms[finding.fault] += 1
                if wished.show and finding.fault is not Fault.STRAY:
                    _show("false alarm", path, finding)
            for fault, plant in PLANTS.items():
                chance = random.Random(f"{path.parent.name}/{path.parent.parent.name}/{fault}")
                with_fault = plant(issue, chance)
                if with_fault is None:
                    continue
                planted[fault] += 1
                new = told(with_fault.issue, with_fault.earlier) - clean
                hit = any(k[0] is fault and with_fault.page in {None, k[1]} for k in new)
                found[fault] += hit
                if wished.show and not hit:
                    print(f"missed: {path.parent.parent.name} {path.parent.name} {fault}")
    print(f"{count} papers, {pages} pages\n")
    print("| kind | planted | found | recall | false alarms in the clean papers |")
    print("|---|---|---|---|---|")
    for fault in PLANTS:
        recall = f"{found[fault] / planted[fault]:.2f}" if planted[fault] else "-"
        print(f"| {fault} | {planted[fault]} | {found[fault]} | {recall} | {alarms[fault]} |")
    print(f"\nStrays told of the clean papers, which some families print on purpose: {alarms[Fault.STRAY]}")


def _papers(families: list[str], seeds: range, out: Path) -> Iterator[Path]:
    for family in families:
        command = [sys.executable, str(PAPERS), "--family", family, "--seed", str(seeds.start)]
        subprocess.run(
            [*command, "--count", str(len(seeds)), "-o", str(out / family)], check=False, capture_output=True
        )
        yield from sorted((out / family).glob("*/issue.pdf"))


def _show(what: str, path: Path, finding: Finding) -> None:
    where = finding.where
    words = f"{where.before}[{where.words}]{where.after}"
    print(f"{what}: {path.parent.parent.name} {path.parent.name} {finding.what} | {words}")


if __name__ == "__main__":
    main()
