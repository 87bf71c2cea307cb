"""Which nationwide parties stood in an election."""

from __future__ import annotations

from functools import cache

from valgforbund.parties import Party, nationwide
from valgforbund.sources.source import load_all


@cache
def stood(election: str) -> tuple[Party, ...]:
    """The nationwide parties that stood somewhere in a bundled election, by name.

    Examples
    --------
    >>> [each.short for each in stood("EP2004")][:3]
    ['DF', 'Konservative', 'Folkebev.']
    """
    there = {who for scenario in load_all(election) for who in scenario.parties.values()}
    return tuple(each for each in nationwide() if each in there)
