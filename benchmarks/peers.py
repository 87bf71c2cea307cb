"""A two-level count with packages that know one level: one call a level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import apportionment.methods
import numpy as np
from votelib.evaluate.proportional import HighestAverages

from valgforbund import Scenario

Seats = dict[str, int]
Level = Callable[[Seats, int], Seats]

_HIGHEST_AVERAGES = HighestAverages("d_hondt")


@dataclass(frozen=True)
class Ballots:
    """A council as the packages take it: votes by unit, and by list inside each alliance."""

    seats: int
    units: Seats
    inside: dict[str, Seats]


def ballots(s: Scenario) -> Ballots:
    """The votes of a scenario, added up by alliance."""
    votes = dict(zip(s.letters, s.ballots, strict=True))
    inside = {a.name: {letter: votes[letter] for letter in a.letters} for a in s.alliances}
    allied = {letter for members in inside.values() for letter in members}
    free = {letter: number for letter, number in votes.items() if letter not in allied}
    return Ballots(
        s.seats, {a: sum(members.values()) for a, members in inside.items()} | free, inside
    )


def votelib(votes: Seats, seats: int) -> Seats:
    """One level with votelib."""
    return _HIGHEST_AVERAGES.evaluate(votes, seats)


def apportionment_(votes: Seats, seats: int) -> Seats:
    """One level with apportionment."""
    counts = apportionment.methods.compute("dhondt", list(votes.values()), seats)
    return dict(zip(votes, counts, strict=True))


def electoral_sim_(votes: Seats, seats: int) -> Seats:
    """One level with electoral-sim's numba loop; only where it is installed."""
    from electoral_sim.engine.numba_accel import dhondt_numba  # noqa: PLC0415 -- as it says

    counts = dhondt_numba(np.array(list(votes.values()), dtype=np.int64), seats)
    return dict(zip(votes, counts.tolist(), strict=True))


def two_levels(level: Level, given: Ballots) -> Seats:
    """Seats by list; lists without a seat may be missing."""
    result = level(given.units, given.seats)
    for name, members in given.inside.items():
        if seats := result.pop(name, 0):
            result |= level(members, seats)
    return result
