"""Checks of what a person states about a model: numbers in a range, shares by list."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.kernels import batch
from valgforbund.scenario import Scenario

USUAL_VOTES = 20_000  # about as many as the middle municipality of Denmark casts
ROUNDING = 1.0  # per cent that rounded shares may be above 100


def between(field: str, value: object, low: float, high: float) -> float:
    """A number in a range; numpy's, fractions and decimals count, bools and NaN do not."""
    number = checks.real(value)
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
    given = by_letter(values, "shares_not_mapping")
    found = {letter: between(letter, value, 0, 100) / 100 for letter, value in given.items()}
    if sum(found.values()) > 1 + ROUNDING / 100:
        raise ScenarioError("shares_exceed", value=round(100 * sum(found.values()), 2))
    return found


def by_letter(values: object, code: str) -> dict[str, object]:
    """What is stated of lists, each once; which lists there are is not known yet."""
    if not isinstance(values, Mapping | pd.Series | pd.DataFrame):
        raise ScenarioError(code, value=values)
    return checks.by_letter(values, str)


def count(value: object, most: int, what: str) -> int:
    """How many of something there are, 1 or more."""
    number = checks.whole(value, 1, "count_not_whole", what=what)
    if number > most:
        raise ScenarioError("count_too_large", what=what, value=number, limit=most)
    return number


def votes_of(scenario: Scenario, is_stated: bool) -> int:
    """All votes of a scenario; where it has none but shares are stated, a usual number."""
    total = sum(scenario.ballots)
    if not (total or is_stated):
        raise ScenarioError("no_votes_to_draw")
    if total * (scenario.seats + len(scenario.letters)) > batch.MOST:
        raise ScenarioError("votes_too_many_to_draw", value=total)
    return total or USUAL_VOTES
