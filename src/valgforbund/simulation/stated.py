"""Checks of what a person states about a model: numbers in a range, shares by list."""

from __future__ import annotations

import math
from collections.abc import Mapping
from numbers import Real

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario

USUAL_VOTES = 20_000  # about as many as the middle municipality of Denmark casts
ROUNDING = 1.0  # per cent that rounded shares may be above 100


def between(field: str, value: object, low: float, high: float) -> float:
    """A number in a range; numpy's and fractions count, bools and NaN do not."""
    number = float(value) if isinstance(value, Real) and not isinstance(value, bool) else math.nan
    if not low <= number <= high:  # as is NaN
        raise ScenarioError("model_number", field=field, value=value, low=low, high=high)
    return number


def shares(values: object) -> dict[str, float]:
    """Shares in per cent by letter, as parts of 1.

    Examples
    --------
    >>> shares({"A": 25})
    {'A': 0.25}
    """
    if not isinstance(values, Mapping):
        raise ScenarioError("shares_not_mapping", value=values)
    found = {}
    for letter, value in values.items():
        name = checks.letter(letter)
        found[name] = between(name, value, 0, 100) / 100
    if sum(found.values()) > 1 + ROUNDING / 100:
        raise ScenarioError("shares_exceed", value=round(100 * sum(found.values()), 2))
    return found


def votes_of(scenario: Scenario, is_stated: bool) -> int:
    """All votes of a scenario; where it has none but shares are stated, a usual number."""
    total = sum(scenario.ballots)
    if not (total or is_stated):
        raise ScenarioError("no_votes_to_draw")
    return total or USUAL_VOTES
