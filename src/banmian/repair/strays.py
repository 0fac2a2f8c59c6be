"""Glyphs of the other script that strayed into a text, mended by their word; nothing else is touched.

In Traditional text a character that stands in Simplified text alone is a stray for certain; what it becomes is
read off OpenCC's conversion of the sentence, in which phrases decide (头发 头髮, 出发 出發). A character that
both scripts use (后, 里, 余, 准) is a stray only where a word says so: rjieba must see the word, OpenCC must
convert it, and neither the list of protected words nor the place (a surname, a measure) may speak against it.
Forms that print has used side by side (台 臺, 決 决, 即 卽) follow what the issue itself prints. Where nothing
decides, the glyph stays and is flagged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from banmian.model.text import Edit, Flag
from banmian.repair.byword import OFTEN, ByWord, told_by_place
from banmian.repair.glyphs import (
    ALWAYS,
    BY_WORD,
    FORMS,
    KEPT,
    MAY_BE_KEPT,
    MAY_BE_RIGHT,
    NO_GIVEN,
    RIGHT,
    TERRACES,
)
from banmian.repair.names import NAME_ENDS, SIGNED, after_role, ends_name, people_of
from banmian.repair.quotations import wholly_simplified, wholly_traditional
from banmian.repair.scripts import tables, traditional
from banmian.repair.simplifying import to_simplified
from banmian.repair.usage import Usage, forms_of, printed_before, same_word
from banmian.repair.words import Places, Words, simplified

NAME = "script"

LONGEST = 4
"""Characters of the longest word among the kept and the right ones."""

UNDECIDED = "neither its word nor its place decides between forms of both scripts"
BESIDE = "the issue prints another form elsewhere"
OWN_FORM = "an old form of print or a stray: the issue does not say which"
BY_PHRASE = "its word is printed with another form as a rule"


class Strays:
    """Mends strays in one issue; `banmian.ports.Repair`.

    Args:
        script: the text's own script, "hant" or "hans".
        usage: how often each character stands in the whole issue; decides between forms of one word (裡 裏).
        whole: the issue's text; where it is long, what it lacks says something too.
    """

    name = NAME

    def __init__(self, script: str, usage: Counter[str] | None = None, whole: str = "") -> None:
        self._script = script
        self._usage = Usage(usage or Counter(), len(whole))
        if script != "hant":
            return
        self._people = people_of(whole)
        self._spoken = frozenset(_SPOKEN_OF.findall("".join(whole.split())))
        self._by_word = ByWord(self._usage, whole)
        self._terraced = self._usage["臺"] > self._usage["台"] and not (
            self._usage.long and not self._usage.as_strays("台")
        )
        self._beside = frozenset(
            c
            for c in self._usage.counts
            if c not in tables().simplified_only | ALWAYS | BY_WORD and forms_of(c) and self._usage.as_strays(c)
        )
        self._suspects = Places(self._beside | tables().simplified_only | ALWAYS | BY_WORD)

    def edits(self, text: str) -> Sequence[Edit]:
        """One edit for each stray."""
        return self.found(text)[0]

    def found(self, text: str) -> tuple[list[Edit], list[Flag]]:
        """One edit for each stray, and one flag for each glyph that may be one where nothing decides."""
        if self._script != "hant":
            return to_simplified(text, wholly_traditional(text, self._usage))
        return self._to_traditional(text)

    def _to_traditional(self, text: str) -> tuple[list[Edit], list[Flag]]:
        edits: list[Edit] = []
        flags: list[Flag] = []
        suspects = self._suspects(text)
        if not suspects or (self._usage.clean and self._usage.literary):
            return edits, flags
        passage = _Passage(text)
        kept = wholly_simplified(text, self._usage)
        for i in suspects:
            if i in kept:
                continue
            char = text[i]
            new, why = self._judged(passage, i)
            simple = tables().simple
            if new != char and simple.get(new, new) == simple.get(char, char):
                edits.append(Edit(i, i + 1, new))
            elif why and not self._usage.clean:
                flags.append(Flag(i, i + 1, self._could_be(char), why))
        return edits, flags

    def _could_be(self, char: str) -> tuple[str, ...]:
        """The forms that a glyph may stand for, those that the issue prints first, then the usual one."""
        usual = traditional(char)
        return tuple(sorted(forms_of(char), key=lambda c: (-self._usage[c], c != usual, c)))

    def _judged(self, at: _Passage, i: int) -> tuple[str, str]:
        """What a glyph should be, and why it is doubtful if it stays as it is; empty where it is not."""
        char = at.text[i]
        if char in self._beside:
            return self._as_elsewhere(at, i)
        if char == "台" and self._terraced and not _within(TERRACES, at.plain, i):
            told = self._by_word(at.text, at.plain, at.words, i)
            return ("臺" if told == char else told), ""
        if (char in MAY_BE_RIGHT and _within(RIGHT, at.text, i)) or self._is_spoken_of(at.text, at.words, i):
            return char, ""
        if char in VARIANTS and self._usage[char] >= OFTEN and not self._usage[traditional(char)]:
            return char, ""  # the issue's own form
        if char in tables().simplified_only:
            if char in NO_GIVEN and (after_role(at.plain, at.words, i) or at.plain[i : i + 3] in self._people):
                return char, ""  # a surname
            if self._usage.literary and printed_before(char) and self._usage.preferred(char) == char:
                return char, "" if self._usage[char] >= OFTEN and self._usage.other(char) == char else OWN_FORM
            return self._usage.as_used(_by_phrase(at, i), char), ""
        if self._is_right(at, i):
            return char, ""
        new = self._by_word(at.text, at.plain, at.words, i)
        said = at.by_dictionary(i)
        if self._usage.literary and new != char and not self._believed(char, new, said):
            return char, UNDECIDED
        new = self._usage.as_used(new, char)
        return new, "" if new != char or (said == char and at.long_word(i)) else UNDECIDED

    def _believed(self, char: str, new: str, said: str) -> bool:
        """Whether a change is believed in literary text, whose words are not the dictionary's: by the issue's usage."""
        rare = self._usage.as_strays(char)
        return rare and (said == new or self._usage.preferred(char) == new)

    def _is_right(self, at: _Passage, i: int) -> bool:
        """Whether a glyph of both scripts is in a name or in a word of its own."""
        char = at.text[i]
        return (
            i in at.signed
            or self._in_name(at.plain, i)
            or _titled(at.plain, at.words, i)
            or (char in NAME_ENDS and ends_name(at.plain, at.words, i))
            or (char in MAY_BE_KEPT and _within(KEPT, at.text, i))
        )

    def _as_elsewhere(self, at: _Passage, i: int) -> tuple[str, str]:
        """A form that print has used beside another one: as the issue has it elsewhere, where its word agrees."""
        char = at.text[i]
        preferred = self._usage.preferred(char)
        said = at.by_dictionary(i)
        if preferred != char and (
            said == preferred or same_word(char, preferred) or any(char in f and preferred in f for f in FORMS)
        ):
            return preferred, ""
        if said == char and at.long_word(i):
            return char, ""
        if preferred != char:
            return char, BESIDE
        return char, BY_PHRASE if said != char else ""

    def _is_spoken_of(self, text: str, words: Words, i: int) -> bool:
        """Whether a character is named as such, 「里」字, or is one of a name that the issue explains: 「云」字."""
        if text[i] not in self._spoken:
            return False
        return bool(_SPOKEN_OF.match(text, max(0, i - 1))) or (text[i] in FAMILIES and words[i] == (i, i + 1))

    def _in_name(self, plain: str, i: int) -> bool:
        """Whether a name is told here, or one begins here that the issue says elsewhere."""
        return plain[i - 1 : i] == "姓" or plain[i : i + 3] in self._people or plain[i : i + 2] in self._people


class _Passage:
    """A passage and what is asked of it again and again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = simplified(text)
        self.words = Words(self.plain)
        self.signed = {k for m in SIGNED.finditer(self.plain) for k in range(m.start(1), m.end(1))}
        self._whole = ""

    @property
    def whole(self) -> str:
        """The passage as OpenCC converts it."""
        self._whole = self._whole or traditional(self.plain)
        return self._whole

    def long_word(self, i: int) -> bool:
        """Whether a word of several characters holds a place."""
        start, end = self.words[i]
        return end - start > 1

    def by_dictionary(self, i: int) -> str:
        """What OpenCC makes of a character's word; the character itself where it stands alone."""
        start, end = self.words[i]
        return traditional(self.plain[start:end])[i - start] if end - start > 1 else self.text[i]


