"""Columns of many items, one after the other: briefs, classified advertisements, and whole pages of old papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from papers.breaking import Type
from papers.model import Article, Para
from papers.pour import Body, Frame, Placed, Pourer, Spot
from papers.setting import put
from typesetter.faults import UndersetError
from typesetter.words import Words

if TYPE_CHECKING:
    from papers.issue import Issue

TRIES = 10
NEAR = 30.0
"""With fewer lines left, an item is chosen among several."""


@dataclass(slots=True)
class Item:
    """One item of a stream: what is poured, and the article it is, if it is one."""

    paras: list[Para]
    article: Article | None = None


def streamed(
    issue: Issue, frames: Sequence[Frame], body: Body, make: Callable[[int], Item], *, allowed: float = 4.0
) -> None:
    """Fills frames with items.

    Raises:
        UndersetError: more lines than `allowed` stay empty.
    """
    pourer = Pourer(issue.scale, list(frames), body)
    spot, lines, count = Spot(0, 0.0), list[Placed](), 0
    while pourer.left(spot) >= 2:
        best: tuple[float, Item, list[Placed], Spot] | None = None
        articles = issue.desk.articles
        mark = len(articles)
        for _ in range(TRIES):
            del articles[mark:]
            item = make(count)
            done = _poured(pourer, item, spot)
            if done is None:
                continue
            left = pourer.left(done[1])
            if left > NEAR or left < 1:
                best = left, item, *done
                break
            if best is None or left < best[0]:
                best = left, item, *done
        del articles[mark:]
        if best is None:
            break
        _, item, done_lines, spot = best
        lines += done_lines
        count += 1
        if item.article is not None:
            issue.desk.articles.append(item.article)
            item.article.id = f"{item.article.kind}-{len(articles)}"
            item.article.paragraphs += [p for p in item.paras if p.is_text]
    if pourer.left(spot) > allowed:
        raise UndersetError(f"a column of items leaves {pourer.left(spot):.0f} lines empty")
    if lines and lines[-1].para.kind == "cutoff":
        lines.pop()
    put(lines, pourer, issue.leaves)
    for placed in lines:
        frame = frames[placed.frame]
        article, leaf = placed.para.article, issue.leaves[frame.page]
        if article is not None and leaf.number not in article.pages:
            article.pages.append(leaf.number)
        if article is not None:
            region = leaf.number, leaf.sheet.physical(frame.rect)
            article.regions += [] if region in article.regions else [region]


def _poured(pourer: Pourer, item: Item, spot: Spot) -> tuple[list[Placed], Spot] | None:
    lines: list[Placed] = []
    for index, para in enumerate(item.paras):
        if para.kind == "cutoff" and pourer.left(spot) < 2:
            break
        done = pourer.set(para, spot)
        if done is None:
            if para.kind == "cutoff" and index == len(item.paras) - 1:
                break
            return None
        lines += done[0]
        spot = done[1]
    return lines, spot


def cutoff(body: Body, share: float = 0.9) -> Para:
    """A short rule between two items."""
    return Para("cutoff", Words("", ""), "", height=body.leading * share, role="rule")


def display(text: Words, kind: Type, name: str, step: float = 1.25) -> Para:
    """A line of an advertisement among the items."""
    return Para(
        "p",
        text,
        text.printed,
        type=kind,
        height=kind.size * step,
        align="center",
        flush=True,
        role="advertisement",
        name=name,
    )


@dataclass(slots=True)
class Items:
    """Makes items for an issue.

    Attributes:
        head: how a brief's head is set: `line`, `caps`, `runin` or `none`.
        rules: cutoff rules between items.
    """

    issue: Issue
    body: Body
    label: str = ""
    head: str = "line"
    face: str = ""
    rules: bool = False
    center: bool = False
    mark: str = ""

    def brief(self, _: int) -> Item:
        """A brief."""
        draft = self.issue.desk.draft("brief")
        chance = self.issue.chance
        if self.label:
            draft.article.heads["label"] = draft.words(self.label)
        count = chance.choice((1, 1, 2, 3))
        text = draft.teller.tell("brief")
        more = draft.sentences(count - 1) if count > 1 else ""
        text = text[:1].upper() + text[1:] + draft.tongue.joint * bool(more) + more
        paras: list[Para] = []
        title = draft.teller.tell("briefhead")
        title = title[:1].upper() + title[1:]
        lead = self.mark
        if self.head in {"line", "caps"}:
            paras.append(self.headline(draft.words(title.upper() if self.head == "caps" else title), draft.article))
        elif self.head == "runin":
            lead = title.upper() + "." if not draft.tongue.chinese else f"【{title}】"
        paras.append(draft.made("p", text, lead))
        paras += [cutoff(self.body)] if self.rules else []
        return self._owned(paras, draft.article)

    def headline(self, words: Words, article: Article) -> Para:
        """A headline in the body's column; it goes to the article, too."""
        article.heads["headline"] = words
        kind = replace(self.body.type, face=self.face or self.body.type.face)
        return Para(
            "p", words, words.printed, type=kind, before=self.body.leading * 0.5, flush=True, keep=2,
            role="headline", align="center" if self.center else "start",
        )  # fmt: skip

    def notice(self, _: int) -> Item:
        """A legal notice."""
        draft = self.issue.desk.draft("notice")
        paras = [self.headline(draft.words(draft.teller.tell("noticehead")), draft.article)]
        paras += [draft.made("p", draft.teller.tell("notice")) for _ in range(self.issue.chance.choice((1, 2)))]
        return self._owned([*paras, cutoff(self.body)], draft.article)

    def classified(self, _: int) -> Item:
        """A classified advertisement."""
        issue = self.issue
        draft = issue.desk.draft("ad")
        issue.ads += 1
        para = draft.made("p", draft.teller.tell("class"), role="advertisement")
        para.name, para.flush = f"ad-{issue.ads}", True
        return Item([para, cutoff(self.body, 0.5)] if self.rules else [para])

    def advertisement(self, measure: float) -> Item:
        """A display advertisement of a column's width."""
        issue, chance = self.issue, self.issue.chance
        issue.ads += 1
        teller, name = issue.desk.teller(), f"ad-{issue.ads}"
        texts = [teller.tell("adname"), *(teller.tell("adline") for _ in range(chance.randint(3, 8)))]
        paras = [cutoff(self.body, 0.6)]
        for index, text in enumerate(texts):
            words = issue.tongue.words(text, chance)
            face = chance.choice([*issue.look.heads.faces.values(), self.body.type.face])
            wide = issue.scale.width(words.printed, face)
            size = min(measure * 0.97 / wide, self.body.type.size * chance.choice((1, 1.2, 1.6, 2.2, 3.0)))
            paras.append(display(words, Type(face, size), name))
            paras[-1].keep = 2 if index == 0 else 0
        return Item([*paras, cutoff(self.body)])

    def story(self, _: int) -> Item:
        """A story under a bold line, or under nothing at all."""
        issue, chance = self.issue, self.issue.chance
        draft = issue.desk.draft("story")
        paras: list[Para] = []
        lead = ""
        if self.head == "runin":
            title = draft.teller.tell("headline").replace(" /_ ", ", ").strip(".‘’„“«» ")
            lead = title + (". —" if not draft.tongue.chinese else "：")
        elif self.head != "none":
            draft.head("headline")
            words = draft.article.heads["headline"]
            if self.head == "caps":
                words = Words(words.right.upper(), words.printed.upper())
            paras.append(self.headline(words, draft.article))
            if chance.random() < 0.15:
                draft.head("deck")
                deck = draft.article.heads["deck"]
                paras.append(replace(self.headline(deck, Article("", "")), role="deck", before=0.0))
        long = chance.choice((1, 1, 2, 2, 3, 5, 9))
        for index in range(long):
            para = draft.paragraph(chance.choice(issue.look.lengths))
            if index == 0 and lead:
                para = draft.made("p", para.words.right, lead)
            paras.append(para)
        if chance.random() < 0.06 and not draft.tongue.chinese:
            names = draft.names()
            draft.article.byline = names
            words = draft.words(names[0])
            paras.append(Para("right", words, words.printed, role="byline"))
        paras += [cutoff(self.body)] if self.rules else []
        return self._owned(paras, draft.article)

    @staticmethod
    def _owned(paras: list[Para], article: Article) -> Item:
        for para in paras:
            para.article = article
        return Item(paras, article)
