"""Text that remembers: whatever was done to it, every character knows what print it came from."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banmian.model.text import Edit, Span, Text, Version

LETTERS = st.text("abc月日，。\n", max_size=24)


@dataclass
class Carried:
    """The same history, told forwards: each character and each place between two carries its origin."""

    characters: list[str]
    spans: list[Span]
    places: list[Span]

    @classmethod
    def printed(cls, raw: str) -> Carried:
        return cls(list(raw), [(i, i + 1) for i in range(len(raw))], [(i, i) for i in range(len(raw) + 1)])

    def replaced(self, start: int, end: int) -> Span:
        """The printed span of a piece: from its first character's first to its last one's last."""
        if start == end:
            return self.places[start]
        return self.spans[start][0], self.spans[end - 1][1]

    def after(self, edits: list[Edit]) -> Carried:
        """What is carried after one step."""
        later = Carried([], [], [self.places[0]])
        done = 0
        for edit in [*edits, Edit(len(self.characters), len(self.characters), "")]:
            later.characters += self.characters[done : edit.start]
            later.spans += self.spans[done : edit.start]
            later.places += self.places[done + 1 : edit.start + 1]
            later.characters += edit.new
            later.spans += [self.replaced(edit.start, edit.end)] * len(edit.new)
            later.places += [self.replaced(edit.start, edit.end)] * len(edit.new)
            later.places[-1] = self.places[edit.end]
            done = edit.end
        return later


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits that do not overlap: replacements, deletions and insertions, next to each other too."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Edit(start, end, draw(st.text("xyz民，", max_size=3))) for start, end in pairs]


@st.composite
def histories(draw: st.DrawFn, steps: tuple[str, ...] = ("one", "two", "three", "four")) -> tuple[Text, Carried]:
    raw = draw(LETTERS)
    text, carried = Text(raw), Carried.printed(raw)
    for step in steps:
        if draw(st.booleans()):
            edits = draw(edits_of(len(text.current)))
            text, carried = text.edited(step, edits), carried.after(edits)
    return text, carried


@given(histories())
def test_every_character_knows_the_print_that_it_came_from(history: tuple[Text, Carried]) -> None:
    text, carried = history
    assert text.current == "".join(carried.characters)
    assert [text.origin(i, i + 1) for i in range(len(text.current))] == carried.spans
    assert [text.origin(i, i) for i in range(len(text.current) + 1)] == carried.places


@given(histories(), st.data())
def test_a_piece_comes_from_the_print_between_its_ends(history: tuple[Text, Carried], data: st.DataObject) -> None:
    text, carried = history
    start = data.draw(st.integers(0, len(text.current)))
    end = data.draw(st.integers(start, len(text.current)))
    assert text.origin(start, end) == carried.replaced(start, end)


@given(histories())
def test_a_character_that_no_step_touched_is_the_printed_one(history: tuple[Text, Carried]) -> None:
    text, _ = history
    added = {letter for version in text.versions for edit in version.edits for letter in edit.new}
    for i, letter in enumerate(text.current):
        if letter not in added:
            start, end = text.origin(i, i + 1)
            assert text.raw[start:end] == letter


@given(
    st.lists(histories(("joins", "width", "strays")).map(lambda h: h[0]), max_size=5),
    st.sampled_from(["\n", "，\n"]),
)
def test_joined_texts_keep_their_histories(texts: list[Text], separator: str) -> None:
    whole = Text.joined(texts, separator)
    assert whole.raw == separator.join(text.raw for text in texts)
    assert whole.current == separator.join(text.current for text in texts)
    place, printed = 0, 0
    for text in texts:
        for i in range(len(text.current)):
            start, end = text.origin(i, i + 1)
            assert whole.origin(place + i, place + i + 1) == (printed + start, printed + end)
        place += len(text.current) + len(separator)
        printed += len(text.raw) + len(separator)
    steps = [version.step for version in whole.versions]
    assert sorted(steps) == sorted(set(steps)), "a step that several went through is one step of the whole"


def test_a_text_that_only_some_steps_touched_joins_with_one_that_all_did() -> None:
    first = Text("⽉亮").edited("codepoints", [Edit(0, 1, "月")])
    second = Text("甲\n乙").edited("joins", [Edit(1, 2, "")])
    third = Text("⽇\n出").edited("codepoints", [Edit(0, 1, "日")]).edited("joins", [Edit(1, 2, "")])
    whole = Text.joined([first, second, third])
    assert whole.current == "月亮\n甲乙\n日出"
    assert [version.step for version in whole.versions] == ["codepoints", "joins"]
    assert whole.origin(3, 5) == (3, 6)


@given(histories())
def test_changes_tell_what_print_had(history: tuple[Text, Carried]) -> None:
    text, _ = history
    changes = text.changes()
    assert len(changes) == sum(len(version.edits) for version in text.versions)
    for change in changes:
        assert 0 <= change.printed[0] <= change.printed[1] <= len(text.raw)
    if text.versions:
        first = text.versions[0]
        assert [(c.printed, c.was) for c in changes[: len(first.edits)]] == [
            ((e.start, e.end), text.raw[e.start : e.end]) for e in first.edits
        ]


def test_insertions_at_one_place_stay_in_the_order_given() -> None:
    assert Text("ab").edited("x", [Edit(1, 1, "z"), Edit(1, 1, "a")]).current == "azab"


def test_no_edits_are_no_step() -> None:
    text = Text("ab")
    assert text.edited("x", []) is text


@pytest.mark.parametrize(
    "edits",
    [[Edit(0, 3, "")], [Edit(2, 1, "")], [Edit(-1, 0, "x")], [Edit(0, 2, "x"), Edit(1, 2, "y")]],
    ids=["beyond the end", "backwards", "before the start", "overlapping"],
)
def test_edits_that_do_not_fit_are_refused_by_name(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="strays: edit"):
        Text("ab").edited("strays", edits)


@pytest.mark.parametrize("span", [(-1, 0), (0, 3), (2, 1)])
def test_a_span_outside_the_text_has_no_origin(span: Span) -> None:
    with pytest.raises(ValueError, match="outside a text of 2"):
        Text("ab").origin(*span)


def test_texts_are_values() -> None:
    one, other = (Text("⽉").edited("codepoints", [Edit(0, 1, "月")]) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one.versions == (Version("codepoints", (Edit(0, 1, "月"),)),)
