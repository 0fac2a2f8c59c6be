"""A text in another script from end to end, as edits: OpenCC's phrases are the dictionary, the judgement is ours.

To Traditional, OpenCC converts sentence by sentence; where a glyph may stand for several, what its word, its place
and the names of the issue say (`banmian.repair.strays`) stands over that. OpenCC looks for the longest phrase from
the left and so finds some that are none (是只有, 被发明, 为了如何, 八万里): a phrase counts only where the dictionary
of words cuts none of its words in two. To Simplified, names keep what they alone have (徐乾學).

Forms: "tw" and "hk" are OpenCC's, "hant" has the forms that both print or, where they differ, the
usual ones (裡 為 群).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

import rjieba
from opencc import OpenCC
from rapidfuzz.distance import Levenshtein

from banmian.model.text import Edit
from banmian.repair.glyphs import ALWAYS, BY_WORD, FORMS, ROLES
from banmian.repair.names import AFTER_NAMES, FAMILIES, LIKELY, SURNAMES, given_weight
from banmian.repair.scripts import tables
from banmian.repair.strays import Strays
from banmian.repair.usage import forms_of, usual
from banmian.repair.words import HALVES, Places, Words, asked, simplified

NAME = "whole-script"

_FROM_SIMPLIFIED = {"hant": "s2tw", "tw": "s2tw", "hk": "s2hk"}

ITSELF = FAMILIES | frozenset("里丑于准")
"""Glyphs that are more often right than strays where neither word nor place decides: names of people and lanes."""


class WholeScript:
    """Puts the texts of one issue into a script; `banmian.ports.Repair`.

    Args:
        script: "hans", "hant", "hk" or "tw".
        printed: the script that the text is in, "hant" or "hans"; None tells from each text.
        whole: the issue's text, whose names keep their glyphs.
    """

    name = NAME

    def __init__(self, script: str, printed: str | None = None, whole: str = "") -> None:
        self._script = script
        self._printed = printed
        plain = asked(whole)
        self._strays = Strays("hant", Counter(), plain) if script != "hans" else None
        self._particle = "着" not in whole

    def edits(self, text: str) -> Sequence[Edit]:
        """Edits for every glyph that the script has another form of."""
        text = HALVES.sub("\ufffd", text)
        done = self._simplified(text) if self._script == "hans" else self._traditional(text)
        return _differences(text, done)

    def _simplified(self, text: str) -> str:
        done = _converter("tw2s" if self._particle and "着" not in text else "t2s")(text)
        if len(done) != len(text) or "乾" not in text:
            return done
        plain = simplified(text)
        words = Words(plain)
        return "".join(
            char if char == "乾" and _in_given_name(plain, words, i) else new
            for i, (char, new) in enumerate(zip(text, done, strict=True))
        )

    def _traditional(self, text: str) -> str:
        if self._printed == "hant" or (self._printed is None and not _any_simplified()(text)):
            return _printed(text, self._script)
        name = _FROM_SIMPLIFIED[self._script]
        done = _converter(name)(text)
        if len(done) != len(text) or self._strays is None:
            return done
        glyphs = list(done)
        plain = simplified(text)
        words = Words(plain)
        told = set()
        for i, (char, new) in enumerate(zip(text, done, strict=True)):
            if new != _alone(char, name):
                whole, said = _phrase(text, plain, i, new, name, words)
                if whole:
                    told.add(i)
                elif said:
                    glyphs[i] = said
        for i, new, why in self._strays.verdicts(text, [i for i in _of_several()(text) if i not in told]):
            char = text[i]
            start, end = words[i]
            by_word = end - start > 1 and _of_window(text[start:end], name)[i - start] == _form(new, self._script)
            if by_word and done[i] == _alone(char, name) and (i == end - 1 or _among_single(words, start, end)):
                continue  # OpenCC knows the word too, and found one before it: 经理发现, 星露谷物语
            if new != char or not why or char in ITSELF:
                glyphs[i] = _form(new, self._script)
        for match in SELF_MADE.finditer(text):
            glyphs[match.start()] = "製"
        if self._script != "hant":
            glyphs = [_form(c, self._script) if c == text[i] and c in _CHOSEN else c for i, c in enumerate(glyphs)]
        if self._script == "hk":
            glyphs = ["群" if c == "羣" else c for c in glyphs]
        if self._script == "hant":
            glyphs = [_FIRST_FORMS.get(c, c) for c in glyphs]
        return "".join(glyphs)


TAIWANS = frozenset("裡著")
"""Forms of Taiwan that Hong Kong prints otherwise in some or all words (裏, 看着)."""

SELF_MADE = re.compile(
    "(?<=自)(?<![能法以不]自)制(?![约約止力心地之不是与與和很更欲])(?!能力)(?=[的了]?[\u4e00-\u9fff])"
)
"""自製 what one makes oneself; 自制 of who holds himself back."""


def _phrase(text: str, plain: str, i: int, new: str, name: str, words: Words) -> tuple[bool, str]:
    """Whether the phrase that OpenCC read a glyph in is one, and what the glyph's word says where it is none.

    A short phrase that takes the first half of a word is none: 是只 of 是只有, 被发 of 被发明, 了如 of 了如何.
    """
    start, end = words[i]
    for length in range(2, LONGEST + 1):
        for first in range(max(0, i - length + 1), min(i, len(text) - length) + 1):
            if _of_window(text[first : first + length], name)[i - first] == new:
                cut = words[first + length - 1]
                if length > SHORT or cut[1] == first + length or (cut[0] > i and _is_noun(plain[slice(*cut)])):
                    return True, new
                own = _of_window(text[start:end], name)
                return False, own[i - start] if end - start > 1 else _alone(text[i], name)
    return False, ""


def _is_noun(word: str) -> bool:
    """Whether a word is a thing's, before which a phrase may have taken its first character: 周线 of 周线图."""
    return bool(rjieba.tag(word, False)[0][1].startswith("n"))


