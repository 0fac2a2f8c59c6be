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

from banmian.model.text import Edit, Flag, Text
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
    TIMES,
)
from banmian.repair.names import FAMILIES, NAME_ENDS, SIGNED, after_role, ends_name, people_of
from banmian.repair.quotations import wholly_simplified, wholly_traditional
from banmian.repair.scripts import tables, traditional
from banmian.repair.simplifying import to_simplified
from banmian.repair.usage import MOSTLY, Usage, forms_of, printed_before, same_word, usual
from banmian.repair.words import Places, Words, asked, within

NAME = "script"

MUCH_MORE = 6
"""So many times as often as an old form an issue prints the other one where it is beyond doubt its own."""

UNDECIDED = "neither its word nor its place decides between forms of both scripts"
BESIDE = "the issue prints another form elsewhere"
OWN_FORM = "an old form of print or a stray: the issue does not say which"
GUESSED = "a stray for certain, but its word does not say of which form"
IN_NAME = "a name may have either form"
BY_PHRASE = "its word is printed with another form as a rule"


AGAIN = 4
"""Times that a text is looked at again after edits, at the most."""

SEVERAL_PAGES = 5000
"""Characters of an issue in which a form that is no stray stands often enough to tell."""


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
        self._whole = whole
        self._counted: dict[str, int] = {}
        if script != "hant":
            return
        self._people = people_of(whole)
        self._spoken = frozenset(_SPOKEN_OF.findall("".join(whole.split())))
        self._by_word = ByWord(self._usage, whole)
        self._terraced = self._usage["臺"] > self._usage["台"] and not (
            len(whole) > SEVERAL_PAGES and not self._usage.as_strays("台")
        )
        self._beside = frozenset(
            c
            for c in self._usage.counts
            if c not in tables().simplified_only | ALWAYS | BY_WORD and forms_of(c) and self._may_be_beside(c)
        )
        self._suspects = Places(self._beside | tables().simplified_only | ALWAYS | BY_WORD)

    def edits(self, text: str) -> Sequence[Edit]:
        """One edit for each stray."""
        return self.found(text)[0]

    def found(self, text: str) -> tuple[list[Edit], list[Flag]]:
        """One edit for each stray, and one flag for each glyph that may be one where nothing decides."""
        if self._script != "hant":
            return to_simplified(text, wholly_traditional(text, self._usage))
        edits, flags = self._to_traditional(text)
        told = {e.start: e for e in edits}
        for _ in range(AGAIN if edits else 0):  # what is mended may tell its neighbours
            more, _ = self._to_traditional(Text(text).edited(NAME, told.values()).current)
            if not more:
                break
            told |= {e.start: e for e in more}
        return sorted((e for e in told.values() if text[e.start : e.end] != e.new), key=lambda e: e.start), flags

    def _to_traditional(self, text: str) -> tuple[list[Edit], list[Flag]]:
        edits: list[Edit] = []
        flags: list[Flag] = []
        suspects = self._suspects(text)
        if not suspects or (self._usage.clean and self._usage.literary):
            return edits, flags
        simple = tables().simple
        kept = wholly_simplified(text, self._usage)
        for i, new, why in self.verdicts(text, [i for i in suspects if i not in kept]):
            char = text[i]
            changed = new != char and simple.get(new, new) == simple.get(char, char)
            if changed:
                edits.append(Edit(i, i + 1, new))
            if why and not (self._usage.long and not self._usage.share):
                flags.append(Flag(i, i + 1, tuple(c for c in self._could_be(char) if c != new or not changed), why))
        return edits, flags

    def verdicts(self, text: str, places: Sequence[int]) -> list[tuple[int, str, str]]:
        """Places of a text, what stands there by rights, and why that is doubtful; empty where it is not."""
        passage = _Passage(text)
        return [(i, *self._judged(passage, i)) for i in places]

    def _could_be(self, char: str) -> tuple[str, ...]:
        """The forms that a glyph may stand for, those that the issue prints first, then the usual one."""
        usual = traditional(char)
        return tuple(sorted(forms_of(char), key=lambda c: (-self._usage[c], c != usual, c)))

    def _may_be_beside(self, char: str) -> bool:
        """Whether a form may be a stray of one that the issue prints beside it."""
        usage = self._usage
        return usage.as_strays(char) or (usage.share > 0 and usage[usage.other(char)] > 0)

    def _word_elsewhere(self, at: _Passage, i: int, form: str) -> bool:
        """Whether the issue prints a glyph's very word with another form, and more often: 週末 beside 周末."""
        start, end = at.words[i]
        word = at.text[start:end]
        other = word[: i - start] + form + word[i - start + 1 :]
        for each in (word, other):
            if each not in self._counted:
                self._counted[each] = self._whole.count(each)
        return self._counted[other] > self._counted[word]

    def _judged(self, at: _Passage, i: int) -> tuple[str, str]:
        """What a glyph should be, and why it is doubtful if it stays as it is; empty where it is not."""
        char = at.text[i]
        if char in self._beside:
            return (char, "") if self._is_right(at, i) else self._as_elsewhere(at, i)
        if char == "台" and self._terraced and not within(TERRACES, at.plain, i):
            told = self._by_word(at.text, at.plain, at.words, i)
            return ("臺" if told == char else told), ""
        if (char in MAY_BE_RIGHT and within(RIGHT, at.text, i)) or self._is_spoken_of(at.text, at.words, i):
            return char, ""
        if char in VARIANTS and self._usage[char] >= OFTEN and not self._usage[traditional(char)]:
            return char, ""  # the issue's own form
        if char in tables().simplified_only:
            if char in NO_GIVEN and (after_role(at.plain, at.words, i) or at.plain[i : i + 3] in self._people):
                return char, ""  # a surname
            if self._usage.literary and printed_before(char) and self._is_own(char):
                return char, "" if self._usage[char] >= OFTEN and self._usage.other(char) == char else OWN_FORM
            guessed = not at.long_word(i) and sum(map(usual, forms_of(char))) > 1
            new = self._usage.as_used(_by_phrase(at, i), char)
            guessed |= not self._usage[new] and self._usage.other(char) != char
            if new == char:
                return char, OWN_FORM
            return new, GUESSED if guessed else ""
        if self._is_right(at, i):
            return char, IN_NAME if i in at.signed and char not in FAMILIES else ""
        twin = at.twin(i)
        if twin != char:
            return twin, ""
        new = self._by_word(at.text, at.plain, at.words, i)
        said = at.by_dictionary(i)
        if self._usage.literary and new != char and not self._believed(at, i, new):
            return char, UNDECIDED
        new = self._usage.as_used(new, char)
        if new != char:
            return new, ""
        doubtful = self._usage.other(char) != char and self._usage.as_strays(char)
        return char, "" if said == char and at.long_word(i) and not doubtful else UNDECIDED

    def _believed(self, at: _Passage, i: int, new: str) -> bool:
        """Whether a change is believed in literary text, whose words are not the dictionary's: by the issue's usage."""
        char, usage = at.text[i], self._usage
        if char == "云" and not at.text[i + 1 : i + 2].isalnum():
            return False  # it says
        counted = char == "余" and bool(TIMES.search(at.text[:i]))
        lexical = at.by_dictionary(i) == new and not TIMES.search(at.plain[at.words[i][0]])
        if (lexical or counted) and char not in _ONE_WORD:
            return usage[new] > 0
        return usage.likely_strays(char) and usage.preferred(char) == new

    def _is_own(self, char: str) -> bool:
        """Whether an old form is the literary issue's own, so far as its usage tells."""
        usage = self._usage
        beside = usage[usage.other(char)]
        clearly = beside >= MUCH_MORE * usage[char] and not any(char in forms for forms in FORMS)
        return not usage.as_strays(char) or not (
            clearly or (beside >= MOSTLY * usage[char] and usage.likely_strays(char))
        )

    def _is_right(self, at: _Passage, i: int) -> bool:
        """Whether a glyph of both scripts is in a name or in a word of its own."""
        char = at.text[i]
        return (
            i in at.signed
            or self._in_name(at.plain, i)
            or _titled(at.plain, at.words, i)
            or (char in NAME_ENDS and ends_name(at.plain, at.words, i))
            or (char in MAY_BE_KEPT and within(KEPT, at.text, i))
        )

    def _as_elsewhere(self, at: _Passage, i: int) -> tuple[str, str]:
        """A form that print has used beside another one: as the issue has it elsewhere, where its word agrees."""
        char = at.text[i]
        preferred = self._usage.preferred(char)
        said = at.by_dictionary(i)
        if (
            preferred != char
            and not same_word(char, preferred)
            and (said == preferred or _side_by_side(char, preferred))
        ):
            return preferred, ""
        if said != char and self._word_elsewhere(at, i, said):
            return said, ""
        if not self._usage.as_strays(char):
            return char, ""
        if preferred != char or self._usage.other(char) != char:
            return char, BESIDE
        if said == char and at.long_word(i):
            return char, ""
        return char, BY_PHRASE if said != char else ""

    def _is_spoken_of(self, text: str, words: Words, i: int) -> bool:
        """Whether a character is named as such, 「里」字, or is one of a name that the issue explains: 「云」字."""
        if text[i] not in self._spoken:
            return False
        return bool(_SPOKEN_OF.match(text, max(0, i - 1))) or (text[i] in FAMILIES and words[i] == (i, i + 1))

    def _in_name(self, plain: str, i: int) -> bool:
        """Whether a name is told here, or one begins here that the issue says elsewhere."""
        return plain[i - 1 : i] == "姓" or plain[i : i + 3] in self._people or plain[i : i + 2] in self._people


