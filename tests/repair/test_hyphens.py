"""A hyphen at a line's end goes with the break unless it is the word's own; what the issue prints decides first."""

from __future__ import annotations

import pytest

from banmian.model.text import Text
from banmian.repair.hyphens import is_old, words_within
from banmian.repair.joins import Joins


def joined(text: str, language: str, words: str = "", *, old: bool = False) -> str:
    joins = Joins(frozenset(words.split()), language, old=old)
    return Text(text).edited("joins", joins.edits(text)).current


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("the har-\nbor ferry", "the harbor ferry"),
        ("some thir-\nteen of six-\nteen, for-\nty", "some thirteen of sixteen, forty"),
        ("a high-\nway and a full-\nness", "a highway and a fullness"),
        ("wel-\ncome, al-\nlow, mid-\ndle, exam-\nple, anti-\nque", "welcome, allow, middle, example, antique"),
        ("WEL-\nCOME", "WELCOME"),
        ("old Mc-\nDonald", "old McDonald"),
        ("a soft\u00ad\nware", "a software"),
    ],
)
def test_english_words_become_whole(printed: str, whole: str) -> None:
    assert joined(printed, "en") == whole


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("twenty-\none", "twenty-one"),
        ("Jean-\nLuc", "Jean-Luc"),
        ("a two-\nyear term", "a two-year term"),
        ("a well-\nknown ex-\nmayor", "a well-known ex-mayor"),
        ("self-\ntaught", "self-taught"),
        ("the mid-\n1990s", "the mid-1990s"),
        ("from 1914-\n1918", "from 1914-1918"),
        ("a home-\nbased clerk", "a home-based clerk"),
        ("two-\nand three-bedroom flats", "two- and three-bedroom flats"),
        ("an X-\nray", "an X-ray"),
    ],
)
def test_english_hyphens_of_their_own_stay(printed: str, whole: str) -> None:
    assert joined(printed, "en") == whole


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("die Bürger⸗\nmeister", "die Bürgermeister"),
        ("der Staats⸗\nAnzeiger", "der Staats⸗Anzeiger"),
        ("gekom=\nmen", "gekommen"),
        ("der Zuk-\nker, die Bäk-\nkerei, zurück-\nkehren", "der Zucker, die Bäckerei, zurückkehren"),
        ("die Musik-\nkapelle, der Politik-\nkenner", "die Musikkapelle, der Politikkenner"),
        ("Ein-\nund Ausfuhr", "Ein- und Ausfuhr"),
        ("Nordrhein-\nWestfalen", "Nordrhein-Westfalen"),
        ("die U-\nBahn, 40-\nJähriger", "die U-Bahn, 40-Jähriger"),
        ("die STADT-\nVERWALTUNG", "die STADTVERWALTUNG"),
    ],
)
def test_german_halves_meet_as_german_spells_them(printed: str, whole: str) -> None:
    assert joined(printed, "de") == whole


def test_three_like_consonants_are_two_in_old_spelling_or_where_the_issue_says_so() -> None:
    assert joined("die Schiff-\nfahrt", "de", old=True) == "die Schiffahrt"
    assert joined("die Schiff-\nfahrt", "de", "schiffahrt") == "die Schiffahrt"
    assert joined("die Schiff-\nfahrt", "de") == "die Schifffahrt"
    assert joined("die Sauerstoff-\nflasche", "de", old=True) == "die Sauerstoffflasche"
    assert is_old("er weiß, daß es so ist")
    assert not is_old("er weiß, dass es so ist")


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("le gou-\nvernement", "le gouvernement"),
        ("a-t-\nil dit, peut-\nêtre, dit-\nelle", "a-t-il dit, peut-être, dit-elle"),
        ("l'après-\nmidi, quatre-\nvingts, au-\ndessus", "l'après-midi, quatre-vingts, au-dessus"),
        ("un au-\nteur, une nou-\nvelle, aujour-\nd'hui", "un auteur, une nouvelle, aujourd'hui"),
        ("Saint-\nGermain", "Saint-Germain"),
    ],
)
def test_french_hyphens(printed: str, whole: str) -> None:
    assert joined(printed, "fr") == whole


@pytest.mark.parametrize(
    ("printed", "whole"),
    [("el ayunta-\nmiento", "el ayuntamiento"), ("el eje Madrid-\nBarcelona", "el eje Madrid-Barcelona")],
)
def test_spanish_hyphens(printed: str, whole: str) -> None:
    assert joined(printed, "es") == whole


def test_what_the_issue_prints_within_lines_decides() -> None:
    words = words_within("we saw a co-opt here\nand so the rain-coat hung there\nthe back-\nward glance")
    assert {"co-opt", "rain-coat"} <= words
    assert "back-" not in words
    assert joined("a rain-\ncoat", "en", " ".join(words)) == "a rain-coat"
    assert joined("a rain-\ncoat", "en") == "a raincoat"
    assert joined("a Jean-\nluc", "en", "jeanluc") == "a Jeanluc"
