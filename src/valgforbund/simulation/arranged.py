"""The lists of a scenario in another order: chance draws for them one by one, most votes first.

So the same seed gives the same numbers in whatever order the lists stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from valgforbund.scenario import Scenario


def arranged(scenario: Scenario, letters: Sequence[str]) -> Scenario:
    """The same scenario with its lists in this order; lots that were drawn are forgotten.

    Examples
    --------
    >>> s = Scenario({"A": 11, "B": 31, "C": 25}, seats=8, alliances=[["A", "B"]])
    >>> arranged(s, s.by_votes)
    <scenario: 8 seats; B 31, C 25, A 11; B-A>
    """
    places = [scenario.letters.index(letter) for letter in letters]
    return Scenario(
        {letter: scenario.ballots[i] for letter, i in zip(letters, places, strict=True)},
        scenario.seats,
        scenario.alliances,
        {letter: scenario.limits[i] for letter, i in zip(letters, places, strict=True)},
        {letter: scenario.names[i] for letter, i in zip(letters, places, strict=True)},
        scenario.place,
        scenario.election,
        scenario.notes,
    )
