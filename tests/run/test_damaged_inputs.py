"""Thirty damaged inputs over an older edition: no crash, no hang, no traceback, nothing half written.

`bench/faults.py` tries three hundred.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from damage import case

BENCH = Path(__file__).resolve().parents[2] / "bench"


def test_the_same_seed_makes_the_same_damage() -> None:
    assert case(4, seed=2) == case(4, seed=2)
    assert case(4, seed=2).data != case(4, seed=3).data


def test_damage_costs_nobody_an_edition() -> None:
    command = [sys.executable, str(BENCH / "faults.py"), "--count", "30", "--seed", "2"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "30 inputs" in ran.stdout
