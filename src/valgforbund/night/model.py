"""The councils of a night as they stand at a time, and the swing in the country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from valgforbund.counting import Count, count
from valgforbund.kernels import batch
from valgforbund.night.constants import Constants
from valgforbund.night.council import Council, Counted
from valgforbund.night.ground import Ground
from valgforbund.night.projection import Forecast, chance, draw, forecast
from valgforbund.night.swing import Country, Part, Swing, parts, prior

LOW, HIGH = 0.05, 0.95  # nine draws of ten lie between
SURE = 0.99  # what is at least so likely is called


class Learnt(NamedTuple):
    """What is known of nights before this one begins.

    Attributes
    ----------
    constants : Constants
        Of the country as a whole.
    councils : mapping of code to Constants
        Where a council's own are others: learnt without it.
    corrections : array
        By how much lists were corrected from preliminary to final counts, by the root of their
        votes.
    owners : array of str
        The council that each correction is from.
    """

    constants: Constants
    councils: Mapping[str, Constants]
    corrections: np.ndarray
    owners: np.ndarray

    def of(self, code: str) -> Constants:
        """The constants for a council."""
        return self.councils.get(code, self.constants)

    def corrected(self, code: str) -> np.ndarray:
        """Corrections elsewhere."""
        elsewhere: np.ndarray = self.corrections
        return elsewhere[self.owners != code] if code in self.councils else elsewhere


class Ends(NamedTuple):
    """Between what numbers the seats of lists lie.

    Attributes
    ----------
    sure, possible : array of int, lists
        At least so many with a chance of 99 per cent, and no more with the same.
    low, high : array of int, lists
        Nine draws of ten lie between.
    """

    sure: np.ndarray
    low: np.ndarray
    high: np.ndarray
    possible: np.ndarray


@dataclass(frozen=True, eq=False)
class View:
    """One council at a time, and what is likely to come.

    Attributes
    ----------
    swing : Swing or None
        Of the country; None where nothing is left that it could move.
    """

    ground: Ground
    place: int
    counted: Counted
    parts: tuple[Part, ...]
    swing: Swing | None
    learnt: Learnt
    rate: float
    draws: int
    seed: int

    @property
    def council(self) -> Council:
        """The council."""
        return self.ground.council

    @cached_property
    def forecast(self) -> Forecast | None:
        """What is not counted; None where all is."""
        if self.swing is None:
            return None
        constants = self.learnt.of(self.council.code)
        return forecast(self.ground, self.counted, self.parts, self.swing, constants, self.rate)

    @cached_property
    def votes(self) -> np.ndarray:
        """Draws of the votes when all is counted; lists × draws."""
        lists = len(self.council.scenario.letters)
        swings = 2 * (self.ground.parties + 1), self.ground.features.shape[1]
        luck = chance(self.seed, self.place, lists, self.draws, *swings)
        corrections = self.learnt.corrected(self.council.code)
        return draw(self.counted, self.forecast, luck, corrections)

    @cached_property
    def seats(self) -> np.ndarray:
        """The seats in each draw; lists × draws."""
        lots = np.random.default_rng((self.seed, self.place))
        return batch.count(self.council.tree, self.votes, lots).seats

    def seats_without(self, letter: str | None) -> np.ndarray:
        """The seats in each draw without the alliance of a list; None: without any alliance."""
        lots = np.random.default_rng((self.seed, self.place))
        return batch.count(_without(self.council, letter), self.votes, lots).seats

    @cached_property
    def ends(self) -> Ends:
        """What the seats of each list surely reach, nearly surely, and at most."""
        bounds = [1 - SURE, LOW, HIGH, SURE]
        found = np.quantile(self.seats, bounds, axis=1, method="inverted_cdf")
        return Ends(*found.astype(int))

    @property
    def now(self) -> Count | None:
        """The count if it ended now; None before anything is counted."""
        return _now(self.council, self.counted.taken)

    @property
    def share(self) -> np.ndarray:
        """The share of each list when all is counted, as expected."""
        total = self.counted.total
        if self.forecast is not None:
            total = total + self.forecast.votes * self.forecast.share
        share: np.ndarray = total / max(total.sum(), 1)
        return share


@lru_cache(maxsize=4096)
def _without(council: Council, letter: str | None) -> batch.Tree:
    """A council without the alliance of a list, or without any."""
    given = council.scenario
    home = None if letter is None else given.alliance_of(letter)
    left = given.without_alliances() if letter is None else given.dissolve(home) if home else given
    return batch.tree(left.council, left.limits, left.seats)


@lru_cache(maxsize=512)
def _now(council: Council, taken: int) -> Count | None:
    total = council.counted(taken).total
    scenario = council.scenario
    votes = dict(zip(scenario.letters, map(int, total), strict=True))
    return count(scenario.with_votes(votes)) if total.any() else None


class Model:
    """The state of a night, moved from time to time.

    Parameters
    ----------
    grounds : sequence of Ground
    learnt : Learnt
    draws, seed : int
    """

    def __init__(self, grounds: Sequence[Ground], learnt: Learnt, draws: int, seed: int) -> None:
        self.grounds, self.learnt, self.draws, self.seed = grounds, learnt, draws, seed
        features = grounds[0].features.shape[1]
        self.country = Country(len(grounds), *prior(learnt.constants, grounds[0].parties, features))
        self.cast = np.zeros((len(grounds), 2))  # votes and voters of what is counted
        self.counted: list[Counted] = [ground.council.counted(0) for ground in grounds]
        self.parts: list[tuple[Part, ...]] = [
            self._parts(ground, counted)
            for ground, counted in zip(grounds, self.counted, strict=True)
        ]
        self._settled: dict[int, View] = {}  # what nothing counted elsewhere moves any more

    def move(self, taken: Sequence[int]) -> None:
        """To where each council has so many counts."""
        for place, (ground, number) in enumerate(zip(self.grounds, taken, strict=True)):
            if self.counted[place].taken != number:
                self.show(place, ground.council.counted(number))

    def show(self, place: int, counted: Counted) -> None:
        """To where this is counted in a council."""
        ground = self.grounds[place]
        self.counted[place] = counted
        voters = ground.council.eligible[counted.known].sum()
        self.cast[place] = counted.votes.sum(), voters
        self.parts[place] = self._parts(ground, counted)
        self.country.put(place, self.parts[place], ground.groups)

    def views(self) -> tuple[View, ...]:
        """Every council as it stands."""
        swing, rate = self.country.swing(), self._rate()
        return tuple(self._view(place, swing, rate) for place in range(len(self.grounds)))

    def view(self, place: int) -> View:
        """One council as it stands."""
        is_done = bool(self.counted[place].known.all())
        return self._view(place, None if is_done else self.country.swing(), self._rate())

    def _view(self, place: int, swing: Swing | None, rate: float) -> View:
        counted = self.counted[place]
        is_done = bool(counted.known.all())
        settled = self._settled.get(place)
        if is_done and settled is not None and settled.counted is counted:
            return settled
        view = View(
            ground=self.grounds[place],
            place=place,
            counted=counted,
            parts=self.parts[place],
            swing=None if is_done else swing,
            learnt=self.learnt,
            rate=rate,
            draws=self.draws,
            seed=self.seed,
        )
        if is_done:
            self._settled[place] = view
        return view

    def _rate(self) -> float:
        """Votes by voters in what is counted; 1 before anything is."""
        votes, voters = self.cast.sum(axis=0)
        return float(votes / voters) if voters else 1.0

    def _parts(self, ground: Ground, counted: Counted) -> tuple[Part, ...]:
        return parts(ground, counted, self.learnt.of(ground.council.code))
