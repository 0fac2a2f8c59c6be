"""Articles as they are put together from their parts: advertisements, names in brackets, promos."""

from __future__ import annotations

import pytest

from banmian.articles.assembly import assembled
from banmian.articles.threads import Thread
from banmian.model.article import Article, Kind, Part
from banmian.model.geometry import Box
from banmian.model.page import Block, Line, Page, Role, Style
from banmian.model.text import Text

WIDE = 200.0


def block(role: Role, *rows: str, size: float = 10.0, starts: tuple[int, ...] = (0,), centred: bool = False) -> Block:
    """Rows under each other, from the left or about one axis."""
    lines = []
    for k, words in enumerate(rows):
        wide = size * len(words)
        x0 = (WIDE - wide) / 2 if centred else 0.0
        box = Box(x0, 1.2 * size * k, x0 + wide, 1.2 * size * k + size)
        lines.append(Line(Text(words), box, styles=((0, Style("Song", size, 400)),)))
    return Block(tuple(lines), role, Box(0, 0, WIDE, 1.2 * size * len(rows)), paragraphs=starts)


def article(*blocks: Block) -> Article:
    """The article of blocks in reading order."""
    page = Page(0, width=300, height=400, blocks=blocks)
    return assembled((page,), Thread(tuple(Part(0, k, b.role) for k, b in enumerate(blocks))), "p001-a01")


def said(found: Article) -> list[str]:
    return [str(p).replace("\n", "") for p in found.paragraphs]


def test_an_advertisements_words_are_its_text() -> None:
    found = article(block(Role.AD, "新茶上市，各色齊備，", "價錢公道。", "本店在橋頭。", starts=(0, 2)))
    assert found.kind is Kind.AD
    assert said(found) == ["新茶上市，各色齊備，價錢公道。", "本店在橋頭。"]


def test_rows_about_one_axis_are_each_a_saying_of_an_advertisement() -> None:
    rows = ("新茶", "各色齊備價錢公道", "歡迎光臨")
    assert said(article(block(Role.AD, *rows, centred=True))) == list(rows)
    assert said(article(block(Role.AD, *rows))) == ["".join(rows)]
    assert said(article(block(Role.AD, "新茶上市各色齊備", "價錢公道歡迎光臨", centred=True))) == [
        "新茶上市各色齊備價錢公道歡迎光臨"
    ]


def test_the_loudest_words_of_an_advertisement_are_its_headline() -> None:
    found = article(
        block(Role.AD, "東湖茶莊", size=24), block(Role.AD, "新茶上市。"), block(Role.AD, "在橋頭。", size=12)
    )
    assert str(found.headline) == "東湖茶莊"
    assert said(found) == ["新茶上市。", "在橋頭。"]


def test_words_that_are_no_louder_or_that_stand_alone_are_no_headline() -> None:
    found = article(block(Role.AD, "東湖茶莊", size=13), block(Role.AD, "新茶上市。", size=12))
    assert found.headline is None
    assert said(found) == ["東湖茶莊", "新茶上市。"]
    alone = article(block(Role.AD, "東湖茶莊", size=24))
    assert (alone.headline, said(alone)) == (None, ["東湖茶莊"])


def test_an_advertisement_that_has_a_headline_keeps_its_words() -> None:
    found = article(
        block(Role.HEADLINE, "新茶上市", size=18), block(Role.AD, "東湖茶莊", size=24), block(Role.AD, "在橋頭。")
    )
    assert str(found.headline) == "新茶上市"
    assert said(found) == ["東湖茶莊", "在橋頭。"]


TOLD = "區政府昨日公布今年的計劃，要為居民增設三個公園，工人們正在鋪路。"


def test_names_in_brackets_are_parted_where_a_row_ends_after_a_whole_one() -> None:
    assert article(block(Role.BODY, f"{TOLD}（記者 尹斌", "姜守義）")).byline == ("尹斌", "姜守義")


