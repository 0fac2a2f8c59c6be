"""The copy of a web-to-print paper: every text that is set, with whose it is, and the sentences that may be set."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from html import escape
from typing import Any

from papers.fonts import UPRIGHT
from papers.model import Article
from papers.stories import Draft
from papers.stylebook import NewsDesk
from papers.webhouse import House
from typesetter.words import Words

Op = dict[str, Any]
"""A paragraph (`p`), a sentence more (`s`), or other HTML (`html`), as `webset.js` has them."""


def div(inner: str, style: str, cls: str = "") -> str:
    """An element round others."""
    return f"<div{f' class={cls!r}' if cls else ''} style='{style}'>{inner}</div>"


@dataclass(slots=True)
class Block:
    """An element with text: whose it is and what it says.

    Attributes:
        kind: of the paragraph that it is, if it is one of the text.
        said: by the name of a sentence, its words and its setting.
        figure: the picture of which it says something.
    """

    role: str
    face: str
    article: Article | None = None
    part: int = 0
    zone: int = 0
    name: str = ""
    lead: str = ""
    kind: str = ""
    leads: int = 0
    said: dict[str, tuple[Words, str]] = field(default_factory=dict)
    upright: bool = False
    told: list[str] = field(default_factory=list)
    """Names of the sentences that were set, in order."""


@dataclass(slots=True)
class Flow:
    """Sentences, and the boxes that they are poured into one after the other."""

    boxes: list[str]
    steps: list[list[Op]]
    extras: list[Op] = field(default_factory=list)
    tail: str = ""
    loose: int = 0
    """Lines that stay empty under it."""
    least: int = 1
    letters: int = 0
    last: Block | None = None

    def asked(self) -> dict[str, Any]:
        """As the script wants it."""
        return {
            "boxes": self.boxes,
            "steps": self.steps,
            "extras": self.extras,
            "tail": self.tail,
            "loose": self.loose,
            "least": self.least,
        }


@dataclass(slots=True)
class Figure:
    """A picture whose place is known when the page is laid out."""

    article: Article
    text: str | None
    credit: str | None


@dataclass(slots=True)
class Copy:
    """Everything that is said in an issue.

    Attributes:
        page: index of the page that is being made up.
        part: of a story that goes on from page to page.
    """

    house: House
    chance: random.Random
    desk: NewsDesk
    blocks: list[Block] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    boxes: int = 0
    ads: int = 0
    parts: dict[str, int] = field(default_factory=dict)
    """Of boxes on later pages: which part of their story they hold."""

    def key(self, block: Block) -> int:
        """A block's number."""
        self.blocks.append(block)
        return len(self.blocks) - 1

    def text(
        self,
        said: str,
        role: str,
        face: str,
        style: str,
        *,
        article: Article | None = None,
        zone: int = 0,
        part: int = 0,
        name: str = "",
        lines: int = 0,
        cls: str = "",
        upright: bool = False,
    ) -> str:
        """An element with text, as HTML; ` /_ ` parts its lines.

        Args:
            said: as printed.
            role: of its lines.
            face: a class.
            style: CSS.
            article: whose it is.
            zone: its place in reading order: 0 before the text, 2 after it, 3 aside.
            part: of the article.
            name: of an advertisement.
            lines: on as many it is set at the most, smaller if need be.
            cls: more classes.
            upright: it runs from top to bottom.
        """
        face = UPRIGHT.get(face, face) if upright else face
        key = self.key(Block(role, face, article, part, zone, name, upright=upright))
        inner = "<br>".join(map(escape, said.split(" /_ ")))
        most = f" data-lines={lines}" if lines else ""
        return f"<div class='w-h {face} {cls}' data-k={key}{most} style=\"{style}\">{inner}</div>"

    def box(self, count: int, style: str = "", *, upright: bool = False) -> tuple[str, str]:
        """A box of columns: its name and HTML, with `{}` where fixed things stand in it."""
        self.boxes += 1
        face = UPRIGHT.get(self.house.face, self.house.face) if upright else self.house.face
        name = f"w{self.boxes}"
        fill = "balance" if "balance" in style else "auto"
        return name, (
            f"<div id={name} class='w-box {face}' style=\"column-count:{count};column-fill:{fill};{style}\">{{}}</div>"
        )


