"""Pages to an issue: the title, sections, and what is warned of."""

from __future__ import annotations

from banmian.articles.folios import numbered
from banmian.edition import issue_of
from banmian.model.geometry import Box
from banmian.model.issue import Issue
from banmian.model.page import Block, Page, QrCode, Role
from page_of_lines import HEIGHT, WIDTH, line

MASTHEAD = ("東湖報", "2023年5月6日 星期六", "第12期（總第345期）", "國內統一刊號：CN31-0001")


def with_rows(index: int, role: Role, *rows: str, codes: tuple[QrCode, ...] = ()) -> Page:
    lines = tuple(line(words, 40, 20 + 15 * i, 40 if words == "東湖報" else 10) for i, words in enumerate(rows))
    block = Block(lines, role, Box(40, 20, 300, 20 + 15 * len(rows)))
    return Page(index=index, width=WIDTH, height=HEIGHT, blocks=(block,) if rows else (), codes=codes)


def issue(*pages: Page) -> Issue:
    return issue_of(numbered(pages)[0], (), (), "zh-Hant")


def test_the_title_is_read_off_the_masthead() -> None:
    title = issue(with_rows(0, Role.MASTHEAD, *MASTHEAD)).title
    assert (title.name, title.date, title.number, title.total_number) == ("東湖報", "2023-05-06", "12", "345")
    assert title.registration is not None
    assert title.registration.number == "CN31-0001"


def test_a_wrong_weekday_is_warned_of() -> None:
    read = issue(with_rows(0, Role.MASTHEAD, "東湖報", "2023年5月6日 星期日"))
    assert read.title.date == "2023-05-06"
    assert read.warnings == ("the masthead says 星期日, but 2023-05-06 is a Saturday",)


def test_without_a_masthead_the_folios_tell_the_date() -> None:
    read = issue(with_rows(0, Role.FOLIO, "第2版 要聞", "2023年5月6日"))
    assert (read.title.name, read.title.date) == (None, "2023-05-06")


def test_a_title_in_capitals_is_written_as_the_folios_write_it() -> None:
    pages = (
        Page(index=0, blocks=(Block((line("RIVER BEND WEEKLY", 40, 20, 40),), Role.MASTHEAD),)),
        with_rows(1, Role.FOLIO, "Page 2  |  River Bend Weekly  |  May 6, 2023"),
    )
    assert issue(*pages).title.name == "River Bend Weekly"


def test_codes_near_the_masthead_are_channels_and_others_are_not() -> None:
    near, far = QrCode(Box(310, 20, 340, 50), "https://donghu.example"), QrCode(Box(400, 700, 430, 730), "x")
    title = issue(with_rows(0, Role.MASTHEAD, *MASTHEAD, codes=(near, far))).title
    assert [c.url for c in title.channels] == ["https://donghu.example"]


def test_neighbouring_pages_of_one_name_are_a_section() -> None:
    names = ("要聞", "副刊", "副刊", "要聞")
    pages = [with_rows(i, Role.FOLIO, f"第{i + 1}版 {name}") for i, name in enumerate(names)]
    sections = [(s.name, s.pages) for s in issue(*pages).sections]
    assert sections == [("要聞", (0,)), ("副刊", (1, 2)), ("要聞", (3,))]


def test_missing_pages_stay_in_their_place() -> None:
    read = issue(with_rows(0, Role.FOLIO, "第1版"), Page(index=1, missing="page 2 is damaged"))
    assert [(p.number, p.missing) for p in read.pages] == [("1", None), ("2", "page 2 is damaged")]
