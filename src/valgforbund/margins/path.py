"""The units from the council down to one list or alliance, and their seats for given votes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from valgforbund.counting import Count
from valgforbund.dhondt import Level, apportion
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.units import Unit


class Stage(NamedTuple):
    """A unit on the way, and how those beside it share their seats.

    Attributes
    ----------
    fewest, most : Level
        Of the level that it is in, with the fewest seats and the most that are shared there.
    turn : int
        Which of those in it the unit is.
    """

    fewest: Level
    most: Level
    turn: int

    @property
    def span(self) -> Span:
        """Its certain seats are the least, one more if it is tied the most."""
        turn, most = self.turn, self.most
        return Span(self.fewest.seats[turn], most.seats[turn] + (turn in most.tied))


class Path:
    """Walks down to a unit without counting anything that is not on the way.

    Parameters
    ----------
    scenario : Scenario
    name : str
        A list's letter, or the name of an alliance or of a group inside one.

    Attributes
    ----------
    units : tuple of Unit
        The units on the way, the outermost first, the one that was asked for last.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> path = Path(s, "D")
    >>> [unit.name for unit in path.units], path.spans([25, 31, 11, 16])
    (['C-D', 'D'], (Span(low=3, high=3), Span(low=2, high=2)))
    """

    def __init__(self, scenario: Scenario, name: str) -> None:
        turns = _turns(scenario.council, name)
        self._seats = scenario.seats
        self._parents = [unit for unit, _ in turns]
        self._turns = [turn for _, turn in turns]
        self.units = tuple(unit.children[turn] for unit, turn in turns)
        self._groups = [
            [[leaf.position for leaf in child.lists] for child in unit.children]
            for unit in self._parents
        ]
        self._most = [
            scenario.seats if limit is None else min(limit, scenario.seats)
            for limit in scenario.limits
        ]

    def spans(self, ballots: Sequence[int]) -> tuple[Span, ...]:
        """Least and most seats of each unit on the way, for these votes of all lists."""
        return _spans(self.stages(ballots))

    def spans_now(self, counted: Count) -> tuple[Span, ...]:
        """The same for the votes that were counted, with the lots that were drawn."""
        return _spans(self.stages_now(counted))

    def stages(self, ballots: Sequence[int]) -> tuple[Stage, ...]:
        """Each unit on the way with the level that it is in, for these votes of all lists.

        While votes go from one list to another, no level on the way of either is again what it
        was; and where all levels on both are the same, so are the seats of all lists: no other
        level has other votes, or other seats to share.
        """

        def share(depth: int, seats: int) -> Level:
            groups, limits = self._groups[depth], None
            shares = [sum([ballots[i] for i in group]) for group in groups]
            if self._parents[depth].bounded:  # a list without votes can fill no seat
                limits = [sum([self._most[i] for i in group if ballots[i]]) for group in groups]
            return apportion(shares, seats, limits)

        return self._walk(share)

    def stages_now(self, counted: Count) -> tuple[Stage, ...]:
        """The same for the votes that were counted, with the lots that were drawn."""
        return self._walk(lambda depth, seats: counted.level(self._parents[depth], seats))

    def _walk(self, share: Callable[[int, int], Level]) -> tuple[Stage, ...]:
        """One d'Hondt a level, or two where it has seats by lot."""
        found = []
        low = high = self._seats
        for depth, turn in enumerate(self._turns):
            most = fewest = share(depth, high)
            if low != high:
                fewest = share(depth, low)
            low, high = fewest.seats[turn], most.seats[turn] + (turn in most.tied)
            found.append(Stage(fewest, most, turn))
        return tuple(found)


def _spans(stages: tuple[Stage, ...]) -> tuple[Span, ...]:
    return tuple([stage.span for stage in stages])


def _turns(unit: Unit, name: str) -> list[tuple[Unit, int]]:
    """The units to go through and which child to take in each; empty where it is not inside."""
    for i, child in enumerate(unit.children):
        if child.name == name:
            return [(unit, i)]
        if below := _turns(child, name):
            return [(unit, i), *below]
    return []
