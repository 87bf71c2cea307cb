"""How much of what a party strays is the same in all councils, learnt from a night that is over.

When 10, 25, 50 and 75 per cent of the country's areas were counted, each party's seats in the
country were expected, and came. Had each council strayed on its own, their squared distance would
be the sum of the councils' variances; had all strayed alike, the square of the sum of their
spreads. How far from the one towards the other it lay is the moment that is sought, over all times
and parties, each measured in its own variance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from valgforbund.kernels import batch
from valgforbund.night.ground import Ground
from valgforbund.night.model import Learnt, Model

COUNTED = (0.1, 0.25, 0.5, 0.75)  # of the country's areas
DRAWS = 400
LEAST = 0.5  # variance of a party's seats; below, one seat more or less is all there is


class Strayed(NamedTuple):
    """How far a party's seats in the country were from those expected, and could have been.

    Attributes
    ----------
    off : float
        Seats that came, less those expected.
    apart, alike : float
        The variance if councils stray each on its own, and if all stray alike.
    """

    off: float
    apart: float
    alike: float


def together(grounds: Sequence[Ground], learnt: Learnt) -> dict[str, float]:
    """Between 0 (each council strays on its own) and 1 (all alike).

    Parameters
    ----------
    grounds : sequence of Ground
        Councils with all their counts.

    Returns
    -------
    dict
        By the key of a party, from all other parties; under ``""`` from all.
    """
    found: dict[str, list[Strayed]] = {}
    model = Model(grounds, learnt, DRAWS, 0)
    for when in _times(grounds):
        model.move([ground.council.taken(when) for ground in grounds])
        for key, strayed in _strayed(model).items():
            found.setdefault(key, []).append(strayed)
    return {
        key: moment([each for other, many in found.items() if other != key for each in many])
        for key in ("", *found)
    }


def _times(grounds: Sequence[Ground]) -> list[int]:
    """When these parts of the areas had their first count."""
    first = [
        council.when[council.where == area].min()
        for council in (ground.council for ground in grounds)
        for area in np.unique(council.where)
    ]
    when = np.sort(np.array(first, dtype=np.int64))
    return [int(when[int(part * len(when))]) for part in COUNTED] if len(when) else []


def _strayed(model: Model) -> Mapping[str, Strayed]:
    """Every nationwide party that still can stray."""
    sums: dict[str, np.ndarray] = {}
    for view in model.views():
        council = view.council
        votes = council.counted(len(council.when)).total[:, None]
        came = batch.count(council.tree, votes, np.random.default_rng(view.seed)).seats[:, 0]
        off = came - view.seats.mean(axis=1)
        rows = np.array([off, view.seats.var(axis=1), view.seats.std(axis=1)]).T
        for letter, row in zip(council.scenario.letters, rows, strict=True):
            party = council.scenario.parties[letter]
            if not party.is_local:
                sums[party.key] = sums.get(party.key, 0) + row
    return {
        key: Strayed(off, apart, spread**2)
        for key, (off, apart, spread) in sums.items()
        if apart >= LEAST
    }


def moment(strayed: Sequence[Strayed]) -> float:
    """How far the squares are from the one towards the other."""
    here = sum((each.off**2 - each.apart) / each.apart for each in strayed)
    there = sum((each.alike - each.apart) / each.apart for each in strayed)
    return float(np.clip(here / there, 0, 1)) if there > 0 else 0.0
