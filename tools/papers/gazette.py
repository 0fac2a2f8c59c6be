"""Items of old papers, one after another down the columns: dispatches, reports, official notices, novels."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from papers.fit import Telling
from papers.heads import fitted
from papers.hyphens import JOINT
from papers.model import Article, Para
from papers.setting import Task, set_story
from papers.slot import Slot, Wish
from papers.stream import Item, Items, cutoff
from typesetter.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from papers.breaking import Type
    from papers.issue import Issue
    from papers.leaf import Leaf
    from papers.pour import Frame
    from papers.stories import Draft
    from typesetter.sheet import Rect

LEAST = 0.85
"""Ems of the body below which a head's type may not shrink; it is set as a paragraph instead."""

RARE = 40
"""Items between two poems."""


@dataclass(frozen=True, slots=True)
class Heading:
    """How the heads of items are set.

    Attributes:
        size: in ems of the body.
        most: lines that it may have.
        track: white between letters, in ems of its own.
        mark: what stands before it.
        before: white above it, in lines.
    """

    face: str
    size: float = 1.0
    most: int = 3
    align: str = "center"
    track: float = 0.0
    capitals: bool = False
    mark: str = ""
    before: float = 0.6


@dataclass(slots=True)
class Gazette(Items):
    """Makes items of several kinds, in groups under a rubric.

    Attributes:
        measure: of its columns, in points.
        usual: how heads are set.
        large: how those of larger stories are.
        rubric: how the names of groups are.
        leading: the face and the spread (in ems) of datelines.
        kinds: what there is, as often as it is named: report, large, run, group, verse, notice, class, ad.
        lengths: paragraphs of a report.
    """

    measure: float = 100.0
    usual: Heading = field(default_factory=lambda: Heading(""))
    large: Heading = field(default_factory=lambda: Heading(""))
    rubric: Heading = field(default_factory=lambda: Heading(""))
    leading: tuple[str, float] = ("", 0.0)
    kinds: tuple[str, ...] = ("report",)
    lengths: tuple[int, ...] = (1, 1, 2, 3)
    span: float = 0.3
    plan: list[tuple[str, str]] = field(default_factory=list)

    def made(self, count: int) -> Item:
        """The item that comes next; its kind is the same each time that it is asked for."""
        chance = self.issue.chance
        while len(self.plan) <= count:
            kind = chance.choice(self.kinds)
            if kind == "verse" and "verse" in {told for told, _ in self.plan[-RARE:]}:
                kind = "report"
            if kind != "group":
                self.plan.append((kind, ""))
                continue
            draft = self.issue.desk.teller()
            label = self.issue.tongue.words(draft.tell("column"), chance).right
            self.plan += [("first", label)] + [("dispatch", label)] * chance.randint(2, 9)
        kind, label = self.plan[count]
        if kind in {"first", "dispatch"}:
            return self.dispatch(label, first=kind == "first")
        if kind == "class":
            return self.classified(count)
        if kind == "ad":
            return self.advertisement(self.measure)
        return {"notice": self.official, "verse": self.poem}.get(kind, self.report)(kind)

    def titled(self, words: Words, article: Article, how: Heading, role: str = "headline") -> list[Para]:
        """A head in lines of its own type; it goes to the article, too."""
        if how.capitals:
            words = Words(words.right.upper(), words.printed.upper())
        words = Words(how.mark + words.right, how.mark + words.printed)
        article.heads[role] = words
        scale, kind, joint = self.issue.scale, self.body.type, self.issue.tongue.joint
        face = how.face or kind.face
        text = words.printed
        wish = kind.size * how.size
        room = self.measure * 0.985
        lines, fit = fitted(scale, text, face, wish, room, how.most, upright=kind.upright, joint=joint)
        longest = max(scale.width(t, face, upright=kind.upright) + how.track * len(t) for t in lines)
        fit = min(fit, room / longest)
        if fit < LEAST * kind.size:
            text = text.replace(" /_ ", joint or "\u3000")
            para = _line(text, replace(kind, face=face, lead=""), self.body.leading, how.align, role)
            para.before, para.keep = self.body.leading * how.before, 2
            return [para]
        step = max(self.body.leading, fit * 1.28)
        own = replace(kind, face=face, size=fit, lead="", track=how.track * fit)
        found = [_line(t, own, step, how.align, role) for t in lines]
        found[0].before = self.body.leading * how.before
        for index, para in enumerate(found):
            para.keep = math.ceil((len(found) - 1 - index) * step / self.body.leading) + 2
        return found

    def ended(self, paras: list[Para], article: Article) -> Item:
        """An item with the rule that ends it."""
        rules = [replace(cutoff(self.body), inset=self.span)] if self.rules else []
        return self._owned([*paras, *rules], article)

    def lead(self, draft: Draft, text: str, lead: str) -> Para:
        """A paragraph that begins with its place and day."""
        face, spread = self.leading
        para = draft.made("p", text, lead.replace(JOINT, ""))
        kind = self.body.type
        para.type = replace(kind, lead=face or kind.lead or kind.face, spread=spread * kind.size)
        return para

    def dispatch(self, label: str, *, first: bool) -> Item:
        """A telegram or a letter; the first of its group stands under the group's name."""
        draft = self.issue.desk.draft("brief")
        chance = self.issue.chance
        paras: list[Para] = []
        if first:
            paras = self.titled(Words(label, label), Article("", ""), self.rubric, "label")
        draft.article.heads["label"] = Words(label, label)
        text = draft.teller.tell("tele")
        more = draft.sentences(chance.choice((0, 0, 1, 1, 3)))
        text += (draft.tongue.joint if more else "") + more
        paras.append(self.lead(draft, text, draft.teller.tell("dateline")))
        item = self.ended(paras, draft.article)
        for para in paras[:-1]:
            para.article = None
        return item

    def report(self, kind: str) -> Item:
        """A story under a head of one or two lines; `run` has its dateline alone, `large` is set larger."""
        draft, chance = self.issue.desk.draft("story"), self.issue.chance
        paras: list[Para] = []
        how = self.large if kind == "large" else self.usual
        if kind != "run":
            if kind == "large" and chance.random() < 0.4:
                draft.head("kicker")
                small = replace(how, size=max(1.0, how.size * 0.55), track=0.0)
                paras += self.titled(draft.article.heads["kicker"], draft.article, small, "kicker")
            draft.head("headline")
            above = bool(paras)
            head = self.titled(draft.article.heads["headline"], draft.article, how)
            head[0].before = 0.0 if above else head[0].before
            paras += head
            if chance.random() < (0.5 if kind == "large" else 0.12):
                draft.head("deck")
                small = replace(how, size=max(1.0, how.size * 0.6), track=0.0, mark="", before=0.15, capitals=False)
                paras += self.titled(draft.article.heads["deck"], draft.article, small, "deck")
            for index, para in enumerate(paras):
                rest = sum(p.height + p.before for p in paras[index + 1 :])
                para.keep = math.ceil(rest / self.body.leading) + 2
        dated = kind == "run" or chance.random() < self.issue.look.datelines
        count = chance.choice(self.lengths) * (2 if kind == "large" else 1)
        for index in range(count):
            para = draft.paragraph(chance.choice(self.issue.look.lengths))
            if index == 0 and dated:
                section = "bodyhead" if draft.tongue.chinese and chance.random() < 0.6 else "dateline"
                para = self.lead(draft, para.words.right, draft.teller.tell(section))
            paras.append(para)
        if chance.random() < 0.06:
            draft.article.byline = draft.names()
            signed = draft.words(draft.article.byline[0])
            paras.append(Para("right", signed, signed.printed, role="byline"))
        return self.ended(paras, draft.article)

    def official(self, _: str) -> Item:
        """A notice with its day and, on the right, who signs it."""
        draft, chance = self.issue.desk.draft("notice"), self.issue.chance
        title = draft.words(draft.teller.tell("noticehead"))
        paras = self.titled(title, draft.article, self.usual)
        paras += [draft.made("p", draft.teller.tell("notice")) for _ in range(chance.choice((1, 1, 1, 2)))]
        if chance.random() < 0.5:
            para = draft.made("p", draft.teller.tell("dated"))
            para.flush = not draft.tongue.chinese
            paras.append(para)
        if chance.random() < 0.7:
            signed = draft.made("right", draft.teller.tell("signature"))
            paras.append(signed)
        return self.ended(paras, draft.article)

    def poem(self, _: str) -> Item:
        """Verses among the news."""
        draft = self.issue.desk.draft("story")
        draft.head("headline", "versehead")
        paras = self.titled(draft.article.heads["headline"], draft.article, self.usual)
        paras += [draft.made("verse", draft.teller.tell("verse")) for _ in range(self.issue.chance.choice((4, 4, 8)))]
        return self.ended(paras, draft.article)


