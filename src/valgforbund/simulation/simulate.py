"""Many draws of votes, counted with and without an alliance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial, reduce
from operator import add
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from valgforbund import checks
from valgforbund.alliances import Alliance, AllianceLike
from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.comparison import compare, expected_gains
from valgforbund.errors import ScenarioError
from valgforbund.kernels import batch
from valgforbund.order import named
from valgforbund.progress import Progress
from valgforbund.scenario import Scenario
from valgforbund.simulation import stated
from valgforbund.simulation.arranged import arranged
from valgforbund.simulation.chances import Simulation
from valgforbund.simulation.draws import Draws
from valgforbund.simulation.sampler import Model
from valgforbund.simulation.swing import Swing
from valgforbund.simulation.tally import Plan, Tally, tally
from valgforbund.workers import each

if TYPE_CHECKING:
    from distributed import Client

DRAWS = 10_000
MOST_DRAWS = 10**9
MOST_SEATS = 2_000  # of a council for which votes are drawn
MOST_SEED = 2**128  # what numpy mixes chance from
EXPECTED = 10**9  # votes in all, of which expected shares are taken
PIECES = 60  # pieces of work at a time: a bar that moves
PIECE = 10  # chunks in a piece at most: a tenth of a second, so that stopping is quick
TOGETHER = 2  # pieces in one task of a cluster


def simulate(
    scenario: Scenario,
    alliance: AllianceLike | None = None,
    *,
    draws: int | None = None,
    seed: int = 1,
    model: Model | None = None,
    baseline: str | Scenario = DISSOLVED,
    blocs: Mapping[str, str | list[str]] | None = None,
    client: Client | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Simulation:
    """Draw votes many times and count each draw with and without an alliance.

    Parameters
    ----------
    scenario : Scenario
        Who stands, in which alliances; its votes are what models draw around.
    alliance : name, Alliance or tuple of letters, optional
        Whose saved seats are counted. Without it only the scenario itself is.
    draws : int, optional
        10,000, and up to 10^9; of a table of draws all rows.
    seed : int
        The same seed gives the same result, on any number of workers and in whatever order the
        lists stand. From 0 to 2^128.
    model : Poll, Swing or Draws, optional
        How uncertain votes are; `Swing` with its usual size.
    baseline : str or Scenario
        The world without, as in `compare`: ``"dissolved"``, ``"none"``, or a scenario with the
        same lists.
    blocs : mapping of name to letters, optional
        Lists whose majority is asked for, beside the scenario's alliances; none is named like an
        alliance of other lists.
    client : distributed.Client, optional
        A Dask cluster that works; without it, threads do.
    workers : int, optional
        Threads, up to 1,000; as many as there are cores.
    progress : callable, optional
        Called as ``progress(done, total)``; what it raises stops the work.

    Returns
    -------
    Simulation

    Raises
    ------
    ScenarioError
        If there is nothing to draw around, or an argument is out of range; above 2,000
        seats, and where votes × (seats + lists) are above 2^52.

    Notes
    -----
    Where a lot is due in a draw, it is drawn, as it would be on the day; `Simulation.chances`
    says how often. Memory does not grow with the draws.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> sure = simulate(s, "C-D", model=Swing(points=0), draws=100)
    >>> sure.saved["probability"].to_dict()
    {0: 0.0, 1: 1.0}
    """
    if not isinstance(scenario, Scenario):
        raise ScenarioError("not_a_scenario", value=scenario)
    _check_size(scenario)
    model = Swing() if model is None else model
    if not isinstance(model, Model) or isinstance(model, type):
        raise ScenarioError("model_unknown", value=model)
    chosen = None if alliance is None else scenario.alliance(alliance)
    without = scenario if chosen is None else compare(scenario, chosen, baseline).without.scenario
    if set(without.letters) != set(scenario.letters):
        raise ScenarioError("baseline_lists_differ", letters=", ".join(without.letters))
    _check_size(without)
    groups = _groups(scenario, chosen, {} if blocs is None else blocs)
    order = scenario.by_votes
    more, less = arranged(scenario, order), arranged(without, order)
    sampler = model.sampler(more)
    plan = Plan(
        sampler,
        batch.tree(more.council, more.limits, more.seats),
        batch.tree(less.council, less.limits, less.seats),
        [[order.index(letter) for letter in group] for group in groups.values()],
        _number_of(draws, model),
        _seed(seed),
    )
    found = reduce(add, _rounds(plan, client, workers, progress))
    places = [order.index(letter) for letter in scenario.letters]
    return Simulation(
        scenario,
        without,
        chosen,
        model,
        plan.draws,
        plan.seed,
        groups,
        _closed_form(scenario, chosen, baseline, sampler.centre[places]),
        found.arranged(places),
    )


def _check_size(scenario: Scenario) -> None:
    if scenario.seats > MOST_SEATS:
        raise ScenarioError("seats_too_many_to_draw", seats=scenario.seats, limit=MOST_SEATS)


def _seed(value: object) -> int:
    number = checks.whole(value, 0, "seed_not_whole")
    if number > MOST_SEED:
        raise ScenarioError("number_too_large", value=number, limit="2^128")
    return number


def _rounds(
    plan: Plan, client: Client | None, workers: int | None, progress: Progress | None
) -> Iterator[Tally]:
    """The tallies of all chunks, a few at a time: memory does not grow with the draws."""
    size = min(PIECE, -(-plan.chunks // PIECES))
    pieces = [range(start, min(start + size, plan.chunks)) for start in range(0, plan.chunks, size)]
    for first in range(0, len(pieces), PIECES):

        def told(done: int, _: int, first: int = first) -> None:
            if progress is not None:
                progress(first + done, len(pieces))

        yield from each(
            partial(tally, plan),
            pieces[first : first + PIECES],
            client=client,
            workers=workers,
            progress=told,
            together=TOGETHER,
        )


def _number_of(draws: int | None, model: Model) -> int:
    """How many draws there are; a table has no more than its rows."""
    rows = len(model) if isinstance(model, Draws) else None
    if draws is None:
        return DRAWS if rows is None else rows
    number = stated.count(draws, MOST_DRAWS, "draws")
    if rows is not None and number > rows:
        raise ScenarioError("draws_too_few", value=number, rows=rows)
    return number


def _groups(
    scenario: Scenario, chosen: Alliance | None, blocs: object
) -> dict[str, tuple[str, ...]]:
    """Letters by name of all blocs: the alliances, the one in focus, and what the person adds."""
    alliances = [*scenario.alliances, *([] if chosen is None else [chosen])]
    found = {each.name: each.letters for each in alliances}
    if not isinstance(blocs, Mapping | pd.Series):
        raise ScenarioError("blocs_not_named", value=blocs)
    given: list[str] = []

    def read(name: object) -> str:
        own = checks.letter(name)
        given.append(named(own, [*found, *given]) or own)
        return given[-1]

    for own, letters in checks.by_name(blocs, read).items():
        if not isinstance(letters, Iterable):
            raise ScenarioError("blocs_not_named", value=blocs)
        inside = checks.once(letters, scenario.known)
        if set(found.get(own, inside)) != set(inside):
            raise ScenarioError("bloc_name_taken", name=own, letters=", ".join(found[own]))
        found.setdefault(own, inside)
    return found


def _closed_form(
    scenario: Scenario, chosen: Alliance | None, baseline: object, centre: np.ndarray
) -> pd.Series[float] | None:
    """The expectation beside the simulated one, at the votes that are drawn around."""
    if chosen is None or isinstance(baseline, Scenario) or baseline == NONE:
        return None
    votes = np.rint(centre * EXPECTED).astype(int).tolist()
    middle = scenario.with_votes(dict(zip(scenario.letters, votes, strict=True)))
    return expected_gains(middle, chosen)
