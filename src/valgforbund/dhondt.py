"""One level of d'Hondt on whole numbers: certain seats, ties and limits.

Source: kommunal- og regionalvalgloven §§ 81-83: votes are divided by 1, 2, 3 …, the largest
quotients win, equal quotients for the last seats are decided by lot.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Level(NamedTuple):
    """The result of one level.

    Attributes
    ----------
    seats : list of int
        Certain seats of each unit.
    tied : tuple of int
        Positions of the units between which a lot decides; empty when none is needed.
    stake : int
        Seats that the lot decides; each tied unit can win at most one of them.
    vacant : int
        Seats nobody can fill.
    """

    seats: list[int]
    tied: tuple[int, ...] = ()
    stake: int = 0
    vacant: int = 0


def apportion(votes: Sequence[int], seats: int, limits: Sequence[int] | None = None) -> Level:
    """Share seats by d'Hondt, exactly.

    Parameters
    ----------
    votes : sequence of int
        Votes of each unit, 0 or more, of any size.
    seats : int
        Seats to share, 0 or more.
    limits : sequence of int, optional
        The most seats each unit can fill.

    Returns
    -------
    Level
        A unit without votes gets no seat; what no unit can fill stays vacant.

    Notes
    -----
    Jump and step: a first guess in proportion, then single seats move until no unit's next
    quotient is above another's last. The cost does not grow with the number of seats. Limits:
    count without them; units above theirs are fixed there, the rest share what is left. That is
    the same quotient sequence, because fixing one unit only leaves more to the others.

    Examples
    --------
    >>> apportion([25, 31, 27], 8)
    Level(seats=[2, 3, 3], tied=(), stake=0, vacant=0)
    >>> apportion([10, 10], 3)
    Level(seats=[1, 1], tied=(0, 1), stake=1, vacant=0)
    """
    level = _without_limits(votes, seats)
    if limits is None:
        return level
    top = list(level.seats)
    for i in level.tied:
        top[i] += 1
    if all(map(int.__le__, top, limits)):
        return level
    full = {i for i, seat in enumerate(top) if seat > limits[i]}
    rest = [i for i in range(len(votes)) if i not in full]
    filled = sum(limits[i] for i in full)
    inner = apportion([votes[i] for i in rest], seats - filled, [limits[i] for i in rest])
    result = [min(limit, seat) for limit, seat in zip(limits, top, strict=True)]
    for i, seat in zip(rest, inner.seats, strict=True):
        result[i] = seat
    return Level(result, tuple(rest[i] for i in inner.tied), inner.stake, inner.vacant)


def _without_limits(votes: Sequence[int], seats: int) -> Level:
    """Jump to the proportional guess, then move single seats until the quotients are in order."""
    total = sum(votes)
    if not total or not seats:
        return Level([0] * len(votes), vacant=0 if total else seats)
    jump, double = 2 * seats + len(votes), 2 * total
    got = [v * jump // double for v in votes]
    missing = seats - sum(got)
    while True:
        # a: the unit with the largest next quotient; b: the one with the smallest last quotient
        a, a_votes, a_next = -1, 0, 1
        b, b_votes, b_last = -1, 1, 0  # an infinite quotient
        i = 0
        for v, s in zip(votes, got):  # noqa: B905 -- the hot loop; both have one length
            if v * a_next > a_votes * (s + 1):
                a, a_votes, a_next = i, v, s + 1
            if s and v * b_last < b_votes * s:
                b, b_votes, b_last = i, v, s
            i += 1
        if missing > 0:
            got[a] += 1
            missing -= 1
        elif missing < 0:
            got[b] -= 1
            missing += 1
        else:
            order = a_votes * b_last - b_votes * a_next
            if order < 0:
                return Level(got)
            if order == 0:
                return _tie(votes, got, b_votes, b_last)
            got[a] += 1
            got[b] -= 1


def _tie(votes: Sequence[int], got: list[int], cut_votes: int, cut_divisor: int) -> Level:
    """Take back the seats won at the cutting quotient; a lot decides them."""
    holders = [i for i, v in enumerate(votes) if got[i] and v * cut_divisor == cut_votes * got[i]]
    waiting = [i for i, v in enumerate(votes) if v and v * cut_divisor == cut_votes * (got[i] + 1)]
    for i in holders:
        got[i] -= 1
    return Level(got, tuple(sorted(holders + waiting)), len(holders))
