"""Names over several items: items of a digest are one brief, lines that point to pages one promo."""

from __future__ import annotations

import numpy as np

from banmian.articles.evidence import Evidence
from banmian.articles.judges import Floats, Judgement
from banmian.articles.names import gathered, named
from banmian.articles.naming import Naming
from banmian.articles.nodes import Ground, Node, node
from banmian.articles.pointers import pointed
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role, Style
from banmian.model.text import Text

BODY = 10.0

LEVEL = Turning(vertical=False, width=600)


class Sure:
    """Judges to whom every name stands over every item; of blocks they know nothing."""

    def judged(self, seen: Evidence) -> Judgement:
        raise NotImplementedError

    def named(self, seen: Naming) -> Floats:
        return np.full(len(seen.pairs), 0.9, np.float32)


class Walking(Sure):
    """Judges who believe what a walk down from the name says."""

    def named(self, seen: Naming) -> Floats:
        return (seen.seen[:, -1] >= 0).astype(np.float32) if len(seen.pairs) else np.zeros(0, np.float32)


def nodes(*blocks: Block) -> list[Node]:
    """Nodes of a horizontal page's blocks."""
    return [node(k, b, LEVEL) for k, b in enumerate(blocks)]


def block(
    role: Role,
    x: float,
    y: float,
    words: str,
    *,
    wide: float = 140,
    high: float = 40,
    size: float = BODY,
    region: int = 0,
) -> Block:
    """A block of one line, as wide as its column, whose first row says nothing of a paragraph."""
    box = Box(x, y, x + wide, y + high)
    return Block((Line(Text(words), box, styles=((0, Style("Song", size, 400)),)),), role, box, box, region, ())


def label(words: str = "簡訊", *, region: int = 0) -> Block:
    return block(Role.LABEL, 50, 400, words, wide=60, high=15, region=region)


def items(*places: tuple[float, float], words: str = "一則短消息。", region: int = 0) -> list[Block]:
    return [block(Role.BODY, x, y, words, region=region) for x, y in places]


def told(chains: list[list[Node]]) -> list[list[int]]:
    """The blocks of each story by their numbers."""
    return [[n.index for n in chain] for chain in chains]


def under(name: Node, *stories: list[Node]) -> list[list[Node]]:
    """Stories, each after the name that stands over them all."""
    return [[name, *story] for story in stories]


def test_items_without_heads_under_one_name_are_one_brief_a_paragraph_each() -> None:
    name, *texts = nodes(label(), *items((50, 420), (50, 465), (50, 510)))
    (whole,) = gathered(under(name, *([n] for n in texts)), ())
    assert told([whole]) == [[0, 1, 2, 3]]
    assert [n.block.paragraphs for n in whole[1:]] == [(0,)] * 3


def test_items_are_gathered_column_by_column() -> None:
    places = [(50, 420), (205, 420), (50, 465), (205, 465)]
    name, a, b, c, d = nodes(label(), *items(*places))
    assert told(gathered(under(name, [a], [b], [c], [d]), ())) == [[0, 1, 3, 2, 4]]


def test_an_item_of_two_blocks_is_a_paragraph_that_goes_on() -> None:
    name, a, b, more = nodes(label(), *items((50, 420), (50, 465), (205, 420)))
    (whole,) = gathered(under(name, [a], [b, more]), ())
    assert [n.block.paragraphs for n in whole[1:]] == [(0,), (0,), ()]


def test_the_brief_stands_where_its_first_item_does() -> None:
    name, first, second, other = nodes(label(), *items((50, 420), (50, 465), (400, 100)))
    assert told(gathered([[name, first], [other], [name, second]], ())) == [[0, 1, 2], [3]]


def test_items_with_heads_stay_apart() -> None:
    heads = [block(Role.HEADLINE, 50, y, "公園開門", high=14) for y in (420, 480)]
    name, one, first, two, second = nodes(label(), heads[0], *items((50, 436)), heads[1], *items((50, 496)))
    assert told(gathered(under(name, [one, first], [two, second]), ())) == [[0, 1, 2], [0, 3, 4]]


def test_a_single_item_under_a_name_is_left_as_it_is() -> None:
    name, text = nodes(label(), *items((50, 420)))
    assert told(gathered([[name, text]], ())) == [[0, 1]]
    assert text.block.paragraphs == ()


def test_items_under_two_names_are_two_briefs() -> None:
    a, b, *texts = nodes(label("簡訊"), label("快訊"), *items((50, 420), (50, 465), (205, 420), (205, 465)))
    chains = [*under(a, [texts[0]], [texts[1]]), *under(b, [texts[2]], [texts[3]])]
    assert told(gathered(chains, ())) == [[0, 2, 3], [1, 4, 5]]


