"""Draws of votes counted one by one in whole numbers: limits of candidates, and lots."""

from __future__ import annotations

from typing import Any

import numpy as np


def count(
    votes: Any,
    which: Any,
    starts: Any,
    members: Any,
    limits: Any,
    council: Any,
    luck: Any,
    drawn: Any,
    seats: Any,
    lots: Any,
) -> None:
    """Count some draws and write their seats and whether a lot is due; for `compiled`.

    Parameters
    ----------
    votes : array of float64, lists × draws
    which : array of int
        The draws to count.
    starts, members, limits, council
        As in `batch.Tree`.
    luck : array of float64, which × units
        Where lots are drawn, the tied with the largest numbers win.
    drawn : bool
        Whether lots are drawn; else a seat that waits for one is in no list.
    seats, lots : arrays, lists × draws and draws
        Results.
    """
    lists = len(limits)
    units = lists + len(starts) - 1
    v, most, got = np.zeros((3, units), np.int64)
    for place in range(len(which)):
        k = which[place]
        for i in range(lists):
            v[i] = np.int64(votes[i, k])
            most[i] = limits[i] if v[i] else 0
        for group in range(len(starts) - 2, -1, -1):
            v[lists + group] = most[lists + group] = 0
            for i in members[starts[group] : starts[group + 1]]:
                v[lists + group] += v[i]
                most[lists + group] += most[i]
        got[lists] = min(council, most[lists])
        lots[k] = False
        chances = luck[place if drawn else 0]
        for group in range(len(starts) - 1):
            inside = members[starts[group] : starts[group + 1]]
            if share(inside, v, most, got, got[lists + group], chances, drawn):
                lots[k] = True
        for i in range(lists):
            seats[i, k] = got[i]


def share(inside: Any, v: Any, most: Any, got: Any, seats: Any, luck: Any, drawn: Any) -> bool:
    """Share one group's seats, the largest quotient first; whether a lot is due."""
    for i in inside:
        got[i] = 0
    last = -1
    for _ in range(seats):
        last = first(inside, v, most, got, luck, drawn)
        got[last] += 1
    if last < 0:
        return False
    cut, divisor = v[last], got[last]
    due = False
    for i in inside:
        due = due or (got[i] < most[i] and v[i] * divisor == cut * (got[i] + 1))
    if due and not drawn:
        for i in inside:
            if got[i] and v[i] * divisor == cut * got[i]:
                got[i] -= 1
    return due


def first(inside: Any, v: Any, most: Any, got: Any, luck: Any, drawn: Any) -> int:
    """Who has the largest quotient without a seat; of equal ones the luckiest, or the first."""
    best = -1
    for i in inside:
        if got[i] < most[i]:
            ahead = 1 if best < 0 else v[i] * (got[best] + 1) - v[best] * (got[i] + 1)
            if ahead > 0 or (drawn and ahead == 0 and luck[i] > luck[best]):
                best = i
    return best
