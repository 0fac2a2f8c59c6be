"""Vertical papers in Traditional Chinese: tiers (段) of lines from top to bottom, heads down and across.

The page is turned: a tier is a column of the logical page, and the logical page's top is the right edge.
"""

from __future__ import annotations

import random
from dataclasses import replace

from papers.breaking import Type
from papers.county import TRADITIONAL, begun, chinese_heads
from papers.issue import Issue
from papers.look import PAPERS, Look, drawn_body
from papers.stories import Tongue
from typesetter.sheet import Rect


def look(chance: random.Random, *, old: bool) -> Look:
    """How such a paper looks."""
    size = PAPERS[chance.choice(("tabloid", "a3", "berliner", "rhenish", "broadsheet"))]
    accent = chance.choice(("#b3201d", "#111", "#14508c"))
    heads = replace(
        chinese_heads(chance, TRADITIONAL, accent), label_style=chance.choice(("plain", "line")), tight=1.22
    )
    if old:
        heads = replace(heads, color="", kicker_color="")
    body = drawn_body(
        chance,
        chance.choice(("ming", "ming", "songtw", "kai" if old else "gothictw")),
        (7.8, 10.2),
        (1.18, 1.55),
        lead=chance.choice(("", heads.faces["headline"])),
        sub=heads.faces["headline"],
        indent=chance.choice((1.0, 2.0, 0.0)),
        upright=True,
    )
    em = body.type.size
    margin = chance.uniform(26, 42)
    tiers = max(5, min(14, round((size[1] - 130) / (chance.uniform(10.5, 16) * em + 9))))
    return Look(
        size,
        (chance.uniform(24, 36), margin, chance.uniform(26, 38), margin),
        tiers,
        chance.uniform(8, 13),
        chance.uniform(8, 14),
        body,
        heads,
        measure=chance.uniform(10.5, 15),
        upright=True,
        column_rules=chance.random() < 0.6,
        parting=chance.choice(("hair", "rule", "double", "white")),
        largest=chance.uniform(28, 50),
        boxed=chance.uniform(0.08, 0.3),
        pictured=0.1 if old else chance.uniform(0.15, 0.45),
        subs=chance.choice((0.0, 0.06)),
        crossed=chance.uniform(0.05, 0.4),
        beside=0.04,
        short=chance.uniform(0, 0.12),
        middle=chance.choice((0.0, 0.06)),
        notched=chance.uniform(0.15, 0.5),
        bastard=chance.uniform(0, 0.2),
        quotes=0.04,
        byline=chance.choice(("top", "end", "none")),
        datelines=chance.uniform(0.4, 0.9),
        stop=size[0] * size[1] / chance.uniform(10, 20),
        caption=Type(chance.choice(("kai", "gothictw")), chance.uniform(7.5, 9)),
        half_tone=old,
        accent=accent if accent != "#111" else "#333",
        lengths=chance.choice(((1, 2, 2, 3), (2, 3, 4), (1, 1, 2))),
        folio=Type(heads.faces["label"], chance.uniform(8, 10)),
        extra={
            "kicker": str(chance.uniform(0.15, 0.45)),
            "deck": str(chance.uniform(0.1, 0.5)),
            "label": "0.08",
            "big": "0",
            "briefs": "0.08",
            "notices": "0.08",
            "opinions": "0.06",
            "folio": str(chance.randint(0, 2)),
            "ads": "none none corner strip strip",
            "title": chance.choice(("kai", "songtwb", "gothictwb", "kai")),
            "turns": str(chance.randint(0, 2)),
            "narrowest": "2" if tiers > 7 else "1",
            "across": str(chance.uniform(0.5, 0.9)),
            "least": "80",
            "answers": "0.04",
            "old": "1",
        },
    )


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such a paper."""
    old = chance.random() < 0.4
    speech = Tongue("zh-Hant", "tw", strays=chance.choice((0, 0, 0, 20)), numerals=True, corner=True)
    issue = begun("vertical", chance, speech, look(chance, old=old))
    if old:
        issue.facts.day = issue.facts.day.replace(year=chance.randint(1912, 1948))
    issue.pages = pages
    teller = issue.desk.teller()
    standing = chance.random() < 0.55
    for number in range(1, pages + 1):
        leaf = issue.leaf(number, speech.words(teller.tell("pagename"), chance).right)
        if number > 1 or not standing:
            room = issue.room(leaf, masthead=chance.uniform(60, 95) if number == 1 else 0.0)
            issue.news(leaf, room, first=number == 1)
            continue
        width, height = issue.look.size
        top, right, bottom, left = issue.look.margins
        room = Rect(top, right, height - top - bottom, width - left - right)
        grid = issue.grid(room)
        tiers = max(2, round(issue.look.columns * chance.uniform(0.3, 0.45)))
        deep = chance.uniform(80, 120)
        step = (room.w + issue.look.gutter) / grid.count
        box = Rect(width - right - deep, top, deep, tiers * step - issue.look.gutter)
        issue.plate(leaf).standing(issue.facts, box)
        issue.news(leaf, room, first=True, corner=(tiers, deep))
    return issue
