"""On whom an official lot between candidates of a list fell."""

from __future__ import annotations

from collections.abc import Collection

from valgforbund.errors import ScenarioError
from valgforbund.people.nominees import Nominees
from valgforbund.people.register import register
from valgforbund.scenario import Scenario
from valgforbund.sources import bundled


def fell_on(
    scenario: Scenario, letter: str, nominees: Nominees, seats: int, tied: Collection[int]
) -> tuple[int, ...]:
    """Whom of those who were equal the lot elected, where the list stands as it did.

    Returns
    -------
    tuple of int
        Places on the ballot paper; none where no such lot was drawn, or that is not known.

    Examples
    --------
    >>> from valgforbund.sources.source import load
    >>> here = register("KV2025", "825")["V"].nominees
    >>> fell_on(load("KV2025", "Læsø"), "V", here, 2, (2, 5))
    (5,)
    """
    try:
        entry = register(scenario.election, bundled.code(scenario.place) or "").get(letter)
    except ScenarioError:
        return ()
    if entry is None or len(entry.elected) != seats:
        return ()
    if entry.nominees != nominees._replace(names=entry.nominees.names):
        return ()
    won = tuple(each for each in tied if each in entry.elected)
    return won if len(won) < len(tied) else ()
