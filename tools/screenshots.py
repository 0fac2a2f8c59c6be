"""Pictures for the README and the docs, in docs/images.

Usage: python tools/screenshots.py FOLDER [--into docs/images] [--page PAGE] [--article ARTICLE]

Of what `banmian publish` wrote, edition-desktop.png and edition-phone.png: the desktop picture is 1440 px
wide, a page of the paper with one story lit, as under a reader's hand; the phone picture is three screens of
360 px side by side, the issue, the page, the story. Of what `banmian look` wrote, look.png, 1280 px wide: a
page with its list. All are reduced to 192 colours, which type on paper does not miss and which keeps the
repository small.
"""

from __future__ import annotations

import argparse
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from typesetter.browser import found

DESKTOP, DESKTOP_HEIGHT = 1440, 1000
PHONE, PHONE_HEIGHT = 360, 760
LOOK, LOOK_HEIGHT = 1280, 1100

GAP = 24
"""Pixels between two pictures side by side."""

COLOURS = 192

DECODED = """() => Promise.all([...document.images]
  .filter(image => image.getBoundingClientRect().top < innerHeight)
  .map(image => { image.loading = "eager"; return image.decode(); }))"""
"""Waits for the pictures in sight; the others load when they are scrolled to."""

BACKGROUND = (214, 206, 192)


def main() -> int:
    """Takes the pictures; 2 where the folder is neither edition nor drawing, 5 where there is no Chromium."""
    parser = argparse.ArgumentParser(description="Pictures of an edition or a drawing, for the README and the docs.")
    parser.add_argument("edition", type=Path, help="folder that `banmian publish` or `banmian look` wrote")
    parser.add_argument("--into", type=Path, default=Path("docs/images"))
    parser.add_argument(
        "--page", default="", help="file name under pages/, the fullest by default; for a drawing its number"
    )
    parser.add_argument("--article", default="", help="file name under articles/; the longest by default")
    options = parser.parse_args()
    folder: Path = options.edition.resolve()
    chromium = found()
    if not (folder / "index.html").is_file():
        print(f"{options.edition} is no published edition: it has no index.html", file=sys.stderr)
        return 2
    if chromium is None:
        print("no Chromium that runs on this machine: apt-get install chromium", file=sys.stderr)
        return 5
    if (folder / "page-1.svg").is_file():
        return _drawing(chromium, folder, options.page or "1", options.into)
    page = _chosen(folder / "pages", options.page)
    article = _chosen(folder / "articles", options.article)
    for file in (page, article):
        if not file.is_file():
            print(f"the edition has no {file.relative_to(folder)}", file=sys.stderr)
            return 2
    options.into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        _save(
            _shot(browser, page, DESKTOP, DESKTOP_HEIGHT, lit=True),
            options.into / "edition-desktop.png",
        )
        files = (folder / "index.html", page, article)
        phones = [_shot(browser, file, PHONE, PHONE_HEIGHT) for file in files]
        _save(_beside(phones), options.into / "edition-phone.png")
        browser.close()
    return 0


def _drawing(chromium: str, folder: Path, number: str, into: Path) -> int:
    """Takes the picture of a drawing: a page of the paper and the list beside it."""
    into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        _save(_shot(browser, folder / "index.html", LOOK, LOOK_HEIGHT, at=f"#page-{number}"), into / "look.png")
        browser.close()
    return 0


def _chosen(files: Path, name: str) -> Path:
    """The file of that name, else the largest: it has the most to show."""
    if name:
        return files / name
    return max(sorted(files.glob("*.html")), key=lambda file: file.stat().st_size)


def _shot(browser: Browser, file: Path, width: int, height: int, *, lit: bool = False, at: str = "") -> Image.Image:
    """The top of a page, or what stands at an anchor, in the light scheme, on request with its first hot zone lit."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    page = context.new_page()
    page.goto(file.as_uri() + at)
    page.evaluate(DECODED)
    zone = page.locator(".zones a").first
    if lit and zone.count():
        # Not by the mouse, which would scroll the zone into the middle.
        zone.dispatch_event("pointerenter")
        page.wait_for_timeout(400)
    picture = Image.open(BytesIO(page.screenshot()))
    context.close()
    return picture.convert("RGB")


def _beside(pictures: list[Image.Image]) -> Image.Image:
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) - 1)
    whole = Image.new("RGB", (width, max(picture.height for picture in pictures)), BACKGROUND)
    left = 0
    for picture in pictures:
        whole.paste(picture, (left, 0))
        left += picture.width + GAP
    return whole


def _save(picture: Image.Image, path: Path) -> None:
    reduced = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    reduced.save(path, optimize=True)
    print(f"{path}: {picture.width} x {picture.height}, {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    sys.exit(main())
