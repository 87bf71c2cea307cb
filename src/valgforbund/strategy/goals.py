"""What do we need? Votes for a number of seats: alone, as it is, and in each possible alliance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import compress

import numpy as np
import pandas as pd

from valgforbund import checks
from valgforbund.alliances import SEPARATOR
from valgforbund.comparison import spread
from valgforbund.frames import ALLIANCE, flags, table, text, whole
from valgforbund.kernels.coalitions import sweep
from valgforbund.margins import Way
from valgforbund.progress import Progress
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.strategy.coalitions import (
    Groups,
    Size,
    allied,
    check_size,
    coalitions,
    largest_size,
)
from valgforbund.strategy.ranking import competitors, fitting

ALONE, TODAY, JOINS, PAIR, BEST = "alone", "today", "joins", "pair", "best"
BEST_ROWS = 3


@dataclass(frozen=True)
class Route:
    """One way to a number of seats; made by `routes`.

    Attributes
    ----------
    kind : str
        ``"alone"``, ``"today"`` (the alliance it is in), ``"joins"`` (another one that there is),
        ``"pair"`` (with one partner) or ``"best"`` (a coalition that needs fewest votes).
    world : Scenario
        Its alliances, with today's votes.
    today : bool
        Whether they are as they are today.
    letters : tuple of str
        Who is in the alliance, the list itself, too.
    seats : Span
        What the list has there with today's votes.
    to_chance, needed : int or None
        Least votes more with which a lot could give the seats, and with which they are sure
        whatever lots decide; None where no number of votes is enough.
    """

    kind: str
    world: Scenario
    today: bool
    letters: tuple[str, ...]
    seats: Span
    to_chance: int | None
    needed: int | None

    @property
    def name(self) -> str:
        """The letters joined by ``-``."""
        return SEPARATOR.join(self.letters)


def routes(
    scenario: Scenario,
    letter: str,
    seats: int = 1,
    source: str = "new",
    *,
    size: Size = None,
    include: Iterable[str] = (),
    apart: Groups = (),
    progress: Progress | None = None,
) -> list[Route]:
    """Every way that is compared; parameters and errors as in `goal`."""
    check_size(scenario)
    own, wanted = scenario.known(letter), checks.whole(seats, 1, "seats_not_whole")
    inside = coalitions(scenario, own, size or largest_size(len(scenario.letters)), include, apart)
    found: dict[object, Route] = {}

    def add(kind: str, world: Scenario) -> None:
        if world.alliances not in found:
            today = world.alliances == scenario.alliances
            found[world.alliances] = _route(kind, world, today, own, wanted, source)

    add(ALONE, scenario.leave(own))
    add(TODAY, scenario)
    for alliance in scenario.alliances_by_votes:
        if own not in alliance.letters:
            add(JOINS, scenario.join(own, alliance))
    for partner in scenario.by_votes:
        if partner != own:
            add(PAIR, allied(scenario, (own, partner)))
    known = sorted(each.needed for each in found.values() if each.needed is not None)
    way = Way(scenario, own, source)
    guess = known[BEST_ROWS - 1] if len(known) >= BEST_ROWS else way.up
    for letters in _best(way, wanted, inside, guess, progress):
        add(BEST, allied(scenario, letters))
    first, *others = found.values()
    return [first, *sorted(others, key=_order)]


def _route(kind: str, world: Scenario, today: bool, letter: str, wanted: int, source: str) -> Route:
    way = Way(world, letter, source)
    now, home = way.at(0)[-1], world.alliance_of(letter)

    def least(holds: Callable[[Span], bool]) -> int | None:
        return 0 if holds(now) else way.least(lambda amount: holds(way.at(amount)[-1]), way.up)

    return Route(
        kind,
        world,
        today,
        home.letters if home else (letter,),
        now,
        to_chance=least(lambda span: span.high >= wanted),
        needed=least(lambda span: span.low >= wanted),
    )


def _order(route: Route) -> tuple[bool, bool, int, int]:
    """Today first, then by votes needed, where they are as many the smaller alliance."""
    never = route.needed is None
    return not route.today, never, route.needed or 0, len(route.letters)


def _best(
    way: Way, wanted: int, inside: np.ndarray, guess: int, progress: Progress | None
) -> list[tuple[str, ...]]:
    """The coalitions in which a list needs fewest votes, found together by bisection.

    Seats never fall when a list gets votes, whatever their source: so the coalitions that reach
    the goal with fewer votes are among those that reach it with more, and only they are counted
    again. `guess` is a number of votes with which some coalitions should reach it.
    """
    scenario = way.scenario
    own = scenario.letters.index(way.unit)
    _, limits, homes = competitors(scenario)
    step, steps = 0, guess.bit_length() + 3

    def told(part: int, rows: int) -> None:
        if progress is not None:
            progress(min(step, steps - 1) * rows + part, steps * rows)

    def reach(rows: np.ndarray, amount: int) -> np.ndarray:
        nonlocal step
        seats = scenario.seats
        swept = sweep(
            rows, way.ballots(amount), limits, homes, seats, progress=told, kept=fitting(seats)
        )
        step += 1
        reached: np.ndarray = swept.low[:, own] >= wanted
        return reached

    below, enough = -1, guess
    rows = inside[reach(inside, enough)]
    if len(rows) < BEST_ROWS:
        enough = way.up
        rows = inside[reach(inside, enough)]
    while enough - below > 1 and len(rows) > BEST_ROWS:
        middle = (below + enough) // 2
        holds = reach(rows, middle)
        if holds.sum() >= BEST_ROWS:
            rows, enough = rows[holds], middle
        else:
            below = middle
    late = ~reach(rows, max(below, 0))
    order = np.lexsort((rows.sum(axis=1), late))[:BEST_ROWS]
    return [tuple(compress(scenario.letters, row)) for row in rows[order]]


def goal(
    scenario: Scenario,
    letter: str,
    seats: int = 1,
    source: str = "new",
    *,
    size: Size = None,
    include: Iterable[str] = (),
    apart: Groups = (),
    progress: Progress | None = None,
) -> pd.DataFrame:
    """The votes that a list needs to have a number of seats, in each alliance it could be in.

    Parameters
    ----------
    scenario : Scenario
    letter : str
        The list.
    seats : int
        The seats it wants, 1 or more.
    source : str
        Where votes come from, as for `Scenario.shift`: ``"new"``, ``"others"`` or a letter.
    size, include, apart
        Which coalitions the best are looked for among, as for `partners`.
    progress : callable, optional
        Called with what is done and the total.

    Returns
    -------
    DataFrame
        Index ``alliance``: who is in it. ``kind``: ``"alone"``, ``"today"`` (where it is now),
        ``"joins"`` (another alliance that there is, by leaving its own), ``"pair"`` (one
        partner), ``"best"`` (the three coalitions that need fewest votes, where they are none of
        the others). ``today``: whether that is how it is. ``seats`` with today's votes (missing
        where a lot decides), ``seats_low``, ``seats_high``. ``votes_needed``: least votes more
        with which the seats are sure whatever lots decide; ``votes_to_chance``: from how many on
        a lot could give them. Both are 0 where they are there already, and missing where no
        number of votes is enough. Alone comes first, then today, then fewest votes; of equal ones
        the smaller alliance, then that with the partners with most votes.

    Raises
    ------
    ScenarioError
        If the list or the source is unknown, seats is no whole number of 1 or more, or what is
        asked for of coalitions contradicts itself; above 2,000 seats.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> goal(s, "C", seats=2)[["kind", "votes_to_chance", "votes_needed"]]
               kind  votes_to_chance  votes_needed
    alliance
    C         alone                6             6
    C-D       today                5             6
    B-C        pair                5             5
    A-C        pair                6             6
    """
    every = routes(
        scenario,
        letter,
        seats,
        source,
        size=size,
        include=include,
        apart=apart,
        progress=progress,
    )
    return table(
        [route.name for route in every],
        ALLIANCE,
        {
            "kind": text([route.kind for route in every]),
            "today": flags([route.today for route in every]),
            **spread({"seats": [route.seats for route in every]}),
            "votes_to_chance": whole([route.to_chance for route in every]),
            "votes_needed": whole([route.needed for route in every]),
        },
    )
