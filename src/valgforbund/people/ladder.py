"""The candidates of one list from the first to the last, with the votes between them."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from valgforbund.counting import Count
from valgforbund.frames import LETTER, PARTY, Kind, flags, records, text, whole
from valgforbund.people.elected import standing
from valgforbund.people.passing import lacking, to_lose, to_seat
from valgforbund.people.placing import SITS, placing
from valgforbund.people.standing import Standing
from valgforbund.scenario import Scenario

_COLUMNS: dict[str, Kind] = {
    LETTER: text,
    PARTY: text,
    "order": whole,
    "candidate": whole,
    "name": text,
    "votes": whole,
    "stands": text,
    "lacks": whole,
    "to_seat": whole,
    "to_lose": whole,
    "rises": flags,
    "falls": flags,
    "scaled": flags,
}


class Rung(NamedTuple):
    """A candidate in the order of the list.

    Attributes
    ----------
    letter : str
    order : int
        From 1; equals stand as on the ballot paper.
    candidate : int
        Place on the ballot paper.
    name : str or None
    votes : int
        Personal ones.
    stands : str
        ``"sits"``, ``"lot"`` or ``"out"``.
    lacks, to_seat, to_lose : int or None
        Personal votes more to stand at least one place higher, and to be elected whatever a lot
        decides; votes fewer with which it is no longer sure. None where that is no question, and
        where a lot decides how many seats the list has.
    rises, falls : bool
        Whether one seat more for the list would elect the candidate, one fewer no longer.
    """

    letter: str
    order: int
    candidate: int
    name: str | None
    votes: int
    stands: str
    lacks: int | None
    to_seat: int | None
    to_lose: int | None
    rises: bool
    falls: bool


def ladder(
    c: Count | Scenario, letter: str, candidates: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The candidates of one list in order, and the votes between them.

    Parameters
    ----------
    c : Count or Scenario
    letter : str
        Of a list, or the name of its party.
    candidates : DataFrame, optional
        As `elected` takes them; without it the bundled ones.

    Returns
    -------
    DataFrame
        One row a candidate, the first elected first: letter, party, then what `Rung` says, and
        scaled (whether the list has other votes than its candidates had). Empty where nobody knows
        the candidates of the list.

    Raises
    ------
    ScenarioError
        If there is no such list, or as `elected` does.

    Examples
    --------
    >>> from valgforbund.sources.source import load
    >>> last = ladder(load("KV2025", "Næstved"), "O")[["candidate", "stands", "to_seat", "to_lose"]]
    >>> last.iloc[2:4].to_numpy().tolist()
    [[3, 'sits', <NA>, 119], [4, 'out', 120, <NA>]]
    """
    world = standing(c, candidates)
    letter = world.count.scenario.known(letter)
    party, scaled = world.count.scenario.party(letter), letter in world.scaled
    found = rungs(world, letter)
    return records(((letter, party, *each[1:], scaled) for each in found), _COLUMNS)


def rungs(world: Standing, letter: str, only: int | None = None) -> list[Rung]:
    """The candidates of one list in order, or one of them; none where nobody knows them."""
    nominees = world.nominees.get(letter)
    if nominees is None:
        return []
    agreed, span = world.placings[letter], world.count.spans[letter]
    seats = None if span.is_open else span.low
    fewer = more = agreed
    if seats is not None:
        fewer, more = placing(nominees, max(seats - 1, 0)), placing(nominees, seats + 1)

    def between(candidate: int) -> tuple[int | None, int | None, int | None]:
        if seats is None:
            return None, None, None
        known = nominees, seats, candidate
        return lacking(*known), to_seat(*known), to_lose(*known)

    return [
        Rung(
            *(letter, order, candidate),
            *(nominees.names[candidate - 1], nominees.shown[candidate - 1]),
            agreed.stands(candidate),
            *between(candidate),
            rises=agreed.stands(candidate) != SITS and candidate in more.seated,
            falls=candidate in agreed.seated and candidate not in fewer.seated,
        )
        for order, candidate in enumerate(agreed.order, 1)
        if only in (None, candidate)
    ]
