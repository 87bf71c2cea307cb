"""Stability of a structure: which move of a single list would gain it a seat."""

from __future__ import annotations

import pandas as pd

from valgforbund.comparison import spread
from valgforbund.counting import count
from valgforbund.errors import ScenarioError
from valgforbund.frames import flags, text
from valgforbund.scenario import Scenario

ALONE = ""


def stability(scenario: Scenario) -> pd.DataFrame:
    """Every move of one list from the present structure, and whether it gains a seat by it.

    A move is a list leaving its alliance to stand alone, or to join another alliance or list. It
    gains if its fewest seats after the move are more than its most before: whatever lots decide.
    Who is there already objects if the fewest or the most seats of a list there fall. The structure
    is stable if no move gains; with consent, if none gains without somebody objecting.

    Returns
    -------
    DataFrame
        Index ``letter``: who moves. ``to``: the alliance or list that it joins, missing where it
        stands alone.
        ``before`` and ``after``: its seats, missing where a lot decides, with ``_low`` and
        ``_high``; ``gains``; ``objects``: who objects, as text such as ``"A, B"``.

    Notes
    -----
    Lots that were drawn are not used. A list joins an alliance, not a group inside one.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> moves = stability(s)
    >>> moves.query("gains")[["to", "before", "after", "objects"]].to_numpy().tolist()
    [['C-D', 2, 3, 'D'], ['B', 2, 3, '']]
    """
    if not isinstance(scenario, Scenario):
        raise ScenarioError("not_a_scenario", value=scenario)
    undrawn = scenario.with_drawn(())
    before = count(undrawn).spans
    allied = {each for alliance in undrawn.alliances for each in alliance.letters}
    units = {alliance.name: alliance.letters for alliance in undrawn.alliances}
    units |= {letter: (letter,) for letter in undrawn.letters if letter not in allied}
    if allied:
        units[ALONE] = ()
    found = []
    for letter in undrawn.letters:
        alone = undrawn.leave(letter)
        for name, members in units.items():
            if letter in members or (name == ALONE and letter not in allied):
                continue
            after = count(_joined(alone, letter, members)).spans
            objectors = [
                each
                for each in members
                if after[each].low < before[each].low or after[each].high < before[each].high
            ]
            found.append((letter, name, before[letter], after[letter], ", ".join(objectors)))
    return pd.DataFrame(
        {
            "to": text([name or None for _, name, *_ in found]),
            **spread({"before": [row[2] for row in found], "after": [row[3] for row in found]}),
            "gains": flags([row[3].low > row[2].high for row in found]),
            "objects": text([row[4] for row in found]),
        },
        index=pd.Index([row[0] for row in found], dtype="str", name="letter"),
    )


def _joined(alone: Scenario, letter: str, members: tuple[str, ...]) -> Scenario:
    """A list that stands alone with the members of an alliance, one list, or nobody."""
    if len(members) > 1:
        return alone.join(letter, members)
    return alone.unite([*members, letter]) if members else alone
