"""What newspaper text says of itself."""

from __future__ import annotations

import pytest

from banmian.articles import grammar as g
from banmian.articles.bylines import inline_names, names
from banmian.articles.cut_words import cuts_a_word
from banmian.articles.openings import DATED_PLACE, opens_item
from banmian.articles.promos import page_span
from banmian.articles.signatures import is_surely_byline


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("□ 記者 林可桑 杜聞", ("林可桑", "杜聞")),
        ("■本報記者 王 磊 李曉明", ("王磊", "李曉明")),
        ("□ 通訊員 龐小寧 記者 蘇硯", ("龐小寧", "蘇硯")),
        ("文/皮小滿", ("皮小滿",)),
        ("〔記者葛小滿 于向之／高雄報導〕", ("葛小滿", "于向之")),
        ("答疑：區中醫醫院　童可人", ("童可人",)),
        ("By JANE DOE, Staff Writer", ("Jane Doe",)),
        ("By Delia Marchetti Staff Writer", ("Delia Marchetti",)),
    ],
)
def test_a_byline_gives_names_alone(line: str, found: tuple[str, ...]) -> None:
    assert g.is_byline(line)
    assert names(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Par Odile Ferrand", ("Odile Ferrand",)),
        ("Von Greta Lindner", ("Greta Lindner",)),
        ("記者葛小滿／花蓮報導", ("葛小滿",)),
        ("記者葛小滿 于向之∕高雄報導", ("葛小滿", "于向之")),
        ("記者／葛小滿報導", ("葛小滿",)),
        ("Roman von Greta Lindner.", ("Greta Lindner",)),
        ("Staff writer", ()),
    ],
)
def test_neither_what_says_by_nor_the_place_is_a_name(line: str, found: tuple[str, ...]) -> None:
    assert names(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("晚报记者 尹斌 姜守义", ("尹斌", "姜守义")),
        ("東湖日報記者 尹斌", ("尹斌",)),
        ("早报通讯员 尹斌", ("尹斌",)),
        ("作者系新闻学院学生 钟若溪", ("钟若溪",)),
        ("（作者係新聞學院學生　鍾若溪）", ("鍾若溪",)),
        ("Susan Ings, Corn Row", ("Susan Ings",)),
        ("SUSAN INGS, CORN ROW", ("Susan Ings",)),
        ("By Susan Ings, Carl Rowe", ("Susan Ings", "Carl Rowe")),
        ("By Susan Ings, Riverside", ("Susan Ings",)),
        ("By Ings, Rowe", ("Ings", "Rowe")),
        ("Susan Ings and Carl Rowe", ("Susan Ings", "Carl Rowe")),
        ("susan.ings@ledger.example", ()),
        ("By Susan Ings  Photo: Carl Rowe", ("Susan Ings",)),
        ("(Inès Garnier)", ("Inès Garnier",)),
        ("Envoyée spéciale", ()),
        ("aus Altenrode", ()),
        ("ist freie Autorin in Altenrode", ()),
        ("作者為大學客座講師", ()),
        ("城市觀察者", ()),
        ("程守信，瀾溪", ("程守信",)),
    ],
)
def test_neither_the_paper_nor_what_the_writer_is_nor_where_he_lives_is_a_name(
    line: str, found: tuple[str, ...]
) -> None:
    assert names(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "晚报记者 尹斌 姜守义",
        "记者 尹斌",
        "□ 本報記者　尹斌、姜守義",
        "见习记者：尹斌",
        "通讯员 尹斌",
        "□ 尹斌 姜守义",
        "■杨晓林",
        "〔記者王小明／花蓮報導〕",
    ],
)
def test_a_title_and_names_can_be_nothing_but_a_byline(line: str) -> None:
    assert is_surely_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "记者 王一摄",
        "□ 王一攝",
        "图/尹斌",
        "攝影記者 尹斌",
        "◆新品上市",
        "◆ 王府井大街",
        "记者了解到",
        "记者 尹斌 说",
        "尹斌 姜守义",
        "特別報道",
    ],
)
def test_what_may_be_something_else_is_no_sure_byline(line: str) -> None:
    assert not is_surely_byline(line)


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("Obituaries  Page 2", True),
        ("Sport ..... Page B4", True),
        ("Kleinanzeigen, S. 12", True),
        ("Cultura — página 7", True),
        ("Letters, p. 2", True),
        ("Homepage 2", False),
        ("Page 2", False),
        ("See the page", False),
        ("Page 2 and more", False),
        ("Obituaries 2", False),
        ("Team beats the U.S. 12", False),
        (f"Butter {'.' * 60} 2,50", False),
    ],
)
def test_a_line_of_an_index_ends_with_its_page(line: str, points: bool) -> None:
    assert bool(g.PAGE_TAIL.search(line)) is points


