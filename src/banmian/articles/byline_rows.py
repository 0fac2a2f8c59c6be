"""The names that a story's bylines hold: rows that go on, offices and places in rows of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banmian.articles.bylines import names
from banmian.articles.grammar import sentence_ended
from banmian.articles.latin_bylines import tells_pictures, tells_who_wrote, tells_words
from banmian.articles.people import is_body, is_latin_name, is_name, surnamed
from banmian.articles.signatures import is_surely_byline


def names_of(blocks: Sequence[str]) -> tuple[str, ...]:
    """Who wrote a story.

    Args:
        blocks: the words of its bylines in reading order, each with its rows.
    """
    found = [(row, names(row)) for row in _whole_rows(blocks)]
    several = [n for _, people in found for n in people]
    han = any(is_name(n) for n in several)
    latin = any(is_latin_name(n) for n in several)
    told: list[str] = []
    for row, people in found:
        bare = not _SAYS_WHO.search(row)
        for name in people:
            office = han and bare and not is_name(name) and (is_body(name) or not surnamed(name)) and _HAN.search(name)
            place = latin and bare and len(people) == 1 and _ONE_WORD.fullmatch(name)
            if not office and not place:
                told.append(name)
    return tuple(dict.fromkeys(told))


def signed_below(paragraph: str, before: str) -> tuple[str, ...]:
    """The names in a story's last paragraph, if that is nothing but who wrote it.

    Args:
        paragraph: the last one, without line ends.
        before: the one before it.
    """
    row = paragraph.strip()
    if len(row) > LONGEST_SIGNATURE or not sentence_ended(before[-60:]):
        return ()
    if is_surely_byline(row):
        return names(row)
    bracketed = row[:1] in "(（" and row[-1:] in ")）"
    bare = is_latin_name(row) and row[-1:] != "."  # "Le Maire." signs for an office
    if not (bracketed or tells_who_wrote(row) or bare):
        return ()
    return _people(row)


def signed_above(row: str) -> tuple[str, ...]:
    """The names in the first row of a story's text, if that is nothing but who wrote it: « Par Sophie Lemoine »."""
    said = tells_who_wrote(row) or row.lstrip()[:1] in "—–"
    return _people(row) if said and len(row) <= LONGEST_SIGNATURE else ()


def cut_report(row: str, text: str) -> bool:
    """Whether a text begins with the last character of its byline, for which the byline's row had no room: 報｜導."""
    return bool(_ENDS_REPORT.search(row.strip())) and text[:1] in _REPORTED


def _people(row: str) -> tuple[str, ...]:
    """The names in a row in Latin letters; nobody where one of them is no name."""
    found = names(row)
    return found if all(map(is_latin_name, found)) else ()


LONGEST_SIGNATURE = 80
"""Characters of a paragraph that is nothing but who wrote the story, at the most."""


def _whole_rows(blocks: Sequence[str]) -> list[str]:
    """The bylines, each as one row, with what runs over into a block of its own."""
    found: list[str] = []
    for words in blocks:
        row = _BROKEN_NAME.sub("", words).replace("\n", " ").strip()
        before = found[-1] if found else ""
        if _ENDS_REPORT.search(before) and row[:1] in _REPORTED:
            found[-1] += row
        elif _PLACED_REPORT.search(before) and _REPORTS.fullmatch(row):
            found[-1] = f"{before}報導"
        elif before and _goes_on(before, row):
            found[-1] += f" {row}"
        else:
            found.append(row)
    found = [_ENDS_REPORT_AT.sub(r"\1", row) for row in found]
    return [row for row in found if not _ONLY_SAYS.fullmatch(row)]


def _goes_on(before: str, row: str) -> bool:
    """Whether a byline's row goes on in the next block: in lone characters, amid a place, a name or what one did."""
    lone = _all_lone(row.split()) and _all_lone(_MARK.sub(" ", before).split())
    place = _RUNS_OVER.search(before) and _ONE_WORD.fullmatch(row)
    name = _HALF_A_NAME.search(before) and _OTHER_HALF.match(row)
    pictures = tells_words(before) and tells_pictures(row)
    return bool(lone or place or name or pictures or before.endswith(":"))


def _all_lone(tokens: list[str]) -> bool:
    """Whether a row's characters all stand apart."""
    return bool(tokens) and all(len(t) == 1 and _HAN.search(t) for t in tokens)


_HAN = re.compile(r"[\u3400-\u9fff]")
_MARK = re.compile(r"[□■◆●○◇◎▪/／:：()（）【】〔〕]")
_PLACED_REPORT = re.compile(r"[記记]者.{2,14}[／/∕][\u3400-\u9fff]{2,4}$")
_REPORTS = re.compile(r"[報报導导道\s]{1,4}")
"""「記者甲／望江」 and the 報導 for which the row had no room, whatever the order of its two characters."""

_ENDS_REPORT_AT = re.compile(r"([記记]者[\u3400-\u9fff]{2,3})[報报]$")
_ENDS_REPORT, _REPORTED = re.compile(r"[記记]者.{2,12}[報报]$"), "道導导"
"""「本報記者 甲 東嶺報」 and the 導 that its measure has no room for."""

_RUNS_OVER, _ONE_WORD = re.compile(r"[a-z]\.?,(?: [A-ZÀ-Þ][\w.'’-]*)?$"), re.compile(r"[A-ZÀ-Þ][\w.'’-]*")
"""The name of a letter's writer and the first word of a place, and the place's last word."""

_HALF_A_NAME = re.compile(r"(?:^|\b(?:[Bb]y|BY|[Vv]on|[Pp]ar|de|and|und|et|AND|UND|ET|y|e)|[,&:])\s*[A-ZÀ-Þ][\w.'’-]*$")
_OTHER_HALF = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:\)?$| reports?$| berichten?$|,| (?:and|und|et|y|AND|UND|ET)\b)")
"""A row that breaks off after a first name, and one that has the other."""

_BROKEN_NAME = re.compile(r"(?<=[\u3400-\u9fff]{2})\n(?=[\u3400-\u9fff](?:[\s\u3000]|$))")
"""Where a row ends before the last character of a name."""

_ONLY_SAYS = re.compile(r"reports?\.?|berichte[tn]\.?|[\u3400-\u9fff]{0,4}[報报]?[道導导]", re.IGNORECASE)
"""A row that only says that somebody reports, and from where."""

_SAYS_WHO = re.compile(
    r"[記记]者|[文圖图攝摄]\s*[/／:：]|[/／]\s*[文圖图攝摄]|通[訊讯][員员]|作者|[Bb]y |BY |[Vv]on |[Pp]ar "
)
"""What says that a row has a name, a pen name perhaps."""
