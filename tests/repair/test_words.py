"""Characters that are looked up many at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from banmian.repair.scripts import tables
from banmian.repair.words import Places, simplified

TEXTS = st.text(st.one_of(st.sampled_from(sorted(tables().simple)), st.characters()))


@given(TEXTS)
def test_a_text_is_simplified_character_by_character(text: str) -> None:
    assert simplified(text) == "".join(tables().simple.get(c, c) for c in text)


@given(TEXTS, st.sets(st.characters(), min_size=1))
def test_places_are_those_of_the_characters_asked_for(text: str, chars: set[str]) -> None:
    assert Places(frozenset(chars))(text) == [i for i, c in enumerate(text) if c in chars]
