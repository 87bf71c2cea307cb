"""What a note on a council is about: the count, the alliance, and the world without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from valgforbund.alliances import Alliance
from valgforbund.baselines import DISSOLVED, NONE, Baseline, Reference
from valgforbund.comparison import Comparison, compare
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.people.given import others
from valgforbund.pictures.source import bundled_like
from valgforbund.reports import bounds
from valgforbund.scenario import Scenario
from valgforbund.wording import Words, baseline
from valgforbund.wording.worlds import labels, outside

MOST_VARIANTS = 4


@dataclass(frozen=True)
class Case:
    """A count and what it is held against.

    Attributes
    ----------
    shown : Comparison or Count
        A count alone where there is no alliance to ask about.
    baseline : Baseline or None
        What "without" means; None where that is another scenario, and for a count alone.
    source : Scenario or None
        What the numbers were before anybody changed them; None for numbers of one's own.
    variants : mapping of name to Scenario
    reference : Reference or None
        What the other world is, whatever its alliances are.
    ours : str
        The list that it is for, ``""`` for none.
    candidates : DataFrame or None
        Those of the council, as `valgforbund.elected` takes them; None for the bundled ones.
    typed : tuple of str
        The lists whose candidates a person typed or gave.
    """

    shown: Comparison | Count
    baseline: Baseline | None = None
    source: Scenario | None = None
    variants: Mapping[str, Scenario] = field(default_factory=dict)
    reference: Reference | None = None
    ours: str = ""
    candidates: pd.DataFrame | None = field(default=None, compare=False)
    typed: tuple[str, ...] = ()

    @property
    def compared(self) -> Comparison | None:
        """The two worlds, if there are two."""
        return self.shown if isinstance(self.shown, Comparison) else None

    @property
    def counted(self) -> Count:
        """The count of the scenario itself; where a list would join, that is the world without."""
        if not isinstance(self.shown, Comparison):
            return self.shown
        return self.shown.without if self.joins else self.shown.with_

    @property
    def joins(self) -> str:
        """The list that would join, ``""`` where none would."""
        return self.baseline.letter if self.baseline and self.baseline.kind == "in" else ""

    def worlds(self, words: Words) -> tuple[str, str]:
        """What the world with and the world without are called."""
        if (other := self.reference or self.baseline) is not None:
            return baseline.worlds(words, other)
        return labels(words, self.compared) if self.compared else ("", "")

    @property
    def tells_votes(self) -> bool:
        """Whether it is known where the votes of the other world ended."""
        compared = self.compared
        return not compared or baseline.tells_votes(self.reference, compared.without.scenario)

    @property
    def asked(self) -> Alliance | None:
        """The alliance as it is in the scenario itself; None where there is none to ask."""
        if self.compared is None or not self.compared.alliance.letters:
            return None
        letters = self.compared.alliance.letters
        return self.scenario.alliance(tuple(each for each in letters if each != self.joins))

    @property
    def scenario(self) -> Scenario:
        """The scenario itself."""
        return self.counted.scenario


def case(shown: object, variants: object = None, candidates: pd.DataFrame | None = None) -> Case:
    """What a note is about, from what a person has: the alliance that saves most, if none is named.

    Raises
    ------
    ScenarioError
        If it is no scenario, count or comparison, the variants are no scenarios by name, or a
        number is too large for a note.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> case(s).baseline, case(s).compared.alliance.name
    (Baseline(kind='dissolved', letter=''), 'C-D')
    >>> case(s.without_alliances()).shown
    <Count: A 3 B 3 C 1 D 1>
    """
    if isinstance(shown, Case):
        return shown
    pinned = _variants(variants)
    bounds.check(pinned.values())
    if isinstance(shown, Comparison):
        bounds.check([shown.with_.scenario, shown.without.scenario])
        source = bundled_like(shown.with_.scenario)
        return Case(shown, baseline_of(shown), source, pinned, **_persons(shown.with_, candidates))
    if not isinstance(shown, Scenario | Count):
        raise ScenarioError("not_a_comparison", value=shown)
    counted = count(shown)
    scenario = counted.scenario
    bounds.check([scenario])
    source = bundled_like(scenario)
    if not scenario.alliances:
        return Case(counted, None, source, pinned, **_persons(counted, candidates))
    found = [compare(scenario, each) for each in scenario.alliances_by_votes]
    most = max(found, key=lambda each: each.saved.high)
    return Case(most, Baseline("dissolved"), source, pinned, **_persons(counted, candidates))


def _persons(counted: Count, candidates: pd.DataFrame | None) -> dict[str, Any]:
    return {"candidates": candidates, "typed": others(counted, candidates)}


def baseline_of(compared: Comparison) -> Baseline | None:
    """What "without" means in a comparison; None for another scenario."""
    if compared.baseline in (DISSOLVED, NONE):
        return Baseline("none" if compared.baseline == NONE else "dissolved")
    letter = outside(compared)
    return Baseline("out", letter) if letter else None


def _variants(given: object) -> dict[str, Scenario]:
    """Scenarios by name, each checked."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise ScenarioError("variants_not_mapping", value=given)
    if len(given) > MOST_VARIANTS:
        raise ScenarioError("too_many_variants", limit=MOST_VARIANTS)
    for scenario in given.values():
        if not isinstance(scenario, Scenario):
            raise ScenarioError("not_a_scenario", value=scenario)
    return {str(name): scenario for name, scenario in given.items()}
