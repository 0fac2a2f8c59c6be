"""Columns of small items under a name: briefs, listings, obituaries, corrections, letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from papers.breaking import Type
from papers.carve import columns
from papers.leaf import drawn
from papers.model import Para
from papers.pour import Body, Frame
from papers.stream import Item, cutoff, streamed
from papers.stylebook import BOLD, SLANTED
from typesetter.faults import OversetError
from typesetter.sheet import Rect
from typesetter.words import Words

if TYPE_CHECKING:
    from papers.leaf import Leaf
    from papers.model import Article
    from papers.present import Present

PAD = 7.0
PARTED = "｜"
"""In the lexicon, between an item's title and its text."""


def named(issue: Present, leaf: Leaf, rect: Rect, section: str) -> tuple[Words, Rect]:
    """The name over several items, new on its page; and what is left below it.

    Raises:
        OversetError: every such name stands on the page already.
    """
    look, book, chance = issue.look, issue.book, issue.chance
    ways = [w for w in issue.desk.teller().ways(section) if w not in leaf.used]
    if not ways:
        raise OversetError(f"no name is left for {section}")
    said = chance.choice(ways)
    leaf.used.add(said)
    words = issue.tongue.words(said, chance)
    face = look.heads.faces["label"]
    size = min(look.body.type.size * 1.6, (rect.w - 12) / issue.scale.width(words.printed, face))
    tall = size * 1.7
    strip = rect._replace(h=tall)
    color, inset = book.accent, 0.0
    if book.names in {"bar", "pale"}:
        back, color = book.fill if book.names == "bar" else (look.tints[0], "")
        leaf.sheet.put(strip, "", "", f"background:{back}")
        inset = 6.0
    elif book.names == "tab":
        wide = issue.scale.width(words.printed, face) * size + 12
        leaf.sheet.put(strip._replace(w=wide), "", "", f"background:{book.fill[0]}")
        leaf.sheet.rule(Rect(rect.x, rect.y + tall - 1, rect.w, 2), 1.2)
        color, inset = book.fill[1], 6.0
    else:
        leaf.sheet.rule(Rect(rect.x, rect.y, rect.w, 2), 2.0, book.accent)
        leaf.sheet.rule(Rect(rect.x, rect.y + tall - 1, rect.w, 2), 0.5)
    line = Rect(strip.x + inset, strip.y, strip.w - 2 * inset, tall)
    leaf.along(words.printed, line, Type(face, size), "label", color=color)
    return words, Rect(rect.x, rect.y + tall + 5, rect.w, rect.h - tall - 5)


def grounded(issue: Present, leaf: Leaf, rect: Rect, side: str = "") -> Rect:
    """What parts a rail from its neighbour: a tint, a box, a rule at its `side`, or white."""
    how, x = issue.book.ground, rect.x
    if how == "tint":
        leaf.sheet.put(rect, "", "", f"background:{issue.look.tints[-1]}")
        return rect.inset(PAD)
    if how == "box":
        leaf.sheet.put(rect, "", "", "border:.6pt solid #111")
        return rect.inset(PAD)
    if how == "rule" and side:
        at = x - issue.look.gutter * 0.65 if side == "left" else x + rect.w + issue.look.gutter * 0.65
        leaf.sheet.parts.append(drawn(Rect(at, rect.y, 0.6, rect.h), "background:#111"))
    return rect


