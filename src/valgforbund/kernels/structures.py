"""How often every set of lists gets how many seats as an alliance, over all structures."""

from __future__ import annotations

from typing import Any

from valgforbund.kernels.levels import (
    BLOCKS,
    GOT,
    HELD,
    JOINED,
    LEAST,
    LOST,
    NOBODY,
    SEATED,
    SETS,
    SURE,
    TIED,
    UNITS,
)
from valgforbund.kernels.walk import UNSURE, WALK, advance, begin, count_leaf, loser


def tally(
    grow: Any,
    joins: Any,
    votes: Any,
    limits: Any,
    seats: int,
    work: Any,
    sure: Any,
    lots: Any,
    steps: int,
    fresh: bool,
) -> tuple[int, bool]:
    """Count the structures of the next partitions of all lists but the last.

    Parameters
    ----------
    grow : array of int, sets × lists
        The set with one list more; -1 where it may not join. Lists join in order.
    joins : array of int, by set
        The same for the last list.
    votes, limits : arrays of int, by set
    seats : int
    work : array of int
        The work sheet; says where to go on.
    sure, lots : arrays of int, sets × seats
        How often a set has that many seats, or that many and perhaps one more by lot; added to.
    steps : int
        Partitions to do before coming back.
    fresh : bool
        Whether to begin.

    Returns
    -------
    tuple
        Structures counted, and whether there are more.
    """
    if fresh:
        begin(grow, votes, limits, seats, work)
    end = grow.shape[1] - 2
    done = 0
    for _ in range(steps):
        done += tally_leaves(joins, votes, limits, seats, work, end, sure, lots)
        if not advance(grow, votes, limits, seats, work):
            return done, False
    return done, True


def tally_leaves(
    joins: Any, votes: Any, limits: Any, seats: int, work: Any, end: int, sure: Any, lots: Any
) -> int:
    """Count the structures of one partition: the last list in each of its blocks, and alone."""
    row = GOT + end
    blocks = work[BLOCKS, end]
    last = votes[joins[0]]
    work[row, blocks] = 0
    known, least = work[SURE, end], work[LEAST, end]
    price = paid = 0
    if known and least != NOBODY:
        price, paid = work[HELD, least], work[row, least]
    done = quick = 0
    for b in range(blocks + 1):
        work[JOINED, b] = work[LOST, b] = 0
    for b in range(blocks + 1):
        grown = joins[work[SETS, b]]
        if grown < 0:
            continue
        done += 1
        held = work[HELD, b] + last
        loses = NOBODY
        if b == least or held * paid >= price * (work[row, b] + 1):  # mostly no seat moves
            loses = loser(limits, work, end, b, grown, held) if known else UNSURE
        if loses == UNSURE:
            tally_leaf(votes, limits, seats, work, blocks, b, grown, sure, lots)
            continue
        quick += 1
        work[JOINED, b] = 1
        if loses == NOBODY:
            sure[grown, work[row, b]] += 1
        else:
            sure[grown, work[row, b] + 1] += 1
            work[LOST, loses] += 1
    if quick:
        tally_others(work, row, blocks, quick, sure)
    return done


def tally_others(work: Any, row: int, blocks: int, quick: int, sure: Any) -> None:
    """Count the blocks in the leaves in which they did not grow, with the seats they lost."""
    for b in range(blocks):
        lost = work[LOST, b]
        sure[work[SETS, b], work[row, b]] += quick - work[JOINED, b] - lost
        if lost:
            sure[work[SETS, b], work[row, b] - 1] += lost


def tally_leaf(
    votes: Any,
    limits: Any,
    seats: int,
    work: Any,
    blocks: int,
    b: int,
    grown: int,
    sure: Any,
    lots: Any,
) -> None:
    """Count one structure in full."""
    count_leaf(votes, limits, seats, work, blocks, b, grown)
    for n in range(max(blocks, b + 1)):
        if work[TIED, n]:
            lots[work[UNITS, n], work[SEATED, n]] += 1
        else:
            sure[work[UNITS, n], work[SEATED, n]] += 1


TALLY = (*WALK, tally_leaf, tally_others, tally_leaves, tally)
