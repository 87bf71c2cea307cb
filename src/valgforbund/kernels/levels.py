"""One level of d'Hondt in the rows of a work sheet: whole numbers, compared by products.

A work sheet is one array of whole numbers that a walk through the structures writes on; its rows
are named here. One array and no slices: handing many arrays from function to function costs more
than the counting. The functions run as plain Python, with numbers of any size, and compiled, where
every product of votes and a divisor fits into 64 bits.
"""

from __future__ import annotations

from typing import Any

import numpy as np

NOBODY = -1

ROWS = tuple(range(20))
(
    BLOCK,  # by list: the block it is in
    BLOCKS,  # how many blocks there are with it
    BEFORE,  # its block's set before it came
    LEAST,  # the block whose last seat is the cheapest when the lists up to this one are placed
    SECOND,  # the block whose last seat is the second cheapest
    TOTAL,  # the votes of the lists up to this one
    SURE,  # whether these lists could be counted without lots and limits
    SETS,  # by block: the set of its lists
    HELD,  # its votes
    UNITS,  # by block, for a full count: its set
    VOTES,
    LIMITS,
    SEATED,  # the certain seats
    TIED,  # whether a lot can give it one more
    PLACES,
    SOME,
    SHARED,
    JOINED,  # whether the last list could join it at the price of a comparison
    LOST,  # how often it lost a seat then
    GOT,  # by block: seats with the first list placed; the next row: with the second, and so on
) = ROWS


def work_sheet(lists: int, plain: bool) -> np.ndarray:
    """An empty work sheet; for numbers of any size where it is plain."""
    return np.zeros((GOT + lists, lists + 2), dtype=object if plain else np.int64)


def numbers(values: object, plain: bool) -> np.ndarray:
    """Whole numbers for a kernel."""
    return np.array(values, dtype=object) if plain else np.asarray(values, dtype=np.int64)


def level(
    work: Any, votes: int, got: int, units: int, total: int, seats: int
) -> tuple[int, int, bool]:
    """Share seats without limits, from one row into another.

    Returns the unit with the smallest winning quotient, the one with the second smallest (-1
    where there is none), and whether a lot decides; then the seats are one possible result.
    """
    spread = seats + units / 2
    missing = seats
    for i in range(units):
        # near enough: what follows makes it exact
        work[got, i] = int(work[votes, i] / total * spread)
        missing -= work[got, i]
    while True:
        least, second = last_in(work, votes, got, units)
        best = first_out(work, votes, got, units)
        if missing > 0:
            work[got, best] += 1
            missing -= 1
            continue
        if missing < 0:
            work[got, least] -= 1
            missing += 1
            continue
        price = work[votes, least] * (work[got, best] + 1)
        offer = work[votes, best] * work[got, least]
        if offer <= price:
            return least, second, offer == price
        work[got, least] -= 1
        work[got, best] += 1


def first_out(work: Any, votes: int, got: int, units: int) -> int:
    """The unit with the largest quotient without a seat."""
    best = 0
    for i in range(1, units):
        if work[votes, i] * (work[got, best] + 1) > work[votes, best] * (work[got, i] + 1):
            best = i
    return best


def last_in(work: Any, votes: int, got: int, units: int) -> tuple[int, int]:
    """The units with the smallest and the second smallest quotient that has a seat."""
    least = second = NOBODY
    for i in range(units):
        if work[got, i]:
            if least == NOBODY or (
                work[votes, i] * work[got, least] < work[votes, least] * work[got, i]
            ):
                second = least
                least = i
            elif second == NOBODY or (
                work[votes, i] * work[got, second] < work[votes, second] * work[got, i]
            ):
                second = i
    return least, second


def share(work: Any, units: int, seats: int) -> int:
    """Share seats with limits, as `dhondt.apportion`; returns the seats that a lot decides.

    From the rows VOTES and LIMITS into SEATED and TIED.
    """
    for i in range(units):
        work[SEATED, i] = work[TIED, i] = 0
        work[PLACES, i] = i
    left = units
    while True:
        total = gather(work, left)
        if total == 0 or seats == 0:
            return 0
        least, _, lot = level(work, SOME, SHARED, left, total, seats)
        price, paid = work[SOME, least], work[SHARED, least]
        stake = kept = 0
        for n in range(left):
            i, got = work[PLACES, n], work[SHARED, n]
            drawn = work[SOME, n] * paid == price * got and got > 0
            tied = lot and (drawn or work[SOME, n] * paid == price * (got + 1))
            if tied and drawn:
                got -= 1
                stake += 1
            if got + tied > work[LIMITS, i]:  # full: it keeps its limit, the others share the rest
                work[SEATED, i] = work[LIMITS, i]
                seats -= work[LIMITS, i]
            else:
                work[SEATED, i], work[TIED, i] = got, int(tied)
                work[PLACES, kept] = i
                kept += 1
        if kept == left:
            return stake
        left = kept
        for n in range(left):
            work[SEATED, work[PLACES, n]] = work[TIED, work[PLACES, n]] = 0


def gather(work: Any, left: int) -> int:
    """Write the votes of those that are not full side by side; returns their sum."""
    total = 0
    for n in range(left):
        work[SOME, n] = work[VOTES, work[PLACES, n]]
        total += work[SOME, n]
    return total


SHARE = (first_out, last_in, level, gather, share)
