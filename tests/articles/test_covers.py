"""The likeliest cover of a page by reading paths."""

from __future__ import annotations

import numpy as np

from banmian.articles.covers import cover


def test_the_likeliest_steps_of_all_are_taken_not_the_likeliest_of_each() -> None:
    pairs = np.array([[0, 1], [0, 2], [3, 1]])
    likely = np.array([0.9, 0.8, 0.1])
    begins = np.array([0.9, 0.05, 0.05, 0.9])
    assert cover(pairs, likely, begins, []) == [[0, 2], [3, 1]]


def test_a_block_that_probably_begins_is_followed_by_nothing() -> None:
    assert cover(np.array([[0, 1]]), np.array([0.3]), np.array([0.9, 0.8]), []) == [[0], [1]]
    assert cover(np.array([[0, 1]]), np.array([0.3]), np.array([0.9, 0.1]), []) == [[0, 1]]


def test_what_stands_aside_is_in_no_story() -> None:
    pairs = np.array([[0, 1], [1, 2], [0, 2]])
    paths = cover(pairs, np.array([0.9, 0.9, 0.5]), np.array([0.9, 0.1, 0.1]), [1])
    assert sorted(paths) == [[0, 2], [1]]


def test_no_path_goes_round_in_a_circle() -> None:
    paths = cover(np.array([[0, 1], [1, 0]]), np.array([0.99, 0.98]), np.array([0.01, 0.01]), [])
    assert paths == [[0, 1]]
