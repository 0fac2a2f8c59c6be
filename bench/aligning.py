"""Where each printed line stands in what a program read, found by characters alone, so that all are measured alike.

Truth and reading are the same letters in another order, with some lost, some added and many sentences that occur
twice. Stretches that occur once on both sides are laid on each other, long ones first, and drawn out as far as the
letters agree (P. Heckel, "A technique for isolating differences between files", CACM 21(4), 1978, with stretches of
falling length for his lines); what occurs more often goes where its neighbours went. A letter that was read is
given away once, so a line that is printed twice and read once is found once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

Places = NDArray[np.int64]

LENGTHS = (48, 24, 12, 8, 6, 4)
"""Letters of a stretch, round by round. Four Han are a word or two; four Latin letters that are left over, occur
once and stand in neither side's found part are seldom chance, and a line goes where most of it goes."""

SURE = 4
"""Letters that must agree past a line's end before a find is drawn out over it: one alike is chance."""

NOWHERE = -1


@dataclass(slots=True)
class Alignment:
    """Truth and reading, and what of them has been laid on each other.

    Attributes:
        truth: the lines' letters, one after another.
        read: the reading's letters.
        starts: where each line begins in `truth`; the last is the end.
        places: for each letter of the truth its place in the reading, or NOWHERE.
        owners: for each letter of the reading its place in the truth, or NOWHERE.
        ends: where in the truth a line ends.
    """

    truth: str
    read: str
    starts: tuple[int, ...]
    places: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    ends: frozenset[int] = frozenset()

    def free(self, i: int, j: int) -> bool:
        """Whether two places are there, empty and alike."""
        inside = 0 <= i < len(self.truth) and 0 <= j < len(self.read)
        empty = inside and self.places[i] == NOWHERE and self.owners[j] == NOWHERE
        return empty and self.truth[i] == self.read[j]

    def lay(self, i: int, j: int) -> None:
        """Lays one letter on another."""
        self.places[i], self.owners[j] = j, i

    def lay_stretch(self, i: int, j: int, length: int) -> None:
        """Lays a stretch on another that is free and alike, and draws it out both ways."""
        for k in range(length):
            self.lay(i + k, j + k)
        self._draw(i + length, j + length, 1)
        self._draw(i - 1, j - 1, -1)

    def _draw(self, i: int, j: int, step: int) -> None:
        while self.free(i, j) and self._goes_on(i, j, step):
            self.lay(i, j)
            i, j = i + step, j + step

    def _goes_on(self, i: int, j: int, step: int) -> bool:
        """Within a line always; into another only where its first letters agree, or all of it."""
        if (i if step > 0 else i + 1) not in self.ends:
            return True
        for k in range(SURE):
            at = i + k * step
            if k and (at if step > 0 else at + 1) in self.ends:
                return True
            if not self.free(at, j + k * step):
                return False
        return True


def aligned(lines: Sequence[str], read: str) -> Alignment:
    """Lays printed lines, in the truth's order, on what was read; both folded."""
    starts = tuple(accumulate(map(len, lines), initial=0))
    truth = "".join(lines)
    whole = Alignment(truth, read, starts, [NOWHERE] * len(truth), [NOWHERE] * len(read), frozenset(starts))
    for length in LENGTHS:
        _once(whole, length)
        _once(whole, length)  # what was twice may be once, now that its fellow is taken
    for length in LENGTHS[1:]:
        _often(whole, length)
    _between(whole)
    _left(whole)
    _mend(whole)
    return whole


def _stretches(letters: str, taken: list[int], length: int) -> dict[str, list[int]]:
    """Every stretch of free letters of a length, with its places."""
    found: dict[str, list[int]] = defaultdict(list)
    run = 0
    for end, place in enumerate(taken, start=1):
        run = run + 1 if place == NOWHERE else 0
        if run >= length:
            found[letters[end - length : end]].append(end - length)
    return found


