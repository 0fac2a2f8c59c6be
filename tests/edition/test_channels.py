"""The channels that mastheads name, in the ways that print names them."""

import pytest

from banmian.edition.channels import channels
from banmian.model.geometry import Box
from banmian.model.issue import Channel
from banmian.model.page import QrCode

PLACE = Box(0, 0, 40, 40)


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("微信公眾號：東湖發布　微博：@東湖發布", [("wechat", "東湖發布"), ("weibo", "@東湖發布")]),
        ("东湖发布微信 / 东湖融媒抖音", [("wechat", "东湖发布"), ("douyin", "东湖融媒")]),
        ("手機客戶端 東湖通　微信號 donghubao", [("app", "東湖通"), ("wechat", "donghubao")]),
        ("掌上东湖（APP） 东湖发布（微信）", [("app", "掌上东湖"), ("wechat", "东湖发布")]),
        ("東湖日報 客戶端 微信 抖音", [("app", "東湖日報"), ("wechat", "東湖日報"), ("douyin", "東湖日報")]),
        (
            "APP 东湖+　　微信 抖音 微博 东湖日报",
            [("app", "东湖+"), *((k, "东湖日报") for k in ("wechat", "douyin", "weibo"))],
        ),
        (
            "微信、抖音：東湖日報　微博：東湖官微",
            [("wechat", "東湖日報"), ("douyin", "東湖日報"), ("weibo", "東湖官微")],
        ),
        ("抖音號 @東湖視界", [("douyin", "@東湖視界")]),
        ("扫码关注微信公众号“东湖报”", [("wechat", "东湖报")]),
    ],
)
def test_a_channel_has_the_name_that_stands_with_its_kind(row: str, named: list[tuple[str, str]]) -> None:
    assert [(c.kind, c.name) for c in channels([row], [], [])] == named


def test_channels_in_words() -> None:
    assert channels(["官方微信 | 官方微博 | 抖音", "網址：www.donghu.example"], [], []) == (
        Channel("wechat", "官方微信"),
        Channel("weibo", "官方微博"),
        Channel("douyin", "抖音"),
        Channel("website", None, "www.donghu.example"),
    )


def test_a_code_takes_its_kind_from_the_words_below_it() -> None:
    code = QrCode(PLACE, "https://donghu.example/a")
    assert channels([], [code], ["看東湖客戶端"]) == (Channel("app", "看東湖客戶端", "https://donghu.example/a"),)


def test_a_code_without_words_takes_its_kind_from_its_address() -> None:
    codes = [QrCode(PLACE, "https://weibo.example/donghu"), QrCode(PLACE, "https://donghu.example")]
    assert channels([], codes, [None, None]) == (
        Channel("weibo", None, "https://weibo.example/donghu"),
        Channel("website", None, "https://donghu.example"),
    )


def test_a_channel_named_in_words_and_by_a_code_is_one() -> None:
    code = QrCode(PLACE, "https://weixin.example/r/x")
    assert channels(["微信公眾號"], [code], ["微信公眾號"]) == (
        Channel("wechat", "微信公眾號", "https://weixin.example/r/x"),
    )


def test_a_channel_with_a_code_under_its_name_and_again_in_words_is_one() -> None:
    code = QrCode(PLACE, "https://weixin.example/r/x")
    assert channels(["微信：東湖發布"], [code], ["東湖發布微信公眾號"]) == (
        Channel("wechat", "東湖發布微信公眾號", "https://weixin.example/r/x"),
    )


def test_other_rows_are_no_channels() -> None:
    assert channels(["東湖報", "2023年5月6日", "電話 0571-1234567"], [], []) == ()
