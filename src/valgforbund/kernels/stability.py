"""Which structures are stable: no list gains by moving to another alliance or standing alone.

A move gains only if it gains whatever lots decide: the fewest seats after it are more than the most
before it. With consent nobody in the alliance that it moves to may lose: neither the fewest nor
the most seats of a list there may fall.
"""

from __future__ import annotations

from typing import Any

from valgforbund.kernels.levels import (
    BLOCK,
    BLOCKS,
    GOT,
    LIMITS,
    NOBODY,
    PLACES,
    SEATED,
    SETS,
    SURE,
    TIED,
    UNITS,
    VOTES,
    last_in,
    share,
)
from valgforbund.kernels.spread import KEEP, VALUE, keep
from valgforbund.kernels.walk import UNSURE, WALK, advance, begin, count_leaf, loser, write_leaf


def stable(
    grow: Any,
    joins: Any,
    votes: Any,
    limits: Any,
    seats: int,
    work: Any,
    inside: Any,
    rivals: Any,
    kept: Any,
    stay: Any,
    home: Any,
    room: Any,
    asks: int,
    sheet: Any,
    steps: int,
    fresh: bool,
) -> tuple[int, bool]:
    """Keep the stable structures that need the fewest moves; count all of them.

    Parameters
    ----------
    inside : tuple of arrays
        By cell (a set with so many seats): where the cells of a set begin; by cell and list its
        certain seats, and whether a lot can give it one more.
    rivals : array of int, lists × seats × lists
        How many seats the third list can have before the first one has so many for sure; more
        than there are where the two may not be together.
    kept, stay, home, room
        See `spread.keep`; the first row says how many are kept and how many are stable.
    asks : int
        1 if a move needs consent.
    sheet : array of int
        A second work sheet.

    Notes
    -----
    Everything else as in `structures.tally`.
    """
    if fresh:
        begin(grow, votes, limits, seats, work)
    last = grow.shape[1] - 1
    end = last - 1
    row = GOT + end
    done = 0
    for _ in range(steps):
        blocks = work[BLOCKS, end]
        work[row, blocks] = 0
        for b in range(blocks + 1):
            grown = joins[work[SETS, b]]
            if grown < 0:
                continue
            done += 1
            units = max(blocks, b + 1)
            seat_leaf(votes, limits, seats, work, b, grown, end)
            work[BLOCK, last] = b
            if is_stable(grow, votes, limits, seats, work, units, inside, rivals, asks, sheet):
                kept[0, VALUE] += 1
                keep(joins, work, blocks, b, kept, stay, home, room)
        if not advance(grow, votes, limits, seats, work):
            return done, False
    return done, True


def seat_leaf(votes: Any, limits: Any, seats: int, work: Any, b: int, grown: int, end: int) -> None:
    """Write a whole structure and its count, the last list in block `b`."""
    blocks, held = work[BLOCKS, end], votes[grown]
    loses = loser(limits, work, end, b, grown, held) if work[SURE, end] else UNSURE
    if loses == UNSURE:
        count_leaf(votes, limits, seats, work, blocks, b, grown)
        return
    write_leaf(votes, limits, work, blocks, b, grown)
    for n in range(max(blocks, b + 1)):
        work[SEATED, n] = work[GOT + end, n]
        work[TIED, n] = 0
    if loses != NOBODY:
        work[SEATED, b] += 1
        work[SEATED, loses] -= 1