def _once(whole: Alignment, length: int) -> None:
    theirs = _stretches(whole.read, whole.owners, length)
    for stretch, places in _stretches(whole.truth, whole.places, length).items():
        others = theirs.get(stretch, ())
        if len(places) == len(others) == 1 and _still_free(whole, places[0], others[0], length):
            whole.lay_stretch(places[0], others[0], length)


def _often(whole: Alignment, length: int) -> None:
    theirs = _stretches(whole.read, whole.owners, length)
    ours = _stretches(whole.truth, whole.places, length)
    for i, stretch in sorted((i, s) for s, places in ours.items() if s in theirs for i in places):
        open_ = [j for j in theirs[stretch] if _still_free(whole, i, j, length)]
        if open_:
            whole.lay_stretch(i, _nearest(whole, i, open_), length)


def _still_free(whole: Alignment, i: int, j: int, length: int) -> bool:
    return all(whole.free(i + k, j + k) for k in range(length))


def _nearest(whole: Alignment, i: int, places: Sequence[int]) -> int:
    """The place nearest to where the letter before it stands; the first, if that was not found."""
    before = next((k for k in range(i - 1, max(i - 400, -1), -1) if whole.places[k] != NOWHERE), None)
    if before is None:
        return places[0]
    due = whole.places[before] + i - before
    return min(places, key=lambda j: (abs(j - due), j))


def _runs(taken: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of free letters, as (start, end)."""
    start = None
    for place, other in enumerate([*taken, 0]):
        if other == NOWHERE and start is None:
            start = place
        elif other != NOWHERE and start is not None:
            yield start, place
            start = None


def _between(whole: Alignment) -> None:
    """Free letters between two that were found near each other: misread ones among them are stepped over."""
    for start, end in list(_runs(whole.places)):
        if not start or end == len(whole.truth):
            continue
        low, high = whole.places[start - 1] + 1, whole.places[end]
        if not 0 < high - low <= 2 * (end - start) + SURE:
            continue
        if any(owner != NOWHERE for owner in whole.owners[low:high]):
            continue
        for piece in Levenshtein.opcodes(whole.truth[start:end], whole.read[low:high]):
            if piece.tag == "equal":
                for k in range(piece.src_end - piece.src_start):
                    whole.lay(start + piece.src_start + k, low + piece.dest_start + k)


def _left(whole: Alignment) -> None:
    """Short ends of lines: each goes where just these letters are left over."""
    theirs: dict[str, list[int]] = defaultdict(list)
    for start, end in _runs(whole.owners):
        theirs[whole.read[start:end]].append(start)
    for start, end in list(_runs(whole.places)):
        cuts = [start, *sorted(whole.ends & set(range(start + 1, end))), end]
        for low, high in ((start, end), *pairwise(cuts)):
            open_ = [j for j in theirs[whole.truth[low:high]] if _still_free(whole, low, j, high - low)]
            if open_:
                j = _nearest(whole, low, open_)
                for k in range(high - low):
                    whole.lay(low + k, j + k)


def _mend(whole: Alignment) -> None:
    """Gives a line the letters at its ends that a neighbour has by chance, because both end alike.

    A letter is out of place where it does not stand as most of its line does. Where its due place is empty or held
    by a letter that is out of place itself, the two are exchanged; they are the same letter.
    """
    shifts: list[int | None] = []
    for start, end in pairwise(whole.starts):
        said = Counter(whole.places[i] - i for i in range(start, end) if whole.places[i] != NOWHERE)
        shifts += [said.most_common(1)[0][0] if said else None] * (end - start)
    for i, shift in enumerate(shifts):
        if shift is None or whole.places[i] == i + shift:
            continue
        due = i + shift
        if not 0 <= due < len(whole.read) or whole.read[due] != whole.truth[i]:
            continue
        was, holder = whole.places[i], whole.owners[due]
        if holder != NOWHERE and holder + (shifts[holder] or 0) == due:
            continue
        if was != NOWHERE:
            whole.owners[was] = holder
        if holder != NOWHERE:
            whole.places[holder] = was
        whole.lay(i, due)
