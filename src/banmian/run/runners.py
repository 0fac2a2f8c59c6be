"""Runners: the same stage over the same values, in this process or in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")


class Serial:
    """One value after the other, in this process."""

    def map(self, stage: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Result]:
        """Results in the order of the values."""
        return (stage(value) for value in values)


class Pool:
    """Values over processes.

    Args:
        jobs: how many processes; by default one a core.
    """

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs = jobs or os.cpu_count() or 1

    def map(self, stage: Callable[[Value], Result], values: Iterable[Value]) -> Iterator[Result]:
        """Results in the order of the values."""
        with ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn")) as pool:
            yield from pool.map(stage, values)
