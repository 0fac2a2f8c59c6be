"""Starts the program when the folder is run: `python tools/training/__main__.py PAPERS…`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from training.program import main

main()
