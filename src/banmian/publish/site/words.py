"""The interface's words, one catalogue for all languages, and dates written out in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from banmian.model.issue import Channel, Registration


@dataclass(frozen=True, slots=True)
class Words:
    """What the site says in one language; a `{}` is where a number or a name goes.

    Attributes:
        tag: BCP 47, the language of these words.
        separator: between names in a list.
        page_number: of a page whose number is digits alone.
        page_code: of any other page ("A01").
        date: `str.format` pattern with year, month, month_name, day and weekday.
        fields: of an article, by their names in edition JSON.
    """

    tag: str
    separator: str
    page_number: str
    page_code: str
    date: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    issue_number: str
    total_number: str
    untitled_paper: str
    untitled: str
    skip: str
    skip_to_list: str
    larger: str
    front: str
    pages: str
    contents: str
    channels: str
    elsewhere: str
    articles_here: str
    no_articles: str
    pointers: str
    notices: str
    facsimile: str
    enlarge: str
    place: str
    read_on_page: str
    missing: str
    previous_page: str
    next_page: str
    previous_article: str
    next_article: str
    picture: str
    authors: str
    see: str
    continued_from: str
    continued_on: str
    printed_as: str
    printed_joins: str
    printed_was: str
    printed_now: str
    nothing: str
    paragraph: str
    fields: Mapping[str, str]
    registrations: Mapping[str, str]
    channel_kinds: Mapping[str, str]
    origin: str
    data: str

    def page(self, number: str) -> str:
        """A page as readers call it."""
        pattern = self.page_number if number.isascii() and number.isdigit() else self.page_code
        return pattern.replace("{}", number)

    def long_date(self, iso: str | None) -> str | None:
        """A date written out with its weekday; as it came where it is no whole ISO 8601 date."""
        try:
            day = date.fromisoformat(iso or "")
        except ValueError:
            return iso or None
        return self.date.format(
            year=day.year,
            month=day.month,
            month_name=self.months[day.month - 1] if self.months else "",
            day=day.day,
            weekday=self.weekdays[day.weekday()],
        )

    def numbered(self, pattern: str, number: str | None) -> str | None:
        """An issue number within its words; as printed where it brings its own."""
        if not number:
            return None
        return pattern.replace("{}", number) if number.isascii() and number.isdigit() else number

    def registration(self, registration: Registration | None) -> str | None:
        """The paper's registration with what it is."""
        if registration is None:
            return None
        kind = self.registrations.get(registration.kind, registration.kind)
        return registration.number if registration.number.startswith(kind) else f"{kind} {registration.number}"

    def channel(self, channel: Channel) -> tuple[str, str | None]:
        """What a channel is, and its name where it has one."""
        return self.channel_kinds.get(channel.kind, channel.kind), channel.name


_HANT = Words(
    tag="zh-Hant",
    separator="、",
    page_number="第{}版",
    page_code="{}版",
    date="{year}年{month}月{day}日 {weekday}",
    weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    months=(),
    issue_number="第{}期",
    total_number="總第{}期",
    untitled_paper="報名不詳",
    untitled="無題",
    skip="跳到正文",
    skip_to_list="跳到本版文章",
    larger="大字",
    front="本期目錄",
    pages="版面",
    contents="本期文章",
    channels="本報平台",
    elsewhere="其他文章",
    articles_here="本版文章",
    no_articles="本版沒有另列的文章。",
    pointers="導讀",
    notices="廣告與啟事",
    facsimile="{}原版",
    enlarge="看大圖",
    place="在版面上的位置",
    read_on_page="在原版上看",
    missing="這一版未能讀出。",
    previous_page="上一版",
    next_page="下一版",
    previous_article="上一篇",
    next_article="下一篇",
    picture="圖片",
    authors="作者",
    see="請看",
    continued_from="上接",
    continued_on="下轉",
    printed_as="與印刷版不同之處",
    printed_joins="另有{}處只是接合了斷行或空格。",
    printed_was="印作",
    printed_now="今作",
    nothing="（無）",
    paragraph="第{}段",
    fields={
        "label": "欄目",
        "kicker": "肩題",
        "headline": "主題",
        "deck": "副題",
        "byline": "作者",
        "captions": "圖片說明",
    },
    registrations={"cn": "國內統一刊號", "permit": "准印證號", "issn": "ISSN"},
    channel_kinds={
        "website": "網站",
        "app": "客戶端",
        "wechat": "微信",
        "weibo": "微博",
        "douyin": "抖音",
        "facebook": "Facebook",
        "instagram": "Instagram",
        "youtube": "YouTube",
    },
    origin="文字讀自印刷版面。",
    data="本期資料（JSON）",
)

