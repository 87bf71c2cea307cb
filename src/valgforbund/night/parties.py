"""A night by party: what is counted in all councils, what is sure, and what is still in play."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from valgforbund.night.model import HIGH, LOW, View
from valgforbund.parties import Party

Row = tuple[object, ...]


def parties(views: Sequence[View]) -> Iterator[Row]:
    """A row a nationwide party, the one with most seats expected first; local lists last.

    In a draw the swing of a party is the same in all councils (`projection.chance`), so that their
    seats can be added draw by draw.

    Yields
    ------
    tuple
        Party, lists, votes, seats now (least and most), expected, low, high, sure, in play.
    """
    who: dict[str, Party | None] = {}
    numbers: dict[str, np.ndarray] = {}
    draws: dict[str, np.ndarray] = {}
    for view in views:
        scenario = view.council.scenario
        now = view.now
        sure, most = view.ends.sure, view.ends.possible
        votes = view.counted.total
        for i, letter in enumerate(scenario.letters):
            party = scenario.parties[letter]
            key = "" if party.is_local else party.key
            who[key] = None if party.is_local else party
            ends = (0, 0) if now is None else now.spans[letter].ends
            one = np.array([1, votes[i], *ends, sure[i], most[i] - sure[i]])
            numbers[key] = numbers.get(key, 0) + one
            draws[key] = draws.get(key, 0) + view.seats[i]
    order = sorted(who, key=lambda key: (not key, -draws[key].mean(), key))
    for key in order:
        party_, total = who[key], draws[key]
        lists, votes_, low, high, called, open_ = map(int, numbers[key])
        between = (round(each) for each in np.quantile(total, [LOW, HIGH]))
        yield (
            None if party_ is None else party_.short,
            *(lists, votes_, low, high, float(total.mean())),
            *(*between, called, open_),
        )


def lists_of(views: Sequence[View], party: Party) -> Iterator[Row]:
    """A row a list of a party.

    Yields
    ------
    tuple
        Code, place, letter, alliance, votes, seats now (least and most; None before anything is
        counted), expected, low, high, sure, most that is possible, the seat most in play (None
        where nothing is) and its chance, and what its alliance gives.
    """
    for view in views:
        scenario = view.council.scenario
        for letter, each in scenario.parties.items():
            if each.key != party.key:
                continue
            i = scenario.letters.index(letter)
            bounds = view.ends
            ends = (None, None) if view.now is None else view.now.spans[letter].ends
            home = next((x for x in view.council.given.alliances if letter in x.letters), None)
            yield (
                *(view.council.code, scenario.place, letter, None if home is None else home.name),
                *(int(view.counted.total[i]), *ends),
                *(float(view.seats[i].mean()), int(bounds.low[i]), int(bounds.high[i])),
                *(int(bounds.sure[i]), int(bounds.possible[i]), *_in_play(view, i)),
                0.0 if home is None else _given(view, letter),
            )


def _in_play(view: View, i: int) -> tuple[int | None, float]:
    """The seat whose chance is nearest to one half, and that chance."""
    numbers = range(int(view.ends.sure[i]) + 1, int(view.ends.possible[i]) + 1)
    chances = {n: float((view.seats[i] >= n).mean()) for n in numbers}
    best = min(chances, key=lambda n: abs(chances[n] - 0.5), default=None)
    return best, math.nan if best is None else chances[best]


def _given(view: View, letter: str) -> float:
    """Seats that a list has on average, less those without its alliance."""
    i = view.council.scenario.letters.index(letter)
    return float((view.seats[i] - view.seats_without(letter)[i]).mean())
