"""The units from the council down to one list or alliance, and their seats for given votes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from valgforbund.counting import Count
from valgforbund.dhondt import Level, apportion
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.units import Unit


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

        def share(depth: int, seats: int) -> Level:
            groups, limits = self._groups[depth], None
            shares = [sum([ballots[i] for i in group]) for group in groups]
            if self._parents[depth].bounded:  # a list without votes can fill no seat
                limits = [sum([self._most[i] for i in group if ballots[i]]) for group in groups]
            return apportion(shares, seats, limits)

        return self._walk(share)

    def spans_now(self, counted: Count) -> tuple[Span, ...]:
        """The same for the votes that were counted, with the lots that were drawn."""
        return self._walk(lambda depth, seats: counted.level(self._parents[depth], seats))

    def _walk(self, share: Callable[[int, int], Level]) -> tuple[Span, ...]:
        """One d'Hondt a level: its certain seats are the least, one more if tied the most."""
        found = []
        low = high = self._seats
        for depth, turn in enumerate(self._turns):
            level = share(depth, high)
            best = level.seats[turn] + (turn in level.tied)
            if low != high:
                level = share(depth, low)
            low, high = level.seats[turn], best
            found.append(Span(low, high))
        return tuple(found)


def _turns(unit: Unit, name: str) -> list[tuple[Unit, int]]:
    """The units to go through and which child to take in each; empty where it is not inside."""
    for i, child in enumerate(unit.children):
        if child.name == name:
            return [(unit, i)]
        if below := _turns(child, name):
            return [(unit, i), *below]
    return []
