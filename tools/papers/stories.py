"""Makes the words of articles: heads, paragraphs, captions; in one form as they read, in another as printed."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache

from opencc import OpenCC

from papers.grammar import Lexicon, Teller, lexicon, topics
from papers.hyphens import JOINT, hyphenated
from papers.model import Article, Para
from typesetter.words import HALF_WIDTH, Words

QUOTES_OF_TRADITIONAL = str.maketrans("“”‘’", "「」『』")
POINTS = {
    "dots": str.maketrans("，；：！？", "、、、。。", "“”‘’《》—…"),
    "none": str.maketrans("", "", "，。、；：！？“”‘’《》—…"),
}
"""What old papers made of Chinese marks."""

CONTRACTIONS = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}
"""What French makes of a preposition and an article."""
_CONTRACTED = re.compile(r"\b(?:de les?|à les?) ")


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a paper writes.

    Attributes:
        code: of the language: `zh-Hans`, `zh-Hant`, `en`, `de`, `fr`.
        region: `cn` or `tw`, whose institutions and wording it uses.
        strays: letters in ten thousand that stand in the other script's form.
        half_width: half-width marks in the Chinese text.
        numerals: Chinese numerals alone, as vertical papers have them.
        corner: 「」 for quotation marks.
        book: its lexicon, where it is not its language's.
        points: how Chinese is punctuated: in full, with `dots` (、。 alone), or with `none`.
    """

    code: str
    region: str = ""
    strays: int = 0
    half_width: bool = False
    numerals: bool = False
    corner: bool = False
    book: str = ""
    points: str = ""

    @property
    def chinese(self) -> bool:
        """Whether it is Chinese."""
        return self.code.startswith("zh")

    @property
    def joint(self) -> str:
        """What joins the lines of a head."""
        return "" if self.chinese else " "

    @property
    def quotes(self) -> tuple[str, str]:
        """Its quotation marks."""
        if self.corner:
            return "「", "」"
        return {"de": ("„", "“"), "fr": ("« ", " »"), "es": ("«", "»")}.get(self.code, ("“", "”"))

    @property
    def lexicon(self) -> Lexicon:
        """Its words."""
        return lexicon(self.book or ("zh" if self.chinese else self.code))

    def words(self, text: str, chance: random.Random) -> Words:
        """A text as it reads and as it is printed."""
        if self.code == "fr":
            text = _CONTRACTED.sub(lambda m: CONTRACTIONS[m[0].lower()], text)
        if not self.chinese:
            return Words(text.replace(JOINT, ""), text.replace(JOINT, ""))
        if self.numerals:
            text = text.replace("%", "％").replace(".", "點").replace("/", "／").replace("／_", "/_")
        text = text.translate(POINTS[self.points]) if self.points else text
        text = text.translate(QUOTES_OF_TRADITIONAL) if self.corner else text
        simple: str = _simplifier().convert(text)
        if len(simple) != len(text):
            simple = "".join(_simplifier().convert(c) for c in text)
        right, other = (text, simple) if self.code == "zh-Hant" else (simple, text)
        printed = "".join(
            b if self.strays and a != b and chance.random() < self.strays / 1e4 else a
            for a, b in zip(right, other, strict=True)
        )
        return Words(right, printed.translate(HALF_WIDTH) if self.half_width else printed)


REPORTS = re.compile("報[道導]")
"""What ends a reporter's words about himself, which are no part of his text."""


