"""Turnout and new lists of a night that is over: sums by council, and the constants they make."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from valgforbund.night.council import Counted
from valgforbund.night.entries import fitted
from valgforbund.night.ground import Ground, measure


class Moments(NamedTuple):
    """Sums by council, of which the constants are made, and the new lists of all.

    Attributes
    ----------
    both, before, now, voters : array
        Turnout last time times now, both from their means, by voters; then squared; now squared.
    owners : array of int
        In which council each new list stood.
    traits, shares : array
        What each was expected by (`entries.traits`), and what it got, measured.
    """

    both: np.ndarray
    before: np.ndarray
    now: np.ndarray
    voters: np.ndarray
    owners: np.ndarray
    traits: np.ndarray
    shares: np.ndarray

    def all(self) -> dict[str, float]:
        """The constants of all councils."""
        return self._found(np.ones(len(self.both)))

    def without(self, place: int) -> dict[str, float]:
        """The constants of all but one."""
        weights = np.ones(len(self.both))
        weights[place] = 0
        return self._found(weights)

    def _found(self, weights: np.ndarray) -> dict[str, float]:
        sums = (weights @ each for each in (self.both, self.before, self.now, self.voters))
        both, before, now, voters = map(float, sums)
        kept = both / before if before else 0.0
        off = (now - 2 * kept * both + kept**2 * before) / voters if voters else 0.0
        turnout = {"turnout_kept": kept, "turnout": math.sqrt(max(off, 0))}
        return turnout | fitted(self.traits, self.shares, weights[self.owners])._asdict()


def moments(grounds: Sequence[Ground], ends: Sequence[Counted]) -> Moments:
    """The sums of every council, with all its counts."""
    rows, owners, traits, shares = [], [], [], []
    for place, (ground, end) in enumerate(zip(grounds, ends, strict=True)):
        votes, eligible = end.votes.sum(axis=1), ground.council.eligible
        known = (votes > 0) & (eligible > 0)
        weights = np.where(known, eligible, 0) / max(eligible[known].sum(), 1)
        turnout = np.log(np.where(known, votes, 1) / np.where(known, eligible, 1))
        now = np.where(known, turnout - weights @ turnout, 0)
        then = np.where(known, ground.turnout - weights @ ground.turnout, 0)
        rows.append((weights @ (now * then), weights @ then**2, weights @ now**2, weights.sum()))
        if votes.any():
            owners += [place] * int(ground.new.sum())
            traits.append(ground.traits[ground.new])
            shares.append(measure(end.total / end.total.sum())[ground.new])
    both, before, now_, voters = np.array(rows, dtype=float).T
    return Moments(
        both=both,
        before=before,
        now=now_,
        voters=voters,
        owners=np.array(owners, dtype=int),
        traits=np.concatenate([np.zeros((0, 2)), *traits]),
        shares=np.concatenate([np.zeros(0), *shares]),
    )
