"""Code points that a PDF uses for a glyph's look, brought back to the character that was meant.

Browsers and office programs write a glyph's first code point in the font's character map, which for some Han
is a Kangxi radical (U+2F00), a radical of the supplement (U+2E80) or a compatibility ideograph (U+F900), and
for vertical punctuation a presentation form (U+FE10, U+FE30). What is mended is recorded as edits.

Sources: Unicode Standard 16, section 18.1 and the data file EquivalentUnifiedIdeograph for the radicals'
ordinary characters; section 6.2 for the vertical forms. NFKC knows the Kangxi radicals, two of the
supplement, and gives half-width marks for vertical forms, so the last two have tables here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from banmian.model.text import Edit, Text

STEP = "codepoints"

_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺"
    "⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见"
    "⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦"
    "⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_VERTICAL = (
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︳＿︴﹏"
    "︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］"
)
_TWINS = "㬵胶㫚曶𣟱櫸𨓜逸"
"""Rare characters that have one glyph with a usual one in Noto CJK 2.004, whose first code point is the rare one's."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "⸺": "——", "⸻": "———"}
_BESIDE_HAN = {"∕": "／"}
"""What a full-width mark's glyph is also mapped to; elsewhere it is what it says."""


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    return zip(table[::2], table[1::2], strict=True)


def _meant() -> dict[str, str]:
    table = dict(_pairs(_SUPPLEMENT)) | dict(_pairs(_VERTICAL)) | dict(_pairs(_TWINS)) | _LIGATURES
    for first, last in ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1D)):
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code):
                table[chr(code)] = plain
    return table


MEANT: dict[str, str] = _meant()
"""What each such code point stands for."""


_RARE = np.array([ord(rare) for rare, _ in _pairs(_TWINS)])


def suspicious(code: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which code points may be in the table; exact enough to find the lines worth a look."""
    may: npt.NDArray[np.bool_] = (
        ((code >= 0x2E80) & (code < 0x2FE0))
        | ((code >= 0xF900) & (code < 0xFB07))
        | ((code >= 0xFE10) & (code < 0xFE50))
        | ((code == 0x2E3A) | (code == 0x2E3B) | (code == 0x2215))
        | np.isin(code, _RARE)
        | ((code >= 0x2F800) & (code < 0x2FA1E))
    )
    return may


def unreadable(code: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which code points say nothing: Private Use, U+FFFD, controls other than white space."""
    says_nothing: npt.NDArray[np.bool_] = (
        ((code >= 0xE000) & (code < 0xF900))
        | (code >= 0xF0000)
        | (code == 0xFFFD)
        | (code == 0)
        | ((code < 0x20) & (code != 0x09) & (code != 0x0A) & (code != 0x0D))
    )
    return says_nothing


def mended(raw: str) -> Text:
    """The text with every such code point replaced, the replacements recorded."""
    edits = [Edit(i, i + 1, MEANT[c]) for i, c in enumerate(raw) if c in MEANT]
    edits += [
        Edit(i, i + 1, _BESIDE_HAN[c])
        for i, c in enumerate(raw)
        if c in _BESIDE_HAN and any("\u3400" <= MEANT.get(o, o)[0] <= "\u9fff" for o in raw[max(0, i - 1) : i + 2])
    ]
    return Text(raw).edited(STEP, sorted(edits, key=lambda e: e.start))
