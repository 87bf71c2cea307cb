"""What a file or a text was found to hold: scenarios by place, and what was left out and assumed.

All of it is data; `valgforbund.wording.reading` says it in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from valgforbund.errors import ScenarioError, shorten
from valgforbund.frames import Kind, flags, records, series, text, whole
from valgforbund.glyphs import spelled
from valgforbund.scenario import Scenario
from valgforbund.sharing.candidates import OPEN

SCENARIO, TABLE, VALGDK, FEED, STATBANK = "scenario", "table", "valgdk", "feed", "statbank"
_CANDIDATES: dict[str, Kind] = {
    "letter": text,
    "candidate": whole,
    "name": text,
    "votes": whole,
    "form": text,
    "list_votes": whole,
}
_ELECTIONS: dict[str, Kind] = {
    "election": text,
    "place": text,
    "seats": whole,
    "lists": whole,
    "alliances_known": flags,
    "official_seats_known": flags,
}


@dataclass(frozen=True)
class Remark:
    """Something that was left out, assumed, or is worth knowing.

    Attributes
    ----------
    code : str
        The sentence goes by it: ``remark.<code>`` in the catalogues.
    values : tuple of (name, value)
        What the sentence names.
    """

    code: str
    values: tuple[tuple[str, object], ...] = ()

    def __getitem__(self, name: str) -> object:
        return dict(self.values)[name]


def remark(code: str, **values: object) -> Remark:
    """A remark with its values; texts of a person are cut as in errors.

    Examples
    --------
    >>> remark("sheets_left_out", sheets="2021")["sheets"]
    '2021'
    """
    return Remark(code, tuple((key, shorten(each, 100)) for key, each in values.items()))


class Person(NamedTuple):
    """A candidate.

    Attributes
    ----------
    letter : str
    candidate : int
        The place on the list's ballot paper, from 1.
    name : str
    votes : int or None
        Personal ones; None where they are not counted yet.
    """

    letter: str
    candidate: int
    name: str
    votes: int | None


class Counted(NamedTuple):
    """How much of a council is counted.

    Attributes
    ----------
    areas : int
        Polling areas that are known of.
    counted : int
        Those that are counted at all.
    final : int
        Those that are counted for the second time, with candidates.
    """

    areas: int
    counted: int
    final: int


@dataclass(frozen=True)
class Result:
    """One council as it was read.

    Attributes
    ----------
    scenario : Scenario
    official : tuple of int or None
        Seats of each list as the file has them; None where it has not all.
    forms : tuple of str
        ``"open"`` (sideordnet) or ``"party"`` (partiliste) for each list; empty where that is not
        told.
    list_votes : tuple of int or None
        Votes of each list that are no candidate's; None where they are not counted yet.
    people : tuple of Person
    counted : Counted or None
    """

    scenario: Scenario
    official: tuple[int, ...] | None = None
    forms: tuple[str, ...] = ()
    list_votes: tuple[int | None, ...] = ()
    people: tuple[Person, ...] = ()
    counted: Counted | None = None

    @property
    def candidates(self) -> pd.DataFrame:
        """One row a candidate, as `valgforbund.elected` takes it.

        Letter, candidate (place on the ballot paper), name, votes (personal), form and list_votes
        of the list; votes are missing until they are counted.
        """
        letters = self.scenario.letters
        forms = dict(zip(letters, self.forms or [OPEN] * len(letters), strict=True))
        own = dict(zip(letters, self.list_votes or [None] * len(letters), strict=True))
        rows = ((*each, forms[each.letter], own[each.letter]) for each in self.people)
        return records(rows, _CANDIDATES)


@dataclass(frozen=True)
class Reading:
    """All that was read; a source of elections like the package's own.

    Attributes
    ----------
    kind : str
        ``"scenario"``, ``"table"``, ``"valgdk"``, ``"feed"`` or ``"statbank"``.
    results : tuple of Result
    remarks : tuple of Remark
    columns : tuple of str
        Of a table: what its columns were taken for, from left to right.
    into : bool
        Whether it is votes for what was open, and no election of its own.
    """

    kind: str
    results: tuple[Result, ...]
    remarks: tuple[Remark, ...] = ()
    columns: tuple[str, ...] = ()
    into: bool = False

    @property
    def scenarios(self) -> dict[str, Scenario]:
        """The scenarios by their place."""
        return {each.scenario.place: each.scenario for each in self.results}

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    def result(self, place: str | None = None) -> Result:
        """The one of a place; of all, where there is only one.

        Raises
        ------
        ScenarioError
            If there are several and none is named, or none is called so; the message names some.
        """
        if any(each.code == "seats_missing" for each in self.remarks):
            raise ScenarioError("read_seats_missing")
        there = [each.scenario.place for each in self.results]
        if place is None and len(there) == 1:
            return self.results[0]
        if place is None:
            raise ScenarioError("read_place_missing", places=len(there), names=_few(there))
        wanted = _plain(place)
        for each in self.results:
            if _plain(each.scenario.place) == wanted:
                return each
        raise ScenarioError("read_place_unknown", value=place, names=_few(there))

    # ---- as a source of elections ----

    def elections(self) -> pd.DataFrame:
        """One row a council: election, place, seats, lists, alliances_known, official_seats_known.

        Examples
        --------
        >>> one = Reading(TABLE, (Result(Scenario({"A": 2, "B": 1}, 3, place="Lejre")),))
        >>> one.elections()[["place", "seats", "lists"]].values.tolist()
        [['Lejre', 3, 2]]
        """
        rows = (
            (
                each.scenario.election,
                each.scenario.place,
                each.scenario.seats,
                len(each.scenario.letters),
                "alliances_unknown" not in each.scenario.notes,
                each.official is not None,
            )
            for each in self.results
        )
        return records(rows, _ELECTIONS)

    def load(self, election: str, place: str | None = None) -> Scenario:
        """The scenario of a place."""
        return self._of(election).result(place).scenario

    def load_all(self, election: str) -> tuple[Scenario, ...]:
        """Every scenario of an election."""
        return tuple(each.scenario for each in self._of(election))

    def official_seats(self, election: str, place: str | None = None) -> pd.Series:
        """Seats by letter as the file has them."""
        found = self._of(election).result(place)
        if found.official is None:
            raise ScenarioError(
                "official_seats_unknown", election=election, place=found.scenario.place
            )
        return series(found.official, found.scenario.index, "seats")

    def _of(self, election: str) -> Reading:
        """The part that is of one election."""
        found = tuple(each for each in self.results if each.scenario.election == election)
        if not found:
            names = dict.fromkeys(each.scenario.election for each in self.results)
            raise ScenarioError("read_election_unknown", value=election, names=", ".join(names))
        return Reading(self.kind, found, self.remarks, self.columns)


def _plain(place: object) -> str:
    words = spelled(str(place)).replace("-", " ").split()
    return " ".join(each for each in words if each not in ("kommune", "region"))


def _few(places: list[str]) -> str:
    shown = ", ".join(filter(None, places[:5]))
    return f"{shown}, …" if len(places) > 5 else shown
