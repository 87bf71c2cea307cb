"""The coalitions that a list could form: which there are, within what a person allows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, combinations, takewhile
from math import comb
from typing import TypeAlias

import numpy as np

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario

MOST = 2**20
MOST_SEATS = 2_000  # of a council whose possible alliances are looked through

Size: TypeAlias = int | tuple[int, int] | None
Groups: TypeAlias = Iterable[Iterable[str]]


def check_size(scenario: object) -> None:
    """Whether the possible alliances of a scenario can be looked through in reasonable time."""
    if not isinstance(scenario, Scenario):
        raise ScenarioError("not_a_scenario", value=scenario)
    if scenario.seats > MOST_SEATS:
        raise ScenarioError("seats_too_many_to_search", seats=scenario.seats, limit=MOST_SEATS)


def coalitions(
    scenario: Scenario,
    letter: str,
    size: Size = None,
    include: Iterable[str] = (),
    apart: Groups = (),
) -> np.ndarray:
    """Every set of lists that one list could ally with, itself included; alone comes first.

    Their order goes by the votes of lists, not by the order in which these stand.

    Parameters
    ----------
    scenario, letter
        Whose coalitions.
    size : int or (int, int), optional
        The most lists in a coalition, or the fewest and the most; the list itself counts.
    include : iterable of letters
        Lists that must be in.
    apart : iterable of groups of letters
        Lists that never ally with each other: at most one of each group may be in.

    Returns
    -------
    array of bool, coalitions × lists

    Raises
    ------
    ScenarioError
        If a letter is unknown, what is asked for contradicts itself, or there are more than 2^20
        coalitions.

    Examples
    --------
    >>> s = Scenario({"A": 4, "B": 3, "C": 2}, seats=5)
    >>> coalitions(s, "B", apart=[("A", "C")]).astype(int).tolist()
    [[0, 1, 0], [1, 1, 0], [0, 1, 1]]
    """
    own = scenario.known(letter)
    fewest, most, musts, never = wishes(scenario, own, size, include, apart)
    free = len(scenario.letters) - len(musts)
    if not never and min(most - len(musts), free) >= largest_size(free + 1):
        raise ScenarioError("too_many_partners", letter=own, limit=MOST)
    rows = np.array([[each in musts for each in scenario.letters]])
    for each in scenario.by_votes:
        if each in musts:
            continue
        i = scenario.letters.index(each)
        enemies = [
            scenario.letters.index(one if other == each else other)
            for one, other in never
            if each in (one, other)
        ]
        fits = (rows.sum(axis=1) < most) & ~rows[:, enemies].any(axis=1)
        grown = rows[fits]
        grown[:, i] = True
        rows = np.concatenate([rows, grown])
        if len(rows) > MOST:
            raise ScenarioError("too_many_partners", letter=own, limit=MOST)
    large: np.ndarray = rows[rows.sum(axis=1) >= fewest]
    return large


def wishes(
    scenario: Scenario, letter: str, size: Size, include: Iterable[str], apart: Groups
) -> tuple[int, int, set[str], list[tuple[str, str]]]:
    """What is asked for, checked: fewest and most lists, who must be in, who never ally."""
    fewest, most = _between(size, len(scenario.letters))
    included = [include] if isinstance(include, str) else include
    musts = {letter, *checks.once(included, scenario.known)}
    never = pairs(scenario, apart)
    for one, other in never:
        if {one, other} <= musts:
            raise ScenarioError("never_together", one=one, other=other)
    if len(musts) > most:
        raise ScenarioError("coalition_too_small", lists=len(musts), size=most)
    return fewest, most, musts, never


def largest_size(lists: int, most: int | None = None) -> int:
    """The most lists that coalitions of one list can have, so that not too many are compared.

    Examples
    --------
    >>> largest_size(19), largest_size(24), largest_size(24, most=2**16)
    (19, 9, 6)
    """
    limit = MOST if most is None else most
    sums = accumulate(comb(lists - 1, partners) for partners in range(lists))
    return sum(1 for _ in takewhile(lambda number: number <= limit, sums))


def _between(size: Size, lists: int) -> tuple[int, int]:
    """The fewest and the most lists in a coalition."""
    if size is None:
        return 1, lists
    ends = size if isinstance(size, tuple) and len(size) == 2 else (1, size)
    fewest, most = (checks.whole(end, 1, "coalition_size") for end in ends)
    if fewest > most:
        raise ScenarioError("coalition_size", value=size)
    return fewest, most


def pairs(scenario: Scenario, apart: Groups) -> list[tuple[str, str]]:
    """The lists of each group, two by two."""
    found = []
    for group in apart:
        letters = () if isinstance(group, str) else checks.once(group, scenario.known)
        if len(letters) < 2:
            raise ScenarioError("apart_not_groups", value=group)
        found += list(combinations(letters, 2))
    return found


def allied(scenario: Scenario, letters: tuple[str, ...]) -> Scenario:
    """The scenario with just these lists allied, or one of them alone; who is left stay together.

    Examples
    --------
    >>> s = Scenario({"A": 4, "B": 3, "C": 2, "D": 1}, 5, [["A", "B", "C"]])
    >>> [alliance.name for alliance in allied(s, ("A", "D")).alliances]
    ['A-D', 'B-C']
    """
    return scenario.unite(letters) if len(letters) > 1 else scenario.leave(letters[0])
