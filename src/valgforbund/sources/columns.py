"""A column or a small table that is pasted beside lists: votes, or shares of a total."""

from __future__ import annotations

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.parsing import SHARE, Fitted, Pasted
from valgforbund.parties import usual_letter
from valgforbund.scenario import Scenario
from valgforbund.sources.shares import MAY_BE, of_total, stated_total


def of_table(text: str, scenario: Scenario, marks: str, new: bool) -> tuple[Pasted, Fitted]:
    r"""The votes that a pasted table tells for the lists of a scenario.

    Parameters
    ----------
    text : str
    scenario : Scenario
    marks : str
        Marks between thousands, as `whole_number` takes them.
    new : bool
        Whether lists that are not there yet may be named.

    Raises
    ------
    ScenarioError
        If it cannot be read; of shares also if no line tells how many votes there are in all.

    Examples
    --------
    >>> s = Scenario({"A": 1, "B": 1}, 9)
    >>> of_table("25,1 %\n74,9 %\nI alt 8.000", s, ".", False)[1].values
    {'A': 2008, 'B': 5992}
    """
    is_party = lambda called: usual_letter(called) is not None  # noqa: E731 -- named for it
    try:
        pasted = parsing.read(text, scenario, marks, is_party=is_party)
    except ScenarioError as error:
        if error.code not in MAY_BE:
            raise
        try:
            shares = parsing.read(text, scenario, marks, SHARE)
        except ScenarioError:
            raise error from None
        total = stated_total(shares)
        if total is None:
            raise
        fitted = parsing.fit(shares, scenario, new=new, letter_of=usual_letter)
        return shares, Fitted(of_total(fitted.values, total), fitted.names)
    return pasted, parsing.fit(pasted, scenario, new=new, letter_of=usual_letter)
