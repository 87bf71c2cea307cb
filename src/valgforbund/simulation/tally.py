"""Drawing and counting in chunks, and how often each number of seats came out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from valgforbund.kernels import batch, histograms
from valgforbund.kernels.batch import Tree
from valgforbund.simulation.sampler import Sampler

CHUNK = 20_000  # draws from one seed: results are the same however chunks are shared out
SLICE = 5_000  # draws at a time: they stay in the cache of a core


@dataclass(frozen=True, eq=False)
class Plan:
    """All that one chunk of draws depends on; it can travel to another process.

    Attributes
    ----------
    sampler : Sampler
    with_, without : Tree
        The two worlds in which every draw is counted.
    blocs : list of lists of int
        Positions of lists whose seats are added.
    draws, seed : int
    """

    sampler: Sampler
    with_: Tree
    without: Tree
    blocs: list[list[int]]
    draws: int
    seed: int

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-self.draws // CHUNK)


@dataclass(frozen=True, eq=False)
class Tally:
    """How often things happened.

    Attributes
    ----------
    with_, without : array of int, (lists + blocs) × (seats + 1)
        Draws in which a list or bloc had so many seats.
    change : array of int
        Draws by seats with minus without; the first column is minus the seats without.
    lots : array of int
        Draws in which a lot was due with, without, and in any of the two.
    """

    with_: np.ndarray
    without: np.ndarray
    change: np.ndarray
    lots: np.ndarray

    @classmethod
    def empty(cls, plan: Plan) -> Tally:
        """Nothing has happened yet."""
        rows = len(plan.with_.limits) + len(plan.blocs)
        more, less = plan.with_.seats + 1, plan.without.seats + 1
        shapes = ((rows, more), (rows, less), (rows, more + less - 1), 3)
        with_, without, change, lots = (np.zeros(shape, np.int64) for shape in shapes)
        return cls(with_, without, change, lots)

    def arranged(self, places: list[int]) -> Tally:
        """The same with its rows of lists taken from these places; the blocs follow as they are."""
        rows = [*places, *range(len(places), len(self.with_))]
        return Tally(self.with_[rows], self.without[rows], self.change[rows], self.lots)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.with_ + other.with_,
            self.without + other.without,
            self.change + other.change,
            self.lots + other.lots,
        )


def tally(plan: Plan, chunks: range) -> Tally:
    """Draw and count some chunks.

    Votes come from the chunk's own seed, and so do lots: where one is due it is drawn, for each
    world by itself.
    """
    total = Tally.empty(plan)
    for chunk in chunks:
        chance = np.random.default_rng(np.random.SeedSequence(plan.seed, spawn_key=(chunk,)))
        end = min((chunk + 1) * CHUNK, plan.draws)
        for start in range(chunk * CHUNK, end, SLICE):
            _add(plan, chance, range(start, min(start + SLICE, end)), total)
    return total


def _add(plan: Plan, chance: np.random.Generator, draws: range, total: Tally) -> None:
    """Draw and count a slice, and add what happened to the total."""
    votes = plan.sampler.votes(chance, draws)
    more = batch.count(plan.with_, votes, chance)
    less = batch.count(plan.without, votes, chance)
    found = (total.with_, total.without, total.change)
    histograms.add(more.seats, less.seats, plan.blocs, found)
    both = (more.lots, less.lots, more.lots | less.lots)
    total.lots[:] += [np.count_nonzero(lots) for lots in both]
