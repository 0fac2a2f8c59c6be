"""The language of a text in Latin letters, told by its small words."""

from __future__ import annotations

SMALL_WORDS = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in that is was for it with as his on be at by had not are but from",
        "de": "der die und das den von zu ist dem mit sich des ein nicht auf im für auch es",
        "fr": "le la les de des et du un une est dans que pour qui sur au pas ce il par",
        "es": "el la los de que y en un una se del las por con no su para es al",
        "it": "il la di che e un una per non con del sono dei le si della gli",
    }.items()
}

LEAST = 0.02
"""Share of a text's words that are small ones of its language, at the least."""


def tongue_of(text: str) -> str | None:
    """BCP 47 of a text in Latin letters; None where its words do not tell."""
    words = [w.strip(".,;:!?\"'()").lower() for w in text.split()]
    scores = {code: sum(w in small for w in words) for code, small in SMALL_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > LEAST * max(1, len(words)) else None
