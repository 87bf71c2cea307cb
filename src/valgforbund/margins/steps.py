"""The numbers of votes at which seats move: for a step chart."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from valgforbund import checks
from valgforbund.comparison import changes_text
from valgforbund.frames import Column, text, whole
from valgforbund.margins.way import NEW, Way
from valgforbund.movements import Movement
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario


class Step(NamedTuple):
    """Seats from a number of votes on, until the next step.

    Attributes
    ----------
    amount : int
        Votes more than now; negative where they are fewer.
    votes : int
        The unit's own.
    seats, alliance : Span
        Of the unit, and of the outermost alliance it is in (its own where it is in none).
    changes : dict of str to Span
        Who has other seats than now.
    movements : tuple of Movement
        What certainly changes, for lists that share a lot together.
    """

    amount: int
    votes: int
    seats: Span
    alliance: Span
    changes: dict[str, Span]
    movements: tuple[Movement, ...]


def steps(
    scenario: Scenario, unit: str, source: str = NEW, fewer: int = 0, more: int = 0
) -> pd.DataFrame:
    """Where the seats of a list or its alliance change, within a range of votes.

    Parameters
    ----------
    scenario : Scenario
    unit : str
        A list's letter or an alliance's name.
    source : str
        Where votes come from and go to, as for `margins`.
    fewer, more : int
        The range: votes fewer and votes more than now; at most what can be moved.

    Returns
    -------
    DataFrame
        One row where the range begins and one for each change, in order. Index ``amount``: votes
        more than now. ``votes``, ``seats_low``, ``seats_high``, ``alliance_low``,
        ``alliance_high`` (the outermost alliance), and ``changes``: who has other seats than now.
        A lot is a row of its own, often for a single vote.

    Raises
    ------
    ScenarioError
        If the unit or the source is unknown, or the range is not of whole numbers, 0 or more.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> steps(s, "C", more=6)["changes"].to_dict()
    {0: '', 5: 'C0…+1 D-1…0', 6: 'C+1 D-1'}
    """
    found = every_step(Way(scenario, unit, source), _amount(fewer), _amount(more))
    columns: dict[str, Column] = {
        "votes": whole([step.votes for step in found]),
        "seats_low": whole([step.seats.low for step in found]),
        "seats_high": whole([step.seats.high for step in found]),
        "alliance_low": whole([step.alliance.low for step in found]),
        "alliance_high": whole([step.alliance.high for step in found]),
    }
    columns["changes"] = text([changes_text(step.changes) for step in found])
    return pd.DataFrame(columns, index=pd.Index([step.amount for step in found], name="amount"))


def every_step(way: Way, fewer: int, more: int) -> list[Step]:
    """The steps within a range of votes, the first where it begins."""
    first, last = -min(fewer, way.down), min(more, way.up)
    # lots that were drawn hold at 0 alone
    ends = sorted({first, last, *(each for each in (-1, 0, 1) if first <= each <= last)})
    starts = [first, *(start for pair in pairwise(ends) for start in _changes(way, *pair))]
    return [
        Step(
            amount,
            way.held + amount,
            spans[-1],
            spans[0],
            way.changes(amount),
            way.movements(amount),
        )
        for amount in starts
        for spans in [way.at(amount)]
    ]


def _changes(way: Way, first: int, last: int) -> list[int]:
    """Every number of votes after the first with other seats than one vote fewer.

    While the same lists have votes, no seats fall on the way: where they are the same at two
    ends, they are between them.
    """
    if way.standing(first) == way.standing(last):
        return []
    if last - first == 1:
        before, now = way.at(first), way.at(last)
        return [last] if (before[0], before[-1]) != (now[0], now[-1]) else []
    middle = (first + last) // 2
    return _changes(way, first, middle) + _changes(way, middle, last)


def _amount(value: object) -> int:
    return checks.whole(value, 0, "number_not_whole")
