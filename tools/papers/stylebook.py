"""The style book of a present-day paper: which of the designs it uses, and in which colours."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from papers import county, town
from papers.breaking import Type
from papers.grammar import Teller
from papers.heads import HeadLook
from papers.look import PAPERS, Look
from papers.model import KEPT_SPACE, Para
from papers.pour import Body
from papers.stories import Desk, Draft, Tongue

ACCENTS = ("#b3201d", "#14508c", "#1d6b3a", "#7a1f5c", "#a8480f", "#0c6e7d", "#222222", "#c8102e")
PALE = ("#ffd84d", "#f4c542", "#bfe3ee", "#f6c9c4", "#cfe6c4", "#e4e0d4")
TINTS = ("#fdf3e1", "#e6f0f7", "#eef5e6", "#f7e9ea", "#efecf6", "#f4efe2", "#e9e9e9", "#fff6c9")
BOLD = {
    "times": "timesb", "cond": "condb", "deja": "dejab", "helv": "helvb", "narrow": "narrowb", "sans": "sansb",
    "song": "songb", "gothic": "gothicb", "songtw": "songtwb", "gothictw": "gothictwb", "ming": "gothictwb",
    "mingcn": "gothicb", "kai": "gothictwb", "kaicn": "gothicb",
}  # fmt: skip
SLANTED = {"times": "timesi", "cond": "condi", "deja": "condi", "helv": "helvi", "narrow": "helvi", "sans": "helvi"}
WIDE = {"times": 1.0, "cond": 0.86, "deja": 0.82, "helv": 0.9, "narrow": 1.02, "sans": 0.86}
"""Western faces by the size at which they look as large as the first."""


@dataclass(frozen=True, slots=True)
class Book:
    """A paper's habits; from each tuple every story draws its own.

    Attributes:
        heads: where a head stands: `top`, `bar`, `dark`, `tint`, `photo`, `under`, `side`, `short`, `late`.
        kickers: `over`, `pill`, `row`, `ruled`, `upright`, `line`.
        decks: `plain`, `points`, `ruled`, `bold`.
        bylines: `plain`, `ruled`, `role`, `mail`, `row`, `column`, `right`,
            `end`, `bracket`.
        openings: `plain`, `bold`, `large`, `across`, `drop`.
        captions: `under`, `beside`, `over`.
        rails: how a rail's items begin: `runin`, `heads`, `marks`, `dates`, `rules`.
        ground: what parts a rail from its neighbour: `tint`, `rule`, `white`, `box`.
        names: how the name over several items is set: `bar`, `pale`, `rule`, `tab`.
        fill: colour of bars and of the letters on them.
        loose: how often the feet of a story's columns are not in line.
        label: how a page's number is written.
    """

    heads: tuple[str, ...]
    kickers: tuple[str, ...]
    decks: tuple[str, ...]
    bylines: tuple[str, ...]
    openings: tuple[str, ...]
    captions: tuple[str, ...]
    rails: tuple[str, ...]
    ground: str
    names: str
    fill: tuple[str, str]
    accent: str
    folio: str
    label: str
    loose: float
    run_in: float
    sub_color: str
    mark: str
    boxed: float
    cut_out: float


def some(chance: random.Random, options: Sequence[str], least: int, most: int) -> tuple[str, ...]:
    """A few of the options."""
    return tuple(chance.sample(list(options), chance.randint(least, most)))


def drawn_book(chance: random.Random, speech: Tongue) -> Book:
    """A style book."""
    accent = chance.choice(ACCENTS)
    fill = (chance.choice(PALE), "#111") if chance.random() < 0.3 else (accent, "#fff")
    kickers = ["over", "pill", "row", "ruled", "line"] + ["upright"] * speech.chinese
    rich = chance.random() < 0.6
    return Book(
        heads=("top", "top", *some(chance, ("bar", "dark", "tint", "photo", "under", "side", "short", "late"), 2, 5)),
        kickers=some(chance, kickers, 1, 2),
        decks=some(chance, ("plain", "plain", "points", "ruled", "bold"), 1, 2),
        bylines=some(chance, ("plain", "ruled", "role", "mail", "row", "column", "right", "end", "bracket"), 1, 2),
        openings=("plain", *some(chance, ("bold", "large", "across", "drop"), 0, 2)),
        captions=some(chance, ("under", "under", "beside", "over"), 1, 2),
        rails=some(chance, ("runin", "heads", "marks", "dates", "rules"), 1, 2),
        ground=chance.choice(("tint", "rule", "white", "box")),
        names=chance.choice(("bar", "pale", "rule", "tab")),
        fill=fill,
        accent=accent,
        folio=chance.choice(("bar", "dark", "tab", "large", "line", "center")),
        label=chance.choice(("{}", "{}", "A{}", "A{:02}")),
        loose=chance.choice((0.0, 0.0, 0.4, 0.9)),
        run_in=chance.choice((0.0, 0.0, 0.15)),
        sub_color=chance.choice(("", accent)),
        mark=chance.choice(("■", "▲", "●", "▪", "►") if not speech.chinese else ("■", "▲", "●", "◆")),
        boxed=chance.uniform(0.05, 0.35) if rich else 0.05,
        cut_out=chance.choice((0.0, 0.0, 0.1)),
    )


def tongue(chance: random.Random) -> Tongue:
    """How such a paper writes."""
    code = chance.choice(("zh-Hant", "zh-Hant", "zh-Hant", "zh-Hans", "zh-Hans", "en", "en", "de", "fr"))
    if not code.startswith("zh"):
        return Tongue(code, book=f"{code}+modern")
    region = chance.choice(("hk", "hk", "tw", "cn")) if code == "zh-Hant" else "cn"
    return Tongue(code, region, corner=region != "cn", book="zh+modern")


def look(chance: random.Random, speech: Tongue, accent: str) -> Look:
    """How such a paper looks."""
    base = county.look(chance, speech) if speech.chinese else town.look(chance)
    size = PAPERS[chance.choice(("tabloid", "a3", "short", "halfberliner", "berliner", "rhenish", "broadsheet"))]
    face = base.body.type.face if speech.chinese else chance.choice(("times", "times", "helv", "narrow", "cond"))
    points = round(chance.uniform(8.4, 10.6) * (1.0 if speech.chinese else WIDE[face] * 0.98), 1)
    leading = round(points * (chance.uniform(1.32, 1.7) if speech.chinese else chance.uniform(1.1, 1.32)), 2)
    parted = chance.random() < 0.25
    heads = _heads(chance, speech, accent)
    body = Body(
        Type(face, points, BOLD[face]),
        leading,
        0.0 if parted else chance.choice((2.0,) if speech.chinese else (1.0, 1.0, 1.4)),
        leading * chance.choice((0.5, 1.0)) if parted else 0.0,
        chance.random() < (0.9 if speech.chinese else 0.65),
        Type(chance.choice((BOLD[face], heads.faces["label"])), points * chance.choice((1.0, 1.1, 1.25))),
        chance.random() < 0.5,
    )
    gutter = chance.choice((chance.uniform(8, 11), chance.uniform(11, 17), chance.uniform(17, 26)))
    count = max(3, min(8, round((size[0] - 70) / (chance.uniform(14, 20) * points + gutter))))
    return replace(
        base,
        size=size,
        columns=count,
        gutter=gutter,
        gap=chance.uniform(11, 20),
        body=body,
        heads=heads,
        measure=chance.uniform(13, 19),
        column_rules=chance.random() < 0.15,
        parting=chance.choice(("white", "white", "hair", "rule", "thick", "double")),
        largest=chance.uniform(30, 52) * (1.15 if size[0] > 880 else 1.0),
        pictured=chance.uniform(0.4, 0.8),
        subs=chance.choice((0.0, 0.08, 0.2)),
        crossed=0.0,
        beside=0.0,
        lent=0.0,
        notched=chance.choice((0.0, 0.0, 0.05)),
        drops=0,
        quotes=chance.choice((0.0, 0.1, 0.3)),
        half_tone=False,
        accent=accent,
        tints=tuple(chance.sample(TINTS, 2)),
        stop=size[0] * size[1] / chance.uniform(5, 11),
        caption=Type(chance.choice((heads.faces["deck"], heads.faces["byline"])), chance.uniform(7, 8.6)),
        datelines=chance.choice((0.0, 0.3, 0.8)),
        extra={
            **base.extra,
            "kicker": str(chance.uniform(0.2, 0.7)),
            "deck": str(chance.uniform(0.1, 0.5)),
            "label": str(chance.uniform(0.0, 0.15)),
            "ads": "none none none strip strip corner stairs",
            "turns": str(chance.choice((0, 1, 1, 2))),
            "marked": "1.0",
            "title": heads.faces["headline"],
        },
    )


def _heads(chance: random.Random, speech: Tongue, accent: str) -> HeadLook:
    if speech.chinese:
        hant = speech.code == "zh-Hant"
        black, serif = ("gothictwb", "songtwb") if hant else ("gothicb", "songb")
        light, brush = ("gothictw", "kai") if hant else ("gothic", "kaicn")
        head = chance.choice((black, black, serif, "hei"))
        faces = {
            "label": black,
            "kicker": chance.choice((black, black, light, head)),
            "headline": head,
            "deck": chance.choice((light, light, brush, serif, black)),
            "byline": chance.choice((light, light, brush)),
        }
    else:
        head = chance.choice(("timesb", "helvb", "narrowb", "condb", "sansb", "dejab", "times", "helv"))
        faces = {
            "label": chance.choice(("helvb", "narrowb", "sansb")),
            "kicker": chance.choice(("helvb", "narrowb", "sansb", "timesi")),
            "headline": head,
            "deck": chance.choice(("helv", "times", "narrow", "timesi", "sans")),
            "byline": chance.choice(("helv", "narrow", "times", "sans", "helvb")),
        }
    return HeadLook(
        faces,
        align=chance.choice(("start", "start", "start", "center")),
        color=chance.choice(("", "", "", accent)),
        kicker_color=chance.choice(("", accent, accent)),
        tight=chance.uniform(1.15, 1.28) if speech.chinese else chance.uniform(1.02, 1.15),
    )


@dataclass(slots=True)
class NewsDraft(Draft):
    """A draft with the present day's paragraphs.

    Attributes:
        sub_color: of sub-headings.
        run_in: how often a paragraph begins with bold words.
        first: type and line height of the first paragraph, where it is larger or bold.
        asked: type of an interview's questions, which then have no mark before them.
    """

    sub_color: str = ""
    run_in: float = 0.0
    first: tuple[Type, float] | None = None
    asked: Type | None = None

    def paragraph(self, count: int, kind: str = "p") -> Para:
        """A paragraph of some sentences."""
        opens = self.counted == 0
        para = Draft.paragraph(self, count, kind)
        if kind == "sub":
            para.color = self.sub_color
        elif opens and self.first:
            para.type, para.height = self.first
            para.flush = True
        elif not opens and self.run_in and self.chance.random() < self.run_in:
            para = self.made("p", para.words.right, self.teller.tell("runin"))
        return para

    def made(self, kind: str, text: str, lead: str = "", role: str = "") -> Para:
        """A paragraph of a text."""
        asked = self.asked is not None and lead in QUESTION | ANSWER
        para = Draft.made(self, kind, text, "" if asked else lead, role)
        if self.asked and lead in QUESTION:
            para.type, para.flush, para.keep = self.asked, True, 1
        if self.tongue.code == "fr":
            para.setting = _UNPARTED.sub(KEPT_SPACE, para.setting)
        return para

    def fresh(self, section: str) -> str:
        """A way of saying something that the paper has not used before all others."""
        deck = self.teller.shared.setdefault(f"fresh {section}", [])
        if not deck:
            ways = self.teller.ways(section)
            deck += self.chance.sample(ways, len(ways))
        return self.teller.say(deck.pop())


_UNPARTED = re.compile(r"(?<=«) | (?=[»:;?!%])")
"""Spaces of French at which no line is broken (Imprimerie nationale, Lexique)."""
QUESTION = {"問：", "Q:", "Frage:", "Q. –"}
ANSWER = {"答：", "A:", "Antwort:", "R. –"}


@dataclass(slots=True)
class NewsDesk(Desk):
    """Where such drafts come from."""

    sub_color: str = ""
    run_in: float = 0.0
    caption_mark: str = ""

    def teller(self, topic: str = "") -> Teller:
        """A teller; captions begin with the paper's mark, if it has one."""
        made = Desk.teller(self, topic)
        if self.caption_mark:
            marked = tuple(self.caption_mark + text for text in made.ways("caption"))
            made.lexicon = {**made.lexicon, "caption": marked}
        return made

    def draft(self, kind: str = "story", topic: str = "") -> NewsDraft:
        """A new article of a kind."""
        made = Desk.draft(self, kind, topic)
        return NewsDraft(
            made.tongue, made.article, made.teller, made.chance, sub_color=self.sub_color, run_in=self.run_in
        )
