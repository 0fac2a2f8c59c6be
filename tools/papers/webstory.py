"""Stories of a web-to-print paper: their head, pictures and boxes, as a style sheet would lay them out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from papers.fonts import Scale
from papers.stories import Draft
from papers.webcopy import Copy, Flow, Script
from papers.webheads import Heads, byline
from typesetter.faults import UndersetError

SHORT = 22
"""Lines of a cell that is always filled."""
QUOTED = 50_000.0
"""Square points of a story that may have a pull quote in its columns."""
LEAST_LINES = 3.2
"""Of text that must have room under a head."""


@dataclass(slots=True)
class Turn:
    """A story that goes on on a later page: its flow, and what stands over its second part."""

    flow: Flow
    script: Script
    page: int
    home: str
    word: str


@dataclass(slots=True)
class Slot:
    """A cell of a page with what stands in it.

    Attributes:
        page: its page's index.
        redo: makes it anew, plainer each time; None, where it hangs together with others.
    """

    page: int
    name: str
    html: str
    flows: list[Flow]
    redo: Callable[[int], str] | None


@dataclass(slots=True)
class Desktop:
    """What stories are made with.

    Attributes:
        labels: of the issue's pages.
        page: index of the page in the making.
        most: size of its largest headline yet to be given.
    """

    copy: Copy
    scale: Scale
    labels: list[str]
    page: int = 0
    turns: list[Turn] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    slots: list[Slot] = field(default_factory=list)

    def count(self, wide: float, factor: float = 1.0) -> int:
        """Columns of about the paper's measure in a width."""
        house = self.copy.house
        return max(1, round((wide + house.gutter) / (house.measure * factor * house.points + house.gutter)))

    def measure(self, wide: float, count: int) -> float:
        """The width of one of so many columns."""
        return (wide - (count - 1) * self.copy.house.gutter) / count

    def letters(self, wide: float, high: float, points: float = 0.0, leading: float = 0.0) -> int:
        """About how many letters fill an area, and some more."""
        house = self.copy.house
        points, leading = points or house.points, leading or house.leading
        each = points * (1.0 if house.tongue.chinese else 0.42)
        return int(wide * high / (each * leading) * 1.12) + (90 if house.tongue.chinese else 420)


def prose(desk: Desktop, script: Script, need: int, *, manner: str = "", lead: str = "", drop: bool = False) -> None:
    """Tells a story of so many letters: as prose, as an interview, or as verse."""
    copy, draft = desk.copy, script.draft
    chance, house, tongue = copy.chance, copy.house, draft.tongue
    first = True
    questions = 0
    while script.letters < need:
        if manner == "verse":
            script.para(draft.teller.tell("verse"), kind="verse", cls="w-p w-flush")
            continue
        if manner == "answers" and not first:
            mark = (
                ("問：", "答：")
                if tongue.chinese
                else {"de": ("Frage:", "Antwort:"), "fr": ("Q. –", "R. –"), "es": ("P.", "R.")}.get(
                    tongue.code, ("Q:", "A:")
                )
            )
            questions += 1
            script.para(draft.teller.tell("question"), lead=mark[0], cls="w-p w-flush w-keep", face=house.bold)
            script.para(draft.sentences(1), lead=mark[1], joined=True)
        elif first:
            text = draft.teller.tell("lead")
            text = text[:1].upper() + text[1:]
            script.para(text, lead=lead, cls="w-p w-first" if drop else "w-p", drop=drop)
        elif chance.random() < house.subs and script.letters < need * 0.8:
            sub = draft.teller.tell("sub")
            face = chance.choice((house.bold, house.sans))
            align = "text-align:center" if house.byform % 2 else ""
            script.para(sub, kind="sub", cls=f"w-sub w-flush {'w-mid' if align else ''}", face=face)
            script.para(draft.sentences(1), joined=True)
        else:
            lead_in = ""
            if draft.teller.knows("runin") and chance.random() < 0.04:
                lead_in = draft.teller.tell("runin") + ("　" if tongue.chinese else "")
            script.para(draft.sentences(1), lead=lead_in.strip())
        first = False
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            script.more(draft.sentences(1))


