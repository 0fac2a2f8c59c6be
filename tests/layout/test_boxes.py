"""Frames and tints on a page: what stands in one is read by itself."""

from __future__ import annotations

from banmian.model.geometry import Box
from banmian.model.page import Mark, MarkKind, Page, Role
from page_of_lines import HEIGHT, WIDTH, column, frame, line, page, prose, words

AROUND = [*column(prose(30, 20), 40, 150), *column(prose(10, 20, start=6), 270, 150)]
INSIDE = prose(7, 18, start=15)
BOX = Box(268, 320, 470, 450)
WHITE = (255, 255, 255, 255)


def regions(laid: Page) -> dict[int, list[list[str]]]:
    found: dict[int, list[list[str]]] = {}
    for block in laid.blocks:
        found.setdefault(block.region, []).append(words(block))
    return found


def test_a_frame_is_a_region_of_its_own() -> None:
    found = regions(page([*AROUND, *column(INSIDE, 280, 335)], [frame(BOX)]))
    assert found.pop(0)
    assert list(found.values()) == [[INSIDE]]


def test_a_tint_is_a_region_as_a_frame_is() -> None:
    tint = Mark(MarkKind.FILL, BOX, (220, 230, 240, 255))
    found = regions(page([*AROUND, *column(INSIDE, 280, 335)], [tint]))
    assert [INSIDE] in found.values()


def test_text_below_a_box_does_not_run_into_it() -> None:
    below = prose(6, 18, start=2)
    laid = page([*AROUND, *column(INSIDE, 280, 335), *column(below, 280, 335 + 8 * 15)], [frame(BOX)])
    assert [words(b) for b in laid.blocks if words(b)[0] == below[0]] == [below]


def test_a_box_in_a_box_is_read_by_itself() -> None:
    inner, outer = Box(275, 400, 465, 450), Box(268, 320, 470, 520)
    lines = [*column(prose(4, 18), 280, 330), *column(prose(3, 17, start=8), 282, 404)]
    found = regions(page([*AROUND, *lines], [frame(outer), frame(inner)]))
    found.pop(0)
    assert list(found.values()) == [[prose(4, 18)], [prose(3, 17, start=8)]]


def test_a_border_around_the_page_parts_nothing() -> None:
    assert list(regions(page(AROUND, [frame(Box(20, 20, WIDTH - 20, HEIGHT - 20))]))) == [0]


def test_the_ground_of_a_reversed_headline_is_no_region() -> None:
    ground = Mark(MarkKind.FILL, Box(268, 310, 470, 380), (0, 40, 90, 255))
    title = [line("三個公園今年", 275, 314, 24, color=WHITE), line("春天動工", 275, 344, 24, color=WHITE)]
    laid = page([*AROUND, *title, *column(prose(5, 20, start=4), 270, 390)], [ground])
    assert list(regions(laid)) == [0]
    assert [words(b) for b in laid.blocks if b.role is Role.HEADLINE] == [["三個公園今年", "春天動工"]]


def test_a_box_set_larger_has_a_body_size_of_its_own() -> None:
    rows = [f"{row[:-1]}。" for row in prose(4, 13)]
    laid = page([*AROUND, *column(rows, 276, 330, 14)], [frame(Box(268, 320, 470, 440))])
    (block,) = [b for b in laid.blocks if b.region]
    assert block.role is Role.BODY


STRIPED = [
    ("白菜", "二元五角", "二元八角"),
    ("蘿蔔", "一元九角", "二元"),
    ("豆角", "五元", "四元六角"),
    ("茄子", "三元", "四元"),
]


def stripes(*widths: float) -> list[Mark]:
    """Tints under every other row of a table at (280, 325), so wide and 16 points high."""
    tops = (325 + 40 * k for k in range(len(widths)))
    return [
        Mark(MarkKind.FILL, Box(275, y, 275 + wide, y + 16), (220, 230, 240, 255))
        for y, wide in zip(tops, widths, strict=True)
    ]


def test_the_shaded_rows_of_a_table_are_no_regions() -> None:
    cells = [line(c, 280 + 65 * k, 328 + 20 * n) for n, row in enumerate(STRIPED) for k, c in enumerate(row)]
    assert list(regions(page([*AROUND, *cells], stripes(190, 190)))) == [0]
    assert len(regions(page([*AROUND, *cells], stripes(190, 150)))) == 3  # two boxes, each of its own width


def test_high_tints_of_one_size_are_regions() -> None:
    tints = [Mark(MarkKind.FILL, Box(268, y, 470, y + 75), (220, 230, 240, 255)) for y in (320, 400)]
    laid = page([*AROUND, *column(prose(4, 18), 280, 328), *column(prose(4, 18, start=8), 280, 408)], tints)
    found = regions(laid)
    found.pop(0)
    assert sorted(found.values()) == sorted([[prose(4, 18)], [prose(4, 18, start=8)]])
