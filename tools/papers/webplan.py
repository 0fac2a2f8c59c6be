"""Makes up the pages of a web-to-print paper: grids within grids, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar, TypeAlias

from papers import webads
from papers.webcopy import Flow, Script
from papers.webheads import Heads
from papers.weblayouts import Story
from papers.websmall import SMALL
from papers.webstory import Desktop, Slot, Turn, prose
from papers.webstream import cell
from typesetter.faults import TypesettingError

Ways: TypeAlias = dict[str, tuple[float, Callable[..., str]]]

TRIES = 5
PATIENCE = 3
"""Times that a cell is made anew before an advertisement stands in it."""
ROOMY = 20_000
"""Square points of a cell from which more kinds of things than the smallest may stand in it."""
PICTURED = {"pointers", "photo", "picture"}
"""What stands in no large and no tall cell."""
NARROWEST = 9.5
"""Ems of the narrowest cell."""
DEEPEST = 9.0
"""Lines of the shallowest cell."""


@dataclass(slots=True)
class Node:
    """A place: a cell, or a grid of places side by side (`cols`) or one under the other (`rows`)."""

    wide: float
    high: float
    kind: str = "cell"
    parts: list[Node] = field(default_factory=list)
    gap: float = 0.0
    fixed: str = ""
    style: str = ""

    def cells(self) -> list[Node]:
        """All cells in it."""
        return [self] if self.kind == "cell" else [c for part in self.parts for c in part.cells()]


@dataclass(slots=True)
class Plan:
    """Parts a page."""

    desk: Desktop
    small: float
    front: bool

    def whole(self, wide: float, high: float) -> Node:
        """The page's places."""
        chance, house = self.desk.copy.chance, self.desk.copy.house
        strips = []
        if self.front and chance.random() < 0.35:
            strips.append(("pointers", chance.uniform(40, 85)))
        rest = high - sum(h + house.gap for _, h in strips)
        foot = 0.0
        if chance.random() < 0.45:
            foot = min(rest * chance.uniform(0.08, 0.2), 240)
            rest -= foot + house.gap
        shape = chance.random()
        if shape < 0.4 and wide > house.points * 48:
            body = self._rail(wide, rest)
        elif shape < 0.6:
            body = self._bands(wide, rest)
        else:
            body = self._parted(wide, rest, 0)
        parts = [Node(wide, h, fixed=kind) for kind, h in strips] + [body]
        if foot:
            parts.append(self._foot(wide, foot))
        return Node(wide, high, "rows", parts, house.gap) if len(parts) > 1 else body

    def _foot(self, wide: float, high: float) -> Node:
        chance, house = self.desk.copy.chance, self.desk.copy.house
        count = chance.choice((1, 2, 2, 3)) if wide > 500 else chance.choice((1, 2))
        shares = [chance.uniform(0.6, 1.5) for _ in range(count)]
        room = wide - house.gutter * (count - 1)
        parts = [Node(room * s / sum(shares), high, fixed="ad") for s in shares]
        if count > 1 and chance.random() < 0.3:
            parts[0].fixed = "" if parts[0].wide > house.points * 14 else "ad"
        return Node(wide, high, "cols", parts, house.gutter)

    def _rail(self, wide: float, high: float) -> Node:
        """A narrow column of small things beside the rest."""
        chance, house = self.desk.copy.chance, self.desk.copy.house
        own = wide * chance.uniform(0.17, 0.3)
        gap = max(house.gutter, house.gap)
        rail = self._stack(own, high, chance.randint(2, 4), small=True)
        rest = self._parted(wide - own - gap, high, 1)
        return Node(wide, high, "cols", [rail, rest] if chance.random() < 0.5 else [rest, rail], gap)

    def _bands(self, wide: float, high: float) -> Node:
        """Bands from edge to edge, each parted in its own way."""
        chance, house = self.desk.copy.chance, self.desk.copy.house
        count = 2 if high < 700 else chance.choice((2, 3, 3))
        shares = [chance.uniform(0.7, 1.5) for _ in range(count)]
        room = high - house.gap * (count - 1)
        parts = [self._parted(wide, room * s / sum(shares), 1) for s in shares]
        return Node(wide, high, "rows", parts, house.gap)

    def _stack(self, wide: float, high: float, count: int, *, small: bool) -> Node:
        chance, house = self.desk.copy.chance, self.desk.copy.house
        count = max(1, min(count, int(high // (house.leading * DEEPEST * 1.5))))
        shares = [chance.uniform(0.6, 1.6) for _ in range(count)]
        room = high - house.gap * (count - 1)
        fixed = "small" if small else ""
        parts = [Node(wide, room * s / sum(shares), fixed=fixed if chance.random() < 0.6 else "") for s in shares]
        return Node(wide, high, "rows", parts, house.gap) if count > 1 else parts[0]

    def _parted(self, wide: float, high: float, depth: int) -> Node:
        """A place parted until its parts are small enough for one thing each."""
        chance, house = self.desk.copy.chance, self.desk.copy.house
        least = house.points * NARROWEST
        low = house.leading * DEEPEST
        if wide * high < self.small * chance.uniform(0.6, 1.7) or depth > 5:
            return Node(wide, high)
        gap = max(house.gutter, 8.0)
        down = wide > high * chance.uniform(0.55, 1.5)
        if down and wide > 2.4 * least + gap:
            count = 3 if wide > 4.2 * least and chance.random() < 0.3 else 2
            shares = [chance.choice((1.0, 1.0, 1.4, 2.0, chance.uniform(0.8, 2.2))) for _ in range(count)]
            room = wide - gap * (count - 1)
            widths = [room * s / sum(shares) for s in shares]
            if min(widths) < least:
                widths = [room / count] * count
            parts = [self._parted(w, high, depth + 1) for w in widths]
            return Node(wide, high, "cols", parts, gap)
        if high > 2.4 * low + house.gap:
            share = chance.uniform(0.3, 0.7)
            room = high - house.gap
            tall = max(low, min(room - low, room * share))
            parts = [self._parted(wide, h, depth + 1) for h in (tall, room - tall)]
            return Node(wide, high, "rows", parts, house.gap)
        return Node(wide, high)


@dataclass(slots=True)
class Makeup:
    """Fills a page's places."""

    desk: Desktop
    pages: int

    SHARES: ClassVar[tuple[float, float, float]] = (0.75, 0.3, 0.08)
    """How often something small stands in a cell for it, and in another one; and an advertisement in a small one."""
    DRAWS: ClassVar[int] = TRIES
    """Things that are drawn for a cell before it gets a story."""
    LARGER: ClassVar[Ways] = SMALL
    """What may stand in a cell with room: by name how often it is drawn, and what makes it."""

    def html(self, node: Node) -> str:
        """A place with everything in it."""
        cells = [c for c in node.cells() if not c.fixed]
        order = sorted(cells, key=lambda c: -c.wide * c.high)
        waiting = [t for t in self.desk.turns if t.page == self.desk.page]
        for index, _ in enumerate(waiting):
            if index + 1 < len(order):
                order[index + 1].fixed = f"turn{index}"
            else:
                raise TypesettingError("no place for a continued story")
        if order:
            order[0].fixed = "first"
        leaves = self.desk.copy.chance.choice((0, 1, 1, 2)) if self.desk.page == 0 and self.pages > 1 else 0
        for c in order[:leaves]:
            if c.fixed in {"", "first"} and c.wide * c.high > 30_000:
                c.fixed = "leaves" if c.fixed else "leave"
        return self._placed(node, waiting)

    def _placed(self, node: Node, waiting: list[Turn]) -> str:
        if node.kind == "cell":
            return self._slot(node, waiting)
        axis = "columns" if node.kind == "cols" else "rows"
        tracks = " ".join(f"{(p.wide if node.kind == 'cols' else p.high):.2f}pt" for p in node.parts)
        inner = "".join(self._placed(p, waiting) for p in node.parts) + self._rules(node)
        style = f"grid-template-{axis}:{tracks};gap:{node.gap:.2f}pt{node.style}"
        return f"<div class='w-{node.kind}' style='{style}'>{inner}</div>"

    def _slot(self, node: Node, waiting: list[Turn]) -> str:
        """A cell's place in the page's HTML."""
        desk, flows = self.desk, self.desk.copy.flows
        before, page = len(flows), desk.page
        html = self._filled(node, waiting)

        def redo(turn: int) -> str:
            desk.page = page
            return self._again(node, turn)

        desk.slots.append(Slot(page, node.fixed, html, flows[before:], None if self._bound(node) else redo))
        return f"\0{len(desk.slots) - 1}\0"

    def _bound(self, node: Node) -> bool:
        """Whether a cell hangs together with others, so that it cannot be made anew."""
        return node.fixed.startswith(("turn", "leave"))

    def _again(self, node: Node, turn: int) -> str:
        """A cell that could not be filled, made anew and plainer."""
        desk = self.desk
        if turn > PATIENCE:
            return webads.display(desk, node.wide, node.high)
        return self._tried(
            node, lambda _: Story(desk, node.wide, node.high, plain=turn > 1).html("top" if turn > 1 else "")
        )

    def _rules(self, node: Node) -> str:
        """Rules in the middle of a grid's gaps, as borders."""
        house = self.desk.copy.house
        if house.parting == "white" or node.gap < 4:
            return ""
        weight = 2.4 if house.parting == "double" else house.weight
        found, at = [], 0.0
        for part in node.parts[:-1]:
            at += (part.wide if node.kind == "cols" else part.high) + node.gap / 2
            if node.kind == "cols":
                box = f"left:{at - weight / 2:.2f}pt;top:0;height:100%;border-left"
            else:
                box = f"top:{at - weight / 2:.2f}pt;left:0;width:100%;border-top"
            found.append(f"<i class='w-hr' style='{box}:{weight}pt {house.parting} #333'></i>")
            at += node.gap / 2
        return "".join(found)

    def _filled(self, node: Node, waiting: list[Turn]) -> str:
        fixed, w, h = node.fixed, node.wide, node.high
        if fixed == "ad":
            return webads.any_of(self.desk, w, h)
        if fixed in SMALL:
            return SMALL[fixed][1](self.desk, w, h)
        if fixed.startswith("turn"):
            return going_on(self.desk, waiting[int(fixed[4:])], w, h)
        if fixed.startswith("leave"):
            return self._leaving(node, first=fixed == "leaves")
        if fixed == "first":
            return self._tried(
                node, lambda plain: Story(self.desk, w, h, first=self.desk.page == 0 or w > 300, plain=plain).html()
            )
        return self._any(node)

    def _plain(self, node: Node) -> str:
        """A story as any other."""
        return self._tried(node, lambda plain: Story(self.desk, node.wide, node.high, plain=plain).html())

    def _any(self, node: Node) -> str:
        """A story, or something small."""
        chance, house = self.desk.copy.chance, self.desk.copy.house
        w, h = node.wide, node.high
        area = w * h
        in_small, elsewhere, advert = self.SHARES
        often = in_small if node.fixed == "small" else elsewhere
        if chance.random() < often and area < house.size[0] * house.size[1] / 4:
            ways = self.LARGER if area > ROOMY else SMALL
            for _ in range(self.DRAWS):
                name = chance.choices(list(ways), [share for share, _ in ways.values()])[0]
                if name in PICTURED and (area > 70_000 or h > 2.2 * w):
                    continue
                if name in self.desk.used and chance.random() < 0.85:
                    continue
                made = self._attempt(partial(ways[name][1], self.desk, w, h))
                if made:
                    self.desk.used.add(name)
                    return made
        if area < 40_000 and chance.random() < advert:
            return webads.any_of(self.desk, w, h)
        return self._plain(node)

    def _attempt(self, make: Callable[[], str]) -> str:
        """What was made; nothing, where there is no room for it."""
        copy = self.desk.copy
        mark = len(copy.desk.articles), len(copy.flows)
        try:
            return make()
        except TypesettingError:
            del copy.desk.articles[mark[0] :], copy.flows[mark[1] :]
            return ""

    def _tried(self, node: Node, make: Callable[[bool], str]) -> str:
        for attempt in range(TRIES):
            made = self._attempt(partial(make, attempt > 1))
            if made:
                return made
        return webads.display(self.desk, node.wide, node.high)

    def _leaving(self, node: Node, *, first: bool) -> str:
        """A story whose end stands on a later page."""
        desk, copy = self.desk, self.desk.copy
        story = Story(desk, node.wide, node.high, first=first)
        page = copy.chance.randint(desk.page + 1, self.pages - 1)
        head = story._head(node.wide)  # noqa: SLF001 of one room
        draft = story.draft
        long = [w for w in draft.article.heads["headline"].printed.split() if len(w) > 3 and w.isalpha()]
        word = copy.chance.choice(long or ["Story"])
        draft.teller.bound["page"], draft.teller.bound["word"] = desk.labels[page], word
        name, html = copy.box(desk.count(node.wide), "column-fill:auto;")
        house = copy.house
        prose(desk, story.script, desk.letters(node.wide, node.high))
        said = draft.words(draft.teller.tell("jump")).printed
        css = f"font-size:{house.points}pt;line-height:{house.leading}pt;"
        css += f"text-align:{copy.chance.choice(('right', 'left'))};"
        foot = copy.text(
            said,
            "jump",
            copy.chance.choice((house.face, house.sans, house.brush)),
            css,
            article=draft.article,
            zone=2,
            lines=1,
        )
        draft.article.jumps = True
        flow = Flow([name], story.script.steps)
        copy.flows.append(flow)
        desk.turns.append(Turn(flow, story.script, page, desk.labels[desk.page], word))
        return story._cell(head + html.format("") + foot, "")  # noqa: SLF001 likewise


def going_on(desk: Desktop, turn: Turn, wide: float, high: float) -> str:
    """The second part of a story."""
    copy, house, chance = desk.copy, desk.copy.house, desk.copy.chance
    script: Script = turn.script
    draft = script.draft
    draft.teller.bound["page"] = turn.home
    said = draft.words(draft.teller.tell("jumpfrom")).printed
    css = f"font-size:{house.points}pt;line-height:1.3;text-align:{chance.choice(('left', 'right'))};"
    top = copy.text(said, "jump", chance.choice((house.light, house.sans)), css, article=draft.article, part=1, lines=1)
    headline = draft.article.heads["headline"].printed.replace(" /_ ", "\u3000" if draft.tongue.chinese else " ")
    heads = Heads(copy, desk.scale, draft, wide, house.points)
    if not draft.tongue.chinese or chance.random() < 0.5:
        if not draft.tongue.chinese and chance.random() < 0.4:
            headline = turn.word.upper()
        face = chance.choice(house.heads)
        size, lines = heads.fitted(headline, face, house.points * chance.choice((1.3, 1.7, 2.2)), 2)
        css = f"font-size:{size:.2f}pt;line-height:1.15;padding-bottom:2pt;"
        jump = copy.text(headline, "jumphead", face, css, article=draft.article, part=1, lines=lines)
        top = jump + top if chance.random() < 0.6 else top + jump
    name, html = copy.box(desk.count(wide), "column-fill:auto;")
    copy.parts[name] = 1
    turn.flow.boxes.append(name)
    prose(desk, script, script.letters + desk.letters(wide, high))
    turn.flow.steps, turn.flow.letters = script.steps, script.letters
    turn.flow.extras = script.extras()
    return cell(wide, high, top + html.format(""), draft.article.id)
