"""Names over several items: a column's name is given to each, and items without heads are one brief."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import median

from banmian.articles import grammar as g
from banmian.articles.belongings import on_grounds
from banmian.articles.judges import Ask
from banmian.articles.naming import Item, Naming, naming
from banmian.articles.nodes import HEADS, Ground, Node
from banmian.articles.openings import opens_item
from banmian.articles.order import in_order
from banmian.model.geometry import Box, Turning
from banmian.model.page import Role


def named(chains: list[list[Node]], ask: Ask, turned: Turning, drawn: Ground, body: float) -> list[list[Node]]:
    """Each column's name given to every item that it stands over.

    Args:
        chains: stories and names.
        ask: the learned judges.
        turned: the way to the writing's frame.
        drawn: rules and tints.
        body: the page's usual type size.
    """
    seen = seen_names(_told_names(chains), turned, drawn, body)
    given: dict[int, tuple[float, Node]] = {}
    for (k, item), chance in zip(seen.pairs.tolist(), ask.named(seen).tolist(), strict=True):
        if chance > max(LIKELY, given.get(item, (0.0, None))[0]):
            given[item] = (chance, seen.names[k])
    used = {id(name) for _, name in given.values()}
    for k, item in enumerate(seen.items):  # a name that was read with one item and stands over no other stays with it
        if k not in given and item.named is not None and id(item.named) not in used:
            given[k] = (1.0, item.named)
            used.add(id(item.named))
    for number, name in enumerate(seen.names):  # one that says it is a column's, over items down its column
        if id(name) not in used and (g.is_label(name.words) or DIGEST.search(name.words.strip())):
            mine = seen.pairs[(seen.pairs[:, 0] == number) & (seen.seen[:, WALKED] >= 0), 1].tolist()
            if len(mine) >= SEVERAL and not any(k in given for k in mine):
                given |= dict.fromkeys(mine, (1.0, name))
                used.add(id(name))
    found = [[*([given[k][1]] if k in given else []), *item.nodes] for k, item in enumerate(seen.items)]
    return [*found, *([name] for name in seen.names if id(name) not in used)]


LIKELY = 0.5
"""From which a name is given to an item."""

WALKED, SEVERAL = -1, 2
"""Where `naming` tells the steps down from a name to an item, and items of a name that no judge gives any, at least."""


def seen_names(chains: list[list[Node]], turned: Turning, drawn: Ground, body: float) -> Naming:
    """What is seen of the names and the items among a page's stories.

    Args:
        chains: stories and names.
        turned: the way to the writing's frame.
        drawn: rules and tints.
        body: the page's usual type size.
    """
    names, items = [], []
    for chain in chains:
        count = 1 if len(chain) == 1 and _names_items(chain[0]) else 0
        while count < len(chain) and chain[count].role is Role.LABEL:
            count += 1
        names += chain[:count]
        if count < len(chain):
            items.append(Item(chain[count:], chain[count - 1] if count else None))
    ordered = in_order([*(i.nodes for i in items), *([n] for n in names)], turned, body)
    place, places = 0, {}
    by_first = {id(item.nodes[0]): item for item in items}
    ranked = []
    for chain in ordered:
        if id(chain[0]) in by_first:
            ranked.append(by_first[id(chain[0])])
            place += 1
        else:
            places[id(chain[0])] = place - 0.5
    return naming(names, ranked, [places[id(n)] for n in names], drawn, body)


def _told_names(chains: list[list[Node]]) -> list[list[Node]]:
    """The chains, a head that is what columns of marked items are called told as their name, apart from the first."""
    found = []
    marked = [c for c in chains if c[0].role in {Role.BODY, Role.AD} and BULLET.match(c[0].words.lstrip())]
    if len(marked) < MARKED_ITEMS:
        return chains
    for chain in chains:
        first = chain[0]
        called = first.role is Role.HEADLINE and first.box.height < ONE_ROW * first.size and _is_called(first.words)
        item = len(chain) == 1 or bool(BULLET.match(chain[1].words.lstrip()))
        if not called or not item or any(n.role in HEADS for n in chain[1:]):
            found.append(chain)
            continue
        first.role = Role.LABEL
        found += [chain[:1], chain[1:]] if len(chain) > 1 else [chain]
        for n in (n for c in marked for n in c if n.role is Role.AD and c[0].region == first.region):
            n.role = Role.BODY
    return found


def _is_called(words: str) -> bool:
    """Whether a column's name says that it is one of short items."""
    close = "".join(words.split())
    return g.width(close) <= LONGEST_NAME and bool(DIGEST.search(words if words.isascii() else close))


