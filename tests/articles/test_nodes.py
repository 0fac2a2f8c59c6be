"""Where a block of body type is cut: heads, names and items that stand in it."""

from __future__ import annotations

from dataclasses import replace

from banmian.articles.nodes import ground, node, widened
from banmian.articles.voices import signs, split_by_voice
from banmian.model.geometry import Box, Boxes, Turning
from banmian.model.page import Block, Line, Mark, MarkKind, Page, Role, Style
from banmian.model.text import Text

EM, LEADING, WIDTH = 10.0, 12.0, 200.0


def block(*rows: tuple[str, float, float]) -> Block:
    """Rows with their indent and the white that they leave at their end, in points."""
    lines = tuple(
        Line(Text(words), Box(indent, k * LEADING, WIDTH - rest, k * LEADING + EM))
        for k, (words, indent, rest) in enumerate(rows)
    )
    starts = tuple(k for k, (_, indent, _) in enumerate(rows) if indent)
    whole = Box(0, 0, WIDTH, len(rows) * LEADING)
    return Block(lines, Role.BODY, whole, whole, paragraphs=starts)


def pieces(*rows: tuple[str, float, float]) -> list[tuple[Role, str]]:
    return [(b.role, b.words.split("\n")[0]) for b in split_by_voice(block(*rows))]


def test_a_latin_head_as_wide_as_its_column_is_cut_off() -> None:
    found = pieces(
        ("Gegen die Spekulation in unserer Stadt", 2, 2),
        ("Leipzig, 22. Mai. Die Bauverwaltung hat", 10, 0),
        ("beschlossen, die Markthalle nun doch", 0, 0),
        ("herrichten zu lassen.", 0, 90),
    )
    assert [words[:10] for _, words in found] == ["Gegen die ", "Leipzig, 2"]


def test_a_name_in_brackets_over_a_column_that_goes_on_is_cut_off() -> None:
    found = pieces(("（汪家豪）", 80, 80), ("造其中新生占了很多，", 0, 0), ("大家都說好。", 0, 90))
    assert [words for _, words in found] == ["（汪家豪）", "造其中新生占了很多，"]


def test_an_author_who_says_that_it_is_his_work_is_a_byline() -> None:
    found = pieces(("喬雲階作", 40, 120), ("過了九日果然接到一封信，", 20, 0), ("拆開看時只有寥寥數語。", 0, 20))
    assert found[0] == (Role.BYLINE, "喬雲階作")


def test_items_are_cut_though_the_row_before_them_is_full_and_has_no_mark() -> None:
    found = pieces(
        ("▲柳河電　外訊大水為災輪船停", 0, 0),
        ("駛商民恐慌當局已籌救濟善後", 0, 0),
        ("▲清源電　鹽務署今晨開會對於", 0, 0),
        ("展築路線有所說明", 0, 90),
    )
    assert [words[:4] for _, words in found] == ["▲柳河電", "▲清源電"]


def test_items_are_cut_where_an_abbreviation_ends_the_one_before() -> None:
    found = pieces(
        ("Berlin, 22. November. Der Prinz ist hier", 10, 0),
        ("abgestiegen; die Abreise am 9. d. M.", 0, 40),
        ("Petersburg, 25. Oktober. Die Blätter melden", 10, 0),
        ("nichts Neues.", 0, 120),
    )
    assert [words[:6] for _, words in found] == ["Berlin", "Peters"]


def test_rows_in_capitals_are_a_head_however_long_what_follows_is() -> None:
    found = pieces(
        ("PUMPKIN OF 940 POUNDS", 0, 5),
        ("TAKES RIBBON AT FAIR", 0, 20),
        *(("The water district says a younger", 0, 0),) * 4,
        ("crowd will come", 0, 90),
    )
    assert [words for _, words in found] == ["PUMPKIN OF 940 POUNDS", "The water district says a younger"]


def test_a_word_of_a_head_in_capitals_stays_with_it() -> None:
    found = pieces(("AFTER 13 YEARS, FIRE STATION GETS ITS", 0, 0), ("DAY", 90, 90), ("202 sign petition", 30, 30))
    assert [words for _, words in found] == ["AFTER 13 YEARS, FIRE STATION GETS ITS", "202 sign petition"]


