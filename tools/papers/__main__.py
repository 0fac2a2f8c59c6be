"""Runs the generator from a checkout: `python tools/papers/__main__.py --seed 17 -o OUT`."""

import sys
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from papers.program import main

if __name__ == "__main__":
    sys.exit(main())