def gathered_under(words: str, text: str, *, region: int = 0, fills: tuple[Box, ...] = ()) -> int:
    """How many stories come of two items of a text under a name."""
    name, a, b = nodes(label(words, region=region), *items((50, 420), (50, 465), words=text, region=region))
    return len(gathered(under(name, [a], [b]), fills))


def test_short_items_are_one_brief_whatever_their_name_and_longer_ones_in_a_box() -> None:
    assert gathered_under("河邊", "一則短消息。") == 1
    assert gathered_under("河邊", "一則消息。" * 20) == 2
    assert gathered_under("河邊", "一則消息。" * 20, region=1) == 1
    assert gathered_under("河邊", "一則消息。" * 20, fills=(Box(45, 398, 350, 600),)) == 1
    assert gathered_under("河邊", "一則長消息。" * 40, region=1) == 2
    assert gathered_under("Letters", "One of a hundred letters. " * 10, region=1) == 1
    assert gathered_under("Letters", "One of a hundred letters. " * 20, region=1) == 2


def test_letters_that_are_signed_stay_apart() -> None:
    texts = items((50, 420), (50, 465))
    signs = [block(Role.BYLINE, 50, y, "王磊", high=10) for y in (445, 490)]
    name, one, two, first, second = nodes(label("來信"), *texts, *signs)
    assert len(gathered(under(name, [one, first], [two, second]), ())) == 2


def test_items_with_marks_are_one_brief() -> None:
    assert gathered_under("河邊", "■今天開門，歡迎參觀。") == 1


def test_telegrams_each_from_its_place_stay_apart() -> None:
    assert gathered_under("要電", "▲柳河電　外訊大水為災。") == 2
    assert gathered_under("簡訊", "▲柳河電　外訊大水為災。") == 2
    assert gathered_under("要電", "（柳河）外訊大水為災。") == 2
    assert gathered_under("要電", "〔本報柳河特訊〕外訊大水為災。") == 2


def test_items_that_each_begin_with_a_day_are_a_chronicle_however_long() -> None:
    assert gathered_under("60 seconds", "August 21 The bridge is open again. " + "It rained. " * 40) == 1
    assert gathered_under("一分鐘", "3月7日　大橋今天通車。" + "下了一天的雨。" * 40) == 1
    assert gathered_under("Letters", "May I thank those who helped. " + "It rained. " * 40) == 2


def line(y: float, words: str, *, x: float = 50, role: Role = Role.BODY, region: int = 0) -> Block:
    return block(role, x, y, words, wide=140, high=12, region=region)


def test_lines_that_point_to_pages_are_one_promo_a_paragraph_each() -> None:
    found = nodes(line(100, "Obituaries  Page 2"), line(118, "Sport ..... Page B4"), line(136, "Kleinanzeigen, S. 12"))
    (whole,) = pointed([[n] for n in found], BODY)
    assert told([whole]) == [[0, 1, 2]]
    assert [(n.role, n.block.paragraphs) for n in whole] == [(Role.BODY, (0,))] * 3


def test_what_stands_over_lines_that_point_is_their_name() -> None:
    name = line(82, "INSIDE", role=Role.HEADLINE)
    found = pointed([[n] for n in nodes(name, line(100, "Obituaries  Page 2"), line(118, "Sport  Page 4"))], BODY)
    assert told(found) == [[0, 1, 2]]
    assert [n.role for n in found[0]] == [Role.LABEL, Role.BODY, Role.BODY]


def test_a_page_at_the_end_of_a_lines_row_goes_with_the_line() -> None:
    lines = [line(100, "公園今天開門"), line(118, "大橋通車了")]
    pages = [block(Role.BODY, 200, y, words, wide=30, high=12) for y, words in ((100, "2版"), (118, "3版"))]
    (whole,) = pointed([[n] for n in nodes(*lines, *pages)], BODY)
    assert told([whole]) == [[0, 2, 1, 3]]
    assert [n.role for n in whole] == [Role.BODY, Role.POINTER] * 2


def test_a_page_goes_with_the_nearest_line_on_its_row() -> None:
    lines = [line(100, "甲地下雨", x=20), line(100, "公園今天開門", x=165), line(118, "大橋通車了", x=165)]
    pages = [block(Role.BODY, 310, y, words, wide=30, high=12) for y, words in ((100, "2版"), (118, "3版"))]
    assert told(pointed([[n] for n in nodes(*lines, *pages)], BODY)) == [[0], [1, 3, 2, 4]]


def test_one_line_that_points_is_no_index() -> None:
    found = nodes(line(82, "INSIDE"), line(100, "Obituaries  Page 2"), line(118, "The bridge is open."))
    assert told(pointed([[n] for n in found], BODY)) == [[0], [1], [2]]