ONE_ROW = 1.8
"""Times its size of a row's height at the most, whose spaced letters may be as many lines."""

MARKED_ITEMS = 2
"""Items with marks that stand by themselves, of which a name has so many at the least."""

LONGEST_NAME = 9
"""Ems of such a name at the most."""


def _names_items(n: Node) -> bool:
    """Whether a block that stands alone is the name of what stands under it."""
    return n.role is Role.LABEL or (n.role is Role.HEADLINE and bool(g.NOTICE.match(n.words.strip())))


DIGEST = re.compile(
    r"[簡简短快要][訊讯聞闻波報报]|[一本]周.?要[聞闻]|速[覽览遞递]|一句[話话]|便民|[生服][活務务].?服[務务]|信息[窗窓欄栏]?|[點点]滴|拾零"
    r"|集[錦锦萃]|[動动][態态]$|[聲声]明|公告|[啟启]事|[導导][讀读]"
    r"|\b(?:digest|briefs?|in brief|brefs?|roundup|in short|short takes|around\b.*|notes|classifieds?)$|\bbrèves$"
    r"|\bkurz(?:e[sr]?|meldungen)?\b|\bkleinanzeigen$",
    re.IGNORECASE,
)
"""What columns of short items are called."""

BULLET = re.compile("[■●◆▲▼◎○□•◇△▽★☆▪]")
"""With what short items begin."""


def _is_digest(name: Node, items: list[list[Node]], fills: Sequence[Box]) -> bool:
    """Whether a name stands over short items that are one text.

    Telegrams, each from its own place, letters, each signed, and whole stories stay apart.
    """
    if sum(opens_item(c[1].words) or bool(_WIRED.match(c[1].words)) for c in items) > len(items) / 2:
        return False
    dated = sum(bool(DATED.match(c[1].spaced)) for c in items) > len(items) / 2
    if dated or DIGEST.search(name.words.strip()):
        return True
    if sum(c[-1].role is Role.BYLINE for c in items) > len(items) / 2:
        return False
    marked = sum(bool(BULLET.match(c[1].words.lstrip())) for c in items) > len(items) / 2
    boxed = bool(name.region) or any(f.holds(name.box.center) and f.holds(items[0][1].box.center) for f in fills)
    said = ["".join(n.words for n in c[1:]) for c in items]
    usual = median(len(words) / (1 if _HAN.search(words) else 2) for words in said)
    return usual <= (LONG_ITEM if boxed or marked else SHORT_ITEM)


