"""An issue as others see it: words, polygons on pages, and the repairs that were made."""

from __future__ import annotations

from dataclasses import replace

from banmian.edition import edition_of
from banmian.model.article import Article, Caption, Kind, Part, Passage
from banmian.model.edition import Doubt, Edition, EditionArticle, Picture, Repair
from banmian.model.geometry import Box
from banmian.model.issue import Issue, Section, Title
from banmian.model.page import Block, Page, Role
from banmian.model.text import Edit, Flag, Text
from page_of_lines import HEIGHT, WIDTH


def passage(raw: str, *steps: tuple[str, list[Edit]]) -> Passage:
    text = Text(raw)
    for step, edits in steps:
        text = text.edited(step, edits)
    return Passage(text)


def page(index: int, *boxes: Box, role: Role = Role.BODY) -> Page:
    blocks = tuple(Block(role=role, box=box) for box in boxes)
    return Page(index=index, number=f"A{index + 1}", width=WIDTH, height=HEIGHT, blocks=blocks)


def seen(article: Article, *pages: Page) -> EditionArticle:
    return edition_of(Issue(Title(), pages, (article,))).articles[0]


def covering(*parts: tuple[int, int]) -> Article:
    return Article("p001-a01", Kind.STORY, tuple(Part(p, b, Role.BODY) for p, b in parts))


def bounds(article: EditionArticle) -> list[tuple[str, Box]]:
    return [(r.page, Box(*r.polygon[0], *r.polygon[2])) for r in article.regions]


def test_regions_lie_around_the_blocks_and_within_the_page() -> None:
    blocks = Box(0, 0, 200, 300), Box(400, 500, WIDTH, HEIGHT)
    found = bounds(seen(covering((0, 0), (0, 1)), page(0, *blocks)))
    assert len(found) == 2
    for (number, area), block in zip(found, blocks, strict=True):
        assert number == "A1"
        assert area.shared_area(block) == block.area
        assert (area.x0 >= 0, area.y0 >= 0, area.x1 <= WIDTH, area.y1 <= HEIGHT) == (True,) * 4


def test_blocks_that_line_up_are_one_region_and_others_are_not() -> None:
    head, left, right = Box(100, 100, 400, 130), Box(100, 134, 245, 500), Box(255, 134, 400, 500)
    (one,) = seen(covering((0, 0), (0, 1), (0, 2)), page(0, head, left, right)).regions
    air = WIDTH / 400
    assert one.polygon == Box(100 - air, 100 - air, 400 + air, 500 + air).polygon()
    apart = seen(covering((0, 0), (0, 1)), page(0, Box(100, 100, 200, 150), Box(300, 400, 400, 700)))
    assert len(apart.regions) == 2


def test_an_article_over_two_pages_has_regions_on_both() -> None:
    pages = page(0, Box(50, 50, 150, 150)), page(1, Box(60, 60, 160, 160))
    assert [number for number, _ in bounds(seen(covering((0, 0), (1, 0)), *pages))] == ["A1", "A2"]


def test_text_without_geometry_has_no_regions() -> None:
    bare = Page(index=0, blocks=(Block(),))
    read = edition_of(Issue(Title(), (bare,), (covering((0, 0)),)))
    assert read.articles[0].regions == ()
    assert (read.pages[0].width, read.pages[0].height, read.pages[0].dpi) == (None, None, None)


def told(field: str, found: Passage) -> tuple[tuple[Repair, ...], EditionArticle]:
    article = Article(
        "p001-a01",
        Kind.STORY,
        (),
        headline=found if field == "headline" else None,
        paragraphs=(passage("第一段。"), found) if field != "headline" else (),
    )
    read = seen(article, page(0))
    return read.repairs, read


def test_a_repair_says_what_was_printed_and_where_the_new_text_stands() -> None:
    repaired = passage("區里的公\n園,很大", ("joins", [Edit(4, 5, "")]), ("strays", [Edit(1, 2, "裡")]))
    repairs, read = told("paragraphs/1", repaired)
    assert repairs == (Repair("paragraphs/1", 1, 2, "里", "strays"),)
    assert read.paragraphs[1][1:2] == "裡"


def test_repairs_come_in_the_order_of_the_text_and_longer_ones_are_whole() -> None:
    repaired = passage("甲...乙,丙", ("width", [Edit(1, 4, "……"), Edit(5, 6, "，")]))
    repairs, read = told("headline", repaired)
    assert repairs == (Repair("headline", 1, 3, "...", "width"), Repair("headline", 4, 5, ",", "width"))
    assert read.headline == "甲……乙，丙"


def test_places_count_from_the_first_character_that_is_shown() -> None:
    repairs, read = told("headline", passage("　里弄", ("strays", [Edit(1, 2, "裡")])))
    assert read.headline == "裡弄"
    assert repairs == (Repair("headline", 0, 1, "里", "strays"),)


def test_line_ends_and_glyph_codes_are_no_repairs() -> None:
    joined = passage("⼀行\n兩行", ("codepoints", [Edit(0, 1, "一")]), ("joins", [Edit(2, 3, "")]))
    assert told("paragraphs/1", joined)[0] == ()


def test_a_doubt_stands_where_its_glyph_is_now() -> None:
    joined = passage("　看了\n看表", ("joins", [Edit(0, 1, ""), Edit(3, 4, "")]))
    flagged = replace(joined, flags=(Flag(5, 6, ("錶",), "nothing decides"),))
    for field, at in (("headline", "headline"), ("paragraphs/1", "paragraphs/1")):
        _, read = told(field, flagged)
        assert read.flags == (Doubt(at, 3, 4, ("錶",), "nothing decides"),)


def test_a_glyph_that_was_changed_since_is_doubtful_no_more() -> None:
    changed = passage("看表", ("desk", [Edit(1, 2, "錶")]))
    _, read = told("headline", replace(changed, flags=(Flag(1, 2, ("錶",), "nothing decides"),)))
    assert read.flags == ()


def test_another_script_is_no_repair() -> None:
    assert told("headline", passage("電話", ("whole-script", [Edit(0, 1, "电"), Edit(1, 2, "话")])))[0] == ()


def test_a_name_says_what_print_had() -> None:
    signed = passage("陈家豪", ("script", [Edit(0, 1, "陳")]))
    article = Article("p001-a01", Kind.STORY, (), byline=("陳家豪",), byline_texts=(signed,))
    assert seen(article, page(0)).repairs == (Repair("byline/0", 0, 1, "陈", "script"),)


def test_a_caption_leads_to_its_picture() -> None:
    photo = Box(10.004, 20, 110, 90)
    article = Article("p001-a01", Kind.PHOTO, (), captions=(Caption(passage("湖上的清晨"), None, 0, photo),))
    (caption,) = seen(article, page(0)).captions
    assert (caption.text, caption.credit) == ("湖上的清晨", None)
    assert caption.image == Picture("A1", Box(10.0, 20, 110, 90))


def test_pages_say_their_section_and_what_is_missing() -> None:
    pages = page(0), Page(index=1, missing="page 2 is damaged")
    read: Edition = edition_of(Issue(Title("東湖報"), pages, (), (Section("要聞", (0,)),), ("careful",)))
    assert [(p.number, p.section, p.missing) for p in read.pages] == [
        ("A1", "要聞", None),
        ("2", None, "page 2 is damaged"),
    ]
    assert (read.title, read.warnings) == ("東湖報", ("careful",))
