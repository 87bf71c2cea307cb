"""Votes drawn around the last election (sidste valg med udsving)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.simulation import guesses, stated
from valgforbund.simulation.guesses import Guesses
from valgforbund.simulation.sampler import whole

OF = 0.2  # the share of the list whose swing is stated
USUAL = 6.0  # per cent: from KV2021 to KV2025 lists of about 20 per cent moved by so much


@dataclass(frozen=True)
class Swing:
    """The scenario's votes, moved as an election moves them.

    Parameters
    ----------
    points : float
        Standard deviation, in percentage points, of a list with 20 per cent of the votes. Others
        move like sqrt(p (1 - p)) of their share p: with 6 points, a list of 5 per cent by 3.3,
        one of 1 per cent by 1.5. Small lists move little in points, but much for their size.
    blocs : iterable of groups of letters
        Lists that move together, if wanted: a list in at most one.
    correlation : float
        From 0 to 1: how much of a list's move it shares with its bloc.
    guesses : mapping of letter to (per cent, per cent)
        Lists without a past: an expected share and its standard deviation.

    Raises
    ------
    ScenarioError
        If a number is out of range, or a list is in two blocs.

    Notes
    -----
    Each list's votes are multiplied by a lognormal factor of mean 1 and variance c² / p, where c
    is the points over sqrt(0.2 × 0.8); then shares are taken, so that a list's share gets the
    variance c² p (1 - p). Six points are what municipal lists moved from 2021 to 2025, the
    country's swing and the local one together. A list without votes and without a guess never
    gets any. Each draw has about as many votes as the scenario.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8)
    >>> Swing(points=4, blocs=["AB", "CD"]).sampler(s).centre.round(2).tolist()
    [0.3, 0.37, 0.13, 0.19]
    """

    points: float = USUAL
    blocs: Iterable[Iterable[str]] = ()
    correlation: float = 0.5
    guesses: Mapping[str, tuple[float, float]] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        stated.between("points", self.points, 0, 50)
        stated.between("correlation", self.correlation, 0, 1)
        guesses.read(self.guesses)
        try:
            blocs = tuple(tuple(checks.letter(letter) for letter in bloc) for bloc in self.blocs)
        except TypeError:
            raise ScenarioError("blocs_not_groups", value=self.blocs) from None
        object.__setattr__(self, "blocs", blocs)
        everybody = [letter for bloc in blocs for letter in bloc]
        for letter in everybody:
            if everybody.count(letter) > 1:
                raise ScenarioError("list_in_two_blocs", letter=letter)

    def sampler(self, scenario: Scenario) -> SwingSampler:
        """What draws votes for this scenario."""
        guessed = guesses.read(self.guesses)
        rows = guessed.rows(scenario)
        total = stated.votes_of(scenario)
        past = np.array([votes / total for votes in scenario.ballots])
        past[rows] = 0
        if not past.any():
            raise ScenarioError("no_votes_to_draw")
        size = self.points / 100 / math.sqrt(OF * (1 - OF))
        spread = np.sqrt(np.log1p(size**2 / np.where(past > 0, past, 1)))
        blocs = []
        for bloc in self.blocs:
            checks.by_letter(dict.fromkeys(bloc), scenario.letters)
            blocs.append([scenario.letters.index(letter) for letter in bloc])
        return SwingSampler(
            past / past.sum(), spread, blocs, self.correlation, guessed, rows, total
        )


@dataclass(frozen=True, eq=False)
class SwingSampler:
    """Draws around the last election; see `Swing`."""

    past: np.ndarray
    spread: np.ndarray
    blocs: list[list[int]]
    correlation: float
    guesses: Guesses
    guessed: list[int]
    total: int

    @property
    def centre(self) -> np.ndarray:
        """Shares in the last election; those of a small list are only about its expected ones."""
        return self.guesses.centre(self.past, self.guessed)

    def votes(self, chance: np.random.Generator, draws: range) -> np.ndarray:
        """Votes of some draws."""
        moves = chance.standard_normal((len(self.past), len(draws)))
        for bloc in self.blocs:
            common = math.sqrt(self.correlation) * chance.standard_normal(len(draws))
            moves[bloc] = math.sqrt(1 - self.correlation) * moves[bloc] + common
        moves *= self.spread[:, None]
        moves -= self.spread[:, None] ** 2 / 2
        weights = np.exp(moves, out=moves)
        weights *= self.past[:, None]
        self.guesses.put(weights, self.guessed, chance)
        return whole(weights, self.total)
