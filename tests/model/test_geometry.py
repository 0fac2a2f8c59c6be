"""Boxes on a page, alone, together, packed and turned."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banmian.model.geometry import Box, Boxes, Turning, around

SINGLES = st.floats(-20_000, 20_000, width=32)
BOXES = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    *(st.integers(-2000, 2000).map(float) for _ in range(2)),
    *(st.integers(0, 2000).map(float) for _ in range(2)),
)


@given(st.lists(st.builds(Box, SINGLES, SINGLES, SINGLES, SINGLES)))
def test_packed_boxes_come_back(boxes: list[Box]) -> None:
    packed = Boxes.of(boxes)
    assert len(packed) == len(boxes)
    assert list(packed) == boxes
    assert [packed[i] for i in range(len(boxes))] == boxes
    assert packed.packed == b"".join(struct.pack("<4f", b.x0, b.y0, b.x1, b.y1) for b in boxes)


@pytest.mark.parametrize("index", [-1, 2])
def test_there_is_no_box_beyond_the_last(index: int) -> None:
    with pytest.raises(IndexError):
        Boxes.of([Box(0, 0, 1, 1)] * 2)[index]


@given(BOXES, BOXES)
def test_what_two_boxes_share_lies_in_both_and_around_holds_both(a: Box, b: Box) -> None:
    assert a.shared_area(b) == b.shared_area(a) <= min(a.area, b.area)
    whole = around([a, b])
    for box in (a, b):
        assert whole.shared_area(box) == box.area
        assert all(whole.holds(corner) for corner in box.polygon())


def test_around_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no boxes"):
        around([])


@given(BOXES, st.booleans(), st.integers(1, 3000))
def test_turning_there_and_back_changes_nothing(box: Box, vertical: bool, width: int) -> None:
    turning = Turning(vertical, float(width))
    assert turning.back(turning.there(box)) == box
    assert turning.there(box).area == box.area


def test_on_a_turned_page_the_rightmost_line_comes_first() -> None:
    turning = Turning(vertical=True, width=100)
    right, left = turning.there(Box(80, 10, 90, 60)), turning.there(Box(60, 10, 70, 60))
    assert right.y1 <= left.y0
    assert (right.x0, right.x1) == (10, 60)
