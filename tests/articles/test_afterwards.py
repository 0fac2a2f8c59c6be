"""Roles that a block's words, or its company in a story, decide after the judges have spoken."""

from __future__ import annotations

import pytest

from banmian.articles.afterwards import by_its_words, headed_alike, headed_apart, told_as_text
from banmian.articles.nodes import Node, node
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role, Style
from banmian.model.text import Text

BODY = 10.0


def part(role: Role, *rows: str, size: float = BODY, font: str = "Song", region: int = 0) -> Node:
    """A block of a story; where it stands says nothing here."""
    style = Style(font, size, 400)
    lines = tuple(Line(Text(t), Box(50, 12 * k, 190, 12 * k + 10), styles=((0, style),)) for k, t in enumerate(rows))
    box = Box(50, 0, 190, 12 * len(rows))
    return node(0, Block(lines, role, box, box, region), Turning(vertical=False, width=600))


def cut(*path: Node) -> list[list[str]]:
    """The first row of every block of each part of a story."""
    return [[n.first for n in story] for story in headed_apart(list(path))]


def roles(*path: Node) -> list[Role]:
    told_as_text(list(path), BODY)
    return [n.role for n in path]


@pytest.mark.parametrize("role", [Role.BODY, Role.DECK, Role.SUBHEADING, Role.KICKER, Role.AD, Role.HEADLINE])
def test_a_reporters_title_and_name_are_a_byline_whatever_the_judges_say(role: Role) -> None:
    assert by_its_words(part(role, "晚报记者 尹斌 姜守义"), role) is Role.BYLINE
    assert by_its_words(part(role, "區政府昨日公布計劃。"), role) is role


@pytest.mark.parametrize("role", [Role.CAPTION, Role.LABEL, Role.JUMP])
def test_what_is_surely_something_else_is_not_made_a_byline(role: Role) -> None:
    assert by_its_words(part(role, "晚报记者 尹斌 姜守义"), role) is role


def test_a_byline_has_two_rows_at_the_most() -> None:
    assert by_its_words(part(Role.BODY, "记者 尹斌、", "姜守义"), Role.BODY) is Role.BYLINE
    assert by_its_words(part(Role.BODY, "记者 尹斌、", "姜守义、", "林可桑"), Role.BODY) is Role.BODY


def test_a_label_that_says_what_is_announced_is_a_headline() -> None:
    assert by_its_words(part(Role.LABEL, "停水公告"), Role.LABEL) is Role.HEADLINE
    assert by_its_words(part(Role.LABEL, "公告"), Role.LABEL) is Role.LABEL


@pytest.mark.parametrize("words", ["王一/摄", "本报记者 王一 摄", "photo by Anna Lee"])
def test_a_row_that_is_nothing_but_a_credit_is_a_caption(words: str) -> None:
    assert by_its_words(part(Role.BODY, words), Role.BODY) is Role.CAPTION
    assert by_its_words(part(Role.BODY, "公園昨天開門，", words), Role.BODY) is Role.BODY
    assert by_its_words(part(Role.HEADLINE, words), Role.HEADLINE) is Role.HEADLINE


def test_a_credit_after_other_words_makes_no_caption() -> None:
    assert by_its_words(part(Role.BODY, "公園昨天開門，王一/攝"), Role.BODY) is Role.BODY


def test_a_story_is_cut_at_a_later_head_that_is_set_as_its_own_is() -> None:
    first, second = (part(role, words, size=14) for role, words in ((Role.HEADLINE, "甲"), (Role.SUBHEADING, "乙")))
    texts = [part(Role.BODY, "甲說完了。"), part(Role.BODY, "乙說完了。")]
    assert cut(first, texts[0], second, texts[1]) == [["甲", "甲說完了。"], ["乙", "乙說完了。"]]
    assert second.role is Role.HEADLINE


def test_a_columns_name_is_given_to_every_part() -> None:
    heads = [part(Role.HEADLINE, words, size=14) for words in "甲乙"]
    texts = [part(Role.BODY, "甲說完了。"), part(Role.BODY, "乙說完了。")]
    found = cut(part(Role.LABEL, "時評"), heads[0], texts[0], heads[1], texts[1])
    assert found == [["時評", "甲", "甲說完了。"], ["時評", "乙", "乙說完了。"]]


def test_a_head_may_follow_whoever_wrote_the_story_before_it() -> None:
    heads = [part(Role.HEADLINE, words, size=14) for words in "甲乙"]
    signed = [part(Role.BODY, "沒有句號"), part(Role.BYLINE, "記者 尹斌")]
    assert len(cut(heads[0], *signed, heads[1], part(Role.BODY, "乙說完了。"))) == 2


