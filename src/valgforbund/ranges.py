"""What lots leave open, from the tree: least, most and expected, without listing outcomes.

Each lot is drawn for itself, so what a level is worth is a sum over its units; of the units that
are tied, those with the smallest (largest) differences make the least (most).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from numbers import Real
from typing import TypeAlias, cast

from valgforbund.dhondt import Level
from valgforbund.errors import ScenarioError
from valgforbund.units import Unit

Levels = Callable[[Unit, int], Level]
Worth = Callable[[Unit, int], int]
LONG = 10**4000  # Python writes no number of very many digits


def about(value: int) -> str:
    """A whole number in digits, and one of very many as a power of ten.

    Examples
    --------
    >>> about(-8123), about(10**5000), about(-(10**4500))
    ('-8123', '≈10^5000', '−≈10^4500')
    """
    if abs(value) < LONG:
        return str(value)
    return f"{'−' * (value < 0)}≈10^{round(math.log10(abs(value)))}"


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """A number that lots may leave open, from `low` to `high`.

    Where no lot decides it is that number: it compares, adds, hashes and prints as it. One that
    is open adds end by end, prints both ends, and raises where a comparison is undecided. Two
    spans are equal when both their ends are.

    Raises
    ------
    ScenarioError
        A lowest that is above the highest; ``int()`` and ``bool()`` of an open one, and
        comparisons that a lot decides.

    Examples
    --------
    >>> Span(2, 2) == 2, bool(Span(0, 0)), f"{Span(2, 2)}", f"{Span(0, 1)}"
    (True, False, '2', '0–1')
    >>> sum([Span(0, 1), Span(2, 2)]), Span(0, 1) >= 0, Span(0, 1) == 2
    (Span(low=2, high=3), True, False)
    >>> Span(0, 1) > 0
    Traceback (most recent call last):
    valgforbund.errors.ScenarioError: A lot decides this number: it is from 0 to 1.
    """

    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ScenarioError("span_ends", low=self.low, high=self.high)

    @property
    def is_open(self) -> bool:
        """Whether a lot decides it."""
        return self.low != self.high

    @property
    def ends(self) -> tuple[int, int]:
        """Both ends: a key to sort by, what is sure before what a lot could add."""
        return self.low, self.high

    def __int__(self) -> int:
        if self.low != self.high:
            raise self._undecided
        return self.low

    __index__ = __int__

    def __bool__(self) -> bool:
        return self != 0

    def __hash__(self) -> int:
        return hash(self.low if self.low == self.high else self.ends)

    def __format__(self, spec: str) -> str:
        if max(map(abs, self.ends)) >= LONG:
            return "–".join(dict.fromkeys(map(about, self.ends)))
        if self.low == self.high:
            return format(self.low, spec)
        if re.fullmatch(r"[+,_]*d?", spec):  # how a number is written, such as with its sign
            return "–".join(format(end, spec) for end in self.ends)
        return format(f"{self.low}–{self.high}", spec)

    def __str__(self) -> str:
        return format(self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Span):
            return self.ends == other.ends
        if not isinstance(other, Real | Decimal):
            return NotImplemented
        number = cast("int", other)  # compared exactly, whatever kind of number it is
        if self.is_open and bool(self.low <= number) and bool(number <= self.high):
            raise self._undecided
        return bool(self.low == other)

    def __lt__(self, other: Number) -> bool:
        low, high = _ends(other)
        return self._decided(self.high < low, self.low >= high, other)

    def __le__(self, other: Number) -> bool:
        low, high = _ends(other)
        return self._decided(self.high <= low, self.low > high, other)

    def __gt__(self, other: Number) -> bool:
        low, high = _ends(other)
        return self._decided(self.low > high, self.high <= low, other)

    def __ge__(self, other: Number) -> bool:
        low, high = _ends(other)
        return self._decided(self.low >= high, self.high < low, other)

    def __neg__(self) -> Span:
        return Span(-self.high, -self.low)

    def __abs__(self) -> Span:
        if self.low <= 0 <= self.high:
            return Span(0, max(-self.low, self.high))
        return self if self.low > 0 else -self

    def __mul__(self, times: int) -> Span:
        """So many times the number, each with the same lots."""
        return Span(*sorted((self.low * times, self.high * times)))

    __rmul__ = __mul__

    def __truediv__(self, other: float) -> float:
        """The quotient, where no lot decides."""
        return int(self) / other

    def __add__(self, other: Number) -> Span:
        """The sum with a number that other, independent lots may leave open."""
        low, high = _ends(other)
        return Span(self.low + low, self.high + high)

    __radd__ = __add__

    def __sub__(self, other: Number) -> Span:
        """The difference to a number that other, independent lots may leave open."""
        low, high = _ends(other)
        return Span(self.low - high, self.high - low)

    def __rsub__(self, other: Number) -> Span:
        return -self + other

    def _decided(self, yes: bool, no: bool, other: Number) -> bool:
        """The answer of a comparison, where lots leave one."""
        if not (yes or no):
            raise (self if self.is_open or not isinstance(other, Span) else other)._undecided
        return yes

    @property
    def _undecided(self) -> ScenarioError:
        return ScenarioError("lot_decides", low=self.low, high=self.high)


Number: TypeAlias = Span | int


def _ends(number: Number) -> tuple[int, int]:
    return number.ends if isinstance(number, Span) else (number, number)


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
