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
    bloc : str or None
        None where nobody can have it.
    probability : float
    """

    bloc: str | None
    probability: float


def majority(view: View, likely: float = LIKELY) -> Majority:
    """The smallest list or alliance that is so likely to have it; else the likeliest one."""
    found = [*_each(view)]
    told = [each for each in found if each[2] >= likely]
    if told:
        _, name, chance = min(told)
        return Majority(name, chance)
    # of equals the smaller, then by name: not as the lists happen to stand
    order = sorted(found, key=lambda each: (-each[2], each[0], each[1]))
    _, name, chance = order[0] if order else (0, "", 0.0)
    return Majority(name, chance) if chance else Majority(None, 0.0)


def _each(view: View) -> Iterator[tuple[int, str, float]]:
    """Size, name and chance of every list and alliance."""
    scenario = view.council.scenario
    seats = dict(zip(scenario.letters, view.seats, strict=True))
    for _, letter in view.council.order:
        yield 1, letter, float((2 * seats[letter] > scenario.seats).mean())
    for alliance in view.council.given.alliances:
        total = sum(seats[letter] for letter in alliance.letters)
        yield len(alliance.letters), alliance.name, float((2 * total > scenario.seats).mean())
