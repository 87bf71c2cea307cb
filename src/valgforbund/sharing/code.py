"""A short code that holds a whole scenario: to send in a message, and to print below a picture."""

from __future__ import annotations

from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sharing.envelope import opened
from valgforbund.sharing.form import SCENARIO, ScenarioForm
from valgforbund.sharing.packing import PREFIX, bare, packed, unpacked


def of(scenario: Scenario) -> str:
    """The code of a scenario; `valgforbund.read` gives it back."""
    return packed(SCENARIO.write(ScenarioForm.of(scenario)))


def read(x: str, seats: int | None = None, place: str | None = None) -> Scenario:
    """The scenario that a code holds.

    Parameters
    ----------
    x : str
        A code, such as ``"VF1-…"``, as `Scenario.code` gives it and as pictures print it.
    seats : int, optional
    place : str, optional
        Nothing for a code, which has its own: these are for tables, which are not read yet.

    Returns
    -------
    Scenario
        Equal to the one whose code it is.

    Raises
    ------
    ScenarioError
        If it is no code, is torn, or is of another kind or a later version.

    Examples
    --------
    >>> import valgforbund as vf
    >>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> vf.read(s.code()) == s
    True
    """
    if not isinstance(x, str) or not PREFIX.match(bare(x[:100])):
        raise ScenarioError("read_no_code", value=x)
    if seats is not None or place is not None:
        raise ScenarioError("read_code_is_whole", value=place if seats is None else seats)
    text = unpacked(x)
    kind = opened(text).kind
    if kind != SCENARIO.name:
        raise ScenarioError("read_of_a_tool", kind=kind)
    return SCENARIO.read(text).scenario()
