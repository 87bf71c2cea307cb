"""What lists that did not stand last time can expect: by their candidates, and the voters there.

Who has many candidates has many votes, and a new list in a small council gets a larger share of it
than one in a large city. The logarithm of the measured share is taken as linear in both logarithms;
learnt by least squares, drawn a little to no slope, and set right on average (Duan 1983).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from valgforbund.night.council import Council

UNKNOWN, UNKNOWN_SPREAD = 0.1, 0.1  # of new lists' measured shares, where a night had none
LEAST = 0.01  # measured: a ten-thousandth of the votes
MOST = math.pi / 4  # measured: half of the votes
TOWN = 10_000  # voters
STEADY = 1.0  # added to what is known of the slopes


class Entry(NamedTuple):
    """How a new list's share goes with what is known of it; attributes as in `Constants`."""

    entry: float
    entry_candidates: float
    entry_voters: float
    candidates: float
    entry_spread: float


def traits(council: Council) -> np.ndarray:
    """The logarithms of each list's candidates (nan where unknown), and of the voters by `TOWN`."""
    known = [math.nan if each is None else max(each, 1) for each in council.scenario.limits]
    voters = math.log(max(int(council.eligible.sum()), 1) / TOWN)
    return np.column_stack([np.log(known), np.full(len(known), voters)])


def measured(traits: np.ndarray, entry: Entry) -> np.ndarray:
    """The measured shares that new lists of such traits can expect.

    Examples
    --------
    >>> usual = Entry(-2.5, 0.5, -0.4, 1.0, 0.1)
    >>> measured(np.array([[0.0, 1.0], [2.0, 1.0], [np.nan, 1.0]]), usual).round(3).tolist()
    [0.055, 0.15, 0.091]
    """
    candidates = np.where(np.isnan(traits[:, 0]), entry.candidates, traits[:, 0])
    logs = entry.entry + entry.entry_candidates * candidates + entry.entry_voters * traits[:, 1]
    return np.clip(np.exp(np.minimum(logs, 0)), LEAST, MOST)


def fitted(traits: np.ndarray, shares: np.ndarray, weights: np.ndarray) -> Entry:
    """What new lists with these traits and measured shares teach, each by its weight."""
    if not weights.any():
        return Entry(math.log(UNKNOWN), 0.0, 0.0, 0.0, UNKNOWN_SPREAD)
    asked = weights * ~np.isnan(traits[:, 0])
    usual = float(asked @ np.nan_to_num(traits[:, 0]) / asked.sum()) if asked.any() else 0.0
    known = np.where(np.isnan(traits), [usual, 0.0], traits)
    logs = np.log(np.maximum(shares, LEAST))
    middle, mean = weights @ known / weights.sum(), weights @ logs / weights.sum()
    off = known - middle
    slopes = np.linalg.solve(
        (off * weights[:, None]).T @ off + STEADY * np.eye(2), (off * weights[:, None]).T @ logs
    )
    by_candidates, by_voters = map(float, slopes)
    start = float(mean - slopes @ middle)
    found = Entry(start, by_candidates, by_voters, usual, UNKNOWN_SPREAD)
    expected = np.exp(found.entry + known @ slopes)
    right = float(weights @ shares / (weights @ expected))
    spread = math.sqrt(float(weights @ (shares - right * expected) ** 2 / weights.sum()))
    return found._replace(
        entry=found.entry + math.log(max(right, LEAST)), entry_spread=spread or UNKNOWN_SPREAD
    )
