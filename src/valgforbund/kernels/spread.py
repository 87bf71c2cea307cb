"""What a list or a bloc gets over all structures, and the structures nearest to the present one."""

from __future__ import annotations

from typing import Any

from valgforbund.kernels.levels import (
    BLOCK,
    BLOCKS,
    GOT,
    NOBODY,
    PLACES,
    SEATED,
    SETS,
    SURE,
    TIED,
    UNITS,
)
from valgforbund.kernels.walk import UNSURE, WALK, advance, begin, count_leaf, loser

MOVES, STRUCTURE = 0, 1  # columns of what is kept: the moves, then the block of each list
FILLED, VALUE = 0, 1  # its first row says how many there are and what they are worth


def spread(
    grow: Any,
    joins: Any,
    votes: Any,
    limits: Any,
    seats: int,
    work: Any,
    worth: Any,
    often: Any,
    best: Any,
    worst: Any,
    stay: Any,
    home: Any,
    room: Any,
    steps: int,
    fresh: bool,
) -> tuple[int, bool]:
    """Add up what structures are worth; keep the best and worst that need the fewest moves.

    Parameters
    ----------
    worth : array of int, sets × seats
        Fewest seats of the bloc in a set with that many, times (seats + 1), plus the most.
    often : array of int
        How often structures are worth that; added to.
    best, worst : arrays of int
        Kept structures; see `keep`.
    stay, home, room
        See `keep`.

    Notes
    -----
    Everything else as in `structures.tally`.
    """
    if fresh:
        begin(grow, votes, limits, seats, work)
    end = grow.shape[1] - 2
    done = 0
    for _ in range(steps):
        blocks = work[BLOCKS, end]
        work[GOT + end, blocks] = 0
        base = 0
        if work[SURE, end]:
            for b in range(blocks):
                base += worth[work[SETS, b], work[GOT + end, b]]
        for b in range(blocks + 1):
            grown = joins[work[SETS, b]]
            if grown < 0:
                continue
            done += 1
            value = leaf_worth(votes, limits, seats, work, b, grown, base, worth, end)
            often[value] += 1
            if is_edge(best, value, 1):
                keep(joins, work, blocks, b, best, stay, home, room)
            if is_edge(worst, value, -1):
                keep(joins, work, blocks, b, worst, stay, home, room)
        if not advance(grow, votes, limits, seats, work):
            return done, False
    return done, True


def is_edge(kept: Any, value: int, sign: int) -> bool:
    """Whether nothing kept is worth more (for sign -1: less); what is worth less is dropped."""
    if sign * value > sign * kept[0, VALUE]:
        kept[0, FILLED], kept[0, VALUE] = 0, value
    return bool(value == kept[0, VALUE])


def leaf_worth(
    votes: Any,
    limits: Any,
    seats: int,
    work: Any,
    b: int,
    grown: int,
    base: int,
    worth: Any,
    end: int,
) -> int:
    """What a structure is worth; `base` is what it is without the last list."""
    held = votes[grown]
    loses = loser(limits, work, end, b, grown, held) if work[SURE, end] else UNSURE
    if loses == UNSURE:
        blocks = work[BLOCKS, end]
        stake = count_leaf(votes, limits, seats, work, blocks, b, grown)
        return worth_of(work, max(blocks, b + 1), stake, seats + 1, worth)
    row = GOT + end
    own = work[row, b]
    value = base - worth[work[SETS, b], own]
    if loses == NOBODY:
        return int(value + worth[grown, own])
    lost, paid = work[SETS, loses], work[row, loses]
    return int(value + worth[grown, own + 1] + worth[lost, paid - 1] - worth[lost, paid])


def worth_of(work: Any, units: int, stake: int, base: int, worth: Any) -> int:
    """What a structure that was counted in full is worth, least and most over its lots."""
    low = high = 0
    for n in range(units):
        value = worth[work[UNITS, n], work[SEATED, n]]
        low += value // base
        high += value % base
    low += drawn(work, units, stake, base, worth, 1)
    high -= drawn(work, units, stake, base, worth, -1)
    return low * base + high