def _line(text: str, kind: Type, height: float, align: str, role: str) -> Para:
    words = Words(text, text)
    return Para("p", words, text, type=kind, height=height, align=align, flush=True, role=role)


def novel(issue: Issue, places: Sequence[tuple[Leaf, Rect]], wish: Wish) -> None:
    """A part of a novel, in one place or in several on following pages.

    Raises:
        TypesettingError: it does not fill them.
    """
    draft, chance = issue.desk.draft("story"), issue.chance
    draft.head("label", "feuilleton")
    title = draft.teller.tell("novel")
    if issue.tongue.chinese and chance.random() < 0.7:
        title += draft.teller.tell("novelnumber")
    draft.article.heads["headline"] = draft.words(title)
    draft.article.byline = draft.names()
    draft.teller.bound["name"] = draft.article.byline[0]
    wish.byline = draft.words(draft.teller.say(chance.choice(draft.teller.ways("novelby")))).printed
    told = draft.teller.ways("noveltext")
    draft.teller.lexicon = {**draft.teller.lexicon, "sentence": told, "qs": told}
    draft.counted = 1
    frames: list[Frame] = []
    for part, (leaf, rect) in enumerate(places):
        own = wish if part == 0 else Wish(wish.count, head="none", part=part)
        frames += Slot(leaf, rect, issue.look, draft, own).frames()
    tail = draft.words(draft.teller.tell("goeson")).printed if chance.random() < 0.8 else ""
    telling = Telling(chance.choice(((1, 2, 2), (2, 3, 4), (1, 1, 2))))
    set_story(Task(draft, frames, issue.look.body, telling, tail, "jump"), issue.leaves, issue.scale)
