"""How often each list and bloc has each number of seats, over very many counted draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from valgforbund.kernels.compiler import compiled


def add(
    with_: np.ndarray,
    without: np.ndarray,
    blocs: Sequence[Sequence[int]],
    found: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> None:
    """Add some draws, counted in two worlds, to what was found before.

    Parameters
    ----------
    with_, without : array of int32, lists × draws
        Seats.
    blocs : sequence of sequences of int
        Positions of the lists in each bloc, whose seats are added.
    found : three arrays of int64
        A row a list, then a row a bloc. Columns of the first two: seats with, seats without; of
        the third: their difference, plus the most seats without.

    Examples
    --------
    >>> found = (np.zeros((2, 4), int), np.zeros((2, 4), int), np.zeros((2, 7), int))
    >>> add(np.array([[3, 2]], "int32"), np.array([[3, 3]], "int32"), [[0]], found)
    >>> found[0][0].tolist(), found[2][1].tolist()
    ([0, 0, 1, 1], [0, 0, 1, 1, 0, 0, 0])
    """
    groups = [*([i] for i in range(len(with_))), *blocs]
    starts = np.cumsum([0, *map(len, groups)])
    members = np.array([i for group in groups for i in group], dtype=np.int64)
    compiled(_values, _add)(with_, without, starts, members, *found)


def _add(
    with_: Any,
    without: Any,
    starts: Any,
    members: Any,
    seats_with: Any,
    seats_without: Any,
    change: Any,
) -> None:
    """Every group's seats in both worlds, and their difference."""
    draws = with_.shape[1]
    more, less = np.empty(draws, np.int32), np.empty(draws, np.int32)
    for row in range(len(starts) - 1):
        more[:] = 0
        less[:] = 0
        for i in members[starts[row] : starts[row + 1]]:
            own, other = with_[i], without[i]
            for k in range(draws):
                more[k] += own[k]
            for k in range(draws):
                less[k] += other[k]
        _values(more, seats_with[row])
        _values(less, seats_without[row])
        most = seats_without.shape[1] - 1
        for k in range(draws):
            more[k] += most - less[k]
        _values(more, change[row])


def _values(values: Any, found: Any) -> None:
    """Count each number; one pass a number, because whole vectors are compared at once."""
    low = high = values[0]
    for k in range(len(values)):
        low, high = min(low, values[k]), max(high, values[k])
    for number in range(low, high + 1):
        wanted, times = np.int32(number), np.int32(0)
        for k in range(len(values)):
            times = np.int32(times + (values[k] == wanted))  # stays narrow: more at once
        found[number] += times
