"""The site in a browser, from disk: what a reader can do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, Request
from river_bend_weekly import HEIGHT, WIDTH, edition, pictures

from banmian.publish import site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PHONE, DESKTOP = 360, 1440

FILES = [
    "index.html",
    "pages/1.html",
    "pages/5.html",
    "articles/p1-ferry.html",
    "articles/p1-brief-2.html",
    "articles/p2-library.html",
    "articles/p2-english.html",
]

# Boxes of every control, but for words linked within a line of text, which WCAG 2.5.8 excepts too.
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, summary")]
  .filter(e => e.checkVisibility() && !e.closest(".zones, .skip, .foot, [aria-hidden=true]"))
  .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
  .map(([text, box]) => `${text} ${box.width}x${box.height}`)"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for path, data in site.build(edition(), pictures()):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": DESKTOP, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": DESKTOP, "height": 900})
    yield context.new_page()
    context.close()


def opened(page: Page, folder: Path, path: str) -> Page:
    page.goto((folder / path).as_uri())
    return page


def ends_at(page: Page, path: str) -> bool:
    return page.url.split("#")[0].endswith(f"/{path}")


def click_on_paper(page: Page, x: float, y: float) -> None:
    """Clicks at a place of the facsimile, in page units."""
    sheet = page.locator(".facsimile .sheet")
    sheet.scroll_into_view_if_needed()
    area = sheet.bounding_box()
    assert area
    page.mouse.click(area["x"] + x / WIDTH * area["width"], area["y"] + y / HEIGHT * area["height"])


def test_a_click_on_a_zone_lands_at_the_article_without_a_script(plain: Page, folder: Path) -> None:
    opened(plain, folder, "pages/1.html")
    click_on_paper(plain, 100, 300)
    plain.wait_for_url("**/articles/p1-ferry.html")
    assert plain.locator("h1").inner_text() == "河灣渡輪八月一日復航"


def test_a_click_in_the_notch_of_a_zone_is_the_neighbours(plain: Page, folder: Path) -> None:
    # (600, 850) lies in the box around the lead, but outside of its polygon.
    opened(plain, folder, "pages/1.html")
    click_on_paper(plain, 600, 850)
    plain.wait_for_url("**/articles/p1-photo.html")
    assert plain.locator("h1").inner_text() == "蓮霧紅了"


def test_a_click_on_the_masthead_leads_nowhere(plain: Page, folder: Path) -> None:
    opened(plain, folder, "pages/1.html")
    click_on_paper(plain, 500, 100)
    assert ends_at(plain, "pages/1.html")


def test_from_contents_to_article_to_its_place_on_the_page(plain: Page, folder: Path) -> None:
    opened(plain, folder, "index.html").get_by_role("link", name="一千一百四十二塊木頭的老圖書館").click()
    plain.get_by_role("link", name="第2版 在原版上看").click()
    assert plain.url.endswith("/pages/2.html#zone-p2-library")


@pytest.mark.parametrize("path", FILES)
def test_a_phone_has_nothing_to_scroll_sideways(browser: Browser, folder: Path, path: str) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 740})
    page = opened(context.new_page(), folder, path)
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE
        # Once more in large print.
        page.locator("button.larger").click()
    context.close()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", FILES)
def test_type_and_targets_are_large_enough(browser: Browser, folder: Path, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = opened(context.new_page(), folder, path)
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 18
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_stands_out_from_paper(browser: Browser, folder: Path, scheme: str) -> None:
    context = browser.new_context()
    page = opened(context.new_page(), folder, "index.html")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    shades = page.evaluate(
        """() => Object.fromEntries(["paper", "lit", "ink", "soft", "mark"].map(
             name => [name, getComputedStyle(document.body).getPropertyValue("--" + name).trim()]))"""
    )
    context.close()
    assert (_luminance(shades["paper"]) < 0.1) == (scheme == "dark")
    for ink in ("ink", "soft", "mark"):
        for paper in ("paper", "lit"):
            assert _contrast(shades[ink], shades[paper]) >= 4.5, (ink, paper)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_nothing_is_asked_from_the_net(page: Page, folder: Path) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    for path in FILES:
        opened(page, folder, path)
    assert len(asked) > len(FILES)
    assert [url for url in asked if not url.startswith("file://")] == []


def test_arrow_keys_turn_pages(page: Page, folder: Path) -> None:
    opened(page, folder, "pages/1.html").keyboard.press("ArrowRight")
    page.wait_for_url("**/pages/2.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/pages/1.html")
    assert page.locator("h1").inner_text().startswith("第1版")


def test_zone_and_entry_light_up_together(page: Page, folder: Path) -> None:
    opened(page, folder, "pages/1.html")
    entry, zone = page.locator("#entry-p1-photo"), page.locator("#zone-p1-photo")
    entry.hover()
    assert "lit" in (zone.get_attribute("class") or "")
    zone.hover()
    assert "lit" in (entry.get_attribute("class") or "")
    page.mouse.move(1, 1)
    assert "lit" not in (entry.get_attribute("class") or "")


def test_larger_print_is_remembered_from_page_to_page(page: Page, folder: Path) -> None:
    button = opened(page, folder, "index.html").get_by_role("button", name="大字")
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    button.click()
    opened(page, folder, "articles/p1-ferry.html")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= before * 1.3
    assert page.get_by_role("button", name="大字").get_attribute("aria-pressed") == "true"


def test_without_a_script_there_is_no_dead_switch(plain: Page, folder: Path) -> None:
    assert not opened(plain, folder, "index.html").locator("button.larger").is_visible()


def test_first_tab_stop_skips_to_the_text(page: Page, folder: Path) -> None:
    opened(page, folder, "articles/p1-ferry.html").keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
