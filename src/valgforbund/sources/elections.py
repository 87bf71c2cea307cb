"""Many elections, as they are handed in: by name, or as scenarios of one's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sources.source import load_all

Elections: TypeAlias = str | Scenario | Iterable[str | Scenario]


def scenarios(elections: object, parts: bool = True) -> list[Scenario]:
    """The councils of bundled elections and scenarios, as they are given, each once."""
    if isinstance(elections, Scenario):
        return [elections]
    if isinstance(elections, str):
        return [*load_all(elections)]
    if not (parts and isinstance(elections, Iterable)):
        raise ScenarioError("not_a_scenario", value=elections)
    found = [scenario for part in elections for scenario in scenarios(part, parts=False)]
    for scenario, times in Counter(found).items():
        if times > 1 and scenario.place:
            raise ScenarioError("council_repeated", place=name_of(scenario))
    return found


def name_of(scenario: Scenario) -> str:
    """Place and election, as far as they are known."""
    return " ".join(filter(None, (scenario.place, scenario.election)))