def test_a_name_that_a_rows_end_cuts_is_one() -> None:
    assert article(block(Role.BODY, f"{TOLD}（記者 尹斌 姜", "守義）")).byline == ("尹斌", "姜守義")
    assert article(block(Role.BODY, f"{TOLD}（記者 尹斌 姜守", "義）")).byline == ("尹斌", "姜守義")
    assert article(block(Role.BODY, f"{TOLD}（記者 尹斌 司馬", "長風）")).byline == ("尹斌", "司馬長風")


def test_names_in_brackets_are_parted_by_the_white_of_their_row() -> None:
    whole = block(Role.BODY, f"{TOLD}（記者尹斌", "姜守義）")
    last = whole.lines[-1]
    box = Box(WIDE, 0, WIDE + 40, 10)
    row = Block((whole.lines[0], Line(last.text, box, styles=last.styles)), Role.BODY, whole.box, paragraphs=(0,))
    assert article(row).byline == ("尹斌", "姜守義")


def test_a_promos_pages_are_references_and_leave_its_lines() -> None:
    found = article(block(Role.BODY, "公園今天開門  3版", "大橋明天通車  ▶4-5版", starts=(0, 1)))
    assert found.kind is Kind.PROMO
    assert said(found) == ["公園今天開門", "大橋明天通車"]
    assert [(r.pages, r.text) for r in found.references] == [("3", "3版"), ("4-5", "▶4-5版")]


def test_a_promos_single_line_is_its_headline() -> None:
    found = article(block(Role.BODY, "Ferry runs again  Page 4"))
    assert (found.kind, str(found.headline), found.paragraphs) == (Kind.PROMO, "Ferry runs again", ())
    assert [r.pages for r in found.references] == ["4"]


def test_a_page_that_a_pointer_names_too_is_told_once() -> None:
    found = article(block(Role.BODY, "Ferry runs again  Page 4"), block(Role.POINTER, "See page 4"))
    assert [(r.pages, r.text) for r in found.references] == [("4", "See page 4")]


def test_a_promo_with_a_headline_keeps_its_line() -> None:
    found = article(block(Role.HEADLINE, "公園", size=20), block(Role.BODY, "今天開門  3版"))
    assert (str(found.headline), said(found), found.kind) == ("公園", ["今天開門"], Kind.PROMO)


def test_the_pages_in_the_rows_of_an_index_are_references_and_its_name_a_label() -> None:
    rows = "大橋今天通車", "A2", "新邨：長者不用", "A3", "再爬樓梯"
    found = article(block(Role.HEADLINE, "今日要目", size=14), block(Role.BODY, *rows, starts=(0, 2)))
    assert (found.kind, str(found.label), found.headline) == (Kind.PROMO, "今日要目", None)
    assert [p.replace("\n", "") for p in said(found)] == ["大橋今天通車", "新邨：長者不用再爬樓梯"]
    assert [r.pages for r in found.references] == ["A2", "A3"]
    other = article(block(Role.HEADLINE, "大橋通車", size=14), block(Role.BODY, *rows, starts=(0, 2)))
    assert str(other.headline) == "大橋通車"


def test_the_end_of_a_byline_that_ran_over_is_taken_off_the_text() -> None:
    found = article(block(Role.BYLINE, "本報記者鍾麗華報"), block(Role.BODY, "道上週三，大橋通車。"))
    assert (found.byline, said(found)) == (("鍾麗華",), ["上週三，大橋通車。"])
    assert said(article(block(Role.BYLINE, "本報記者鍾麗華"), block(Role.BODY, "道上週三，大橋通車。"))) == [
        "道上週三，大橋通車。"
    ]


def test_a_story_whose_last_paragraph_alone_names_a_page_is_no_promo() -> None:
    found = article(block(Role.HEADLINE, "公園", size=20), block(Role.BODY, TOLD, "見 3版", starts=(0, 1)))
    assert said(found) == [TOLD, "見 3版"]
    short = article(block(Role.BODY, "Ferry runs again.", "The old bridge  Page 4", starts=(0, 1)))
    assert said(short) == ["Ferry runs again.", "The old bridge  Page 4"]
    long = article(block(Role.BODY, f"{TOLD}{TOLD} 3版"))
    assert long.kind is not Kind.PROMO
    assert said(long) == [f"{TOLD}{TOLD} 3版"]