@dataclass(slots=True)
class Script:
    """A story's sentences in the order in which they would be set."""

    copy: Copy
    draft: Draft
    part: int = 0
    upright: bool = False
    steps: list[list[Op]] = field(default_factory=list)
    letters: int = 0
    _block: Block | None = None
    _key: int = 0
    _count: int = 0

    def para(
        self,
        text: str,
        *,
        kind: str = "p",
        lead: str = "",
        cls: str = "w-p",
        role: str = "",
        face: str = "",
        drop: bool = False,
        article: Article | None = None,
        name: str = "",
        joined: bool = False,
        style: str = "",
    ) -> None:
        """A paragraph, at first of one sentence; `joined`, it is never set without what came before."""
        house = self.copy.house
        made = self.draft.made(kind, text, lead)
        setting = made.setting if house.soft or kind != "p" else made.setting.replace("\u00ad", "")
        leads = made.leads if len(setting) == len(made.setting) else len(lead)
        face = face or house.face
        face = UPRIGHT.get(face, face) if self.upright else face
        own = self.draft.article if article is None else article
        block = Block(
            role or made.role, face, None if name else own, self.part, 1, name,
            house.bold, "" if name or role in HEADS else kind, leads, upright=self.upright,
        )  # fmt: skip
        self._block, self._key = block, self.copy.key(block)
        ident = self._ident()
        block.said[ident] = made.words, setting
        spans = [["w-lead " + house.bold, leads]] if leads else []
        if drop and setting[0].isalnum() and not leads:
            spans = [["w-drop", 1]]
        op = {"kind": "p", "k": self._key, "id": ident, "cls": f"{cls} {face}", "spans": spans, "text": setting}
        op |= {"row": kind == "row", "style": style}
        if joined and self.steps:
            self.steps[-1].append(op)
        else:
            self.steps.append([op])
        self.letters += len(setting)

    def more(self, text: str, *, joined: bool = False) -> None:
        """A sentence more in the last paragraph."""
        op = self.sentence(text)
        if joined:
            self.steps[-1].append(op)
        else:
            self.steps.append([op])
        self.letters += len(op["text"])

    def sentence(self, text: str) -> Op:
        """A sentence that may end the last paragraph."""
        if self._block is None:
            raise ValueError("a sentence without a paragraph")
        made = self.draft.made("p", text)
        setting = made.setting if self.copy.house.soft else made.setting.replace("\u00ad", "")
        ident = self._ident()
        self._block.said[ident] = made.words, setting
        return {"kind": "s", "k": self._key, "id": ident, "text": self.draft.tongue.joint + setting}

    def html(self, text: str) -> None:
        """Something else between the paragraphs."""
        self.steps.append([{"kind": "html", "text": text}])

    def extras(self, count: int = 9) -> list[Op]:
        """Sentences of which one may end the text; they are remembered with every paragraph."""
        found = []
        for _ in range(count):
            text = self.draft.sentences(1)
            made = self.draft.made("p", text)
            setting = made.setting if self.copy.house.soft else made.setting.replace("\u00ad", "")
            ident = self._ident()
            for step in self.steps:
                for op in step:
                    if op["kind"] == "p" and self.copy.blocks[op["k"]].kind == "p":
                        self.copy.blocks[op["k"]].said[ident] = made.words, setting
            found.append({"kind": "s", "id": ident, "text": self.draft.tongue.joint + setting})
        return sorted(found, key=lambda op: -len(op["text"]))

    def _ident(self) -> str:
        self._count += 1
        return f"s{self._count}"


HEADS = {"label", "kicker", "headline", "deck", "byline", "advertisement", "jump", "jumphead", "pointer"}
"""Roles of lines that are no paragraphs of the text."""
