"""What was said during a night, and what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from valgforbund import checks
from valgforbund.calibration.calibration import CLAIMS, INTERVALS, Calibration, Claim, Interval
from valgforbund.errors import ScenarioError
from valgforbund.frames import records
from valgforbund.kernels import batch
from valgforbund.night.council import Council
from valgforbund.night.ground import Ground
from valgforbund.night.model import HIGH, LOW, Learnt, View
from valgforbund.night.replay import replayed

PARTS = (0.25, 0.5, 0.75, 0.9)


def parts_of(given: object) -> tuple[float, ...]:
    """Parts of areas as a person gives them, each once.

    Raises
    ------
    ScenarioError
        If one is no number above 0 and at most 1.

    Examples
    --------
    >>> parts_of([0.5, 1, 0.5])
    (0.5, 1.0)
    """
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        raise ScenarioError("night_parts", value=given)
    found = {checks.real(part): part for part in given}
    for part, value in found.items():
        if not 0 < part <= 1:
            raise ScenarioError("night_parts", value=value)
    return tuple(found)


def tried(
    grounds: Sequence[Ground],
    ends: Mapping[str, Council],
    learnt: Learnt,
    parts: Sequence[float],
    draws: int,
) -> Calibration:
    """Every chance and interval when these parts of each council were counted.

    Parameters
    ----------
    ends : mapping of code to Council
        The councils with the counts that came last.
    """
    claims, intervals = [], []
    for part in parts:
        for place, view in replayed(grounds, learnt, [part], draws):
            votes = ends[view.council.code].counted(len(ends[view.council.code].when)).total
            luck = np.random.default_rng((view.seed, place, round(1000 * part)))
            seats = batch.count(view.council.tree, votes[:, None], luck).seats[:, 0]
            claims += [*_claims(view, part, votes, seats)]
            intervals += [*_intervals(view, part, votes, seats, luck)]
    return Calibration(records(claims, CLAIMS), records(intervals, INTERVALS))


def _claims(view: View, part: float, votes: np.ndarray, seats: np.ndarray) -> Iterator[Claim]:
    """The chance of each number of seats of each list, and whether it came."""
    for letter, drawn, got, share in zip(
        view.council.scenario.letters, view.seats, seats, votes / votes.sum(), strict=True
    ):
        times = np.bincount(drawn, minlength=got + 1)
        for number in np.flatnonzero(times).tolist():
            chance = times[number] / len(drawn)
            yield Claim(view.council.code, letter, part, share, number, chance, number == got)


def _intervals(
    view: View, part: float, votes: np.ndarray, seats: np.ndarray, luck: np.random.Generator
) -> Iterator[Interval]:
    """The interval of each list's share and seats, and whether it held."""
    shares = view.votes / np.maximum(view.votes.sum(axis=0), 1)
    came = votes / votes.sum()
    low, high = np.quantile(shares, [LOW, HIGH], axis=1)
    least, most = np.quantile(view.seats, [LOW, HIGH], axis=1, method="inverted_cdf")
    for i, letter in enumerate(view.council.scenario.letters):
        drawn = view.seats[i]
        inside = ((drawn >= least[i]) & (drawn <= most[i])).mean()
        below, equal = (drawn < seats[i]).mean(), (drawn == seats[i]).mean()
        yield Interval(
            *(view.council.code, letter, part, came[i]),
            *(bool(low[i] <= came[i] <= high[i]), bool(least[i] <= seats[i] <= most[i])),
            *(inside, below + luck.random() * equal),
        )
