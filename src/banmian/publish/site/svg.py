"""Places on a page as SVG writes them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from banmian.model.edition import EditionPage
    from banmian.model.geometry import Polygon


def svg_points(polygon: Polygon) -> str | None:
    """A polygon as SVG writes it; None for one with fewer than three points or with points nowhere."""
    if len(polygon) < 3 or not all(math.isfinite(x) and math.isfinite(y) for x, y in polygon):
        return None
    return " ".join(f"{svg_number(x)},{svg_number(y)}" for x, y in polygon)


def svg_number(value: float) -> str:
    """A length with two decimals at most: a hundredth of a point cannot be seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def has_geometry(page: EditionPage) -> bool:
    """Whether places on the page can be told."""
    return all(side is not None and math.isfinite(side) and side > 0 for side in (page.width, page.height))
