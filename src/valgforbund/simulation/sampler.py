"""What draws votes for a scenario, chunk by chunk; made by a model."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import numpy as np

from valgforbund.scenario import Scenario


class Sampler(Protocol):
    """Draws votes; holds plain numbers, so that it can travel to another process."""

    @property
    def centre(self) -> np.ndarray:
        """The share of all votes that each list has on average, or about that."""

    def votes(self, chance: np.random.Generator, draws: range) -> np.ndarray:
        """Votes of these draws: whole numbers in float64, lists × draws."""


@runtime_checkable
class Model(Protocol):
    """How uncertain votes are: a `Poll`, a `Swing` or `Draws`."""

    def sampler(self, scenario: Scenario) -> Sampler:
        """What draws votes for this scenario, whose lists `simulate` has put in order of votes."""


def whole(weights: np.ndarray, total: int) -> np.ndarray:
    """Weights, lists × draws, as whole votes that add up to about the total; in place.

    Examples
    --------
    >>> whole(np.array([[1.0], [2.0]]), 10).ravel().tolist()
    [3.0, 7.0]
    """
    weights *= total / weights.sum(axis=0)
    np.rint(weights, out=weights)
    return weights
