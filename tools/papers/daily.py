"""Chinese broadsheet dailies: eight columns of small type, many stories, heads across and down."""

from __future__ import annotations

import random
from dataclasses import replace

from papers.breaking import Type
from papers.county import begun, paged, tongue
from papers.county import look as county_look
from papers.issue import Issue
from papers.look import PAPERS, Look
from papers.stories import Tongue


def look(chance: random.Random, speech: Tongue) -> Look:
    """How such a paper looks."""
    base = county_look(chance, speech)
    size = PAPERS[chance.choice(("broadsheet", "rhenish", "nordisch", "berliner"))]
    points = round(chance.uniform(7.6, 9.4), 1)
    kind = replace(base.body.type, size=points)
    body = replace(base.body, type=kind, leading=round(points * chance.uniform(1.22, 1.5), 2))
    if body.sub is not None:
        body = replace(body, sub=replace(body.sub, size=points * 1.1))
    margin = chance.uniform(30, 50)
    return replace(
        base,
        size=size,
        margins=(chance.uniform(28, 42), margin, chance.uniform(30, 44), margin),
        columns=chance.choice((7, 8, 8, 8)),
        gutter=chance.uniform(8, 14),
        gap=chance.uniform(9, 15),
        body=body,
        measure=chance.uniform(11.5, 15),
        largest=chance.uniform(32, 60),
        crossed=chance.choice((0.0, 0.08, 0.18, 0.3)),
        notched=chance.uniform(0.15, 0.5),
        stop=size[0] * size[1] / chance.uniform(16, 30),
        caption=Type(base.caption.face, chance.uniform(7, 8.5)),
        extra={
            **base.extra,
            "least": "85",
            "briefs": "0.08",
            "notices": "0.06",
            "opinions": "0.08",
            "classifieds": "0.04",
            "ads": "none none strip corner stairs",
            "turns": str(chance.randint(0, 3)),
        },
    )


def made(chance: random.Random, pages: int) -> Issue:
    """An issue of such a paper."""
    speech = tongue(chance)
    issue = begun("daily", chance, speech, look(chance, speech))
    return paged(issue, pages, masthead=chance.uniform(80, 130))
