"""Voting power (magt): how often a member of an assembly is pivotal, exactly.

Source: L. S. Penrose 1946 and J. F. Banzhaf 1965; L. S. Shapley and M. Shubik 1954. Coalitions
are counted by generating functions: all coalitions by their votes once, and without one member
by taking it out again, so many members cost no more than a few.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial


def swings(votes: Sequence[int], quota: int) -> list[int]:
    """How many coalitions of the others each member turns from losing to winning.

    Parameters
    ----------
    votes : sequence of int
        Votes of each member, 0 or more.
    quota : int
        Votes that win.

    Examples
    --------
    >>> swings([4, 3, 2, 1], 6)
    [5, 3, 3, 1]
    """
    every = [1]  # every[s]: coalitions with s votes
    for weight in votes:
        every = _added(every, weight)
    return [_pivotal(_removed(every, weight), weight, quota) for weight in votes]


def banzhaf(votes: Sequence[int], quota: int) -> list[Fraction]:
    """The Banzhaf index: each member's share of all swings.

    Examples
    --------
    >>> [str(share) for share in banzhaf([4, 3, 2, 1], 6)]
    ['5/12', '1/4', '1/4', '1/12']
    """
    found = swings(votes, quota)
    total = sum(found)
    return [Fraction(each, total) if total else Fraction(0) for each in found]


def shapley(votes: Sequence[int], quota: int) -> list[Fraction]:
    """The Shapley-Shubik index: the share of all orders in which a member brings the majority.

    Examples
    --------
    >>> [str(share) for share in shapley([4, 3, 2, 1], 6)]
    ['5/12', '1/4', '1/4', '1/12']
    """
    many = len(votes)
    every: list[list[int]] = [[1]]  # every[k][s]: coalitions of k members with s votes
    for weight in votes:
        grown = [[0] * weight + row for row in every]
        every = [_sum(one, other) for one, other in zip([*every, []], [[], *grown], strict=True)]
    orders = [factorial(k) * factorial(many - 1 - k) for k in range(many)]
    return [
        Fraction(
            sum(
                order * _pivotal(row, weight, quota)
                for order, row in zip(orders, _without(every, weight), strict=True)
            ),
            factorial(many),
        )
        for weight in votes
    ]


def winning(votes: Sequence[int], quota: int) -> int:
    """How many coalitions win.

    Examples
    --------
    >>> winning([4, 3, 2, 1], 6)
    7
    """
    every = [1]
    for weight in votes:
        every = _added(every, weight)
    return sum(every[quota:])


def _pivotal(others: Sequence[int], weight: int, quota: int) -> int:
    """Coalitions of the others that lose alone and win with this member."""
    return sum(others[max(quota - weight, 0) : quota])


def _added(every: list[int], weight: int) -> list[int]:
    return _sum(every, [0] * weight + every)


def _removed(every: list[int], weight: int) -> list[int]:
    """Coalitions by votes without one member: the reverse of adding it."""
    if not weight:
        return [each // 2 for each in every]
    others: list[int] = []
    for s in range(len(every) - weight):
        others.append(every[s] - (others[s - weight] if s >= weight else 0))
    return others


def _without(every: list[list[int]], weight: int) -> list[list[int]]:
    """Coalitions by size and votes without one member."""
    others: list[list[int]] = [every[0]]
    for row in every[1:-1]:
        others.append(_difference(row, [0] * weight + others[-1]))
    return others


def _sum(one: list[int], other: list[int]) -> list[int]:
    longest = max(len(one), len(other))
    padded = (each + [0] * (longest - len(each)) for each in (one, other))
    return [a + b for a, b in zip(*padded, strict=True)]


def _difference(one: list[int], other: list[int]) -> list[int]:
    return _sum(one, [-each for each in other])
