"""Mastheads and folios of a web-to-print paper, as HTML."""

from __future__ import annotations

import random

from papers.fonts import Scale
from papers.furniture import Facts
from papers.webcopy import Copy, div

CHANNELS = {
    "zh": ("官方網站", "微信公眾號", "新聞客戶端", "官方微博", "抖音號", "視頻號"),
    "en": ("Website", "Facebook", "Instagram", "E-edition"),
    "de": ("Website", "App", "Instagram", "E-Paper"),
    "fr": ("Site", "Application", "Facebook", "Édition numérique"),
    "es": ("Web", "Aplicación", "Instagram", "Edición digital"),
}
MODULES = 21
"""Of what looks like a matrix code."""


def code(chance: random.Random, side: float) -> str:
    """What looks like a matrix code."""
    dark = {(r, c) for r in range(MODULES) for c in range(MODULES) if chance.random() < 0.48}
    for top, left in ((0, 0), (0, MODULES - 7), (MODULES - 7, 0)):
        for row in range(8):
            for column in range(8):
                ring = max(abs(row - 3), abs(column - 3))
                dark.discard((top + row, left + column))
                if ring in {0, 1, 3}:
                    dark.add((top + row, left + column))
    path = "".join(f"M{c} {r}h1v1h-1z" for r, c in sorted(dark) if r < MODULES and c < MODULES)
    return (
        f"<svg style='display:block;width:{side:.1f}pt;height:{side:.1f}pt' viewBox='0 0 {MODULES} {MODULES}'>"
        f"<path d='{path}'/></svg>"
    )


def _issue_line(facts: Facts, form: int) -> str:
    """The issue's numbers in one of the forms that papers have."""
    if not facts.tongue.chinese or form == 0:
        return facts.issue_line()
    hans = facts.tongue.code == "zh-Hans"
    word, total = ("期", "总") if hans else ("期", "總")
    if facts.total:
        whole = f"{total}第{facts.total}{word}"
        number = f"第{facts.number}{word}"
        return (f"{number}({whole})", f"{number}（{whole}）", f"{whole} {number}")[form % 3]
    return f"第{facts.number}{word}"


def masthead(facts: Facts, copy: Copy, scale: Scale, wide: float, registered: str) -> tuple[str, float]:
    """The title piece, and how high it is with the white under it."""
    house, chance = copy.house, copy.chance
    tall = chance.uniform(58, 120) * (0.85 if wide < 600 else 1.0)
    face = chance.choice((*house.heads, house.heads[0], house.brush))
    bits = [facts.date_line(), _issue_line(facts, chance.randint(0, 3))]
    if facts.tongue.chinese:
        bits.insert(1, facts.weekday())
    if registered and facts.tongue.code == "zh-Hant":
        registered = registered.replace("准印证号", "准印證號").replace("国内统一连续出版物号", "國內統一連續出版物號")
    bits += [b for b in (registered, facts.price) if b]
    small = chance.uniform(7.2, 9.5)
    tint = chance.choice((house.light, house.sans, house.face))
    channels = chance.random() < 0.5

    def bit(said: str, align: str = "left", size: float = small, color: str = "") -> str:
        css = f"font-size:{size:.2f}pt;line-height:1.45;text-align:{align};white-space:nowrap;" + (
            f"color:{color};" if color else ""
        )
        return copy.text(said, "masthead", tint, css)

    row = 0.0
    below = ""
    if channels:
        row = small * 1.5 + 8
        names = chance.sample(CHANNELS["zh" if facts.tongue.chinese else facts.tongue.code], 3)
        coded = chance.random() < 0.5
        cells = ""
        for name in names:
            said = facts.tongue.words(name, chance).right
            said += "：" + facts.title if facts.tongue.chinese and chance.random() < 0.5 else ""
            mark = code(chance, 22) if coded else ""
            cells += f"<div style='display:flex;gap:4pt;align-items:center'>{mark}{bit(said)}</div>"
        row = 28.0 if coded else row
        ground = chance.choice((f"background:{house.tints[0]};", "border-top:.5pt solid #333;", ""))
        css = f"display:flex;justify-content:space-around;align-items:center;height:{row:.1f}pt;{ground}"
        below = div(cells, css)
    strip = small * 1.45 + 5

    def title(room: float, high: float, align: str, color: str) -> str:
        size = min(high * 0.8, room * 0.97 / scale.width(facts.title, face))
        css = f"font-size:{size:.2f}pt;line-height:{high:.2f}pt;height:{high:.2f}pt;"
        css += f"text-align:{align};white-space:nowrap;"
        return copy.text(facts.title, "masthead", face, css + (f"color:{color};" if color else ""))

    color = chance.choice(("", "", house.accent))
    spread = f"display:flex;justify-content:space-between;height:{strip:.2f}pt;align-items:center;"
    if house.mast == "center":
        inner = title(wide, tall - strip, "center", color)
        lines = "border-top:.8pt solid #222;border-bottom:.8pt solid #222"
        inner += div("".join(map(bit, bits)), spread + lines)
    elif house.mast == "block":
        back, ink = house.fill
        inner = f"<div style='background:{back};padding:0 10pt'>{title(wide - 20, tall - strip, 'left', ink)}</div>"
        inner += f"<div style='{spread}'>{''.join(map(bit, bits))}</div>"
    elif house.mast == "ears":
        ear = wide * 0.18
        css = f"width:{ear:.1f}pt;border:.6pt solid #444;padding:3pt"
        left, right = (div(bit(b, "center", min(small, ear / 14)), css) for b in bits[:2])
        middle = div(title(wide - 2 * ear - 12, tall - strip, "center", color), "flex:1 1 0")
        rest = "".join(map(bit, bits[2:])) or bit(facts.tongue.words(facts.title, chance).right)
        css = f"display:flex;gap:6pt;align-items:center;height:{tall - strip:.1f}pt"
        inner = div(left + middle + right, css)
        inner += f"<div style='{spread}border-top:2pt solid #222'>{rest}</div>"
    else:
        share = chance.uniform(0.5, 0.64)
        stack = "".join(bit(b, "right" if house.mast == "left" else "left") for b in bits)
        left = f"<div style='width:{wide * share:.1f}pt'>{title(wide * share, tall, 'left', color)}</div>"
        box = "border:.8pt solid #333;padding:4pt 8pt;" if house.mast == "boxed" else ""
        side = f"<div style='flex:1 1 0;min-width:0;{box}'>{stack}</div>"
        css = f"display:flex;gap:10pt;align-items:center;height:{tall:.1f}pt;"
        inner = div(left + side, css + f"border-bottom:{chance.choice((0.8, 2))}pt solid #222")
    gap = max(8.0, house.gap)
    return f"<div style='height:{tall:.1f}pt'>{inner}</div>{below}", tall + row + gap