def test_prose_without_marks_whose_paragraphs_are_indented_is_no_verse() -> None:
    rows = (
        "南浦錢業公會因市面蕭條久",
        "為貧民所詬病鹽務署有鑒於此特",
        "於昨日議決撥款從事抵制劣貨云",
        "該處米價近日每石漲至二八",
        "元貧民叫苦不迭各界紛紛請願而",
        "當局迄今無辦法",
    )
    assert [len(p) for p in said(article(block(Role.BODY, *rows, starts=(0, 3))))] == [40, 33]
    verse = ("床前明月光", "疑是地上霜", "舉頭望明月", "低頭思故鄉")
    assert said(article(block(Role.BODY, *verse))) == list(verse)


def test_a_telegrams_first_row_may_be_of_two_lines_and_makes_no_verse() -> None:
    rows = (
        "（東嶺）路局息清源至",
        "南浦通車開學以前恢復記",
        "者問及盜匪橫行武振聲答",
        "若再因循則居民何以聊生",
        "容後再行詳告",
    )
    whole = block(Role.BODY, *rows)
    first = whole.lines[0].box
    assert first is not None
    parts = Box(0, 0, 40, first.y1), Box(45, 0, first.x1, first.y1)
    halves = tuple(Line(Text(words), box) for words, box in zip((rows[0][:4], rows[0][4:]), parts, strict=True))
    telegram = Block((*halves, *whole.lines[1:]), Role.BODY, whole.box, paragraphs=(0,))
    assert said(article(telegram)) == ["".join(rows)]
    notice = ("特此公告", "本局現因開鑿新井自一七日起公", "園路一帶暫停通行仰各病人一體知", "悉此佈")
    assert said(article(block(Role.BODY, *notice, starts=(0, 1)))) == [notice[0], "".join(notice[1:])]


def test_a_place_and_day_in_type_of_their_own_begin_the_paragraph_under_them() -> None:
    place, text = (block(Role.BODY, words) for words in ("HARROW FALLS, Monday Night.", "The steamer arrived."))
    leaning = Style("Times Italic", 10, 400)
    place = Block(tuple(Line(n.text, n.box, styles=((0, leaning),)) for n in place.lines), Role.BODY, place.box)
    under = Box(0, 12, WIDE, 24)
    text = Block(tuple(Line(n.text, under, styles=n.styles) for n in text.lines), Role.BODY, under, paragraphs=())
    assert said(article(place, text)) == ["HARROW FALLS, Monday Night.The steamer arrived."]


@pytest.mark.parametrize("row", ["記者馮啟明專題報導", "【記者馮啟明金沙報導】", "記者馮啟明"])
def test_a_first_paragraph_that_only_says_who_reports_is_the_byline(row: str) -> None:
    found = article(block(Role.HEADLINE, "公園", size=20), block(Role.BODY, row, TOLD, starts=(0, 1)))
    assert (found.byline, said(found)) == (("馮啟明",), [TOLD])


def test_a_reporters_words_about_himself_are_the_byline_and_no_text() -> None:
    found = article(block(Role.HEADLINE, "老橋通車"), block(Role.BODY, "記者魏文斌／金沙報導老橋今天通車了。"))
    assert (found.byline, said(found)) == (("魏文斌",), ["老橋今天通車了。"])
    assert str(article(block(Role.LABEL, "簡訊")).kind) == str(Kind.FURNITURE)


def test_the_place_of_a_letters_writer_may_run_over_into_a_block_of_its_own() -> None:
    text = block(Role.BODY, "The bus is late again.")
    rows = (block(Role.BYLINE, "Thomas Whitcombe, Cinder"), block(Role.BYLINE, "Gap"))
    assert article(block(Role.HEADLINE, "Mind it"), text, *rows).byline == ("Thomas Whitcombe",)
