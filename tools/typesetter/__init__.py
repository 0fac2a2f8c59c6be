"""The typesetter: sets a newspaper from text, so that what is on its pages is known exactly.

A paper's folder holds `paper.toml` (its name, date, channels and pages), `stories.txt` (the words),
`layout.txt` (where they stand) and `masthead.html`; `README.md` beside this file describes them.
"""
