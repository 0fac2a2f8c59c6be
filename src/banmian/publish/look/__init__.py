"""Looking at a reading: every page drawn with its blocks, roles, order and articles, and what is wrong with them.

`build` gives one page for a browser, a drawing for each page of the paper, and the page pictures. A picture
stands beside the drawings and is referred to, not put into them: in data URIs every picture would be written
twice and a third larger, and a browser would decode all pages at once instead of those in sight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from banmian.ports import Blobs
from banmian.publish.look.colours import PALETTE
from banmian.publish.look.columns import TextBlock, columns
from banmian.publish.look.drawing import GREY, Drawing, drawn, has_places
from banmian.publish.look.findings import Verdict
from banmian.publish.look.listing import Entry, Link, Unread, entries, loose_faults, unread
from banmian.publish.look.names import page_name
from banmian.publish.look.subject import Subject
from banmian.publish.reports import policy, style_sheet, templates

LINE = 46
"""Characters of a line in the drawing of a missing page, where they may be Han."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the paper as the browser's page shows it.

    Attributes:
        drawing: None where nothing has a place.
        columns: the blocks of a page whose input tells no places.
        missing: why it could not be read.
        reason: the same in lines that fit a drawing.
        faults: how many blocks and articles are wrong.
    """

    index: int
    name: str
    section: str | None
    svg: str
    drawing: Drawing | None
    columns: tuple[TextBlock, ...]
    missing: str | None
    reason: tuple[str, ...]
    entries: tuple[Entry, ...]
    loose: tuple[Link, ...]
    unread: tuple[Unread, ...]
    faults: int


def build(subject: Subject, blobs: Blobs) -> Iterator[tuple[str, bytes]]:
    """The files to write, as paths relative to the output folder and their bytes.

    Args:
        subject: what to look at; its edition's pages name their pictures.
        blobs: the page pictures.
    """
    lost = unread(subject)
    leaves = [_leaf(subject, index, lost.get(index, ())) for index in range(len(subject.issue.pages))]
    yield "index.html", _index(subject, leaves, lost.get(None, ()))
    for leaf in leaves:
        yield leaf.svg, _rendered("page.svg", leaf=leaf, style=style_sheet(__name__, "drawing.css"))
    for page in subject.edition.pages:
        if page.image is not None:
            yield page.image, blobs[page.image]


def _index(subject: Subject, leaves: Sequence[Leaf], nowhere: Sequence[Unread]) -> bytes:
    style = style_sheet(__name__, "drawing.css") + style_sheet(__name__, "index.css", palette=PALETTE, grey=GREY)
    return _rendered(
        "index.html",
        edition=subject.edition,
        leaves=leaves,
        findings=subject.findings,
        nowhere=nowhere,
        style=style,
        policy=policy(style, "img-src 'self' file:"),  # pictures beside the page
    )


def _leaf(subject: Subject, index: int, lost: Sequence[Unread]) -> Leaf:
    page = subject.edition.pages[index]
    placed = has_places(subject.issue.pages[index])
    listed, loose = tuple(entries(subject, index)), loose_faults(subject, index)
    return Leaf(
        index=index,
        name=" ".join(filter(None, (page_name(page), page.name))),
        section=page.section if page.section != page.name else None,
        svg=f"page-{index + 1}.svg",
        drawing=drawn(subject, index) if placed else None,
        columns=() if placed else tuple(columns(subject, index)),
        missing=page.missing,
        reason=tuple(wrap(page.missing or "", LINE)),
        entries=listed,
        loose=loose,
        unread=tuple(lost),
        faults=sum(not entry.fine for entry in listed) + len(loose) + len(lost),
    )


def _rendered(template: str, **values: object) -> bytes:
    return templates(__name__).get_template(template).render(verdicts=Verdict, **values).encode()