@dataclass(slots=True)
class Draft:
    """An article in the making."""

    tongue: Tongue
    article: Article
    teller: Teller
    chance: random.Random
    lead: str = ""
    counted: int = 0
    facts: dict[str, str] = field(default_factory=dict)

    def words(self, text: str) -> Words:
        """A text of this paper."""
        return self.tongue.words(text, self.chance)

    def head(self, name: str, section: str = "", text: str = "") -> None:
        """Gives the article a label, kicker, headline or deck."""
        text = text or self.teller.tell(section or name)
        text = text.strip("。. ") if not text.startswith("‘") else text
        if not self.tongue.chinese:
            text = text[:1].upper() + text[1:].replace(" /_ ", ": ")
        self.article.heads[name] = self.words(text)

    def sentences(self, count: int) -> str:
        """Some sentences."""
        found = []
        for _ in range(count):
            section = "qs" if self.chance.random() < 0.28 else "sentence"
            text = self.teller.tell(section)
            found.append(text[:1].upper() + text[1:])
        return ("" if self.tongue.chinese else " ").join(found)

    def paragraph(self, count: int, kind: str = "p") -> Para:
        """A paragraph of some sentences; an article's first one opens the story."""
        text = ""
        if kind == "sub":
            return self.made("sub", self.teller.tell("sub"))
        if self.counted == 0:
            text = self.teller.tell("lead")
            text = text[:1].upper() + text[1:]
            count = max(0, count - 1)
        self.counted += 1
        more = self.sentences(count)
        text = ("" if self.tongue.chinese else " ").join(t for t in (text, more) if t)
        return self.made("p", text, self.lead if self.counted == 1 else "")

    def made(self, kind: str, text: str, lead: str = "", role: str = "") -> Para:
        """A paragraph of a text; `lead` goes before it, in its own face."""
        if self.tongue.code == "fr":
            text = _CONTRACTED.sub(lambda m: CONTRACTIONS[m[0]], text)
        leads = len(lead)
        space = "\u3000" if self.tongue.chinese else " "
        between = space if lead and not lead.endswith(("】", "：", "〕")) else ""
        words = self.words(lead + between + text)
        if self.tongue.chinese:
            setting = words.printed
        else:
            marked = lead + between + text
            setting = hyphenated(marked, self.tongue.code).replace(JOINT, "") if kind == "p" else words.printed
            leads = len(hyphenated(lead, self.tongue.code)) if kind == "p" else leads
        role = role or {"sub": "subheading", "row": "table"}.get(kind, "body")
        return Para(kind, words, setting, leads=leads, role=role)

    def dateline(self) -> str:
        """What a Chinese story opens with: 本報訊, a place, or a reporter, who is its writer then.

        A story that names its writers elsewhere names none there.
        """
        told = self.teller.tell("bodyhead")
        reporter = self.teller.say("{@person3}")
        if reporter not in told:
            return told
        if self.article.byline:
            return self.teller.say(self.teller.ways("bodyhead@none")[0])
        self.article.byline = [self.words(reporter).right]
        if REPORTS.search(told):
            self.article.run_in = self.words(told).right
        return told

    def names(self, count: int = 1) -> list[str]:
        """Names of writers."""
        return [self.words(self.teller.say("{person}")).right for _ in range(count)]


@dataclass(slots=True)
class Desk:
    """Where drafts come from: hands every new article a topic and a name."""

    tongue: Tongue
    chance: random.Random
    articles: list[Article] = field(default_factory=list)
    title: str = ""
    town: str = ""
    decks: dict[str, list[str]] = field(default_factory=dict)
    _topics: list[str] = field(default_factory=list)

    def draft(self, kind: str = "story", topic: str = "") -> Draft:
        """A new article of a kind."""
        if not self._topics:
            self._topics = topics(self.tongue.lexicon)
            self.chance.shuffle(self._topics)
        topic = topic or self._topics.pop()
        article = Article(f"{kind}-{len(self.articles) + 1}", kind)
        self.articles.append(article)
        return Draft(self.tongue, article, self.teller(topic), self.chance)

    def teller(self, topic: str = "") -> Teller:
        """A teller for the paper itself, or for an article."""
        teller = Teller(self.tongue.lexicon, self.chance, topic, self.tongue.region, numerals=self.tongue.numerals)
        teller.shared = self.decks
        if self.town and self.chance.random() < 0.6:
            teller.bound["town"] = self.town
        return teller