def _among_single(words: Words, start: int, end: int) -> bool:
    """Whether a word stands between single characters, as where the dictionary knows little of a text."""
    left, right = words[start - 1] if start else (0, 0), words[end] if end < words.size else (0, 0)
    return left[1] - left[0] == right[1] - right[0] == 1


SHORT, LONGEST = 2, 6
"""Characters of a phrase that may be none, and of the phrases that are looked for."""


@lru_cache(maxsize=65536)
def _of_window(text: str, name: str) -> str:
    done = _converter(name)(text)
    return done if len(done) == len(text) else text


@cache
def _alone(char: str, name: str) -> str:
    return _converter(name)(char)


def _in_given_name(plain: str, words: Words, i: int) -> bool:
    """Whether a character stands in a given name: after a surname, by itself, and likely there."""
    if plain[i - 1 : i] not in SURNAMES or i == 0 or words[i] != (i, i + 1):
        return False
    after = plain[i + 1 : i + 2]
    told = after in AFTER_NAMES and bool(ROLES.search(plain[max(0, i - 5) : i - 1]))
    return told or (after not in AFTER_NAMES and given_weight("乾" + after) >= LIKELY)


def _differences(text: str, done: str) -> list[Edit]:
    if len(text) == len(done):
        return [Edit(i, i + 1, b) for i, (a, b) in enumerate(zip(text, done, strict=True)) if a != b]
    return [
        Edit(step.src_start, step.src_end, done[step.dest_start : step.dest_end])
        for step in Levenshtein.opcodes(text, done)
        if step.tag != "equal"
    ]


_FIRST_FORMS = {form: forms[0] for forms in FORMS for form in forms[1:] if forms not in {"臺台", "著着"}}
"""Of forms that papers choose between the one that most print."""

_CHOSEN = frozenset(_FIRST_FORMS) | frozenset(_FIRST_FORMS.values())
"""All of these forms."""


@cache
def _form(char: str, script: str) -> str:
    """A Traditional character as a place prints it."""
    return _printed(char, script)


def _printed(text: str, script: str) -> str:
    """Traditional text, of whatever place, with a place's forms."""
    if script == "hk":
        done, own = _converter("t2hk")(text), _converter("tw2t")(text)
        if len(done) == len(own) == len(text):
            done = "".join(own[i] if c in TAIWANS else done[i] for i, c in enumerate(text))
        return done.replace("羣", "群")
    return _converter("t2tw")(text) if script == "tw" else text


@cache
def _converter(name: str) -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC(name).convert
    return convert


@cache
def _any_simplified() -> Places:
    return Places(tables().simplified_only)


@cache
def _of_several() -> Places:
    """Finds Simplified glyphs that stand for several Traditional ones."""
    several = frozenset(c for c in tables().simplified_only if sum(map(usual, forms_of(c))) > 1)
    return Places(several | ALWAYS | BY_WORD)
