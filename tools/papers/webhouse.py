"""The house style of a web-to-print paper: what its newsroom has written into its style sheet."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TypeVar

from papers import county
from papers.look import PAPERS
from papers.stories import Tongue
from papers.stylebook import ACCENTS, BOLD, PALE, SLANTED, TINTS, WIDE

T = TypeVar("T")
KINDS = (
    "district", "district", "district", "party", "evening", "taiwan", "hongkong", "campus",
    "town", "town", "town", "gazette", "gazette",
)  # fmt: skip
"""Sorts of papers; a gazette is a German or French town paper."""
SMALL_HEADS = (1.0, 1.0, 1.1, 1.2, 1.3, 1.5)
"""Ems of small stories' headlines: hardly larger than the text."""


@dataclass(frozen=True, slots=True)
class House:
    """A paper's habits. Sizes in points; tuples hold what each story draws from.

    Attributes:
        measure: line length that the paper likes, in ems.
        small: ems of small stories' headlines; a paper has one or two.
        large: points of its largest headline.
        aligns: of heads.
        parting: what parts stories: `white`, `solid`, `double`, `dotted`, `dashed`.
        column_rule: CSS of the rule between columns.
        grid: heads are as high as whole lines.
        balanced: columns of a story end on one line.
        kickers: `plain`, `ruled`, `bar`, `row`, `box`, `big`.
        decks: `plain`, `over` (above the headline), `big` (of the headline's size), `ruled`, `dash`.
        bylines: `top`, `ruled`, `end`, `bracket`, `lead`, `upper`, `right`, `none`.
        names: how the name over several items is set: `bar`, `rule`, `tab`, `box`, `plain`, `lines`.
        captions: `under`, `beside`, `over`, `above`.
        treats: layouts of large stories beyond the plain one.
        loose: how often a story ends early.
        label: how page numbers are written.
    """

    kind: str
    tongue: Tongue
    size: tuple[float, float]
    margins: tuple[float, float, float, float]
    columns: int
    gutter: float
    gap: float
    face: str
    points: float
    leading: float
    measure: float
    justified: bool
    indent: float
    parted: float
    soft: bool
    heads: tuple[str, ...]
    light: str
    brush: str
    sans: str
    small: tuple[float, ...]
    large: float
    tight: float
    aligns: tuple[str, ...]
    accent: str
    ink: tuple[str, ...]
    tints: tuple[str, ...]
    fill: tuple[str, str]
    parting: str
    weight: float
    column_rule: str
    grid: bool
    balanced: bool
    kickers: tuple[str, ...]
    kicked: float
    decks: tuple[str, ...]
    decked: float
    bylines: tuple[str, ...]
    byform: int
    names: tuple[str, ...]
    captions: tuple[str, ...]
    treats: tuple[str, ...]
    drops: float
    subs: float
    pictured: float
    quoted: float
    loose: float
    boxed: float
    stop: float
    label: str
    half_tone: bool
    mast: str
    folio: str
    mark: str

    @property
    def bold(self) -> str:
        """The body's bold face."""
        return BOLD[self.face]

    @property
    def slanted(self) -> str:
        """The body's italic, or what stands for it."""
        return SLANTED.get(self.face, self.brush)

    @property
    def region(self) -> str:
        """Whose wording it uses."""
        return self.tongue.region


def _tongue(chance: random.Random, kind: str) -> Tongue:
    modern = "zh+modern"
    if kind == "district":
        hant = chance.random() < 0.45
        strays = chance.choice((0, 0, 15, 60)) if hant else 0
        code = "zh-Hant" if hant else "zh-Hans"
        return Tongue(code, "cn", strays=strays, book=chance.choice(("zh", "zh", modern)))
    if kind in {"party", "evening"}:
        return Tongue("zh-Hans", "cn", book=chance.choice(("zh", modern)))
    if kind == "taiwan":
        return Tongue("zh-Hant", "tw", corner=True, book=chance.choice(("zh", modern)))
    if kind == "hongkong":
        return Tongue("zh-Hant", "hk", corner=True, book=modern)
    if kind == "campus":
        hant = chance.random() < 0.4
        code = "zh-Hant" if hant else "zh-Hans"
        return Tongue(code, "tw" if hant else "cn", corner=hant, book="zh+campus")
    if kind == "town":
        return Tongue("en", book=chance.choice(("en", "en+modern", "en+modern")))
    code = chance.choice(("de", "fr"))
    return Tongue(code, book=chance.choice((code, f"{code}+modern", f"{code}+modern")))


def some(chance: random.Random, options: tuple[T, ...], least: int, most: int) -> tuple[T, ...]:
    """A few of the options."""
    return tuple(chance.sample(options, chance.randint(least, min(most, len(options)))))


