"""Strays mended, beside OpenCC in each configuration that goes to Traditional, on the same mixed text in one run.

    python bench/repair.py [--tune] [--faults N] [--speed]

Texts and strays are those of `straying.py`; only texts that rules were not made on are shown, with `--tune` the others.
For each: right characters changed (per 10,000), strays that a phrase decides and that were missed or became another
glyph (per 10,000 of them), the other strays (mended, flagged, neither), and clean text: edits. Then OpenCC's own test
cases, and with `--speed` megabytes a minute of all repairs together, at 1 and 10 MB.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from opencc import OpenCC
from rapidfuzz.distance import Levenshtein

from banmian.model.article import Article, Kind, Passage
from banmian.model.text import Text
from banmian.repair.mending import mended
from banmian.repair.strays import Strays
from banmian.repair.whole_script import WholeScript
from straying import PROTECTED, ROOT, Known, Mixed, Straying, known, opencc_cases

SHARES = (0.005, 0.01, 0.02, 0.05)
CONFIGURATIONS = ("s2t", "s2tw", "s2hk", "s2twp")
CASES = ROOT.parent / "shared" / "data" / "opencc" / "testcases.json"
NEAR = 8
"""Characters to each side that are printed of a fault."""

Answer = tuple[str, frozenset[int]]
"""A passage as a program gives it back, and the places that it flags."""


@dataclass
class Figures:
    """What one program did with all texts of one kind."""

    right: int = 0
    changed: int = 0
    decided: int = 0
    missed: int = 0
    open: int = 0
    open_mended: int = 0
    open_silent: int = 0
    flags: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, mixed: Mixed, answer: Answer) -> None:
        """Counts one passage."""
        out, flags = _aligned(mixed.text, answer[0]), answer[1]
        self.flags += len(flags)
        for i, right in enumerate(mixed.right):
            if i in mixed.decided:
                self.decided += 1
                if out[i] != right:
                    self.missed += 1
                    self._note("missed", mixed, i, out[i])
            elif i in mixed.open:
                self.open += 1
                self.open_mended += out[i] == right
                if out[i] != right and i not in flags:
                    self.open_silent += 1
                    self._note("silent", mixed, i, out[i])
            else:
                self.right += 1
                if out[i] != right:
                    self.changed += 1
                    self._note("changed", mixed, i, out[i])

    def _note(self, what: str, mixed: Mixed, i: int, told: str) -> None:
        text, right = mixed.text, mixed.right[i]
        before, after = text[max(0, i - NEAR) : i], text[i + 1 : i + 1 + NEAR]
        self.faults.append(f"{what} {text[i]}→{told} (right {right}): {before}[{text[i]}]{after}")

    def row(self) -> str:
        """As a row of the table."""
        changed = 1e4 * self.changed / max(1, self.right)
        missed = 1e4 * self.missed / max(1, self.decided)
        left = self.open - self.open_mended - self.open_silent
        return (
            f"{changed:10.2f}{missed:12.1f}{self.open_mended:10}{left:9}{self.open_silent:9}"
            f"{1e4 * self.flags / max(1, self.right):12.1f}"
        )


def _aligned(text: str, out: str) -> list[str]:
    """What became of each character of a text, also where a program gave another number of them."""
    if len(out) == len(text):
        return list(out)
    became = list(text)
    for step in Levenshtein.opcodes(text, out):
        if step.tag != "equal":
            for i in range(step.src_start, step.src_end):
                became[i] = ""
    return became


def ours(passages: Sequence[str]) -> list[Answer]:
    """An issue's passages, mended."""
    whole = "\n".join(passages)
    strays = Strays("hant", Counter(whole), whole)
    answers = []
    for text in passages:
        edits, flags = strays.found(text)
        answers.append((Text(text).edited("script", edits).current, frozenset(f.start for f in flags)))
    return answers


def converted(name: str) -> Callable[[Sequence[str]], list[Answer]]:
    """The same by OpenCC, which knows no issues and flags nothing."""
    converter = OpenCC(name)
    return lambda passages: [(converter.convert(text), frozenset()) for text in passages]


HEADS = (
    f"{'':22}{'changed':>10}{'missed':>12}{'open:':>10}{'flagged':>9}{'silent':>9}{'flags':>12}\n"
    f"{'':22}{'/10,000':>10}{'/10,000':>12}{'mended':>10}{'':>9}{'':>9}{'/10,000':>12}"
)


