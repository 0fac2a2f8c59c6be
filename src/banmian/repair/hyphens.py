"""Whether the hyphen at a line's end is the word's own, or stands there for the break alone.

No dictionary is brought along: the words that the issue prints within its lines are the dictionary, and where they do
not tell, a few rules of each language do. German nouns show it by their capital; a k-k stands for ck, and old spelling
writes two of three like consonants where the word is whole (Zuk-ker, Schiff-fahrt: the German rules of 1901).
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

SOFT = "\u00ad¬"
"""Hyphens that stand for a break and nothing else."""

DOUBLE = "⸗="
"""The hyphens of Fraktur."""

_VOWEL = re.compile(r"[aeiouyäöüàâéèêëîïôùûœæáíóúAEIOUYÄÖÜÀÂÉÈÊËÎÏÔÙÛŒÆÁÍÓÚ]")
_UNITS = "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth"
_PEOPLE = "president minister mayor wife husband soldier servicemen serviceman chairman chairwoman governor captain"
_MEASURED = "level speed rise school time term tech quality class hand rate ranking size scale year grade floor place team degree lying running standing paying income cost risk profile end range distance lasting cut ended born look air"
_TENS = dict.fromkeys("twenty thirty forty fifty sixty seventy eighty ninety".split(), _UNITS)

_FOLLOWED: dict[str, dict[str, frozenset[str]]] = {
    "en": {
        first: frozenset(words.split())
        for first, words in {
            **_TENS,
            **dict.fromkeys(
                "high low long short full part old new first second third fourth fifth sixth seventh eighth ninth tenth hard".split(),
                _MEASURED,
            ),
            "ex": _PEOPLE,
            "vice": f"{_PEOPLE} admiral chancellor principal chair",
            "all": "day night time star stars out round important american clear weather inclusive",
            "well": "known being off to paid made kept read built bred worn spoken meaning earned",
            "co": "op ops owner owners founder author authors worker workers pilot chair star defendant captain host",
            "mid": "january february march april june july august september october november december air term morning afternoon century career table sized size spring summer autumn winter",
            "non": "profit profits stop fiction resident residents union violent member members smoking native",
            "anti": "war social crime drug slavery tax inflation terror",
            "cross": "country section border party examined examination legged channel",
            "so": "called",
            "in": "law laws house depth",
            "year": "old olds round end",
            "mother": "in",
            "father": "in",
            "son": "in",
            "daughter": "in",
            "attorney": "general",
            "attorneys": "general",
            "face": "to",
            "day": "to",
            "re": "elect elected election enter entered",
            "e": "mail mails",
        }.items()
    },
    "fr": {
        first: frozenset(words.split())
        for first, words in {
            "au": "dessus dessous delà devant dedans dehors",
            "ci": "dessus dessous contre joint jointe après devant",
            "là": "bas haut dessus dedans dessous",
            "par": "dessus dessous delà",
            "peut": "être",
            "vis": "à",
            "à": "vis dire coup",
            "après": "midi demain guerre",
            "avant": "hier garde guerre dernier dernière veille",
            "beau": "père frère fils",
            "belle": "mère sœur fille",
            "grand": "père mère parents place rue",
            "quatre": "vingt vingts vingtième",
            "quelques": "uns unes",
            "chef": "lieu d",
            "rendez": "vous",
            "week": "end",
            "nord": "est ouest",
            "sud": "est ouest",
            "dix": "sept huit neuf",
            **dict.fromkeys(
                "vingt trente quarante cinquante soixante".split(), "deux trois quatre cinq six sept huit neuf dix"
            ),
        }.items()
    },
}
"""First halves whose hyphen is their own, and the words before which it is."""

_NUMBERS = frozenset("two three four five six seven eight nine".split())
_OF_NUMBERS = re.compile(r"(?:teen|ty|ties|tieth|fold|some|score|pence|penny|een|th)\w{0,2}")
"""What goes with an English number to one word."""

_ENDING = {
    "en": re.compile(
        r"(?:based|friendly|owned|winning|looking|related|sized|minded|shaped|haired|eyed|bound|filled|style|elect)"
    ),
    "fr": re.compile(r"(?:ils?|elles?|on|vous|nous|mêmes?|moi|toi)"),
}
"""Second halves that take a hyphen after any word."""

_TAKES_ANY = {
    "en": frozenset("self half quarter".split()),
    "fr": frozenset("demi ex saint sainte non".split()),
    "de": frozenset(),
}
_NOT_OF_HALF = re.compile(r"(?:way|penny|pence|tone|back|ish|same|less)")
_SUSPENDED = {"de": frozenset("und oder bis u".split()), "en": frozenset(("and", "or"))}
"""Words before which a hyphen stands for a word to come: Ein- und Ausfuhr."""

_SHORT_FOR = {
    "en": re.compile(
        r"(?:mid|pre|post|over|under|one|two|three|four|five|six|ten|part|full|long|short|first|\w+teen|\w+ty)"
    )
}
_DOUBLED = re.compile(r"([bdfglmnprst])\1$")
_ENDING_AFTER_K = re.compile(r"k(?:e[nrlstmd]{0,2}|e\w{2,5}|ung(?:en)?|ig\w{0,2}|isch\w{0,2}|t)")


def words_within(text: str) -> frozenset[str]:
    """Words in Latin letters in lower case; those at line ends, which may be halves, left out."""
    found: set[str] = set()
    for line in text.split("\n"):
        words = line.split()
        found.update(w.strip(_AROUND).lower() for w in words[1:-1] if w < "\u2e80")
    return frozenset(found)


_AROUND = ".,;:!?\"'()[]“”‘’„‚«»…"


def is_old(text: str) -> bool:
    """Whether German is spelt as before 1996: it has Fraktur's letters, or ß where today's spelling has ss."""
    return any(c in text for c in "ſ⸗") or len(_OLD.findall(text)) > len(_NEW.findall(text))


_OLD = re.compile(r"\b(?:[Dd]aß|[Mm]uß|[Mm]ußte|[Ll]äßt|Thür|Theil)\b")
_NEW = re.compile(r"\b(?:[Dd]ass|[Mm]uss|[Mm]usste|[Ll]ässt)\b")


@dataclass(frozen=True, slots=True)
class Mended:
    """How two halves meet: what stands between them, and how many characters before the hyphen it replaces."""

    between: str
    before: int = 0


def met(
    first: str, hyphen: str, second: str, words: AbstractSet[str], language: str | None, *, old: bool = False
) -> Mended:
    """What stands between the halves of a word that a line's end parts.

    Args:
        first: letters before the hyphen.
        hyphen: as printed.
        second: letters at the next line's head.
        words: of the issue, in lower case.
        language: BCP 47 of the text, None where unknown.
        old: whether the issue is spelt as before 1996, in German.
    """
    a, b = first.lower(), second.lower()
    if b in _SUSPENDED.get(language or "", ()) and _stands_for_more(a, b, language, words):
        return Mended(f"{hyphen} ")
    if hyphen in SOFT:
        return Mended("")
    capitals = first.isupper() and second.isupper() and len(first) > 1
    if f"{a}-{b}" in words and a + b not in words:
        return Mended(hyphen)
    if a + b in words:
        return Mended("")
    if second[:1].isupper() and not capitals:
        return Mended("" if first in {"Mc", "Mac"} else hyphen)
    if language == "de":
        return _german(a, b, words, old=old)
    if hyphen not in DOUBLE and _is_own(a, b, language):
        return Mended(hyphen)
    return Mended("")


def _stands_for_more(a: str, b: str, language: str | None, words: AbstractSet[str]) -> bool:
    if a + b in words:
        return False
    return language == "de" or _SHORT_FOR["en"].fullmatch(a) is not None


def _is_own(a: str, b: str, language: str | None) -> bool:
    """Whether a hyphen between two halves in lower case is the word's own, by rules alone."""
    if not _VOWEL.search(a) or not _VOWEL.search(b):
        return language in {"en", "fr"}  # no syllable: t-il, X-ray
    language = language or "en"
    if b in _FOLLOWED.get(language, {}).get(a, ()):
        return True
    ending = _ENDING.get(language)
    if ending is not None and ending.fullmatch(b):
        return True
    if language == "en" and a in _NUMBERS:
        return _OF_NUMBERS.fullmatch(b) is None
    if language == "en" and a in {"high", "low", "long", "short", "well", "full", "old", "hard", "new"}:
        return len(b) > len("ended") and b.endswith("ed")
    return a in _TAKES_ANY.get(language, ()) and not _NOT_OF_HALF.match(b)


def _german(a: str, b: str, words: AbstractSet[str], *, old: bool) -> Mended:
    """German halves in lower case: one word, but for what the break itself did to its letters."""
    if a.endswith("k") and not a.endswith("ck") and b.startswith("k") and len(a) > 1 and _VOWEL.match(a[-2]):
        whole = f"{a[:-1]}c{b}"
        foreign = a.endswith("ik") and len(_VOWEL.findall(a)) > 1 and len(b) > len("kung")
        if whole in words or (_ENDING_AFTER_K.fullmatch(b) and not foreign):
            return Mended("c", 1)
    doubled = _DOUBLED.search(a)
    if doubled and b.startswith(doubled.group(1)) and _VOWEL.match(b[1:2]):
        whole = a[:-1] + b
        if whole in words or old:
            return Mended("", 1)
    return Mended("")