@pytest.mark.parametrize(
    ("text", "later", "after"),
    [
        ("甲還沒說完，", part(Role.HEADLINE, "乙", size=14), part(Role.BODY, "乙說完了。")),
        ("甲說完了。", part(Role.HEADLINE, "乙", size=12), part(Role.BODY, "乙說完了。")),
        ("甲說完了。", part(Role.HEADLINE, "乙", size=14, font="Hei"), part(Role.BODY, "乙說完了。")),
        ("甲說完了。", part(Role.HEADLINE, "乙", "丙", "丁", size=14), part(Role.BODY, "乙說完了。")),
        ("甲說完了。", part(Role.BODY, "乙", size=14), part(Role.BODY, "乙說完了。")),
        ("甲說完了。", part(Role.DECK, "乙", size=14), part(Role.DECK, "乙又題")),
    ],
    ids=["amid a sentence", "another size", "another font", "many rows", "text", "no text under it"],
)
def test_what_is_no_head_of_the_same_rank_cuts_nothing(text: str, later: Node, after: Node) -> None:
    path = [part(Role.HEADLINE, "甲", size=14), part(Role.BODY, text), later, after]
    before = [n.role for n in path]
    assert headed_apart(path) == [path]
    assert [n.role for n in path] == before


def test_a_row_under_another_head_is_that_heads_own() -> None:
    path = [part(Role.HEADLINE, "甲", size=14), part(Role.BODY, "甲說完了。"), part(Role.SUBHEADING, "乙說話了。")]
    assert len(cut(*path, part(Role.DECK, "丙", size=14), part(Role.BODY, "丙說完了。"))) == 1


def test_under_a_head_of_many_rows_nothing_is_cut() -> None:
    path = [part(Role.HEADLINE, "甲", "甲", "甲", size=14), part(Role.BODY, "甲說完了。")]
    assert len(cut(*path, part(Role.HEADLINE, "乙", size=14), part(Role.BODY, "乙說完了。"))) == 1


def item(head: str, text: str) -> list[Node]:
    """An item in a box, whose head in bold was taken for text."""
    return [part(Role.BODY, head, font="Hei", region=1), part(Role.BODY, text, region=1)]


def test_items_in_a_box_are_cut_where_a_row_is_set_as_the_first_ones_head() -> None:
    path = [part(Role.LABEL, "簡訊", region=1), *item("公園開門", "說完了。"), *item("橋通車了", "也說完了。")]
    assert cut(*path) == [["簡訊", "公園開門", "說完了。"], ["簡訊", "橋通車了", "也說完了。"]]
    assert [n.role for n in path] == [Role.LABEL, Role.HEADLINE, Role.BODY, Role.HEADLINE, Role.BODY]


def test_items_without_the_boxs_name_are_cut_likewise() -> None:
    assert len(cut(*item("公園開門", "說完了。"), *item("橋通車了", "也說完了。"))) == 2


def test_rows_outside_a_box_or_that_are_sentences_are_no_heads_of_items() -> None:
    loose = [part(Role.BODY, "公園開門", font="Hei"), part(Role.BODY, "說完了。")] * 2
    assert len(cut(*loose)) == 1
    assert len(cut(*item("公園開門了。", "說完了。"), *item("橋通車了。", "也說完了。"))) == 1
    plain = [part(Role.BODY, words, region=1) for words in ("公園開門", "說完了。", "橋通車了", "也說完了。")]
    assert len(cut(*plain)) == 1


def test_a_letters_name_and_place_are_a_byline_and_part_it_from_the_next() -> None:
    path = [
        part(Role.HEADLINE, "Keep the ferry", size=12),
        part(Role.BODY, "It is the only way over."),
        part(Role.SUBHEADING, "Susan Ings, Corn Row", size=12),
        part(Role.HEADLINE, "Mend the road", size=12),
        part(Role.BODY, "It has holes."),
        part(Role.BODY, "Carl Dyke, East End"),
    ]
    found = headed_apart(path)
    assert [[n.first for n in story] for story in found] == [
        ["Keep the ferry", "It is the only way over.", "Susan Ings, Corn Row"],
        ["Mend the road", "It has holes.", "Carl Dyke, East End"],
    ]
    assert [story[-1].role for story in found] == [Role.BYLINE, Role.BYLINE]


@pytest.mark.parametrize(
    ("text", "words", "more"),
    [
        ("It is the only way to", "Corn Row, Ferry Hill", []),
        ("It is the only way.", "Corn row, ferry hill", []),
        ("It is the only way.", "Susan Ings, Corn Row", [part(Role.BODY, "a", "b", "goes on.")]),
    ],
    ids=["amid a sentence", "no capitals", "over more text"],
)
def test_what_only_looks_like_a_letters_end_is_left(text: str, words: str, more: list[Node]) -> None:
    path = [part(Role.HEADLINE, "Keep the ferry", size=12), part(Role.BODY, text), part(Role.BODY, words), *more]
    headed_apart(path)
    assert path[2].role is Role.BODY


def test_a_name_alone_under_a_larger_head_is_a_byline() -> None:
    path = [part(Role.HEADLINE, "老橋", size=20), part(Role.DECK, "鄒振華", size=12), part(Role.BODY, "說完了。")]
    headed_apart(path)
    assert path[1].role is Role.BYLINE


def test_a_name_alone_that_is_the_largest_head_is_none() -> None:
    path = [part(Role.HEADLINE, "鄒振華", size=20), part(Role.DECK, "他和老橋", size=12), part(Role.BODY, "說完了。")]
    headed_apart(path)
    assert path[0].role is Role.HEADLINE