def drawn(work: Any, units: int, stake: int, base: int, worth: Any, sign: int) -> int:
    """The sum of the smallest of what tied units gain; for sign -1 of the most, below zero."""
    for n in range(units):
        work[PLACES, n] = work[TIED, n]
    total = 0
    for _ in range(stake):
        chosen, least = NOBODY, 0
        for n in range(units):
            if work[PLACES, n]:
                less = worth[work[UNITS, n], work[SEATED, n]]
                more = worth[work[UNITS, n], work[SEATED, n] + 1]
                gain = more // base - less // base if sign > 0 else less % base - more % base
                if chosen == NOBODY or gain < least:
                    chosen, least = n, gain
        work[PLACES, chosen] = 0
        total += least
    return total


def keep(
    joins: Any, work: Any, blocks: int, b: int, kept: Any, stay: Any, home: Any, room: Any
) -> None:
    """Keep a structure if few enough lists have to move for it.

    Parameters
    ----------
    kept : array of int
        A row a structure: its moves, and the block of each list; fewest moves first. The first row
        says how many there are.
    stay : array of int, by set
        The most of its lists that are together now: those that need not move, if no other set
        needs the same alliance.
    home : array of int, by list
        Its present alliance; -1 alone.
    room : array of int
        Room for 2^alliances numbers.
    """
    last = len(home) - 1
    filled, most = kept[0, FILLED], kept.shape[0] - 1
    at_least = last + 1
    for n in range(max(blocks, b + 1)):
        at_least -= stay[joins[work[SETS, n]] if n == b else work[SETS, n]]
    if filled == most and at_least >= kept[filled, MOVES]:
        return
    work[BLOCK, last] = b
    needed = moves(work, max(blocks, b + 1), last + 1, home, room)
    if filled == most:
        if needed >= kept[filled, MOVES]:
            return
    else:
        filled += 1
        kept[0, FILLED] = filled
    place = filled
    while place > 1 and kept[place - 1, MOVES] > needed:
        for i in range(last + 2):
            kept[place, i] = kept[place - 1, i]
        place -= 1
    kept[place, MOVES] = needed
    for i in range(last + 1):
        kept[place, STRUCTURE + i] = work[BLOCK, i]


def moves(work: Any, blocks: int, lists: int, home: Any, room: Any) -> int:
    """The fewest lists that move to make the structure from the present one.

    Each block takes over one present alliance, or one list that is alone; who is in neither
    moves. room[used] is the most that can stay when these alliances are taken over.
    """
    size = len(room)
    for used in range(size):
        room[used] = NOBODY
    room[0] = 0
    for n in range(blocks):
        alliance, bit = 0, 1
        while bit < size:
            work[PLACES, alliance] = together(work, n, lists, home, alliance)
            alliance += 1
            bit *= 2
        alone = int(together(work, n, lists, home, NOBODY) > 0)
        for used in range(size - 1, -1, -1):  # downwards: what is written is not read again
            if room[used] == NOBODY:
                continue
            stays = room[used]
            room[used] = stays + alone
            alliance, bit = 0, 1
            while bit < size:
                shared = 0 if used & bit else work[PLACES, alliance]
                if shared and stays + shared > room[used | bit]:
                    room[used | bit] = stays + shared
                alliance += 1
                bit *= 2
    stays = 0
    for used in range(size):
        stays = max(stays, int(room[used]))
    return lists - stays


def together(work: Any, n: int, lists: int, home: Any, alliance: int) -> int:
    """How many lists of a block are in an alliance now."""
    found = 0
    for i in range(lists):
        found += work[BLOCK, i] == n and home[i] == alliance
    return found


KEEP = (together, moves, keep)
SPREAD = (*WALK, drawn, worth_of, leaf_worth, *KEEP, is_edge, spread)
