"""How it was counted: the d'Hondt table of every level, and why a seat went where it did.

Votes are divided by 1, 2, 3 …; the largest quotients win. Source: kommunal- og regionalvalgloven
§§ 81-83. The seats are numbered as in the official result: over the whole council, an alliance's
k-th seat going to its k-th inner unit.

=============  =====================================================================
status         the quotient
=============  =====================================================================
``won``        has a seat
``last``       has the last seat of its level
``first_out``  would have the next one; more than one where they are equal
``lot``        is equal to others, and a lot decides between them for the last seats
``limit``      stood in line for a seat, but there are no more candidates
``out``        is too small
=============  =====================================================================
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import pandas as pd

from valgforbund import checks
from valgforbund.awards import sequence
from valgforbund.counting import Count, count
from valgforbund.dhondt import Level, apportion
from valgforbund.errors import ScenarioError
from valgforbund.frames import real, whole
from valgforbund.lots import Lot
from valgforbund.scenario import Scenario
from valgforbund.units import Unit

WON, LAST, FIRST_OUT, LOT, LIMIT, OUT = "won", "last", "first_out", "lot", "limit", "out"


class Step(NamedTuple):
    """Why a seat went to a unit at one level.

    Attributes
    ----------
    level : str
        Name of the alliance that shares its seats; ``""`` for the council.
    number : int
        Of the seat among those of the level.
    unit : str or None
        Who got it; None where a lot is still to be drawn.
    votes, divisor : int
        Of the quotient that got it.
    rivals : tuple of str
        The other units with the largest quotient that was left; empty where nobody was left.
    rival : Fraction
        That quotient; 0 where nobody was left.
    passed : tuple of (str, Fraction)
        Units that stood in line just before, without candidates, and their quotient.
    lot : Lot or None
        The lot that decides, or decided, this seat.
    """

    level: str
    number: int
    unit: str | None
    votes: int
    divisor: int
    rivals: tuple[str, ...]
    rival: Fraction
    passed: tuple[tuple[str, Fraction], ...]
    lot: Lot | None

    @property
    def quotient(self) -> Fraction:
        """The quotient that got the seat."""
        return Fraction(self.votes, self.divisor)

    @property
    def lead(self) -> Fraction:
        """How much larger it is than what was left; 0 where they are equal."""
        return self.quotient - self.rival


class _Tally(NamedTuple):
    """One level as it was counted.

    Attributes
    ----------
    unit, level
        Who shares, and the result with the lots that were drawn.
    most : list of float
        Seats that each child could fill; infinite without limits.
    order : list of (int, int)
        The certain seats in order: position of the child, divisor.
    due : Level
        The result before any lot was drawn.
    cut, best_left : Fraction or None
        The smallest quotient that won or waits for a lot, and the largest that can win the next
        seat; None where there is none.
    """

    unit: Unit
    level: Level
    most: list[float]
    order: list[tuple[int, int]]
    due: Level
    cut: Fraction | None
    best_left: Fraction | None

    @classmethod
    def of(cls, counted: Count, unit: Unit, seats: int) -> _Tally:
        level = counted.level(unit, seats)
        order = [(i, divisor) for i, divisor, _ in sequence(unit, level)]
        last = _drawn_for(unit, level) if level.tied else (None, *order)[-1]
        cut = last and Fraction(unit.shares[last[0]], last[1])
        most = [_most(counted.scenario, child) for child in unit.children]
        left = max((each for _, each in _left(unit, most, level.seats)), default=None)
        due = apportion(unit.shares, seats, unit.limits)
        return cls(unit, level, most, order, due, cut, left)

    def lot(self, i: int, divisor: int) -> Lot | None:
        """The lot in which this quotient stands or stood."""
        if i not in self.due.tied or divisor != self.due.seats[i] + 1:
            return None
        names = tuple(self.unit.children[each].name for each in self.due.tied)
        return Lot(self.unit.name, names, self.due.stake)


def protocol(counted: Count | Scenario) -> pd.DataFrame:
    """The d'Hondt tables of the council, of each alliance and of each group inside one.

    An alliance that waits for a lot is shown with its certain seats.

    Returns
    -------
    DataFrame
        One row a quotient, as many divisors as the first one out needs. ``level`` (name of the
        alliance that shares its seats, ``""`` for the council), ``unit``, ``votes``, ``divisor``,
        ``quotient`` (a float; votes and divisor are exact), ``number`` (of the seat in the
        council's order) and ``own_number`` (of the seat among the level's own), both missing
        where there is no seat or a lot decides, ``status`` and ``drawn`` (it stood in a lot that
        was drawn).

    Raises
    ------
    ScenarioError
        If it gets neither a count nor a scenario.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> frame = protocol(s)
    >>> frame.query("status in ['last', 'first_out']")[["level", "unit", "votes", "divisor"]]
      level unit  votes  divisor
    2          A     25        3
    10       C-D     27        3
    13  C-D    C     11        2
    16  C-D    D     16        2
    """
    counted = count(counted)
    filled = counted.scenario.seats - counted.vacant
    rows = list(_rows(counted, counted.root, counted.scenario.seats, range(1, filled + 1)))
    level, unit, votes, divisor, number, own_number, status, drawn = zip(*rows, strict=True)
    return pd.DataFrame(
        {
            "level": pd.array(level, dtype="str"),
            "unit": pd.array(unit, dtype="str"),
            "votes": whole(votes),
            "divisor": whole(divisor),
            "quotient": real([Fraction(v, d) for v, d in zip(votes, divisor, strict=True)]),
            "number": whole(number),
            "own_number": whole(own_number),
            "status": pd.array(status, dtype="str"),
            "drawn": np.array(drawn, dtype=bool),
        }
    )


def why(counted: Count | Scenario, number: int) -> tuple[Step, ...]:
    """Why a seat went where it did, level by level, the council first.

    Parameters
    ----------
    counted : Count or Scenario
    number : int
        Of the seat in the council's order, from 1.

    Raises
    ------
    ScenarioError
        If there is no such seat, or nobody could fill it.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> [(step.level, step.unit, step.rivals, float(step.lead)) for step in why(s, 5)]
    [('', 'C-D', ('A',), 1.0), ('C-D', 'C', ('D',), 3.0)]
    """
    counted = count(counted)
    filled = counted.scenario.seats - counted.vacant
    wanted = checks.whole(number, 1, "seat_unknown", seats=filled)
    if wanted > filled:
        raise ScenarioError("seat_unknown", value=wanted, seats=filled)
    steps = []
    unit, seats, place = counted.root, counted.scenario.seats, wanted - 1
    while unit.children:
        tally = _Tally.of(counted, unit, seats)
        steps.append(_step(tally, place))
        if place >= len(tally.order):
            break
        i, divisor = tally.order[place]
        unit, seats, place = unit.children[i], tally.level.seats[i], divisor - 1
    return tuple(steps)


_Row = tuple[str, str, int, int, int | None, int | None, str, bool]


def _rows(counted: Count, unit: Unit, seats: int, numbers: Sequence[int]) -> Iterator[_Row]:
    """The rows of a level, whose seats have these numbers, then those of the levels inside."""
    tally = _Tally.of(counted, unit, seats)
    level = tally.level
    place = {each: k for k, each in enumerate(tally.order)}
    for i, child in enumerate(unit.children):
        for divisor in range(1, max(level.seats) + bool(level.tied) + 2):
            k = place.get((i, divisor))
            number, own = (None, None) if k is None else (numbers[k], k + 1)
            drawn = not level.tied and tally.lot(i, divisor) is not None
            status = _status(tally, i, divisor)
            yield unit.name, child.name, child.votes, divisor, number, own, status, drawn
    for i, child in enumerate(unit.children):
        if child.children:
            inside = [numbers[k] for k, (winner, _) in enumerate(tally.order) if winner == i]
            yield from _rows(counted, child, len(inside), inside)


def _status(tally: _Tally, i: int, divisor: int) -> str:
    child, level = tally.unit.children[i], tally.level
    got = level.seats[i]
    if divisor <= got:
        return LAST if tally.order[-1] == (i, divisor) and not level.tied else WON
    quotient = Fraction(child.votes, divisor)
    if i in level.tied and divisor == got + 1:
        return LOT
    if got >= tally.most[i]:
        in_line = tally.cut is not None and quotient >= tally.cut
        return LIMIT if quotient and (in_line or level.vacant) else OUT
    is_next = divisor == got + 1 and quotient == tally.best_left
    return FIRST_OUT if is_next and not level.tied else OUT


def _step(tally: _Tally, place: int) -> Step:
    """The facts of a level's seat, in order; where a lot is due, those of the lot."""
    unit, level = tally.unit, tally.level
    won = tally.order[: place + 1]
    is_open = place >= len(tally.order)
    i, divisor = _drawn_for(unit, level) if is_open else won[-1]
    got = [0] * len(unit.children)
    for winner, _ in won:
        got[winner] += 1
    left = [each for each in _left(unit, tally.most, got) if each[0] != i and not is_open]
    rival = max((each for _, each in left), default=Fraction(0))
    before = won[: len(won) if is_open else -1]
    return Step(
        unit.name,
        place + 1,
        None if is_open else unit.children[i].name,
        unit.shares[i],
        divisor,
        tuple(unit.children[j].name for j, each in left if each == rival),
        rival,
        tuple(_passed(tally, Fraction(unit.shares[i], divisor), before)),
        tally.lot(i, divisor),
    )