def test_a_page_before_a_line_or_outside_its_box_is_not_the_lines() -> None:
    pages = [block(Role.BODY, 20, y, "2版", wide=25, high=12) for y in (100, 118)]
    lines = [line(100, "公園今天開門"), line(118, "大橋通車了")]
    assert told(pointed([[n] for n in nodes(*pages, *lines)], BODY)) == [[0], [1], [2], [3]]
    boxed = [block(Role.BODY, 200, y, "2版", wide=30, high=12, region=1) for y in (100, 118)]
    assert told(pointed([[n] for n in nodes(*boxed, *lines)], BODY)) == [[0], [1], [2], [3]]


def test_lines_in_two_columns_or_boxes_are_two_promos() -> None:
    left, right = ([line(y, "Obituaries  Page 2", x=x) for y in (y0, y0 + 18)] for x, y0 in ((50, 100), (300, 109)))
    assert told(pointed([[n] for n in nodes(*left, *right)], BODY)) == [[0, 1], [2, 3]]
    boxed = [line(y, "Obituaries  Page 2", region=region) for region in (1, 2) for y in (100 + region, 118 + region)]
    assert told(pointed([[n] for n in nodes(*boxed)], BODY)) == [[0, 1], [2, 3]]


def test_lines_far_apart_are_no_index() -> None:
    assert told(pointed([[n] for n in nodes(line(100, "Sport  Page 2"), line(200, "Art  Page 4"))], BODY)) == [[0], [1]]


def test_stories_that_end_with_a_page_are_no_index() -> None:
    long = [line(y, "The board met on Monday and again on Tuesday to hear all of it. Page 4") for y in (100, 118)]
    assert told(pointed([[n] for n in nodes(*long)], BODY)) == [[0], [1]]
    headed = [block(Role.HEADLINE, 50, y, "Bridge opens  Page 4", high=12) for y in (100, 118)]
    assert told(pointed([[n] for n in nodes(*headed)], BODY)) == [[0], [1]]


def test_a_head_that_names_marked_items_is_their_name() -> None:
    head = block(Role.HEADLINE, 50, 400, "要 聞 簡 報", wide=60, high=15, region=1)
    name, *texts = nodes(head, *items((50, 420), (50, 465), (50, 510), words="▲一則短消息。", region=1))
    chains = named([[name, texts[0]], [texts[1]], [texts[2]]], Sure(), LEVEL, Ground((), (), ()), BODY)
    (whole,) = gathered(chains, ())
    assert told([whole]) == [[0, 1, 2, 3]]
    assert name.role is Role.LABEL


def test_the_rows_of_an_index_are_one_promo_whatever_they_were_joined_to() -> None:
    name = block(Role.HEADLINE, 50, 400, "Inside", wide=60, high=12)
    rows = [block(Role.BODY, 50, y, words, high=12) for y, words in ((420, "Otters come to town"), (440, "A baker"))]
    pages = [block(Role.POINTER, 200, y, "Page 2", wide=30, high=12) for y in (420, 440)]
    found = nodes(name, rows[0], pages[0], rows[1], pages[1])
    assert told(pointed([found[:3], found[3:]], BODY)) == [[0, 1, 2, 3, 4]]


def test_a_teaser_of_one_story_is_no_index() -> None:
    head = block(Role.HEADLINE, 50, 400, "Otters come to town", high=20, size=18)
    found = nodes(head, *items((50, 425), words="They swim by night."), block(Role.POINTER, 50, 470, "Page 2", high=12))
    assert told(pointed([found], BODY)) == [[0, 1, 2]]


class Doubting(Sure):
    """Judges to whom no name stands over anything."""

    def named(self, seen: Naming) -> Floats:
        return np.zeros(len(seen.pairs), np.float32)


def test_a_name_that_was_read_with_one_item_and_stands_over_no_other_stays_with_it() -> None:
    blocks = (block(Role.LABEL, 50, 400, "大字新聞", high=15), *items((50, 420), (300, 420)))
    name, text, other = nodes(*blocks)
    chains = named([[name, text], [other]], Doubting(), LEVEL, Ground((), (), ()), BODY)
    assert told(chains) == [[0, 1], [2]]


def test_a_columns_name_that_no_judge_gives_an_item_stands_over_those_down_its_column() -> None:
    for words, there in (("簡訊", True), ("河邊的人", False)):
        name, *texts = nodes(label(words), *items((50, 420), (50, 465), (50, 510)))
        chains = named([[name], *([t] for t in texts)], Doubting(), LEVEL, Ground((), (), ()), BODY)
        assert all((name in chain) is there for chain in chains if len(chain) > 1 or chain[0] is not name)
    name, text = nodes(label(), *items((50, 420)))
    assert told(named([[name], [text]], Doubting(), LEVEL, Ground((), (), ()), BODY)) == [[1], [0]]
