"""What it costs that one block follows another, or that a block begins a story.

Costs are sums of small judgements, each named where it is made. One unit is about what a clear indent or a
clear end mark is worth; a body block that begins a story without a head costs three.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np

from banmian.articles import grammar as g
from banmian.articles.heads import Head
from banmian.articles.nodes import Ground, Node
from banmian.model.geometry import Box
from banmian.model.page import Role

NEVER = 1e6
HEADLESS = 3.0
_PASSING = frozenset((Role.POINTER, Role.JUMP))


FARTHEST = 8.0
"""Ems, beyond a column's width, that lie at the most between a column and the one that it goes on in."""


class Costs:
    """The page's evidence, asked for one pair at a time."""

    def __init__(self, nodes: list[Node], drawn: Ground, body: float) -> None:
        self._ground = drawn
        self.em = self._em = body
        away = {Role.PICTURE, Role.CAPTION, Role.CREDIT, Role.FOLIO, Role.PULL_QUOTE}
        self._text = [n for n in nodes if n.role not in away]
        self._pictures = [n.box for n in nodes if n.role is Role.PICTURE]
        self._by_top = sorted(self._text, key=lambda n: n.box.y0)
        self._heights = [n.box.y0 for n in self._by_top]
        columns = [n for n in self._text if n.role is Role.BODY]
        self._columns = np.array([[n.box.x0, n.box.y0, n.box.x1, n.box.y1] for n in columns]).reshape(-1, 4).T
        self._column_regions = np.array([n.region for n in columns])
        self._column_numbers = np.array([n.index for n in columns])
        self._above: dict[int, Node | None] = {}
        self._tops: dict[int, float] = {}
        self._feet: dict[int, bool] = {}

    def begins(self, item: Head | Node) -> float:
        """The cost of beginning a story."""
        if isinstance(item, Head):
            return 0.0
        if item.role is Role.JUMP:
            return 0.2 if g.JUMP_FROM.match(item.words) else HEADLESS
        if item.role is Role.BYLINE:
            return HEADLESS + 1
        if item.role is Role.SUBHEADING:
            return 1.2
        cost = HEADLESS
        if item.region and self._first_in_box(item):
            cost -= 1.8
        if g.LEAD.match(item.words):
            cost -= 0.6
        if not item.indented and item.words[:1] in g.NEVER_FIRST:
            cost += 1.5
        over = self._over(item)
        if over is not None and self._ground.rule_between(over.box, item.box) and item.indented:
            cost -= 0.8
        return cost

    def _first_in_box(self, item: Node) -> bool:
        """Whether nothing in the same box stands above, or to the left at the same height."""
        em = self._em
        return not any(
            n is not item
            and n.region == item.region
            and (n.box.y1 < item.box.y0 + em or (n.box.x1 < item.box.x0 + em and n.box.y0 < item.box.y1))
            for n in self._text
        )

    def follows(self, earlier: Head | Node, later: Head | Node) -> float:
        """The cost of `later` being read right after `earlier`."""
        if isinstance(later, Head) or earlier.region != later.region:
            return NEVER
        if isinstance(earlier, Node) and earlier.role is Role.JUMP and g.JUMP_ON.match(earlier.words):
            return NEVER
        if isinstance(earlier, Head):
            return self._after_head(earlier, later)
        if later.role is Role.JUMP and g.JUMP_FROM.match(later.words):
            return NEVER
        shared = earlier.box.shared_x(later.box)
        if shared > 0.5 * min(earlier.box.width, later.box.width):
            return self._below(earlier, later)
        return self._beside(earlier, later)

    def _after_head(self, head: Head, later: Node) -> float:
        box, b = head.box, later.box
        shared = box.shared_x(b)
        if shared > 0.4 * min(b.width, box.width) and b.y0 > box.y1 - 0.6 * self._em:
            if self._blocked(box, b, later):
                return NEVER
            gap = b.y0 - box.y1
            gap -= max(
                (p.height for p in self._pictures if p.shared_x(b) > 0.5 * b.width and box.y1 - 9 < p.y0 < b.y0),
                default=0.0,
            )
            cost = max(0.0, gap) / (14 * self._em)
            if not self._leftmost(box, later):
                cost += 1.6
            if self._ground.rule_between(box, b):
                cost += 1.4
            if later.role is Role.BODY and not later.indented and later.words[:1] in g.NEVER_FIRST:
                cost += 1.0
            return cost
        right = b.x0 >= box.x1 - self._em and box.shared_y(b) > 0.3 * min(box.height, b.height)
        if right and b.x0 - box.x1 < 3 * self._em and (head.side or b.y0 >= box.y0 - 2 * self._em):
            away = max(0.0, b.x0 - box.x1) / (10 * self._em)
            return (0.5 if head.side else 1.3) + away if not self._between_x(box, b, later) else NEVER
        return NEVER

    def _leftmost(self, box: Box, later: Node) -> bool:
        """Whether no other body column stands under the head further left at about the same height."""
        for n in self._text:
            if n is later or n.role is not Role.BODY or n.region != later.region:
                continue
            under = n.box.shared_x(box) > 0.4 * n.box.width and n.box.y0 > box.y1 - 0.6 * self._em
            if under and n.box.x1 <= later.box.x0 + 0.5 * self._em and n.box.y0 < later.box.y0 + 6 * self._em:
                return False
        return True

    def _below(self, earlier: Node, later: Node) -> float:
        a, b, em = earlier.box, later.box, self._em
        if b.y0 < a.y1 - 0.6 * em or self._blocked(a, b, later):
            return NEVER
        cost = 0.1 + max(0.0, b.y0 - a.y1) / (25 * em)
        if self._ground.rule_between(a, b):
            cost += 1.6
        if earlier.role is Role.BODY and later.role is Role.BODY:
            if abs(earlier.size - later.size) > 0.09 * em:
                cost += 1.2
            elif earlier.look != later.look:
                cost += 0.3
            if abs(a.x0 - b.x0) > 1.2 * em and abs(a.x1 - b.x1) > 1.2 * em:
                cost += 0.5
        return cost - self._said(earlier, later)

    def _beside(self, earlier: Node, later: Node) -> float:
        """From the foot of one column to the head of the next."""
        a, b, em = earlier.box, later.box, self._em
        if b.x0 < a.x1 - 0.8 * em or b.y0 > a.y1 - 0.5 * em or later.role is Role.POINTER:
            return NEVER
        if b.x0 - a.x1 > FARTHEST * em + min(a.width, b.width):
            return NEVER
        if self._between_x(a, b, later):
            return NEVER
        cost = 0.6 + max(0.0, b.x0 - a.x1 - 2 * em) / (8 * em)
        if self._ground.wall_between(a, b):
            cost += 0.35
        if abs(earlier.size - later.size) > 0.09 * em:
            cost += 1.5
        top = self._top(earlier)
        level = b.y0 - top
        if abs(level) < 1.6 * em:
            cost -= 0.35
        elif level < 0:
            cost += min(1.2, -level / (8 * em))
        else:
            cost += min(0.5, level / (30 * em))
        cost += self._under_what(earlier, later)
        if self._foot_goes_on(earlier):
            cost += 1.2
        return cost - self._said(earlier, later)

    def _under_what(self, earlier: Node, later: Node) -> float:
        """What stands over the later block speaks for or against its coming from the left."""
        over, em = self._over(later), self._em
        if over is None:
            return 0.0
        display = over.role in {Role.HEADLINE, Role.KICKER, Role.DECK, Role.LABEL, Role.BYLINE}
        if display:
            spans = over.box.shared_x(earlier.box) > 0.4 * min(earlier.box.width, over.box.width)
            if spans:
                return -0.4
            near = later.box.y0 - over.box.y1 < 3 * em
            return 3.0 if near and over.box.x0 > earlier.box.x1 - em else 0.6
        if self._ground.rule_between(over.box, later.box):
            return -0.1
        gap = later.box.y0 - over.box.y1
        return 0.9 if gap < 2.5 * em else 0.2

    def _foot_goes_on(self, earlier: Node) -> bool:
        """Whether the column goes on right below the earlier block, so that it has no foot here."""
        if earlier.index not in self._feet:
            self._feet[earlier.index] = self._goes_on_below(earlier)
        return self._feet[earlier.index]

    def _goes_on_below(self, earlier: Node) -> bool:
        for n in self._text:
            if n is earlier or n.role is not Role.BODY or n.region != earlier.region or n.size != earlier.size:
                continue
            gap = n.box.y0 - earlier.box.y1
            if -0.5 * self._em < gap < 1.6 * self._em and n.box.shared_x(earlier.box) > 0.7 * min(
                n.box.width, earlier.box.width
            ):
                return not self._ground.rule_between(earlier.box, n.box)
        return False

    def _said(self, earlier: Node, later: Node) -> float:
        """What the words at the two edges say."""
        if later.role is Role.JUMP:
            return 1.5
        if later.role is Role.BYLINE:
            return 0.8 if earlier.role is Role.BODY and g.sentence_ended(earlier.last) else -0.5
        if later.role is Role.SUBHEADING and earlier.role is Role.BODY:
            return 0.4 if g.sentence_ended(earlier.last) else -1.5
        if earlier.role is not Role.BODY or later.role is not Role.BODY:
            return 0.0
        return g.goes_on(earlier.last, later.first, indented=later.indented)

    def _over(self, item: Node) -> Node | None:
        """The nearest block of text right above, in the same region."""
        if item.index not in self._above:
            best = None
            for n in self._text:
                if n is item or n.region != item.region or n.box.y1 > item.box.y0 + 0.6 * self._em:
                    continue
                if n.box.shared_x(item.box) < 0.3 * min(n.box.width, item.box.width):
                    continue
                if best is None or n.box.y1 > best.box.y1:
                    best = n
            self._above[item.index] = best
        return self._above[item.index]

    def _top(self, item: Node) -> float:
        """Where the column that a block stands in begins: the top of the body right above it, and so on up."""
        if item.index not in self._tops:
            self._tops[item.index] = item.box.y0
            over = self._over(item)
            if (
                over is not None
                and over.role is Role.BODY
                and abs(over.size - item.size) < 0.09 * self._em
                and item.box.y0 - over.box.y1 < 30 * self._em
                and not self._ground.rule_between(over.box, item.box)
            ):
                self._tops[item.index] = self._top(over)
        return self._tops[item.index]

    def _blocked(self, a: Box, b: Box, later: Node) -> bool:
        """Whether other text, or a tinted bar, stands between two boxes one above the other."""
        x0, x1 = max(a.x0, b.x0), min(a.x1, b.x1)
        em, top, foot, least = self._em, a.y1, b.y0, 0.3 * (x1 - x0)
        if foot - top <= 0.5 * em:
            return False
        if any(
            min(f.x1, x1) - max(f.x0, x0) > least and f.y0 > top - 3 and f.y1 < foot + 3 for f in self._ground.fills
        ):
            return True
        for n in self._by_top[
            bisect_left(self._heights, top - 0.6 * em) : bisect_right(self._heights, foot + 0.6 * em)
        ]:
            box = n.box
            if (
                (box.y1 < foot + 0.6 * em and min(box.x1, x1) - max(box.x0, x0) > least and box.y0 > top - 0.6 * em)
                and n is not later
                and n.region == later.region
                and n.role not in _PASSING
            ):
                return True
        return False

    def _between_x(self, a: Box, b: Box, later: Node) -> bool:
        """Whether another column stands between two boxes side by side, at the height where the second begins."""
        em = self._em
        x0, y0, x1, y1 = self._columns
        if b.x0 - a.x1 < 0:
            return False
        inside = (
            (x0 >= a.x1 - em) & (x1 <= b.x0 + em) & (y0 < a.y1) & (y1 > b.y0) & (self._column_regions == later.region)
        )
        inside &= self._column_numbers != later.index
        return bool(inside.any())
