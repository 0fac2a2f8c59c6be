"""The habits of a weekend paper, beyond those of a web-to-print house: which designs it uses, and in which colours."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from papers.stories import Tongue
from papers.webhouse import House, drawn_house, some
from papers.webstory import Desktop

CODES = ("zh-Hans", "zh-Hans", "zh-Hans", "zh-Hant", "zh-Hant", "zh-Hant", "en", "en", "en", "de", "fr", "es")
CHINESE = ("district", "district", "party", "evening", "taiwan", "hongkong", "campus")
DARKS = ("#1c1c1c", "#1d3f77", "#5a1414", "#123d2d", "#3b2a4a", "#2b3a42", "#7a1f1f")
"""Grounds of boxes in reverse."""
BULLETS = ("•", "■", "▪", "●", "–")
SHEET = """
.w-dark { color:#fff; }
.w-dark div:not(.w-h) { background:none !important; border-color:rgba(255,255,255,.6) !important; }
.w-dark .w-h:not([style*="background"]), .w-dark .w-drop { color:inherit !important; }
.w-dark .w-t, .w-dark .w-lead { color:inherit !important; }
.w-pic { position:relative; overflow:visible; }
.w-pic > .w-img { width:100% !important; height:100% !important; }
.w-over { position:absolute; display:flex; flex-direction:column; }
.w-stack > .w-fig, .w-stack > .w-pic { flex:none; }
"""
"""Style sheet: text in reverse, and what stands on pictures."""
LIGHT = {"song": "gothic", "gothic": "song", "mingcn": "gothic", "kaicn": "gothic", "songtw": "gothictw",
         "ming": "gothictw", "gothictw": "songtw", "times": "helv", "helv": "times", "narrow": "times",
         "cond": "narrow"}  # fmt: skip
"""By the text's face the one that a rail is set in."""


@dataclass(frozen=True, slots=True)
class Habits:
    """From each tuple every story draws its own.

    Attributes:
        kickers: `plain` (as the house sets them), `pill`, `tab`, `line`.
        decks: `plain`, `points`, `row` (points in one line), `bar`, `bold`.
        bylines: `house`, `split`, `portrait`, `role`.
        openings: of first paragraphs: `` (plain), `bold`, `large`.
        on: where a head stands on a picture: `foot`, `top`, `whole`, `panel`, `bare`.
        treats: of large stories.
        fronts: of first pages.
        shade: of the band under a head on a picture, and the colour of the head.
        ground: CSS of a rail.
        rail: face of a rail's text, where it is not the paper's.
        mast: where the title piece stands.
    """

    kickers: tuple[str, ...]
    decks: tuple[str, ...]
    bylines: tuple[str, ...]
    openings: tuple[str, ...]
    on: tuple[str, ...]
    treats: tuple[str, ...]
    fronts: tuple[str, ...]
    shade: tuple[str, str]
    darks: tuple[str, ...]
    ground: str
    rail: str
    mast: str
    bullet: str
    subbed: float
    numbered: float
    capitals: bool
    """Its kickers and labels are set in capitals."""
    section: float
    """How often a page inside opens a section under its name."""


@dataclass(slots=True)
class WeekDesk(Desktop):
    """What the stories of a weekend paper are made with."""

    habits: Habits = field(kw_only=True)

    @property
    def chance(self) -> random.Random:
        """What everything is drawn from."""
        return self.copy.chance

    @property
    def house(self) -> House:
        """The paper's style."""
        return self.copy.house

    @contextmanager
    def dressed(self, face: str, points: float) -> Iterator[None]:
        """Sets what is made within in other type."""
        usual = self.copy.house
        leading = usual.leading * points / usual.points
        self.copy.house = replace(usual, face=face, points=round(points, 2), leading=round(leading, 2))
        try:
            yield
        finally:
            self.copy.house = usual


def drawn_tongue(chance: random.Random) -> tuple[str, Tongue]:
    """A kind of paper, and how it writes: half of them in Chinese."""
    code = chance.choice(CODES)
    modern = f"{code[:2]}+modern"
    if code == "es":
        return "gazette", Tongue(code)
    if code == "en":
        return "town", Tongue(code, book=chance.choice(("en", modern, modern)))
    if not code.startswith("zh"):
        return "gazette", Tongue(code, book=chance.choice((code, modern, modern)))
    kind = chance.choice(CHINESE)
    book = "zh+campus" if kind == "campus" else chance.choice(("zh", modern, modern))
    if code == "zh-Hans":
        return {"taiwan": "district", "hongkong": "evening"}.get(kind, kind), Tongue(code, "cn", book=book)
    region = {"taiwan": "tw", "hongkong": "hk", "campus": "tw"}.get(kind, "cn")
    book = modern if region == "hk" else book
    district = kind == "district"
    strays = chance.choice((0, 15, 40, 90) if district else (0, 0, 0, 20)) if region == "cn" else 0
    half = district and chance.random() < 0.45
    return kind, Tongue(code, region, corner=region != "cn", strays=strays, half_width=half, book=book)


def drawn_weekly(chance: random.Random) -> tuple[House, Habits]:
    """A house style, and its habits."""
    kind, speech = drawn_tongue(chance)
    house = drawn_house(chance, kind, speech)
    measure = chance.uniform(10.5, 22.0) if speech.chinese else chance.uniform(12.0, 22.0)
    back = chance.choice(("rgba(0,0,0,.62)", "rgba(0,0,0,.45)", "rgba(20,40,80,.75)", f"{house.accent}d9"))
    shade = (back, "#fff") if chance.random() < 0.72 else ("rgba(255,255,255,.84)", "#111")
    tint = chance.choice(house.tints)
    ground = chance.choice(
        (f"background:{tint};padding:8pt 8pt", f"background:{tint};padding:8pt 8pt",
         "border:.8pt solid #333;padding:8pt",
         f"border-top:3pt solid {house.accent};padding:8pt 0", "border-left:.8pt solid #333;padding:0 0 0 10pt",
         f"border:1.6pt solid {house.accent};padding:8pt", "padding:0")
    )  # fmt: skip
    habits = Habits(
        kickers=some(chance, ("plain", "pill", "pill", "tab", "line"), 1, 3),
        decks=some(chance, ("plain", "plain", "points", "points", "row", "bar", "bold"), 1, 3),
        bylines=some(chance, ("house", "house", "split", "portrait", "role"), 1, 3),
        openings=("", *some(chance, ("bold", "large"), 0, 1)),
        on=some(chance, ("foot", "top", "whole", "panel", "bare"), 1, 3),
        treats=some(
            chance,
            ("aside", "middle", "cross", "late", "hang", "straddle", "unequal", "slip", "facts", "summary", "float",
             "dark", "corner", "spanner", "top", "plate", "between", "between", "bar", "over", "beside", "tint",
             "incol", "photo", "round", "upright"),
            8, 15,
        ),
        fronts=some(chance, ("community", "poster", "cover", "cover", "grid", "railed", "mixed"), 1, 3),
        shade=shade,
        darks=some(chance, (*DARKS, house.accent), 1, 2),
        ground=ground,
        rail=chance.choice((house.face, LIGHT.get(house.face, house.face), house.light)),
        mast=chance.choice(("across", "side", "side", "corner", "corner", "box", "codes")),
        bullet=chance.choice(BULLETS),
        subbed=chance.choice((0.0, 0.1, 0.2, 0.3)),
        numbered=chance.choice((0.0, 0.05, 0.15)),
        capitals=not speech.chinese and chance.random() < 0.35,
        section=chance.choice((0.0, 0.3, 0.7)),
    )  # fmt: skip
    if speech.chinese and house.kind == "district" and chance.random() < 0.5:
        habits = replace(habits, fronts=("community",), mast=chance.choice(("codes", "codes", "across")))
    house = replace(
        house,
        measure=measure,
        kicked=chance.uniform(0.25, 0.8),
        decked=chance.uniform(0.2, 0.7),
        pictured=chance.uniform(0.3, 0.8),
        quoted=chance.choice((0.0, 0.2, 0.4)),
        loose=0.0,
        half_tone=chance.random() < 0.06,
        large=house.large * chance.uniform(0.9, 1.3),
    )
    return house, habits
