"""The seats that hang on one bundle of ballots, in a council or in the country."""

from __future__ import annotations

import pandas as pd

from valgforbund import checks
from valgforbund.comparison import changes_text
from valgforbund.frames import Kind, flags, records, text, whole
from valgforbund.margins.bundle import every_bundle
from valgforbund.sources.elections import Elections, scenarios
from valgforbund.sources.places import code

BALLOTS = 100  # what most corrections between two counts look like is a bundle of 50 or 100

_COLUMNS: dict[str, Kind] = {
    "election": text,
    "code": text,
    "place": text,
    "from_list": text,
    "to_list": text,
    "votes": whole,
    "changes": text,
    "lot": flags,
}


def bundle(elections: Elections, ballots: int = BALLOTS) -> pd.DataFrame:
    """Which seats hang on a bundle of ballots that should lie on another list.

    It does not say that any bundle is wrong: only what it would change if one were.

    Parameters
    ----------
    elections : Scenario, str, or iterable of these
        A scenario, or an election such as ``"KV2025"`` for every council in it. The alliances are
        those of the scenario, also where its notes say that nobody knows them.
    ballots : int
        The votes that are moved at most, 0 or more.

    Returns
    -------
    DataFrame
        One row a pair of lists, council by council, fewest votes first: election, code and place
        of the council, from_list, to_list, votes (the fewest that move a seat, or begin or end a
        lot), changes (who then has other seats) and lot (whether one decides about a seat of
        theirs, now or then: changes are a range then). Pairs between which no seat moves are left
        out.

    Raises
    ------
    ScenarioError
        If the number of ballots is not whole, 0 or more, or there is no such election.

    Notes
    -----
    Exact, by bisection; see `margins.bundle.every_bundle`.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> bundle(s, 1)[["from_list", "to_list", "votes", "changes"]].to_numpy().tolist()
    [['C', 'A', 1, 'A0…+1 D-1…0'], ['D', 'A', 1, 'A0…+1 D-1…0']]
    """
    most = checks.whole(ballots, 0, "number_not_whole")
    rows = (
        (
            *(s.election or None, code(s.place), s.place or None),
            *(each.giver, each.taker, each.votes, changes_text(each.changes), each.lot),
        )
        for s in scenarios(elections)
        for each in every_bundle(s, most)
    )
    return records(rows, _COLUMNS)
