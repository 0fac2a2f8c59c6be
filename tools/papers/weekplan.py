"""Page designs of a weekend paper, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from papers import webads, websmall
from papers.furniture import Facts
from papers.webplan import Makeup, Node, Plan, Ways
from papers.websmall import SMALL
from papers.webstory import Turn
from papers.weekboxes import BOXES
from papers.weekcover import cover, special, teasers
from papers.weekhouse import WeekDesk
from papers.weeklead import Lead
from papers.weekphotos import photos
from papers.weekrails import index, rail
from papers.weektop import across, corner, side

INNER = (
    "photos", "photos", "railed", "railed", "feature", "feature", "feature", "mixed", "service", "opinion", "letters",
    "grid", "bands",
)  # fmt: skip
"""Designs of pages inside."""
OPEN = ("railed", "mixed", "grid", "bands")
"""Those with room for a story that goes on from another page."""

LARGE = 320.0
"""Points of width from which a story has a headline of the largest size."""
WAYS = ("unequal", "between", "corner", "middle", "aside", "facts", "cross", "spanner")
"""Layouts that a cell may ask for."""
MAINS = ("lead", "lead", "main", "interview", *WAYS)
"""What a page's one large story may be."""

Maker = Callable[[WeekDesk, float, float], str]


def _laid(way: str, desk: WeekDesk, wide: float, high: float) -> str:
    """A story laid out in a way."""
    return Lead(desk, wide, high, first=wide > LARGE).html(way)


FIXED: dict[str, Maker] = {
    **{name: make for name, (_, make) in BOXES.items()},
    "photos": photos,
    "rail": rail,
    "index": index,
    "pointer": websmall.pointers,
    "classifieds": webads.classifieds,
    "notice": websmall.notices,
    "letter": websmall.letters,
    "listings": websmall.listing,
    "poems": websmall.poem,
    "cover": cover,
    "special": special,
    "teasers": teasers,
    **{name: partial(_laid, name) for name in WAYS},
    "lead": lambda desk, w, h: Lead(desk, w, h, first=True).html("plate"),
    "main": lambda desk, w, h: Lead(desk, w, h, first=True).html(),
}
MASTS = {"mast-across": across, "mast-side": side, "mast-corner": corner}


