"""What the walk through the structures looks up: the sets of lists that may be together.

A set is known by its number; sets stand in the order in which their last list joins them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from valgforbund.kernels.compiler import compiled
from valgforbund.kernels.levels import numbers, work_sheet
from valgforbund.kernels.walk import WALK, number

MOST_SETS = 2**16
FEW_SETS = 64  # six lists, or more of which few may be together: no need of numba


@dataclass(frozen=True)
class Sets:
    """The sets of lists that may be together, and how they grow.

    Attributes
    ----------
    inside : array of bool, sets × lists
    grow : array of int, sets × lists
        The set with one list more, a later one than all in it; -1 where it may not join.
    """

    inside: np.ndarray
    grow: np.ndarray

    def sums(self, values: Sequence[int], plain: bool) -> np.ndarray:
        """The sum of a value over the lists of each set."""
        return np.asarray(self.inside @ numbers(values, plain))


def sets_of(apart: np.ndarray) -> Sets | None:
    """All sets without two lists that are apart; None where there are too many.

    Examples
    --------
    >>> sets_of(np.array([[False, True], [True, False]])).inside.astype(int).tolist()
    [[0, 0], [1, 0], [0, 1]]
    """
    lists = len(apart)
    inside = np.zeros((1, lists), dtype=bool)
    columns = []
    for i in range(lists):
        may = ~(inside & apart[i]).any(axis=1)
        columns.append(np.where(may, len(inside) + np.cumsum(may) - 1, -1))
        grown = inside[may]
        grown[:, i] = True
        inside = np.concatenate([inside, grown])
        if len(inside) > MOST_SETS:
            return None
    grow = np.full((len(inside), lists), -1)
    for i, column in enumerate(columns):
        grow[: len(column), i] = column
    return Sets(inside, grow)


def structures_of(sets: Sets, most: int) -> int:
    """How many structures there are; more than `most` where there are more."""
    lists = sets.grow.shape[1]
    count = number if len(sets.grow) <= FEW_SETS else compiled(*WALK, number, lends=True)
    joins = np.ascontiguousarray(sets.grow[:, 0])
    return int(count(sets.grow, joins, work_sheet(lists, plain=False), most))
