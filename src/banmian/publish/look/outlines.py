"""Where the truth has its articles on a read page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from banmian.model.edition import Edition
from banmian.model.geometry import Polygon
from banmian.publish.look.names import LONGEST
from banmian.publish.look.subject import Subject
from banmian.publish.site.svg import svg_points


@dataclass(frozen=True, slots=True)
class Outline:
    """A region of a truth article.

    Attributes:
        points: of the polygon, in units of the read page.
        title: what it says when it is pointed at.
        fine: whether the article that was read for it has no fault.
        is_read: whether there is one.
    """

    points: str
    title: str
    fine: bool
    is_read: bool


def page_of(truth: Edition, read: Edition, number: str) -> int | None:
    """The index of the read page that a truth page is: by its place where there are as many, else by its number."""
    names = [page.number for page in (truth if len(truth.pages) == len(read.pages) else read).pages]
    return names.index(number) if number in names else None


def regions(truth: Edition, read: Edition, index: int) -> Iterator[tuple[int, Polygon]]:
    """The truth's regions on a read page, in its units: the truth article, by index, and the polygon."""
    across, down = _scale(truth, read, index)
    for number, article in enumerate(truth.articles):
        for region in article.regions:
            if page_of(truth, read, region.page) == index:
                yield number, tuple((x * across, y * down) for x, y in region.polygon)


def outlines(subject: Subject, index: int) -> Iterator[Outline]:
    """The same as a drawing shows them."""
    if subject.findings is None:
        return
    for truth, polygon in regions(subject.findings.truth, subject.edition, index):
        points, pair = svg_points(polygon), subject.pair_of_truth(truth)
        if points is not None:
            name = subject.truth_name(truth, LONGEST)
            title = f"the truth's {name}" if pair else f"not read: the truth's {name}"
            yield Outline(points, title, pair is not None and subject.is_fine(pair.read), pair is not None)


def _scale(truth: Edition, read: Edition, index: int) -> tuple[float, float]:
    """Units of the read page for one of the truth's: a truth in pixels fits a page in points."""
    page = read.pages[index]
    theirs = [p for p in truth.pages if page_of(truth, read, p.number) == index]
    if not theirs or not (page.width and page.height and theirs[0].width and theirs[0].height):
        return 1.0, 1.0
    return page.width / theirs[0].width, page.height / theirs[0].height
