"""Review of a party: what alliances did for it everywhere, and its votes over the years.

By party, not by letter: Å was a dozen local lists in 2013, and never Alternativet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from valgforbund import checks, frames
from valgforbund.comparison import compare, spread
from valgforbund.counting import count
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, PARTY, Column, Kind, flags, real, records, table, text, whole
from valgforbund.parties import Party, named
from valgforbund.parties import party as identify
from valgforbund.people.given import unknown
from valgforbund.people.moved import MOVED, people_moved
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.sources.elections import scenarios
from valgforbund.sources.places import code
from valgforbund.study import (
    Standing,
    Variant,
    Worlds,
    alliances_unknown,
    are_known,
    standing,
    tables,
)
from valgforbund.wording import words
from valgforbund.wording.review import note, total

YEARS = ("KV2025", "KV2021", "KV2013")
TOTALS = (
    *("lists", "allied", "seats", "owed_dissolved", "owed_none", "owed_alone"),
    *("gave", "took", "regret", "seated"),
)
_WHERE: dict[str, Kind] = {"election": text, "code": text, "place": text, "alliance": text}
_PEOPLE: dict[str, Kind] = {**_WHERE, "own": flags, **MOVED}


@dataclass(frozen=True)
class Review:
    """What alliances did for one party; made by `party_review`.

    Attributes
    ----------
    party : Party
    councils : tuple of Scenario
        Every council looked at, whether the party stood there or not.
    stood : tuple of (Scenario, letter)
        All its lists.
    standings : tuple of (Scenario, Standing)
        Those where alliances are known.
    remarks : dict of str to str
        What a person wrote, by place.
    language : str
        Of notes and definitions.

    Examples
    --------
    >>> review = party_review("SF", "EP2024", language="en")
    >>> review.totals["value"].to_dict()["seats"], review.lists["alliance"].to_list()
    (3, ['A-F-Å'])
    """

    party: Party
    councils: tuple[Scenario, ...]
    stood: tuple[tuple[Scenario, str], ...]
    standings: tuple[tuple[Scenario, Standing], ...]
    remarks: dict[str, str]
    language: str

    def __repr__(self) -> str:
        return f"<Review of {self.party.name}: {len(self.standings)} lists>"

    @property
    def lists(self) -> pd.DataFrame:
        """One row a list of the party where alliances are known.

        Returns
        -------
        DataFrame
            The columns of `Study.lists`, then ``note``, a sentence on each, and ``remark``,
            what a person wrote. Seats owed are against its alliance ``dissolved``, against
            ``none`` at all, and against the list ``alone``.
        """
        texts = words(self.language)
        return tables.lists([(Variant(s), each) for s, each in self.standings]).assign(
            note=text([note(texts, each) for _, each in self.standings]),
            remark=text([self.remarks.get(scenario.place, "") for scenario, _ in self.standings]),
        )

    @property
    def people(self) -> pd.DataFrame:
        """Whom the alliances of its lists move: who sits because of them, and who does not.

        Returns
        -------
        DataFrame
            A row a candidate of any list, where candidates are known: ``election``, ``code``,
            ``place``, ``alliance``, ``own`` (whether it is the party's), then the columns of
            `people_moved`, against just this alliance dissolved.
        """
        return self._moved.copy()

    @cached_property
    def _moved(self) -> pd.DataFrame:
        worlds = {
            (s, alliance.name): compare(s, alliance)
            for s, each in self.standings
            for alliance in (s.alliance_of(each.letter),)
            if alliance is not None and unknown(count(s), None) is None
        }
        own = {s: {letter for other, letter in self.stood if other == s} for s, _ in worlds}
        parts = [records([], _PEOPLE)]
        for (s, alliance), compared in worlds.items():
            moved = people_moved(compared)
            letters = own[s]
            where = {"election": s.election, "code": code(s.place), "place": s.place}
            is_own = [letter in letters for letter in moved[LETTER]]
            parts.append(moved.assign(**where, alliance=alliance, own=is_own)[[*_PEOPLE]])
        frame = pd.concat([part for part in parts if len(part)] or parts, ignore_index=True)
        return frame.astype(dict.fromkeys(_WHERE, "str"))

    @property
    def _seated(self) -> dict[str, Span]:
        """How many of its own sit because of their alliances; nothing where nobody is known."""
        if not any(unknown(count(s), None) is None for s, _ in self.standings):
            return {}
        people = self._moved
        number = int((people["own"] & (people["change"] == 1).fillna(value=False)).sum())
        return {"seated": Span(number, number)}

    @property
    def history(self) -> pd.DataFrame:
        """One row a list of the party, also where alliances are not known.

        Returns
        -------
        DataFrame
            ``election``, ``code``, ``place``, ``letter``, ``party``, ``name``, ``votes``,
            ``share`` of the council's.
        """
        rows = [(s, s.letters.index(letter)) for s, letter in self.stood]
        columns: dict[str, Column] = {
            "election": text([s.election for s, _ in rows]),
            "code": text([code(s.place) for s, _ in rows]),
            "place": text([s.place for s, _ in rows]),
            LETTER: text([s.letters[i] for s, i in rows]),
            PARTY: text([self.party.short] * len(rows)),
            "name": text([s.names[i] for s, i in rows]),
            "votes": whole([s.ballots[i] for s, i in rows]),
            "share": real([s.ballots[i] / (sum(s.ballots) or 1) for s, i in rows]),
        }
        return frames.numbered(columns)

    @property
    def years(self) -> pd.DataFrame:
        """The party's votes over the years.

        Returns
        -------
        DataFrame
            Index ``election``, as given; ``stood``: councils in which it stood, of ``councils``;
            ``votes``, and their ``share`` of all votes in all these councils; ``seats``, missing
            where alliances are not known.
        """
        history, known = self.history, {s.election for s, _ in self.standings}
        cast: dict[str, list[int]] = {}
        for scenario in self.councils:
            cast.setdefault(scenario.election, []).append(sum(scenario.ballots))
        parts = {election: history[history["election"] == election] for election in cast}
        votes = {election: sum(part["votes"]) for election, part in parts.items()}
        seats = {
            election: [each.seats for s, each in self.standings if s.election == election]
            for election in cast
        }
        columns: dict[str, Column] = {
            "stood": whole([part["place"].nunique() for part in parts.values()]),
            "councils": whole([len(each) for each in cast.values()]),
            "votes": whole(list(votes.values())),
            "share": real([votes[election] / (sum(each) or 1) for election, each in cast.items()]),
        }
        found = [_sum(seats[election]) if election in known else None for election in cast]
        return table(cast, "election", columns | spread({"seats": found}))

    @property
    def totals(self) -> pd.DataFrame:
        """What alliances came to for the party, each figure with its definition.

        Returns
        -------
        DataFrame
            Index ``figure``; ``value`` (missing where a lot decides), ``value_low``,
            ``value_high``, ``label``, ``definition``. Persons are counted where they are known.
        """
        each = [found for _, found in self.standings]
        values = {
            "lists": Span(len(each), len(each)),
            "allied": _sum([Span(1, 1) for found in each if found.partners]),
            "seats": _sum([found.seats for found in each]),
            "owed_dissolved": _sum([found.dissolved for found in each]),
            "owed_none": _sum([found.none for found in each]),
            "owed_alone": _sum([found.alone for found in each]),
            "gave": _sum([found.gave for found in each]),
            "took": _sum([found.took for found in each]),
            "regret": _sum([found.regret for found in each]),
            **self._seated,
        }
        texts = [total(words(self.language), name) for name in values]
        return table(
            values,
            "figure",
            {
                **spread({"value": list(values.values())}),
                "label": text([label for label, _ in texts]),
                "definition": text([definition for _, definition in texts]),
            },
        )


def party_review(
    party: str,
    elections: str | Scenario | Iterable[str | Scenario] = YEARS,
    *,
    language: str = "da",
    remarks: Mapping[str, str] | None = None,
) -> Review:
    """What alliances did for one party everywhere.

    Parameters
    ----------
    party : str
        Its name, in any spelling; a letter is not a party.
    elections : str, Scenario, or iterable of them
        Votes are gathered from all; alliances from those in which they are known everywhere.
    language : str
        ``"da"`` or ``"en"``, of notes and definitions.
    remarks : mapping of place to str, optional
        Remarks of your own, to stand beside the notes.

    Raises
    ------
    ScenarioError
        If there is no such party, it stood nowhere, the alliances are known in none of the
        elections, or a remark is on a place that there is not.

    Examples
    --------
    >>> review = party_review("Alternativet", ["EP2024", "EP2019"], language="en")
    >>> review.lists[["election", "alliance", "seats", "owed_dissolved"]]
      election alliance  seats  owed_dissolved
    0   EP2024    A-F-Å      0               0
    1   EP2019      B-Å      0               0
    >>> review.years["votes"].to_dict()
    {'EP2024': 65228, 'EP2019': 92964}
    """
    who, councils = named(party), scenarios(elections)
    if not councils:
        raise ScenarioError("elections_none")
    remarks = {} if remarks is None else remarks
    if not isinstance(remarks, Mapping | pd.Series):
        raise ScenarioError("remarks_not_mapping", value=remarks)
    given = ", ".join(dict.fromkeys(s.election for s in councils))
    unknown = [s for s in councils if not are_known(s)]
    unclear = {s.election for s in unknown}
    if unclear >= {s.election for s in councils}:
        raise alliances_unknown(unknown, councils)
    stood = [
        (s, letter)
        for s in councils
        for letter, name in zip(s.letters, s.names, strict=True)
        if identify(letter, name, s.election).key == who.key
    ]
    if not stood:
        raise ScenarioError("party_nowhere", party=who.name, elections=given)
    written = {
        place: checks.text("remarks", remark) for place, remark in checks.by_name(remarks).items()
    }
    for place in written.keys() - {s.place for s in councils}:
        raise ScenarioError("place_unknown", value=place, election=given)
    clear = [(s, letter) for s, letter in stood if s.election not in unclear]
    return Review(
        party=who,
        councils=tuple(councils),
        stood=tuple(stood),
        standings=tuple((s, standing(Worlds(s), letter)) for s, letter in clear),
        remarks=written,
        language=words(language).language,
    )


def _sum(spans: Iterable[Span | None]) -> Span:
    """Their sum; what does not apply adds nothing."""
    known = [span for span in spans if span is not None]
    return Span(sum(span.low for span in known), sum(span.high for span in known))
