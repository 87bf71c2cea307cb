"""What alliances did in one council: by alliance, by list, and for the whole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

from valgforbund.alliances import Alliance
from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.comparison import NO_SEATS
from valgforbund.margins import Margin, margin
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.study.standing import Standing, standing
from valgforbund.study.worlds import Worlds, difference, gains

WITH = "with"

Measures = dict[str, Span]


@dataclass(frozen=True)
class Effect:
    """What one alliance did.

    Attributes
    ----------
    alliance : Alliance
    votes : int
    seats : Span
    saved : dict of baseline to Span
        Its seats now minus its seats without, against ``"dissolved"`` and ``"none"``.
    changes : dict of baseline to dict of str to Span
        The lists whose seats differ.
    waste : dict of world to measures
        Where the votes of the whole council ended, ``"with"`` and with it ``"dissolved"``.
    margin : Margin
        Votes to one more and one fewer seat.
    """

    alliance: Alliance
    votes: int
    seats: Span
    saved: dict[str, Span]
    changes: dict[str, dict[str, Span]]
    waste: dict[str, Measures]
    margin: Margin


class Majority(NamedTuple):
    """An alliance or free list whose share of the votes is no majority, but whose seats are.

    Attributes
    ----------
    unit : str
    votes : int
    seats : Span
        The majority is sure where the least of them is one.
    """

    unit: str
    votes: int
    seats: Span


class Variant(NamedTuple):
    """An election, and what tells it apart from others of the same council.

    Attributes
    ----------
    scenario : Scenario
    label : str or None
    """

    scenario: Scenario
    label: str | None = None


class Inversion(NamedTuple):
    """A list that has, or by lot may have, fewer seats than another with fewer votes.

    Attributes
    ----------
    letter, other : str
    votes_ahead : int
    seats_behind : Span
    """

    letter: str
    other: str
    votes_ahead: int
    seats_behind: Span


@dataclass(frozen=True)
class Council:
    """One council; made by `examine`.

    Attributes
    ----------
    scenario : Scenario
    alliances : tuple of Effect
    standings : tuple of Standing
        One a list.
    changes : dict of str to Span
        The lists whose seats differ from those without any alliance.
    waste : dict of world to measures
        ``"with"`` and with ``"none"``.
    majorities, inversions : tuple
    lots, vacant : int
        Lots that wait, and seats that nobody can fill.
    label : str or None
        What tells it apart from others of the same council.
    """

    scenario: Scenario
    alliances: tuple[Effect, ...]
    standings: tuple[Standing, ...]
    changes: dict[str, Span]
    waste: dict[str, Measures]
    majorities: tuple[Majority, ...]
    inversions: tuple[Inversion, ...]
    lots: int
    vacant: int
    label: str | None = None

    @property
    def moved(self) -> Span:
        """Seats that are on another list than without any alliance; bounds where lots decide."""
        return gains(self.changes.values())


def examine(scenario: Scenario) -> Council:
    """Everything about one council.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> council = examine(s)
    >>> council.alliances[0].saved["dissolved"], council.moved
    (Span(low=1, high=1), Span(low=1, high=1))
    """
    worlds = Worlds(scenario)
    return Council(
        scenario=scenario,
        alliances=tuple(_effect(worlds, each) for each in scenario.alliances),
        standings=tuple(standing(worlds, letter) for letter in scenario.letters),
        changes=difference(worlds.now, worlds.none),
        waste={WITH: worlds.measures(worlds.now), NONE: worlds.measures(worlds.none)},
        majorities=_majorities(worlds),
        inversions=_inversions(worlds),
        lots=len(worlds.now.lots),
        vacant=worlds.now.vacant,
    )


def _effect(worlds: Worlds, alliance: Alliance) -> Effect:
    now, letters = worlds.now, alliance.letters
    others = {DISSOLVED: worlds.without(alliance), NONE: worlds.none}
    seats = now.seats_of(letters)
    changes = {baseline: difference(now, other) for baseline, other in others.items()}
    return Effect(
        alliance=alliance,
        votes=sum(now.scenario.ballots[now.scenario.letters.index(each)] for each in letters),
        seats=seats,
        saved={
            baseline: seats - other.seats_of(letters) if changes[baseline] else NO_SEATS
            for baseline, other in others.items()
        },
        changes=changes,
        waste={WITH: worlds.measures(now), DISSOLVED: worlds.measures(others[DISSOLVED])},
        margin=margin(worlds.scenario, alliance.name),
    )


def _majorities(worlds: Worlds) -> tuple[Majority, ...]:
    now, total = worlds.now, sum(worlds.scenario.ballots)
    found = (
        Majority(unit.name, unit.votes, now.seats_of(leaf.name for leaf in unit.lists))
        for unit in now.root.children
        if 2 * unit.votes <= total
    )
    return tuple(each for each in found if 2 * each.seats.high > worlds.scenario.seats)


def _inversions(worlds: Worlds) -> tuple[Inversion, ...]:
    scenario, spans = worlds.scenario, worlds.now.spans
    votes = dict(zip(scenario.letters, scenario.ballots, strict=True))
    return tuple(
        Inversion(letter, other, votes[letter] - votes[other], spans[other] - spans[letter])
        for letter, other in permutations(scenario.letters, 2)
        if votes[letter] > votes[other] and spans[other].high > spans[letter].low
    )
