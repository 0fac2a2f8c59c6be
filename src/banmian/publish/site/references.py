"""Page numbers as print writes them ("4-9", "A01、A03") to the pages of the edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIST = re.compile(r"[,，、;；/&和及與与\s]+|\band\b")
_RANGE = re.compile(r"\s*(?:[-‐‑‒–—―~～〜至]+|到)\s*")


def page_indexes(pages: str, numbers: Sequence[str]) -> tuple[int, ...]:
    """The pages that a printed list or range of page numbers means, by index, each once.

    Args:
        pages: as an edition's `references` hold it.
        numbers: of the edition's pages, in order; a range runs in this order, so "A08-B02" works too.

    Numbers that no page has are left out; a range with such an end is left out whole.
    """
    places: dict[str, int] = {}
    for index, number in enumerate(numbers):
        places.setdefault(_bare(number), index)
    if _bare(pages) in places:
        return (places[_bare(pages)],)
    found: dict[int, None] = {}
    for item in _LIST.split(_RANGE.sub("-", pages)):
        ends = [places.get(_bare(end)) for end in item.split("-")]
        if len(ends) > 2 or None in ends:
            continue
        first, last = ends[0], ends[-1]
        if first is not None and last is not None:
            found.update(dict.fromkeys(range(first, last + 1)))
    return tuple(found)


def _bare(number: str) -> str:
    """A page number without case, leading zeros of its digits, 第 and 版."""
    core = number.strip().removeprefix("第").removesuffix("版").strip().casefold()
    letters = core.rstrip("0123456789")
    digits = core[len(letters) :].lstrip("0")
    return letters + digits if letters or digits else core