def is_stable(
    grow: Any,
    votes: Any,
    limits: Any,
    seats: int,
    work: Any,
    units: int,
    inside: Any,
    rivals: Any,
    asks: int,
    sheet: Any,
) -> bool:
    """Whether no list gains by a move from the structure that was counted last."""
    first, certain, open_ = inside
    lists = grow.shape[1]
    least, _ = last_in(work, VOTES, SEATED, units)
    seated = 0
    for n in range(units):
        seated += work[SEATED, n]
    for i in range(lists - 1, -1, -1):
        own = work[BLOCK, i]
        cell = first[work[UNITS, own]] + work[SEATED, own] + work[TIED, own]
        wanted = certain[cell, i] + open_[cell, i] + 1
        single = grow[0, i]
        if wanted > limits[single]:
            continue
        for b in range(units + 1):  # the last: alone
            work[PLACES, b] = wanted
        for m in range(lists):
            if m != i:
                work[PLACES, work[BLOCK, m]] += rivals[i, wanted, m]
        for b in range(units + 1):
            needed = work[PLACES, b]
            if b == own or needed > seats or (b == units and work[UNITS, own] == single):
                continue
            if reaches(
                votes, limits, seats, work, units, i, b, single, needed, least, seated
            ) and not (
                asks
                and b < units
                and hurts(grow, votes, limits, seats, work, units, i, b, inside, sheet)
            ):
                return False
    return True


def reaches(
    votes: Any,
    limits: Any,
    seats: int,
    work: Any,
    units: int,
    i: int,
    b: int,
    single: int,
    needed: int,
    least: int,
    seated: int,
) -> bool:
    """Whether block `b` with list `i` has so many seats whatever lots decide.

    It has if the others have no more quotients as large as the one that its last seat needs than
    there are seats left. Whoever is not touched by the move has all its seats above the price of
    the cheapest one, `least`, and nothing else above it: so mostly their sum will do. Where no seat
    has a price because lots decide on all of them, everybody is looked at.
    """
    own = work[BLOCK, i]
    held, most = votes[single], limits[single]
    others = seated - work[SEATED, own]
    if b < units:
        held += work[VOTES, b]
        most += work[LIMITS, b]
        others -= work[SEATED, b]
    if needed > most:
        return False
    left = seats - needed
    is_cheap = least == NOBODY or work[VOTES, least] * needed >= held * work[SEATED, least]
    if is_cheap and others > left:
        return False
    rival, room = work[VOTES, own] - votes[single], work[LIMITS, own] - limits[single]
    left -= min(room, as_large(rival, work[SEATED, own], held, needed, left))
    if is_cheap and others > left:
        return False
    if not is_cheap and others <= left:
        return True
    for n in range(units):
        if n != b and n != own:  # noqa: PLR1714 -- compiled it is faster so
            large = as_large(work[VOTES, n], work[SEATED, n], held, needed, left)
            left -= min(work[LIMITS, n], large)
            if left < 0:
                return False
    return bool(left >= 0)


def as_large(votes: int, near: int, held: int, needed: int, enough: int) -> int:
    """How many quotients of these votes are as large as held / needed, near to a guess.

    More than enough need not be counted.
    """
    while near > 0 and votes * needed < held * near:
        near -= 1
    while near <= enough and votes * needed >= held * (near + 1):
        near += 1
    return near


def hurts(
    grow: Any,
    votes: Any,
    limits: Any,
    seats: int,
    work: Any,
    units: int,
    i: int,
    b: int,
    inside: Any,
    sheet: Any,
) -> bool:
    """Whether a list of block `b` loses when list `i` joins it."""
    first, certain, open_ = inside
    single = grow[0, i]
    for n in range(units):
        sign = 1 if n == b else -1 if n == work[BLOCK, i] else 0
        sheet[VOTES, n] = work[VOTES, n] + sign * votes[single]
        sheet[LIMITS, n] = work[LIMITS, n] + sign * limits[single]
    share(sheet, units, seats)
    union = 0
    for m in range(grow.shape[1]):
        if m == i or work[BLOCK, m] == b:
            union = grow[union, m]
    old = first[work[UNITS, b]] + work[SEATED, b]
    new = first[union] + sheet[SEATED, b]
    drawn_old, drawn_new = old + work[TIED, b], new + sheet[TIED, b]
    for m in range(grow.shape[1]):
        if work[BLOCK, m] == b:
            if certain[new, m] < certain[old, m]:
                return True
            most = certain[drawn_old, m] + open_[drawn_old, m]
            if certain[drawn_new, m] + open_[drawn_new, m] < most:
                return True
    return False


STABLE = (*WALK, *KEEP, seat_leaf, as_large, reaches, hurts, is_stable, stable)
