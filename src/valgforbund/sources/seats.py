"""How many seats a council has that a file names, where the file itself may not tell."""

from __future__ import annotations

from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.parsing import MOST_SEATS
from valgforbund.scenario import Scenario
from valgforbund.sources.bundled import council_size
from valgforbund.sources.reading import Remark, remark

ASSUMED = "size_assumed"


class Size(NamedTuple):
    """Seats, where they are from, and what the scenario has to note."""

    seats: int
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()


def size_of(
    place: str,
    election: str = "",
    asked: int | None = None,
    told: int | None = None,
    into: Scenario | None = None,
) -> Size:
    """The size of a council: as asked for, as told, as in our table, or that of what is open.

    Parameters
    ----------
    place, election : str
    asked : int, optional
        What the person says.
    told : int, optional
        The sum of the seats in the file.
    into : Scenario, optional
        What is open in a tool.

    Raises
    ------
    ScenarioError
        If it is more than there may be, or none of them knows.

    Examples
    --------
    >>> size_of("Læsø", "KV2025").seats, size_of("Læsø", "KV2029").notes
    (9, ('size_assumed',))
    """
    if asked is not None:
        if isinstance(asked, int) and asked > MOST_SEATS:
            raise ScenarioError("number_too_large", value=asked, limit=MOST_SEATS)
        return Size(asked)
    if told:
        return Size(told, (remark("seats_summed", seats=told),))
    known = council_size(place, election) if election else council_size(place)
    if known:
        seats, assumed = known
        code = "seats_assumed" if assumed or not election else "seats_known"
        notes = (ASSUMED,) if assumed else ()
        return Size(seats, (remark(code, seats=seats, place=place),), notes)
    if into is not None:
        return Size(into.seats, (remark("seats_of_open", seats=into.seats),))
    raise ScenarioError("read_seats_missing")