LONG = "區政府昨日公布今年的計劃，要為居民增設三個公園，工人們正在鋪路。"


def test_an_advertisements_words_amid_a_longer_story_are_the_storys() -> None:
    path = [
        part(Role.HEADLINE, "公園", size=20),
        part(Role.BODY, LONG),
        part(Role.AD, "下月完工。"),
        part(Role.BODY, LONG),
    ]
    assert roles(*path) == [Role.HEADLINE, Role.BODY, Role.BODY, Role.BODY]


def test_an_advertisement_keeps_its_words() -> None:
    assert roles(part(Role.AD, LONG), part(Role.BODY, "電話在下。")) == [Role.AD, Role.BODY]


def test_the_loudest_words_over_a_story_without_a_headline_are_its_headline() -> None:
    ads = [part(Role.AD, "增設三個公園", size=20), part(Role.AD, "下月完工", size=14), part(Role.AD, "今天", size=10)]
    assert roles(*ads, part(Role.BODY, LONG)) == [Role.HEADLINE, Role.DECK, Role.BODY, Role.BODY]


def test_a_story_with_a_headline_takes_loud_words_over_its_text_for_its_deck() -> None:
    path = [part(Role.HEADLINE, "公園", size=18), part(Role.AD, "下月完工", size=20), part(Role.BODY, LONG)]
    assert roles(*path) == [Role.HEADLINE, Role.DECK, Role.BODY]


def test_a_headline_alone_that_is_a_sentence_is_an_items_text() -> None:
    assert roles(part(Role.HEADLINE, "公園今天開門，歡迎參觀。")) == [Role.BODY]
    for other in (
        part(Role.HEADLINE, "公園今天開門，歡迎參觀"),
        part(Role.HEADLINE, "公園今天開門。"),
        part(Role.HEADLINE, "公園今天開門，歡迎參觀。", size=14),
    ):
        assert roles(other) == [Role.HEADLINE]


def test_words_in_capitals_with_which_an_item_opens_are_its_text() -> None:
    text = part(Role.BODY, "The board met on Monday.")
    assert roles(part(Role.HEADLINE, "WATER BOARD."), text) == [Role.BODY, Role.BODY]
    assert roles(part(Role.HEADLINE, "WATER BOARD"), text) == [Role.HEADLINE, Role.BODY]
    assert roles(part(Role.HEADLINE, "Water Board."), text) == [Role.HEADLINE, Role.BODY]
    assert roles(part(Role.HEADLINE, "WATER BOARD.", size=14), text) == [Role.HEADLINE, Role.BODY]


def test_a_small_head_amid_the_text_is_a_sub_heading() -> None:
    path = (part(Role.HEADLINE, "水浸有了時間表", size=30), part(Role.BODY, "行政會昨日討論。"))
    later = (part(Role.HEADLINE, "商戶先行搬遷"), part(Role.BODY, "法案建議。"))
    assert roles(*path, *later) == [Role.HEADLINE, Role.BODY, Role.SUBHEADING, Role.BODY]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Report blames pigeons in the tower", Role.DECK),
        ("Marktfrauen wenden sich an die Regierung", Role.DECK),
        ("Anna von der Heide", Role.BYLINE),
        ("By Jane Doe, staff writer", Role.BYLINE),
        ("Von unserer Redakteurin Anna Kern", Role.BYLINE),
        ("schreibt jede Woche an dieser Stelle", Role.BYLINE),
    ],
)
def test_what_names_nobody_is_no_byline(words: str, role: Role) -> None:
    assert by_its_words(part(Role.BYLINE, words), Role.BYLINE) is role


def test_a_row_set_as_several_heads_are_and_no_text_is_a_head_as_well() -> None:
    heads = [part(Role.HEADLINE, name, size=11) for name in ("秦子涵", "胡俊傑", "姜小超")]
    row, text = part(Role.BODY, "胡小勇", size=11), part(Role.BODY, "一生愛花，", "享年七十歲。")
    headed_alike([*heads, row, text])
    assert (row.role, text.role) == (Role.HEADLINE, Role.BODY)
    few, large = part(Role.BODY, "胡小勇", size=11), part(Role.BODY, "一生愛花，", "享年七十歲。", size=11)
    headed_alike([*heads[:2], few])
    assert few.role is Role.BODY
    headed_alike([*heads, few, large])
    assert few.role is Role.BODY


def test_a_row_under_a_headline_in_a_look_that_the_text_does_not_have_is_a_deck() -> None:
    head, text = part(Role.HEADLINE, "老橋通車", size=16), part(Role.BODY, "今天上午，橋通車了。", "大家都說好。")
    deck = part(Role.BODY, "教育廳撥款三十二萬元", font="Kai")
    assert roles(head, deck, text)[1] is Role.DECK
    for other in (
        part(Role.BODY, "教育廳撥款三十二萬元"),
        part(Role.BODY, "今天上午，教育廳撥款了。", font="Kai"),
        part(Role.BODY, "〔望江通訊〕", font="Kai"),
    ):
        assert roles(part(Role.HEADLINE, "老橋通車", size=16), other, text)[1] is Role.BODY
