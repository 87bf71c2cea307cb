"""The order of the seats: seat no. n is the n-th largest quotient over the whole council.

An alliance's k-th seat goes to its k-th inner list. With limits of candidates this is also the
order of the official results of 2025. Source: kommunal- og regionalvalgloven §§ 81-83.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

import pandas as pd

from valgforbund.dhondt import Level
from valgforbund.errors import ScenarioError
from valgforbund.frames import ALLIANCE, LETTER, PARTY, flags, real, text, whole
from valgforbund.ranges import Levels
from valgforbund.units import Unit

MOST = 50_000  # seats that are put in order


class Award(NamedTuple):
    """One seat.

    Attributes
    ----------
    letter : str or None
        The list; None where a lot inside the alliance is still to be drawn.
    unit : Unit or None
        The alliance or free list; None where a lot between them is still to be drawn.
    votes, divisor : int
        Of the outermost level; their quotient decides the number of the seat.
    tied : bool
        Whether a quotient of another unit or list is equal, so that the order is not fixed.
    """

    letter: str | None
    unit: Unit | None
    votes: int
    divisor: int
    tied: bool


def awards(root: Unit, seats: int, levels: Levels) -> Iterator[Award]:
    """The seats in order; seats that wait for a lot stand last."""
    level = levels(root, seats)
    inside = {
        id(child): _letters(child, got, levels)
        for child, got in zip(root.children, level.seats, strict=True)
    }
    for i, divisor, tied in sequence(root, level):
        child = root.children[i]
        letter, inner_tied = next(inside[id(child)])
        yield Award(letter, child, child.votes, divisor, tied or inner_tied)
    for _ in range(level.stake):
        first = next(i for i in root.ranked if i in level.tied)
        yield Award(None, None, root.children[first].votes, level.seats[first] + 1, True)


def table(
    root: Unit, seats: int, levels: Levels, party: Callable[[str], str | None]
) -> pd.DataFrame:
    """The seats as a frame, one row a seat; see `Count.awards`."""
    rows = list(awards(root, seats, levels))
    homes = [r.unit.name if r.unit and r.unit.children else None for r in rows]
    return pd.DataFrame(
        {
            LETTER: text([row.letter for row in rows]),
            PARTY: text([row.letter and party(row.letter) for row in rows]),
            ALLIANCE: text(homes),
            "quotient": real([Fraction(row.votes, row.divisor) for row in rows]),
            "votes": whole([row.votes for row in rows]),
            "divisor": whole([row.divisor for row in rows]),
            "tied": flags([row.tied for row in rows]),
        },
        index=pd.RangeIndex(1, len(rows) + 1, name="number"),
    )


def _letters(unit: Unit, seats: int, levels: Levels) -> Iterator[tuple[str | None, bool]]:
    """The lists of a unit in the order in which they get its seats."""
    if not unit.children:
        yield from ((unit.name, False) for _ in range(seats))
        return
    level = levels(unit, seats)
    inside = [
        _letters(child, got, levels) for child, got in zip(unit.children, level.seats, strict=True)
    ]
    for i, _, tied in sequence(unit, level):
        letter, inner_tied = next(inside[i])
        yield letter, tied or inner_tied
    yield from ((None, True) for _ in range(level.stake))


def sequence(unit: Unit, level: Level) -> list[tuple[int, int, bool]]:
    """Certain seats of one level in order: position of the child, divisor, whether it is tied.

    Of equal quotients that of the child with most votes comes first, and then by letter.

    Raises
    ------
    ScenarioError
        Above 50,000 seats.
    """
    if (seats := sum(level.seats)) > MOST:
        raise ScenarioError("seats_too_many_to_order", seats=seats, limit=MOST)
    rank = {i: place for place, i in enumerate(unit.ranked)}
    # Two different quotients by at most n differ by at least 1 in n²: so many times as large, and
    # rounded down, they are in the same order, and equal where they were equal.
    scale = max(level.seats, default=0) ** 2
    found = [
        (child.votes * scale // divisor, i, divisor)
        for i, (child, got) in enumerate(zip(unit.children, level.seats, strict=True))
        for divisor in range(1, got + 1)
    ]
    found.sort(key=lambda each: (-each[0], rank[each[1]]))
    quotients = [None, *(quotient for quotient, _, _ in found), None]
    return [
        (i, divisor, quotient in (quotients[n], quotients[n + 2]))
        for n, (quotient, i, divisor) in enumerate(found)
    ]
