"""Comparison numbers (jämförelsetal): the candidates of all lists in their order."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from valgforbund.proportional.slates import Candidate, Slate

ELECTED, LOT, NOT = "elected", "lot", "not"


class Place(NamedTuple):
    """A candidate's place on a list, and its comparison number."""

    slate: str
    place: int
    candidate: Candidate
    number: Fraction


Ranking = tuple[tuple[Place, ...], ...]  # the highest first; those who are equal together
Drawn = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]  # who was tied, and who won


def ranked(slates: tuple[Slate, ...], drawn: Drawn) -> Ranking:
    """The candidates by votes / place on the list; a drawn lot parts its winners from the rest.

    Examples
    --------
    >>> from valgforbund.proportional import slate
    >>> [names_of(group) for group in ranked((slate("1", 4, "A B"), slate("2", 2, "C")), ())]
    [('A',), ('B', 'C')]
    """
    every = [
        Place(slate.name, i, candidate, Fraction(slate.votes, i))
        for slate in slates
        for i, candidate in enumerate(slate.candidates, start=1)
    ]
    every.sort(key=lambda each: -each.number)
    groups = [tuple(group) for _, group in groupby(every, key=lambda each: each.number)]
    for tied, winners in drawn:
        place = next(i for i, group in enumerate(groups) if names_of(group) == tied)
        groups[place : place + 1] = [
            tuple(each for each in groups[place] if (each.candidate.name in winners) == won)
            for won in (True, False)
        ]
    return tuple(groups)


def starts(ranking: Ranking) -> Iterator[tuple[int, tuple[Place, ...]]]:
    """Those who are equal, each group with how many stand before it."""
    start = 0
    for group in ranking:
        yield start, group
        start += len(group)


def status(start: int, group: tuple[Place, ...], posts: int) -> str:
    """Whether those who are equal are elected, wait for a lot, or are not elected."""
    if not group[0].number or start >= posts:
        return NOT
    return ELECTED if start + len(group) <= posts else LOT


def names_of(group: tuple[Place, ...]) -> tuple[str, ...]:
    """Who they are."""
    return tuple(each.candidate.name for each in group)
