"""One level of d'Hondt on whole numbers: certain seats, ties and limits.

Source: kommunal- og regionalvalgloven §§ 81-83: votes are divided by 1, 2, 3 …, the largest
quotients win, equal quotients for the last seats are decided by lot.
"""

from __future__ import annotations

import operator
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
    Jump and step: every unit buys seats at one guessed price; then single seats are added or
    given back. The cost does not grow with the number of seats. Limits: count without them;
    units above theirs are fixed there, the rest share what is left. That is the same quotient
    sequence, because fixing one unit only leaves more to the others.

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
    top = level.seats
    if level.tied:
        top = [seat + (i in level.tied) for i, seat in enumerate(top)]
    if all(map(operator.le, top, limits)):
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
    """Buy at one price, then add the largest next or give back the smallest last quotients.

    At one price every quotient that wins is at least the price and every other is below it, so
    the seats are in order; each step keeps them in order, and only a step can end in a tie.
    """
    total = sum(votes)
    if not total or not seats:
        return Level([0] * len(votes), vacant=0 if total else seats)
    # the price is total / (seats + units / 2): rounding down costs each unit half a seat
    amount, price = 2 * seats + len(votes), 2 * total
    got = [v * amount // price for v in votes]
    missing = seats - sum(got)
    if not missing:
        return Level(got)
    last = 0
    for _ in range(missing):
        last = _next(votes, got)
        got[last] += 1
    for _ in range(-missing):
        last = _last(votes, got)
        got[last] -= 1
    return _at_quotient(votes, seats, votes[last], got[last] + (missing < 0))


def _next(votes: Sequence[int], got: Sequence[int]) -> int:
    """Position of the unit with the largest quotient without a seat."""
    best, best_votes, best_divisor = 0, 0, 1
    for i, seat in enumerate(got):
        if votes[i] * best_divisor > best_votes * (seat + 1):
            best, best_votes, best_divisor = i, votes[i], seat + 1
    return best


def _last(votes: Sequence[int], got: Sequence[int]) -> int:
    """Position of the unit with the smallest quotient that has a seat."""
    best, best_votes, best_divisor = 0, 1, 0
    for i, seat in enumerate(got):
        if votes[i] * best_divisor < best_votes * seat:
            best, best_votes, best_divisor = i, votes[i], seat
    return best


def _at_quotient(votes: Sequence[int], seats: int, cut_votes: int, cut_divisor: int) -> Level:
    """Buy at the quotient where winning ends; those who have it draw lots for what is left."""
    got = [v * cut_divisor // cut_votes for v in votes]
    too_many = sum(got) - seats
    if not too_many:
        return Level(got)
    at_cut = tuple(i for i, v in enumerate(votes) if v and v * cut_divisor % cut_votes == 0)
    for i in at_cut:
        got[i] -= 1
    stake = len(at_cut) - too_many
    return Level(got, at_cut, stake) if stake else Level(got)
