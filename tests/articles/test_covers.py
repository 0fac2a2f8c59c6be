"""The likeliest cover of a page by reading paths, and what a first one tells of a pair."""

from __future__ import annotations

import numpy as np

from banmian.articles.again import second_look
from banmian.articles.covers import cover
from banmian.articles.evidence import OPENS, Evidence


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


def scene() -> Evidence:
    """Two heads side by side over a column each; a third column stands under the left head too."""
    box = np.array([[0, 0, 22, 3], [24, 0, 34, 3], [0, 4, 10, 20], [12, 4, 22, 20], [24, 4, 34, 20]], float)
    own = np.zeros((5, OPENS + 1))
    own[:, 0] = [2, 2, 1, 1, 1]
    above, below = np.array([-1, -1, 0, 0, 1]), np.array([2, 4, -1, -1, -1])
    pairs = np.array([[0, 2], [2, 3], [3, 4], [1, 4]])
    return Evidence(own, pairs, np.zeros((4, 1)), above, below, box)


def test_a_second_look_tells_the_head_that_both_stand_under() -> None:
    heads = np.array([True, True, False, False, False])
    follows = np.array([0.9, 0.6, 0.5, 0.4], np.float32)
    looked = second_look(scene(), follows, np.full(5, 0.5, np.float32), heads, [[0, 2, 3], [1], [4]])
    inside, across = looked[1], looked[2]
    same_head, covered = 14, 9
    assert (inside[same_head], across[same_head]) == (1.0, 0.0)
    assert inside[covered] == 1.0
    assert across[covered] < 0


def test_a_second_look_names_the_strongest_rival_of_each_step() -> None:
    follows = np.array([0.9, 0.6, 0.5, 0.4], np.float32)
    looked = second_look(scene(), follows, np.full(5, 0.5, np.float32), np.zeros(5, np.bool_), [[k] for k in range(5)])
    into = 2
    assert looked[2, into] == np.float32(0.4)
    assert looked[3, into] == np.float32(0.5)
    assert looked[0, into] == 0.0