@dataclass(slots=True)
class Telling:
    """One story that is to fill a cell of given width and height; `weblayouts.Story` says how.

    Attributes:
        first: the largest of its page.
        plain: without what may not fit.
        kind: `story`, `opinion` or `interview`.
        label: the standing name over it.
        inner: it stands within something else, under a small head.
        parted: its cell is not all its own.
    """

    desk: Desktop
    wide: float
    high: float
    first: bool = False
    plain: bool = False
    kind: str = "story"
    label: str = ""
    inner: bool = False
    parted: bool = False
    draft: Draft = field(init=False)
    script: Script = field(init=False)

    def __post_init__(self) -> None:
        self.draft = self.desk.copy.desk.draft("story")
        self.script = Script(self.desk.copy, self.draft)

    def _cell(self, inner: str, style: str) -> str:
        region = "" if self.parted else self._region()
        css = f"width:{self.wide:.2f}pt;height:{self.high:.2f}pt;{style}"
        return f"<div class='w-cell'{region} style='{css}'>{inner}</div>"

    def _region(self) -> str:
        """What marks an element as a place of the story."""
        return f" data-reg='{self.draft.article.id}'"

    # What a story is made of.

    def _size(self, wide: float) -> float:
        house, chance = self.desk.copy.house, self.desk.copy.chance
        if self.first:
            return min(house.large, wide * 0.12, self.high * 0.16)
        if self.wide * self.high < 34_000 or self.inner:
            return house.points * chance.choice(house.small)
        grown = 0.045 * wide + house.points * chance.uniform(0.6, 1.6)
        return max(house.points * 1.15, min(house.large * 0.7, grown, self.high * 0.14))

    def _head(self, wide: float, *, color: str = "", align: str = "", size: float = 0.0, upright: bool = False) -> str:
        copy, draft = self.desk.copy, self.draft
        if "headline" not in draft.article.heads:
            section = "opinionhead" if self.kind == "opinion" and draft.teller.knows("opinionhead") else "headline"
            draft.head("headline", section)
        top = self._byline_at() == "top" and not upright
        said = byline(copy, draft) if top else ""
        label = ""
        if self.label:
            face, house = copy.house.sans, copy.house
            css = f"font-size:{house.points * 1.1:.2f}pt;line-height:1.3;color:{color or house.accent};"
            css += f"border-bottom:.8pt solid {color or house.accent};margin-bottom:3pt;"
            label = copy.text(self.label, "label", face, css, article=draft.article)
        heads = Heads(
            copy, self.desk.scale, draft, wide, size or self._size(wide), color=color, align=align, upright=upright,
            most=4 if wide < copy.house.points * 16 else 3 if wide < 300 else 2,
        )  # fmt: skip
        return label + heads.whole(byline=said, plain=self.plain and self.wide < 160)

    def _byline_at(self) -> str:
        copy = self.desk.copy
        if copy.chance.random() < 0.3 or self.wide < copy.house.points * 9:
            return "none"
        how = copy.chance.choice(copy.house.bylines)
        return "top" if how in {"top", "ruled", "right", "tinted"} else how

    def _lead(self) -> str:
        draft, chance = self.draft, self.desk.copy.chance
        if chance.random() < 0.45:
            return ""
        if draft.tongue.chinese:
            return draft.dateline() if draft.teller.knows("bodyhead") else ""
        town = draft.teller.say("{@town}")
        return {"en": f"{town.upper()} —", "de": f"{town}.", "fr": f"{town}. —", "es": f"{town}."}[draft.tongue.code]

    def _tail(self) -> str:
        copy, draft = self.desk.copy, self.draft
        chance, house = copy.chance, copy.house
        ends = [b for b in house.bylines if b in {"end", "bracket"}]
        if draft.article.byline or not ends or chance.random() < 0.4:
            return ""
        said = byline(copy, draft, bracket=chance.choice(ends) == "bracket")
        face = chance.choice((house.face, house.brush, house.sans))
        css = f"text-align:right;line-height:{house.leading}pt;font-size:{house.points}pt;text-indent:0;"
        return copy.text(
            said.replace(" /_ ", ", "), "byline", face, css, article=draft.article, zone=2, upright=self.script.upright
        )

    def _flow(self, boxes: list[str], wide: float, high: float, *, manner: str = "", drop: bool = True) -> Flow:
        """The text for boxes of about so much room in all."""
        copy, house, chance = self.desk.copy, self.desk.copy.house, self.desk.copy.chance
        need = self.desk.letters(wide, high)
        dropped = drop and chance.random() < house.drops and high > 14 * house.leading and not self.script.upright
        lead = "" if dropped else self._lead()
        prose(self.desk, self.script, need, manner=manner or self._manner(), lead=lead, drop=dropped)
        if not manner and not self.script.upright and wide * high > QUOTED and chance.random() < house.quoted:
            self._quoted_in()
        flow = Flow(boxes, self.script.steps, letters=self.script.letters, tail=self._tail())
        if manner != "verse":
            flow.extras = self.script.extras()
        lines = int(high / house.leading)
        if chance.random() < house.loose and not self.first and lines > SHORT:
            flow.loose = chance.randint(2, max(2, min(7, lines // 7)))
        copy.flows.append(flow)
        return flow

    def _quote(self, wide: float, size: float) -> str:
        """A pull quote."""
        copy, house, chance, draft = self.desk.copy, self.desk.copy.house, self.desk.copy.chance, self.draft
        mark = draft.tongue.quotes
        said = draft.words(mark[0] + draft.teller.tell("quote") + mark[1]).right
        css = chance.choice(
            ("border-top:1.5pt solid #333;border-bottom:1.5pt solid #333;padding:3pt 0;",
             f"border-left:3pt solid {house.accent};padding-left:6pt;", "")
        )  # fmt: skip
        css += f"font-size:{size:.2f}pt;line-height:1.25;color:{chance.choice(('#111', house.accent))};text-indent:0;"
        css += f"text-align:{chance.choice(('left', 'center'))};text-wrap:balance;" + (
            f"width:{wide:.2f}pt;" if wide else ""
        )
        face = chance.choice((*house.heads, house.brush, house.light))
        return copy.text(said, "pullquote", face, css, article=draft.article, zone=3)

    def _quoted_in(self) -> None:
        """Puts a pull quote between two paragraphs of the text."""
        steps, chance = self.script.steps, self.desk.copy.chance
        own = [i for i, step in enumerate(steps) if step[0]["kind"] == "p" and 0.2 < i / len(steps) < 0.6]
        if own:
            quote = self._quote(0.0, self.desk.copy.house.points * chance.choice((1.2, 1.4, 1.7)))
            text = f"<div class='w-whole' style='padding:4pt 0'>{quote}</div>"
            steps.insert(chance.choice(own), [{"kind": "html", "text": text}])

    def _manner(self) -> str:
        return "answers" if self.kind == "interview" else ""

    def _style(self, count: int) -> str:
        house, chance = self.desk.copy.house, self.desk.copy.chance
        return "column-fill:balance;" if house.balanced and count > 1 and chance.random() < 0.8 else ""

    def _body(self, wide: float, high: float, count: int = 0, inner: str = "", style: str = "") -> str:
        """One box with all the text."""
        count = count or self.desk.count(wide)
        if high < LEAST_LINES * self.desk.copy.house.leading:
            raise UndersetError("no room for text")
        name, html = self.desk.copy.box(count, style or self._style(count))
        self._flow([name], wide, high)
        return html.format(inner)
