"""How large the numbers of a report may be: beyond, nobody could read it, and few could wait."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario

MOST_SEATS: Final = 10**5  # each is a line of a workbook
MOST_VOTES: Final = 10**100  # margins take as many steps as there are digits


def check(scenarios: Iterable[Scenario]) -> None:
    """An error where a number is too large for a report.

    Raises
    ------
    ScenarioError
        If there are more seats or votes than may be.

    Examples
    --------
    >>> check([Scenario({"A": 10**50}, 9)])
    """
    for s in scenarios:
        for value, limit in ((s.seats, MOST_SEATS), (max(s.ballots), MOST_VOTES)):
            if value > limit:
                raise ScenarioError("number_too_large", value=value, limit=limit)
