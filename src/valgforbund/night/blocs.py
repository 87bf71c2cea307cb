"""Blocs as a person names them, for all councils of a night at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario


class Everywhere:
    """The lists of all councils; a capital letter is one that may stand elsewhere."""

    def __init__(self, scenarios: Sequence[Scenario]) -> None:
        self._scenarios = scenarios

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters, as they stand in one council after the other."""
        return tuple(dict.fromkeys(x for each in self._scenarios for x in each.letters))

    def find(self, called: object) -> str | None:
        """The letter, or the name, of a list that stands in some council."""
        text = checks.plain(str(called))
        letter = checks.find(text, self.letters)
        is_one = len(text) == 1 and text.isalnum() and text == text.upper()
        if letter is not None or is_one:
            return letter or text
        return text if any(each.find(text) for each in self._scenarios) else None

    def known(self, called: object) -> str:
        """The same; an error where there is none."""
        found = self.find(called)
        if found is None:
            known = ", ".join(self.letters)
            raise ScenarioError("letter_unknown", letter=called, letters=known)
        return found


def blocs_of(given: object, scenarios: Sequence[Scenario]) -> dict[str, tuple[object, ...]]:
    """What the lists of each bloc are called.

    Parameters
    ----------
    given : mapping or Series
        Letters or names by the name of the bloc, in a row or as a text.
    scenarios : sequence of Scenario

    Raises
    ------
    ScenarioError
        If it is something else, or no list of a bloc stands in any council.

    Examples
    --------
    >>> here = [Scenario({"A": 1, "B": 1, "O": 1}, 3)]
    >>> blocs_of({"red": "A og F", "blue": ["O", "V"]}, here)
    {'red': ('A', 'F'), 'blue': ('O', 'V')}
    """
    if not isinstance(given, Mapping | pd.Series):
        raise ScenarioError("blocs_not_named", value=given)
    found: dict[str, tuple[object, ...]] = {}
    for name, called in checks.by_name(given, _name).items():
        found[name] = _lists(called, given, Everywhere(scenarios))
        if not any(each.find(x) for each in scenarios for x in found[name]):
            raise ScenarioError("night_bloc", value=name)
    return found


def _name(value: object) -> str:
    if checks.is_missing(value):
        raise ScenarioError("blocs_not_named", value=value)
    return checks.letter(str(value), "blocs_not_named")


def _lists(called: object, given: object, lists: Everywhere) -> tuple[object, ...]:
    if isinstance(called, str):
        return checks.named(called, lists)
    if not isinstance(called, Iterable):
        raise ScenarioError("blocs_not_named", value=given)
    return tuple(checks.in_turn(called))
