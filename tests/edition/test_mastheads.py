"""What a masthead says of its paper: numbers, registration, and its name."""

from __future__ import annotations

import pytest

from banmian.edition.mastheads import numbers, paper_name, registration, volume
from banmian.model.issue import Registration


@pytest.mark.parametrize(
    ("printed", "number", "total"),
    [
        ("第1234期", None, "1234"),
        ("Nr. 242 (17946)", "242", "17946"),
        ("No. 197 (13,262)", "197", "13262"),
        ("No. 12 (2023)", "12", "2023"),
        ("第 028 期", "028", None),
        ("第１２期", "12", None),
        ("第1,234號", None, "1234"),
        ("第四十八期", "48", None),
        ("第廿期", "20", None),
        ("第卅五期", "35", None),
        ("第一千二百三十四號", None, "1234"),
        ("總第1234期", None, "1234"),
        ("总第二〇一一期", None, "2011"),
        ("總期數：1234", None, "1234"),
        ("第12期（總第345期）", "12", "345"),
        ("總第345期 第12期", "12", "345"),
        ("第12卷第34期", "34", None),
        ("Vol. XII, No. 34", "34", None),
        ("Issue No. 27   Whole No. 1,203", "27", "1203"),
        ("Volume 7, Number 12", "12", None),
        ("Nr. 155 · 96. Jahrgang · 2,10 €", "155", None),
        ("N° 21 604 – 1,40 €", None, "21604"),
        ("Núm. 3.412", None, "3412"),
        ("第7311期（今年第228期）", "228", "7311"),
        ("今年第四十一期 總第528期", "41", "528"),
        ("今日8版 第3版", None, None),
        ("社址：東湖路第5號樓", None, None),
        ("國內統一刊號：CN31-0001 第12期", "12", None),
        ("内部资料 准印证号：浙内准字第0123号 第45期", "45", None),
    ],
)
def test_issue_number_and_running_number(printed: str, number: str | None, total: str | None) -> None:
    assert numbers(printed) == (number, total)


def test_the_volume() -> None:
    assert [volume(t) for t in ("Vol. XII, No. 34", "Volume 7, Number 12", "第12期")] == ["XII", "7", None]


@pytest.mark.parametrize(
    ("printed", "kind", "number"),
    [
        ("國內統一刊號：CN 31-0001", "cn", "CN31-0001"),
        ("国内统一刊号 CN11-0001/A", "cn", "CN11-0001/A"),
        ("國內統一刊號：31-0001", "cn", "CN31-0001"),
        ("国内统一刊号：31-0001", "cn", "CN31-0001"),
        ("CN51-0811/(G) 邮发代号 3-12", "cn", "CN51-0811/(G)"),
        ("ISSN 1234-567X", "issn", "1234-567X"),
        ("准印證號：蘇新出准印JS-S012號", "permit", "蘇新出准印JS-S012號"),
        ("內部資料 准印證號：（蘇）字第12345678號", "permit", "（蘇）字第12345678號"),
        ("内部资料性出版物准印证号 (粤)字第44-0012号", "permit", "(粤)字第44-0012号"),
        ("连续性内部资料出版物 准印证 沪(K)第0123号", "permit", "沪(K)第0123号"),
        ("准印证：浙内准字第A012号", "permit", "浙内准字第A012号"),
        ("准印證（K）第0416號", "permit", "（K）第0416號"),
        ("准印證號：（閩 QA）內資字第 012 號　第 34 期", "permit", "（閩QA）內資字第012號"),
        ("准印證號:皖（杉）內資准字2024—07號", "permit", "皖（杉）內資准字2024—07號"),
        ("准印证号：内部资料性出版物（岘）准印第A-019号", "permit", "内部资料性出版物（岘）准印第A-019号"),
        ("准印證號：DB（2023）第0317號", "permit", "DB（2023）第0317號"),
        ("京内资准字 2023—L0012号 免费交流", "permit", "京内资准字2023—L0012号"),
        ("粤内登字A第12345号", "permit", "粤内登字A第12345号"),
        ("准印證（虞）內資0071號", "permit", "（虞）內資0071號"),
        ("登記證：局版臺報字第0012號", "permit", "局版臺報字第0012號"),
    ],
)
def test_registration(printed: str, kind: str, number: str) -> None:
    assert registration(f"東湖報\n{printed}\n2023年5月6日 第12期") == Registration(kind, number)


def test_a_cn_number_goes_before_an_issn_and_nothing_is_made_up() -> None:
    assert registration("ISSN 1234-5678 CN11-0001") == Registration("cn", "CN11-0001")
    assert registration("東湖報 2023年5月6日 第12期 電話 0571-1234567") is None


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([("2023年5月6日", 10.0), ("東 湖 報", 60.0), ("DONGHU NEWS", 14.0)], "東湖報"),
        ([("THE RIVER BEND", 50.0), ("WEEKLY", 48.0), ("May 6, 2023", 9.0)], "THE RIVER BEND WEEKLY"),
        ([("2023年5月6日 星期六", 0.0), ("東湖日報", 0.0), ("中共東湖區委主辦", 0.0)], "東湖日報"),
        ([("《今日東湖》", 0.0), ("第12期", 0.0)], "今日東湖"),
        ([("Vol. 3, No. 7", 0.0), ("The River Bend Gazette", 0.0)], "The River Bend Gazette"),
        ([("東湖街坊", 0.0), ("網址 www.donghu.example", 0.0), ("東湖街道社區報　第9期", 0.0)], "東湖街坊"),
        ([("東湖報　DONGHU BAO　第36期　2018年9月21日", 0.0), ("准印證（T）字第0163號", 0.0)], "東湖報"),
        ([("", 0.0)], None),
    ],
)
def test_the_name_is_the_largest_row_or_reads_like_one(rows: list[tuple[str, float]], name: str) -> None:
    assert paper_name(rows) == name
