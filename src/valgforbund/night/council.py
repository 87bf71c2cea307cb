"""One council on the night: its areas, their past, and its counts in the order of the clock."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.kernels.batch import Tree, tree
from valgforbund.scenario import Scenario
from valgforbund.sources.places import code as code_of

NONE = -1  # the count of an area that has none


class Counted(NamedTuple):
    """What is counted in a council at a time.

    Attributes
    ----------
    taken : int
        How many counts have come.
    votes : array of float, areas × lists
        Of the newest count, a final one before a preliminary one; 0 where nothing is counted.
    known, final : array of bool
        The areas that are counted, and those whose final count is in.
    """

    taken: int
    votes: np.ndarray
    known: np.ndarray
    final: np.ndarray

    @property
    def total(self) -> np.ndarray:
        """The counted votes of each list."""
        total: np.ndarray = self.votes.sum(axis=0)
        return total


@dataclass(frozen=True, eq=False)
class Council:
    """A council with everything that comes in on its night.

    Attributes
    ----------
    code : str
    given : Scenario
        Its lists, alliances and seats; its votes are not looked at.
    scenario : Scenario
        The same with its lists by letter, as all arrays have them: so that no number depends on
        the order in which lists stand.
    areas : tuple of str
        The names of its polling areas.
    eligible : array of float
        Voters of each area.
    spots : array of float, areas × 2, or None
        Longitude and latitude.
    last : array of float, areas × (lists + 1)
        Votes of last time by list; in the last column those of lists that no longer stand.
    matched : array of bool
        Areas that had a namesake last time; the others have the votes of what nobody took over.
    numbers, when, where, final, votes : array
        Of each count in the order of the clock: its number, nanoseconds since 1970, the place of
        its area, whether it is final, and the votes of each list.
    """

    code: str
    given: Scenario
    scenario: Scenario
    areas: tuple[str, ...]
    eligible: np.ndarray
    spots: np.ndarray | None
    last: np.ndarray
    matched: np.ndarray
    numbers: np.ndarray
    when: np.ndarray
    where: np.ndarray
    final: np.ndarray
    votes: np.ndarray

    @cached_property
    def tree(self) -> Tree:
        """The council as the batches count it."""
        return tree(self.scenario.council, self.scenario.limits, self.scenario.seats)

    @cached_property
    def _times(self) -> list[int]:
        times: list[int] = self.when.tolist()
        return times

    @cached_property
    def order(self) -> tuple[tuple[int, str], ...]:
        """The lists as they were given: where each stands in the arrays, and its letter."""
        return tuple((self.scenario.letters.index(x), x) for x in self.given.letters)

    @property
    def stood(self) -> np.ndarray:
        """Lists that had votes last time."""
        had: np.ndarray = self.last[:, :-1].sum(axis=0) > 0
        return had

    def taken(self, when: int) -> int:
        """How many counts have come at a time."""
        return bisect_right(self._times, when)

    def counted(self, taken: int) -> Counted:
        """What is counted after so many counts."""
        newest = np.full(len(self.areas), NONE)
        places, final = self.where[:taken], self.final[:taken]
        for kind in (False, True):  # of several for one area the last one stays
            chosen = np.flatnonzero(final == kind)
            newest[places[chosen]] = chosen
        known = newest != NONE
        votes = np.zeros((len(self.areas), len(self.scenario.letters)))
        votes[known] = self.votes[newest[known]]
        is_final = np.zeros(len(self.areas), dtype=bool)
        is_final[known] = self.final[newest[known]]
        return Counted(taken, votes, known, is_final)

    def only(self, final: bool) -> Council:
        """The council with its final counts alone, or its preliminary ones."""
        kept = self.final == final
        return Council(
            *(self.code, self.given, self.scenario, self.areas, self.eligible, self.spots),
            *(self.last, self.matched, self.numbers[kept], self.when[kept], self.where[kept]),
            *(self.final[kept], self.votes[kept]),
        )


def which(place: object, councils: Sequence[Council]) -> int:
    """The place, among the councils of a night, of the one that a person means.

    Parameters
    ----------
    place : str
        Its code, or its name in any spelling if it is a Danish council; whole numbers are codes.

    Raises
    ------
    ScenarioError
        If it is not part of this night.
    """
    wanted = "" if checks.is_missing(place) else checks.plain(str(place))
    codes = [wanted, code_of(wanted), wanted.lstrip("0")]  # 0173 is how some registers write it
    for n, council in enumerate(councils):
        if wanted and (council.code in codes or checks.plain(council.scenario.place) == wanted):
            return n
    raise ScenarioError("night_council_unknown", value=place)
