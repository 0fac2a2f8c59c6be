"""How well an edition was read, judged by its text against the truth; edition JSON on both sides.

An article's text is its label, kicker, headline, deck and paragraphs, folded: compatibility forms (NFKC),
letters and digits alone, lower case, Traditional read as Simplified. Truth and read articles are paired one
to one so that the most text is alike; likeness is 1 less the edit distance over the longer length. Counted:

- article_f1@90, @75: pairs at least so alike, as F1 over the articles on both sides; what was read as an
  advertisement, masthead or furniture counts only where it is paired.
- text: the likeness of the truth's articles, weighted by their length.
- headline, kicker, deck, label, byline: the share of those stated that were read exactly, after folding; a
  kicker may have been read as a label, and a label as a kicker or headline; a byline is a set.
- paragraph_f1: paragraph ends at the same place of the text, in pairs at least 0.75 alike.
- script_wrong, script_missed: characters of every 10,000 that were changed though print was right, or left
  though print was wrong, in pairs at least 0.90 alike whose truth also states what was printed.
- fields: the share of those of title, date, number, total number and registration that are stated and agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from opencc import OpenCC
from rapidfuzz.distance import Levenshtein
from scipy.optimize import linear_sum_assignment

HEAD_FIELDS = ("label", "kicker", "headline", "deck")
MAY_BE_READ_AS = {
    "headline": ("headline",),
    "deck": ("deck",),
    "kicker": ("kicker", "label"),
    "label": ("label", "kicker", "headline"),
}
UNASKED_KINDS = frozenset({"ad", "masthead", "furniture"})
ISSUE_FIELDS = ("title", "date", "number", "total_number")

ALIKE_AT_ALL = 0.2
"""Pairs below this share nothing but chance characters."""

ALIKE_ENOUGH_FOR_PARAGRAPHS = 0.75

ALIKE_ENOUGH_FOR_SCRIPTS = 0.9

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """A truth article, the article that was read for it, and how alike their texts are."""

    truth: Json
    read: Json
    likeness: float


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


def folded(text: str | None, *, one_script: bool = True) -> str:
    """Letters and digits alone, in lower case and one script, character by character: lengths stay."""
    plain = unicodedata.normalize("NFKC", text or "")
    kept = "".join(c for c in plain if unicodedata.category(c)[0] in {"L", "N"}).lower()
    return "".join(map(_one_script, kept)) if one_script else kept


@cache
def _one_script(character: str) -> str:
    return str(_simplified().convert(character)) if character >= "\u2e80" else character


def words_of(article: Json, *, one_script: bool = True) -> str:
    """An article's folded text."""
    heads = [article.get(name) or "" for name in HEAD_FIELDS]
    return folded("".join([*heads, *(article.get("paragraphs") or [])]), one_script=one_script)


def scored(truth: Json, read: Json) -> dict[str, float]:
    """Every figure that the truth asks for, by name; 1.0 is without a fault."""
    asked = list(truth["articles"])
    answers = [a for a in read["articles"] if words_of(a)]
    pairs = paired(asked, answers)
    found = [p.read for p in pairs if p is not None]
    counted = [a for a in answers if a.get("kind") not in UNASKED_KINDS or any(a is f for f in found)]
    scores: dict[str, float] = {"truth_articles": len(asked), "read_articles": len(counted)}
    for percent in (90, 75):
        hits = sum(p is not None and p.likeness >= percent / 100 for p in pairs)
        scores[f"article_f1@{percent}"] = _f1(hits, len(asked), len(counted))
    lengths = [len(words_of(a)) for a in asked]
    likenesses = [p.likeness if p else 0.0 for p in pairs]
    scores["text"] = sum(n * s for n, s in zip(lengths, likenesses, strict=True)) / (sum(lengths) or 1)
    for name in (*MAY_BE_READ_AS, "byline"):
        stated = [i for i, article in enumerate(asked) if article.get(name)]
        if stated:
            right = sum(_agrees(name, asked[i], pair) for i in stated if (pair := pairs[i]) is not None)
            scores[name] = right / len(stated)
    scores |= _paragraphs([p for p in pairs if p is not None])
    scores |= _scripts([p for p in pairs if p is not None])
    return scores | _fields(truth, read)


