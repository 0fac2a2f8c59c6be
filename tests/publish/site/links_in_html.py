"""What an HTML file of the site points to and loads, read with the standard library's parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

if TYPE_CHECKING:
    from collections.abc import Mapping

Attributes = dict[str, str | None]


@dataclass
class Parsed(HTMLParser):
    """Every element with its attributes, and the text of the whole."""

    elements: list[tuple[str, Attributes]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str, **wanted: str) -> list[Attributes]:
        """The attributes of every element of a name that has the given ones."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and all(attributes.get(key.rstrip("_")) == value for key, value in wanted.items())
        ]

    def loaded(self) -> set[str]:
        """Addresses that a browser fetches by itself."""
        found = {a.get("src") for n, a in self.elements} | {a.get("data") for n, a in self.elements if n == "object"}
        found |= {a.get("href") for a in self.all("link")} | {a.get("poster") for a in self.all("video")}
        for attributes in self.all("img"):
            found |= {part.split()[0] for part in (attributes.get("srcset") or "").split(", ") if part}
        return {address for address in found if address}

    def followed(self) -> set[str]:
        """Addresses that a reader can click."""
        return {a["href"] or "" for a in self.all("a") if "href" in a}


def parsed(site: Mapping[str, bytes], path: str) -> Parsed:
    """A file of the site."""
    page = Parsed()
    page.feed(site[path].decode())
    page.close()
    return page


def pages_of(site: Mapping[str, bytes]) -> list[str]:
    """The HTML files of the site."""
    return [path for path in site if path.endswith(".html")]


def target(path: str, address: str) -> tuple[str, str]:
    """The file that an address in the file at `path` means, and the fragment."""
    file, fragment = urldefrag(address)
    return (normpath(join(dirname(path), unquote(file))) if file else path), unquote(fragment)
