"""Title pieces of a weekend paper: across the page with its codes, down one side, or in a box in a corner."""

from __future__ import annotations

from papers.furniture import Facts, registration_line
from papers.webcopy import div
from papers.webtop import CHANNELS, code
from papers.weekhouse import WeekDesk


def lines(facts: Facts) -> list[str]:
    """Date, weekday, numbers and registration, as printed."""
    found = [facts.date_line()]
    if facts.tongue.chinese:
        hans = facts.tongue.code == "zh-Hans"
        number, total = f"第{facts.number}期", f"{'总' if hans else '總'}第{facts.total}期"
        joined = (f"{number}({total})", f"{number}（{total}）", f"{number} {total}")[int(facts.number) % 3]
        found += [facts.weekday(), joined if facts.total else number]
    else:
        found.append(facts.issue_line())
    registered = registration_line(facts)
    if registered and facts.tongue.code == "zh-Hant":
        registered = registered.replace("准印证号", "准印證號").replace("国内统一连续出版物号", "國內統一連續出版物號")
    return found + [b for b in (registered, facts.price) if b]


def _bit(desk: WeekDesk, said: str, size: float, *, face: str = "", align: str = "left", style: str = "") -> str:
    css = f"font-size:{size:.2f}pt;line-height:1.4;text-align:{align};{style}"
    return desk.copy.text(said, "masthead", face or desk.house.light, css)


def codes(desk: WeekDesk, facts: Facts, count: int, side: float, *, down: bool = False) -> str:
    """Codes to scan with the channels' names."""
    chance, tongue = desk.chance, facts.tongue
    names = chance.sample(CHANNELS["zh" if tongue.chinese else tongue.code], min(count, 4))
    cells = ""
    for name in names:
        said = _bit(
            desk,
            tongue.words(name, chance).right,
            max(6.4, min(8.0, side / 5)),
            align="center",
            style="white-space:nowrap;",
        )
        cells += div(code(chance, side) + said, "display:flex;flex-direction:column;align-items:center;gap:1pt")
    way = "column" if down else "row"
    css = f"display:flex;flex-direction:{way};justify-content:space-between;gap:8pt;align-items:center"
    return div(cells, css)


def _title(desk: WeekDesk, facts: Facts, wide: float, high: float, *, ink: str = "", align: str = "left") -> str:
    """The paper's name on one line."""
    house = desk.house
    face = desk.chance.choice((*house.heads, house.brush))
    size = min(high * 0.82, wide * 0.97 / desk.scale.width(facts.title, face))
    css = f"font-size:{size:.2f}pt;line-height:1.15;white-space:nowrap;text-align:{align};" + (
        f"color:{ink};" if ink else ""
    )
    return desk.copy.text(facts.title, "masthead", face, css)


def across(desk: WeekDesk, facts: Facts, wide: float, high: float) -> str:
    """The name at the left, codes and channels beside it, dates and numbers under both."""
    house, chance = desk.house, desk.chance
    ink = chance.choice(("", house.accent, house.accent))
    small = min(9.0, max(7.0, wide / 95))
    bits = lines(facts)
    strip = small * 1.4 + 6
    deep = high - strip - 6
    side = min(deep - small * 1.6 - 2, 46.0)
    count = 3 if wide < 640 else 4
    own = (side + 12) * count
    name = _title(desk, facts, wide - own - 24, deep, ink=ink)
    right = f"<div style='flex:none;width:{own:.1f}pt'>{codes(desk, facts, count, side)}</div>"
    css = (
        f"display:flex;justify-content:space-between;align-items:center;gap:14pt;height:{deep:.1f}pt;width:{wide:.1f}pt"
    )
    pair = [f"<div style='min-width:0'>{name}</div>", right]
    upper = div("".join(pair if chance.random() < 0.8 else pair[::-1]), css)
    ground = chance.choice(
        ("border-top:1.5pt solid #222;border-bottom:.6pt solid #222;", f"border-top:2.5pt solid {house.accent};",
         f"background:{house.tints[0]};padding:0 6pt;")
    )  # fmt: skip
    row = "".join(_bit(desk, b, small, style="white-space:nowrap;") for b in bits)
    lower = div(row, f"display:flex;justify-content:space-between;align-items:center;height:{strip:.1f}pt;{ground}")
    return _cell(wide, high, upper + lower)