@pytest.mark.parametrize(
    "line", ["特別報道", "記者了解到，這項工作", "• 臨江步道北段恢復通行", "本報訊 昨日", "記者蹲點"]
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert not g.is_byline(line)


def test_names_in_brackets_are_found_at_either_end() -> None:
    assert inline_names("數了一夜的流星。（通訊員 于向之 記者 簡寧）") == ("于向之", "簡寧")
    assert inline_names("他（我的老師）來了。") == ()
    assert inline_names("環洲社聖卡洛港七月三日專電（記者 簡寧）今天下雨，河水漲了。") == ("簡寧",)
    assert inline_names("今天下雨，河水漲了，船不開了（記者 簡寧）大家都在等。") == ()


@pytest.mark.parametrize(
    ("printed", "pages"),
    [("[4-9版]", "4-9"), ("詳見第4至9版", "4-9"), ("見六、七版", "6-7"), ("【A2—A5版】", "A2-A5"), ("See page 4", "4")],
)
def test_a_pointer_is_a_line_and_names_its_pages(printed: str, pages: str) -> None:
    assert g.POINTER_LINE.match(printed)
    assert page_span(printed) == pages


@pytest.mark.parametrize(
    "printed",
    [
        "下轉第2版",
        "（下轉三版）",
        "〔下轉第3版〕",
        "See COUNCIL, page 3",
        "▶下转A3版",
        "Suite en page 3",
        "Fortsetzung auf Seite 4",
    ],
)
def test_a_jump_is_seen(printed: str) -> None:
    assert g.JUMP_ON.match(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "上接第1版",
        "〔上接第1版〕",
        "COUNCIL, from page 1",
        "◀上接一版",
        "Suite de la page 1",
        "Fortsetzung von Seite 1",
    ],
)
def test_an_arrival_is_seen(printed: str) -> None:
    assert g.JUMP_FROM.match(printed)


def test_a_sentence_left_open_goes_on() -> None:
    assert g.goes_on("他把這句", "話轉給了街道。") >= 0.8
    assert g.goes_on("他走了。", "第二天，雨停了。", indented=True) < -0.5
    assert g.goes_on("他走了", "，沒有回頭。") == 1.0


def test_a_word_cut_in_two_is_seen_and_a_whole_one_is_not() -> None:
    assert cuts_a_word("區裡的工作人", "員說")
    assert not cuts_a_word("非遺過冬", "雪落之前")


@pytest.mark.parametrize(
    "line",
    [
        "记者毛家豪 范建国",
        "晚报记者 尹斌 姜守义",
        "本报学生记者 杜振华",
        "（彭守信）",
        "（賴雨桐 韓淑芬）",
        "【記者張桂蘭】",
        "喬雲階作",
        "□ 沈一禾/文 葉帆/攝",
        "Walter Whitcombe, staff writer",
    ],
)
def test_who_wrote_it_is_told_in_many_ways(line: str) -> None:
    assert g.is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "【国际新闻】",
        "【讀者來信】",
        "【记者手记】",
        "【评论员文章】",
        "（江苏）",
        "（連載）",
        "（高温预警）",
        "文学创作",
        "安全工作",
        "经典著作",
        "Three young men, reporter",
        "the owner, editor",
    ],
)
def test_names_of_columns_and_places_are_no_bylines(line: str) -> None:
    assert not g.is_byline(line)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Berlin, 3. Mai. Der Magistrat", True),
        ("LONDON, June 3.—The board", True),
        ("Frankfurt am Main, den 7. März.", True),
        ("Paris, le 3 juin. — Le conseil", True),
        ("柳河八日電　外訊", True),
        ("〔平陽關專電〕此間", True),
        ("本報柳河特訊　清源", True),
        ("In Springfield, 12 people were hurt", False),
        ("Mary Smith, 34 and a mother", False),
        ("Meanwhile, 20 volunteers", False),
        ("Hier, 12 personnes", False),
        ("他於五月三日致電市政府", False),
        ("台电公司12日发布电价", False),
        ("學校5日用電量", False),
        ("這是一則快訊", False),
        ("Gideon Ashworth, aged 76, taught at the school", False),
        ("Boston, Aug. 7. The fleet", True),
    ],
)
def test_a_place_and_a_day_begin_an_item(line: str, dated: bool) -> None:
    assert bool(DATED_PLACE.match(line)) is dated


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("▲柳河電　外訊", True),
        ("（柳河）　市政公所", True),
        ("【南浦九日下午三時專電】　公安局", True),
        ("On écrit de Bruxelles : La pluie", True),
        ("Man schreibt uns aus Dresden: Der Rat", True),
        ("[London, 21. Juli.] Die Verhandlungen", True),
        ("— Stockholm, 10. Juli. Heute nacht", True),
        ("Frankfurt a. M., den 26. Juli. Die Blätter", True),
        ("（記者王磊攝）", False),
        ("▲停電通知請留意", False),
        ("On écrit beaucoup de lettres", False),
        ("— Cette maison n'est plus à toi", False),
    ],
)
def test_a_marked_place_opens_an_item(line: str, opens: bool) -> None:
    assert opens_item(line) is opens


@pytest.mark.parametrize(
    ("text", "ended"),
    [("wundert man sich.“", True), ("mes propres yeux. »", True), ("er sagte »", False), ("das „Haus“", False)],
)
def test_a_quotation_closed_in_another_language_ends_a_sentence(text: str, ended: bool) -> None:
    assert g.sentence_ended(text) is ended