def folio(
    facts: Facts, copy: Copy, scale: Scale, wide: float, number: str, name: str, *, odd: bool
) -> tuple[str, float, str, float]:
    """A page's head and its height, its foot and its height."""
    del scale
    house, chance = copy.house, copy.chance
    day = facts.date_line() + ("　" + facts.weekday() if facts.tongue.chinese else "")
    if facts.tongue.chinese:
        page = (f"{number}版", f"第{number}版", number)[house.byform % 3]
    else:
        page = (
            number
            if number[0] == "A" or house.byform % 2
            else {"en": "Page ", "de": "Seite ", "fr": "Page ", "es": "Página "}[facts.tongue.code] + number
        )
    size = 7.5 + house.byform % 3

    def bit(said: str, by: float = 1.0, color: str = "", face: str = "") -> str:
        css = f"font-size:{size * by:.2f}pt;line-height:1.4;white-space:nowrap;" + (f"color:{color};" if color else "")
        return copy.text(said, "folio", face or house.light, css)

    back, ink = house.fill
    flex = f"display:flex;justify-content:space-between;align-items:center;width:{wide:.1f}pt;"
    how = house.folio
    big = {"line": 1.0, "foot": 1.0, "tab": 1.5, "big": 2.2, "bar": 1.4, "footbar": 1.3}[how]
    color = ink if how in {"bar", "footbar"} else house.accent if how == "big" else ""
    left, middle, right = (page, name, day) if not odd else (day, name, page)
    if chance.random() < 0.3:
        left, middle = (f"{page}　{name}" if not odd else day), facts.title
    cells = [
        bit(left, big if left != day else 1.0, color),
        bit(middle, big, color, house.sans),
        bit(right, big if right != day else 1.0, color),
    ]
    tall = size * big * 1.4 + 5
    ground = {
        "bar": f"background:{back};padding:0 6pt;",
        "footbar": f"background:{back};padding:0 6pt;",
        "line": "border-bottom:.8pt solid #222;",
        "foot": "border-top:.6pt solid #222;",
        "tab": f"border-bottom:2pt solid {house.accent};",
        "big": "border-bottom:2.4pt double #222;",
    }[how]
    strip = f"<div style='{flex}{ground}height:{tall:.1f}pt'>{''.join(cells)}</div>"
    if how in {"foot", "footbar"}:
        return "", 0.0, f"<div style='height:7pt'></div>{strip}", tall + 7
    return strip, tall + 8, "", 0.0
