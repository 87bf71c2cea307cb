"""Seats as they were given out, whatever a count of the votes gives."""

from __future__ import annotations

from collections.abc import Mapping

from valgforbund.counting import Count
from valgforbund.dhondt import Level
from valgforbund.scenario import Scenario
from valgforbund.units import Unit


class Official(Count):
    """The official result of an election, beside which counts can stand.

    Its lots have been drawn, and its alliances need not be known.

    Parameters
    ----------
    scenario : Scenario
        The votes.
    given : mapping of str to int
        Seats by letter; a list that is not there has none.

    Examples
    --------
    >>> c = Official(Scenario({"A": 10, "B": 10}, seats=3), {"B": 2, "A": 1})
    >>> c.seats.to_dict(), c.lots
    ({'A': 1, 'B': 2}, ())
    """

    def __init__(self, scenario: Scenario, given: Mapping[str, int]) -> None:
        super().__init__(scenario)
        self._given = given

    def level(self, unit: Unit, seats: int) -> Level:
        """What an alliance or the council got, list by list."""
        got = [sum(self._given.get(x.name, 0) for x in child.lists) for child in unit.children]
        return Level(got, vacant=max(seats - sum(got), 0))