def paired(asked: list[Json], answers: list[Json]) -> list[Pair | None]:
    """For each truth article the read one that is paired with it, or None."""
    if not asked or not answers:
        return [None] * len(asked)
    truth_words, read_words = [words_of(a) for a in asked], [words_of(a) for a in answers]
    likeness = np.array([[_likeness(t, r) for r in read_words] for t in truth_words])
    rows, columns = linear_sum_assignment(-likeness * np.array([[len(t)] for t in truth_words]))
    found: list[Pair | None] = [None] * len(asked)
    for i, j in zip(rows.tolist(), columns.tolist(), strict=True):
        if likeness[i, j] > ALIKE_AT_ALL:
            found[i] = Pair(asked[i], answers[j], float(likeness[i, j]))
    return found


def _likeness(one: str, other: str) -> float:
    return 1 - Levenshtein.distance(one, other) / max(len(one), len(other), 1)


def _f1(hits: int, truth: int, read: int) -> float:
    return 2 * hits / (truth + read) if truth + read else 1.0


def _agrees(name: str, truth: Json, pair: Pair) -> bool:
    if name == "byline":
        return {folded(n) for n in truth["byline"]} == {folded(n) for n in pair.read.get("byline") or ()}
    return folded(truth[name]) in {folded(pair.read.get(place)) for place in MAY_BE_READ_AS[name]}


def _ends(article: Json) -> set[int]:
    """Where in the folded text a paragraph ends and another follows."""
    place = len(folded("".join(article.get(name) or "" for name in HEAD_FIELDS)))
    found = []
    for paragraph in article.get("paragraphs") or ():
        place += len(folded(paragraph))
        found.append(place)
    return set(found) - {place}


def _paragraphs(pairs: list[Pair]) -> dict[str, float]:
    hits = truth_ends = read_ends = 0
    for pair in pairs:
        if pair.likeness < ALIKE_ENOUGH_FOR_PARAGRAPHS or not pair.truth.get("paragraphs"):
            continue
        ends, theirs = _ends(pair.truth), _ends(pair.read)
        place = _same_places(words_of(pair.truth), words_of(pair.read))
        hits += sum(place.get(end) in theirs for end in ends)
        truth_ends += len(ends)
        read_ends += len(theirs)
    return {"paragraph_f1": _f1(hits, truth_ends, read_ends)} if truth_ends else {}


def _same_places(truth: str, read: str) -> dict[int, int]:
    """For each place in the truth that follows an equal character, the same place in what was read."""
    found: dict[int, int] = {}
    for piece in Levenshtein.opcodes(truth, read):
        if piece.tag == "equal":
            shift = piece.dest_start - piece.src_start
            found |= {end: end + shift for end in range(piece.src_start + 1, piece.src_end + 1)}
    return found


def _scripts(pairs: list[Pair]) -> dict[str, float]:
    wrong = missed = counted = 0
    for pair in pairs:
        printed = folded(pair.truth.get("printed"), one_script=False)
        good, got = words_of(pair.truth, one_script=False), words_of(pair.read, one_script=False)
        if pair.likeness < ALIKE_ENOUGH_FOR_SCRIPTS or not printed or len(good) != len(printed):
            continue
        for end, their_end in _same_places(words_of(pair.truth), words_of(pair.read)).items():
            was, meant, shown = printed[end - 1], good[end - 1], got[their_end - 1]
            counted += 1
            wrong += shown != meant == was
            missed += shown != meant != was
    if not counted:
        return {}
    return {"script_wrong": 1e4 * wrong / counted, "script_missed": 1e4 * missed / counted}


def _fields(truth: Json, read: Json) -> dict[str, float]:
    stated = {name: truth[name] for name in ISSUE_FIELDS if truth.get(name) is not None}
    told = {name: read.get(name) for name in stated}
    if (truth.get("registration") or {}).get("number"):
        stated["registration"] = truth["registration"]["number"]
        told["registration"] = (read.get("registration") or {}).get("number")
    if not stated:
        return {}
    right = sum(folded(str(told[name])) == folded(str(value)) for name, value in stated.items())
    return {"fields": right / len(stated)}
