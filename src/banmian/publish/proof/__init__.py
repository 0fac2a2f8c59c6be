"""A proof-reader's report as text, JSON and one page for a browser, which holds all that it needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import groupby

from banmian.model.proof import Fault, Finding, Proof, Where
from banmian.publish.reports import policy, style_sheet, templates

SCHEMA = "banmian/proof/1"

NAMES = {
    Fault.REPEATED: ("repeated words", "重複"),
    Fault.UNBALANCED: ("quotation marks and brackets", "引號、括號"),
    Fault.WEEKDAY: ("weekday and date", "日期與星期"),
    Fault.JUMP: ("jumps", "轉版"),
    Fault.NUMBER: ("issue numbers", "期號"),
    Fault.PAGES: ("page labels", "版次"),
    Fault.NAMES: ("forms of a name", "姓名寫法"),
    Fault.STRAY: ("strays", "簡繁夾雜"),
    Fault.SLIP: ("slips of the recogniser", "識別疑字"),
}
"""What the kinds are called, in the order of the report."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Findings of one kind on one page of the paper."""

    page: str
    findings: tuple[Finding, ...]


def as_text(proof: Proof) -> str:
    """The report for a terminal: a line a finding, its place and its words under it."""
    rows = [heading(proof), *(f"page {page} could not be read: {why}" for page, why in proof.missing)]
    if not proof.findings:
        rows.append("Nothing was found.")
    for page, findings in groupby(proof.findings, key=lambda f: f.where.page):
        rows += ["", f"page {page}"]
        for finding in findings:
            rows.append(f"  {NAMES[finding.fault][0]}: {finding.what}")
            rows += [f"      {said}" for said in (place_in_words(finding.where), *map(place_in_words, finding.others))]
    rows += ["", summary(proof)]
    return "\n".join(" ".join(row.splitlines()) for row in rows) + "\n"


def as_json(proof: Proof) -> bytes:
    """The report for programs."""
    whole = {"schema": SCHEMA, **asdict(proof)}
    whole["missing"] = [{"page": page, "reason": why} for page, why in proof.missing]
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def as_html(proof: Proof) -> bytes:
    """The report for people: one file, nothing fetched, no script."""
    style = style_sheet(__name__, "proof.css")
    page = templates(__name__).get_template("proof.html")
    leaves = [Leaf(name, tuple(found)) for name, found in groupby(proof.findings, key=lambda f: f.where.page)]
    return page.render(
        proof=proof,
        leaves=leaves,
        counts=list(counted(proof)),
        names=NAMES,
        heading=heading(proof),
        summary=summary(proof),
        field=field_in_words,
        style=style,
        policy=policy(style),
    ).encode("utf-8", "replace")


def heading(proof: Proof) -> str:
    """What was proof-read, on one line."""
    numbers = [f"no. {n}" for n in (proof.number,) if n] + [f"running no. {n}" for n in (proof.total_number,) if n]
    return " · ".join(
        filter(None, (proof.title or "untitled paper", proof.date, *numbers, f"{len(proof.pages)} pages"))
    )


def summary(proof: Proof) -> str:
    """How much was found, by kind."""
    said = ", ".join(f"{NAMES[fault][0]} {count}" for fault, count in counted(proof))
    return f"{len(proof.findings)} found" + (f": {said}" if said else "")


def counted(proof: Proof) -> Iterator[tuple[Fault, int]]:
    """How many of each kind there are."""
    for fault in NAMES:
        count = sum(finding.fault is fault for finding in proof.findings)
        if count:
            yield fault, count


def field_in_words(where: Where) -> str:
    """Which text of an article, counted from 1."""
    name, _, number = where.field.partition("/")
    if not number:
        return name
    return f"{'paragraph' if name == 'paragraphs' else 'caption'} {int(number) + 1}"


def place_in_words(where: Where) -> str:
    """A place on one line: article, field, box and the words around."""
    box = where.box
    at = f"at {box.x0:.0f},{box.y0:.0f}–{box.x1:.0f},{box.y1:.0f}" if box else ""
    title = f"“{where.title}”" if where.title else ""
    context = f"…{where.before}[{where.words}]{where.after}…" if where.before or where.after else where.words
    return ", ".join(filter(None, (f"p. {where.page}", title, field_in_words(where), at))) + (
        f": {context}" if context else ""
    )
