"""Very many draws of votes counted at once: seats of every list, and where a lot decides.

Blocks of draws lie list by list, so that one instruction counts several draws. The numbers there
have 24 bits, which is enough to find the seats but not to prove them: a draw in which any decision
is closer than rounding can tell, or in which a list runs out of candidates, is counted again in
whole numbers (`rows`). So every result is exact, and lots are found as lots.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from valgforbund.errors import ScenarioError
from valgforbund.kernels import rows
from valgforbund.kernels.compiler import compiled
from valgforbund.units import Unit

BLOCK = 128  # draws side by side
MOST = 2**52  # votes × (seats + lists) up to here are whole numbers in float64, and fit in int64

ZERO, ONE = np.float32(0), np.float32(1)
LEAST, NONE = np.float32(-np.inf), np.float32(np.nan)  # below every quotient; equal to nothing
HALF = np.float32(0.4999)  # not quite, so that a list with half of the votes is not in doubt
ROUNDED = 2.0**-24  # what a number of 24 bits may be off by, as a part of it


class Tree(NamedTuple):
    """A council as arrays: lists first, then the council, alliances and groups, outermost first.

    Attributes
    ----------
    starts, members : array of int
        The members of group g are ``members[starts[g]:starts[g + 1]]``: lists by position, groups
        by their number plus the number of lists.
    limits : array of int
        The most seats each list can fill.
    seats : int
    """

    starts: np.ndarray
    members: np.ndarray
    limits: np.ndarray
    seats: int


class Batch(NamedTuple):
    """The result of many draws.

    Attributes
    ----------
    seats : array of int, lists × draws
    lots : array of bool
        Draws in which a lot is due.
    """

    seats: np.ndarray
    lots: np.ndarray


def tree(council: Unit, limits: tuple[int | None, ...], seats: int) -> Tree:
    """The arrays of a scenario's council.

    Parameters
    ----------
    council : Unit
    limits : tuple of int or None
        Candidates of each list, whatever its votes are in the scenario itself.
    seats : int
    """
    groups, members, starts = [council], [], [0]
    for group in groups:
        for child in group.children:
            members.append(len(limits) + len(groups) if child.children else child.position)
            groups += [child] if child.children else []
        starts.append(len(members))
    most = [seats if limit is None else min(limit, seats) for limit in limits]
    return Tree(np.array(starts), np.array(members), np.array(most), seats)


def count(tree: Tree, votes: np.ndarray, chance: np.random.Generator | None = None) -> Batch:
    """Count every draw by d'Hondt at every level, exactly.

    Parameters
    ----------
    tree : Tree
    votes : array of float64, lists × draws
        Whole numbers, 0 or more.
    chance : Generator, optional
        Draws the lots. Without it seats are the certain ones: one that waits for a lot is in no
        list.

    Raises
    ------
    ScenarioError
        If votes × (seats + lists) of a draw are above 2^52: beyond, floats are not whole.

    Examples
    --------
    >>> from valgforbund.scenario import Scenario
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> votes = np.array([[25, 9], [31, 9], [11, 0], [16, 1]])
    >>> batch = count(tree(s.council, s.limits, 8), votes)
    >>> batch.seats.T.tolist(), batch.lots.tolist()
    ([[2, 3, 1, 2], [4, 4, 0, 0]], [False, False])
    """
    lists, draws = votes.shape
    votes = np.ascontiguousarray(votes, dtype=np.float64)
    seats = np.empty((lists, draws), dtype=np.int64)
    doubtful = np.empty(draws, dtype=np.bool_)
    in_blocks = compiled(*IN_BLOCKS, error_model="numpy")
    most = in_blocks(votes, *tree, nearness(lists), seats, doubtful)
    if most * (tree.seats + lists) > MOST:
        largest = votes[:, votes.sum(axis=0).argmax()]
        raise ScenarioError("votes_too_many_to_draw", value=sum(map(int, largest)))
    again = np.flatnonzero(doubtful)
    # the order of lots: each list and group has a number, the largest of the tied win
    luck = (
        np.zeros((1, 1))
        if chance is None
        else chance.random((len(again), lists + len(tree.starts)))
    )
    in_rows = compiled(rows.first, rows.share, rows.count)
    lots = np.zeros(draws, dtype=np.bool_)
    in_rows(votes, again, *tree, luck, chance is not None, seats, lots)
    return Batch(seats, lots)


def nearness(lists: int) -> np.float32:
    """What part of a quotient another must differ by to be surely larger or smaller.

    Votes are rounded once, at each addition of a list once, and at the division once.
    """
    return np.float32(2 * (lists + 2) * ROUNDED)


# ---- what is compiled: short loops over few arrays, which become vectors ----


def _count(
    votes: Any,
    starts: Any,
    members: Any,
    limits: Any,
    council: Any,
    near: Any,
    seats: Any,
    doubtful: Any,
) -> Any:
    """Count block by block, and tell which draws are in doubt; gives the most votes of a draw.

    Quotients that differ by less than the part `near` of them may be in the wrong order.
    """
    lists, draws = votes.shape
    v = np.zeros((lists + len(starts) - 1, BLOCK), np.float32)
    got, quotient, doubt = np.zeros_like(v), np.zeros_like(v), np.zeros_like(v[0])
    price, missing, up = np.zeros_like(doubt), np.zeros_like(doubt), np.zeros_like(doubt)
    best, who, cut = np.zeros_like(doubt), np.zeros_like(doubt), np.zeros_like(doubt)
    queue, largest = np.zeros(BLOCK, np.int64), ZERO
    for start in range(0, draws, BLOCK):
        stop = min(start + BLOCK, draws)
        _load(votes[:, start:stop], starts, members, v)
        all_votes, all_seats = v[lists], got[lists]
        for k in range(BLOCK):
            all_seats[k] = council
            largest = max(largest, all_votes[k])
            doubt[k] = ZERO if all_votes[k] > ZERO else ONE
        if largest * (council + lists) > MOST:
            break  # beyond, nothing here is certain, not even that it ends
        for group in range(len(starts) - 1):
            inside, whole = members[starts[group] : starts[group + 1]], lists + group
            _buy(inside, v, got, v[whole], got[whole], price, missing, near, doubt)
            waiting = _direct(missing, up, cut, queue)
            if waiting:
                _divide(inside, v, got, quotient, up)
                while waiting:
                    _find(inside, quotient, best, who)
                    waiting = _move(v, got, quotient, missing, up, cut, best, who, queue, waiting)
                _compare(inside, quotient, cut, near, doubt)
        _tell(got, limits, council, doubt, seats[:, start:stop], doubtful[start:stop])
    return float(largest)


def _load(votes: Any, starts: Any, members: Any, v: Any) -> None:
    """A block's votes, list by list, and the sums of groups."""
    lists, draws = votes.shape
    for i in range(lists):
        given, own = votes[i], v[i]
        for k in range(draws):
            own[k] = np.float32(given[k])
    for group in range(len(starts) - 2, -1, -1):
        whole = v[lists + group]
        whole[:] = ZERO
        for i in members[starts[group] : starts[group + 1]]:
            own = v[i]
            for k in range(BLOCK):
                whole[k] += own[k]


