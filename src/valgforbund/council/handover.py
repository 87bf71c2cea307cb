"""Where seats change hands: the cheapest way in which each group gets or hands over what is due.

One seat after another goes from a group that gets one, through a committee, to a group that hands
one over, along the cheapest path there is; a path may take back what went elsewhere before. Where
the next seat of a group in a committee never costs less than the one before it, the result is the
cheapest of all (successive shortest paths: Ahuja, Magnanti and Orlin, Network Flows, 1993, ch. 9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

Cost: TypeAlias = Callable[[int, int, int], int | None]
Step: TypeAlias = tuple[int, int, int]  # from, to, cost; committees are numbered after the groups


def cheapest(due: Sequence[int], places: int, cost: Cost) -> list[list[int]]:
    """The seats that each group gets or hands over in each committee.

    Parameters
    ----------
    due : sequence of int
        Seats that each group gets, or hands over (below 0); they add up to 0.
    places : int
        The number of committees.
    cost : callable
        Of group, committee and n: what it costs that the group gets (hands over) its n-th seat
        there, never less than the seat before; None where it cannot.

    Returns
    -------
    list of lists of int
        By group and committee, without a sign. Of equally cheap ways the one that is found first.

    Examples
    --------
    >>> cheapest([-2, 2], 3, lambda group, place, n: n)
    [[1, 1, 0], [1, 1, 0]]
    """
    left = list(due)
    moved = [[0] * places for _ in due]
    while any(left):
        for one, other in pairwise(_path(left, [*_steps(due, moved, cost)])):
            group, place = min(one, other), max(one, other) - len(due)
            moved[group][place] += 1 if (one == group) == (due[group] > 0) else -1
    return moved


def _steps(due: Sequence[int], moved: Sequence[Sequence[int]], cost: Cost) -> Iterator[Step]:
    """What one seat more costs, and one fewer saves: takers to committees to givers."""
    for group, row in enumerate(moved):
        for place, n in enumerate(row):
            ends = (group, len(due) + place)
            there, back = (ends, ends[::-1]) if due[group] > 0 else (ends[::-1], ends)
            more = cost(group, place, n + 1) if due[group] else None
            if more is not None:
                yield *there, more
            if n:
                yield *back, -(cost(group, place, n) or 0)


def _path(left: list[int], steps: Sequence[Step]) -> list[int]:
    """The cheapest path from a group that still gets a seat to one that still hands one over."""
    costs = {group: 0 for group, seats in enumerate(left) if seats > 0}
    before: dict[int, int] = {}
    is_better = True
    while is_better:
        is_better = False
        for one, other, step in steps:
            if one in costs and (other not in costs or costs[one] + step < costs[other]):
                costs[other], before[other] = costs[one] + step, one
                is_better = True
    ends = [group for group, seats in enumerate(left) if seats < 0 and group in costs]
    path = [min(ends, key=costs.__getitem__)]
    while path[0] in before:
        path.insert(0, before[path[0]])
    left[path[0]] -= 1
    left[path[-1]] += 1
    return path