def bold(*rows: tuple[str, float]) -> list[str]:
    """The pieces of a bold block whose characters are 5 points wide; each row with the white at its end."""
    made = block(*((words, 0, rest) for words, rest in rows))
    lines = tuple(
        replace(
            line,
            chars=Boxes.of(Box(5 * i, line.box.y0, 5 * i + 5, line.box.y1) for i in range(len(line.text.raw))),
            styles=((0, Style("Antiqua", EM, 700)),),
        )
        for line in made.lines
        if line.box is not None
    )
    return [b.words.split("\n")[0] for b in split_by_voice(replace(made, lines=lines))]


def test_a_bold_row_that_had_room_for_the_next_word_ends_a_head() -> None:
    assert bold(("Neues von der Fähre", 90), ("Die Vermessung soll bis Mai", 0), ("beginnen", 150)) == [
        "Neues von der Fähre",
        "Die Vermessung soll bis Mai",
    ]
    assert bold(("Neues von der alten Weserfähre in", 20), ("Waldheim am Fluß", 90)) == [
        "Neues von der alten Weserfähre in"
    ]


def test_a_name_alone_at_the_end_signs() -> None:
    def ends(words: str) -> bool:
        return signs(node(0, block((words, 120, 0)), Turning(vertical=False, width=WIDTH)))

    assert ends("（鄒振華）")
    assert ends("羅靜山")
    assert not ends("就此結束。")
    assert not ends("（下轉第2版）")


def test_a_bar_parts_what_stands_over_and_under_it_as_a_rule_does() -> None:
    fills = [Box(40, 100, 240, 120), Box(40, 200, 540, 300), Box(40, 400, 100, 420)]
    drawn = ground(
        Page(0, width=600, height=800, marks=tuple(Mark(MarkKind.FILL, box) for box in fills)),
        Turning(vertical=False, width=600),
        EM,
    )
    assert drawn.flat == (fills[0],)
    assert drawn.fills == tuple(fills)


def test_a_row_that_fills_its_column_to_the_end_is_indented_however_far_off_the_columns_text_is() -> None:
    turned = Turning(vertical=False, width=600)
    column = node(0, block(("區政府昨日公布計劃", 0, 0), ("增設三個公園", 0, 80)), turned)
    for place, indented in ((WIDTH, True), (WIDTH - 40, False)):
        box = Box(20, 300, place, 310)
        row = node(1, Block((Line(Text("工人們正在鋪路"), box),), Role.BODY, box, paragraphs=()), turned)
        widened([column, row], EM)
        assert row.indented is indented
        assert row.block.paragraphs == ((0,) if indented else ())


def test_names_in_brackets_between_a_deck_and_the_text_are_cut_off() -> None:
    found = pieces(("——記一線技師程超", 30, 90), ("（文永昌 吳小軍）", 55, 65), ("歷時三個月大賽結束了。", 20, 0))
    assert [words for _, words in found] == ["——記一線技師程超", "（文永昌 吳小軍）", "歷時三個月大賽結束了。"]
    assert [b.words for b in split_by_voice(replace(DECK, role=Role.HEADLINE))] == ["大賽的故事還長", "（文永昌）"]
    whole = replace(DECK, role=Role.HEADLINE, lines=(DECK.lines[0], replace(DECK.lines[1], text=Text("（資料圖片）"))))
    assert len(split_by_voice(whole)) == 1


DECK = block(("大賽的故事還長", 30, 90), ("（文永昌）", 55, 65))


def test_a_signature_far_to_the_right_ends_its_item_though_the_next_row_is_not_indented() -> None:
    found = pieces(
        ("Dann ging man in die Bahnhofstraße", 0, 0),
        ("hinaus.", 0, 160),
        ("Anna Kellermann", 110, 2),
        ("Gesucht: Klavier zum 1. Februar", 0, 0),
    )
    assert [words[:9] for _, words in found] == ["Dann ging", "Anna Kell", "Gesucht: "]


NOTICE = (
    ("gewann den ersten Preis der Stadt.", 0, 0),
    ("Steckbrief.", 70, 72),
    ("Am 3. Februar, vormittags 8 Uhr, soll", 0, 0),
    ("im Gasthof das Haus verkauft werden.", 0, 0),
)


def test_a_centred_row_with_a_full_stop_is_a_head_where_print_is_exact() -> None:
    assert [words[:9] for _, words in pieces(*NOTICE)] == ["gewann de", "Steckbrie", "Am 3. Feb"]


