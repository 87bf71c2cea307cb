"""What the lists of a set get of its seats; a cell is a set with a number of seats that occurs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from valgforbund.kernels.compiler import compiled
from valgforbund.kernels.levels import (
    LIMITS,
    SEATED,
    SHARE,
    TIED,
    VOTES,
    share,
    work_sheet,
)
from valgforbund.kernels.tables import Sets


@dataclass(frozen=True)
class Cells:
    """The cells and what happens in them.

    Attributes
    ----------
    first : array of int, by set
        A set's cell with so many seats is this plus the seats.
    sets, seats : arrays of int, by cell
    certain, lucky : arrays of int, cells × lists
        The certain seats, and whether a lot can give one more.
    stake : array of int, by cell
        Seats that the lot inside decides.
    """

    first: np.ndarray
    sets: np.ndarray
    seats: np.ndarray
    certain: np.ndarray
    lucky: np.ndarray
    stake: np.ndarray

    def worth(self, bloc: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Fewest and most seats of the lists of a bloc, by cell."""
        sure = self.certain[:, bloc].sum(axis=1)
        drawing = self.lucky[:, bloc].sum(axis=1)
        others = self.lucky.sum(axis=1) - drawing
        low = sure + np.maximum(0, self.stake - others)
        return low, sure + np.minimum(self.stake, drawing)


def cells_of(
    sets: Sets, votes: np.ndarray, limits: np.ndarray, occurs: np.ndarray, plain: bool
) -> Cells:
    """Share the seats of every set inside it.

    Parameters
    ----------
    votes, limits : arrays of int, by list
    occurs : array of bool, sets × seats
        Which numbers of seats a set can have; the cells of a set run from its least to its most.
    plain : bool
        Whether plain Python counts.
    """
    any_ = occurs.any(axis=1)
    least = np.where(any_, occurs.argmax(axis=1), 0)
    most = np.where(any_, occurs.shape[1] - 1 - occurs[:, ::-1].argmax(axis=1), -1)
    sizes = most - least + 1
    number = np.repeat(np.arange(len(sizes)), sizes)
    ends = np.cumsum(sizes)
    first = ends - sizes - least
    seats = np.arange(len(number)) - first[number]
    certain, lucky = np.zeros((2, len(number), len(votes)), dtype=np.int64)
    stake = np.zeros(len(number), dtype=np.int64)
    fill = share_inside if plain else compiled(*INSIDE, lends=True)
    work = work_sheet(len(votes), plain)
    fill(sets.inside, votes, limits, number, seats, work, certain, lucky, stake)
    return Cells(first, number, seats, certain, lucky, stake)


def share_inside(
    inside: Any,
    votes: Any,
    limits: Any,
    sets: Any,
    seats: Any,
    work: Any,
    certain: Any,
    lucky: Any,
    stake: Any,
) -> None:
    """Fill in what happens in each cell."""
    for cell in range(len(sets)):
        for i in range(len(votes)):
            work[VOTES, i] = votes[i] if inside[sets[cell], i] else 0
            work[LIMITS, i] = limits[i]
        stake[cell] = share(work, len(votes), int(seats[cell]))
        for i in range(len(votes)):
            certain[cell, i] = work[SEATED, i]
            lucky[cell, i] = work[TIED, i]


INSIDE = (*SHARE, share_inside)
