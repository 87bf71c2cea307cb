"""Lists without a past: a stated guess with its own uncertainty."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple, cast

import numpy as np

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.simulation import stated


class Guesses(NamedTuple):
    """Guesses for some lists; made by `read`.

    Attributes
    ----------
    letters : tuple of str
    shares, deviations : tuple of float
        Expected share of all votes, and its standard deviation, as parts of 1.
    """

    letters: tuple[str, ...]
    shares: tuple[float, ...]
    deviations: tuple[float, ...]

    def placed(self, scenario: Scenario) -> tuple[Guesses, list[int]]:
        """The guesses in the order of the lists, and their positions.

        Chance draws in that order, so that it makes no difference in which the guesses are given.
        A letter nobody has is an error.
        """
        stated = dict(
            zip(self.letters, zip(self.shares, self.deviations, strict=True), strict=True)
        )
        found = checks.by_letter(stated, scenario.known)
        letters = tuple(letter for letter in scenario.letters if letter in found)
        pairs = [cast("tuple[float, float]", found[letter]) for letter in letters]
        shares, deviations = (tuple(pair[i] for pair in pairs) for i in (0, 1))
        rows = [scenario.letters.index(letter) for letter in letters]
        return Guesses(letters, shares, deviations), rows

    def centre(self, shares: np.ndarray, rows: list[int]) -> np.ndarray:
        """Expected shares of all lists, from those of the lists without a guess."""
        result = shares * (1 - sum(self.shares))
        result[rows] = self.shares
        centre: np.ndarray = result / result.sum()
        return centre

    def put(self, weights: np.ndarray, rows: list[int], chance: np.random.Generator) -> None:
        """Draw the guessed lists into the weights of the others, which make room for them.

        A guessed list's weight has a gamma distribution with the stated mean and deviation.
        """
        if not rows:
            return
        others = weights.sum(axis=0)
        weights *= (1 - sum(self.shares)) / np.where(others > 0, others, 1)
        for row, share, deviation in zip(rows, self.shares, self.deviations, strict=True):
            weights[row] = share
            if deviation:
                chance.standard_gamma((share / deviation) ** 2, out=weights[row])
                weights[row] *= deviation**2 / share


def read(values: object) -> Guesses:
    """Check guesses.

    Parameters
    ----------
    values : mapping of letter to (per cent, per cent)
        Expected share and standard deviation.

    Examples
    --------
    >>> read({"Å": (2, 1)})
    Guesses(letters=('Å',), shares=(0.02,), deviations=(0.01,))
    """
    found = stated.by_letter(values, "guesses_not_mapping")
    pairs = [_per_cent(letter, pair) for letter, pair in found.items()]
    total = math.fsum(share for share, _ in pairs)
    if total > 100:
        raise ScenarioError("shares_exceed", value=total)
    shares = tuple(share / 100 for share, _ in pairs)
    return Guesses(tuple(found), shares, tuple(deviation / 100 for _, deviation in pairs))


def _per_cent(letter: str, pair: object) -> tuple[float, float]:
    """A guess as two numbers."""
    numbers = list(pair) if isinstance(pair, Iterable) else []
    try:
        share, deviation = (stated.between(letter, number, 0, 100) for number in numbers)
    except ValueError:  # not two, or one that is no share
        share = 0
    if not 0 < share < 100:
        raise ScenarioError("guess_unusable", letter=letter, value=pair)
    return share, deviation
