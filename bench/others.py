"""Issues that other typesetters set: how well they are read, issue by issue, against their truth.

All other pages of this project are set by its own typesetter, from which the judges learn; these were designed and set
by separate hands with other programs, and nothing was trained on them. Their first readings stand in docs/measured.md;
the reader was mended on them since, so that what this prints is no figure for unseen papers. Run
`python bench/others.py`.
"""

from __future__ import annotations

from pathlib import Path

from text import table

ISSUES = Path(__file__).parent.parent / "tests" / "pages" / "others"
SHOWN = ("article_f1@90", "headline", "kicker", "deck", "label", "byline", "paragraph_f1", "fields")


if __name__ == "__main__":
    table("issue", sorted(ISSUES.glob("*.pdf")), SHOWN)