def side(desk: WeekDesk, facts: Facts, wide: float, high: float) -> str:
    """The name from top to bottom, or its words one under the other, with all else under it."""
    house, chance = desk.house, desk.chance
    back, ink = chance.choice(((house.accent, "#fff"), ("", house.accent), ("", "#111"), (house.tints[0], "#111")))
    room = wide - (16 if back else 4)
    face = chance.choice((*house.heads, house.brush))
    if facts.tongue.chinese:
        size = min(room * 0.86, high * 0.5 / len(facts.title))
        css = f"font-size:{size:.2f}pt;line-height:1.1;color:{ink};"
        name = desk.copy.text(facts.title, "masthead", face, css, upright=True)
        name = f"<div class='w-v' style='margin:0 auto;width:fit-content'>{name}</div>"
    else:
        words = facts.title.split()
        longest = max(desk.scale.width(w, face) for w in words)
        size = min(room * 0.96 / longest, high * 0.12)
        css = f"font-size:{size:.2f}pt;line-height:1.05;color:{ink};"
        name = desk.copy.text(" /_ ".join(words), "masthead", face, css)
    small = max(6.6, min(9.0, room / 11))
    tone = f"color:{ink};" if back else ""
    bits = "".join(
        _bit(
            desk,
            b,
            min(small, room * 0.97 / desk.scale.width(b, house.light)),
            align="center",
            style=tone + "white-space:nowrap;",
        )
        for b in lines(facts)
    )
    rule = f"border-top:1pt solid {ink};border-bottom:1pt solid {ink};padding:5pt 0;"
    middle = div(bits, rule)
    scan = codes(desk, facts, 2 if high < 500 else 3, min(46.0, room * 0.6), down=True)
    scan = f"<div style='background:#fff;color:#111;padding:4pt'>{scan}</div>" if back else scan
    css = f"background:{back};padding:10pt 8pt;" if back else "padding:2pt;"
    css += "justify-content:space-between"
    return _cell(wide, high, name + middle + scan, css)


def corner(desk: WeekDesk, facts: Facts, wide: float, high: float) -> str:
    """The name in a box, with its dates and numbers under it."""
    house, chance = desk.house, desk.chance
    back, ink = chance.choice(((house.accent, "#fff"), ("", house.accent), ("", "#111"), (house.tints[-1], "#111")))
    small = max(6.6, min(9.0, wide / 26))
    bits = lines(facts)
    tone = f"color:{ink};" if back else ""
    rows = "".join(
        _bit(
            desk,
            b,
            min(small, (wide - 20) / desk.scale.width(b, house.light)),
            align="center",
            style=tone + "white-space:nowrap;",
        )
        for b in bits
    )
    room = high - len(bits) * small * 1.4 - 26
    name = _title(desk, facts, wide - 18, max(20.0, room), ink=ink, align="center")
    css = (
        f"background:{back};"
        if back
        else chance.choice(("border:1.2pt solid #222;", "border-bottom:2.5pt solid #222;", "border:3pt double #222;"))
    )
    return _cell(
        wide,
        high,
        name + div(rows, f"border-top:.8pt solid {ink};padding-top:4pt"),
        f"{css}padding:8pt;justify-content:space-evenly",
    )


def _cell(wide: float, high: float, inner: str, style: str = "") -> str:
    return f"<div class='w-cell' style='width:{wide:.2f}pt;height:{high:.2f}pt;{style}'>{inner}</div>"


def opener(
    desk: WeekDesk, facts: Facts, wide: float, number: str, name: str, *, odd: bool
) -> tuple[str, float, str, float]:
    """The head of a page that opens a section: its name in large type, with date and page; its height; no foot."""
    house, chance = desk.house, desk.chance
    tongue = facts.tongue
    page = f"{number}版" if tongue.chinese else number
    day = facts.date_line() + ("\u3000" + facts.weekday() if tongue.chinese else "")
    small = max(7.2, min(9.0, wide / 90))
    how = chance.choice(("rule", "bar", "block", "centre", "numeral"))
    size = min(chance.uniform(24, 50), wide * 0.4 / desk.scale.width(name, house.sans))
    face = chance.choice((*house.heads, house.sans, house.brush))
    back, ink = house.fill
    tone = {"bar": ink, "block": ink}.get(how, chance.choice((house.accent, "#111")))

    def bit(said: str, points: float, *, color: str = "", own: str = "") -> str:
        css = f"font-size:{points:.2f}pt;line-height:1.2;white-space:nowrap;" + (f"color:{color};" if color else "")
        return desk.copy.text(said, "folio", own or house.light, css)

    title = bit(name, size, color=tone, own=face)
    if how == "bar":
        row = [title, bit(f"{day}\u3000{page}" if tongue.chinese else f"{day} | {page}", small, color=ink)]
        ground = f"background:{back};padding:0 10pt;"
    elif how == "block":
        name_block = f"<div style='background:{back};padding:2pt 12pt'>{title}</div>"
        row = [name_block, bit(facts.title, small), bit(day, small), bit(page, small * 1.8)]
        ground = f"border-bottom:2pt solid {back};"
    elif how == "centre":
        row = [bit(page, small), title, bit(day, small)]
        ground = "border-top:.8pt solid #222;border-bottom:.8pt solid #222;"
    elif how == "numeral":
        row = [bit(number, size * 1.1, color=house.accent, own=house.sans), title, bit(day, small)]
        ground = "border-bottom:.8pt solid #222;"
    else:
        stack = f"<div style='text-align:right'>{bit(day, small)}{bit(page, small)}</div>"
        row = [title, stack]
        ground = "border-bottom:2.5pt solid #222;"
    if odd and how not in {"centre", "block"}:
        row = row[::-1]
    tall = size * 1.2 + 10
    css = f"display:flex;justify-content:space-between;align-items:center;gap:12pt;width:{wide:.1f}pt;"
    strip = f"<div style='{css}{ground}height:{tall:.1f}pt;box-sizing:border-box'>{''.join(row)}</div>"
    return strip, tall + 9, "", 0.0