@dataclass(slots=True)
class WeekPlan(Plan):
    """Parts a page in one of the paper's designs."""

    desk: WeekDesk
    design: str = "grid"

    def whole(self, wide: float, high: float) -> Node:
        """The page's places."""
        if self.front:
            return self._front(wide, high)
        return self._designed(self.design, wide, high)

    def _designed(self, design: str, wide: float, high: float) -> Node:
        ways: dict[str, Callable[[float, float], Node]] = {
            "community": self._community, "poster": self._poster, "cover": self._cover, "railed": self._railed,
            "mixed": self._mixed, "photos": self._photos, "feature": self._feature, "service": self._service,
            "opinion": self._opinion, "letters": self._letters, "bands": self._bands,
        }  # fmt: skip
        return ways[design](wide, high) if design in ways else Plan.whole(self, wide, high)

    # Grids.

    def _rows(self, wide: float, parts: list[Node], style: str = "") -> Node:
        gap = self.desk.house.gap
        return Node(wide, sum(p.high for p in parts) + gap * (len(parts) - 1), "rows", parts, gap, style=style)

    def _cols(self, high: float, parts: list[Node]) -> Node:
        gap = self._gap()
        return Node(sum(p.wide for p in parts) + gap * (len(parts) - 1), high, "cols", parts, gap)

    def _gap(self) -> float:
        return max(self.desk.house.gutter, self.desk.house.gap, 9.0)

    def _shared(self, whole: float, gap: float, shares: list[float]) -> list[float]:
        room = whole - gap * (len(shares) - 1)
        return [room * s / sum(shares) for s in shares]

    # Fronts.

    def _front(self, wide: float, high: float) -> Node:
        """The first page round its title piece."""
        chance, house = self.desk.chance, self.desk.house
        mast = self.desk.habits.mast
        if mast == "side" and wide > house.points * 46:
            own = max(80.0, min(wide * chance.uniform(0.13, 0.2), 150.0))
            piece = Node(own, high, fixed="mast-side")
            if chance.random() < 0.4:
                deep = high * chance.uniform(0.45, 0.6)
                rest = high - deep - house.gap
                piece = self._rows(own, [Node(own, deep, fixed="mast-side"), Node(own, rest, fixed="index")])
            body = self._designed(self.design, wide - own - self._gap(), high)
            return self._cols(high, [piece, body] if chance.random() < 0.7 else [body, piece])
        if mast in {"corner", "box"}:
            own, deep = wide * chance.uniform(0.3, 0.46), max(96.0, min(high * chance.uniform(0.1, 0.17), 190.0))
            rest = wide - own - self._gap()
            if mast == "corner":
                beside = Node(rest, deep, fixed=chance.choice(("pointer", "teasers", "special", "", "reverse")))
                pair = [Node(own, deep, fixed="mast-corner"), beside]
                strip = self._cols(deep, pair if chance.random() < 0.7 else pair[::-1])
                under = self._designed(self.design, wide, high - deep - house.gap)
                return self._rows(wide, [strip, under])
            tall = self._parted(own, high - deep - house.gap, 2)
            column = self._rows(own, [Node(own, deep, fixed="mast-corner"), tall])
            body = self._designed("poster" if chance.random() < 0.5 else "mixed", rest, high)
            return self._cols(high, [column, body] if chance.random() < 0.7 else [body, column])
        deep = chance.uniform(82, 128)
        body = self._designed(self.design, wide, high - deep - house.gap)
        return self._rows(wide, [Node(wide, deep, fixed="mast-across"), body])

    def _community(self, wide: float, high: float) -> Node:
        """A small paper's front: a pointer in a box, five stories in unequal columns, a box of large type."""
        chance, house = self.desk.chance, self.desk.house
        parts: list[Node] = []
        rest = high
        if chance.random() < 0.6:
            tall = chance.uniform(46, 78)
            parts.append(Node(wide, tall, fixed=chance.choice(("pointer", "special", "special", "teasers"))))
            rest -= tall + house.gap
        upper = rest * chance.uniform(0.42, 0.58)
        lower = rest - upper - house.gap
        a, b = self._shared(wide, self._gap(), [1.0, chance.uniform(0.38, 0.7)])
        main = Node(a, upper, fixed=chance.choice(("", "unequal", "between", "lead")))
        small = chance.choice(("large", "large", "reverse", ""))
        s, t = self._shared(upper, house.gap, [1.0, chance.uniform(0.6, 1.3)])
        edge = [Node(b, s), Node(b, t, fixed=small)]
        column = self._rows(b, edge if chance.random() < 0.6 else edge[::-1])
        parts.append(self._cols(upper, [main, column] if chance.random() < 0.6 else [column, main]))
        shares = [chance.choice((1.0, 1.0, 1.5, 2.0)) for _ in range(chance.choice((2, 3)))]
        widths = self._shared(wide, self._gap(), shares)
        if min(widths) < house.points * 12:
            widths = self._shared(wide, self._gap(), [1.0] * len(widths))
        cells = [Node(w, lower) if lower / w < 2.4 else self._halved(w, lower) for w in widths]
        parts.append(self._cols(lower, cells))
        return self._rows(wide, parts)

    def _halved(self, wide: float, high: float) -> Node:
        a, b = self._shared(high, self.desk.house.gap, [1.0, self.desk.chance.uniform(0.7, 1.4)])
        return self._rows(wide, [Node(wide, a), Node(wide, b)])

    def _poster(self, wide: float, high: float) -> Node:
        """One story with its head on a picture over most of the page, small things under it."""
        chance, house = self.desk.chance, self.desk.house
        deep = high * chance.uniform(0.52, 0.72)
        low = high - deep - house.gap
        shares = [chance.uniform(0.8, 1.5) for _ in range(chance.choice((2, 3, 3)) if wide > 500 else 2)]
        kinds = ["", "", chance.choice(("teasers", "reverse", "large", "index", "day"))]
        cells = [Node(w, low, fixed=k) for w, k in zip(self._shared(wide, self._gap(), shares), kinds, strict=False)]
        chance.shuffle(cells)
        parts = [Node(wide, deep, fixed="lead"), self._cols(low, cells)]
        return self._rows(wide, parts if chance.random() < 0.8 else parts[::-1])

    def _cover(self, wide: float, high: float) -> Node:
        """A cover: a story that stands inside, on its picture, and teasers, a rail or short stories round it."""
        chance, house = self.desk.chance, self.desk.house
        how = chance.choice(("whole", "strip", "strip", "rail", "stories"))
        if how == "whole":
            return Node(wide, high, fixed="cover")
        if how == "rail" and wide > house.points * 44:
            own = max(house.points * 12, wide * chance.uniform(0.2, 0.28))
            kinds = chance.sample(("index", "teasers", "rail", "day", "sayings", ""), 2)
            tall = self._shared(high, house.gap, [1.0, chance.uniform(0.5, 1.0)])
            rail = self._rows(own, [Node(own, h, fixed=k) for h, k in zip(tall, kinds, strict=True)])
            big = Node(wide - own - self._gap(), high, fixed="cover")
            return self._cols(high, [big, rail] if chance.random() < 0.5 else [rail, big])
        low = max(70.0, high * (chance.uniform(0.09, 0.16) if how == "strip" else chance.uniform(0.26, 0.36)))
        deep = high - low - house.gap
        under = Node(wide, low, fixed=chance.choice(("teasers", "teasers", "special")))
        if how == "stories":
            widths = self._shared(wide, self._gap(), [chance.choice((1.0, 1.0, 1.6)) for _ in range(2)])
            kinds = ["", chance.choice(("index", "teasers", "", "reverse", "large"))]
            under = self._cols(low, [Node(w, low, fixed=k) for w, k in zip(widths, kinds, strict=True)])
        parts = [Node(wide, deep, fixed="cover"), under]
        return self._rows(wide, parts if chance.random() < 0.75 else parts[::-1])

    # Pages inside.

    def _railed(self, wide: float, high: float) -> Node:
        """A rail in other type beside wide stories."""
        chance, house = self.desk.chance, self.desk.house
        own = max(house.points * 12.5, wide * chance.uniform(0.17, 0.26))
        ground = self.desk.habits.ground
        edge = 18.0 if "padding:8pt" in ground else 12.0
        count = chance.choice((1, 2, 2, 3)) if high > 500 else 1
        tall = high - edge
        shares = [chance.uniform(0.7, 1.5) for _ in range(count)]
        narrow = own - edge
        things = [Node(narrow, h, fixed="rail") for h in self._shared(tall, house.gap * 1.4, shares)]
        column = Node(
            own, high, "rows", things, house.gap * 1.4, style=f";{ground};width:{own:.2f}pt;height:{high:.2f}pt"
        )
        rest = wide - own - self._gap()
        body = self._mixed(rest, high)
        return self._cols(high, [column, body] if chance.random() < 0.5 else [body, column])

    def _mixed(self, wide: float, high: float) -> Node:
        """Two or three bands of one, two or three wide stories, a box among them."""
        chance, house = self.desk.chance, self.desk.house
        count = 2 if high < 640 else chance.choice((2, 3))
        parts = []
        for deep in self._shared(high, house.gap, [chance.uniform(0.75, 1.5) for _ in range(count)]):
            many = 1 if wide < house.points * 36 else chance.choice((1, 2, 2, 3))
            widths = self._shared(wide, self._gap(), [chance.choice((1.0, 1.0, 1.6, 2.2)) for _ in range(many)])
            if min(widths) < house.points * 13:
                widths = self._shared(wide, self._gap(), [1.0] * min(many, 2))
            cells = [Node(w, deep) if deep < 2.6 * w else self._halved(w, deep) for w in widths]
            for c in cells:
                if c.kind == "cell" and len(cells) > 1 and chance.random() < 0.25:
                    c.fixed = chance.choices(list(BOXES), [BOXES[n][0] for n in BOXES])[0]
            parts.append(self._cols(deep, cells) if len(cells) > 1 else cells[0])
        return self._rows(wide, parts)

    def _photos(self, wide: float, high: float) -> Node:
        """Pictures over the whole page, or most of it."""
        chance = self.desk.chance
        if chance.random() < 0.5:
            return Node(wide, high, fixed="photos")
        deep = high * chance.uniform(0.6, 0.74)
        rest = self._mixed_row(wide, high - deep - self.desk.house.gap)
        parts = [Node(wide, deep, fixed="photos"), rest]
        return self._rows(wide, parts if chance.random() < 0.7 else parts[::-1])

    def _mixed_row(self, wide: float, high: float) -> Node:
        chance = self.desk.chance
        widths = self._shared(wide, self._gap(), [chance.uniform(0.8, 1.5) for _ in range(2 if wide < 640 else 3)])
        return self._cols(high, [Node(w, high) for w in widths])

    def _feature(self, wide: float, high: float) -> Node:
        """One large story, and something beside or under it."""
        chance, house = self.desk.chance, self.desk.house
        main = chance.choice(MAINS)
        if chance.random() < 0.5 and wide > house.points * 50:
            own = max(house.points * 14, wide * chance.uniform(0.22, 0.3))
            tall = self._shared(high, house.gap, [1.0, chance.uniform(0.6, 1.2)])
            kinds = chance.sample(("columnist", "reverse", "sayings", "board", "", "picture", "day", "poems"), 2)
            column = self._rows(own, [Node(own, h, fixed=k) for h, k in zip(tall, kinds, strict=True)])
            big = Node(wide - own - self._gap(), high, fixed=main)
            return self._cols(high, [big, column] if chance.random() < 0.6 else [column, big])
        deep = high * chance.uniform(0.58, 0.76)
        rest = high - deep - house.gap
        return self._rows(wide, [Node(wide, deep, fixed=main), self._mixed_row(wide, rest)])

    def _opinion(self, wide: float, high: float) -> Node:
        """Columns with portraits, letters, a leading article, a poem, a serial."""
        chance, house = self.desk.chance, self.desk.house
        upper = high * chance.uniform(0.4, 0.56)
        count = 2 if wide < house.points * 52 else 3
        widths = self._shared(wide, self._gap(), [chance.uniform(0.9, 1.3) for _ in range(count)])
        first = ("columnist", "columnist", "leader", "")
        top = self._cols(upper, [Node(w, upper, fixed=chance.choice(first)) for w in widths])
        lower = high - upper - house.gap
        others = ("letter", "letter", "serial", "columnist", "main", "sayings", "leader", "poems", "day")
        kinds = chance.sample(others, count)
        widths = self._shared(wide, self._gap(), [chance.choice((1.0, 1.5)) for _ in range(count)])
        foot = self._cols(lower, [Node(w, lower, fixed=k) for w, k in zip(widths, kinds, strict=True)])
        return self._rows(wide, [top, foot])

    def _letters(self, wide: float, high: float) -> Node:
        """Readers' letters under one label over most of the page, opinion or a poem beside or under them."""
        chance, house = self.desk.chance, self.desk.house
        kinds = ("columnist", "leader", "poems", "day", "sayings", "serial", "picture", "")
        if wide > house.points * 46 and chance.random() < 0.6:
            own = max(house.points * 13, wide * chance.uniform(0.22, 0.34))
            tall = self._shared(high, house.gap, [chance.uniform(0.8, 1.4) for _ in range(2)])
            parts = [Node(own, h, fixed=k) for h, k in zip(tall, chance.sample(kinds, 2), strict=True)]
            pair = [Node(wide - own - self._gap(), high, fixed="letter"), self._rows(own, parts)]
            return self._cols(high, pair if chance.random() < 0.5 else pair[::-1])
        deep = high * chance.uniform(0.45, 0.65)
        low = high - deep - house.gap
        widths = self._shared(wide, self._gap(), [chance.uniform(0.8, 1.4) for _ in range(2)])
        parts = [Node(w, low, fixed=k) for w, k in zip(widths, chance.sample(kinds, 2), strict=True)]
        rows = [Node(wide, deep, fixed="letter"), self._cols(low, parts)]
        return self._rows(wide, rows if chance.random() < 0.5 else rows[::-1])

    def _service(self, wide: float, high: float) -> Node:
        """Notices, small advertisements, tables, listings, and a story."""
        chance, house = self.desk.chance, self.desk.house
        parts = []
        for deep in self._shared(high, house.gap, [chance.uniform(0.8, 1.3) for _ in range(2 if high < 700 else 3)]):
            count = 2 if wide < house.points * 46 else 3
            kinds = chance.sample(
                ("board", "notice", "classifieds", "listings", "ad", "letter", "", "", "poems"), count
            )
            widths = self._shared(wide, self._gap(), [chance.uniform(0.8, 1.4) for _ in range(count)])
            parts.append(self._cols(deep, [Node(w, deep, fixed=k) for w, k in zip(widths, kinds, strict=True)]))
        return self._rows(wide, parts)