def drawn_house(chance: random.Random, kind: str = "", speech: Tongue | None = None) -> House:
    """A house style, of any kind of paper and in its language where none is given."""
    kind = kind or chance.choice(KINDS)
    speech = speech or _tongue(chance, kind)
    papers = {
        "district": ("tabloid", "tabloid", "a3", "short"),
        "party": ("broadsheet", "rhenish", "berliner"),
        "campus": ("a3", "tabloid", "short", "halfberliner"),
        "hongkong": ("tabloid", "berliner", "rhenish"),
    }.get(kind, ("tabloid", "a3", "short", "berliner", "rhenish", "broadsheet", "halfberliner"))
    size = PAPERS[chance.choice(papers)]
    if speech.chinese:
        hant = speech.code == "zh-Hant"
        faces = county.TRADITIONAL if hant else county.SIMPLE
        face = chance.choice(faces["body"])
        black, serif = ("gothictwb", "songtwb") if hant else ("gothicb", "songb")
        heads = some(chance, (black, serif, "hei" if not hant else black), 1, 2)
        light, brush = ("gothictw", "kai") if hant else ("gothic", "kaicn")
        sans = black
        points = chance.uniform(8.4, 10.8)
        leading = points * chance.uniform(1.3, 1.7)
    else:
        face = chance.choice(("times", "times", "times", "helv", "narrow", "cond"))
        heads = some(chance, ("timesb", "helvb", "narrowb", "condb", "sansb", "dejab", "times", "helv"), 1, 2)
        light, brush = chance.choice(("helv", "narrow", "sans", "times")), chance.choice(("timesi", "condi", "helvi"))
        sans = chance.choice(("helvb", "narrowb", "sansb"))
        points = chance.uniform(8.2, 10.8) * WIDE[face]
        leading = points * chance.uniform(1.12, 1.34)
    points, leading = round(points, 1), round(leading, 2)
    measure = chance.uniform(12.5, 19) if speech.chinese else chance.uniform(12, 19)
    accent = chance.choice(ACCENTS)
    gutter = chance.choice((chance.uniform(7, 11), chance.uniform(11, 17), chance.uniform(15, 24)))
    side = chance.uniform(26, 52)
    parted = leading * chance.choice((0.5, 1.0)) if chance.random() < (0.08 if speech.chinese else 0.2) else 0.0
    indent = 2.0 if speech.chinese else chance.choice((1.0, 1.0, 1.4, 0.0 if parted else 1.0))
    return House(
        kind=kind,
        tongue=speech,
        size=size,
        margins=(chance.uniform(24, 46), side, chance.uniform(28, 50), side),
        columns=max(3, min(9, round((size[0] - 2 * side) / (measure * points + gutter)))),
        gutter=gutter,
        gap=chance.choice((chance.uniform(7, 11), chance.uniform(11, 20))),
        face=face,
        points=points,
        leading=leading,
        measure=measure,
        justified=chance.random() < (0.92 if speech.chinese else 0.62),
        indent=0.0 if parted and chance.random() < 0.6 else indent,
        parted=parted,
        soft=chance.random() < 0.75,
        heads=heads,
        light=light,
        brush=brush,
        sans=sans,
        small=some(chance, SMALL_HEADS, 1, 3),
        large=chance.uniform(30, 60) * (1.2 if size[0] > 880 else 1.0),
        tight=chance.uniform(1.15, 1.32) if speech.chinese else chance.uniform(1.02, 1.16),
        aligns=chance.choice((("left",), ("left",), ("center",), ("left", "center"), ("left", "justify"))),
        accent=accent,
        ink=chance.choice((("",), ("",), ("", accent), ("", accent, "#1d3f77"))),
        tints=some(chance, TINTS, 2, 3),
        fill=(chance.choice(PALE), "#111") if chance.random() < 0.3 else (accent, "#fff"),
        parting=chance.choice(("white", "white", "solid", "solid", "double", "dotted", "dashed")),
        weight=chance.choice((0.4, 0.8, 1.5)),
        column_rule=chance.choice(("", "", ".4pt solid #555", ".4pt dotted #555", ".6pt solid #bbb")),
        grid=chance.random() < 0.35,
        balanced=chance.random() < 0.4,
        kickers=some(chance, ("plain", "plain", "ruled", "bar", "row", "box", "big"), 1, 3),
        kicked=chance.uniform(0.15, 0.7),
        decks=some(chance, ("plain", "over", "big", "ruled", "dash", "body"), 1, 3),
        decked=chance.uniform(0.1, 0.55),
        bylines=some(chance, ("top", "top", "ruled", "end", "bracket", "right", "lead", "tinted", "none"), 2, 4),
        byform=chance.randrange(12),
        names=some(chance, ("bar", "rule", "tab", "box", "plain", "lines"), 1, 3),
        captions=some(chance, ("under", "under", "beside", "over", "above"), 1, 3),
        treats=some(
            chance,
            ("incol", "span", "late", "side", "corner", "spanner", "upright", "bar", "tint", "float", "beside",
             "over", "photo", "round"),
            5, 10,
        ),
        drops=chance.choice((0.0, 0.0, 0.2, 0.6)),
        subs=chance.choice((0.0, 0.08, 0.18)),
        pictured=chance.uniform(0.25, 0.7),
        quoted=chance.choice((0.0, 0.1, 0.3)),
        loose=chance.choice((0.0, 0.0, 0.15, 0.4)),
        boxed=chance.uniform(0.0, 0.2),
        stop=size[0] * size[1] / chance.uniform(4.5, 15),
        label=chance.choice(("{}", "{}", "{}", "A{}", "{:02}", "A{:02}")),
        half_tone=chance.random() < 0.12,
        mast=chance.choice(("left", "center", "block", "ears", "boxed")),
        folio=chance.choice(("line", "bar", "tab", "foot", "big", "footbar")),
        mark=chance.choice(("■", "▲", "●", "◆", "□", "◎")),
    )  # fmt: skip


