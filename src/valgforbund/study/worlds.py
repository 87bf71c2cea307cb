"""The worlds that one council is held against, each counted once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from valgforbund.alliances import Alliance
from valgforbund.comparison import NO_SEATS
from valgforbund.counting import Count, count
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.waste import spans_by_measure


class Worlds:
    """A scenario, and what it would be with other alliances.

    Attributes
    ----------
    scenario : Scenario
    now : Count
        As it is, with the lots that were drawn.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> worlds = Worlds(s)
    >>> worlds.none is worlds.without(s.alliances[0])
    True
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario, self.now = scenario, count(scenario)
        self._counts: dict[tuple[Alliance, ...], Count] = {}
        self._without: dict[Alliance, Count] = {}
        self._measures: dict[Count, dict[str, Span]] = {}

    @cached_property
    def none(self) -> Count:
        """No alliances at all."""
        return self.world(self.scenario.without_alliances())

    def without(self, alliance: Alliance) -> Count:
        """Just this alliance dissolved."""
        counted = self._without.get(alliance)
        if counted is None:
            counted = self._without[alliance] = self.world(self.scenario.dissolve(alliance))
        return counted

    def alone(self, letter: str) -> Count:
        """This list alone, the rest of its alliance together."""
        return self.world(self.scenario.leave(letter))

    def world(self, other: Scenario) -> Count:
        """The same lists and votes in other alliances."""
        counted = self._counts.get(other.alliances)
        if counted is None:
            counted = self._counts[other.alliances] = Count(other)
        return counted

    def measures(self, counted: Count) -> dict[str, Span]:
        """Where the votes ended in one of the worlds."""
        if counted not in self._measures:
            self._measures[counted] = spans_by_measure(counted)
        return self._measures[counted]


def difference(now: Count, then: Count) -> dict[str, Span]:
    """The lists whose seats are not the same, or may not be, now minus then.

    The lots of the two worlds are independent; worlds with the same alliances are the same.
    """
    if now.scenario.alliances == then.scenario.alliances:
        return {}
    other = then.spans
    moved = {letter: span - other[letter] for letter, span in now.spans.items()}
    return {letter: span for letter, span in moved.items() if span != NO_SEATS}


def gains(changes: Iterable[Span]) -> Span:
    """Seats that are gained, losses left out; bounds where lots decide."""
    spans = list(changes)
    return Span(sum(max(span.low, 0) for span in spans), sum(max(span.high, 0) for span in spans))
