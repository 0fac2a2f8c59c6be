"""Front pages without geometry: the pages that the reader was made with stay read without a fault."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from banmian.articles.halves import broken_head
from banmian.articles.sequence import Label, label_lines
from banmian.edition import edition_of
from banmian.model.codec import encode
from banmian.ports import ReadSettings
from banmian.run.read import read
from scoring import scored

DEV = Path(__file__).parent.parent / "pages" / "ocr" / "dev"


@pytest.mark.parametrize("page", sorted(DEV.glob("*.txt")), ids=lambda p: p.stem)
def test_a_page_that_was_worked_with_is_read_without_a_fault(page: Path) -> None:
    with ExitStack() as stack:
        issue = read([str(page)], ReadSettings(), stack, lambda *_: None).issue
    truth = json.loads(page.with_name(f"{page.stem}.truth.json").read_text(encoding="utf-8"))
    found = dict(scored(truth, json.loads(encode(edition_of(issue)))))
    for figure in ("article_f1@90", "headline", "kicker", "paragraph_f1", "fields"):
        assert found.get(figure, 1.0) == 1.0, figure
    assert found["script_wrong"] == 0
    assert found["script_missed"] == 0


def test_a_short_line_is_judged_by_its_neighbours() -> None:
    lines = ["今日雨", "□ 記者 王磊", "本報訊 昨日下午，區裡下了一場雨，街上的人都跑到", "屋簷下。"]
    labels = label_lines(lines, [True, False, False, True])
    assert labels == [Label.HEADLINE, Label.BYLINE, Label.BEGINS, Label.GOES_ON]


def test_a_headline_broken_in_two_is_told_from_a_kicker() -> None:
    assert broken_head("查燃氣的姑娘", "會說七種方言") > 0
    assert broken_head("十八個「外婆」", "排出一台新戲") > 0
    assert broken_head("八旬農民留了四十年", "的老種子，開花了") > 0
    assert broken_head("區委常委會舉行擴大會議", "以更高標準推進精細化管理") < 0
    assert broken_head("5·12防災減災日", "地震來了怎麼辦") < 0


def test_an_unended_line_before_somebody_speaks_is_a_headline() -> None:
    told = "攤主郁阿珍的那桿秤是父親傳下來的，幾十年沒有短過一兩。客流比改造前多了一倍，年輕面孔增加到三成半。"
    lines = ["菜場搬上雲端", "□ 記者 柏齡", f"本報訊　{told}", "小學生當講解員，第一句講了十一遍"]
    lines += ["「各位爺爺奶奶，歡迎來到這裡。」十歲的云小朵對著鏡子，把這一句練了十一遍才停下來。"]
    labels = label_lines(lines, [True, False, True, True, True])
    assert labels == [Label.HEADLINE, Label.BYLINE, Label.BEGINS, Label.HEADLINE, Label.BEGINS]


def test_what_a_story_is_one_of_stands_over_its_kicker() -> None:
    lines = ["民生實事", "柳墩新村第一百台加裝電梯交付使用", "從「等幾年」到「等幾個月」", "□ 記者 丁可人"]
    lines += ["柳墩新村的電梯投入運行，住在六樓的老人坐著輪椅下樓轉了一圈。"]
    labels = label_lines(lines, [True, False, False, False, False])
    assert labels == [Label.COLUMN, Label.KICKER, Label.HEADLINE, Label.BYLINE, Label.BEGINS]


def test_a_longer_line_of_two_clauses_under_a_headline_is_its_deck() -> None:
    lines = [
        "街道召開「美麗家園」推進會",
        "十七個小區下月起動工修繕",
        "第二批名單公布，惠及居民四千一百戶",
        "□ 記者 紀平",
    ]
    lines += ["本報訊 5月8日，街道召開推進會，公布今年第二批修繕名單。"]
    labels = label_lines(lines, [True, False, False, False, False])
    assert labels == [Label.KICKER, Label.HEADLINE, Label.DECK, Label.BYLINE, Label.BEGINS]
