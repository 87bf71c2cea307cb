"""Who sits in one world and not in the other."""

from __future__ import annotations

from itertools import zip_longest

import pandas as pd

from valgforbund.comparison import Comparison
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, PARTY, Kind, flags, records, text, whole
from valgforbund.people.elected import standing
from valgforbund.people.placing import LOT, SITS, Placing

MOVED: dict[str, Kind] = {
    LETTER: text,
    PARTY: text,
    "candidate": whole,
    "name": text,
    "votes": whole,
    "with": text,
    "without": text,
    "change": whole,
    "scaled": flags,
}
NOBODY = Placing((), ())


def people_moved(k: Comparison, candidates: pd.DataFrame | None = None) -> pd.DataFrame:
    """Who sits because of the alliance, and who does not.

    Parameters
    ----------
    k : Comparison
        Its baseline says what "without" means.
    candidates : DataFrame, optional
        As in `elected`.

    Returns
    -------
    DataFrame
        One row a candidate whose place differs, or may differ after a lot: letter, party,
        candidate (place on the ballot paper), name (where it is known), votes (personal), with and
        without (``"sits"``, ``"lot"`` or ``"out"``), change (1, -1, missing where a lot decides),
        scaled.

    Raises
    ------
    ScenarioError
        If it is no comparison, or as in `elected`.

    Examples
    --------
    >>> from valgforbund import compare, load
    >>> k = compare(load("KV2025", "Næstved"), "C-I-M-O-V-Æ")
    >>> people_moved(k)[["letter", "candidate", "change"]].to_numpy().tolist()
    [['A', 23, -1], ['A', 8, -1], ['O', 3, 1], ['Æ', 2, 1]]
    """
    if not isinstance(k, Comparison):
        raise ScenarioError("people_of_a_comparison", value=k)
    with_, without = (standing(world, candidates) for world in (k.with_, k.without))
    rows = []
    for letter in {**with_.placings, **without.placings}:
        world = with_ if letter in with_.placings else without
        nominees, party = world.nominees[letter], world.count.scenario.party(letter)
        one, other = (each.placings.get(letter, NOBODY) for each in (with_, without))
        for place in _differ(one, other):
            there, elsewhere = one.stands(place), other.stands(place)
            by_lot = LOT in (there, elsewhere)
            change = None if by_lot else (there == SITS) - (elsewhere == SITS)
            person = nominees.names[place - 1], nominees.shown[place - 1]
            scaled = letter in (*with_.scaled, *without.scaled)
            rows.append((letter, party, place, *person, there, elsewhere, change, scaled))
    return records(rows, MOVED)


def _differ(one: Placing, other: Placing) -> list[int]:
    """Candidates who do not stand the same in both worlds, in the order of their list."""
    pairs = zip_longest(*(each.elected + each.substitutes for each in (one, other)))
    ranked = dict.fromkeys(
        candidate
        for pair in pairs
        for place in pair
        if place is not None
        for candidate in (place.tied if place.candidate is None else (place.candidate,))
    )
    return [each for each in ranked if one.stands(each) != other.stands(each)]