def sheet(house: House) -> str:
    """The paper's style sheet."""
    h = house
    align = "justify" if h.justified else "start"
    indent = h.indent * h.points
    deep = h.leading * (2 + h.byform % 2)
    return f"""
.w-page {{ position:absolute; left:0; top:0; width:{h.size[0]}pt; height:{h.size[1]}pt; contain:strict; }}
.w-page *, .w-page {{ hanging-punctuation:none; line-break:strict; }}
.w-abs {{ position:absolute; }}
.w-cell {{ position:relative; display:flex; flex-direction:column; min-width:0; min-height:0; contain:size layout; }}
.w-rows, .w-cols {{ position:relative; display:grid; min-width:0; min-height:0; }}
.w-quad {{ display:grid; flex:1 1 0; min-height:0; }}
.w-stack {{ display:flex; flex-direction:column; min-height:0; min-width:0; }}
.w-row {{ display:flex; flex:1 1 0; min-height:0; min-width:0; }}
.w-box {{ flex:1 1 0; min-height:0; min-width:0; column-fill:auto; font-size:{h.points}pt; line-height:{h.leading}pt;
  column-gap:{h.gutter:.2f}pt; column-rule:{h.column_rule or "none"}; }}
.w-t {{ widows:1; orphans:1; }}
.w-p {{ text-align:{align}; text-indent:{indent:.2f}pt; }}
.w-p + .w-p {{ margin-top:{h.parted:.2f}pt; }}
.w-flush, .w-on, .w-first {{ text-indent:0 !important; }}
.w-on {{ margin-top:0 !important; }}
.w-cut {{ text-align-last:{"justify" if h.justified else "auto"}; }}
.w-sub {{ break-after:avoid; margin:{h.leading * 0.5:.2f}pt 0; }}
.w-mid {{ text-align:center; }}
.w-item {{ margin-top:{h.leading * 0.5:.2f}pt; }}
.w-rule {{ border-top:.5pt solid #333; padding-top:{h.leading * 0.3:.2f}pt; margin-top:{h.leading * 0.4:.2f}pt; }}
.w-box > .w-item:first-child, .w-box > .w-rule:first-child {{ margin-top:0; }}
.w-keep {{ break-after:avoid; }}
.w-whole {{ break-inside:avoid; }}
.w-span {{ column-span:all; break-inside:avoid; }}
.w-drop {{ float:left; font-size:{deep * 0.92:.2f}pt; line-height:{deep:.2f}pt; padding-right:3pt;
  height:{deep:.2f}pt; color:{h.accent}; }}
.w-lead.bold {{ font-weight:bold; }}
.w-cells {{ display:flex; gap:4pt; border-bottom:.4pt solid #999; break-inside:avoid; text-indent:0; }}
.w-cells > span {{ flex:1 1 0; white-space:nowrap; }}
.w-h {{ overflow-wrap:anywhere; }}
.w-one {{ white-space:nowrap; }}
.w-slot {{ display:contents; }}
.w-fig {{ display:flex; flex-direction:column; }}
.w-tall > .w-fig {{ height:100% !important; }}
.w-fig > img {{ flex:1 1 0; min-height:0; }}
.w-hr {{ position:absolute; display:block; }}
.w-img {{ display:block; object-fit:cover; }}
.w-ad {{ display:flex; flex-direction:column; justify-content:space-evenly; height:100%; text-align:center; }}
.w-v {{ writing-mode:vertical-rl; text-orientation:mixed; }}
"""
