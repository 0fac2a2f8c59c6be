"""Redraws a PDF's text in random order: the same page to the eye, but no reading order left to lean on.

Every text object (BT … ET; PDF 32000-1, 9.4.1) is lifted out of its page with the graphics state that it was
drawn in, and drawn after everything else, in an order drawn by lot.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Operator

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SETTERS = frozenset(
    (
        *("rg", "RG", "g", "G", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"),
        *("gs", "w", "j", "J", "M", "d"),
        *("Tr", "Tc", "Tw", "Tz", "TL", "Tf", "Ts"),
    )
)
"""Operators whose last use stays in force, inside text objects and out (8.4.4, 9.3)."""
MARKS = frozenset(("BMC", "BDC", "EMC", "MP", "DP"))


@dataclass(slots=True)
class State:
    """What is in force at a point of a page: the matrix and the last use of each setter."""

    matrix: Matrix = IDENTITY
    setters: dict[str, Any] = field(default_factory=dict)

    def copy(self) -> State:
        """The same state, to be changed alone."""
        return State(self.matrix, dict(self.setters))


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _instruction(operator: str, *operands: float) -> ContentStreamInstruction:
    numbers = [pikepdf.Object.parse(f"{n:.6f}".encode()) for n in operands]
    return ContentStreamInstruction(numbers, Operator(operator))


def _taken_apart(page: pikepdf.Page) -> tuple[list[Any], list[list[Any]]]:
    """A page's instructions without its text, and its text objects, each fit to be drawn alone."""
    rest: list[Any] = []
    texts: list[list[Any]] = []
    state, saved = State(), list[State]()
    text: list[Any] | None = None
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        if name in MARKS:
            continue
        if name == "BT":
            text = [_instruction("q"), _instruction("cm", *state.matrix), *state.setters.values(), step]
            continue
        if name in SETTERS:
            state.setters.pop(name, None)
            state.setters[name] = step
        if text is not None:
            text.append(step)
            if name == "ET":
                texts.append([*text, _instruction("Q")])
                text = None
            continue
        if name == "q":
            saved.append(state.copy())
        elif name == "Q":
            state = saved.pop()
        elif name == "cm":
            a, b, c, d, e, f = (float(n) for n in step.operands)
            state.matrix = _product((a, b, c, d, e, f), state.matrix)
        rest.append(step)
    return rest, texts


def shuffle(pdf: pikepdf.Pdf, seed: int) -> None:
    """Redraws every page's text in an order given by the seed, and drops the tag tree."""
    chance = random.Random(seed)
    for page in pdf.pages:
        page.contents_coalesce()
        rest, texts = _taken_apart(page)
        chance.shuffle(texts)
        steps = [_instruction("q"), *rest, _instruction("Q"), *(step for text in texts for step in text)]
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
        if "/StructParents" in page:
            del page["/StructParents"]
    for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines"):
        if key in pdf.Root:
            del pdf.Root[key]
