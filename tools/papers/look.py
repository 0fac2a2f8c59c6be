"""How a paper looks: everything that is drawn once for an issue."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from papers.breaking import Type
from papers.heads import HeadLook
from papers.pour import Body

PAPERS = {
    "a3": (842.0, 1191.0),
    "a4": (595.0, 842.0),
    "tabloid": (792.0, 1120.0),
    "berliner": (893.0, 1332.0),
    "broadsheet": (1063.0, 1587.0),
    "halfberliner": (666.0, 893.0),
    "nordisch": (1134.0, 1616.0),
    "short": (765.0, 1105.0),
    "rhenish": (992.0, 1446.0),
}
"""Width and height in points."""


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in points.

    Attributes:
        columns: of the page's grid.
        measure: the line length that the paper likes, in ems of its body.
        column_rules: between a story's columns.
        parting: between stories: `white`, `hair`, `rule`, `thick`, `double`.
        upright: lines run from top to bottom.
        modular: how often a region is parted; the rest is L-shaped.
        boxed: how often a story stands in a box or on a tint.
        pictured: how often a story has a picture.
        subs: how often a sub-heading stands before a paragraph.
        crossed: how often a head is set in the other direction.
        beside: how often a head stands beside its text.
        short: how often a head spans fewer columns than its text.
        lent: how often it spans more, and another story stands under it, too.
        byline: `top`, `end`, or `none`.
        datelines: how often a story begins with one.
        drops: lines of a drop cap, 0 for none.
    """

    size: tuple[float, float]
    margins: tuple[float, float, float, float]
    columns: int
    gutter: float
    gap: float
    body: Body
    heads: HeadLook
    measure: float = 18.0
    upright: bool = False
    column_rules: bool = False
    parting: str = "white"
    largest: float = 40.0
    boxed: float = 0.15
    pictured: float = 0.35
    subs: float = 0.06
    crossed: float = 0.0
    beside: float = 0.05
    short: float = 0.06
    lent: float = 0.07
    middle: float = 0.0
    notched: float = 0.25
    bastard: float = 0.2
    quotes: float = 0.12
    byline: str = "top"
    datelines: float = 0.5
    drops: int = 0
    stop: float = 30_000.0
    caption: Type = field(default_factory=lambda: Type("times", 8))
    credit_own_line: bool = False
    caption_at: str = "under"
    half_tone: bool = False
    tints: tuple[str, ...] = ("#ece8df", "#e3eaf0", "#f3e9d8", "#e8e8e8")
    accent: str = "#a3201d"
    lengths: tuple[int, ...] = (1, 2, 2, 3)
    folio: Type = field(default_factory=lambda: Type("helv", 9))
    lead_face: str = ""
    extra: dict[str, str] = field(default_factory=dict)


def drawn_body(
    chance: random.Random,
    face: str,
    sizes: tuple[float, float],
    leadings: tuple[float, float],
    *,
    lead: str,
    sub: str,
    indent: float,
    upright: bool = False,
    ragged: float = 0.0,
    spaced: float = 0.0,
) -> Body:
    """A body type within bounds; `ragged` and `spaced` are how often lines are, and paragraphs are parted by white."""
    size = round(chance.uniform(*sizes), 1)
    leading = round(size * chance.uniform(*leadings), 2)
    gap = leading * chance.choice((0.5, 1.0)) if chance.random() < spaced else 0.0
    return Body(
        Type(face, size, lead, upright),
        leading,
        0.0 if gap and chance.random() < 0.7 else indent,
        gap,
        chance.random() >= ragged,
        Type(sub, size * chance.choice((1.0, 1.1, 1.2)), "", upright),
    )
