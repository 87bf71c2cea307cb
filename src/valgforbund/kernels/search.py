"""The search through all structures: tables, walks and what they find, without frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from valgforbund.kernels.cells import Cells, cells_of
from valgforbund.kernels.compiler import compiled
from valgforbund.kernels.levels import last_in, numbers, work_sheet
from valgforbund.kernels.spread import FILLED, MOVES, SPREAD, STRUCTURE, VALUE, spread
from valgforbund.kernels.stability import STABLE, stable
from valgforbund.kernels.structures import TALLY, tally, tally_leaves, tally_others
from valgforbund.kernels.tables import Sets
from valgforbund.kernels.walk import advance, loser, place, place_from
from valgforbund.progress import Progress

FEW = 1000  # structures that plain Python has counted before numba is loaded
LARGEST = 2**63  # no product of the compiled count may reach it
AT_ONCE = {TALLY: 20_000, SPREAD: 20_000, STABLE: 5_000}  # partitions: some 10 ms compiled
SHORT = (last_in, loser, place, place_from, advance, tally_leaves, tally_others)
SLOWER = 200  # how much slower plain Python is


class Kept(NamedTuple):
    """A structure that was kept: the lists that move for it, and the block of each list."""

    moves: int
    blocks: tuple[int, ...]


class Extremes(NamedTuple):
    """What a bloc gets over all structures.

    Attributes
    ----------
    often : dict
        How often (fewest, most) seats.
    best, worst : tuple of Kept
        Structures with the most and the fewest, fewest moves first.
    """

    often: dict[tuple[int, int], int]
    best: tuple[Kept, ...]
    worst: tuple[Kept, ...]


class Search:
    """All structures of some lists, in order of votes, the largest first.

    Parameters
    ----------
    sets : Sets
        Who may be together.
    votes, limits : sequences of int
        Votes of each list, and the most seats it can fill.
    home : sequence of int
        Lists with the same number are one alliance now; -1 for lists alone.
    seats : int
    number : int
        How many structures there are.
    """

    def __init__(
        self,
        sets: Sets,
        votes: Sequence[int],
        limits: Sequence[int],
        home: Sequence[int],
        seats: int,
        number: int,
    ) -> None:
        self.sets, self.seats, self.number = sets, seats, number
        self._plain = number <= FEW or not self.fits(votes, seats)
        self._votes, self._limits = (self._numbers(each) for each in (votes, limits))
        self._home = np.array(home)
        self._grow = self._numbers(sets.grow)
        self._joins = np.ascontiguousarray(self._grow[:, -1])
        self._sums = [sets.sums(each, self._plain) for each in (votes, limits)]

    @staticmethod
    def fits(votes: Sequence[int], seats: int) -> bool:
        """Whether every product of the count fits into 64 bits.

        A first guess can give a unit half a seat more for each of them.
        """
        return sum(votes) * (seats + len(votes) + 2) < LARGEST

    def tally(self, progress: Progress) -> None:
        """Count every structure; everything else needs this first."""
        sure, lots = self._zeros(2, len(self.sets.grow), self.seats + 2)
        self._walk(tally, TALLY, (sure, lots), progress)
        self.sure, self.lots = (numbers(each, plain=False) for each in (sure, lots))

    @cached_property
    def cells(self) -> Cells:
        """What happens inside the alliances that occur."""
        occurs = self.sure + self.lots > 0
        occurs[:, 1:] |= self.lots[:, :-1] > 0
        return cells_of(self.sets, self._votes, self._limits, occurs, self._plain)

    def spans(self, i: int) -> dict[tuple[int, int], int]:
        """How often a list has (fewest, most) seats, over all structures."""
        cells, base = self.cells, self.seats + 1
        there = self.sets.inside[cells.sets, i]
        found = np.zeros(base * base, dtype=np.int64)
        for often, lot in ((self.sure, 0), (self.lots, 1)):
            counted = often[cells.sets, cells.seats]
            some = np.flatnonzero(there & (counted > 0))
            most = cells.certain[some + lot, i] + cells.lucky[some + lot, i]
            np.add.at(found, cells.certain[some, i] * base + most, counted[some])
        return _spans(found, base)

    def extremes(self, bloc: Sequence[int], most: int, progress: Progress) -> Extremes:
        """What some lists get together, and the nearest best and worst structures."""
        cells, base = self.cells, self.seats + 1
        worth = np.zeros(self.sure.shape, dtype=np.int64)
        low, high = cells.worth(np.array(bloc))
        worth[cells.sets, cells.seats] = low * base + high
        often = self._zeros(base * base)
        best, worst = self._room_to_keep(most), self._room_to_keep(most)
        best[0, VALUE], worst[0, VALUE] = -1, base * base
        given = (self._numbers(worth), often, best, worst, *self._present)
        self._walk(spread, SPREAD, given, progress)
        return Extremes(_spans(often, base), self._kept(best), self._kept(worst))

    def stable(self, asks: bool, most: int, progress: Progress) -> tuple[int, tuple[Kept, ...]]:
        """How many structures are stable, and those of them that need the fewest moves."""
        cells = self.cells
        inside = tuple(map(self._numbers, (cells.first, cells.certain, cells.lucky)))
        kept = self._room_to_keep(most)
        sheet = work_sheet(len(self._votes), self._plain)
        given = (inside, self._rivals, kept, *self._present, int(asks), sheet)
        self._walk(stable, STABLE, given, progress)
        return int(kept[0, VALUE]), self._kept(kept)

    @cached_property
    def _present(self) -> tuple[np.ndarray, ...]:
        """How many of a set are together now, the present alliances, and room to compare."""
        alone = self.sets.inside[:, self._home < 0].any(axis=1)
        alliances = range(self._home.max(initial=-1) + 1)
        together = [self.sets.inside[:, self._home == each].sum(axis=1) for each in alliances]
        stay = np.max([alone.astype(int), *together], axis=0)
        room = self._zeros(2 ** len(alliances))
        return self._numbers(stay), self._numbers(self._home), room

    @cached_property
    def _rivals(self) -> np.ndarray:
        """By list, its seats and another list: what that one can have before."""
        lists, votes, limits = range(len(self._votes)), self._votes.tolist(), self._limits.tolist()
        pairs = np.zeros((len(votes), len(votes)), dtype=bool)
        for i in lists:
            pairs[i] = self.sets.inside[self.sets.inside[:, i]].any(axis=0)
        found = np.full((len(votes), self.seats + 2, len(votes)), self.seats + 1)
        for i in lists:
            for m in lists:
                if pairs[i, m] and votes[i]:
                    found[i, :, m] = [
                        min(limits[m], votes[m] * wanted // votes[i])
                        for wanted in range(self.seats + 2)
                    ]
        return self._numbers(found)

    def _walk(
        self,
        plain: Callable[..., Any],
        functions: tuple[Any, ...],
        given: tuple[Any, ...],
        progress: Progress,
    ) -> None:
        kernel = plain if self._plain else compiled(*functions, lends=True, in_place=SHORT)
        steps = AT_ONCE[functions] // (SLOWER if self._plain else 1)
        work, fresh, done = work_sheet(len(self._votes), self._plain), True, 0
        more = True
        while more:
            counted, more = kernel(
                self._grow, self._joins, *self._sums, self.seats, work, *given, steps, fresh
            )
            done, fresh = done + int(counted), False
            progress(done, self.number)

    def _room_to_keep(self, most: int) -> np.ndarray:
        return self._zeros(most + 1, len(self._votes) + 1)

    def _numbers(self, values: object) -> np.ndarray:
        return numbers(values, self._plain)

    def _zeros(self, *shape: int) -> np.ndarray:
        return self._numbers(np.zeros(shape, dtype=np.int64))

    @staticmethod
    def _kept(kept: np.ndarray) -> tuple[Kept, ...]:
        rows = kept[1 : kept[0, FILLED] + 1].tolist()
        return tuple(Kept(row[MOVES], tuple(row[STRUCTURE:])) for row in rows)


def _spans(often: np.ndarray, base: int) -> dict[tuple[int, int], int]:
    """Fewest and most seats with how often they occur, from their number."""
    return {divmod(int(value), base): int(often[value]) for value in np.flatnonzero(often)}
