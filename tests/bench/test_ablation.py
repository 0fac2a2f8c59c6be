"""What the ablation takes away is gone, and nothing else."""

from __future__ import annotations

from ablation import SAID, without_fonts, without_pictures, without_rules
from banmian.articles.nodes import node
from banmian.articles.sayings import said
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Mark, MarkKind, Page, Style
from banmian.model.text import Text

LINE = Line(Text("老橋通車"), Box(0, 0, 40, 10), styles=((0, Style("Song", 10.0, 700, color=(200, 0, 0, 255))),))
PAGE = Page(0, lines=(LINE,), marks=tuple(Mark(kind, Box(0, 20, 40, 30)) for kind in MarkKind))


def test_rules_or_pictures_go_and_the_others_stay() -> None:
    assert [m.kind for m in without_rules(PAGE).marks] == [MarkKind.PICTURE]
    assert MarkKind.PICTURE not in [m.kind for m in without_pictures(PAGE).marks]
    assert len(without_pictures(PAGE).marks) == len(MarkKind) - 1


def test_fonts_go_and_sizes_stay() -> None:
    ((_, style),) = without_fonts(PAGE).lines[0].styles
    assert style == Style("", 10.0)


def test_as_many_numbers_are_silenced_as_words_give() -> None:
    assert len(said(node(0, Block((LINE,), box=LINE.box), Turning(vertical=False, width=100)))) == SAID
