"""Fits an invented text to its frames: tells on until they are full, and chooses last words that fill them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers.pour import Placed, Pourer, Spot
from typesetter.faults import OversetError, UndersetError

if TYPE_CHECKING:
    from papers.model import Para
    from papers.stories import Draft

NEAR_THE_END = 16
"""With fewer lines left than this, the next paragraph is chosen among several."""
TRIES = 14
BEGINNING = Spot(0, 0.0)
LEFT_OVER = 3.0
"""Lines that may stay empty at a story's end; sentences are longer than that in narrow columns alone."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How a story is told.

    Attributes:
        lengths: sentences a paragraph, to be drawn from.
        subs: how often a sub-heading stands before a paragraph.
        manner: `prose`, `answers` (question and answer), `verse`, `rows` (a table), `dated` (notices).
        allowed: lines that may stay empty.
        opening: paragraphs that come first.
    """

    lengths: tuple[int, ...] = (1, 2, 2, 3)
    subs: float = 0.0
    manner: str = "prose"
    allowed: float = LEFT_OVER
    opening: tuple[Para, ...] = field(default=())


def told(draft: Draft, pourer: Pourer, telling: Telling, start: Spot = BEGINNING) -> list[Placed]:
    """The lines of a story that fills the frames; its paragraphs go to the article.

    Raises:
        OversetError: not even its first paragraph fits.
        UndersetError: more lines stay empty than may.
    """
    found: list[Placed] = []
    spot = start
    for para in telling.opening:
        done = pourer.set(para, spot)
        if done is None:
            raise OversetError(f"{draft.article.id}: no room for its opening")
        found += done[0]
        spot = done[1]
        draft.article.paragraphs.append(para)
    turn = 0
    while pourer.left(spot) >= 1:
        best = _chosen(draft, pourer, telling, spot, turn)
        if best is None:
            break
        for para in best[0]:
            draft.article.paragraphs.append(para)
        found += best[1]
        spot = best[2]
        turn += 1
    if not found:
        raise OversetError(f"{draft.article.id}: no room for its first paragraph")
    if pourer.left(spot) > telling.allowed:
        raise UndersetError(f"{draft.article.id}: {pourer.left(spot):.0f} lines stay empty")
    return found


def _chosen(
    draft: Draft, pourer: Pourer, telling: Telling, spot: Spot, turn: int
) -> tuple[list[Para], list[Placed], Spot] | None:
    chance = draft.chance
    near = pourer.left(spot) <= NEAR_THE_END
    best: tuple[float, list[Para], list[Placed], Spot] | None = None
    counted = draft.counted
    for attempt in range(TRIES):
        draft.counted = counted
        count = chance.choice(telling.lengths) if attempt < TRIES // 2 else chance.choice((1, 1, 2))
        paras = _next(draft, telling, turn, count if attempt < TRIES - 4 else 1, plain=near)
        lines: list[Placed] = []
        at: Spot | None = spot
        for para in paras:
            done = pourer.set(para, at) if at is not None else None
            at = done[1] if done else None
            lines += done[0] if done else []
        if at is None:
            continue
        left = pourer.left(at)
        if not near or (left < 1 and lines):
            return paras, lines, at
        if best is None or left < best[0]:
            best = left, paras, lines, at
    return best[1:] if best else None


def _next(draft: Draft, telling: Telling, turn: int, count: int, *, plain: bool) -> list[Para]:
    """The next paragraphs."""
    teller = draft.teller
    if telling.manner == "verse":
        return [draft.made("verse", teller.tell("verse"))]
    if telling.manner == "rows":
        section = "tablehead" if turn == 0 else "table"
        return [draft.made("row", "\t".join(teller.cells(section)))]
    if telling.manner == "answers" and turn:
        ask = draft.made("p", teller.tell("question"), _mark(draft, "Q"))
        answer = draft.made("p", draft.sentences(count), _mark(draft, "A"))
        return [ask, answer]
    if telling.manner == "dated":
        return [draft.made("p", teller.tell("notice"))]
    found = []
    if turn and not plain and draft.chance.random() < telling.subs:
        found.append(draft.paragraph(0, "sub"))
    return [*found, draft.paragraph(count)]


def _mark(draft: Draft, which: str) -> str:
    if draft.tongue.chinese:
        return "問：" if which == "Q" else "答："
    return {"en": {"Q": "Q:", "A": "A:"}, "de": {"Q": "Frage:", "A": "Antwort:"}}.get(
        draft.tongue.code, {"Q": "Q. –", "A": "R. –"}
    )[which]
