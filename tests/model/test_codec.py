"""Edition JSON: what is written is read again, keeps to its schema, and is refused by name when damaged."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banmian.model.article import Kind, Reference
from banmian.model.codec import CodecError, decode, encode, schema
from banmian.model.edition import (
    Doubt,
    Edition,
    EditionArticle,
    EditionCaption,
    EditionPage,
    Picture,
    Region,
    Repair,
)
from banmian.model.geometry import Box
from banmian.model.issue import Channel, Registration

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.text(max_size=8)
SOME = st.none() | WORDS


def several(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=3).map(tuple)


BOXES = st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
PAGES = st.builds(EditionPage, WORDS, SOME, *(st.none() | NUMBERS for _ in range(3)), *(SOME for _ in range(3)))
ARTICLES = st.builds(
    EditionArticle,
    id=WORDS,
    kind=st.sampled_from(Kind),
    label=SOME,
    kicker=SOME,
    headline=SOME,
    deck=SOME,
    byline=several(WORDS),
    paragraphs=several(WORDS),
    captions=several(st.builds(EditionCaption, SOME, SOME, st.none() | st.builds(Picture, WORDS, BOXES))),
    references=several(st.builds(Reference, WORDS, WORDS)),
    continued_from=several(WORDS),
    continued_on=several(WORDS),
    language=SOME,
    regions=several(st.builds(Region, WORDS, several(st.tuples(NUMBERS, NUMBERS)))),
    repairs=several(st.builds(Repair, WORDS, st.integers(0, 10**6), st.integers(0, 10**6), WORDS, WORDS)),
    flags=several(st.builds(Doubt, WORDS, st.integers(0, 10**6), st.integers(0, 10**6), several(WORDS), WORDS)),
)
EDITIONS = st.builds(
    Edition,
    title=SOME,
    date=SOME,
    number=SOME,
    total_number=SOME,
    registration=st.none() | st.builds(Registration, WORDS, WORDS),
    language=SOME,
    channels=several(st.builds(Channel, WORDS, SOME, SOME)),
    pages=several(PAGES),
    articles=several(ARTICLES),
    warnings=several(WORDS),
)

VALIDATOR = jsonschema.Draft202012Validator(schema())

EDITION = Edition(
    title="墨川新聞",
    pages=(EditionPage("1", width=765.0, height=1105.0, dpi=72.0),),
    articles=(
        EditionArticle(
            "p001-a01",
            Kind.STORY,
            headline="橋通車了",
            captions=(EditionCaption("新橋。", image=Picture("1", Box(1, 2, 3, 4))),),
            regions=(Region("1", Box(1, 2, 3, 4).polygon()),),
        ),
    ),
)


@settings(deadline=None)
@given(EDITIONS)
def test_what_is_written_is_read_again_and_keeps_to_the_schema(edition: Edition) -> None:
    data = encode(edition)
    assert decode(data) == edition
    assert decode(data.decode()) == edition
    VALIDATOR.validate(json.loads(data))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["properties"]["schema"] == {"const": "banmian/edition/1"}


def test_the_json_is_made_for_people_too() -> None:
    data = encode(EDITION)
    assert "墨川新聞".encode() in data
    assert data.endswith(b"}\n")
    article = json.loads(data)["articles"][0]
    assert article["captions"][0]["image"] == {"page": "1", "box": [1, 2, 3, 4]}
    assert article["regions"][0]["polygon"] == [[1, 2], [3, 2], [3, 4], [1, 4]]
    assert article["kicker"] is None
    assert article["byline"] == []


def test_fields_that_may_be_left_out_are() -> None:
    assert decode('{"schema": "banmian/edition/1"}') == Edition()


def damaged(path: str, value: object) -> str:
    """The edition with one value changed; "DROP" takes the field out."""
    whole: Any = json.loads(encode(EDITION))
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place = whole
    for step in way:
        place = place[step]
    if value == "DROP":
        del place[last]
    else:
        place[last] = value
    return json.dumps(whole)


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        ("title", 5, "edition/title: str"),
        ("pages", {}, "edition/pages: a list"),
        ("pages/0/width", "wide", "edition/pages/0/width: float"),
        ("pages/0/width", True, "edition/pages/0/width: float"),
        ("pages/0/width", 10**400, "edition/pages/0/width: a finite number"),
        ("pages/0/number", "DROP", "edition/pages/0: the field 'number' is missing"),
        ("pages/0/colour", "red", "edition/pages/0: unknown field 'colour'"),
        ("articles/0/kind", "novel", "edition/articles/0/kind: 'novel' is no Kind"),
        ("articles/0/kind", [], "edition/articles/0/kind"),
        ("articles/0/byline", ["甲", 5], "edition/articles/0/byline/1: str"),
        ("articles/0/captions/0/image/box", [1, 2, 3], "edition/articles/0/captions/0/image/box"),
        ("articles/0/captions/0/image", [], "edition/articles/0/captions/0/image: an object"),
        ("articles/0/regions/0/polygon/0", [1], "edition/articles/0/regions/0/polygon/0: 2 values"),
        ("articles/0/repairs", [None], "edition/articles/0/repairs/0: an object"),
        ("schema", "banmian/edition/99", "schema 'banmian/edition/99'"),
        ("schema", [], "schema"),
        ("schema", "DROP", "no `schema`"),
    ],
)
def test_damage_is_named(path: str, value: object, named: str) -> None:
    with pytest.raises(CodecError) as caught:
        decode(damaged(path, value))
    assert named in str(caught.value)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe\xfd", b"[1]", b"null", b"5", b"[" * 100_000, b'{"schema": ' * 50_000]
)
def test_what_is_no_edition_json_is_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        decode(data)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-1e999"])
def test_numbers_that_json_does_not_know_are_refused(value: str) -> None:
    with pytest.raises(CodecError, match="edition/pages/0/dpi"):
        decode(encode(EDITION).decode().replace('"dpi": 72.0', f'"dpi": {value}'))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        decode(data)


def test_a_place_that_is_no_number_is_unknown() -> None:
    nowhere = Box(float("nan"), 0, 9, float("inf"))
    page = EditionPage("1", width=float("inf"), height=5.0)
    caption = EditionCaption("新橋。", image=Picture("1", nowhere))
    article = EditionArticle("a", Kind.STORY, captions=(caption,), regions=(Region("1", nowhere.polygon()),))
    read = decode(encode(Edition(pages=(page,), articles=(article,))))
    assert read.pages == (EditionPage("1", height=5.0),)
    assert read.articles[0].captions == (EditionCaption("新橋。"),)
    assert read.articles[0].regions == (Region("1", ()),)


def test_half_a_surrogate_pair_does_not_stop_the_writing() -> None:
    assert decode(encode(Edition(title="墨\ud800川"))).title == "墨?川"
