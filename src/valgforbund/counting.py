"""The count of a scenario: certain seats, lots, ranges over the lots, and their drawing.

Source: kommunal- og regionalvalgloven §§ 81-83. Lots at several levels are independent draws,
the outermost first (our reading of § 81).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property

import pandas as pd

from valgforbund import awards, outcomes
from valgforbund.dhondt import Level, apportion
from valgforbund.errors import ScenarioError, shorten
from valgforbund.frames import nearest, series
from valgforbund.lots import Lot
from valgforbund.ranges import Span, Worth, expected_seats, most_seats, span
from valgforbund.scenario import Scenario
from valgforbund.units import Unit
from valgforbund.waiting import Drawn, Waiting


class Count(Waiting):
    """The result of a scenario; made by `count`.

    Everything is computed when asked for; frames are copies.

    Attributes
    ----------
    scenario : Scenario
        What was counted, with the lots that were drawn.

    Examples
    --------
    >>> c = count(Scenario({"A": 10, "B": 10}, seats=3))
    >>> c.seats.to_dict(), c.open_seats, c.lots
    ({'A': 1, 'B': 1}, 1, (Lot(alliance='', tied=('A', 'B'), seats=1),))
    >>> c.high.to_dict(), c.expected.to_dict()
    ({'A': 2, 'B': 2}, {'A': 1.5, 'B': 1.5})
    >>> c.settle({c.lots[0]: "A"}).seats.to_dict()
    {'A': 2, 'B': 1}
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.root = scenario.council
        self._drawn = dict(scenario.drawn)
        self._levels: dict[tuple[Unit, int], Level] = {}

    def __repr__(self) -> str:
        seats = " ".join(
            f"{n} {shorten(s)}" for n, s in zip(self.scenario.letters, self.certain, strict=True)
        )
        waits = f"; {shorten(self.open_seats)} waiting for a lot" if self.lots else ""
        return f"<Count: {seats}{waits}>"

    def _repr_html_(self) -> str:
        from valgforbund.reports import shown  # noqa: PLC0415 -- only a notebook needs the words

        return shown.counted(self)

    # ---- seats ----

    @property
    def certain(self) -> tuple[int, ...]:
        """Certain seats as plain numbers in the order of the lists: the bare count."""
        result = [0] * len(self.scenario.letters)
        self._fill(self.root, self.scenario.seats, result)
        return tuple(result)

    @property
    def seats(self) -> pd.Series:
        """Certain seats by letter; a seat that waits for a lot is in no list."""
        return self._series(self.certain, "seats")

    @property
    def low(self) -> pd.Series:
        """Fewest seats by letter over all lots: the certain ones."""
        return self._series(self.certain, "low")

    @property
    def high(self) -> pd.Series:
        """Most seats by letter over all lots."""
        return self._series([span.high for span in self.spans.values()], "high")

    @cached_property
    def spans(self) -> dict[str, Span]:
        """Fewest and most seats by letter, without a frame."""
        most = [0] * len(self.certain)
        most_seats(self.root, self.scenario.seats, self.level, most)
        both = zip(self.scenario.letters, map(Span, self.certain, most), strict=True)
        return dict(both)

    @property
    def expected(self) -> pd.Series:
        """Expected seats by letter, every lot with equal chances."""
        result = [Fraction(0)] * len(self.certain)
        expected_seats(self.root, self.scenario.seats, self.level, Fraction(1), result)
        return pd.Series(
            [nearest(each) for each in result], index=self.scenario.index, name="expected"
        )

    @property
    def open_seats(self) -> int:
        """Seats that wait for lots."""
        return self.scenario.seats - self.vacant - sum(self.certain)

    @property
    def vacant(self) -> int:
        """Seats nobody can fill, because every list with votes is out of candidates."""
        return self.level(self.root, self.scenario.seats).vacant

    @property
    def longer(self) -> dict[str, Count]:
        """The count without its limit for each list whose seats are as many as its candidates."""
        scenario = self.scenario
        return {
            letter: count(scenario.with_candidates({letter: None}))
            for letter, limit in zip(scenario.letters, scenario.limits, strict=True)
            if limit is not None and self.spans[letter].ends == (limit, limit)
        }

    # ---- lots ----

    @cached_property
    def lots(self) -> tuple[Lot, ...]:
        """Lots due now, outermost first; one inside an alliance waits until its seats are sure."""
        due = []
        waiting = [(self.root, self.scenario.seats)]
        for unit, seats in waiting:
            level = self.level(unit, seats)
            if level.tied:
                due.append(_lot(unit, level))
            waiting += [
                (child, got)
                for i, (child, got) in enumerate(zip(unit.children, level.seats, strict=True))
                if child.children and i not in level.tied
            ]
        return tuple(due)

    @property
    def drawn(self) -> Drawn:  # type: ignore[override]  # read from the scenario
        """Lots that have been drawn, each with its winners."""
        return self.scenario.drawn

    def with_drawn(self, drawn: Drawn) -> Count:
        """The count in which these lots have been drawn."""
        return Count(self.scenario.with_drawn(drawn))

    @property
    def outcomes(self) -> pd.DataFrame:
        """One row a possible result: a column a letter, and ``probability``, likeliest first.

        A list called ``probability`` keeps its column; the last one is then ``probability_``.

        Equally likely ones stand by the seats of the lists, that with most votes first.

        Raises
        ------
        ScenarioError
            If there are more than 10,000.
        """
        return outcomes.table(self.root, self.scenario.seats, self.level, self.scenario.letters)

    # ---- the order of the seats ----

    @property
    def awards(self) -> pd.DataFrame:
        """One row a seat, in order.

        Columns: ``letter`` (missing where a lot decides), ``party``, ``alliance`` (missing for a
        free list, and where a lot between alliances and lists decides),
        ``quotient``, ``votes`` and ``divisor`` of the outermost level, ``tied`` where an equal
        quotient exists, so that the law fixes no order: most votes then come first, and then the
        letter.
        """
        return awards.table(self.root, self.scenario.seats, self.level, self.scenario.party)

    # ---- for the rooms that compare ----

    def level(self, unit: Unit, seats: int) -> Level:
        """How an alliance or the council shares its seats, with the lots that were drawn."""
        key = (unit, seats)
        level = self._levels.get(key)
        if level is None:
            level = apportion(unit.shares, seats, unit.limits)
            if level.tied and (won := self._drawn.get(_lot(unit, level))):
                level = Level(
                    [
                        got + (child.name in won)
                        for child, got in zip(unit.children, level.seats, strict=True)
                    ]
                )
            self._levels[key] = level
        return level

    def span(self, worth: Worth) -> Span:
        """Least and most over all lots of what `worth` gives each unit for its seats."""
        return span(self.root, self.scenario.seats, self.level, worth)

    def seats_of(self, letters: Iterable[str]) -> Span:
        """Fewest and most seats of some lists together, over all lots.

        Examples
        --------
        >>> c = count(Scenario({"A": 10, "B": 10}, seats=3))
        >>> c.seats_of("A"), c.seats_of("AB")
        (Span(low=1, high=2), Span(low=3, high=3))
        """
        wanted = set(letters)
        return self.span(
            lambda unit, seats: seats if not unit.children and unit.name in wanted else 0
        )

    def _fill(self, unit: Unit, seats: int, result: list[int]) -> None:
        """Write the certain seats of all lists inside a unit to their places."""
        shared = self.level(unit, seats).seats
        for i, child in enumerate(unit.children):
            if child.children:
                self._fill(child, shared[i], result)
            else:
                result[child.position] = shared[i]

    def _series(self, values: Sequence[int], name: str) -> pd.Series:
        return series(values, self.scenario.index, name)


def count(scenario: Scenario | Count) -> Count:
    """Count a scenario by d'Hondt at every level, exactly.

    Parameters
    ----------
    scenario : Scenario
        Lots that were drawn in it are replayed. A count is given back as it is.

    Returns
    -------
    Count

    Raises
    ------
    ScenarioError
        If it is something else.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> count(s).seats.to_dict()
    {'A': 2, 'B': 3, 'C': 1, 'D': 2}
    """
    if isinstance(scenario, Count):
        return scenario
    if not isinstance(scenario, Scenario):
        raise ScenarioError("not_a_scenario", value=scenario)
    return Count(scenario)


def _lot(unit: Unit, level: Level) -> Lot:
    return Lot(unit.name, tuple(unit.children[i].name for i in level.tied), level.stake)
