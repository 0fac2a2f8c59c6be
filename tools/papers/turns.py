"""Stories that go on on a later page: jump lines, and the heads over their second part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.breaking import Type
from papers.setting import Task, set_story
from papers.slot import Slot, Wish
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.issue import Issue
    from papers.leaf import Leaf


@dataclass(slots=True)
class Turn:
    """A story that goes on on a later page."""

    task: Task
    page: int
    word: str


def leave(issue: Issue, task: Task, leaf: Leaf) -> None:
    """Keeps a story open, to be gone on with on a later page."""
    page = issue.chance.randint(leaf.index + 1, issue.pages - 1)
    teller, chance = task.draft.teller, issue.chance
    words = task.draft.article.heads.get("headline")
    long = [w for w in (words.printed if words else "").split() if len(w) > 3 and w.isalpha()]
    word = chance.choice(long or ["Story"])
    teller.bound["page"], teller.bound["word"] = str(page + 1), word
    if chance.random() < float(issue.look.extra.get("marked", "0.9")):
        text = teller.tell("jump")
        task.turns[0] = issue.tongue.words(text, chance).printed
    task.draft.article.jumps = bool(task.turns)
    issue.turns.append(Turn(task, page, word))


def goes_on(issue: Issue, leaf: Leaf, rect: Rect, turn: Turn) -> None:
    """The second part of a story."""
    task, look = turn.task, issue.look
    first = issue.leaves[task.frames[0].page]
    teller = task.draft.teller
    teller.bound["page"] = first.number
    em = look.body.type.size
    y = rect.y
    x, w = rect.x, rect.w
    article = task.draft.article
    heads = _jump_heads(issue, turn, marked=bool(task.turns))
    for text, size, role, align in heads:
        face = look.heads.faces["headline" if role == "jumphead" else "byline"]
        wide = issue.scale.width(text, face, upright=leaf.vertical)
        fit, zone = min(size, w * 0.98 / wide), (1, 0)

        leaf.along(text, Rect(x, y, w, fit * 1.3), Type(face, fit), role, align=align, article=article, zone=zone)
        y += fit * 1.35
    body = Rect(x, y + 2, w, rect.y + rect.h - y - 2)
    wish = Wish(max(1, round((w + look.gutter) / (look.measure * em + look.gutter))), part=1, head="none")
    article.regions.append((leaf.number, leaf.sheet.physical(rect)))
    slot = Slot(leaf, body, look, task.draft, wish)
    task.frames += slot.frames()
    article.regions.pop()
    set_story(task, issue.leaves, issue.scale)


def _jump_heads(issue: Issue, turn: Turn, *, marked: bool) -> list[tuple[str, float, str, str]]:
    chance, draft, tongue = issue.chance, turn.task.draft, issue.tongue
    em = issue.look.body.type.size
    headline = draft.article.heads.get("headline")
    found: list[tuple[str, float, str, str]] = []
    origin = tongue.words(draft.teller.tell("jumpfrom"), chance).printed
    if tongue.chinese:
        if marked or chance.random() < 0.5:
            found.append((origin, em * 1.1, "jump", chance.choice(("start", "end", "center"))))
        if headline and chance.random() < 0.4:
            found.insert(0, (headline.printed.replace(" /_ ", "\u3000"), em * 1.7, "jumphead", "start"))
        return found
    words = headline.printed if headline else turn.word
    short = turn.word.upper() if chance.random() < 0.5 else words
    found.append((short, em * chance.uniform(1.6, 2.6), "jumphead", "start"))
    if marked:
        found.append((origin, em, "jump", "start"))
    return found
