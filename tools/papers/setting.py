"""Sets one story: tells it into its frames and puts its lines on its pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from papers.breaking import Type
from papers.fit import Telling, told
from papers.pour import Body, Frame, Placed, Pourer, Spot, shortened
from typesetter.sheet import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from papers.fonts import Scale
    from papers.leaf import Leaf
    from papers.model import Article, Para
    from papers.stories import Draft

WIDEST_STRETCH = 1.1
"""A full frame's lines are spread by at most this, so that the last one stands on its foot."""


@dataclass(slots=True)
class Task:
    """A story whose places are known.

    Attributes:
        tail: what stands at its end, on the right: a byline.
        turns: by part, what stands at its foot where it goes on elsewhere.
        drop: lines of a drop cap.
        spare: room under its head for another story.
    """

    draft: Draft
    frames: list[Frame]
    body: Body
    telling: Telling
    tail: str = ""
    tail_role: str = "byline"
    tail_type: Type | None = None
    turns: dict[int, str] = field(default_factory=dict)
    drop: int = 0
    drop_face: str = ""
    spare: Rect | None = None


def set_story(task: Task, leaves: Sequence[Leaf], scale: Scale) -> None:
    """Tells a story and sets it.

    Raises:
        OversetError: its frames do not hold its first paragraph.
        UndersetError: they are not filled.
    """
    body = task.body
    frames = list(task.frames)
    telling = task.telling
    for part in task.turns:
        index = max(i for i, f in enumerate(frames) if f.part == part)
        frames[index] = shortened(frames[index], body.leading)
    if task.tail:
        frames[-1] = shortened(frames[-1], body.leading)
    if task.drop and not telling.opening:
        frames, telling = _with_drop(task, frames, scale, leaves)
    pourer = Pourer(scale, frames, body)
    lines = told(task.draft, pourer, telling)
    put(lines, pourer, leaves, task.draft.article)
    foot = Spot(lines[-1].frame, lines[-1].top + lines[-1].height)
    for part, text in task.turns.items():
        last = [f for f in frames if f.part == part][-1]
        _tail(text, last, last.rect.h, task, leaves, "jump", part)
    if task.tail:
        _tail(task.tail, frames[foot.frame], foot.used, task, leaves, task.tail_role, frames[-1].part)


def _tail(text: str, frame: Frame, used: float, task: Task, leaves: Sequence[Leaf], role: str, part: int) -> None:
    x, y, w, _ = frame.rect
    leaf, body = leaves[frame.page], task.body
    kind = task.tail_type or body.type
    size = min(kind.size, w / leaf.scale.width(text, kind.face, upright=leaf.vertical))
    strip = Rect(x, y + used, w, body.leading)
    leaf.along(text, strip, Type(kind.face, size), role, align="end", article=task.draft.article, zone=(part, 2))


def _with_drop(task: Task, frames: list[Frame], scale: Scale, leaves: Sequence[Leaf]) -> tuple[list[Frame], Telling]:
    """Frames with room for a drop cap, and the paragraph that begins with it."""
    body, first = task.body, frames[0]
    para = task.draft.paragraph(3)
    para.leads = 0
    letter = para.setting[0]
    size = task.drop * body.leading * (0.95 if letter < "\u2e80" else 0.9)
    face = task.drop_face or body.type.face
    wide = scale.width(letter, face) * size + 3
    deep = task.drop * body.leading
    if not letter.isalnum() or first.rect.h < deep + 3 * body.leading or wide > first.rect.w * 0.4:
        return frames, replace(task.telling, opening=(para,))
    para.skip = 1
    x, y, w, h = first.rect
    leaf = leaves[first.page]
    box = leaf.sheet.physical(Rect(x, y + (deep - size) / 2 + body.leading * 0.02, wide - 3, size))
    line = leaf.free(
        letter, box, Type(face, size, upright=leaf.vertical), "body", article=task.draft.article, zone=(0, 1)
    )
    line.paragraph, line.piece, line.frame = 0, (0, 1), first.number
    beside = replace(first, rect=Rect(x + wide, y, w - wide, deep + 0.1))
    below = replace(first, rect=Rect(x, y + deep, w, h - deep))
    return [beside, below, *frames[1:]], replace(task.telling, opening=(para,))


def put(lines: Sequence[Placed], pourer: Pourer, leaves: Sequence[Leaf], article: Article | None = None) -> None:
    """Puts poured lines on their pages; a full frame's are spread to its foot."""
    stretches = []
    for index, frame in enumerate(pourer.frames):
        own = [p for p in lines if p.frame == index]
        used = max((p.top + p.height for p in own), default=0.0)
        later = any(p.frame > index for p in lines)
        short = frame.rect.h - used
        fair = pourer.body.feather and later and used and short < 2.2 * pourer.body.leading
        deep = used - own[-1].height if own else 0.0
        stretches.append(min(WIDEST_STRETCH, (deep + short) / deep) if fair and deep else 1.0)
    numbers: dict[int, int] = {}
    counts: dict[int, int] = {}
    for placed in lines:
        para: Para = placed.para
        owner = para.article or article
        if id(para) not in numbers and para.is_text and owner is not None:
            numbers[id(para)] = counts.get(id(owner), 0)
            counts[id(owner)] = numbers[id(para)] + 1
        frame = pourer.frames[placed.frame]
        if para.kind == "cutoff":
            x, y, w, _ = frame.rect
            inset = w * para.inset
            rule = Rect(x + inset, y + placed.top * stretches[placed.frame], w - 2 * inset, placed.height)
            leaves[frame.page].sheet.rule(rule, 0.5)
            continue
        leaves[frame.page].poured(
            placed,
            frame.rect,
            pourer.type_of(para),
            article=owner,
            paragraph=numbers.get(id(para)),
            frame=frame.number,
            part=frame.part,
            stretch=stretches[placed.frame],
            justified=pourer.body.justified,
        )
