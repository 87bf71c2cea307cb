"""New lists of which nothing is counted: their votes are guessed."""

from __future__ import annotations

import numpy as np

from valgforbund.night.model import View


def guesses(view: View, votes: np.ndarray) -> list[list[int]]:
    """New lists of which nothing is counted, those together of which as many votes are expected."""
    found: dict[float, list[int]] = {}
    for i in range(len(votes)):  # by letter: in which order lists stand tells of no votes
        if view.ground.new[i] and not view.counted.total[i] and votes[i]:
            found.setdefault(votes[i], []).append(i)
    return [*found.values()]


def told_apart(votes: np.ndarray) -> np.ndarray:
    """Equal guesses each a vote less than the one before: no lot comes of them.

    Examples
    --------
    >>> told_apart(np.array([300.0, 300.0, 300.0])).tolist(), told_apart(np.array([1.0])).tolist()
    ([300.0, 299.0, 298.0], [1.0])
    """
    less: np.ndarray = (votes - np.arange(len(votes))).clip(0)
    return less
