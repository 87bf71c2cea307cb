"""What lots leave open, from the tree: least, most and expected, without listing outcomes.

Each lot is drawn for itself, so what a level is worth is a sum over its units; of the units that
are tied, those with the smallest (largest) differences make the least (most).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from valgforbund.dhondt import Level
from valgforbund.errors import ScenarioError
from valgforbund.units import Unit

Levels = Callable[[Unit, int], Level]
Worth = Callable[[Unit, int], int]


class Span(NamedTuple):
    """A number that lots may leave open.

    Examples
    --------
    >>> int(Span(2, 2)), Span(0, 1).is_open
    (2, True)
    """

    low: int
    high: int

    @property
    def is_open(self) -> bool:
        """Whether a lot decides it."""
        return self.low != self.high

    def __int__(self) -> int:
        if self.is_open:
            raise ScenarioError("saved_is_open", low=self.low, high=self.high)
        return self.low

    def __sub__(self, other: Span) -> Span:
        """The difference to a number that other, independent lots leave open."""
        return Span(self.low - other.high, self.high - other.low)


def span(unit: Unit, seats: int, levels: Levels, worth: Worth) -> Span:
    """Least and most that a unit with this many seats can be worth.

    Parameters
    ----------
    unit, seats
        Where to start, and how many seats it has.
    levels : callable
        How a unit shares its seats.
    worth : callable
        What a unit is worth for having that many seats, by itself; added up over the tree.
    """
    low = high = worth(unit, seats)
    if not unit.children:
        return Span(low, high)
    level = levels(unit, seats)
    more_low, more_high = [], []
    for i, (child, got) in enumerate(zip(unit.children, level.seats, strict=True)):
        base = span(child, got, levels, worth)
        low, high = low + base.low, high + base.high
        if i in level.tied:
            lucky = span(child, got + 1, levels, worth)
            more_low.append(lucky.low - base.low)
            more_high.append(lucky.high - base.high)
    low += sum(sorted(more_low)[: level.stake])
    high += sum(sorted(more_high, reverse=True)[: level.stake])
    return Span(low, high)


def most_seats(unit: Unit, seats: int, levels: Levels, result: list[int]) -> None:
    """The most seats each list can get, by position: every lot on its way falls its way."""
    level = levels(unit, seats)
    for i, (child, got) in enumerate(zip(unit.children, level.seats, strict=True)):
        best = got + (i in level.tied)
        if child.children:
            most_seats(child, best, levels, result)
        else:
            result[child.position] = best


def expected_seats(
    unit: Unit, seats: int, levels: Levels, weight: Fraction, result: list[Fraction]
) -> None:
    """Add what each list can expect, by position, if the unit has these seats with that chance."""
    level = levels(unit, seats)
    for i, (child, got) in enumerate(zip(unit.children, level.seats, strict=True)):
        chance = Fraction(level.stake, len(level.tied)) if i in level.tied else Fraction(0)
        for number, part in ((got, weight * (1 - chance)), (got + 1, weight * chance)):
            if part and child.children:
                expected_seats(child, number, levels, part, result)
            elif part:
                result[child.position] += part * number
