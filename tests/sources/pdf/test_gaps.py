"""What the gaps of rows say: lines that are spread out, tight spaces, straight edges of columns."""

from __future__ import annotations

import numpy as np
import pytest

from banmian.sources.pdf.columns import between_columns
from banmian.sources.pdf.spread import are_spaces, lean_into_spaces, spread


def test_what_is_told_of_spread_lines() -> None:
    gap = np.array([2.0, 2.05, 2.1, 9.0, 0.1, 2.0, 2.0, 2.0, 9.0])
    linked = gap < 1
    wide = np.ones(9, np.bool_)
    assert spread(gap, linked, wide).tolist() == [True] * 3 + [False] * 6  # the second run begins within a line
    assert not spread(gap, linked, ~wide).any()


def test_rows_of_two_columns_are_parted_where_their_edges_are_straight() -> None:
    rows = np.arange(8) * 12.0
    feet, heads = np.stack((rows + 5, np.full(8, 140.0)), 1), np.stack((rows + 7, np.full(8, 148.0)), 1)
    place, em = np.array([40.0, 40.0]), np.array([10.0, 10.0])
    edges, white = np.array([[140.0, 148.0], [120.0, 128.0]]), np.array([0.8, 0.8])
    assert between_columns(place, edges, white, em, feet, heads).tolist() == [True, False]
    assert not between_columns(place, edges, white, em, feet[:3], heads).any()


@pytest.mark.parametrize(
    ("gaps", "places", "told"),
    [
        ([0.0, -0.02, 0.15, 0.0, 0.0, 0.15, 0.0, 0.01], [2, 5], True),
        ([0.0, -0.02, 0.15, 0.0, 0.0, 0.19, 0.0, 0.01], [2, 5], False),  # not of one width
        ([0.15, 0.0, 0.0, 0.0, 0.0, 0.0], [0], False),  # a kern after one letter
        ([0.0, 0.08, 0.15, 0.0, 0.0, 0.0, 0.01], [2], False),  # loosely set
    ],
)
def test_a_tight_lines_widest_gaps_are_its_spaces(gaps: list[float], places: list[int], *, told: bool) -> None:
    assert are_spaces(gaps, places) is told


def test_columns_whose_rows_share_all_baselines_are_told_by_their_edges() -> None:
    place = np.arange(6, dtype=np.float64) * 12.0
    edges = np.tile(np.array([[200.0, 207.0]]), (6, 1))
    white, em = np.full(6, 0.7), np.full(6, 10.0)
    none = np.zeros((0, 2))
    assert between_columns(place, edges, white, em, none, none).tolist() == [True] * 6
    ragged = edges + np.array([[0.0, 0.0], [3.0, 3.0], [-4.0, -4.0], [8.0, 8.0], [-9.0, -9.0], [14.0, 14.0]])
    assert not between_columns(place, ragged, white, em, none, none).any()


def test_a_letter_that_leans_into_the_space_before_it_leaves_a_space() -> None:
    letters = [0.0, -0.04, 0.0, 0.28, 0.0, 0.001, -0.06, 0.0, 0.136, 0.0, 0.0, -0.01, 0.0]
    assert lean_into_spaces(letters, [8])
    assert not lean_into_spaces([g + 0.05 for g in letters], [8])
    assert not lean_into_spaces([0.136, 0.0, 0.14, 0.0, 0.136, 0.0], [0, 2, 4])
