"""Strays are mended by their word; what is right in Traditional text is left alone."""

from __future__ import annotations

from collections import Counter

import pytest

from banmian.model.text import Text
from banmian.repair.scripts import script_of
from banmian.repair.strays import Strays


def mended(text: str, script: str = "hant", usage: str = "") -> str:
    return Text(text).edited("script", Strays(script, Counter(usage)).edits(text)).current


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("基层治理要准确", "基層治理要準確"),
        ("別人家的蘿卜鹹，大型犬只在街上，未系犬繩", "別人家的蘿蔔鹹，大型犬隻在街上，未繫犬繩"),
        ("廚余垃圾，不干塘，旅游區，父親是种田人", "廚餘垃圾，不乾塘，旅遊區，父親是種田人"),
        ("一名小伙子說，底湯里嘌呤高", "一名小伙子說，底湯裡嘌呤高"),
        ("每只電池，一個倒须口，他簡單于心", "每隻電池，一個倒鬚口，他簡單於心"),
        ("說濕就濕，說干就干", "說濕就濕，說乾就乾"),
        ("老人喂過這條狗，給它喂食", "老人餵過這條狗，給它餵食"),
        ("夜裡刮七級陣風，把小票折得方方正正", "夜裡颳七級陣風，把小票摺得方方正正"),
        ("最朴素也最管用，食醋涂抹患處，翻過余脈", "最樸素也最管用，食醋塗抹患處，翻過餘脈"),
        ("250 余家企業", "250 餘家企業"),
        ("他后来怎么辦", "他後來怎麼辦"),
        ("屋里有三只貓，只是貓小", "屋裡有三隻貓，只是貓小"),
        ("她指着那只白瓷碗，說那只是舊物", "她指着那隻白瓷碗，說那只是舊物"),
        ("社工沈麗云來了，天上有云", "社工沈麗雲來了，天上有雲"),
        ("村民干農活，工人干累了，老人干家務", "村民幹農活，工人幹累了，老人幹家務"),
        ("志願者在余震中救人，代表云簽約", "志願者在餘震中救人，代表雲簽約"),
        ("這只代表個人意見，那只簡單說了", "這只代表個人意見，那只簡單說了"),
        ("東阿后來通了車，哪只茶簍最輕", "東阿後來通了車，哪隻茶簍最輕"),
        ("食堂辟出一角，山風干冷", "食堂闢出一角，山風乾冷"),
        ("從報名系统里看到", "從報名系統裡看到"),
        ("头发与出发", "頭髮與出發"),
        ("大項目集中签約", "大項目集中簽約"),
        ("台风過境，三天后放晴", "颱風過境，三天後放晴"),
        ("在爛泥里，在值班室里", "在爛泥裡，在值班室裡"),
        ("煮了一碗面", "煮了一碗麵"),
        ("只松了螺絲", "只鬆了螺絲"),
        ("云計算平台", "雲計算平台"),
        ("前腳改完、后腳開挖", "前腳改完、後腳開挖"),
        ("他擔任河長后第九次巡河", "他擔任河長後第九次巡河"),
        ("十四平方米的后廂房", "十四平方米的後廂房"),
        ("秤要準，人心也要准。", "秤要準，人心也要準。"),
        ("居民于昨日搬回", "居民於昨日搬回"),
        ("上下同心干，干满三年，衣服晒不干，地面干了", "上下同心幹，幹滿三年，衣服晒不乾，地面乾了"),
        ("数据再准，也離不開人", "數據再準，也離不開人"),
        ("樓里有只三花貓，只是貓小", "樓裡有隻三花貓，只是貓小"),
        ("吃了三天面，翻得卷了边", "吃了三天麵，翻得捲了邊"),
        ("資金链、床邊云診室", "資金鏈、床邊雲診室"),
        ("尝到甜頭", "嘗到甜頭"),
    ],
)
def test_a_stray_becomes_what_its_word_says(printed: str, right: str) -> None:
    assert mended(printed) == right


