"""An edition's pictures: a sheet for each page, and the photos of its articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from banmian.publish.site.addresses import file_names, is_safe_path
from banmian.publish.site.pictures import CutOut, cut_out, size_in_pixels
from banmian.publish.site.svg import has_geometry, svg_number
from banmian.publish.site.views import Sheet, Shown

if TYPE_CHECKING:
    from banmian.model.edition import Edition, EditionPage
    from banmian.model.geometry import Box
    from banmian.ports import Blobs


@dataclass(frozen=True)
class Album:
    """The pictures of an edition.

    Attributes:
        sheets: for each page, None where there is no picture of it.
        photos: cut out, by indexes of article and caption, each with its path.
    """

    sheets: tuple[Sheet | None, ...]
    photos: dict[tuple[int, int], tuple[str, CutOut]]

    @classmethod
    def of(cls, edition: Edition, blobs: Blobs) -> Album:
        """Finds the page pictures among the blobs and cuts the photos out of them."""
        sheets = tuple(_sheet(page, blobs) for page in edition.pages)
        return cls(sheets, _photos(edition, sheets, blobs))

    @property
    def photos_shown(self) -> dict[tuple[int, int], Shown]:
        """The photos as the site shows them."""
        return {key: Shown(path, cut.width, cut.height) for key, (path, cut) in self.photos.items()}

    @property
    def photo_files(self) -> dict[str, bytes]:
        """The photos' files by path."""
        return {path: cut.data for path, cut in self.photos.values()}


def small_path(path: str) -> str:
    """Where the thumbnail of a page picture lies: "images/1.webp" has "images/1-small.webp"."""
    folder, slash, name = path.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    return f"{folder}{slash}{stem or name}-small{dot}{suffix if stem else ''}"


def _sheet(page: EditionPage, blobs: Blobs) -> Sheet | None:
    if page.image is None:
        return None
    large = _shown(page.image, blobs)
    if large is None:
        return None
    small = _shown(small_path(page.image), blobs) or large
    if not has_geometry(page) or page.width is None or page.height is None:
        return Sheet(large, small, None, "", "")
    width, height = svg_number(page.width), svg_number(page.height)
    return Sheet(large, small, f"0 0 {width} {height}", width, height)


def _shown(path: str, blobs: Blobs) -> Shown | None:
    if path not in blobs or not is_safe_path(path):
        return None
    size = size_in_pixels(blobs[path])
    return None if size is None else Shown(path, *size)


def _photos(
    edition: Edition, sheets: tuple[Sheet | None, ...], blobs: Blobs
) -> dict[tuple[int, int], tuple[str, CutOut]]:
    """Cuts every captioned photo, page by page, so that each page picture is decoded once."""
    numbers = [page.number for page in edition.pages]
    wanted: dict[int, list[tuple[tuple[int, int], Box]]] = {}
    for i, article in enumerate(edition.articles):
        for j, caption in enumerate(article.captions):
            if caption.image is not None and caption.image.page in numbers:
                wanted.setdefault(numbers.index(caption.image.page), []).append(((i, j), caption.image.box))
    names = file_names(article.id for article in edition.articles)
    photos = {}
    for index, cuts in wanted.items():
        page, sheet = edition.pages[index], sheets[index]
        if sheet is None or not sheet.view_box or page.width is None or page.height is None:
            continue
        boxes = [box for _, box in cuts]
        found = cut_out(blobs[sheet.large.path], page.width, page.height, boxes)
        for ((i, j), _), cut in zip(cuts, found, strict=True):
            if cut is not None:
                photos[i, j] = (f"images/photos/{names[i]}-{j + 1}.webp", cut)
    return photos