_HANS = Words(
    tag="zh-Hans",
    separator="、",
    page_number="第{}版",
    page_code="{}版",
    date="{year}年{month}月{day}日 {weekday}",
    weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    months=(),
    issue_number="第{}期",
    total_number="总第{}期",
    untitled_paper="报名不详",
    untitled="无题",
    skip="跳到正文",
    skip_to_list="跳到本版文章",
    larger="大字",
    front="本期目录",
    pages="版面",
    contents="本期文章",
    channels="本报平台",
    elsewhere="其他文章",
    articles_here="本版文章",
    no_articles="本版没有另列的文章。",
    pointers="导读",
    notices="广告与启事",
    facsimile="{}原版",
    enlarge="看大图",
    place="在版面上的位置",
    read_on_page="在原版上看",
    missing="这一版未能读出。",
    previous_page="上一版",
    next_page="下一版",
    previous_article="上一篇",
    next_article="下一篇",
    picture="图片",
    authors="作者",
    see="请看",
    continued_from="上接",
    continued_on="下转",
    printed_as="与印刷版不同之处",
    printed_joins="另有{}处只是接合了断行或空格。",
    printed_was="印作",
    printed_now="今作",
    nothing="（无）",
    paragraph="第{}段",
    fields={
        "label": "栏目",
        "kicker": "肩题",
        "headline": "主题",
        "deck": "副题",
        "byline": "作者",
        "captions": "图片说明",
    },
    registrations={"cn": "国内统一刊号", "permit": "准印证号", "issn": "ISSN"},
    channel_kinds={
        "website": "网站",
        "app": "客户端",
        "wechat": "微信",
        "weibo": "微博",
        "douyin": "抖音",
        "facebook": "Facebook",
        "instagram": "Instagram",
        "youtube": "YouTube",
    },
    origin="文字读自印刷版面。",
    data="本期数据（JSON）",
)

_EN = Words(
    tag="en",
    separator=", ",
    page_number="Page {}",
    page_code="Page {}",
    date="{weekday}, {day} {month_name} {year}",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    issue_number="No. {}",
    total_number="Issue {}",
    untitled_paper="Untitled newspaper",
    untitled="Untitled",
    skip="Skip to the text",
    skip_to_list="Skip to the articles of this page",
    larger="Larger print",
    front="Contents",
    pages="Pages",
    contents="In this issue",
    channels="Also on",
    elsewhere="Other articles",
    articles_here="On this page",
    no_articles="No articles are listed for this page.",
    pointers="Inside",
    notices="Advertisements",
    facsimile="{} as printed",
    enlarge="Full picture",
    place="Where it stood",
    read_on_page="See it on the page",
    missing="This page could not be read.",
    previous_page="Previous page",
    next_page="Next page",
    previous_article="Previous article",
    next_article="Next article",
    picture="Picture",
    authors="By",
    see="See",
    continued_from="Continued from",
    continued_on="Continued on",
    printed_as="Where print differs",
    printed_joins="{} more only join broken lines or spaces.",
    printed_was="printed",
    printed_now="now",
    nothing="(nothing)",
    paragraph="Paragraph {}",
    fields={
        "label": "Label",
        "kicker": "Kicker",
        "headline": "Headline",
        "deck": "Deck",
        "byline": "Byline",
        "captions": "Caption",
    },
    registrations={"cn": "CN", "permit": "Permit", "issn": "ISSN"},
    channel_kinds={
        "website": "Website",
        "app": "App",
        "wechat": "WeChat",
        "weibo": "Weibo",
        "douyin": "Douyin",
        "facebook": "Facebook",
        "instagram": "Instagram",
        "youtube": "YouTube",
    },
    origin="The text was read from the printed pages.",
    data="Edition data (JSON)",
)

_TRADITIONAL = ("hant", "tw", "hk", "mo")
"""Script or regions by which a Chinese language tag asks for Traditional characters."""


def words_for(language: str | None) -> Words:
    """The catalogue's words for a BCP 47 tag; English where it has none."""
    subtags = (language or "").lower().replace("_", "-").split("-")
    if subtags[0] in {"zh", "yue"}:
        traditional = any(tag in _TRADITIONAL for tag in subtags[1:]) or subtags == ["yue"]
        return _HANT if traditional and "hans" not in subtags else _HANS
    return _EN