@dataclass(slots=True)
class Small:
    """Makes small items.

    Attributes:
        label: the name over them.
        head: `runin`, `heads`, `marks`, `dates`, `rules`.
        section: of the lexicon, where titles and texts stand together; told in turn from the line `start` on.
    """

    issue: Present
    body: Body
    label: Words
    head: str
    section: str = "brief"
    start: int = 0

    def brief(self, count: int) -> Item:
        """A brief, a show, a life, a correction."""
        draft, chance = self.issue.desk.draft("brief"), self.issue.chance
        draft.article.heads["label"] = self.label
        ways = draft.teller.ways(self.section)
        text = draft.teller.tell("brief")
        if self.section != "brief":
            text = draft.teller.say(ways[(self.start + count) % len(ways)])
        heading, rest = text.split(PARTED) if PARTED in text else (draft.teller.tell("briefhead"), text)
        if self.section == "brief" and chance.random() < 0.5:
            rest += draft.tongue.joint + draft.sentences(chance.choice((1, 1, 2)))
        heading = heading[:1].upper() + heading[1:]
        if self.section != "obit" or self.head != "runin":
            rest = rest[:1].upper() + rest[1:]
        paras: list[Para] = []
        lead = ""
        if self.head in {"heads", "rules"}:
            paras.append(self.headline(draft.words(heading), draft.article))
        elif self.head == "runin" or self.section not in {"brief", "correction"}:
            lead = f"【{heading}】" if draft.tongue.chinese and self.section == "brief" else heading
            if lead == heading and self.section != "obit":
                lead += "：" if draft.tongue.chinese else "."
            elif lead == heading:
                lead += "，" if draft.tongue.chinese else ","
        elif self.head == "marks":
            lead = self.issue.book.mark
        elif self.head == "dates":
            lead = draft.teller.tell("timedate")
        paras.append(draft.made("p", rest, lead))
        paras[-1].flush = self.head != "runin" or self.body.gap > 0
        if paras[0].role == "body" and not self.body.gap:
            paras[0].before = self.body.leading * 0.4
        if self.head == "rules":
            paras.append(cutoff(self.body, 0.7))
            paras[-1].inset = 0.0
        return _owned(paras, draft.article)

    def headline(self, words: Words, article: Article) -> Para:
        """A small headline over an item; it goes to the article, too."""
        article.heads["headline"] = words
        face = self.issue.look.heads.faces["label"]
        kind = Type(face, self.body.type.size * 1.12)
        return Para(
            "p", words, words.printed, type=kind, height=kind.size * 1.3, before=self.body.leading * 0.55, flush=True,
            keep=2, role="headline", align="start", color=self.issue.book.sub_color,
        )  # fmt: skip

    def letter(self, count: int) -> Item:
        """A reader's letter, signed; an article of its own."""
        issue, chance = self.issue, self.issue.chance
        draft = issue.desk.draft()
        draft.run_in = 0.0
        draft.article.heads["label"], draft.article.standing = self.label, True
        paras: list[Para] = []
        if self.head in {"heads", "rules", "runin"}:
            draft.head("headline", text=draft.fresh("letterhead"))
            paras.append(self.headline(draft.article.heads["headline"], draft.article))
        text = draft.teller.tell("letterlead")
        paras.append(draft.made("p", text + draft.tongue.joint + draft.sentences(chance.choice((0, 1, 2)))))
        if paras[0].role == "body" and count:
            paras[0].before = self.body.leading
        paras += [draft.made("p", draft.sentences(chance.choice((1, 2)))) for _ in range(chance.choice((0, 1, 1, 2)))]
        name, town = draft.names()[0], draft.words(draft.teller.say("{town}")).printed
        draft.article.byline = [name]
        form = len(issue.facts.title) % 3
        said = f"{name}，{town}" if draft.tongue.chinese else f"{name.upper() if form == 0 else name}, {town}"
        face = (BOLD[self.body.type.face], SLANTED.get(self.body.type.face, BOLD[self.body.type.face]))[form == 1]
        signed = Para(
            "right", Words(said, said), said, type=Type(face, self.body.type.size * 0.95), role="byline", align="end"
        )
        if form == 2:
            signed.kind, signed.align, signed.flush = "p", "start", True
        paras.append(signed)
        if self.head == "rules":
            paras.append(cutoff(self.body, 0.7))
            paras[-1].inset = 0.0
        return _owned(paras, draft.article)


def _owned(paras: list[Para], article: Article) -> Item:
    for para in paras:
        para.article = article
    return Item(paras, article)


def _body(issue: Present, share: float = 0.97) -> Body:
    """The type of small items."""
    body = issue.look.body
    kind = replace(body.type, size=body.type.size * share, lead=BOLD[body.type.face])
    return replace(body, type=kind, leading=body.leading * share)


def _frames(issue: Present, leaf: Leaf, rect: Rect, measure: float) -> list[Frame]:
    em, gutter = issue.look.body.type.size, issue.look.gutter
    count = max(1, round((rect.w + gutter) / (measure * em + gutter)))
    return [Frame(leaf.index, c, leaf.next_frame()) for c in columns(rect, count, gutter)]


def rail(issue: Present, leaf: Leaf, rect: Rect, side: str = "") -> None:
    """A column of briefs under its name.

    Raises:
        TypesettingError: it cannot be filled.
    """
    label, inner = named(issue, leaf, grounded(issue, leaf, rect, side), "briefs")
    body = _body(issue)
    items = Small(issue, body, label, issue.chance.choice(issue.book.rails))
    streamed(issue, _frames(issue, leaf, inner, issue.look.measure), body, items.brief, allowed=5.0)


def listing(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """What is on, who has died, or what was wrong: items with bold first words or small heads.

    Raises:
        TypesettingError: it cannot be filled.
    """
    chance = issue.chance
    small = rect.w * rect.h < 24_000
    section = "correction" if small else chance.choice(("listing", "listing", "obit"))
    label, inner = named(issue, leaf, grounded(issue, leaf, rect), section + "name")
    head = chance.choice(("runin", "heads")) if section == "obit" else "runin"
    head = "plain" if section == "correction" else head
    body = _body(issue, 0.95)
    items = Small(issue, body, label, head, section, chance.randrange(100))
    streamed(issue, _frames(issue, leaf, inner, issue.look.measure), body, items.brief, allowed=6.0)


def letters(issue: Present, leaf: Leaf, rect: Rect) -> None:
    """Readers' letters under their name, each with a headline or none has one.

    Raises:
        TypesettingError: they cannot be filled.
    """
    if rect.w * rect.h < 45_000:
        raise OversetError("too small a place for letters")
    label, inner = named(issue, leaf, rect, "lettersname")
    body = _body(issue, 1.0)
    items = Small(issue, body, label, issue.chance.choice(("heads", "heads", "rules", "none")))
    streamed(issue, _frames(issue, leaf, inner, issue.look.measure * 1.1), body, items.letter, allowed=6.0)
