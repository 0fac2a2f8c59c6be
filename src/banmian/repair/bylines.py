"""Strays in the names of a byline, which stand by themselves: no word and no sentence tells what they are.

A glyph of the other script that stands for one glyph only is mended; for several, as the issue's text prints the
name elsewhere, or not at all. A name whose glyphs are all of the other script is printed so by intent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from banmian.model.text import Edit, Flag
from banmian.repair.glyphs import IN_SIMPLIFIED, NO_GIVEN
from banmian.repair.names import SURNAMES
from banmian.repair.quotations import name_meant_so, wholly_traditional
from banmian.repair.scripts import tables, traditional
from banmian.repair.strays import NAME
from banmian.repair.usage import Usage, forms_of, usual
from banmian.repair.words import simplified

SHORTEST, LONGEST = 2, 4
"""Characters of a name in Han."""

SEVERAL = "a stray in a name, whose form the issue does not tell"


class Bylines:
    """Mends the names of one issue; `banmian.ports.Repair`.

    Args:
        script: of the article that they sign, "hant" or "hans".
        usage: how often each character stands in the issue.
        whole: the issue's text, in which names may stand as they should.
    """

    name = NAME

    def __init__(self, script: str, usage: Counter[str], whole: str) -> None:
        self._traditional = script == "hant"
        self._usage = Usage(usage, len(whole))
        self._whole = whole
        self._plain = simplified(whole)

    def edits(self, text: str) -> Sequence[Edit]:
        """One edit for each stray of a name."""
        return self.found(text)[0]

    def found(self, text: str) -> tuple[list[Edit], list[Flag]]:
        """One edit for each stray of a name, and a flag for each that may be several glyphs."""
        if not SHORTEST <= len(text) <= LONGEST or not all("\u3400" <= c <= "\u9fff" for c in text):
            return [], []
        if self._traditional:
            return self._to_traditional(text)
        kept = wholly_traditional(text, self._usage)
        alone = tables().traditional_only
        places = [i for i, c in enumerate(text) if c in alone and c not in IN_SIMPLIFIED and i not in kept]
        return [Edit(i, i + 1, tables().simple[text[i]]) for i in places if usual(text[i])], []

    def _to_traditional(self, text: str) -> tuple[list[Edit], list[Flag]]:
        edits: list[Edit] = []
        flags: list[Flag] = []
        strays = [i for i, c in enumerate(text) if c in tables().simplified_only]
        if not strays:
            return edits, flags
        elsewhere = self._elsewhere(text)
        if elsewhere != text:
            differs = [i for i, c in enumerate(text) if elsewhere[i] != c]
            return [Edit(i, i + 1, elsewhere[i]) for i in differs], flags
        if name_meant_so(text, self._usage):
            return edits, flags
        for i in strays:
            char = text[i]
            forms = [c for c in forms_of(char) if usual(c)]
            if i == 0 and char in NO_GIVEN and char not in SURNAMES:
                continue
            if len(forms) == 1 or (traditional(text)[i] == traditional(char) != char and i == 0):
                edits.append(Edit(i, i + 1, traditional(char)))
            else:
                flags.append(Flag(i, i + 1, tuple(forms), SEVERAL))
        return edits, flags

    def _elsewhere(self, text: str) -> str:
        """The name as the issue's text prints it most where that has no stray; else the name itself."""
        plain = simplified(text)
        found: Counter[str] = Counter()
        place = self._plain.find(plain)
        while place >= 0:
            said = self._whole[place : place + len(plain)]
            if tables().simplified_only.isdisjoint(said):
                found[said] += 1
            place = self._plain.find(plain, place + 1)
        return found.most_common(1)[0][0] if found else text