def _drawn_for(unit: Unit, level: Level) -> tuple[int, int]:
    """The quotient that a lot is due for, of the first of those that have it: position, divisor."""
    first = next(i for i in unit.ranked if i in level.tied)
    return first, level.seats[first] + 1


def _passed(
    tally: _Tally, quotient: Fraction, before: list[tuple[int, int]]
) -> Iterator[tuple[str, Fraction]]:
    """Who stood in line between the seat before and this one, out of candidates."""
    shares = tally.unit.shares
    for child, most in zip(tally.unit.children, tally.most, strict=True):
        if not child.votes or most == math.inf:
            continue
        divisor = int(most) + 1
        if before:
            i, last = before[-1]
            divisor = max(divisor, child.votes * last // shares[i] + 1)
        if Fraction(child.votes, divisor) >= quotient:
            yield child.name, Fraction(child.votes, divisor)


def _left(unit: Unit, most: list[float], got: list[int]) -> Iterator[tuple[int, Fraction]]:
    """The next quotient of every child that can fill a seat: its position, the quotient."""
    for i, votes in enumerate(unit.shares):
        if got[i] < most[i]:
            yield i, Fraction(votes, got[i] + 1)


def _most(scenario: Scenario, unit: Unit) -> float:
    """Candidates of its lists with votes; a unit's capacity ends at the council's size."""
    limits = [scenario.limits[each.position] for each in unit.lists if each.votes]
    return sum(math.inf if limit is None else limit for limit in limits)
