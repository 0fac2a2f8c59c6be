"""Each measure on papers small enough to reckon by hand: a perfect reading, and one fault at a time."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from measures import Printed, jumps, measured, printed

Json = dict[str, Any]

A = ["nightfishermenleave", "thebeachesatsunrise", "carryingheavybasket", "throughmuddyvillage"]
B = ["councilvotesonbudge", "afterlongandangryde", "whiletaxpayerswatch", "outsideintheraining"]
"""Two articles of one paragraph; each has two lines in its first column and two in its second."""

PERFECT = {"b3": 1.0, "1-AER": 1.0, "text_edit": 0.0, "order_edit": 0.0, "order_free": 0.0}
PERFECT |= {"links": 1.0, "successor": 1.0}


def line(text: str, article: str, frame: int, page: str = "1") -> Printed:
    return Printed(text, article, "body", page, frame, paragraph=0)


def two_articles() -> list[Printed]:
    return [
        *(line(text, "a", 1 + n // 2) for n, text in enumerate(A)),
        *(line(text, "b", 3 + n // 2) for n, text in enumerate(B)),
    ]


def edition(*articles: list[str]) -> Json:
    return {"articles": [{"id": str(n), "paragraphs": paragraphs} for n, paragraphs in enumerate(articles)]}


def test_a_perfect_reading_is_perfect() -> None:
    assert measured(edition(["".join(A)], ["".join(B)]), two_articles()) == PERFECT


def test_an_empty_reading_scores_nothing() -> None:
    assert measured(edition(), two_articles()) == {
        **dict.fromkeys(("b3", "1-AER", "links", "successor"), 0.0),
        **dict.fromkeys(("text_edit", "order_edit", "order_free"), 1.0),
    }


def test_two_columns_read_across_keep_no_link() -> None:
    across = "".join(one + other for one, other in zip(A[:2], A[2:], strict=True))
    found = measured(edition([across], ["".join(B)]), two_articles())
    # of the six pairs those of `b` are right; of the two over a column's end that of `b`
    assert found["successor"] == 3 / 6
    assert found["links"] == 1 / 2
    assert measured(edition([across]), two_articles()[:4])["links"] == 0.0
    assert measured(edition([across]), two_articles()[:4])["successor"] == 0.0


def test_swapped_articles_cost_only_the_order_among_them() -> None:
    assert measured(edition(["".join(B)], ["".join(A)]), two_articles()) == {**PERFECT, "order_edit": 2 / 2}


def test_a_merged_article_lowers_b_cubed_as_reckoned() -> None:
    found = measured(edition(["".join(A), "".join(B)]), two_articles())
    # equal articles in one: precision 1/2, recall 1
    assert found["b3"] == pytest.approx(2 * 0.5 * 1 / 1.5)
    # one of the two true articles is paired, half of its union is its own
    assert found["1-AER"] == pytest.approx((4 / 8 + 0) / 2)
    assert (found["links"], found["successor"], found["text_edit"]) == (1.0, 1.0, 0.0)


def test_a_split_article_lowers_b_cubed_as_reckoned() -> None:
    found = measured(edition(["".join(A[:2])], ["".join(A[2:])]), two_articles()[:4])
    assert found["b3"] == pytest.approx(2 * 1 * 0.5 / 1.5)
    assert found["1-AER"] == pytest.approx(1 / 2)


def test_a_missing_line_costs_its_two_links_and_its_letters() -> None:
    read = edition(["".join([*A[:1], *A[2:]])], ["".join(B)])
    found = measured(read, two_articles())
    assert found["successor"] == 4 / 6
    assert found["links"] == 1 / 2
    assert found["1-AER"] == pytest.approx((3 / 4 + 1) / 2)
    # b: 1; a: three of four letters, each with recall 3/4; precision 1
    recall = (1 + (3 / 4) ** 2) / 2
    assert found["b3"] == pytest.approx(2 * recall / (1 + recall))
    # one block lost a quarter of its letters, of two blocks of one length
    assert found["text_edit"] == pytest.approx(1 / 8)


def test_an_advertisement_in_an_article_is_foreign_and_a_caption_is_not() -> None:
    lines = two_articles()[:4]
    told = "".join(A) + "buyyournewhatshere!"
    ad = Printed("buyyournewhatshere!", None, "advertisement")
    caption = Printed("buyyournewhatshere!", "a", "caption")
    assert measured(edition([told]), [*lines, ad])["1-AER"] == pytest.approx(4 / 5)
    assert measured(edition([told]), [*lines, ad])["b3"] < 1
    assert measured(edition([told]), [*lines, caption])["1-AER"] == 1
    assert measured(edition([told]), [*lines, caption])["b3"] == 1


def test_something_between_two_lines_breaks_their_link() -> None:
    lines = two_articles()
    between = edition(["".join(A[:2]) + "page12" + "".join(A[2:])], ["".join(B)])
    assert measured(between, lines)["links"] == 1 / 2
    stray = edition(["".join(A[:2]) + "x" + "".join(A[2:])], ["".join(B)])
    assert measured(stray, lines)["links"] == 1


def test_heads_read_after_their_text_are_out_of_order() -> None:
    head = Printed("fishermenhome", "a", "headline")
    lines = [head, *two_articles()[:4]]
    found = measured(edition(["".join(A), head.text]), lines)
    assert found["order_edit"] == found["order_free"] == 1.0
    assert found["text_edit"] == 0.0


def test_a_paragraph_cut_in_two_passages_is_matched_with_both() -> None:
    assert measured(edition(["".join(A[:2]), "".join(A[2:])]), two_articles()[:4]) == PERFECT


def test_lines_are_taken_in_the_order_of_the_truth() -> None:
    row = {"box": [], "size": 9, "face": "", "vertical": False, "frame": 1, "page": "1"}
    rows: list[Json] = [
        row | {"text": "Herald 12", "article": None, "role": "folio", "paragraph": None, "order": None},
        row | {"text": "B, two", "article": "b", "role": "body", "paragraph": 0, "order": 1},
        row | {"text": "Buy!", "article": "ad-1", "role": "advertisement", "paragraph": None, "order": None},
        row | {"text": "——", "article": "b", "role": "body", "paragraph": 0, "order": 2},
        row | {"text": "B one", "article": "b", "role": "body", "paragraph": 0, "order": 0},
        row | {"text": "A", "article": "a", "role": "headline", "paragraph": None, "order": 0},
    ]
    found = printed(rows, {"articles": [{"id": "a"}, {"id": "b"}]})
    assert [x.text for x in found] == ["a", "bone", "btwo", "herald12", "buy"]
    assert [x.article for x in found] == ["a", "b", "b", None, None]


@pytest.fixture
def jumping() -> tuple[Json, list[Printed]]:
    lines = [line(text, "a", n, page="1" if n < 2 else "3") for n, text in enumerate(A)]
    lines += [line(text, "b", n, page="1" if n < 2 else "3") for n, text in enumerate(B)]
    lines.insert(2, Printed("continuedonpagethree", "a", "jump"))
    truth = edition(["".join(A)], ["".join(B)])
    truth["articles"][0] |= {"id": "a", "continued_from": ["1"], "continued_on": ["3"]}
    truth["articles"][1] |= {"id": "b", "continued_from": ["1"], "continued_on": ["3"]}
    return truth, lines


def test_jumps_resolved_missed_and_wrong(jumping: tuple[Json, list[Printed]]) -> None:
    truth, lines = jumping
    assert jumps(truth, truth, lines) == {"printed": 2, "resolved": 2, "wrong": 0}
    unsaid = copy.deepcopy(truth)
    unsaid["articles"][0]["continued_on"] = []
    assert jumps(unsaid, truth, lines) == {"printed": 2, "resolved": 1, "wrong": 0}
    crossed = edition(["".join([*A[:2], *B[2:]])], ["".join([*B[:2], *A[2:]])])
    for article in crossed["articles"]:
        article["continued_on"] = ["3"]
    assert jumps(crossed, truth, lines) == {"printed": 2, "resolved": 0, "wrong": 2}
    apart = edition(["".join(A[:2])], ["".join(A[2:])], ["".join(B)])
    assert jumps(apart, truth, lines) == {"printed": 2, "resolved": 0, "wrong": 0}


def test_a_jump_line_between_its_article_s_parts_breaks_no_link(jumping: tuple[Json, list[Printed]]) -> None:
    _, lines = jumping
    told = "".join(A[:2]) + "continuedonpagethree" + "".join(A[2:])
    assert measured(edition([told], ["".join(B)]), lines)["successor"] == 1.0
    other = "".join(B[:2]) + "continuedonpagethree" + "".join(B[2:])
    assert measured(edition(["".join(A)], [other]), lines)["successor"] == 5 / 6