def _by_phrase(at: _Passage, i: int) -> str:
    """What a character of Simplified text alone becomes: by its place, its word, its sentence."""
    char, simple = at.text[i], tables().simple
    new = told_by_place(at.plain, i, char)
    if new == char:
        new = at.by_dictionary(i) if at.long_word(i) else at.whole[i]
    if new == char or simple.get(new, new) != char:
        new = traditional(char)  # the phrase has another word's form: 資金鍊
    return new


def _titled(plain: str, words: Words, i: int) -> bool:
    """Whether a surname stands here, before a title that says so: 郁先生."""
    return plain[i] in FAMILIES and words[i][0] == i and bool(_TITLE.match(plain, i + 1))


FAMILIES = frozenset("郁卜朴涂范余干云姜谷游胡")
"""Surnames that are strays in other words."""

_TITLE = re.compile("先生|女士|小姐|老[师伯]|师傅|阿[姨婆公]|大[爷妈伯叔姐嫂夫]")
"""What follows a surname and nothing else."""


VARIANTS = frozenset("烟凉决况减净厨凭泪猫猪厦痴")
"""Simplified forms that Traditional print has had too."""

_SPOKEN_OF = re.compile("[「『“‘]([\u3400-\u9fff])[」』”’]字")
"""A character that is spoken of: 「云」字."""


def _within(words: re.Pattern[str], text: str, i: int) -> bool:
    """Whether the character at a place lies within one of the words, none of which is longer than `LONGEST`."""
    return any(m.start() <= i < m.end() for m in words.finditer(text, max(0, i + 1 - LONGEST), i + LONGEST + 1))