@pytest.mark.parametrize(
    "right",
    [
        "准印證號",
        "徒弟种曉丹到了，法官党懷瑾沒有急，研究生万俟萱也在",
        "住在松雲里14號，天后橋、谷水路",
        "一位姓于的老太太，區長婁志恒，水裡游的魚，三棱藨草",
        "交警單于飛聽明白了，每只需一元",
        "糯米糍，占卜，喂，是誰？朴先生和涂先生",
        "（通訊員 后立人）",
        "群眾在平台上了解情況，依托里弄",
        "製茶師傅干天佑走來",
        "體育老師余敏捧來獎杯，中學老師范敏接過",
        "朱阿松同意了，姜丑兒也同意，大辟為五刑之一",
        "走了三公里，里長批准了",
        "皇后和王后，天后宮",
        "余先生說，范老師笑了",
        "董事長于方舟回憶",
        "干涉台州的事",
        "手頭拮据",
        "回音和回收",
        "划船與划算",
        "松江的松樹",
        "茶几、人云亦云",
        "采邑、風采、采風",
        "居民于慧珍最近，代表于大偉說，于師傅笑了",
        "書記干建邦說，創始人后立群、廠長干德昌",
        "查看壓力表",
        "看門人老于和他的傘",
        "扎扎實實扎根在此，人人一本硬面本子",
    ],
)
def test_what_is_right_in_traditional_text_stays(right: str) -> None:
    assert mended(right) == right


@pytest.mark.parametrize("named", ["社工后曉薇說", "后先生笑了", "后家橋村的曬穀場", "師傅干天佑走了。眼前的干天佑"])
def test_a_surname_told_once_in_the_issue_stays(named: str) -> None:
    whole = f"{named}，三天后再來"
    assert Text(whole).edited("script", Strays("hant", Counter(whole), whole).edits(whole)).current == (
        f"{named}，三天後再來"
    )


@pytest.mark.parametrize(
    "whole",
    [
        "記者見到于德水，于德水說，正是于水根駕着船",
        "社區醫生干露的手機響了，干露在鎮上，干露一面問話",
        "老茶師范德懋，回鄉知青于雪梅",
    ],
)
def test_names_that_the_issue_says_again_stay(whole: str) -> None:
    assert Text(whole).edited("script", Strays("hant", Counter(whole), whole).edits(whole)).current == whole


def test_a_place_is_spelt_as_the_issue_spells_it() -> None:
    whole = "松雲里14號加裝電梯。笑聲傳遍松云里。人云亦云"
    assert Text(whole).edited("script", Strays("hant", Counter(whole), whole).edits(whole)).current == (
        "松雲里14號加裝電梯。笑聲傳遍松雲里。人云亦云"
    )


def test_the_issue_chooses_between_forms_of_one_word() -> None:
    assert mended("屋里", usage="裏裏裏裡") == "屋裏"
    assert mended("屋里", usage="裡") == "屋裡"


def test_traditional_glyphs_in_simplified_text_are_mended() -> None:
    assert mended("今後三年，國家大师", script="hans") == "今后三年，国家大师"
    assert mended("晒不乾，只剩一隻，慰藉与瞭望", script="hans") == "晒不干，只剩一只，慰藉与瞭望"
    assert mended("乾隆年间的著名瞭望塔", script="hans") == "乾隆年间的著名瞭望塔"


def test_a_change_leads_back_to_print() -> None:
    text = Text("他后来").edited("script", Strays("hant").edits("他后来"))
    assert [(c.printed, c.was, c.new) for c in text.changes()] == [((1, 2), "后", "後"), ((2, 3), "来", "來")]


def test_the_script_is_known_only_where_enough_says_so() -> None:
    assert script_of("國家發展與民眾關係緊密聯繫，區裡進行準備工作") == "hant"
    assert script_of("国家发展与民众关系紧密联系，区里进行准备工作，这几项规划还须听取学校师生们的意见") == "hans"
    assert script_of("你好") is None


@pytest.mark.parametrize(
    "text",
    ["干家港的余阿林，把船上的貨搬完了", "隊長王秀后今年七十一歲", "看門人老于和他的狗", "名字裡的「云」字，朱云卿說"],
)
def test_names_of_people_and_places_stay(text: str) -> None:
    whole = f"{text}這里的们說"
    assert not Strays("hant", Counter(whole), whole).edits(text)


def test_what_a_boat_does_is_no_line_that_is_drawn() -> None:
    whole = "龍舟賽上，女子隊划進決賽圈。车道重新划過。"
    found = Strays("hant", Counter(whole), whole).edits(whole)
    assert [(whole[e.start], e.new) for e in found] == [("车", "車")]


def test_what_is_mended_may_tell_its_neighbour() -> None:
    found = Strays("hant")
    once = Text("余干干").edited("script", found.edits("余干干")).current
    assert not found.edits(once)