@dataclass(slots=True)
class WeekMakeup(Makeup):
    """Fills a page's places."""

    desk: WeekDesk
    facts: Facts | None = None

    SHARES: ClassVar[tuple[float, float, float]] = (0.7, 0.26, 0.06)
    DRAWS: ClassVar[int] = 4
    LARGER: ClassVar[Ways] = {**SMALL, **BOXES}

    def _bound(self, node: Node) -> bool:
        return node.fixed.startswith(("turn", "leave", "mast-"))

    def _again(self, node: Node, turn: int) -> str:
        """A cell that could not be filled: the same thing once more, then a plain story, at last an advertisement."""
        if turn == 1 and node.fixed in FIXED:
            return self._filled(node, [])
        if turn <= 2 and node.fixed in {"photos", "lead", "cover"}:
            return self._filled(node, [])
        return Makeup._again(self, node, turn)  # noqa: SLF001 slots and super() do not go together

    def _filled(self, node: Node, waiting: list[Turn]) -> str:
        fixed, w, h = node.fixed, node.wide, node.high
        if fixed in MASTS and self.facts:
            return MASTS[fixed](self.desk, self.facts, w, h)
        if fixed in FIXED:
            return self._attempt(partial(FIXED[fixed], self.desk, w, h)) or self._plain(node)
        if fixed == "first":
            treat = "plate" if self.desk.chance.random() < 0.3 and w * h > 60_000 else ""
            return self._tried(
                node,
                lambda plain: Lead(self.desk, w, h, first=self.desk.page == 0 or w > 300, plain=plain).html(
                    "" if plain else treat
                ),
            )
        return Makeup._filled(self, node, waiting)  # noqa: SLF001 likewise

    def _plain(self, node: Node) -> str:
        return self._tried(node, lambda plain: Lead(self.desk, node.wide, node.high, plain=plain).html())
