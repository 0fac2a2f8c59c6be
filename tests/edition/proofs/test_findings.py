"""What a proof-reader is told, kind by kind; and what print does on purpose, of which nothing is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banmian.edition.proofs import findings_of
from banmian.edition.proofs.changed import changed
from banmian.edition.proofs.jumps import jumps
from banmian.edition.proofs.marks import unbalanced
from banmian.edition.proofs.names import names
from banmian.edition.proofs.numbering import numbering, page_labels
from banmian.edition.proofs.repeated import repeated
from banmian.edition.proofs.weekdays import weekdays
from banmian.model.article import Article, Caption, Kind, Part, Passage
from banmian.model.edition import Edition
from banmian.model.geometry import Box
from banmian.model.issue import Issue, Title
from banmian.model.page import Role
from banmian.model.proof import Fault
from banmian.model.text import Edit, Flag, Text
from issue_of_texts import issue, page, row

LANGUAGES = ["zh-Hant", "zh-Hans", "en", "de", "fr", "es", "it"]

DOUBLED = [
    ("en", "The council met in the the old hall."),
    ("en", "It was paid by the council council last year."),
    ("de", "Der Rat tagte am Montag und und am Dienstag."),
    ("fr", "Le conseil a voté pour pour la nouvelle école."),
    ("es", "El ayuntamiento votó en en la sala."),
    ("zh-Hant", "他是鎮上的的老師。"),
    ("zh-Hant", "在鎮上當了十多年巡查的一批工作人員工作人員昨日到場。"),
    ("zh-Hans", "因为因为下雨，比赛改期。"),
]


@pytest.mark.parametrize(("language", "text"), DOUBLED)
def test_a_word_that_stands_twice_is_told(language: str, text: str) -> None:
    (found,) = repeated(issue(text, language=language))
    assert found.fault is Fault.REPEATED
    half = len(found.where.words) // 2
    assert found.where.words[:half].strip() == found.where.words[-half:].strip()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He had had enough; it was very very late in Walla Walla, and she said that that was it."),
        ("en", "“No, no, the the,” she stammered."),
        ("de", "Die, die das sagten, wussten, dass das das Beste war."),
        ("fr", "Nous nous sommes levés ; vous vous êtes tus, dit le fils de De Maistre."),
        ("zh-Hant", "大家研究研究，天天看看，這個目的的確實現了，的的確確。"),
        ("zh-Hant", "「加油加油」，孩子們一步一步，一個一個走過來。"),
        ("zh-Hans", "他现在在家，为了了解情况，派出所所长也来了。"),
    ],
)
def test_what_is_said_twice_on_purpose_is_not(language: str, text: str) -> None:
    assert list(repeated(issue(text, language=language))) == []


@pytest.mark.parametrize(
    ("language", "text", "mark"),
    [
        ("zh-Hant", "他說：「明天再來，就走了。", "「"),
        ("zh-Hant", "他說：明天再來」，就走了。", "」"),
        ("zh-Hans", "他说：“明天再来，就走了。", "“"),
        ("zh-Hant", "共十人（其中女性六人。", "（"),
        ("zh-Hant", "書名《河堤夜話已出版。", "《"),
        ("en", "“We will wait, he said.", "“"),
        ("de", "„Wir warten, sagte er.", "„"),
        ("fr", "« Nous attendons, dit-il.", "«"),
        ("es", "«Esperamos, dijo.", "«"),
        ("en", "The vote (five to four was close.", "("),
    ],
)
def test_a_mark_without_its_partner_is_told(language: str, text: str, mark: str) -> None:
    (found,) = unbalanced(issue(text, language=language))
    assert found.where.words == mark
    assert found.became is None


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("zh-Hant", ["他說：「他喊『走』，我就走。」（笑）《河》【注】"]),
        ("zh-Hant", ["「第一段說到這裡。", "「第二段接着說。", "「第三段說完。」"]),
        ("en", ["“It goes on here.", "“And here it ends.”"]),
        ("en", ["It's the farmers' market, a 6' fence and a 12\" pipe, 'tis said."]),
        ("en", ["1) open, 2) close, a) first, b) second"]),
        ("zh-Hant", ["1）開門，2）關門，一）先看"]),
        ("de", ["Er sagte: „Wir warten.“ Und »so« war es."]),
        ("fr", ["« Oui », dit-elle ; “non”, dit-il."]),
        ("zh-Hant", ["總數（約10人)不變"]),
    ],
)
def test_marks_that_have_their_partner_by_their_own_custom_are_not(language: str, texts: list[str]) -> None:
    assert list(unbalanced(issue(texts, language=language))) == []


def test_a_caption_s_bracket_may_close_in_its_credit() -> None:
    made = issue("河水漲了三日。")
    (story,) = made.articles
    words, credit = Passage(Text("放學以後的操場。（馮")), Passage(Text("小明攝）"))
    for caption, count in ((Caption(words, credit), 0), (Caption(words), 1)):
        told = Article(story.id, Kind.PHOTO, story.parts, captions=(caption,))
        assert len(list(unbalanced(Issue(made.title, made.pages, (told,))))) == count


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hant", "活動定於7月11日（星期五）舉行。"),
        ("zh-Hans", "活动定于7月11日，星期五举行。"),
        ("zh-Hant", "一九九七年七月一日（星期三）那天"),
        ("en", "The fair is on Friday, July 11, at noon."),
        ("de", "Das Fest ist am Freitag, dem 11. Juli, um zwölf."),
        ("fr", "La fête aura lieu vendredi 11 juillet à midi."),
        ("es", "La fiesta será el viernes 11 de julio."),
    ],
)
def test_a_weekday_that_is_another_date_s_is_told(language: str, text: str) -> None:
    title = Title(date="2026-07-10", language=language)  # a Friday
    (found,) = weekdays(issue(text, language=language, title=title))
    assert found.fault is Fault.WEEKDAY


@pytest.mark.parametrize(
    "text",
    [
        "活動定於7月11日（星期六）舉行。",
        "農曆七月十一日（星期五）",
        "The fair is on Saturday, July 11, and on Sunday, July 12, 2026.",
        "vendredi 10 juillet et samedi 11 juillet",
        "He was here on Friday, January 2.",
        "every Friday, 11 of the 14 clerks",
    ],
)
def test_a_weekday_that_agrees_or_cannot_be_known_is_not(text: str) -> None:
    assert list(weekdays(issue(text, title=Title(date="2026-07-10")))) == []


def test_mastheads_and_folios_are_told_with_their_page() -> None:
    front = page(0, "1", row("2026年7月10日 星期四", Role.MASTHEAD))
    back = page(1, "2", row("2026年7月11日 星期六", Role.FOLIO))
    first, second = weekdays(issue(pages=(front, back)))
    assert (first.where.page, first.where.field) == ("1", "masthead")
    assert second.where.page == "2"
    assert "2026-07-10" in second.what


def with_jump(on: tuple[str, ...], of: tuple[str, ...], words: str, kind: Kind = Kind.STORY) -> Issue:
    """An issue of three pages whose first page has a story with a jump."""
    made = issue("河水漲了三日。", pages=(page(0, "1", row(words, Role.JUMP)), page(1), page(2)))
    (story,) = made.articles
    parts = (*story.parts, Part(0, 0, Role.JUMP))
    story = Article(story.id, kind, parts, paragraphs=story.paragraphs, continued_on=on, continued_from=of)
    return Issue(made.title, made.pages, (story,))


@pytest.mark.parametrize(
    ("on", "of", "words"),
    [(("3",), (), "（下轉第3版）"), ((), ("2",), "（上接第2版）"), (("9",), (), "Continued on page 9")],
)
def test_a_jump_with_one_end_is_told_where_it_stands(on: tuple[str, ...], of: tuple[str, ...], words: str) -> None:
    (found,) = jumps(with_jump(on, of, words))
    assert found.where.words == words
    assert found.where.box is not None
    assert (on or of)[0] in found.what


def test_a_jump_with_both_ends_or_a_pointer_is_not() -> None:
    assert list(jumps(with_jump(("1",), (), "（下轉第1版）"))) == []
    assert list(jumps(with_jump(("3",), (), "See page 3"))) == []
    assert list(jumps(with_jump(("3",), (), "（下轉第3版）", Kind.PROMO))) == []


def test_numbers_follow_those_of_the_issue_before() -> None:
    now = issue(title=Title(date="2026-07-10", number="28", total_number="1734"))
    before = Edition(date="2026-07-03", number="27", total_number="1733")
    assert list(numbering(now, before)) == []
    told = [f.what for f in numbering(now, Edition(date="2026-07-03", number="26", total_number="1732"))]
    assert len(told) == 2
    assert "1733" in told[0]
    last_year = Edition(date="2025-12-26", number="52", total_number="1733")
    assert list(numbering(now, last_year)) == []
    assert list(numbering(now, Edition(date="2026-07-17", total_number="1733")))


def test_a_folio_s_number_is_the_masthead_s() -> None:
    title = Title(number="28", total_number="1734")
    pages = (page(0), page(1, "2", row("第27期（總第1734期） 2版", Role.FOLIO)))
    (found,) = numbering(issue(title=title, pages=pages))
    assert (found.where.page, found.where.field) == ("2", "folio")


@pytest.mark.parametrize(
    ("labels", "count"),
    [
        (["1", "2", "3"], 0),
        (["A1", "A2", "B1", "B2"], 0),
        (["1", "4", "5"], 0),
        (["1", "3", "2", "4"], 1),
        (["A2", "A1"], 1),
    ],
)
def test_page_labels_rise_within_their_section(labels: list[str], count: int) -> None:
    made = issue(pages=[page(n, label) for n, label in enumerate(labels)])
    assert len(list(page_labels(made))) == count


def test_a_label_that_stands_twice_is_told() -> None:
    made = issue(pages=(page(0), page(1)))
    doubled = Issue(made.title, made.pages, (), warnings=("more than one page calls itself 3; pages are …",))
    (found,) = page_labels(doubled)
    assert "3" in found.what


@pytest.mark.parametrize(
    ("texts", "bylines", "language"),
    [
        (["局長王曉明說。", "會後王晓明又說。"], [], "zh-Hant"),
        (["本報記者李劍峰報道。", "李劍峯昨日到場。"], [], "zh-Hant"),
        (["河堤修好了，王晓明說。"], [["王曉明"]], "zh-Hant"),
        ([["校長陳家豪到場。", "校長陳家豪說。", "校長陳家濠又說。"]], [], "zh-Hant"),
        ([["Mayor Karl Hoffmann came.", "Karl Hoffmann spoke.", "Karl Hofmann left."]], [], "en"),
    ],
)
def test_one_name_in_two_forms_is_told_with_both_places(
    texts: list[str], bylines: list[list[str]], language: str
) -> None:
    (found,) = names(issue(*texts, bylines=bylines, language=language))
    assert len({found.where.words, *(o.words for o in found.others)}) == 2


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        ([["校長陳家豪到場。", "校長陳家豪說。", "他弟弟陳家濠也來了。"]], "zh-Hant"),
        ([["老師傅現場教學。", "老師傅现场教學。"]], "zh-Hant"),
        ([["記者王小明。", "記者王小華。"]], "zh-Hant"),
        ([["Karl Hoffmann came.", "Karl Hoffmanns Hut.", "Anna Hofmann left.", "Karl Hoffmann spoke."]], "de"),
        (["Jean Martin came, Jean Martin spoke.", "Jean Martin left."], "fr"),
    ],
)
def test_two_people_are_not(texts: list[str], language: str) -> None:
    assert list(names(issue(*texts, language=language))) == []


def test_a_glyph_that_nothing_decides_is_told_unless_it_was_mended_after_all() -> None:
    made = issue("他姓范，本报訊")
    (story,) = made.articles
    flags = (Flag(2, 3, ("範",), "a name may have either form"), Flag(5, 6, ("報",), "a stray for certain"))
    text = story.paragraphs[0].text.edited("script", [Edit(5, 6, "報")])
    doubted = replace(story, paragraphs=(Passage(text, story.paragraphs[0].lines, flags),))
    found = [f for f in changed(Issue(made.title, made.pages, (doubted,))) if not f.mended]
    assert [(f.fault, f.printed, f.became, f.where.start) for f in found] == [(Fault.STRAY, "范", "範", 2)]


def test_a_stray_is_told_with_what_it_was_and_its_place() -> None:
    made = issue("他后来走了。")
    (story,) = made.articles
    text = Text("他\n后来走了。")
    text = text.edited("joins", [Edit(1, 2, "")]).edited("script", [Edit(1, 2, "後"), Edit(2, 3, "來")])
    mended = Article(story.id, Kind.STORY, story.parts, paragraphs=(Passage(text, story.paragraphs[0].lines),))
    first, second = changed(Issue(made.title, made.pages, (mended,)))
    assert (first.fault, first.printed, first.became, first.mended) == (Fault.STRAY, "后", "後", True)
    assert (first.where.before, first.where.words, first.where.after) == ("他", "後", "來走了。")
    assert (second.where.start, second.where.words) == (2, "來")


def test_a_place_has_page_box_article_field_and_the_words_around() -> None:
    (found,) = repeated(issue(["第一段。", "他是鎮上的的老師，教了三十年書。"]))
    where = found.where
    assert (where.page, where.article, where.field, where.words) == ("1", "a0", "paragraphs/1", "的的")
    assert where.box == Box(40, 20, 60, 30)
    assert where.before + where.words + where.after == "他是鎮上的的老師，教了三十年書。"[:20]


MARKED = st.text(st.sampled_from('「」『』“”„«»（）()《》"’1²年月日星期五七10的們工作人員 \n.the,und乙²①'), max_size=60)


@settings(deadline=None)
@given(texts=st.lists(st.one_of(st.text(max_size=40), MARKED), max_size=4), language=st.sampled_from(LANGUAGES))
def test_any_text_can_be_proof_read_and_every_place_is_in_it(texts: list[str], language: str) -> None:
    title = Title(date="2026-07-10", language=language)
    made = issue(texts, language=language, title=title)
    fields = {f"paragraphs/{n}": text for n, text in enumerate(texts)}
    for finding in findings_of(made).findings:
        where = finding.where
        assert fields[where.field][where.start : where.end] == where.words


@pytest.mark.parametrize(
    "text",
    ["(」" * 20_000, "「" * 40_000, "的" * 6_000, "the " * 4_000, "Anna Mueller " * 4_000, "工作人員" * 4_000],
)
def test_a_text_made_to_stall_the_finders_does_not(text: str) -> None:
    for language in ("zh-Hant", "en"):
        assert findings_of(issue(text, language=language)).pages == ("1",)


def test_the_report_is_in_the_order_of_pages_and_texts_and_empty_for_clean_print() -> None:
    texts = ["他說：「明天再來。", "他是鎮上的的老師。"]
    pages = (page(0, "1", row("2026年7月10日 星期四", Role.MASTHEAD)), page(1, "2"))
    report = findings_of(issue(*texts, pages=pages, title=Title(date="2026-07-10", language="zh-Hant")))
    assert [f.fault for f in report.findings] == [Fault.WEEKDAY, Fault.UNBALANCED, Fault.REPEATED]
    assert findings_of(issue("河水漲了三日，兩岸人家都搬了。")).findings == ()
