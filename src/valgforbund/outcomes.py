"""Every possible result of a count with open lots, and its probability."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations, product
from math import prod

import pandas as pd

from valgforbund.errors import ScenarioError
from valgforbund.frames import Column, beside, numbered, real, whole
from valgforbund.order import by_votes
from valgforbund.ranges import Levels
from valgforbund.units import Unit

MOST = 10_000
PROBABILITY = "probability"

Outcome = tuple[dict[int, int], Fraction]


def number(unit: Unit, seats: int, levels: Levels) -> int:
    """How many different results there are; no two ways through the lots give the same one.

    A different choice of winners changes the sum inside some unit, so results can be counted
    before any is written down.
    """
    if not unit.children:
        return 1
    level = levels(unit, seats)
    counts = [1]  # counts[k]: results so far in which k of the tied units have won
    for i, (child, got) in enumerate(zip(unit.children, level.seats, strict=True)):
        loses = number(child, got, levels)
        wins = number(child, got + 1, levels) if i in level.tied else 0
        counts = [
            before * loses + won * wins
            for before, won in zip([*counts, 0], [0, *counts], strict=True)
        ]
    return counts[level.stake]


def every(unit: Unit, seats: int, levels: Levels) -> list[Outcome]:
    """All results as seats by position, with their probability."""
    many = number(unit, seats, levels)
    if many > MOST:
        raise ScenarioError("too_many_outcomes", outcomes=many, limit=MOST)
    return _every(unit, seats, levels)


def table(unit: Unit, seats: int, levels: Levels, letters: Iterable[str]) -> pd.DataFrame:
    """All results as a frame, likeliest first; see `Count.outcomes`.

    Of equally likely ones those come first that give most seats to the list with most votes.
    """
    lists = [*unit.lists]
    order = by_votes([each.name for each in lists], [each.votes for each in lists])
    ranked = [lists[i].position for i in order]
    found = every(unit, seats, levels)
    found.sort(key=lambda each: (-each[1], [-each[0][place] for place in ranked]))
    columns: dict[str, Column] = {
        letter: whole([result[i] for result, _ in found]) for i, letter in enumerate(letters)
    }
    columns[beside(PROBABILITY, columns)] = real([float(chance) for _, chance in found])
    return numbered(columns)


def _every(unit: Unit, seats: int, levels: Levels) -> list[Outcome]:
    if not unit.children:
        return [({unit.position: seats}, Fraction(1))]
    level = levels(unit, seats)
    draws = list(combinations(level.tied, level.stake))
    found: list[Outcome] = []
    for winners in draws:
        branches = [
            _every(child, got + (i in winners), levels)
            for i, (child, got) in enumerate(zip(unit.children, level.seats, strict=True))
        ]
        for parts in product(*branches):
            result = {place: got for part, _ in parts for place, got in part.items()}
            chance = prod((part for _, part in parts), start=Fraction(1, len(draws)))
            found.append((result, chance))
    return found
