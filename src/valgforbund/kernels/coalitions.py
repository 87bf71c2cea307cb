"""Seats of every member in very many coalitions, and the votes that one list lacks in each.

A coalition is a set of lists in an alliance of their own. Who stays outside is at home: alone,
with the rest of an alliance, or all together. Everything is whole numbers. The same functions run
as plain Python, with numbers of any size, and compiled, where every product fits into 64 bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from valgforbund.kernels.compiler import compiled
from valgforbund.progress import Progress

FEW = 500_000  # quotients that plain Python has looked at before numba is loaded
LARGEST = 2**63  # no product of the compiled count may reach it
AT_ONCE = 4_000_000  # quotients looked at between two reports: some 10 ms compiled
SLOWER = 200  # how much slower plain Python is
NEVER = -1


class Swept(NamedTuple):
    """What the coalitions come to.

    Attributes
    ----------
    low, high : array of int, coalitions × lists
        Fewest and most seats of every member over all lots; 0 for lists outside.
    missing : array of int
        Votes that the list lacks until it surely has one seat more than it surely has; -1 where
        no number is enough.
    """

    low: np.ndarray
    high: np.ndarray
    missing: np.ndarray


def sweep(
    inside: np.ndarray,
    votes: Sequence[int],
    limits: Sequence[int],
    homes: Sequence[int],
    seats: int,
    own: int = -1,
    progress: Progress | None = None,
    kept: Any = np.int64,
) -> Swept:
    """Count every coalition.

    Parameters
    ----------
    inside : array of bool, coalitions × lists
        Who is in.
    votes, limits : sequences of int
        Votes of each list, and the most seats it can fill.
    homes : sequence of int
        Lists with the same number, counted from 0, are one alliance while they are outside.
    seats : int
        Size of the council.
    own : int
        Position of the list whose missing votes are counted; it is in every coalition. -1: none.
    progress : callable, optional
        Called with what is done and the total.
    kept : dtype
        What seats are kept in once they are counted; whoever reckons with fewer bits widens them.

    Examples
    --------
    >>> inside = np.array([[True, False, False], [True, False, True]])
    >>> swept = sweep(inside, [10, 30, 25], [9, 9, 9], [0, 1, 2], 5, own=0)
    >>> swept.low.tolist(), swept.missing.tolist()
    ([[0, 0, 0], [1, 0, 2]], [1, 16])
    """
    rows, lists = inside.shape
    large = sum(votes) * (seats + 1) >= LARGEST
    plain = large or rows * lists * seats <= FEW
    low, high = np.zeros((2, rows, lists), dtype=kept)
    missing = np.zeros(rows, dtype=object if large else np.int64)
    count = _count if plain else compiled(*PARTS)
    numbers, most, places = (_numbers(each, plain) for each in (votes, limits, homes))
    scratch = tuple(_numbers([0] * (lists + seats + 1), plain) for _ in range(7))
    step = max(1, AT_ONCE // (seats * lists) // (SLOWER if plain else 1))
    for start in range(0, rows, step):
        part = slice(start, start + step)
        here, lacking = inside[part], missing[part]
        least, best = np.zeros((2, *here.shape), dtype=np.int64)
        count(here, numbers, most, places, seats, own, least, best, lacking, scratch)
        low[part], high[part] = least, best
        if progress is not None:
            progress(min(start + step, rows), rows)
    return Swept(low, high, missing)


def _numbers(values: Sequence[int], plain: bool) -> Any:
    return list(values) if plain else np.array(values, dtype=np.int64)


# ---- what is compiled: plain loops over whole numbers, lists or arrays of them ----


def _count(
    inside: Any,
    votes: Any,
    limits: Any,
    homes: Any,
    seats: int,
    own: int,
    low: Any,
    high: Any,
    missing: Any,
    scratch: Any,
) -> None:
    """Fill in the results of some coalitions."""
    units, most, got, outer, outer_by, inner, inner_by = scratch
    for row in range(len(inside)):
        here = inside[row]
        total, room = _sides(here, votes, limits, homes, units, most)
        rivals = _ranking(units, most, len(votes), seats, got, outer, outer_by)
        sure = _sure(total, room, seats, outer, outer_by, rivals)
        possible = _possible(total, room, seats, outer, outer_by, rivals)
        for i in range(len(votes)):
            units[i] = votes[i] if here[i] else 0
        ranked = _ranking(units, limits, len(votes), sure + 1, got, inner, inner_by)
        _share(units, limits, sure, possible, inner, inner_by, ranked, low[row], high[row])
        if own >= 0:
            units[own] = 0
            room += 0 if votes[own] else limits[own]
            goal = int(low[row, own]) + 1
            partners = _ranking(units, limits, len(votes), seats, got, inner, inner_by)
            least = NEVER
            for alliance in range(goal, min(seats, room) + 1 if goal <= limits[own] else 0):
                # so many seats for the coalition, and the list's own part of them
                need = _lacking(total, alliance, seats, outer, outer_by, rivals)
                if least != NEVER and need >= least:
                    break
                need = max(need, _lacking(votes[own], goal, alliance, inner, inner_by, partners))
                if least == NEVER or need < least:
                    least = need
            missing[row] = least


def _sides(
    here: Any, votes: Any, limits: Any, homes: Any, units: Any, most: Any
) -> tuple[int, int]:
    """Votes and capacity of the coalition; those of its rivals go to their places."""
    for i in range(len(votes)):
        units[i] = most[i] = 0
    total = room = 0
    for i in range(len(votes)):
        limit = limits[i] if votes[i] else 0
        if here[i]:
            total += votes[i]
            room += limit
        else:
            units[homes[i]] += votes[i]
            most[homes[i]] += limit
    return total, room


def _share(
    votes: Any,
    limits: Any,
    sure: int,
    possible: int,
    top: Any,
    by: Any,
    ranked: int,
    low: Any,
    high: Any,
) -> None:
    """Fewest and most seats of each member, by the quotients of all members in order.

    Fewest: the quotients above the first one that may get no seat. Most: those that are not below
    the last one that may get one.
    """
    for i in range(len(limits)):
        if votes[i]:
            low[i] = high[i] = limits[i]
            if ranked > sure:
                low[i] = min(limits[i], (votes[i] * by[sure] - 1) // top[sure])
            if possible == 0:
                high[i] = 0
            elif ranked >= possible:
                high[i] = min(limits[i], votes[i] * by[possible - 1] // top[possible - 1])


def _ranking(votes: Any, limits: Any, units: int, most: int, got: Any, top: Any, by: Any) -> int:
    """Write the largest quotients in order, as votes and divisors; how many there are."""
    for i in range(units):
        got[i] = 0
    for place in range(most):
        best, best_votes, best_divisor = -1, 0, 1
        for i in range(units):
            if votes[i] * best_divisor > best_votes * (got[i] + 1) and got[i] < limits[i]:
                best, best_votes, best_divisor = i, votes[i], got[i] + 1
        if best < 0:
            return place
        got[best] += 1
        top[place], by[place] = best_votes, best_divisor
    return most


def _sure(votes: int, limit: int, seats: int, top: Any, by: Any, rivals: int) -> int:
    """Seats that a unit has whatever lots decide, against its rivals' quotients in order."""
    got = 0
    while got < min(limit, seats):
        rival = seats - got - 1
        if rival < rivals and votes * by[rival] <= top[rival] * (got + 1):
            break
        got += 1
    return got


def _possible(votes: int, limit: int, seats: int, top: Any, by: Any, rivals: int) -> int:
    """Seats that a unit has if lots fall its way."""
    got = 0
    while got < min(limit, seats):
        rival = seats - got - 1
        if rival < rivals and votes * by[rival] < top[rival] * (got + 1):
            break
        got += 1
    return got


def _lacking(votes: int, goal: int, seats: int, top: Any, by: Any, rivals: int) -> int:
    """Votes that a unit lacks until so many seats are sure."""
    rival = seats - goal
    least = goal * top[rival] // by[rival] + 1 if rival < rivals else 1
    return max(0, least - votes)


PARTS = (_sides, _ranking, _sure, _possible, _share, _lacking, _count)
