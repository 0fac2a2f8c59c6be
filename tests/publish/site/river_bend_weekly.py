"""An invented paper, 河灣週報, as an edition with page pictures drawn for it; every name in it is made up."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

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
from banmian.model.geometry import Box, Polygon
from banmian.model.issue import Channel, Registration

WIDTH, HEIGHT = 1000.0, 1400.0
"""Page units; the pictures have 0.8 pixels to the unit."""

SCALE = 0.8
INK, GREY, PAPER, PHOTO = (35, 30, 26), (150, 144, 136), (250, 246, 236), (96, 132, 150)


def box(x0: float, y0: float, x1: float, y1: float) -> Polygon:
    return Box(x0, y0, x1, y1).polygon()


LEAD_SHAPE: Polygon = ((50, 240), (660, 240), (660, 700), (450, 700), (450, 1000), (50, 1000))
"""The lead goes round the photo story at its lower right: it is no rectangle."""

FERRY_PHOTO = Box(60, 420, 440, 690)

_FERRY = (
    (
        "本報訊　停航三年的河灣渡輪將於八月一日恢復行駛。渡輪處昨日宣布，新船「河灣一號」已完成試航，首月每日"
        "往返東岸與西岸各十二班，票價維持十五元，六十五歲以上長者及學生半價。"
    ),
    (
        "渡輪處處長溫書帆說，舊碼頭在前年的大水中受損，修復工程因地質勘探延誤了十四個月。「我們寧可慢一點，也要讓"
        "每一位長者都能平平穩穩地上船。」新碼頭取消了原來的九級石階，改為緩坡，並加裝扶手和夜間照明。"
    ),
    (
        "西岸居民方杏林在渡口賣了四十年的豆花。她說，停航後生意少了一半，有些老客人要繞過上游的大橋，搭四十分鐘的車"
        "才能過來。「船一開，人就回來了。」她已經把招牌重新漆過。"
    ),
    (
        "鎮議員盧定遠則關注日後的維修費用。他指出，渡輪每年需鎮庫補貼三百二十萬元，建議同時開放遊河航線，以假日收入"
        "補平日之不足。渡輪處回應說，會在營運半年後檢討。"
    ),
    "首航當日全天免費，鎮公所並在兩岸碼頭各設一處茶水站。颱風或上游水位超過警戒線時停駛，班次以碼頭公告為準。",
)
_LIBRARY = (
    (
        "老圖書館的閱覽室裡，最後一批木書架上週拆下。負責修復的木工師傅盛有年把每一塊隔板編了號，拆成一千一百四十"
        "二件，運到舊糧倉去曬。"
    ),
    "「木頭離開了書，會變形的。」他說。老書架用的是本地的樟木，七十年來沒有上過漆，全靠讀者的手磨得發亮。",
    (
        "圖書館將在明年春天重開，屆時兒童室會搬到一樓，地下的報庫也將開放。館長喬望舒說，報庫裡有一九三二年以來的"
        "《河灣週報》，獨缺一九四四年的三期，希望藏有舊報的鎮民與館方聯絡。"
    ),
)


def story(key: str, kind: Kind, page: str, polygon: Polygon, headline: str | None = None) -> EditionArticle:
    """The least that an article can be."""
    return EditionArticle(id=key, kind=kind, headline=headline, regions=(Region(page, polygon),))


def _articles() -> tuple[EditionArticle, ...]:
    ferry = EditionArticle(
        id="p1-ferry",
        kind=Kind.STORY,
        kicker="停航三年　新碼頭改緩坡加扶手",
        headline="河灣渡輪八月一日復航",
        deck="首日全天免費，長者學生半價",
        byline=("林知秋", "白渡"),
        paragraphs=_FERRY,
        captions=(EditionCaption("「河灣一號」昨日駛近西岸新碼頭。", "白渡　攝", Picture("1", FERRY_PHOTO)),),
        continued_on=("3",),
        regions=(Region("1", LEAD_SHAPE), Region("3", box(50, 120, 950, 300))),
        repairs=(
            Repair("paragraphs/0", 18, 18, "\n", "joins"),
            Repair("paragraphs/1", 24, 26, "延護", "characters"),
            Repair("headline", 0, 2, "河湾", "script"),
        ),
    )
    brief = EditionArticle(
        id="p1-brief-1",
        kind=Kind.BRIEF,
        label="簡訊",
        paragraphs=("北門菜市場週一起翻修屋頂，攤位暫遷至舊車站廣場，為期六週，營業時間不變。",),
        regions=(Region("1", box(690, 240, 950, 420)),),
    )
    untitled = EditionArticle(
        id="p1-brief-2",
        kind=Kind.BRIEF,
        paragraphs=("鎮公所提醒，今年的流感疫苗自九月起在各里活動中心接種，請攜帶身分證件。",),
        regions=(Region("1", box(690, 430, 950, 560)),),
    )
    promo = EditionArticle(
        id="p1-promo",
        kind=Kind.PROMO,
        headline="端午龍舟特輯：六隊划手的清晨",
        references=(Reference("4-5", "詳見第四至五版"),),
        regions=(Region("1", box(690, 580, 950, 680)),),
    )
    photo = EditionArticle(
        id="p1-photo",
        kind=Kind.PHOTO,
        headline="蓮霧紅了",
        captions=(EditionCaption("南坡果園的蓮霧今年早熟十天。", "龍在野　攝", Picture("1", Box(470, 720, 940, 960))),),
        regions=(Region("1", box(460, 710, 950, 1000)),),
    )
    library = EditionArticle(
        id="p2-library",
        kind=Kind.STORY,
        label="人物",
        headline="一千一百四十二塊木頭的老圖書館",
        byline=("柳如是真",),
        paragraphs=_LIBRARY,
        captions=(
            EditionCaption("盛有年在糧倉裡給隔板編號。", None, Picture("2", Box(60, 400, 480, 700))),
            EditionCaption("七十年的樟木。", None, Picture("2", Box(500, 400, 940, 700))),
            EditionCaption("報庫將於明年開放。", "資料圖片", None),
        ),
        regions=(Region("2", box(50, 120, 950, 900)),),
    )
    english = EditionArticle(
        id="p2-english",
        kind=Kind.STORY,
        headline="Night market to close at eleven",
        byline=("Ada Finch",),
        paragraphs=(
            (
                "The night market on Harbour Street will close an hour earlier from next week, the town "
                "office said, after a season of complaints about noise from the stages at its western end."
            ),
            "Stallholders were promised a review in October.",
        ),
        language="en",
        regions=(Region("2", box(50, 920, 480, 1340)),),
    )
    notice = EditionArticle(
        id="p2-notice",
        kind=Kind.NOTICE,
        headline="停水通知",
        paragraphs=("七月十五日上午九時至下午四時，西岸一至六里停水，請提早儲水。",),
        regions=(Region("2", box(520, 920, 950, 1100)),),
    )
    races = EditionArticle(
        id="p4-races",
        kind=Kind.STORY,
        kicker="端午特輯",
        headline="天還沒亮，槳已經下水",
        paragraphs=("清晨四點半，河面只有槳聲。六支隊伍輪流下水，岸上的燈是家長們帶來的手電筒。",),
        references=(Reference("1", "相關新聞見第一版"),),
        regions=(Region("4", box(50, 120, 950, 1300)),),
    )
    return (
        story("p1-masthead", Kind.MASTHEAD, "1", box(50, 40, 950, 200), "河灣週報"),
        ferry,
        brief,
        untitled,
        promo,
        photo,
        story("p1-ad", Kind.AD, "1", box(50, 1040, 950, 1360), "老盛記醬園　百年豆瓣醬"),
        story("p1-folio", Kind.FURNITURE, "1", box(50, 10, 950, 30), "第1版"),
        library,
        english,
        notice,
        races,
    )


@cache
def edition() -> Edition:
    """Five pages, of which the last could not be read."""
    names = ("要聞", "人物", "要聞續版", "端午特輯")
    whole = tuple(
        EditionPage(str(n), name, WIDTH, HEIGHT, 72.0, f"images/page-{n:03}.webp") for n, name in enumerate(names, 1)
    )
    return Edition(
        title="河灣週報",
        date="2023-07-10",
        number="28",
        total_number="4016",
        registration=Registration("permit", "河報字第007號"),
        language="zh-Hant",
        channels=(
            Channel("website", "河灣在線", "https://riverbend.example/"),
            Channel("wechat", "河灣週報"),
            Channel("app", "掌上河灣", "javascript:alert(1)"),
        ),
        pages=(*whole, EditionPage("5", missing="掃描檔在第三行之後損毀")),
        articles=_articles(),
    )


@cache
def pictures() -> dict[str, bytes]:
    """The page pictures, and a thumbnail of each but the last."""
    drawn = {}
    for page in edition().pages:
        if page.image is not None:
            sheet = _drawn(page.number)
            drawn[page.image] = _webp(sheet)
            if page.number != "4":
                small = sheet.resize((240, 336))
                drawn[page.image.replace(".webp", "-small.webp")] = _webp(small)
    return drawn


def _drawn(number: str) -> Image.Image:
    """A page with bars for words and a colour for photos."""
    sheet = Image.new("RGB", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), PAPER)
    pen = ImageDraw.Draw(sheet)
    for article in edition().articles:
        for region in (r for r in article.regions if r.page == number):
            xs, ys = [x * SCALE for x, _ in region.polygon], [y * SCALE for _, y in region.polygon]
            left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
            pen.line([*[(x * SCALE, y * SCALE) for x, y in region.polygon], (left, top)], fill=GREY)
            pen.rectangle((left + 8, top + 8, left + (right - left) * 0.8, top + 24), fill=INK)
            for y in range(round(top) + 40, round(bottom) - 6, 9):
                pen.line((left + 8, y, right - 8, y), fill=GREY, width=3)
    for article in edition().articles:
        for caption in article.captions:
            if caption.image is not None and caption.image.page == number:
                b = caption.image.box
                pen.rectangle((b.x0 * SCALE, b.y0 * SCALE, b.x1 * SCALE, b.y1 * SCALE), fill=PHOTO)
    return sheet


def _webp(image: Image.Image) -> bytes:
    written = BytesIO()
    image.save(written, "WEBP", lossless=True)
    return written.getvalue()
