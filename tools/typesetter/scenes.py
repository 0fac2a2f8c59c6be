"""Draws the pictures of an invented paper: flat scenes, in colour or half-tone, one seed one picture."""

from __future__ import annotations

import base64
import io
import random
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFilter, ImageOps

if TYPE_CHECKING:
    from collections.abc import Callable

DOTS_PER_POINT = 1.5
Draw = ImageDraw.ImageDraw
SKIN = ("#d9a27c", "#c98f68", "#e3b38f")
CLOTH = ("#7a3b2e", "#2f5d7c", "#3c6e47", "#8c7a3d", "#5b4a72", "#a44a3f", "#444c55", "#c2b280")


def _person(draw: Draw, x: float, y: float, tall: float, chance: random.Random) -> None:
    """A standing person; (x, y) is between the feet."""
    head = tall * 0.085
    draw.rectangle((x - tall * 0.08, y - tall * 0.48, x - tall * 0.01, y), "#33363c")
    draw.rectangle((x + tall * 0.01, y - tall * 0.48, x + tall * 0.08, y), "#2b2d33")
    body = (x - tall * 0.13, y - tall * 0.82, x + tall * 0.13, y - tall * 0.42)
    draw.rounded_rectangle(body, tall * 0.05, chance.choice(CLOTH))
    draw.ellipse((x - head, y - tall, x + head, y - tall + 2.3 * head), chance.choice(SKIN))
    draw.pieslice((x - head * 1.1, y - tall * 1.02, x + head * 1.1, y - tall + 2 * head), 180, 360, "#1e1b1a")


