"""A source of elections: what each of them can do, and the one that comes with the package."""

from __future__ import annotations

from typing import Protocol

import pandas as pd

from valgforbund.scenario import Scenario
from valgforbund.sources import bundled


class Source(Protocol):
    """Where elections come from: the package's own data, or a file that a person opened."""

    def elections(self) -> pd.DataFrame:
        """Every council that can be loaded: election, place, seats, lists, what is known."""

    def load(self, election: str, place: str | None = None) -> Scenario:
        """One council's election; an error where there is none."""

    def load_all(self, election: str) -> tuple[Scenario, ...]:
        """Every council of an election."""

    def official_seats(self, election: str, place: str | None = None) -> pd.Series:
        """Seats of the official result, by letter; an error where they are not known."""


SOURCE: Source = bundled  # a module can do what its functions can

elections = SOURCE.elections
load = SOURCE.load
load_all = SOURCE.load_all
official_seats = SOURCE.official_seats