def test_on_a_scan_a_centred_row_with_a_full_stop_is_no_head() -> None:
    assert len(split_by_voice(block(*NOTICE), exact=False)) == 1


def test_an_arrival_in_display_type_is_a_jump() -> None:
    head = replace(block(("▶ 上接1版　老橋通車", 0, 20)), role=Role.HEADLINE)
    assert [b.role for b in split_by_voice(head)] == [Role.JUMP]
    over = replace(block(("上接第1版", 0, 90), ("老橋今天通車", 0, 20)), role=Role.HEADLINE)
    assert [(b.role, b.words) for b in split_by_voice(over)] == [
        (Role.JUMP, "上接第1版"),
        (Role.HEADLINE, "老橋今天通車"),
    ]


def test_the_head_of_a_notice_may_be_two_characters_that_stand_close() -> None:
    rows = (
        ("各項手續已經辦理完畢。", 20, 30),
        ("公告", 90, 90),
        ("根據有關規定今年的建設計劃予以", 0, 0),
        ("公告。", 0, 170),
    )
    assert [words[:2] for _, words in pieces(*rows)] == ["各項", "公告", "根據"]
    plain = (rows[0], ("今天", 90, 90), *rows[2:])
    assert [words[:2] for _, words in pieces(*plain)] == ["各項"]


def test_a_head_set_as_the_text_under_it_is_told_by_ending_short_without_a_stop() -> None:
    rows = (
        ("橋頭的路燈昨天晚上亮了，居民都", 0, 0),
        ("說方便得多。", 0, 90),
        ("圖書館新書上架", 0, 80),
        ("縣圖書館今年年初新到圖書四千冊，", 0, 0),
        ("憑證可以借閱。", 0, 80),
    )
    assert [words[:2] for _, words in pieces(*rows)] == ["橋頭", "圖書", "縣圖"]
    over = ("警察局開展電信詐騙預防宣傳的活", 0, 0), ("動今天開始", 0, 100)
    assert [words[:2] for _, words in pieces(*over, *rows[3:])] == ["警察", "縣圖"]
    unmarked = tuple((words.strip("，。").replace("，", ""), a, b) for words, a, b in rows)
    assert len(pieces(*unmarked)) == 1  # without stops a short row may end a paragraph
    assert len(pieces(*((words, 0, 60) for words in ("山上的月亮", "照着河邊", "誰在唱歌", "到天明。")))) == 1


def test_a_name_at_the_right_under_a_text_without_full_stops_is_a_signature() -> None:
    found = pieces(("教育廳昨發表談話對於此案之整頓", 0, 0), ("願與諸君共勉", 0, 140), ("史淑貞", 160, 2))
    assert [words for _, words in found] == ["教育廳昨發表談話對於此案之整頓", "史淑貞"]


def test_names_in_brackets_under_a_narrow_deck_are_a_byline() -> None:
    rows = (("近十六萬元如何", 12, 12), ("花，教師說了算", 12, 12), ("（馬國慶 魏麗華）", 0, 0))
    assert [words[:2] for _, words in pieces(*rows)] == ["近十", "（馬"]


def test_a_bold_head_ends_where_a_text_begins_that_opens_in_bold() -> None:
    whole = block(
        ("Cost now put at $770,000; work could start before the first frost", 2, 2),
        ("Washington, Thursday. The", 12, 0),
        ("mill stays as it is.", 0, 40),
    )
    bold, plain = Style("Song", 10, 700), Style("Song", 10, 400)
    looks = (((0, bold),), ((0, bold), (22, plain)), ((0, plain),))
    lines = tuple(replace(one, styles=look) for one, look in zip(whole.lines, looks, strict=True))
    cut = split_by_voice(replace(whole, lines=lines, paragraphs=(1,)))
    assert [len(part.lines) for part in cut] == [1, 2]
    assert len(split_by_voice(replace(whole, lines=lines, paragraphs=()))) == 1


def test_points_of_a_deck_end_where_a_paragraph_without_a_point_begins() -> None:
    rows = (
        ("– 381 firmas", 0, 130),
        ("– Coste: 29.000 euros", 0, 90),
        ("Desde hace 41 años todos", 16, 0),
        ("lo saben.", 0, 90),
    )
    assert [words[:7] for _, words in pieces(*rows)] == ["– 381 f", "Desde h"]
    assert len(pieces(("– Uno", 0, 130), ("Desde hace 41 años todos", 0, 0), ("lo saben.", 0, 90))) == 1
