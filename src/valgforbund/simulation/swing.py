"""Votes drawn around the last election (sidste valg med udsving)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.simulation import guesses, stated
from valgforbund.simulation.guesses import Guesses
from valgforbund.simulation.sampler import whole

OF = 0.2  # the share of the list whose swing is stated
LARGEST = 2.0  # factor: what is not reached with moves twice as large is not reached
ROUNDS = 60  # in which the size of the factors is found
MEASURED, MEASURABLE = 4_000, 0.02  # draws that measure, and shares that they can
MOST_POINTS = 12  # larger moves of shares fall ever farther behind those of the factors
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
    Each list's votes are multiplied by a lognormal factor of mean 1, and shares are taken. The
    factors are such that a list's share p has about the variance c² p (1 - p), where c is the
    points over sqrt(0.2 × 0.8), also when lists move together: the logarithm of a share moves as
    its factor does minus what all factors do on average. Where that cannot be (nearly all votes in
    one bloc), shares move more or less; `SwingSampler.reached` says how much. Six points are what
    municipal lists moved from 2021 to 2025, the country's swing and the local one together. A list
    without votes and without a guess never gets any. Each draw has about as many votes as the
    scenario.

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
        for name, most in (("points", MOST_POINTS), ("correlation", 1)):
            object.__setattr__(self, name, stated.between(name, getattr(self, name), 0, most))
        guesses.read(self.guesses)
        try:
            blocs = tuple(checks.once(bloc, checks.letter) for bloc in checks.in_turn(self.blocs))
        except TypeError:
            raise ScenarioError("blocs_not_groups", value=self.blocs) from None
        object.__setattr__(self, "blocs", blocs)
        everybody = [letter for bloc in blocs for letter in bloc]
        for letter in everybody:
            if everybody.count(letter) > 1:
                raise ScenarioError("list_in_two_blocs", letter=letter)

    def sampler(self, scenario: Scenario) -> SwingSampler:
        """What draws votes for this scenario."""
        guessed, rows = guesses.read(self.guesses).placed(scenario)
        total = stated.votes_of(scenario, bool(rows))
        past = np.array([votes / total for votes in scenario.ballots])
        past[rows] = 0
        if not (past.any() or rows):
            raise ScenarioError("no_votes_to_draw")
        past /= past.sum() or 1
        blocs = self._places(scenario)
        inside = Counter(chain(*blocs))
        for place, times in inside.items():
            if times > 1:
                raise ScenarioError("list_in_two_blocs", letter=scenario.letters[place])
        size = self.points / 100 / math.sqrt(OF * (1 - OF))
        wanted = np.sqrt(np.log1p(size**2 * (1 - past) / np.where(past > 0, past, 1)))
        together = self._together(blocs, len(past))
        spread = _sized(past, wanted, together)
        with_all = spread * (together @ (spread * past))
        # a list that moves with many others has less than its share when there is more in all
        base = past * np.exp(with_all - past @ with_all)
        return SwingSampler(past, base, spread, size, blocs, self.correlation, guessed, rows, total)

    def _places(self, scenario: Scenario) -> list[list[int]]:
        """The blocs by places of lists, in the order of their first: that in which chance draws."""
        blocs = [checks.once(bloc, scenario.known) for bloc in self.blocs]
        return sorted(sorted(map(scenario.letters.index, bloc)) for bloc in blocs if bloc)

    def _together(self, blocs: list[list[int]], lists: int) -> np.ndarray:
        """The correlation of each two factors."""
        found = np.eye(lists)
        for bloc in blocs:
            found[np.ix_(bloc, bloc)] = self.correlation
        np.fill_diagonal(found, 1)
        return found


@dataclass(frozen=True, eq=False)
class SwingSampler:
    """Draws around the last election; see `Swing`."""

    past: np.ndarray
    base: np.ndarray  # the shares that the factors move, so that they are the past on average
    spread: np.ndarray
    size: float  # the stated standard deviation of a share p, as a part of sqrt(p (1 - p))
    blocs: list[list[int]]
    correlation: float
    guesses: Guesses
    guessed: list[int]
    total: int

    @property
    def centre(self) -> np.ndarray:
        """Shares in the last election; those of a small list are only about its expected ones."""
        return self.guesses.centre(self.past, self.guessed)

    @property
    def reached(self) -> np.ndarray:
        """How much each share moves, as a part of what is stated; 1 where that cannot be measured.

        Measured are lists with a past, and with two per cent or more: rarer large moves of
        smaller ones are too few to tell.
        """
        shares = self.votes(np.random.default_rng(0), range(MEASURED)) / self.total
        stated = self.size * np.sqrt(self.past * (1 - self.past))
        counts = (self.past >= MEASURABLE) & (stated > 0)
        counts[self.guessed] = False
        found = np.ones(len(shares))
        found[counts] = shares.std(axis=1)[counts] / stated[counts]
        return found

    def votes(self, chance: np.random.Generator, draws: range) -> np.ndarray:
        """Votes of some draws."""
        moves = chance.standard_normal((len(self.past), len(draws)))
        for bloc in self.blocs:
            common = math.sqrt(self.correlation) * chance.standard_normal(len(draws))
            moves[bloc] = math.sqrt(1 - self.correlation) * moves[bloc] + common
        moves *= self.spread[:, None]
        moves -= self.spread[:, None] ** 2 / 2
        weights = np.exp(moves, out=moves)
        weights *= self.base[:, None]
        self.guesses.put(weights, self.guessed, chance)
        return whole(weights, self.total)


def _sized(past: np.ndarray, wanted: np.ndarray, together: np.ndarray) -> np.ndarray:
    """Deviations of the factors that move the logarithms of shares by as much as is wanted."""
    there = (past > 0) & (wanted > 0)
    spread = wanted * there
    for _ in range(ROUNDS * bool(there.any())):
        covariance = spread[:, None] * together * spread
        mean = covariance @ past
        moved = np.sqrt(np.maximum(np.diag(covariance) - 2 * mean + past @ mean, 0))
        reached = moved[there] / wanted[there]
        spread[there] *= np.clip(1 / np.maximum(reached, 0.1), 0.8, 1.25)
        spread = np.minimum(spread, LARGEST * wanted)
    return spread
