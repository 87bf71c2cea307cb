"""A bundle of ballots that lies on the wrong list: between which lists it would move a seat."""

from __future__ import annotations

import pandas as pd

from valgforbund import checks
from valgforbund.comparison import changes_text
from valgforbund.frames import Kind, flags, records, text, whole
from valgforbund.margins.steps import next_change
from valgforbund.margins.way import Way
from valgforbund.scenario import Scenario

BALLOTS = 100  # what most corrections between two counts look like is a bundle of 50 or 100

_PAIRS: dict[str, Kind] = {
    "from_list": text,
    "to_list": text,
    "votes": whole,
    "changes": text,
    "lot": flags,
}


def bundle(scenario: Scenario, ballots: int = BALLOTS) -> pd.DataFrame:
    """Which seats hang on a bundle of ballots that should lie on another list.

    It does not say that any bundle is wrong: only what it would change if one were.

    Parameters
    ----------
    scenario : Scenario
    ballots : int
        The votes that are moved at most, 0 or more.

    Returns
    -------
    DataFrame
        One row a pair of lists, fewest votes first: from_list, to_list, votes (the fewest that
        move a seat, or begin or end a lot), changes (who then has other seats) and lot (whether
        one decides then). Pairs between which no seat moves are left out.

    Raises
    ------
    ScenarioError
        If the number of ballots is not whole, 0 or more.

    Notes
    -----
    Every pair is looked at by bisection, exactly: while votes go from one list to another, the
    seats of the giver and its alliances never rise and those of the taker never fall.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> bundle(s, 1).to_dict("split")["data"]
    [['C', 'A', 1, 'A0…+1 D-1…0', True], ['D', 'A', 1, 'A0…+1 D-1…0', True]]
    """
    most = checks.whole(ballots, 0, "amount_not_whole")
    held = dict(zip(scenario.letters, scenario.ballots, strict=True))
    found = []
    for giver in scenario.letters:
        for taker in scenario.letters:
            if taker == giver or not held[giver]:
                continue
            votes = next_change(scenario, taker, giver, most=most)
            if votes is not None:
                changes = Way(scenario, taker, giver).changes(votes)
                lot = any(span.is_open for span in changes.values())
                found.append((giver, taker, votes, changes_text(changes), lot))
    return records(sorted(found, key=lambda row: (row[2], row[0], row[1])), _PAIRS)
