"""A short code that holds a whole scenario: to send in a message, and to print below a picture."""

from __future__ import annotations

import os
from pathlib import Path

from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sharing.envelope import opened
from valgforbund.sharing.file import read_file
from valgforbund.sharing.form import SCENARIO, ScenarioForm
from valgforbund.sharing.packing import is_code, packed, unpacked


def of(scenario: Scenario) -> str:
    """The code of a scenario; `valgforbund.read` gives it back."""
    return packed(SCENARIO.write(ScenarioForm.of(scenario)))


def read(x: str | os.PathLike[str], seats: int | None = None, place: str | None = None) -> Scenario:
    """The scenario that a code or a file holds.

    Parameters
    ----------
    x : str or path
        A code, such as ``"VF1-…"``, as `Scenario.code` gives it and as pictures print it; or a
        file, as `Scenario.save` writes it.
    seats : int, optional
    place : str, optional
        Nothing for a code or a file, which have their own: these are for tables, which are not
        read yet.

    Returns
    -------
    Scenario
        Equal to the one whose code or file it is.

    Raises
    ------
    ScenarioError
        If it is neither, is torn, or is of another kind or a later version.

    Examples
    --------
    >>> import valgforbund as vf
    >>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> vf.read(s.code()) == s
    True
    """
    if seats is not None or place is not None:
        raise ScenarioError("read_code_is_whole", value=place if seats is None else seats)
    is_path = isinstance(x, os.PathLike) or (isinstance(x, str) and not is_code(x) and _is_there(x))
    return read_file(x) if is_path else read_code(x)


def read_code(text: object) -> Scenario:
    """The scenario that a code holds.

    Raises
    ------
    ScenarioError
        If it is no code, is torn, or is of another kind or a later version.
    """
    if not isinstance(text, str) or not is_code(text):
        raise ScenarioError("read_no_code", value=text)
    data = unpacked(text)
    kind = opened(data).kind
    if kind != SCENARIO.name:
        raise ScenarioError("read_of_a_tool", kind=kind)
    return SCENARIO.read(data).scenario()


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # no file can be called so
        return False
