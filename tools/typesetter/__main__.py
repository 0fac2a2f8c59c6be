"""Runs the typesetter from a checkout: `python tools/typesetter/__main__.py FOLDER`."""

import sys
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from typesetter.program import main

if __name__ == "__main__":
    sys.exit(main())
