"""Page pictures: their sizes, and photos cut out of them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from banmian.model.geometry import Box

QUALITY = 82
"""WebP quality of a cut-out: its source was compressed once already, so below 80 the dots of print blur."""

SMALLEST_CUT = 16
"""Pixels; a cut-out with a shorter side shows nothing."""

_BROKEN = (OSError, ValueError, OverflowError, SyntaxError, Image.DecompressionBombError)
"""What Pillow raises for bytes that are no picture, a broken one or a bomb, and `round` for a box nowhere."""


@dataclass(frozen=True, slots=True)
class CutOut:
    """A photo cut out of a page picture: WebP bytes and its size in pixels."""

    data: bytes
    width: int
    height: int


def size_in_pixels(picture: bytes) -> tuple[int, int] | None:
    """Width and height of a picture file; None where the bytes are no picture."""
    try:
        with Image.open(BytesIO(picture)) as image:
            return image.size
    except _BROKEN:
        return None


def cut_out(picture: bytes, width: float, height: float, boxes: Iterable[Box]) -> Iterator[CutOut | None]:
    """The photos at `boxes`, in their order; the picture is decoded once.

    Args:
        picture: the page picture.
        width: of the page in page units, which the boxes are in.
        height: likewise.
        boxes: where the photos stand; what sticks out of the page is cut off.

    Yields:
        The photo, or None for a box that holds next to nothing of the picture.
    """
    with Image.open(BytesIO(picture)) as image:
        across, down = image.width / width, image.height / height
        for box in boxes:
            try:
                left, right = max(0, round(box.x0 * across)), min(image.width, round(box.x1 * across))
                top, bottom = max(0, round(box.y0 * down)), min(image.height, round(box.y1 * down))
                large_enough = min(right - left, bottom - top) >= SMALLEST_CUT
                yield _written(image.crop((left, top, right, bottom))) if large_enough else None
            except _BROKEN:
                yield None


def _written(photo: Image.Image) -> CutOut:
    written = BytesIO()
    photo.convert("RGB").save(written, "WEBP", quality=QUALITY, method=4)
    return CutOut(written.getvalue(), photo.width, photo.height)
