"""How an answer is marked: right, or wrong with a reason that helps."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

DECIMALS = 6  # as many as can be typed


class Mark(NamedTuple):
    """A marked answer.

    Attributes
    ----------
    right : bool
    key : str
        The text that says why.
    """

    right: bool
    key: str


def quotient(votes: int, divisor: int, typed: Fraction) -> Mark:
    """Mark votes divided by a divisor, as a pupil writes it.

    Rounded or cut off after any number of decimals is right, but a number that is not whole
    needs one: 5,5 and 5,67 are not the same.

    Examples
    --------
    >>> quotient(11, 3, Fraction("3.7")), quotient(11, 3, Fraction("3.66")).right
    (Mark(right=True, key='lesson.mark.right'), True)
    >>> quotient(11, 3, Fraction(4)).key, quotient(11, 3, Fraction(33)).key
    ('lesson.mark.decimals', 'lesson.mark.multiplied')
    """
    exact = Fraction(votes, divisor)
    if typed in _written(exact, 1 if exact.denominator > 1 else 0):
        return Mark(True, "lesson.mark.right")
    if typed in _written(exact, 0):
        return Mark(False, "lesson.mark.decimals")
    if typed == votes * divisor:
        return Mark(False, "lesson.mark.multiplied")
    if typed == votes - divisor:
        return Mark(False, "lesson.mark.subtracted")
    return Mark(False, "lesson.mark.too_large" if typed > exact else "lesson.mark.too_small")


def _written(exact: Fraction, fewest: int) -> set[Fraction]:
    """The number cut off and rounded (half a unit up) at every number of decimals."""
    found = set()
    for decimals in range(fewest, DECIMALS + 1):
        unit = 10**decimals
        found |= {Fraction(exact * unit // 1, unit), Fraction((2 * exact * unit + 1) // 2, unit)}
    return found
