"""Reads a paper's folder: `paper.toml`, `stories.txt`, `layout.txt`, `masthead.html`."""

from __future__ import annotations

import shlex
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from typesetter.faults import SourceError
from typesetter.words import Words, hyphenated, parsed

if TYPE_CHECKING:
    from pathlib import Path

LEADING_MARKS = {"## ": "sub", "> ": "verse", "~ ": "right", "| ": "row"}
"""How a line of `stories.txt` that is no plain paragraph begins, and what it is."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, sub-heading (sub), line of verse, table row or right-hand line (right), or a gap.

    Attributes:
        setting: the characters that go to the page: as printed, with soft hyphens.
    """

    kind: str
    words: Words
    setting: str


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture that is drawn for the story.

    Attributes:
        scene: what is drawn, and the seed of its chance.
    """

    scene: str
    seed: int
    caption: Words | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """What is printed under one headline.

    Attributes:
        fields: every line of its head, by name.
    """

    name: str
    kind: str
    fields: dict[str, str]
    paragraphs: tuple[Paragraph, ...]
    photographs: tuple[Photograph, ...]

    def words(self, name: str) -> Words | None:
        """A line of its head (label, kicker, headline, deck); ` / ` breaks the line, ` || ` the page."""
        text = self.fields.get(name)
        return parsed(text, half_width="half" in self.fields) if text else None


@dataclass(slots=True)
class Node:
    """A line of `layout.txt`: what it is, what it is about, its settings and what stands in it."""

    kind: str
    args: list[str]
    settings: dict[str, str]
    children: list[Node] = field(default_factory=list)
    where: str = ""

    def number(self, name: str, default: float) -> float:
        """A setting as a number."""
        return float(self.settings.get(name, default))


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper, as described."""

    folder: Path
    facts: dict[str, Any]
    stories: dict[str, Story]
    pages: tuple[Node, ...]

    @property
    def vertical(self) -> bool:
        """Whether lines run from top to bottom, the first one on the right."""
        return bool(self.facts.get("vertical", False))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self.facts["size"]
        return float(width), float(height)

    @property
    def english(self) -> bool:
        """Whether words are parted by spaces and broken by hyphens."""
        return str(self.facts["language"]).startswith("en")


def load(folder: Path) -> Paper:
    """Reads a paper's folder.

    Raises:
        SourceError: a file is missing or says something that cannot be understood.
    """
    try:
        facts = tomllib.loads((folder / "paper.toml").read_text("utf-8"))
        stories = _stories((folder / "stories.txt").read_text("utf-8"), str(facts["language"]))
        pages = _pages((folder / "layout.txt").read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise SourceError(f"{folder.name}: {error}") from error
    return Paper(folder, facts, stories, tuple(pages))


def _stories(text: str, language: str) -> dict[str, Story]:
    found: dict[str, Story] = {}
    for chunk in ("\n" + text).split("\n=== ")[1:]:
        story = _story(chunk, language)
        if story.name in found:
            raise SourceError(f"stories.txt: two stories are called {story.name!r}")
        found[story.name] = story
    return found


def _story(chunk: str, language: str) -> Story:
    first, _, rest = chunk.partition("\n")
    head, _, body = rest.partition("\n\n")
    name, _, kind = first.strip().partition(" ")
    fields: dict[str, str] = {}
    photographs: list[Photograph] = []
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise SourceError(f"stories.txt, {name}: {line!r} is no `key: value`")
        if key == "pic":
            photographs.append(_photograph(value))
        else:
            fields[key.strip()] = value.strip()
    english = fields.get("lang", language).startswith("en")
    paragraphs = [_paragraph(line, "half" in fields, english) for line in body.splitlines() if line.strip()]
    return Story(name, kind or "story", fields, tuple(paragraphs), tuple(photographs))


def _photograph(value: str) -> Photograph:
    scene, caption, credit = (part.strip() for part in (value + "||").split("|")[:3])
    kind, _, seed = scene.partition(" ")
    return Photograph(kind, int(seed or 1), parsed(caption) if caption else None, credit or None)


def _paragraph(line: str, half_width: bool, english: bool) -> Paragraph:
    kind = "p"
    for mark, meaning in LEADING_MARKS.items():
        if line.startswith(mark):
            kind, line = meaning, line[len(mark) :]
    if line.strip() == "-":
        return Paragraph("gap", Words("", ""), "")
    if kind == "row":
        line = "\t".join(cell.strip() for cell in line.split("|"))
    words = parsed(line.strip(), half_width=half_width)
    return Paragraph(kind, words, hyphenated(words.printed) if english and kind == "p" else words.printed)


def _pages(text: str) -> list[Node]:
    pages: list[Node] = []
    stack: list[tuple[int, Node]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        depth = len(line) - len(line.lstrip())
        node = _node(line, f"layout.txt:{number}")
        while stack and stack[-1][0] >= depth:
            stack.pop()
        if stack:
            stack[-1][1].children.append(node)
        elif node.kind == "page":
            pages.append(node)
        else:
            raise SourceError(f"{node.where}: a page was expected")
        stack.append((depth, node))
    return pages


def _node(line: str, where: str) -> Node:
    kind, *rest = shlex.split(line)
    settings: dict[str, str] = {}
    args: list[str] = []
    for token in rest:
        key, equals, value = token.partition("=")
        if equals:
            settings[key] = value
        else:
            args.append(token)
    return Node(kind, args, settings, where=where)