_MONTH = (
    r"(?:Jan(?:uary|uar|vier)?|Feb(?:ruary|ruar)?|[Ff]évrier|Mar(?:ch|s|zo)|März|[Mm]ars|[Aa][pv]ril|[Mm]a[iy]|June?|Juni|[Jj]uin|July?|Juli"
    r"|[Jj]uillet|Aug(?:ust)?|[Aa]oût|[Ss]ept(?:ember|embre)?|O[ck]tober|[Oo]ctobre|[Nn]ovemb(?:er|re)|De[cz]ember|[Dd]écembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
DATED = re.compile(rf"\d{{1,2}}月\d{{1,2}}日[\s\u3000]|\d{{1,2}}\.? (?:de )?{_MONTH}\s|{_MONTH} \d{{1,2}}\s")
"""The day with which the items of a chronicle begin: 「3月7日　」, "August 21 "."""

_WIRED = re.compile(
    r"[▲●△◎○◆]?[（(〔【\[〖]?(?:本[報报])?[\u3400-\u9fff]{2,4}"
    r"(?:[一二三四五六七八九十〇○廿卅\d]{1,3}日[\u3400-\u9fff○〇]{0,6})?[專专特急快]?[電电訊讯][）)〕】\]〗 \u3000]?"
    r"|[（(][\u3400-\u9fff]{2,4}[）)]"
)
"""With what telegrams begin, wherever print has white after it: 「▲柳河電」, 「〔本報柳河特訊〕」, 「（柳河）」."""

_HAN = re.compile("[\u3400-\u9fff]")

SHORT_ITEM, LONG_ITEM = 70, 160
"""Han, or twice as many letters, of items that are a sentence or two, and of ones in a box or with marks."""


def gathered(chains: list[list[Node]], fills: Sequence[Box]) -> list[list[Node]]:
    """Short items without heads of their own under one name made one brief, each a paragraph of it.

    Args:
        chains: stories in reading order, a column's name before each of its items.
        fills: tinted areas.
    """
    named: dict[int, list[list[Node]]] = {}
    for chain in chains:
        if len(chain) > 1:
            named.setdefault(id(chain[0]), []).append(chain)
    digests = {key for key, items in named.items() if len(items) > 1 and _is_digest(items[0][0], items, fills)}
    chains = _by_columns(chains, digests)
    whole: dict[int, list[Node]] = {}
    found: list[list[Node]] = []
    for chain in chains:
        name, item = chain[0], chain[1:]
        if id(name) not in digests or any(n.role in HEADS for n in item):
            found.append(chain)
            continue
        first = next((n for n in item if n.role in {Role.BODY, Role.AD}), None)
        if first is not None and 0 not in first.block.paragraphs:
            first.block = replace(first.block, paragraphs=(0, *first.block.paragraphs))
        if id(name) in whole:
            whole[id(name)] += item
        else:
            whole[id(name)] = chain
            found.append(chain)
    return found


def advertised(chains: list[list[Node]], fills: Sequence[Box]) -> list[list[Node]]:
    """The parts of an advertisement that stand in one frame or on one tint made one.

    Args:
        chains: stories in reading order.
        fills: tinted areas that are no boxes of text.
    """
    gone: set[int] = set()
    for mine in on_grounds(chains, fills, innermost=False):
        told = [c for c in mine if all(n.role in ADVERTISED for n in c)]
        if len(told) < 2 or len(told) < len(mine) or not any(n.role is Role.AD for c in told for n in c):
            continue
        for chain in told[1:]:
            told[0].extend(chain)
            gone.add(id(chain))
    return [c for c in chains if id(c) not in gone]


ADVERTISED = frozenset((Role.AD, Role.PICTURE, Role.CAPTION, Role.FOLIO))
"""Roles of what an advertisement may be made of."""


def entitled(chains: list[list[Node]]) -> None:
    """Makes the words over a single text its headline where they name no column: 「大橋檔案」 over a box of facts."""
    times = Counter(id(chain[0]) for chain in chains)
    for chain in chains:
        name = chain[0]
        alone = times[id(name)] == 1 and name.role is Role.LABEL and len(chain) > 1
        text = any(n.role in {Role.BODY, Role.AD} for n in chain) and not any(n.role in HEADS for n in chain[1:])
        if alone and text and not g.is_label(name.words) and not DIGEST.search(name.words.strip()):
            name.role = Role.HEADLINE


def _by_columns(chains: list[list[Node]], names: Collection[int]) -> list[list[Node]]:
    """The chains, those under each of these names (ids of nodes) column by column in their places."""
    found = list(chains)
    for name in names:
        places = [k for k, chain in enumerate(chains) if id(chain[0]) == name and len(chain) > 1]
        mine = [chains[k] for k in places]
        lefts: list[float] = []
        for x0, width in sorted((c[1].box.x0, c[1].box.width) for c in mine):
            if not lefts or x0 > lefts[-1] + 0.5 * width:
                lefts.append(x0)
        mine.sort(key=lambda c: (sum(c[1].box.x0 >= x for x in lefts), c[1].box.y0))
        for k, chain in zip(places, mine, strict=True):
            found[k] = chain
    return found
