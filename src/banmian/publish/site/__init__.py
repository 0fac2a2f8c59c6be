"""The edition site: one issue as plain files that read well from disk, with neither server nor script.

`build` gives an issue page, a page for each page of the paper with its hot zones, a page for each article,
the photos cut out of the page pictures, the pictures themselves and the edition JSON.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from banmian.errors import OutsideMissing
from banmian.model import codec
from banmian.publish.site.addresses import is_safe_path
from banmian.publish.site.album import Album
from banmian.publish.site.arrange import Arrangement
from banmian.publish.site.setting import headline_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from banmian.model.edition import Edition
    from banmian.ports import Blobs

ASSETS = ("icon.svg", "site.css", "site.js")
"""What the package's build makes of web/."""


def build(edition: Edition, blobs: Blobs) -> Iterator[tuple[str, bytes]]:
    """The site's files, sorted by path, as paths relative to the output folder and their bytes.

    The same edition and pictures always give the same bytes. Blobs are passed through at their own paths,
    but for a path that would leave the folder or stand where the site has a file of its own.

    Raises:
        OutsideMissing: the style and script were not built.
    """
    album = Album.of(edition, blobs)
    site = Arrangement(edition, album.sheets, album.photos_shown).site()
    made: dict[str, bytes] = {f"assets/{name}": _asset(name) for name in ASSETS}
    made |= album.photo_files
    made["edition.json"] = codec.encode(edition)
    made["index.html"] = _page("issue.html", site=site, root="")
    for page in site.pages:
        made[page.address] = _page("page.html", site=site, page=page, root="../")
    for article in site.articles:
        made[article.address] = _page("article.html", site=site, article=article, root="../")
    taken = {path.casefold() for path in made}
    passed = {path for path in blobs if is_safe_path(path) and path.casefold() not in taken}
    for path in sorted(passed | made.keys()):
        yield path, made[path] if path in made else blobs[path]


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("banmian.publish.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["headline"] = headline_markup
    return templates


def _page(template: str, **values: object) -> bytes:
    # A lone surrogate, which JSON can hold and UTF-8 cannot, becomes a question mark.
    return _templates().get_template(template).render(**values).encode("utf-8", "replace")


def _asset(name: str) -> bytes:
    try:
        return (files(__name__) / "assets" / name).read_bytes()
    except FileNotFoundError as error:
        raise OutsideMissing(
            f"The edition site's {name} was not built.",
            "Install banmian again with pip, or run `npm ci && npm run build` in web/.",
        ) from error
