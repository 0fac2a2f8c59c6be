"""Lead stories of a weekend paper: their head printed on a large picture, their text under, beside or round it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from papers.webcopy import div
from papers.weekpictures import Shot, footed
from papers.weekstory import Rank, WeekStory

LOW = 130.0
"""Points of the shallowest picture that a head may cover."""


@dataclass(slots=True)
class Lead(WeekStory):
    """A story that may have its head on its picture.

    Attributes:
        left: whether deck and writers stand outside of the picture, and are yet to be set.
    """

    left: bool = False

    def _ways(self) -> dict[str, Callable[[], str]]:
        return {**WeekStory._ways(self), "plate": self._plate}  # noqa: SLF001 slots and super() do not go together

    def _plate(self) -> str:
        """Text under, beside or round a picture that the head is printed on."""
        house, chance = self.desk.house, self.desk.chance
        wide, high = self.wide, self.high
        ways = ["under"]
        if wide > high * 0.75 and wide > house.points * 46:
            ways += ["beside", "beside"]
        if wide > house.points * 44:
            ways += ["round", "round"]
        how = chance.choice(ways) if not self.plain else "under"
        if how == "under":
            tall = min(high * chance.uniform(0.4, 0.62), wide * 0.9)
            pic = self._headed(wide, tall)
            return pic + self._rest(wide) + self._body(wide, high - tall)
        if how == "beside":
            a = wide * chance.uniform(0.5, 0.64)
            b = wide - a - house.gutter
            pic = f"<div style='width:{a:.2f}pt;flex:none'>{self._headed(a, high)}</div>"
            text = self._rest(b) + self._body(b, high)
            text = f"<div class='w-stack' style='width:{b:.2f}pt;flex:none'>{text}</div>"
            pair = pic + text if chance.random() < 0.6 else text + pic
            return f"<div class='w-row' style='gap:{house.gutter:.2f}pt'>{pair}</div>"
        count = self._count(3, 6)
        own = chance.randint(max(1, count // 2), count - 1)
        span = self._span_of(own, self.desk.measure(wide, count))
        tall = min(high * chance.uniform(0.42, 0.6), span * 1.1)
        pic = f"<div style='flex:none;padding-bottom:5pt'>{self._headed(span, tall)}</div>"
        ranks = [
            Rank(own, top=pic),
            Rank(count - own, top=self._rest(self._span_of(count - own, self.desk.measure(wide, count)))),
        ]
        return self._ranks(ranks if chance.random() < 0.6 else ranks[::-1])

    def _headed(self, wide: float, high: float) -> str:
        """A picture of a size with the head on it."""
        desk, chance, house = self.desk, self.desk.chance, self.desk.house
        self.draft.head("headline")
        how = chance.choice(desk.habits.on) if high > LOW else "foot"
        back, ink = desk.habits.shade
        self.left = chance.random() < 0.5 and how in {"bare", "whole", "top"}
        shot = Shot(desk, self.draft)
        text, credit = (shot.said(), shot.credit()) if chance.random() < 0.7 else ("", "")
        room = wide * (chance.uniform(0.42, 0.6) if how == "panel" and wide > house.points * 38 else 1.0)
        size = min(house.large * chance.uniform(0.9, 1.4), room * 0.13, high * 0.18)
        align = chance.choice(("left", "left", "center", ""))
        top = self._topper(room - 26, color="#fff" if how == "bare" else ink, align=align, size=size)
        top.weight = 0.8 if self.left else 1.4
        writers = chance.random() < 0.5 and not self.left
        head = top.top(writers=writers, decked=not self.left)
        place = {
            "foot": f"background:{back};padding:8pt 13pt 4pt",
            "top": f"left:0;right:0;top:{chance.choice((0, 14))}pt;background:{back};padding:8pt 13pt 4pt",
            "whole": f"left:0;right:0;top:0;bottom:0;background:{back};padding:13pt;"
            f"justify-content:safe {chance.choice(('center', 'flex-end', 'flex-start'))}",
            "panel": f"{chance.choice(('left', 'right'))}:{chance.choice((0, 12))}pt;width:{room:.1f}pt;"
            f"top:{chance.choice((0, 12))}pt;background:{back};padding:12pt 13pt",
            "bare": "left:0;right:0;top:0;bottom:0;padding:13pt;justify-content:safe flex-end;"
            "background:linear-gradient(rgba(0,0,0,.1),rgba(0,0,0,.75))",
        }[how]
        tall = high - (shot.size * 1.28 * 2.4 + 4 if text else 0.0)
        img = shot.image(wide, tall, figure=shot.noted(text, credit))
        over = footed(head, place) if how == "foot" else f"<div class='w-over' style='{place}'>{head}</div>"
        pic = f"<div class='w-cell' style='width:{wide:.2f}pt;height:{tall:.2f}pt;flex:none'>{img}{over}</div>"
        said = shot.caption(text, credit, "padding:2pt 0;") if text else ""
        inner = said + pic if said and chance.random() < 0.25 else pic + said
        return f"<div style='flex:none;padding-bottom:4pt'>{inner}</div>"

    def _rest(self, wide: float) -> str:
        """Deck and writers under the picture or beside it, where they are not on it."""
        if not self.left:
            return ""
        self.left = False
        points = self.desk.house.points
        top = self._topper(wide, size=points * 2.6)
        who = "" if self.draft.article.byline else top.writers()
        deck = top.deck(points * 2.8)
        return div(f"{deck}<div style='height:3pt'></div>{who}", "flex:none;padding:2pt 0 6pt")
