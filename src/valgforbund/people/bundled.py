"""The candidates that come with the package, as they stand in a file."""

from __future__ import annotations

from valgforbund.errors import ScenarioError
from valgforbund.people.elected import candidates
from valgforbund.scenario import Scenario
from valgforbund.sharing.candidates import Candidate, of


def bundled(scenario: Scenario) -> tuple[Candidate, ...]:
    """Those of the election that a scenario is of; none where they are not known.

    Examples
    --------
    >>> from valgforbund.sources.source import load
    >>> bundled(load("KV2025", "Læsø"))[0].letter, bundled(load("EP2024"))
    ('A', ())
    """
    try:
        return of(candidates(scenario.election, scenario.place))
    except ScenarioError:
        return ()
