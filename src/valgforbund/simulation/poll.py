"""Votes drawn around an opinion poll (meningsmåling)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.simulation import guesses, stated
from valgforbund.simulation.guesses import Guesses
from valgforbund.simulation.sampler import whole

MOST_ASKED = 10**9
HALF = 0.5  # of a person more for every list: nobody in a poll is not nobody in the country
ALL_IN_FRACTIONS = 0.0101  # all lists together in a poll that was given in parts of 1
UNDECIDED = 100  # people: as uncertain as a poll of so many is what the undecided will do


@dataclass(frozen=True)
class Poll:
    """A poll: the true shares are as uncertain as its size says.

    Parameters
    ----------
    shares : mapping of letter to per cent, optional
        Lists that are left out share what is left of 100 per cent as their votes in the scenario
        say (equally if none has any); where none is left out, shares are scaled to 100 per
        cent. Without shares, the scenario's own votes are the poll.
    sample : int
        People who were asked, up to 10^9.
    design_effect : float
        How much smaller a simple random sample would do: weighting makes a poll less certain
        than its size. 1 is a simple random sample; 1.5 is usual.
    undecided : float
        Per cent of those asked who named no list. They are expected to vote like the others, but
        how they do is as uncertain as a poll of 100 people.
    guesses : mapping of letter to (per cent, per cent)
        Lists the poll does not know: an expected share and its standard deviation.

    Raises
    ------
    ScenarioError
        If a number is out of range, or shares add up to more than 100 per cent.

    Notes
    -----
    The true shares are drawn from a Dirichlet distribution with sample × (decided) / design
    effect people, and half a person more for every list, so that a list that nobody named can
    still get votes. Each draw has about as many votes as the scenario. A poll also errs in ways
    that its size does not know: this is the least uncertainty, not all of it. For a scenario
    without votes the shares are drawn as 20,000 votes.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8)
    >>> Poll({"A": 40, "B": 30}, sample=500).sampler(s).centre.round(2).tolist()
    [0.4, 0.3, 0.12, 0.18]
    """

    shares: Mapping[str, float] = field(default_factory=dict, hash=False)
    sample: int = 1000
    design_effect: float = 1.5
    undecided: float = 0.0
    guesses: Mapping[str, tuple[float, float]] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        numbers = {
            "sample": stated.count(self.sample, MOST_ASKED, "people asked"),
            "design_effect": stated.between("design_effect", self.design_effect, 1, 100),
            "undecided": stated.between("undecided", self.undecided, 0, 99),
        }
        given = {"shares": stated.by_letter(self.shares, "shares_not_mapping")}
        for name, value in (numbers | given).items():
            object.__setattr__(self, name, value)
        stated.shares(self.shares)
        guesses.read(self.guesses)

    def sampler(self, scenario: Scenario) -> PollSampler:
        """What draws votes for this scenario."""
        guessed, rows = guesses.read(self.guesses).placed(scenario)
        total = stated.votes_of(scenario, bool(self.shares or rows))
        shares = self._shares(scenario, rows)
        half = np.full(len(shares), HALF)
        half[rows] = 0
        undecided = self.undecided / 100
        people = self.sample * (1 - undecided) / self.design_effect
        return PollSampler(
            people * shares + half,
            UNDECIDED * shares + half,
            undecided,
            guessed,
            rows,
            total,
        )

    def _shares(self, scenario: Scenario, guessed: list[int]) -> np.ndarray:
        """Shares of the lists that have no guess; they add up to 1."""
        named = checks.by_letter(stated.shares(self.shares), scenario.known)
        for i in guessed:
            if scenario.letters[i] in named:
                raise ScenarioError("share_and_guess", letter=scenario.letters[i])
        shares = np.array([named.get(letter, 0.0) for letter in scenario.letters], dtype=float)
        voted = sum(scenario.ballots)
        before = sum(
            votes
            for letter, votes in zip(scenario.letters, scenario.ballots, strict=True)
            if letter in named
        )
        most = 2 * before > voted or len(named) == len(shares)
        if len(named) > 1 and most and shares.sum() <= ALL_IN_FRACTIONS:
            raise ScenarioError("shares_in_fractions", value=round(100 * shares.sum(), 2))
        rest = np.array([letter not in named for letter in scenario.letters])
        shares[guessed], rest[guessed] = 0, False
        past = np.array(scenario.ballots, dtype=float) * rest
        past = past if past.any() else rest * 1.0
        if rest.any():
            shares += max(0.0, 1 - shares.sum()) * past / past.sum()
        shares /= shares.sum() or 1
        return shares


@dataclass(frozen=True, eq=False)
class PollSampler:
    """Draws around a poll; see `Poll`."""

    decided: np.ndarray
    wavering: np.ndarray
    undecided: float
    guesses: Guesses
    guessed: list[int]
    total: int

    @property
    def centre(self) -> np.ndarray:
        """Expected shares."""
        sure = (1 - self.undecided) * self.decided / self.decided.sum()
        open_ = self.undecided * self.wavering / self.wavering.sum()
        return self.guesses.centre(sure + open_, self.guessed)

    def votes(self, chance: np.random.Generator, draws: range) -> np.ndarray:
        """Votes of some draws."""
        weights = _gammas(chance, self.decided, len(draws))
        if self.undecided:
            others = _gammas(chance, self.wavering, len(draws))
            weights *= (1 - self.undecided) / weights.sum(axis=0)
            weights += self.undecided * others / others.sum(axis=0)
        self.guesses.put(weights, self.guessed, chance)
        return whole(weights, self.total)


def _gammas(chance: np.random.Generator, people: np.ndarray, draws: int) -> np.ndarray:
    """Weights whose shares are Dirichlet; list by list, which is the fastest way to draw them."""
    weights = np.empty((len(people), draws))
    for row, own in zip(weights, people, strict=True):
        chance.standard_gamma(own, out=row)
    return weights