_ONE_WORD = ALWAYS - frozenset("后几丰么儿")
"""Of the glyphs that are strays nearly everywhere those that were printed for the same word before."""


class _Passage:
    """A passage and what is asked of it again and again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = asked(text)
        self.words = Words(self.plain)
        self.signed = {k for m in SIGNED.finditer(self.plain) for k in range(m.start(1), m.end(1))}
        self._whole = ""

    @property
    def whole(self) -> str:
        """The passage as OpenCC converts it."""
        self._whole = self._whole or traditional(self.plain)
        return self._whole

    def twin(self, i: int) -> str:
        """The form of a reduplicated word's other half, where it is a Traditional one: 郁鬱; else the character."""
        for k in (i - 1, i + 1):
            if 0 <= k < len(self.text) and self.plain[k] == self.plain[i] and self.text[k] in forms_of(self.text[i]):
                return self.text[k]
        return self.text[i]

    def long_word(self, i: int) -> bool:
        """Whether a word of several characters holds a place."""
        start, end = self.words[i]
        return end - start > 1

    def by_dictionary(self, i: int) -> str:
        """What OpenCC makes of a character's word; the character itself where it stands alone."""
        start, end = self.words[i]
        return traditional(self.plain[start:end])[i - start] if end - start > 1 else self.text[i]


def _side_by_side(char: str, form: str) -> bool:
    """Whether papers choose between two forms of one word."""
    return any(char in forms and form in forms for forms in FORMS)


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


_TITLE = re.compile("先生|女士|小姐|老[师伯]|师傅|阿[姨婆公]|大[爷妈伯叔姐嫂夫]")
"""What follows a surname and nothing else."""


VARIANTS = frozenset("烟凉决况减净厨凭泪猫猪厦痴")
"""Simplified forms that Traditional print has had too."""

_SPOKEN_OF = re.compile("[「『“‘]([\u3400-\u9fff])[」』”’]字")
"""A character that is spoken of: 「云」字."""
