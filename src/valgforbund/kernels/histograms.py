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
    with_, without : array of int, lists × draws
        Seats.
    blocs : sequence of sequences of int
        Positions of the lists in each bloc, whose seats are added.
    found : three arrays of int64
        A row a list, then a row a bloc. Columns of the first two: seats with, seats without; of
        the third: their difference, plus the most seats without.

    Examples
    --------
    >>> found = (np.zeros((2, 4), int), np.zeros((2, 4), int), np.zeros((2, 7), int))
    >>> add(np.array([[3, 2]]), np.array([[3, 3]]), [[0]], found)
    >>> found[0][0].tolist(), found[2][1].tolist()
    ([0, 0, 1, 1], [0, 0, 1, 1, 0, 0, 0])
    """
    groups = [*([i] for i in range(len(with_))), *blocs]
    starts = np.cumsum([0, *map(len, groups)])
    members = np.array([i for group in groups for i in group], dtype=np.int64)
    compiled(*PARTS)(with_, without, starts, members, *found)


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
    sums, other_sums = np.empty(with_.shape[1], np.int64), np.empty(with_.shape[1], np.int64)
    most = seats_without.shape[1] - 1
    for row in range(len(starts) - 1):
        group = members[starts[row] : starts[row + 1]]
        more = with_[group[0]] if len(group) == 1 else _sum(with_, group, sums)
        less = without[group[0]] if len(group) == 1 else _sum(without, group, other_sums)
        _values(more, seats_with[row])
        _values(less, seats_without[row])
        for k in range(len(sums)):
            sums[k] = more[k] - less[k] + most
        _values(sums, change[row])


def _sum(seats: Any, group: Any, sums: Any) -> Any:
    """The seats of a group in each draw, written down and given back."""
    sums[:] = 0
    for i in group:
        own = seats[i]
        for k in range(len(sums)):
            sums[k] += own[k]
    return sums


def _values(values: Any, found: Any) -> None:
    """Count each number; one pass a number, because whole vectors are compared at once."""
    low = high = values[0]
    for k in range(len(values)):
        low, high = min(low, values[k]), max(high, values[k])
    left = len(values)
    for number in range(low, high):
        times = 0
        for k in range(len(values)):
            times += values[k] == number
        found[number] += times
        left -= times
    found[high] += left


PARTS = (_values, _sum, _add)
