"""Who is likely to have more than half of a council's seats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from valgforbund.night.model import View

LIKELY = 0.8  # what is told must be at least so likely


class Majority(NamedTuple):
    """A list or an alliance, and its chance of more than half of the seats.

    Attributes
    ----------
    size : int
        Of how many lists.
    bloc : str or None
        None where nobody can have it.
    probability : float
    """

    size: int
    bloc: str | None
    probability: float


def majority(view: View, likely: float = LIKELY) -> Majority:
    """The smallest list or alliance that is so likely to have it; else the likeliest one."""
    found = [*blocs(view)]
    told = [each for each in found if each.probability >= likely]
    if told:
        return min(told)
    # of equals the smaller, then by name: not as the lists happen to stand
    order = sorted(found, key=lambda each: (-each.probability, each))
    return order[0] if order and order[0].probability else Majority(0, None, 0.0)


def blocs(view: View) -> Iterator[Majority]:
    """Every list and alliance."""
    scenario = view.council.scenario
    seats = dict(zip(scenario.letters, view.seats, strict=True))
    for _, letter in view.council.order:
        yield Majority(1, letter, float((2 * seats[letter] > scenario.seats).mean()))
    for alliance in view.council.given.alliances:
        total = sum(seats[letter] for letter in alliance.letters)
        chance = float((2 * total > scenario.seats).mean())
        yield Majority(len(alliance.letters), alliance.name, chance)
