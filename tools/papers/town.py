"""English broadsheets and town papers: justified, hyphenated, jumps, decks, drop caps, pull quotes."""

from __future__ import annotations

import random

from papers.breaking import Type
from papers.county import begun, paged
from papers.heads import HeadLook
from papers.issue import Issue
from papers.look import PAPERS, Look, drawn_body
from papers.stories import Tongue

HEADS = ("timesb", "timesb", "helvb", "narrowb", "condb", "dejab", "sansb", "times")


def look(chance: random.Random) -> Look:
    """How such a paper looks."""
    size = PAPERS[chance.choice(("tabloid", "berliner", "broadsheet", "a3", "rhenish", "short"))]
    head = chance.choice(HEADS)
    kin = {"t": "times", "h": "helv", "n": "narrow", "c": "cond", "d": "deja", "s": "sans"}[head[0]]
    small = chance.choice(("helvb", "timesi", "narrowb", "sans", "timesb"))
    heads = HeadLook(
        {
            "label": chance.choice(("helvb", "narrowb", "timesb")),
            "kicker": small,
            "headline": head,
            "deck": chance.choice((kin, "timesi", "times", "helv")),
            "byline": chance.choice(("helvb", "timesb", "timesi", "narrowb", "helv")),
        },
        align=chance.choice(("start", "start", "center")),
        kicker_color=chance.choice(("", "", "#8c1c13", "#1d4e79")),
        order=chance.choice(
            (("label", "kicker", "headline", "deck", "byline"), ("label", "kicker", "headline", "byline"))
        ),
        tight=chance.uniform(1.0, 1.15),
        label_style=chance.choice(("plain", "tag", "line")),
    )
    face = chance.choice(("times", "times", "times", "cond", "deja", "helv"))
    wide = {"times": 1.0, "cond": 0.86, "deja": 0.82, "helv": 0.9}[face]
    body = drawn_body(
        chance,
        face,
        (8.3 * wide, 11 * wide),
        (1.1, 1.32),
        lead=chance.choice(("", {"times": "timesb", "cond": "condb", "deja": "dejab", "helv": "helvb"}[face])),
        sub=chance.choice((head, "helvb", "timesb")),
        indent=chance.choice((1.0, 1.0, 1.5, 0.8)),
        ragged=0.18,
        spaced=0.12,
    )
    margin = chance.uniform(30, 48)
    columns = 6 if size[0] > 880 else chance.choice((4, 5, 6))
    return Look(
        size,
        (chance.uniform(28, 42), margin, chance.uniform(30, 44), margin),
        columns + (chance.choice((0, 1, 2)) if size[0] > 960 else 0),
        chance.uniform(8, 16),
        chance.uniform(9, 16),
        body,
        heads,
        measure=chance.uniform(13.5, 19),
        column_rules=chance.random() < 0.3,
        parting=chance.choice(("white", "hair", "rule", "double", "hair")),
        largest=chance.uniform(30, 58),
        boxed=chance.uniform(0.03, 0.22),
        pictured=chance.uniform(0.25, 0.6),
        subs=chance.choice((0.0, 0.0, 0.06)),
        beside=chance.uniform(0, 0.1),
        short=chance.uniform(0, 0.12),
        middle=chance.choice((0.0, 0.0, 0.06)),
        notched=chance.uniform(0.1, 0.5),
        bastard=chance.uniform(0.0, 0.3),
        quotes=chance.uniform(0.05, 0.3),
        byline=chance.choice(("top", "top", "top", "end")),
        datelines=chance.uniform(0.1, 0.8),
        drops=chance.choice((0, 0, 2, 3, 4)),
        stop=size[0] * size[1] / chance.uniform(7, 13),
        caption=Type(chance.choice(("helv", "timesi", "timesb", "narrow", "helvb")), chance.uniform(7, 9)),
        credit_own_line=chance.random() < 0.25,
        caption_at=chance.choice(("under", "under", "under", "beside")),
        half_tone=chance.random() < 0.3,
        accent=chance.choice(("#8c1c13", "#1d4e79", "#2c5234")),
        lengths=chance.choice(((1, 1, 2), (1, 2, 2, 3), (2, 3, 4))),
        folio=Type(chance.choice(("helvb", "times", "timesi")), chance.uniform(8, 11)),
        extra={
            "kicker": str(chance.uniform(0.05, 0.4)),
            "deck": str(chance.uniform(0.1, 0.4)),
            "label": str(chance.uniform(0.03, 0.12)),
            "briefs": str(chance.uniform(0.03, 0.15)),
            "promos": "0.05",
            "notices": "0.05",
            "tables": "0.06",
            "classifieds": "0.06",
            "photos": "0.05",
            "opinions": "0.05",
            "folio": str(chance.randint(0, 2)),
            "ads": "none strip corner stairs corner",
            "title": chance.choice(("timesb", "dejab", "times", "helvb", "condb")),
            "turns": str(chance.randint(1, 2)),
            "marked": str(chance.choice((1.0, 0.8, 0.5))),
        },
    )


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such a paper."""
    issue = begun("town", chance, Tongue("en"), look(chance))
    return paged(issue, pages, masthead=chance.uniform(62, 125))
