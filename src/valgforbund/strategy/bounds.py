"""Fewest and most seats of every list, whoever allies with whom.

Over all alliance structures a list does best in some coalition with everybody else alone, and
worst in some coalition with everybody else together: joining an alliance never helps those
outside it. So two structures a coalition are enough, not one for each of millions of structures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

import numpy as np
import pandas as pd

from valgforbund.alliances import SEPARATOR
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, PARTY, flags, table, text, whole
from valgforbund.kernels.coalitions import sweep
from valgforbund.progress import Progress
from valgforbund.scenario import Scenario
from valgforbund.strategy.coalitions import check_size
from valgforbund.strategy.ranking import competitors

MOST_LISTS = 20
AT_ONCE = 2**13  # coalitions in memory


@dataclass(frozen=True)
class Bound:
    """What a list gets at worst and at best; made by `every_bound`.

    Attributes
    ----------
    letter : str
    fewest, most : int
        Its seats over all structures and lots.
    fewest_by_lot, most_by_lot : bool
        Whether it takes a lot to have them, in every structure.
    worst, best : tuple of str
        Who is allied with it there, itself included: where no lot is needed if there is such a
        structure, and the fewest lists. Everybody else is together in the worst structure, and
        alone in the best.
    """

    letter: str
    fewest: int
    most: int
    fewest_by_lot: bool
    most_by_lot: bool
    worst: tuple[str, ...]
    best: tuple[str, ...]


def every_bound(scenario: Scenario, progress: Progress | None = None) -> list[Bound]:
    """The bounds of every list; parameters and errors as in `bounds`."""
    check_size(scenario)
    lists = len(scenario.letters)
    if lists > MOST_LISTS:
        raise ScenarioError("too_many_for_bounds", limit=MOST_LISTS, lists=lists)
    votes, limits, _ = competitors(scenario)
    top = scenario.seats
    best, worst = _Leaders(lists, top), _Leaders(lists, top)
    # of equal coalitions the first: bits stand for lists by votes
    bits = np.array([scenario.by_votes.index(letter) for letter in scenario.letters])
    starts = range(0, 2**lists, AT_ONCE)
    for step, start in enumerate(starts):
        numbers = np.arange(start, min(start + AT_ONCE, 2**lists))[:, None]
        inside = (numbers >> bits) & 1 == 1
        apart = sweep(inside, votes, limits, range(lists), top)
        best.see(inside, apart.high, apart.low)
        if progress is not None:
            progress(2 * step + 1, 2 * len(starts))
        against = sweep(inside, votes, limits, [0] * lists, top)
        worst.see(inside, top - against.low, top - against.high)
        if progress is not None:
            progress(2 * step + 2, 2 * len(starts))
    return [
        Bound(
            letter,
            fewest=top - most_lost,
            most=most,
            fewest_by_lot=most_lost != surely_lost,
            most_by_lot=most != sure,
            worst=_named(scenario, worst_with),
            best=_named(scenario, best_with),
        )
        for letter, (most, sure, best_with), (most_lost, surely_lost, worst_with) in zip(
            scenario.letters, best.rows(), worst.rows(), strict=True
        )
    ]


class _Leaders:
    """For each list the coalition it is in that is worth most to it, of those seen so far."""

    def __init__(self, lists: int, top: int) -> None:
        self._lists, self._top = lists, top
        self._keys = np.full(lists, -1)
        self._with = np.zeros((lists, lists), dtype=bool)

    def see(self, inside: np.ndarray, first: np.ndarray, second: np.ndarray) -> None:
        """Worth goes by one number, then by another, then by fewest members."""
        fewer = self._lists - inside.sum(axis=1, keepdims=True)
        worth = (first * (self._top + 1) + second) * (self._lists + 1) + fewer
        worth[~inside] = -1
        rows = worth.argmax(axis=0)
        keys = worth.max(axis=0)
        better = keys > self._keys
        self._keys[better] = keys[better]
        self._with[better] = inside[rows[better]]

    def rows(self) -> Iterator[tuple[int, int, np.ndarray]]:
        """Both numbers and the members, list by list."""
        for key, members in zip(self._keys.tolist(), self._with, strict=True):
            yield *divmod(key // (self._lists + 1), self._top + 1), members


def _named(scenario: Scenario, members: np.ndarray) -> tuple[str, ...]:
    return tuple(compress(scenario.letters, members))


def bounds(scenario: Scenario, progress: Progress | None = None) -> pd.DataFrame:
    """Fewest and most seats of every list over all alliance structures.

    Parameters
    ----------
    scenario : Scenario
        Its votes, candidates and seats; its own alliances do not matter.
    progress : callable, optional
        Called with what is done and the total.

    Returns
    -------
    DataFrame
        Index ``letter``; ``fewest`` and ``most`` seats over all structures and lots, whether it
        takes a lot to have them (``fewest_by_lot``, ``most_by_lot``), and a coalition in which
        it has them, the smallest, of these with the lists with most votes: in the ``worst`` one
        everybody else is together, in the ``best`` one everybody else is alone.

    Raises
    ------
    ScenarioError
        Above 20 lists or 2,000 seats.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8)
    >>> bounds(s)[["fewest", "most", "worst", "best"]]
            fewest  most worst best
    letter
    A            2     3     A    A
    B            3     4     B  B-C
    C            1     1     C    C
    D            1     2     D  B-D
    """
    every = every_bound(scenario, progress)
    return table(
        [each.letter for each in every],
        LETTER,
        {
            PARTY: text([scenario.party(each.letter) for each in every]),
            "fewest": whole([each.fewest for each in every]),
            "most": whole([each.most for each in every]),
            "fewest_by_lot": flags([each.fewest_by_lot for each in every]),
            "most_by_lot": flags([each.most_by_lot for each in every]),
            "worst": text([SEPARATOR.join(each.worst) for each in every]),
            "best": text([SEPARATOR.join(each.best) for each in every]),
        },
    )
