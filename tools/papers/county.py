"""Chinese district and county papers: tabloids of four to six columns, kickers over headlines, jumps."""

from __future__ import annotations

import random

from papers.breaking import Type
from papers.furniture import drawn_facts
from papers.heads import HeadLook
from papers.issue import Issue
from papers.look import PAPERS, Look, drawn_body
from papers.stories import Desk, Tongue

SIMPLE = {
    "body": ("song", "song", "gothic", "mingcn", "kaicn"),
    "head": ("songb", "gothicb", "gothicb", "hei"),
    "small": ("gothic", "hei", "kaicn", "song"),
    "deck": ("kaicn", "song", "gothic"),
}
TRADITIONAL = {
    "body": ("songtw", "ming", "ming", "gothictw"),
    "head": ("songtwb", "gothictwb", "hei"),
    "small": ("gothictw", "hei", "kai"),
    "deck": ("kai", "songtw"),
}


def tongue(chance: random.Random) -> Tongue:
    """How such a paper writes."""
    traditional = chance.random() < 0.4
    region = "tw" if traditional and chance.random() < 0.6 else "cn"
    return Tongue(
        "zh-Hant" if traditional else "zh-Hans",
        region,
        strays=chance.choice((0, 0, 15, 60, 150)),
        half_width=chance.random() < 0.12,
        corner=region == "tw",
    )


def chinese_heads(chance: random.Random, faces: dict[str, tuple[str, ...]], accent: str) -> HeadLook:
    """Heads of a Chinese paper."""
    small, deck = chance.choice(faces["small"]), chance.choice(faces["deck"])
    order = ("label", "kicker", "headline", "deck", "byline")
    return HeadLook(
        {
            "label": small,
            "kicker": small,
            "headline": chance.choice(faces["head"]),
            "deck": deck,
            "byline": chance.choice((deck, small)),
        },
        align=chance.choice(("start", "center", "center")),
        color=chance.choice(("", "", accent, "#1d3f77")),
        kicker_color=chance.choice(("", "", accent)),
        order=order,
        tight=chance.uniform(1.15, 1.3),
        label_style=chance.choice(("plain", "tag", "line")),
    )


def look(chance: random.Random, speech: Tongue) -> Look:
    """How such a paper looks."""
    faces = TRADITIONAL if speech.code == "zh-Hant" else SIMPLE
    size = PAPERS[chance.choice(("a3", "tabloid", "short", "short", "halfberliner"))]
    accent = chance.choice(("#b3201d", "#a3201d", "#c0392b", "#14508c"))
    heads = chinese_heads(chance, faces, accent)
    lead = chance.choice((heads.faces["label"], ""))
    body = drawn_body(
        chance,
        chance.choice(faces["body"]),
        (8.5, 10.5),
        (1.32, 1.75),
        lead=lead,
        sub=heads.faces["headline"],
        indent=2.0,
        ragged=0.08,
    )
    margin = chance.uniform(28, 44)
    return Look(
        size,
        (chance.uniform(26, 40), margin, chance.uniform(28, 40), margin),
        chance.choice((4, 4, 5, 5, 6)),
        chance.uniform(9, 18),
        chance.uniform(9, 17),
        body,
        heads,
        measure=chance.uniform(13, 20),
        column_rules=chance.random() < 0.25,
        parting=chance.choice(("white", "hair", "rule", "thick", "hair")),
        largest=chance.uniform(30, 52),
        boxed=chance.uniform(0.08, 0.35),
        pictured=chance.uniform(0.25, 0.6),
        subs=chance.choice((0.0, 0.08, 0.15)),
        crossed=chance.choice((0.0, 0.0, 0.08)),
        beside=chance.uniform(0, 0.08),
        short=chance.uniform(0, 0.08),
        middle=chance.choice((0.0, 0.05)),
        notched=chance.uniform(0.05, 0.4),
        bastard=chance.uniform(0.1, 0.5),
        quotes=0.04,
        byline=chance.choice(("top", "end", "mixed")),
        datelines=chance.uniform(0.5, 0.9),
        stop=size[0] * size[1] / chance.uniform(6.5, 12),
        caption=Type(heads.faces["deck"], chance.uniform(7.5, 9)),
        credit_own_line=chance.random() < 0.15,
        caption_at=chance.choice(("under", "under", "beside", "over")),
        accent=accent,
        lengths=chance.choice(((1, 2, 2, 3), (2, 3, 3, 4), (1, 1, 2))),
        folio=Type(heads.faces["label"], chance.uniform(8.5, 11)),
        extra={
            "kicker": str(chance.uniform(0.3, 0.6)),
            "deck": str(chance.uniform(0.15, 0.4)),
            "label": str(chance.uniform(0.05, 0.2)),
            "big": "0.05",
            "briefs": str(chance.uniform(0.05, 0.2)),
            "promos": str(chance.uniform(0.0, 0.12)),
            "notices": "0.06",
            "photos": "0.06",
            "opinions": "0.05",
            "tables": "0.03",
            "folio": str(chance.randint(0, 2)),
            "ads": "none none none strip corner",
            "title": chance.choice((*faces["head"], faces["deck"][0])),
            "answers": "0.05",
            "turns": str(chance.randint(0, 2)),
        },
    )


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such a paper."""
    speech = tongue(chance)
    issue = begun("county", chance, speech, look(chance, speech))
    return paged(issue, pages, masthead=chance.uniform(60, 105))


def begun(family: str, chance: random.Random, speech: Tongue, style: Look, *, old: bool = False) -> Issue:
    """An issue with nothing on it yet."""
    desk = Desk(speech, chance)
    facts = drawn_facts(chance, speech, desk, old=old)
    desk.title = facts.title
    facts.names = [speech.words(desk.teller().say("{person}"), chance).right]
    issue = Issue(family, chance, speech, style, facts, desk)
    issue.by = chance.randrange(len(desk.teller().ways("by")))
    return issue


def paged(issue: Issue, pages: int, *, masthead: float) -> Issue:
    """An issue of news pages."""
    issue.pages = pages
    teller = issue.desk.teller()
    for number in range(1, pages + 1):
        name = (
            ""
            if number == 1 and issue.chance.random() < 0.5
            else issue.tongue.words(teller.tell("pagename"), issue.chance).right
        )
        leaf = issue.leaf(number, name)
        room = issue.room(leaf, masthead=masthead if number == 1 else 0.0)
        issue.news(leaf, room, first=number == 1)
    return issue
