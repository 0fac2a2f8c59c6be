"""Stories of present-day papers that go on on a later page: jump lines with arrows and page labels, labelled heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papers.breaking import Type
from papers.carve import columns
from papers.leaf import drawn
from papers.pour import Frame
from papers.setting import Task, set_story
from papers.turns import Turn
from typesetter.faults import OversetError
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from papers.leaf import Leaf
    from papers.present import Present


def leave(issue: Present, task: Task, leaf: Leaf) -> None:
    """Keeps a story open, to be gone on with on a later page.

    Raises:
        OversetError: it has no place of its own to end in.
    """
    if task.tail or not task.frames:
        raise OversetError("a story that ends with its writer's name ends on its page")
    page = issue.chance.randint(leaf.index + 1, issue.pages - 1)
    draft = task.draft
    words = draft.article.heads.get("headline")
    long = [w for w in (words.printed if words else "").split() if len(w) > 3 and w.isalpha()]
    word = issue.chance.choice(long or ["Story"])
    draft.teller.bound["page"], draft.teller.bound["word"] = issue.labelled(page + 1), word
    ways = draft.teller.ways("jump")
    task.turns[0] = issue.tongue.words(draft.teller.say(ways[issue.by % len(ways)]), issue.chance).printed
    draft.article.jumps = True
    issue.turns.append(Turn(task, page, word))


def goes_on(issue: Present, leaf: Leaf, rect: Rect, turn: Turn) -> None:
    """The second part of a story, under a head or its label alone.

    Raises:
        TypesettingError: it does not fit.
    """
    look, chance, task = issue.look, issue.chance, turn.task
    draft = task.draft
    draft.teller.bound["page"] = issue.leaves[task.frames[0].page].number
    ways = draft.teller.ways("jumpfrom")
    origin = issue.tongue.words(draft.teller.say(ways[issue.by % len(ways)]), chance).printed
    em, x, y, w = look.body.type.size, rect.x, rect.y, rect.w
    headline = draft.article.heads.get("headline")
    rows: list[tuple[str, str, float, str]] = [(origin, look.heads.faces["label"], em * 1.05, "jump")]
    if headline and chance.random() < 0.8:
        said = headline.printed.replace(" /_ ", issue.tongue.joint or "\u3000")
        if not issue.tongue.chinese and chance.random() < 0.4:
            said = turn.word.upper()
        at = chance.choice((0, 1))
        rows.insert(at, (said, look.heads.faces["headline"], em * chance.uniform(1.6, 2.4), "jumphead"))
    filled = chance.random() < 0.4
    for text, face, wish, role in rows:
        size = min(wish, (w - 10) / issue.scale.width(text, face))
        strip = Rect(x + 4 * (filled and role == "jump"), y, w - 8, size * 1.45)
        line = leaf.along(text, strip, Type(face, size), role, article=draft.article, zone=(1, 0))
        if filled and role == "jump":
            leaf.sheet.parts.append(drawn(line.box.inset(-2.5), f"background:{issue.book.fill[0]}"))
            line.color = issue.book.fill[1]
        y += size * 1.5
    body = Rect(x, y + 2, w, rect.y + rect.h - y - 2)
    count = max(1, round((w + look.gutter) / (look.measure * em + look.gutter)))
    if body.h < 4 * look.body.leading:
        raise OversetError("no room for the rest of a story")
    task.frames += [Frame(leaf.index, c, leaf.next_frame(), 1) for c in columns(body, count, look.gutter)]
    if leaf.number not in draft.article.pages:
        draft.article.pages.append(leaf.number)
    draft.article.regions.append((leaf.number, leaf.sheet.physical(rect)))
    set_story(task, issue.leaves, issue.scale)