def table(
    texts: Sequence[Known], programs: dict[str, Callable[[Sequence[str]], list[Answer]]], seeds: int, shown: int
) -> None:
    """Prints a table a kind of text, a row a program and share of strays, all draws together."""
    for kind in dict.fromkeys(t.name for t in texts):
        of_kind = [t for t in texts if t.name == kind]
        size = sum(len(p) for t in of_kind for p in t.passages)
        print(f"\n{kind}: {len(of_kind)} texts, {size} characters, and {len(PROTECTED)} protected sentences to each")
        print(HEADS)
        like = [t for t in known() if t.name == kind]
        strayings = [Straying(like, seed) for seed in range(1, seeds + 1)]
        for share in (0.0, *SHARES):
            figures = {name: Figures() for name in programs}
            for seed, text in product(range(seeds if share else 1), of_kind):
                straying = strayings[seed]
                mixed = straying.mixed(text.passages, share)
                mixed += [Mixed(p, p, frozenset(), frozenset()) for p in PROTECTED]
                for name, program in programs.items():
                    for passage, answer in zip(mixed, program([m.text for m in mixed]), strict=True):
                        figures[name].add(passage, answer)
            for name, each in figures.items():
                clean = f"   {each.changed} edits" if not share else f"   {each.decided + each.open} strays"
                print(f"{100 * share:5.1f} %  {name:13}{each.row()}{clean}")
            told = Counter(fault for fault in figures["banmian"].faults)
            for fault, times in told.most_common(shown):
                print(f"    {times} {fault}")


def cases(shown: int) -> None:
    """Prints how many of OpenCC's own cases each is right in, and those that OpenCC alone is."""
    if not CASES.exists():
        print("\nOpenCC's own cases are not here.")
        return
    print(f"\n{'OpenCC case of':16}{'cases':>8}{'OpenCC':>8}{'ours':>8}{'but for forms':>16}")
    faults = []
    for name, script in WAYS.items():
        theirs = ours_right = but_for_forms = 0
        of_kind = [(text, goal) for kind, text, goal in opencc_cases(CASES) if kind == name]
        converter = OpenCC(name)
        for text, goal in of_kind:
            done = (
                Text(text)
                .edited("script", WholeScript(script, {"t2": "hant", "s2": "hans"}.get(name[:2]), text).edits(text))
                .current
            )
            theirs += converter.convert(text) == goal
            ours_right += done == goal
            but_for_forms += _usual_forms(done) == _usual_forms(goal)
            if _usual_forms(done) != _usual_forms(goal):
                both = "" if converter.convert(text) == goal else " (nor is OpenCC)"
                pairs = zip(goal.split(), done.split(), strict=False)
                faults.append(f"{name}{both}: " + "; ".join(f"{a} ours {b}" for a, b in pairs if a != b))
        print(f"{name:16}{len(of_kind):8}{theirs:8}{ours_right:8}{but_for_forms:16}")
    print("\n".join(faults[:shown]))


WAYS = {"s2t": "hant", "s2tw": "tw", "s2hk": "hk", "t2s": "hans", "tw2s": "hans", "hk2s": "hans"}
WAYS |= {"t2tw": "tw", "t2hk": "hk"}

FORMS = OpenCC("t2tw")


def _usual_forms(text: str) -> str:
    """A text with OpenCC's own standard forms (羣 裏 喫 麪) as print has them."""
    usual: str = FORMS.convert(text)
    return usual.replace("着", "著")


def speed(texts: Sequence[Known]) -> None:
    """Prints megabytes a minute of all repairs together, strays and half-width marks in the text."""
    straying = Straying(texts)
    passages = [m.text.replace("，", ",") for t in texts for m in straying.mixed(t.passages, 0.02)]
    size = sum(len(p.encode()) for p in passages)
    print()
    for megabytes in (1, 10):
        many = passages * max(1, round(megabytes * 1e6 / size))
        articles = [
            Article(str(k), Kind.STORY, (), paragraphs=tuple(Passage(Text(p)) for p in many[a:b]))
            for k, (a, b) in enumerate(pairwise([*range(0, len(many), 20), len(many)]))
        ]
        done = sum(len(p.encode()) for p in many)
        begin = time.process_time()
        mended(articles)
        took = time.process_time() - begin
        print(
            f"all repairs: {done / 1e6:5.1f} MB in {took:6.1f} s of one core: {60 * done / 1e6 / took:.1f} MB a minute"
        )


def main() -> None:
    """Prints everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tune", action="store_true", help="the texts that rules are made on")
    parser.add_argument("--faults", type=int, default=0, help="print so many faults of ours a row")
    parser.add_argument("--speed", action="store_true", help="only measure speed")
    parser.add_argument("--cases", action="store_true", help="only OpenCC's own cases")
    parser.add_argument("--ours", action="store_true", help="only ours")
    parser.add_argument("--seeds", type=int, default=3, help="how many times strays are drawn")
    asked = parser.parse_args()
    texts = [t for t in known() if t.measured != asked.tune]
    if asked.cases:
        cases(asked.faults)
        return
    if asked.speed:
        speed(texts)
        return
    programs: dict[str, Callable[[Sequence[str]], list[Answer]]] = {"banmian": ours}
    if not asked.ours:
        programs |= {f"OpenCC {name}": converted(name) for name in CONFIGURATIONS}
    table(texts, programs, asked.seeds, asked.faults)
    if not asked.ours:
        cases(asked.faults)
        speed(texts)


if __name__ == "__main__":
    main()
