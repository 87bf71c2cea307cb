"""A short code that holds a whole scenario: to send in a message, and to print below a picture."""

from __future__ import annotations

from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sharing.envelope import opened
from valgforbund.sharing.form import SCENARIO, ScenarioForm
from valgforbund.sharing.packing import code_in, packed, unpacked


def of(scenario: Scenario) -> str:
    """The code of a scenario; `valgforbund.read` gives it back."""
    return packed(SCENARIO.write(ScenarioForm.of(scenario)))


def read_code(text: object) -> Scenario:
    """The scenario that a code holds.

    Raises
    ------
    ScenarioError
        If it is no code, is torn, or is of another kind or a later version.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> read_code(s.code()) == s
    True
    """
    code = code_in(text) if isinstance(text, str) else None
    if code is None:
        raise ScenarioError("read_no_code", value=text)
    data = unpacked(code)
    kind = opened(data).kind
    if kind != SCENARIO.name:
        raise ScenarioError("read_of_a_tool", kind=kind)
    return SCENARIO.read(data).scenario()
