"""The drawing in a browser, from disk and without JavaScript: what a person can do with it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from test_look_drawing import HEIGHT, WIDTH, edition, files, truth, wrong

PHONE, DESKTOP = 390, 1280


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A reading whose second article has another headline in the truth."""
    root = tmp_path_factory.mktemp("look")
    bridge, school, market = truth().articles
    read = edition()
    changed = type(school)(school.id, school.kind, headline="另一個題目", paragraphs=school.paragraphs)
    expected = type(read)(pages=read.pages, articles=(bridge, changed, market))
    picture = BytesIO()
    Image.new("RGB", (round(WIDTH), round(HEIGHT)), "white").save(picture, "WEBP")
    for path, data in files(wrong(expected)).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(picture.getvalue() if path.startswith("images/") else data)
    return (root / "index.html").as_uri()


@pytest.fixture(params=[PHONE, DESKTOP])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 900})
    opened = context.new_page()
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("requestfailed", lambda refused: told.append(refused.url))
    opened.goto(address)
    yield opened
    context.close()
    assert told == [], "the browser refuses nothing"


def test_the_page_is_as_wide_as_the_screen_and_shows_the_picture(page: Page) -> None:
    screen = page.evaluate("innerWidth")
    for name in ("main", "header.top", ".tools", ".frame"):
        area = page.locator(name).first.bounding_box()
        assert area
        assert area["x"] >= 0
        assert area["x"] + area["width"] <= screen + 0.5
    picture, drawing = page.locator(".sheet img").first.bounding_box(), page.locator(".sheet svg").first.bounding_box()
    assert picture == drawing, "the drawing lies on the picture"


@pytest.mark.parametrize(
    ("switch", "shown"),
    [("blocks", ".blocks .outline"), ("tags", ".tags .tag"), ("arrows", ".arrows .head"), ("lines", "path.lines")],
)
def test_a_switch_hides_and_shows_a_layer(page: Page, switch: str, shown: str) -> None:
    layer, box = page.locator(f".sheet {shown}").first, page.locator(f"#show-{switch}")
    for _ in range(2):
        assert layer.is_visible() == box.is_checked()
        box.set_checked(not box.is_checked())
    assert layer.is_visible() == box.is_checked()


def test_only_what_is_wrong_can_be_shown(page: Page) -> None:
    right, faulty = page.locator("#list-p1-a1"), page.locator("#list-p1-a2")
    assert right.is_visible()
    page.check("#only-wrong")
    assert not right.is_visible()
    assert not page.locator("#p1-a1").is_visible()
    assert faulty.is_visible()
    assert page.locator("#p1-a2 .outline").first.is_visible()


def test_a_block_leads_to_the_list_and_the_list_to_the_place(page: Page) -> None:
    page.locator("#p1-b5").click(position={"x": 30, "y": 20})
    assert page.url.endswith("#list-p1-a2")
    page.locator("#list-p1-a2 .name").click()
    assert page.url.endswith("#p1-a2")
    assert page.locator("#p1-a2").is_visible()
