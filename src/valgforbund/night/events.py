"""What happens on a night, count by count: seats that move, majorities, councils that are done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from numbers import Integral

import numpy as np
import pandas as pd

from valgforbund.frames import Column, Kind, text, whole
from valgforbund.night.majority import blocs
from valgforbund.night.model import View
from valgforbund.night.rounding import rounded

EVEN = 0.5  # a majority that was told stands until it is less likely
SEATS, MAJORITY, OPEN, COUNTED = "seats", "majority", "majority_open", "counted"

Row = tuple[object, ...]


def times(values: object) -> pd.DatetimeIndex:
    """Nanoseconds since 1970 as times in UTC."""
    return pd.to_datetime(values, utc=True, unit="ns").as_unit("ns")  # type: ignore[call-overload,no-any-return]


def ids(values: Sequence[object]) -> Column:
    """What counts are called: whole numbers, or text."""
    numbers = [int(value) for value in values if isinstance(value, Integral)]
    return whole(numbers) if len(numbers) == len(values) else text([*map(str, values)])


def _share(values: object) -> np.ndarray:
    return np.array(values, dtype=float)


EVENTS: dict[str, Kind] = {
    "time": times,
    "count_id": ids,
    **dict.fromkeys(("code", "place", "event", "changes", "bloc", "because", "instead"), text),
    "probability": _share,
    **dict.fromkeys(("counted", "final", "areas"), whole),
    "share_counted": _share,
}


@dataclass
class Told:
    """What was told of a council last: the seats of each list, and who has the majority."""

    seats: np.ndarray | None = None
    majority: str | None = None
    done: set[str] = field(default_factory=set)


def tally(view: View) -> np.ndarray:
    """In how many draws each list has each number of seats; lists × numbers from 0."""
    most = int(view.seats.max(initial=0)) + 1
    return np.array([np.bincount(each, minlength=most) for each in view.seats])


def happened(view: View, times_: np.ndarray, told: Told, likely: float) -> Iterator[Row]:
    """What is new in a council after a count.

    Parameters
    ----------
    view : View
    times_ : array of int
        Its `tally`.
    told : Told
        Kept from count to count.
    likely : float

    Yields
    ------
    tuple
        The columns of `EVENTS` from ``code`` on.
    """
    for event in _events(view, times_, told, likely):
        yield (*_named(view), *event, *_stand(view))


def _events(view: View, times_: np.ndarray, told: Told, likely: float) -> Iterator[Row]:
    """Event, changes, bloc, because, instead and probability."""
    yield from _seats(view, times_, told, likely)
    yield from _majority(view, told, likely)
    if view.counted.known.all() and COUNTED not in told.done:
        told.done.add(COUNTED)
        yield COUNTED, None, None, None, None, 1.0


def _seats(view: View, times_: np.ndarray, told: Told, likely: float) -> Iterator[Row]:
    """The likely seats, if they are others than before and all of the council's.

    What the first count of a council makes likely is where its story begins.
    """
    usual = times_.argmax(axis=1)
    chance = times_.max(axis=1) / view.draws
    if told.seats is None:
        told.seats = rounded(view.seats.mean(axis=1))
    before, now = told.seats, np.where(chance >= likely, usual, told.seats)
    if now.sum() != before.sum() or (now == before).all():
        return
    told.seats = now
    letters = view.council.scenario.letters
    moved = [i for i, _ in view.council.order if now[i] != before[i]]
    changes = " ".join(f"{letters[i]}{now[i] - before[i]:+d}" for i in moved)
    why = _because(view, now - before, likely)
    yield SEATS, changes, None, *why, float(chance[moved].min())


def _because(view: View, change: np.ndarray, likely: float) -> tuple[str | None, str | None]:
    """The alliance that one list has the seats of another from, and who pays for it.

    Looked for where one list gains and one loses. Dissolved, all else equal, it is likely that who
    gains has as many seats fewer, and one list as many more: who loses, or else the only one.
    """
    gainers, losers = np.flatnonzero(change > 0), np.flatnonzero(change < 0)
    letters = view.council.scenario.letters
    if len(gainers) != 1 or len(losers) != 1:
        return None, None
    letter, seats = letters[gainers[0]], change[gainers[0]]
    home = next((x for x in view.council.given.alliances if letter in x.letters), None)
    if home is None:
        return None, None
    given = view.seats - view.seats_without(letter)
    has_them = given[gainers[0]] >= seats
    pays = (has_them & (given <= -seats)).mean(axis=1) >= likely
    payers = losers if pays[losers[0]] else np.flatnonzero(pays)
    return (home.name, letters[payers[0]]) if len(payers) == 1 else (None, None)


def _majority(view: View, told: Told, likely: float) -> Iterator[Row]:
    """Who is likely to have more than half: the smallest such list or alliance.

    It is taken back when it is no longer more likely than not. While it stands only one that is
    part of it is told.
    """
    found = {each.bloc: each for each in blocs(view)}
    if told.majority is not None and found[told.majority].probability < EVEN:
        yield OPEN, None, told.majority, None, None, found[told.majority].probability
        told.majority = None
    rivals = [each for each in found.values() if each.probability >= likely]
    if told.majority is not None:
        rivals = [each for each in rivals if each.size < found[told.majority].size]
    if rivals:
        best = min(rivals)
        told.majority = best.bloc
        yield MAJORITY, None, best.bloc, None, None, best.probability


def _named(view: View) -> Row:
    return view.council.code, view.council.scenario.place


def _stand(view: View) -> Row:
    known, final, eligible = view.counted.known, view.counted.final, view.council.eligible
    return (
        int(known.sum()),
        int(final.sum()),
        len(known),
        eligible[known].sum() / max(eligible.sum(), 1),
    )
