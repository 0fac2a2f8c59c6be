"""The drawing of a reading: places, colours, order, what is wrong, and that nothing of the paper becomes markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from banmian.model.article import Article, Kind, Part
from banmian.model.edition import Edition, EditionArticle, EditionPage, Region
from banmian.model.geometry import Box
from banmian.model.issue import Issue, Title
from banmian.model.page import Block, Line, Mark, MarkKind, Page, Role
from banmian.model.text import Text
from banmian.publish.look import build
from banmian.publish.look.arrows import arrow
from banmian.publish.look.colours import PALETTE, coloured
from banmian.publish.look.comparing import compared
from banmian.publish.look.findings import Difference, Findings, Verdict
from banmian.publish.look.folding import folded
from banmian.publish.look.subject import Subject
from banmian.publish.look.tags import Tags
from scoring import folded as folded_by_the_yardstick

SVG = "{http://www.w3.org/2000/svg}"
WIDTH, HEIGHT = 600.0, 800.0

BRIDGE = "東城大橋昨天上午通車，第一輛駛過橋面的是運菜的卡車，司機說從此不必再等渡船。"
SCHOOL = "北門小學的操場上週重新鋪過，孩子們發現草地裡埋著一枚五十年前的銅鈴，校長把它掛了起來。"
MARKET = "菜市場下月搬進新樓，攤位由抽籤決定，賣豆腐的老周抽到了靠窗的一格，他說看得見河。"


def block(words: str, role: Role, box: tuple[float, float, float, float] | None) -> Block:
    place = Box(*box) if box else None
    return Block(tuple(Line(Text(row), place) for row in words.split("\n") if row), role, place)


def article(number: int, parts: list[tuple[int, int, Role]], kind: Kind = Kind.STORY) -> Article:
    return Article(f"a{number}", kind, tuple(Part(*part) for part in parts))


BLOCKS = (
    block("第1版　要聞", Role.FOLIO, (20, 10, 580, 24)),
    block("大橋通車了", Role.HEADLINE, (20, 40, 290, 70)),
    block(BRIDGE, Role.BODY, (20, 80, 290, 300)),
    block("操場下的銅鈴", Role.HEADLINE, (310, 40, 580, 70)),
    block(SCHOOL, Role.BODY, (310, 80, 580, 300)),
    block(MARKET, Role.BODY, (20, 320, 580, 500)),
    block("左邊是誰的廣告", Role.AD, (20, 600, 300, 700)),
)


def issue() -> Issue:
    first = Page(0, "A1", width=WIDTH, height=HEIGHT, blocks=BLOCKS, marks=(Mark(MarkKind.RULE, Box(10, 30, 590, 31)),))
    second = Page(
        1, "A2", width=WIDTH, height=HEIGHT, blocks=(block("他還說，春天要再來。", Role.BODY, (20, 40, 300, 90)),)
    )
    lost = Page(2, "A3", missing="page 3 of paper.pdf is damaged & <torn>")
    articles = (
        article(1, [(0, 1, Role.HEADLINE), (0, 2, Role.BODY), (1, 0, Role.BODY)]),
        article(2, [(0, 3, Role.HEADLINE), (0, 4, Role.BODY)]),
        article(3, [(0, 6, Role.AD)], Kind.AD),
        article(4, [(0, 5, Role.BODY)], Kind.BRIEF),
    )
    return Issue(Title("河灣週報"), (first, second, lost), articles)


def edition(headline: str = "大橋通車了") -> Edition:
    pages = tuple(
        EditionPage(p.number or "", None, p.width or None, p.height or None, 72, f"images/{p.index}.webp", p.missing)
        for p in issue().pages
    )
    return Edition(
        title="河灣週報",
        pages=(pages[0], pages[1], replace(pages[2], image=None)),
        articles=(
            EditionArticle("a1", Kind.STORY, headline=headline, paragraphs=(BRIDGE, "他還說，春天要再來。")),
            EditionArticle("a2", Kind.STORY, headline="操場下的銅鈴", paragraphs=(SCHOOL,)),
            EditionArticle("a3", Kind.AD),
            EditionArticle("a4", Kind.BRIEF, paragraphs=(MARKET,)),
        ),
    )


def truth() -> Edition:
    """As `edition`: everything was read as it should be."""
    read = edition()
    return replace(read, articles=tuple(a for a in read.articles if a.kind is not Kind.AD))


def files(
    findings: Findings | None = None, whole: Issue | None = None, read: Edition | None = None
) -> dict[str, bytes]:
    pictures = {"images/0.webp": b"picture 0", "images/1.webp": b"picture 1"}
    return dict(build(Subject(whole or issue(), read or edition(), findings), pictures))


def wrong(expected: Edition, whole: Issue | None = None, read: Edition | None = None) -> Findings:
    return compared(whole or issue(), read or edition(), expected)


def drawing(made: Mapping[str, bytes], page: int = 1) -> ET.Element:
    return ET.fromstring(made[f"page-{page}.svg"])  # noqa: S314 our own


def with_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


def words(element: ET.Element) -> str:
    return "".join(element.itertext())


def box_of(rect: ET.Element) -> Box:
    x, y, width, height = (float(rect.get(name, "nan")) for name in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height)


def test_every_page_has_a_drawing_that_is_xml_beside_its_picture() -> None:
    made = files()
    assert set(made) == {
        "index.html",
        "page-1.svg",
        "page-2.svg",
        "page-3.svg",
        "images/0.webp",
        "images/1.webp",
    }
    for number in (1, 2, 3):
        assert drawing(made, number).tag == f"{SVG}svg"
    assert [i.get("href") for i in drawing(made, 2).iter(f"{SVG}image")] == ["images/1.webp"]
    assert made["images/1.webp"] == b"picture 1"


def test_each_block_is_drawn_where_it_is_in_its_articles_colour() -> None:
    whole, made = issue(), files()
    colours = coloured(whole)
    for index, one in enumerate(whole.articles):
        for part in one.parts:
            root = drawing(made, part.page + 1)
            (group,) = (g for g in root.iter() if g.get("id") == f"p{part.page + 1}-a{index + 1}")
            (drawn,) = (g for g in group.iter() if g.get("id") == f"p{part.page + 1}-b{part.block + 1}")
            place = box_of(with_class(drawn, "outline")[0])
            assert place == whole.pages[part.page].blocks[part.block].box
            colour = colours[index]
            if colour is None:
                assert "quiet" in group.get("class", "").split()
            else:
                assert group.get("fill") == group.get("stroke") == PALETTE[colour]


def test_a_block_that_sticks_out_is_drawn_within_the_page() -> None:
    whole = issue()
    out = (block("大橋通車了", Role.HEADLINE, (-30, -9, 700, 70)), *BLOCKS[1:])
    whole = replace(whole, pages=(replace(whole.pages[0], blocks=out), *whole.pages[1:]))
    for rect in drawing(files(whole=whole)).iter(f"{SVG}rect"):
        if rect.get("width") != "100%":
            place = box_of(rect)
            assert place.x0 >= 0
            assert place.y0 >= 0
            assert place.x1 <= WIDTH + 0.01
            assert place.y1 <= HEIGHT + 0.01


def test_tags_name_the_article_the_order_and_the_role() -> None:
    tags = [words(tag) for tag in with_class(drawing(files()), "tag")]
    assert {"#1 · 1 headline", "2 body", "#2 · 1 headline", "#3 · 1 ad", "#4 · 1 body"} <= set(tags)
    assert "folio" in tags, "a block in no article has its role alone"


def test_the_order_is_drawn_on_the_page_and_over_the_pages() -> None:
    made = files()
    arrows = [len(with_class(g, "shaft")) for g in with_class(drawing(made), "article")]
    assert sorted(arrows) == [0, 1, 1]
    assert [words(stub) for stub in with_class(drawing(made), "stub")] == ["→ p. A2"]
    assert [words(stub) for stub in with_class(drawing(made, 2), "stub")] == ["← p. A1"]
    assert [words(tag) for tag in with_class(drawing(made, 2), "tag")] == ["#1 · 3 body"]


@pytest.mark.parametrize(
    ("end", "ways"),
    [
        (Box(100, 300, 200, 400), (0, 1)),
        (Box(220, 100, 320, 200), (1, -1)),
        (Box(0, 100, 90, 200), (-1, -1)),
        (Box(100, 20, 200, 60), (0, -1)),
    ],
    ids=["below", "next column", "column to the left", "above"],
)
def test_an_arrow_points_to_the_next_block(end: Box, ways: tuple[int, int]) -> None:
    drawn = arrow(Box(100, 100, 200, 200), end, 8)
    (x0, y0), (x1, y1) = (tuple(map(float, place.split())) for place in drawn.shaft[1:].split("L"))
    assert [(d > 1e-6) - (d < -1e-6) for d in (x1 - x0, y1 - y0)] == list(ways)


def test_articles_side_by_side_differ_in_colour() -> None:
    rows = [
        block(BRIDGE, Role.BODY, (100.0 * column, 60.0 * row, 100.0 * column + 95, 60.0 * row + 50))
        for row in range(6)
        for column in range(6)
    ]
    articles = tuple(article(n, [(0, n, Role.BODY)]) for n in range(36))
    whole = Issue(Title(), (Page(0, width=WIDTH, height=HEIGHT, blocks=tuple(rows)),), articles)
    found = coloured(whole)
    for number, colour in enumerate(found):
        beside = {number + 6} | ({number + 1, number + 7} if number % 6 < 5 else set())
        assert all(found[other] != colour for other in beside if other < 36)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", PALETTE)
def test_colours_are_seen_on_paper_and_carry_white_words(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def test_tags_at_one_corner_do_not_hide_each_other() -> None:
    tags = Tags(Box(0, 0, WIDTH, HEIGHT), (), 8)
    places = [tags.put("4 body", Box(100, 100, 300, 300)) for _ in range(4)]
    boxes = [Box(*(float(v) for v in (t.rect.x, t.rect.y, t.rect.width, t.rect.height))) for t in places]
    upright = [Box(b.x0, b.y0, b.x0 + b.x1, b.y0 + b.y1) for b in boxes]
    assert all(a.shared_area(b) < 0.1 * a.area for a, b in pairwise(upright))


def test_a_page_that_could_not_be_read_is_shown_with_its_reason() -> None:
    made = files()
    page = made["index.html"].decode()
    assert "This page could not be read." in page
    assert "damaged &amp; &lt;torn&gt;" in page
    assert "damaged & <torn>" in words(drawing(made, 3))


def test_words_of_the_paper_never_become_markup() -> None:
    evil = "<script>alert(1)</script> & \"'\x00\ud800"
    whole = issue()
    blocks = (block(evil, Role.FOLIO, (20, 10, 580, 24)), *BLOCKS[1:])
    whole = replace(whole, pages=(replace(whole.pages[0], blocks=blocks), *whole.pages[1:]))
    read = edition(evil)
    read = replace(read, pages=(replace(read.pages[0], number=evil, name=evil), *read.pages[1:]))
    found = wrong(replace(truth(), articles=(replace(truth().articles[0], headline=evil),)), whole, read)
    made = files(found, whole, read)
    assert b"<script" not in made["index.html"]
    assert "&lt;script&gt;alert(1)" in made["index.html"].decode()
    assert "<script>alert(1)" in words(drawing(made))


def test_the_page_needs_no_script_and_asks_for_nothing_from_outside() -> None:
    page = files(wrong(truth()))["index.html"].decode()
    assert "default-src 'none'" in unescape(page)
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script|<link|@import|url\((?!#)", page)
    loaded = re.findall(r'\ssrc="([^"]*)"', page)
    assert set(loaded) == {"images/0.webp", "images/1.webp"}


def test_the_list_leads_to_the_places_and_back() -> None:
    page = files(wrong(truth()))["index.html"].decode()
    anchors = re.findall(r'\sid="([^"]*)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(anchors)
    assert 'href="#p1-a2"' in page
    assert 'href="#list-p1-a2"' in page


def test_the_list_says_how_sure_an_article_is_and_what_is_doubtful() -> None:
    read = edition()
    first = replace(read.articles[0], confidence=0.41, doubts=("“大橋” may begin a <story>",))
    page = files(read=replace(read, articles=(first, replace(read.articles[1], confidence=0.97), *read.articles[2:])))
    told = page["index.html"].decode()
    assert '<span class="bad">41 % sure</span>' in told
    assert "<span>97 % sure</span>" in told
    assert told.count("may begin a &lt;story&gt;") == 1
    assert told.count("% sure") == 3  # the first article stands in the lists of two pages


def test_input_without_places_is_shown_as_text() -> None:
    whole = issue()
    bare = tuple(replace(b, box=None) for b in BLOCKS)
    whole = replace(
        whole, pages=(replace(whole.pages[0], width=0.0, height=0.0, blocks=bare, marks=()), *whole.pages[1:])
    )
    made = files(whole=whole)
    page = made["index.html"].decode()
    assert "tells no places" in page
    assert SCHOOL in page
    assert "#2 · 2 body" in page
    assert 'href="#p1-b4"' in page, "the list leads to the first block"
    assert "tells no places" in words(drawing(made))


def test_a_perfect_reading_has_no_fault() -> None:
    found = wrong(truth())
    assert [pair.likeness for pair in found.pairs] == [1, 1, 1]
    assert not any(belonging.verdict.is_fault for belonging in found.blocks.values())
    assert found.blocks[0, 2].verdict is Verdict.RIGHT
    made = files(found)
    assert not with_class(drawing(made), "fault")
    assert "2 body ✓" in [words(tag) for tag in with_class(drawing(made), "tag")]


def test_swapped_paragraphs_are_said_to_belong_to_each_other() -> None:
    bridge, school, market = truth().articles
    long_heads = (bridge.headline or "") * 12, (school.headline or "") * 12
    first = replace(bridge, headline=long_heads[0], paragraphs=(SCHOOL,))
    second = replace(school, headline=long_heads[1], paragraphs=bridge.paragraphs)
    read = edition()
    read = replace(
        read,
        articles=(
            replace(read.articles[0], headline=long_heads[0]),
            replace(read.articles[1], headline=long_heads[1]),
            *read.articles[2:],
        ),
    )
    found = wrong(replace(truth(), articles=(first, second, market)), read=read)
    assert {(p.truth, p.read) for p in found.pairs} == {(0, 0), (1, 1), (2, 3)}
    assert found.blocks[0, 2].verdict is found.blocks[0, 4].verdict is Verdict.ASTRAY
    assert (found.blocks[0, 2].truth, found.blocks[0, 4].truth) == (1, 0)
    assert [stray.where for stray in found.lacking[0]] == [1]
    assert [stray.where for stray in found.surplus[1]] == [0]
    made = files(found, read=read)
    faulty = {g.get("id") for g in with_class(drawing(made), "astray") if with_class(g, "fault")}
    assert faulty == {"p1-b3", "p1-b5"}
    notes = [words(note) for note in with_class(drawing(made), "note")]
    assert notes == ["belongs to “操場下的銅鈴操場下的銅鈴操…” (#2)", "belongs to “大橋通車了大橋通車了大橋通…” (#1)"]
    assert found.summary.faulty_blocks == 3, "the one on the second page, too"


def test_blocks_that_are_lost_torn_or_too_many_are_told_apart() -> None:
    whole = issue()
    blocks = list(BLOCKS)
    blocks[0] = block(MARKET, Role.BODY, (20, 10, 580, 24))
    blocks[5] = block(BRIDGE[:24] + SCHOOL[:24], Role.BODY, (20, 320, 580, 500))
    blocks[4] = block("今日特價，雞蛋三元一斤，買二送一，歡迎新老顧客光臨選購。", Role.BODY, (310, 80, 580, 300))
    articles = (
        article(1, [(0, 1, Role.HEADLINE), (0, 2, Role.BODY), (0, 5, Role.BODY), (1, 0, Role.BODY)]),
        *whole.articles[1:3],
    )
    whole = replace(whole, pages=(replace(whole.pages[0], blocks=tuple(blocks)), *whole.pages[1:]), articles=articles)
    read = edition()
    read = replace(read, articles=read.articles[:3])
    found = wrong(truth(), whole, read)
    assert {place: belonging.verdict for place, belonging in found.blocks.items() if belonging.verdict.is_fault} == {
        (0, 0): Verdict.LOST,
        (0, 4): Verdict.SURPLUS,
        (0, 5): Verdict.TORN,
    }
    page = files(found, whole, read)["index.html"].decode()
    assert "missing from “菜市場" in page
    assert "in no article of the truth" in page
    assert "holds words of “操場下的銅鈴”" in page


def test_the_same_words_in_two_truth_articles_are_taken_for_those_that_stand_there() -> None:
    first, second, market = truth().articles
    words = "從一封來信說起"
    everywhere = [replace(a, kicker=words) for a in (first, second)]
    places = (Region("A1", Box(0, 30, 300, 310).polygon()), Region("A1", Box(300, 30, 600, 310).polygon()))
    whole = issue()
    for box, home in (((20, 32, 290, 38), 0), ((310, 32, 580, 38), 1)):
        kicker = block(words, Role.KICKER, box)
        page = replace(whole.pages[0], blocks=(*BLOCKS, kicker))
        laid = replace(whole, pages=(page, *whole.pages[1:]))
        for regions in (places, places[::-1]):
            placed = [replace(a, regions=(r,)) for a, r in zip(everywhere, regions, strict=True)]
            found = wrong(replace(truth(), pages=edition().pages, articles=(*placed, market)), laid)
            assert found.blocks[0, 7].verdict is Verdict.LOST
            assert found.blocks[0, 7].truth == (home if regions == places else 1 - home)


def test_a_head_that_was_read_as_a_jump_is_not_judged() -> None:
    whole = issue()
    blocks = (*BLOCKS, block("完全沒有人寫過的一個題目", Role.HEADLINE, (20, 520, 580, 540)))
    parts = (*whole.articles[1].parts, Part(0, 7, Role.JUMP))
    articles = (whole.articles[0], replace(whole.articles[1], parts=parts), *whole.articles[2:])
    whole = replace(whole, pages=(replace(whole.pages[0], blocks=blocks), *whole.pages[1:]), articles=articles)
    assert wrong(truth(), whole).blocks[0, 7].verdict is Verdict.UNJUDGED


def test_a_truth_article_that_nobody_read_is_listed_on_its_page_and_outlined() -> None:
    lost = EditionArticle(
        "lost",
        Kind.STORY,
        headline="渡船停了",
        paragraphs=("今晨河上起了大霧，渡船停了一個鐘頭，岸上的人都在等。",),
        regions=(Region("A2", Box(100, 200, 300, 400).polygon()),),
    )
    half = replace(truth(), pages=tuple(replace(p, width=300.0, height=400.0) for p in edition().pages))
    found = wrong(replace(half, articles=(*half.articles, lost)))
    made = files(found)
    (outline,) = with_class(drawing(made, 2), "unread")
    assert outline.get("points") == "200,400 600,400 600,800 200,800", "in units of the read page"
    second = made["index.html"].decode().split('id="page-2"')[1].split('id="page-3"')[0]
    assert "Not read" in second
    assert "渡船停了" in second
    assert (found.summary.truth_articles, found.summary.read_articles, found.summary.alike) == (4, 3, 3)


def test_fields_that_differ_are_shown_with_both_sides() -> None:
    bridge, *others = truth().articles
    changed = replace(bridge, headline="大橋今晨通車", byline=("林可棻",), label="本地")
    found = wrong(replace(truth(), articles=(changed, *others)))
    assert set(found.differences[0]) == {
        Difference("headline", "大橋通車了", "大橋今晨通車"),
        Difference("byline", None, "林可棻"),
        Difference("label", None, "本地"),
    }
    counts = {count.name: (count.right, count.stated) for count in found.summary.fields}
    assert counts == {"headline": (1, 2), "byline": (0, 1), "label": (0, 1), "masthead": (1, 1)}
    page = files(found)["index.html"].decode()
    assert "<td>大橋通車了</td><td>大橋今晨通車</td>" in page


def test_a_kicker_that_was_read_as_a_label_is_no_fault() -> None:
    bridge, *others = truth().articles
    read = edition()
    read = replace(read, articles=(replace(read.articles[0], label="交通"), *read.articles[1:]))
    found = wrong(replace(truth(), articles=(replace(bridge, kicker="交通"), *others)), read=read)
    assert found.differences[0] == ()


@pytest.mark.parametrize("text", ["東城，大橋！", "ＡＢＣ １２", "Straße ① ½", "基层與基層", "", "Ünï-cödé"])
def test_texts_are_folded_as_the_yardstick_does(text: str) -> None:
    assert folded(text) == folded_by_the_yardstick(text)
