"""The one or two worlds of a picture."""

from __future__ import annotations

from valgforbund.comparison import Comparison
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario

Shown = Scenario | Count | Comparison


def counts(shown: object) -> tuple[Count, Count | None]:
    """The count that is shown, and the other world of a comparison.

    Examples
    --------
    >>> counts(Scenario({"A": 10, "B": 10}, 3))
    (<Count: A 1 B 1; 1 waiting for a lot>, None)
    """
    if isinstance(shown, Comparison):
        return shown.with_, shown.without
    if isinstance(shown, Scenario | Count):
        return count(shown), None
    raise ScenarioError("not_a_comparison", value=shown)


def comparison(shown: Shown) -> Comparison | None:
    """The comparison, if it is one."""
    return shown if isinstance(shown, Comparison) else None
