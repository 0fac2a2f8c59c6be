"""Points, boxes and polygons on a page.

One frame everywhere: the page's units (points of a PDF page, pixels of a reference image), origin at the
top left, x to the right, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from struct import Struct

Point = tuple[float, float]
Polygon = tuple[Point, ...]


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """An upright rectangle from (x0, y0), its top left, to (x1, y1), its bottom right."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Extent in x."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Extent in y."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Width times height; 0 for a box that is turned inside out."""
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def center(self) -> Point:
        """The middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def shared_x(self, other: Box) -> float:
        """How much of the x axis both cover; negative is the gap between them."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def shared_y(self, other: Box) -> float:
        """How much of the y axis both cover; negative is the gap between them."""
        return min(self.y1, other.y1) - max(self.y0, other.y0)

    def shared_area(self, other: Box) -> float:
        """The area that both cover."""
        return max(0.0, self.shared_x(other)) * max(0.0, self.shared_y(other))

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x0 <= point[0] <= self.x1 and self.y0 <= point[1] <= self.y1

    def grown(self, by: float) -> Box:
        """The same box with each edge moved outwards."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def polygon(self) -> Polygon:
        """The four corners, clockwise from the top left."""
        return (self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1), (self.x0, self.y1)


def parts(rule: Box, upper: Box, lower: Box) -> bool:
    """Whether a rule along the lines runs between two boxes that stand one above the other.

    It covers most of the breadth that both share, or it is a short one in the middle of it, as narrow columns
    have between items (a cut-off rule).
    """
    middle = (rule.y0 + rule.y1) / 2
    if not upper.y1 - 2 <= middle <= lower.y0 + 2:
        return False
    x0, x1 = max(upper.x0, lower.x0), min(upper.x1, lower.x1)
    if min(rule.x1, x1) - max(rule.x0, x0) > 0.5 * (x1 - x0):
        return True
    wide0, wide1 = min(upper.x0, lower.x0), max(upper.x1, lower.x1)
    centred = abs(rule.x0 + rule.x1 - wide0 - wide1) < 0.12 * (wide1 - wide0)
    return centred and rule.x0 > wide0 and rule.x1 < wide1


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them.

    Raises:
        ValueError: there are none.
    """
    every = list(boxes)
    if not every:
        raise ValueError("no boxes to put a box around")
    return Box(
        min(b.x0 for b in every),
        min(b.y0 for b in every),
        max(b.x1 for b in every),
        max(b.y1 for b in every),
    )


PACKED = Struct("<4f")
"""How `Boxes` keeps one box: x0, y0, x1, y1."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a line's characters, packed: four little-endian float32 each (x0, y0, x1, y1).

    A page has ten thousand of them and an issue a million; packed they take 16 bytes each.
    """

    packed: bytes = b""

    @classmethod
    def of(cls, boxes: Iterable[Box]) -> Boxes:
        """Packs boxes; coordinates are rounded to float32."""
        return cls(b"".join(PACKED.pack(b.x0, b.y0, b.x1, b.y1) for b in boxes))

    def __len__(self) -> int:
        return len(self.packed) // PACKED.size

    def __getitem__(self, index: int) -> Box:
        if not 0 <= index < len(self):
            raise IndexError(index)
        return Box(*PACKED.unpack_from(self.packed, index * PACKED.size))

    def __iter__(self) -> Iterator[Box]:
        return (Box(*quad) for quad in PACKED.iter_unpack(self.packed))


@dataclass(frozen=True, slots=True)
class Turning:
    """From the page's frame to the writing's, and back.

    Vertical writing is looked at on a turned page: x' runs down the page and y' from its right edge to the
    left. A vertical line becomes a row, lines follow each other downwards, a tier (欄) becomes a column.

    Attributes:
        vertical: whether the page is written vertically; if not, the two frames are one.
        width: of the page, in its units.
    """

    vertical: bool
    width: float

    def there(self, box: Box) -> Box:
        """A page box in the writing's frame."""
        if not self.vertical:
            return box
        return Box(box.y0, self.width - box.x1, box.y1, self.width - box.x0)

    def back(self, box: Box) -> Box:
        """A box of the writing's frame on the page."""
        if not self.vertical:
            return box
        return Box(self.width - box.y1, box.x0, self.width - box.y0, box.x1)
