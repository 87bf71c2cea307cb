"""Time of several things in turn, so that a busy moment of the machine hits them all."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from timeit import Timer

ROUND = 0.01  # seconds that one thing runs before it is the next one's turn


def best(
    works: Mapping[str, Callable[[], object]],
    rounds: int = 40,
    seconds: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Seconds of one call: the best of several rounds in which all take turns.

    With ``time.process_time`` what else the machine does counts less.
    """
    timers = {name: Timer(work, timer=seconds) for name, work in works.items()}
    calls = {name: _calls(timer) for name, timer in timers.items()}
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, timer in timers.items():
            times[name].append(timer.timeit(calls[name]) / calls[name])
    return {name: min(found) for name, found in times.items()}


def _calls(timer: Timer) -> int:
    """How many calls fill a round, once everything is warm."""
    calls, seconds = timer.autorange()
    return max(1, round(ROUND * calls / seconds))
