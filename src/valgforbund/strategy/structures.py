"""Every possible structure: all ways in which the lists can join in alliances.

A structure is a set partition of the lists: an alliance of one is a list alone. Each is counted by
kommunal- og regionalvalgloven §§ 81-83, with limits of candidates. Lots that were drawn are not
used: where a lot decides, a structure gives fewest and most seats.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.kernels.search import Search
from valgforbund.kernels.tables import sets_of, structures_of
from valgforbund.order import by_votes
from valgforbund.progress import Progress, part, silent
from valgforbund.scenario import Scenario
from valgforbund.strategy.coalitions import Groups, check_size, pairs
from valgforbund.strategy.landscape import Structures, letters_of

MOST_LISTS = 13
MOST = 27_644_437  # structures of 13 lists
MOST_PLAIN = 25_000  # structures whose votes are too large for 64 bits


def structures(
    scenario: Scenario,
    *,
    allowed: Groups | None = None,
    forbidden: Groups = (),
    bloc: str | Iterable[str] = (),
    progress: Progress | None = None,
) -> Structures:
    """Count every structure: who could get how many seats, whoever allies with whom.

    Parameters
    ----------
    scenario : Scenario
        Its votes, seats and limits; its alliances are the present structure.
    allowed : iterable of groups of letters, optional
        Only lists that share a group here may be in one alliance; without it, any may.
    forbidden : iterable of groups of letters
        Lists that may not be in one alliance: at most one of each group.
    bloc : letter or iterable of letters
        Lists whose seats together are looked at, too.
    progress : callable, optional
        Called with what is counted and what there is to count.

    Returns
    -------
    Structures

    Raises
    ------
    ScenarioError
        If there are more than 13 lists, unless so much is forbidden that no more structures are
        left than 13 lists have; above 2,000 seats; if a letter is unknown; if lists form a joint
        list group inside an alliance, because it is no list that could go its own way.

    Notes
    -----
    The first search on a computer compiles, which takes some seconds. After that all structures of
    12 lists take about a tenth of a second.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> every = structures(s)
    >>> every.number, every.distribution_of("D")["structures"].to_dict()
    (15, {1: 11, 2: 4})
    >>> every.best("B")[["alliances", "seats", "moves", "movers"]].to_dict("records")
    [{'alliances': 'B-C', 'seats': 4, 'moves': 1, 'movers': 'C'}]
    """
    check_size(scenario)
    for alliance in scenario.alliances:
        if len(alliance.members) != len(alliance.letters):
            raise ScenarioError("structures_nested", alliance=alliance.structure)
    bloc = bloc if isinstance(bloc, str) else [*checks.in_turn(bloc)]
    wanted = letters_of(scenario, bloc) if bloc else ()
    order = by_votes(scenario.letters, scenario.ballots)
    search = _search(scenario, order, _apart(scenario, allowed, forbidden))
    passes = 1 + bool(wanted)
    tell = progress or silent
    search.tally(part(tell, of=passes))
    every = Structures(scenario, wanted, tuple(order), search)
    if wanted:
        every.extremes(wanted, part(tell, of=passes, after=1))
    return every


def number_of_structures(lists: int) -> int:
    """In how many ways so many lists can join in alliances: Bell's number.

    Examples
    --------
    >>> [number_of_structures(lists) for lists in (1, 2, 3, 12, 13)]
    [1, 2, 5, 4213597, 27644437]
    """
    row = [1]
    for _ in range(lists - 1):
        new = [row[-1]]
        for each in row:
            new.append(new[-1] + each)
        row = new
    return row[-1]


def _apart(scenario: Scenario, allowed: Groups | None, forbidden: Groups) -> np.ndarray:
    """Which lists may not be in one alliance, lists × lists."""
    place = {letter: i for i, letter in enumerate(scenario.letters)}
    apart = np.full((len(place), len(place)), allowed is not None)
    for groups, answer in ((allowed or (), False), (forbidden, True)):
        for one, other in pairs(scenario, groups):
            apart[place[one], place[other]] = apart[place[other], place[one]] = answer
    np.fill_diagonal(apart, val=False)
    return apart


def _search(scenario: Scenario, order: list[int], apart: np.ndarray) -> Search:
    """The search, if there is not too much to search through."""
    lists, free = len(order), not apart.any()
    every = number_of_structures(lists)
    fits = Search.fits(scenario.ballots, scenario.seats)
    most = MOST if fits else MOST_PLAIN
    sets = None if free and every > most else sets_of(apart[np.ix_(order, order)])
    number = most + 1 if sets is None else every if free else structures_of(sets, most)
    if sets is None or number > most:
        if not fits:
            raise ScenarioError("structures_large_votes", limit=most)
        if free:
            raise ScenarioError("structures_too_many", lists=lists, number=every, limit=MOST_LISTS)
        raise ScenarioError("structures_still_too_many", lists=lists, limit=MOST)
    votes = [scenario.ballots[i] for i in order]
    limits = [scenario.seats if n is None else min(n, scenario.seats) for n in scenario.limits]
    homes = [scenario.alliance_of(letter) for letter in scenario.letters]
    home = [-1 if each is None else scenario.alliances.index(each) for each in homes]
    return Search(
        sets,
        votes,
        [limits[i] if scenario.ballots[i] else 0 for i in order],
        [home[i] for i in order],
        scenario.seats,
        number,
    )