def _house(draw: Draw, x: float, y: float, w: float, h: float, chance: random.Random) -> None:
    """A house front with windows; (x, y) is its lower left corner."""
    wall = chance.choice(("#d8cbb3", "#c9b79c", "#b7a58c", "#dcd6c8", "#a9b1ad"))
    draw.rectangle((x, y - h, x + w, y), wall)
    draw.polygon(
        [(x - 3, y - h), (x + w + 3, y - h), (x + w * 0.9, y - h * 1.13), (x + w * 0.1, y - h * 1.13)],
        "#5a4038",
    )
    rows, columns = max(1, int(h // 26)), max(1, int(w // 24))
    for row in range(rows):
        for column in range(columns):
            left, top = x + (column + 0.28) * w / columns, y - h + (row + 0.25) * h / rows
            pane = chance.choice(("#4c5a66", "#6d7f8c", "#e8d9a0", "#51606b"))
            draw.rectangle((left, top, left + w / columns * 0.45, top + h / rows * 0.5), pane)


def _sky(draw: Draw, w: int, h: int, horizon: float, top: str = "#a9c4d6") -> None:
    draw.rectangle((0, 0, w, h * horizon), top)
    draw.rectangle((0, h * horizon * 0.7, w, h * horizon), "#cfdce2")


def street(draw: Draw, w: int, h: int, chance: random.Random) -> None:
    """House fronts, a pavement and people."""
    _sky(draw, w, h, 0.7)
    x = -10.0
    while x < w:
        wide = chance.uniform(0.12, 0.24) * w
        _house(draw, x, h * 0.74, wide, chance.uniform(0.35, 0.62) * h, chance)
        x += wide
    draw.rectangle((0, h * 0.74, w, h), "#8d8a86")
    draw.rectangle((0, h * 0.74, w, h * 0.78), "#b9b4ab")
    for _ in range(chance.randint(4, 7)):
        _person(draw, chance.uniform(0.05, 0.95) * w, chance.uniform(0.84, 0.97) * h, h * 0.3, chance)


def harbour(draw: Draw, w: int, h: int, chance: random.Random) -> None:
    """Water, boats and a quay."""
    _sky(draw, w, h, 0.45)
    draw.rectangle((0, h * 0.45, w, h), "#5f8393")
    draw.polygon(
        [
            (0, h * 0.45),
            (w * 0.3, h * 0.3),
            (w * 0.55, h * 0.42),
            (w, h * 0.34),
            (w, h * 0.46),
            (0, h * 0.46),
        ],
        "#6f8577",
    )
    for _ in range(60):
        x, y = chance.uniform(0, w), chance.uniform(0.48, 1) * h
        draw.line((x, y, x + chance.uniform(8, 40), y), "#86a7b3", 2)
    for _ in range(chance.randint(3, 5)):
        x, y, s = (
            chance.uniform(0.08, 0.82) * w,
            chance.uniform(0.55, 0.82) * h,
            chance.uniform(0.1, 0.18) * w,
        )
        draw.polygon(
            [(x, y), (x + s, y), (x + s * 0.85, y + s * 0.25), (x + s * 0.12, y + s * 0.25)],
            chance.choice(CLOTH),
        )
        draw.rectangle((x + s * 0.55, y - s * 0.28, x + s * 0.85, y), "#e4dfd2")
        draw.line((x + s * 0.35, y, x + s * 0.35, y - s * 0.8), "#2d2a28", 3)
    draw.rectangle((0, h * 0.9, w, h), "#77705f")


def hall(draw: Draw, w: int, h: int, chance: random.Random) -> None:
    """A meeting: a long table, people behind it, a screen."""
    draw.rectangle((0, 0, w, h), "#d6cdbc")
    draw.rectangle((w * 0.3, h * 0.06, w * 0.7, h * 0.4), "#f2f1ec")
    draw.rectangle((w * 0.34, h * 0.12, w * 0.6, h * 0.16), "#8a3b32")
    for row, y in enumerate((0.72, 0.98)):
        count = 6 + row * 2
        for i in range(count):
            _person(draw, (i + 0.5 + chance.uniform(-0.1, 0.1)) * w / count, h * y, h * 0.42, chance)
        draw.rectangle((0, h * (y - 0.12), w, h * y), ("#7d5a3c", "#6b4a30")[row])


def market(draw: Draw, w: int, h: int, chance: random.Random) -> None:
    """Stalls under awnings, heaps of fruit, buyers."""
    draw.rectangle((0, 0, w, h), "#cdc6b8")
    stalls = 4
    for i in range(stalls):
        x, wide = i * w / stalls, w / stalls
        for stripe in range(6):
            colour = ("#b5473c", "#efe9dc")[stripe % 2]
            draw.rectangle((x + stripe * wide / 6, h * 0.12, x + (stripe + 1) * wide / 6, h * 0.28), colour)
        _person(draw, x + wide * 0.5, h * 0.66, h * 0.36, chance)
        draw.rectangle((x + 4, h * 0.56, max(x + 4, x + wide - 4), h * 0.7), "#84613f")
        for _ in range(26):
            cx, cy, r = x + chance.uniform(0.08, 0.92) * wide, chance.uniform(0.5, 0.57) * h, h * 0.022
            draw.ellipse((cx - r, cy - r, cx + r, cy + r), chance.choice(("#c9752d", "#8fa13a", "#b3352b", "#dcb23f")))
    for _ in range(5):
        _person(draw, chance.uniform(0.05, 0.95) * w, chance.uniform(0.93, 1.0) * h, h * 0.42, chance)


def field(draw: Draw, w: int, h: int, chance: random.Random) -> None:
    """Furrows to the horizon, a hill, people at work."""
    _sky(draw, w, h, 0.42)
    draw.ellipse((-w * 0.2, h * 0.22, w * 0.6, h * 0.8), "#7c9070")
    draw.ellipse((w * 0.4, h * 0.28, w * 1.3, h * 0.9), "#8b9c79")
    draw.rectangle((0, h * 0.42, w, h), "#a5a15a")
    for i in range(-14, 15):
        draw.line((w / 2 + i * w * 0.025, h * 0.42, w / 2 + i * w * 0.16, h), "#71743c", 4)
    for _ in range(4):
        _person(draw, chance.uniform(0.1, 0.9) * w, chance.uniform(0.62, 0.92) * h, h * 0.3, chance)


def portrait(draw: Draw, w: int, h: int, chance: random.Random) -> None:
    """Head and shoulders before shelves."""
    draw.rectangle((0, 0, w, h), "#a89a86")
    for shelf in range(4):
        y = h * (0.2 + shelf * 0.24)
        x = 0.0
        while x < w:
            wide = chance.uniform(0.02, 0.05) * w
            draw.rectangle((x, y - chance.uniform(0.1, 0.17) * h, x + wide, y), chance.choice(CLOTH))
            x += wide
        draw.rectangle((0, y, w, y + h * 0.02), "#5d4630")
    c, s = w / 2, min(w, h)
    draw.ellipse((c - s * 0.42, h - s * 0.36, c + s * 0.42, h + s * 0.5), chance.choice(CLOTH))
    draw.rectangle((c - s * 0.08, h - s * 0.46, c + s * 0.08, h - s * 0.28), SKIN[1])
    draw.ellipse((c - s * 0.19, h - s * 0.84, c + s * 0.19, h - s * 0.36), SKIN[0])
    draw.pieslice((c - s * 0.21, h - s * 0.89, c + s * 0.21, h - s * 0.45), 180, 360, "#4a4542")
    for side in (-1, 1):
        draw.ellipse((c + side * s * 0.08 - 3, h - s * 0.63, c + side * s * 0.08 + 3, h - s * 0.61), "#222222")
    draw.arc((c - s * 0.08, h - s * 0.56, c + s * 0.08, h - s * 0.45), 20, 160, "#7a3b2e", 3)


def bridge(draw: Draw, w: int, h: int, chance: random.Random) -> None:
    """A stone bridge of some arches over a river."""
    _sky(draw, w, h, 0.5)
    for i in range(6):
        _house(draw, i * w / 6, h * 0.5, w / 6 - 4, chance.uniform(0.1, 0.26) * h, chance)
    draw.rectangle((0, h * 0.5, w, h), "#6c8b8a")
    draw.polygon([(0, h * 0.6), (w * 0.5, h * 0.4), (w, h * 0.6), (w, h * 0.78), (0, h * 0.78)], "#9c958a")
    for i in range(3):
        x = w * (0.2 + 0.3 * i)
        draw.ellipse((x - w * 0.11, h * 0.56, x + w * 0.11, h * 1.0), "#557270")
    draw.rectangle((0, h * 0.79, w, h), "#62807f")
    for _ in range(5):
        _person(draw, chance.uniform(0.25, 0.75) * w, h * 0.49, h * 0.16, chance)


SCENES: dict[str, Callable[[Draw, int, int, random.Random], None]] = {
    "street": street, "harbour": harbour, "hall": hall, "market": market,
    "field": field, "portrait": portrait, "bridge": bridge,
}  # fmt: skip
"""What can be drawn, by the name that `stories.txt` uses."""


def drawn(scene: str, seed: int, width: float, height: float, *, half_tone: bool) -> str:
    """A JPEG of a scene as a data URI.

    Args:
        scene: a name in `SCENES`.
        seed: of its chance.
        width: in points.
        height: likewise.
        half_tone: black and white, of a newspaper's dots.
    """
    w, h = round(width * DOTS_PER_POINT), round(height * DOTS_PER_POINT)
    image = Image.new("RGB", (w, h), "white")
    SCENES[scene](ImageDraw.Draw(image), w, h, random.Random(seed))
    image = image.filter(ImageFilter.GaussianBlur(0.6))
    if half_tone:
        image = _half_tone(image)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=52, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()


def _half_tone(image: Image.Image, cell: int = 3) -> Image.Image:
    """Grey as dots of one ink, each as large as its cell is dark."""
    grey = ImageOps.autocontrast(image.convert("L"), cutoff=1).point(lambda v: min(255, v * 4 // 5 + 70))
    small = grey.resize((max(1, grey.width // cell), max(1, grey.height // cell)))
    levels = small.tobytes()
    dots = Image.new("L", grey.size, 244)
    draw = ImageDraw.Draw(dots)
    for y in range(small.height):
        for x in range(small.width):
            dark = 1 - levels[y * small.width + x] / 255
            r = cell * 0.6 * dark**0.5
            cx, cy = (x + 0.5 + (y % 2) * 0.5) * cell, (y + 0.5) * cell
            draw.ellipse((cx - r, cy - r, cx + r, cy + r), 40)
    return dots.filter(ImageFilter.GaussianBlur(0.5))
