"""Pictures of a weekend paper, with their captions under, over, beside and on them, or keyed to where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from papers.stories import Draft
from papers.webcopy import Figure, div
from papers.weekhouse import WeekDesk
from typesetter.scenes import SCENES
from typesetter.scenes import drawn as scene

SHEER = "left:0;right:0;top:0;bottom:0;"
"""CSS of what covers all of a picture."""
FINE = 0.5
"""Of a picture's size in points, how much of it is drawn."""


def footed(inner: str, style: str) -> str:
    """Something at the foot of a picture; what is too high for it goes over the picture's foot, and so is found."""
    return div(f"<div style='flex:none;{style}'>{inner}</div>", f"{SHEER}justify-content:safe flex-end", "w-over")


@dataclass(slots=True)
class Shot:
    """One picture of a story.

    Attributes:
        size: of captions, in points.
    """

    desk: WeekDesk
    draft: Draft
    face: str = ""
    size: float = 0.0

    def __post_init__(self) -> None:
        house, chance = self.desk.house, self.desk.chance
        self.face = self.face or chance.choice((house.light, house.brush, house.face, house.sans))
        self.size = self.size or house.points * chance.choice((0.82, 0.9, 0.95))

    def said(self) -> str:
        """Words for a caption."""
        text = self.draft.words(self.draft.teller.tell("caption")).right
        return text[:1].upper() + text[1:]

    def credit(self, share: float = 0.4) -> str:
        """Whose picture it is, or nothing."""
        teller = self.draft.teller
        if self.desk.chance.random() >= share or not teller.knows("credit"):
            return ""
        return self.draft.words(teller.tell("credit")).right

    def image(self, wide: float, high: float, *, figure: int | None = None, style: str = "") -> str:
        """The picture alone, as large as its place."""
        name = self.desk.chance.choice(sorted(SCENES))
        seed = self.desk.chance.randint(1, 99999)
        data = scene(name, seed, wide * FINE, max(8.0, high * FINE), half_tone=self.desk.house.half_tone)
        key = "" if figure is None else f" data-img={figure}"
        return f"<img class='w-img'{key} src='{data}' style='width:{wide:.2f}pt;height:{high:.2f}pt;{style}'>"

    def noted(self, text: str, credit: str = "") -> int:
        """Remembers a picture of which something is said, or nothing; its number."""
        self.desk.copy.figures.append(Figure(self.draft.article, text or None, credit or None))
        return len(self.desk.copy.figures) - 1

    def caption(self, text: str, credit: str = "", style: str = "", align: str = "left") -> str:
        """A caption and its credit."""
        css = f"font-size:{self.size:.2f}pt;line-height:1.28;text-align:{align};{style}"
        found = self.desk.copy.text(text, "caption", self.face, css, article=self.draft.article, zone=3)
        if credit:
            right = "" if align == "center" else f"text-align:{self.desk.chance.choice(('right', align))};"
            found += self.desk.copy.text(credit, "credit", self.face, css + right, article=self.draft.article, zone=3)
        return found

    def framed(self, wide: float, high: float, how: str = "") -> str:
        """A picture with its caption in a place of given size."""
        house, chance = self.desk.house, self.desk.chance
        how = how or chance.choice((*house.captions, "under"))
        text, credit = self.said(), self.credit()
        key = self.noted(text, credit)
        if how == "over":
            dark = chance.random() < 0.7
            css = "color:#fff;background:rgba(0,0,0,.55);" if dark else "color:#111;background:rgba(255,255,255,.8);"
            body = self.caption(text, credit, css + "padding:2pt 5pt;")
            top = f"<div class='w-over' style='left:0;right:0;top:0'>{body}</div>"
            over = footed(body, "") if chance.random() < 0.67 else top
            return f"<div class='w-pic' style='height:{high:.2f}pt'>{self.image(wide, high, figure=key)}{over}</div>"
        if how == "beside" and wide > house.points * 24:
            col = min(wide * 0.34, house.points * 15)
            body = self.caption(text, credit)
            at = chance.choice(("flex-start", "flex-end"))
            side = f"<div style='width:{col:.2f}pt;flex:none;align-self:{at}'>{body}</div>"
            img = self.image(wide - col - 7, high, figure=key)
            pair = img + side if chance.random() < 0.6 else side + img
            return f"<div style='display:flex;gap:7pt;height:{high:.2f}pt'>{pair}</div>"
        body = self.caption(text, credit, "padding:2pt 0;", chance.choice(("left", "left", "center")))
        img = self.image(wide, high, figure=key)
        inner = body + img if how == "above" else img + body
        return f"<div class='w-fig' style='height:{high:.2f}pt'>{inner}</div>"
