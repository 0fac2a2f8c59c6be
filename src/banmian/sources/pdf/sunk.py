"""Characters of vertical lines that fonts made for rows let sink out of their cells."""

from __future__ import annotations

import numpy as np

from banmian.sources.pdf.glyphs import Floats, Glyphs, Ints

RISEN = 0.2
"""Ems of white over a mark that are more than its cell has."""

SUNK = 1.15
"""Ems by which fonts that know nothing of vertical setting let a mark sink in its column, at the most."""


def sunk_kinds(glyphs: Glyphs, which: Ints, upper: Ints, lower: Ints, white: Floats) -> Floats:
    """How far each character lies below its place, in ems: fonts made for rows let flat ones sink, 一 above all.

    Such a one has white over it and reaches into the character below it, and so have most of its like.

    Args:
        glyphs: those of the page.
        which: numbers of those in columns.
        upper: (steps,) the first character of each step down a column, as places in `which`.
        lower: (steps,) the second one.
        white: (steps,) between them, in ems.
    """
    over, under = np.full(len(which), np.nan), np.full(len(which), np.nan)
    over[lower], under[upper] = white, white
    fallen = (over > RISEN) & (over < SUNK) & (under < -RISEN / 2)
    found = np.zeros(len(which))
    if not fallen.any():
        return found
    fonts = {style.font: k for k, style in enumerate(glyphs.styles)}
    font = np.array([fonts[style.font] for style in glyphs.styles], np.int64)[glyphs.style[which]]
    kind = font << 21 | glyphs.code[which]
    inner = ~np.isnan(over + under)
    for one in np.unique(kind[fallen]).tolist():
        like = kind == one
        if 2 * (like & fallen).sum() >= (like & inner).sum():
            low = like & ((over > RISEN) | (under < -RISEN / 2))  # not where other type of this name stands in place
            found[low] = float(np.median((over - under)[like & fallen])) / 2
    twin = (kind[upper] == kind[lower]) & (white < RISEN)
    for a, b in zip(upper[twin].tolist(), lower[twin].tolist(), strict=True):
        found[b] = max(found[a], found[b])
    return found
