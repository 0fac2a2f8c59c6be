"""Letters of one glyph stand beside each other in its cell."""

from __future__ import annotations

import numpy as np
import pytest

from banmian.sources.pdf.ligatures import part

CELL = (50.0, 10.0, 62.0, 20.0)


@pytest.mark.parametrize(
    ("turn", "cells"),
    [
        (0, [(50, 10, 54, 20), (54, 10, 58, 20), (58, 10, 62, 20)]),
        (180, [(58, 10, 62, 20), (54, 10, 58, 20), (50, 10, 54, 20)]),
    ],
)
def test_the_letters_of_a_ligature_part_its_cell_in_the_sense_of_the_text(
    turn: int, cells: list[tuple[float, ...]]
) -> None:
    box = np.array([(40.0, 10.0, 50.0, 20.0), CELL, CELL, CELL, (62.0, 10.0, 70.0, 20.0)])
    part(box, np.zeros(5, np.int64), np.full(5, turn))
    assert box[1:4].tolist() == [list(map(float, c)) for c in cells]
    assert box[0].tolist() == [40, 10, 50, 20]
    assert box[4].tolist() == [62, 10, 70, 20]


def test_text_that_runs_down_parts_it_down() -> None:
    box = np.array([CELL, CELL])
    part(box, np.zeros(2, np.int64), np.full(2, 90))
    assert box.tolist() == [[50, 10, 62, 15], [50, 15, 62, 20]]


def test_the_same_cell_of_two_objects_is_no_ligature() -> None:
    box = np.array([CELL, CELL])
    part(box, np.array([0, 1]), np.zeros(2, np.int64))
    assert box.tolist() == [list(CELL)] * 2
