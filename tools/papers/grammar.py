"""Invents text: expands templates from a lexicon, with people and places that recur within a story.

A lexicon is a text file: `# name` opens a section, every line below it is one way of saying that. A topic is every
section `topic.name`. In a template stand `{name}` (any line of the section), `{@name}` (a line drawn once a story),
`{@name.2}` (its second form: a line's forms are parted by `/`), `{n:3-19}` (a number) and `{name:upper}`.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from typesetter.faults import SourceError

WORDS = Path(__file__).parent / "words"
_SLOT = re.compile(r"\{([^{}]+)\}")
_NUMBER = re.compile(r"n:(\d+)-(\d+)$")
CHINESE_DIGITS = "〇一二三四五六七八九"
ONCE = frozenset(("headline", "kicker", "deck", "brief", "briefhead", "notice", "class", "adname", "lead"))
"""Sections whose lines are told once a paper, not once a story, before any is told again."""
DEEPEST = 12
"""Expansions within expansions; deeper is a circle in the lexicon."""

Lexicon = dict[str, tuple[str, ...]]


@cache
def lexicon(name: str) -> Lexicon:
    """The sections of a lexicon by name; of `base+more`, what `more` says goes before what the base says.

    If `more` has topics, the base's are left out.
    """
    base, _, more = name.partition("+")
    if more:
        below, above = lexicon(base), lexicon(f"{base}-{more}")
        left = set(topics(below)) if topics(above) else set()
        return {k: v for k, v in below.items() if k.partition(".")[0] not in left} | above
    found: dict[str, list[str]] = {}
    section = ""
    for line in (WORDS / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            section = line[2:]
        elif line.strip():
            found.setdefault(section, []).append(line)
    return {k: tuple(v) for k, v in found.items()}


def topics(lexicon: Lexicon) -> list[str]:
    """The topics that a lexicon knows."""
    return sorted(k.removesuffix(".thing") for k in lexicon if k.endswith(".thing"))


@dataclass(slots=True)
class Teller:
    """Tells one story: a topic, a place, and people that stay the same.

    Attributes:
        region: sections `name@region` go before plain ones.
        numerals: numbers are written in Chinese.
        shared: the decks of the whole paper.
    """

    lexicon: Lexicon
    chance: random.Random
    topic: str
    region: str = ""
    numerals: bool = False
    bound: dict[str, str] = field(default_factory=dict)
    shared: dict[str, list[str]] = field(default_factory=dict)
    _decks: dict[str, list[str]] = field(default_factory=dict)

    def say(self, template: str, depth: int = 0) -> str:
        """A template with every slot filled."""
        if depth > DEEPEST:
            raise SourceError(f"{template!r} never ends")
        return _SLOT.sub(lambda m: self._slot(m[1], depth), template)

    def tell(self, section: str) -> str:
        """One way of saying what a section is about; none is told twice before all have been."""
        return self.say(self._drawn(section))

    def cells(self, section: str) -> list[str]:
        """The cells of a table's row: what a space parts in the template."""
        return [self.say(cell) for cell in self._drawn(section).split(" ")]

    def knows(self, section: str) -> bool:
        """Whether there is such a section."""
        return any(key in self.lexicon for key in self._keys(section))

    def ways(self, section: str) -> tuple[str, ...]:
        """Every line of a section."""
        return next(self.lexicon[key] for key in self._keys(section) if key in self.lexicon)

    def _keys(self, section: str) -> tuple[str, ...]:
        return f"{self.topic}.{section}", f"{section}@{self.region}", section

    def _drawn(self, section: str) -> str:
        keys = [key for key in self._keys(section) if key in self.lexicon]
        if section in ONCE and len(keys) > 1 and self.chance.random() < 0.6:
            del keys[0]
        for key in keys:
            if key in self.lexicon:
                deck = (self.shared if section in ONCE else self._decks).setdefault(key, [])
                if not deck:
                    deck += self.chance.sample(self.lexicon[key], len(self.lexicon[key]))
                return deck.pop()
        raise SourceError(f"the lexicon has no {section!r}")

    def _slot(self, slot: str, depth: int) -> str:
        if found := _NUMBER.match(slot):
            return self._number(int(found[1]), int(found[2]))
        name, _, change = slot.partition(":")
        fixed = name.startswith("@")
        name, _, form = name.removeprefix("@").partition(".")
        if fixed:
            if name not in self.bound:
                self.bound[name] = self._value(name, depth)
            text = self.bound[name]
        else:
            text = self._value(name, depth)
        forms = text.split("/")
        text = forms[min(int(form or 1), len(forms)) - 1] if fixed or form else forms[0]
        if change == "upper":
            return text.upper()
        if change == "title":
            return text.title()
        return text[:1].upper() + text[1:] if change == "cap" else text

    def _value(self, name: str, depth: int) -> str:
        if name.rstrip("0123456789") == "person" and not self.knows(name):
            return self._person()
        return self.say(self._drawn(name), depth + 1)

    def _person(self) -> str:
        """A new person: full name, short name, and in English he or she, his or her."""
        if "surname" in self.lexicon:
            name = self.chance.choice(self.lexicon["surname"]) + self.chance.choice(self.lexicon["given"])
            return f"{name}/{name}"
        first, sex = self.chance.choice(self.lexicon["first"]).split("/")
        last = self.chance.choice(self.lexicon["last"])
        he, his = self.lexicon.get(f"pronouns.{sex}", ("she", "her") if sex == "f" else ("he", "his"))
        return f"{first} {last}/{last}/{he}/{his}"

    def _number(self, low: int, high: int) -> str:
        number = str(self.chance.randint(low, high))
        if self.numerals:
            return "".join(CHINESE_DIGITS[int(d)] for d in number)
        return number
