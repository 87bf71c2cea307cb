"""The election of the mayor (borgmester): up to three open ballots, then a lot.

Source: kommunestyrelsesloven §§ 6 and 24, stk. 1. First and second ballot: a majority of the
members present (in the second it is enough that all votes fall on one). Third ballot: between the
two with most votes in the second, by votes cast (so the ministry, 2 December 2013). Lots decide who
of equals goes on to the third, and the third itself if it ends equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from valgforbund import checks
from valgforbund.council.council import Council
from valgforbund.errors import ScenarioError
from valgforbund.frames import Column, table, whole
from valgforbund.lots import Lot
from valgforbund.order import named
from valgforbund.waiting import Drawn, Waiting, between

FINALISTS, MAYOR = "finalists", "mayor"  # the places of the two lots
BALLOTS = 3

Ballot = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class MayorElection(Waiting):
    """Ballots so far; made by `elect_mayor`.

    Attributes
    ----------
    present : int
        Members present.
    ballots : tuple of ballots
        Each a tuple of (candidate, votes); members present without a vote here voted blank.
    drawn : tuple of (Lot, winners)
        A lot's ``alliance`` is ``"finalists"`` or ``"mayor"``.

    Examples
    --------
    >>> m = elect_mayor(21, {"A": 10, "B": 8, "C": 3}, {"A": 10, "B": 8, "C": 3})
    >>> m.elected, m.finalists
    (None, ('A', 'B'))
    >>> m.vote({"A": 10, "B": 8}).elected
    'A'
    >>> m.vote({"A": 10, "B": 10}).lots
    (Lot(alliance='mayor', tied=('A', 'B'), seats=1),)
    """

    present: int
    ballots: tuple[Ballot, ...] = ()
    drawn: Drawn = ()

    @property
    def needed(self) -> int:
        """Votes that are a majority of the members present."""
        return self.present // 2 + 1

    @cached_property
    def elected(self) -> str | None:
        """Who is elected, or None."""
        for number, ballot in enumerate(self.ballots, 1):
            ranked = _ranked(ballot)
            if number < BALLOTS and ranked and ranked[0][1] >= self.needed:
                return ranked[0][0]
            if number == BALLOTS - 1 and len(ranked) == 1:
                return ranked[0][0]
        if len(self.ballots) < BALLOTS or self.finalists is None:
            return None
        return self._third(self.finalists)

    def _third(self, finalists: tuple[str, ...]) -> str | None:
        """The winner of the third ballot, by votes cast or by lot."""
        votes = dict(self.ballots[-1])
        one, other = (votes.get(name, 0) for name in finalists)
        if one != other:
            return finalists[one < other]
        won = dict(self.drawn).get(Lot(MAYOR, finalists, 1))
        return won[0] if won else None

    @cached_property
    def finalists(self) -> tuple[str, ...] | None:
        """The two of the third ballot; None while a lot decides, or before the second."""
        if len(self.ballots) < BALLOTS - 1:
            return None
        ranked = _ranked(self.ballots[BALLOTS - 2])
        if len(ranked) < 2:
            return None
        second = ranked[1][1]
        above = [name for name, votes in ranked if votes > second]
        tied = tuple(name for name, votes in ranked if votes == second)
        if len(above) + len(tied) == 2:
            return (*above, *tied)
        won = dict(self.drawn).get(Lot(FINALISTS, tied, 2 - len(above)))
        return (*above, *won) if won else None

    @property
    def lots(self) -> tuple[Lot, ...]:
        """The lot due now: who goes on to the third ballot, or who is mayor."""
        if self.elected is not None or len(self.ballots) < BALLOTS - 1:
            return ()
        if self.finalists is not None:
            return (Lot(MAYOR, self.finalists, 1),) if len(self.ballots) == BALLOTS else ()
        ranked = _ranked(self.ballots[BALLOTS - 2])
        if len(ranked) < 2:
            return ()
        second = ranked[1][1]
        above = sum(votes > second for _, votes in ranked)
        tied = tuple(name for name, votes in ranked if votes == second)
        return (Lot(FINALISTS, tied, 2 - above),)

    @property
    def next_ballot(self) -> int | None:
        """Number of the ballot that is due, if one is.

        None if somebody is elected, a lot comes first, or nobody got a vote in the second.
        """
        number = len(self.ballots) + 1
        if self.elected is not None or (number == BALLOTS and self.finalists is None):
            return None
        return number if number <= BALLOTS else None

    @property
    def table(self) -> pd.DataFrame:
        """One row a candidate, a column a ballot (``ballot_1`` …); missing: not in it.

        A last row ``""`` has the members present who voted for nobody.
        """
        names = dict.fromkeys(name for ballot in self.ballots for name, _ in ballot)
        columns: dict[str, Column] = {
            f"ballot_{number}": whole(
                [
                    *(dict(ballot).get(name) for name in names),
                    self.present - sum(votes for _, votes in ballot),
                ]
            )
            for number, ballot in enumerate(self.ballots, 1)
        }
        return table([*names, ""], "candidate", columns)

    def vote(self, votes: Mapping[str, int]) -> MayorElection:
        """The next ballot.

        Raises
        ------
        ScenarioError
            If none is due, there are more votes than members present, or the third ballot has
            votes for somebody else than the two.
        """
        if not isinstance(votes, Mapping | pd.Series):
            raise ScenarioError("ballot_not_votes", value=votes)
        if self.elected is not None:
            raise ScenarioError("mayor_elected", candidate=self.elected)
        for lot in self.lots:
            raise ScenarioError("council_lots_open", tied=between(lot))
        if self.finalists is None and len(self.ballots) == BALLOTS - 1:
            raise ScenarioError("ballot_nobody")
        ballot = {
            name: checks.whole(value, 0, "ballot_not_whole", candidate=name)
            for name, value in checks.by_name(votes).items()
        }
        cast = sum(ballot.values())
        if cast > self.present:
            raise ScenarioError("ballot_too_many", votes=cast, present=self.present)
        if self.finalists is not None:
            for name, value in ballot.items():
                if value and name not in self.finalists:
                    raise ScenarioError(
                        "ballot_finalists", finalists=", ".join(self.finalists), candidate=name
                    )
        return replace(self, ballots=(*self.ballots, tuple(ballot.items())))

    def with_present(self, present: int, members: int) -> MayorElection:
        """The same ballots with another number of members present.

        Parameters
        ----------
        present : int
        members : int
            Members of the council: not more can be present.

        Raises
        ------
        ScenarioError
            If more are present than there are, or the ballots cannot have been cast by so few: too
            many votes, or a further ballot after somebody was elected.

        Examples
        --------
        >>> elect_mayor(21, {"A": 10, "B": 9}).with_present(19, 21).elected
        'A'
        """
        here = checks.whole(present, 1, "present_not_whole")
        if here > members:
            raise ScenarioError("present_above_council", value=here, members=members)
        election = replace(self, present=here, ballots=())
        for number, ballot in enumerate(self.ballots):
            if (name := election.elected) is not None:
                raise ScenarioError("present_elects", value=here, candidate=name, ballot=number)
            election = election.vote(dict(ballot))
        decided = election.elected is not None and len(election.ballots) < BALLOTS
        return replace(election, drawn=()) if decided else election

    def with_drawn(self, drawn: Drawn) -> MayorElection:
        """The same with lots that were drawn; `settle` checks them and calls this."""
        return replace(self, drawn=drawn)


def elect_mayor(present: int | Council, *ballots: Mapping[str, int]) -> MayorElection:
    """Elect a mayor from stated votes.

    Parameters
    ----------
    present : int or Council
        Members present; a council is present in full.
    *ballots : mapping of candidate to votes
        Up to three; see `votes_of` for votes by list.

    Raises
    ------
    ScenarioError
        If a ballot cannot be, or one is stated after somebody was elected.

    Examples
    --------
    >>> elect_mayor(19, {"Jensen": 14, "Hansen": 5}).elected
    'Jensen'
    """
    here = present.size if isinstance(present, Council) else present
    election = MayorElection(checks.whole(here, 1, "present_not_whole"))
    for votes in ballots:
        election = election.vote(votes)
    return election


def votes_of(
    council: Council | Mapping[str, int] | pd.Series, choices: Mapping[str, str | None]
) -> dict[str, int]:
    """Votes by candidate when every list votes as one.

    Parameters
    ----------
    council : Council, or seats by letter
    choices : mapping of list or group to candidate
        By letter or by name of a group (a list's own choice goes first); None, or not named: blank.

    Examples
    --------
    >>> votes_of(Council({"A": 9, "C": 5, "F": 2}), {"A": "Jensen", "F": "Jensen", "C": "Hansen"})
    {'Jensen': 11, 'Hansen': 5}
    """
    body = council if isinstance(council, Council) else Council(council)
    together = {group.name: group for group in body.groups if len(group.letters) > 1}
    wanted = checks.by_name(choices, lambda who: _voter(who, body, together))
    by_list = {
        letter: wanted[name]
        for name, group in together.items()
        if name in wanted
        for letter in group.letters
    }
    by_list |= {who: candidate for who, candidate in wanted.items() if who not in together}
    votes: dict[str, int] = {}
    for letter, candidate in by_list.items():
        if candidate is not None:
            votes[candidate] = votes.get(candidate, 0) + body.bench(letter)
    return votes


def _voter(who: object, council: Council, together: Iterable[str]) -> str:
    """The group or list that is meant."""
    name = checks.plain(str(who))
    return named(name, together) or council.known(name)


def _ranked(ballot: Ballot) -> list[tuple[str, int]]:
    """Candidates with votes, most first."""
    return sorted((each for each in ballot if each[1]), key=lambda each: -each[1])
