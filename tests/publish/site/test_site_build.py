"""What stands in a built site, read from its bytes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from links_in_html import pages_of, parsed, target
from PIL import Image
from river_bend_weekly import FERRY_PHOTO, LEAD_SHAPE, PHOTO, SCALE, box, edition, pictures, story

from banmian.errors import OutsideMissing
from banmian.model import codec
from banmian.model.article import Kind, Reference
from banmian.model.edition import (
    Edition,
    EditionArticle,
    EditionCaption,
    EditionPage,
    Picture,
    Region,
    Repair,
)
from banmian.model.geometry import Box
from banmian.publish import site
from banmian.publish.site.arrange import Arrangement

if TYPE_CHECKING:
    from banmian.publish.site.views import SiteView

HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{{ 7*7 }}"


def built(issue: Edition | None = None, blobs: dict[str, bytes] | None = None) -> dict[str, bytes]:
    return dict(site.build(issue or edition(), pictures() if blobs is None else blobs))


def one(
    *articles: EditionArticle,
    language: str | None = "zh-Hant",
    date: str | None = None,
    number: str | None = None,
) -> Edition:
    """An edition of one page without a picture."""
    whole = Edition(pages=(EditionPage("1", width=1000.0, height=1400.0),), articles=articles, title="河灣週報")
    return replace(whole, language=language, date=date, number=number)


def text_of(files: dict[str, bytes], path: str) -> str:
    return parsed(files, path).text


def hostile_edition() -> Edition:
    article = EditionArticle(
        id="../../etc/passwd",
        kind=Kind.STORY,
        label=HOSTILE,
        kicker=HOSTILE,
        headline=HOSTILE,
        deck=HOSTILE,
        byline=(HOSTILE,),
        paragraphs=(HOSTILE,),
        captions=(EditionCaption(HOSTILE, HOSTILE, None),),
        references=(Reference("../9", HOSTILE),),
        continued_on=(HOSTILE,),
        language='en" onload="alert(3)',
        regions=(Region("../<b>", box(0, 0, 500, 500)),),
        repairs=(Repair("headline", 0, 9, HOSTILE, HOSTILE),),
    )
    page = EditionPage("../<b>", HOSTILE, 1000.0, 1400.0, 72.0, 'images/"quoted" #1?.webp', section=HOSTILE)
    return Edition(
        title=HOSTILE,
        date=HOSTILE,
        number=HOSTILE,
        language='zh-Hant" onload="alert(4)',
        pages=(page, EditionPage("..", missing=HOSTILE), EditionPage("..")),
        articles=(article, replace(article, id="CON"), replace(article, id="../../etc/passwd")),
    )


def test_paths_are_sorted_and_the_bytes_the_same_every_time() -> None:
    files = list(site.build(edition(), pictures()))
    assert [path for path, _ in files] == sorted({path for path, _ in files})
    assert files == list(site.build(edition(), dict(reversed(pictures().items()))))


@pytest.mark.parametrize("issue", [edition(), hostile_edition(), Edition()], ids=["paper", "hostile", "empty"])
def test_every_internal_link_leads_to_a_file_and_a_place_in_it(issue: Edition) -> None:
    files = built(issue)
    seen = 0
    for path in pages_of(files):
        page = parsed(files, path)
        for address in page.loaded() | {a for a in page.followed() if not a.startswith("https://riverbend.example")}:
            file, fragment = target(path, address)
            assert file in files, f"{path} points to {address}"
            if fragment:
                ids = {attributes.get("id") for _, attributes in parsed(files, file).elements}
                assert fragment in ids, f"{path} points to {address}"
            seen += 1
    assert seen >= 4


def test_nothing_is_fetched_from_outside() -> None:
    files = built()
    for path in pages_of(files):
        outside = {a for a in parsed(files, path).loaded() if ":" in a.split("/")[0] or a.startswith("//")}
        assert not outside
    style = files["assets/site.css"].decode()
    assert "url(" not in style
    assert "@import" not in style
    assert b"http" not in files["assets/site.js"]


def test_pictures_and_edition_json_are_passed_through() -> None:
    files = built()
    assert {path: files[path] for path in pictures()} == pictures()
    assert codec.decode(files["edition.json"]) == edition()


def test_a_blob_neither_leaves_the_folder_nor_replaces_a_page() -> None:
    files = built(blobs={"../escaped.webp": b"x", "/abs": b"x", "INDEX.html": b"x", "images/ok.bin": b"kept"})
    assert not {"../escaped.webp", "/abs", "INDEX.html"} & set(files)
    assert files["images/ok.bin"] == b"kept"


def test_hostile_text_stays_text() -> None:
    files = built(hostile_edition())
    for path in files:
        assert ".." not in path.split("/")
    for path in pages_of(files):
        page = parsed(files, path)
        assert [a.get("src") for a in page.all("script")] == [f"{'../' * path.count('/')}assets/site.js"]
        assert not [a for _, a in page.elements if any(name.startswith("on") for name in a)]
        assert not page.all("img", src="x")
    story_page = next(path for path in files if path.startswith("articles/etc-passwd"))
    assert HOSTILE in text_of(files, story_page)


def test_two_articles_of_one_id_have_a_page_each() -> None:
    same = story("p1", Kind.STORY, "1", box(0, 0, 10, 10), "甲")
    files = built(one(same, replace(same, headline="乙"), replace(same, id="P1", headline="丙")))
    headings = {text_of(files, path).split("–")[0].strip() for path in files if path.startswith("articles/")}
    assert headings == {"甲", "乙", "丙"}


def test_hot_zones_lie_where_the_regions_say() -> None:
    page = parsed(built(), "pages/1.html")
    (overlay,) = page.all("svg", class_="zones")
    assert overlay["viewbox"] == "0 0 1000 1400"
    places = [attributes["points"] for attributes in page.all("polygon")]
    assert " ".join(f"{x:g},{y:g}" for x, y in LEAD_SHAPE) in places
    zones = {
        attributes["data-article"]: attributes["href"] for attributes in page.all("a") if "data-article" in attributes
    }
    assert zones == {
        "p1-ferry": "../articles/p1-ferry.html",
        "p1-brief-1": "../articles/p1-brief-1.html",
        "p1-brief-2": "../articles/p1-brief-2.html",
        "p1-promo": "../pages/4.html",
        "p1-photo": "../articles/p1-photo.html",
        "p1-ad": "../articles/p1-ad.html",
    }


def test_an_article_over_two_pages_is_lit_on_both() -> None:
    files = built()
    assert parsed(files, "pages/3.html").all("a", href="../articles/p1-ferry.html")
    spots = {a.get("href") for a in parsed(files, "articles/p1-ferry.html").all("a", class_="spot")}
    assert spots == {"../pages/1.html#zone-p1-ferry", "../pages/3.html#zone-p1-ferry"}
    assert "下轉第3版" in text_of(files, "articles/p1-ferry.html")


def test_photo_is_cut_out_of_the_page_picture() -> None:
    files = built()
    (shown,) = parsed(files, "articles/p1-ferry.html").all("img", src="../images/photos/p1-ferry-1.webp")
    with Image.open(BytesIO(files["images/photos/p1-ferry-1.webp"])) as photo:
        assert photo.size == (round(FERRY_PHOTO.width * SCALE), round(FERRY_PHOTO.height * SCALE))
        assert (shown["width"], shown["height"]) == (str(photo.width), str(photo.height))
        middle = photo.getpixel((photo.width // 2, photo.height // 2))
    assert isinstance(middle, tuple)
    assert all(abs(seen - drawn) <= 6 for seen, drawn in zip(middle, PHOTO, strict=True))


@pytest.mark.parametrize(
    "place",
    [Box(-50, -50, -10, -10), Box(5, 5, 6, 6), Box(float("nan"), 0, 9, 9), Box(0, 0, float("inf"), 9)],
    ids=["outside", "tiny", "nan", "endless"],
)
def test_photo_without_a_place_leaves_its_caption(place: Box) -> None:
    page = edition().pages[0]
    article = replace(edition().articles[1], captions=(EditionCaption("說明", None, Picture("1", place)),))
    files = built(replace(edition(), pages=(page,), articles=(article,)))
    assert not [path for path in files if path.startswith("images/photos/")]
    assert "說明" in text_of(files, "articles/p1-ferry.html")


def test_a_picture_that_cannot_be_read_is_left_out() -> None:
    files = built(blobs={"images/page-001.webp": b"no picture"})
    assert not parsed(files, "pages/1.html").all("img")
    assert "河灣渡輪八月一日復航" in text_of(files, "pages/1.html")


def test_article_without_headline_goes_by_its_first_words() -> None:
    files = built()
    assert "鎮公所提醒，今年的流感疫苗自九月起在各里活動中心…" in text_of(files, "index.html")
    page = parsed(files, "articles/p1-brief-2.html")
    assert page.all("h1", class_="unseen")
    assert page.text.count("請攜帶身分證件") == 1


def test_article_of_nothing_but_a_label_goes_by_it() -> None:
    label = replace(story("a", Kind.STORY, "1", box(0, 0, 9, 9)), label="時評")
    page = parsed(built(one(label)), "articles/a.html")
    assert page.text.strip().startswith("時評 – 河灣週報")
    assert not page.all("h1", class_="unseen")


def test_label_of_a_run_of_briefs_stands_once_in_a_list() -> None:
    briefs = [
        replace(story(key, Kind.BRIEF, "1", box(0, 0, 9, 9), key), label=label)
        for key, label in (("a", "簡訊"), ("b", "簡訊"), ("c", "時評"), ("d", "簡訊"))
    ]
    files = built(one(*briefs))
    assert len(parsed(files, "pages/1.html").all("p", class_="label")) == 3
    assert parsed(files, "articles/b.html").all("p", class_="label")


def test_missing_page_says_why_and_keeps_its_place() -> None:
    files = built()
    for path in ("index.html", "pages/5.html"):
        assert "這一版未能讀出。" in text_of(files, path)
        assert "掃描檔在第三行之後損毀" in text_of(files, path)
    assert parsed(files, "pages/4.html").all("a", rel="next", href="../pages/5.html")


def test_contents_list_neither_advertisement_nor_masthead() -> None:
    files = built()
    assert "老盛記醬園" not in text_of(files, "index.html")
    assert "老盛記醬園" in text_of(files, "pages/1.html")
    assert not {"articles/p1-masthead.html", "articles/p1-folio.html", "articles/p1-promo.html"} & set(files)
    assert not parsed(files, "articles/p1-ad.html").all("a", rel="next")


def test_pointer_leads_to_every_page_that_it_means() -> None:
    assert {"pages/4.html", "pages/5.html"} <= {a["href"] for a in parsed(built(), "index.html").all("a")}
    assert parsed(built(), "articles/p4-races.html").all("a", href="../pages/1.html")


def test_pointer_to_no_page_of_ours_is_read_by_itself() -> None:
    promo = replace(edition().articles[4], references=(Reference("12", "見十二版"),), paragraphs=("六隊下水。",))
    files = built(one(promo))
    assert "六隊下水。" in text_of(files, "articles/p1-promo.html")


def test_articles_lead_to_their_neighbours_in_reading_order() -> None:
    files = built()
    chain, path = ["articles/p1-ferry.html"], "articles/p1-ferry.html"
    while following := parsed(files, path).all("a", rel="next"):
        path = target(path, following[0]["href"] or "")[0]
        chain.append(path)
    first, second = ("ferry", "brief-1", "brief-2", "photo"), ("library", "english", "notice")
    names = [*(f"p1-{name}" for name in first), *(f"p2-{name}" for name in second), "p4-races"]
    assert chain == [f"articles/{name}.html" for name in names]


def test_english_edition_speaks_english() -> None:
    files = built(one(replace(edition().articles[9], regions=()), language="en", date="2023-07-10", number="28"))
    page = parsed(files, "index.html")
    assert page.all("html", lang="en")
    assert "Monday, 10 July 2023" in page.text
    assert "No. 28" in page.text
    assert not [character for character in page.text.replace("河灣週報", "") if "\u4e00" <= character <= "\u9fff"]


@pytest.mark.parametrize(
    ("language", "site_language", "article_language"),
    [("zh-Hant-HK", "zh-Hant-HK", None), ("zh-TW", "zh-TW", None), ("fr", "en", "fr"), (None, "en", "")],
)
def test_lang_names_the_words_and_the_articles_apart(
    language: str | None, site_language: str, article_language: str | None
) -> None:
    article = story("a", Kind.STORY, "1", box(0, 0, 9, 9), "題")
    page = parsed(built(one(article, language=language)), "articles/a.html")
    assert page.all("html")[0]["lang"] == site_language
    assert page.all("article")[0].get("lang") == article_language


def test_article_in_another_language_is_marked() -> None:
    assert parsed(built(), "articles/p2-english.html").all("article", lang="en")


def test_folio_line_tells_date_numbers_and_registration() -> None:
    text = text_of(built(), "index.html")
    for phrase in ("2023年7月10日 星期一", "第28期", "總第4016期", "准印證號 河報字第007號"):
        assert phrase in text


def test_channels_are_linked_only_where_the_address_is_of_the_web() -> None:
    page = parsed(built(), "index.html")
    assert page.all("a", href="https://riverbend.example/")
    assert "掌上河灣" in page.text
    assert not [a for a in page.followed() if a.startswith("javascript")]


def test_repairs_are_told_with_what_print_had() -> None:
    page = parsed(built(), "articles/p1-ferry.html")
    assert len(page.all("del")) == 2
    for words in ("印作 延護", "印作 河湾", "另有1處只是接合了斷行或空格。"):
        assert words in page.text


def test_repair_of_a_place_that_is_not_there_is_passed_over() -> None:
    lost = tuple(
        Repair(f, 0, 99, "x", "s") for f in ("headline", "paragraphs/7", "paragraphs/x", "nothing", "captions/0/image")
    )
    article = replace(story("a", Kind.STORY, "1", box(0, 0, 9, 9), "題"), repairs=lost)
    assert not parsed(built(one(article)), "articles/a.html").all("details")


def test_articles_without_a_place_are_listed_too() -> None:
    text = replace(edition().articles[8], regions=(), captions=())
    files = built(Edition(title="河灣週報", language="zh-Hant", articles=(text,)))
    assert parsed(files, "index.html").all("a", href="articles/p2-library.html")


def test_lone_surrogate_does_not_stop_the_page() -> None:
    article = story("a", Kind.STORY, "1", box(0, 0, 9, 9), "題")
    view = site._page("article.html", site=_view(article), article=_view(article).articles[0], root="../")
    assert "題?".encode() in view


def _view(article: EditionArticle) -> SiteView:
    return Arrangement(one(replace(article, headline="題\ud800")), (None,), {}).site()


def test_unbuilt_assets_are_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "ASSETS", ("absent.css",))
    with pytest.raises(OutsideMissing, match="npm run build"):
        built()
