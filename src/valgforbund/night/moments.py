"""Turnout and new lists of a night that is over: sums by council, and the constants they make."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from valgforbund.night.council import Counted
from valgforbund.night.ground import Ground, measure

UNKNOWN_SPREAD = 0.1  # of new lists' measured shares, where a night had none


class Moments(NamedTuple):
    """Sums by council, of which the constants are made.

    Attributes
    ----------
    new, entered, measured, squares : array
        New lists; their shares; these measured, and squared.
    both, before, now, voters : array
        Turnout last time times now, both from their means, by voters; then squared; now squared.
    """

    new: np.ndarray
    entered: np.ndarray
    measured: np.ndarray
    squares: np.ndarray
    both: np.ndarray
    before: np.ndarray
    now: np.ndarray
    voters: np.ndarray

    def all(self) -> dict[str, float]:
        """The constants of all councils."""
        return self._found(np.ones(len(self.new)))

    def without(self, place: int) -> dict[str, float]:
        """The constants of all but one."""
        weights = np.ones(len(self.new))
        weights[place] = 0
        return self._found(weights)

    def _found(self, weights: np.ndarray) -> dict[str, float]:
        sums = (float(weights @ each) for each in self)
        new, entered, measured, squares, both, before, now, voters = sums
        mean = measured / new if new else 0.0
        spread = squares / new - mean**2 if new else 0.0
        kept = both / before if before else 0.0
        off = (now - 2 * kept * both + kept**2 * before) / voters if voters else 0.0
        return {
            "entry": entered / new if new else 0.0,
            "entry_spread": math.sqrt(spread) if spread > 0 else UNKNOWN_SPREAD,
            "turnout_kept": kept,
            "turnout": math.sqrt(max(off, 0)),
        }


def moments(grounds: Sequence[Ground], ends: Sequence[Counted]) -> Moments:
    """The sums of every council, with all its counts."""
    rows = []
    for ground, end in zip(grounds, ends, strict=True):
        votes, eligible = end.votes.sum(axis=1), ground.council.eligible
        share = end.total / max(end.total.sum(), 1)
        known = (votes > 0) & (eligible > 0)
        weights = np.where(known, eligible, 0) / max(eligible[known].sum(), 1)
        turnout = np.log(np.where(known, votes, 1) / np.where(known, eligible, 1))
        now = np.where(known, turnout - weights @ turnout, 0)
        then = np.where(known, ground.turnout - weights @ ground.turnout, 0)
        new = measure(share[ground.new])
        rows.append(
            (
                *(len(new), share[ground.new].sum(), new.sum(), (new**2).sum()),
                *(weights @ (now * then), weights @ then**2, weights @ now**2, weights.sum()),
            )
        )
    return Moments(*(np.array(each, dtype=float) for each in zip(*rows, strict=True)))
