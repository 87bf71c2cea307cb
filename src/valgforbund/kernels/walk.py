"""Walking through all set partitions of the lists, and what placing one list moves.

Lists stand in order of votes, the largest first, and join in that order: all but the last by
restricted growth strings. Each set of lists that may be together has a number; 0 is the empty one.
Placing a small list moves one seat or none, so a comparison tells; where it could be more, at lots
and where candidates run out, everything is counted in full.
"""

from __future__ import annotations

from typing import Any

from valgforbund.kernels.levels import (
    BEFORE,
    BLOCK,
    BLOCKS,
    GOT,
    HELD,
    LEAST,
    LIMITS,
    NOBODY,
    SECOND,
    SETS,
    SHARE,
    SURE,
    TOTAL,
    UNITS,
    VOTES,
    last_in,
    level,
    share,
)

UNSURE = -2


def begin(grow: Any, votes: Any, limits: Any, seats: int, work: Any) -> None:
    """The first partition of all lists but the last: each in the first block that may hold it."""
    work[SETS, :] = 0
    work[HELD, :] = 0
    total = 0
    for i in range(grow.shape[1] - 1):
        total += votes[grow[0, i]]
        work[TOTAL, i] = total
    first = work[SETS, 0]  # not a plain 0: numba would compile everything once more for that
    place_from(grow, votes, limits, seats, work, first, first)


def advance(grow: Any, votes: Any, limits: Any, seats: int, work: Any) -> bool:
    """The next partition; False after the last one."""
    i = grow.shape[1] - 2
    while i > 0:
        b = work[BLOCK, i]
        work[SETS, b] = work[BEFORE, i]
        work[HELD, b] = votes[work[BEFORE, i]]
        if b < work[BLOCKS, i - 1]:
            place_from(grow, votes, limits, seats, work, i, b + 1)
            return True
        i -= 1
    return False


def place_from(grow: Any, votes: Any, limits: Any, seats: int, work: Any, i: int, b: int) -> None:
    """Place list `i` from block `b` on, and each after it in the first block that may hold it."""
    for j in range(i, grow.shape[1] - 1):
        place(grow, votes, limits, seats, work, j, b if j == i else 0)


def place(grow: Any, votes: Any, limits: Any, seats: int, work: Any, i: int, b: int) -> None:
    """Put a list into the first block from `b` on that may hold it, and count the lists so far.

    Without seats nothing is counted.
    """
    while grow[work[SETS, b], i] < 0:  # an empty block may hold any
        b += 1
    work[BLOCK, i] = b
    work[BEFORE, i] = work[SETS, b]
    work[SETS, b] = grow[work[SETS, b], i]
    blocks = work[BLOCKS, i - 1] if i else 0
    if not seats:
        work[BLOCKS, i] = max(blocks, b + 1)
        return
    row = GOT + i
    loses = UNSURE
    if i and work[SURE, i - 1]:
        work[row - 1, blocks] = 0
        grown = work[SETS, b]
        loses = loser(limits, work, i - 1, b, grown, votes[grown])
    work[HELD, b] = votes[work[SETS, b]]
    if loses == UNSURE:
        work[BLOCKS, i] = max(blocks, b + 1)
        count_in_full(limits, seats, work, i)
        return
    for n in range(blocks + 1):
        work[row, n] = work[row - 1, n]
    work[BLOCKS, i] = max(blocks, b + 1)
    work[SURE, i] = 1
    least, second = work[LEAST, i - 1], work[SECOND, i - 1]
    if loses != NOBODY:
        work[row, b] += 1
        work[row, loses] -= 1
    if loses != NOBODY or b in (least, second):
        least, second = last_in(work, HELD, row, work[BLOCKS, i])
    work[LEAST, i] = least
    work[SECOND, i] = second


def count_in_full(limits: Any, seats: int, work: Any, i: int) -> None:
    """Count the lists up to `i`, if that can be done without lots and limits."""
    work[SURE, i] = 0
    if work[TOTAL, i] == 0:
        return
    row, blocks = GOT + i, work[BLOCKS, i]
    least, second, lot = level(work, HELD, row, blocks, work[TOTAL, i], seats)
    for b in range(blocks):
        lot = lot or work[row, b] > limits[work[SETS, b]]
    work[LEAST, i] = least
    work[SECOND, i] = second
    work[SURE, i] = int(not lot)


def loser(limits: Any, work: Any, i: int, b: int, grown: int, held: int) -> int:
    """The block that gives a seat to block `b` when it grows, with the lists up to `i` placed.

    `grown` is its set then, and `held` its votes.

    NOBODY where no seat moves, UNSURE where there might be more to it.
    """
    row = GOT + i
    other = work[SECOND, i] if b == work[LEAST, i] else work[LEAST, i]
    if other == NOBODY:
        return NOBODY
    price, paid, own = work[HELD, other], work[row, other], work[row, b]
    offer, least = held * paid, price * (own + 1)
    if offer < least:
        return NOBODY
    if offer == least or offer >= least + price or own == limits[grown]:
        return UNSURE
    # of two with the same last quotient a lot takes one: the next cheapest may be such a twin
    start, end = work[SECOND, i], work[SECOND, i] + 1
    if b in (work[LEAST, i], start):
        start, end = 0, work[BLOCKS, i]
    for n in range(max(start, 0), end):
        if n not in (b, other) and work[row, n] and work[HELD, n] * paid == price * work[row, n]:
            return UNSURE
    return int(other)


def count_leaf(
    votes: Any, limits: Any, seats: int, work: Any, blocks: int, b: int, grown: int
) -> int:
    """Count a whole structure, the last list in block `b`; returns the seats that a lot decides."""
    write_leaf(votes, limits, work, blocks, b, grown)
    return share(work, max(blocks, b + 1), seats)


def write_leaf(votes: Any, limits: Any, work: Any, blocks: int, b: int, grown: int) -> None:
    """Write the blocks of a structure, the last list in block `b`, to the rows for a full count."""
    for n in range(max(blocks, b + 1)):
        work[UNITS, n] = grown if n == b else work[SETS, n]
        work[VOTES, n] = votes[work[UNITS, n]]
        work[LIMITS, n] = limits[work[UNITS, n]]


def number(grow: Any, votes: Any, work: Any, most: int) -> int:
    """How many structures there are; more than `most` where there are more."""
    last = grow.shape[1] - 1
    begin(grow, votes, votes, 0, work)
    found = 0
    while True:
        for b in range(work[BLOCKS, last - 1] + 1):
            found += grow[work[SETS, b], last] >= 0
        if found > most or not advance(grow, votes, votes, 0, work):
            return int(found)


WALK = (
    *SHARE,
    loser,
    count_in_full,
    place,
    place_from,
    begin,
    advance,
    write_leaf,
    count_leaf,
)  # each after those that it calls