def _buy(
    inside: Any,
    v: Any,
    got: Any,
    total: Any,
    wanted: Any,
    price: Any,
    missing: Any,
    near: Any,
    doubt: Any,
) -> None:
    """Every member buys seats at one price; in doubt is who could just pay, or just not."""
    for k in range(BLOCK):
        price[k] = (wanted[k] + HALF * np.float32(len(inside))) / max(total[k], ONE)
        missing[k] = wanted[k]
    for i in inside:
        own, mine = v[i], got[i]
        for k in range(BLOCK):
            bought = own[k] * price[k]
            doubt[k] = ONE if abs(bought - np.rint(bought)) < near * bought else doubt[k]
            mine[k] = np.floor(bought)
            missing[k] -= mine[k]


def _direct(missing: Any, up: Any, cut: Any, queue: Any) -> Any:
    """Whether seats are missing (up) or too many; queues those draws and gives their number."""
    for k in range(BLOCK):
        up[k] = ONE if missing[k] > ZERO else ZERO
        cut[k] = NONE
    waiting = 0
    for k in range(BLOCK):
        queue[waiting] = k  # written over by the next one, unless it counts
        waiting += missing[k] != ZERO
    return waiting


def _divide(inside: Any, v: Any, got: Any, quotient: Any, up: Any) -> None:
    """The next quotients, or minus the last ones: either way the largest is the next to move."""
    for i in inside:
        own, mine, q = v[i], got[i], quotient[i]
        for k in range(BLOCK):
            q[k] = (up[k] + up[k] - ONE) * own[k] / (mine[k] + up[k])


def _find(inside: Any, quotient: Any, best: Any, who: Any) -> None:
    """The largest of these and whose it is."""
    best[:] = LEAST
    who[:] = ZERO
    for i in inside:
        q, place = quotient[i], np.float32(i)
        for k in range(BLOCK):
            better = q[k] > best[k]
            best[k] = q[k] if better else best[k]
            who[k] = place if better else who[k]


def _move(
    v: Any,
    got: Any,
    quotient: Any,
    missing: Any,
    up: Any,
    cut: Any,
    best: Any,
    who: Any,
    queue: Any,
    waiting: Any,
) -> Any:
    """One seat more or fewer for whose it is in the draws that wait; gives how many still do."""
    left = 0
    for place in range(waiting):
        k = queue[place]
        i = int(who[k])
        sign = up[k] + up[k] - ONE
        got[i, k] += sign
        missing[k] -= sign
        cut[k] = best[k]
        quotient[i, k] = sign * v[i, k] / (got[i, k] + up[k])
        queue[left] = k
        left += missing[k] != ZERO
    return left


def _compare(inside: Any, quotient: Any, cut: Any, near: Any, doubt: Any) -> None:
    """In doubt is a last step that another could have been, or nearly."""
    for i in inside:
        q = quotient[i]
        for k in range(BLOCK):
            doubt[k] = ONE if cut[k] - q[k] <= near * abs(cut[k]) else doubt[k]


def _tell(got: Any, limits: Any, council: Any, doubt: Any, seats: Any, doubtful: Any) -> None:
    """A block's seats; in doubt is also a list with more seats than candidates."""
    lists, draws = seats.shape
    for i in range(lists):
        own, result = got[i], seats[i]
        for k in range(draws):
            result[k] = np.int64(own[k])
        if limits[i] < council:
            most = np.float32(limits[i])
            for k in range(BLOCK):
                doubt[k] = ONE if own[k] > most else doubt[k]
    for k in range(draws):
        doubtful[k] = doubt[k] != ZERO


IN_BLOCKS = (_load, _buy, _direct, _divide, _find, _move, _compare, _tell, _count)
