"""The ground, the name and the columns of small items in a web-to-print paper."""

from __future__ import annotations

from dataclasses import dataclass

from papers.stories import Draft
from papers.stylebook import NewsDraft
from papers.webcopy import Flow, Script
from papers.webstory import Desktop


def cell(wide: float, high: float, inner: str, names: str = "", style: str = "") -> str:
    """A cell, with the articles whose place it is."""
    region = f"data-reg='{names}'" if names else ""
    return f"<div class='w-cell' {region} style='width:{wide:.2f}pt;height:{high:.2f}pt;{style}'>{inner}</div>"


def named(desk: Desktop, said: str, *, role: str = "label", name: str = "", article: Draft | None = None) -> str:
    """The name over several items."""
    copy = desk.copy
    house, chance = copy.house, copy.chance
    how = chance.choice(house.names)
    size = house.points * chance.choice((1.15, 1.3, 1.6, 2.0))
    back, ink = house.fill
    css = {
        "bar": f"background:{back};color:{ink};padding:1.5pt 6pt;",
        "rule": f"border-top:2pt solid;border-bottom:.5pt solid;padding:1.5pt 0;color:{house.accent};",
        "tab": f"background:{back};color:{ink};padding:1.5pt 6pt;width:fit-content;",
        "box": "border:.8pt solid #333;padding:1.5pt 5pt;text-align:center;",
        "plain": f"color:{house.accent};",
        "lines": "border-bottom:2.5pt double #333;text-align:center;",
    }[how]
    face = chance.choice((house.sans, house.sans, house.heads[0], house.brush))
    css += f"font-size:{size:.2f}pt;line-height:1.25;margin-bottom:4pt;"
    own = article.article if article else None
    return copy.text(said, role, face, css, article=own, name=name, lines=1)


def grounded(desk: Desktop, wide: float, high: float, share: float = 0.5) -> tuple[str, float, float]:
    """Perhaps a tint or a box: its CSS, and the width and height within."""
    house, chance = desk.copy.house, desk.copy.chance
    if chance.random() >= share:
        return "", wide, high
    css = chance.choice(
        (f"background:{chance.choice(house.tints)}", "border:.8pt solid #333", f"border:1.5pt solid {house.accent}",
         "border:2.4pt double #333", "border:.8pt dashed #555")
    )  # fmt: skip
    return f"{css};padding:6pt 7pt;", wide - 16, high - 14


@dataclass(slots=True)
class Stream:
    """Items from column to column under their name."""

    desk: Desktop
    wide: float
    high: float
    measure: float = 1.0
    size: float = 1.0
    share: float = 0.5

    def html(
        self, said: str, script: Script, names: list[str], *, head: str = "", least: int = 1, fill: bool = True
    ) -> str:
        """The cell."""
        house = self.desk.copy.house
        css, wide, _ = grounded(self.desk, self.wide, self.high, self.share)
        top = head or (named(self.desk, said) if said else "")
        points, leading = house.points * self.size, house.leading * self.size
        style = f"font-size:{points:.2f}pt;line-height:{leading:.2f}pt;"
        if self.desk.copy.chance.random() < house.balanced * 0.5:
            style += "column-fill:balance;"
        name, box = self.desk.copy.box(self.desk.count(wide, self.measure), style)
        flow = Flow([name], script.steps, letters=script.letters, least=least)
        if fill and isinstance(script.draft, NewsDraft):
            flow.extras = script.extras(8)
        self.desk.copy.flows.append(flow)
        return cell(self.wide, self.high, top + box.format(""), " ".join(names), css)
