"""Breaks text into lines, a line at a time, so that every line may have its own measure.

Western text breaks at spaces, dashes and soft hyphens; Chinese between any two letters but before closing and after
opening marks (GB/T 15834, kinsoku), and never within a number or a Western word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from papers.fonts import wide
from typesetter.words import SOFT_HYPHEN

if TYPE_CHECKING:
    from papers.fonts import Scale

NOT_FIRST = frozenset("，。、；：？！）》」』】〕”’…—·,.;:?!)%％")
NOT_LAST = frozenset("（《「『【〔“‘(")


class Cut(NamedTuple):
    """A line: where its text ends, its natural width in points, and whether a hyphen is added."""

    end: int
    width: float
    hyphen: bool


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size; `lead` is the face of a paragraph's lead words.

    Attributes:
        track: points added after every letter (letter-spaced heads).
        spread: points added after every letter of the lead words.
    """

    face: str
    size: float
    lead: str = ""
    upright: bool = False
    track: float = 0.0
    spread: float = 0.0


def chinese(text: str) -> bool:
    """Whether text is set letter by letter."""
    return any("\u3400" <= c <= "\u9fff" for c in text[:60])


@dataclass(slots=True)
class Breaker:
    """Breaks one paragraph."""

    scale: Scale
    text: str
    type: Type
    leads: int = 0

    def width_at(self, place: int) -> float:
        """The width of the letter at a place, in points."""
        letter = self.text[place]
        leading = place < self.leads
        more = self.type.track + (self.type.spread if leading else 0.0)
        if self.type.upright and wide(letter):
            return self.type.size + more
        face = self.type.lead if leading and self.type.lead else self.type.face
        return self.scale.letter(letter, face) * self.type.size + (more if letter != SOFT_HYPHEN else 0.0)

    def cut(self, start: int, measure: float) -> Cut:
        """The line that begins at a place."""
        return self._chinese(start, measure) if chinese(self.text) else self._western(start, measure)

    def _western(self, start: int, measure: float) -> Cut:
        text, used, best = self.text, 0.0, Cut(start, 0.0, hyphen=False)
        hyphen = self.scale.letter("-", self.type.face) * self.type.size
        for place in range(start, len(text)):
            letter = text[place]
            if letter == " ":
                best = Cut(place + 1, used, hyphen=False)
                used += self.width_at(place)
                continue
            if letter == SOFT_HYPHEN:
                if used + hyphen <= measure and place > start:
                    best = Cut(place + 1, used + hyphen, hyphen=True)
                continue
            used += self.width_at(place)
            if used > measure + 0.01:
                if best.end == start:  # A word wider than the column: broken where it must be.
                    return Cut(max(place, start + 1), used, hyphen=False)
                return best
            if letter in "-—–" and place > start and place + 1 < len(text) and text[place + 1] not in " ”":
                best = Cut(place + 1, used, hyphen=False)
        return Cut(len(text), used, hyphen=False)

    def _chinese(self, start: int, measure: float) -> Cut:
        text, used, place = self.text, 0.0, start
        while place < len(text):
            used += self.width_at(place)
            if used > measure + 0.01:
                break
            place += 1
        else:
            return Cut(place, used, hyphen=False)
        end = place
        while end > start + 1 and not self._may_break(end):
            end -= 1
        if end == start + 1 and not self._may_break(end):
            end = max(place, start + 1)
        width = sum(self.width_at(i) for i in range(start, end))
        return Cut(end, width, hyphen=False)

    def _may_break(self, place: int) -> bool:
        before, after = self.text[place - 1], self.text[place]
        if after in NOT_FIRST or before in NOT_LAST or after == "\u3000":
            return False
        return not (_narrow(before) and _narrow(after))


def _narrow(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in ".,%:")


def whole_lines(scale: Scale, text: str, setting: Type, measure: float) -> list[str]:
    """A text's lines at one measure, as printed."""
    breaker, start, found = Breaker(scale, text, setting), 0, []
    while start < len(text):
        cut = breaker.cut(start, measure)
        found.append(as_printed(text[start : cut.end], hyphen=cut.hyphen))
        start = cut.end
    return found


def as_printed(text: str, *, hyphen: bool) -> str:
    """A line of a setting as it stands on paper."""
    return text.replace(SOFT_HYPHEN, "").strip(" ") + ("-" if hyphen else "")
