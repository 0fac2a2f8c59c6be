"""Sets heads: label, kicker, headline, deck and byline, line under line, each as large as its width lets it be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.breaking import NOT_FIRST, NOT_LAST, Type, whole_lines

if TYPE_CHECKING:
    from papers.fonts import Scale
    from papers.stories import Draft

LEAST = 0.62
"""A headline's type may shrink to this share of its wished size before it takes another line."""


@dataclass(frozen=True, slots=True)
class HeadLook:
    """How a paper sets its heads.

    Attributes:
        faces: by role: label kicker headline deck byline.
        align: of headlines: start or center.
        shout: headlines in capitals.
        color: of headlines.
        order: of the roles from the top.
        deck_align: of decks, kickers and bylines.
    """

    faces: dict[str, str]
    align: str = "start"
    shout: bool = False
    color: str = ""
    kicker_color: str = ""
    order: tuple[str, ...] = ("label", "kicker", "headline", "deck", "byline")
    tight: float = 1.12
    label_style: str = "plain"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of a head: its words, type, height, and how it stands in its width."""

    text: str
    type: Type
    height: float
    role: str
    align: str
    color: str = ""
    box: str = ""


def fitted(
    scale: Scale,
    text: str,
    face: str,
    size: float,
    width: float,
    most: int,
    *,
    upright: bool = False,
    joint: str = " ",
) -> tuple[list[str], float]:
    """A headline's lines and its size: as near to the wished size as a break into at most `most` lines allows."""
    best: tuple[float, list[str], float] | None = None
    for count in range(1, most + 1):
        lines = balanced(scale, text, face, count, upright=upright, joint=joint)
        if len(lines) != count:
            continue
        widest = max(scale.width(line, face, upright=upright) for line in lines)
        fit = min(size, 0.995 * width / widest)
        cost = (size - fit) / size + 0.13 * count
        if best is None or cost < best[0]:
            best = cost, lines, fit
    assert best is not None  # noqa: S101 one line can always be made
    return best[1], best[2]


def balanced(scale: Scale, text: str, face: str, count: int, *, upright: bool, joint: str) -> list[str]:
    """A text in so many lines, the longest as short as may be; at ` /_ ` it breaks first."""
    parts = [p.strip() for p in text.split(" /_ ")]
    if len(parts) > 1 and count > 1:
        half = count // len(parts)
        if half * len(parts) != count:
            return []
        return [line for p in parts for line in balanced(scale, p, face, half, upright=upright, joint=joint)]
    text = (joint or "\u3000").join(parts)
    pieces = text.split(" ") if joint else _pieces(text)
    if len(pieces) < count:
        return []
    widths = [scale.width(p, face, upright=upright) for p in pieces]
    space = scale.letter(" ", face) if joint else 0.0
    total = sum(widths) + space * (len(pieces) - 1)
    found: list[str] = []
    line: list[str] = []
    used = done = 0.0
    for piece, width in zip(pieces, widths, strict=True):
        goal = (total - done) / (count - len(found))
        if line and len(found) < count - 1 and used + width / 2 > goal:
            found.append(joint.join(line))
            done += used
            line, used = [], 0.0
        line.append(piece)
        used += width + space
    found.append(joint.join(line))
    return [line.strip() for line in found]


def _pieces(text: str) -> list[str]:
    """Chinese text in pieces that may not be broken."""
    found: list[str] = []
    for letter in text:
        last = found[-1][-1] if found else ""
        stuck = letter in NOT_FIRST or last in NOT_LAST
        stuck = stuck or (letter.isascii() and last.isascii() and bool(found) and letter.isalnum())
        if found and stuck:
            found[-1] += letter
        else:
            found.append(letter)
    return found


def set_head(
    scale: Scale,
    draft: Draft,
    look: HeadLook,
    size: float,
    width: float,
    *,
    upright: bool = False,
    most: int = 3,
    byline: str = "",
    small: float = 10.0,
) -> list[HeadLine]:
    """The lines of a draft's head at a width; `small` is the size of bylines."""
    found: list[HeadLine] = []
    heads = draft.article.heads
    for role in set(heads) - set(look.order):
        del heads[role]
    joint = draft.tongue.joint
    for role in look.order:
        if role == "byline":
            if byline:
                kind = Type(look.faces["byline"], small, upright=upright)
                lines = whole_lines(scale, byline, kind, width)
                found += [HeadLine(line, kind, small * 1.5, "byline", look.align) for line in lines]
            continue
        words = heads.get(role)
        if words is None:
            continue
        text, face = words.printed, look.faces[role]
        if role == "headline":
            lines, fit = fitted(scale, text, face, size, width, most, upright=upright, joint=joint)
            kind = Type(face, fit, upright=upright)
            found += [HeadLine(t, kind, fit * look.tight, role, look.align, look.color) for t in lines]
            continue
        wish = {"label": max(small, size * 0.4), "kicker": max(small, size * 0.46)}.get(role, max(small, size * 0.42))
        lines, fit = fitted(scale, text, face, wish, width, 2 if role != "deck" else 4, upright=upright, joint=joint)
        kind = Type(face, fit, upright=upright)
        color = look.kicker_color if role in {"kicker", "label"} else ""
        box = look.label_style if role == "label" else ""
        step = fit * (1.6 if box and box != "plain" else 1.32)
        found += [HeadLine(t, kind, step, role, look.align, color, box) for t in lines]
    return found
