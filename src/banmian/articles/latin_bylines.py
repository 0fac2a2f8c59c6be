"""Names out of bylines in Latin letters: "By JANE DOE, Staff Writer", „Von unserer Redakteurin Anna Kern“, « Par … et … »."""

from __future__ import annotations

import re

from banmian.articles.grammar import SAYS_BY

_TOLD_BY = re.compile(
    r"^\s*(?:(?:story|report|text|words|interview|bericht|reportage|textes?|texte et photos?|propos recueillis|recueilli)"
    r"\s*(?::|by\b|von\b|par\b|de\b)"
    r"|es berichte[tn]\b|from our (?:own )?correspondents?\b"
    r"|(?:von )?unsere[rnm]{0,2} (?:redakteur|reporter|mitarbeiter|korrespondent|volontär)(?:in|innen|en|s|n)?\b"
    r"|de (?:notre|nos) (?:correspondante?s?|envoyée?s? spécia(?:le?|ux)|rédact(?:eur|rice)s?|journalistes?)\b)\s*",
    re.IGNORECASE,
)
"""What says before the names that they wrote: "Story by", „Von unserer Redakteurin“, « De notre correspondant »."""

_POST = re.compile(
    r"\s+(?:reports?|berichte[tn]|Redaktion|Lokalredaktion|Redacci[óo]n?|Redazione|Redação|Redakteur(?:in)?|Korrespondent(?:in)?|(?:[Ee]nvoyée?|ENVOYÉE?) (?:spéciale?|SPÉCIALE?)"
    r"|[Cc]orrespondante?|[Jj]ournaliste)\s*$"
)
"""What says it after them."""

_AND = re.compile(r"\s*(?:,|&|/|\b(?:and|und|et)\b)\s*|\s+(?:y|e|en)\s+", re.IGNORECASE)
"""What parts names."""

_ENGLISH_ROLE = re.compile(
    r"(?:^|\s+)(?:staff reports?|from staff reports|compiled (?:by|from) .*|staff (?:writer|reporter|photographer|correspondent)|special to .*|for the .*|of the .* staff|(?:[a-z]+ )?(?:writer|reporter)|(?:news |sports |city )?(?:correspondent|editor|columnist|stringer)|contributing (?:writer|editor)|the associated press)\s*$",
    re.IGNORECASE,
)
_ENGLISH_END = re.compile(
    r"\s*(?:,|/|\||\n|—|–)\s*(?:staff|special|the\b|of\b|for\b|correspondent|editor|reporter|contribut|associated|news\b|columnist|sports).*$",
    re.IGNORECASE | re.DOTALL,
)

_CLASS_OF = re.compile(r"\s*['’‘]\d{2}\b\.?$")
"""The class of a student: 「Omar Ransome ’19」."""

_TALE_BY = re.compile(
    r"^(?:An? )?(?:(?:original|short|[Hh]istorische|[Kk]leine) )?"
    r"(?:(?:[Ee]rzählung|ROMAN|[Nn]ovelle|[Hh]umoreske|[Ss]kizze|[Gg]eschichte) von|Roman von(?= [A-ZÀ-Þ]\S+ [A-ZÀ-Þ])"
    r"|(?:[Tt]ale|[Ss]tory|[Ss]ketch|[Nn]ovel|[Rr]omance) by|(?:[Rr]écit|[Nn]ouvelle|[Cc]onte) (?:par|de))\s+(?=[A-ZÀ-Þ])"
)
"""What stands before a novel's author: „Erzählung von“, "A Tale by"."""

_RUN_ON = re.compile(r"(?<![\w'’-])(?:and|und|et|de|par|von|by)(?=[A-ZÀ-Þ][a-zà-ÿ])")
"""A word before a name from which tight setting leaves no space."""

_FULL_STOP = re.compile(r"(?<=[a-zà-ÿ]{3})\.\s*$")
"""The full stop after a name, which is not that of Jr. and Dr."""

_ONLY_A_ROLE = re.compile(
    r"(?:[a-z]+ )?(?:writer|reporter|photographer|correspondent|editor|columnist)\.?", re.IGNORECASE
)
"""What is left of a role that ran over into a row of its own."""


_PHOTOGRAPHED = re.compile(
    r"\s*(?:[|/•·–—-]\s*)?\b(?:[Pp]hotos?|[Pp]ictures?|[Ff]otos?|[Pp]hotographs?|[Bb]ilder|[Pp]hotographies?)\b\s*(?::|by|von|par)\s*\S.*$"
)
"""Who made the pictures, in the same row."""

_WORDS = re.compile(r"\s*(?:[Ww]ords|[Tt]ext|[Tt]exte|[Tt]exto|[Tt]esto)\s*:\s*")
_PICTURES = re.compile(r"\s*(?:[Pp]hotos?|[Pp]ictures|[Ff]otos?|[Bb]ilder|[Pp]hotographies)\s*:\s*")
"""What says who wrote and who took the pictures, where both are named alike: "Words: Jane Doe Pictures: Ann Lee"."""

_NAMED = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]+)+$")
"""Two words or more with capitals."""


def tells_who_wrote(line: str) -> bool:
    """Whether a row says of itself that it is a byline."""
    bare = line.strip("()（）[] —–-•|·")
    said = _TOLD_BY.match(bare) or SAYS_BY.match(bare) or _POST.search(bare) or _ENGLISH_ROLE.search(bare)
    return bool(said or _ENGLISH_END.search(bare) or _PHOTOGRAPHED.search(bare) or _TALE_BY.match(bare))


def tells_words(row: str) -> bool:
    """Whether a row says who wrote as one says who took the pictures: "Words: Jane Doe"."""
    return _WORDS.match(row) is not None


def tells_pictures(row: str) -> bool:
    """Whether a row says who took the pictures and nothing before it: "Pictures: Ann Lee"."""
    return _PICTURES.match(row) is not None


def latin_names(line: str) -> tuple[str, ...]:
    """The names in a byline in Latin letters, without what it says of them, as names are written."""
    if _ONLY_A_ROLE.fullmatch(line):
        return ()
    if _WORDS.match(line) and (pictures := _PICTURES.search(line)):
        found = (*latin_names(line[: pictures.start()]), *latin_names(line[pictures.end() :]))
        return tuple(dict.fromkeys(found))
    line = _PHOTOGRAPHED.sub("", line).strip("()（）[] —–-•|·")
    line, told = _TOLD_BY.subn("", _RUN_ON.sub(r"\g<0> ", line))
    said_by = bool(told) or bool(SAYS_BY.match(line))
    line = _CLASS_OF.sub("", _ENGLISH_ROLE.sub("", line))
    line = _TALE_BY.sub("", line).rstrip(" .") if _TALE_BY.match(line) else line
    line = re.sub(r"^([A-Z][A-Z.'’ -]+),.*$", r"\1", line)
    line = _POST.sub("", _ENGLISH_END.sub("", _TOLD_BY.sub("", SAYS_BY.sub("", line))))
    parts = _AND.split(line)
    if len(parts) == 2 and "," in line and " " in parts[0] and (not _NAMED.match(parts[1]) or not said_by):
        parts = parts[:1]  # and the place that a letter comes from
    return tuple(_titled(_FULL_STOP.sub("", p)) for p in parts if p.strip())


def _titled(name: str) -> str:
    """A name set in capitals as a name is written."""
    if not name.isupper():
        return name.strip()
    return re.sub(r"[A-ZÀ-Þ]{2,}", lambda m: _mac(m.group().capitalize()), name.strip())


def _mac(word: str) -> str:
    return "Mc" + word[2:].capitalize() if word.startswith("Mc") and len(word) > 3 else word
