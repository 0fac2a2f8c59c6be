"""Pictures, their words and their titles go with the story that they stand in."""

from __future__ import annotations

from banmian.articles.belongings import attach, captioned, signed
from banmian.articles.nodes import Node, node
from banmian.model.geometry import Box, Turning
from banmian.model.page import Block, Line, Role
from banmian.model.text import Text


def nodes(*blocks: tuple[Role, Box, str]) -> list[Node]:
    """A horizontal page's nodes; a picture has no words."""
    turned = Turning(vertical=False, width=600)
    return [
        node(k, Block((Line(Text(words), box),) if words else (), role, box), turned)
        for k, (role, box, words) in enumerate(blocks)
    ]


def roles(chains: list[list[Node]]) -> list[list[Role]]:
    return [[n.role for n in chain] for chain in chains]


PICTURE = (Role.PICTURE, Box(50, 130, 300, 300), "")
CAPTION = (Role.CAPTION, Box(50, 304, 300, 326), "三十二名學員第一次離岸。")
OTHER = (Role.HEADLINE, Box(50, 340, 200, 365), "教練不教蝶泳")
MORE = (Role.BODY, Box(50, 370, 300, 500), "七月的第一堂游泳課。")


def test_a_title_without_a_story_goes_with_the_picture_under_it() -> None:
    title, picture, caption, head, body = nodes(
        (Role.HEADLINE, Box(50, 100, 140, 122), "水上的課堂"), PICTURE, CAPTION, OTHER, MORE
    )
    found = attach([[title], [head, body]], [title, picture, caption, head, body], 10)
    assert roles(found) == [[Role.HEADLINE, Role.PICTURE, Role.CAPTION], [Role.HEADLINE, Role.BODY]]


def test_a_picture_within_a_story_stays_there_though_another_ones_head_is_near() -> None:
    head, body, picture, caption = nodes(
        (Role.HEADLINE, Box(50, 40, 300, 70), "輸了四十年的村子"),
        (Role.BODY, Box(50, 75, 300, 126), "鼓手跳了起來，又坐了回去。"),
        PICTURE,
        CAPTION,
    )
    found = attach([[head, body]], [head, body, picture, caption], 10)
    assert roles(found) == [[Role.HEADLINE, Role.BODY, Role.PICTURE, Role.CAPTION]]


def test_a_picture_that_no_story_touches_is_by_itself() -> None:
    far, picture = nodes((Role.HEADLINE, Box(400, 600, 500, 620), "別的事"), PICTURE)
    assert roles(attach([[far]], [far, picture], 10)) == [[Role.HEADLINE], [Role.PICTURE]]


def test_a_pull_quote_belongs_to_the_story_that_it_stands_in() -> None:
    above, quote, below = nodes(
        (Role.BODY, Box(50, 40, 300, 120), "她指的是糧油店門口的一塊空地。"),
        (Role.PULL_QUOTE, Box(50, 130, 300, 160), "“十五分鐘是我這雙腳的半徑。”"),
        (Role.BODY, Box(50, 170, 300, 300), "再排六十張，間隔不超過一百二十米。"),
    )
    assert roles(attach([[above, below], [quote]], [above, quote, below], 10)) == [
        [Role.BODY, Role.BODY, Role.PULL_QUOTE]
    ]


def test_a_short_text_that_says_who_took_the_picture_is_its_caption() -> None:
    chain = nodes(
        (Role.HEADLINE, Box(50, 50, 190, 70), "六點的擺渡人"),
        (Role.BODY, Box(50, 75, 190, 90), "清晨六點，老師傅撐着小船從湖心經過。龔一鳴 攝"),
    )
    captioned([chain])
    assert roles([chain]) == [[Role.HEADLINE, Role.CAPTION]]
    story = nodes((Role.BODY, Box(50, 75, 190, 90), "老師傅學會了攝影，天天都拍。"))
    captioned([story])
    assert roles([story]) == [[Role.BODY]]


def test_a_writers_name_at_the_end_of_a_heads_row_leads_on_to_the_next_columns() -> None:
    head, body, name, more = nodes(
        (Role.HEADLINE, Box(50, 40, 300, 70), "螺絲釘裡擰出新賽道"),
        (Role.BODY, Box(50, 80, 190, 300), "一枚螺絲釘能賣多少錢？終於磨出了合格的螺紋。"),
        (Role.BYLINE, Box(340, 52, 400, 62), "□ 記者 葉修遠"),
        (Role.BODY, Box(200, 200, 340, 300), "如今，公司六成收入來自微型螺釘。"),
    )
    assert roles(signed([[head, body], [name, more]], 10)) == [[Role.HEADLINE, Role.BYLINE, Role.BODY, Role.BODY]]
