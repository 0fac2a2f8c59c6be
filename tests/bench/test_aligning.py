"""Lines are found in what was read, each letter is given away once, and what is not there is not found."""

from __future__ import annotations

import random

import pytest

from aligning import NOWHERE, Alignment, aligned

FIRST = "thequickbrownfoxjumpsoverthelazydog"
SECOND = "packmyboxwithfivedozenliquorjugsnow"
THIRD = "howvexinglyquickdaftzebrasjumptoday"


def found(whole: Alignment, line: int) -> str:
    start, end = whole.starts[line : line + 2]
    return "".join(whole.read[p] for p in whole.places[start:end] if p != NOWHERE)


def starts(whole: Alignment, line: int) -> int:
    return whole.places[whole.starts[line]]


def test_lines_are_found_in_any_order() -> None:
    whole = aligned([FIRST, SECOND, THIRD], THIRD + FIRST + SECOND)
    assert [starts(whole, n) for n in range(3)] == [35, 70, 0]
    assert NOWHERE not in whole.places


def test_a_line_printed_twice_and_read_once_is_found_once() -> None:
    whole = aligned([FIRST, SECOND, FIRST], FIRST + SECOND)
    assert sorted(len(found(whole, n)) for n in (0, 2)) == [0, len(FIRST)]


def test_a_line_printed_twice_and_read_twice_is_found_in_its_own_place() -> None:
    lines = [FIRST, "itrained", SECOND, THIRD, "itrained"]
    whole = aligned(lines, THIRD + "itrained" + FIRST + "itrained" + SECOND)
    assert starts(whole, 1) == whole.read.index(FIRST) + len(FIRST)
    assert starts(whole, 4) == len(THIRD)


def test_a_short_last_line_is_found_behind_its_paragraph() -> None:
    whole = aligned([FIRST, "an", SECOND, "an"], SECOND + "an" + FIRST + "an")
    assert starts(whole, 1) == 2 * 35 + 2
    assert starts(whole, 3) == 35


def test_of_two_finds_the_one_nearest_to_the_line_before_is_taken() -> None:
    lines = [FIRST, "itrained", SECOND, THIRD, "itrained"]
    whole = aligned(lines, THIRD + "00" + "itrained" + "11" + FIRST + "22" + "itrained" + "33" + SECOND)
    assert starts(whole, 4) == 37
    assert starts(whole, 1) == 37 + 8 + 2 + 35 + 2


def test_lines_that_end_alike_keep_their_own_last_letters() -> None:
    lines = [FIRST + "e", "continuedonpagethree", SECOND + THIRD]
    whole = aligned(lines, FIRST + "e" + SECOND + THIRD + "continuedonpagethree")
    assert whole.places == [*range(36), *range(106, 126), *range(36, 106)]


def test_what_follows_by_chance_with_the_same_letter_is_not_taken() -> None:
    whole = aligned([FIRST, SECOND, "plainwordsofnolinehere"], SECOND + FIRST + "plainwordsofnolinehere")
    assert found(whole, 1) == SECOND
    assert starts(whole, 1) == 0
    assert starts(whole, 2) == 70


def test_misread_letters_are_stepped_over() -> None:
    whole = aligned([FIRST], FIRST.replace("brownfox", "b1ow22fo3"))
    assert whole.places.count(NOWHERE) == 3
    assert starts(whole, 0) == 0


def test_a_short_line_that_stands_elsewhere_is_found_where_its_letters_are_left() -> None:
    whole = aligned(["an", FIRST, SECOND], FIRST + SECOND + "an")
    assert whole.places == [70, 71, *range(70)]


@pytest.mark.parametrize("read", ["", "0123456789" * 20])
def test_what_is_not_there_is_not_found(read: str) -> None:
    assert set(aligned([FIRST, SECOND], read).places) == {NOWHERE}


def test_no_letter_is_given_away_twice_and_all_agree() -> None:
    chance = random.Random(3)  # noqa: S311 no secret
    words = ["fire", "engine", "is", "put", "out", "the", "pasture", "today"]
    lines = ["".join(chance.choices(words, k=6)) for _ in range(200)]
    shuffled = chance.sample(lines, len(lines))
    whole = aligned(lines, "".join(shuffled))
    taken = [p for p in whole.places if p != NOWHERE]
    assert len(taken) == len(set(taken)) > 0.9 * len(whole.truth)
    assert all(whole.truth[i] == whole.read[p] for i, p in enumerate(whole.places) if p != NOWHERE)
    assert all(whole.owners[p] == i for i, p in enumerate(whole.places) if p != NOWHERE)
